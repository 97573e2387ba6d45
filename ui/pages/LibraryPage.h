#pragma once

#include "core/dataset/Model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QModelIndex;
class QStackedWidget;

namespace ui {

class EmptyState;
class LibraryModel;
class LibraryTree;
class PageHeader;
class Session;
class VersionInspector;

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
    void connectTree();
    void connectSession();
    void reload();
    void showQueue();
    void moveLiveRow();
    void showInspector();
    void follow(const QModelIndex& proxyIndex, const QString& link);
    void openMenu(const QModelIndex& proxyIndex, QPoint position);
    void rename(core::VersionId version, const QString& name);
    void askToDelete(const core::VersionRecord& version);

    Session& m_session;
    LibraryModel* m_model;
    PageHeader* m_header;
    QLineEdit* m_find;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    LibraryTree* m_tree = nullptr;
    VersionInspector* m_inspector = nullptr;
    QTimer m_liveTimer;
};

} // namespace ui
