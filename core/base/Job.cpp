#include "core/base/Job.h"

#include <QDateTime>
#include <QThread>

namespace core {

namespace {

constexpr qint64 reportInterval = 50; // ms

/// c10::Error carries a stack trace behind its sentence; that is for us, not for the person.
QString sentence(const std::exception& error)
{
    const auto text = QString::fromUtf8(error.what());
    return text.section(QStringLiteral("\nException raised from"), 0, 0).trimmed();
}

} // namespace

Job::Job(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<Progress>();
}

Job::~Job()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void Job::start(std::function<void()> work)
{
    Q_ASSERT(!isRunning());
    if (m_thread)
        m_thread->wait();
    m_canceled = false;
    m_lastReport = 0;
    m_running = true;
    m_thread.reset(QThread::create([this, work = std::move(work)] {
        // The end is posted like every report, so it arrives after the last of them; only then may the job start again.
        try {
            work();
            post([this] {
                m_running = false;
                Q_EMIT finished();
            });
        } catch (const std::exception& error) {
            post([this, why = sentence(error)] {
                m_running = false;
                Q_EMIT failed(why);
            });
        } catch (...) {
            post([this] {
                m_running = false;
                Q_EMIT failed(tr("The work ended with an error that has no description."));
            });
        }
    }));
    m_thread->start();
}

bool Job::isRunning() const
{
    return m_running;
}

void Job::post(std::function<void()> announcement)
{
    QMetaObject::invokeMethod(this, std::move(announcement), Qt::QueuedConnection);
}

void Job::report(const Progress& progress)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const bool isLast = progress.total > 0 && progress.done >= progress.total;
    if (!isLast && now - m_lastReport < reportInterval)
        return;
    m_lastReport = now;
    post([this, progress] { Q_EMIT progressed(progress); });
}

} // namespace core
