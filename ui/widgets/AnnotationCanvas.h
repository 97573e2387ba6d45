#pragma once

#include "core/dataset/Annotation.h"
#include "ui/widgets/BoxGeometry.h"
#include "ui/widgets/CanvasGeometry.h"
#include "ui/widgets/PictureLoader.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Shows one picture at any zoom, and lets a person draw and change the boxes on it. Holds a copy of the boxes and announces
/// every finished act with boxesEdited(); whoever owns the annotation stores it. Knows no project.
class AnnotationCanvas final : public QWidget {
    Q_OBJECT
public:
    enum class Tool { Select, Box, Pan };

    explicit AnnotationCanvas(QWidget* parent = nullptr);

    /// A new picture of this size (oriented px); its pixels may follow. Zoom and place stay as the person chose them.
    void setPictureSize(const QSize& size);
    void setPicture(std::shared_ptr<const LoadedPicture> picture); // null: not read yet
    void setMessage(const QString& message);                       // instead of pixels; empty: none
    QString message() const { return m_message; }

    void setConcepts(std::vector<core::ConceptRecord> concepts);
    void setBoxes(std::vector<core::BoxRecord> boxes); // keeps the selection where its box is still there
    const std::vector<core::BoxRecord>& boxes() const { return m_boxes; }
    /// With false there are no boxes and no box tools; the picture is only looked at (classification, tagging).
    void setBoxesShown(bool shown);
    void setEditable(bool editable);

    int selected() const { return m_selected; } // position in boxes(), -1: none
    void setSelected(int index);
    core::ConceptId activeConcept() const { return m_activeConcept; }
    void setActiveConcept(core::ConceptId conceptId); // of the next box; invalid: ask
    void setConceptOfSelection(core::ConceptId conceptId);
    void setRectOfSelection(const QRectF& rect);
    void removeBoxes(const std::vector<int>& indices);
    void duplicateSelection();
    /// Gives the box that waits after conceptWanted() its concept; an invalid one drops it.
    void nameWaitingBox(core::ConceptId conceptId);

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    const CanvasGeometry& geometryOfPicture() const { return m_geometry; }
    void zoomToFit();
    void zoomToActual();
    void zoomBy(double factor);
    void zoomTo(double scale, const QPointF& anchor);

    /// True while a drag or a row of nudges is unfinished: its boxes are newer than any stored ones.
    bool isBusy() const { return m_gesture.kind != Gesture::Kind::None || m_nudge.isActive(); }
    void finishNudging(); // announces the nudges made so far
    /// A key pressed anywhere on the page; false when it is none of the canvas's.
    bool handleKey(QKeyEvent* event);
    /// Whether a key is for the boxes although a menu may carry the same one. Undo and redo end the nudges and are not claimed.
    bool claims(const QKeyEvent* event);

    QSize sizeHint() const override { return {640, 480}; }

Q_SIGNALS:
    void boxesEdited(const QString& title, const std::vector<core::BoxRecord>& boxes);
    void boxesShaped(); // shape, number or concept of a box changed, finished or not
    void selectionChanged(int index);
    void toolChanged(ui::AnnotationCanvas::Tool tool);
    void zoomChanged(double scale);
    void pointerMoved(const QPointF& picture);
    void conceptWanted(const QRect& box); // window px: a new box waits for nameWaitingBox()
    void menuRequested(const QPoint& global);
    void hintRequested(const QString& hint);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// What the pressed pointer is doing.
    struct Gesture {
        enum class Kind { None, Draw, Move, Resize, Pan, Pressed } kind = Kind::None;
        QPointF start;          // window
        QPointF startInPicture;
        QPointF last;           // window
        QRectF before;          // the box as it was
        Handle handle = Handle::BottomRight;
        bool moved = false;     // far enough to be no click
    };

    bool canEdit() const { return m_editable && m_boxesShown && !m_geometry.picture().isEmpty(); }
    QSizeF pictureSize() const { return m_geometry.picture(); }
    std::vector<QRectF> rects() const;
    int boxAt(const QPointF& window) const;
    void selectAt(const QPointF& window);
    void announce(const QString& title);
    void addBox(const QRectF& rect, core::ConceptId conceptId, const QString& title);
    void finishDrawing(const QRectF& rect);
    void dropKeyboardBox();
    void shapeSelection(const QRectF& rect);
    void nudge(const QRectF& rect, const QString& title);
    void beginGesture(QMouseEvent* event);
    void followGesture(QMouseEvent* event);
    void endGesture();
    void abandonGesture();
    bool handleArrow(QKeyEvent* event);
    bool handleBoxKey(QKeyEvent* event);
    bool handleEditKey(QKeyEvent* event);
    bool handleViewKey(QKeyEvent* event);
    void stepBack();
    void updatePointerShape();
    void geometryChanged();
    void describeSelection();
    const core::ConceptRecord* conceptOf(core::ConceptId id) const;
    void sceneChanged();
    void renderBackdrop();
    void renderScene();
    void paintOtherBoxes(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    void paintDrawing(QPainter& painter) const;
    int colourOf(int index) const;
    bool isFlagShown(int index) const;

    CanvasGeometry m_geometry;
    std::shared_ptr<const LoadedPicture> m_picture;
    QString m_message;
    // What a drag does not change is painted once: the picture as this window shows it, and over it all boxes but the chosen one.
    QPixmap m_backdrop;
    QPixmap m_scene;
    bool m_backdropStale = true;
    bool m_sceneStale = true;

    std::vector<core::ConceptRecord> m_concepts;
    std::vector<core::BoxRecord> m_boxes;
    std::optional<QRectF> m_waitingBox;
    std::optional<core::BoxRecord> m_copied;
    bool m_boxesShown = true;
    bool m_editable = true;
    bool m_boxesHidden = false; // H held
    bool m_crosshair = true;
    bool m_spaceHeld = false;
    bool m_focusShown = false; // reached by keys: show where they go
    int m_selected = -1;
    int m_hovered = -1;
    QPointF m_lastClick{-1e6, -1e6};
    core::ConceptId m_activeConcept;
    Tool m_tool = Tool::Select;
    Handle m_activeHandle = Handle::BottomRight;
    std::optional<QPointF> m_pointer; // window
    Gesture m_gesture;
    QTimer m_nudge; // runs while nudges join
    QString m_nudgeTitle;
};

} // namespace ui
