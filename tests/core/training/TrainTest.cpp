#include "MadePictures.h"

#include "core/base/Error.h"

#include <QDir>
#include <QFile>
#include <QtTest>

/// Whole runs on small sets that are made here: what is learnt, reported, kept, and what happens when a run is ended.
class TrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClassifierLearnsTwoColours();
    void everyIterationAndEpochIsReported();
    void equalRunsGiveEqualNumbers();
    void theSeedMatters();
    void stoppingKeepsTheBestSoFar_data();
    void stoppingKeepsTheBestSoFar();
    void withoutValidationTheLastEpochIsKept();
    void aLostFolderEndsWithASentence();
    void aLossThatIsNoNumberKeepsTheBest_data();
    void aLossThatIsNoNumberKeepsTheBest();
    void nothingToTrainOnIsRefused();

private:
    core::TrainingSpec small(core::ViewType type = core::ViewType::Classification) const;
    core::TrainingSpec tiny(int epochs) const;
};

namespace {

struct Heard {
    std::vector<core::BatchMetrics> batches;
    std::vector<core::EpochMetrics> epochs;
    std::vector<core::StepReport> steps;
    std::vector<bool> best;
    std::function<bool(const Heard&)> isCanceled;

    core::TrainingListener listener()
    {
        return {[this](const core::StepReport& step) { steps.push_back(step); }, [this](const core::BatchMetrics& batch) { batches.push_back(batch); },
            [this](const core::EpochMetrics& epoch, bool isBest) {
                epochs.push_back(epoch);
                best.push_back(isBest);
            },
            [this] { return isCanceled && isCanceled(*this); }};
    }
};

core::TrainingPlaces placesIn(const QTemporaryDir& folder)
{
    QDir(folder.path()).mkpath(QStringLiteral("version"));
    return {folder.filePath(QStringLiteral("version")), folder.filePath(QStringLiteral("cache"))};
}

} // namespace

/// The smallest that still is a run: no head phase, pictures of 32 px. For what does not ask how well it learns.
core::TrainingSpec TrainTest::tiny(int epochs) const
{
    auto spec = small();
    spec.weights = core::StartWeights::None;
    spec.imageSize = 32;
    spec.epochs = epochs;
    return spec;
}

core::TrainingSpec TrainTest::small(core::ViewType type) const
{
    auto spec = core::defaultSpec(type, 48);
    spec.imageSize = 64;
    spec.batchSize = 16;
    spec.epochs = 1;
    spec.device = QStringLiteral("cpu");
    spec.threads = 1; // steps so small that sharing them costs more than it gives
    return spec;
}

void TrainTest::aClassifierLearnsTwoColours()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 48, 16);
    const auto places = placesIn(folder);
    Heard heard;
    const auto result = core::train(small(), data, places, heard.listener());

    QVERIFY(!result.stopped);
    QVERIFY(result.hasWeights);
    QCOMPARE(result.metric, QStringLiteral("accuracy"));
    QVERIFY2(result.value.value_or(0) >= 0.9, qPrintable(QString::number(result.value.value_or(0))));
    QCOMPARE(result.validation.accuracy, result.value);
    QCOMPARE(int(result.validationPredictions.size()), 16);
    QCOMPARE(result.input, QSize(64, 64));
    QVERIFY(QFile::exists(places.versionFolder + QStringLiteral("/weights.safetensors")));
    QVERIFY(QFile::exists(places.versionFolder + QStringLiteral("/last.safetensors")));
    QVERIFY(QDir(places.versionFolder).entryList({QStringLiteral("*.part")}).isEmpty());
}

void TrainTest::everyIterationAndEpochIsReported()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 37, 8); // the last batch holds 5
    const auto spec = tiny(2);
    Heard heard;
    core::train(spec, data, placesIn(folder), heard.listener());

    QCOMPARE(int(heard.batches.size()), 6);
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(heard.batches[size_t(i)].iteration, i + 1);
        QCOMPARE(heard.batches[size_t(i)].epoch, i / 3 + 1);
        QCOMPARE(heard.batches[size_t(i)].position, (i + 1) / 3.0);
        QVERIFY(heard.batches[size_t(i)].learningRate > 0);
    }
    QCOMPARE(int(heard.epochs.size()), 2);
    const auto& first = heard.epochs.front();
    QCOMPARE(first.epoch, 1);
    QVERIFY(first.trainLoss && first.valLoss && first.accuracy && !first.map);
    QVERIFY(heard.best.front());
    double sum = 0;
    for (int i = 0; i < 3; ++i)
        sum += heard.batches[size_t(i)].loss;
    QCOMPARE(*first.trainLoss, sum / 3);

    QList<core::TrainingStep> order;
    for (const auto& step : heard.steps) {
        if (order.isEmpty() || order.last() != step.step)
            order << step.step;
    }
    using enum core::TrainingStep;
    QCOMPARE(order, (QList<core::TrainingStep>{Cache, Head, Train, Evaluate, Thresholds, Save}));
    QCOMPARE(heard.steps.back().state, core::StepState::Done);
}

void TrainTest::equalRunsGiveEqualNumbers()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 40, 12);
    Heard first, second;
    const auto one = core::train(small(), data, placesIn(folder), first.listener());
    const auto two = core::train(small(), data, placesIn(folder), second.listener());
    QCOMPARE(first.batches, second.batches);
    QCOMPARE(one.validationPredictions, two.validationPredictions);
}

void TrainTest::theSeedMatters()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 24, 4);
    auto spec = tiny(1);
    Heard first, second;
    core::train(spec, data, placesIn(folder), first.listener());
    spec.seed = 2;
    core::train(spec, data, placesIn(folder), second.listener());
    QVERIFY(first.batches != second.batches);
}

void TrainTest::stoppingKeepsTheBestSoFar_data()
{
    QTest::addColumn<int>("epochsBefore");  // stop once so many epochs were reported …
    QTest::addColumn<int>("batchesBefore"); // … and so many batches
    QTest::addColumn<bool>("hasWeights");
    QTest::newRow("at once") << 0 << 0 << false;
    QTest::newRow("in the first epoch") << 0 << 1 << false;
    QTest::newRow("in the second epoch") << 1 << 4 << true;
}

void TrainTest::stoppingKeepsTheBestSoFar()
{
    QFETCH(int, epochsBefore);
    QFETCH(int, batchesBefore);
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 48, 8);
    const auto spec = tiny(3);
    Heard heard;
    heard.isCanceled = [=](const Heard& so) { return int(so.epochs.size()) >= epochsBefore && int(so.batches.size()) >= batchesBefore; };
    const auto places = placesIn(folder);
    const auto result = core::train(spec, data, places, heard.listener());

    QVERIFY(result.stopped);
    QTEST(result.hasWeights, "hasWeights");
    QCOMPARE(result.epochsDone, epochsBefore);
    QCOMPARE(int(heard.batches.size()), batchesBefore); // not one more
    QCOMPARE(QFile::exists(places.versionFolder + QStringLiteral("/weights.safetensors")), result.hasWeights);
    QCOMPARE(result.validation.accuracy.has_value(), result.hasWeights);
}

void TrainTest::withoutValidationTheLastEpochIsKept()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 24, 0);
    const auto spec = tiny(2);
    Heard heard;
    const auto result = core::train(spec, data, placesIn(folder), heard.listener());
    QCOMPARE(result.bestEpoch, 2);
    QVERIFY(result.hasWeights && !result.value);
    QVERIFY(!heard.epochs.front().valLoss && !heard.epochs.front().accuracy);
    QCOMPARE(result.thresholds, (std::vector<double>{0, 0}));
}

void TrainTest::aLostFolderEndsWithASentence()
{
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 8, 4);
    auto places = placesIn(folder);
    places.versionFolder += QStringLiteral("/gone");
    const auto spec = tiny(1);
    Heard heard;
    try {
        core::train(spec, data, places, heard.listener());
        QFAIL("no error");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("gone")), error.what());
    }
}

void TrainTest::aLossThatIsNoNumberKeepsTheBest_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("head phase") << int(core::ViewType::Classification);
    QTest::newRow("first batch") << int(core::ViewType::Detection);
}

/// "Pretrained" weights so large that the first forward pass overflows.
void TrainTest::aLossThatIsNoNumberKeepsTheBest()
{
    QFETCH(int, type);
    const QTemporaryDir folder;
    QFile weights(folder.filePath(QStringLiteral("efficientnet-lite0.safetensors")));
    QVERIFY(weights.open(QIODevice::WriteOnly));
    QByteArray header = R"({"blocks.6.0.conv_pwl.weight":{"dtype":"F32","shape":[320,1152,1,1],"data_offsets":[0,1474560]}})";
    header.append(8 - header.size() % 8, ' ');
    QByteArray length(8, 0);
    length[0] = char(header.size());
    const std::vector<float> values(320 * 1152, 1e38F);
    weights.write(length + header);
    weights.write(reinterpret_cast<const char*>(values.data()), qint64(values.size() * sizeof(float)));
    weights.close();

    const auto places = placesIn(folder);
    QFile best(places.versionFolder + QStringLiteral("/weights.safetensors"));
    QVERIFY(best.open(QIODevice::WriteOnly));
    best.write("the best so far");
    best.close();
    const auto before = qgetenv("ORIEL_WEIGHTS");
    qputenv("ORIEL_WEIGHTS", folder.path().toUtf8());
    const auto restore = qScopeGuard([&] { before.isEmpty() ? qunsetenv("ORIEL_WEIGHTS") : qputenv("ORIEL_WEIGHTS", before); });
    auto spec = small(core::ViewType(type));
    spec.imageSize = 64;
    try {
        core::train(spec, core::ViewType(type) == core::ViewType::Detection ? made::squares(folder, 8, 2) : made::twoColours(folder, 8, 2), places, {});
        QFAIL("no error");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("not a number")), error.what());
    }
    QVERIFY(best.open(QIODevice::ReadOnly));
    QCOMPARE(best.readAll(), QByteArray("the best so far"));
}

void TrainTest::nothingToTrainOnIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN(core::train(small(), made::twoColours(folder, 0, 4), placesIn(folder), {}), core::Error);
    auto spec = small();
    spec.batchSize = 0;
    QVERIFY_EXCEPTION_THROWN(core::train(spec, made::twoColours(folder, 4, 4), placesIn(folder), {}), core::Error);
}

QTEST_GUILESS_MAIN(TrainTest)
#include "TrainTest.moc"
