#pragma once

#include "core/dataset/Image.h"

#include <vector>

class QWidget;

namespace ui {

class Session;

/// Asks where a picture is now that is not where it was; those that moved with it are found too, and all files are checked again.
void relink(Session& session, QWidget* parent, core::ImageId image);

/// Changed files: the pictures that were annotated, or new ones whose annotation goes with the old file. One step of the history.
void settleChange(Session& session, QWidget* parent, const std::vector<core::ImageRecord>& images, bool same);

} // namespace ui
