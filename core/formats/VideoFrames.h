#pragma once

#include "core/formats/ReadSources.h"

#include <QString>

namespace core {

/// Writes frames of a film as JPEG files, named by their place in it ("clip-000120.jpg"), into `folder`, which must not be there yet.
/// Throws Error with a sentence: it is no film, none of it can be read, or the disk is full. Then, and when cancelled (false),
/// nothing is left of the folder.
bool writeFrames(const QString& film, const QString& folder, const FrameOptions& options, const SourceListener& listener);

/// A key for the frames of one film, whatever it is called: they show nearly the same, so they belong into one split.
QString groupOfFilm(const QString& film);

} // namespace core
