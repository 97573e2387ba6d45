#include "ui/pages/TrainingPage.h"

#include "tests/ui/support/SmallProject.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/MetricChart.h"
#include "ui/widgets/StepBar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using core::StepState;
using core::TrainingStep;
using core::ViewType;

class TrainingPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyStateOffersATraining();
    void chartsFollowTheViewType_data();
    void chartsFollowTheViewType();
    void showsTheLiveNumbers();
    void saysOfAWaitingRunThatItWaits();
    void growsWithTheRun();
    void saysSinceWhenItMemorises();
    void saysWhyValidationChartsAreEmpty();
    void saysWhyANumberDoesNotExist();
    void failedRunSaysItsSentence();
    void showsTheLastRunWhenNothingRuns();
    void stepsSayTheirState_data();
    void stepsSayTheirState();
};

namespace {

core::LiveRun run(ViewType type)
{
    core::LiveRun made;
    made.version = {77};
    made.name = QStringLiteral("v4");
    made.viewName = QStringLiteral("Cells");
    made.type = type;
    made.spec.type = type;
    made.spec.epochs = 20;
    made.spec.batchSize = 16;
    made.trainingItems = 292;
    made.validationItems = 72;
    made.iterationsPerEpoch = 19;
    made.steps = {{TrainingStep::Freeze, StepState::Done, 0, 0, 0.4}, {TrainingStep::Cache, StepState::Done, 364, 364, 11},
                  {TrainingStep::Head, StepState::Skipped, 0, 0, 0}, {TrainingStep::Train, StepState::Running, 7, 20, 0},
                  {TrainingStep::Evaluate, StepState::Waiting, 0, 0, 0}};
    for (int i = 1; i <= 133; ++i)
        made.batches.push_back({(i + 18) / 19, i, i / 19.0, 2.4 - i * 0.013, 1e-3});
    for (int epoch = 1; epoch <= 7; ++epoch) {
        made.epochs.push_back({.epoch = epoch, .trainLoss = 2.0 / epoch, .valLoss = 2.2 / epoch, .accuracy = 0.3 + epoch * 0.05, .seconds = 52, .imagesPerSecond = 7.1});
        if (type != ViewType::Classification)
            made.epochs.back().map = epoch == 7 ? 0.474 : 0.30 + epoch * 0.03;
        if (type == ViewType::Detection)
            made.epochs.back().map50 = 0.8;
    }
    made.bestEpoch = type == ViewType::Classification ? 7 : 6;
    made.status = core::VersionStatus::Running;
    made.secondsLeft = 720;
    made.share = 0.35;
    return made;
}

ui::MetricChart* chart(QWidget& page, const char* name)
{
    return page.findChild<ui::MetricChart*>(QLatin1String(name));
}

QString text(QWidget& page, const char* name)
{
    return page.findChild<QLabel*>(QLatin1String(name))->text();
}

} // namespace

void TrainingPageTest::emptyStateOffersATraining()
{
    SmallProject small(ViewType::Classification);
    ui::TrainingPage page(*small.session);
    page.show();
    QCOMPARE(text(page, "emptySentence"), QStringLiteral("No training is running."));
    QSignalSpy asked(small.session.get(), &ui::Session::trainRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("emptyButton")), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TrainingPageTest::chartsFollowTheViewType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("map");
    QTest::addColumn<int>("mapLines");
    QTest::addColumn<QString>("bestChart");
    QTest::newRow("classification") << int(ViewType::Classification) << false << 0 << QStringLiteral("accuracyChart");
    QTest::newRow("tagging") << int(ViewType::Tagging) << true << 1 << QStringLiteral("mapChart");
    QTest::newRow("detection") << int(ViewType::Detection) << true << 2 << QStringLiteral("mapChart");
}

void TrainingPageTest::chartsFollowTheViewType()
{
    QFETCH(int, type);
    QFETCH(bool, map);
    QFETCH(int, mapLines);
    QFETCH(QString, bestChart);
    SmallProject small {ViewType(type)};
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    page.show();
    page.showRun(run(ViewType(type)));

    QCOMPARE(chart(page, "learningRateChart")->title(), QStringLiteral("Learning rate"));
    QCOMPARE(chart(page, "batchLossChart")->title(), QStringLiteral("Total loss (batch)"));
    QCOMPARE(chart(page, "validationLossChart")->title(), QStringLiteral("Total loss (val set)"));
    QCOMPARE(chart(page, "accuracyChart")->title(), QStringLiteral("Accuracy (val set)"));
    QCOMPARE(chart(page, "mapChart")->title(), QStringLiteral("mAP (val set)"));
    QCOMPARE(chart(page, "mapChart")->isVisible(), map);
    if (map)
        QCOMPARE(int(chart(page, "mapChart")->lines().size()), mapLines);
    for (const char* name : {"accuracyChart", "mapChart"})
        QCOMPARE(chart(page, name)->accessibleDescription().contains(QStringLiteral("Best")), QLatin1String(name) == bestChart);
    QVERIFY(chart(page, "accuracyChart")->toolTip().contains(QStringLiteral("found and discarded")));
    QCOMPARE(chart(page, "validationLossChart")->lines().size(), size_t(2));
}

void TrainingPageTest::showsTheLiveNumbers()
{
    SmallProject small(ViewType::Detection);
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    page.show();
    page.showRun(run(ViewType::Detection));
    QCOMPARE(text(page, "pageTitle"), QStringLiteral("Training v4"));
    QCOMPARE(text(page, "timeLeft"), QStringLiteral("12 min left"));
    QCOMPARE(text(page, "bestValue"), QStringLiteral("48.0\u00a0%"));
    QCOMPARE(text(page, "bestCaption"), QStringLiteral("best mAP, epoch 6"));
    const auto* facts = page.findChild<ui::FactList*>(QStringLiteral("runFacts"));
    QCOMPARE(facts->valueOf(QStringLiteral("Epoch")), QStringLiteral("7 of 20, 52 s each"));
    QCOMPARE(facts->valueOf(QStringLiteral("Iteration")), QStringLiteral("133 of 380"));
    QCOMPARE(facts->valueOf(QStringLiteral("Speed")), QStringLiteral("7.1 images per second"));
    QCOMPARE(page.findChild<ui::StepBar*>()->share(), 0.35);
    QVERIFY(page.findChild<QPushButton*>(QStringLiteral("stopButton"))->isVisible());
    // Under 1,100 the side panel becomes one line.
    page.resize(900, 600);
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("nowPanel"))->isVisible());
    QVERIFY(text(page, "runSummary").contains(QStringLiteral("12 min left")));
}

void TrainingPageTest::saysOfAWaitingRunThatItWaits()
{
    SmallProject small(ViewType::Detection);
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    auto live = run(ViewType::Detection);
    live.status = core::VersionStatus::Queued;
    live.secondsLeft = -1;
    page.showRun(live);
    QCOMPARE(text(page, "timeLeft"), QStringLiteral("Waiting"));
    live.status = core::VersionStatus::Running;
    page.showRun(live);
    QCOMPARE(text(page, "timeLeft"), QStringLiteral("Measuring"));
}

void TrainingPageTest::growsWithTheRun()
{
    SmallProject small(ViewType::Classification);
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    auto live = run(ViewType::Classification);
    const auto all = live.batches;
    live.batches.resize(50);
    page.showRun(live);
    QCOMPARE(chart(page, "batchLossChart")->lines().front().points.size(), size_t(50));
    live.batches = all;
    page.showRun(live);
    const auto points = chart(page, "batchLossChart")->lines().front().points;
    QCOMPARE(points.size(), all.size());
    for (size_t i = 0; i < all.size(); ++i)
        QCOMPARE(points[i], QPointF(all[i].position, all[i].loss)); // values equal the run's record
    auto other = run(ViewType::Classification);
    other.version = {78};
    other.batches.resize(5);
    page.showRun(other);
    QCOMPARE(chart(page, "batchLossChart")->lines().front().points.size(), size_t(5)); // another run begins anew
}

void TrainingPageTest::saysSinceWhenItMemorises()
{
    SmallProject small(ViewType::Classification);
    ui::TrainingPage page(*small.session);
    page.show();
    auto live = run(ViewType::Classification);
    page.showRun(live);
    QVERIFY(!page.findChild<QLabel*>(QStringLiteral("runNote"))->isVisible());
    live.bestEpoch = 7;
    for (int epoch = 8; epoch <= 10; ++epoch)
        live.epochs.push_back({.epoch = epoch, .trainLoss = 2.0 / epoch, .valLoss = 0.3 + epoch * 0.1});
    page.showRun(live);
    QCOMPARE(text(page, "runNote"), QStringLiteral("Since epoch 8 the network memorises the training images. The best checkpoint is kept from epoch 7."));
}

void TrainingPageTest::saysWhyValidationChartsAreEmpty()
{
    SmallProject small(ViewType::Detection);
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    page.show();
    auto live = run(ViewType::Detection);
    live.validationItems = 0;
    page.showRun(live);
    for (const char* name : {"validationLossChart", "accuracyChart", "mapChart"}) {
        bool said = false;
        for (const auto* label : chart(page, name)->findChildren<QLabel*>())
            said |= label->isVisible() && label->text().contains(QStringLiteral("no validation images"));
        QVERIFY2(said, name);
    }
}

/// Validation pictures without a box: the losses exist, the metrics do not.
void TrainingPageTest::saysWhyANumberDoesNotExist()
{
    SmallProject small(ViewType::Detection);
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    page.show();
    auto live = run(ViewType::Detection);
    for (auto& epoch : live.epochs)
        epoch.accuracy = epoch.map = epoch.map50 = std::nullopt;
    page.showRun(live);
    const auto said = [&page](const char* name) {
        for (const auto* label : chart(page, name)->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("cannot be measured")))
                return true;
        }
        return false;
    };
    QVERIFY(said("accuracyChart") && said("mapChart"));
    QVERIFY(!said("validationLossChart"));
    QVERIFY2(text(page, "bestCaption").contains(QLatin1String("epoch 6")), qPrintable(text(page, "bestCaption")));
}

void TrainingPageTest::failedRunSaysItsSentence()
{
    SmallProject small(ViewType::Detection);
    ui::TrainingPage page(*small.session);
    page.show();
    auto live = run(ViewType::Detection);
    live.status = core::VersionStatus::Failed;
    live.failure = QStringLiteral("The disk is full. The best epoch, 6, is kept.");
    page.showRun(live);
    QCOMPARE(text(page, "runNote"), live.failure);
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("stopButton"))->isVisible());
}

void TrainingPageTest::showsTheLastRunWhenNothingRuns()
{
    SmallProject small(ViewType::Detection);
    small.addVersion(QStringLiteral("old one"));
    ui::TrainingPage page(*small.session);
    page.resize(1300, 900);
    page.show();
    QCOMPARE(text(page, "pageTitle"), QStringLiteral("Training old one"));
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("nothingRunning"))->isVisible());
    QCOMPARE(chart(page, "mapChart")->lines().front().points.size(), size_t(4));
    QTRY_COMPARE(chart(page, "batchLossChart")->lines().front().points.size(), size_t(40)); // read by a job
}

void TrainingPageTest::stepsSayTheirState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("words");
    QTest::newRow("waiting") << int(StepState::Waiting) << 0 << QStringLiteral("waiting");
    QTest::newRow("running, counted") << int(StepState::Running) << 20 << QStringLiteral("7 of 20");
    QTest::newRow("running") << int(StepState::Running) << 0 << QStringLiteral("running");
    QTest::newRow("done") << int(StepState::Done) << 20 << QStringLiteral("11 s");
    QTest::newRow("skipped") << int(StepState::Skipped) << 0 << QStringLiteral("skipped");
    QTest::newRow("failed") << int(StepState::Failed) << 0 << QStringLiteral("failed");
}

void TrainingPageTest::stepsSayTheirState()
{
    QFETCH(int, state);
    QFETCH(int, total);
    QTEST(ui::StepBar::stateText({TrainingStep::Train, StepState(state), 7, total, 11}), "words");
}

QTEST_MAIN(TrainingPageTest)
#include "TrainingPageTest.moc"
