#include "core/networks/Card.h"

#include "core/base/Error.h"
#include "core/networks/PictureTensor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace core {

namespace {

constexpr int newestVersion = 1;
constexpr int architectureRevision = 1;
const QString fileName = QStringLiteral("card.json");

QJsonArray toArray(const std::array<float, 3>& values)
{
    return {double(values[0]) / 255, double(values[1]) / 255, double(values[2]) / 255};
}

/// How a picture comes to the input's size: see PictureTensor.
QString resizeOf(ViewType type)
{
    switch (type) {
    case ViewType::Classification: return QStringLiteral("centre_crop");
    case ViewType::Tagging: return QStringLiteral("squash");
    case ViewType::Detection: break;
    }
    return QStringLiteral("fit_pad");
}

QJsonObject inputToJson(const NetworkShape& shape)
{
    const auto& entry = networkEntry(shape.architecture);
    return {{QStringLiteral("width"), shape.input.width()}, {QStringLiteral("height"), shape.input.height()},
        {QStringLiteral("channels"), QStringLiteral("RGB")}, {QStringLiteral("range"), QJsonArray{0, 1}},
        {QStringLiteral("mean"), toArray(entry.mean)}, {QStringLiteral("std"), toArray(entry.deviation)},
        {QStringLiteral("resize"), resizeOf(shape.type)},
        {QStringLiteral("crop_share"), shape.type == ViewType::Classification ? PictureTensor::cropShare : 1.0}, {QStringLiteral("pad"), QStringLiteral("centre")},
        {QStringLiteral("pad_value"), 127}, {QStringLiteral("filter"), QStringLiteral("bilinear")}, {QStringLiteral("antialias"), true}};
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

QJsonObject toJson(const Card& card)
{
    return {{QStringLiteral("format"), QStringLiteral("oriel-card")}, {QStringLiteral("version"), newestVersion},
        {QStringLiteral("uuid"), card.uuid.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), card.name},
        {QStringLiteral("program"), QStringLiteral("Oriel " ORIEL_VERSION)}, {QStringLiteral("created"), card.created.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("task"), keyOf(card.shape.type)}, {QStringLiteral("architecture"), card.shape.architecture},
        {QStringLiteral("architecture_revision"), architectureRevision}, {QStringLiteral("parent"), QJsonValue::Null},
        {QStringLiteral("concepts"), conceptsToJson(card.concepts)}, {QStringLiteral("input"), inputToJson(card.shape)},
        {QStringLiteral("preparation"), QJsonObject{{QStringLiteral("orientation"), QStringLiteral("exif")}, {QStringLiteral("depth_rule"), QStringLiteral("full")},
            {QStringLiteral("background"), QStringLiteral("#ffffff")}, {QStringLiteral("crop_margin"), 0}, {QStringLiteral("decoder_revision"), 1}}},
        {QStringLiteral("detection"), QJsonObject{{QStringLiteral("nms_iou"), 0.6}, {QStringLiteral("max_boxes"), 100}}},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("revision"), QString::fromLatin1(card.dataRevision.toHex())}, {QStringLiteral("train"), card.itemsTrain},
            {QStringLiteral("val"), card.itemsValidation}, {QStringLiteral("test"), card.itemsTest}}},
        {QStringLiteral("spec"), card.spec}, {QStringLiteral("metrics"), card.metrics},
        {QStringLiteral("weights"), QJsonObject{{QStringLiteral("file"), card.weightsFile}, {QStringLiteral("sha256"), QString::fromLatin1(card.weightsSha256.toHex())},
            {QStringLiteral("parameters"), card.parameters}}},
        {QStringLiteral("hardware"), QJsonObject{{QStringLiteral("device"), card.device}, {QStringLiteral("name"), card.deviceName}}},
        {QStringLiteral("seed"), card.seed}};
}

Card cardFromJson(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto part = [&](const char* key) { return json.value(QLatin1String(key)).toObject(); };
    const auto type = viewTypeFromKey(text("task"));
    if (text("format") != QLatin1String("oriel-card") || !type)
        throw Error(QCoreApplication::translate("Card", "The card of this version is not one: it cannot be loaded. Train a new version."));
    if (json.value(QLatin1String("version")).toInt() > newestVersion || json.value(QLatin1String("architecture_revision")).toInt() > architectureRevision)
        throw Error(QCoreApplication::translate("Card", "“%1” was trained by a newer program (%2). Open it with that one.").arg(text("name"), text("program")));
    Card card;
    card.uuid = QUuid::fromString(text("uuid"));
    card.name = text("name");
    card.created = QDateTime::fromString(text("created"), Qt::ISODate);
    card.concepts = conceptsFromJson(json.value(QLatin1String("concepts")).toArray());
    const auto input = part("input");
    card.shape = {text("architecture"), *type, int(card.concepts.size()),
        QSize(input.value(QLatin1String("width")).toInt(), input.value(QLatin1String("height")).toInt())};
    (void)networkEntry(card.shape.architecture);
    const auto data = part("data"), weights = part("weights"), hardware = part("hardware");
    card.dataRevision = QByteArray::fromHex(data.value(QLatin1String("revision")).toString().toLatin1());
    card.itemsTrain = data.value(QLatin1String("train")).toInt();
    card.itemsValidation = data.value(QLatin1String("val")).toInt();
    card.itemsTest = data.value(QLatin1String("test")).toInt();
    card.spec = part("spec");
    card.metrics = part("metrics");
    card.weightsFile = weights.value(QLatin1String("file")).toString();
    card.weightsSha256 = QByteArray::fromHex(weights.value(QLatin1String("sha256")).toString().toLatin1());
    card.parameters = weights.value(QLatin1String("parameters")).toDouble();
    card.device = hardware.value(QLatin1String("device")).toString();
    card.deviceName = hardware.value(QLatin1String("name")).toString();
    card.seed = json.value(QLatin1String("seed")).toInt(1);
    return card;
}

void writeCard(const QString& folder, const Card& card)
{
    const QString path = QDir(folder).filePath(fileName);
    QSaveFile file(path); // writes beside it, syncs, renames
    const QByteArray text = QJsonDocument(toJson(card)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throw Error(QCoreApplication::translate("Card", "The card of the version could not be saved to %1 (%2). The weights beside it are unharmed.")
                        .arg(QDir::toNativeSeparators(path), file.errorString()));
}

Card readCard(const QString& folder)
{
    const QString path = QDir(folder).filePath(fileName);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Card", "The card of the version, %1, cannot be read (%2). Without it the weights cannot be used; train a new version.")
                        .arg(QDir::toNativeSeparators(path), file.errorString()));
    const auto document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        throw Error(QCoreApplication::translate("Card", "The card of the version, %1, is damaged. Train a new version.").arg(QDir::toNativeSeparators(path)));
    return cardFromJson(document.object());
}

} // namespace core
