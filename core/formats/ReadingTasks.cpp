#include "core/formats/Reading.h"

#include "core/formats/SourceText.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

bool saysNothing(const Reading& reading)
{
    return reading.data.annotationsRead == 0 && std::ranges::all_of(reading.records, [](const RawRecord& raw) {
        return raw.boxes.empty() && raw.record.labels.isEmpty() && raw.record.answers.empty() && raw.record.drafts.empty() && raw.refused == 0;
    });
}

/// Several words for one picture, or a no: each concept stands for itself.
bool areTags(const Reading& reading)
{
    return std::ranges::any_of(reading.records, [](const RawRecord& raw) {
        QSet<QString> words(raw.record.labels.begin(), raw.record.labels.end());
        for (const SourceDraft& draft : raw.record.drafts)
            words.insert(draft.conceptName);
        return words.size() > 1 || !raw.record.answers.empty();
    });
}

} // namespace

Reading& Reading::labels()
{
    if (!m_labels)
        m_labels = &further(SourceText::tr("%1 (tags)", "name of a view").arg(data.name), ViewType::Tagging);
    return *m_labels;
}

void Reading::readFiles(const QStringList& files, const std::function<void(const QString& file)>& readOne)
{
    for (const QString& file : files) {
        if (isCanceled())
            break;
        took(file);
        try {
            readOne(file);
        } catch (const Error& error) {
            if (!isCanceled()) // half a file looks broken
                issue(ImportIssue::Level::Rejected, QStringLiteral("bad_file"), file, 0, error.message());
        }
    }
    dropSureScores();
    settleTasks();
    if (!tree().isFile)
        addOtherPictures();
    takeSplitsOfFolders();
}

void Reading::settleTasks()
{
    if (!m_labels)
        return;
    Reading& labels = *m_labels;
    labels.data.type = areTags(labels) || m_tree.target == ViewType::Tagging ? ViewType::Tagging : ViewType::Classification;
    const bool hasLabels = !saysNothing(labels), hasBoxes = !saysNothing(*this);
    const bool areLabelsFirst = hasLabels && (!hasBoxes || (m_tree.target && *m_tree.target != ViewType::Detection));
    if (areLabelsFirst) {
        std::swap(records, labels.records);
        std::swap(m_places, labels.m_places);
        std::swap(m_conceptNames, labels.m_conceptNames);
        std::swap(data.concepts, labels.data.concepts);
        std::swap(data.conceptIds, labels.data.conceptIds);
        std::swap(data.type, labels.data.type);
        std::swap(data.annotationsRead, labels.data.annotationsRead);
        std::swap(data.annotationsRejected, labels.data.annotationsRejected);
        labels.data.name = SourceText::tr("%1 (boxes)", "name of a view").arg(data.name);
    }
    if (hasLabels && hasBoxes)
        return;
    for (const RawRecord& raw : labels.records) { // pictures that only the empty one names, and what it knows of them
        SourceRecord& kept = record(raw.record.path).record;
        kept.split = kept.split ? kept.split : raw.record.split;
        kept.root = kept.root.isEmpty() ? raw.record.root : kept.root;
    }
    data.issues.insert(data.issues.end(), labels.data.issues.begin(), labels.data.issues.end());
    std::erase_if(m_further, [this](const auto& other) { return other.get() == m_labels; });
    m_labels = nullptr;
}

} // namespace core
