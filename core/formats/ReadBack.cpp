#include "core/formats/ReadBack.h"

#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"

#include <QDir>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace core {

namespace {

constexpr qsizetype mostProblems = 20;
constexpr double asGoodAsEqual = 1e-6; // px; what adding corner and size costs in the last digits

/// What a reader says of one picture, concepts by their place in the view.
struct Found {
    bool isSeen = false;
    Split split = Split::Unassigned;
    std::set<size_t> yes, no;
    std::vector<ExportedBox> boxes;
};

double distance(const QRectF& a, const QRectF& b)
{
    return std::max({std::abs(a.left() - b.left()), std::abs(a.top() - b.top()), std::abs(a.right() - b.right()), std::abs(a.bottom() - b.bottom())});
}

class Comparison {
public:
    Comparison(const ExportedView& view, const DataWriter& writer, const QString& target) : m_view(view), m_writer(writer), m_target(target)
    {
        for (size_t label = 0; label < view.concepts.size(); ++label) {
            m_labels.insert(nameKey(cleanName(writer.writtenName(label))), label);
            m_report.concepts.push_back({view.concepts[label].name});
        }
        for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::Unassigned})
            m_report.splits.push_back({keyOf(split)});
    }

    ReadBack run(const std::vector<ExportedPicture>& pictures, const std::vector<SourceData>& sources)
    {
        for (const SourceData& source : sources)
            for (const SourceRecord& record : source.records)
                m_records.insert(QDir::cleanPath(record.path), &record);
        m_report.pictures.back = m_records.size();
        for (const ExportedPicture& picture : pictures)
            compare(picture);
        m_report.pictures.out = qint64(pictures.size());
        if (!m_report.pictures.isEqual() && m_report.problemCount == 0)
            tell(SourceText::tr("%1 pictures went out, and %2 were read.").arg(m_report.pictures.out).arg(m_report.pictures.back));
        return std::move(m_report);
    }

private:
    void tell(const QString& sentence)
    {
        if (++m_report.problemCount <= mostProblems)
            m_report.problems << sentence;
    }

    OutAndBack& splitCount(Split split)
    {
        return *std::ranges::find(m_report.splits, keyOf(split), &OutAndBack::name);
    }

    Found foundIn(const SourceRecord& record, const QString& name)
    {
        Found found{record.hasRecord, record.split.value_or(Split::Unassigned), {}, {}, {}};
        const auto labelOf = [&](const QString& written) -> std::optional<size_t> {
            const auto label = m_labels.constFind(nameKey(written));
            if (label != m_labels.cend())
                return *label;
            tell(SourceText::tr("“%1”: a concept “%2” was read that did not go out.").arg(name, written));
            return std::nullopt;
        };
        for (const QString& written : record.labels)
            if (const auto label = labelOf(written))
                found.yes.insert(*label);
        for (const auto& [written, yes] : record.answers)
            if (const auto label = labelOf(written))
                (yes ? found.yes : found.no).insert(*label);
        for (const SourceBox& box : record.boxes)
            if (const auto label = labelOf(box.conceptName))
                found.boxes.push_back({*label, box.rect, box.flags});
        return found;
    }

    void compare(const ExportedPicture& picture)
    {
        const ExportedPicture held = m_writer.held(picture);
        const QString path = picture.reference.isEmpty() ? m_target + QLatin1Char('/') + m_writer.place(picture) : picture.reference;
        const auto record = m_records.constFind(QDir::cleanPath(path));
        const bool isWithout = m_view.type != ViewType::Classification && held.isSeen() && held.boxes.empty()
            && std::ranges::none_of(held.answers, [](const auto& answer) { return answer.second; });
        m_report.withoutConcept.out += isWithout ? 1 : 0;
        ++splitCount(held.split).out;
        for (const auto& [label, yes] : held.answers)
            m_report.concepts[label].out += yes ? 1 : 0;
        for (const ExportedBox& box : held.boxes)
            ++m_report.concepts[box.label].out;
        if (record == m_records.cend())
            return tell(SourceText::tr("“%1” was not found again.").arg(picture.name));
        const Found found = foundIn(**record, picture.name);
        const bool isFoundWithout = m_view.type != ViewType::Classification && found.isSeen && found.yes.empty() && found.boxes.empty();
        m_report.withoutConcept.back += isFoundWithout ? 1 : 0;
        ++splitCount(found.split).back;
        for (const size_t label : found.yes)
            ++m_report.concepts[label].back;
        for (const ExportedBox& box : found.boxes)
            ++m_report.concepts[box.label].back;
        if (held.split != found.split)
            tell(SourceText::tr("“%1” went out with the split “%2” and is read with “%3”.").arg(picture.name, keyOf(held.split), keyOf(found.split)));
        if (held.isSeen() != found.isSeen)
            tell(held.isSeen() ? SourceText::tr("“%1” went out as annotated and is read as not annotated.").arg(picture.name)
                               : SourceText::tr("“%1” went out as not annotated and is read as annotated.").arg(picture.name));
        compareAnswers(held, found);
        compareBoxes(held, found);
    }

    void compareAnswers(const ExportedPicture& held, const Found& found)
    {
        std::set<size_t> yes, no;
        for (const auto& [label, isYes] : held.answers)
            (isYes ? yes : no).insert(label);
        if (yes != found.yes || no != found.no)
            tell(SourceText::tr("“%1” is read with other answers than went out.").arg(held.name));
    }

    void compareBoxes(const ExportedPicture& held, const Found& found)
    {
        std::map<size_t, std::vector<const ExportedBox*>> out, back;
        for (const ExportedBox& box : held.boxes)
            out[box.label].push_back(&box);
        for (const ExportedBox& box : found.boxes)
            back[box.label].push_back(&box);
        for (size_t label = 0; label < m_view.concepts.size(); ++label)
            if (out.contains(label) || back.contains(label))
                compareConcept(held.name, label, out[label], back[label]);
    }

    /// Files keep the order of boxes, so they belong together one by one; only where a reader joined repeats, the nearest is meant.
    void compareConcept(const QString& name, size_t label, const std::vector<const ExportedBox*>& out, const std::vector<const ExportedBox*>& back)
    {
        const bool isShort = back.size() < out.size();
        size_t repeats = 0;
        for (size_t i = 0; i < out.size() && !back.empty(); ++i) {
            const ExportedBox* partner = i < back.size() ? back[i] : back.back();
            if (isShort)
                partner = *std::ranges::min_element(back, {}, [&](const ExportedBox* box) { return distance(box->rect, out[i]->rect); });
            m_report.largestDifference = std::max(m_report.largestDifference, distance(partner->rect, out[i]->rect));
            const bool isRepeat = isShort && std::any_of(out.begin(), out.begin() + qsizetype(i), [&](const ExportedBox* box) { return distance(box->rect, out[i]->rect) <= asGoodAsEqual; });
            repeats += isRepeat ? 1 : 0;
            if (partner->flags != out[i]->flags && !isRepeat)
                tell(SourceText::tr("“%1”: the marks (difficult, truncated, occluded, crowd) of a box of “%2” are read otherwise than they went out.").arg(name, m_view.concepts[label].name));
        }
        m_report.repeats += qint64(repeats);
        m_report.concepts[label].back += qint64(repeats);
        if (back.size() + repeats != out.size())
            tell(SourceText::tr("“%1”: %2 boxes of “%3” went out, and %4 were read.").arg(name).arg(out.size()).arg(m_view.concepts[label].name).arg(back.size()));
    }

    const ExportedView& m_view;
    const DataWriter& m_writer;
    const QString& m_target;
    QHash<QString, size_t> m_labels; // name key -> place
    QHash<QString, const SourceRecord*> m_records;
    ReadBack m_report;
};

} // namespace

OutAndBack ReadBack::annotations() const
{
    OutAndBack sum;
    for (const OutAndBack& counted : concepts) {
        sum.out += counted.out;
        sum.back += counted.back;
    }
    return sum;
}

ReadBack compareReadBack(const ExportedView& view, const std::vector<ExportedPicture>& pictures, const DataWriter& writer, const QString& target,
                         const std::vector<SourceData>& sources)
{
    return Comparison(view, writer, target).run(pictures, sources);
}

} // namespace core
