#include "ui/models/ConceptListModel.h"

#include "ui/support/ConceptKeys.h"

#include <algorithm>

namespace ui {

using core::Answer;
using core::ConceptId;
using core::ViewType;

void ConceptListModel::setConcepts(ViewType type, std::vector<core::ConceptRecord> concepts)
{
    if (type == m_type && concepts == m_concepts)
        return; // the list keeps its place
    beginResetModel();
    m_type = type;
    m_concepts = std::move(concepts);
    endResetModel();
}

void ConceptListModel::setAnnotation(const core::ItemAnnotation& annotation)
{
    m_annotation = annotation;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ConceptListModel::setActiveConcept(ConceptId conceptId)
{
    m_active = conceptId;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ConceptListModel::setEditable(bool editable)
{
    m_editable = editable;
}

int ConceptListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_concepts.size()) + (hasWithoutConcept() ? 1 : 0);
}

int ConceptListModel::countOf(ConceptId conceptId) const
{
    return int(std::ranges::count(m_annotation.boxes, conceptId, &core::BoxRecord::conceptId));
}

bool ConceptListModel::isGap(ConceptId conceptId) const
{
    return m_type == ViewType::Detection && std::ranges::find(m_annotation.gaps, conceptId) != m_annotation.gaps.end();
}

bool ConceptListModel::isChosen(ConceptId conceptId) const
{
    switch (m_type) {
    case ViewType::Classification: return m_annotation.answerFor(conceptId) == Answer::Yes;
    case ViewType::Detection: return conceptId == m_active;
    case ViewType::Tagging: break;
    }
    return false;
}

QVariant ConceptListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.row() < int(m_concepts.size()))
        return conceptData(m_concepts[std::size_t(index.row())], index.row(), role);
    return withoutConceptData(role);
}

QVariant ConceptListModel::conceptData(const core::ConceptRecord& record, int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return record.name;
    case Qt::ToolTipRole:
        //: %1: name of a concept, %2: its key
        return isGap(record.id) && row < 16 ? tr("%1: nobody has looked for it in this image. Seen (Shift+%2) says that somebody has.").arg(record.name, conceptKeyName(row)) : record.name;
    case Qt::AccessibleTextRole: return spoken(record);
    case ConceptIdRole: return QVariant::fromValue(record.id);
    case KeyRole: return conceptKeyName(row);
    case ColourRole: return record.colour;
    case CountRole: return m_type == ViewType::Detection ? countOf(record.id) : -1;
    case AnswerRole: return m_type == ViewType::Tagging ? int(m_annotation.answerFor(record.id)) : -1;
    case ChosenRole: return isChosen(record.id);
    case WithoutConceptRole: return false;
    case GapRole: return isGap(record.id);
    default: return {};
    }
}

QVariant ConceptListModel::withoutConceptData(int role) const
{
    const bool chosen = m_annotation.state == core::ItemState::WithoutConcept;
    switch (role) {
    case Qt::DisplayRole: return tr("Without concept");
    case Qt::ToolTipRole:
        return m_type == ViewType::Tagging ? tr("Every concept is \"no\" on this image (N)") : tr("This image was looked at and holds no box (N)");
    case Qt::AccessibleTextRole: return chosen ? tr("Without concept: chosen") : tr("Without concept");
    case KeyRole: return QStringLiteral("N");
    case ColourRole: return -1;
    case CountRole: return -1;
    case AnswerRole: return -1;
    case ChosenRole: return chosen;
    case WithoutConceptRole: return true;
    default: return {};
    }
}

QString ConceptListModel::spoken(const core::ConceptRecord& record) const
{
    switch (m_type) {
    case ViewType::Detection:
        if (isGap(record.id))
            //: %1: name of a concept
            return tr("%1: not looked at").arg(record.name);
        //: %1: name of a concept
        return tr("%1, %Ln box(es)", nullptr, countOf(record.id)).arg(record.name);
    case ViewType::Classification: return isChosen(record.id) ? tr("%1, chosen").arg(record.name) : record.name;
    case ViewType::Tagging: break;
    }
    switch (m_annotation.answerFor(record.id)) {
    case Answer::Yes: return tr("%1: yes").arg(record.name);
    case Answer::No: return tr("%1: no").arg(record.name);
    case Answer::Unseen: break;
    }
    return tr("%1: unseen").arg(record.name);
}

} // namespace ui
