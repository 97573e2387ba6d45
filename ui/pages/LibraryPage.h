#pragma once

#include "core/dataset/Model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace ui {

class EmptyState;
class FactList;
class LibraryModel;
class LinkDelegate;
class PageHeader;
class Session;

/// All models of the chosen view and their versions, and the ways on from there. Live while something trains.
class LibraryPage final : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPage(Session& session, QWidget* parent = nullptr);
    ~LibraryPage() override;

    void chooseVersion(core::VersionId version);
    std::optional<core::VersionRecord> chosenVersion() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeInspector();
    void setUpTree();
    void connectSession();
    void reload();
    void moveLiveRow();
    void fitTree();
    void showInspector();
    void follow(const QModelIndex& proxyIndex, const QString& link);
    void openMenu(const QModelIndex& proxyIndex, QPoint position);
    void askToDelete(const core::VersionRecord& version);

    Session& m_session;
    LibraryModel* m_model;
    QSortFilterProxyModel* m_sorted;
    PageHeader* m_header;
    QLineEdit* m_find;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTreeView* m_tree = nullptr;
    LinkDelegate* m_links = nullptr;
    QWidget* m_inspector = nullptr;
    QLabel* m_inspectorTitle = nullptr;
    QLabel* m_inspectorCaption = nullptr;
    FactList* m_start = nullptr;
    FactList* m_run = nullptr;
    FactList* m_data = nullptr;
    QTimer m_liveTimer;
};

} // namespace ui
