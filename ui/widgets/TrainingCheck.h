#pragma once

#include "core/dataset/TrainingSelection.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

/// What a training would use and what not, why, and how long it would take: the right half of the train dialog.
class TrainingCheck final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCheck(QWidget* parent = nullptr);

    /// A new look at the data: what was decided about missing files is asked again.
    void begin();
    /// `input`: the network's input, px, when the options say it.
    void setSelection(const core::TrainingSelection& selection, QSize input = {});
    void setExpected(std::optional<double> seconds);

    /// "Uses all 3,200 annotated training images. …": which annotations count, by view type.
    static QString dataLine(const core::TrainingSelection& selection);

Q_SIGNALS:
    void largerInputWanted(int side); // px: many boxes are too small at this input
    void relinkWanted();              // some picture files are not where they were

private:
    QHBoxLayout* addLine(const QString& icon, const QColor& colour, const QString& text, const QString& tip = {});
    void addFinding(const core::SelectionFinding& finding);
    void addAct(QHBoxLayout* line, const char* name, const QString& text, const QString& tip, const std::function<void()>& act);
    void leaveOut(const core::SelectionFinding& finding);
    core::SelectionFinding::Level levelOf(const core::SelectionFinding& finding) const;
    void showLines();
    void showCounts(const core::TrainingSelection& selection);

    std::vector<core::SelectionFinding> m_findings;
    int m_train = 0, m_validation = 0; // images
    std::map<core::SelectionFinding::Kind, int> m_leftOut; // files that the person agreed to leave out, and how many
    QLabel* m_verdict;
    QVBoxLayout* m_lines;
    QWidget* m_countsBox;
    QGridLayout* m_counts;
    QLabel* m_time;
    QLabel* m_timeCaption;
};

} // namespace ui
