#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

namespace core {
class ItemList;
class Thumbnails;
}

namespace ui {

/// The images around the current one as small pictures; a click goes to one, the wheel looks further along.
class Filmstrip final : public QWidget {
    Q_OBJECT
public:
    Filmstrip(const core::ItemList& list, core::Thumbnails& thumbnails, QWidget* parent = nullptr);

    void setCurrent(int position); // in the list; comes into sight

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
    void wantPictures();
    void paintTile(QPainter& painter, int position) const;

    const core::ItemList& m_list;
    core::Thumbnails& m_thumbnails;
    int m_current = -1;
    int m_first = 0;
    int m_wheel = 0;
};

} // namespace ui
