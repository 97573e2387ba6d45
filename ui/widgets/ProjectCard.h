#pragma once

#include "ui/support/RecentProjects.h"

#include <QAbstractButton>

namespace ui {

/// One recent project on Start. A missing one is greyed and offers to be found.
class ProjectCard final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ProjectCard(const RecentProject& project, QWidget* parent = nullptr);
    const RecentProject& project() const { return m_project; }
    bool isMissing() const { return m_missing; }
    QSize sizeHint() const override { return {300, 104}; }

Q_SIGNALS:
    void removeRequested();
    void showRequested();
    void moveRequested(int columns, int rows); // by arrow key, to another card

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    RecentProject m_project;
    bool m_missing;
};

} // namespace ui
