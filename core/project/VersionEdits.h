#pragma once

#include "core/base/Id.h"

#include <QString>

namespace core {

class Project;

/// What a person does to a finished version besides using it. Not part of the undo history: asked first.
namespace VersionEdits {

/// Throws Error when the name is no name (validName()) or taken in the project.
void rename(Project& project, VersionId version, const QString& name);
/// Deletes the version: its row, numbers, curves and its folder; a model without versions goes too. Images and annotations stay.
/// Throws Error while it is queued or running.
void remove(Project& project, VersionId version);
/// What its folder takes on the disk.
qint64 bytes(const Project& project, VersionId version);

} // namespace VersionEdits

} // namespace core
