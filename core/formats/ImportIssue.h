#pragma once

#include <QString>

namespace core {

/// Something an import noticed, mended or left out. Codes are stable: reports and scripts know them. Sentences are made from them.
struct ImportIssue {
    enum class Level { Notice = 0, Repaired = 1, Rejected = 2 } level = Level::Notice;
    QString code;
    QString file;
    int line = 0; // or element number; 0: none
    QString detail;
};
QString keyOf(ImportIssue::Level level); // notice, repaired, rejected
QString sentenceOf(const ImportIssue& issue); // translated

} // namespace core
