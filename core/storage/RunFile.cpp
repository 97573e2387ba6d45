#include "core/storage/RunFile.h"

#include "core/base/Error.h"
#include "core/base/OwnFiles.h"
#include "core/storage/RunStatement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <cmath>
#include <tuple>

namespace core {

namespace {

const auto fileName = QStringLiteral("run.sqlite");
constexpr int newestFormat = 2;

// Format 2; in format 1 an item has no image_uuid, box_id and crop, and is a whole picture. A file is written by one training and never
// brought to a newer format: a newer program reads the older ones.
constexpr std::array schema{
    "CREATE TABLE item ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL, split INTEGER NOT NULL, path TEXT NOT NULL, "
    "rel_path TEXT NOT NULL, sha256 BLOB NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, label INTEGER NOT NULL, "
    "answers TEXT NOT NULL, gaps TEXT NOT NULL, image_uuid BLOB NOT NULL, box_id INTEGER, " // NULL, as the crop: the whole picture
    "crop_x0 INTEGER, crop_y0 INTEGER, crop_x1 INTEGER, crop_y1 INTEGER ) STRICT", // px of the oriented picture; right and bottom exclusive
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

QStringList leftovers(const QString& path)
{
    QStringList found;
    for (const auto* suffix : {"-journal", "-wal"}) {
        const auto name = path + QLatin1String(suffix);
        if (QFileInfo(name).isFile() && QFileInfo(name).size() > 0)
            found << name;
    }
    return found;
}

/// SQLite wants to write beside such a file even when it only reads.
bool keepsLog(const QString& path)
{
    constexpr int readVersion = 19; // byte of the header; 2: write-ahead log
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(readVersion) && file.read(1) == QByteArray(1, 2);
}

} // namespace

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

QString RunFile::path() const
{
    return QDir(m_folder).filePath(fileName);
}

void RunFile::refuse() const
{
    throw Error(damagedRunFile(path()));
}

void RunFile::open(Mode mode)
{
    if (mode != Mode::Create && !exists(m_folder))
        throw Error(QCoreApplication::translate("RunFile", "The file %1 of this version is missing. Its numbers in the project are kept.")
                        .arg(QDir::toNativeSeparators(path())));
    if (mode != Mode::Create && !QFileInfo(path()).isFile()) // a pipe or a device would never answer
        refuse();
    // In a received project a link could lead anywhere. The folder lies in `versions`, and that in the project.
    if (mode == Mode::Write && !OwnFiles::isOwn(QFileInfo(QFileInfo(m_folder).path()).path(), path()))
        throw Error(QCoreApplication::translate("RunFile", "The file %1 of this version lies behind a link, so nothing was written to it. Put the real folder in the link's place.")
                        .arg(QDir::toNativeSeparators(path())));
    if (mode == Mode::Read)
        openForReading();
    else
        openConnection(path(), {});
    execute(QStringLiteral("PRAGMA busy_timeout = 5000"));
    execute(QStringLiteral("PRAGMA trusted_schema = OFF"));
    if (mode == Mode::Create)
        createTables();
    RunStatement version(m_connection, QStringLiteral("PRAGMA user_version"));
    version.run();
    m_format = version.next() ? version[0].toInt() : 0;
    if (m_format > newestFormat)
        throw Error(QCoreApplication::translate("RunFile", "The details of this version were written by a newer Oriel. Nothing was changed. Install the newer program."));
    if (m_format < 1)
        refuse();
}

void RunFile::openConnection(const QString& path, const QString& options)
{
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_connection.setConnectOptions(options);
    m_connection.setDatabaseName(path);
    if (!m_connection.open())
        throw Error(runFileFailure(path, m_connection.lastError()));
}

/// Beside a file that was being written when its program was cut off lies what undoes or ends the write. SQLite does that by itself
/// when it may write.
void RunFile::openForReading()
{
    const auto beside = leftovers(path());
    if (beside.isEmpty() && !keepsLog(path())) {
        openConnection(path(), QStringLiteral("QSQLITE_OPEN_READONLY"));
        return;
    }
    if (QFileInfo(m_folder).isWritable() && QFileInfo(path()).isWritable() && !QFileInfo(path()).isSymLink()) {
        openConnection(path(), {});
        return;
    }
    m_copy = std::make_unique<QTemporaryDir>();
    for (const auto& name : QStringList{path()} + beside) {
        const auto copied = m_copy->filePath(QFileInfo(name).fileName());
        if (!m_copy->isValid() || !QFile::copy(name, copied))
            throw Error(QCoreApplication::translate("RunFile", "The file %1 of this version cannot be read here, since its folder may not be written and there is no room for a copy. "
                                                               "The project itself is unharmed.")
                            .arg(QDir::toNativeSeparators(path())));
        QFile::setPermissions(copied, QFile::ReadOwner | QFile::WriteOwner);
    }
    openConnection(m_copy->filePath(fileName), {});
}

void RunFile::createTables() const
{
    execute(QStringLiteral("PRAGMA journal_mode = TRUNCATE")); // one file, readable from a disk that cannot be written
    write([this] {
        for (const auto* statement : schema)
            execute(QString::fromLatin1(statement));
        execute(QStringLiteral("PRAGMA user_version = %1").arg(newestFormat));
    });
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
    RunStatement(m_connection, sql).run();
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
    RunStatement item(m_connection, QStringLiteral("INSERT INTO item (item_id, split, path, rel_path, sha256, width, height, label, answers, gaps, "
                                         "image_uuid, box_id, crop_x0, crop_y0, crop_x1, crop_y1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    RunStatement box(m_connection, QStringLiteral("INSERT INTO box VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (const auto& example : examples) {
        const auto& [size, crop] = std::tie(example.image.size, example.crop);
        const auto sha256 = example.image.sha256.isNull() ? QByteArray("") : example.image.sha256; // what is null would be NULL
        const auto path = example.image.path.isNull() ? QStringLiteral("") : example.image.path;
        const auto ofCrop = [&](int number) { return example.isWhole() ? QVariant() : QVariant(number); };
        item.run({example.item.value, int(split), path, project.relativeFilePath(path), sha256, size.width(), size.height(),
                  example.label, toText(example.answers), toText(example.gaps), example.image.uuid.toRfc4122(),
                  example.box.isValid() ? QVariant(example.box.value) : QVariant(), ofCrop(crop.x()), ofCrop(crop.y()), ofCrop(crop.x() + crop.width()),
                  ofCrop(crop.y() + crop.height())});
        const auto id = item.insertedId();
        for (const auto& truth : example.boxes) {
            const auto& rect = truth.rect;
            box.run({id, truth.label, rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height(), int(truth.ignore)});
        }
    }
}

void RunFile::storeSkipped(const std::vector<SkippedPicture>& skipped)
{
    if (skipped.empty() && !hasTable(QStringLiteral("skipped")))
        return;
    write([&] {
        execute(QStringLiteral("CREATE TABLE IF NOT EXISTS skipped ( item INTEGER PRIMARY KEY REFERENCES item(id), why TEXT NOT NULL ) STRICT"));
        execute(QStringLiteral("DELETE FROM skipped"));
        RunStatement insert(m_connection, QStringLiteral("INSERT OR REPLACE INTO skipped SELECT id, ? FROM item WHERE item_id = ?"));
        for (const auto& picture : skipped)
            insert.run({picture.why.isNull() ? QStringLiteral("") : picture.why, picture.item.value});
    });
}

void RunFile::appendBatches(const std::vector<BatchMetrics>& batches)
{
    if (batches.empty())
        return;
    write([&] {
        RunStatement step(m_connection, QStringLiteral("INSERT OR REPLACE INTO step (iteration, epoch, position, learning_rate, loss) VALUES (?, ?, ?, ?, ?)"));
        for (const auto& batch : batches)
            step.run({batch.iteration, batch.epoch, batch.position, batch.learningRate, std::isfinite(batch.loss) ? QVariant(batch.loss) : QVariant()});
    });
}

void RunFile::storeResult(const std::vector<Prediction>& predictions, const QJsonObject& report)
{
    write([&] {
        execute(QStringLiteral("DELETE FROM prediction"));
        const auto items = usedItems(Split::Validation);
        RunStatement insert(m_connection, QStringLiteral("INSERT INTO prediction VALUES (?, ?, ?, ?, ?, ?, ?)"));
        for (size_t i = 0; i < predictions.size() && i < items.size(); ++i) {
            const auto item = items[i];
            for (size_t position = 0; position < predictions[i].scores.size(); ++position)
                insert.run({item, int(position), predictions[i].scores[position], QVariant(), QVariant(), QVariant(), QVariant()});
            for (const auto& box : predictions[i].boxes)
                insert.run({item, box.label, box.score, box.rect.x(), box.rect.y(), box.rect.x() + box.rect.width(), box.rect.y() + box.rect.height()});
        }
        RunStatement(m_connection, QStringLiteral("INSERT OR REPLACE INTO report VALUES (1, ?)"))
            .run({QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact))});
    });
}

} // namespace core
