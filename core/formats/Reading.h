#pragma once

#include "core/formats/DataWriter.h"
#include "core/formats/Predictions.h"
#include "core/formats/SourceTree.h"
#include "core/formats/TextFile.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QSize>

#include <functional>
#include <memory>
#include <vector>

namespace core {

/// A box as its file writes it, in the frame of the file; corners in any order, possibly not numbers.
struct RawBox {
    QString conceptName;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    int flags = 0;
    int line = 0;
    std::optional<double> score = {};     // given: it is a draft
    std::optional<double> threshold = {}; // of a draft
};

/// What a reader knows of one picture before the picture itself was opened.
struct RawRecord {
    SourceRecord record;       // path, split, labels, answers, drafts of the whole picture, hasRecord, sourceId; the rest comes from the picture
    QSize stated;              // the size the source says, or empty
    std::vector<RawBox> boxes;
    double lowOffset = 0;      // added to the lower corner after the checks on what is written (VOC: −1)
    bool relative = false;     // boxes are shares 0..1 of the upright picture
    QString file;              // of the annotation, for issues
    QString draftFile;         // of the boxes with a score, where it is another one
    int refused = 0;           // annotations of this picture that were left out before they came here
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
    /// Adds the concept to the list if new, and returns its name in the first spelling; a second spelling is told once, with the
    /// place that was given. Empty when nothing of the name can be read: finish() rejects what carries such a name.
    QString conceptNamed(const QString& written, const QString& file = {}, int line = 0);
    /// A row of the report. Of one code and file the first thousand are kept, the others are counted in one row more.
    void issue(ImportIssue::Level level, const QString& code, const QString& file, int line = 0, const QString& detail = {});
    /// One annotation that is left out before it reached a record: counted as read and rejected, with a row.
    void reject(const QString& code, const QString& file, int line, const QString& detail = {});
    /// The same for an annotation of a known picture: when nothing else is said about it, the picture stays unseen.
    void reject(RawRecord& raw, const QString& code, const QString& file, int line, const QString& detail = {});
    /// The text of a file of the source, which counts as taken. Nothing and one rejected row when it cannot be read.
    std::optional<TextFile> text(const QString& absolutePath);
    /// A file that is no picture was read, or was named in a row already; what nobody takes is named at the end (Leftovers.h).
    void took(const QString& relative) { m_taken.insert(relative); }
    bool isTaken(const QString& relative) const { return m_taken.contains(relative); }
    /// A file of the source points to a folder outside of it (or to pictures there), which is not read: counts what lies there, within
    /// seconds, and adds a rejected row.
    void leaveOutside(const QString& file, const QString& folder);
    void leaveOutside(const QString& file, const QStringList& pictures);
    /// Adds the pictures below the root that no record names, as unseen ones; `accept` may refuse some.
    void addOtherPictures(const std::function<bool(const QString& relative)>& accept = {});
    /// Where every score of the source is exactly 1, its program writes it behind what a person drew, and it says nothing.
    void dropSureScores();
    /// A second task of the source over the same pictures, which goes to a view of its own; made if new. It has its own concepts, records
    /// and rows; files and other pictures are this reading's. The reference holds as long as this reading.
    Reading& further(const QString& name, ViewType type);
    /// The further one for what a source that may hold boxes says of whole pictures. Its type, and which of the two tasks is the first, is
    /// decided by settleTasks(), once everything is read.
    Reading& labels();
    void settleTasks();
    const std::vector<std::unique_ptr<Reading>>& furtherOnes() const { return m_further; }
    /// Pictures without a split get the one that a folder above them, or above their annotation file, is called after.
    void takeSplitsOfFolders();
    /// The way of formats whose files stand alone: each is read by `readOne`, one that is broken is a row and costs the others nothing,
    /// and then everything is settled, other pictures and splits of folders included.
    void readFiles(const QStringList& files, const std::function<void(const QString& file)>& readOne);
    /// Adds the rows that tell how many were only counted.
    void closeIssues();

    SourceData data;
    std::vector<RawRecord> records;
    bool findOddFiles = false;

private:
    void addOutside(const OutsidePlace& place);

    SourceTree m_tree;
    const SourceListener& m_listener;
    QHash<QString, size_t> m_places;
    QHash<QString, QString> m_conceptNames; // name key -> first spelling
    QSet<QString> m_joined;                 // other spellings that were told
    QSet<QString> m_taken;
    QMap<QString, qint64> m_rows;           // level, code and file -> rows so far
    QSet<size_t> m_missing;                 // hashes of the names of pictures that are not there
    std::vector<std::unique_ptr<Reading>> m_further;
    Reading* m_labels = nullptr; // one of them
};

struct Detection {
    int score = 0; // 0: not this format; 100: certainly
    QString evidence;
};

/// One format. `key` is written in project files and never changes. A new format is one file and one line in FormatRegistry.cpp.
struct FormatEntry {
    const char* key;
    Detection (*detect)(const SourceTree& tree); // null, as `read`: only predictions are written in it
    void (*read)(Reading& reading);
    std::unique_ptr<PredictionWriter> (*write)(const PredictionSource& source) = nullptr; // of predictions; null: none
    const DataOutput* output = nullptr; // of data; null: none
};

const std::vector<FormatEntry>& formatEntries();

bool isPictureName(const QString& name);
/// The split that a file or folder name speaks of ("instances_train2017", "valid"), or none.
std::optional<Split> splitInName(const QString& name);
/// NFC, trimmed, without control characters, at most 200 code points.
QString cleanName(const QString& written);

/// Opens each picture (header and hash, in parallel), applies size and box rules and makes the plain records of it: those of the
/// reading, then those of its further tasks.
std::vector<SourceData> finish(Reading& reading, const SourceOptions& options, const SourceListener& listener);

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
Detection detectVia(const SourceTree& tree);
void readVia(Reading& reading);
Detection detectLabelme(const SourceTree& tree);
void readLabelme(Reading& reading);
Detection detectCvat(const SourceTree& tree);
void readCvat(Reading& reading);
Detection detectDatumaro(const SourceTree& tree);
void readDatumaro(Reading& reading);
Detection detectCreateMl(const SourceTree& tree);
void readCreateMl(Reading& reading);
Detection detectLines(const SourceTree& tree);
void readLines(Reading& reading);
Detection detectStudio(const SourceTree& tree);
void readStudio(Reading& reading);
Detection detectVulcan(const SourceTree& tree);
void readVulcan(Reading& reading);
Detection detectPictures(const SourceTree& tree);
void readPictures(Reading& reading);

} // namespace core
