#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <QSize>
#include <QString>

#include <memory>
#include <optional>

namespace cli {

/// What all rows of a prediction output have in common.
struct PredictionSource {
    core::ViewType type = core::ViewType::Classification;
    QString view;
    QString version;
    std::vector<core::FrozenConcept> concepts;
};

/// One predicted picture.
struct PredictedPicture {
    QString path; // as given or found
    QSize size;   // upright, px
    core::Prediction prediction;
    QString sourceId; // COCO image id, when the project knows one
};

/// Text of predictions in one of the formats oriel, coco, csv: what stands before, for each picture, and after. Pure.
class PredictionFormat {
public:
    virtual ~PredictionFormat() = default;
    virtual QByteArray begin() const { return {}; }
    virtual QByteArray picture(const PredictedPicture& picture) = 0;
    virtual QByteArray end() const { return {}; }
};

/// `key`: oriel (one line with a JSON object a picture), coco (results JSON), csv.
std::unique_ptr<PredictionFormat> predictionFormat(const QString& key, const PredictionSource& source);

} // namespace cli
