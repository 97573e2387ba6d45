#include "core/formats/Via.h"

#include "core/base/Error.h"
#include "core/formats/JsonFile.h"
#include "core/formats/SourcePaths.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Json = nlohmann::json;
using Level = ImportIssue::Level;

double number(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : qQNaN();
}

QString plain(const Json& value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>()).trimmed();
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(value.dump());
    QStringList ticked; // {"cat": true, "dog": false}
    if (value.is_object())
        for (auto option = value.begin(); option != value.end(); ++option)
            if (option->is_boolean() && option->get<bool>())
                ticked << QString::fromStdString(option.key());
    return ticked.join(QLatin1Char(';'));
}

void hullOfPoints(const Json& shape, ViaRegion& region)
{
    const auto xs = shape.find("all_points_x"), ys = shape.find("all_points_y");
    if (xs == shape.end() || ys == shape.end() || !xs->is_array() || !ys->is_array() || xs->empty() || xs->size() != ys->size())
        return;
    region.shape = ViaRegion::Shape::Hull;
    region.x0 = region.y0 = 1e18;
    region.x1 = region.y1 = -1e18;
    for (size_t i = 0; i < xs->size(); ++i) {
        const double x = (*xs)[i].is_number() ? (*xs)[i].get<double>() : qQNaN(), y = (*ys)[i].is_number() ? (*ys)[i].get<double>() : qQNaN();
        if (std::isnan(x) || std::isnan(y)) {
            region.shape = ViaRegion::Shape::Broken;
            return;
        }
        region.x0 = std::min(region.x0, x);
        region.y0 = std::min(region.y0, y);
        region.x1 = std::max(region.x1, x);
        region.y1 = std::max(region.y1, y);
    }
}

void setAround(ViaRegion& region, const Json& shape, double rx, double ry)
{
    region.shape = ViaRegion::Shape::Hull;
    const double cx = number(shape, "cx"), cy = number(shape, "cy");
    region.x0 = cx - rx;
    region.y0 = cy - ry;
    region.x1 = cx + rx;
    region.y1 = cy + ry;
}

/// An ellipse turned by theta: half the sides of the upright box around it.
void setEllipse(ViaRegion& region, const Json& shape)
{
    const double rx = number(shape, "rx"), ry = number(shape, "ry");
    const double theta = shape.contains("theta") ? number(shape, "theta") : 0;
    const double c = std::cos(theta), s = std::sin(theta);
    setAround(region, shape, std::hypot(rx * c, ry * s), std::hypot(rx * s, ry * c));
}

void setShape(ViaRegion& region, const Json& shape)
{
    if (shape.empty()) {
        region.shape = ViaRegion::Shape::None;
        return;
    }
    const auto found = shape.find("name");
    const std::string name = found != shape.end() && found->is_string() ? found->get<std::string>() : std::string();
    if (name == "rect" || name == "rectangle") {
        region.shape = ViaRegion::Shape::Rect;
        region.x0 = number(shape, "x");
        region.y0 = number(shape, "y");
        region.x1 = region.x0 + number(shape, "width");
        region.y1 = region.y0 + number(shape, "height");
    } else if (name == "polygon") {
        hullOfPoints(shape, region);
    } else if (name == "circle") {
        setAround(region, shape, number(shape, "r"), number(shape, "r"));
    } else if (name == "ellipse") {
        setEllipse(region, shape);
    } else if (name == "point" || name == "polyline" || name == "line") {
        region.shape = ViaRegion::Shape::NoArea;
    }
}

ViaRegion regionOf(const Json& shape, const Json& attributes)
{
    ViaRegion region;
    if (!shape.is_object())
        return region;
    setShape(region, shape);
    if (attributes.is_object())
        for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute)
            if (const QString value = plain(*attribute); !value.isEmpty())
                region.attributes.insert(QString::fromStdString(attribute.key()), value);
    return region;
}

/// The pictures of a file, saved alone or as a whole project.
const Json* picturesOf(const Json& root)
{
    if (!root.is_object())
        return nullptr;
    const auto project = root.find("_via_img_metadata");
    const Json& pictures = project != root.end() ? *project : root;
    if (!pictures.is_object() || pictures.empty())
        return nullptr;
    const Json& first = *pictures.begin();
    return first.is_object() && first.contains("filename") && first.contains("regions") ? &pictures : nullptr;
}

bool looksLikeVia(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(65'536);
    return start.contains("\"_via_img_metadata\"") || (start.contains("\"filename\"") && start.contains("\"regions\"") && start.contains("\"file_attributes\""));
}

QStringList viaFiles(const SourceTree& tree)
{
    QStringList files = tree.withSuffix({QStringLiteral("json")});
    files.removeIf([&](const QString& file) { return (tree.isCanceled && tree.isCanceled()) || !looksLikeVia(tree.absolute(file)); });
    return files;
}

class ViaFileReader {
public:
    ViaFileReader(Reading& reading, const SourcePaths& paths, const QString& file) : m_reading(reading), m_paths(paths), m_file(file) {}

    void read()
    {
        const QString path = m_reading.tree().absolute(m_file);
        JsonFile json(path, [this] { return m_reading.isCanceled(); }, [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        const Json root = Json::parse(json.begin(), json.end());
        const Json* const pictures = picturesOf(root);
        if (!pictures)
            throw Error(QCoreApplication::translate("Source", "it holds no list of pictures"));
        ViaClassAttribute attribute;
        for (const Json& picture : *pictures)
            for (const Json* region : regionsOf(picture))
                attribute.see(parsed(*region));
        m_classAttribute = attribute.name();
        m_base = QFileInfo(path).path();
        m_split = splitInName(QFileInfo(path).completeBaseName());
        for (const Json& picture : *pictures) {
            if (m_reading.isCanceled())
                return;
            ++m_element;
            take(picture);
        }
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
    /// A list, or in version 1 an object whose keys are numbers.
    static std::vector<const Json*> regionsOf(const Json& picture)
    {
        std::vector<const Json*> regions;
        const auto found = picture.is_object() ? picture.find("regions") : picture.end();
        if (picture.is_object() && found != picture.end() && (found->is_array() || found->is_object()))
            for (const Json& region : *found)
                regions.push_back(&region);
        return regions;
    }

    static ViaRegion parsed(const Json& region)
    {
        const auto part = [&](const char* key) { return region.is_object() && region.contains(key) ? region[key] : Json(); };
        return regionOf(part("shape_attributes"), part("region_attributes"));
    }

    void take(const Json& picture)
    {
        const QString name = picture.is_object() && picture.contains("filename") ? plain(picture["filename"]) : QString();
        const std::vector<const Json*> regions = regionsOf(picture);
        const SourcePaths::Answer answer = m_paths.find(name, {m_base, m_base + QStringLiteral("/images")});
        if (answer.path.isEmpty()) {
            m_reading.data.annotationsRead += qint64(regions.size());
            m_reading.data.annotationsRejected += qint64(regions.size());
            return m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, m_element, name);
        }
        RawRecord& raw = m_reading.record(answer.path);
        raw.file = m_file;
        raw.record.hasRecord = true;
        raw.record.split = m_split ? m_split : raw.record.split;
        for (const Json* region : regions)
            takeViaRegion(m_reading, raw, parsed(*region), m_classAttribute, m_file, m_element, m_hulls);
    }

    Reading& m_reading;
    const SourcePaths& m_paths;
    QString m_file, m_base, m_classAttribute;
    std::optional<Split> m_split;
    int m_element = 0;
    int m_hulls = 0;
};

} // namespace

ViaRegion viaRegion(const QByteArray& shapeJson, const QByteArray& attributesJson)
{
    const Json shape = Json::parse(shapeJson.trimmed().isEmpty() ? "{}" : shapeJson.toStdString(), nullptr, false);
    const Json attributes = Json::parse(attributesJson.toStdString(), nullptr, false);
    return regionOf(shape, attributes);
}

void ViaClassAttribute::see(const ViaRegion& region)
{
    for (auto attribute = region.attributes.cbegin(); attribute != region.attributes.cend(); ++attribute)
        ++m_filled[attribute.key()];
}

QString ViaClassAttribute::name() const
{
    for (const char* usual : {"class", "label", "type", "name", "category", "object", "species", "class_name", "object_name", "tag"})
        for (auto attribute = m_filled.cbegin(); attribute != m_filled.cend(); ++attribute)
            if (attribute.key().compare(QLatin1String(usual), Qt::CaseInsensitive) == 0)
                return attribute.key();
    return m_filled.size() == 1 ? m_filled.firstKey() : QString();
}

void takeViaRegion(Reading& reading, RawRecord& raw, const ViaRegion& region, const QString& classAttribute, const QString& file, int line, int& hulls)
{
    if (region.shape == ViaRegion::Shape::None)
        return; // the picture was looked at, and nothing is there
    if (region.shape == ViaRegion::Shape::NoArea)
        return reading.reject(raw, QStringLiteral("shape_without_area"), file, line);
    if (region.shape == ViaRegion::Shape::Broken)
        return reading.reject(raw, QStringLiteral("bad_row"), file, line, QCoreApplication::translate("Source", "the shape of the region"));
    const QString written = region.attributes.value(classAttribute);
    if (cleanName(written).isEmpty() || classAttribute.isEmpty())
        return reading.reject(raw, QStringLiteral("unknown_class"), file, line, QStringList(region.attributes.keys()).join(QStringLiteral(", ")));
    hulls += region.shape == ViaRegion::Shape::Hull ? 1 : 0;
    RawBox box;
    box.conceptName = reading.conceptNamed(written, file, line);
    box.line = line;
    box.x0 = region.x0;
    box.y0 = region.y0;
    box.x1 = region.x1;
    box.y1 = region.y1;
    raw.boxes.push_back(box);
}

Detection detectVia(const SourceTree& tree)
{
    const QStringList files = viaFiles(tree);
    if (files.isEmpty())
        return {};
    return {94, QCoreApplication::translate("Source", "VGG Image Annotator: %1").arg(files.join(QStringLiteral(", ")))};
}

void readVia(Reading& reading)
{
    const SourcePaths paths(reading.tree());
    for (const QString& file : viaFiles(reading.tree())) {
        if (reading.isCanceled())
            break;
        reading.took(file);
        QString why;
        try { // one file that is broken must not cost the others
            ViaFileReader(reading, paths, file).read();
            reading.leaveOutside(file, paths.takeOutside());
            reading.data.type = ViewType::Detection;
        } catch (const JsonFile::Canceled&) {
            break;
        } catch (const Error& error) {
            why = error.message();
        } catch (const Json::exception&) {
            why = QCoreApplication::translate("Source", "it is no whole JSON");
        }
        if (!why.isEmpty())
            reading.issue(Level::Rejected, QStringLiteral("bad_file"), file, 0, why);
    }
    if (!reading.tree().isFile)
        reading.addOtherPictures();
}

} // namespace core
