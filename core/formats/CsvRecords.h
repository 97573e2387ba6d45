#pragma once

#include "core/formats/CsvColumns.h"
#include "core/formats/CsvPaths.h"
#include "core/formats/Reading.h"

#include <QHash>

namespace core {

/// What the codes of classes in a table are called, by code; of Open Images "/m/011k07" -> "Tortoise".
using CsvClassNames = QHash<QString, QString>;

/// Rows that other programs put before the names of the columns.
bool isCsvComment(const CsvRow& row);

/// Reads one table, `file` relative, into the records. True when a picture may have several labels. Throws Error when the table
/// breaks off.
bool readCsvTable(Reading& reading, CsvNames& names, const QString& file, const CsvColumns& columns, const CsvClassNames& classNames);

} // namespace core
