#pragma once

#include "core/training/TrainingSpec.h"

#include <QWidget>

namespace ui {

/// Draws the learning-rate plan of a training: the very function that later drives the optimizer, over the epochs.
class SchedulePlot final : public QWidget {
    Q_OBJECT
public:
    explicit SchedulePlot(QWidget* parent = nullptr);
    void setSpec(const core::TrainingSpec& spec);
    QSize sizeHint() const override { return {420, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    core::TrainingSpec m_spec;
};

} // namespace ui
