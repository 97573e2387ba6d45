#include "MadePictures.h"

#include <QDir>
#include <QtTest>

/// What is particular to tagging and detection runs.
class TaggingDetectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaggerLearnsTwoColours();
    void whatIsUnseenChangesNothing();
    void aDetectorLearnsSquares();
    void aDetectorLearnsSmallThings();
};

namespace {

core::TrainingSpec small(core::ViewType type)
{
    auto spec = core::defaultSpec(type, 48);
    spec.imageSize = type == core::ViewType::Detection ? 128 : 64;
    spec.batchSize = 8;
    spec.epochs = 1;
    spec.device = QStringLiteral("cpu");
    spec.threads = 1;
    return spec;
}

struct Run {
    core::TrainingResult result;
    std::vector<double> losses;
    std::vector<core::EpochMetrics> epochs;
};

Run run(const core::TrainingSpec& spec, const core::TrainingData& data, const QTemporaryDir& folder)
{
    QDir(folder.path()).mkpath(QStringLiteral("version"));
    Run run;
    core::TrainingListener listener;
    listener.batchFinished = [&run](const core::BatchMetrics& batch) { run.losses.push_back(batch.loss); };
    listener.epochFinished = [&run](const core::EpochMetrics& epoch, bool) { run.epochs.push_back(epoch); };
    run.result = core::train(spec, data, {folder.filePath(QStringLiteral("version")), folder.filePath(QStringLiteral("cache"))}, listener);
    return run;
}

} // namespace

void TaggingDetectionTest::aTaggerLearnsTwoColours()
{
    const QTemporaryDir folder;
    const auto result = run(small(core::ViewType::Tagging), made::twoTags(folder, 48, 18), folder).result;
    QCOMPARE(result.metric, QStringLiteral("map"));
    QVERIFY2(result.value.value_or(0) >= 0.9, qPrintable(QString::number(result.value.value_or(0))));
    QCOMPARE(result.validation.map, result.value);
    QCOMPARE(int(result.thresholds.size()), 2);
    QCOMPARE(result.validation.concepts[1].support, 6); // unseen ones are not counted
}

/// Pictures whose answers are all unseen are exchanged for quite other ones, in training and in validation: nothing may change, neither
/// what is learnt nor how it is judged.
void TaggingDetectionTest::whatIsUnseenChangesNothing()
{
    const QTemporaryDir folder, other;
    auto spec = small(core::ViewType::Tagging);
    spec.epochs = 0;
    auto data = made::twoTags(folder, 24, 8);
    for (size_t i = 0; i < 6; ++i)
        data.train[i].answers = {-1, -1};
    for (size_t i = 0; i < 3; ++i)
        data.validation[i].answers = {-1, -1};
    auto changed = data;
    core::Random random(77);
    for (size_t i = 0; i < 6; ++i)
        changed.train[i].image.path = made::saved(other, made::disc(Qt::blue, random), int(i)).image.path;
    for (size_t i = 0; i < 3; ++i)
        changed.validation[i].image.path = made::saved(other, made::disc(i == 0 ? Qt::red : Qt::green, random), 30 + int(i)).image.path;
    const auto first = run(spec, data, folder), second = run(spec, changed, other);
    QVERIFY(first.losses.size() > 3);
    QCOMPARE(first.losses, second.losses);
    QCOMPARE(first.epochs.size(), size_t(1));
    QCOMPARE(first.epochs[0].valLoss, second.epochs[0].valLoss);
    QCOMPARE(first.epochs[0].map, second.epochs[0].map);
    QCOMPARE(first.epochs[0].accuracy, second.epochs[0].accuracy);
    QCOMPARE(first.result.thresholds, second.result.thresholds);
    QCOMPARE(core::toJson(first.result.validation), core::toJson(second.result.validation));
    for (size_t i = 0; i < 8; ++i) // the same network; other pictures are answered otherwise
        QCOMPARE(first.result.validationPredictions[i] == second.result.validationPredictions[i], i >= 3);

    auto answered = changed; // but as soon as one of them has an answer, it does change something
    answered.train[0].answers = {1, -1};
    const auto third = run(spec, answered, folder);
    QVERIFY(first.losses != third.losses);
    QVERIFY(first.result.validationPredictions[7] != third.result.validationPredictions[7]);
    auto judged = changed;
    judged.validation[0].answers = {-1, 1}; // of a red disc
    QVERIFY(run(spec, judged, folder).epochs[0].valLoss != first.epochs[0].valLoss);
}

/// Things of 5 px, smaller than a cell and mostly between the cells' centres, are found nevertheless.
void TaggingDetectionTest::aDetectorLearnsSmallThings()
{
    const QTemporaryDir folder;
    auto spec = small(core::ViewType::Detection);
    spec.epochs = 20;
    const auto result = run(spec, made::specks(folder, 40, 8, 5), folder).result;
    QVERIFY2(result.validation.accuracy.value_or(0) > 0.2 || result.validation.map50.value_or(0) > 0.2,
        qPrintable(QStringLiteral("%1 %2").arg(result.validation.accuracy.value_or(0)).arg(result.validation.map50.value_or(0))));
}

void TaggingDetectionTest::aDetectorLearnsSquares()
{
    const QTemporaryDir folder;
    auto spec = small(core::ViewType::Detection);
    spec.epochs = 14;
    const auto result = run(spec, made::squares(folder, 40, 8), folder).result;
    QCOMPARE(result.input, QSize(128, 96));
    QVERIFY2(result.validation.map50.value_or(0) > 0.5, qPrintable(QString::number(result.validation.map50.value_or(0))));
    QVERIFY(result.validation.accuracy && result.validation.map && result.validation.lrp);
    QCOMPARE(result.value, result.validation.map);
}

QTEST_GUILESS_MAIN(TaggingDetectionTest)
#include "TaggingDetectionTest.moc"
