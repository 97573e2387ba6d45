#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/PageHeader.h"

#include <QTest>

using namespace ui;

class ElidedLabelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::of(); }

    void aLongNameNeverWidensItsPage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("long") << QString(200, QLatin1Char('W'));
        QTest::newRow("Chinese") << QString(120, QChar(0x7ec6));
        QTest::newRow("short") << QStringLiteral("v1");
    }

    void aLongNameNeverWidensItsPage()
    {
        QFETCH(QString, name);
        PageHeader header(QStringLiteral("Training"));
        header.setTitle(name);
        header.setCaption(name);
        QVERIFY(header.minimumSizeHint().width() < 300);
        header.resize(500, 30);
        header.show();
        QVERIFY(QTest::qWaitForWindowExposed(&header));
        const auto* title = header.findChild<ElidedLabel*>(QStringLiteral("pageTitle"));
        QCOMPARE(title->text(), name);
        QCOMPARE(title->isElided(), name.size() > 10);
    }

    void namesAreNoMarkup()
    {
        const ElidedLabel label(QStringLiteral("<b>v1</b>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(ElidedLabelTest)
#include "ElidedLabelTest.moc"
