#include "core/base/Error.h"
#include "core/networks/ParameterCount.h"
#include "core/networks/Predict.h"
#include "core/networks/PictureTensor.h"
#include "core/networks/Weights.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

Q_DECLARE_METATYPE(core::ViewType)

/// Every architecture with every head builds, answers on the smallest picture, and comes back from its file.
class NetworkRegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { core::useThreads(1); } // so small that sharing the work costs more than it gives
    void everyEntryBuildsAnswersAndComesBack_data();
    void everyEntryBuildsAnswersAndComesBack();
    void parametersAreKnownWithoutBuilding_data() { everyEntryBuildsAnswersAndComesBack_data(); }
    void parametersAreKnownWithoutBuilding();
    void whatCannotBeBuiltIsRefused();
    void frozenLayersDoNotLearn();
    void aTagFindsASmallThingAnywhere();
    void measuringLeavesTheNetworkAsItWas_data();
    void measuringLeavesTheNetworkAsItWas();
    void theSeedMakesTheWeights();
};

void NetworkRegistryTest::everyEntryBuildsAnswersAndComesBack_data()
{
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<core::ViewType>("type");
    for (const auto& entry : core::networkEntries()) {
        for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection})
            QTest::addRow("%s %s", entry.key, qPrintable(core::keyOf(type))) << QString(QLatin1String(entry.key)) << type;
    }
}

void NetworkRegistryTest::everyEntryBuildsAnswersAndComesBack()
{
    QFETCH(QString, architecture);
    QFETCH(core::ViewType, type);
    const int side = core::networkEntry(architecture).smallestSide;
    const core::NetworkShape shape{architecture, type, 3, {2 * side, side}};
    const auto network = core::buildNetwork(shape);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("weights.safetensors"));
    core::writeSafetensors(path, core::tensorsOf(*network));
    const auto again = core::buildNetwork(shape);
    core::loadTensors(*again, core::readSafetensors(path), core::Missing::Refuse);
    network->eval();
    again->eval();

    QImage picture(50, 37, QImage::Format_RGB888);
    picture.fill(qRgb(200, 30, 90));
    const QImage narrow = picture.mirrored().scaled(9, 200);
    const std::vector<core::RegionPixels> pictures{{picture, picture.rect()}, {narrow, narrow.rect()}};
    const auto answers = core::predict(*network, {}, pictures, 0);
    QCOMPARE(core::predict(*again, {}, pictures, 0), answers);
    QCOMPARE(int(answers.size()), 2);
    if (type == core::ViewType::Detection) {
        QVERIFY(!answers[0].boxes.empty());
        for (const auto& box : answers[0].boxes)
            QVERIFY(QRectF(0, 0, 50, 37).contains(box.rect));
    } else {
        QCOMPARE(int(answers[0].scores.size()), 3);
        if (type == core::ViewType::Classification)
            QVERIFY(std::abs(answers[0].scores[0] + answers[0].scores[1] + answers[0].scores[2] - 1) < 1e-6);
    }
}

void NetworkRegistryTest::parametersAreKnownWithoutBuilding()
{
    QFETCH(QString, architecture);
    QFETCH(core::ViewType, type);
    for (const int concepts : {2, 7}) {
        const core::NetworkShape shape{architecture, type, concepts, {64, 64}};
        QCOMPARE(core::parametersOf(shape), qint64(core::buildNetwork(shape)->parameterCount()));
    }
}

void NetworkRegistryTest::whatCannotBeBuiltIsRefused()
{
    using core::ViewType;
    const QString lite0 = QStringLiteral("efficientnet-lite0");
    QVERIFY_EXCEPTION_THROWN(core::buildNetwork({QStringLiteral("resnet9000"), ViewType::Tagging, 2, {64, 64}}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::buildNetwork({lite0, ViewType::Tagging, 0, {64, 64}}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::buildNetwork({lite0, ViewType::Tagging, 2, {64, 65}}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::buildNetwork({lite0, ViewType::Tagging, 2, {0, 64}}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::buildNetwork({lite0, ViewType::Tagging, 2, {65536, 65536}}), core::Error);
}

void NetworkRegistryTest::frozenLayersDoNotLearn()
{
    const auto network = core::buildNetwork({QStringLiteral("efficientnet-lite0"), core::ViewType::Classification, 2, {32, 32}});
    network->backbone().freeze(2);
    network->train();
    network->forward(torch::randn({2, 3, 32, 32})).logits.square().sum().backward();
    for (const auto& item : network->named_parameters()) {
        const QString name = QString::fromStdString(item.key());
        const bool isFrozen = name.startsWith(QLatin1String("conv_stem")) || name.startsWith(QLatin1String("bn1")) || name.startsWith(QLatin1String("blocks.0."))
            || name.startsWith(QLatin1String("blocks.1."));
        QVERIFY2(item.value().grad().defined() != isFrozen, qPrintable(name));
    }
}

/// Evidence of places: the same small thing says the same wherever it lies, and an average would hardly hear it.
void NetworkRegistryTest::aTagFindsASmallThingAnywhere()
{
    torch::manual_seed(5);
    const auto network = core::buildNetwork({QStringLiteral("efficientnet-lite0"), core::ViewType::Tagging, 1, {256, 192}});
    network->eval();
    const torch::NoGradGuard guard;
    auto parameters = network->named_parameters();
    for (const char* name : {"classifier.weight", "classifier.bias"})
        parameters[name].zero_();
    parameters["local_evidence.weight"].normal_(0, 3);
    const auto logitWith = [&](int x, int y) {
        auto image = torch::zeros({1, 3, 192, 256});
        if (x >= 0)
            image.slice(2, y, y + 8).slice(3, x, x + 8).fill_(4);
        return network->forward(image).logits.item<double>();
    };
    const double without = logitWith(-1, -1), here = logitWith(64, 64), there = logitWith(160, 96);
    QVERIFY2(std::abs(here - without) > 0.05, qPrintable(QStringLiteral("%1 %2").arg(here).arg(without)));
    QVERIFY2(std::abs(here - there) < 0.05 * std::abs(here - without), qPrintable(QStringLiteral("%1 %2 %3").arg(here).arg(there).arg(without)));
}

void NetworkRegistryTest::measuringLeavesTheNetworkAsItWas_data()
{
    QTest::addColumn<core::ViewType>("type");
    for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection})
        QTest::newRow(qPrintable(core::keyOf(type))) << type;
}

/// A network from scratch moves its statistics whenever it runs in training, and draws chance for its dropout.
void NetworkRegistryTest::measuringLeavesTheNetworkAsItWas()
{
    QFETCH(core::ViewType, type);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const auto network = core::buildNetwork({QStringLiteral("efficientnet-lite0"), type, 2, {32, 32}}, 7);
    network->backbone().keepStatistics(false);
    network->train();
    std::map<std::string, torch::Tensor> before;
    for (const auto& [name, tensor] : core::tensorsOf(*network))
        before[name] = tensor.clone();
    const auto chance = network->chance().get_state().clone();
    for (const auto pass : {core::Pass::Learn, core::Pass::Answer})
        core::fastestType(*network, torch::kCPU, pass, 2);
    for (const auto& [name, tensor] : core::tensorsOf(*network))
        QVERIFY2(torch::equal(tensor, before[name]), name.c_str());
    QVERIFY(torch::equal(network->chance().get_state(), chance));
    QVERIFY(network->is_training());
}

void NetworkRegistryTest::theSeedMakesTheWeights()
{
    const core::NetworkShape shape{QStringLiteral("efficientnet-lite0"), core::ViewType::Tagging, 2, {32, 32}};
    const auto one = core::tensorsOf(*core::buildNetwork(shape, 3));
    (void)core::buildNetwork(shape); // whatever else is built meanwhile
    const auto again = core::tensorsOf(*core::buildNetwork(shape, 3)), other = core::tensorsOf(*core::buildNetwork(shape, 4));
    QVERIFY(torch::equal(one.at("conv_stem.weight"), again.at("conv_stem.weight")));
    QVERIFY(torch::equal(one.at("classifier.weight"), again.at("classifier.weight")));
    QVERIFY(!torch::equal(one.at("conv_stem.weight"), other.at("conv_stem.weight")));
}

QTEST_GUILESS_MAIN(NetworkRegistryTest)
#include "NetworkRegistryTest.moc"
