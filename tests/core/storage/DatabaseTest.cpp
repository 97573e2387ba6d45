#include "StorageFixture.h"

#include "core/storage/Migrations.h"

#include <QDir>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace core;

class DatabaseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newFileHasTheNewestSchema();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void aReaderSeesWhatIsCommittedWhileAnotherWrites();
    void readersCannotWrite();
    void keysAreEnforced();
    void everyWordOfAnErrorIsASentence();
    void refusalsAreToldApart();
    void whatIsReadInOneTransactionIsOfOneMoment();
    void aReaderWithoutALogLeavesNothingBehind();
    void aReaderThatMayNotWriteSeesTheLog();
    void statementsOfOneTextNest();
    void connectionsLeaveNothingBehind();
    void listsStayFast_data();
    void listsStayFast();
    void wrongCountsAreMended();
    void olderFileIsCopiedThenMigrated();
    void failedStepLeavesTheFileAsItWas();
    void withoutACopyNothingIsMigrated();
};

void DatabaseTest::newFileHasTheNewestSchema()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    {
        const Database database(path, Database::Mode::Create);
        QCOMPARE(Migrations::versionOf(database), Migrations::newest());
        QVERIFY(database.problems().isEmpty());
    }
    QVERIFY_EXCEPTION_THROWN(Database(path, Database::Mode::Create), Error);
    const Database again(path, Database::Mode::Write);
    Query mode(again, QStringLiteral("PRAGMA journal_mode"));
    QVERIFY(mode.first());
    QCOMPARE(mode.text(0), QStringLiteral("wal"));
}

void DatabaseTest::otherFilesAreRefused_data()
{
    QTest::addColumn<QString>("change"); // SQL on a sound file
    QTest::addColumn<QString>("says");
    QTest::newRow("another program's") << QStringLiteral("PRAGMA application_id = 1") << QStringLiteral("not the database of an Oriel project");
    for (const int version : {-5, 0, -2147483647})
        QTest::addRow("format %d", version) << QStringLiteral("PRAGMA user_version = %1").arg(version) << QStringLiteral("project format %1, which no Oriel writes").arg(version);
    QTest::newRow("newer") << QStringLiteral("PRAGMA user_version = 99") << QStringLiteral("newer Oriel (project format 99, this one reads %1)").arg(Migrations::newest());
}

void DatabaseTest::otherFilesAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    {
        const Database database(path, Database::Mode::Create);
        Query(database, change).run();
    }
    for (const auto mode : {Database::Mode::Write, Database::Mode::Read, Database::Mode::Examine}) {
        QString message;
        try {
            const Database database(path, mode);
        } catch (const Error& error) {
            message = error.message();
        }
        QVERIFY2(message.contains(says), qPrintable(message));
    }
    QFile text(folder.filePath(QStringLiteral("text.sqlite")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray("<html>").repeated(1000));
    text.close();
    QVERIFY_EXCEPTION_THROWN(Database(text.fileName(), Database::Mode::Write), Error);
    QVERIFY_EXCEPTION_THROWN(Database(folder.filePath(QStringLiteral("none.sqlite")), Database::Mode::Read), Error);
}

void DatabaseTest::aReaderSeesWhatIsCommittedWhileAnotherWrites()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    const Database writer(path, Database::Mode::Create);
    const Database reader(path, Database::Mode::Read);
    const auto count = [&] {
        Query query(reader, QStringLiteral("SELECT count(*) FROM root"));
        return query.first() ? query.integer(0) : -1;
    };
    const auto add = QStringLiteral("INSERT INTO root(name, kind, abs_hint) VALUES (?, 0, '/x')");
    {
        Transaction transaction(writer);
        Query(writer, add).bind(QStringLiteral("a")).run();
        QCOMPARE(count(), 0);
        transaction.commit();
    }
    QCOMPARE(count(), 1);
    {
        Transaction rolledBack(writer);
        Query(writer, add).bind(QStringLiteral("b")).run();
    }
    QCOMPARE(count(), 1);
}

void DatabaseTest::readersCannotWrite()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    const Database writer(path, Database::Mode::Create);
    const Database reader(path, Database::Mode::Read);
    QVERIFY_EXCEPTION_THROWN(Query(reader, QStringLiteral("DELETE FROM root")).run(), DatabaseError);
}

void DatabaseTest::keysAreEnforced()
{
    const StorageFixture fixture;
    Query orphan(fixture.database, QStringLiteral("INSERT INTO item(view_id, image_id, split) VALUES (1, 1, 0)"));
    QVERIFY_EXCEPTION_THROWN(orphan.run(), DatabaseError);
    Query odd(fixture.database, QStringLiteral("INSERT INTO view(uuid, name, name_key, type, ordinal) VALUES (x'00', 'a', 'a', 7, 0)"));
    QVERIFY_EXCEPTION_THROWN(odd.run(), DatabaseError);
}

void DatabaseTest::everyWordOfAnErrorIsASentence()
{
    const StorageFixture fixture;
    try {
        Query(fixture.database, QStringLiteral("SELECT a FROM nowhere")).run();
        QFAIL("must throw");
    } catch (const DatabaseError& error) {
        QVERIFY(error.message().contains(QLatin1String("Nothing was changed")));
        QVERIFY2(!error.message().contains(QLatin1String("nowhere")), "the words of SQLite are for the log");
    }
}

void DatabaseTest::refusalsAreToldApart()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    const auto kindOf = [](const Database& database, const QString& sql) {
        try {
            Query(database, sql).run();
        } catch (const DatabaseError& error) {
            if (error.message().contains(QLatin1String("constraint"), Qt::CaseInsensitive) || error.message().contains(QLatin1String("UNIQUE")))
                return QStringLiteral("words of SQLite: ") + error.message();
            return QString::number(int(error.kind));
        }
        return QStringLiteral("no error");
    };
    const auto number = [](DatabaseError::Kind kind) { return QString::number(int(kind)); };
    const auto add = QStringLiteral("INSERT INTO root(name, kind, abs_hint) VALUES ('a', 0, '/x')");
    const Database writer(path, Database::Mode::Create);
    Query(writer, add).run();
    QCOMPARE(kindOf(writer, add), number(DatabaseError::Kind::Constraint));
    QCOMPARE(kindOf(Database(path, Database::Mode::Read), add), number(DatabaseError::Kind::Disk));
    QCOMPARE(kindOf(writer, QStringLiteral("SELECT nothing")), number(DatabaseError::Kind::Other));
    Query(writer, QStringLiteral("PRAGMA max_page_count = 1")).run(); // raised to what there is: no page more
    QCOMPARE(kindOf(writer, QStringLiteral("UPDATE root SET name = hex(zeroblob(100000))")), number(DatabaseError::Kind::Full));
}

void DatabaseTest::whatIsReadInOneTransactionIsOfOneMoment()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    const Database writer(path, Database::Mode::Create);
    const Database reader(path, Database::Mode::Read);
    const auto count = [&] {
        Query query(reader, QStringLiteral("SELECT count(*) FROM root"));
        return query.first() ? query.integer(0) : -1;
    };
    {
        const ReadTransaction snapshot(reader);
        QCOMPARE(count(), 0);
        Query(writer, QStringLiteral("INSERT INTO root(name, kind, abs_hint) VALUES ('a', 0, '/x')")).run();
        const ReadTransaction inner(reader);
        QCOMPARE(count(), 0);
    }
    QCOMPARE(count(), 1);
}

void DatabaseTest::aReaderWithoutALogLeavesNothingBehind()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    Database(path, Database::Mode::Create);
    const QStringList before = QDir(folder.path()).entryList(QDir::Files);
    for (const auto mode : {Database::Mode::Examine, Database::Mode::Read}) {
        Database(path, mode).problems();
        Database::removeEmptyLog(path);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), before);
    }
}

#ifdef Q_OS_LINUX
/// While it lives, this program may do what a stranger may, also when it was started by root.
class Stranger {
public:
    Stranger() { m_changed = geteuid() != 0 || setresuid(65534, 65534, 0) == 0; }
    ~Stranger()
    {
        if (geteuid() == 65534 && setresuid(0, 0, 0) != 0)
            qFatal("cannot be root again");
    }
    bool isOne() const { return m_changed; }

private:
    bool m_changed = false;
};

void DatabaseTest::aReaderThatMayNotWriteSeesTheLog()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("project.sqlite"));
    const Database writer(path, Database::Mode::Create);
    writer.checkpoint();
    Query(writer, QStringLiteral("INSERT INTO root(name, kind, abs_hint) VALUES ('a', 0, '/x')")).run(); // in the log alone
    const auto left = folder.filePath(QStringLiteral("left")); // by a program that was killed
    QVERIFY(QDir().mkpath(left));
    const auto file = left + QStringLiteral("/project.sqlite");
    QVERIFY(QFile::copy(path, file) && QFile::copy(path + QStringLiteral("-wal"), file + QStringLiteral("-wal")));
    for (const auto& name : {folder.path(), left, file, file + QStringLiteral("-wal")})
        QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther
                | (name == folder.path() ? QFile::WriteOwner : QFile::Permissions())));
    {
        const Stranger stranger;
        if (!stranger.isOne() || !QFileInfo(file).isReadable())
            QSKIP("cannot be somebody else here");
        const Database reader(file, Database::Mode::Read);
        Query names(reader, QStringLiteral("SELECT name FROM root"));
        QVERIFY(names.first());
        QCOMPARE(names.text(0), QStringLiteral("a"));
    }
    QCOMPARE(QDir(left).entryList(QDir::Files).size(), 2);
    QFile::setPermissions(left, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // so that the folder can be removed
}
#else
void DatabaseTest::aReaderThatMayNotWriteSeesTheLog() { QSKIP("needs users"); }
#endif

void DatabaseTest::statementsOfOneTextNest()
{
    const StorageFixture fixture;
    const auto sql = QStringLiteral("SELECT value FROM json_each(?) ORDER BY key");
    QStringList seen;
    Query outer(fixture.database, sql);
    for (outer.bind(QStringLiteral("[1,2]")).run(); outer.next();) {
        Query inner(fixture.database, sql);
        for (inner.bind(QStringLiteral("[3,4]")).run(); inner.next();)
            seen << outer.text(0) + inner.text(0);
    }
    QCOMPARE(seen, (QStringList{QStringLiteral("13"), QStringLiteral("14"), QStringLiteral("23"), QStringLiteral("24")}));
}

void DatabaseTest::connectionsLeaveNothingBehind()
{
    const auto before = QSqlDatabase::connectionNames().size();
    {
        const StorageFixture a;
        const StorageFixture b;
        QCOMPARE(QSqlDatabase::connectionNames().size(), before + 2);
    }
    try {
        const Database database(QStringLiteral("/nowhere/project.sqlite"), Database::Mode::Create);
        QFAIL("must throw");
    } catch (const Error&) {
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

void DatabaseTest::listsStayFast_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("plan");
    const auto row = [](const char* name, const char* sql, const char* plan) { QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(plan); };
    row("page", "SELECT id, image_id, box_id, split, state FROM item WHERE view_id = 1 AND member = 1 AND id > 5 ORDER BY id LIMIT 200", "COVERING INDEX item_page (view_id=? AND member=? AND id>?)");
    row("page of a state", "SELECT id, image_id FROM item WHERE view_id = 1 AND member = 1 AND state = 0 AND id > 5 ORDER BY id LIMIT 200", "COVERING INDEX item_state (view_id=? AND member=? AND state=? AND id>?)");
    row("concept gallery", "SELECT item_id FROM label WHERE concept_id = 1 AND value = 1 AND item_id > 5 ORDER BY item_id LIMIT 200", "COVERING INDEX label_by_concept");
    row("boxes of a picture", "SELECT * FROM box WHERE item_id = 1", "INDEX box_by_item");
    row("known path", "SELECT id FROM image WHERE root_id = 1 AND rel_path = 'a'", "sqlite_autoindex_image_");
    row("equal bytes", "SELECT id FROM image WHERE sha256 = x'00'", "image_by_sha");
    row("counts", "SELECT split, state, n FROM item_tally WHERE view_id = 1", "USING PRIMARY KEY");
}

void DatabaseTest::listsStayFast()
{
    QFETCH(QString, sql);
    QFETCH(QString, plan);
    const StorageFixture fixture;
    QString found;
    Query query(fixture.database, QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
    for (query.run(); query.next();)
        found += query.text(3) + QLatin1Char('\n');
    QVERIFY2(found.contains(plan), qPrintable(found));
    QVERIFY2(!found.contains(QLatin1String("TEMP B-TREE")), qPrintable(found));
}

void DatabaseTest::wrongCountsAreMended()
{
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(ViewType::Classification);
    QVERIFY(fixture.isSound());
    Query(fixture.database, QStringLiteral("UPDATE item_tally SET n = 7")).run();
    Query(fixture.database, QStringLiteral("INSERT INTO concept_tally VALUES (99, 1, 1, 5)")).run();
    QVERIFY(!AnnotationRepository(fixture.database).mendTallies());
    QVERIFY(AnnotationRepository(fixture.database).mendTallies());
    QCOMPARE(AnnotationRepository(fixture.database).tallies(view).at(0).count, 3);
}

namespace {

/// The real steps and one more, which adds a table.
QStringList stepsWith(const QTemporaryDir& folder, const QByteArray& sql)
{
    QFile step(folder.filePath(QStringLiteral("0002_more.sql")));
    if (!step.open(QIODevice::WriteOnly) || step.write(sql) != sql.size())
        qFatal("no step");
    return Migrations::steps() + QStringList{step.fileName()};
}

bool hasTable(const Database& database, const QString& name)
{
    Query query(database, QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = ?"));
    return query.bind(name).first();
}

} // namespace

void DatabaseTest::olderFileIsCopiedThenMigrated()
{
    QTemporaryDir folder;
    const Database database(folder.filePath(QStringLiteral("project.sqlite")), Database::Mode::Create);
    Query(database, QStringLiteral("INSERT INTO root(name, kind, abs_hint) VALUES ('a', 0, '/x')")).run();
    Migrations::migrate(database); // nothing to do, so no copy
    QVERIFY(!QDir(folder.filePath(QStringLiteral("backups"))).exists());
    Migrations::migrate(database, stepsWith(folder, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT\n--;\n"
                                                    "CREATE TRIGGER more_in AFTER INSERT ON more BEGIN\n  DELETE FROM more WHERE id < 0; DELETE FROM more WHERE id > 9;\nEND\n"));
    QCOMPARE(Migrations::versionOf(database), Migrations::newest() + 1);
    QVERIFY(hasTable(database, QStringLiteral("more")));
    const auto copies = QDir(folder.filePath(QStringLiteral("backups"))).entryInfoList(QDir::Files);
    QCOMPARE(copies.size(), 1);
    QVERIFY(copies[0].fileName().endsWith(QStringLiteral("-s%1-premigration.sqlite").arg(Migrations::newest())));
    const Database copy(copies[0].absoluteFilePath(), Database::Mode::Read);
    QVERIFY(!hasTable(copy, QStringLiteral("more")));
    Query kept(copy, QStringLiteral("SELECT name FROM root"));
    QVERIFY(kept.first());
}

void DatabaseTest::failedStepLeavesTheFileAsItWas()
{
    QTemporaryDir folder;
    const Database database(folder.filePath(QStringLiteral("project.sqlite")), Database::Mode::Create);
    const auto steps = stepsWith(folder, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT\n--;\nCREATE TABLE root (id INTEGER)\n");
    QVERIFY_EXCEPTION_THROWN(Migrations::migrate(database, steps), Error);
    QCOMPARE(Migrations::versionOf(database), Migrations::newest());
    QVERIFY(!hasTable(database, QStringLiteral("more")));
}

void DatabaseTest::withoutACopyNothingIsMigrated()
{
    QTemporaryDir folder;
    const Database database(folder.filePath(QStringLiteral("project.sqlite")), Database::Mode::Create);
    QFile inTheWay(folder.filePath(QStringLiteral("backups")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto steps = stepsWith(folder, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT\n");
    QVERIFY_EXCEPTION_THROWN(Migrations::migrate(database, steps), Error);
    QCOMPARE(Migrations::versionOf(database), Migrations::newest());
    QVERIFY(!hasTable(database, QStringLiteral("more")));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
