#pragma once

#include "core/project/LiveRun.h"
#include "core/project/TrainingRun.h"

namespace core {

class Database;

/// How a run ended: failed when there is a sentence about it, stopped when a person ended it, else done.
VersionStatus statusOf(const RunOutcome& outcome, const QString& failure);

/// Stores what came of a run in its version: status, numbers of the kept epoch, thresholds, curves. A version whose view was
/// deleted meanwhile is left alone. Belongs inside Project::write().
void fileTraining(const Database& database, const LiveRun& run, const RunOutcome& outcome);

} // namespace core
