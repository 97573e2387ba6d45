#include "core/project/ImportChoices.h"

#include "core/dataset/View.h"

#include <algorithm>

namespace core {

namespace {

/// Renames and leaves out the concepts of one source.
class ConceptRenaming {
public:
    ConceptRenaming(const QHash<QString, QString>& names, SourceData& source) : m_names(names), m_source(source) {}

    void apply()
    {
        renameList();
        for (SourceRecord& record : m_source.records) {
            renameLabels(record);
            renameAnswers(record);
            std::erase_if(record.boxes, [&](const SourceBox& box) { return isLeftOut(box.conceptName, 1); });
            for (SourceBox& box : record.boxes)
                box.conceptName = nameOf(box.conceptName);
            std::erase_if(record.drafts, [&](const SourceDraft& draft) { return isLeftOut(draft.conceptName, 1); });
            for (SourceDraft& draft : record.drafts)
                draft.conceptName = nameOf(draft.conceptName);
        }
    }

private:
    QString nameOf(const QString& name) const { return m_names.value(name, name); }

    /// Counts what goes, so that nothing is missed at the end.
    bool isLeftOut(const QString& name, qint64 units)
    {
        const bool isOut = nameOf(name).isEmpty();
        m_source.annotationsRead -= isOut ? units : 0;
        return isOut;
    }

    void renameList()
    {
        QStringList names;
        QHash<QString, QString> ids;
        for (const QString& old : m_source.concepts) {
            const QString name = nameOf(old);
            if (name.isEmpty())
                continue;
            if (!names.contains(name))
                names << name;
            if (const auto id = m_source.conceptIds.constFind(old); id != m_source.conceptIds.cend() && !ids.contains(name))
                ids.insert(name, *id);
        }
        m_source.concepts = names;
        m_source.conceptIds = ids;
    }

    void renameLabels(SourceRecord& record)
    {
        QStringList labels;
        for (const QString& old : record.labels) {
            if (isLeftOut(old, 1))
                continue;
            if (const QString name = nameOf(old); !labels.contains(name))
                labels << name;
            else
                ++m_source.annotationsRepeated;
        }
        record.labels = labels;
    }

    void renameAnswers(SourceRecord& record)
    {
        std::vector<std::pair<QString, bool>> answers;
        QHash<QString, size_t> places;
        for (const auto& [old, yes] : record.answers) {
            if (isLeftOut(old, yes ? 1 : 0))
                continue;
            const QString name = nameOf(old);
            if (const auto known = places.constFind(name); known == places.cend()) {
                places.insert(name, answers.size());
                answers.emplace_back(name, yes);
            } else {
                m_source.annotationsRepeated += yes && answers[*known].second ? 1 : 0;
                answers[*known].second = answers[*known].second || yes;
            }
        }
        record.answers = std::move(answers);
    }

    const QHash<QString, QString>& m_names;
    SourceData& m_source;
};

bool isUnlisted(const SourceData& source, const SourceRecord& record)
{
    return source.type && !record.hasRecord && !record.isDoubtful;
}

} // namespace

bool haveSplits(const std::vector<SourceData>& sources)
{
    return std::ranges::any_of(sources, [](const SourceData& source) {
        return std::ranges::any_of(source.records, [](const SourceRecord& record) { return record.split.has_value(); });
    });
}

int unlistedIn(const std::vector<SourceData>& sources)
{
    qsizetype number = 0;
    for (const SourceData& source : sources)
        number += std::ranges::count_if(source.records, [&](const SourceRecord& record) { return isUnlisted(source, record); });
    return int(number);
}

std::vector<SourceConcept> conceptsOf(const std::vector<SourceData>& sources)
{
    QHash<QString, qint64> counts;
    QStringList order;
    const auto add = [&](const QString& name, qint64 number) {
        if (!counts.contains(name))
            order << name;
        counts[name] += number;
    };
    for (const SourceData& source : sources) {
        QHash<QString, qint64> used;
        for (const SourceRecord& record : source.records) {
            for (const QString& label : record.labels)
                ++used[label];
            for (const auto& [name, yes] : record.answers)
                used[name] += yes ? 1 : 0;
            for (const SourceBox& box : record.boxes)
                ++used[box.conceptName];
            for (const SourceDraft& draft : record.drafts)
                used[draft.conceptName] += 0; // a draft is no annotation
        }
        for (const QString& name : source.concepts)
            if (used.contains(name) || used.isEmpty())
                add(name, used.value(name));
    }
    std::vector<SourceConcept> concepts;
    for (const QString& name : order)
        concepts.push_back({name, counts.value(name)});
    return concepts;
}

std::vector<SourceData> applied(const ImportChoices& choices, std::vector<SourceData> sources)
{
    for (SourceData& source : sources) {
        if (!choices.conceptNames.isEmpty())
            ConceptRenaming(choices.conceptNames, source).apply();
        for (SourceRecord& record : source.records) {
            if (choices.splits != ImportChoices::Splits::Given)
                record.split.reset();
            if (choices.unlistedIsWithout && isUnlisted(source, record))
                record.hasRecord = true;
        }
    }
    return sources;
}

} // namespace core
