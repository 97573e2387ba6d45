#include "core/base/Error.h"
#include "core/networks/Network.h"
#include "core/networks/VersionCard.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

class VersionCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void foreignAndNewerCardsAreRefused_data();
    void foreignAndNewerCardsAreRefused();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void aMillionConceptsNeedTheirWeights();
    void olderCardsAreReadAsUsual();
    void aMissingOrDamagedFileIsRefused();
};

namespace {

core::VersionCard card()
{
    core::VersionCard card;
    card.uuid = QUuid::createUuid();
    card.name = QStringLiteral("v1 ä");
    card.created = QDateTime(QDate(2025, 1, 31), QTime(10, 15), Qt::UTC);
    card.shape = {QStringLiteral("efficientnet-lite1"), core::ViewType::Detection, 2, {320, 256}};
    card.concepts = {{QUuid::createUuid(), QStringLiteral("RBC"), 0.41}, {QUuid::createUuid(), QStringLiteral("WBC"), 0.1}};
    card.preparation = core::preparationOf(card.shape);
    card.preparation.boxes = {0.45, 77}; // other than usual
    card.preparation.padValue = 90;
    card.preparation.mean = {124, 116, 104};
    card.answerType = QStringLiteral("bfloat16");
    card.dataRevision = QByteArray(32, 'x');
    card.itemsTrain = 205;
    card.itemsValidation = 87;
    card.spec = {{QStringLiteral("epochs"), 3}};
    card.metrics = {{QStringLiteral("map"), 0.5}};
    card.weightsSha256 = QByteArray(32, 'y');
    card.parameters = 4e6;
    card.device = QStringLiteral("cpu");
    card.seed = 7;
    return card;
}

} // namespace

void VersionCardTest::whatIsWrittenIsReadBack()
{
    const QTemporaryDir folder;
    const auto written = card();
    core::writeCard(folder.path(), written);
    const auto read = core::readCard(folder.path());
    QCOMPARE(core::toJson(read), core::toJson(written));
    QCOMPARE(read.shape, written.shape);
    QCOMPARE(read.preparation, written.preparation);
    QCOMPARE(read.answerType, written.answerType);
    QCOMPARE(read.concepts, written.concepts);
    QCOMPARE(read.weightsSha256, written.weightsSha256);
}

void VersionCardTest::foreignAndNewerCardsAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another format") << QStringLiteral("format") << QJsonValue(QStringLiteral("other"));
    QTest::newRow("newer") << QStringLiteral("version") << QJsonValue(2);
    QTest::newRow("unknown task") << QStringLiteral("task") << QJsonValue(QStringLiteral("segmentation"));
    QTest::newRow("unknown architecture") << QStringLiteral("architecture") << QJsonValue(QStringLiteral("resnet9000"));
    QTest::newRow("newer architecture") << QStringLiteral("architecture_revision") << QJsonValue(2);
}

void VersionCardTest::foreignAndNewerCardsAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    auto json = core::toJson(card());
    json.insert(key, value);
    QVERIFY_EXCEPTION_THROWN(core::cardFromJson(json), core::Error);
}

void VersionCardTest::whatCannotBeIsRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* part, const char* key, const QJsonValue& value) { QTest::newRow(name) << QString(QLatin1String(part)) << QString(QLatin1String(key)) << value; };
    row("65,536 px", "input", "width", 65536);
    row("no height", "input", "height", 0);
    row("a width that is text", "input", "width", QStringLiteral("224"));
    row("more than there are numbers", "input", "width", 1e30);
    row("a share that asks for huge pictures", "input", "crop_share", 1e-9);
    row("a share above one", "input", "crop_share", 1.5);
    row("division by zero", "input", "std", QJsonArray{0, 0, 0});
    row("two channels", "input", "mean", QJsonArray{0.5, 0.5});
    row("an unknown way to resize", "input", "resize", QStringLiteral("seam_carving"));
    row("another filter", "input", "filter", QStringLiteral("lanczos"));
    row("other channels", "input", "channels", QStringLiteral("BGR"));
    row("another depth rule", "preparation", "depth_rule", QStringLiteral("window"));
    row("a million boxes", "detection", "max_boxes", 1'000'000);
    row("overlap of two", "detection", "nms_iou", 2);
    row("weights elsewhere", "weights", "file", QStringLiteral("../../other/weights.safetensors"));
    row("weights nowhere", "weights", "file", QString());
}

void VersionCardTest::whatCannotBeIsRefused()
{
    QFETCH(QString, part);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    auto json = core::toJson(card());
    auto object = json.value(part).toObject();
    object.insert(key, value);
    json.insert(part, object);
    QVERIFY_EXCEPTION_THROWN(core::cardFromJson(json), core::Error);
}

/// The card may claim what it likes: memory is taken only for what the weights file can hold.
void VersionCardTest::aMillionConceptsNeedTheirWeights()
{
    const QTemporaryDir folder;
    QFile weights(folder.filePath(QStringLiteral("weights.safetensors")));
    QVERIFY(weights.open(QIODevice::WriteOnly));
    weights.write(QByteArray("\x02\0\0\0\0\0\0\0{}", 10));
    weights.close();
    for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection}) {
        auto claimed = card();
        claimed.shape.type = type;
        claimed.concepts.resize(1'000'000);
        claimed.shape.concepts = 1'000'000;
        try {
            core::loadNetwork(folder.path(), claimed);
            QFAIL("loaded");
        } catch (const core::Error& error) {
            QVERIFY2(error.message().contains(QLocale().toString(1000000)), error.what());
        }
    }
}

void VersionCardTest::olderCardsAreReadAsUsual()
{
    auto json = core::toJson(card());
    auto input = json.value(QStringLiteral("input")).toObject();
    for (const char* key : {"mean", "std", "resize", "crop_share", "pad_value", "filter"})
        input.remove(QLatin1String(key));
    json.insert(QStringLiteral("input"), input);
    json.remove(QStringLiteral("detection"));
    json.remove(QStringLiteral("preparation"));
    QCOMPARE(core::cardFromJson(json).preparation, core::preparationOf(card().shape));
}

void VersionCardTest::aMissingOrDamagedFileIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN(core::readCard(folder.path()), core::Error);
    QFile file(folder.filePath(QStringLiteral("card.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":");
    file.close();
    QVERIFY_EXCEPTION_THROWN(core::readCard(folder.path()), core::Error);
}

QTEST_GUILESS_MAIN(VersionCardTest)
#include "VersionCardTest.moc"
