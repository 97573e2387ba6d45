#pragma once

#include "core/project/Project.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui {

class ConceptTableModel;
class EmptyState;
class Session;
class ViewListModel;

/// Shapes the tasks of a project: its views, and the concepts of the chosen one.
class ViewsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ViewsPage(Session& session, QWidget* parent = nullptr);

    void chooseConcept(int row);

public Q_SLOTS:
    void newView();
    void renameView();
    void deleteView();
    void addConcept();
    void renameConcept();
    void deleteConcept();
    void moveConcept(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* buildViews();
    QWidget* buildConcepts();
    void connectAll();
    void projectChanged(const core::ChangeSet& change);
    void reload();
    void reloadConcepts();
    void showEnabled();
    bool handleKey(QKeyEvent* event);
    void perform(const QString& doing, const QString& title, std::function<void(core::Editor&)> act, std::function<void()> done = {});
    void placeConcept(core::ConceptId conceptId, int position);
    std::optional<core::ViewRecord> chosenView() const;
    std::optional<core::ConceptRecord> chosenConcept() const;

    Session& m_session;
    ViewListModel* m_views = nullptr;
    ConceptTableModel* m_concepts = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QListView* m_viewList = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_conceptsTitle = nullptr;
    QLabel* m_noConcepts = nullptr;
    QLabel* m_modelNote = nullptr;
    QPushButton* m_newView = nullptr;
    QPushButton* m_renameView = nullptr;
    QPushButton* m_deleteView = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    bool m_stale = true;
};

} // namespace ui
