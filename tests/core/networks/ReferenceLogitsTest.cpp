#include "core/networks/Network.h"
#include "core/networks/PictureTensor.h"
#include "core/networks/Weights.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

/// The C++ networks are those of the Python reference: equal logits on a made picture (tests/data/networks/make_reference.py).
class ReferenceLogitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logitsEqualThoseOfThePythonNetwork_data();
    void logitsEqualThoseOfThePythonNetwork();
};

namespace {

torch::Tensor madePicture(int side) // uint8 [1,side,side,3]
{
    auto pixels = core::PictureTensor::emptyPixels(1, {side, side});
    auto value = pixels.accessor<uint8_t, 4>();
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            for (int c = 0; c < 3; ++c)
                value[0][y][x][c] = uint8_t((x * 7 + y * 13 + c * 29 + x * y / 17) % 256);
        }
    }
    return pixels;
}

} // namespace

void ReferenceLogitsTest::logitsEqualThoseOfThePythonNetwork_data()
{
    QTest::addColumn<QString>("architecture");
    for (const auto& entry : core::networkEntries())
        QTest::newRow(entry.key) << QString(QLatin1String(entry.key));
}

void ReferenceLogitsTest::logitsEqualThoseOfThePythonNetwork()
{
    QFETCH(QString, architecture);
    const QString weights = core::shippedWeights(architecture);
    if (weights.isEmpty())
        QSKIP("The weights of this architecture are not on this machine.");
    QFile file(QStringLiteral(ORIEL_TEST_DATA "/networks/reference.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto reference = QJsonDocument::fromJson(file.readAll()).object().value(architecture).toObject();
    const auto expected = reference.value(QStringLiteral("logits")).toArray();
    const int side = reference.value(QStringLiteral("side")).toInt();
    QCOMPARE(expected.size(), 1000);

    const auto network = core::buildNetwork({architecture, core::ViewType::Classification, 1000, {side, side}});
    QCOMPARE(core::loadTensors(*network, core::readSafetensors(weights), core::Missing::Refuse), QStringList());
    network->eval();
    const torch::NoGradGuard guard;
    const auto images = core::PictureTensor::normalised(madePicture(side), network->preparation(), torch::kCPU, torch::kFloat);
    const auto logits = network->forward(images).logits;

    double worst = 0;
    for (int i = 0; i < 1000; ++i)
        worst = std::max(worst, std::abs(logits[0][i].item<double>() - expected[i].toDouble()));
    QVERIFY2(worst <= 1e-4, qPrintable(QStringLiteral("largest difference %1").arg(worst)));
    QVERIFY(std::abs(network->parameterCount() / 1e6 - network->entry().parametersMillions) < 0.06);
}

QTEST_GUILESS_MAIN(ReferenceLogitsTest)
#include "ReferenceLogitsTest.moc"
