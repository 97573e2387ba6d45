#pragma once

#include "core/training/Train.h"
#include "core/training/Validation.h"

#include <QElapsedTimer>

namespace core {

/// Keeps the best network of a run, on disk from the moment it is the best: highest accuracy (classification) or mAP (tagging, detection) on
/// validation, the earliest on a tie; without validation the last.
class Keeper {
public:
    Keeper(ViewType type, QString versionFolder, const QElapsedTimer& clock);

    /// The network as it stands is the result of `epoch`. `judgement` absent: no validation set. True: it is the best so far and now saved.
    bool offer(const torch::nn::Module& network, int epoch, const std::optional<Judgement>& judgement);
    /// The last state, for resuming later.
    void saveLast(const torch::nn::Module& network) const;

    bool hasWeights() const { return m_bestEpoch >= 0; }
    int bestEpoch() const { return m_bestEpoch; }
    std::optional<double> value() const { return m_value; }
    double seconds() const { return m_seconds; } // from the start of the clock until the best was saved
    const std::optional<Judgement>& judgement() const { return m_judgement; }
    QString metric() const { return m_type == ViewType::Classification ? QStringLiteral("accuracy") : QStringLiteral("map"); }

private:
    ViewType m_type;
    QString m_folder;
    const QElapsedTimer& m_clock;
    int m_bestEpoch = -1;
    double m_seconds = 0;
    std::optional<double> m_value;
    std::optional<Judgement> m_judgement;
};

} // namespace core
