#pragma once

#include "core/networks/Network.h"
#include "core/training/Batches.h"
#include "core/training/TrainingSteps.h"

namespace core {

/// The pictures of a run: read once, and those that cannot be read taken out of it.
class RunPictures {
public:
    RunPictures(const TrainingData& data, const Network& network, const QString& cacheFolder, int threads);

    /// False: `isCanceled` answered true. Throws Error when more pictures than mostSkipped() cannot be read, or when a concept has lost
    /// its last training example with them.
    bool read(TrainingSteps& steps, const std::function<bool()>& isCanceled);

    const BatchSource& train() const { return m_train; }
    const BatchSource& validation() const { return m_validation; }
    const std::vector<SkippedPicture>& skipped() const { return m_skipped; }

private:
    void takeOut(const std::vector<PixelCache::Unread>& unread);

    const TrainingData& m_data;
    PixelCache m_pictures;
    BatchSource m_train, m_validation;
    std::vector<SkippedPicture> m_skipped;
};

} // namespace core
