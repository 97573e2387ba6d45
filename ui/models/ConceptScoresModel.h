#pragma once

#include "core/evaluation/EvaluationReport.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// How good a version is at each concept, and on the whole: the last row is the mean and stays last however the table is sorted.
class ConceptScoresModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Concept, Examples, Precision, Recall, F1, Threshold, AveragePrecision, Overlap, Lrp, ColumnCount };
    static constexpr int StrongRole = Qt::UserRole;
    static constexpr int ValueRole = Qt::UserRole + 1; // double, absent where the number does not exist

    using QAbstractTableModel::QAbstractTableModel;

    /// `colours`: palette index of each concept, in the order of the report.
    void setReport(const core::EvaluationReport& report, std::vector<int> colours);
    bool hasColumn(int column) const; // IoU and LRP exist in detection only

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    static constexpr int fewExamples = 20;

private:
    bool isMean(int row) const { return row == int(m_order.size()); }
    std::optional<double> value(int row, int column) const;
    std::optional<double> conceptValue(const core::ConceptScores& scores, int column) const;
    QString written(int row, int column) const;
    QString whyAbsent(int row, int column) const;

    core::EvaluationReport m_report;
    core::MeanScores m_means;
    std::vector<int> m_colours;
    std::vector<size_t> m_order; // row → position in the report
};

} // namespace ui
