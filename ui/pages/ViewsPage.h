#pragma once

#include "core/project/Project.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace ui {

class ConceptTable;
class EmptyState;
class Session;
class ViewList;

/// Shapes the tasks of a project: its views on the left, the concepts of the chosen one beside them.
class ViewsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ViewsPage(Session& session, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override; // Insert: a concept
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void projectChanged(const core::ChangeSet& change);
    void reload();

    Session& m_session;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ViewList* m_views;
    ConceptTable* m_concepts;
    QPushButton* m_newView;
    bool m_stale = true;
};

} // namespace ui
