#pragma once

#include "core/base/Id.h"

#include <functional>
#include <vector>

class QWidget;

namespace ui {

class Session;

/// Stops a running training, which keeps its best epoch; asks first while there is nothing to keep. `stopping`: called when it is being
/// stopped.
void stopTraining(QWidget* parent, Session& session, core::VersionId version, const std::function<void()>& stopping = {});
/// Takes versions that wait out of the queue and out of the Library, after asking.
void removeWaiting(QWidget* parent, Session& session, const std::vector<core::VersionId>& versions);

} // namespace ui
