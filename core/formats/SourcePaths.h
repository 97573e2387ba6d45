#pragma once

#include "core/formats/SourceTree.h"

#include <QHash>

#include <optional>
#include <utility>

namespace core {

/// Finds the picture that an annotation file names, also when its path is of another machine, of another case, composed otherwise
/// (é as one letter or as two) or without its suffix.
class SourcePaths {
public:
    explicit SourcePaths(const SourceTree& tree);

    struct Answer {
        QString path;           // absolute; empty: not found
        bool ambiguous = false; // several files of that name, and nothing tells which
        bool outside = false;   // it lies outside of the source, which was not allowed: see takeOutside()
    };
    /// `folders`: absolute folders to try first, in this order. The steps: as written in each folder and below the source, cut from the
    /// left part by part; a file of that name anywhere in the source, if it is the only one or the only one whose folders fit best; for
    /// a name without a suffix of pictures the same with any such suffix; for a name with a suffix that no picture of the source has
    /// (all of them were converted) the same with the one that they have.
    Answer find(const QString& written, const QStringList& folders = {}) const;
    /// The only picture with this name and any known extension in the first of the folders that has one.
    QString withStem(const QString& stem, const QStringList& folders) const;
    /// The pictures that were asked for since the last call and not taken, since they lie outside of the source.
    QStringList takeOutside() const { return std::exchange(m_outside, {}); }

private:
    struct Listed {
        QString path;      // absolute
        QStringList parts; // of its relative path, folded
    };
    using Index = QHash<QString, std::vector<Listed>>;

    std::optional<Answer> findAsWritten(const QString& written, const QStringList& folders) const;
    Answer findPlain(const QString& written, const QStringList& folders) const;
    Answer findByStem(const QString& written, const QStringList& folders) const;
    bool mayBeConverted(const QString& written) const;
    Answer bestOf(const std::vector<Listed>& candidates, const QString& written, bool withoutSuffix) const;
    void list() const;

    const SourceTree& m_tree;
    mutable bool m_listed = false;
    mutable Index m_byName; // folded file name
    mutable Index m_byStem; // folded file name without suffix
    mutable QSet<QString> m_kinds; // of the pictures, by their suffixes
    mutable QStringList m_outside;
};

/// A name in a form in which all spellings of one file agree: composed letters, lower case.
QString foldedName(const QString& name);

} // namespace core
