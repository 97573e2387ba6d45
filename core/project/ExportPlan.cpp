#include "core/project/ExportPlan.h"

#include "core/base/Error.h"
#include "core/formats/FolderNames.h"
#include "core/formats/TargetFolder.h"
#include "core/formats/TargetNames.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("DataExport", sentence);
}

constexpr qint64 largestIndex = 100'000; // above it an id of a source is no index

/// The number that an id of a source is, if it can be an index.
std::optional<int> indexIn(const QString& id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= largestIndex ? std::optional(int(number)) : std::nullopt;
}

/// Ids as JSON: those of the source where they are given and no two alike, else numbers above them.
class Ids {
public:
    void claim(const QString& id)
    {
        if (id.isEmpty())
            return;
        ++m_claims[id];
        m_largest = std::max(m_largest, id.toLongLong());
    }

    QString next(const QString& id) { return m_claims.value(id) == 1 ? id : QString::number(++m_largest); }

private:
    QHash<QString, int> m_claims;
    qint64 m_largest = 0;
};

class Planner {
public:
    Planner(const ExportSource& source, const ExportRequest& request, const DataOutput& output)
        : m_source(source), m_request(request), m_output(output), m_folder(QString()), m_names(output.namesByStem)
    {
        if (request.items)
            m_wanted = QSet<ItemId>(request.items->begin(), request.items->end());
    }

    ExportPlan run()
    {
        planConcepts();
        std::vector<const Item*> items = chosen();
        m_plan.view.hasSplits = std::ranges::any_of(items, [](const Item* item) { return item->image.split != Split::Unassigned; });
        const auto writer = m_output.make(m_folder, m_plan.view); // asked for places and names; it writes nothing
        findRoots(items);
        for (const Item* item : items)
            plan(*item, *writer);
        giveIds();
        for (size_t label = 0; label < m_plan.view.concepts.size(); ++label)
            if (const QString written = writer->writtenName(label); written != m_plan.view.concepts[label].name)
                m_plan.otherNames << text(QT_TRANSLATE_NOOP("DataExport", "“%1” is called “%2” there")).arg(m_plan.view.concepts[label].name, written);
        m_plan.pictureCount = qint64(m_plan.pictures.size());
        m_plan.bytes += m_plan.annotations * 200 + m_plan.pictureCount * 1000;
        return std::move(m_plan);
    }

private:
    // Concepts --------------------------------------------------------------------------------------------------------

    void planConcepts()
    {
        ExportedView& view = m_plan.view;
        view.project = m_source.project;
        view.name = m_source.view.name;
        view.type = m_source.view.type;
        Ids ids;
        for (const ConceptRecord& record : m_source.concepts)
            ids.claim(m_source.conceptIds.value(record.uuid));
        const bool isBySource = m_request.index == ExportRequest::Index::Source;
        QMap<int, const ConceptRecord*> byIndex;
        std::vector<const ConceptRecord*> others;
        for (size_t i = 0; i < m_source.concepts.size(); ++i) {
            const ConceptRecord& record = m_source.concepts[i];
            const std::optional<int> index = isBySource ? indexIn(m_source.conceptIds.value(record.uuid))
                : m_request.index == ExportRequest::Index::Pinned ? std::optional(record.exportIndex) : std::optional(int(i));
            if (index && !byIndex.contains(*index))
                byIndex.insert(*index, &record);
            else
                others.push_back(&record);
        }
        for (const ConceptRecord* record : others)
            byIndex.insert(byIndex.isEmpty() ? 0 : byIndex.lastKey() + 1, record);
        for (auto entry = byIndex.cbegin(); entry != byIndex.cend(); ++entry) {
            m_labels.insert(entry.value()->id, view.concepts.size());
            view.concepts.push_back({entry.value()->name, entry.key(), isBySource ? ids.next(m_source.conceptIds.value(entry.value()->uuid)) : QString::number(entry.key() + 1)});
        }
    }

    // Pictures --------------------------------------------------------------------------------------------------------

    bool isWithUnseen() const { return m_request.withUnseen.value_or(m_output.tellsUnseen); }

    /// In the order of their paths, those that the request speaks of.
    std::vector<const Item*> chosen()
    {
        std::vector<const Item*> items;
        for (const Item& item : m_source.items) {
            const bool isOfSplit = m_request.splits.empty() || std::ranges::find(m_request.splits, item.image.split) != m_request.splits.end();
            const bool isWanted = !m_request.items || m_wanted.contains(item.id);
            if (!isOfSplit || !isWanted || (m_request.reviewedOnly && !m_source.reviewed.contains(item.id)))
                continue;
            if (item.annotation.state == ItemState::Unseen && !isWithUnseen())
                ++m_plan.unseenLeftOut;
            else if (item.image.health == Health::Missing)
                leaveOut(item, text(QT_TRANSLATE_NOOP("DataExport", "The file is not where it was.")));
            else if (item.image.health == Health::Changed)
                leaveOut(item, text(QT_TRANSLATE_NOOP("DataExport", "The file is another one than the project knows.")));
            else
                items.push_back(&item);
        }
        std::ranges::sort(items, [](const Item* a, const Item* b) { return a->image.path < b->image.path; });
        return items;
    }

    void leaveOut(const Item& item, const QString& why) { m_plan.leftOut.push_back({item.image.relativePath, why}); }

    static QString rootOf(const ImageRecord& image) { return image.path.chopped(image.relativePath.size() + 1); }

    /// Of pictures from one folder the tree begins there, from several below a folder of the name of each. Folders around all pictures
    /// that only say "pictures" are left out, since the formats put some of their own around them.
    void findRoots(const std::vector<const Item*>& items)
    {
        for (const Item* item : items)
            m_roots.insert(rootOf(item->image), {});
        TargetNames names;
        for (auto root = m_roots.begin(); m_roots.size() > 1 && root != m_roots.end(); ++root)
            root.value() = names.take(QFileInfo(root.key()).fileName()) + QLatin1Char('/');
        const auto isBelow = [&](const Item* item) {
            const QStringList folders = foldersOf(item->image.relativePath);
            return folders.size() > m_above && isGenericFolder(folders[m_above]);
        };
        while (!items.empty() && m_roots.size() == 1 && std::ranges::all_of(items, isBelow))
            ++m_above;
    }

    /// The name that it should have, before it is made safe and unique.
    QString nameFor(const ImageRecord& image) const
    {
        const QString name = m_request.keepsTree && !m_output.isFlat ? m_roots.value(rootOf(image)) + image.relativePath.section(QLatin1Char('/'), int(m_above)) : image.name();
        if (m_request.pictures == ExportRequest::Pictures::Reference)
            return name;
        const QString suffix = PictureCopy::suffixOf(PictureKind(image.format), image.orientation, m_request.metadata());
        return suffix.isEmpty() ? name : name.left(name.lastIndexOf(QLatin1Char('.')) + 1) + suffix;
    }

    /// Folders that say something to readers which is not meant are called otherwise: "images" where labels lie in a tree that mirrors
    /// it, "train" above a picture that goes out without a split.
    QString withoutMeaning(const QString& name, bool hasSplit) const
    {
        QStringList parts = name.split(QLatin1Char('/'));
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            if (m_output.mirrorsFolders && isGenericFolder(parts[i]))
                parts[i] += QLatin1Char('_');
            if (!hasSplit && splitOfFolder(parts[i]))
                parts[i].prepend(QStringLiteral("in_"));
        }
        return parts.join(QLatin1Char('/'));
    }

    void plan(const Item& item, const DataWriter& writer)
    {
        const ImageRecord& image = item.image;
        ExportedPicture picture;
        picture.size = image.size;
        picture.split = image.split;
        picture.state = item.annotation.state;
        picture.id = image.sourceId;
        if (m_request.pictures == ExportRequest::Pictures::Reference)
            picture.reference = QDir::cleanPath(image.path);
        takeAnnotation(item.annotation, picture);
        picture.name = nameFor(image);
        if (writer.place(picture).isEmpty()) {
            ++m_plan.unseenLeftOut;
            return;
        }
        const QString wanted = picture.name;
        if (picture.reference.isEmpty() || m_output.namesByStem) // files are called after a picture that stays where it is, too
            picture.name = m_names.take(withoutMeaning(wanted, writer.held(picture).split != Split::Unassigned));
        if (picture.reference.isEmpty()) {
            m_plan.renamed += picture.name != wanted ? 1 : 0;
            m_plan.turned += image.orientation != 1 ? 1 : 0;
            m_plan.converted += PictureCopy::suffixOf(PictureKind(image.format), image.orientation, m_request.metadata()).isEmpty() ? 0 : 1;
            m_plan.bytes += image.bytes * (image.orientation != 1 ? 2 : 1);
        }
        count(picture);
        m_plan.pictures.push_back(std::move(picture));
        m_plan.images.push_back(image);
    }

    void takeAnnotation(const ItemAnnotation& annotation, ExportedPicture& picture) const
    {
        for (const Label& label : annotation.labels)
            if (const auto place = m_labels.constFind(label.conceptId); place != m_labels.cend())
                picture.answers.emplace_back(*place, label.yes);
        for (const BoxRecord& box : annotation.boxes)
            if (const auto place = m_labels.constFind(box.conceptId); place != m_labels.cend())
                picture.boxes.push_back({*place, box.rect, box.flags});
        for (const ConceptId gap : annotation.gaps)
            if (const auto place = m_labels.constFind(gap); place != m_labels.cend())
                picture.gaps.push_back(*place);
        if (m_request.isUnseenNo && m_source.view.type == ViewType::Tagging && picture.isSeen())
            answerAll(picture);
        std::ranges::sort(picture.answers);
    }

    void answerAll(ExportedPicture& picture) const
    {
        for (size_t label = 0; label < m_plan.view.concepts.size(); ++label)
            if (std::ranges::none_of(picture.answers, [&](const auto& answer) { return answer.first == label; }))
                picture.answers.emplace_back(label, false);
        const bool hasYes = std::ranges::any_of(picture.answers, [](const auto& answer) { return answer.second; });
        picture.state = hasYes ? ItemState::Annotated : ItemState::WithoutConcept;
    }

    void count(const ExportedPicture& picture)
    {
        m_plan.annotations += qint64(picture.boxes.size()) + std::ranges::count_if(picture.answers, [](const auto& answer) { return answer.second; });
        m_plan.withoutConcept += picture.state == ItemState::WithoutConcept ? 1 : 0;
        m_plan.partly += picture.state == ItemState::Partly ? 1 : 0;
    }

    void giveIds()
    {
        Ids ids;
        if (m_request.index == ExportRequest::Index::Source)
            for (const ExportedPicture& picture : m_plan.pictures)
                ids.claim(picture.id);
        for (ExportedPicture& picture : m_plan.pictures)
            picture.id = ids.next(picture.id);
    }

    const ExportSource& m_source;
    const ExportRequest& m_request;
    const DataOutput& m_output;
    TargetFolder m_folder;
    TargetNames m_names;
    QSet<ItemId> m_wanted;
    QHash<ConceptId, size_t> m_labels;
    QMap<QString, QString> m_roots; // folder -> what stands before the names of its pictures
    qsizetype m_above = 0;          // folders that are left out of the names
    ExportPlan m_plan;
};

} // namespace

QString keyOf(ExportRequest::Pictures pictures)
{
    switch (pictures) {
    case ExportRequest::Pictures::Reference: return QStringLiteral("reference");
    case ExportRequest::Pictures::Copy: return QStringLiteral("copy");
    case ExportRequest::Pictures::CopyWithoutMetadata: return QStringLiteral("clean");
    }
    return {};
}

QString keyOf(ExportRequest::Index index)
{
    switch (index) {
    case ExportRequest::Index::View: return QStringLiteral("view");
    case ExportRequest::Index::Pinned: return QStringLiteral("pinned");
    case ExportRequest::Index::Source: return QStringLiteral("source");
    }
    return {};
}

std::optional<ExportRequest::Pictures> exportPicturesFromKey(const QString& key)
{
    using enum ExportRequest::Pictures;
    for (const auto pictures : {Reference, Copy, CopyWithoutMetadata})
        if (keyOf(pictures) == key)
            return pictures;
    return std::nullopt;
}

std::optional<ExportRequest::Index> exportIndexFromKey(const QString& key)
{
    using enum ExportRequest::Index;
    for (const auto index : {View, Pinned, Source})
        if (keyOf(index) == key)
            return index;
    return std::nullopt;
}

ExportPlan planExport(const ExportSource& source, const ExportRequest& request)
{
    const DataOutput* output = dataOutput(request.format);
    if (!output)
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "No data is written in a format “%1”. Nothing was written. These are: %2.")).arg(request.format, dataFormats().join(QStringLiteral(", "))));
    if (!output->holds(source.view.type))
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "%1 cannot hold what “%2” says of its pictures. Nothing was written. Choose another format.")).arg(output->title(), source.view.name));
    if (output->needsPictures && request.pictures == ExportRequest::Pictures::Reference)
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "%1 finds pictures by the place where they lie, so they cannot stay where they are. Nothing was written. Let them be copied.")).arg(output->title()));
    return Planner(source, request, *output).run();
}

} // namespace core
