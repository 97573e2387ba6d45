#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QString>

#include <optional>

namespace core {

// Values of JSON as annotation programs write them; what is absent or of another type is no error here.

double numberIn(const nlohmann::json& value);                          // NaN: no number
double numberIn(const nlohmann::json& object, const char* key);       // NaN: no object, absent or no number
/// A whole number that is reckoned with (a size, a flag), rounded; texts of numbers and truth values too. 0: none.
int wholeNumberIn(const nlohmann::json& value);
int wholeNumberIn(const nlohmann::json& object, const char* key);
/// A name; numbers and truth values are taken as they are written. Empty: none.
QString textIn(const nlohmann::json& value);
QString textIn(const nlohmann::json& object, const char* key);
/// true, 1, "true", "yes", "1".
bool saysYes(const nlohmann::json& object, const char* key);
/// A score as number or text; nothing where it is absent, null or empty. NaN: there is something else.
std::optional<double> scoreIn(const nlohmann::json& object, const char* key);
/// The member, or null where there is none (or `object` is no object).
const nlohmann::json& memberOf(const nlohmann::json& object, const char* key);

} // namespace core
