#include "core/formats/StudioContent.h"

#include "core/base/Error.h"
#include "core/formats/JsonElements.h"
#include "core/formats/JsonFile.h"
#include "core/formats/JsonValues.h"
#include "core/formats/SourceText.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core {

namespace {

using Json = nlohmann::json;

constexpr int deepestViews = 32;
constexpr size_t mostRegions = 20'000'000;

/// Reads the parts of one file into the content.
class Taker {
public:
    explicit Taker(StudioContent& content) : m_content(content), m_file(int(content.files.size()) - 1) {}

    /// {"location", "stage", "annotated_regions": […]}
    void takeImage(int element, const Json& object)
    {
        if (!object.is_object() || textIn(object, "location").isEmpty())
            return note("bad_row", element, SourceText::tr("it names no picture"));
        StudioImage image;
        image.location = textIn(object, "location");
        const QString stage = textIn(object, "stage");
        image.split = splitFromKey(stage.toLower());
        if (!stage.isEmpty() && !image.split)
            note("split_unknown", element, stage);
        const Json& regions = memberOf(object, "annotated_regions");
        image.saysRegions = regions.is_array();
        begin(image, element);
        for (const Json& region : regions)
            takeRegion(element, region);
        end(image);
    }

    /// {"picture" or "location", "data": {"view"}, "outputs": [{"labels": {"predicted": […]}}]}; `name`: of a picture that is not named.
    void takePrediction(int element, const Json& object, const QString& name)
    {
        StudioImage image;
        for (const char* key : {"picture", "location"})
            image.location = image.location.isEmpty() ? textIn(object, key) : image.location;
        image.location = image.location.isEmpty() ? name : image.location;
        const Json& outputs = memberOf(object, "outputs");
        if (image.location.isEmpty() || !outputs.is_array())
            return note("bad_row", element, image.location.isEmpty() ? SourceText::tr("it names no picture") : SourceText::tr("it holds no outputs"));
        const int view = outputs.size() == 1 ? m_content.word(textIn(memberOf(object, "data"), "view")) : -1;
        begin(image, element);
        for (const Json& output : outputs)
            for (const Json& label : memberOf(memberOf(output, "labels"), "predicted"))
                takeLabel(element, label, view);
        end(image);
    }

    void takeHeader(const Json& header)
    {
        for (const Json& view : memberOf(header, "views"))
            takeView(view, -1, 0);
        findParents();
    }

    void takeTags(const Json& tag) { m_content.declared << textIn(tag); }
    void note(const char* code, int line, const QString& detail) { m_content.notes.push_back({QLatin1String(code), detail, m_file, line}); }

private:
    void begin(StudioImage& image, int element)
    {
        image.file = m_file;
        image.element = element;
        image.first = m_content.regions.size();
    }
    void end(StudioImage& image)
    {
        image.last = m_content.regions.size();
        m_content.images.push_back(image);
        if (m_content.regions.size() > mostRegions)
            throw Error(SourceText::tr("more than %1 entries").arg(mostRegions));
    }

    void takeRegion(int element, const Json& object)
    {
        StudioRegion region;
        region.element = element;
        const QString type = textIn(object, "region_type").toLower();
        region.isBox = type == QLatin1String("box");
        region.isBroken = !region.isBox && type != QLatin1String("whole");
        region.score = scoreIn(object, "score");
        region.threshold = scoreIn(object, "threshold");
        region.view = m_content.word(textIn(object, "view"));
        takeCorners(region, memberOf(object, "region"));
        const Json& tags = memberOf(object, "tags");
        if (!tags.is_array() || tags.empty())
            m_content.regions.push_back(region);
        for (const Json& tag : tags.is_array() ? tags : Json::array()) {
            region.tag = m_content.word(textIn(tag));
            m_content.regions.push_back(region);
        }
    }

    void takeLabel(int element, const Json& object, int view)
    {
        StudioRegion region;
        region.element = element;
        region.tag = m_content.word(textIn(object, "label_name"));
        region.view = view;
        const Json& roi = memberOf(object, "roi");
        region.isBox = roi.is_object();
        takeCorners(region, memberOf(roi, "bbox"));
        region.score = scoreIn(object, "score").value_or(qQNaN());
        region.threshold = scoreIn(object, "threshold");
        m_content.regions.push_back(region);
    }

    static void takeCorners(StudioRegion& region, const Json& corners)
    {
        region.x0 = numberIn(corners, "xmin");
        region.y0 = numberIn(corners, "ymin");
        region.x1 = numberIn(corners, "xmax");
        region.y1 = numberIn(corners, "ymax");
    }

    static std::optional<ViewType> typeOf(const QString& word)
    {
        const QString start = word.trimmed().left(3).toLower();
        if (start == QLatin1String("cla"))
            return ViewType::Classification;
        if (start == QLatin1String("tag"))
            return ViewType::Tagging;
        return start == QLatin1String("det") ? std::optional(ViewType::Detection) : std::nullopt;
    }

    void takeView(const Json& object, int parent, int depth)
    {
        if (!object.is_object() || depth > deepestViews)
            return note("bad_row", 1, SourceText::tr("a view in it"));
        StudioView view;
        view.key = textIn(object, "name");
        view.name = textIn(object, "real_name").trimmed().isEmpty() ? view.key : textIn(object, "real_name");
        view.type = typeOf(textIn(object, "type"));
        view.parent = parent;
        for (const Json& item : memberOf(object, "concepts"))
            view.concepts << (item.is_object() ? textIn(item, "name") : textIn(item));
        for (const Json& clause : memberOf(object, "conditions")) {
            QStringList together;
            for (const Json& item : clause.is_array() ? clause : Json::array({clause}))
                together << (item.is_object() ? textIn(item, "name") : textIn(item));
            view.conditions.push_back(together);
        }
        const auto known = std::ranges::find(m_content.views, view.key, &StudioView::key);
        auto place = int(known - m_content.views.begin());
        if (known == m_content.views.end())
            m_content.views.push_back(std::move(view));
        else // another file of the same project
            for (const QString& name : view.concepts)
                if (!known->concepts.contains(name))
                    known->concepts << name;
        for (const Json& child : memberOf(object, "children"))
            takeView(child, place, depth + 1);
    }

    /// In a flat list the parent of a view is the one that owns the concepts its conditions name.
    void findParents()
    {
        for (size_t i = 0; i < m_content.views.size(); ++i) {
            StudioView& view = m_content.views[i];
            for (size_t j = 0; j < m_content.views.size() && view.parent < 0 && !view.conditions.empty(); ++j) {
                const bool ownsAll = std::ranges::all_of(view.conditions, [&](const QStringList& clause) {
                    return std::ranges::all_of(clause, [&](const QString& name) { return m_content.views[j].concepts.contains(name); });
                });
                if (i != j && ownsAll)
                    view.parent = int(j);
            }
        }
    }

    StudioContent& m_content;
    int m_file;
};

/// What a file added goes when the file turns out to be broken.
class Restorer {
public:
    explicit Restorer(StudioContent& content)
        : m_content(content), m_images(content.images.size()), m_regions(content.regions.size()), m_notes(content.notes.size()), m_declared(content.declared.size()) {}

    void restore()
    {
        m_content.images.resize(m_images);
        m_content.regions.resize(m_regions);
        m_content.notes.resize(m_notes);
        m_content.declared = m_content.declared.mid(0, m_declared);
    }

private:
    StudioContent& m_content;
    size_t m_images, m_regions, m_notes;
    qsizetype m_declared;
};

void addElements(StudioContent& content, const QString& path, const StudioPass& pass, const JsonElementTaker& take)
{
    Restorer before(content);
    try { // half a file is taken as none
        const JsonPass done = eachJsonElement(path, take, pass.isCanceled, pass.progressed);
        if (done.guessed)
            content.notes.push_back({QStringLiteral("encoding_guessed"), {}, int(content.files.size()) - 1, 0});
    } catch (const Error&) {
        before.restore();
        throw;
    }
}

/// Hands over each line that holds something, as JSON; null where it is broken.
void eachLine(const QString& path, const StudioPass& pass, bool& isGuessed, const std::function<void(int line, const Json& object)>& take)
{
    JsonFile file(path, pass.isCanceled, pass.progressed);
    isGuessed = file.isGuessed();
    std::string text;
    int line = 1;
    const auto flush = [&] {
        if (text.find_first_not_of(" \t\r") != std::string::npos)
            take(line, Json::parse(text, nullptr, false));
        text.clear();
        file.endElement();
    };
    try {
        for (; !file.atEnd(); file.advance()) {
            if (file.current() != '\n') {
                text += file.current();
                continue;
            }
            flush();
            ++line;
        }
        flush();
    } catch (const JsonFile::Canceled&) {
    }
}

} // namespace

int StudioContent::word(const QString& text)
{
    if (text.isEmpty())
        return -1;
    const auto known = m_places.constFind(text);
    if (known != m_places.cend())
        return *known;
    words << text;
    return *m_places.insert(text, int(words.size()) - 1);
}

void addStudioJson(StudioContent& content, const QString& path, const StudioPass& pass)
{
    Taker taker(content);
    Json single = Json::object(); // {"location": …} for one picture alone
    addElements(content, path, pass, [&](const std::string& key, int number, Json& element) {
        if (key == "images" && number > 0)
            taker.takeImage(number, element);
        else if (key == "tags" && number > 0)
            taker.takeTags(element);
        else if (key == "videos" && number == 1)
            taker.note("not_read", 0, SourceText::tr("the videos in it; take their frames out as pictures"));
        else if (key == "annotated_regions" && number > 0)
            single[key].push_back(std::move(element));
        else if (key == "annotated_regions" && number < 0 && !single.contains(key))
            single[key] = Json::array();
        else if (key == "location" || key == "stage")
            single[key] = std::move(element);
    });
    if (single.contains("location"))
        taker.takeImage(1, single);
}

void addProjectLines(StudioContent& content, const QString& path, const StudioPass& pass)
{
    Taker taker(content);
    bool isGuessed = false;
    eachLine(path, pass, isGuessed, [&](int line, const Json& object) {
        if (object.is_discarded() || !object.is_object())
            taker.note("bad_row", line, SourceText::tr("it is no whole JSON"));
        else if (object.contains("views") && !object.contains("location"))
            taker.takeHeader(object);
        else
            taker.takeImage(line, object);
    });
    if (isGuessed)
        taker.note("encoding_guessed", 0, {});
}

void addVulcanJson(StudioContent& content, const QString& path, const StudioPass& pass)
{
    Taker taker(content);
    const QByteArray start = jsonSample(path).trimmed();
    const qsizetype end = start.indexOf('\n');
    if (start.startsWith('{') && end > 0 && start.left(end).trimmed().endsWith('}')) { // lines
        bool isGuessed = false;
        eachLine(path, pass, isGuessed, [&](int line, const Json& object) {
            if (object.is_discarded() || !object.is_object())
                taker.note("bad_row", line, SourceText::tr("it is no whole JSON"));
            else
                taker.takePrediction(line, object, {});
        });
        if (isGuessed)
            taker.note("encoding_guessed", 0, {});
        return;
    }
    Json single = Json::object();
    addElements(content, path, pass, [&](const std::string& key, int number, Json& element) {
        if (key.empty() && number > 0)
            taker.takePrediction(number, element, {});
        else if (number > 0)
            single[key].push_back(std::move(element));
        else if (number == 0)
            single[key] = std::move(element);
    });
    if (!single.empty()) // the answer for one picture, of which it has the name
        taker.takePrediction(1, single, QFileInfo(path).completeBaseName());
}

} // namespace core
