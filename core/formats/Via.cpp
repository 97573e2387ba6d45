#include "core/base/Error.h"
#include "core/formats/JsonFile.h"
#include "core/formats/JsonKind.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"
#include "core/formats/ViaRegion.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace core {

namespace {

using Json = nlohmann::json;
using Level = ImportIssue::Level;

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

class ViaFileReader {
public:
    ViaFileReader(Reading& reading, const SourcePaths& paths, const QString& file) : m_reading(reading), m_paths(paths), m_file(file) {}

    void read()
    {
        const QString path = m_reading.tree().absolute(m_file);
        JsonFile json(path, [this] { return m_reading.isCanceled(); }, [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        if (json.isGuessed())
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        const Json root = Json::parse(json.begin(), json.end());
        const Json* const pictures = picturesOf(root);
        if (!pictures)
            throw Error(SourceText::tr("it holds no list of pictures"));
        ViaClassAttribute attribute;
        for (const Json& picture : *pictures)
            for (const Json* region : regionsOf(picture))
                attribute.see(parsed(*region));
        m_classAttribute = attribute.name();
        m_base = QFileInfo(path).path();
        m_split = splitInName(QFileInfo(path).completeBaseName());
        findRivals(*pictures);
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
        return viaRegion(part("shape_attributes"), part("region_attributes"));
    }

    static QString nameOf(const Json& picture)
    {
        const auto name = picture.is_object() ? picture.find("filename") : picture.end();
        if (!picture.is_object() || name == picture.end() || !(name->is_string() || name->is_number()))
            return {};
        return QString::fromStdString(name->is_string() ? name->get<std::string>() : name->dump()).trimmed();
    }

    SourcePaths::Answer find(const QString& name) const { return m_paths.find(name, {m_base, m_base + QStringLiteral("/images")}); }

    /// The program tells pictures apart by name and size, so that two of one name from two folders are two entries. Of several that speak
    /// of one picture, the one with the size of its file is meant; none or several have it, and none of them is taken.
    void findRivals(const Json& pictures)
    {
        std::map<QString, std::vector<const Json*>> claims;
        for (const Json& picture : pictures)
            if (const QString path = find(nameOf(picture)).path; !path.isEmpty())
                claims[path].push_back(&picture);
        for (const auto& [path, rivals] : claims) {
            if (rivals.size() < 2)
                continue;
            const auto hasItsSize = [bytes = double(QFileInfo(path).size())](const Json* picture) {
                const auto size = picture->find("size");
                return size != picture->end() && size->is_number() && size->get<double>() == bytes;
            };
            const bool isOne = std::ranges::count_if(rivals, hasItsSize) == 1;
            for (const Json* rival : rivals)
                if (!isOne || !hasItsSize(rival))
                    m_refused.insert(rival);
        }
    }

    void rejectAll(const std::vector<const Json*>& regions, const QString& code, const QString& detail)
    {
        m_reading.data.annotationsRead += qint64(regions.size());
        m_reading.data.annotationsRejected += qint64(regions.size());
        m_reading.issue(Level::Rejected, code, m_file, m_element, detail);
    }

    void take(const Json& picture)
    {
        const QString name = nameOf(picture);
        const std::vector<const Json*> regions = regionsOf(picture);
        const SourcePaths::Answer answer = find(name);
        if (answer.path.isEmpty())
            return rejectAll(regions, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), name);
        if (m_refused.contains(&picture))
            return rejectAll(regions, QStringLiteral("claimed_twice"), m_reading.tree().relative(answer.path));
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
    std::set<const Json*> m_refused;
    int m_element = 0;
    int m_hulls = 0;
};

} // namespace

Detection detectVia(const SourceTree& tree)
{
    const QStringList files = jsonFiles(tree, JsonKind::Via);
    if (files.isEmpty())
        return {};
    return {94, SourceText::tr("VGG Image Annotator: %1").arg(files.join(QStringLiteral(", ")))};
}

void readVia(Reading& reading)
{
    const SourcePaths paths(reading.tree());
    for (const QString& file : jsonFiles(reading.tree(), JsonKind::Via)) {
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
            why = SourceText::tr("it is no whole JSON");
        }
        if (!why.isEmpty())
            reading.issue(Level::Rejected, QStringLiteral("bad_file"), file, 0, why);
    }
    if (!reading.tree().isFile)
        reading.addOtherPictures();
    reading.takeSplitsOfFolders();
}

} // namespace core
