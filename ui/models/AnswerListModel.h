#pragma once

#include "core/project/AnswerStore.h"
#include "ui/widgets/JudgementPainter.h"

#include <QAbstractListModel>
#include <QCache>
#include <QElapsedTimer>

#include <memory>

namespace ui {

/// The answers of a prediction in an order, read from the disk as they are looked at.
class AnswerListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit AnswerListModel(QObject* parent = nullptr);

    void setAnswers(std::shared_ptr<const core::AnswerStore> answers); // null: none
    const std::shared_ptr<const core::AnswerStore>& answers() const { return m_answers; }
    /// More of them are there now. In the order of their names they are added at the end, in longer steps the more there are; in another one the list is made anew, at most
    /// twice a second until `isLast`.
    void grow(int count, bool isLast);
    void setOrder(core::AnswerStore::Order order);
    core::AnswerStore::Order order() const { return m_order; }
    void setConcepts(core::ViewType type, ShownConcepts concepts); // with the thresholds that count now
    core::ViewType type() const { return m_type; }
    const ShownConcepts& concepts() const { return m_concepts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Null when it cannot be read back. Valid until the next call.
    const core::AnswerStore::Answer* answerAt(int row) const;
    int indexAt(int row) const { return m_order == core::AnswerStore::Order::Name ? row : m_rows.at(size_t(row)); } // in the store
    int rowOf(int index) const; // -1: not here
    /// "RBC 97.1 %, WBC 80.0 %", "3 boxes", or why it could not be read.
    QString words(const core::AnswerStore::Answer& answer) const;

private:
    void sortAnew(int count);

    std::shared_ptr<const core::AnswerStore> m_answers;
    core::AnswerStore::Order m_order = core::AnswerStore::Order::Name;
    int m_count = 0;
    std::vector<int> m_rows; // of other orders
    core::ViewType m_type = core::ViewType::Classification;
    ShownConcepts m_concepts;
    QElapsedTimer m_sorted, m_grown;
    mutable QCache<int, core::AnswerStore::Answer> m_read{400}; // by index
};

} // namespace ui
