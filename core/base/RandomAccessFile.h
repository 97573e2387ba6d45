#pragma once

#include <QFile>
#include <QString>

#include <memory>

namespace core {

/// An ordinary file below a folder of the program's own, read and written by position: many threads may read at once, and one may
/// write what nobody reads yet. Never reached through a link (OwnFiles). Closed by the destructor, which also ends the lock.
class RandomAccessFile {
public:
    enum class Mode {
        Read,  // it must be there
        Write, // read too; made when it is not there
    };
    /// Null: it is no such file, a link stands in the way, or the disk does not allow it.
    static std::unique_ptr<RandomAccessFile> open(const QString& folder, const QString& path, Mode mode);

    /// Until it is closed no other open file, of this program or another one, gets this lock; reading needs none. False: somebody
    /// else has it, or the disk knows no locks.
    bool lock();

    qint64 size() const; // by the thread that writes
    /// False: not all of it is there, or the disk does not give it.
    bool read(qint64 at, char* bytes, qint64 count) const;
    /// False: the disk does not take it; any part of it may have been written.
    bool write(qint64 at, const char* bytes, qint64 count);
    /// Cuts off what lies beyond.
    bool cut(qint64 size);

private:
    RandomAccessFile() = default;

    QFile m_file;
};

} // namespace core
