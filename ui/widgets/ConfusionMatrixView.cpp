#include "ui/widgets/ConfusionMatrixView.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr double gap = 3;
constexpr double header = 26;
constexpr double rowHeight = 38;
constexpr double mostGround = 0.45; // keeps the number readable

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](int a, int b) { return int(a + (b - a) * share); };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

} // namespace

ConfusionMatrixView::ConfusionMatrixView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Confusion"));
    AccessibleParts::install();
    connect(&Theme::of(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void ConfusionMatrixView::setReport(const core::EvaluationReport& report)
{
    QStringList names;
    for (const auto& scores : report.concepts)
        names << scores.name;
    m_cells.clear();
    m_chosen = {-1, -1};
    if (report.type == core::ViewType::Tagging)
        setPairs(report.tagConfusion, names);
    else
        setSquare(report.confusion, names, report.type == core::ViewType::Detection);

    const QFontMetricsF metrics(Theme::of().font(TextRole::Caption));
    m_left = metrics.horizontalAdvance(tr("truth ↓  guess →"));
    for (const auto& name : m_rowNames)
        m_left = std::max(m_left, metrics.horizontalAdvance(name));
    m_left = std::min(m_left, 140.0) + 12;

    QStringList lines;
    for (const QPoint cell : cells())
        lines << cellText(cell.y(), cell.x());
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void ConfusionMatrixView::setSquare(const std::vector<std::vector<int>>& counts, const QStringList& names, bool nothing)
{
    //: No concept: a box that is not there in truth, or was not found.
    m_rowNames = nothing ? names + QStringList{tr("none")} : names;
    m_columnNames = m_rowNames;
    for (size_t row = 0; row < counts.size(); ++row) {
        const int sum = std::accumulate(counts[row].begin(), counts[row].end(), 0);
        auto& cells = m_cells.emplace_back();
        for (size_t column = 0; column < counts[row].size(); ++column) {
            const int n = counts[row][column];
            const bool exists = !nothing || row + 1 < counts.size() || column + 1 < counts[row].size();
            cells.push_back({n, sum > 0 ? double(n) / sum : 0, row == column, exists, m_rowNames.value(int(row)), m_columnNames.value(int(column))});
        }
    }
}

void ConfusionMatrixView::setPairs(const std::vector<std::array<int, 4>>& counts, const QStringList& names)
{
    // Rows: concept yes, concept no. Columns: guessed yes, guessed no. One square under the other keeps long names readable.
    m_rowNames.clear();
    m_columnNames = {tr("guess yes"), tr("guess no")};
    for (size_t i = 0; i < counts.size(); ++i) {
        const auto& [tn, fp, fn, tp] = counts[i];
        const QString name = names.value(int(i));
        const QString yes = tr("%1: yes").arg(name), no = tr("%1: no").arg(name);
        m_rowNames << yes << no;
        const auto share = [](int part, int other) { return part + other > 0 ? double(part) / (part + other) : 0; };
        m_cells.push_back({{tp, share(tp, fn), true, true, yes, tr("yes")}, {fn, share(fn, tp), false, true, yes, tr("no")}});
        m_cells.push_back({{fp, share(fp, tn), false, true, no, tr("yes")}, {tn, share(tn, fp), true, true, no, tr("no")}});
    }
}

QString ConfusionMatrixView::cellText(int row, int column) const
{
    const auto& cell = m_cells.at(size_t(row)).at(size_t(column));
    //: A cell of the confusion matrix: what was true, what the version said, how often.
    return tr("truth %1, guess %2, %3").arg(cell.truth, cell.guess, count(cell.count));
}

QSize ConfusionMatrixView::sizeHint() const
{
    return {int(m_left) + columns() * 66, int(header + rows() * (rowHeight + gap))};
}

QRectF ConfusionMatrixView::rectOf(int row, int column) const
{
    const double cellWidth = (width() - m_left) / std::max(1, columns());
    const double cellHeight = std::clamp((height() - header) / std::max(1, rows()), 18.0, rowHeight + gap);
    return {m_left + column * cellWidth, header + row * cellHeight, cellWidth - gap, cellHeight - gap};
}

QPoint ConfusionMatrixView::cellAt(QPointF position) const
{
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < columns(); ++column) {
            if (m_cells[size_t(row)][size_t(column)].exists && rectOf(row, column).contains(position))
                return {column, row};
        }
    }
    return {-1, -1};
}

std::vector<QPoint> ConfusionMatrixView::cells() const
{
    std::vector<QPoint> found;
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < columns(); ++column) {
            if (m_cells[size_t(row)][size_t(column)].exists)
                found.emplace_back(column, row);
        }
    }
    return found;
}

int ConfusionMatrixView::partOf(QPoint cell) const
{
    const auto all = cells();
    const auto found = std::ranges::find(all, cell);
    return found == all.end() ? -1 : int(found - all.begin());
}

int ConfusionMatrixView::partCount() const
{
    return int(cells().size());
}

AccessiblePart ConfusionMatrixView::partAt(int index) const
{
    const QPoint cell = cells().at(size_t(index));
    return {cellText(cell.y(), cell.x()), rectOf(cell.y(), cell.x()).toRect(), QAccessible::Cell, cell == m_chosen, hasFocus() && cell == m_chosen};
}

int ConfusionMatrixView::partUnder(const QPoint& point) const
{
    return partOf(cellAt(point));
}

int ConfusionMatrixView::focusedPart() const
{
    return partOf(m_chosen);
}

void ConfusionMatrixView::choosePart(int index)
{
    choose(cells().at(size_t(index)));
}

void ConfusionMatrixView::drawHeaders(QPainter& painter) const
{
    const auto& tokens = Theme::of().tokens();
    painter.setFont(Theme::of().font(TextRole::Caption));
    painter.setPen(tokens.text3);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(0, 0, m_left - 8, header - 4), Qt::AlignLeft | Qt::AlignVCenter, tr("truth ↓  guess →"));
    painter.setPen(tokens.text2);
    for (int column = 0; column < columns(); ++column) {
        const QRectF cell = rectOf(0, column);
        const QString name = metrics.elidedText(m_columnNames.value(column), Qt::ElideRight, cell.width());
        painter.drawText(QRectF(cell.left(), 0, cell.width(), header - 4), Qt::AlignCenter, name);
    }
    for (int row = 0; row < rows(); ++row) {
        const QRectF cell = rectOf(row, 0);
        const QString name = metrics.elidedText(m_rowNames.value(row), Qt::ElideRight, m_left - 12);
        painter.drawText(QRectF(0, cell.top(), m_left - 10, cell.height()), Qt::AlignRight | Qt::AlignVCenter, name);
    }
}

void ConfusionMatrixView::paintEvent(QPaintEvent*)
{
    if (rows() == 0)
        return;
    const auto& tokens = Theme::of().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawHeaders(painter);
    const QFont body = Theme::of().font(TextRole::Body);
    QFont strong = body;
    strong.setWeight(QFont::DemiBold);
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < columns(); ++column) {
            const auto& cell = m_cells[size_t(row)][size_t(column)];
            const QRectF rect = rectOf(row, column);
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(tokens.inset, cell.right ? tokens.accent : tokens.s2, cell.share * mostGround));
            painter.drawRoundedRect(rect, 3, 3);
            painter.setFont(cell.right && cell.exists ? strong : body);
            painter.setPen(cell.exists && cell.count > 0 ? tokens.text : tokens.text3);
            painter.drawText(rect, Qt::AlignCenter, cell.exists ? count(cell.count) : QStringLiteral("·"));
            if (QPoint(column, row) == m_chosen) {
                painter.setPen(QPen(tokens.accent, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3);
            }
        }
    }
}

void ConfusionMatrixView::choose(QPoint cell)
{
    if (partOf(cell) < 0)
        return;
    m_chosen = cell;
    setAccessibleName(tr("Confusion: %1").arg(cellText(cell.y(), cell.x())));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    if (hasFocus())
        AccessibleParts::tellFocus(this, partOf(cell));
    update();
    Q_EMIT cellChosen(cell.y(), cell.x());
}

void ConfusionMatrixView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: choose(m_chosen + QPoint(-1, 0)); break;
    case Qt::Key_Right: choose(m_chosen + QPoint(1, 0)); break;
    case Qt::Key_Up: choose(m_chosen + QPoint(0, -1)); break;
    case Qt::Key_Down: choose(m_chosen + QPoint(0, 1)); break;
    default: QWidget::keyPressEvent(event);
    }
}

void ConfusionMatrixView::mousePressEvent(QMouseEvent* event)
{
    choose(cellAt(event->position()));
}

void ConfusionMatrixView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_chosen.x() < 0)
        choose({0, 0});
}

bool ConfusionMatrixView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QPoint cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), cell.x() < 0 ? QString() : cellText(cell.y(), cell.x()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
