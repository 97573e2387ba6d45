#include "ui/support/Schemes.h"
#include "ui/support/Theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace ui;

Q_DECLARE_METATYPE(ui::Theme::Scheme)

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
    }

    void textAndShapesAreReadable_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::newRow("light") << Theme::Scheme::Light;
        QTest::newRow("dark") << Theme::Scheme::Dark;
        QTest::newRow("high contrast") << Theme::Scheme::HighContrast;
    }

    void textAndShapesAreReadable()
    {
        QFETCH(Theme::Scheme, scheme);
        const Tokens t = tokensOf(scheme);
        for (const QColor& ground : {t.page, t.card, t.sel}) {
            for (const QColor& ink : {t.text, t.text2, t.text3, t.accent, t.ok, t.warn, t.err})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + QLatin1Char(' ') + ground.name()));
            QVERIFY(contrast(t.edge, ground) >= 2.95); // 3.0 when rounded
        }
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        for (const QColor& series : {t.s1, t.s2, t.s3})
            QVERIFY(contrast(series, t.card) >= 4.5);
    }

    void contrastIsThatOfWcag()
    {
        QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21) < 1e-6);
        QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void conceptFlagsAreReadable()
    {
        for (int i = 0; i < 16; ++i)
            QVERIFY2(contrast(Theme::conceptColour(i), Theme::conceptTextColour(i)) >= 4.5, qPrintable(QString::number(i)));
        QCOMPARE(Theme::conceptColour(16), Theme::conceptColour(0));
    }

    void firstEightSwatchesDifferInGrey()
    {
        std::vector<QImage> swatches;
        for (int i = 0; i < 8; ++i)
            swatches.push_back(Theme::of().swatch(i, 12, 2).toImage().convertToFormat(QImage::Format_Grayscale8));
        for (std::size_t i = 0; i < swatches.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(swatches[i] != swatches[j]);
        }
    }

    void fontIsOurs()
    {
        QCOMPARE(QFontInfo(Theme::of().font(TextRole::Body)).family(), QStringLiteral("Oriel Sans"));
        QCOMPARE(Theme::of().font(TextRole::Title).pixelSize(), 20);
        const QFontMetricsF metrics(Theme::of().font(TextRole::Body));
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("111")), metrics.horizontalAdvance(QStringLiteral("888"))); // columns must not tremble
    }

    void schemeChangesPaletteOnceAndIsKept()
    {
        Theme& theme = Theme::of();
        theme.setScheme(Theme::Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Theme::Scheme::Dark).page);
        QVERIFY(!qApp->styleSheet().contains(QLatin1String("@text")));
        QCOMPARE(QSettings().value(QStringLiteral("appearance/theme")).toString(), QStringLiteral("dark"));
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(changed.count(), 1);
    }

    void iconsFollowTheScheme()
    {
        Theme& theme = Theme::of();
        theme.setScheme(Theme::Scheme::Light);
        const QIcon icon = theme.icon(QStringLiteral("images"), theme.tokens().accent);
        const auto ink = [&] {
            const QImage image = icon.pixmap(QSize(20, 20), 2.0).toImage();
            QRgb strongest = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    strongest = qAlpha(image.pixel(x, y)) > qAlpha(strongest) ? image.pixel(x, y) : strongest;
            }
            return QColor(strongest);
        };
        QCOMPARE(icon.pixmap(QSize(20, 20), 2.0).size(), QSize(40, 40));
        QCOMPARE(ink().name(), tokensOf(Theme::Scheme::Light).accent.name());
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(ink().name(), tokensOf(Theme::Scheme::Dark).accent.name());
    }
};

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
