#pragma once

#include "core/base/Id.h"

#include <QObject>

#include <vector>

class QRect;
class QWidget;

namespace ui {

class EditedItem;
class Session;

/// Asks for a concept of the view by name: opens the chooser, and makes the concept that was typed when it is new.
class ConceptTypeAhead final : public QObject {
    Q_OBJECT
public:
    /// `page`: over which it opens.
    ConceptTypeAhead(Session& session, const EditedItem& item, QWidget* page);

    /// `recent`: concepts that are offered first. `beside`: a place on the screen (px) that stays uncovered; null: in the middle.
    void open(const std::vector<core::ConceptId>& recent, const QRect& beside);

Q_SIGNALS:
    /// A concept was chosen or made; then the view may announce it only later.
    void chosen(core::ConceptId conceptId);
    void abandoned(); // nothing was chosen, or what was typed could not be made
    void closed();    // the chooser is gone, however it ended

private:
    void create(const QString& name);

    Session& m_session;
    const EditedItem& m_item;
    QWidget* m_page;
};

} // namespace ui
