#pragma once

#include "core/training/Ema.h"
#include "core/training/Keeper.h"
#include "core/training/Optimisation.h"
#include "core/training/Setup.h"

#include <memory>

namespace core {

/// Where a run stands: between two batches.
struct RunPlace {
    int epoch = 0;      // that the next batch belongs to; 0: the epochs have not begun
    int batch = 0;      // batches of that epoch that are done
    int iteration = 0;  // batches of the whole run that are done, iterations of the head phase included
    int epochsDone = 0; // judged and offered to the keeper
    double lossSum = 0; // of the epoch's batches
};

/// Everything a run is at one moment: network, averaged weights, optimiser, what is kept, chance, and the place in the run. Saved and
/// loaded, it goes on exactly as the run that was never interrupted (same machine, CPU); pictures and order follow from spec and data.
class TrainingState {
public:
    /// Of a run that begins. Chooses the number types that the spec leaves open.
    TrainingState(const TrainingSpec& spec, const TrainingData& data, const QString& versionFolder);

    const TrainingSpec& spec() const { return m_spec; } // no Auto in it that the run has needed
    Network& network() { return *m_start.network; }
    const Network& network() const { return *m_start.network; }
    const StartingNetwork& start() const { return m_start; }
    Computer computer(Pass pass) const;

    /// The optimiser is made when the epochs begin.
    void beginEpochs();
    Optimisation& optimisation() { return *m_optimisation; }

    Ema ema;
    Keeper keeper;
    RunPlace place;

    /// Throws Error: the disk does not take it.
    void save(const QString& path) const;
    /// Throws Error: no such file, damaged, or of another spec. `validation`: what the kept predictions were made on.
    void load(const QString& path, const BatchSource& validation);

private:
    TrainingState(const TrainingSpec& spec, StartingNetwork start, const QString& versionFolder);

    TrainingSpec m_spec;
    StartingNetwork m_start;
    std::unique_ptr<Optimisation> m_optimisation;
};

} // namespace core
