#pragma once

#include "core/dataset/Annotation.h"
#include "core/project/Project.h"

#include <QWidget>

class QComboBox;
class QKeyEvent;
class QLineEdit;
class QMenu;
class QPushButton;
class QSlider;
class QStackedWidget;
class QTimer;

namespace core {
class Thumbnails;
}

namespace ui {

class EmptyState;
class ItemInspector;
class ItemListModel;
class PageHeader;
class Session;
class SplitBar;
class ThumbnailGrid;
class TileDelegate;

/// See, find, split and label the images of the view.
class ImagesPage final : public QWidget {
    Q_OBJECT
public:
    ImagesPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);

    std::vector<core::ItemId> selectedItems() const;
    QMenu* splitMenu() const { return m_splitMenu; }
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

Q_SIGNALS:
    void countTextChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildLayout();
    QWidget* buildFilterBar();
    void connectAll();
    core::ItemFilter filter() const;
    void fillConceptFilter();
    void reloadView();   // another view, or its concepts changed
    void reloadItems();  // filter or images changed
    void projectChanged(const core::ChangeSet& change);
    void showState();    // grid or one of the empty states
    void selectionChanged();
    void visibleChanged();
    void keyPressed(QKeyEvent* event);
    bool labelWith(int place, bool no);
    void markWithoutConcept();
    std::vector<core::ImageId> selectedImages() const;
    void annotateCurrent();

    Session& m_session;
    core::Thumbnails& m_thumbnails;
    ItemListModel* m_model;
    TileDelegate* m_delegate;
    PageHeader* m_header;
    ThumbnailGrid* m_grid;
    ItemInspector* m_inspector;
    SplitBar* m_splitBar;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_filterBar = nullptr;
    QLineEdit* m_search;
    QComboBox* m_conceptFilter;
    QComboBox* m_splitFilter;
    QComboBox* m_stateFilter;
    QPushButton* m_clear;
    QSlider* m_size;
    QMenu* m_splitMenu;
    QPushButton* m_splitButton;
    QTimer* m_searchDelay;
    QTimer* m_wantedDelay;
    bool m_stale = false; // annotations changed elsewhere while a filter on them is set
};

} // namespace ui
