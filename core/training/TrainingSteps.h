#pragma once

#include "core/training/Train.h"

#include <QElapsedTimer>

namespace core {

/// Tells the listener which step of a run is going on, since when, and how far.
class TrainingSteps {
public:
    explicit TrainingSteps(const TrainingListener& listener) : m_listener(listener) { }

    void begin(TrainingStep step, qint64 total = 0);
    void advance(qint64 done);
    void end(StepState state = StepState::Done); // of the step that is running; nothing when none is
    void skip(TrainingStep step);

private:
    void report();

    const TrainingListener& m_listener;
    StepReport m_report;
    QElapsedTimer m_clock;
};

} // namespace core
