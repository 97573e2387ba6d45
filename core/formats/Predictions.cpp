#include "core/formats/Predictions.h"

#include "core/formats/CsvCells.h"
#include "core/formats/JsonText.h"
#include "core/formats/Reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace core {

namespace {

QRectF relative(const QRectF& box, QSize size)
{
    return {box.x() / size.width(), box.y() / size.height(), box.width() / size.width(), box.height() / size.height()};
}

class OrielLines final : public PredictionWriter {
public:
    explicit OrielLines(PredictionSource source) : m_source(std::move(source)) {}

    QByteArray picture(const PredictedPicture& picture) override
    {
        QJsonArray predicted;
        QJsonArray discarded;
        int region = 0; // boxes count from 1
        for (const auto& output : answersOf(m_source.type, m_source.concepts, picture.prediction))
            (output.isPredicted ? predicted : discarded).append(toJson(output, picture.size, output.box ? ++region : 0));
        const QJsonObject labels{{QStringLiteral("predicted"), predicted}, {QStringLiteral("discarded"), discarded}};
        const QJsonObject line{{QStringLiteral("picture"), picture.path},
                               {QStringLiteral("data"), dataOf(picture)},
                               {QStringLiteral("outputs"), QJsonArray{QJsonObject{{QStringLiteral("labels"), labels}}}}};
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }

private:
    QJsonObject dataOf(const PredictedPicture& picture) const
    {
        QJsonObject data{{QStringLiteral("view"), m_source.view}, {QStringLiteral("version"), m_source.versionUuid},
                         {QStringLiteral("width"), picture.size.width()}, {QStringLiteral("height"), picture.size.height()}};
        if (!picture.sha256.isEmpty())
            data[QStringLiteral("sha256")] = QString::fromLatin1(picture.sha256.toHex());
        if (picture.frame >= 0) {
            data[QStringLiteral("frame")] = picture.frame;
            data[QStringLiteral("seconds")] = picture.seconds;
        }
        return data;
    }

    QJsonObject toJson(const PredictedAnswer& output, QSize size, int region) const
    {
        const auto& answered = m_source.concepts[size_t(output.label)];
        QJsonObject json{{QStringLiteral("label_name"), answered.name},
                         {QStringLiteral("label_id"), output.label},
                         {QStringLiteral("score"), output.score},
                         {QStringLiteral("threshold"), answered.threshold}};
        if (output.box) {
            const auto box = relative(*output.box, size);
            json[QStringLiteral("roi")] = QJsonObject{{QStringLiteral("region_id"), region},
                                                      {QStringLiteral("bbox"), QJsonObject{{QStringLiteral("xmin"), box.x()},
                                                                                           {QStringLiteral("ymin"), box.y()},
                                                                                           {QStringLiteral("xmax"), box.x() + box.width()},
                                                                                           {QStringLiteral("ymax"), box.y() + box.height()}}}};
        }
        return json;
    }

    PredictionSource m_source;
};

/// The ids of concepts as they go out: those of the source, where the project knows them. The others get numbers that no source uses.
QStringList categoryIdsOf(const PredictionSource& source)
{
    qint64 largest = 0;
    for (const QString& id : source.conceptIds)
        largest = std::max(largest, id.toLongLong());
    QStringList ids;
    for (qsizetype label = 0; label < qsizetype(source.concepts.size()); ++label) {
        const QString known = source.conceptIds.value(label);
        ids << (known.isEmpty() ? QString::number(largest + label + 1) : known);
    }
    return ids;
}

/// The array is streamed, so that a folder of any size fits. Written by hand, since Qt's JSON rounds numbers above 2^53.
class CocoResults final : public PredictionWriter {
public:
    explicit CocoResults(PredictionSource source) : m_source(std::move(source)), m_categoryIds(categoryIdsOf(m_source)) {}

    QByteArray begin() const override { return "["; }
    QByteArray end() const override { return m_isFirst ? "]\n" : "\n]\n"; }
    void resumed(bool hasPictures) override { m_isFirst = !hasPictures; }

    QByteArray picture(const PredictedPicture& picture) override
    {
        QByteArray bytes;
        for (const auto& output : answersOf(m_source.type, m_source.concepts, picture.prediction)) {
            bytes += (std::exchange(m_isFirst, false) ? "\n{" : ",\n{");
            bytes += "\"file_name\":" + jsonText(picture.path) + ",\"image_id\":" + jsonId(picture.sourceId);
            bytes += ",\"category_id\":" + jsonId(m_categoryIds[output.label]) + ",\"category_name\":" + jsonText(m_source.concepts[size_t(output.label)].name);
            bytes += ",\"bbox\":" + (output.box ? '[' + jsonNumber(output.box->x()) + ',' + jsonNumber(output.box->y()) + ',' + jsonNumber(output.box->width()) + ',' + jsonNumber(output.box->height()) + ']'
                                                : QByteArray("null"));
            bytes += ",\"score\":" + jsonNumber(output.score) + '}';
        }
        return bytes;
    }

private:
    PredictionSource m_source;
    QStringList m_categoryIds;
    bool m_isFirst = true;
};

class CsvRows final : public PredictionWriter {
public:
    explicit CsvRows(PredictionSource source) : m_source(std::move(source)) {}

    QByteArray begin() const override { return "file,view,version,region_id,label_id,label,score,threshold,predicted,xmin,ymin,xmax,ymax\r\n"; }

    QByteArray picture(const PredictedPicture& picture) override
    {
        QByteArray bytes;
        int region = 0; // whole images are region 0, boxes count from 1
        for (const auto& output : answersOf(m_source.type, m_source.concepts, picture.prediction)) {
            const auto& answered = m_source.concepts[size_t(output.label)];
            QByteArrayList cells{csvCell(picture.path), csvCell(m_source.view), csvCell(m_source.version), QByteArray::number(output.box ? ++region : 0),
                                 QByteArray::number(output.label), csvCell(answered.name), jsonNumber(output.score), jsonNumber(answered.threshold),
                                 output.isPredicted ? "1" : "0"};
            if (output.box) {
                const auto box = relative(*output.box, picture.size);
                cells << jsonNumber(box.x()) << jsonNumber(box.y()) << jsonNumber(box.x() + box.width()) << jsonNumber(box.y() + box.height());
            } else {
                cells << "" << "" << "" << "";
            }
            bytes += cells.join(',') + "\r\n";
        }
        return bytes;
    }

private:
    PredictionSource m_source;
};

} // namespace

std::vector<PredictedAnswer> answersOf(ViewType type, const std::vector<FrozenConcept>& concepts, const Prediction& prediction)
{
    std::vector<PredictedAnswer> answers;
    for (int label = 0; label < int(prediction.scores.size()); ++label)
        answers.push_back({.label = label, .score = prediction.scores[size_t(label)], .box = {}});
    for (const auto& box : prediction.boxes)
        answers.push_back({.label = box.label, .score = box.score, .box = box.rect});
    std::ranges::stable_sort(answers, [](const auto& a, const auto& b) { return a.score != b.score ? a.score > b.score : a.label < b.label; });
    for (size_t i = 0; i < answers.size(); ++i)
        answers[i].isPredicted = answers[i].score >= concepts[size_t(answers[i].label)].threshold && (type != ViewType::Classification || i == 0);
    return answers;
}

std::unique_ptr<PredictionWriter> writeOriel(const PredictionSource& source)
{
    return std::make_unique<OrielLines>(source);
}

std::unique_ptr<PredictionWriter> writeCoco(const PredictionSource& source)
{
    return std::make_unique<CocoResults>(source);
}

std::unique_ptr<PredictionWriter> writeCsv(const PredictionSource& source)
{
    return std::make_unique<CsvRows>(source);
}

std::unique_ptr<PredictionWriter> predictionWriter(const QString& key, const PredictionSource& source)
{
    for (const FormatEntry& entry : formatEntries())
        if (entry.write && key == QLatin1String(entry.key))
            return entry.write(source);
    return nullptr;
}

QStringList predictionFormats()
{
    QStringList keys;
    for (const FormatEntry& entry : formatEntries())
        if (entry.write)
            keys << QLatin1String(entry.key);
    return keys;
}

} // namespace core
