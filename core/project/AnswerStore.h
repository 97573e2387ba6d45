#pragma once

#include "core/dataset/View.h"
#include "core/dataset/Model.h"
#include "core/inference/PredictionStream.h"

#include <QTemporaryFile>

#include <functional>
#include <mutex>
#include <vector>

namespace core {

/// The answers of a prediction, on the disk: memory holds 16 bytes of each, so a million of them cost as much as a few photographs.
/// The file has no name and goes with the object, or with the program. Safe on any thread: one appends while another reads.
class AnswerStore {
public:
    enum class Order { Name, Score, Uncertainty };

    /// One answer as it is kept. Pixels of a film's picture are kept with it, reduced, since they lie in no file of their own.
    struct Answer {
        QString name;
        Region region;      // path and crop; size and time of the file, for its thumbnail
        QImage picture;     // of a film or the clipboard: longest side at most 960 px; else null
        QSize size;         // upright, px, of the picture that boxes speak of; empty after a failure
        Prediction prediction;
        QString failure;
        double seconds = -1; // in its film
    };
    /// What was found of one concept.
    struct Tally {
        qint64 pictures = 0; // with at least one answer
        qint64 answers = 0;  // boxes, or pictures
    };

    /// `folder`: where the file lies; empty: where the system keeps temporary files. Throws Error when none can be made.
    AnswerStore(const QString& folder, ViewType type, std::vector<FrozenConcept> concepts);

    ViewType type() const { return m_type; }
    const std::vector<FrozenConcept>& concepts() const { return m_concepts; }

    /// Throws Error: the disk refuses. What was appended before stays.
    void append(const AnsweredPicture& answered);
    int size() const;
    /// Throws Error when it cannot be read back.
    Answer at(int index) const;

    /// All indexes, pictures that could not be read last: as they came; the surest first; the most doubtful first, which are those with
    /// an answer nearest to its threshold (classification: whose best two are nearest to each other).
    std::vector<int> ordered(Order order) const;
    /// Of each concept, with these thresholds. Reads all answers: for a job. Stops early when `isCanceled`.
    std::vector<Tally> tally(const std::vector<double>& thresholds, const std::function<bool()>& isCanceled = {}) const;

private:
    struct Entry {
        qint64 at = 0;
        float sureness = 0; // best score, 0..1; below 0: a failure
        float doubt = 0;    // 0..1
    };
    QByteArray readAt(int index) const;
    Entry rated(const AnsweredPicture& answered) const;

    ViewType m_type;
    std::vector<FrozenConcept> m_concepts;
    mutable std::mutex m_mutex; // of file and entries
    mutable QTemporaryFile m_file;
    qint64 m_end = 0;
    std::vector<Entry> m_entries;
};

} // namespace core
