#include "core/dataset/TrainingSelection.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr int namesShown = 10;

bool isPart(Split split)
{
    return split != Split::Unassigned;
}

std::optional<LeftOutReason> reasonOf(Health health)
{
    switch (health) {
    case Health::Good: return std::nullopt;
    case Health::Missing: return LeftOutReason::Missing;
    case Health::Changed: return LeftOutReason::Changed;
    case Health::Truncated: return LeftOutReason::Truncated;
    case Health::Undecodable: return LeftOutReason::Undecodable;
    case Health::Odd: break;
    }
    return LeftOutReason::Odd;
}

/// Why an item is not used; absent: it is. The order is that of what a person would mend first.
std::optional<LeftOutReason> whyLeftOut(ViewType type, const Item& item)
{
    if (const auto broken = reasonOf(item.image.health))
        return broken;
    if (!isPart(item.image.split))
        return LeftOutReason::Unsplit;
    const auto state = item.annotation.state;
    if (state == ItemState::Unseen)
        return LeftOutReason::NotAnnotated;
    if (type != ViewType::Detection)
        return std::nullopt;
    if (item.image.split != Split::Train) // pictures without concept and half seen ones: false positives count only where all was seen
        return state == ItemState::Partly ? std::optional(LeftOutReason::NotAnnotated) : std::nullopt;
    if (!item.annotation.boxes.empty())
        return std::nullopt;
    return state == ItemState::WithoutConcept ? LeftOutReason::WithoutConcept : LeftOutReason::NotAnnotated;
}

using Positions = QHash<ConceptId, int>;

Example toExample(ViewType type, const Positions& positions, const Item& item)
{
    Example example{item, item.id};
    switch (type) {
    case ViewType::Classification:
        for (const auto& label : item.annotation.labels)
            if (label.yes)
                example.label = positions.value(label.conceptId, -1);
        break;
    case ViewType::Tagging:
        example.answers.assign(size_t(positions.size()), qint8(-1));
        for (const auto& label : item.annotation.labels)
            if (const auto place = positions.value(label.conceptId, -1); place >= 0)
                example.answers[size_t(place)] = label.yes ? 1 : 0;
        break;
    case ViewType::Detection:
        for (const auto& box : item.annotation.boxes)
            if (const auto place = positions.value(box.conceptId, -1); place >= 0)
                example.boxes.push_back({place, box.rect, (box.flags & (Difficult | Crowd)) != 0});
        for (const auto gap : item.annotation.gaps)
            if (const auto place = positions.value(gap, -1); place >= 0)
                example.gaps.push_back(place);
        std::ranges::sort(example.gaps);
        break;
    }
    return example;
}

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// "-" for the whole picture.
QByteArray textOf(const Region& region)
{
    const QRect part = region.part();
    return region.isWhole() ? QByteArray("-") : QStringLiteral("%1,%2,%3,%4").arg(part.left()).arg(part.top()).arg(part.left() + part.width()).arg(part.top() + part.height()).toLatin1();
}

/// One line of the data revision, without ids, names and paths. A gap, which masks the loss, is "uuid=-".
QByteArray revisionLine(const QHash<ConceptId, QString>& uuids, const Item& item)
{
    QStringList annotations;
    for (const auto& label : item.annotation.labels)
        annotations << uuids.value(label.conceptId) + (label.yes ? QStringLiteral("=1") : QStringLiteral("=0"));
    for (const auto& box : item.annotation.boxes)
        annotations << QStringLiteral("%1@%2,%3,%4,%5,%6")
                           .arg(uuids.value(box.conceptId), number(box.rect.left()), number(box.rect.top()), number(box.rect.right()),
                               number(box.rect.bottom()), QString::number(box.flags));
    for (const auto gap : item.annotation.gaps)
        annotations << uuids.value(gap) + QStringLiteral("=-");
    annotations.sort();
    return item.image.sha256.toHex() + '|' + textOf(item) + '|' + QByteArray::number(int(item.image.split)) + '|'
        + QByteArray::number(int(item.annotation.state)) + '|' + annotations.join(QLatin1Char(';')).toUtf8() + '\n';
}

void count(std::vector<ConceptCount>& counts, const Example& example, int ConceptCount::*part)
{
    if (example.label >= 0)
        counts[size_t(example.label)].*part += 1;
    for (size_t i = 0; i < example.answers.size(); ++i)
        if (example.answers[i] == 1)
            counts[i].*part += 1;
    for (const auto& box : example.boxes)
        if (!box.ignore)
            counts[size_t(box.label)].*part += 1;
}

} // namespace

TrainingSelection selectForTraining(const ViewRecord& view, const std::vector<ConceptRecord>& concepts, const std::vector<Item>& items)
{
    TrainingSelection selection{.view = view};
    Positions positions;
    QHash<ConceptId, QString> uuids;
    for (const auto& record : concepts) {
        if (record.retired)
            continue;
        positions.insert(record.id, int(selection.concepts.size()));
        uuids.insert(record.id, record.uuid.toString(QUuid::WithoutBraces));
        selection.concepts.push_back(record);
        selection.counts.push_back({.record = record});
    }

    std::map<LeftOutReason, LeftOut> leftOut;
    std::vector<QByteArray> lines;
    for (const auto& item : items) {
        const auto withoutConcept = item.annotation.state == ItemState::WithoutConcept && item.image.split == Split::Train
            && item.image.health == Health::Good;
        selection.withoutConceptTrain += withoutConcept ? 1 : 0;
        if (const auto reason = whyLeftOut(view.type, item)) {
            auto& entry = leftOut.try_emplace(*reason, LeftOut{*reason, 0, {}}).first->second;
            entry.count += 1;
            if (entry.names.size() < namesShown)
                entry.names << item.image.name();
            continue;
        }
        auto example = toExample(view.type, positions, item);
        lines.push_back(revisionLine(uuids, item));
        if (item.image.split == Split::Train) {
            count(selection.counts, example, &ConceptCount::train);
            selection.train.push_back(std::move(example));
        } else if (item.image.split == Split::Validation) {
            count(selection.counts, example, &ConceptCount::validation);
            selection.validation.push_back(std::move(example));
        } else {
            selection.test.push_back(std::move(example));
        }
    }
    for (auto& [reason, entry] : leftOut)
        selection.leftOut.push_back(std::move(entry));

    std::ranges::sort(lines); // a line begins with the hash and the region
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& line : lines)
        hash.addData(line);
    selection.dataRevision = hash.result();
    return selection;
}

} // namespace core
