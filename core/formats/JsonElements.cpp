#include "core/formats/JsonElements.h"

#include "core/base/Error.h"
#include "core/formats/JsonFile.h"
#include "core/formats/SourceText.h"

#include <nlohmann/json.hpp>

namespace core {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 64;

/// Takes each finished element out of the parser.
class Picker {
public:
    Picker(const JsonElementTaker& take, JsonFile& file) : m_take(take), m_file(file) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed)
    {
        using Event = Json::parse_event_t;
        if (depth > deepest)
            throw Error(SourceText::tr("nested too deeply"));
        if (depth == 0)
            m_isList = m_isList || event == Event::array_start;
        if (depth == 1 && event == Event::key) {
            m_key = parsed.get<std::string>();
            m_number = 0;
        }
        if (depth == 1 && (event == Event::array_start || event == Event::object_start))
            m_isInList = event == Event::array_start;
        const bool isElement = depth == 1 ? m_isList : depth == 2 && m_isInList && !m_isList;
        const bool isMember = depth == 1 && !m_isList;
        const bool isWhole = event == Event::value || event == Event::object_end || event == Event::array_end;
        if (!isWhole || !(isElement || isMember))
            return true;
        m_file.endElement();
        if (isElement && m_take)
            m_take(m_key, ++m_number, parsed);
        else if (m_take)
            m_take(m_key, event == Event::array_end ? -1 : 0, parsed);
        return false;
    }

private:
    const JsonElementTaker& m_take;
    JsonFile& m_file;
    std::string m_key;
    int m_number = 0;
    bool m_isList = false, m_isInList = false;
};

} // namespace

JsonPass eachJsonElement(const QString& path, const JsonElementTaker& take, const std::function<bool()>& isCanceled,
                         const std::function<void(qint64, qint64)>& progressed, qint64 mostBytes)
{
    JsonFile file(path, isCanceled, progressed, mostBytes);
    JsonPass pass{file.isGuessed(), false};
    Picker picker(take, file);
    try { // the parser's own exception becomes a sentence
        const Json rest = Json::parse(file.begin(), file.end(), [&](int depth, Json::parse_event_t event, Json& parsed) { return picker(depth, event, parsed); });
    } catch (const Json::parse_error& error) {
        throw Error(SourceText::tr("broken at byte %1").arg(qint64(error.byte)));
    } catch (const JsonFile::Canceled&) {
        pass.canceled = true;
    }
    return pass;
}

} // namespace core
