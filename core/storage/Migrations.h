#pragma once

#include <QStringList>

namespace core {

class Database;

/// The schema: numbered steps in resources/migrations, its only definition.
namespace Migrations {

const QStringList& steps(); // files, in order; step n makes schema n
int newest();
int versionOf(const Database& database); // PRAGMA user_version
/// Runs the steps that the file lacks, each in one transaction together with its number. A file that has data is copied to
/// backups/ beside it first; without a sound copy nothing is changed. Throws Error.
void migrate(const Database& database, const QStringList& steps = Migrations::steps());

} // namespace Migrations

} // namespace core
