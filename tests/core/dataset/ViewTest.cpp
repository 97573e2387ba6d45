#include "core/dataset/View.h"

#include "core/base/Error.h"
#include "core/dataset/Model.h"
#include "core/dataset/Split.h"

#include <QTest>

using namespace core;

class ViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreBroughtIntoForm_data();
    void namesAreBroughtIntoForm();
    void sameNamesHaveOneKey_data();
    void sameNamesHaveOneKey();
    void wordsAreReadBack();
    void conceptSetIsOrderFreeAndNameFree();
};

void ViewTest::namesAreBroughtIntoForm_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("name"); // null: refused
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    QTest::newRow("plain") << text("Ripe") << text("Ripe");
    QTest::newRow("trimmed") << text("  Ripe fruit\n") << text("Ripe fruit");
    QTest::newRow("composed") << text("e\u0301") << text("\u00e9");
    QTest::newRow("emoji counts once") << text("😀").repeated(200) << text("😀").repeated(200);
    QTest::newRow("200") << text("a").repeated(200) << text("a").repeated(200);
    QTest::newRow("201") << text("a").repeated(201) << QString();
    QTest::newRow("empty") << text("") << QString();
    QTest::newRow("blank") << text(" \t ") << QString();
    QTest::newRow("line break inside") << text("a\nb") << QString();
    QTest::newRow("tab inside") << text("a\tb") << QString();
    QTest::newRow("control") << text("a\u0007b") << QString();
}

void ViewTest::namesAreBroughtIntoForm()
{
    QFETCH(QString, given);
    QFETCH(QString, name);
    if (name.isNull())
        QVERIFY_EXCEPTION_THROWN(validName(given), Error);
    else
        QCOMPARE(validName(given), name);
}

void ViewTest::sameNamesHaveOneKey_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    QTest::newRow("case") << text("RBC") << text("rbc") << true;
    QTest::newRow("two spellings of é") << text("Caf\u00e9") << text("CAFE\u0301") << true;
    QTest::newRow("final sigma") << text("ΟΔΟΣ") << text("οδος") << true;
    QTest::newRow("space around") << text(" a ") << text("a") << true;
    QTest::newRow("accent matters") << text("cafe") << text("café") << false;
    QTest::newRow("space inside matters") << text("a b") << text("ab") << false;
}

void ViewTest::sameNamesHaveOneKey()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(nameKey(a) == nameKey(b), "same");
}

void ViewTest::wordsAreReadBack()
{
    for (const auto type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection})
        QCOMPARE(viewTypeFromKey(keyOf(type)), std::optional(type));
    QVERIFY(!viewTypeFromKey(QStringLiteral("segmentation")));
    for (const auto split : {Split::Unassigned, Split::Train, Split::Validation, Split::Test})
        QCOMPARE(splitFromKey(keyOf(split)), std::optional(split));
    QCOMPARE(splitFromKey(QStringLiteral("valid")), std::optional(Split::Validation));
    QCOMPARE(splitFromKey(QStringLiteral("Validation")), std::optional(Split::Validation));
    QVERIFY(!splitFromKey(QStringLiteral("training?")));
    QCOMPARE(keyOf(VersionStatus::Interrupted), QStringLiteral("interrupted"));
    QCOMPARE(keyOf(VersionStatus::Queued), QStringLiteral("queued"));
}

void ViewTest::conceptSetIsOrderFreeAndNameFree()
{
    ConceptRecord a{.uuid = QUuid::createUuid(), .name = QStringLiteral("A")};
    ConceptRecord b{.uuid = QUuid::createUuid(), .name = QStringLiteral("B"), .ordinal = 1};
    const auto set = conceptSetHash({a, b});
    QCOMPARE(set.size(), 32);
    QCOMPARE(conceptSetHash({b, a}), set);
    a.name = QStringLiteral("Renamed");
    a.colour = 5;
    QCOMPARE(conceptSetHash({a, b}), set);
    QVERIFY(conceptSetHash({a}) != set);
}

QTEST_GUILESS_MAIN(ViewTest)
#include "ViewTest.moc"
