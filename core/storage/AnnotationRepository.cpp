#include "core/storage/AnnotationRepository.h"

#include "core/storage/ImageRepository.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

/// LIKE with the person's own % and _ taken as they are.
QString pattern(QString part)
{
    part.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    part.replace(QLatin1Char('%'), QLatin1String("\\%"));
    part.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + part + QLatin1Char('%');
}

/// `items`: a join of item as `i` and image as `m`.
QString selectItems(const QString& items, const QString& rest)
{
    return QStringLiteral("SELECT i.id, i.view_id, i.state, i.box_id, b.x0, b.y0, b.x1, b.y1, v.margin, %1 FROM %2 CROSS JOIN view v ON v.id = i.view_id "
                          "LEFT JOIN box b ON b.id = i.box_id %3").arg(ImageRepository::columns(), items, rest);
}

constexpr int itemColumns = 9; // before those of the image

/// The crop of an item of a box; the whole picture else.
void readRegion(const Query& query, Region& region)
{
    if (query.isNull(3))
        return;
    region.box = query.id<BoxId>(3);
    const QRectF box(QPointF(query.real(4), query.real(5)), QPointF(query.real(6), query.real(7)));
    region.crop = cropAround(box, query.integer(8), region.image.size);
}

} // namespace

std::vector<ItemId> AnnotationRepository::itemIds(ViewId view, const ItemFilter& filter) const
{
    QString from = QStringLiteral("item i");
    QString where = QStringLiteral("i.view_id = ? AND i.member = 1");
    QVariantList values{view.value};
    if (filter.state) {
        where += QStringLiteral(" AND i.state = ?");
        values << int(*filter.state);
    }
    if (filter.split) {
        where += QStringLiteral(" AND i.split = ?");
        values << int(*filter.split);
    }
    if (filter.conceptId) {
        where += QStringLiteral(" AND i.id IN (SELECT item_id FROM label WHERE concept_id = ? AND value = 1 UNION SELECT item_id FROM box WHERE concept_id = ?)");
        values << filter.conceptId->value << filter.conceptId->value;
    }
    if (filter.health || !filter.nameContains.isEmpty())
        from += QStringLiteral(" JOIN image m ON m.id = i.image_id");
    if (filter.health) {
        where += QStringLiteral(" AND m.health = ?");
        values << int(*filter.health);
    }
    if (!filter.nameContains.isEmpty()) {
        where += QStringLiteral(" AND m.rel_path LIKE ? ESCAPE '\\'");
        values << pattern(filter.nameContains);
    }
    Query query(m_database, QStringLiteral("SELECT i.id FROM %1 WHERE %2 ORDER BY i.id").arg(from, where));
    for (const auto& value : values)
        query.bind(value);
    std::vector<ItemId> ids;
    for (query.run(); query.next();)
        ids.push_back(query.id<ItemId>(0));
    return ids;
}

std::vector<Item> AnnotationRepository::items(std::span<const ItemId> ids) const
{
    if (ids.empty())
        return {};
    const ReadTransaction snapshot(m_database); // items, labels and boxes of one moment
    const QVariant list = jsonList(ids);
    Query query(m_database, selectItems(QStringLiteral("json_each(?) j CROSS JOIN item i ON i.id = j.value CROSS JOIN image m ON m.id = i.image_id"),
                                        QStringLiteral("ORDER BY j.key")));
    query.bind(list);
    auto items = read(query);
    addAnnotation(items, QStringLiteral("item_id IN (SELECT value FROM json_each(?))"), list);
    return items;
}

std::vector<Item> AnnotationRepository::allItems(ViewId view) const
{
    const ReadTransaction snapshot(m_database);
    Query query(m_database, selectItems(QStringLiteral("item i JOIN image m ON m.id = i.image_id"),
                                        QStringLiteral("WHERE i.view_id = ? AND i.member = 1 ORDER BY i.id")));
    query.bind(view);
    auto items = read(query);
    addAnnotation(items, QStringLiteral("concept_id IN (SELECT id FROM concept WHERE view_id = ?)"), view.value);
    return items;
}

QSet<ItemId> AnnotationRepository::reviewed(ViewId view) const
{
    QSet<ItemId> reviewed;
    Query query(m_database, QStringLiteral("SELECT id FROM item WHERE view_id = ? AND member = 1 AND reviewed_rev = rev"));
    for (query.bind(view).run(); query.next();)
        reviewed.insert(query.id<ItemId>(0));
    return reviewed;
}

std::vector<Item> AnnotationRepository::read(Query& query) const
{
    const ImageRepository images(m_database);
    std::vector<Item> items;
    for (query.run(); query.next();) {
        Item item{{.image = images.read(query, itemColumns)}, query.id<ItemId>(0), query.id<ViewId>(1)};
        readRegion(query, item);
        item.annotation.state = query.oneOf(2, ItemState::WithoutConcept);
        items.push_back(std::move(item));
    }
    return items;
}

void AnnotationRepository::addAnnotation(std::vector<Item>& items, const QString& scope, const QVariant& value) const
{
    QMultiHash<ItemId, size_t> places; // an id may have been asked for twice
    for (size_t i = 0; i < items.size(); ++i)
        places.insert(items[i].id, i);
    const auto each = [&](ItemId id, const auto& add) {
        for (auto place = places.constFind(id); place != places.cend() && place.key() == id; ++place)
            add(items[*place].annotation);
    };
    Query labels(m_database, QStringLiteral("SELECT item_id, concept_id, value FROM label WHERE %1 ORDER BY item_id, concept_id").arg(scope));
    for (labels.bind(value).run(); labels.next();)
        each(labels.id<ItemId>(0), [label = Label{labels.id<ConceptId>(1), labels.integer(2) != 0}](ItemAnnotation& a) { a.labels.push_back(label); });
    Query boxes(m_database, QStringLiteral("SELECT item_id, id, concept_id, x0, y0, x1, y1, flags FROM box WHERE %1 ORDER BY item_id, ordinal, id").arg(scope));
    for (boxes.bind(value).run(); boxes.next();) {
        const QRectF rect(QPointF(boxes.real(3), boxes.real(4)), QPointF(boxes.real(5), boxes.real(6)));
        const BoxRecord box{boxes.id<BoxId>(1), boxes.id<ConceptId>(2), rect, boxes.integer(7)};
        each(boxes.id<ItemId>(0), [&](ItemAnnotation& a) { a.boxes.push_back(box); });
    }
    Query gaps(m_database, QStringLiteral("SELECT item_id, concept_id FROM gap WHERE %1 ORDER BY item_id, concept_id").arg(scope));
    for (gaps.bind(value).run(); gaps.next();)
        each(gaps.id<ItemId>(0), [gap = gaps.id<ConceptId>(1)](ItemAnnotation& a) { a.gaps.push_back(gap); });
}

std::vector<ItemTally> AnnotationRepository::tallies(ViewId view) const
{
    std::vector<ItemTally> tallies;
    Query query(m_database, QStringLiteral("SELECT split, state, n FROM item_tally WHERE view_id = ? AND n <> 0"));
    for (query.bind(view).run(); query.next();)
        tallies.push_back({query.oneOf(0, Split::Test), query.oneOf(1, ItemState::WithoutConcept), query.integer(2)});
    return tallies;
}

/// A table of counts, and the rows that it should hold.
struct AnnotationRepository::Tally {
    QString table;
    QString rows;

    static std::array<Tally, 2> all()
    {
        return {Tally{QStringLiteral("item_tally"), QStringLiteral("SELECT view_id, split, state, count(*) FROM item WHERE member = 1 GROUP BY view_id, split, state")},
            Tally{QStringLiteral("concept_tally"),
                QStringLiteral("SELECT concept_id, split, value, count(*) FROM (SELECT item_id, concept_id, value FROM label UNION ALL "
                               "SELECT item_id, concept_id, 1 FROM box) JOIN item i ON i.id = item_id WHERE member = 1 GROUP BY concept_id, split, value")}};
    }
};

bool AnnotationRepository::isRight(const Tally& tally) const
{
    const auto kept = QStringLiteral("SELECT * FROM %1 WHERE n <> 0").arg(tally.table);
    Query compare(m_database, QStringLiteral("SELECT * FROM (SELECT * FROM (%1) EXCEPT %2) UNION ALL SELECT * FROM (%2 EXCEPT SELECT * FROM (%1))").arg(tally.rows, kept));
    return !compare.first();
}

bool AnnotationRepository::areTalliesRight() const
{
    const ReadTransaction snapshot(m_database);
    return std::ranges::all_of(Tally::all(), [&](const Tally& tally) { return isRight(tally); });
}

bool AnnotationRepository::mendTallies() const
{
    bool right = true;
    for (const auto& tally : Tally::all()) {
        if (isRight(tally))
            continue;
        right = false;
        Query(m_database, QStringLiteral("DELETE FROM %1").arg(tally.table)).run();
        Query(m_database, QStringLiteral("INSERT INTO %1 %2").arg(tally.table, tally.rows)).run();
    }
    return right;
}

int AnnotationRepository::addMissingItems() const
{
    Query query(m_database, QStringLiteral("INSERT INTO item(view_id, image_id, split) SELECT v.id, m.id, m.split FROM view v CROSS JOIN image m WHERE v.parent_id IS NULL "
                                           "AND NOT EXISTS (SELECT 1 FROM item i WHERE i.view_id = v.id AND i.image_id = m.id AND i.box_id IS NULL)"));
    return query.run().changedRows();
}

int AnnotationRepository::answers(ConceptId conceptId) const
{
    Query query(m_database, QStringLiteral("SELECT total(n) FROM concept_tally WHERE concept_id = ? AND value = 1"));
    return query.bind(conceptId).first() ? query.integer(0) : 0;
}

} // namespace core
