#include "core/base/MachineShare.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/Devices.h"
#include "core/training/TrainingSpec.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/support/Help.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Settings.h"
#include "ui/support/Theme.h"
#include "ui/widgets/DeviceCard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;

class SettingsDialogTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;

    template <class Widget>
    static Widget* child(const QWidget& of, const char* name)
    {
        return of.findChild<Widget*>(QLatin1String(name));
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static void addCaches(const QString& folder)
    {
        write(folder + QStringLiteral("/cache/thumbs/ab/ab000000000000000000000000000000.jpg"), QByteArray(2000, 'x'));
        write(folder + QStringLiteral("/cache/pixels/s224r3.pack"), QByteArray(5000, 'x'));
    }
    static QStringList shownPages(const SettingsDialog& dialog)
    {
        const auto* list = child<QListWidget>(dialog, "settingsPages");
        QStringList shown;
        for (int i = 0; i < list->count(); ++i) {
            if (!list->item(i)->isHidden())
                shown << list->item(i)->text();
        }
        return shown;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
        QCoreApplication::setApplicationName(QStringLiteral("SettingsDialogTest"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        Theme::of();
    }
    void init()
    {
        QSettings().clear();
        core::setMachineShare({});
        Theme::of().setScheme(Theme::Scheme::System);
    }

    void aThemeHoldsAtOnceAndIsSetBack()
    {
        SettingsDialog dialog;
        dialog.show();
        auto* theme = child<QComboBox>(dialog, "themeSetting");
        auto* reset = child<QToolButton>(dialog, "themeSettingReset");
        QVERIFY(!reset->isVisible());
        theme->setCurrentIndex(theme->findData(int(Theme::Scheme::Dark)));
        Q_EMIT theme->activated(theme->currentIndex());
        QVERIFY(Theme::of().tokens().dark);
        QVERIFY(reset->isVisible());
        reset->click();
        QCOMPARE(Theme::of().scheme(), Theme::Scheme::System);
        QVERIFY(!reset->isVisible());
        Theme::of().setScheme(Theme::Scheme::Light); // by the menu
        QCOMPARE(theme->currentData().toInt(), int(Theme::Scheme::Light));
    }

    void languageAndStartAreKept()
    {
        SettingsDialog dialog;
        auto* language = child<QComboBox>(dialog, "languageSetting");
        QCOMPARE(language->count(), 1 + int(Help::languages().size()));
        language->setCurrentIndex(language->findData(QStringLiteral("de")));
        child<QCheckBox>(dialog, "reopenSetting")->setChecked(false);
        QCOMPARE(Settings::language(), QStringLiteral("de"));
        QVERIFY(!Settings::reopensLastProject());
        SettingsDialog again;
        QCOMPARE(child<QComboBox>(again, "languageSetting")->currentData().toString(), QStringLiteral("de"));
        child<QToolButton>(again, "languageSettingReset")->click();
        child<QToolButton>(again, "reopenSettingReset")->click();
        QVERIFY(Settings::language().isEmpty());
        QVERIFY(Settings::reopensLastProject());
    }

    void theShareOfTheMachineHoldsAtOnceAndIsKept()
    {
        SettingsDialog dialog;
        child<QSpinBox>(dialog, "memoryCeiling")->setValue(60);
        child<QSpinBox>(dialog, "threadShare")->setValue(1);
        child<QSpinBox>(dialog, "thumbnailLimit")->setValue(5);
        child<QSpinBox>(dialog, "pixelLimit")->setValue(20);
        auto* device = child<QComboBox>(dialog, "preferredDevice");
        device->setCurrentIndex(device->findData(QStringLiteral("cpu")));
        Q_EMIT device->activated(device->currentIndex());
        const core::MachineShare wanted{.device = QStringLiteral("cpu"), .threads = 1, .memoryPercent = 60, .thumbnailGigabytes = 5, .pixelGigabytes = 20};
        QCOMPARE(core::machineShare(), wanted);
        QCOMPARE(core::storedMachineShare(), wanted);
        for (const char* name : {"memoryCeilingReset", "threadShareReset", "thumbnailLimitReset", "pixelLimitReset", "preferredDeviceReset"})
            child<QToolButton>(dialog, name)->click();
        QCOMPARE(core::machineShare(), core::MachineShare());
        QCOMPARE(core::storedMachineShare(), core::MachineShare());
    }

    void aDeviceThatIsGoneStaysChosen()
    {
        core::setMachineShare({.device = QStringLiteral("cuda:7")});
        SettingsDialog dialog;
        QCOMPARE(child<QComboBox>(dialog, "preferredDevice")->currentData().toString(), QStringLiteral("cuda:7"));
    }

    void everyDeviceIsShownAndSaysWhyNot()
    {
        SettingsDialog dialog;
        for (const auto& device : core::devices()) {
            const auto* card = dialog.findChild<DeviceCard*>(QStringLiteral("device ") + device.id);
            QVERIFY2(card, qPrintable(device.id));
            if (!device.usable)
                QCOMPARE(child<QLabel>(*card, "deviceReason")->text(), device.reason);
        }
    }

    void theSelfTestTellsItsResult()
    {
        core::setMachineShare({.threads = 1}); // beside other tests, threads wait for each other
        SettingsDialog dialog;
        dialog.show();
        for (const auto& device : core::devices()) {
            auto* card = dialog.findChild<DeviceCard*>(QStringLiteral("device ") + device.id);
            auto* result = child<QLabel>(*card, "selfTestResult");
            child<QPushButton>(*card, "selfTest")->click();
            QVERIFY(card->isTesting());
            QTRY_VERIFY_WITH_TIMEOUT(!card->isTesting(), 60000);
            QVERIFY2(device.usable ? result->text().startsWith(QStringLiteral("Passed")) : result->text().contains(device.reason), qPrintable(result->text()));
        }
    }

    void theSelfTestIsCanceledByItsButton()
    {
        core::setMachineShare({.threads = 1}); // beside other tests, threads wait for each other
        SettingsDialog dialog;
        dialog.show();
        auto* card = dialog.findChild<DeviceCard*>(QStringLiteral("device cpu"));
        auto* button = child<QPushButton>(*card, "selfTest");
        button->click();
        QCOMPARE(button->text(), QStringLiteral("Cancel"));
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(!card->isTesting(), 20000);
        QVERIFY(!child<QLabel>(*card, "selfTestResult")->text().startsWith(QStringLiteral("Passed")));
        QVERIFY(button->isEnabled());
        QCOMPARE(button->text(), QStringLiteral("Self-test"));
    }

    void closingInTheMiddleOfASelfTestIsSafe()
    {
        core::setMachineShare({.threads = 1}); // beside other tests, threads wait for each other
        auto dialog = std::make_unique<SettingsDialog>();
        child<QPushButton>(*dialog->findChild<DeviceCard*>(QStringLiteral("device cpu")), "selfTest")->click();
        dialog.reset();
    }

    void theSearchGoesThroughAllPages_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("pages");
        QTest::newRow("nothing") << QString() << QStringList{QStringLiteral("General"), QStringLiteral("Devices"), QStringLiteral("Storage")};
        QTest::newRow("a label") << QStringLiteral("language") << QStringList{QStringLiteral("General")};
        QTest::newRow("of what it does") << QStringLiteral("cores processor") << QStringList{QStringLiteral("Devices")};
        QTest::newRow("a page") << QStringLiteral("storage") << QStringList{QStringLiteral("Storage")};
        QTest::newRow("on two pages") << QStringLiteral("disk thumbnails") << QStringList{QStringLiteral("Storage")};
        QTest::newRow("nowhere") << QStringLiteral("xylophone") << QStringList();
    }
    void theSearchGoesThroughAllPages()
    {
        QFETCH(QString, words);
        SettingsDialog dialog;
        dialog.show();
        child<QLineEdit>(dialog, "settingsSearch")->setText(words);
        QTEST(shownPages(dialog), "pages");
        QCOMPARE(child<QLabel>(dialog, "settingsNothing")->isVisible(), shownPages(dialog).isEmpty());
        child<QLineEdit>(dialog, "settingsSearch")->clear();
        QCOMPARE(shownPages(dialog).size(), 3);
    }

    void whatTheProjectTakesIsCountedAndEmptied()
    {
        SmallProject small(core::ViewType::Classification);
        const QString folder = small.project().folder();
        addCaches(folder);
        SettingsDialog dialog;
        dialog.setSession(small.session.get());
        dialog.showPage(SettingsDialog::Storage);
        dialog.show();
        QTRY_VERIFY(child<QPushButton>(dialog, "emptyPixels"));
        QVERIFY(child<QPushButton>(dialog, "emptyPixels")->isEnabled());
        QTRY_VERIFY(child<QPushButton>(dialog, "emptyPixels") && child<QPushButton>(dialog, "emptyPixels")->isVisible());
        auto* said = child<QLabel>(dialog, "storageSaid");
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            if (auto* button = child<QPushButton>(dialog, "emptyPixels"); button && button->isEnabled())
                button->click();
            return said->text().startsWith(QStringLiteral("Emptied: 1 file"));
        }(), 5000);
        QVERIFY(!QFileInfo::exists(folder + QStringLiteral("/cache/pixels/s224r3.pack")));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/cache/thumbs/ab/ab000000000000000000000000000000.jpg")));
        dialog.setSession(nullptr);
    }

    void nothingIsEmptiedWhileATrainingUsesIt()
    {
        SmallProject small(core::ViewType::Classification);
        const QString folder = small.project().folder();
        addCaches(folder);
        core::TrainingSpec spec;
        spec.imageSize = 32;
        spec.epochs = 1000;
        spec.threads = 1;
        spec.weights = core::StartWeights::None;
        spec.device = QStringLiteral("cpu");
        small.session->trainings().enqueue(small.view, QStringLiteral("long"), spec);
        QTRY_VERIFY_WITH_TIMEOUT(small.session->trainings().isRunning(), 20000);
        SettingsDialog dialog;
        dialog.setSession(small.session.get());
        dialog.showPage(SettingsDialog::Storage);
        dialog.show();
        QTRY_VERIFY(child<QPushButton>(dialog, "emptyThumbnails"));
        child<QPushButton>(dialog, "emptyThumbnails")->click();
        const QString said = child<QLabel>(dialog, "storageSaid")->text();
        QVERIFY2(said.contains(QStringLiteral("training")), qPrintable(said));
        QTest::qWait(100);
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/cache/thumbs/ab/ab000000000000000000000000000000.jpg")));
        dialog.setSession(nullptr);
    }

    void projectsOpenedLatelyAreCountedAndEmptied()
    {
        SmallProject small(core::ViewType::Classification);
        const QString folder = small.project().folder();
        RecentProjects::note(RecentProjects::describe(small.project()));
        addCaches(folder);
        small.session.reset(); // nobody has it open
        RecentProject gone;
        gone.folder = gone.name = QStringLiteral("/nowhere");
        RecentProjects::note(gone);
        SettingsDialog dialog;
        dialog.showPage(SettingsDialog::Storage);
        dialog.show();
        QTRY_VERIFY(child<QPushButton>(dialog, "emptyOther0"));
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            if (auto* button = child<QPushButton>(dialog, "emptyOther0"); button && button->isEnabled())
                button->click();
            return child<QLabel>(dialog, "storageSaid")->text().startsWith(QStringLiteral("Emptied: 2 file"));
        }(), 5000);
        QVERIFY(!child<QPushButton>(dialog, "emptyOther1"));
    }

    void everySettingFindsItsHelp()
    {
        SettingsDialog dialog;
        QSignalSpy requested(&dialog, &SettingsDialog::helpRequested);
        int rows = 0;
        for (auto* button : dialog.findChildren<QToolButton*>()) {
            if (!button->objectName().endsWith(QStringLiteral("Help")))
                continue;
            ++rows;
            button->click();
            for (const QString& language : Help::languages())
                QVERIFY2(Help(language).section(requested.last().first().toString()), qPrintable(requested.last().first().toString()));
        }
        QCOMPARE(rows, 8);
        QCOMPARE(HelpDesk::topicFor(&dialog), QStringLiteral("settings"));
    }

    void unreadableSettingsAreSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isAside");
        QTest::newRow("sound") << QByteArray("[general]\nlanguage=de\n") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("rubbish") << QByteArray("\x00\x01\xfe rubbish \n without any sense\n", 34) << true;
        QTest::newRow("cut off in a heading") << QByteArray("[general]\nlanguage=de\n[appea") << true;
    }
    void unreadableSettingsAreSetAside()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isAside);
        const QString path = QSettings().fileName();
        QSettings().sync();
        write(path, bytes);
        const QString said = Settings::setAsideUnreadable();
        QCOMPARE(!said.isEmpty(), isAside);
        const QString aside = path + QStringLiteral(".damaged");
        QCOMPARE(QFileInfo::exists(aside), isAside);
        if (!isAside)
            return;
        QVERIFY2(said.contains(QFileInfo(aside).fileName()), qPrintable(said));
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        kept.remove();
        QVERIFY(Settings::language().isEmpty()); // the defaults
        Settings::setLanguage(QStringLiteral("en"));
        QCOMPARE(Settings::language(), QStringLiteral("en")); // and new ones can be kept
        QVERIFY(Settings::setAsideUnreadable().isEmpty());
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "SettingsDialogTest.moc"
