#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <QSize>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// What all rows of a prediction output have in common.
struct PredictionSource {
    ViewType type = ViewType::Classification;
    QString view;
    QString version;
    QString versionUuid;
    std::vector<FrozenConcept> concepts; // with the thresholds that count here
    QStringList conceptIds; // of each concept: the id its source gave it, as JSON (7 or "a7"), or empty
};

/// One predicted picture.
struct PredictedPicture {
    QString path; // as given or found; of a film: with the number of the picture behind a '#'
    QSize size;   // upright, px
    Prediction prediction;
    QString sourceId;     // the id its source gave the picture, as JSON, or empty
    QByteArray sha256;    // of the file, or empty while it is not known
    qint64 frame = -1;    // in its film
    double seconds = -1;  // in its film
};

/// One answer about one picture: a concept of the whole image, or a box.
struct PredictedAnswer {
    int label = 0;
    double score = 0;
    bool isPredicted = false; // reaches its threshold; else it is discarded
    std::optional<QRectF> box; // px of the upright picture
};

/// All answers by falling score, ties in the order of the concepts. Classification predicts its best concept alone, if that reaches
/// its threshold.
std::vector<PredictedAnswer> answersOf(ViewType type, const std::vector<FrozenConcept>& concepts, const Prediction& prediction);

/// Text of predictions in one format: what stands before, for each picture, and after. Pure.
class PredictionWriter {
public:
    virtual ~PredictionWriter() = default;
    virtual QByteArray begin() const { return {}; }
    virtual QByteArray picture(const PredictedPicture& picture) = 0;
    virtual QByteArray end() const { return {}; }
    /// Goes on after begin() and, when `hasPictures`, pictures that were written by an earlier run.
    virtual void resumed(bool) {}
};

/// `key`: oriel (one line with a JSON object a picture), coco (results JSON), csv; null when the format writes none.
std::unique_ptr<PredictionWriter> predictionWriter(const QString& key, const PredictionSource& source);
/// The keys of the formats that predictions can be written in.
QStringList predictionFormats();

// The writers, named in FormatRegistry.cpp.
std::unique_ptr<PredictionWriter> writeOriel(const PredictionSource& source);
std::unique_ptr<PredictionWriter> writeCoco(const PredictionSource& source);
std::unique_ptr<PredictionWriter> writeCsv(const PredictionSource& source);

} // namespace core
