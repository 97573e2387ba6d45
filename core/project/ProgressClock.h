#pragma once

#include "core/base/Job.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <mutex>

namespace core {

/// Adds time to bare counts of steps. The counts may come from several threads, which may overtake one another; `report` is called by
/// one of them at a time.
class ProgressClock {
public:
    void next(const QString& step, qint64 done, qint64 total, const std::function<void(const Progress&)>& report)
    {
        const std::lock_guard lock(m_mutex);
        if (step != m_step) {
            m_step = step;
            m_clock.start();
            m_most = 0;
        }
        m_most = std::max(m_most, done);
        Progress progress{step, m_most, total, double(m_clock.elapsed()) / 1000, -1};
        if (total > 0 && m_most > 0 && progress.seconds > 0.5)
            progress.secondsLeft = progress.seconds * double(total - m_most) / double(m_most);
        report(progress);
    }

private:
    std::mutex m_mutex;
    QString m_step;
    QElapsedTimer m_clock;
    qint64 m_most = 0;
};

} // namespace core
