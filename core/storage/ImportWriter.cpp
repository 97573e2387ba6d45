#include "core/storage/ImportWriter.h"

#include "core/storage/Editor.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/ItemWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/TransferRepository.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr int mostIssues = 10'000; // kept of one transfer
constexpr size_t paletteSize = 16; // colours of concepts

enum Source { Person = 0, Import = 1 };

KnownImage toKnown(const Query& query)
{
    return {query.id<ImageId>(0), query.oneOf(1, Split::Test), query.blob(2), query.text(3)};
}

QVariant orNull(const QByteArray& bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

} // namespace

ImportWriter::ImportWriter(Database& database, Journal& journal)
    : m_database(database)
    , m_journal(journal)
    , m_rootFolders(ImageRepository::rootFolders(database))
{
    for (const auto& view : ViewRepository(database).all())
        m_rootViews.push_back(view.id);
}

// Pictures ------------------------------------------------------------------------------------------------------------

RootId ImportWriter::ensureRoot(const QString& folder, bool isCopied)
{
    const auto clean = QDir::cleanPath(QDir(folder).absolutePath());
    for (auto root = m_rootFolders.cbegin(); root != m_rootFolders.cend(); ++root)
        if (root.value() == clean)
            return RootId{root.key()};

    auto name = QFileInfo(clean).fileName();
    if (name.isEmpty())
        name = QStringLiteral("root");
    const auto isTaken = [&](const QString& candidate) {
        Query query(m_database, QStringLiteral("SELECT 1 FROM root WHERE name = ?"));
        return query.bind(candidate).first();
    };
    auto free = name;
    for (int number = 2; isTaken(free); ++number)
        free = QStringLiteral("%1 (%2)").arg(name).arg(number);

    // A place beside the project moves with it; on another disk there is no such place.
    const auto project = m_database.folder();
    const bool sameDisk = !project.isEmpty() && QStorageInfo(project).rootPath() == QStorageInfo(clean).rootPath();
    const RootId root{m_journal.insert("root", {{"name", free}, {"kind", isCopied ? 1 : 0}, {"rel_dir", sameDisk ? QVariant(QDir(project).relativeFilePath(clean)) : QVariant()},
        {"abs_hint", clean}})};
    m_rootFolders.insert(root.value, clean);
    return root;
}

std::optional<KnownImage> ImportWriter::findImage(const QString& absolutePath) const
{
    const auto clean = QDir::cleanPath(absolutePath);
    for (auto root = m_rootFolders.cbegin(); root != m_rootFolders.cend(); ++root) {
        const auto prefix = root.value().endsWith(QLatin1Char('/')) ? root.value() : root.value() + QLatin1Char('/');
        if (!clean.startsWith(prefix))
            continue;
        const auto relative = clean.mid(prefix.size());
        for (const auto& spelling : {relative, relative.normalized(QString::NormalizationForm_C)}) {
            Query query(m_database, QStringLiteral("SELECT id, split, sha256, group_key FROM image WHERE root_id = ? AND rel_path = ?"));
            if (query.bind(root.key()).bind(spelling).first())
                return toKnown(query);
        }
    }
    return std::nullopt;
}

std::vector<KnownImage> ImportWriter::imagesWithBytes(const QByteArray& sha256) const
{
    std::vector<KnownImage> images;
    if (sha256.isEmpty())
        return images;
    Query query(m_database, QStringLiteral("SELECT id, split, sha256, group_key FROM image WHERE sha256 = ? ORDER BY id"));
    for (query.bind(QVariant(sha256)).run(); query.next();)
        images.push_back(toKnown(query));
    return images;
}

std::vector<KnownImage> ImportWriter::allImages() const
{
    std::vector<KnownImage> images;
    Query query(m_database, QStringLiteral("SELECT id, split, sha256, group_key FROM image ORDER BY id"));
    for (query.run(); query.next();)
        images.push_back(toKnown(query));
    return images;
}

ImageId ImportWriter::addImage(RootId root, const ImageRecord& record, TransferId transfer, const QString& group)
{
    QVariant meta;
    if (!record.sourceId.isEmpty())
        meta = QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("source_id"), record.sourceId}}).toJson(QJsonDocument::Compact));
    const ImageId image{m_journal.insert("image", {{"uuid", QUuid::createUuid().toRfc4122()}, {"root_id", root.value}, {"rel_path", record.relativePath},
        {"bytes", record.bytes}, {"mtime_ns", record.mtimeNs}, {"sha256", orNull(record.sha256)}, {"format", record.format},
        {"width", record.size.width()}, {"height", record.size.height()}, {"orientation", record.orientation}, {"frames", record.frames},
        {"bits", record.bits}, {"channels", record.channels}, {"health", int(record.health)}, {"split", int(record.split)}, {"meta", meta}, {"decoded", record.decoded}, {"group_key", group.isEmpty() ? QVariant() : QVariant(group)},
        {"transfer_id", transfer.isValid() ? QVariant(transfer.value) : QVariant()}})};
    for (const auto view : m_rootViews)
        m_journal.insert("item", {{"view_id", view.value}, {"image_id", image.value}, {"split", int(record.split)}});
    return image;
}

void ImportWriter::setSourceId(ImageId image, const QString& sourceId)
{
    Query query(m_database, QStringLiteral("SELECT meta FROM image WHERE id = ?"));
    if (!query.bind(image).first())
        return;
    auto meta = QJsonDocument::fromJson(query.text(0).toUtf8()).object();
    if (meta.contains(QStringLiteral("source_id")))
        return;
    meta.insert(QStringLiteral("source_id"), sourceId);
    m_journal.update("image", image.value, {{"meta", QString::fromUtf8(QJsonDocument(meta).toJson(QJsonDocument::Compact))}});
}

void ImportWriter::setSplit(ImageId image, Split split)
{
    m_journal.update("image", image.value, {{"split", int(split)}});
    for (const auto view : m_rootViews)
        if (const auto id = item(view, image); id.isValid())
            m_journal.update("item", id.value, {{"split", int(split)}});
}

// Views and concepts --------------------------------------------------------------------------------------------------

ViewId ImportWriter::ensureView(const QString& name, ViewType type)
{
    if (const auto known = ViewRepository(m_database).named(name)) {
        if (known->type != type)
            throw Error(QCoreApplication::translate("ImportWriter", "The view “%1” is of another type, so the annotations do not fit it. Nothing was changed; name another view.")
                            .arg(known->name));
        return known->id;
    }
    const auto view = Editor(m_database, m_journal).addView(name, type);
    m_rootViews.push_back(view);
    return view;
}

std::vector<ConceptId> ImportWriter::ensureConcepts(ViewId view, const std::vector<ImportedConcept>& wanted, const std::function<void()>& between)
{
    const ViewRepository repository(m_database);
    QHash<QString, ConceptId> living;
    int exportIndex = 0, ordinal = 0;
    std::array<bool, paletteSize> isUsed{};
    for (const auto& record : repository.concepts(view, true)) {
        exportIndex = std::max(exportIndex, record.exportIndex + 1);
        if (record.retired)
            continue;
        living.insert(nameKey(record.name), record.id);
        ++ordinal;
        isUsed[size_t(record.colour) % isUsed.size()] = true;
    }
    const auto freeColour = [&] { // the first that no living concept has; all taken: by turns
        const auto found = std::ranges::find(isUsed, false);
        const auto colour = found == isUsed.end() ? size_t(ordinal) % isUsed.size() : size_t(found - isUsed.begin());
        isUsed[colour] = true;
        return int(colour);
    };
    std::vector<ConceptId> ids, added;
    for (const auto& imported : wanted) {
        if (between && ids.size() % 256 == 255)
            between();
        const auto name = validName(imported.name);
        const QVariant sourceId = imported.sourceId.isEmpty() ? QVariant() : QVariant(imported.sourceId);
        if (const auto known = living.constFind(nameKey(name)); known != living.cend()) {
            ids.push_back(*known);
            Query named(m_database, QStringLiteral("SELECT 1 FROM concept WHERE id = ? AND source_id IS NULL"));
            if (!sourceId.isNull() && named.bind(known->value).first())
                m_journal.update("concept", known->value, {{"source_id", sourceId}});
            continue;
        }
        const ConceptId id{m_journal.insert("concept", {{"uuid", QUuid::createUuid().toRfc4122()}, {"view_id", view.value}, {"name", name}, {"name_key", nameKey(name)},
            {"ordinal", ordinal}, {"colour", freeColour()}, {"export_index", exportIndex++}, {"source_id", sourceId}})};
        ++ordinal;
        living.insert(nameKey(name), id);
        ids.push_back(id);
        added.push_back(id);
    }
    markNotLookedAt(view, added);
    m_views.remove(view);
    return ids;
}

/// Nobody has looked for a new concept in what is annotated already.
void ImportWriter::markNotLookedAt(ViewId view, const std::vector<ConceptId>& added)
{
    const auto record = ViewRepository(m_database).find(view);
    if (added.empty() || !record || record->type == ViewType::Classification)
        return;
    std::vector<ItemId> annotated;
    Query query(m_database, QStringLiteral("SELECT id FROM item WHERE view_id = ? AND member = 1 AND state <> 0 ORDER BY id"));
    for (query.bind(view).run(); query.next();)
        annotated.push_back(query.id<ItemId>(0));
    ItemWriter writer(m_database, m_journal);
    for (const auto& item : writer.facts(annotated)) {
        if (record->type == ViewType::Detection)
            for (const ConceptId id : added)
                writer.addGap(item.id, id);
        if (item.state != ItemState::Partly)
            writer.setState(item, ItemState::Partly);
    }
}

// Annotation ----------------------------------------------------------------------------------------------------------

ItemId ImportWriter::item(ViewId view, ImageId image) const
{
    Query query(m_database, QStringLiteral("SELECT id FROM item WHERE view_id = ? AND image_id = ? AND box_id IS NULL"));
    return query.bind(view).bind(image).first() ? query.id<ItemId>(0) : ItemId{};
}

bool ImportWriter::isUnseen(ItemId item) const
{
    Query query(m_database, QStringLiteral("SELECT state FROM item WHERE id = ?"));
    return query.bind(item).first() && query.integer(0) == int(ItemState::Unseen);
}

void ImportWriter::storeClass(ItemId item, ConceptId conceptId)
{
    storeLabel(item, conceptId, true);
    setState(item, ItemState::Annotated);
}

void ImportWriter::storeAnswers(ItemId item, const std::vector<Label>& answers)
{
    for (const auto& answer : answers)
        storeLabel(item, answer.conceptId, answer.yes);
    setState(item, stateOf(ViewType::Tagging, stateOfView(viewOf(item)).concepts, {.labels = answers}, false));
}

void ImportWriter::storeBoxes(ItemId item, const std::vector<BoxRecord>& boxes, const std::function<void()>& between)
{
    for (int ordinal = 0; const auto& box : boxes) {
        if (between && ordinal % 1000 == 999)
            between();
        storeBox(item, box, ordinal++);
    }
    setState(item, ItemState::Annotated);
}

KnownAnnotation ImportWriter::annotation(ItemId item) const
{
    KnownAnnotation known;
    Query labels(m_database, QStringLiteral("SELECT concept.name_key, label.value FROM label JOIN concept ON concept.id = label.concept_id WHERE label.item_id = ?"));
    for (labels.bind(item).run(); labels.next();)
        known.answers.insert(labels.text(0), labels.integer(1) != 0);
    Query boxes(m_database, QStringLiteral("SELECT concept.name_key, box.x0, box.y0, box.x1, box.y1 FROM box JOIN concept ON concept.id = box.concept_id WHERE box.item_id = ?"));
    for (boxes.bind(item).run(); boxes.next();)
        known.boxes.emplace_back(boxes.text(0), QRectF(QPointF(boxes.real(1), boxes.real(2)), QPointF(boxes.real(3), boxes.real(4))));
    return known;
}

void ImportWriter::addAnswers(ItemId item, const std::vector<Label>& answers)
{
    for (const auto& answer : answers)
        storeLabel(item, answer.conceptId, answer.yes);
    ItemWriter writer(m_database, m_journal);
    writer.refreshState(writer.facts({item}).front(), stateOfView(viewOf(item)).concepts, false);
}

void ImportWriter::addBoxes(ItemId item, const std::vector<BoxRecord>& boxes)
{
    ItemWriter writer(m_database, m_journal);
    auto ordinal = int(writer.boxes(item).size());
    auto gaps = writer.gaps(item);
    for (const auto& box : boxes) {
        storeBox(item, box, ordinal++);
        if (std::erase(gaps, box.conceptId) > 0)
            writer.removeGap(item, box.conceptId);
    }
    writer.refreshState(writer.facts({item}).front(), stateOfView(viewOf(item)).concepts, false);
}

void ImportWriter::clear(ItemId item)
{
    ItemWriter writer(m_database, m_journal);
    writer.removeAnnotation(item);
    writer.setState(writer.facts({item}).front(), ItemState::Unseen);
}

std::vector<KnownProposal> ImportWriter::proposals(ItemId item) const
{
    std::vector<KnownProposal> known;
    if (!item.isValid())
        return known;
    Query query(m_database, QStringLiteral("SELECT c.name_key, p.x0, p.y0, p.x1, p.y1 FROM "
        "(SELECT concept_id, x0, y0, x1, y1 FROM draft WHERE item_id = ? UNION ALL SELECT concept_id, x0, y0, x1, y1 FROM box WHERE item_id = ? "
        "UNION ALL SELECT concept_id, NULL, NULL, NULL, NULL FROM label WHERE item_id = ? AND value = 1) p JOIN concept c ON c.id = p.concept_id"));
    for (query.bind(item).bind(item).bind(item).run(); query.next();) {
        KnownProposal proposal{query.text(0), std::nullopt};
        if (!query.isNull(1))
            proposal.rect = QRectF(QPointF(query.real(1), query.real(2)), QPointF(query.real(3), query.real(4)));
        known.push_back(std::move(proposal));
    }
    return known;
}

void ImportWriter::storeDraft(ItemId item, const ImportedDraft& draft)
{
    const auto side = [&](double value) { return draft.rect ? QVariant(value) : QVariant(); };
    const QRectF rect = draft.rect.value_or(QRectF());
    m_journal.insert("draft", {{"item_id", item.value}, {"concept_id", draft.conceptId.value}, {"x0", side(rect.left())}, {"y0", side(rect.top())},
                                  {"x1", side(rect.right())}, {"y1", side(rect.bottom())}, {"score", draft.score},
                                  {"threshold", draft.threshold ? QVariant(*draft.threshold) : QVariant()},
                                  {"transfer_id", m_transfer.isValid() ? QVariant(m_transfer.value) : QVariant()}});
}

void ImportWriter::storeWithoutConcept(ItemId item)
{
    const auto& view = stateOfView(viewOf(item));
    if (view.type == ViewType::Tagging) {
        std::vector<Label> answers;
        for (const auto id : view.concepts)
            answers.push_back({id, false});
        storeAnswers(item, answers);
    } else if (view.type == ViewType::Detection) {
        setState(item, ItemState::WithoutConcept);
    }
}

ImportWriter::ViewState& ImportWriter::stateOfView(ViewId view) const
{
    if (const auto known = m_views.find(view); known != m_views.end())
        return *known;
    ViewState state;
    const ViewRepository views(m_database);
    if (const auto record = views.find(view))
        state.type = record->type;
    for (const auto& record : views.concepts(view))
        state.concepts.push_back(record.id);
    return *m_views.insert(view, state);
}

ViewId ImportWriter::viewOf(ItemId item) const
{
    Query query(m_database, QStringLiteral("SELECT view_id FROM item WHERE id = ?"));
    return query.bind(item).first() ? query.id<ViewId>(0) : ViewId{};
}

void ImportWriter::setState(ItemId item, ItemState state)
{
    m_journal.update("item", item.value, {{"state", int(state)}});
}

void ImportWriter::storeLabel(ItemId item, ConceptId conceptId, bool yes)
{
    m_journal.insert("label", {{"item_id", item.value}, {"concept_id", conceptId.value}, {"value", yes ? 1 : 0}, {"source", int(Import)},
                                 {"transfer_id", m_transfer.isValid() ? QVariant(m_transfer.value) : QVariant()}});
}

void ImportWriter::storeBox(ItemId item, const BoxRecord& box, int ordinal)
{
    m_journal.insert("box", {{"item_id", item.value}, {"concept_id", box.conceptId.value}, {"x0", box.rect.left()}, {"y0", box.rect.top()},
                                {"x1", box.rect.right()}, {"y1", box.rect.bottom()}, {"flags", box.flags}, {"source", int(Import)}, {"ordinal", ordinal},
                                {"transfer_id", m_transfer.isValid() ? QVariant(m_transfer.value) : QVariant()}});
}

// The log -------------------------------------------------------------------------------------------------------------

TransferId ImportWriter::beginTransfer(const QString& format, const QString& place, const QJsonObject& options)
{
    m_issues = 0;
    return m_transfer = TransferRepository(m_database).begin(format, place, options);
}

void ImportWriter::addIssue(TransferId transfer, int level, const QString& code, const QString& file, int line, const QString& detail)
{
    if (++m_issues <= mostIssues)
        TransferRepository(m_database).addIssue(transfer, {level, code, file, line, detail});
}

void ImportWriter::endTransfer(TransferId transfer, const QJsonObject& counts)
{
    TransferRepository(m_database).end(transfer, counts);
    m_transfer = {};
}

} // namespace core
