#include "core/formats/CocoParser.h"

#include "core/base/Error.h"
#include "core/formats/JsonFile.h"
#include "core/formats/JsonValues.h"
#include "core/formats/Reading.h"
#include "core/formats/ShapeHull.h"
#include "core/formats/SourceText.h"

#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

using Json = nlohmann::json;

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
    const bool isFlat = !polygons.empty() && polygons.front().is_number(); // one polygon without the outer list
    for (const Json& polygon : isFlat ? Json::array({polygons}) : polygons) {
        if (!polygon.is_array())
            continue;
        for (size_t i = 0; i + 1 < polygon.size(); i += 2) {
            const double x = numberIn(polygon[i]), y = numberIn(polygon[i + 1]);
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

void hullOfRuns(const Json& mask, CocoAnnotation& out)
{
    RawBox box;
    if (const auto hull = hullOfMask(mask)) {
        hull->writeTo(box);
        setCorners(out, box.x0, box.y0, box.x1, box.y1);
    }
}

/// A box as it is written. One without any area, beside an outline, was never filled in: then the outline counts.
CocoAnnotation shapeOf(const Json& object)
{
    CocoAnnotation out;
    const auto segmentation = object.find("segmentation");
    if (segmentation != object.end() && segmentation->is_array())
        hullOfPolygons(*segmentation, out);
    else if (segmentation != object.end() && segmentation->is_object())
        hullOfRuns(*segmentation, out);
    const auto box = object.find("bbox");
    if (box == object.end() || !box->is_array() || box->size() != 4)
        return out;
    const double x = numberIn((*box)[0]), y = numberIn((*box)[1]), width = numberIn((*box)[2]), height = numberIn((*box)[3]);
    if (out.shape == CocoAnnotation::Shape::Hull && width == 0 && height == 0)
        return out;
    out.shape = CocoAnnotation::Shape::Box;
    out.x = x;
    out.y = y;
    out.width = width;
    out.height = height;
    return out;
}

/// The name of a picture: the field of the format, else that of tools that only keep a path or an address.
QString fileNameOf(const Json& image)
{
    for (const char* key : {"file_name", "filename", "path"})
        if (const QString name = textIn(image, key); !name.trimmed().isEmpty())
            return name;
    return textIn(image, "coco_url").section(QLatin1Char('/'), -1);
}

constexpr int mostElements = 20'000'000; // the largest public sets hold some 15 million boxes

struct KindIsPlain {}; // nothing more of the file is needed

/// Takes each finished element of the three arrays out of the parser, so that only one is in memory.
class Collector {
public:
    Collector(CocoContent& content, JsonFile& file) : m_content(content), m_file(file) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed)
    {
        using Event = Json::parse_event_t;
        if (depth > 64)
            throw Error(SourceText::tr("nested too deeply"));
        if (depth == 0 && event == Event::array_start)
            m_isList = true;
        if (depth == 1 && event == Event::key) {
            m_key = parsed.get<std::string>();
            m_elements = 0;
            m_content.hasAnnotations = m_content.hasAnnotations || m_key == "annotations";
        }
        if (depth != (m_isList ? 1 : 2) || event == Event::key || event == Event::object_start || event == Event::array_start)
            return true;
        m_file.endElement();
        if (event == Event::object_end && m_isList)
            takeResult(parsed);
        else if (event == Event::object_end)
            take(parsed);
        return false; // numbers and lists among the elements too: nothing of them is used
    }

private:
    /// The place of an id in the list of all; −1 for what cannot be compared: absent, null, a list, a number that was rounded.
    int idOf(const Json& object, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end() || !(found->is_string() || found->is_number()))
            return -1;
        std::string written = found->dump(-1, ' ', false, Json::error_handler_t::replace);
        if (found->is_number_float()) {
            const double value = found->get<double>();
            if (!std::isfinite(value) || std::abs(value) >= 9007199254740992.0)
                return -1;
            if (value == std::floor(value)) // 7.0 is 7
                written = std::to_string(qint64(value));
        }
        const QByteArray token(written.data(), qsizetype(written.size()));
        const auto known = m_places.constFind(token);
        if (known != m_places.cend())
            return *known;
        m_content.ids.push_back(token);
        return *m_places.insert(token, int(m_content.ids.size()) - 1);
    }

    void take(const Json& object)
    {
        if (++m_elements > mostElements)
            throw Error(SourceText::tr("more than %1 entries").arg(mostElements));
        if (m_key == "images") {
            m_content.images.push_back({idOf(object, "id"), fileNameOf(object), QSize(wholeNumberIn(object, "width"), wholeNumberIn(object, "height")), m_elements});
        } else if (m_key == "categories") {
            m_content.categories.push_back({idOf(object, "id"), textIn(object, "name"), m_elements});
            const QString above = textIn(object, "supercategory");
            m_stuff += above.endsWith(QLatin1String("-stuff")) ? 1 : -1;
            m_content.kind = m_content.kind == CocoKind::Boxes && m_stuff > 0 ? CocoKind::Stuff : m_content.kind;
        } else if (m_key == "annotations") {
            takeAnnotation(object);
        }
    }

    void takeResult(const Json& object)
    {
        if (m_elements == 0)
            m_content.kind = object.contains("image_id") && object.contains("score") ? CocoKind::Results : CocoKind::Unknown;
        if (m_content.kind != CocoKind::Results)
            throw KindIsPlain{};
        if (++m_elements > mostElements)
            throw Error(SourceText::tr("more than %1 entries").arg(mostElements));
        takeAnnotation(object);
        if (m_content.annotations.back().score < 0)
            m_content.annotations.back().score = std::numeric_limits<double>::quiet_NaN();
    }

    void takeAnnotation(const Json& object)
    {
        if (object.contains("segments_info") || (object.contains("caption") && !object.contains("bbox") && !object.contains("segmentation"))) {
            m_content.kind = object.contains("caption") ? CocoKind::Captions : CocoKind::Panoptic;
            throw KindIsPlain{};
        }
        if (object.contains("keypoints") && !m_isList)
            m_content.kind = CocoKind::Keypoints;
        CocoAnnotation annotation = shapeOf(object);
        annotation.imageId = idOf(object, "image_id");
        annotation.categoryId = idOf(object, "category_id");
        annotation.crowd = wholeNumberIn(object, "iscrowd") == 1;
        annotation.element = m_elements;
        if (const auto score = scoreIn(object, "score"))
            annotation.score = *score >= 0 ? *score : std::numeric_limits<double>::quiet_NaN();
        m_content.annotations.push_back(annotation);
    }

    CocoContent& m_content;
    JsonFile& m_file;
    QHash<QByteArray, int> m_places;
    std::string m_key;
    int m_elements = 0;
    int m_stuff = 0; // categories that are stuff, less those that are things
    bool m_isList = false;
};

} // namespace

CocoContent parseCoco(const QString& path, const std::function<bool()>& isCanceled, const std::function<void(qint64, qint64)>& progressed)
{
    JsonFile file(path, isCanceled, progressed);
    CocoContent content;
    content.guessed = file.isGuessed();
    Collector collector(content, file);
    const auto callback = [&](int depth, Json::parse_event_t event, Json& parsed) { return collector(depth, event, parsed); };
    try { // the parser's own exception becomes a sentence
        const Json rest = Json::parse(file.begin(), file.end(), callback);
    } catch (const Json::exception& error) {
        const auto* const parsing = dynamic_cast<const Json::parse_error*>(&error);
        throw Error(SourceText::tr("broken at byte %1").arg(parsing ? qint64(parsing->byte) : 0));
    } catch (const KindIsPlain&) {
        content.annotations.clear();
    } catch (const JsonFile::Canceled&) {
        return {};
    }
    return content;
}

} // namespace core
