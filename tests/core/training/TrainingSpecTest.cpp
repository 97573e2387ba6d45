#include "core/base/Error.h"
#include "core/training/Devices.h"
#include "core/training/Pace.h"
#include "core/training/SpecFields.h"
#include "core/training/Train.h"

#include <QJsonObject>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using core::ViewType;

class TrainingSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsFollowTypeAndNumberOfPictures_data();
    void defaultsFollowTypeAndNumberOfPictures();
    void jsonKeepsEveryOption();
    void aCommandMakesTheSameSpec_data();
    void aCommandMakesTheSameSpec();
    void unknownKeysKeepTheirDefault();
    void valuesOutOfRangeAreNamed_data();
    void valuesOutOfRangeAreNamed();
    void noEpochIsTheHeadPhaseOrNothing();
    void everyFieldKnowsItsValues();
    void schedulesRunFromOneToTheirEnd_data();
    void schedulesRunFromOneToTheirEnd();
    void theInputFollowsThePictures_data();
    void theInputFollowsThePictures();
    void thePaceIsMeasured();
    void theProcessorIsAlwaysThere();
};

void TrainingSpecTest::defaultsFollowTypeAndNumberOfPictures_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<double>("rate");
    QTest::newRow("a few classified") << int(ViewType::Classification) << 244 << 20 << 2e-4;
    QTest::newRow("many classified") << int(ViewType::Classification) << 3068 << 3 << 1e-3;
    QTest::newRow("a few tagged") << int(ViewType::Tagging) << 205 << 20 << 2e-3;
    QTest::newRow("very many tagged") << int(ViewType::Tagging) << 50000 << 2 << 2e-3;
    QTest::newRow("205 with boxes") << int(ViewType::Detection) << 205 << 44 << 3e-3;
    QTest::newRow("few with boxes") << int(ViewType::Detection) << 12 << 60 << 3e-3;
    QTest::newRow("many with boxes") << int(ViewType::Detection) << 5000 << 10 << 3e-3;
    QTest::newRow("none yet") << int(ViewType::Detection) << 0 << 60 << 3e-3;
}

void TrainingSpecTest::defaultsFollowTypeAndNumberOfPictures()
{
    QFETCH(int, type);
    QFETCH(int, pictures);
    const auto spec = core::defaultSpec(ViewType(type), pictures);
    QTEST(spec.epochs, "epochs");
    QTEST(spec.learningRate, "rate");
    core::validate(spec);
}

void TrainingSpecTest::aCommandMakesTheSameSpec_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QJsonObject>("changed");
    QTest::addColumn<int>("words");
    QTest::newRow("nothing changed") << int(ViewType::Detection) << QJsonObject() << 0;
    QTest::newRow("a number") << int(ViewType::Tagging) << QJsonObject{{QStringLiteral("epochs"), 7}} << 2;
    QTest::newRow("a rate") << int(ViewType::Detection) << QJsonObject{{QStringLiteral("learningRate"), 0.00012345}} << 2;
    QTest::newRow("a word") << int(ViewType::Classification) << QJsonObject{{QStringLiteral("optimizer"), QStringLiteral("sgd")}} << 2;
    QTest::newRow("another network with its own defaults") << int(ViewType::Classification) << QJsonObject{{QStringLiteral("architecture"), QStringLiteral("efficientnet-lite2")}} << -1;
    QTest::newRow("all at once") << int(ViewType::Classification)
                                 << QJsonObject{{QStringLiteral("architecture"), QStringLiteral("efficientnet-lite1")}, {QStringLiteral("epochs"), 3}, {QStringLiteral("batchSize"), 8},
                                                {QStringLiteral("schedule"), QStringLiteral("constant")}, {QStringLiteral("weights"), QStringLiteral("none")}, {QStringLiteral("seed"), 2147483647},
                                                {QStringLiteral("device"), QStringLiteral("cpu")}, {QStringLiteral("threads"), 2}, {QStringLiteral("answerPrecision"), QStringLiteral("float32")}}
                                 << -1;
}

/// As the terminal reads them: defaults of the type and network, then each option.
void TrainingSpecTest::aCommandMakesTheSameSpec()
{
    QFETCH(int, type);
    QFETCH(QJsonObject, changed);
    QFETCH(int, words);
    constexpr int items = 300;
    auto spec = core::defaultSpec(ViewType(type), items);
    for (auto each = changed.begin(); each != changed.end(); ++each)
        core::specField(qPrintable(each.key())).write(spec, each.value());
    const auto options = core::commandOptions(spec, items);
    if (words >= 0)
        QCOMPARE(int(options.size()), words);
    QCOMPARE(options.size() % 2, qsizetype(0));
    const auto architecture = options.indexOf(QStringLiteral("--architecture"));
    auto read = architecture < 0 ? core::defaultSpec(ViewType(type), items) : core::defaultSpec(ViewType(type), items, options[architecture + 1]);
    for (qsizetype i = 0; i < options.size(); i += 2) {
        const auto fields = core::specFields();
        const auto field = std::ranges::find_if(fields, [&](const core::SpecField& one) { return options[i] == QLatin1String(one.option); });
        QVERIFY(field != fields.end());
        bool isNumber = false;
        const double number = options[i + 1].toDouble(&isNumber);
        field->write(read, isNumber ? QJsonValue(number) : QJsonValue(options[i + 1]));
    }
    QCOMPARE(core::toJson(read), core::toJson(spec));
}

void TrainingSpecTest::theInputFollowsThePictures_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("side");
    QTest::addColumn<QList<QSize>>("pictures");
    QTest::addColumn<QSize>("input");
    const QSize landscape(640, 480), portrait(480, 640), wide(1000, 300);
    QTest::newRow("a classifier's is square") << int(ViewType::Classification) << 224 << QList<QSize>{landscape, landscape} << QSize(224, 224);
    QTest::newRow("tags of landscapes") << int(ViewType::Tagging) << 256 << QList<QSize>{landscape, landscape, landscape} << QSize(256, 192);
    QTest::newRow("tags of portraits") << int(ViewType::Tagging) << 256 << QList<QSize>{portrait} << QSize(192, 256);
    QTest::newRow("boxes in landscapes") << int(ViewType::Detection) << 320 << QList<QSize>{landscape, wide, landscape} << QSize(320, 256);
    QTest::newRow("rounded up") << int(ViewType::Tagging) << 256 << QList<QSize>{wide} << QSize(256, 96);
    QTest::newRow("mixed") << int(ViewType::Tagging) << 256 << QList<QSize>{landscape, portrait} << QSize(256, 256);
    QTest::newRow("none yet") << int(ViewType::Tagging) << 256 << QList<QSize>{} << QSize(256, 256);
}

void TrainingSpecTest::theInputFollowsThePictures()
{
    QFETCH(int, type);
    QFETCH(int, side);
    QFETCH(QList<QSize>, pictures);
    core::TrainingSpec spec;
    spec.type = ViewType(type);
    spec.imageSize = side;
    std::vector<core::Example> examples;
    for (const QSize size : pictures)
        examples.push_back({{.image = {.size = size}}});
    QTEST(core::inputSize(spec, examples), "input");
}

void TrainingSpecTest::jsonKeepsEveryOption()
{
    core::TrainingSpec spec{ViewType::Tagging, QStringLiteral("efficientnet-lite2"), 7, 12, 0.0123, core::Optimizer::SgdMomentum, core::Schedule::ThreeSteps, 352,
        core::AugmentationLevel::Flips, core::StartWeights::None, 99, QStringLiteral("cuda:1"), 3, core::Precision::BFloat16, core::Precision::Float32};
    QCOMPARE(core::trainingSpecFromJson(core::toJson(spec)), spec);
}

void TrainingSpecTest::unknownKeysKeepTheirDefault()
{
    QCOMPARE(core::trainingSpecFromJson({{QStringLiteral("optimizer"), QStringLiteral("lion")}, {QStringLiteral("new"), 1}}), core::TrainingSpec());
}

void TrainingSpecTest::valuesOutOfRangeAreNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("negative epochs") << QStringLiteral("epochs") << QJsonValue(-1) << QStringLiteral("epochs");
    QTest::newRow("empty batch") << QStringLiteral("batchSize") << QJsonValue(0) << QStringLiteral("batch");
    QTest::newRow("rate zero") << QStringLiteral("learningRate") << QJsonValue(0) << QStringLiteral("learning rate");
    QTest::newRow("rate two") << QStringLiteral("learningRate") << QJsonValue(2) << QStringLiteral("learning rate");
    QTest::newRow("size 225") << QStringLiteral("imageSize") << QJsonValue(225) << QStringLiteral("multiple of 32");
    QTest::newRow("size 0") << QStringLiteral("imageSize") << QJsonValue(0) << QStringLiteral("image size");
    QTest::newRow("epochs beyond the end") << QStringLiteral("epochs") << QJsonValue(10001) << QStringLiteral("10000");
    QTest::newRow("half an epoch") << QStringLiteral("epochs") << QJsonValue(-3) << QStringLiteral("not -3");
    QTest::newRow("size 4128") << QStringLiteral("imageSize") << QJsonValue(4128) << QStringLiteral("4096");
    QTest::newRow("seed below zero") << QStringLiteral("seed") << QJsonValue(-1) << QStringLiteral("seed");
    QTest::newRow("device") << QStringLiteral("device") << QJsonValue(QStringLiteral("tpu")) << QStringLiteral("tpu");
    QTest::newRow("device without a number") << QStringLiteral("device") << QJsonValue(QStringLiteral("cuda:x")) << QStringLiteral("cuda:x");
    QTest::newRow("architecture") << QStringLiteral("architecture") << QJsonValue(QStringLiteral("x")) << QStringLiteral("architecture");
}

void TrainingSpecTest::valuesOutOfRangeAreNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    auto json = core::toJson(core::TrainingSpec());
    json.insert(key, value);
    try {
        core::validate(core::trainingSpecFromJson(json));
        QFAIL("accepted");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(named, Qt::CaseInsensitive), error.what());
    }
}

/// The head phase alone is a training where there is one to fit, and nowhere else.
void TrainingSpecTest::noEpochIsTheHeadPhaseOrNothing()
{
    for (const auto type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection}) {
        auto spec = core::defaultSpec(type, 100);
        spec.epochs = 0;
        QCOMPARE(core::problemOf(spec).isEmpty(), type != ViewType::Detection);
        spec.weights = core::StartWeights::None;
        QVERIFY(!core::problemOf(spec).isEmpty());
        spec.epochs = 1;
        QCOMPARE(core::problemOf(spec), QString());
    }
}

/// What a field takes, and what it says to the rest; each field writes what it reads.
void TrainingSpecTest::everyFieldKnowsItsValues()
{
    QSet<QString> keys, options;
    const auto usual = core::TrainingSpec();
    for (const auto& field : core::specFields()) {
        QVERIFY2(!keys.contains(QLatin1String(field.key)), field.key);
        keys.insert(QLatin1String(field.key));
        QVERIFY(*field.option == '\0' || !options.contains(QLatin1String(field.option)));
        options.insert(QLatin1String(field.option));
        QVERIFY2(core::problemOf(field, field.read(usual)).isEmpty(), field.key);
        QVERIFY2(!core::problemOf(field, QJsonValue(QStringLiteral("?"))).isEmpty(), field.key);
        QCOMPARE(field.words.size() > 0, field.kind == core::SpecField::Kind::Choice);
        for (const char* word : field.words) {
            auto spec = usual;
            field.write(spec, QLatin1String(word));
            QCOMPARE(field.read(spec).toString(), QLatin1String(word));
            QVERIFY(!core::nameOfWord(field, QLatin1String(word)).isEmpty());
        }
        if (field.kind == core::SpecField::Kind::Whole || field.kind == core::SpecField::Kind::Real) {
            for (const double value : {field.least, field.most}) {
                auto spec = usual;
                field.write(spec, value);
                QCOMPARE(field.read(spec).toDouble(), value);
                QVERIFY2(core::problemOf(field, value).isEmpty(), field.key);
            }
            QVERIFY(!core::problemOf(field, field.most + field.step).isEmpty());
            QVERIFY(!core::problemOf(field, field.least - field.step).isEmpty());
        }
        if (field.kind == core::SpecField::Kind::Whole)
            QVERIFY(!core::problemOf(field, field.least + 0.5).isEmpty());
    }
    QCOMPARE(core::toJson(usual).size(), qsizetype(core::specFields().size()));
}

void TrainingSpecTest::schedulesRunFromOneToTheirEnd_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<double>("progress");
    QTest::addColumn<double>("factor");
    QTest::newRow("warm-up") << QStringLiteral("one-cycle") << 0.075 << 0.5;
    QTest::newRow("top") << QStringLiteral("one-cycle") << 0.15 << 1.0;
    QTest::newRow("end") << QStringLiteral("one-cycle") << 1.0 << 0.01;
    QTest::newRow("first third") << QStringLiteral("three-steps") << 0.32 << 1.0;
    QTest::newRow("second third") << QStringLiteral("three-steps") << 0.34 << 0.1;
    QTest::newRow("last third") << QStringLiteral("three-steps") << 0.99 << 0.01;
    QTest::newRow("constant") << QStringLiteral("constant") << 0.7 << 1.0;
}

void TrainingSpecTest::schedulesRunFromOneToTheirEnd()
{
    QFETCH(QString, schedule);
    QFETCH(double, progress);
    const auto spec = core::trainingSpecFromJson({{QStringLiteral("schedule"), schedule}});
    const double factor = core::scheduleFactor(spec, progress);
    QTEST(factor, "factor");
}

/// What is known of a training's time before the first one: measured, and larger for larger pictures.
void TrainingSpecTest::thePaceIsMeasured()
{
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    auto spec = core::defaultSpec(ViewType::Classification, 100);
    spec.threads = 1;
    spec.batchSize = 2;
    spec.device = QStringLiteral("cpu");
    spec.learnPrecision = spec.answerPrecision = core::Precision::Float32; // nothing to find out first
    const auto small = core::measurePace(spec, {32, 32}, 2), large = core::measurePace(spec, {96, 96}, 2);
    QVERIFY(small.answer > 0 && small.learn > 0);
    QVERIFY2(large.learn > large.answer && large.answer > small.answer, qPrintable(QStringLiteral("%1 %2 %3").arg(large.learn).arg(large.answer).arg(small.answer)));
}

void TrainingSpecTest::theProcessorIsAlwaysThere()
{
    const auto devices = core::devices();
    QVERIFY(!devices.empty());
    QCOMPARE(devices.front().id, QStringLiteral("cpu"));
    QVERIFY(devices.front().usable);
    for (const auto& device : devices)
        QVERIFY(device.usable || !device.reason.isEmpty());
    QCOMPARE(int(core::architectures(ViewType::Detection).size()), 3);
}

QTEST_GUILESS_MAIN(TrainingSpecTest)
#include "TrainingSpecTest.moc"
