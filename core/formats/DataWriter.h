#pragma once

#include "core/dataset/Annotation.h"
#include "core/dataset/Split.h"
#include "core/dataset/View.h"

#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

namespace core {

class TargetFolder;

/// A concept as it goes out.
struct ExportedConcept {
    QString name;
    int index = 0; // from 0, what files count classes by; no two alike, rising in the order of the view, holes allowed
    QString id;    // what files with ids of their own write, as JSON: 7 or "a7"; never empty, no two alike
};

/// The view whose annotations go out. Everything else names its concepts by their place in `concepts`.
struct ExportedView {
    QString project;
    QString name;
    ViewType type = ViewType::Detection;
    std::vector<ExportedConcept> concepts; // by rising index
    bool hasSplits = false;                // some picture has one
};

struct ExportedBox {
    size_t label = 0; // place in ExportedView::concepts
    QRectF rect;      // px of the upright picture, inside it
    int flags = 0;    // BoxFlag
};

/// One picture and what is known of it in the view.
struct ExportedPicture {
    QString name;      // below the folder of pictures, '/', with its suffix; no two alike where letter case does not count
    QString reference; // not empty: the picture is not copied, and files name it by this path (absolute, '/')
    QString id;        // as JSON, see ExportedConcept::id
    QSize size;        // upright, px
    Split split = Split::Unassigned;
    ItemState state = ItemState::Unseen;
    std::vector<std::pair<size_t, bool>> answers; // classification: one yes; tagging: those that were looked at, by rising place
    std::vector<ExportedBox> boxes;
    std::vector<size_t> gaps; // detection: concepts that it was not looked at for

    bool isSeen() const { return state != ItemState::Unseen; }
    /// Neither copied nor, in formats that list what was looked at alone, listed.
    bool isNowhere() const { return !isSeen() && !reference.isEmpty(); }
    /// The name without its suffix.
    QString stem() const;
    /// How files below the folder of pictures name it.
    QString path() const { return reference.isEmpty() ? name : reference; }
};

/// For formats that name only what is there: the answers "no" go, since they cannot be told from concepts that nobody has looked for.
ExportedPicture withoutNo(ExportedPicture picture);

/// Writes the annotations of one view in one format. Called in this order, by one thread: place() at any time,
/// begin(), picture() once for each picture, end(). Whatever fails throws Error, a sentence.
class DataWriter {
public:
    virtual ~DataWriter() = default;
    /// Where below the target the file of a picture belongs, with '/'. Empty: the format does not hold this picture, and picture() is
    /// not called for it.
    virtual QString place(const ExportedPicture& picture) const = 0;
    virtual void begin() {}
    virtual void picture(const ExportedPicture& picture) = 0;
    virtual void end() {}
    /// What of a picture the format holds, up to the rounding of coordinates: what a reader finds again. The rest stands in
    /// DataOutput::cannotHold.
    virtual ExportedPicture held(ExportedPicture picture) const = 0;
    /// The name that the files give a concept, where they cannot hold its own (a folder cannot be called "a/b").
    virtual QString writtenName(size_t label) const = 0;
};

/// What a format is as a target. A constant for each, named in FormatRegistry.cpp.
struct DataOutput {
    QString (*title)(); // "Pascal VOC", translated where it is no name
    bool (*holds)(ViewType type);
    /// What is lost on the way out, one translated sentence each, told before.
    QStringList (*cannotHold)(ViewType type);
    std::unique_ptr<DataWriter> (*make)(TargetFolder& target, const ExportedView& view); // both outlive the writer
    bool needsPictures = false; // they are found by their place, so they cannot stay where they are
    bool namesByStem = false;   // a file is called after each picture: a.jpg and a.png need different names
    bool isFlat = false;        // no folders below those of the format: a/b.jpg needs another name
    bool mirrorsFolders = false; // labels lie in a tree that mirrors "images", so no folder below it may be called so
    bool tellsUnseen = true;    // every program sees that nobody has looked at a picture; else such pictures are left out unless asked for
};

/// Null: no such format, or it writes no data.
const DataOutput* dataOutput(const QString& format);
/// The keys of the formats that data can be written in, in the order in which a person is offered them.
QStringList dataFormats();

extern const DataOutput cocoOutput, createMlOutput, csvOutput, cvatOutput, datumaroOutput, foldersOutput, labelmeOutput, linesOutput, vocOutput, yoloOutput;

} // namespace core
