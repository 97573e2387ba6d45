#pragma once

#include "core/training/Validation.h"

#include <QElapsedTimer>
#include <QString>

#include <optional>

namespace core {

/// What is kept of a run so far.
struct Kept {
    int epoch = -1;              // -1: nothing yet; 0: the head phase
    std::optional<double> value; // of the deciding number; absent: it does not exist, so the last epoch is kept
    std::optional<Judgement> judgement;
    double seconds = 0; // from the start of the run until it was saved
};

/// Keeps the best network of a run, on disk from the moment it is the best: the one with the highest deciding number, the earliest on a tie.
/// A number that does not exist decides nothing, as if there were no validation set: as long as no epoch has one, the last epoch is kept;
/// an epoch that has one is better than all that had none.
class Keeper {
public:
    Keeper(ViewType type, QString versionFolder);

    /// The network as it stands is the result of `epoch`. True: it is the one to keep so far, and now saved. Throws Error when the disk does
    /// not take it; what was kept before then still is.
    bool offer(const torch::nn::Module& network, int epoch, std::optional<Judgement> judgement, double seconds);

    bool hasWeights() const { return m_kept.epoch >= 0; }
    /// The best is the best by a number: only then a run can have patience.
    bool isDecided() const { return m_kept.value.has_value(); }
    const Kept& kept() const { return m_kept; }
    void restore(Kept kept) { m_kept = std::move(kept); }

private:
    ViewType m_type;
    QString m_folder;
    Kept m_kept;
};

} // namespace core
