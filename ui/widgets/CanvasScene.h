#pragma once

#include "ui/widgets/PictureLoader.h"

#include <QPixmap>

#include <memory>
#include <vector>

class QPainter;

namespace ui {

class BoxEditing;
class CanvasGeometry;

/// What the canvas shows beneath the pointer: the picture, and over it all boxes but the chosen one. A drag changes neither, so
/// both are painted once and kept.
class CanvasScene {
public:
    CanvasScene(const BoxEditing& editing, const CanvasGeometry& geometry) : m_editing(editing), m_geometry(geometry) {}

    void setPicture(std::shared_ptr<const LoadedPicture> picture); // null: not read yet
    const std::shared_ptr<const LoadedPicture>& picture() const { return m_picture; }
    void setBoxesShown(bool shown);
    bool areBoxesShown() const { return m_boxesShown; }
    void setHovered(int box); // its flag shows
    int hovered() const { return m_hovered; }
    void pictureChanged() { m_backdrop = {}; boxesChanged(); } // place, zoom, pixels or colours
    void boxesChanged() { m_scene = {}; }

    void paint(QPainter& painter, const QSize& window, double ratio);
    void paintSelection(QPainter& painter, bool handleShown) const;

private:
    QPixmap blank(const QSize& window, double ratio) const;
    void paintPicture(QPixmap& onto, double ratio) const;
    void paintBoxes(QPainter& painter, const QSize& window) const;
    bool isFlagShown(int index) const;
    int colourOf(int index) const;

    const BoxEditing& m_editing;
    const CanvasGeometry& m_geometry;
    std::shared_ptr<const LoadedPicture> m_picture;
    QPixmap m_backdrop; // null: to be painted
    QPixmap m_scene;    // likewise
    bool m_boxesShown = true;
    int m_hovered = -1;
};

} // namespace ui
