#pragma once

#include "core/networks/Network.h"
#include "core/networks/VersionCard.h"
#include "core/networks/Weights.h"
#include "core/pictures/PictureFile.h"

#include <QDir>

/// A version folder with a network of fresh weights and the concepts red and blue: what it answers is nonsense, but always the same nonsense.
inline core::VersionCard makeFreshVersion(const QString& folder, core::ViewType type, QSize input = {64, 64})
{
    QDir().mkpath(folder);
    torch::manual_seed(3);
    core::VersionCard card{.uuid = QUuid::createUuid(), .name = QStringLiteral("v1"), .created = QDateTime::currentDateTimeUtc()};
    card.shape = {.architecture = QStringLiteral("efficientnet-lite0"), .type = type, .concepts = 2, .input = input};
    card.concepts = {{.uuid = QUuid::createUuid(), .name = QStringLiteral("red"), .threshold = 0.25}, {.uuid = QUuid::createUuid(), .name = QStringLiteral("blue")}};
    card.preparation = core::preparationOf(card.shape);
    const auto network = core::buildNetwork(card.shape);
    core::writeSafetensors(folder + QStringLiteral("/weights.safetensors"), core::tensorsOf(*network));
    card.weightsSha256 = core::PictureFile::sha256OfFile(folder + QStringLiteral("/weights.safetensors"));
    core::writeCard(folder, card);
    return card;
}
