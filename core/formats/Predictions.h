#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <QSize>
#include <QStringList>

#include <memory>
#include <vector>

namespace core {

/// What all rows of a prediction output have in common.
struct PredictionSource {
    ViewType type = ViewType::Classification;
    QString view;
    QString version;
    std::vector<FrozenConcept> concepts;
    QStringList conceptIds; // of each concept: the id its source gave it, as JSON (7 or "a7"), or empty
};

/// One predicted picture.
struct PredictedPicture {
    QString path; // as given or found
    QSize size;   // upright, px
    Prediction prediction;
    QString sourceId; // the id its source gave the picture, as JSON, or empty
};

/// Text of predictions in one format: what stands before, for each picture, and after. Pure.
class PredictionWriter {
public:
    virtual ~PredictionWriter() = default;
    virtual QByteArray begin() const { return {}; }
    virtual QByteArray picture(const PredictedPicture& picture) = 0;
    virtual QByteArray end() const { return {}; }
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
