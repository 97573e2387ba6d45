#pragma once

#include "core/dataset/View.h"

#include <QWidget>

#include <optional>

class QListView;
class QPushButton;

namespace ui {

class Session;
class ViewListModel;

/// The views of the project as cards, and what a person does to a view: choose, make, rename, delete. The chosen card is the view of
/// the session.
class ViewList final : public QWidget {
    Q_OBJECT
public:
    explicit ViewList(Session& session, QWidget* parent = nullptr);

    /// Reads the cards anew; counting what is annotated is work, so call it only for a page that is seen. Throws Error.
    void reload();
    bool isEmpty() const;
    QListView& list() const { return *m_list; }

public Q_SLOTS:
    void newView();    // asks for name, type and concepts
    void renameView(); // asks for the name
    void deleteView(); // names what goes with it first; refused while a training of it is under way

protected:
    void keyPressEvent(QKeyEvent* event) override; // F2, Delete

private:
    std::optional<core::ViewRecord> chosen() const;

    Session& m_session;
    ViewListModel* m_model;
    QListView* m_list;
    QPushButton* m_rename;
    QPushButton* m_delete;
};

} // namespace ui
