#pragma once

#include "core/training/Train.h"

#include <QWidget>

#include <vector>

namespace ui {

/// The steps of a run as a row of discs with their names and times, and one bar for the whole run beneath.
class StepBar final : public QWidget {
    Q_OBJECT
public:
    explicit StepBar(QWidget* parent = nullptr);

    void setSteps(std::vector<core::StepReport> steps);
    void setShare(double share); // 0..1 of the whole run

    const std::vector<core::StepReport>& steps() const { return m_steps; }
    double share() const { return m_share; }
    /// What stands beneath the name: "0.4 s", "7 of 20", "waiting", "skipped", "failed".
    static QString stateText(const core::StepReport& step);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawDisc(QPainter& painter, QPointF centre, const core::StepReport& step) const;
    void describe();

    std::vector<core::StepReport> m_steps;
    double m_share = 0;
};

} // namespace ui
