#include "core/formats/ViaRegion.h"

#include "core/formats/SourceText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Json = nlohmann::json;

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

} // namespace

ViaRegion viaRegion(const nlohmann::json& shape, const nlohmann::json& attributes)
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

ViaRegion viaRegion(const QByteArray& shapeJson, const QByteArray& attributesJson)
{
    const Json shape = Json::parse(shapeJson.trimmed().isEmpty() ? "{}" : shapeJson.toStdString(), nullptr, false);
    const Json attributes = Json::parse(attributesJson.toStdString(), nullptr, false);
    return viaRegion(shape, attributes);
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
        return reading.reject(raw, QStringLiteral("bad_row"), file, line, SourceText::tr("the shape of the region"));
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

} // namespace core
