#pragma once

#include "core/dataset/Annotation.h"
#include "core/project/Project.h"

#include <QWidget>

class QKeyEvent;
class QSlider;
class QStackedWidget;

namespace core {
class Thumbnails;
}

namespace ui {

class BulkEdit;
class EmptyState;
class GridPictures;
class GridSelection;
class ImagesNotice;
class ItemFilterBar;
class ItemInspector;
class ItemListModel;
class PageHeader;
class SelectionButtons;
class Session;
class SplitBar;
class ThumbnailGrid;
class TileDelegate;

/// See, find, split and label the images of the view. Joins the filters, the grid with its selection (GridSelection) and pictures
/// (GridPictures), what is done to the selected images (BulkEdit), and the side panel that says what they are.
class ImagesPage final : public QWidget {
    Q_OBJECT
public:
    ImagesPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);

    std::vector<core::ItemId> selectedItems() const; // in the order of the list
    void setInspectorVisible(bool visible);
    bool isInspectorVisible() const;
    QString countText() const; // "364 images, 1 selected"

public Q_SLOTS:
    void selectAll();
    void selectNone();
    void removeSelected();  // asks first
    void acceptSelected();  // odd and truncated pictures become good ones
    void setSplitOfSelected(core::Split split);
    void showSplitMenu();
    void clearFilter();
    void addView(); // asks for name, type and concepts
    void focusGrid(); // or what stands in its place

Q_SIGNALS:
    void countTextChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildHeader();
    void buildLayout();
    void connectSession();
    void connectFields();
    void connectInspector();
    void reloadView();  // another view, or its concepts changed
    void reloadItems(); // filter or images changed
    void itemsLoaded();
    void projectChanged(const core::ChangeSet& change);
    void showState(); // grid or one of the empty states
    void showNotice();
    void showSelection();
    void keyPressed(QKeyEvent* event);
    void annotateCurrent();
    void lookAgain();
    bool isReadOnly() const;

    Session& m_session;
    ItemListModel* m_model;
    TileDelegate* m_delegate;
    PageHeader* m_header;
    SelectionButtons* m_buttons;
    ThumbnailGrid* m_grid;
    GridSelection* m_selection = nullptr;
    GridPictures* m_pictures = nullptr;
    BulkEdit* m_bulk;
    ItemInspector* m_inspector;
    SplitBar* m_splitBar;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ItemFilterBar* m_filter;
    ImagesNotice* m_notice;
    QSlider* m_size;
    bool m_stale = false; // annotations changed elsewhere while a filter on them is set
};

} // namespace ui
