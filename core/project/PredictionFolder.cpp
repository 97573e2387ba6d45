#include "core/project/PredictionFolder.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/dataset/ConceptColours.h"
#include "core/pictures/MarkedPicture.h"
#include "core/pictures/PictureFile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>
#include <QThread>

#include <algorithm>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {

namespace {

const QString journalName = QStringLiteral("oriel-run.jsonl");
const QString lockName = QStringLiteral("oriel-run.lock");
constexpr int picturesAtOnce = 4; // of those that are made: each holds a whole picture and its copies

QString tableName(const QString& table)
{
    return table == QLatin1String("csv") ? QStringLiteral("predictions.csv") : table == QLatin1String("coco") ? QStringLiteral("predictions.json") : QStringLiteral("predictions.jsonl");
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

qint64 timeOf(const AskedPicture& asked)
{
    return asked.pixels.isNull() ? QFileInfo(asked.region.image.path).lastModified().toMSecsSinceEpoch() : 0;
}

/// A concept's name as a folder that every system takes.
QString folderName(const QString& words)
{
    QString name = words;
    for (QChar& letter : name) {
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('-') && letter != QLatin1Char('_') && letter != QLatin1Char(' '))
            letter = QLatin1Char('_');
    }
    return name.trimmed().isEmpty() ? QStringLiteral("_") : name.trimmed();
}

/// False: a disk was full when the file began.
bool hasWholeLine(QFile& file)
{
    const bool isWhole = file.open(QIODevice::ReadOnly) && file.readLine().endsWith('\n');
    file.close();
    return isWhole;
}

/// Before the ending: "a/b.jpg", "2" -> "a/b-2.jpg"
QString numbered(const QString& name, const QString& number)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > name.lastIndexOf(QLatin1Char('/')) ? name.left(dot) + QLatin1Char('-') + number + name.mid(dot) : name + QLatin1Char('-') + number;
}

} // namespace

/// The files that are made of one picture.
struct PredictionFolder::Made {
    std::vector<std::pair<QString, QByteArray>> files; // path below the folder, bytes
};

PredictionFolder::PredictionFolder(const PredictionOutputs& outputs, const PredictionSource& source, std::vector<int> colours, const QJsonObject& run)
    : m_outputs(outputs)
    , m_source(source)
    , m_colours(std::move(colours))
{
    if (source.type != ViewType::Detection && (outputs.blurred || outputs.crops))
        throw Error(QCoreApplication::translate("PredictionFolder", "Only detection finds boxes, so there is nothing to blur or to cut out with this version. Nothing was written. Choose another output."));
    if (!outputs.table.isEmpty())
        m_writer = predictionWriter(outputs.table, source);
    const QDir folder(outputs.folder);
    const bool isNew = !folder.exists() || folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (!isNew && !QFileInfo(folder.filePath(journalName)).isFile())
        throw Error(QCoreApplication::translate("PredictionFolder", "“%1” holds other files. Nothing was written. Choose a new or an empty folder.").arg(QDir::toNativeSeparators(outputs.folder)));
    if (!QDir().mkpath(outputs.folder))
        refuse(outputs.folder, QCoreApplication::translate("PredictionFolder", "the folder cannot be made"));
    m_lock = std::make_unique<QLockFile>(folder.filePath(lockName));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        if (m_lock->error() != QLockFile::LockFailedError)
            refuse(outputs.folder, QCoreApplication::translate("PredictionFolder", "no file can be made in it"));
        throw Error(QCoreApplication::translate("PredictionFolder", "Another prediction is writing into “%1”. Nothing was changed. Wait for it, or choose another folder.").arg(QDir::toNativeSeparators(outputs.folder)));
    }
    m_journal.setFileName(folder.filePath(journalName));
    m_table.setFileName(folder.filePath(tableName(outputs.table)));
    QJsonObject header = run;
    header.insert(QStringLiteral("format"), QStringLiteral("oriel-predictions"));
    header.insert(QStringLiteral("table"), outputs.table);
    header.insert(QStringLiteral("pictures"), QStringLiteral("%1%2%3%4%5").arg(outputs.drawn).arg(outputs.blurred).arg(outputs.crops).arg(outputs.labels).arg(outputs.scores));
    isNew || !hasWholeLine(m_journal) ? begin(line(header)) : resume(line(header));
}

PredictionFolder::~PredictionFolder() = default;

void PredictionFolder::begin(const QByteArray& header)
{
    for (QFile* file : {&m_journal, &m_table}) {
        if ((file == &m_journal || m_writer) && !file->open(QIODevice::WriteOnly))
            refuse(file->fileName(), file->errorString());
    }
    if (m_writer)
        append(m_table, m_writer->begin());
    append(m_journal, header);
}

/// Reads what was done, up to the first line that is not whole, and cuts off what came after it.
void PredictionFolder::resume(const QByteArray& header)
{
    if (!m_journal.open(QIODevice::ReadWrite))
        refuse(m_journal.fileName(), m_journal.errorString());
    if (const QByteArray first = m_journal.readLine(); first != header)
        throw Error(QCoreApplication::translate("PredictionFolder", "“%1” holds the results of a prediction with another version or other options. Nothing was written. Choose another folder, or the same options to go on.")
                        .arg(QDir::toNativeSeparators(m_outputs.folder)));
    qint64 sound = m_journal.pos();
    qint64 table = m_writer ? m_writer->begin().size() : 0;
    while (!m_journal.atEnd()) {
        const QByteArray text = m_journal.readLine();
        const QJsonObject one = QJsonDocument::fromJson(text).object();
        if (!text.endsWith('\n') || one.isEmpty())
            break;
        sound += text.size();
        table = qint64(one[QStringLiteral("table")].toDouble());
        m_done.insert(one[QStringLiteral("picture")].toString(), qint64(one[QStringLiteral("time")].toDouble()));
        m_files.insert(qHash(one[QStringLiteral("file")].toString(), size_t(0)));
    }
    if (!m_journal.resize(sound) || !m_journal.seek(sound))
        refuse(m_journal.fileName(), m_journal.errorString());
    if (!m_writer)
        return;
    if (!m_table.open(QIODevice::ReadWrite) || m_table.size() < table || !m_table.resize(table) || !m_table.seek(table))
        throw Error(QCoreApplication::translate("PredictionFolder", "“%1” cannot be gone on with: %2 is missing or shorter than what was noted. Nothing was changed. Choose another folder.")
                        .arg(QDir::toNativeSeparators(m_outputs.folder), QFileInfo(m_table.fileName()).fileName()));
    m_writer->resumed(table > m_writer->begin().size());
}

bool PredictionFolder::isOutdated(const AskedPicture& asked) const
{
    const auto known = m_done.constFind(asked.name);
    return known != m_done.cend() && *known != timeOf(asked);
}

/// One name for each picture, also where several sources hold the same one.
QString PredictionFolder::fileNameFor(const AskedPicture& asked)
{
    QString wanted = asked.relativeName.isEmpty() ? QFileInfo(asked.name).fileName() : asked.relativeName;
    if (asked.frame >= 0)
        wanted += QStringLiteral("-%1.jpg").arg(asked.frame, 6, 10, QLatin1Char('0'));
    QString name = wanted;
    for (int number = 2; m_files.contains(qHash(name, size_t(0))); ++number)
        name = numbered(wanted, QString::number(number));
    m_files.insert(qHash(name, size_t(0)));
    return name;
}

PredictionFolder::Made PredictionFolder::made(const AnsweredPicture& answer, const QString& name) const
{
    Made made;
    const auto& asked = answer.asked;
    QImage whole = asked.pixels.isNull() ? PictureFile::decode(PictureFile::readRecorded(asked.region.image.path, asked.region.image.sha256), asked.region.image.path).image : asked.pixels;
    const QSize size = asked.region.isWhole() ? answer.part.size() : whole.size();
    if (whole.size() != size && asked.region.isWhole()) // decoded smaller, since it would not fit into memory; boxes speak of the whole
        whole = whole.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    std::vector<Mark> marks;
    std::vector<QRectF> boxes;
    QHash<int, int> counts; // of crops, by concept
    for (const auto& one : answersOf(m_source.type, m_source.concepts, answer.prediction)) {
        if (!one.isPredicted)
            continue;
        const QString concept_ = m_source.concepts[size_t(one.label)].name;
        QString label = m_outputs.labels ? concept_ : QString();
        if (m_outputs.labels && m_outputs.scores)
            label += QStringLiteral(" %1 %").arg(QLocale::c().toString(one.score * 100, 'f', 0));
        marks.push_back({one.box.value_or(QRectF()), QColor(conceptColour(m_colours.empty() ? one.label : m_colours[size_t(one.label)]).fill), label});
        if (!one.box)
            continue;
        boxes.push_back(*one.box);
        if (!m_outputs.crops)
            continue;
        const QString file = MarkedPicture::encodedName(name);
        if (const QImage crop = MarkedPicture::crop(whole, *one.box); !crop.isNull())
            made.files.emplace_back(QStringLiteral("crops/") + folderName(concept_) + QLatin1Char('/') + numbered(file, QString::number(++counts[one.label])), MarkedPicture::encoded(crop, file));
    }
    const QString file = MarkedPicture::encodedName(name);
    if (m_outputs.drawn)
        made.files.emplace_back(QStringLiteral("drawn/") + file, MarkedPicture::encoded(MarkedPicture::withMarks(whole, {marks.rbegin(), marks.rend()}), file));
    if (m_outputs.blurred)
        made.files.emplace_back(QStringLiteral("blurred/") + file, MarkedPicture::encoded(MarkedPicture::withBlurred(whole, boxes), file));
    return made;
}

void PredictionFolder::write(const std::vector<AnsweredPicture>& answers)
{
    std::vector<const AnsweredPicture*> good;
    QStringList names;
    for (const auto& answer : answers) {
        if (!answer.failure.isEmpty())
            continue;
        good.push_back(&answer);
        names << fileNameFor(answer.asked);
    }
    if (m_outputs.needsPixels()) {
        forEachIndex(qint64(good.size()), std::min(picturesAtOnce, QThread::idealThreadCount()), [&](qint64 i) {
            for (const auto& [path, bytes] : made(*good[size_t(i)], names[i]).files)
                save(QDir(m_outputs.folder).filePath(path), bytes);
        });
    }
    QByteArray rows, notes;
    qint64 table = m_table.pos();
    for (size_t i = 0; i < good.size(); ++i) {
        const auto& asked = good[i]->asked;
        if (m_writer) {
            const QByteArray row = m_writer->picture({.path = asked.name, .size = asked.region.isWhole() ? good[i]->part.size() : asked.region.image.size, .prediction = good[i]->prediction,
                                                      .sourceId = asked.region.image.sourceId, .sha256 = asked.region.image.sha256, .frame = asked.frame, .seconds = asked.seconds});
            rows += row;
            table += row.size();
        }
        const qint64 time = timeOf(asked);
        notes += line({{QStringLiteral("picture"), asked.name}, {QStringLiteral("file"), names[qsizetype(i)]}, {QStringLiteral("time"), time}, {QStringLiteral("table"), table}});
    }
    if (m_writer)
        append(m_table, rows);
    append(m_journal, notes); // last: what it names is there
}

void PredictionFolder::finish()
{
    if (m_writer)
        append(m_table, m_writer->end()); // cut off again when the run goes on later
    for (QFile* file : {&m_table, &m_journal}) {
        if (!file->isOpen())
            continue;
        bool isWritten = file->flush();
#ifdef Q_OS_UNIX
        isWritten = isWritten && ::fsync(file->handle()) == 0; // the system may tell only now that there is no room
#endif
        const QString said = file->errorString();
        file->close();
        if (!isWritten)
            refuse(file->fileName(), said);
    }
}

void PredictionFolder::save(const QString& path, const QByteArray& bytes) const
{
    QDir().mkpath(QFileInfo(path).absolutePath()); // where it cannot be made the file says so
    QFile part(path + QStringLiteral(".part"));
    if (!part.open(QIODevice::WriteOnly) || part.write(bytes) != bytes.size() || !part.flush()) {
        const QString said = part.errorString();
        part.remove();
        refuse(path, said);
    }
    part.close();
    std::error_code failure; // unlike QFile::rename, this takes the place of what an interrupted run left
    std::filesystem::rename(part.filesystemFileName(), QFile(path).filesystemFileName(), failure);
    if (failure)
        refuse(path, QString::fromStdString(failure.message()));
}

void PredictionFolder::append(QFile& file, const QByteArray& bytes) const
{
    if (file.write(bytes) != bytes.size() || !file.flush())
        refuse(file.fileName(), file.errorString());
}

void PredictionFolder::refuse(const QString& path, const QString& systemSays) const
{
    throw Error(QCoreApplication::translate("PredictionFolder", "“%1” cannot be written: %2. What was written before is complete and stays. Make room or choose another folder, then start again: what is done is skipped.")
                    .arg(QDir::toNativeSeparators(path), whyNotWritten(path, systemSays)));
}

} // namespace core
