#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

#include <vector>

namespace core {
class Project;
class Thumbnails;
}

namespace ui {

/// The images around the current one as small pictures; a click goes to one, the wheel looks further along. Reads only what it shows.
class Filmstrip final : public QWidget {
    Q_OBJECT
public:
    Filmstrip(const core::Project& project, core::Thumbnails& thumbnails, QWidget* parent = nullptr);

    void setItems(const std::vector<core::ItemId>& items, int current);
    void reread(); // states changed

    QSize sizeHint() const override;
    QRect tileRect(int position) const; // empty: not in sight

Q_SIGNALS:
    void chosen(core::ItemId item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    int tilesInSight() const;
    int positionAt(const QPoint& point) const;
    int side() const;
    void showFrom(int first);
    void paintTile(QPainter& painter, int position) const;

    const core::Project& m_project;
    core::Thumbnails& m_thumbnails;
    std::vector<core::ItemId> m_ids;
    std::vector<core::Item> m_shown; // those from m_first on
    int m_current = -1;
    int m_first = 0;
    int m_wheel = 0;
};

} // namespace ui
