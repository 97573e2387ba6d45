#include "core/project/PredictionJob.h"

#include "core/inference/Predictor.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace core {

namespace {

constexpr int shownSide = 1600; // px
constexpr qint64 growInterval = 50; // ms
constexpr size_t pictureTimes = 20; // of which the pictures a second are the mean

} // namespace

struct PredictionJob::Shared {
    // The worker's alone
    QString folder, device;
    int threads = 0;
    std::unique_ptr<Predictor> predictor;

    std::atomic_bool isShowing = false; // a picture is on its way to the window
    std::mutex pausing;                 // of what follows
    std::condition_variable resumed;
    bool isPaused = false;

    /// Loads the network, unless it is the one that was asked last.
    void load(const PredictionContext& context, const PredictionRequest& request)
    {
        if (predictor && folder == context.versionFolder && device == request.device && threads == request.threads)
            return;
        predictor.reset(); // its memory first
        predictor = std::make_unique<Predictor>(context.versionFolder, request.device, request.threads);
        folder = context.versionFolder;
        device = request.device;
        threads = request.threads;
    }
};

/// One run, on the job's thread.
class PredictionJob::Work {
public:
    Work(PredictionJob& job, std::shared_ptr<Shared> shared, const PredictionRequest& request) : m_job(job), m_shared(std::move(shared)), m_request(request) {}

    void run(const PredictionContext& context, const QString& cacheFolder)
    {
        m_shared->load(context, m_request);
        using Kind = PredictionPictures::Kind;
        m_isLive = m_request.pictures.kind == Kind::Camera || m_request.pictures.kind == Kind::Film;
        if (m_request.pictures.kind != Kind::Camera)
            m_answers = std::make_shared<AnswerStore>(cacheFolder, m_shared->predictor->type(), conceptsFor(m_shared->predictor->concepts(), m_request.thresholdOffset));
        m_job.post([job = &m_job, answers = m_answers] { Q_EMIT job->began(answers); });
        m_clock.start();
        const PredictionListener listener{
            .begins = {},
            .answered = [this](const std::vector<AnsweredPicture>& answers) { take(answers); },
            .progressed = [this](const Progress& progress) { m_job.report(progress); },
            .isCanceled = [this] { return m_job.isCanceled(); },
            .waitWhilePaused = [this] { waitWhilePaused(); },
        };
        const auto report = runPrediction(*m_shared->predictor, context, m_request, listener);
        if (m_answers)
            m_job.post([job = &m_job, count = m_answers->size()] { Q_EMIT job->grew(count); });
        m_job.post([job = &m_job, report] { Q_EMIT job->ended(report); });
    }

private:
    void waitWhilePaused()
    {
        std::unique_lock lock(m_shared->pausing);
        const auto mayGoOn = [this] { return !m_shared->isPaused || m_job.isCanceled(); };
        while (!m_shared->resumed.wait_for(lock, std::chrono::milliseconds(100), mayGoOn)) { } // cancel() wakes nobody
    }

    void take(const std::vector<AnsweredPicture>& batch)
    {
        for (const auto& answer : batch) {
            if (m_answers)
                m_answers->append(answer);
            if (m_isLive && answer.failure.isEmpty())
                show(answer);
        }
        if (!m_answers || (m_hasGrown && m_clock.elapsed() - m_lastGrown < growInterval))
            return;
        m_hasGrown = true;
        m_lastGrown = m_clock.elapsed();
        m_job.post([job = &m_job, count = m_answers->size()] { Q_EMIT job->grew(count); });
    }

    /// A window that is slow to paint gets fewer pictures, not a queue of them.
    void show(const AnsweredPicture& answer)
    {
        m_times.push_back(m_clock.elapsed());
        if (m_times.size() > pictureTimes)
            m_times.pop_front();
        if (m_shared->isShowing.exchange(true))
            return;
        const auto& asked = answer.asked;
        const QImage& whole = asked.pixels;
        const bool isLarge = std::max(whole.width(), whole.height()) > shownSide;
        const qint64 span = m_times.back() - m_times.front();
        const LivePicture picture{.name = asked.name, .image = isLarge ? whole.scaled(shownSide, shownSide, Qt::KeepAspectRatio, Qt::FastTransformation) : whole,
                                  .size = whole.size(), .prediction = answer.prediction, .seconds = asked.seconds,
                                  .framesPerSecond = span > 0 ? double(m_times.size() - 1) * 1000 / double(span) : 0,
                                  .delay = asked.taken.isValid() ? double(asked.taken.elapsed()) / 1000 : 0};
        m_job.post([job = &m_job, shared = m_shared, picture] {
            shared->isShowing = false;
            Q_EMIT job->pictureAnswered(picture);
        });
    }

    PredictionJob& m_job; // of which only what is a Job's is used here; its signals are sent on its own thread
    std::shared_ptr<Shared> m_shared;
    const PredictionRequest& m_request;
    std::shared_ptr<AnswerStore> m_answers; // null: a camera
    bool m_isLive = false;
    QElapsedTimer m_clock;
    std::deque<qint64> m_times; // of the last pictures, ms
    bool m_hasGrown = false;
    qint64 m_lastGrown = 0; // ms
};

PredictionJob::PredictionJob(QObject* parent)
    : Job(parent)
    , m_shared(std::make_shared<Shared>())
{
}

PredictionJob::~PredictionJob()
{
    stop();
}

void PredictionJob::stop()
{
    cancel();
    setPaused(false);
}

void PredictionJob::setPaused(bool paused)
{
    {
        const std::scoped_lock lock(m_shared->pausing);
        m_shared->isPaused = paused;
    }
    m_shared->resumed.notify_all();
}

bool PredictionJob::isPaused() const
{
    const std::scoped_lock lock(m_shared->pausing);
    return m_shared->isPaused;
}

void PredictionJob::predict(const PredictionContext& context, const PredictionRequest& request, const QString& cacheFolder)
{
    setPaused(false);
    m_shared->isShowing = false;
    start([this, shared = m_shared, context, request, cacheFolder] { Work(*this, shared, request).run(context, cacheFolder); });
}

} // namespace core
