#pragma once

#include "core/project/Project.h"

#include <QWidget>

class QStackedWidget;

namespace core {
class Thumbnails;
}

namespace ui {

class AnnotateDesk;
class AnnotationCanvas;
class EditedItem;
class EmptyState;
class ItemWalk;
class Labelling;
class Session;
enum class AnnotateAct;

/// Annotates one image after the other: boxes, the class, or the answers of tagging. Joins what it is made of: ItemWalk (where in the
/// list one is), EditedItem (the annotation as the person has made it), AnnotateDesk (what is seen of it); takes the keys, says why
/// there is nothing to annotate, and follows what the project says.
class AnnotatePage final : public QWidget {
    Q_OBJECT
public:
    AnnotatePage(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);
    ~AnnotatePage() override;

    AnnotationCanvas& canvas() const;
    ItemWalk& walk() const { return *m_walk; }
    Labelling& labelling() const;

public Q_SLOTS:
    void removeFromProject(); // the image that is shown; asks first

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Empty { None, View, Concepts, Images, Match };

    void connectAll();
    void showView();
    void showItem();
    void showEmpty(Empty reason);
    Empty emptyReason() const;
    void arrived();
    void projectChanged(const core::ChangeSet& change);
    void conceptsChanged();
    void goWhereItChanged(const core::ChangeSet& change);
    bool handleKey(QKeyEvent* event);
    void perform(AnnotateAct act);
    bool isEditable() const;
    bool isTyping() const;

    Session& m_session;
    EditedItem* m_item;
    ItemWalk* m_walk;
    QStackedWidget* m_stack;
    AnnotateDesk* m_desk;
    EmptyState* m_empty;
    Empty m_emptyReason = Empty::None;
};

} // namespace ui
