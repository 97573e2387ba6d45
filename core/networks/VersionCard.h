#pragma once

#include "core/dataset/Model.h"
#include "core/networks/NetworkRegistry.h"
#include "core/networks/Preparation.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

/// What a version folder says about itself (card.json): with the weights beside it, the network can be built again, pictures prepared as
/// its training prepared them, and its answers read.
struct VersionCard {
    QUuid uuid;
    QString name;
    QDateTime created;
    NetworkShape shape; // shape.concepts = concepts.size()
    Preparation preparation; // preparation.input = shape.input
    std::vector<FrozenConcept> concepts;
    QByteArray dataRevision;
    int itemsTrain = 0, itemsValidation = 0, itemsTest = 0;
    QJsonObject spec;
    QJsonObject metrics;
    QString weightsFile = QStringLiteral("weights.safetensors");
    QByteArray weightsSha256; // of the file; empty: not checked
    double parameters = 0;
    QString device, deviceName;
    QString answerType = QStringLiteral("float32"); // of the activations when it answers, as keyOf(torch::ScalarType) says
    int seed = 1;
};

QJsonObject toJson(const VersionCard& card);
/// Throws Error when the card is not one, from a newer program, names an architecture this one does not know, or asks for something that
/// cannot be: a side, a share or a count out of its range, or a way to prepare pictures that this program does not have.
VersionCard cardFromJson(const QJsonObject& json);

/// A network of the card's shape and preparation with the weights of `folder`, in eval mode, on the CPU. Checks what the card claims
/// against the weights file before it takes memory. Throws Error with a sentence.
std::shared_ptr<Network> loadNetwork(const QString& folder, const VersionCard& card);

/// `folder`/card.json, written beside it, synced, renamed. Both throw Error with a sentence.
void writeCard(const QString& folder, const VersionCard& card);
VersionCard readCard(const QString& folder);

} // namespace core
