#include "core/storage/RootPlaces.h"

#include <QDir>
#include <QFileInfo>

namespace core {

namespace {

/// Empty: nowhere.
QString search(const QDir& project, const QString& relative, const QString& absolute, const QString& name)
{
    if (!relative.isEmpty())
        if (const auto beside = QDir::cleanPath(project.absoluteFilePath(relative)); QFileInfo(beside).isDir())
            return beside;
    if (QFileInfo(absolute).isDir())
        return absolute;
    if (const auto sibling = QDir::cleanPath(project.absoluteFilePath(QStringLiteral("../") + name)); QFileInfo(sibling).isDir())
        return sibling;
    return {};
}

} // namespace

QString RootPlaces::placeOf(const QString& projectFolder, const QString& relative, const QString& absolute, const QString& name)
{
    const QStringList asked{projectFolder, relative, absolute, name};
    if (const auto known = m_found.constFind(asked); known != m_found.cend() && !known->since.hasExpired(m_holdsFor))
        return known->place;
    m_found.remove(asked);
    const auto place = search(QDir(projectFolder), relative, absolute, name);
    if (place.isEmpty())
        return absolute;
    Found found{place, {}};
    found.since.start();
    m_found.insert(asked, found);
    return place;
}

} // namespace core
