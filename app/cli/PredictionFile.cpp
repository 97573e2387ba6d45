#include "app/cli/PredictionFile.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cli {

namespace {

/// One answer about one picture: a concept of the whole image, or a box.
struct Output {
    int label = 0;
    double score = 0;
    bool isPredicted = false;
    std::optional<QRectF> box; // px of the upright picture
};

QRectF relative(const QRectF& box, QSize size)
{
    return {box.x() / size.width(), box.y() / size.height(), box.width() / size.width(), box.height() / size.height()};
}

/// All answers by falling score, ties in the order of the concepts. Classification predicts its best concept alone.
std::vector<Output> outputsOf(const PredictionSource& source, const core::Prediction& prediction)
{
    std::vector<Output> outputs;
    for (int label = 0; label < int(prediction.scores.size()); ++label)
        outputs.push_back({.label = label, .score = prediction.scores[size_t(label)]});
    for (const auto& box : prediction.boxes)
        outputs.push_back({.label = box.label, .score = box.score, .box = box.rect});
    std::ranges::stable_sort(outputs, [](const Output& a, const Output& b) { return a.score != b.score ? a.score > b.score : a.label < b.label; });
    for (size_t i = 0; i < outputs.size(); ++i) {
        auto& output = outputs[i];
        output.isPredicted = output.score >= source.concepts[size_t(output.label)].threshold && (source.type != core::ViewType::Classification || i == 0);
    }
    return outputs;
}

class OrielLines final : public PredictionFormat {
public:
    explicit OrielLines(PredictionSource source) : m_source(std::move(source)) {}

    QByteArray picture(const PredictedPicture& picture) override
    {
        QJsonArray predicted;
        QJsonArray discarded;
        for (const auto& output : outputsOf(m_source, picture.prediction))
            (output.isPredicted ? predicted : discarded).append(toJson(output, picture.size));
        const QJsonObject labels{{QStringLiteral("predicted"), predicted}, {QStringLiteral("discarded"), discarded}};
        const QJsonObject line{{QStringLiteral("picture"), picture.path},
                               {QStringLiteral("outputs"), QJsonArray{QJsonObject{{QStringLiteral("labels"), labels}}}}};
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }

private:
    QJsonObject toJson(const Output& output, QSize size) const
    {
        const auto& answered = m_source.concepts[size_t(output.label)];
        QJsonObject json{{QStringLiteral("label_name"), answered.name},
                         {QStringLiteral("score"), output.score},
                         {QStringLiteral("threshold"), answered.threshold}};
        if (output.box) {
            const auto box = relative(*output.box, size);
            json[QStringLiteral("roi")] = QJsonObject{{QStringLiteral("bbox"), QJsonObject{{QStringLiteral("xmin"), box.x()},
                                                                                           {QStringLiteral("ymin"), box.y()},
                                                                                           {QStringLiteral("xmax"), box.x() + box.width()},
                                                                                           {QStringLiteral("ymax"), box.y() + box.height()}}}};
        }
        return json;
    }

    PredictionSource m_source;
};

/// The array is streamed, so that a folder of any size fits.
class CocoResults final : public PredictionFormat {
public:
    explicit CocoResults(PredictionSource source) : m_source(std::move(source)) {}

    QByteArray begin() const override { return "["; }
    QByteArray end() const override { return m_isFirst ? "]\n" : "\n]\n"; }

    QByteArray picture(const PredictedPicture& picture) override
    {
        bool isNumber = false;
        const auto number = picture.sourceId.toLongLong(&isNumber);
        const QJsonValue imageId = isNumber ? QJsonValue(number) : picture.sourceId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(picture.sourceId);
        QByteArray bytes;
        for (const auto& output : outputsOf(m_source, picture.prediction)) {
            const QJsonValue box = output.box ? QJsonValue(QJsonArray{output.box->x(), output.box->y(), output.box->width(), output.box->height()})
                                              : QJsonValue(QJsonValue::Null);
            const QJsonObject result{{QStringLiteral("file_name"), picture.path},
                                     {QStringLiteral("image_id"), imageId},
                                     {QStringLiteral("category_id"), output.label + 1},
                                     {QStringLiteral("category_name"), m_source.concepts[size_t(output.label)].name},
                                     {QStringLiteral("bbox"), box},
                                     {QStringLiteral("score"), output.score}};
            bytes += (std::exchange(m_isFirst, false) ? "\n" : ",\n") + QJsonDocument(result).toJson(QJsonDocument::Compact);
        }
        return bytes;
    }

private:
    PredictionSource m_source;
    bool m_isFirst = true;
};

QByteArray cell(const QString& text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r')))
        return text.toUtf8();
    return '"' + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

class CsvRows final : public PredictionFormat {
public:
    explicit CsvRows(PredictionSource source) : m_source(std::move(source)) {}

    QByteArray begin() const override { return "file,view,version,region_id,label_id,label,score,threshold,predicted,xmin,ymin,xmax,ymax\r\n"; }

    QByteArray picture(const PredictedPicture& picture) override
    {
        QByteArray bytes;
        int region = 0; // whole images are region 0, boxes count from 1
        for (const auto& output : outputsOf(m_source, picture.prediction)) {
            const auto& answered = m_source.concepts[size_t(output.label)];
            QByteArrayList cells{cell(picture.path), cell(m_source.view), cell(m_source.version), QByteArray::number(output.box ? ++region : 0),
                                 QByteArray::number(output.label), cell(answered.name), number(output.score), number(answered.threshold),
                                 output.isPredicted ? "1" : "0"};
            if (output.box) {
                const auto box = relative(*output.box, picture.size);
                cells << number(box.x()) << number(box.y()) << number(box.x() + box.width()) << number(box.y() + box.height());
            } else {
                cells << "" << "" << "" << "";
            }
            bytes += cells.join(',') + "\r\n";
        }
        return bytes;
    }

private:
    static QByteArray number(double value) { return QByteArray::number(value, 'g', QLocale::FloatingPointShortest); }

    PredictionSource m_source;
};

} // namespace

std::unique_ptr<PredictionFormat> predictionFormat(const QString& key, const PredictionSource& source)
{
    if (key == QStringLiteral("coco"))
        return std::make_unique<CocoResults>(source);
    if (key == QStringLiteral("csv"))
        return std::make_unique<CsvRows>(source);
    return std::make_unique<OrielLines>(source);
}

} // namespace cli
