#pragma once

#include "core/project/Project.h"

#include <QWidget>

namespace ui {

/// One bar for the images of a view: how many lie in training, validation, test and in none of them.
class SplitBar final : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget* parent = nullptr);
    void setSummary(const core::ViewSummary& summary);
    QSize sizeHint() const override { return {400, 26}; }
    QSize minimumSizeHint() const override { return {200, 26}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Part {
        QString words;
        int count = 0;
        QColor colour;
    };
    std::vector<Part> parts() const;
    core::ViewSummary m_summary;
};

} // namespace ui
