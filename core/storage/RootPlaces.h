#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace core {

/// Where the folders of a project's pictures lie now. To look costs a visit to the disk, or to a share over the network, so what was
/// found holds for a while; what was not found is looked for each time.
class RootPlaces {
public:
    explicit RootPlaces(qint64 milliseconds = 2000) : m_holdsFor(milliseconds) {}

    /// The place beside the project if it is there, else the last known, else beside the project by name (a project can be moved
    /// anywhere); none of them: the last known.
    QString placeOf(const QString& projectFolder, const QString& relative, const QString& absolute, const QString& name);

private:
    struct Found {
        QString place;
        QElapsedTimer since;
    };
    qint64 m_holdsFor;
    QHash<QStringList, Found> m_found; // by what was asked
};

} // namespace core
