#include "core/base/RandomAccessFile.h"

#include "core/base/OwnFiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_WIN
#define NOMINMAX // its macros would stand in the way of std::min
#include <io.h>
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace core {

namespace {

constexpr qint64 mostAtOnce = 1 << 30;

#ifdef Q_OS_WIN
HANDLE handleOf(const QFile& file)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
}

OVERLAPPED placeOf(qint64 at)
{
    OVERLAPPED place{};
    place.Offset = DWORD(at);
    place.OffsetHigh = DWORD(at >> 32);
    return place;
}

qint64 readAt(const QFile& file, qint64 at, char* bytes, qint64 count)
{
    OVERLAPPED place = placeOf(at);
    DWORD done = 0;
    return ReadFile(handleOf(file), bytes, DWORD(count), &done, &place) ? done : -1;
}

qint64 writeAt(const QFile& file, qint64 at, const char* bytes, qint64 count)
{
    OVERLAPPED place = placeOf(at);
    DWORD done = 0;
    return WriteFile(handleOf(file), bytes, DWORD(count), &done, &place) ? done : -1;
}
#else
/// Repeats a call that a signal has interrupted.
template <typename Call>
auto untilDone(Call call)
{
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

qint64 readAt(const QFile& file, qint64 at, char* bytes, qint64 count)
{
    return untilDone([&] { return ::pread(file.handle(), bytes, size_t(count), at); });
}

qint64 writeAt(const QFile& file, qint64 at, const char* bytes, qint64 count)
{
    return untilDone([&] { return ::pwrite(file.handle(), bytes, size_t(count), at); });
}
#endif

/// Goes on until all is moved: one call may move less than it was asked for. False: the file ends or the disk refuses.
template <class Byte, class Move>
bool inPieces(qint64 at, Byte* bytes, qint64 count, Move move)
{
    while (count > 0) {
        const qint64 done = move(at, bytes, std::min(count, mostAtOnce));
        if (done <= 0)
            return false;
        at += done;
        bytes += done;
        count -= done;
    }
    return true;
}

} // namespace

std::unique_ptr<RandomAccessFile> RandomAccessFile::open(const QString& folder, const QString& path, Mode mode)
{
    const QString whole = QDir::cleanPath(QDir(folder).absoluteFilePath(path));
    const QFileInfo info(whole);
    if (!OwnFiles::isOwn(folder, path) || info.isDir() || (mode == Mode::Read && !info.isFile()))
        return nullptr;
    if (mode == Mode::Write && !QDir().mkpath(info.path()))
        return nullptr;
    std::unique_ptr<RandomAccessFile> opened(new RandomAccessFile);
    const auto access = (mode == Mode::Write ? QIODevice::ReadWrite : QIODevice::ReadOnly) | QIODevice::Unbuffered;
#ifdef Q_OS_WIN
    opened->m_file.setFileName(whole);
    return opened->m_file.open(access) ? std::move(opened) : nullptr;
#else
    const int flags = (mode == Mode::Write ? O_RDWR | O_CREAT : O_RDONLY) | O_NOFOLLOW | O_CLOEXEC;
    const int file = untilDone([&] { return ::open(QFile::encodeName(whole).constData(), flags, 0666); }); // the umask makes 0644 of it
    if (file < 0)
        return nullptr;
    if (!opened->m_file.open(file, access, QFileDevice::AutoCloseHandle)) {
        ::close(file);
        return nullptr;
    }
    return opened;
#endif
}

bool RandomAccessFile::lock()
{
#ifdef Q_OS_WIN
    OVERLAPPED place = placeOf(Q_INT64_C(1) << 62); // locks keep others from reading here, so it lies beyond every content
    return LockFileEx(handleOf(m_file), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place);
#else
    return untilDone([&] { return ::flock(m_file.handle(), LOCK_EX | LOCK_NB); }) == 0;
#endif
}

qint64 RandomAccessFile::size() const
{
    return m_file.size();
}

bool RandomAccessFile::read(qint64 at, char* bytes, qint64 count) const
{
    return inPieces(at, bytes, count, [this](qint64 from, char* to, qint64 most) { return readAt(m_file, from, to, most); });
}

bool RandomAccessFile::write(qint64 at, const char* bytes, qint64 count)
{
    return inPieces(at, bytes, count, [this](qint64 to, const char* from, qint64 most) { return writeAt(m_file, to, from, most); });
}

bool RandomAccessFile::cut(qint64 size)
{
    return m_file.size() <= size || m_file.resize(size);
}

} // namespace core
