#include "core/project/RunClock.h"

#include <algorithm>

namespace core {

namespace {

constexpr double answerCost = 0.3; // of an answer, as a share of a training step for the same picture; until it is measured

} // namespace

RunClock::RunClock(const TrainingSpec& spec, int trainingItems, int validationItems, std::optional<double> expected)
    : m_epochs(spec.epochs)
    , m_iterations(std::max(1, (trainingItems + spec.batchSize - 1) / spec.batchSize))
    , m_validationShare(double(validationItems) / std::max(1, trainingItems))
    , m_expected(expected)
{
}

void RunClock::step(const StepReport& step, double)
{
    m_step = step.step;
    m_state = step.state;
}

void RunClock::batch(const BatchMetrics& batch, double now)
{
    if (batch.epoch < 1)
        return; // the head phase has another pace
    if (m_iterationsDone > 0 && m_lastBatch >= 0) {
        m_iterationSum += now - m_lastBatch;
        ++m_iterationCount;
    }
    ++m_iterationsDone;
    m_lastBatch = now;
}

void RunClock::epoch(const EpochMetrics& epoch, double now)
{
    if (epoch.epoch < 1)
        return;
    m_validation = now - m_lastBatch;
    m_epochsDone = epoch.epoch;
    m_iterationsDone = 0;
    m_lastBatch = -1;
}

double RunClock::secondsOfValidation() const
{
    return m_validation.value_or(m_iterationSum / std::max(1, m_iterationCount) * m_iterations * m_validationShare * answerCost);
}

double RunClock::secondsLeft(double now) const
{
    if (m_step == TrainingStep::Save && m_state == StepState::Done)
        return 0;
    if (m_iterationCount == 0)
        return m_expected && *m_expected > now ? *m_expected - now : -1;
    if (m_step > TrainingStep::Train)
        return m_step == TrainingStep::Evaluate ? secondsOfValidation() : 0;
    const double iterations = double(m_epochs - m_epochsDone) * m_iterations - m_iterationsDone;
    const double validations = m_epochs - m_epochsDone + 1; // and the evaluation of the best
    return std::max(0.0, iterations * m_iterationSum / m_iterationCount + validations * secondsOfValidation());
}

double RunClock::share(double now)
{
    const double left = secondsLeft(now);
    if (left >= 0)
        m_share = std::max(m_share, now / std::max(now + left, 1e-9));
    return m_share;
}

} // namespace core
