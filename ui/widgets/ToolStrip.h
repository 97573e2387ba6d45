#pragma once

#include "ui/widgets/AnnotationCanvas.h"

#include <QWidget>

class QToolButton;

namespace ui {

/// The tools of Annotate as a column of icons, each with its key in the tooltip.
class ToolStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ToolStrip(QWidget* parent = nullptr);

    void setTool(AnnotationCanvas::Tool tool);
    void setBoxTools(bool shown); // Select and Box, in detection
    void setUndo(const QString& title); // empty: nothing to undo

Q_SIGNALS:
    void toolChosen(ui::AnnotationCanvas::Tool tool);
    void fitRequested();
    void actualRequested();
    void undoRequested();

private:
    QToolButton* addButton(const char* name, const QString& icon, const QString& text, const QString& key, bool checkable);
    void addLine();

    QToolButton* m_select;
    QToolButton* m_box;
    QToolButton* m_pan;
    QToolButton* m_undo;
};

} // namespace ui
