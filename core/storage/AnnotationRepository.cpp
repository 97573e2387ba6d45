#include "core/storage/AnnotationRepository.h"

#include "core/storage/ImageRepository.h"
#include "core/storage/Query.h"

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

QString selectItems(const QString& from)
{
    return QStringLiteral("SELECT i.id, i.view_id, i.state, %1 FROM %2").arg(ImageRepository::columns(), from);
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
    const QVariant list = jsonList(ids);
    Query query(m_database, selectItems(QStringLiteral("json_each(?) j CROSS JOIN item i ON i.id = j.value CROSS JOIN image m ON m.id = i.image_id ORDER BY j.key")));
    query.bind(list);
    auto items = read(query);
    addAnnotation(items, QStringLiteral("item_id IN (SELECT value FROM json_each(?))"), list);
    return items;
}

std::vector<Item> AnnotationRepository::allItems(ViewId view) const
{
    Query query(m_database, selectItems(QStringLiteral("item i JOIN image m ON m.id = i.image_id WHERE i.view_id = ? AND i.member = 1 ORDER BY i.id")));
    query.bind(view);
    auto items = read(query);
    addAnnotation(items, QStringLiteral("concept_id IN (SELECT id FROM concept WHERE view_id = ?)"), view.value);
    return items;
}

std::vector<Item> AnnotationRepository::read(Query& query) const
{
    const ImageRepository images(m_database);
    std::vector<Item> items;
    for (query.run(); query.next();) {
        Item item{.id = query.id<ItemId>(0), .view = query.id<ViewId>(1), .image = images.read(query, 3)};
        item.annotation.state = ItemState(query.integer(2));
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
        tallies.push_back({Split(query.integer(0)), ItemState(query.integer(1)), query.integer(2)});
    return tallies;
}

bool AnnotationRepository::mendTallies() const
{
    const auto items = QStringLiteral("SELECT view_id, split, state, count(*) FROM item WHERE member = 1 GROUP BY view_id, split, state");
    const auto answers = QStringLiteral("SELECT concept_id, split, value, count(*) FROM (SELECT item_id, concept_id, value FROM label UNION ALL "
                                        "SELECT item_id, concept_id, 1 FROM box) JOIN item i ON i.id = item_id WHERE member = 1 GROUP BY concept_id, split, value");
    bool right = true;
    for (const auto& [table, rows] : {std::pair(QStringLiteral("item_tally"), items), std::pair(QStringLiteral("concept_tally"), answers)}) {
        const auto kept = QStringLiteral("SELECT * FROM %1 WHERE n <> 0").arg(table);
        Query compare(m_database, QStringLiteral("SELECT * FROM (SELECT * FROM (%1) EXCEPT %2) UNION ALL SELECT * FROM (%2 EXCEPT SELECT * FROM (%1))").arg(rows, kept));
        if (!compare.first())
            continue;
        right = false;
        Query(m_database, QStringLiteral("DELETE FROM %1").arg(table)).run();
        Query(m_database, QStringLiteral("INSERT INTO %1 %2").arg(table, rows)).run();
    }
    return right;
}

int AnnotationRepository::answers(ConceptId conceptId) const
{
    Query query(m_database, QStringLiteral("SELECT total(n) FROM concept_tally WHERE concept_id = ? AND value = 1"));
    return query.bind(conceptId).first() ? query.integer(0) : 0;
}

} // namespace core
