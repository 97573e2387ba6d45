#include "core/base/Error.h"
#include "core/training/Train.h"

#include <QtTest>

#include <functional>

using core::ViewType;

class TrainingSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsFollowTypeAndNumberOfPictures_data();
    void defaultsFollowTypeAndNumberOfPictures();
    void jsonKeepsEveryOption();
    void unknownKeysKeepTheirDefault();
    void valuesOutOfRangeAreNamed_data();
    void valuesOutOfRangeAreNamed();
    void schedulesRunFromOneToTheirEnd_data();
    void schedulesRunFromOneToTheirEnd();
    void theInputFollowsThePictures_data();
    void theInputFollowsThePictures();
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
        examples.push_back({.size = size});
    QTEST(core::inputSize(spec, examples), "input");
}

void TrainingSpecTest::jsonKeepsEveryOption()
{
    core::TrainingSpec spec{ViewType::Tagging, QStringLiteral("efficientnet-lite2"), 7, 12, 0.0123, core::Optimizer::SgdMomentum, core::Schedule::ThreeSteps, 352,
        core::AugmentationLevel::Flips, core::StartWeights::None, 99, QStringLiteral("cuda:1"), 3};
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
    QTest::newRow("empty batch") << QStringLiteral("batchSize") << QJsonValue(0) << QStringLiteral("batch size");
    QTest::newRow("rate zero") << QStringLiteral("learningRate") << QJsonValue(0) << QStringLiteral("learning rate");
    QTest::newRow("rate two") << QStringLiteral("learningRate") << QJsonValue(2) << QStringLiteral("learning rate");
    QTest::newRow("size 225") << QStringLiteral("imageSize") << QJsonValue(225) << QStringLiteral("multiple of 32");
    QTest::newRow("size 0") << QStringLiteral("imageSize") << QJsonValue(0) << QStringLiteral("image size");
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
        QVERIFY2(error.message().contains(named), error.what());
    }
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
