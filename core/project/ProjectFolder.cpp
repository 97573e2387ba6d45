#include "core/project/ProjectFolder.h"

#include "core/base/Error.h"
#include "core/dataset/View.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"
#include "core/storage/VersionRepository.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

namespace core {

namespace {

const auto headerFile = QStringLiteral("project.orielproj");
const auto databaseFile = QStringLiteral("project.sqlite");
const auto weightsFile = QStringLiteral("weights.safetensors");

QString text(const char* sentence)
{
    return QCoreApplication::translate("Project", sentence);
}

QString inFolder(const QString& folder, const QString& name)
{
    return folder + QLatin1Char('/') + name;
}

void makePath(const QString& path)
{
    if (!QDir().mkpath(path))
        throw Error(text(QT_TRANSLATE_NOOP("Project", "The folder %1 cannot be made. Nothing was changed; choose another place.")).arg(path));
}

void writeHeader(const QString& folder, const ProjectFolder::Header& header)
{
    // Built by hand: the keys stand in the documented order, which QJsonObject would sort away.
    const auto quoted = [](const QString& value) {
        const auto list = QJsonDocument(QJsonObject{{QStringLiteral("k"), value}}).toJson(QJsonDocument::Compact);
        return list.mid(5, list.size() - 6);
    };
    QSaveFile file(inFolder(folder, headerFile));
    const auto bytes = QByteArrayLiteral("{\"format\":\"oriel-project\",\"version\":1,\"uuid\":") + quoted(header.uuid.toString(QUuid::WithoutBraces))
        + ",\"name\":" + quoted(header.name) + ",\"program\":" + quoted(header.program) + "}\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 cannot be written (%2). Nothing else was changed.")).arg(file.fileName(), file.errorString()));
}

void createDatabase(const QString& folder, const ProjectFolder::Header& header)
{
    const Database database(ProjectFolder::databasePath(folder), Database::Mode::Create);
    Query query(database, QStringLiteral("INSERT INTO project(id, uuid, name, split_seed) VALUES (1, ?, ?, ?)"));
    query.bind(header.uuid).bind(header.name).bind(qint64(QRandomGenerator::global()->generate() >> 1)).run();
}

/// The epoch that the kept weights come from: what the training noted, else the best by its measure.
int bestEpoch(const VersionRecord& version, const std::vector<EpochMetrics>& epochs)
{
    if (const auto noted = version.metrics.value(QLatin1String("bestEpoch")); noted.isDouble())
        return noted.toInt();
    int best = -1;
    double highest = -1;
    for (const auto& epoch : epochs) {
        const double value = epoch.map.value_or(epoch.accuracy.value_or(-1));
        if (value > highest) {
            highest = value;
            best = epoch.epoch;
        }
    }
    return best;
}

QString interruptionOf(const VersionRecord& version, const std::vector<EpochMetrics>& epochs, bool hasWeights)
{
    const auto where = epochs.empty()
        ? text(QT_TRANSLATE_NOOP("Project", "“%1” was interrupted before its first epoch ended, when the program ended.")).arg(version.name)
        : text(QT_TRANSLATE_NOOP("Project", "“%1” was interrupted after epoch %2 when the program ended.")).arg(version.name).arg(epochs.back().epoch);
    const int best = bestEpoch(version, epochs);
    if (hasWeights && best >= 0)
        return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "The best epoch so far, %1, is kept.")).arg(best);
    if (hasWeights)
        return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "The best weights so far are kept."));
    return where + QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("Project", "No weights were kept; the data is unharmed. Train it again."));
}

void rename(const QString& from, const QString& to)
{
    if (!QFileInfo::exists(from))
        return;
    QDir().mkpath(QFileInfo(to).absolutePath());
    QDir(to).removeRecursively(); // an older one of the same uuid
    QDir().rename(from, to);
}

} // namespace

QString ProjectFolder::resolve(const QString& path)
{
    QFileInfo info(path);
    if (info.isFile() && (info.fileName() == headerFile || info.fileName() == databaseFile))
        info = QFileInfo(info.absolutePath());
    const auto folder = QDir::cleanPath(info.absoluteFilePath());
    return QFileInfo(databasePath(folder)).isFile() && QFileInfo(inFolder(folder, headerFile)).isFile() ? folder : QString();
}

QString ProjectFolder::databasePath(const QString& folder)
{
    return inFolder(folder, databaseFile);
}

QString ProjectFolder::versionPath(const QString& folder, const QUuid& version)
{
    return inFolder(folder, QStringLiteral("versions/") + version.toString(QUuid::WithoutBraces));
}

void ProjectFolder::create(const QString& folder, const QString& wanted)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 is a file, so no project was made there. Choose another place.")).arg(folder));
    if (info.isDir() && !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        throw Error(text(QT_TRANSLATE_NOOP("Project", "The folder %1 is not empty, so no project was made there. Choose another place.")).arg(folder));
    auto name = wanted.trimmed().isEmpty() ? info.fileName() : wanted;
    if (wanted.trimmed().isEmpty() && name.endsWith(QLatin1String(".oriel"), Qt::CaseInsensitive) && name.size() > 6)
        name.chop(6);
    const Header header{QUuid::createUuid(), validName(name), QStringLiteral("Oriel " ORIEL_VERSION)};

    const bool existed = info.isDir();
    makePath(folder);
    try {
        createDatabase(folder, header);
        for (const auto* part : {"versions", "cache", "backups", "trash"})
            makePath(inFolder(folder, QLatin1String(part)));
        writeHeader(folder, header);
    } catch (...) { // half a project would stand in the way of the next try
        QDir(folder).removeRecursively();
        if (existed)
            QDir().mkpath(folder);
        throw;
    }
}

ProjectFolder::Header ProjectFolder::readHeader(const QString& folder)
{
    QFile file(inFolder(folder, headerFile));
    const auto object = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (object.value(QLatin1String("format")).toString() != QLatin1String("oriel-project"))
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 is not an Oriel project file. Nothing was changed.")).arg(file.fileName()));
    return {QUuid::fromString(object.value(QLatin1String("uuid")).toString()), object.value(QLatin1String("name")).toString(),
        object.value(QLatin1String("program")).toString()};
}

std::unique_ptr<QLockFile> ProjectFolder::lock(const QString& folder, const QString& name)
{
    const auto path = inFolder(folder, QStringLiteral("lock"));
    auto file = std::make_unique<QLockFile>(path);
    file->setStaleLockTime(0); // only a process that is gone frees it, however long it has run
    if (file->tryLock(0))
        return file;
    if (file->error() != QLockFile::LockFailedError)
        throw Error(text(QT_TRANSLATE_NOOP("Project", "The project folder %1 cannot be written to. Nothing was changed; open it for reading, or copy it to another place.")).arg(folder));
    qint64 pid = 0;
    QString host;
    QString program;
    file->getLockInfo(&pid, &host, &program);
    const auto since = QLocale().toString(QFileInfo(path).lastModified().time(), QLocale::ShortFormat);
    throw Error(text(QT_TRANSLATE_NOOP("Project",
                         "“%1” is open for writing since %2 in another program (%3, process %4, on %5). Nothing was changed, so both stay intact. "
                         "Close it there and try again; reading it here is possible meanwhile."))
                    .arg(name, since, program, QString::number(pid), host));
}

bool ProjectFolder::isHeld(const QString& folder)
{
    QLockFile probe(inFolder(folder, QStringLiteral("lock")));
    probe.setStaleLockTime(0);
    return !probe.tryLock(0) && probe.error() == QLockFile::LockFailedError;
}

void ProjectFolder::sweep(const QString& folder)
{
    for (const auto& left : QDir(inFolder(folder, QStringLiteral("cache"))).entryInfoList({QStringLiteral("import-*")}, QDir::Files))
        QFile::remove(left.absoluteFilePath());
    QDirIterator parts(folder, {QStringLiteral("*.part")}, QDir::Files, QDirIterator::Subdirectories);
    while (parts.hasNext())
        QFile::remove(parts.next());
}

QStringList ProjectFolder::interruptRunning(const Database& database, const QString& folder)
{
    QStringList notes;
    const VersionRepository versions(database);
    for (auto version : versions.all()) {
        if (version.status != VersionStatus::Running)
            continue;
        const auto epochs = versions.epochs(version.id);
        const bool hasWeights = QFileInfo(versionPath(folder, version.uuid) + QLatin1Char('/') + weightsFile).isFile();
        version.status = VersionStatus::Interrupted;
        version.weights = hasWeights ? WeightsState::Present : WeightsState::None;
        version.failure = interruptionOf(version, epochs, hasWeights);
        version.finished = QDateTime::currentDateTimeUtc();
        versions.update(version);
        notes << version.failure;
    }
    return notes;
}

void ProjectFolder::moveToTrash(const QString& folder, const QUuid& version)
{
    rename(versionPath(folder, version), inFolder(folder, QStringLiteral("trash/") + version.toString(QUuid::WithoutBraces)));
}

void ProjectFolder::moveFromTrash(const QString& folder, const QUuid& version)
{
    rename(inFolder(folder, QStringLiteral("trash/") + version.toString(QUuid::WithoutBraces)), versionPath(folder, version));
}

} // namespace core
