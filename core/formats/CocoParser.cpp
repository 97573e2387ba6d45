#include "core/formats/CocoParser.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

using Json = nlohmann::json;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

double number(const Json& value)
{
    return value.is_number() ? value.get<double>() : notANumber;
}

qint64 integer(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return -1;
    if (found->is_number())
        return qint64(std::llround(std::clamp(found->get<double>(), -9e18, 9e18)));
    return found->is_string() ? QString::fromStdString(found->get<std::string>()).toLongLong() : -1;
}

QString textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

void setCorners(CocoAnnotation& out, double x0, double y0, double x1, double y1)
{
    out.shape = CocoAnnotation::Shape::Hull;
    out.x = x0;
    out.y = y0;
    out.width = x1 - x0;
    out.height = y1 - y0;
}

/// [[x, y, x, y …], …]
void hullOfPolygons(const Json& polygons, CocoAnnotation& out)
{
    double x0 = 1e18, y0 = 1e18, x1 = -1e18, y1 = -1e18;
    for (const Json& polygon : polygons) {
        if (!polygon.is_array())
            continue;
        for (size_t i = 0; i + 1 < polygon.size(); i += 2) {
            const double x = number(polygon[i]), y = number(polygon[i + 1]);
            if (!std::isfinite(x) || !std::isfinite(y))
                continue;
            x0 = std::min(x0, x);
            y0 = std::min(y0, y);
            x1 = std::max(x1, x);
            y1 = std::max(y1, y);
        }
    }
    if (x1 > x0 && y1 > y0)
        setCorners(out, x0, y0, x1, y1);
}

/// The run lengths of COCO's compressed text: 5 bits a character, low ones first, differences to the run before the last.
std::vector<qint64> runsOfText(const std::string& packed)
{
    std::vector<qint64> runs;
    for (size_t i = 0; i < packed.size();) {
        qint64 value = 0;
        int shift = 0;
        bool more = true;
        while (more && i < packed.size() && shift < 60) {
            const int c = packed[i++] - 48;
            value |= qint64(c & 0x1F) << shift;
            more = c & 0x20;
            shift += 5;
            if (!more && (c & 0x10))
                value |= -(qint64(1) << shift);
        }
        if (runs.size() > 2)
            value += runs[runs.size() - 2];
        runs.push_back(value);
    }
    return runs;
}

/// {"counts": runs down the columns, "size": [height, width]}; runs are outside, inside, outside …
void hullOfRuns(const Json& mask, CocoAnnotation& out)
{
    const auto counts = mask.find("counts"), size = mask.find("size");
    if (counts == mask.end() || size == mask.end() || !size->is_array() || size->size() != 2)
        return;
    const auto height = qint64(number((*size)[0])), width = qint64(number((*size)[1]));
    if (height <= 0 || width <= 0)
        return;
    std::vector<qint64> runs;
    if (counts->is_string())
        runs = runsOfText(counts->get<std::string>());
    else
        for (const Json& run : *counts)
            runs.push_back(run.is_number() ? run.get<qint64>() : 0);
    qint64 at = 0, x0 = width, y0 = height, x1 = -1, y1 = -1;
    for (size_t i = 0; i < runs.size() && at < height * width; ++i) {
        const qint64 length = std::clamp<qint64>(runs[i], 0, height * width - at);
        if (i % 2 == 1 && length > 0) {
            const qint64 last = at + length - 1;
            const bool wraps = at / height != last / height;
            x0 = std::min(x0, at / height);
            x1 = std::max(x1, last / height);
            y0 = wraps ? 0 : std::min(y0, at % height);
            y1 = wraps ? height - 1 : std::max(y1, last % height);
        }
        at += length;
    }
    if (x1 >= x0)
        setCorners(out, double(x0), double(y0), double(x1 + 1), double(y1 + 1));
}

CocoAnnotation annotationOf(const Json& object)
{
    CocoAnnotation out;
    out.imageId = integer(object, "image_id");
    out.categoryId = integer(object, "category_id");
    out.crowd = integer(object, "iscrowd") == 1;
    const auto box = object.find("bbox");
    if (box != object.end() && box->is_array() && box->size() == 4) {
        out.shape = CocoAnnotation::Shape::Box;
        out.x = number((*box)[0]);
        out.y = number((*box)[1]);
        out.width = number((*box)[2]);
        out.height = number((*box)[3]);
        return out;
    }
    const auto segmentation = object.find("segmentation");
    if (segmentation != object.end() && segmentation->is_array())
        hullOfPolygons(*segmentation, out);
    else if (segmentation != object.end() && segmentation->is_object())
        hullOfRuns(*segmentation, out);
    return out;
}

Error refused(const char* why)
{
    return Error(QCoreApplication::translate("Source", why));
}

/// Takes each finished element of the three arrays out of the parser, so that only one is in memory.
class Collector {
public:
    CocoContent content;

    bool operator()(int depth, Json::parse_event_t event, Json& parsed)
    {
        if (depth > 64)
            throw refused(QT_TRANSLATE_NOOP("Source", "The COCO file is nested too deeply. Nothing was changed."));
        if (depth == 0 && event == Json::parse_event_t::array_start)
            throw refused(QT_TRANSLATE_NOOP("Source", "This COCO file holds results (predictions with scores), not annotations. Nothing was changed."));
        if (depth == 1 && event == Json::parse_event_t::key) {
            m_key = parsed.get<std::string>();
            m_elements = 0;
        }
        if (depth != 2 || event != Json::parse_event_t::object_end)
            return true;
        take(parsed);
        return false;
    }

private:
    void take(const Json& object)
    {
        ++m_elements;
        if (m_key == "images") {
            content.images.push_back({integer(object, "id"), textOf(object, "file_name"),
                                      QSize(int(integer(object, "width")), int(integer(object, "height"))), m_elements});
        } else if (m_key == "categories") {
            content.categories.push_back({integer(object, "id"), textOf(object, "name"), m_elements});
        } else if (m_key == "annotations") {
            if (object.contains("segments_info"))
                throw refused(QT_TRANSLATE_NOOP("Source", "This COCO file holds panoptic segments, which are not read. Export boxes instead. Nothing was changed."));
            content.annotations.push_back(annotationOf(object));
            content.annotations.back().element = m_elements;
        }
    }

    std::string m_key;
    int m_elements = 0;
};

struct Canceled {};

} // namespace

CocoContent parseCoco(const QString& path, const std::function<bool()>& isCanceled, const std::function<void(qint64, qint64)>& progressed)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Source", "“%1” cannot be read: %2").arg(path, file.errorString()));
    const auto* const data = reinterpret_cast<const char*>(file.map(0, file.size()));
    if (!data)
        throw Error(QCoreApplication::translate("Source", "“%1” is empty or cannot be read. Nothing was changed.").arg(path));
    Collector collector;
    int calls = 0;
    const auto callback = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (++calls % 20'000 == 0) {
            if (isCanceled && isCanceled())
                throw Canceled{};
            if (progressed)
                progressed(qint64(collector.content.annotations.size()), 0);
        }
        return collector(depth, event, parsed);
    };
    try { // the parser's own exception becomes a sentence
        const Json rest = Json::parse(data, data + file.size(), callback);
    } catch (const Json::exception& error) {
        const auto* const parsing = dynamic_cast<const Json::parse_error*>(&error);
        throw Error(QCoreApplication::translate("Source", "“%1” is broken at byte %2 and cannot be read as COCO. The project was not changed.")
                        .arg(path).arg(parsing ? qint64(parsing->byte) : 0));
    } catch (const Canceled&) {
        return {};
    }
    return std::move(collector.content);
}

} // namespace core
