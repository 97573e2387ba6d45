#include "core/formats/JsonValues.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace core {

using Json = nlohmann::json;

const Json& memberOf(const Json& object, const char* key)
{
    static const Json nothing;
    if (!object.is_object())
        return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

double numberIn(const Json& value)
{
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

double numberIn(const Json& object, const char* key)
{
    return numberIn(memberOf(object, key));
}

int wholeNumberIn(const Json& object, const char* key)
{
    return wholeNumberIn(memberOf(object, key));
}

int wholeNumberIn(const Json& found)
{
    if (found.is_boolean())
        return found.get<bool>() ? 1 : 0;
    const double value = found.is_string() ? QString::fromStdString(found.get<std::string>()).toDouble() : numberIn(found);
    return std::isfinite(value) && std::abs(value) < 1e9 ? int(std::lround(value)) : 0;
}

QString textIn(const Json& value)
{
    if (!(value.is_string() || value.is_number() || value.is_boolean()))
        return {};
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString textIn(const Json& object, const char* key)
{
    return textIn(memberOf(object, key));
}

bool saysYes(const Json& object, const char* key)
{
    const QString word = textIn(object, key).trimmed().toLower();
    return word == QLatin1String("true") || word == QLatin1String("1") || word == QLatin1String("yes");
}

std::optional<double> scoreIn(const Json& object, const char* key)
{
    const Json& found = memberOf(object, key);
    if (found.is_null() || (found.is_string() && textIn(found).trimmed().isEmpty()))
        return std::nullopt;
    if (!found.is_string())
        return numberIn(found);
    bool isNumber = false;
    const double score = textIn(found).trimmed().toDouble(&isNumber);
    return isNumber ? score : std::numeric_limits<double>::quiet_NaN();
}

} // namespace core
