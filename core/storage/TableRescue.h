#pragma once

#include "core/storage/Salvage.h"

#include <QStringList>

namespace core {

class Database;

/// Columns that a table has here and in an attached database ("main": this one); empty where it is absent there.
QStringList commonColumns(const Database& database, const QString& table, const QString& attached);

/// Copies the rows of one table that can be read. Counts kept by triggers are left out: they are made anew.
SalvagedTable rescueTable(const Database& damaged, const Database& fresh, const QString& table);

} // namespace core
