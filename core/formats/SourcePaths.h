#pragma once

#include "core/formats/Reading.h"

#include <QHash>

#include <optional>

namespace core {

/// Finds the picture that an annotation file names, also when its path is of another machine (data.md 4.2).
class SourcePaths {
public:
    explicit SourcePaths(const SourceTree& tree);

    struct Answer {
        QString path;           // absolute; empty: not found
        bool ambiguous = false; // several files of that name, and nothing tells which
    };
    /// `folders`: absolute folders to try first, in this order.
    Answer find(const QString& written, const QStringList& folders = {}) const;
    /// A picture with this name but any known extension in one of the folders.
    QString withStem(const QString& stem, const QStringList& folders) const;

private:
    bool exists(const QString& absolute) const;
    Answer findPlain(const QString& written, const QStringList& folders) const;
    void list() const;

    const SourceTree& m_tree;
    mutable bool m_listed = false;
    mutable QHash<QString, QStringList> m_byName; // case-folded NFC file name -> absolute paths
};

/// All files below a folder, relative, sorted, without hidden ones, leftovers of systems and project folders of ours.
QStringList filesBelow(const QString& folder, const std::function<bool()>& isCanceled = {});

} // namespace core
