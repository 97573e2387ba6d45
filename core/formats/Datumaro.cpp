#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/JsonElements.h"
#include "core/formats/JsonKind.h"
#include "core/formats/JsonValues.h"
#include "core/formats/Reading.h"
#include "core/formats/ShapeHull.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"

#include <QFileInfo>
#include <QScopeGuard>

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace core {

namespace {

using Json = nlohmann::json;
using Level = ImportIssue::Level;

/// Reads one annotations/<subset>.json, one item after the other.
class DatumaroFileReader {
public:
    DatumaroFileReader(Reading& reading, SourcePaths& paths, const QString& file) : m_reading(reading), m_paths(paths), m_file(file) {}

    void read()
    {
        const QFileInfo info(m_reading.tree().absolute(m_file));
        const QString beside = info.path(), above = QFileInfo(beside).path(), subset = info.completeBaseName();
        for (const QString& base : {above, beside})
            for (const QString& below : {QStringLiteral("/images/") + subset, QStringLiteral("/images"), QLatin1Char('/') + subset, QString()})
                m_folders << base + below;
        m_split = splitInName(subset);
        pass(info.filePath(), false); // finds the labels, wherever they stand, and whether the file is whole
        pass(info.filePath(), true);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
    void pass(const QString& path, bool takesItems)
    {
        const auto take = [&](const std::string& key, int number, Json& element) {
            if (key == "categories" && number == 0 && !takesItems)
                takeLabels(element);
            else if (key == "items" && number > 0 && takesItems)
                takeItem(number, element);
        };
        const JsonPass pass = eachJsonElement(path, take, [this] { return m_reading.isCanceled(); }, [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        if (pass.guessed && takesItems)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
    }

    void takeLabels(const Json& categories)
    {
        for (const Json& label : memberOf(memberOf(categories, "label"), "labels"))
            m_labels << textIn(label, "name");
    }

    void takeItem(int number, const Json& item)
    {
        const Json& image = memberOf(item, "image").is_object() ? memberOf(item, "image") : memberOf(item, "media");
        const QString id = textIn(item, "id");
        QString path;
        bool isAmbiguous = false;
        for (const QString& written : {textIn(image, "path"), id})
            if (path.isEmpty() && !written.isEmpty()) {
                const SourcePaths::Answer answer = m_paths.find(written, m_folders);
                path = answer.path;
                isAmbiguous = isAmbiguous || answer.ambiguous;
            }
        const Json& annotations = memberOf(item, "annotations");
        if (path.isEmpty() || m_seen.contains(path)) {
            const auto count = annotations.is_array() ? qint64(annotations.size()) : 0;
            m_reading.data.annotationsRead += count;
            m_reading.data.annotationsRejected += count;
            if (!path.isEmpty()) {
                ++m_reading.record(path).refused;
                return m_reading.issue(Level::Rejected, QStringLiteral("claimed_twice"), m_file, number, m_reading.tree().relative(path));
            }
            return m_reading.issue(Level::Rejected, isAmbiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, number, id);
        }
        m_seen.insert(path);
        RawRecord& tags = m_reading.labels().record(path);
        RawRecord& raw = m_reading.record(path);
        tags.file = raw.file = m_file;
        raw.record.split = m_split ? m_split : raw.record.split;
        tags.record.hasRecord = raw.record.hasRecord = annotations.is_array();
        if (const Json& size = memberOf(image, "size"); size.is_array() && size.size() == 2)
            raw.stated = QSize(wholeNumberIn(size[1]), wholeNumberIn(size[0])); // height comes first
        if (raw.stated.isEmpty())
            raw.stated = {};
        for (const Json& annotation : annotations)
            takeAnnotation(number, annotation, raw, tags);
    }

    QString nameOf(const Json& annotation) const
    {
        const double id = numberIn(annotation, "label_id");
        return id >= 0 && id == std::floor(id) && id < double(m_labels.size()) ? m_labels[qsizetype(id)] : QString();
    }

    void takeAnnotation(int number, const Json& annotation, RawRecord& raw, RawRecord& tags)
    {
        const QString type = textIn(annotation, "type");
        if (type == QLatin1String("caption"))
            return; // a text, which names no concept
        const Json& attributes = memberOf(annotation, "attributes");
        std::optional<double> score = scoreIn(attributes, "score");
        const bool isLabel = type == QLatin1String("label");
        ShapeHull hull;
        if (!isLabel && !hullOf(type, annotation, hull))
            return m_reading.reject(raw, QStringLiteral("shape_without_area"), m_file, number, type);
        const QString name = nameOf(annotation);
        if (cleanName(name).isEmpty())
            return (isLabel ? m_reading.labels() : m_reading)
                .reject(isLabel ? tags : raw, QStringLiteral("unknown_class"), m_file, number, QString::fromStdString(memberOf(annotation, "label_id").dump()));
        if (isLabel) {
            const QString label = m_reading.labels().conceptNamed(name, m_file, number);
            if (score && *score != 1)
                tags.record.drafts.push_back({label, std::nullopt, *score, std::nullopt, number});
            else
                tags.record.labels << label;
            return;
        }
        RawBox box;
        box.conceptName = m_reading.conceptNamed(name, m_file, number);
        box.line = number;
        box.score = score;
        box.flags = (saysYes(attributes, "occluded") ? Occluded : 0) | (saysYes(attributes, "difficult") ? Difficult : 0)
            | (saysYes(attributes, "truncated") ? TruncatedBox : 0) | (saysYes(attributes, "is_crowd") ? Crowd : 0);
        if (type == QLatin1String("bbox"))
            writeBox(memberOf(annotation, "bbox"), box);
        else
            hull.writeTo(box);
        m_hulls += type == QLatin1String("bbox") ? 0 : 1;
        raw.boxes.push_back(std::move(box));
    }

    static void writeBox(const Json& bbox, RawBox& box)
    {
        const bool isBox = bbox.is_array() && bbox.size() == 4;
        box.x0 = isBox ? numberIn(bbox[0]) : qQNaN();
        box.y0 = isBox ? numberIn(bbox[1]) : qQNaN();
        box.x1 = box.x0 + (isBox ? numberIn(bbox[2]) : 0);
        box.y1 = box.y0 + (isBox ? numberIn(bbox[3]) : 0);
    }

    /// False: a kind of annotation that has no area. Of a box nothing is made, its numbers are taken as they stand.
    static bool hullOf(const QString& type, const Json& annotation, ShapeHull& hull)
    {
        if (type == QLatin1String("bbox"))
            return true;
        if (type == QLatin1String("polygon") || type == QLatin1String("ellipse")) { // of an ellipse: two corners of its box
            hull.addPoints(memberOf(annotation, "points"));
            return true;
        }
        if (type == QLatin1String("mask")) {
            const std::optional<ShapeHull> mask = hullOfMask(memberOf(annotation, "rle"));
            hull = mask.value_or(ShapeHull());
            return mask.has_value();
        }
        const Json& turned = memberOf(annotation, "points").is_array() ? memberOf(annotation, "points") : memberOf(annotation, "bbox");
        if (type != QLatin1String("rotated_bbox") || !turned.is_array() || turned.size() != 5)
            return false;
        const double x = numberIn(turned[0]), y = numberIn(turned[1]), width = numberIn(turned[2]), height = numberIn(turned[3]);
        hull = hullOfTurnedBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2, numberIn(turned[4]));
        return true;
    }

    Reading& m_reading;
    SourcePaths& m_paths;
    QString m_file;
    QStringList m_folders, m_labels;
    std::optional<Split> m_split;
    QSet<QString> m_seen;
    int m_hulls = 0;
};

} // namespace

Detection detectDatumaro(const SourceTree& tree)
{
    const QStringList files = jsonFiles(tree, JsonKind::Datumaro);
    if (files.isEmpty())
        return {};
    return {95, SourceText::tr("Datumaro: %1").arg(files.mid(0, 5).join(QStringLiteral(", ")))};
}

void readDatumaro(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    SourcePaths paths(reading.tree());
    reading.readFiles(jsonFiles(reading.tree(), JsonKind::Datumaro), [&](const QString& file) {
        const auto told = qScopeGuard([&] { reading.leaveOutside(file, paths.takeOutside()); }); // what was named before a file broke is told, too
        DatumaroFileReader(reading, paths, file).read();
    });
}

} // namespace core
