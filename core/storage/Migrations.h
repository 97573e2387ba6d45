#pragma once

namespace core {

class Database;

/// The schema: numbered steps in resources/migrations, its only definition (house.md 6).
namespace Migrations {

int newest();
int versionOf(const Database& database); // PRAGMA user_version
/// Runs the steps that the file lacks, each in one transaction together with its number.
void migrate(const Database& database);

} // namespace Migrations

} // namespace core
