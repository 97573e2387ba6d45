#pragma once

#include <QByteArray>
#include <QFile>
#include <QSet>
#include <QString>

namespace core {

/// The folder that an export is written into while it is written. It was made for that alone; nothing in it is overwritten, and no
/// link is followed, since there is none. Paths are relative to it, with '/'. What fails throws Error, a sentence that says why.
class TargetFolder {
public:
    explicit TargetFolder(QString path) : m_path(std::move(path)) {} // absolute, there, and empty

    const QString& path() const { return m_path; }
    QString absolute(const QString& relative) const { return m_path + QLatin1Char('/') + relative; }
    void makeFolder(const QString& relative);
    /// A new file with these bytes. The folders that it lies in are made.
    void write(const QString& relative, const QByteArray& bytes);
    /// Makes the folders in which a file that somebody else writes will lie, and gives its absolute path.
    QString placeFor(const QString& relative);
    /// That something below it could not be written, as a sentence. `why`: what the system says.
    [[noreturn]] static void fail(const QString& path, const QString& why);

private:
    QString m_path;
    QSet<QString> m_folders; // made already
};

/// A new file in such a folder that is written in pieces.
class TargetFile {
public:
    TargetFile(TargetFolder& folder, const QString& relative);

    void append(const QByteArray& bytes);
    /// Throws when not all of it has arrived. Without it the file is of no use.
    void close();

private:
    QFile m_file;
};

} // namespace core
