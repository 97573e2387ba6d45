#pragma once

#include "core/evaluation/EvaluationReport.h"
#include "ui/support/AccessibleParts.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ui {

/// What was true against what a version said, as counts. Classification: concepts × concepts; detection: one more row and column
/// for "none"; tagging: one yes / no square for each concept, one under the other. The arrow keys walk the cells, each of which is a
/// child for assistive programs.
class ConfusionMatrixView final : public QWidget, public AccessibleParts {
    Q_OBJECT
public:
    explicit ConfusionMatrixView(QWidget* parent = nullptr);

    void setReport(const core::EvaluationReport& report);

    int rows() const { return int(m_cells.size()); }
    int columns() const { return m_cells.empty() ? 0 : int(m_cells.front().size()); }
    /// "truth Pear, guess Apple, 14"
    QString cellText(int row, int column) const;
    QPoint chosen() const { return m_chosen; } // column, row

    int partCount() const override;
    AccessiblePart partAt(int index) const override;
    int partUnder(const QPoint& point) const override;
    int focusedPart() const override;
    void choosePart(int index) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {260, 160}; }

Q_SIGNALS:
    void cellChosen(int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell {
        int count = 0;
        double share = 0; // of its row
        bool right = false;
        bool exists = true; // "nothing" against "nothing" does not
        QString truth, guess;
    };
    QRectF rectOf(int row, int column) const;
    QPoint cellAt(QPointF position) const; // -1, -1: none
    std::vector<QPoint> cells() const;     // that exist, row by row
    int partOf(QPoint cell) const;         // -1: none
    void choose(QPoint cell);
    void setSquare(const std::vector<std::vector<int>>& counts, const QStringList& names, bool nothing);
    void setPairs(const std::vector<std::array<int, 4>>& counts, const QStringList& names);
    void drawHeaders(QPainter& painter) const;

    QStringList m_rowNames, m_columnNames;
    std::vector<std::vector<Cell>> m_cells;
    QPoint m_chosen {-1, -1};
    double m_left = 80;
};

} // namespace ui
