#pragma once

#include <QtGlobal>

#include <functional>

namespace core {

/// Calls `work` once for each of 0..count-1, on this thread and on helpers. `threads` 0: the share of the machine (MachineShare).
/// False: `isCanceled` answered true, and the rest was left out. What `work` throws (std::bad_alloc too) ends the rest and is thrown
/// on, from here: an exception that leaves a helper's thread would end the program.
bool forEachIndex(qint64 count, int threads, const std::function<void(qint64)>& work, const std::function<bool()>& isCanceled = {});

} // namespace core
