#include "app/cli/PredictionOutput.h"

#include "app/cli/Terminal.h"
#include "core/base/Disk.h"
#include "core/base/Error.h"

#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace cli {

PredictionOutput::PredictionOutput(const QString& path)
    : m_path(path)
{
    if (path.isEmpty())
        return;
    const QFileInfo info(path);
    m_isPart = !info.exists() || info.isFile();
    m_file = std::make_unique<QFile>(m_isPart ? path + QStringLiteral(".part") : path);
    if (info.isDir() || !m_file->open(QIODevice::WriteOnly))
        throw core::Error(Terminal::tr("\"%1\" cannot be written: %2. Nothing was predicted.")
                              .arg(m_path, info.isDir() ? Terminal::tr("it is a folder") : core::whyNotWritten(m_path, m_file->errorString())));
}

void PredictionOutput::write(const QByteArray& bytes)
{
    if (!m_file)
        Terminal::write(bytes);
    if (!m_file && !Terminal::failure().isEmpty())
        throw core::Error(Terminal::failure());
    if (m_file && (m_file->write(bytes) != bytes.size() || !m_file->flush())) // no later picture is predicted for nothing
        refuse();
}

/// The system may tell only at the end that the disk has no room for what it took before.
void PredictionOutput::close()
{
    bool isWritten = m_file->flush();
#ifdef Q_OS_UNIX
    isWritten = isWritten && (!m_isPart || ::fsync(m_file->handle()) == 0);
#endif
    m_file->close();
    if (!isWritten || m_file->error() != QFileDevice::NoError)
        refuse();
}

void PredictionOutput::finish()
{
    if (!m_file)
        return;
    close();
    if (!m_isPart)
        return;
    std::error_code failure; // unlike QFile::rename, this takes the place of an older file in one step
    std::filesystem::rename(m_file->filesystemFileName(), QFile(m_path).filesystemFileName(), failure);
    if (failure)
        throw core::Error(Terminal::tr("\"%1\" cannot be written. What was predicted is in \"%2\".").arg(m_path, m_file->fileName()));
}

void PredictionOutput::refuse() const
{
    const QString why = core::whyNotWritten(m_file->fileName(), m_file->errorString());
    throw core::Error((m_isPart ? Terminal::tr("\"%1\" cannot be written: %2. What was written stays there, but it is not complete.")
                                : Terminal::tr("\"%1\" cannot be written to: %2. The predictions are not complete; name a file on a disk that has room."))
                          .arg(m_file->fileName(), why));
}

} // namespace cli
