#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/Session.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/ImportSummary.h"
#include "ui/widgets/NoticeBar.h"

#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>

using namespace ui;

class ImportDialogTest final : public QObject {
    Q_OBJECT

    static void paint(const QString& path, int hue)
    {
        QDir().mkpath(QFileInfo(path).path());
        QImage image(64, 48, QImage::Format_RGB888);
        image.fill(QColor::fromHsv(hue, 120, 200));
        QVERIFY(image.save(path));
    }

    /// Two classes with four pictures each, and one file that is none.
    static void makeFolder(const QString& folder)
    {
        for (int i = 0; i < 4; ++i) {
            paint(QStringLiteral("%1/ants/a%2.png").arg(folder).arg(i), i * 10);
            paint(QStringLiteral("%1/bees/b%2.png").arg(folder).arg(i), 180 + i * 10);
        }
        QFile broken(folder + QStringLiteral("/bees/broken.jpg"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
    }

    struct Opened {
        Opened()
        {
            makeFolder(folder.filePath(QStringLiteral("insects")));
            session = std::make_unique<Session>(core::Project::create(folder.filePath(QStringLiteral("project"))), SmallProject::silent());
        }
        QTemporaryDir folder;
        std::unique_ptr<Session> session;
        QStringList sources() const { return {folder.filePath(QStringLiteral("insects"))}; }
    };

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void nothingIsWrittenBeforeImportIsPressed()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, opened.sources());
        dialog.show();
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        QCOMPARE(opened.session->project().imageCount(), 0);
        auto* summary = dialog.findChild<ImportSummary*>(QStringLiteral("importSummary"));
        auto* concepts = summary->findChild<QTableWidget*>(QStringLiteral("importConcepts"));
        QCOMPARE(concepts->rowCount(), 2);
        QCOMPARE(concepts->item(0, 0)->text(), QStringLiteral("ants"));
        QCOMPARE(concepts->item(0, 1)->text(), QStringLiteral("4"));
        QCOMPARE(summary->findChild<QTableWidget*>(QStringLiteral("importProblems"))->rowCount(), 1); // the file that is no picture
        QSignalSpy imported(&dialog, &ImportDialog::imported);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(imported.count(), 1);
        QCOMPARE(opened.session->project().imageCount(), 8);
        QCOMPARE(opened.session->project().views().size(), std::size_t(1));
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("importResult"))->text().startsWith(QLatin1Char('8')));
        QVERIFY(opened.session->view().isValid()); // the pages have something to show
    }

    void aConceptIsRenamedMergedAndLeftOut()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, opened.sources());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        auto* table = dialog.findChild<ImportSummary*>(QStringLiteral("importSummary"))->findChild<QTableWidget*>(QStringLiteral("importConcepts"));
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("ants, new"));
        const auto become = [&](int row, const QString& name) { // as with the keys: F2, the name, Enter
            table->setFocus();
            table->setCurrentCell(row, 2);
            QTest::keyClick(table, Qt::Key_F2);
            auto* box = table->findChild<QComboBox*>(QStringLiteral("becomes"));
            QVERIFY(box);
            box->lineEdit()->selectAll();
            QTest::keyClicks(box->lineEdit(), name);
            QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        };
        become(0, QStringLiteral("Ameise"));
        QTRY_COMPARE(table->item(0, 2)->text(), QStringLiteral("Ameise, new"));
        QTRY_VERIFY(next->isEnabled());
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("ants")); // as the source names it
        become(1, QStringLiteral("Leave out"));
        QTRY_COMPARE(table->item(1, 2)->text(), QStringLiteral("left out"));
        QTRY_VERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(opened.session->project().imageCount(), 8);
        const auto view = opened.session->project().views().front();
        const auto concepts = opened.session->project().concepts(view.id);
        QCOMPARE(concepts.size(), std::size_t(1));
        QCOMPARE(concepts.front().name, QStringLiteral("Ameise"));
        QCOMPARE(opened.session->project().summary(view.id).annotated, 4);
    }

    void onlyWhatTheSourceAsksForIsAsked()
    {
        Opened opened;
        for (const bool again : {false, true}) {
            ImportDialog dialog(*opened.session, opened.sources());
            dialog.show();
            auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
            QTRY_COMPARE(next->text(), QStringLiteral("Import"));
            QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("existingChoice"))->isVisible(), again);
            QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("splitChoice"))->isVisible(), !again);
            QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("unlistedChoice"))->isVisible());
            QSignalSpy imported(&dialog, &ImportDialog::imported);
            QTest::mouseClick(next, Qt::LeftButton);
            QTRY_COMPARE(imported.count(), 1);
        }
    }

    void cancelLeavesTheProjectAsItWas()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, opened.sources());
        dialog.show();
        QTRY_COMPARE(dialog.findChild<QPushButton*>(QStringLiteral("importNext"))->text(), QStringLiteral("Import"));
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("importCancel")), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(opened.session->project().imageCount(), 0);
        QVERIFY(opened.session->project().views().empty());
    }

    void whatCannotBeReadIsSaidAndTheListStays()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, {opened.folder.filePath(QStringLiteral("nowhere"))});
        dialog.show();
        auto* problem = dialog.findChild<QLabel*>(QStringLiteral("importProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(!problem->text().isEmpty());
    }

    void anEmptyListBeginsWithAddingFiles()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto* focus = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(focus && focus->text().startsWith(QLatin1String("Add files")) && focus->isDefault()); // so Enter presses it
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("clearSources"))->isEnabled());
    }

    void rowsCanBeRemovedAndEnterGoesOn()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, {opened.folder.filePath(QStringLiteral("nowhere")), opened.folder.filePath(QStringLiteral("neither"))});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        auto* list = dialog.findChild<QListWidget*>(QStringLiteral("sources"));
        QTRY_VERIFY(dialog.findChild<QLabel*>(QStringLiteral("importProblem"))->isVisible());
        QCOMPARE(list->count(), 2);
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().endsWith(QLatin1String("neither")));
        dialog.findChild<QPushButton*>(QStringLiteral("removeSource"))->click(); // the one that came in its place
        QCOMPARE(list->count(), 0);
        QVERIFY(!next->isEnabled());
        dialog.addSources(opened.sources());
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        QTest::keyClick(&dialog, Qt::Key_Return); // Enter goes on at every step
        QTRY_COMPARE(opened.session->project().imageCount(), 8);
        QTRY_VERIFY(next->isVisible()); // with the result
        QCOMPARE(next->text(), QStringLiteral("Go to Images"));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
    }

    void oneEmptyFolderBlocksNothing()
    {
        Opened opened;
        QDir().mkpath(opened.folder.filePath(QStringLiteral("empty")));
        ImportDialog dialog(*opened.session, opened.sources() + QStringList{opened.folder.filePath(QStringLiteral("empty"))});
        dialog.show();
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        auto* problems = dialog.findChild<ImportSummary*>(QStringLiteral("importSummary"))->findChild<QTableWidget*>(QStringLiteral("importProblems"));
        QCOMPARE(problems->rowCount(), 2); // the file that is no picture, and the folder
        next->click();
        QTRY_COMPARE(opened.session->project().imageCount(), 8);
    }

    void whatLiesOutsideIsAskedAbout()
    {
        Opened opened;
        const QString source = opened.folder.filePath(QStringLiteral("set"));
        paint(source + QStringLiteral("/images/train/a.png"), 20);
        paint(opened.folder.filePath(QStringLiteral("elsewhere/b.png")), 120);
        QFile yaml(source + QStringLiteral("/data.yaml"));
        QVERIFY(yaml.open(QIODevice::WriteOnly));
        yaml.write("path: .\ntrain: [images/train, ../elsewhere]\nnames: [ant]\n");
        yaml.close();
        ImportDialog dialog(*opened.session, {source});
        dialog.show();
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        auto* bar = dialog.findChild<NoticeBar*>(QStringLiteral("outsideBar"));
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QLatin1String("data.yaml")), qPrintable(bar->text()));
        bar->findChild<QPushButton*>(QStringLiteral("noticeAct0"))->click();
        QTRY_VERIFY(next->isVisible() && !bar->isVisible());
        next->click();
        QTRY_COMPARE(opened.session->project().imageCount(), 2);
    }

    void typeCanBeChangedToTagging()
    {
        Opened opened;
        ImportDialog dialog(*opened.session, opened.sources());
        dialog.show();
        auto* next = dialog.findChild<QPushButton*>(QStringLiteral("importNext"));
        QTRY_COMPARE(next->text(), QStringLiteral("Import"));
        auto* type = dialog.findChild<ImportSummary*>(QStringLiteral("importSummary"))->findChild<QComboBox*>(QStringLiteral("targetType"));
        QCOMPARE(type->currentData().toInt(), int(core::ViewType::Classification));
        type->setCurrentIndex(1);
        Q_EMIT type->activated(1);
        QVERIFY(!next->isVisible()); // it is being read again
        QTRY_VERIFY(next->isVisible());
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(opened.session->project().views().size(), std::size_t(1));
        QCOMPARE(opened.session->project().views().front().type, core::ViewType::Tagging);
    }
};

QTEST_MAIN(ImportDialogTest)
#include "ImportDialogTest.moc"
