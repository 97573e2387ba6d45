#include "core/base/Error.h"
#include "core/networks/Card.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

class CardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void foreignAndNewerCardsAreRefused_data();
    void foreignAndNewerCardsAreRefused();
    void aMissingOrDamagedFileIsRefused();
};

namespace {

core::Card card()
{
    core::Card card;
    card.uuid = QUuid::createUuid();
    card.name = QStringLiteral("v1 ä");
    card.created = QDateTime(QDate(2025, 1, 31), QTime(10, 15), Qt::UTC);
    card.shape = {QStringLiteral("efficientnet-lite1"), core::ViewType::Detection, 2, {320, 256}};
    card.concepts = {{QUuid::createUuid(), QStringLiteral("RBC"), 0.41}, {QUuid::createUuid(), QStringLiteral("WBC"), 0.1}};
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

void CardTest::whatIsWrittenIsReadBack()
{
    const QTemporaryDir folder;
    const auto written = card();
    core::writeCard(folder.path(), written);
    const auto read = core::readCard(folder.path());
    QCOMPARE(core::toJson(read), core::toJson(written));
    QCOMPARE(read.shape, written.shape);
    QCOMPARE(read.concepts, written.concepts);
    QCOMPARE(read.weightsSha256, written.weightsSha256);
}

void CardTest::foreignAndNewerCardsAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another format") << QStringLiteral("format") << QJsonValue(QStringLiteral("other"));
    QTest::newRow("newer") << QStringLiteral("version") << QJsonValue(2);
    QTest::newRow("unknown task") << QStringLiteral("task") << QJsonValue(QStringLiteral("segmentation"));
    QTest::newRow("unknown architecture") << QStringLiteral("architecture") << QJsonValue(QStringLiteral("resnet9000"));
    QTest::newRow("newer architecture") << QStringLiteral("architecture_revision") << QJsonValue(2);
}

void CardTest::foreignAndNewerCardsAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    auto json = core::toJson(card());
    json.insert(key, value);
    QVERIFY_EXCEPTION_THROWN(core::cardFromJson(json), core::Error);
}

void CardTest::aMissingOrDamagedFileIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN(core::readCard(folder.path()), core::Error);
    QFile file(folder.filePath(QStringLiteral("card.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":");
    file.close();
    QVERIFY_EXCEPTION_THROWN(core::readCard(folder.path()), core::Error);
}

QTEST_GUILESS_MAIN(CardTest)
#include "CardTest.moc"
