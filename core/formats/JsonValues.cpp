#include "core/formats/JsonValues.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace core {

using Json = nlohmann::json;

const Json& jsonMember(const Json& object, const char* key)
{
    static const Json nothing;
    if (!object.is_object())
        return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

double jsonNumber(const Json& value)
{
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

double jsonNumber(const Json& object, const char* key)
{
    return jsonNumber(jsonMember(object, key));
}

int jsonWholeNumber(const Json& object, const char* key)
{
    return jsonWholeNumber(jsonMember(object, key));
}

int jsonWholeNumber(const Json& found)
{
    if (found.is_boolean())
        return found.get<bool>() ? 1 : 0;
    const double value = found.is_string() ? QString::fromStdString(found.get<std::string>()).toDouble() : jsonNumber(found);
    return std::isfinite(value) && std::abs(value) < 1e9 ? int(std::lround(value)) : 0;
}

QString jsonText(const Json& value)
{
    if (!(value.is_string() || value.is_number() || value.is_boolean()))
        return {};
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString jsonText(const Json& object, const char* key)
{
    return jsonText(jsonMember(object, key));
}

bool jsonYes(const Json& object, const char* key)
{
    const QString word = jsonText(object, key).trimmed().toLower();
    return word == QLatin1String("true") || word == QLatin1String("1") || word == QLatin1String("yes");
}

std::optional<double> jsonScore(const Json& object, const char* key)
{
    const Json& found = jsonMember(object, key);
    if (found.is_null() || (found.is_string() && jsonText(found).trimmed().isEmpty()))
        return std::nullopt;
    if (!found.is_string())
        return jsonNumber(found);
    bool isNumber = false;
    const double score = jsonText(found).trimmed().toDouble(&isNumber);
    return isNumber ? score : std::numeric_limits<double>::quiet_NaN();
}

QSize jsonSize(const Json& object, const char* width, const char* height)
{
    const QSize size(jsonWholeNumber(object, width), jsonWholeNumber(object, height));
    return size.isEmpty() ? QSize() : size;
}

} // namespace core
