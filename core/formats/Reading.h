#pragma once

#include "core/formats/Source.h"

#include <QHash>
#include <QSize>

#include <functional>
#include <vector>

namespace core {

/// A box as its file writes it, in the frame of the file; corners in any order, possibly not numbers.
struct RawBox {
    QString conceptName;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    int flags = 0;
    int line = 0;
};

/// What a reader knows of one picture before the picture itself was opened.
struct RawRecord {
    SourceRecord record;       // path, split, labels, answers, hasRecord, sourceId; the rest comes from the picture
    QSize stated;              // the size the source says, or empty
    std::vector<RawBox> boxes;
    double lowOffset = 0;      // added to the lower corner after the checks on what is written (VOC: −1)
    bool relative = false;     // boxes are shares 0..1 of the upright picture
    QString file;              // of the annotation, for issues
};

/// The files below one source, listed once. For an annotation file the folder that holds its pictures is listed on demand.
struct SourceTree {
    QString given;      // as the person named it, absolute
    QString root;       // absolute folder
    bool isFile = false;
    QStringList files;  // below root, '/', sorted; empty when isFile

    QStringList withSuffix(const QStringList& suffixes) const; // of files; a file source: itself if it fits
    QString absolute(const QString& relative) const { return root + QLatin1Char('/') + relative; }
};

/// What one reader fills. Pictures named twice become one record.
class Reading {
public:
    Reading(SourceTree tree, const SourceListener& listener);

    const SourceTree& tree() const { return m_tree; }
    bool isCanceled() const { return m_listener.isCanceled && m_listener.isCanceled(); }
    void progress(qint64 done, qint64 total) const;

    /// The record of the picture, made if new. The reference holds until the next call.
    RawRecord& record(const QString& absolutePath);
    bool holds(const QString& absolutePath) const { return m_places.contains(absolutePath); }
    /// Adds the concept to the list if new, and returns its name in the first spelling.
    QString conceptNamed(const QString& written);
    void issue(ImportIssue::Level level, const QString& code, const QString& file, int line = 0, const QString& detail = {});
    /// One annotation that is left out before it reached a record: counted as read and rejected, with a row.
    void reject(const QString& code, const QString& file, int line, const QString& detail = {});
    /// Adds the pictures below the root that no record names, as unseen ones; `accept` may refuse some.
    void addOtherPictures(const std::function<bool(const QString& relative)>& accept = {});

    SourceData data;
    std::vector<RawRecord> records;
    bool findOddFiles = false;

private:
    SourceTree m_tree;
    const SourceListener& m_listener;
    QHash<QString, size_t> m_places;
    QHash<QString, QString> m_conceptNames; // name key -> first spelling
};

struct Detection {
    int score = 0; // 0: not this format; 100: certainly
    QString evidence;
};

/// One source format. `key` is written in project files and never changes. A new format is one file and one line in FormatRegistry.cpp.
struct FormatEntry {
    const char* key;
    Detection (*detect)(const SourceTree& tree);
    void (*read)(Reading& reading);
};

const std::vector<FormatEntry>& formatEntries();

bool isPictureName(const QString& name);
/// The split that a file or folder name speaks of ("instances_train2017", "valid"), or none.
std::optional<Split> splitInName(const QString& name);
/// NFC, trimmed, without control characters, at most 200 code points.
QString cleanName(const QString& written);

/// Opens each picture (header and hash, in parallel), applies size and box rules and makes the plain records of it.
SourceData finish(Reading& reading, const SourceOptions& options, const SourceListener& listener);

// The readers, a file each.
Detection detectFolders(const SourceTree& tree);
void readFolders(Reading& reading);
Detection detectVoc(const SourceTree& tree);
void readVoc(Reading& reading);
Detection detectCoco(const SourceTree& tree);
void readCoco(Reading& reading);
Detection detectYolo(const SourceTree& tree);
void readYolo(Reading& reading);
Detection detectCsv(const SourceTree& tree);
void readCsv(Reading& reading);
Detection detectPictures(const SourceTree& tree);
void readPictures(Reading& reading);

} // namespace core
