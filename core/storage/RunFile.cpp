#include "core/storage/RunFile.h"

#include "core/storage/Database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <array>
#include <atomic>
#include <cmath>
#include <unordered_map>

namespace core {

namespace {

const auto fileName = QStringLiteral("run.sqlite");
constexpr int newestFormat = 1;

// Format 1. A file is written by one training and never brought to a newer format: a newer program reads the older ones.
constexpr std::array schema{
    "CREATE TABLE item ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL, split INTEGER NOT NULL, path TEXT NOT NULL, "
    "rel_path TEXT NOT NULL, sha256 BLOB NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, label INTEGER NOT NULL, "
    "answers TEXT NOT NULL, gaps TEXT NOT NULL ) STRICT",
    "CREATE INDEX item_by_split ON item(split, id)",
    "CREATE TABLE box ( item INTEGER NOT NULL REFERENCES item(id), concept_ord INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, "
    "x1 REAL NOT NULL, y1 REAL NOT NULL, ignored INTEGER NOT NULL ) STRICT",
    "CREATE INDEX box_by_item ON box(item)",
    "CREATE TABLE prediction ( item_id INTEGER NOT NULL REFERENCES item(id), concept_ord INTEGER NOT NULL, score REAL NOT NULL, "
    "x0 REAL, y0 REAL, x1 REAL, y1 REAL ) STRICT",
    "CREATE INDEX prediction_by_score ON prediction(concept_ord, score DESC, item_id)",
    "CREATE TABLE step ( iteration INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, position REAL NOT NULL, learning_rate REAL NOT NULL, "
    "loss REAL ) STRICT", // NULL: not a number
    "CREATE TABLE report ( id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL ) STRICT",
};

DatabaseError failure(const QString& folder, const QSqlError& error)
{
    return {DatabaseError::Kind::Other,
            QCoreApplication::translate("RunFile", "The file %1 of this version cannot be used (%2). The project itself is unharmed. "
                                                   "Look whether the folder is still there and the disk has room.")
                .arg(QDir::toNativeSeparators(QDir(folder).filePath(fileName)), error.databaseText())};
}

QString uniqueName()
{
    static std::atomic_int count = 0;
    return QStringLiteral("oriel-run-%1").arg(++count);
}

template <class Numbers>
QString toText(const Numbers& numbers)
{
    QJsonArray array;
    for (const auto number : numbers)
        array.append(int(number));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

template <class Number>
std::vector<Number> toNumbers(const QString& text)
{
    std::vector<Number> numbers;
    for (const auto& number : QJsonDocument::fromJson(text.toUtf8()).array())
        numbers.push_back(Number(number.toInt()));
    return numbers;
}

} // namespace

/// A statement that throws, for this file's connection.
class RunFile::Statement {
public:
    Statement(const RunFile& file, const QString& sql)
        : m_file(file)
        , m_query(file.m_connection)
    {
        m_query.setForwardOnly(true);
        check(m_query.prepare(sql));
    }
    void run(const QVariantList& values = {})
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            m_query.bindValue(int(i), values[i]);
        check(m_query.exec());
    }
    bool next() { return m_query.next(); }
    QVariant operator[](int column) const { return m_query.value(column); }
    qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

private:
    void check(bool succeeded) const
    {
        if (!succeeded)
            throw failure(m_file.m_folder, m_query.lastError());
    }
    const RunFile& m_file;
    QSqlQuery m_query;
};

RunFile::RunFile(const QString& versionFolder, Mode mode)
    : m_folder(versionFolder)
    , m_name(uniqueName())
{
    try { // a constructor that throws has no destructor: the connection must not stay behind
        open(mode);
    } catch (...) {
        close();
        throw;
    }
}

RunFile::~RunFile()
{
    close();
}

bool RunFile::exists(const QString& versionFolder)
{
    return QFileInfo::exists(QDir(versionFolder).filePath(fileName));
}

void RunFile::open(Mode mode)
{
    if (mode != Mode::Create && !exists(m_folder))
        throw Error(QCoreApplication::translate("RunFile", "The file %1 of this version is missing. Its numbers in the project are kept.")
                        .arg(QDir::toNativeSeparators(QDir(m_folder).filePath(fileName))));
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (mode == Mode::Read)
        m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    m_connection.setDatabaseName(QDir(m_folder).filePath(fileName));
    if (!m_connection.open())
        throw failure(m_folder, m_connection.lastError());
    execute(QStringLiteral("PRAGMA busy_timeout = 5000"));
    if (mode == Mode::Create) {
        execute(QStringLiteral("PRAGMA journal_mode = TRUNCATE")); // one file, readable from a disk that cannot be written
        write([this] {
            for (const auto* statement : schema)
                execute(QString::fromLatin1(statement));
            execute(QStringLiteral("PRAGMA user_version = %1").arg(newestFormat));
        });
    }
    Statement version(*this, QStringLiteral("PRAGMA user_version"));
    version.run();
    if (version.next() && version[0].toInt() > newestFormat)
        throw Error(QCoreApplication::translate("RunFile", "The details of this version were written by a newer Oriel. Nothing was changed. Install the newer program."));
}

void RunFile::close()
{
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void RunFile::execute(const QString& sql) const
{
    Statement(*this, sql).run();
}

void RunFile::write(const std::function<void()>& act) const
{
    struct Rollback {
        const QSqlDatabase& connection;
        bool isNeeded = true;
        ~Rollback()
        {
            if (isNeeded)
                QSqlQuery(connection).exec(QStringLiteral("ROLLBACK"));
        }
    };
    execute(QStringLiteral("BEGIN IMMEDIATE"));
    Rollback rollback{m_connection};
    act();
    execute(QStringLiteral("COMMIT"));
    rollback.isNeeded = false;
}

QString RunFile::projectFolder() const
{
    return QDir::cleanPath(QDir(m_folder).absoluteFilePath(QStringLiteral("../..")));
}

void RunFile::freeze(const std::vector<Example>& train, const std::vector<Example>& validation, const std::vector<Example>& test)
{
    write([&] {
        store(Split::Train, train);
        store(Split::Validation, validation);
        store(Split::Test, test);
    });
}

void RunFile::store(Split split, const std::vector<Example>& examples) const
{
    const QDir project(projectFolder());
    Statement item(*this, QStringLiteral("INSERT INTO item (item_id, split, path, rel_path, sha256, width, height, label, answers, gaps) "
                                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    Statement box(*this, QStringLiteral("INSERT INTO box VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (const auto& example : examples) {
        const auto sha256 = example.sha256.isNull() ? QByteArray("") : example.sha256; // what is null would be NULL
        const auto path = example.path.isNull() ? QStringLiteral("") : example.path;
        item.run({example.item.value, int(split), path, project.relativeFilePath(path), sha256, example.size.width(), example.size.height(),
                  example.label, toText(example.answers), toText(example.gaps)});
        const auto id = item.insertedId();
        for (const auto& truth : example.boxes) {
            const auto& rect = truth.rect;
            box.run({id, truth.label, rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height(), int(truth.ignore)});
        }
    }
}

std::vector<Example> RunFile::examples(Split split) const
{
    std::vector<Example> examples;
    std::unordered_map<qint64, size_t> places;
    Statement item(*this, QStringLiteral("SELECT id, item_id, path, rel_path, sha256, width, height, label, answers, gaps FROM item WHERE split = ? ORDER BY id"));
    item.run({int(split)});
    while (item.next()) {
        Example example{.item = {item[1].toLongLong()}, .path = item[2].toString(), .sha256 = item[4].toByteArray(),
                        .size = {item[5].toInt(), item[6].toInt()}, .label = item[7].toInt(), .answers = toNumbers<qint8>(item[8].toString()),
                        .gaps = toNumbers<int>(item[9].toString())};
        if (!QFileInfo::exists(example.path)) { // the project may have been moved together with its pictures
            if (const QFileInfo moved(QDir(projectFolder()), item[3].toString()); moved.exists())
                example.path = QDir::cleanPath(moved.absoluteFilePath());
        }
        places[item[0].toLongLong()] = examples.size();
        examples.push_back(std::move(example));
    }
    Statement box(*this, QStringLiteral("SELECT item, concept_ord, x0, y0, x1, y1, ignored FROM box WHERE item IN (SELECT id FROM item WHERE split = ?) ORDER BY rowid"));
    box.run({int(split)});
    while (box.next()) {
        const QRectF rect(box[2].toDouble(), box[3].toDouble(), box[4].toDouble() - box[2].toDouble(), box[5].toDouble() - box[3].toDouble());
        examples[places[box[0].toLongLong()]].boxes.push_back({.label = box[1].toInt(), .rect = rect, .ignore = box[6].toInt() != 0});
    }
    return examples;
}

void RunFile::appendBatches(const std::vector<BatchMetrics>& batches)
{
    if (batches.empty())
        return;
    write([&] {
        Statement step(*this, QStringLiteral("INSERT OR REPLACE INTO step (iteration, epoch, position, learning_rate, loss) VALUES (?, ?, ?, ?, ?)"));
        for (const auto& batch : batches)
            step.run({batch.iteration, batch.epoch, batch.position, batch.learningRate, std::isfinite(batch.loss) ? QVariant(batch.loss) : QVariant()});
    });
}

std::vector<BatchMetrics> RunFile::batches() const
{
    std::vector<BatchMetrics> batches;
    Statement step(*this, QStringLiteral("SELECT iteration, epoch, position, learning_rate, loss FROM step ORDER BY iteration"));
    step.run();
    while (step.next())
        batches.push_back({.epoch = step[1].toInt(), .iteration = step[0].toInt(), .position = step[2].toDouble(),
                           .loss = step[4].isNull() ? std::nan("") : step[4].toDouble(), .learningRate = step[3].toDouble()});
    return batches;
}

void RunFile::storeResult(const std::vector<Prediction>& predictions, const QJsonObject& report)
{
    write([&] {
        execute(QStringLiteral("DELETE FROM prediction"));
        Statement items(*this, QStringLiteral("SELECT id FROM item WHERE split = ? ORDER BY id"));
        items.run({int(Split::Validation)});
        Statement insert(*this, QStringLiteral("INSERT INTO prediction VALUES (?, ?, ?, ?, ?, ?, ?)"));
        for (size_t i = 0; i < predictions.size() && items.next(); ++i) {
            const auto item = items[0];
            for (size_t position = 0; position < predictions[i].scores.size(); ++position)
                insert.run({item, int(position), predictions[i].scores[position], QVariant(), QVariant(), QVariant(), QVariant()});
            for (const auto& box : predictions[i].boxes)
                insert.run({item, box.label, box.score, box.rect.x(), box.rect.y(), box.rect.x() + box.rect.width(), box.rect.y() + box.rect.height()});
        }
        Statement(*this, QStringLiteral("INSERT OR REPLACE INTO report VALUES (1, ?)"))
            .run({QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact))});
    });
}

std::vector<Prediction> RunFile::predictions() const
{
    if (!report())
        return {};
    std::vector<Prediction> predictions;
    std::unordered_map<qint64, size_t> places;
    Statement items(*this, QStringLiteral("SELECT id FROM item WHERE split = ? ORDER BY id"));
    items.run({int(Split::Validation)});
    while (items.next()) {
        places[items[0].toLongLong()] = predictions.size();
        predictions.emplace_back();
    }
    Statement rows(*this, QStringLiteral("SELECT item_id, concept_ord, score, x0, y0, x1, y1 FROM prediction ORDER BY rowid"));
    rows.run();
    while (rows.next()) {
        auto& prediction = predictions[places[rows[0].toLongLong()]];
        if (rows[3].isNull()) {
            prediction.scores.push_back(rows[2].toDouble()); // stored in the order of the concepts
        } else {
            const QRectF rect(rows[3].toDouble(), rows[4].toDouble(), rows[5].toDouble() - rows[3].toDouble(), rows[6].toDouble() - rows[4].toDouble());
            prediction.boxes.push_back({.label = rows[1].toInt(), .score = rows[2].toDouble(), .rect = rect});
        }
    }
    return predictions;
}

std::optional<QJsonObject> RunFile::report() const
{
    Statement statement(*this, QStringLiteral("SELECT json FROM report WHERE id = 1"));
    statement.run();
    return statement.next() ? std::optional(QJsonDocument::fromJson(statement[0].toString().toUtf8()).object()) : std::nullopt;
}

} // namespace core
