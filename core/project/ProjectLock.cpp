#include "core/project/ProjectLock.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace core {

namespace {

constexpr int linesOfQt = 5; // process, program, host, machine, boot: what QLockFile writes

QString text(const char* sentence)
{
    return QCoreApplication::translate("Project", sentence);
}

QString pathIn(const QString& folder)
{
    return folder + QStringLiteral("/lock");
}

QString userName()
{
    const auto user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QStringLiteral("?") : user;
}

/// What tells a file from a copy of it.
QByteArray identityOf(const QString& path)
{
#ifdef Q_OS_UNIX
    struct stat status {};
    if (lstat(QFile::encodeName(path).constData(), &status) == 0)
        return "file " + QByteArray::number(quint64(status.st_ino));
#endif
    return "file " + QFileInfo(path).canonicalFilePath().toUtf8();
}

struct Holder {
    QString user;
    QByteArray identity; // empty: written by an older program
};

Holder holderOf(const QString& path)
{
    constexpr qint64 longest = 4096; // whatever lies there, no more of it is read
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = file.read(longest).split('\n');
    const auto line = [&](qsizetype i) { return i < lines.size() ? lines[i].trimmed() : QByteArray(); };
    return {QString::fromUtf8(line(linesOfQt)), line(linesOfQt + 1)};
}

/// Whether some program has this very file open as its lock.
bool isHeldByAProcess(const QString& path)
{
#ifdef Q_OS_UNIX
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return false;
    const bool held = flock(file, LOCK_SH | LOCK_NB) != 0;
    close(file);
    return held;
#else
    Q_UNUSED(path)
    return false; // an open lock cannot be removed there, so trying is answer enough
#endif
}

/// No program's lock: it names another file (it came with a copy of the folder), or it cannot be read and nobody has it open.
bool isNoLock(const QString& path)
{
    if (QFileInfo(path).isSymLink())
        return true; // never made by this program
    const auto identity = holderOf(path).identity;
    if (!identity.isEmpty())
        return identity != identityOf(path);
    QLockFile lock(path);
    qint64 process = 0;
    QString host;
    QString program;
    return !lock.getLockInfo(&process, &host, &program);
}

/// After the lines of QLockFile, which reads no further than its own.
void sign(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.write(userName().toUtf8() + '\n' + identityOf(path) + '\n');
}

QString sentence(const QLockFile& lock, const QString& path, const QString& name)
{
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    const auto since = QLocale().toString(QFileInfo(path).lastModified().time(), QLocale::ShortFormat);
    const auto user = holderOf(path).user;
    return text(QT_TRANSLATE_NOOP("Project",
                    "“%1” is open for writing since %2 in another program (%3, process %4, on %5). Nothing was changed, so both stay intact. "
                    "Close it there and try again; reading it here is possible meanwhile."))
        .arg(name, since, user.isEmpty() ? program : program + QStringLiteral(", ") + user, QString::number(process), host);
}

} // namespace

ProjectLock::ProjectLock(const QString& folder, const QString& name)
    : m_file(pathIn(folder))
{
    const auto path = pathIn(folder);
    m_file.setStaleLockTime(0); // only a process that is gone frees it, however long it has run
    if ((QFileInfo(path).isSymLink() || QFileInfo::exists(path)) && isNoLock(path) && !isHeldByAProcess(path))
        QFile::remove(path);
    if (m_file.tryLock(0)) {
        sign(path);
        return;
    }
    if (m_file.error() != QLockFile::LockFailedError)
        throw Error(text(QT_TRANSLATE_NOOP("Project", "The project folder %1 cannot be written to. Nothing was changed; open it for reading, or copy it to another place.")).arg(folder));
    throw Error(sentence(m_file, path, name));
}

bool ProjectLock::isHeld(const QString& folder)
{
    const auto path = pathIn(folder);
    if (!QFileInfo::exists(path) || (isNoLock(path) && !isHeldByAProcess(path)))
        return false;
#ifdef Q_OS_UNIX
    qint64 process = 0;
    QString host;
    QString program;
    QLockFile lock(path);
    // Of a program on another machine only its lock can be seen, not whether it lives.
    const bool isElsewhere = lock.getLockInfo(&process, &host, &program) && host != QSysInfo::machineHostName();
    return isElsewhere || isHeldByAProcess(path);
#else
    QLockFile probe(path);
    probe.setStaleLockTime(0);
    return !probe.tryLock(0) && probe.error() == QLockFile::LockFailedError;
#endif
}

} // namespace core
