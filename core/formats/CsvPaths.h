#pragma once

#include "core/formats/SourcePaths.h"

#include <QHash>
#include <QSize>

namespace core {

/// The pictures of a source by what tables call them: their names without suffix, or a number that the file pads with zeros.
/// Listed once, when the plain look-up has failed. The tree must outlive it.
class CsvNames {
public:
    explicit CsvNames(const SourceTree& tree) : m_tree(tree), m_paths(tree) {}

    const SourcePaths& paths() const { return m_paths; }
    SourcePaths::Answer withoutSuffix(const QString& stem, const QStringList& folders);

private:
    void list();

    const SourceTree& m_tree;
    SourcePaths m_paths;
    bool m_isListed = false;
    QHash<QString, QStringList> m_byStem;
    QHash<qint64, QStringList> m_byNumber;
};

/// Finds the pictures that one table names, near the table first.
class CsvPaths {
public:
    CsvPaths(CsvNames& names, const QString& table);

    SourcePaths::Answer find(const QString& written) const;
    /// Of the upright picture; empty when it cannot be read.
    QSize sizeOf(const QString& written) const;

private:
    CsvNames& m_names;
    QStringList m_folders;
    mutable QHash<QString, SourcePaths::Answer> m_found; // tables of boxes name each picture many times
};

} // namespace core
