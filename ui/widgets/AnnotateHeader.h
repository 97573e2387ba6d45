#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace core {
struct Item;
}

namespace ui {

class ElidedLabel;

/// The line over the canvas: where in the list one is, which image that is and how far it is annotated, the zoom, and further acts.
class AnnotateHeader final : public QWidget {
    Q_OBJECT
public:
    explicit AnnotateHeader(QWidget* parent = nullptr);

    void setEditable(bool editable);
    void setPosition(int position, int count); // from 0
    void setItem(const core::Item& item);
    void setZoom(double scale); // screen px for one px of the picture
    QToolButton* more() const { return m_more; } // the last one in the order of Tab

Q_SIGNALS:
    void previousRequested();
    void nextRequested();
    void nextOpenRequested();
    void removeRequested();

private:
    QToolButton* m_previous;
    QLabel* m_position;
    QToolButton* m_next;
    ElidedLabel* m_name;
    QLabel* m_state;
    QLabel* m_zoom;
    QToolButton* m_more;
    QAction* m_remove;
};

} // namespace ui
