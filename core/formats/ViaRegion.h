#pragma once

#include "core/formats/Reading.h"

#include <nlohmann/json_fwd.hpp>

#include <QMap>

namespace core {

/// What one region of VGG Image Annotator 2 is. Its two descriptions are JSON objects; the CSV has them as cells.
struct ViaRegion {
    enum class Shape { Rect, Hull, NoArea, None, Broken } shape = Shape::Broken; // None: an empty description, no region at all
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    QMap<QString, QString> attributes; // filled ones; ticked options joined by ';'
};
ViaRegion viaRegion(const nlohmann::json& shape, const nlohmann::json& attributes);
ViaRegion viaRegion(const QByteArray& shapeJson, const QByteArray& attributesJson);

/// The attribute that names the class in all regions of a set: one called class, label, type …, else the only one there is.
/// Empty: several, and nothing tells which.
class ViaClassAttribute {
public:
    void see(const ViaRegion& region);
    QString name() const;

private:
    QMap<QString, int> m_filled;
};

/// Takes one region into the picture's record, or rejects it.
void takeViaRegion(Reading& reading, RawRecord& raw, const ViaRegion& region, const QString& classAttribute, const QString& file, int line, int& hulls);

} // namespace core
