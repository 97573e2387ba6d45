#pragma once

#include "core/dataset/Split.h"
#include "core/dataset/View.h"
#include "core/formats/ImportIssue.h"
#include "core/pictures/PictureFile.h"

#include <QHash>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// A box as a source has it, in pixels of the oriented picture (already turned, scaled, clipped).
struct SourceBox {
    QString conceptName;
    QRectF rect;
    int flags = 0; // BoxFlag
    int line = 0;
};

/// What a source proposes with a score: a prediction, which a person looks at before it counts.
struct SourceDraft {
    QString conceptName;
    std::optional<QRectF> rect;      // of a box, as in SourceBox; absent: of the whole picture
    double score = 0;                // 0..1
    std::optional<double> threshold; // from which on its source takes it for true
    int line = 0;
};

/// One picture of a source and what the source says about it.
struct SourceRecord {
    QString path;                 // absolute
    QString relativePath;         // below `root`, '/'
    QString root;                 // absolute; empty: SourceData::root
    std::optional<Split> split;   // as the source gives it
    bool hasRecord = false;       // the source says something (even "nothing there"): no record = unseen
    QStringList labels;           // concepts that hold (folders, CSV)
    std::vector<std::pair<QString, bool>> answers; // multi-label columns: concept, yes; not named: unseen
    std::vector<SourceBox> boxes;
    std::vector<SourceDraft> drafts; // never annotation: a picture of which only drafts are known is unseen
    QString group;                // pictures of one group show nearly the same and are never parted by a split; empty: none
    QString sourceId;             // COCO image_id, as JSON: 7 or "a7"
    PictureHeader header;
    qint64 bytes = 0;
    qint64 mtimeNs = 0;
    QByteArray sha256;
    int decoded = 0;              // the decoder revision with which it was decoded as a whole; 0: only its header was read
    bool odd = false;             // odd_file
    bool truncated = false;
    bool isDoubtful = false;      // all that was said of it was rejected: nobody knows what it shows, and hasRecord is false
};

/// A place outside of the source's own folder to which one of its files points. It is read only when that was allowed.
struct OutsidePlace {
    QString file;        // of the source, relative
    QString place;       // absolute folder
    qint64 pictures = 0;
    bool isMore = false; // counting ended before all were counted
};
QString sentenceOf(const OutsidePlace& place); // translated

/// Everything read from one source, nothing of it in a project yet.
struct SourceData {
    QString format;     // "folders", "voc", "coco", "yolo", "csv", "pictures"
    QString evidence;   // translated: how it was recognised
    QString name;       // proposed view or project name
    bool isPart = false; // of a set of that name, whose splits were named one by one
    bool isFurther = false; // a second task over the pictures of the source before it, for a view of its own
    bool namesView = false; // the name is that of a view, as the source itself gives it
    QString place;      // absolute: what the person named
    QString root;       // absolute folder the relative paths start from
    std::optional<ViewType> type; // proposed; absent: pictures alone
    QStringList concepts; // in the order of the source
    std::vector<SourceRecord> records;
    std::vector<ImportIssue> issues;
    std::vector<OutsidePlace> outside; // left out
    QHash<QString, QString> conceptIds; // concept -> the id its source gives it, as JSON: 7 or "a7" (COCO category_id)
    int picturesMissing = 0;        // that annotations speak of and that are not there
    qint64 annotationsRead = 0;     // boxes, labels and drafts the source held, rejected ones included
    qint64 annotationsRejected = 0;
    qint64 annotationsRepeated = 0;
};

/// What the ids of earlier sources mean in a project: a file of predictions may name its pictures and classes by nothing else.
/// Ids are JSON (7 or "a7"); one that means two things is left out.
struct KnownIds {
    QHash<QString, QString> pictures; // id -> absolute path
    QHash<QString, QString> concepts; // id -> name
};

/// How a film becomes pictures.
struct FrameOptions {
    double perSecond = 1;       // 0.1 to 60; 0: every frame
    bool skipsNearEqual = true; // frames that show what the last one showed
    bool operator==(const FrameOptions&) const = default;
};

struct SourceOptions {
    QString format = QStringLiteral("auto");
    std::optional<Split> split; // all of it goes there
    QHash<QString, Split> splitOfName; // --split-file: file name or path below the source
    bool decodes = false; // each picture is decoded once, so that what only its header promises is rejected; else its header is read alone
    std::optional<ViewType> target;    // of the view that it is brought into, where that is known: one folder alone may be a class
    bool followsOutside = false;       // pictures that a file of the source names outside of the source's own folder are read
    FrameOptions frames;
    bool copies = false; // pictures are copied below unpackTo, and come into the project from there
    QString unpackTo; // absolute folder that archives, films, and pictures that lie in files of text, are unpacked below; empty: they are not read
    std::function<KnownIds()> knownIds; // asked when a source needs it, on the reading thread; may be empty
};

struct SourceListener {
    std::function<void(const QString& step, qint64 done, qint64 total)> progressed; // may be called from any thread
    std::function<bool()> isCanceled;
};

/// Recognises and reads sources: pictures, folders, annotation files. Each picture's header and hash are read too
/// (in parallel). A source of several tasks gives a SourceData for each, the further ones right behind the first. One of several sources that is of no use is a row of the report. Throws Error when nothing can be read; returns what was read so far when cancelled.
std::vector<SourceData> readSources(const QStringList& paths, const SourceOptions& options, const SourceListener& listener);

/// The words of SourceOptions::format: "auto", then each format that is read.
QStringList readableFormats();

} // namespace core
