#pragma once

#include <QStringList>

namespace core {

class Database;

/// Versions whose training was cut off with the program: they become interrupted. The best epoch that lies in the folder is kept with
/// its evaluation and can be used like any other version. Returns a sentence for each. `folder`: of the project. Belongs inside one
/// transaction, when nothing is trained.
QStringList interruptRunning(const Database& database, const QString& folder);

} // namespace core
