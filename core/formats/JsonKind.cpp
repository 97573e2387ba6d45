#include "core/formats/JsonKind.h"

#include "core/formats/JsonFile.h"
#include "core/formats/TextFile.h"

#include <algorithm>

namespace core {

namespace {

/// Keys of a sample; a word that stands there as a value counts too, which is why a kind asks for several.
class Keys {
public:
    explicit Keys(const QByteArray& sample) : m_sample(sample) {}

    bool has(const char* key) const { return m_sample.contains('"' + QByteArray(key) + '"'); }
    bool hasAny(std::initializer_list<const char*> keys) const
    {
        return std::ranges::any_of(keys, [this](const char* key) { return has(key); });
    }
    int count(std::initializer_list<const char*> keys) const
    {
        return int(std::ranges::count_if(keys, [this](const char* key) { return has(key); }));
    }

private:
    const QByteArray& m_sample;
};

/// Two whole objects in two lines: the file is no JSON but a list of them.
bool hasLines(const QByteArray& sample)
{
    const qsizetype end = sample.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArray first = sample.left(end).trimmed();
    return first.startsWith('{') && first.endsWith('}') && (sample.mid(end).trimmed().isEmpty() || sample.mid(end).trimmed().startsWith('{'));
}

JsonKind kindOfObject(const Keys& keys)
{
    if (keys.has("shapes") && keys.hasAny({"imagePath", "imageHeight", "imageData"}))
        return JsonKind::Labelme;
    if (keys.has("outputs") && keys.has("labels") && keys.hasAny({"predicted", "discarded"}))
        return JsonKind::Vulcan;
    if (keys.has("annotated_regions") || (keys.has("tags") && keys.has("location") && keys.hasAny({"images", "videos"})))
        return JsonKind::Studio;
    if (keys.has("_via_img_metadata") || (keys.has("filename") && keys.has("regions") && keys.has("file_attributes")))
        return JsonKind::Via;
    if (keys.has("items") && !keys.has("images"))
        return keys.has("categories") ? JsonKind::Datumaro : JsonKind::None;
    const bool isOther = keys.has("segments_info") || (keys.has("caption") && !keys.has("bbox"));
    return keys.count({"images", "annotations", "categories"}) >= 2 && !isOther ? JsonKind::Coco : JsonKind::None;
}

JsonKind kindOfList(const Keys& keys)
{
    if (keys.has("outputs") && keys.has("labels") && keys.hasAny({"predicted", "discarded"}))
        return JsonKind::Vulcan;
    if (keys.has("image_id"))
        return keys.has("score") && keys.hasAny({"bbox", "segmentation"}) && !keys.has("keypoints") ? JsonKind::CocoResults : JsonKind::None;
    const bool isOther = keys.hasAny({"result", "from_name", "completed_by", "data_row", "External ID"});
    return keys.hasAny({"image", "imagefilename"}) && keys.hasAny({"annotations", "annotation"}) && !isOther ? JsonKind::CreateMl : JsonKind::None;
}

JsonKind kindOfFile(const QString& path, bool isJson)
{
    if (!isJson) { // a folder may hold a hundred thousand .txt files of rows
        const QByteArray first = startOfFile(path, 64).trimmed();
        if (!first.startsWith('{') && !first.startsWith("\xEF\xBB\xBF{") && !first.startsWith("\xFF\xFE") && !first.startsWith("\xFE\xFF"))
            return JsonKind::None;
    }
    return jsonKindOf(jsonSample(path));
}

} // namespace

JsonKind jsonKindOf(const QByteArray& sample)
{
    const QByteArray start = sample.startsWith("\xEF\xBB\xBF") ? sample.mid(3).trimmed() : sample.trimmed();
    const Keys keys(start);
    if (start.startsWith('['))
        return kindOfList(keys);
    if (!start.startsWith('{'))
        return JsonKind::None;
    if (hasLines(start)) {
        if (keys.has("outputs") && keys.has("labels") && keys.hasAny({"predicted", "discarded"}))
            return JsonKind::Vulcan;
        return keys.has("annotated_regions") || (keys.has("views") && keys.hasAny({"location", "concepts"})) ? JsonKind::Lines : JsonKind::None;
    }
    return kindOfObject(keys);
}

QStringList jsonFiles(const SourceTree& tree, JsonKind kind)
{
    QStringList found;
    for (const QString& file : tree.withSuffix({QStringLiteral("json"), QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("txt")})) {
        if (tree.isCanceled && tree.isCanceled())
            break;
        const QString path = tree.absolute(file);
        auto known = tree.kinds->constFind(path);
        if (known == tree.kinds->cend())
            known = tree.kinds->insert(path, int(kindOfFile(path, file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))));
        if (*known == int(kind))
            found << file;
    }
    return found;
}

} // namespace core
