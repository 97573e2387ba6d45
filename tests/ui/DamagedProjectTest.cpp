#include "core/project/Backups.h"
#include "core/project/Project.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/support/Application.h"
#include "ui/widgets/NoticeBar.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>

using namespace ui;

namespace {

struct TablePage {
    QString table;
    qint64 page = 0; // the first of the table, from 1
    qint64 bytes = 0;
};

QString databaseOf(const SmallProject& small)
{
    return small.folder.filePath(QStringLiteral("project/project.sqlite"));
}

/// The tables of a closed project and where each begins in its file.
std::vector<TablePage> tablesOf(const QString& file)
{
    std::vector<TablePage> tables;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tables"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
            query.exec(QStringLiteral("PRAGMA page_size"));
            const qint64 bytes = query.next() ? query.value(0).toLongLong() : 0;
            query.exec(QStringLiteral("SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 1 ORDER BY rootpage"));
            while (query.next())
                tables.push_back({query.value(0).toString(), query.value(1).toLongLong(), bytes});
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tables"));
    return tables;
}

std::unique_ptr<SmallProject> closedProject()
{
    auto small = std::make_unique<SmallProject>(core::ViewType::Detection);
    small->addVersion(QStringLiteral("v1"));
    small->session.reset();
    return small;
}

} // namespace

class DamagedProjectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
    }

    void init() { QSettings().clear(); }

    void aCutDatabaseLeadsToItsBackup();
    void backupsAreShownOfASoundProject();

    void eachTableMayBeDamaged_data()
    {
        QTest::addColumn<QString>("table");
        const auto small = closedProject();
        for (const TablePage& table : tablesOf(databaseOf(*small)))
            QTest::newRow(qPrintable(table.table)) << table.table;
    }

    void eachTableMayBeDamaged()
    {
        QFETCH(QString, table);
        const auto small = closedProject();
        const std::vector<TablePage> tables = tablesOf(databaseOf(*small));
        const auto damaged = std::ranges::find(tables, table, &TablePage::table);
        QVERIFY(damaged != tables.end());
        QFile file(databaseOf(*small));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((damaged->page - 1) * damaged->bytes));
        file.write(QByteArray(int(damaged->bytes), '\xa5'));
        file.close();

        QStringList told;
        Ask ask = SmallProject::silent();
        ask.tell = [&told](QWidget*, const QString&, const QString& message) { told << message; };
        ask.choose = [&told](QWidget*, const QString&, const QString& text, const QStringList&, const Ask::Chosen& chosen) {
            told << text;
            chosen(0); // look at it all the same
        };
        ask.offer = ask.choose;
        MainWindow window(ask);
        window.show();
        window.openProject(small->folder.filePath(QStringLiteral("project")));
        if (window.session()) {
            for (Place place : {Place::Images, Place::Annotate, Place::Views, Place::Library, Place::Training, Place::Version, Place::Predict, Place::Images}) {
                window.goTo(place);
                QTest::qWait(30); // the page is painted, and reads what it reads later
                QCOMPARE(window.place(), place);
                QVERIFY(window.currentPage()->isVisible());
            }
        }
        const auto* failed = window.findChild<NoticeBar*>(QStringLiteral("failedBar"));
        const bool isSaid = !told.isEmpty() || !failed->text().isEmpty() || window.findChild<QWidget*>(QStringLiteral("failedPage"))
            || window.findChild<QWidget*>(QStringLiteral("recoveryPage")) || !window.findChild<NoticeBar*>(QStringLiteral("lockedBar"))->text().isEmpty();
        static const QStringList shown = {QStringLiteral("view"), QStringLiteral("concept"), QStringLiteral("image"), QStringLiteral("item"), QStringLiteral("model"), QStringLiteral("version")};
        if (shown.contains(table))
            QVERIFY2(isSaid, "a page could not be read and nobody said so");
        window.close();
        QTRY_VERIFY(!window.isVisible());
    }
};

void DamagedProjectTest::aCutDatabaseLeadsToItsBackup()
{
    const auto small = closedProject();
    const QString folder = small->folder.filePath(QStringLiteral("project"));
    core::Backups::make(folder, core::Backup::Kind::Daily);
    QFile file(databaseOf(*small));
    QVERIFY(file.resize(file.size() / 2));
    MainWindow window([] {
        Ask ask = SmallProject::silent();
        ask.choose = [](QWidget*, const QString&, const QString&, const QStringList&, const Ask::Chosen& chosen) { chosen(0); };
        return ask;
    }());
    window.show();
    QVERIFY(!window.openProject(folder));
    auto* page = window.findChild<QWidget*>(QStringLiteral("recoveryPage"));
    QVERIFY(page && page->isVisible());
    auto* restore = page->findChild<QPushButton*>(QStringLiteral("restoreBackup"));
    QTRY_VERIFY(restore->isEnabled());
    auto* goOn = page->findChild<QPushButton*>(QStringLiteral("goOn"));
    QVERIFY(!goOn->isEnabled()); // nothing is opened that cannot be trusted
    restore->click();
    QTRY_VERIFY(goOn->isEnabled());
    QVERIFY(page->findChild<QLabel*>(QStringLiteral("recoveryDone"))->text().contains(QLatin1String("damaged-"))); // where the old file is
    goOn->click();
    QTRY_VERIFY(window.session());
    QCOMPARE(window.session()->project().imageCount(), 18);
    QCOMPARE(window.place(), Place::Images);
}

void DamagedProjectTest::backupsAreShownOfASoundProject()
{
    const auto small = closedProject();
    const QString folder = small->folder.filePath(QStringLiteral("project"));
    core::Backups::make(folder, core::Backup::Kind::Timed);
    MainWindow window(SmallProject::silent());
    window.show();
    QVERIFY(window.openProject(folder));
    window.findChild<QAction*>(QStringLiteral("actionBackups"))->trigger();
    auto* page = window.findChild<QWidget*>(QStringLiteral("recoveryPage"));
    QVERIFY(page && page->isVisible());
    QVERIFY(!window.session()); // closed, so that a backup can take its place
    auto* goOn = page->findChild<QPushButton*>(QStringLiteral("goOn"));
    QTRY_VERIFY(goOn->isEnabled());
    QVERIFY(page->findChild<QTableWidget*>(QStringLiteral("backups"))->rowCount() >= 1);
    QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("salvage"))->isEnabled()); // nothing to save it from
    goOn->click();
    QTRY_VERIFY(window.session());
    QTRY_VERIFY(!window.findChild<QWidget*>(QStringLiteral("recoveryPage")));
}

int main(int argc, char** argv)
{
    Application application(argc, argv);
    DamagedProjectTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "DamagedProjectTest.moc"
