#include "core/formats/CocoParser.h"

#include "core/base/Error.h"
#include "core/formats/JsonFile.h"
#include "core/formats/SourceText.h"

#include <QHash>

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

/// A whole number that is reckoned with: a size, a flag.
int wholeNumber(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return 0;
    if (found->is_boolean())
        return found->get<bool>() ? 1 : 0;
    const double value = found->is_string() ? QString::fromStdString(found->get<std::string>()).toDouble() : number(*found);
    return std::isfinite(value) && std::abs(value) < 1e9 ? int(std::lround(value)) : 0;
}

/// A name; numbers and truth values are taken as they are written, as the YAML of other formats has them.
QString textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !(found->is_string() || found->is_number() || found->is_boolean()))
        return {};
    return QString::fromStdString(found->is_string() ? found->get<std::string>() : found->dump());
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
    const bool isFlat = !polygons.empty() && polygons.front().is_number(); // one polygon without the outer list
    for (const Json& polygon : isFlat ? Json::array({polygons}) : polygons) {
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

constexpr qint64 longestSide = 1'000'000; // of a mask; its area fits 64 bits by far

/// The run lengths of COCO's compressed text: 5 bits a character, low ones first, differences to the run before the last.
/// Empty when the text is none.
std::vector<qint64> runsOfText(const std::string& packed)
{
    std::vector<qint64> runs;
    for (size_t i = 0; i < packed.size();) {
        qint64 value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            if (i == packed.size() || shift > 50) // cut, or longer than any mask
                return {};
            const int c = packed[i++] - 48;
            if (c < 0 || c > 63)
                return {};
            value |= qint64(c & 0x1F) << shift;
            more = c & 0x20;
            shift += 5;
            if (!more && (c & 0x10))
                value -= qint64(1) << shift;
        }
        if (runs.size() > 2)
            value += runs[runs.size() - 2];
        if (value < 0 || value > longestSide * longestSide)
            return {};
        runs.push_back(value);
    }
    return runs;
}

std::vector<qint64> runsOfList(const Json& counts)
{
    std::vector<qint64> runs;
    for (const Json& run : counts) {
        const double length = number(run);
        if (!(length >= 0 && length <= double(longestSide * longestSide)))
            return {};
        runs.push_back(qint64(length));
    }
    return runs;
}

/// {"counts": runs down the columns, "size": [height, width]}; runs are outside, inside, outside …
void hullOfRuns(const Json& mask, CocoAnnotation& out)
{
    const auto counts = mask.find("counts"), size = mask.find("size");
    if (counts == mask.end() || size == mask.end() || !size->is_array() || size->size() != 2)
        return;
    const double rows = number((*size)[0]), columns = number((*size)[1]);
    if (!(rows >= 1 && rows <= double(longestSide) && columns >= 1 && columns <= double(longestSide)))
        return;
    const auto height = qint64(rows), width = qint64(columns);
    const std::vector<qint64> runs = counts->is_string() ? runsOfText(counts->get<std::string>())
        : counts->is_array()                             ? runsOfList(*counts)
                                                         : std::vector<qint64>();
    qint64 at = 0, x0 = width, y0 = height, x1 = -1, y1 = -1;
    for (size_t i = 0; i < runs.size() && at < height * width; ++i) {
        const qint64 length = std::min(runs[i], height * width - at);
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
    const double x = number((*box)[0]), y = number((*box)[1]), width = number((*box)[2]), height = number((*box)[3]);
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
        if (const QString name = textOf(image, key); !name.trimmed().isEmpty())
            return name;
    return textOf(image, "coco_url").section(QLatin1Char('/'), -1);
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
        if (m_isList && depth == 1 && event == Event::object_end) {
            m_content.kind = parsed.contains("image_id") && parsed.contains("score") ? CocoKind::Results : CocoKind::Unknown;
            throw KindIsPlain{};
        }
        if (m_isList || depth != 2 || event == Event::key || event == Event::object_start || event == Event::array_start)
            return true;
        m_file.endElement();
        if (event == Event::object_end)
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
            m_content.images.push_back({idOf(object, "id"), fileNameOf(object), QSize(wholeNumber(object, "width"), wholeNumber(object, "height")), m_elements});
        } else if (m_key == "categories") {
            m_content.categories.push_back({idOf(object, "id"), textOf(object, "name"), m_elements});
            const QString above = textOf(object, "supercategory");
            m_stuff += above.endsWith(QLatin1String("-stuff")) ? 1 : -1;
            m_content.kind = m_content.kind == CocoKind::Boxes && m_stuff > 0 ? CocoKind::Stuff : m_content.kind;
        } else if (m_key == "annotations") {
            takeAnnotation(object);
        }
    }

    void takeAnnotation(const Json& object)
    {
        if (object.contains("segments_info") || (object.contains("caption") && !object.contains("bbox") && !object.contains("segmentation"))) {
            m_content.kind = object.contains("caption") ? CocoKind::Captions : CocoKind::Panoptic;
            throw KindIsPlain{};
        }
        if (object.contains("keypoints"))
            m_content.kind = CocoKind::Keypoints;
        CocoAnnotation annotation = shapeOf(object);
        annotation.imageId = idOf(object, "image_id");
        annotation.categoryId = idOf(object, "category_id");
        annotation.crowd = wholeNumber(object, "iscrowd") == 1;
        annotation.element = m_elements;
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
