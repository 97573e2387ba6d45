#include "core/base/Error.h"
#include "core/formats/CsvPaths.h"
#include "core/formats/JsonElements.h"
#include "core/formats/JsonKind.h"
#include "core/formats/JsonValues.h"
#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"

#include <QFileInfo>
#include <QScopeGuard>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace core {

namespace {

using Json = nlohmann::json;
using Level = ImportIssue::Level;

constexpr int mostFitted = 2000; // boxes on which it is decided what their numbers mean

/// Reads one file: a list with an element for each picture. Apple's program counts in pixels from the upper left, and x, y is the middle of a box.
class CreateMlFileReader {
public:
    CreateMlFileReader(Reading& reading, CsvNames& names, const QString& file)
        : m_reading(reading), m_file(file), m_paths(names, reading.tree().absolute(file)), m_split(splitInName(QFileInfo(file).completeBaseName())) {}

    void read()
    {
        const auto take = [this](const std::string& key, int number, Json& element) {
            if (key.empty() && number > 0)
                takePicture(number, element);
        };
        const QString path = m_reading.tree().absolute(m_file);
        const auto canceled = [this] { return m_reading.isCanceled(); };
        eachJsonElement(path, {}, canceled); // of a broken file nothing is taken, not the half of it
        const JsonPass pass = eachJsonElement(path, take, canceled, [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        if (pass.guessed)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        settleNumbers();
    }

private:
    void takePicture(int number, const Json& element)
    {
        QString name = textIn(element, "image");
        name = name.isEmpty() ? textIn(element, "imagefilename") : name;
        const Json& annotations = element.is_object() && element.contains("annotations") ? memberOf(element, "annotations") : memberOf(element, "annotation");
        const SourcePaths::Answer answer = m_paths.find(name);
        const bool isSecond = m_seen.contains(answer.path);
        if (answer.path.isEmpty() || isSecond) {
            const qint64 count = annotations.is_array() ? qint64(annotations.size()) : annotations.is_null() ? 0 : 1;
            m_reading.data.annotationsRead += count;
            m_reading.data.annotationsRejected += count;
            if (isSecond && !answer.path.isEmpty()) {
                ++m_reading.record(answer.path).refused;
                return m_reading.issue(Level::Rejected, QStringLiteral("claimed_twice"), m_file, number, m_reading.tree().relative(answer.path));
            }
            return m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, number, name);
        }
        m_seen.insert(answer.path);
        RawRecord& tags = m_reading.labels().record(answer.path);
        RawRecord& raw = m_reading.record(answer.path);
        tags.file = raw.file = m_file;
        raw.record.split = m_split ? m_split : raw.record.split;
        tags.record.hasRecord = raw.record.hasRecord = !annotations.is_null();
        if (annotations.is_array())
            for (const Json& annotation : annotations)
                takeAnnotation(number, annotation, name, raw, tags);
        else if (!annotations.is_null())
            takeAnnotation(number, annotations, name, raw, tags);
    }

    void takeAnnotation(int number, const Json& annotation, const QString& picture, RawRecord& raw, RawRecord& tags)
    {
        const QString written = annotation.is_object() ? textIn(annotation, "label") : textIn(annotation);
        const Json& place = memberOf(annotation, "coordinates");
        const bool isLabel = !place.is_object() && (!annotation.is_object() || annotation.size() <= 2);
        if (cleanName(written).isEmpty())
            return (isLabel ? m_reading.labels() : m_reading).reject(isLabel ? tags : raw, QStringLiteral("unknown_class"), m_file, number, QStringLiteral("“”"));
        std::optional<double> score = scoreIn(annotation, "confidence");
        score = score ? score : scoreIn(annotation, "score");
        if (isLabel) {
            const QString label = m_reading.labels().conceptNamed(written, m_file, number);
            if (score && *score != 1)
                tags.record.drafts.push_back({label, std::nullopt, *score, std::nullopt, number});
            else
                tags.record.labels << label;
            return;
        }
        RawBox box;
        box.conceptName = m_reading.conceptNamed(written, m_file, number);
        box.line = number;
        box.score = score;
        const double width = numberIn(place, "width"), height = numberIn(place, "height"), x = numberIn(place, "x"), y = numberIn(place, "y");
        box.x0 = x - width / 2;
        box.y0 = y - height / 2;
        box.x1 = x + width / 2;
        box.y1 = y + height / 2;
        raw.boxes.push_back(std::move(box));
        fit(x, y, width, height, picture);
    }

    /// In how many boxes x, y can be the middle, and in how many the upper left corner.
    void fit(double x, double y, double width, double height, const QString& picture)
    {
        for (const double value : {x, y, width, height})
            m_largest = std::max(m_largest, value);
        if (m_fitted >= mostFitted)
            return;
        if (m_measured != picture) {
            m_measured = picture;
            m_size = m_paths.sizeOf(picture);
        }
        const QSize size = m_size;
        if (size.isEmpty())
            return;
        ++m_fitted;
        m_leaving += x - width / 2 < -2 || y - height / 2 < -2 || x + width / 2 > size.width() + 2 || y + height / 2 > size.height() + 2 ? 1 : 0;
        m_corners += x >= 0 && y >= 0 && x + width <= size.width() + 1 && y + height <= size.height() + 1 ? 1 : 0;
    }

    /// For the whole file: shares when no number is above 1; no boxes at all when they rather look like corners.
    void settleNumbers()
    {
        const bool areShares = m_largest > 0 && m_largest <= 1;
        const bool areUnclear = !areShares && m_fitted >= 3 && m_leaving * 3 >= m_fitted && m_corners == m_fitted;
        if (!areShares && !areUnclear)
            return;
        int dropped = 0;
        for (const QString& path : std::as_const(m_seen)) {
            RawRecord& raw = m_reading.record(path);
            raw.relative = areShares;
            if (areUnclear) {
                dropped += int(raw.boxes.size());
                raw.refused += int(raw.boxes.size());
                raw.boxes.clear();
            }
        }
        m_reading.data.annotationsRead += dropped;
        m_reading.data.annotationsRejected += dropped;
        if (areUnclear)
            m_reading.issue(Level::Rejected, QStringLiteral("middles_unclear"), m_file, 0, QString::number(dropped));
    }

    Reading& m_reading;
    QString m_file;
    CsvPaths m_paths;
    std::optional<Split> m_split;
    QSet<QString> m_seen;
    QString m_measured; // the picture that m_size is of
    QSize m_size;
    double m_largest = 0;
    int m_fitted = 0, m_leaving = 0, m_corners = 0;
};

} // namespace

Detection detectCreateMl(const SourceTree& tree)
{
    const QStringList files = jsonFiles(tree, JsonKind::CreateMl);
    if (files.isEmpty())
        return {};
    return {93, SourceText::tr("Create ML: %1").arg(files.mid(0, 5).join(QStringLiteral(", ")))};
}

void readCreateMl(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    CsvNames names(reading.tree());
    reading.readFiles(jsonFiles(reading.tree(), JsonKind::CreateMl), [&](const QString& file) {
        const auto told = qScopeGuard([&] { reading.leaveOutside(file, names.paths().takeOutside()); }); // what was named before a file broke is told, too
        CreateMlFileReader(reading, names, file).read();
    });
}

} // namespace core
