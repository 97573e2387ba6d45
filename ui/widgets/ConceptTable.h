#pragma once

#include "core/dataset/View.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class ConceptTableModel;
class ElidedLabel;
class Session;

/// The concepts of the session's view with how much each is used, and what a person does to a concept: add, rename, order, delete.
/// Each act names its numbers before it takes anything away.
class ConceptTable final : public QWidget {
    Q_OBJECT
public:
    explicit ConceptTable(Session& session, QWidget* parent = nullptr);

    /// Reads the rows anew; the same concept stays chosen, or after a deletion its neighbour. Counting is work: for a page that is
    /// seen. Throws Error.
    void reload();
    void choose(int row); // a row that does not exist changes nothing
    QTableView& table() const { return *m_table; }

public Q_SLOTS:
    void addConcept();         // asks for the name, and what the annotated images say of it
    void renameConcept();      // asks for the name
    void deleteConcept();      // says what goes with it first
    void moveConcept(int step); // -1: up, 1: down

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // F2, Delete, Alt+Up, Alt+Down

private:
    void build();
    void buildTable();
    void connectAll();
    bool handleKey(QKeyEvent* event);
    void place(core::ConceptId conceptId, int position);
    void showEnabled();
    std::optional<core::ViewRecord> view() const;
    std::optional<core::ConceptRecord> chosen() const;

    Session& m_session;
    ConceptTableModel* m_model;
    QTableView* m_table;
    ElidedLabel* m_title;
    QLabel* m_none;
    QLabel* m_modelNote;
    QPushButton* m_add;
    QPushButton* m_rename;
    QPushButton* m_delete;
    QPushButton* m_up;
    QPushButton* m_down;
};

} // namespace ui
