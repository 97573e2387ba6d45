#include "MadePictures.h"

#include "core/base/Error.h"
#include "core/networks/NetworkRegistry.h"
#include "core/networks/Predict.h"
#include "core/networks/Weights.h"
#include "core/pictures/PixelCache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSettings>
#include <QtTest>

#include <torch/torch.h>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

/// Whole runs on small sets that are made here: what is learnt, reported, kept, and what happens when a run is ended.
class TrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClassifierLearnsTwoColours();
    void everyIterationAndEpochIsReported();
    void equalRunsGiveEqualNumbers_data();
    void equalRunsGiveEqualNumbers();
    void aStoppedRunGoesOnAsIfItHadNeverBeen_data();
    void aStoppedRunGoesOnAsIfItHadNeverBeen();
    void theSeedMatters();
    void stoppingKeepsTheBestSoFar_data();
    void stoppingKeepsTheBestSoFar();
    void withoutValidationTheLastEpochIsKept_data();
    void withoutValidationTheLastEpochIsKept();
    void picturesThatCannotBeReadArePassedOver_data();
    void picturesThatCannotBeReadArePassedOver();
    void aDiskThatTakesNoMoreKeepsTheBest();
    void aLostFolderEndsWithASentence();
    void aLossThatIsNoNumberKeepsTheBest_data();
    void aLossThatIsNoNumberKeepsTheBest();
    void nothingToTrainOnIsRefused();

private:
    core::TrainingSpec small(core::ViewType type = core::ViewType::Classification) const;
    core::TrainingSpec tiny(int epochs, core::ViewType type = core::ViewType::Classification) const;

    QTemporaryDir m_settings;
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

/// Empty: there is no such file.
QByteArray fileHash(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1) : QByteArray();
}

/// What the weights on the disk answer on these pictures.
std::vector<core::Prediction> answersOf(const QString& weights, const core::NetworkShape& shape, const std::vector<core::Example>& examples)
{
    const auto network = core::buildNetwork(shape);
    core::loadTensors(*network, core::readSafetensors(weights), core::Missing::Refuse);
    network->eval();
    std::vector<core::RegionPixels> pictures;
    for (const auto& example : examples)
        pictures.push_back(core::PixelCache::reduced(example, network->preparation().stored()));
    return core::predict(*network, {}, pictures);
}

core::TrainingPlaces placesIn(const QTemporaryDir& folder)
{
    QDir(folder.path()).mkpath(QStringLiteral("version"));
    return {folder.filePath(QStringLiteral("version")), folder.filePath(QStringLiteral("cache"))};
}

} // namespace

/// What is measured on this machine is not left in the person's settings.
void TrainTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

/// The smallest that still is a run: no head phase, pictures of 32 px. For what does not ask how well it learns.
core::TrainingSpec TrainTest::tiny(int epochs, core::ViewType type) const
{
    auto spec = small(type);
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
    QCOMPARE(QDir(places.versionFolder).entryList(QDir::Files), QStringList{QStringLiteral("weights.safetensors")});
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

void TrainTest::equalRunsGiveEqualNumbers_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("weights");
    for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection}) {
        QTest::addRow("%s from scratch", qPrintable(core::keyOf(type))) << int(type) << int(core::StartWeights::None);
        QTest::addRow("%s with weights, if there are any", qPrintable(core::keyOf(type))) << int(type) << int(core::StartWeights::ImageNet);
    }
}

/// Exactly equal, though the first of them measures which numbers are faster here, and something else is built while the second runs.
void TrainTest::equalRunsGiveEqualNumbers()
{
    QFETCH(int, type);
    QFETCH(int, weights);
    const QTemporaryDir folder;
    const auto data = made::ofType(core::ViewType(type), folder, 20, 8);
    auto spec = tiny(2, core::ViewType(type));
    spec.weights = core::StartWeights(weights);
    spec.imageSize = weights == int(core::StartWeights::None) ? 32 : 64; // a size that was not measured yet
    spec.batchSize = 8;
    QSettings().clear();
    Heard first, second;
    const auto one = core::train(spec, data, {folder.path(), {}}, first.listener());
    const QByteArray weightsOfOne = fileHash(folder.filePath(QStringLiteral("weights.safetensors")));
    second.isCanceled = [](const Heard&) { // asked between batches
        torch::rand(7);
        return false;
    };
    const auto two = core::train(one.spec, data, {folder.path(), {}}, second.listener());
    QVERIFY(first.batches.size() >= 6);
    QCOMPARE(first.batches, second.batches);
    QCOMPARE(first.epochs.size(), second.epochs.size());
    for (size_t i = 0; i < first.epochs.size(); ++i) {
        auto same = first.epochs[i]; // but for how long it took
        same.seconds = second.epochs[i].seconds;
        same.imagesPerSecond = second.epochs[i].imagesPerSecond;
        QCOMPARE(same, second.epochs[i]);
    }
    QCOMPARE(first.best, second.best);
    QCOMPARE(one.bestEpoch, two.bestEpoch);
    QCOMPARE(one.thresholds, two.thresholds);
    QCOMPARE(one.validationPredictions, two.validationPredictions);
    QVERIFY(!weightsOfOne.isEmpty());
    QCOMPARE(fileHash(folder.filePath(QStringLiteral("weights.safetensors"))), weightsOfOne); // and what is kept is the same, bit for bit
    QVERIFY(one.spec.learnPrecision != core::Precision::Auto && one.spec.answerPrecision != core::Precision::Auto);
    QCOMPARE(two.spec, one.spec);
}

void TrainTest::aStoppedRunGoesOnAsIfItHadNeverBeen_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("optimizer");
    QTest::addColumn<int>("after"); // batches
    QTest::newRow("classification in the first epoch") << int(core::ViewType::Classification) << int(core::Optimizer::AdamW) << 1;
    QTest::newRow("tagging between epochs") << int(core::ViewType::Tagging) << int(core::Optimizer::AdamW) << 3;
    QTest::newRow("detection in the second epoch") << int(core::ViewType::Detection) << int(core::Optimizer::AdamW) << 5;
    QTest::newRow("momentum") << int(core::ViewType::Detection) << int(core::Optimizer::SgdMomentum) << 4;
}

void TrainTest::aStoppedRunGoesOnAsIfItHadNeverBeen()
{
    QFETCH(int, type);
    QFETCH(int, optimizer);
    QFETCH(int, after);
    const QTemporaryDir folder;
    const auto data = made::ofType(core::ViewType(type), folder, 20, 8);
    auto spec = tiny(3, core::ViewType(type));
    spec.batchSize = 8; // three batches an epoch
    spec.optimizer = core::Optimizer(optimizer);
    Heard whole, before, afterwards;
    const auto expected = core::train(spec, data, {folder.path(), {}}, whole.listener());

    const QString state = folder.filePath(QStringLiteral("resume.safetensors"));
    before.isCanceled = [after](const Heard& so) { return int(so.batches.size()) >= after; };
    QVERIFY(core::train(spec, data, {folder.path(), {}, state, {}}, before.listener()).stopped);
    const auto result = core::train(spec, data, {folder.path(), {}, {}, state}, afterwards.listener());

    auto together = before.batches;
    together.insert(together.end(), afterwards.batches.begin(), afterwards.batches.end());
    QCOMPARE(together, whole.batches);
    QCOMPARE(afterwards.epochs.back().valLoss, whole.epochs.back().valLoss);
    QCOMPARE(afterwards.epochs.back().trainLoss, whole.epochs.back().trainLoss);
    QCOMPARE(result.bestEpoch, expected.bestEpoch);
    QCOMPARE(result.value, expected.value);
    QCOMPARE(result.validationPredictions, expected.validationPredictions);
    QVERIFY(!result.stopped);

    spec.seed = 9; // another training
    QVERIFY_EXCEPTION_THROWN(core::train(spec, data, {folder.path(), {}, {}, state}, {}), core::Error);
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

void TrainTest::withoutValidationTheLastEpochIsKept_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("hasValidation"); // pictures, of which none says anything
    QTest::addColumn<double>("threshold");
    for (const bool has : {false, true}) {
        QTest::addRow("classification, %s", has ? "no class" : "no picture") << int(core::ViewType::Classification) << has << 0.0;
        QTest::addRow("tagging, %s", has ? "no yes" : "no picture") << int(core::ViewType::Tagging) << has << 0.5;
        QTest::addRow("detection, %s", has ? "no box" : "no picture") << int(core::ViewType::Detection) << has << 0.5;
    }
}

/// A number that does not exist decides nothing: no patience, the last epoch is kept and lies on the disk, and the result says so.
void TrainTest::withoutValidationTheLastEpochIsKept()
{
    QFETCH(int, type);
    QFETCH(bool, hasValidation);
    QFETCH(double, threshold);
    const QTemporaryDir folder;
    auto data = made::ofType(core::ViewType(type), folder, 6, hasValidation ? 3 : 0);
    for (auto& example : data.validation) {
        example.label = -1;
        example.boxes.clear();
        for (auto& answer : example.answers)
            answer = std::min<qint8>(answer, 0);
    }
    auto spec = tiny(12, core::ViewType(type)); // more than anybody's patience
    spec.answerPrecision = core::Precision::Float32;
    const auto places = placesIn(folder);
    Heard heard;
    auto listener = heard.listener();
    std::vector<QByteArray> onDisk;
    listener.epochFinished = [&, before = listener.epochFinished](const core::EpochMetrics& epoch, bool isBest) {
        before(epoch, isBest);
        onDisk.push_back(fileHash(places.versionFolder + QStringLiteral("/weights.safetensors")));
    };
    const auto result = core::train(spec, data, places, listener);
    QCOMPARE(result.bestEpoch, 12);
    QCOMPARE(int(heard.epochs.size()), 12);
    QVERIFY(result.hasWeights && !result.value);
    QCOMPARE(heard.epochs.front().valLoss.has_value(), hasValidation);
    QCOMPARE(result.thresholds, (std::vector<double>{threshold, threshold}));
    QCOMPARE(result.lastKept.isEmpty(), !hasValidation);
    QVERIFY(result.note.contains(result.lastKept));
    QCOMPARE(int(onDisk.size()), 12);
    for (size_t i = 0; i < onDisk.size(); ++i) {
        QVERIFY(heard.best[i]);
        QVERIFY(i == 0 || onDisk[i] != onDisk[i - 1]); // each epoch's weights are written
    }
    // What lies there in the end is the last epoch, and what the result says of it was said by it.
    const QString weights = places.versionFolder + QStringLiteral("/weights.safetensors");
    QCOMPARE(fileHash(weights), onDisk.back());
    const auto expected = answersOf(weights, {spec.architecture, spec.type, 2, result.input}, data.validation);
    QCOMPARE(result.validationPredictions.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        const auto& said = result.validationPredictions[i];
        QCOMPARE(said.scores.size(), expected[i].scores.size());
        for (size_t k = 0; k < said.scores.size(); ++k)
            QVERIFY(std::abs(said.scores[k] - expected[i].scores[k]) < 1e-5);
        QCOMPARE(said.boxes.size(), expected[i].boxes.size());
        for (size_t k = 0; k < said.boxes.size(); ++k)
            QVERIFY(std::abs(said.boxes[k].score - expected[i].boxes[k].score) < 1e-5);
    }
}

void TrainTest::picturesThatCannotBeReadArePassedOver_data()
{
    QTest::addColumn<int>("pictures"); // for training, with a tenth of it for validation
    QTest::addColumn<QList<int>>("gone");
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("starts");
    QTest::newRow("one of few") << 20 << QList<int>{3} << QStringLiteral("missing") << true;
    QTest::newRow("one of few, in validation") << 20 << QList<int>{21} << QStringLiteral("missing") << true;
    QTest::newRow("changed since it was recorded") << 20 << QList<int>{3} << QStringLiteral("changed") << true;
    QTest::newRow("broken") << 20 << QList<int>{3} << QStringLiteral("broken") << true;
    QTest::newRow("two of few") << 20 << QList<int>{3, 4} << QStringLiteral("missing") << false;
    QTest::newRow("two of a hundred and more") << 100 << QList<int>{3, 4} << QStringLiteral("missing") << true;
    QTest::newRow("three of a hundred and more") << 100 << QList<int>{3, 4, 105} << QStringLiteral("missing") << false;
    QTest::newRow("twelve") << 20 << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11} << QStringLiteral("broken") << false;
}

void TrainTest::picturesThatCannotBeReadArePassedOver()
{
    QFETCH(int, pictures);
    QFETCH(QList<int>, gone);
    QFETCH(QString, how);
    QFETCH(bool, starts);
    const QTemporaryDir folder;
    auto data = made::twoColours(folder, pictures, pictures / 10);
    for (const int index : gone) {
        auto& example = index < pictures ? data.train[size_t(index)] : data.validation[size_t(index - pictures)];
        if (how == QLatin1String("missing"))
            QFile::remove(example.image.path);
        else if (how == QLatin1String("changed"))
            example.image.sha256 = QByteArray(32, 'x');
        else
            QVERIFY(QFile::resize(example.image.path, 40));
    }
    auto spec = tiny(1);
    spec.batchSize = 32;
    std::vector<core::SkippedPicture> told;
    core::TrainingListener listener;
    listener.picturesSkipped = [&](const std::vector<core::SkippedPicture>& skipped) { told = skipped; };
    try {
        const auto result = core::train(spec, data, placesIn(folder), listener);
        QVERIFY(starts);
        QCOMPARE(int(result.skipped.size()), int(gone.size()));
        QCOMPARE(result.skipped, told);
        for (int i = 0; i < int(gone.size()); ++i) {
            QCOMPARE(result.skipped[size_t(i)].item.value, gone[i] + 1);
            QVERIFY(!result.skipped[size_t(i)].why.isEmpty());
            QVERIFY2(result.note.contains(QStringLiteral("%1.png").arg(gone[i])), qPrintable(result.note));
        }
        const auto lost = std::ranges::count_if(gone, [&](int index) { return index >= pictures; });
        QCOMPARE(int(result.validationPredictions.size()), pictures / 10 - int(lost));
    } catch (const core::Error& error) {
        QVERIFY2(!starts, error.what());
        QVERIFY2(error.message().contains(QStringLiteral("%1.png").arg(gone.first())), error.what());
        QCOMPARE(int(error.message().count(QLatin1Char('\n'))), std::min(11, int(gone.size())));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("version/weights.safetensors"))));
    }
}

void TrainTest::aDiskThatTakesNoMoreKeepsTheBest()
{
#ifdef Q_OS_LINUX // no file may grow beyond 1 MB once the first epoch is kept
    const QTemporaryDir folder;
    const auto data = made::twoColours(folder, 12, 0);
    const auto places = placesIn(folder);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
    Heard heard;
    auto listener = heard.listener();
    QByteArray best;
    listener.epochFinished = [&](const core::EpochMetrics& epoch, bool) {
        QCOMPARE(epoch.epoch, 1);
        QFile file(places.versionFolder + QStringLiteral("/weights.safetensors"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        best = file.readAll();
        const rlimit small{1 << 20, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    };
    try {
        core::train(tiny(3), data, places, listener);
        QFAIL("no error");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("could not be saved")), error.what());
        QVERIFY2(!error.message().contains(QStringLiteral("Unknown error")), error.what());
    }
    QFile file(places.versionFolder + QStringLiteral("/weights.safetensors"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), best);
    QCOMPARE(QDir(places.versionFolder).entryList(QDir::Files), QStringList{QStringLiteral("weights.safetensors")});
#endif
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
