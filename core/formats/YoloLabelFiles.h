#pragma once

#include "core/formats/SourceTree.h"

#include <QHash>

namespace core {

/// Finds the label file of a picture: in the parallel folder, beside it, or, of those of its name, the one whose folders agree best.
class YoloLabelFiles {
public:
    explicit YoloLabelFiles(const SourceTree& tree); // which must outlive it

    /// Absolute; empty: none. A folder of that name is given too: reading it then says what is wrong.
    QString of(const QString& picture) const;
    bool hasPicture(const QString& labels) const;

private:
    const SourceTree& m_tree;
    QHash<QString, QStringList> m_pictures; // by folded name without suffix
    QHash<QString, QString> m_byPlace;      // by folded relative path without suffix
    QHash<QString, QStringList> m_byStem;
};

} // namespace core
