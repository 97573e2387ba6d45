#include "core/base/OwnFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("OwnFiles", sentence);
}

QString absolute(const QString& folder, const QString& path)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

/// Links of every kind, those too that lead to nothing.
bool isLink(const QFileInfo& info)
{
    return info.isSymLink() || info.isJunction();
}

/// The parts of `path` below `folder`; empty when it does not lie there.
QStringList partsBelow(const QString& folder, const QString& path)
{
    const QString root = QDir::cleanPath(QDir(folder).absolutePath());
    const QString whole = absolute(folder, path);
    const QString prefix = root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/');
    return whole.startsWith(prefix) ? whole.mid(prefix.size()).split(QLatin1Char('/'), Qt::SkipEmptyParts) : QStringList();
}

/// Whether the folders above the last part of `path`, as far as they are there, are ordinary ones.
bool isReachedPlainly(const QString& folder, const QString& path)
{
    QStringList parts = partsBelow(folder, path);
    if (parts.isEmpty())
        return false;
    parts.removeLast();
    QString place = QDir::cleanPath(QDir(folder).absolutePath());
    for (const QString& part : parts) {
        place += QLatin1Char('/') + part;
        const QFileInfo info(place);
        if (isLink(info) || (info.exists() && !info.isDir()))
            return false;
    }
    return true;
}

} // namespace

bool OwnFiles::isOwn(const QString& folder, const QString& path)
{
    if (!isReachedPlainly(folder, path))
        return false;
    const QFileInfo info(absolute(folder, path));
    return !isLink(info) && (!info.exists() || info.isDir() || info.isFile());
}

bool OwnFiles::makeFolder(const QString& folder, const QString& path)
{
    return isOwn(folder, path) && QDir().mkpath(absolute(folder, path));
}

bool OwnFiles::write(const QString& folder, const QString& path, const std::function<bool(QIODevice&)>& fill, QString* why)
{
    const QString whole = absolute(folder, path);
    const auto refuse = [&](const QString& reason) {
        if (why)
            *why = reason;
        return false;
    };
    if (!isOwn(folder, path) || QFileInfo(whole).isDir())
        return refuse(text(QT_TRANSLATE_NOOP("OwnFiles", "something that is no ordinary file stands in its place.")));
    if (!QDir().mkpath(QFileInfo(whole).path()))
        return refuse(text(QT_TRANSLATE_NOOP("OwnFiles", "its folder cannot be made.")));
    QSaveFile file(whole); // writes beside it, and renames when all is on the disk
    if (!file.open(QIODevice::WriteOnly))
        return refuse(file.errorString());
    const bool isFilled = fill(file);
    const QString problem = file.errorString();
    if (!isFilled) {
        file.cancelWriting();
        file.commit();
        return refuse(problem);
    }
    return file.commit() || refuse(file.errorString());
}

bool OwnFiles::write(const QString& folder, const QString& path, const QByteArray& bytes, QString* why)
{
    return write(folder, path, [&](QIODevice& file) { return file.write(bytes) == bytes.size(); }, why);
}

QByteArray OwnFiles::read(const QString& folder, const QString& path, qint64 most)
{
    const QString whole = absolute(folder, path);
    QFile file(whole);
    if (!isOwn(folder, path) || !QFileInfo(whole).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > most)
        return {};
    return file.read(most);
}

bool OwnFiles::remove(const QString& folder, const QString& path)
{
    if (!isReachedPlainly(folder, path))
        return false;
    const QFileInfo info(absolute(folder, path));
    if (!isLink(info) && !info.exists())
        return true;
    if (!isLink(info) && info.isDir())
        return QDir(info.filePath()).removeRecursively(); // deletes links in there, and does not enter them
    return QFile::remove(info.filePath());
}

QStringList OwnFiles::files(const QString& folder, const QString& path, const QStringList& patterns)
{
    QStringList found;
    const QString whole = absolute(folder, path);
    if (!isOwn(folder, path))
        return found;
    for (const QFileInfo& info : QDir(whole).entryInfoList(patterns, QDir::Files | QDir::Hidden | QDir::NoSymLinks))
        found << info.absoluteFilePath();
    return found;
}

} // namespace core
