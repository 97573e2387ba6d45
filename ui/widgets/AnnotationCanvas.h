#pragma once

#include "core/dataset/Annotation.h"
#include "ui/support/AccessibleParts.h"
#include "ui/widgets/BoxEditing.h"
#include "ui/widgets/CanvasGeometry.h"
#include "ui/widgets/CanvasGesture.h"
#include "ui/widgets/CanvasScene.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Shows one picture at any zoom and hands what pointer and keys do there to its parts: BoxEditing (the boxes), CanvasGesture
/// (the pressed pointer), CanvasGeometry (zoom and place), CanvasScene (what is painted). Knows no project.
class AnnotationCanvas final : public QWidget, public AccessibleParts {
    Q_OBJECT
public:
    enum class Tool { Select, Box, Pan };

    explicit AnnotationCanvas(QWidget* parent = nullptr);

    /// A new picture of this size (oriented px); its pixels may follow. Zoom and place stay as the person chose them.
    void setPictureSize(const QSize& size);
    void setPicture(std::shared_ptr<const LoadedPicture> picture); // null: not read yet
    bool hasPicture() const { return m_scene.picture() != nullptr; }
    /// The person looks closer than the picture that is shown is sharp, and it is not the whole one.
    bool wantsMorePixels() const;
    void setMessage(const QString& message); // instead of pixels; empty: none
    QString message() const { return m_message; }

    const BoxEditing& editing() const { return m_editing; }
    BoxEditing& editing() { return m_editing; }
    void setConcepts(std::vector<core::ConceptRecord> concepts) { m_editing.setConcepts(std::move(concepts)); }
    void setBoxes(std::vector<core::BoxRecord> boxes); // keeps the selection where its box is still there
    const std::vector<core::BoxRecord>& boxes() const { return m_editing.boxes(); }
    /// With false there are no boxes and no box tools; the picture is only looked at (classification, tagging).
    void setBoxesShown(bool shown);
    void setEditable(bool editable);
    int selected() const { return m_editing.selected(); } // position in boxes(), -1: none
    void setSelected(int index) { m_editing.select(index); }
    core::ConceptId activeConcept() const { return m_editing.activeConcept(); }
    void setActiveConcept(core::ConceptId conceptId) { m_editing.setActiveConcept(conceptId); }

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    const CanvasGeometry& geometryOfPicture() const { return m_geometry; }
    void zoomToFit();
    void zoomToActual();
    void zoomBy(double factor);
    void zoomTo(double scale, const QPointF& anchor);

    /// True while a drag or a row of nudges is unfinished: its boxes are newer than any stored ones.
    bool isBusy() const { return m_gesture.isActive() || m_editing.isNudging(); }
    void finishNudging() { m_editing.finishNudging(); } // announces the nudges made so far
    /// A key pressed anywhere on the page; false when it is none of the canvas's.
    bool handleKey(QKeyEvent* event);
    /// Whether a key is for the boxes although a menu may carry the same one. Undo and redo end the nudges and are not claimed.
    bool claims(const QKeyEvent* event);

    QSize sizeHint() const override { return {640, 480}; }

    // Screen readers find the boxes as children of the picture.
    int partCount() const override { return m_boxesShown ? int(boxes().size()) : 0; }
    AccessiblePart partAt(int index) const override;
    int partUnder(const QPoint& point) const override { return m_boxesShown ? m_gesture.boxAt(point) : -1; }
    int focusedPart() const override { return selected(); }
    void choosePart(int index) override { setSelected(index); }

Q_SIGNALS:
    void boxesEdited(const QString& title, const std::vector<core::BoxRecord>& boxes);
    void boxesShaped(); // shape, number or concept of a box changed, finished or not
    void busyChanged(bool busy);
    void selectionChanged(int index);
    void toolChanged(ui::AnnotationCanvas::Tool tool);
    void zoomChanged(double scale);
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
    bool canEdit() const { return m_boxesShown && m_editing.canEdit(); }
    void connectEditing();
    void abandonGesture();
    bool handleArrow(QKeyEvent* event);
    bool handleBoxKey(QKeyEvent* event);
    bool handleEditKey(QKeyEvent* event);
    bool handleViewKey(QKeyEvent* event);
    void dropKeyboardBox();
    void stepBack();
    void updatePointerShape();
    void geometryChanged();
    void boxesChanged();
    void describeSelection();
    void tellBusy();
    void paintOver(QPainter& painter) const;

    CanvasGeometry m_geometry;
    BoxEditing m_editing;
    CanvasGesture m_gesture{m_editing, m_geometry};
    CanvasScene m_scene{m_editing, m_geometry};
    QString m_message;
    bool m_boxesShown = true;
    bool m_crosshair = true;
    bool m_spaceHeld = false;
    bool m_focusShown = false; // reached by keys: show where they go
    bool m_toldBusy = false;
    Tool m_tool = Tool::Select;
    std::optional<QPointF> m_pointer; // window
};

} // namespace ui
