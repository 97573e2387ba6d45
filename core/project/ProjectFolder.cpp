#include "core/project/ProjectFolder.h"

#include "core/base/Error.h"
#include "core/dataset/View.h"
#include "core/project/ProjectLock.h"
#include "core/storage/Database.h"
#include "core/storage/Query.h"
#include "core/storage/RowStore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

const auto headerFile = QStringLiteral("project.orielproj");
const auto databaseFile = QStringLiteral("project.sqlite");

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
    Query query(database, QStringLiteral("INSERT INTO project(id, uuid, name, split_seed, settings) VALUES (1, ?, ?, ?, json_object('checked_at', ?))"));
    query.bind(header.uuid).bind(header.name).bind(qint64(QRandomGenerator::global()->generate() >> 1)).bind(QDateTime::currentMSecsSinceEpoch()).run();
}

/// A folder of the project that is one: what a link in its place points to is not ours to write to or to delete from.
bool isOwnFolder(const QString& path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink();
}

void removeWithoutFollowing(const QString& path)
{
    if (isOwnFolder(path))
        QDir(path).removeRecursively(); // unlinks the links that it finds
    else
        QFile::remove(path);
}

/// Moves a version between `versions` and `trash`.
void move(const QString& folder, const QString& from, const QString& to)
{
    const auto source = inFolder(folder, from);
    const auto target = inFolder(folder, to);
    if (!isOwnFolder(source) || !QDir().mkpath(QFileInfo(target).absolutePath()) || !isOwnFolder(QFileInfo(target).absolutePath()))
        return;
    removeWithoutFollowing(target); // an older one of the same uuid
    QDir().rename(source, target);
}

QString trashName(const QUuid& version)
{
    return QStringLiteral("trash/") + version.toString(QUuid::WithoutBraces);
}

// A new project stands under this name until it is whole.
const auto draftPrefix = QStringLiteral(".oriel-new-");
const QStringList partsOfAProject{QStringLiteral("project.sqlite"), QStringLiteral("versions"), QStringLiteral("cache"), QStringLiteral("backups"),
    QStringLiteral("trash"), headerFile}; // the header last: with it, the folder is a project

QStringList draftsIn(const QString& folder)
{
    QStringList drafts;
    for (const auto& entry : QDir(folder).entryInfoList({draftPrefix + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        if (!entry.isSymLink() && !QUuid::fromString(entry.fileName().mid(draftPrefix.size())).isNull() && !ProjectLock::isHeld(entry.absoluteFilePath()))
            drafts << entry.absoluteFilePath();
    return drafts;
}

/// What a program left that was killed while it made a project here or beside.
void removeUnfinished(const QString& folder)
{
    for (const auto& draft : draftsIn(QFileInfo(folder).absolutePath()))
        QDir(draft).removeRecursively();
    const auto inside = draftsIn(folder);
    if (inside.isEmpty())
        return;
    if (!QFileInfo::exists(inFolder(folder, headerFile)))
        for (const auto& part : partsOfAProject)
            removeWithoutFollowing(inFolder(folder, part));
    for (const auto& draft : inside)
        QDir(draft).removeRecursively();
}

void fill(const QString& draft, const ProjectFolder::Header& header)
{
    makePath(draft);
    const ProjectLock lock(draft, header.name); // who makes another project beside must not take this one for a left one
    createDatabase(draft, header);
    for (const auto* part : {"versions", "cache", "backups", "trash"})
        makePath(inFolder(draft, QLatin1String(part)));
    writeHeader(draft, header);
}

/// `draft` becomes `folder`; an empty folder that stands there already stays the same one, since somebody may be in it.
bool putInPlace(const QString& draft, const QString& folder)
{
    if (!QFileInfo::exists(folder))
        return QDir().rename(draft, folder);
    for (const auto& part : partsOfAProject)
        if (!QDir().rename(inFolder(draft, part), inFolder(folder, part)))
            return false;
    return QDir().rmdir(draft);
}

/// Version folders that were made, but whose row was never written. One with a card was trained to its end: it is left alone.
void putAwayOrphans(const Database& database, const QString& folder)
{
    const auto versions = inFolder(folder, QStringLiteral("versions"));
    if (!isOwnFolder(versions))
        return;
    QSet<QUuid> known;
    Query query(database, QStringLiteral("SELECT uuid FROM model_version"));
    for (query.run(); query.next();)
        known.insert(query.uuid(0));
    for (const auto& entry : QDir(versions).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const auto uuid = QUuid::fromString(entry.fileName());
        const auto content = QDir(entry.absoluteFilePath()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        const bool isOurs = std::ranges::all_of(content, [](const QString& name) { return name.startsWith(QLatin1String("run.sqlite")); });
        if (!uuid.isNull() && isOurs && !known.contains(uuid))
            move(folder, QStringLiteral("versions/") + entry.fileName(), QStringLiteral("trash/orphan-") + entry.fileName());
    }
}

/// Versions that an undo could bring back.
QSet<QUuid> restorableVersions(const Database& database)
{
    QSet<QUuid> versions;
    Query query(database, QStringLiteral("SELECT before FROM undo_row WHERE tbl = 'model_version' AND before IS NOT NULL"));
    for (query.run(); query.next();)
        versions.insert(QUuid::fromRfc4122(RowStore::valueOf(query.blob(0), "uuid").toByteArray()));
    return versions;
}

void emptyTrash(const Database& database, const QString& folder)
{
    constexpr int daysForOrphans = 30;
    const auto trash = inFolder(folder, QStringLiteral("trash"));
    if (!isOwnFolder(trash))
        return;
    const auto entries = QDir(trash).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    if (entries.isEmpty())
        return;
    const auto kept = restorableVersions(database);
    for (const auto& entry : entries) {
        const bool isOrphan = entry.fileName().startsWith(QLatin1String("orphan-"));
        const auto uuid = QUuid::fromString(entry.fileName().mid(isOrphan ? 7 : 0));
        if (uuid.isNull())
            continue;
        const bool goes = isOrphan ? entry.metadataChangeTime().daysTo(QDateTime::currentDateTime()) > daysForOrphans : !kept.contains(uuid);
        if (goes)
            QDir(entry.absoluteFilePath()).removeRecursively();
    }
}

void removeParts(const QString& folder, const QStringList& names)
{
    if (!isOwnFolder(folder))
        return;
    for (const auto& part : QDir(folder).entryInfoList(names, QDir::Files | QDir::NoSymLinks))
        QFile::remove(part.absoluteFilePath());
}

} // namespace

QString ProjectFolder::resolve(const QString& path)
{
    QFileInfo info(path);
    const auto isNamed = [&info](const QString& name) { return info.fileName().compare(name, Qt::CaseInsensitive) == 0; }; // as file systems may see it
    if (info.isFile() && (isNamed(headerFile) || isNamed(databaseFile)))
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

QString ProjectFolder::backupsPath(const QString& folder)
{
    return inFolder(folder, QStringLiteral("backups"));
}

void ProjectFolder::create(const QString& wantedFolder, const QString& wanted)
{
    const QFileInfo info(wantedFolder);
    const auto folder = info.isDir() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    if (info.exists() && !info.isDir())
        throw Error(text(QT_TRANSLATE_NOOP("Project", "%1 is a file, so no project was made there. Choose another place.")).arg(wantedFolder));
    removeUnfinished(folder);
    if (info.isDir() && !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        throw Error(text(QT_TRANSLATE_NOOP("Project", "The folder %1 is not empty, so no project was made there. Choose another place.")).arg(wantedFolder));
    auto name = wanted.trimmed().isEmpty() ? QFileInfo(folder).fileName() : wanted;
    if (wanted.trimmed().isEmpty() && name.endsWith(QLatin1String(".oriel"), Qt::CaseInsensitive) && name.size() > 6)
        name.chop(6);
    const Header header{QUuid::createUuid(), validName(name), QStringLiteral("Oriel " ORIEL_VERSION)};

    const auto draft = inFolder(info.isDir() ? folder : QFileInfo(folder).absolutePath(), draftPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces));
    try {
        fill(draft, header);
        if (!putInPlace(draft, folder))
            throw Error(text(QT_TRANSLATE_NOOP("Project", "The folder %1 cannot be made. Nothing was changed; choose another place.")).arg(wantedFolder));
    } catch (...) { // half a project would stand in the way of the next try
        removeUnfinished(folder);
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

void ProjectFolder::sweep(const Database& database, const QString& folder)
{
    putAwayOrphans(database, folder);
    emptyTrash(database, folder);
    for (const auto& draft : draftsIn(folder)) // left by a program that was killed as the last thing it did
        QDir().rmdir(draft);
    removeParts(backupsPath(folder), {QStringLiteral("project-*.sqlite.part")});
    if (const auto cache = inFolder(folder, QStringLiteral("cache")); isOwnFolder(cache)) // archives of an import that was cut off
        for (const auto& import : QDir(cache).entryInfoList({QStringLiteral("import-*")}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
            QDir(import.absoluteFilePath()).removeRecursively();
    const auto versions = inFolder(folder, QStringLiteral("versions"));
    if (isOwnFolder(versions))
        for (const auto& version : QDir(versions).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
            if (!QUuid::fromString(version.fileName()).isNull())
                removeParts(version.absoluteFilePath(), {QStringLiteral("*.safetensors.part"), QStringLiteral("card.json.part")});
}

void ProjectFolder::moveToTrash(const QString& folder, const QUuid& version)
{
    move(folder, QStringLiteral("versions/") + version.toString(QUuid::WithoutBraces), trashName(version));
}

void ProjectFolder::moveFromTrash(const QString& folder, const QUuid& version)
{
    move(folder, trashName(version), QStringLiteral("versions/") + version.toString(QUuid::WithoutBraces));
}

} // namespace core
