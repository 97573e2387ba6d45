#include "core/storage/RunFile.h"

#include "core/base/Error.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using core::Example;
using core::Prediction;
using core::RunFile;
using core::Split;

namespace {

const auto connectionName = QStringLiteral("tester");

std::vector<Example> boxes()
{
    return {{{.image = {.uuid = QUuid::createUuidV5({}, QStringLiteral("1")), .path = QStringLiteral("/nowhere/1.png"), .sha256 = QByteArray(32, 'a'), .size = {640, 480}},
              .box = {4711}, .crop = {100, 50, 200, 150}}, {7}, -1, {}, {{0, {101, 52, 10, 20}}}, {1}},
            {{.image = {.path = QStringLiteral("/nowhere/2.png"), .sha256 = QByteArray(32, 'b'), .size = {32, 32}}}, {9}, -1, {}, {{1, {3, 4, 5, 6}}}, {}}};
}

std::vector<Prediction> answers()
{
    return {{.boxes = {{0, 0.9, {1.5, 2, 10, 20}}}}, {.boxes = {{0, 0.8, {0, 0, 4, 4}}}}};
}

/// Reads all that can be read; what any of it throws is the answer, empty when nothing does.
QString refusalOf(const QString& folder)
{
    try {
        const RunFile file(folder, RunFile::Mode::Read);
        for (const auto split : {Split::Train, Split::Validation, Split::Test})
            file.examples(split);
        file.batches();
        file.skipped();
        file.report();
        file.predictions();
    } catch (const core::Error& error) {
        return error.message();
    }
    return {};
}

} // namespace

class RunFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_place.reset(); }
    void skippedPicturesTakeNoPart();
    void aFileWithoutTheTableOfSkippedOnesIsRead();
    void regionsComeBackAsTheyWereFrozen();
    void aFileOfTheFirstFormatIsRead();
    void damagedRowsAreRefusedWithASentence_data();
    void damagedRowsAreRefusedWithASentence();
    void damagedFilesAreRefusedWithASentence_data();
    void damagedFilesAreRefusedWithASentence();
    void whatIsNoFileIsRefused();
    void nothingIsWrittenBehindALink_data();
    void nothingIsWrittenBehindALink();
    void anUnfinishedWriteIsUndone();
    void anUnfinishedWriteIsUndoneInACopyWhereNothingMayBeWritten();
    void everyDamagedPageIsASentenceOrWhole();

private:
    QString folder() const { return m_place->filePath(QStringLiteral("P.oriel/versions/x")); }
    QString path() const { return folder() + QStringLiteral("/run.sqlite"); }
    void change(const QStringList& statements) const;
    QByteArray content() const;
    void setContent(const QByteArray& bytes) const;
    void beginWrite() const;

    std::unique_ptr<QTemporaryDir> m_place;
};

void RunFileTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
    RunFile file(folder(), RunFile::Mode::Create);
    file.freeze(boxes(), boxes(), {});
    file.appendBatches({{.epoch = 1, .iteration = 1, .position = 0.5, .loss = 1.5, .learningRate = 0.1}});
    file.storeResult(answers(), {{QStringLiteral("type"), QStringLiteral("detection")}});
}

/// As somebody else's program would.
void RunFileTest::change(const QStringList& statements) const
{
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName);
        connection.setDatabaseName(path());
        QVERIFY(connection.open());
        for (const auto& statement : statements) {
            QSqlQuery query(connection);
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(connectionName);
}

QByteArray RunFileTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RunFileTest::setContent(const QByteArray& bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

void RunFileTest::skippedPicturesTakeNoPart()
{
    {
        RunFile file(folder(), RunFile::Mode::Write);
        file.storeSkipped({{.item = {7}, .path = QStringLiteral("/nowhere/1.png"), .why = QStringLiteral("It is gone.")}});
        file.storeResult({answers()[1]}, {});
    }
    const RunFile file(folder(), RunFile::Mode::Read);
    QCOMPARE(int(file.examples(Split::Validation).size()), 1);
    QCOMPARE(file.examples(Split::Validation).front().item.value, 9);
    QCOMPARE(int(file.predictions().size()), 1);
    QCOMPARE(file.predictions().front(), answers()[1]);
    const auto skipped = file.skipped();
    QVERIFY(!skipped.empty());
    QCOMPARE(skipped.front().item.value, 7);
    QCOMPARE(skipped.front().why, QStringLiteral("It is gone."));
}

void RunFileTest::aFileWithoutTheTableOfSkippedOnesIsRead()
{
    QVERIFY(RunFile(folder(), RunFile::Mode::Read).skipped().empty());
    RunFile(folder(), RunFile::Mode::Write).storeSkipped({});
    QCOMPARE(refusalOf(folder()), QString());
}

void RunFileTest::regionsComeBackAsTheyWereFrozen()
{
    QCOMPARE(RunFile(folder(), RunFile::Mode::Read).examples(Split::Train), boxes());
}

/// A version that was trained before there were crops: its items are whole pictures.
void RunFileTest::aFileOfTheFirstFormatIsRead()
{
    change({QStringLiteral("CREATE TABLE old AS SELECT id, item_id, split, path, rel_path, sha256, width, height, label, answers, gaps FROM item"), QStringLiteral("DROP TABLE item"),
            QStringLiteral("CREATE TABLE item ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL, split INTEGER NOT NULL, path TEXT NOT NULL, "
                           "rel_path TEXT NOT NULL, sha256 BLOB NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, label INTEGER NOT NULL, "
                           "answers TEXT NOT NULL, gaps TEXT NOT NULL ) STRICT"),
            QStringLiteral("INSERT INTO item SELECT * FROM old"), QStringLiteral("DROP TABLE old"), QStringLiteral("PRAGMA user_version = 1")});
    QCOMPARE(refusalOf(folder()), QString());
    auto expected = boxes();
    expected[0].image.uuid = {};
    expected[0].box = {};
    expected[0].crop = {};
    QCOMPARE(RunFile(folder(), RunFile::Mode::Read).examples(Split::Train), expected);
    RunFile(folder(), RunFile::Mode::Write).storeSkipped({{.item = {7}, .path = {}, .why = QStringLiteral("It is gone.")}}); // and it can be gone on with
    QCOMPARE(int(RunFile(folder(), RunFile::Mode::Read).examples(Split::Train).size()), 1);
}

void RunFileTest::damagedRowsAreRefusedWithASentence_data()
{
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char* name, const QStringList& statements) { QTest::newRow(name) << statements; };
    // Tables of other programs keep no types.
    const auto loose = [](const QString& table, const QString& columns) {
        return QStringList{QStringLiteral("CREATE TABLE copy AS SELECT * FROM %1").arg(table), QStringLiteral("DROP TABLE %1").arg(table),
                           QStringLiteral("CREATE TABLE %1 (%2)").arg(table, columns), QStringLiteral("INSERT INTO %1 SELECT * FROM copy").arg(table)};
    };
    const auto items = loose(QStringLiteral("item"), QStringLiteral("id, item_id, split, path, rel_path, sha256, width, height, label, answers, gaps, image_uuid, box_id, crop_x0, crop_y0, crop_x1, crop_y1"));
    const auto predictions = loose(QStringLiteral("prediction"), QStringLiteral("item_id, concept_ord, score, x0, y0, x1, y1"));
    const auto boxTable = loose(QStringLiteral("box"), QStringLiteral("item, concept_ord, x0, y0, x1, y1, ignored"));
    const auto steps = loose(QStringLiteral("step"), QStringLiteral("iteration, epoch, position, learning_rate, loss"));
    const auto reports = loose(QStringLiteral("report"), QStringLiteral("id, json"));
    for (const auto* table : {"item", "box", "prediction", "step", "report"})
        row(qPrintable(QStringLiteral("no table %1").arg(QLatin1String(table))), {QStringLiteral("DROP TABLE %1").arg(QLatin1String(table))});
    row("a view that never ends", {QStringLiteral("DROP TABLE step"),
                                   QStringLiteral("CREATE VIEW step AS WITH RECURSIVE n(iteration) AS (SELECT 1 UNION ALL SELECT iteration + 1 FROM n) "
                                                  "SELECT iteration, 1 AS epoch, 1.0 AS position, 1.0 AS learning_rate, 1.0 AS loss FROM n")});
    row("another table of that name", {QStringLiteral("DROP TABLE box"), QStringLiteral("CREATE TABLE box (poem TEXT)")});
    row("an item without a path", items + QStringList{QStringLiteral("UPDATE item SET path = NULL")});
    row("a path of bytes", items + QStringList{QStringLiteral("UPDATE item SET path = x'00ff'")});
    row("a path of 50 MB", items + QStringList{QStringLiteral("UPDATE item SET path = CAST(zeroblob(50000000) AS TEXT)")});
    row("a hash of 50 MB", {QStringLiteral("UPDATE item SET sha256 = zeroblob(50000000)")});
    row("a width in words", items + QStringList{QStringLiteral("UPDATE item SET width = 'wide'")});
    row("a width below nought", {QStringLiteral("UPDATE item SET width = -5")});
    row("a split that does not exist", {QStringLiteral("UPDATE item SET split = 9")});
    row("a label below none", {QStringLiteral("UPDATE item SET label = -7")});
    row("a label beyond every list", {QStringLiteral("UPDATE item SET label = 4000000000")});
    row("answers that are no list", {QStringLiteral("UPDATE item SET answers = '{\"a\":1}'")});
    row("answers of another kind", {QStringLiteral("UPDATE item SET answers = '[1,7]'")});
    row("answers in words", {QStringLiteral("UPDATE item SET answers = '[\"yes\"]'")});
    row("gaps below nought", {QStringLiteral("UPDATE item SET gaps = '[-1]'")});
    row("gaps that are cut", {QStringLiteral("UPDATE item SET gaps = '[1,'")});
    row("a picture without identity", {QStringLiteral("UPDATE item SET image_uuid = x'00ff'")});
    row("a box in words", items + QStringList{QStringLiteral("UPDATE item SET box_id = 'the left one'")});
    row("a crop beyond its picture", {QStringLiteral("UPDATE item SET crop_x1 = 641 WHERE box_id = 4711")});
    row("a crop above its picture", {QStringLiteral("UPDATE item SET crop_y0 = -1 WHERE box_id = 4711")});
    row("a crop of nothing", {QStringLiteral("UPDATE item SET crop_y1 = crop_y0 WHERE box_id = 4711")});
    row("half a crop", {QStringLiteral("UPDATE item SET crop_x1 = NULL WHERE box_id = 4711")});
    row("no columns of the regions", loose(QStringLiteral("item"), QStringLiteral("id, item_id, split, path, rel_path, sha256, width, height, label, answers, gaps, a, b, c, d, e, f")));
    row("a box of no item", {QStringLiteral("UPDATE box SET item = 4711")});
    row("a box of a concept below nought", {QStringLiteral("UPDATE box SET concept_ord = -1")});
    row("a box without end", {QStringLiteral("UPDATE box SET x1 = 9e999")});
    row("a box inside out", {QStringLiteral("UPDATE box SET x1 = -10")});
    row("a box without a corner", boxTable + QStringList{QStringLiteral("UPDATE box SET y0 = NULL")});
    row("an answer about no item", {QStringLiteral("UPDATE prediction SET item_id = 4711")});
    row("an answer about a training picture", {QStringLiteral("UPDATE prediction SET item_id = (SELECT min(id) FROM item WHERE split = 1)")});
    row("an answer of a concept below nought", {QStringLiteral("UPDATE prediction SET concept_ord = -2")});
    row("a score above one", {QStringLiteral("UPDATE prediction SET score = 7.5")});
    row("a score in words", predictions + QStringList{QStringLiteral("UPDATE prediction SET score = 'high'")});
    row("half a box", {QStringLiteral("UPDATE prediction SET y1 = NULL")});
    row("scores in another order", {QStringLiteral("UPDATE prediction SET x0 = NULL, y0 = NULL, x1 = NULL, y1 = NULL, concept_ord = 1")});
    row("a step in words", steps + QStringList{QStringLiteral("UPDATE step SET iteration = 'first'")});
    row("a step without place", steps + QStringList{QStringLiteral("UPDATE step SET position = NULL")});
    row("a loss of bytes", steps + QStringList{QStringLiteral("UPDATE step SET loss = x'01'")});
    row("a report that is cut", {QStringLiteral("UPDATE report SET json = '{\"type\":'")});
    row("a report that is a list", {QStringLiteral("UPDATE report SET json = '[]'")});
    row("a report of bytes", reports + QStringList{QStringLiteral("UPDATE report SET json = x'7b7d'")});
    row("a report that is NULL", reports + QStringList{QStringLiteral("UPDATE report SET json = NULL")});
    row("a report of 100 MB", reports + QStringList{QStringLiteral("UPDATE report SET json = CAST(zeroblob(100000000) AS TEXT)")});
    row("a format below nought", {QStringLiteral("PRAGMA user_version = -5")});
    row("no format", {QStringLiteral("PRAGMA user_version = 0")});
    row("a format to come", {QStringLiteral("PRAGMA user_version = 99")});
    row("reasons without a picture", {QStringLiteral("CREATE TABLE skipped (item, why)"), QStringLiteral("INSERT INTO skipped VALUES (4711, 'gone')")});
}

void RunFileTest::damagedRowsAreRefusedWithASentence()
{
    QFETCH(QStringList, statements);
    change(statements);
    const auto sentence = refusalOf(folder());
    QVERIFY(!sentence.isEmpty());
    QVERIFY2(sentence.contains(QStringLiteral("run.sqlite")) || sentence.contains(QStringLiteral("newer")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("SELECT")) && !sentence.contains(QStringLiteral("no such")), qPrintable(sentence)); // words of SQLite go to the log
}

void RunFileTest::damagedFilesAreRefusedWithASentence_data()
{
    QTest::addColumn<double>("kept"); // of the file
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("empty") << 0.0 << QByteArray();
    QTest::newRow("half a header") << 0.002 << QByteArray();
    QTest::newRow("cut in the middle") << 0.5 << QByteArray();
    QTest::newRow("words") << 0.0 << QByteArray("This is no database, but it is long enough to be taken for one. ").repeated(200);
    QTest::newRow("noughts") << 0.0 << QByteArray(40960, '\0');
    QTest::newRow("a header and noughts") << 0.01 << QByteArray(40960, '\0');
}

void RunFileTest::damagedFilesAreRefusedWithASentence()
{
    QFETCH(double, kept);
    QFETCH(QByteArray, end);
    const auto whole = content();
    setContent(whole.left(qsizetype(double(whole.size()) * kept)) + end);
    QVERIFY2(refusalOf(folder()).contains(QStringLiteral("run.sqlite")), qPrintable(refusalOf(folder())));
}

void RunFileTest::whatIsNoFileIsRefused()
{
    QVERIFY(QFile::remove(path()));
    QVERIFY(!RunFile::exists(folder()));
    QVERIFY(QDir().mkpath(path()));
    QVERIFY(!refusalOf(folder()).isEmpty());
    QVERIFY(QDir().rmdir(path()));
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0); // whoever opened it would wait for ever
    QVERIFY(!refusalOf(folder()).isEmpty());
#endif
}

/// Leaves the file as a program does that is killed while it writes: half of the pages new, and beside it what undoes them.
void RunFileTest::beginWrite() const
{
    const auto kept = m_place->filePath(QStringLiteral("kept"));
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName);
        connection.setDatabaseName(path());
        QVERIFY(connection.open());
        QSqlQuery query(connection);
        for (const auto* statement : {"PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE", "DELETE FROM step", "DELETE FROM report", "DELETE FROM prediction"})
            QVERIFY2(query.exec(QLatin1String(statement)), statement);
        QVERIFY(query.exec(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO step SELECT i, 1, 1.0, 1.0, 1.0 FROM n")));
        QVERIFY(QFile::copy(path(), kept));
        QVERIFY(QFile::copy(path() + QStringLiteral("-journal"), kept + QStringLiteral("-journal")));
        query.exec(QStringLiteral("ROLLBACK"));
    }
    QSqlDatabase::removeDatabase(connectionName);
    QVERIFY(QFile::remove(path()));
    QFile::remove(path() + QStringLiteral("-journal"));
    QVERIFY(QFile::rename(kept, path()));
    QVERIFY(QFile::rename(kept + QStringLiteral("-journal"), path() + QStringLiteral("-journal")));
    QVERIFY(QFileInfo(path() + QStringLiteral("-journal")).size() > 0);
}

void RunFileTest::nothingIsWrittenBehindALink_data()
{
    QTest::addColumn<QString>("link"); // below the project
    QTest::newRow("the file") << QStringLiteral("versions/x/run.sqlite");
    QTest::newRow("the version") << QStringLiteral("versions/x");
    QTest::newRow("all versions") << QStringLiteral("versions");
}

void RunFileTest::nothingIsWrittenBehindALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    QFETCH(QString, link);
    const QString place = m_place->filePath(QStringLiteral("P.oriel/") + link), elsewhere = m_place->filePath(QStringLiteral("elsewhere"));
    const QByteArray before = content();
    QVERIFY(QDir().rename(place, elsewhere));
    QVERIFY(QFile::link(elsewhere, place));
    QVERIFY_EXCEPTION_THROWN(RunFile(folder(), RunFile::Mode::Write), core::Error);
    QCOMPARE(content(), before);
    QCOMPARE(refusalOf(folder()), QString()); // reading harms nobody
}

void RunFileTest::anUnfinishedWriteIsUndone()
{
    beginWrite();
    QCOMPARE(refusalOf(folder()), QString());
    const RunFile file(folder(), RunFile::Mode::Read);
    QCOMPARE(int(file.batches().size()), 1);
    QCOMPARE(file.predictions(), answers());
}

void RunFileTest::anUnfinishedWriteIsUndoneInACopyWhereNothingMayBeWritten()
{
    beginWrite();
    QFile::setPermissions(path(), QFile::ReadOwner);
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner);
    const bool canBeWritten = QFileInfo(folder()).isWritable();
    const auto before = content();
    const auto refusal = refusalOf(folder());
    const auto after = content();
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(refusal, QString());
    if (canBeWritten)
        QSKIP("This person may write everywhere.");
    QCOMPARE(after, before);
    QVERIFY(QFileInfo(path() + QStringLiteral("-journal")).size() > 0);
}

/// Whatever page is lost, reading ends with a sentence or with what the other pages hold.
void RunFileTest::everyDamagedPageIsASentenceOrWhole()
{
    constexpr int page = 4096;
    const auto whole = content();
    int refused = 0;
    for (qsizetype begin = 0; begin < whole.size(); begin += page) {
        for (const char filling : {'\0', '\xff', '\x0d'}) {
            auto bytes = whole;
            std::fill_n(bytes.begin() + begin, std::min<qsizetype>(page, bytes.size() - begin), filling);
            setContent(bytes);
            refused += !refusalOf(folder()).isEmpty();
        }
    }
    QVERIFY(refused > 10);
}

QTEST_GUILESS_MAIN(RunFileTest)
#include "RunFileTest.moc"
