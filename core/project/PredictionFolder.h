#pragma once

#include "core/formats/Predictions.h"
#include "core/inference/PredictionStream.h"

#include <QFile>
#include <QHash>
#include <QJsonObject>
#include <QLockFile>
#include <QSet>

#include <memory>
#include <vector>

namespace core {

/// What a prediction writes besides showing its answers.
struct PredictionOutputs {
    QString folder;  // empty: nothing is written
    QString table;   // "csv", "oriel" (a JSON object a line), "coco"; empty: none
    bool drawn = false;   // pictures with the boxes in them, below drawn/
    bool blurred = false; // pictures with what is in the boxes made unrecognisable, below blurred/
    bool crops = false;   // what is in each box, below crops/<concept>/
    bool labels = true;   // of drawn boxes
    bool scores = true;   // in the labels

    bool needsPixels() const { return drawn || blurred || crops; }
    bool isEmpty() const { return folder.isEmpty() || (table.isEmpty() && !needsPixels()); }
};

/// The folder that the results of a prediction go into, which can be gone on with: what was answered is noted in oriel-run.jsonl after it
/// is written, so the same prediction into the same folder skips it, and half a line that a full disk left is cut off. Nothing else in
/// the folder is touched: one that holds other things is refused, and so is one that holds another prediction.
/// Every write is checked. One thread at a time, and one program: a lock in the folder keeps others out.
class PredictionFolder {
public:
    /// `colours`: palette index of each concept. `run`: what must be equal for a run to go on. Makes the folder. Throws Error with a sentence.
    PredictionFolder(const PredictionOutputs& outputs, const PredictionSource& source, std::vector<int> colours, const QJsonObject& run);
    ~PredictionFolder();

    /// Answered by an earlier run. These three may be asked on any thread.
    bool isDone(const QString& name) const { return m_done.contains(name); }
    qint64 doneBefore() const { return m_done.size(); }
    /// And its file is another one by now.
    bool isOutdated(const AskedPicture& asked) const;

    /// Writes what belongs to these answers; failures are left out, to be tried again by the next run. Throws Error: the disk refuses.
    /// What was written before stays and is complete. `sourceIds`: of pictures, for COCO.
    void write(const std::vector<AnsweredPicture>& answers);
    /// Ends the files and sends them to the disk. Throws Error.
    void finish();

private:
    struct Made;
    void resume(const QByteArray& header);
    void begin(const QByteArray& header);
    Made made(const AnsweredPicture& answer, const QString& name) const;
    QString fileNameFor(const AskedPicture& asked);
    void save(const QString& path, const QByteArray& bytes) const;
    void append(QFile& file, const QByteArray& bytes) const;
    [[noreturn]] void refuse(const QString& path, const QString& systemSays) const;

    PredictionOutputs m_outputs;
    PredictionSource m_source;
    std::vector<int> m_colours;
    std::unique_ptr<PredictionWriter> m_writer; // null: no table
    std::unique_ptr<QLockFile> m_lock;
    QFile m_table;
    QFile m_journal;
    QHash<QString, qint64> m_done; // by earlier runs: name -> time of its file, ms; the same while this run goes on
    QSet<size_t> m_files;          // hashes of the names of pictures that were given
};

} // namespace core
