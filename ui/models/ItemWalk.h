#pragma once

#include "core/base/Id.h"

#include <QObject>

#include <unordered_set>

namespace ui {

class Session;

/// Where a person stands in the list of the session, and how they go on: step by step, to a place, to the next that is not annotated.
/// Follows the session's current item; where that left the list, the nearest that is left becomes the current one. Knows no widget.
class ItemWalk final : public QObject {
    Q_OBJECT
public:
    explicit ItemWalk(Session& session, QObject* parent = nullptr);

    int position() const { return m_position; } // in the list, from 0; -1: it is empty
    int count() const;
    core::ItemId item() const; // at the position; invalid: none
    bool hasPrevious() const { return m_position > 0; }
    bool hasNext() const { return m_position + 1 < count(); }

    void goTo(int position); // one that does not exist changes nothing
    void goBy(int step);     // beyond the last: endReached()
    void goToLast();
    void goToNextOpen();     // round the list; noneOpen() when every other one is annotated
    /// Finds the current item again: the list, the session or the project changed. arrived() follows in any case.
    void find();

    /// A step beyond the last item was tried, and no other one was gone to since. What is pressed now must not change that item by mistake.
    bool isAtEnd() const { return m_atEnd; }
    void leaveEnd() { m_atEnd = false; } // the person means this item

    /// The items of the list that are not annotated, or only partly, with what is not stored yet taken into account.
    std::unordered_set<core::ItemId> openItems() const;

Q_SIGNALS:
    void arrived(); // at item(), which may be the same as before
    void endReached();
    void noneOpen();

private:
    Session& m_session;
    int m_position = -1;
    core::ItemId m_item;
    bool m_atEnd = false;
};

} // namespace ui
