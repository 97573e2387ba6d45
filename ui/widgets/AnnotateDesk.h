#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

namespace core {
class Thumbnails;
}

namespace ui {

class AnnotateHeader;
class AnnotatePanel;
class AnnotationCanvas;
class CanvasPictures;
class ConceptTypeAhead;
class EditedItem;
class Filmstrip;
class ItemNotice;
class ItemWalk;
class Labelling;
class Session;
class ToolStrip;

/// The working place of Annotate: shows the item that is open on canvas, panel, header and filmstrip, and turns what a person does
/// there into acts on it. Which item that is, and whether there is one, is the page's affair.
class AnnotateDesk final : public QWidget {
    Q_OBJECT
public:
    /// `item` and `walk` must live longer than the desk.
    AnnotateDesk(Session& session, core::Thumbnails& thumbnails, EditedItem& item, ItemWalk& walk, QWidget* parent = nullptr);
    ~AnnotateDesk() override;

    AnnotationCanvas& canvas() const { return *m_canvas; }
    Labelling& labelling() const { return *m_labelling; }

    // What is shown. With an item open, unless it says otherwise.
    void showView();       // another view; an item need not be open
    void showConcepts();   // other concepts of it; likewise
    void showItem();       // another item
    void showPicture();    // reads it, if the desk is in sight
    void showAnnotation(); // and the file's state
    void clear();          // no item is open
    void showUndo();       // what the button takes back

    // What keys ask for
    void chooseConcept(); // type-ahead, beside the chosen box if there is one
    void markAllSeen();
    void beginEditingCoordinates();

Q_SIGNALS:
    void removeRequested(); // the item, from the project

private:
    void build();
    void connectItem();
    void connectCanvas();
    void connectHeader();
    void connectPanel();
    void connectNotice();
    void showBoxes();
    void showCoordinates();
    void showActiveConcept();
    void showNotice();
    void chooseConceptBeside(const QRect& box); // canvas px; null: no box
    void openMenu(const QPoint& global);
    bool isEditable() const;

    Session& m_session;
    EditedItem& m_item;
    ItemWalk& m_walk;
    AnnotateHeader* m_header;
    ItemNotice* m_notice;
    ToolStrip* m_tools;
    AnnotationCanvas* m_canvas;
    AnnotatePanel* m_panel;
    Filmstrip* m_filmstrip;
    CanvasPictures* m_pictures;
    Labelling* m_labelling;
    ConceptTypeAhead* m_typeAhead;
};

} // namespace ui
