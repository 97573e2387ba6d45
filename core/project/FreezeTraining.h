#pragma once

#include "core/dataset/Model.h"
#include "core/training/TrainingSpec.h"

namespace core {

class Database;

/// Makes a version that waits for its training: selects what its view holds now, freezes it in the version's folder and adds the
/// version's row. Belongs inside one transaction on the writer's connection, so that every edit made before counts and none made
/// after. Returns the version as stored. Throws Error when the selection cannot train, the name is taken or the disk is full; then
/// nothing of it stays.
VersionRecord freezeTraining(const Database& database, ViewId view, const QString& name, const TrainingSpec& spec);

} // namespace core
