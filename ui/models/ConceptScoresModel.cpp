#include "ui/models/ConceptScoresModel.h"

#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPixmap>

#include <algorithm>
#include <numeric>

namespace ui {

void ConceptScoresModel::setReport(const core::EvaluationReport& report, std::vector<int> colours)
{
    beginResetModel();
    m_report = report;
    m_means = core::meanScores(report);
    m_colours = std::move(colours);
    m_order.resize(report.concepts.size());
    std::iota(m_order.begin(), m_order.end(), size_t(0));
    endResetModel();
}

bool ConceptScoresModel::hasColumn(int column) const
{
    if (column == Overlap || column == Lrp)
        return m_report.type == core::ViewType::Detection;
    return column != Threshold || m_report.type != core::ViewType::Classification; // there the highest score wins
}

int ConceptScoresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_order.empty() ? 0 : int(m_order.size()) + 1;
}

int ConceptScoresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

std::optional<double> ConceptScoresModel::conceptValue(const core::ConceptScores& scores, int column) const
{
    switch (column) {
    case Examples: return scores.support;
    case Precision: return scores.precision;
    case Recall: return scores.recall;
    case F1: return scores.f1;
    case Threshold: return scores.threshold;
    case AveragePrecision: return scores.ap;
    case Overlap: return scores.iou;
    case Lrp: return scores.lrp;
    default: return std::nullopt;
    }
}

std::optional<double> ConceptScoresModel::value(int row, int column) const
{
    if (!isMean(row))
        return conceptValue(m_report.concepts[m_order[size_t(row)]], column);
    if (column == Threshold)
        return std::nullopt;
    if (column == AveragePrecision && m_report.map)
        return m_report.map;
    if (column == Lrp && m_report.lrp)
        return m_report.lrp;
    if (column == Precision)
        return m_means.precision;
    if (column == Recall)
        return m_means.recall;
    if (column == F1)
        return m_means.f1;
    double sum = 0;
    int found = 0;
    for (const auto& scores : m_report.concepts) {
        if (const auto one = conceptValue(scores, column)) {
            sum += *one;
            ++found;
        }
    }
    if (column == Examples)
        return sum; // all examples, not their mean
    return found > 0 ? std::optional(sum / found) : std::nullopt;
}

QString ConceptScoresModel::written(int row, int column) const
{
    if (column == Concept)
        return isMean(row) ? tr("Mean") : m_report.concepts[m_order[size_t(row)]].name;
    if (column == Threshold && isMean(row))
        return {};
    const auto number = value(row, column);
    if (column == Examples)
        return count(qint64(number.value_or(0)));
    if (column == Threshold)
        return QLocale().toString(number.value_or(0), 'f', 2);
    return percentNumber(number);
}

QString ConceptScoresModel::whyAbsent(int row, int column) const
{
    if (isMean(row))
        return tr("It exists for no concept.");
    const auto& scores = m_report.concepts[m_order[size_t(row)]];
    if (scores.support == 0)
        return tr("There is no example of it in this set.");
    if (column == Precision || column == F1)
        return tr("It was never predicted, so there is nothing to divide by.");
    return tr("No box of it was found.");
}

QVariant ConceptScoresModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row(), column = index.column();
    const bool few = !isMean(row) && m_report.concepts[m_order[size_t(row)]].support < fewExamples;
    switch (role) {
    case Qt::DisplayRole: return written(row, column);
    case Qt::TextAlignmentRole: return int((column == Concept ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (column == Concept && !isMean(row) && m_order[size_t(row)] < m_colours.size())
            return Theme::of().swatch(m_colours[m_order[size_t(row)]], 12, qApp->devicePixelRatio());
        return {};
    case Qt::ForegroundRole:
        if (column == Examples)
            return Theme::of().tokens().text2;
        return few && column != Concept ? QVariant(Theme::of().tokens().text3) : QVariant();
    case Qt::ToolTipRole:
        if (column != Concept && !(column == Threshold && isMean(row)) && !value(row, column))
            return whyAbsent(row, column);
        if (isMean(row) && (column == Precision || column == Recall || column == F1) && !m_means.leftOut.isEmpty())
            return tr("Precision, recall and F1 are the means of the same concepts. Left out, for want of an example or of an answer: %1.").arg(m_means.leftOut.join(QStringLiteral(", ")));
        return few ? QVariant(tr("Few examples: the numbers of this concept are uncertain.")) : headerData(column, Qt::Horizontal, role);
    case StrongRole: return isMean(row) || column == Concept || (column == Lrp);
    case ValueRole: {
        const auto number = value(row, column);
        return number ? QVariant(*number) : QVariant();
    }
    default: return {};
    }
}

QVariant ConceptScoresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Concept ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool name = role == Qt::DisplayRole;
    switch (section) {
    case Concept: return name ? tr("Concept") : QString();
    case Examples: return name ? tr("Examples") : tr("How often the concept is true in this set.");
    case Precision: return name ? tr("Precision") : tr("TP ÷ (TP + FP): how many of its answers are right, at its threshold, in percent.");
    case Recall: return name ? tr("Recall") : tr("TP ÷ (TP + FN): how many of its examples are found, at its threshold, in percent.");
    case F1: return name ? tr("F1") : tr("2PR ÷ (P + R), in percent.");
    case Threshold: return name ? tr("Threshold") : thresholdHint();
    case AveragePrecision: return name ? tr("AP") : tr("Average precision: the area under the precision-recall curve, in percent.");
    case Overlap: return name ? tr("IoU") : tr("Mean overlap over the true positives, in percent.");
    case Lrp: return name ? tr("LRP score") : indicatorHint(core::ViewType::Detection);
    default: return {};
    }
}

void ConceptScoresModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged();
    const auto less = [&](size_t a, size_t b) {
        const auto& left = m_report.concepts[a];
        const auto& right = m_report.concepts[b];
        if (column == Concept)
            return QString::localeAwareCompare(left.name, right.name) < 0;
        return conceptValue(left, column).value_or(-1) < conceptValue(right, column).value_or(-1);
    };
    std::iota(m_order.begin(), m_order.end(), size_t(0));
    if (column >= 0) { // -1: the order of the view
        std::ranges::stable_sort(m_order, [&](size_t a, size_t b) { return order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    }
    Q_EMIT layoutChanged();
}

} // namespace ui
