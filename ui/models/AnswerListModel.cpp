#include "ui/models/AnswerListModel.h"

#include "ui/support/Attempt.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace ui {

namespace {
constexpr qint64 sortInterval = 500; // ms
}

AnswerListModel::AnswerListModel(QObject* parent) : QAbstractListModel(parent) {}

void AnswerListModel::setAnswers(std::shared_ptr<const core::AnswerStore> answers)
{
    beginResetModel();
    m_answers = std::move(answers);
    m_count = 0;
    m_rows.clear();
    m_read.clear();
    m_sorted.invalidate();
    m_grown.invalidate();
    endResetModel();
    if (m_answers)
        grow(m_answers->size(), true);
}

void AnswerListModel::grow(int count, bool isLast)
{
    if (!m_answers || (count <= m_count && !isLast))
        return;
    if (m_order != core::AnswerStore::Order::Name) {
        if (isLast || !m_sorted.isValid() || m_sorted.elapsed() >= sortInterval)
            sortAnew(count);
        return;
    }
    // A long list is laid out anew for each growth, so it grows in longer steps.
    if (count <= m_count || (!isLast && m_grown.isValid() && m_grown.elapsed() < m_count / 50))
        return;
    m_grown.start();
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

void AnswerListModel::sortAnew(int count)
{
    beginResetModel();
    m_count = count;
    m_rows.clear();
    if (m_answers && m_order != core::AnswerStore::Order::Name) {
        m_rows = m_answers->ordered(m_order);
        m_count = int(m_rows.size()); // more may have come meanwhile
    }
    endResetModel();
    m_sorted.start();
}

void AnswerListModel::setOrder(core::AnswerStore::Order order)
{
    if (order == m_order)
        return;
    m_order = order;
    sortAnew(m_answers ? m_answers->size() : 0);
}

void AnswerListModel::setConcepts(core::ViewType type, ShownConcepts concepts)
{
    m_type = type;
    m_concepts = std::move(concepts);
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

int AnswerListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

const core::AnswerStore::Answer* AnswerListModel::answerAt(int row) const
{
    if (!m_answers || row < 0 || row >= m_count)
        return nullptr;
    const int index = indexAt(row);
    if (const auto* known = m_read.object(index))
        return known;
    auto answer = std::make_unique<core::AnswerStore::Answer>();
    if (failureOf(QStringLiteral("reading an answer"), [&] { *answer = m_answers->at(index); }))
        return nullptr;
    m_read.insert(index, answer.release());
    return m_read.object(index);
}

int AnswerListModel::rowOf(int index) const
{
    if (m_order == core::AnswerStore::Order::Name)
        return index < m_count ? index : -1;
    const auto found = std::ranges::find(m_rows, index);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString AnswerListModel::words(const core::AnswerStore::Answer& answer) const
{
    if (!answer.failure.isEmpty())
        return answer.failure;
    if (m_type != core::ViewType::Detection)
        return JudgementPainter::predictedText(answer.prediction, m_concepts, m_type == core::ViewType::Tagging);
    const auto found = std::ranges::count_if(answer.prediction.boxes, [this](const auto& box) { return box.score >= m_concepts.thresholds.at(size_t(box.label)); });
    return tr("%Ln box(es)", nullptr, int(found));
}

QVariant AnswerListModel::data(const QModelIndex& index, int role) const
{
    const auto* answer = index.isValid() ? answerAt(index.row()) : nullptr;
    if (!answer)
        return {};
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(answer->name).fileName();
    case Qt::ToolTipRole: return QDir::toNativeSeparators(answer->name);
    case Qt::AccessibleTextRole: //: name of a picture: what was found in it
        return tr("%1: %2").arg(QFileInfo(answer->name).fileName(), words(*answer));
    default: return {};
    }
}

} // namespace ui
