#pragma once

#include "core/dataset/Annotation.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace core {
class Editor;
}

namespace ui {

class Session;

/// The item that Annotate shows, and what a person makes of it. Each act is shown at once and is one undo step of the project;
/// the shared list holds it until it is written. What the project then says of the item is read again, but not while a drag or
/// a row of nudges is unfinished: that is newer than anything stored. Knows no widget.
class EditedItem final : public QObject {
    Q_OBJECT
public:
    explicit EditedItem(Session& session, QObject* parent = nullptr);

    /// The view that items are looked at in; absent: the project has none. Closes the item, which may look different in this one.
    void setView(std::optional<core::ViewRecord> view);
    /// The living concepts of the view, in order. An item that is open stays so.
    void setConcepts(std::vector<core::ConceptRecord> concepts) { m_concepts = std::move(concepts); }
    const std::optional<core::ViewRecord>& view() const { return m_view; }
    core::ViewType type() const { return m_view ? m_view->type : core::ViewType::Detection; }
    const std::vector<core::ConceptRecord>& concepts() const { return m_concepts; }
    const core::ConceptRecord* conceptOf(core::ConceptId id) const; // null: not one of this view

    /// Goes to an item; an invalid one, or one of another view: none is open.
    void open(core::ItemId id);
    void close() { m_item.reset(); }
    bool isOpen() const { return m_item.has_value(); }
    core::ItemId id() const { return m_item ? m_item->id : core::ItemId{}; }
    const core::Item& item() const { return *m_item; }                         // only while one is open
    const core::ImageRecord& image() const { return m_item->image; }           // likewise
    const core::ItemAnnotation& annotation() const { return m_item->annotation; } // likewise

    /// True from now on, or no longer: see above.
    void setBusy(bool busy);
    /// Takes over what the list of the session holds of the item now; later, while busy.
    void reread();

    // Acts. Each changes nothing when it would make no difference.
    void setClass(core::ConceptId conceptId);
    void setAnswer(core::ConceptId conceptId, core::Answer answer);
    void setBoxes(const QString& title, const std::vector<core::BoxRecord>& boxes);
    void setWithoutConcept(); // detection: the boxes go with it
    void markSeen(const std::vector<core::ConceptId>& concepts); // clears these gaps

Q_SIGNALS:
    void changed();        // another annotation than was shown, or another picture
    void pictureChanged(); // the file, or what is known of it
    void gone();           // it left the project
    /// An act could not be taken: its title, and a sentence that says why. Nothing was changed.
    void refused(const QString& title, const QString& sentence);

private:
    void act(const QString& title, core::ItemAnnotation after, std::function<void(core::Editor&)> edit);
    std::vector<core::ConceptId> living() const;

    Session& m_session;
    std::optional<core::ViewRecord> m_view;
    std::vector<core::ConceptRecord> m_concepts;
    std::optional<core::Item> m_item;
    bool m_busy = false;
    bool m_stale = false; // something was said while busy
};

} // namespace ui
