#include "core/base/Error.h"
#include "core/formats/JsonKind.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"
#include "core/formats/StudioContent.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace core {

namespace {

using Level = ImportIssue::Level;
using AddFile = void (*)(StudioContent& content, const QString& path, const StudioPass& pass);

/// Joins what the files say with the pictures, and each tag with the view that it belongs to.
class StudioSource {
public:
    StudioSource(Reading& reading, JsonKind kind, AddFile add) : m_reading(reading), m_paths(reading.tree()), m_kind(kind), m_add(add) {}

    void read()
    {
        for (const QString& file : jsonFiles(m_reading.tree(), m_kind))
            if (!m_reading.isCanceled())
                add(file);
        if (m_reading.isCanceled())
            return;
        tellNotes();
        resolveViews();
        openViews();
        std::set<QString> seen;
        for (const StudioImage& image : m_content.images)
            take(image, seen);
        m_reading.leaveOutside(m_content.files.value(0), m_paths.takeOutside());
        for (const auto& [view, count] : m_leftOut)
            m_reading.issue(Level::Rejected, QStringLiteral("view_not_taken"), m_content.files.value(0), 0,
                            QStringLiteral("%1 (%2)").arg(m_content.views[size_t(view)].name).arg(count));
    }

private:
    void add(const QString& file)
    {
        m_reading.took(file);
        m_content.files << file;
        try { // one file that is broken must not cost the others
            m_add(m_content, m_reading.tree().absolute(file), {[this] { return m_reading.isCanceled(); }, [this](qint64 done, qint64 total) { m_reading.progress(done, total); }});
        } catch (const Error& error) {
            m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), file, 0, error.message());
        }
    }

    void tellNotes()
    {
        for (const StudioNote& note : m_content.notes) {
            const bool isNotice = note.code == QLatin1String("encoding_guessed") || note.code == QLatin1String("split_unknown");
            m_reading.issue(isNotice ? Level::Notice : Level::Rejected, note.code, m_content.files[note.file], note.line, note.detail);
        }
    }

    // Views -----------------------------------------------------------------------------------------------------------

    QString word(int place) const { return place < 0 ? QString() : m_content.words[place]; }

    /// The view that each region speaks of: the one it names, else the only one that has its tag.
    void resolveViews()
    {
        m_isDeclared = !m_content.views.empty();
        if (!m_isDeclared)
            gatherNamedViews();
        for (size_t i = 0; i < m_content.views.size(); ++i)
            for (const QString& name : m_content.views[i].concepts)
                m_ofTag[nameKey(cleanName(name))].push_back(int(i));
        m_viewOf.assign(m_content.regions.size(), none);
        for (size_t i = 0; i < m_content.regions.size(); ++i)
            m_viewOf[i] = viewOf(m_content.regions[i]);
        if (!m_isDeclared)
            gatherNameless();
    }

    /// Regions that name their views describe them, where no header does.
    void gatherNamedViews()
    {
        for (const StudioRegion& region : m_content.regions) {
            if (region.view < 0)
                continue;
            StudioView& view = m_content.views[size_t(madeView(word(region.view)))];
            if (region.isBox)
                view.type = ViewType::Detection;
            if (const QString tag = word(region.tag); !tag.isEmpty() && m_gathered.insert({region.view, region.tag}).second)
                view.concepts << tag;
        }
    }

    int madeView(const QString& name)
    {
        const auto known = std::ranges::find(m_content.views, name, &StudioView::key);
        if (known != m_content.views.end())
            return int(known - m_content.views.begin());
        StudioView view;
        view.name = view.key = name;
        m_content.views.push_back(view);
        return int(m_content.views.size()) - 1;
    }

    /// What names no view, and has no tag of one: boxes are one task, words about whole pictures another.
    void gatherNameless()
    {
        for (const bool isBox : {true, false}) {
            int view = none;
            for (size_t i = 0; i < m_content.regions.size(); ++i) {
                if (m_viewOf[i] != nameless || m_content.regions[i].isBox != isBox)
                    continue;
                if (view == none) {
                    StudioView made;
                    made.type = isBox ? std::optional(ViewType::Detection) : std::nullopt;
                    m_content.views.push_back(made);
                    view = int(m_content.views.size()) - 1;
                }
                m_viewOf[i] = view;
            }
        }
    }

    int viewOf(const StudioRegion& region) const
    {
        if (region.isBroken || region.tag < 0)
            return none;
        std::vector<int> candidates;
        if (region.view >= 0) {
            for (size_t i = 0; i < m_content.views.size(); ++i)
                if (m_content.views[i].key == word(region.view) || m_content.views[i].name == word(region.view))
                    return int(i);
            return m_isDeclared ? unknown : nameless;
        }
        const auto owners = m_ofTag.find(nameKey(cleanName(word(region.tag))));
        if (owners == m_ofTag.end())
            return m_isDeclared ? unknown : nameless;
        for (const int view : owners->second)
            if (looksAtBoxes(view) == region.isBox)
                candidates.push_back(view);
        return candidates.empty() ? misfit : candidates.size() > 1 ? ambiguous : candidates.front();
    }

    /// Its regions are boxes: of its own, or those of a view above it.
    bool looksAtBoxes(int view) const { return m_content.views[size_t(view)].type == ViewType::Detection || isBelowBoxes(view); }

    bool isBelowBoxes(int view) const
    {
        int above = m_content.views[size_t(view)].parent;
        for (int steps = 0; above >= 0 && steps < 64; ++steps, above = m_content.views[size_t(above)].parent)
            if (m_content.views[size_t(above)].type == ViewType::Detection)
                return true;
        return false;
    }

    /// Each view gets a reading of its own. The first is that of the source, or the first of the type that is asked for.
    void openViews()
    {
        findWordTypes();
        std::vector<int> order;
        for (size_t i = 0; i < m_content.views.size(); ++i)
            if (m_content.views[i].type && !isBelowBoxes(int(i)))
                order.push_back(int(i));
            else if (!m_content.views[i].type)
                m_reading.issue(Level::Rejected, QStringLiteral("view_type_unknown"), m_content.files.value(0), 0, m_content.views[i].name);
        if (m_reading.tree().target)
            std::ranges::stable_partition(order, [&](int view) { return m_content.views[size_t(view)].type == m_reading.tree().target; });
        m_open.assign(m_content.views.size(), nullptr);
        for (const int place : order) {
            const StudioView& view = m_content.views[size_t(place)];
            const bool isFirst = place == order.front();
            Reading& reading = isFirst ? m_reading : m_reading.further(nameOf(view), *view.type);
            reading.data.type = view.type;
            if (isFirst && !cleanName(view.name).isEmpty()) {
                reading.data.name = cleanName(view.name);
                reading.data.namesView = true;
            }
            for (const QString& name : view.concepts)
                reading.conceptNamed(name, m_content.files.value(0));
            m_open[size_t(place)] = &reading;
            if (view.parent >= 0)
                m_reading.issue(Level::Notice, QStringLiteral("view_of_all"), m_content.files.value(0), 0, view.name);
        }
        m_isOneView = order.size() == 1;
        if (order.empty())
            m_reading.data.type = ViewType::Detection;
    }

    QString nameOf(const StudioView& view) const
    {
        if (const QString name = cleanName(view.name); !name.isEmpty())
            return name;
        return (view.type == ViewType::Detection ? SourceText::tr("%1 (boxes)", "name of a view") : SourceText::tr("%1 (tags)", "name of a view")).arg(m_reading.data.name);
    }

    /// Of views that no header describes: several words for one picture stand each for itself.
    void findWordTypes()
    {
        if (m_isDeclared)
            return;
        std::set<int> several;
        for (const StudioImage& image : m_content.images) {
            std::map<int, std::set<int>> tags;
            for (size_t i = image.first; i < image.last; ++i)
                if (m_viewOf[i] >= 0 && !m_content.regions[i].isBox)
                    if (auto& words = tags[m_viewOf[i]]; words.insert(m_content.regions[i].tag).second && words.size() > 1)
                        several.insert(m_viewOf[i]);
        }
        for (size_t i = 0; i < m_content.views.size(); ++i)
            if (StudioView& view = m_content.views[i]; !view.type)
                view.type = several.contains(int(i)) ? ViewType::Tagging : ViewType::Classification;
        for (StudioView& view : m_content.views) // in the order in which the file lists its tags
            if (view.concepts.isEmpty())
                for (const QString& tag : std::as_const(m_content.declared))
                    if (!view.concepts.contains(tag) && isUsed(tag, int(&view - m_content.views.data())))
                        view.concepts << tag;
    }

    bool isUsed(const QString& tag, int view)
    {
        if (m_used.empty())
            for (size_t i = 0; i < m_content.regions.size(); ++i)
                m_used.insert({m_viewOf[i], word(m_content.regions[i].tag)});
        return m_used.contains({view, tag});
    }

    // Pictures --------------------------------------------------------------------------------------------------------

    void rejectAll(const StudioImage& image, const QString& code, const QString& detail)
    {
        const auto count = qint64(image.last - image.first);
        m_reading.data.annotationsRead += count;
        m_reading.data.annotationsRejected += count;
        m_reading.issue(Level::Rejected, code, m_content.files[image.file], image.element, detail);
    }

    void take(const StudioImage& image, std::set<QString>& seen)
    {
        const QString file = m_content.files[image.file], beside = QFileInfo(m_reading.tree().absolute(file)).path();
        const SourcePaths::Answer answer = m_paths.find(image.location, {beside, beside + QStringLiteral("/images")});
        if (answer.path.isEmpty()) {
            const bool isAddress = image.location.contains(QLatin1String("://")) && !image.location.startsWith(QLatin1String("file:"));
            return rejectAll(image, answer.ambiguous ? QStringLiteral("ambiguous_name") : isAddress ? QStringLiteral("not_local") : QStringLiteral("image_missing"), image.location);
        }
        if (!seen.insert(answer.path).second) {
            ++m_reading.record(answer.path).refused;
            return rejectAll(image, QStringLiteral("claimed_twice"), m_reading.tree().relative(answer.path));
        }
        RawRecord& first = m_reading.record(answer.path);
        first.file = file;
        first.record.split = image.split ? image.split : splitInName(QFileInfo(file).completeBaseName());
        takeEmptiness(image, answer.path);
        for (size_t i = image.first; i < image.last; ++i)
            takeRegion(m_content.regions[i], m_viewOf[i], answer.path, file);
    }

    /// An empty list says that nothing is there, in every view. Of several views, one that a picture with regions says nothing of is not looked at.
    void takeEmptiness(const StudioImage& image, const QString& path)
    {
        for (size_t view = 0; view < m_open.size(); ++view) {
            if (!m_open[view])
                continue;
            RawRecord& raw = m_open[view]->record(path);
            raw.file = m_content.files[image.file];
            raw.relative = true;
            bool isSpokenOf = m_isOneView || (image.first == image.last && m_content.views[view].parent < 0);
            for (size_t i = image.first; i < image.last; ++i)
                isSpokenOf = isSpokenOf || m_viewOf[i] == int(view);
            raw.record.hasRecord = image.saysRegions && isSpokenOf;
        }
    }

    void takeRegion(const StudioRegion& region, int place, const QString& path, const QString& file)
    {
        if (place >= 0 && !m_open[size_t(place)]) {
            ++m_leftOut[place];
            ++m_reading.data.annotationsRead;
            ++m_reading.data.annotationsRejected;
            return;
        }
        Reading& reading = place >= 0 ? *m_open[size_t(place)] : m_reading;
        RawRecord& raw = reading.record(path);
        if (region.isBroken)
            return reading.reject(raw, QStringLiteral("bad_row"), file, region.element, SourceText::tr("the kind of a region"));
        const QString tag = word(region.tag);
        if (cleanName(tag).isEmpty() || place == unknown)
            return reading.reject(raw, QStringLiteral("unknown_class"), file, region.element, QStringLiteral("“%1”").arg(tag));
        if (place == ambiguous)
            return reading.reject(raw, QStringLiteral("ambiguous_concept"), file, region.element, tag);
        if (place == misfit || region.isBox != (m_content.views[size_t(place)].type == ViewType::Detection))
            return reading.reject(raw, QStringLiteral("region_misfit"), file, region.element, tag);
        const QString name = reading.conceptNamed(tag, file, region.element);
        if (region.isBox) {
            RawBox box{name, region.x0, region.y0, region.x1, region.y1, 0, region.element, region.score, region.threshold};
            raw.boxes.push_back(box);
        } else if (region.score) {
            raw.record.drafts.push_back({name, std::nullopt, *region.score, region.threshold, region.element});
        } else {
            raw.record.labels << name;
        }
    }

    static constexpr int none = -1, nameless = -2, unknown = -3, ambiguous = -4, misfit = -5;

    Reading& m_reading;
    SourcePaths m_paths;
    JsonKind m_kind;
    AddFile m_add;
    StudioContent m_content;
    bool m_isDeclared = false, m_isOneView = false;
    std::map<QString, std::vector<int>> m_ofTag; // name key -> views
    std::vector<int> m_viewOf;                   // of each region: its view, or one of the above
    std::set<std::pair<int, int>> m_gathered;    // words: view, tag
    std::set<std::pair<int, QString>> m_used;
    std::vector<Reading*> m_open;                // of each view; null: not taken
    std::map<int, qint64> m_leftOut;             // view -> annotations
};

Detection detect(const SourceTree& tree, JsonKind kind, const char* sentence)
{
    const QStringList files = jsonFiles(tree, kind);
    if (files.isEmpty())
        return {};
    return {96, SourceText::tr(sentence).arg(files.mid(0, 5).join(QStringLiteral(", ")))};
}

void read(Reading& reading, JsonKind kind, AddFile add)
{
    StudioSource(reading, kind, add).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
    reading.takeSplitsOfFolders();
}

} // namespace

Detection detectLines(const SourceTree& tree)
{
    return detect(tree, JsonKind::Lines, QT_TRANSLATE_NOOP("Source", "JSON lines with views: %1"));
}

void readLines(Reading& reading)
{
    read(reading, JsonKind::Lines, &addProjectLines);
}

Detection detectStudio(const SourceTree& tree)
{
    return detect(tree, JsonKind::Studio, QT_TRANSLATE_NOOP("Source", "Studio JSON: %1"));
}

void readStudio(Reading& reading)
{
    read(reading, JsonKind::Studio, &addStudioJson);
}

Detection detectVulcan(const SourceTree& tree)
{
    return detect(tree, JsonKind::Vulcan, QT_TRANSLATE_NOOP("Source", "Predictions (Vulcan JSON): %1"));
}

void readVulcan(Reading& reading)
{
    read(reading, JsonKind::Vulcan, &addVulcanJson);
}

} // namespace core
