#include "core/training/TrainingSteps.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

struct StepName {
    const char* key;
    const char* name;
};
constexpr std::array stepNames{StepName{"freeze", QT_TRANSLATE_NOOP("TrainingStep", "Freeze data")}, StepName{"cache", QT_TRANSLATE_NOOP("TrainingStep", "Fill the pixel cache")},
    StepName{"head", QT_TRANSLATE_NOOP("TrainingStep", "Fit head")}, StepName{"train", QT_TRANSLATE_NOOP("TrainingStep", "Train")},
    StepName{"evaluate", QT_TRANSLATE_NOOP("TrainingStep", "Evaluate best")}, StepName{"thresholds", QT_TRANSLATE_NOOP("TrainingStep", "Choose thresholds")},
    StepName{"save", QT_TRANSLATE_NOOP("TrainingStep", "Save")}};

} // namespace

QString keyOf(TrainingStep step)
{
    return QLatin1String(stepNames.at(size_t(step)).key);
}

QString nameOf(TrainingStep step)
{
    return QCoreApplication::translate("TrainingStep", stepNames.at(size_t(step)).name);
}

void TrainingSteps::begin(TrainingStep step, qint64 total)
{
    m_report = {step, StepState::Running, 0, total, 0};
    m_clock.start();
    report();
}

void TrainingSteps::advance(qint64 done)
{
    m_report.done = done;
    report();
}

void TrainingSteps::end(StepState state)
{
    if (m_report.state != StepState::Running)
        return;
    m_report.state = state;
    report();
}

void TrainingSteps::skip(TrainingStep step)
{
    m_report = {step, StepState::Skipped, 0, 0, 0};
    m_clock.start();
    report();
}

void TrainingSteps::report()
{
    m_report.seconds = double(m_clock.nsecsElapsed()) * 1e-9;
    if (m_listener.stepChanged)
        m_listener.stepChanged(m_report);
}

} // namespace core
