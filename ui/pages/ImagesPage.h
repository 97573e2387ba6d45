#pragma once

#include "core/dataset/Annotation.h"
#include "core/project/Project.h"

#include <QWidget>

#include <functional>

class QKeyEvent;
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
class ItemFilterBar;
class ItemInspector;
class ItemListModel;
class NoticeBar;
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
    void addView();
    void focusGrid(); // or what stands in its place

Q_SIGNALS:
    void countTextChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// An act on the selected images, with its title for the history.
    struct Act {
        QString title;
        QString question; // more than a thousand: "This labels 1,240 images as Ripe."
        std::function<void(core::Editor&)> edit;
        std::function<core::ItemAnnotation(core::ItemAnnotation)> after; // what it makes of an annotation; none: it leaves them alone
    };

    // ImagesPage.cpp: what is shown
    void buildLayout();
    void connectAll();
    void connectGrid();
    void connectThumbnails();
    void reloadView();  // another view, or its concepts changed
    void reloadItems(); // filter or images changed
    void itemsLoaded();
    void projectChanged(const core::ChangeSet& change);
    void showState();   // grid or one of the empty states
    void showNotice();
    void selectionChanged();
    void showSelection();
    void visibleChanged();
    bool isReadOnly() const;
    core::ViewType type() const;

    // ImagesPageActs.cpp: what a person does
    void keyPressed(QKeyEvent* event);
    bool labelWith(int place, bool shift);
    void markSeen(const std::vector<core::ConceptId>& concepts);
    void markWithoutConcept();
    void settleChanged(bool same);
    void takeNoticeAct(int button);
    void perform(const std::vector<core::ItemId>& items, Act act);
    std::vector<core::Item> selectedRecords() const;
    std::vector<core::ImageId> selectedImages() const;
    std::vector<core::ImageId> selectedWith(std::initializer_list<core::Health> healths) const;
    void annotateCurrent();
    void fillSeenMenu();
    std::vector<core::ConceptId> living() const;

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
    ItemFilterBar* m_filter;
    NoticeBar* m_notice;
    QSlider* m_size;
    QMenu* m_splitMenu;
    QMenu* m_seenMenu;
    QPushButton* m_splitButton;
    QPushButton* m_seenButton;
    QTimer* m_wantedDelay;
    std::vector<core::ItemId> m_kept; // chosen before the list was read anew
    bool m_stale = false;             // annotations changed elsewhere while a filter on them is set
};

} // namespace ui
