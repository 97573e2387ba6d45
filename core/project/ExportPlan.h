#pragma once

#include "core/dataset/Annotation.h"
#include "core/formats/DataWriter.h"
#include "core/pictures/PictureCopy.h"

#include <QHash>
#include <QSet>
#include <QUuid>

#include <optional>
#include <vector>

namespace core {

/// What is asked of an export.
struct ExportRequest {
    enum class Pictures { Reference, Copy, CopyWithoutMetadata };
    enum class Index {
        View,   // 0, 1, 2 … in the order of the view
        Pinned, // each concept's own, which no renaming, ordering or deleting moves
        Source, // the ids that the source of an import gave, for concepts and pictures
    };

    QString format; // one of dataFormats()
    QString target; // absolute path of the folder to make; an empty folder may be there
    Pictures pictures = Pictures::Copy;
    Index index = Index::Pinned;
    bool keepsTree = true;    // else all pictures lie in one folder, under names made unique
    bool isUnseenNo = false;  // tagging: in pictures that somebody looked at, concepts that nobody answered for go out as "no"
    bool reviewedOnly = false;
    std::optional<bool> withUnseen;              // pictures that nobody has looked at; empty: as the format is best
    std::vector<Split> splits;                   // empty: all
    std::optional<std::vector<ItemId>> items;    // empty: all of the view

    PictureCopy::Metadata metadata() const { return pictures == Pictures::CopyWithoutMetadata ? PictureCopy::Metadata::Drop : PictureCopy::Metadata::Keep; }
};

/// "reference", "copy", "clean"; "view", "pinned", "source": the words of the terminal.
QString keyOf(ExportRequest::Pictures pictures);
QString keyOf(ExportRequest::Index index);
std::optional<ExportRequest::Pictures> exportPicturesFromKey(const QString& key);
std::optional<ExportRequest::Index> exportIndexFromKey(const QString& key);

/// What goes out, as it was at one moment.
struct ExportSource {
    QString project;
    ViewRecord view;
    std::vector<ConceptRecord> concepts;  // living, in order
    std::vector<Item> items;              // of the view, whole pictures
    QHash<QUuid, QString> conceptIds;     // that sources gave
    QSet<ItemId> reviewed;
};

/// A picture that does not go out, and why: a translated sentence.
struct LeftOutPicture {
    QString picture; // path in its folder
    QString why;
};

/// What an export would write. The count before and the export itself both come from it.
struct ExportPlan {
    ExportedView view;
    std::vector<ExportedPicture> pictures; // by path
    std::vector<ImageRecord> images;       // of each, where it lies in the project
    std::vector<LeftOutPicture> leftOut;   // pictures that are not as the project knows them
    qint64 pictureCount = 0;
    qint64 unseenLeftOut = 0;
    qint64 annotations = 0;    // boxes, or answers "yes"
    qint64 withoutConcept = 0;
    qint64 partly = 0;         // pictures that were looked at for some concepts only
    qint64 turned = 0;         // will be written upright
    qint64 converted = 0;      // will be written as PNG
    qint64 renamed = 0;        // get another name than their own
    qint64 bytes = 0;          // that it needs on the disk, about
    QStringList otherNames;    // translated: concepts that the format calls otherwise
};

/// Decides what goes out. Pure: any thread. Throws Error with a sentence: the format does not write this type of view or needs the
/// pictures, or the target is no place for it.
ExportPlan planExport(const ExportSource& source, const ExportRequest& request);

} // namespace core
