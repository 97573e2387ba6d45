#include "core/base/Parallel.h"

#include "core/base/MachineShare.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

namespace core {

bool forEachIndex(qint64 count, int threads, const std::function<void(qint64)>& work, const std::function<bool()>& isCanceled)
{
    std::atomic<qint64> next = 0;
    std::atomic_bool stop = false, canceled = false;
    std::exception_ptr failure;
    std::mutex failing;
    const auto take = [&] {
        try { // goes on below, on the caller's thread
            for (qint64 i = next++; i < count && !stop; i = next++) {
                if (isCanceled && isCanceled()) {
                    stop = canceled = true;
                    return;
                }
                work(i);
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            if (!failure)
                failure = std::current_exception();
            stop = true;
        }
    };
    const int helpers = int(std::min<qint64>(threadsFor(threads), count)) - 1; // the caller works too
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(1, helpers));
    for (int i = 0; i < helpers; ++i)
        pool.start(take);
    take();
    pool.waitForDone();
    if (failure)
        std::rethrow_exception(failure);
    return !canceled;
}

} // namespace core
