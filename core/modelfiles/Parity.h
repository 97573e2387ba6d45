#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/modelfiles/ModelFile.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace core {

/// How a written file answers beside the network it was written from.
struct ParityReport {
    QString runtime;            // that ran the file; empty: none did
    QString obstacle;           // why the file could not be judged, a sentence for a person; empty: it was judged
    int pictures = 0;           // compared
    double scoreDifference = 0; // the largest
    double scoreLimit = 1e-3;
    double boxShift = 0;        // detection: the largest move of a side, px of the input
    QStringList changed;        // paths of the pictures on which the decision (scores against thresholds) is another one

    bool isProved() const { return obstacle.isEmpty() && pictures > 0 && scoreDifference <= scoreLimit && changed.isEmpty(); }
};

/// "Largest score difference 0.00003; changed decisions 0 of 32. Passed."
QString sentenceOf(const ParityReport& report, ViewType type);
QJsonObject toJson(const ParityReport& report);

/// The largest score difference that a file of this kind may have.
double scoreLimitOf(const ModelFileOptions& options);

/// Whether two answers come to the same: the best concept, the tags, or the boxes that reach their thresholds (of the same concept, IoU at
/// least 0.9). Pure.
bool isSameDecision(ViewType type, const std::vector<FrozenConcept>& concepts, const Prediction& one, const Prediction& other);

/// Answers the pictures with the network (exact, in 32 bits) and with the file as a fresh runtime reads it, and compares. Pictures that
/// cannot be read are passed over. Never throws because of the file: that is the report's obstacle.
ParityReport checkParity(const QString& file, Network& network, const VersionCard& card, const ModelFileOptions& options, const QStringList& pictures,
                         const std::function<void(int done)>& progressed = {}, const std::function<bool()>& isCanceled = {});

} // namespace core
