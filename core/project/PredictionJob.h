#pragma once

#include "core/project/AnswerStore.h"
#include "core/project/PredictionRun.h"

#include <memory>

namespace core {

/// The newest picture of a film or a camera with its answer.
struct LivePicture {
    QString name;
    QImage image; // Format_RGB888, longest side at most 1600 px
    QSize size;   // of the picture itself, which boxes speak of
    Prediction prediction;
    double seconds = 0;         // in its film; of a camera since it was opened
    double framesPerSecond = 0; // that are answered
    double delay = 0;           // seconds from the picture to its answer
};

/// runPrediction() on a thread of its own, for the window: keeps the network of the last version loaded, so that a second picture is answered at
/// once; keeps the answers on the disk; can be paused. Of a camera only the newest picture is kept.
class PredictionJob final : public Job {
    Q_OBJECT
public:
    explicit PredictionJob(QObject* parent = nullptr);
    ~PredictionJob() override;

    /// Begins; not while it runs. `cacheFolder`: where the answers are kept; may be empty.
    void predict(const PredictionContext& context, const PredictionRequest& request, const QString& cacheFolder);
    void setPaused(bool paused);
    bool isPaused() const;
    void stop(); // cancel(), also while it is paused

Q_SIGNALS:
    /// The network is loaded. `answers` grows from now on; it lives as long as somebody holds it. Null for a camera.
    void began(const std::shared_ptr<core::AnswerStore>& answers);
    void grew(int answers);                          // so many are there; at most twenty times a second, and at the end
    void pictureAnswered(const core::LivePicture& picture); // not while the last one is still on its way
    void ended(const core::PredictionReport& report); // before finished()

private:
    struct Shared;
    class Work;

    std::shared_ptr<Shared> m_shared; // with the worker, which may outlive what is this class's own
};

} // namespace core
