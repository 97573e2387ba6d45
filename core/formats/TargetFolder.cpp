#include "core/formats/TargetFolder.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace core {

void TargetFolder::fail(const QString& path, const QString& why)
{
    throw Error(QCoreApplication::translate("TargetFolder", "“%1” could not be written: %2. The project and its pictures are unharmed. Choose another place, or make room, and export again.")
                    .arg(QDir::toNativeSeparators(path), whyNotWritten(path, why)));
}

void TargetFolder::makeFolder(const QString& relative)
{
    if (m_folders.contains(relative))
        return;
    if (!QDir(m_path).mkpath(relative))
        fail(absolute(relative), QCoreApplication::translate("TargetFolder", "the folder could not be made"));
    m_folders.insert(relative);
}

QString TargetFolder::placeFor(const QString& relative)
{
    if (const qsizetype slash = relative.lastIndexOf(QLatin1Char('/')); slash > 0)
        makeFolder(relative.left(slash));
    return absolute(relative);
}

void TargetFolder::write(const QString& relative, const QByteArray& bytes)
{
    TargetFile file(*this, relative);
    file.append(bytes);
    file.close();
}

TargetFile::TargetFile(TargetFolder& folder, const QString& relative) : m_file(folder.placeFor(relative))
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        TargetFolder::fail(m_file.fileName(), m_file.errorString());
}

void TargetFile::append(const QByteArray& bytes)
{
    if (m_file.write(bytes) != bytes.size())
        TargetFolder::fail(m_file.fileName(), m_file.errorString());
}

void TargetFile::close()
{
    if (!m_file.flush())
        TargetFolder::fail(m_file.fileName(), m_file.errorString());
    m_file.close();
    if (m_file.error() != QFileDevice::NoError)
        TargetFolder::fail(m_file.fileName(), m_file.errorString());
}

} // namespace core
