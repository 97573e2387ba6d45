#include "core/networks/VersionCard.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/networks/Network.h"
#include "core/networks/Weights.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace core {

namespace {

constexpr int newestVersion = 1;
constexpr int architectureRevision = 1;
constexpr qint64 largestCard = 64 << 20; // bytes: hundreds of thousands of concepts
const QString fileName = QStringLiteral("card.json");

QJsonArray toArray(const std::array<float, 3>& values)
{
    return {double(values[0]) / 255, double(values[1]) / 255, double(values[2]) / 255};
}

/// One value that every program of this age prepares pictures with; another one in a card cannot be obeyed.
struct Fixed {
    const char* part;
    const char* key;
    QJsonValue value;
};

const std::vector<Fixed>& fixed()
{
    static const std::vector<Fixed> all{{"input", "channels", QStringLiteral("RGB")}, {"input", "range", QJsonArray{0, 1}}, {"input", "pad", QStringLiteral("centre")},
        {"input", "filter", QStringLiteral("bilinear")}, {"input", "antialias", true}, {"preparation", "orientation", QStringLiteral("exif")},
        {"preparation", "depth_rule", QStringLiteral("full")}, {"preparation", "background", QStringLiteral("#ffffff")}, {"preparation", "crop_margin", 0}};
    return all;
}

QJsonObject inputToJson(const Preparation& preparation)
{
    return {{QStringLiteral("width"), preparation.input.width()}, {QStringLiteral("height"), preparation.input.height()},
        {QStringLiteral("mean"), toArray(preparation.mean)}, {QStringLiteral("std"), toArray(preparation.deviation)},
        {QStringLiteral("resize"), keyOf(preparation.resize)}, {QStringLiteral("crop_share"), preparation.cropShare}, {QStringLiteral("pad_value"), preparation.padValue}};
}

Error unfit(const char* key)
{
    return Error(QCoreApplication::translate("Card", "The card of this version says something that cannot be (%1), so it cannot be loaded. Train a new version.").arg(QLatin1String(key)));
}

/// A number of the card within its range; `otherwise` when it says nothing.
double numberIn(const QJsonObject& json, const char* key, double least, double most, double otherwise)
{
    const auto value = json.value(QLatin1String(key));
    if (value.isUndefined())
        return otherwise;
    const double number = value.toDouble(least - 1);
    if (!(number >= least && number <= most))
        throw unfit(key);
    return number;
}

std::array<float, 3> channelsFrom(const QJsonObject& json, const char* key, double least, const std::array<float, 3>& otherwise)
{
    const auto value = json.value(QLatin1String(key));
    if (value.isUndefined())
        return otherwise;
    std::array<float, 3> channels{};
    const auto array = value.toArray();
    for (int i = 0; i < 3; ++i) {
        const double share = array.at(i).toDouble(-1);
        if (array.size() != 3 || !(share >= least && share <= 1000))
            throw unfit(key);
        channels[size_t(i)] = float(share * 255);
    }
    return channels;
}

Resize resizeFrom(const QJsonValue& json, Resize otherwise)
{
    if (json.isUndefined())
        return otherwise;
    for (const auto resize : {Resize::CentreCrop, Resize::Squash, Resize::FitPad}) {
        if (json.toString() == keyOf(resize))
            return resize;
    }
    throw unfit("resize");
}

/// What the card says of the pictures; what it leaves out is as the network's shape has it.
Preparation preparationFrom(const QJsonObject& card, const NetworkShape& shape)
{
    for (const auto& one : fixed()) {
        const auto value = card.value(QLatin1String(one.part)).toObject().value(QLatin1String(one.key));
        if (!value.isUndefined() && value != one.value)
            throw Error(QCoreApplication::translate("Card", "This version wants its pictures prepared in a way that this program does not know (%1). Open it with the program that trained it.")
                            .arg(QLatin1String(one.key)));
    }
    const auto usual = preparationOf(shape);
    const auto input = card.value(QLatin1String("input")).toObject(), boxes = card.value(QLatin1String("detection")).toObject();
    return {.input = shape.input,
        .resize = resizeFrom(input.value(QLatin1String("resize")), usual.resize),
        .cropShare = numberIn(input, "crop_share", 0.5, 1, usual.cropShare),
        .padValue = int(numberIn(input, "pad_value", 0, 255, usual.padValue)),
        .mean = channelsFrom(input, "mean", 0, usual.mean),
        .deviation = channelsFrom(input, "std", 1e-3, usual.deviation),
        .boxes = {numberIn(boxes, "nms_iou", 0, 1, usual.boxes.overlap), int(numberIn(boxes, "max_boxes", 1, 10'000, usual.boxes.most))}};
}

QJsonArray conceptsToJson(const std::vector<FrozenConcept>& concepts)
{
    QJsonArray array;
    for (const auto& one : concepts)
        array.append(QJsonObject{{QStringLiteral("uuid"), one.uuid.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), one.name},
            {QStringLiteral("index"), int(array.size())}, {QStringLiteral("threshold"), one.threshold}});
    return array;
}

std::vector<FrozenConcept> conceptsFromJson(const QJsonArray& array)
{
    std::vector<FrozenConcept> concepts(size_t(array.size()));
    for (const auto& value : array) {
        const auto one = value.toObject();
        const int index = one.value(QStringLiteral("index")).toInt(-1);
        if (index < 0 || index >= array.size())
            throw Error(QCoreApplication::translate("Card", "The card of this version is damaged: its concepts are not numbered from 0."));
        concepts[size_t(index)] = {QUuid::fromString(one.value(QStringLiteral("uuid")).toString()), one.value(QStringLiteral("name")).toString(),
            one.value(QStringLiteral("threshold")).toDouble(0.5)};
    }
    return concepts;
}

} // namespace

QJsonObject toJson(const VersionCard& card)
{
    QJsonObject json{{QStringLiteral("format"), QStringLiteral("oriel-card")}, {QStringLiteral("version"), newestVersion},
        {QStringLiteral("uuid"), card.uuid.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), card.name},
        {QStringLiteral("program"), QStringLiteral("Oriel " ORIEL_VERSION)}, {QStringLiteral("created"), card.created.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("task"), keyOf(card.shape.type)}, {QStringLiteral("architecture"), card.shape.architecture},
        {QStringLiteral("architecture_revision"), architectureRevision}, {QStringLiteral("parent"), QJsonValue::Null},
        {QStringLiteral("concepts"), conceptsToJson(card.concepts)},
        {QStringLiteral("detection"), QJsonObject{{QStringLiteral("nms_iou"), card.preparation.boxes.overlap}, {QStringLiteral("max_boxes"), card.preparation.boxes.most}}},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("revision"), QString::fromLatin1(card.dataRevision.toHex())}, {QStringLiteral("train"), card.itemsTrain},
            {QStringLiteral("val"), card.itemsValidation}, {QStringLiteral("test"), card.itemsTest}}},
        {QStringLiteral("spec"), card.spec}, {QStringLiteral("metrics"), card.metrics},
        {QStringLiteral("weights"), QJsonObject{{QStringLiteral("file"), card.weightsFile}, {QStringLiteral("sha256"), QString::fromLatin1(card.weightsSha256.toHex())},
            {QStringLiteral("parameters"), card.parameters}}},
        {QStringLiteral("hardware"), QJsonObject{{QStringLiteral("device"), card.device}, {QStringLiteral("name"), card.deviceName},
            {QStringLiteral("answer_type"), card.answerType}}},
        {QStringLiteral("seed"), card.seed}};
    auto input = inputToJson(card.preparation);
    QJsonObject preparation{{QStringLiteral("decoder_revision"), 1}};
    for (const auto& one : fixed())
        (QLatin1String(one.part) == QLatin1String("input") ? input : preparation).insert(QLatin1String(one.key), one.value);
    json.insert(QStringLiteral("input"), input);
    json.insert(QStringLiteral("preparation"), preparation);
    return json;
}

VersionCard cardFromJson(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto part = [&](const char* key) { return json.value(QLatin1String(key)).toObject(); };
    const auto type = viewTypeFromKey(text("task"));
    if (text("format") != QLatin1String("oriel-card") || !type)
        throw Error(QCoreApplication::translate("Card", "The card of this version is not one: it cannot be loaded. Train a new version."));
    if (json.value(QLatin1String("version")).toInt() > newestVersion || json.value(QLatin1String("architecture_revision")).toInt() > architectureRevision)
        throw Error(QCoreApplication::translate("Card", "“%1” was trained by a newer program (%2). Open it with that one.").arg(text("name"), text("program")));
    VersionCard card;
    card.uuid = QUuid::fromString(text("uuid"));
    card.name = text("name");
    card.created = QDateTime::fromString(text("created"), Qt::ISODate);
    card.concepts = conceptsFromJson(json.value(QLatin1String("concepts")).toArray());
    const auto input = part("input");
    card.shape = {text("architecture"), *type, int(card.concepts.size()),
        QSize(int(numberIn(input, "width", 1, largestSide, 0)), int(numberIn(input, "height", 1, largestSide, 0)))};
    card.preparation = preparationFrom(json, card.shape);
    const auto data = part("data"), weights = part("weights"), hardware = part("hardware");
    card.dataRevision = QByteArray::fromHex(data.value(QLatin1String("revision")).toString().toLatin1());
    card.itemsTrain = data.value(QLatin1String("train")).toInt();
    card.itemsValidation = data.value(QLatin1String("val")).toInt();
    card.itemsTest = data.value(QLatin1String("test")).toInt();
    card.spec = part("spec");
    card.metrics = part("metrics");
    card.weightsFile = weights.value(QLatin1String("file")).toString(card.weightsFile);
    if (card.weightsFile.isEmpty() || card.weightsFile.contains(QLatin1Char('/')) || card.weightsFile.contains(QLatin1Char('\\')))
        throw unfit("file"); // a file beside the card, nowhere else
    card.weightsSha256 = QByteArray::fromHex(weights.value(QLatin1String("sha256")).toString().toLatin1());
    card.parameters = weights.value(QLatin1String("parameters")).toDouble();
    card.device = hardware.value(QLatin1String("device")).toString();
    card.deviceName = hardware.value(QLatin1String("name")).toString();
    card.answerType = hardware.value(QLatin1String("answer_type")).toString(card.answerType);
    card.seed = json.value(QLatin1String("seed")).toInt(1);
    return card;
}

std::shared_ptr<Network> loadNetwork(const QString& folder, const VersionCard& card)
{
    const QString path = QDir(folder).filePath(card.weightsFile);
    const auto weights = readSafetensors(path);
    if (leastWeightBytes(card.shape) > QFileInfo(path).size())
        throw Error(QCoreApplication::translate("Card", "The card of “%1” names %Ln concept(s), more than its weights file %2 can hold: they do not belong together. Train a new version.",
                                                nullptr, card.shape.concepts).arg(card.name, QDir::toNativeSeparators(path)));
    auto network = buildNetwork(card.shape);
    loadTensors(*network, weights, Missing::Refuse);
    network->prepareAs(card.preparation);
    network->eval();
    return network;
}

void writeCard(const QString& folder, const VersionCard& card)
{
    const QString path = QDir(folder).filePath(fileName);
    if (QFileInfo(path).isSymLink())
        QFile::remove(path); // a link is replaced, never written through
    QSaveFile file(path);    // writes beside it, syncs, renames
    const QByteArray text = QJsonDocument(toJson(card)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throw Error(QCoreApplication::translate("Card", "The card of the version could not be saved to %1 : %2. The weights beside it are unharmed.")
                        .arg(QDir::toNativeSeparators(path), whyNotWritten(path, file.errorString())));
}

VersionCard readCard(const QString& folder)
{
    const QString path = QDir(folder).filePath(fileName);
    QFile file(path);
    const QFileInfo info(path); // looked at first: opening a pipe would wait for ever, and a folder gives the system no words
    const QString why = !info.exists() ? QCoreApplication::translate("Card", "there is no such file")
        : !info.isFile()               ? QCoreApplication::translate("Card", "it is no ordinary file")
        : file.open(QIODevice::ReadOnly) ? QString()
                                         : file.errorString();
    if (!why.isEmpty())
        throw Error(QCoreApplication::translate("Card", "The card of the version, %1, cannot be read (%2). Without it the weights cannot be used; train a new version.")
                        .arg(QDir::toNativeSeparators(path), why));
    const auto document = file.size() <= largestCard ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject())
        throw Error(QCoreApplication::translate("Card", "The card of the version, %1, is damaged. Train a new version.").arg(QDir::toNativeSeparators(path)));
    return cardFromJson(document.object());
}

} // namespace core
