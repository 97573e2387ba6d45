#include "ui/widgets/RunPanel.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Hairline.h"

#include <QLabel>
#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int panelWidth = 288;

QLabel* labelWith(const char* role, QWidget* parent, const char* name = nullptr)
{
    auto* label = new QLabel(parent);
    setRole(label, role);
    label->setTextFormat(Qt::PlainText);
    if (name)
        label->setObjectName(QLatin1String(name));
    return label;
}

const core::EpochMetrics* epochOf(const core::LiveRun& run, int epoch)
{
    const auto found = std::ranges::find(run.epochs, epoch, &core::EpochMetrics::epoch);
    return found == run.epochs.end() ? nullptr : &*found;
}

std::optional<double> bestValue(const core::LiveRun& run)
{
    const auto* best = epochOf(run, run.bestEpoch);
    if (!best)
        return std::nullopt;
    return run.type == core::ViewType::Classification ? best->accuracy : best->map;
}

QString metricName(const core::LiveRun& run)
{
    return run.type == core::ViewType::Classification ? RunPanel::tr("accuracy") : RunPanel::tr("mAP");
}

} // namespace

RunPanel::RunPanel(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("nowPanel"));
    setRole(this, "page");
    setFixedWidth(panelWidth);
    m_heading = labelWith("over", this);
    m_left = labelWith("number", this, "timeLeft");
    m_leftCaption = labelWith("caption", this, "finishTime");
    m_leftCaption->setWordWrap(true);
    m_best = labelWith("number", this, "bestValue");
    m_bestCaption = labelWith("caption", this, "bestCaption");
    m_facts = new FactList({}, this);
    m_facts->setObjectName(QStringLiteral("runFacts"));

    auto* content = new QVBoxLayout;
    content->setContentsMargins(20, 20, 20, 20);
    content->setSpacing(0);
    content->addWidget(m_heading);
    content->addSpacing(12);
    content->addWidget(m_left);
    content->addWidget(m_leftCaption);
    content->addSpacing(10);
    content->addWidget(m_best);
    content->addWidget(m_bestCaption);
    content->addSpacing(12);
    content->addWidget(hairline(Qt::Horizontal, this));
    content->addSpacing(12);
    content->addWidget(m_facts);
    content->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(hairline(Qt::Vertical, this));
    layout->addLayout(content, 1);
}

bool RunPanel::isGoing(const core::LiveRun& run)
{
    return run.status == core::VersionStatus::Running || run.status == core::VersionStatus::Queued;
}

void RunPanel::showTime(const core::LiveRun& run, const std::optional<Ended>& ended)
{
    const bool going = isGoing(run);
    double seconds = 0;
    for (const auto& step : run.steps)
        seconds += step.seconds;
    if (ended)
        seconds = ended->seconds;
    m_heading->setText(going ? tr("Now") : tr("Last run"));
    if (!going) {
        m_left->setText(seconds > 0 ? duration(seconds) : QStringLiteral("–"));
        m_leftCaption->setText(tr("for the whole run"));
    } else if (run.status == core::VersionStatus::Queued) {
        m_left->setText(tr("Waiting"));
        m_leftCaption->setText(tr("The time left is known once it runs."));
    } else if (run.secondsLeft >= 0) {
        m_left->setText(tr("%1 left").arg(duration(std::max(1.0, std::round(run.secondsLeft)))));
        m_leftCaption->setText(tr("finishes about %1").arg(QLocale().toString(QTime::currentTime().addSecs(int(run.secondsLeft)), tr("HH:mm"))));
    } else {
        m_left->setText(tr("Measuring"));
        m_leftCaption->setText(tr("The time left is known after the first batches."));
    }
}

std::vector<FactList::Fact> RunPanel::factsOf(const core::LiveRun& run, const std::optional<Ended>& ended)
{
    const auto* last = run.epochs.empty() ? nullptr : &run.epochs.back();
    const int iterations = run.iterationsPerEpoch * run.spec.epochs;
    const int epoch = run.batches.empty() ? 0 : run.batches.back().epoch;
    const auto fine = std::ranges::count_if(run.batches, [](const auto& batch) { return batch.epoch > 0; });
    std::vector<FactList::Fact> facts;
    facts.push_back({tr("Epoch"), last && last->seconds > 0 ? tr("%1 of %2, %3 each").arg(count(epoch), count(run.spec.epochs), duration(last->seconds))
                                                            : tr("%1 of %2").arg(count(epoch), count(run.spec.epochs)), {}});
    facts.push_back({tr("Iteration"), tr("%1 of %2").arg(count(fine), count(iterations)), tr("One iteration is one batch.")});
    facts.push_back({tr("Speed"), last && last->imagesPerSecond > 0 ? tr("%1 images per second").arg(QLocale().toString(last->imagesPerSecond, 'f', 1))
                                                                    : QStringLiteral("–"), last ? QString() : tr("Measured when the first epoch has ended.")});
    facts.push_back({tr("Batch"), count(run.spec.batchSize), {}});
    facts.push_back({tr("Images"), tr("%1 for training, %2 for validation").arg(count(run.trainingItems), count(run.validationItems)), {}});
    facts.push_back({tr("Device"), ended && !ended->device.isEmpty() ? ended->device : run.spec.device == QLatin1String("auto") ? tr("Auto") : run.spec.device, {}});
    return facts;
}

void RunPanel::showRun(const core::LiveRun& run, const std::optional<Ended>& ended)
{
    showTime(run, ended);
    const auto best = bestValue(run);
    m_best->setText(percent(best));
    QString caption = tr("no epoch has ended yet");
    if (best) //: Under the best value so far: "best mAP, epoch 6"
        caption = tr("best %1, epoch %2").arg(metricName(run), count(run.bestEpoch));
    else if (!run.epochs.empty())
        caption = run.bestEpoch >= 0 ? tr("nothing to choose by; epoch %1 is kept").arg(count(run.bestEpoch)) : tr("nothing to choose the best epoch by");
    m_bestCaption->setText(caption);
    const auto facts = factsOf(run, ended);
    m_facts->setFacts(facts);
    m_summary = QStringList {m_left->text(), tr("%1 %2").arg(m_best->text(), m_bestCaption->text()), tr("epoch %1").arg(facts[0].value), facts[2].value}
                           .join(QStringLiteral("  ·  "));
}

} // namespace ui
