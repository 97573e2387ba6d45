#pragma once

#include "core/dataset/Model.h"
#include "core/networks/NetworkRegistry.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

/// What a version folder says about itself (data.md 6.1): with the weights beside it, the network can be built again and its answers read.
struct Card {
    QUuid uuid;
    QString name;
    QDateTime created;
    NetworkShape shape; // shape.concepts = concepts.size()
    std::vector<FrozenConcept> concepts;
    QByteArray dataRevision;
    int itemsTrain = 0, itemsValidation = 0, itemsTest = 0;
    QJsonObject spec;
    QJsonObject metrics;
    QString weightsFile = QStringLiteral("weights.safetensors");
    QByteArray weightsSha256; // of the file; empty: not checked
    double parameters = 0;
    QString device, deviceName;
    int seed = 1;
};

QJsonObject toJson(const Card& card);
/// Throws Error when the card is not one, from a newer program, or names an architecture this one does not know.
Card cardFromJson(const QJsonObject& json);

/// `folder`/card.json, written as .part, synced, renamed. Both throw Error with a sentence.
void writeCard(const QString& folder, const Card& card);
Card readCard(const QString& folder);

} // namespace core
