#include "core/base/Shipped.h"

#include <QCoreApplication>

namespace core {

QStringList shippedPlaces(const QString& name)
{
    const QString program = QCoreApplication::applicationDirPath();
    return {program + QStringLiteral("/../share/oriel/") + name, program + QStringLiteral("/share/oriel/") + name,
            program + QStringLiteral("/../Resources/") + name};
}

QStringList libraryPlaces()
{
    const QString program = QCoreApplication::applicationDirPath();
    return {program + QStringLiteral("/../lib/oriel"), program + QStringLiteral("/lib"), program + QStringLiteral("/../Frameworks"), program};
}

} // namespace core
