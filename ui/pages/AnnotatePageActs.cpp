// What a person does on Annotate: keys, answers, boxes, going from image to image.
#include "ui/pages/AnnotatePage.h"

#include "core/project/ItemList.h"
#include "core/storage/Editor.h"
#include "ui/Session.h"
#include "ui/dialogs/AddConcept.h"
#include "ui/dialogs/ConceptChooser.h"
#include "ui/models/ConceptListModel.h"
#include "ui/models/EditedItem.h"
#include "ui/support/Attempt.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/FocusedButton.h"
#include "ui/support/Numbers.h"
#include "ui/support/Relink.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/NoticeBar.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace ui {

using core::Answer;
using core::ConceptId;
using core::ItemId;
using core::ViewType;

// ---- from image to image

void AnnotatePage::goTo(int position)
{
    if (position >= 0 && position < m_session.list().size())
        m_session.setCurrentItem(m_session.items()[std::size_t(position)]);
}

void AnnotatePage::goBy(int step)
{
    if (step > 0 && m_position + 1 == m_session.list().size())
        reachEnd();
    else
        goTo(m_position + step);
}

/// There is no next image. What is pressed from now on must not change this one by mistake.
void AnnotatePage::reachEnd()
{
    if (!m_item->isOpen())
        return;
    m_canvas->finishNudging();
    m_atEnd = true;
    showNotice();
}

std::unordered_set<ItemId> AnnotatePage::openItems() const
{
    const core::ItemList& list = m_session.list();
    std::unordered_set<ItemId> open;
    for (const core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly}) {
        core::ItemFilter filter;
        filter.state = state;
        for (const ItemId id : m_session.project().itemIds(m_item->view()->id, filter)) {
            if (list.rowOf(id) >= 0)
                open.insert(id);
        }
    }
    // What was labelled a moment ago may not be stored yet.
    for (const auto& [id, held] : list.held()) {
        const bool isOpen = held.annotation.state == core::ItemState::Unseen || held.annotation.state == core::ItemState::Partly;
        if (!isOpen)
            open.erase(id);
        else if (list.rowOf(id) >= 0)
            open.insert(id);
    }
    return open;
}

void AnnotatePage::goToNextUnannotated()
{
    if (!m_item->isOpen())
        return;
    const std::unordered_set<ItemId> open = openItems();
    const std::vector<ItemId>& items = m_session.items();
    const int count = int(items.size());
    for (int away = 1; away < count; ++away) {
        const int position = (m_position + away) % count;
        if (open.contains(items[std::size_t(position)])) {
            goTo(position);
            return;
        }
    }
    Q_EMIT m_session.hintRequested(tr("Every other image of this list is annotated."));
}

// ---- keys

/// Keys that belong to the boxes although a menu may carry the same ones, wherever on the page the focus is.
bool AnnotatePage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_canvas->claims(static_cast<QKeyEvent*>(event)) && !isTyping()) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

/// Single letters work only outside text fields.
bool AnnotatePage::isTyping() const
{
    const QWidget* focus = focusWidget();
    return focus && focus->hasFocus() && qobject_cast<const QAbstractSpinBox*>(focus);
}

void AnnotatePage::keyPressEvent(QKeyEvent* event)
{
    if (pressFocusedButton(*event))
        return; // the boxes take Enter only when nothing else has the focus
    if (isTyping() || m_emptyReason != Empty::None || !(handleKey(event) || m_canvas->handleKey(event)))
        QWidget::keyPressEvent(event);
}

bool AnnotatePage::handleKey(QKeyEvent* event)
{
    if (handleConceptKey(event))
        return true;
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::ShiftModifier && type() == ViewType::Detection) {
        markAllSeen();
        return true;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier))
        return false;
    const bool arrowsWalk = type() != ViewType::Detection;
    switch (event->key()) {
    case Qt::Key_A:
    case Qt::Key_PageUp: goBy(-1); return true;
    case Qt::Key_D:
    case Qt::Key_PageDown: goBy(1); return true;
    case Qt::Key_Left:
        if (arrowsWalk)
            goBy(-1);
        return arrowsWalk;
    case Qt::Key_Right:
        if (arrowsWalk)
            goBy(1);
        return arrowsWalk;
    case Qt::Key_Home: goTo(0); return true;
    case Qt::Key_End: goTo(int(m_session.items().size()) - 1); return true;
    case Qt::Key_U: goToNextUnannotated(); return true;
    case Qt::Key_N: setWithoutConcept(); return true;
    case Qt::Key_T: chooseConcept(); return true;
    case Qt::Key_F2: m_fields->beginEditing(); return true;
    default: return false;
    }
}

bool AnnotatePage::handleConceptKey(QKeyEvent* event)
{
    const std::optional<int> place = conceptPlaceOf(*event);
    if (!place || *place >= int(m_item->concepts().size()) || !m_item->isOpen())
        return false;
    const ConceptId id = m_item->concepts()[std::size_t(*place)].id;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (m_atEnd && type() == ViewType::Classification && m_item->annotation().state == core::ItemState::Annotated) {
        Q_EMIT m_session.hintRequested(tr("This is the last image, and it is labelled. To change it, click a concept."));
        return true;
    }
    switch (type()) {
    case ViewType::Tagging: shift ? applyAnswer(id, Answer::No) : applyConcept(id); break;
    case ViewType::Detection: shift ? markSeen(id) : applyConcept(id); break;
    case ViewType::Classification:
        if (!shift)
            applyConcept(id);
        break;
    }
    return true;
}

// ---- answers

/// A concept was named, by key, click or type-ahead. Tagging: yes, and unseen again when it was yes.
void AnnotatePage::applyConcept(ConceptId conceptId)
{
    if (!m_item->conceptOf(conceptId) || !m_item->isOpen() || !isEditable())
        return;
    std::erase(m_recent, conceptId);
    m_recent.insert(m_recent.begin(), conceptId);
    switch (type()) {
    case ViewType::Tagging:
        applyAnswer(conceptId, m_item->annotation().answerFor(conceptId) == Answer::Yes ? Answer::Unseen : Answer::Yes);
        break;
    case ViewType::Classification:
        m_item->setClass(conceptId);
        if (m_advance)
            goBy(1);
        break;
    case ViewType::Detection:
        m_canvas->setActiveConcept(conceptId);
        m_canvas->editing().setConceptOfSelection(conceptId);
        m_canvas->editing().nameWaitingBox(conceptId);
        showHighlight();
        break;
    }
}

void AnnotatePage::applyAnswer(ConceptId conceptId, Answer answer)
{
    if (isEditable())
        m_item->setAnswer(conceptId, answer);
}

void AnnotatePage::markSeen(ConceptId conceptId)
{
    if (!m_item->isOpen() || !isEditable())
        return;
    m_canvas->finishNudging();
    const std::vector<ConceptId>& gaps = m_item->annotation().gaps;
    if (std::ranges::find(gaps, conceptId) != gaps.end())
        m_item->markSeen({conceptId});
    else if (m_item->annotation().state == core::ItemState::Unseen)
        Q_EMIT m_session.hintRequested(tr("Nobody has annotated this image yet. Draw its boxes, or press N if there is none."));
    else if (const core::ConceptRecord* record = m_item->conceptOf(conceptId))
        //: %1: name of a concept
        Q_EMIT m_session.hintRequested(tr("This image was looked at for %1 already.").arg(record->name));
}

void AnnotatePage::markAllSeen()
{
    if (!m_item->isOpen() || !isEditable())
        return;
    m_canvas->finishNudging();
    m_item->markSeen(std::vector(m_item->annotation().gaps));
    if (!m_gapLine->isVisible())
        m_canvas->setFocus(Qt::OtherFocusReason); // the button that had it is gone
}

void AnnotatePage::setWithoutConcept()
{
    if (!m_item->isOpen() || !isEditable())
        return;
    m_canvas->finishNudging();
    const int boxes = int(m_item->annotation().boxes.size());
    if (type() == ViewType::Classification) {
        Q_EMIT m_session.hintRequested(tr("A classification image always has one concept."));
    } else if (boxes == 0) {
        m_item->setWithoutConcept();
    } else {
        const QString question = tr("This image has %Ln box(es). Without concept deletes them; this can be undone.", nullptr, boxes);
        m_session.ask().choose(this, tr("Without concept"), question, {tr("Delete the boxes"), tr("Cancel")}, [this, asked = m_item->id()](int answer) {
            if (answer == 0 && m_item->id() == asked)
                m_item->setWithoutConcept();
        });
    }
}

// ---- concepts by name

void AnnotatePage::chooseConcept()
{
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    chooseConceptBeside(chosen ? m_canvas->geometryOfPicture().toWindow(chosen->rect).toAlignedRect() : QRect());
}

void AnnotatePage::chooseConceptBeside(const QRect& box)
{
    if (!m_item->isOpen() || !isEditable())
        return;
    auto* chooser = new ConceptChooser(m_item->concepts(), m_recent, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ConceptChooser::conceptChosen, this, &AnnotatePage::applyConcept);
    connect(chooser, &ConceptChooser::conceptWanted, this, &AnnotatePage::createConcept);
    connect(chooser, &QDialog::rejected, this, [this] { m_canvas->editing().nameWaitingBox({}); });
    connect(chooser, &QDialog::finished, m_canvas, qOverload<>(&QWidget::setFocus));
    const QRect seen = box & m_canvas->rect();
    if (!box.isNull())
        chooser->placeBeside(QRect(m_canvas->mapToGlobal(seen.topLeft()), seen.size()));
    chooser->open();
}

void AnnotatePage::createConcept(const QString& name)
{
    addConcept(m_session, this, m_item->view()->id, name, [this](ConceptId made) {
        if (!made.isValid()) {
            m_canvas->editing().nameWaitingBox({});
            return;
        }
        if (!m_item->conceptOf(made)) // the change of the view is announced later
            showConcepts();
        applyConcept(made);
    });
}

void AnnotatePage::openMenu(const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_canvas->selected() >= 0 && isEditable()) {
        QMenu* concepts = menu->addMenu(tr("Concept"));
        for (const core::ConceptRecord& record : m_item->concepts())
            concepts->addAction(record.name, this, [this, id = record.id] { applyConcept(id); });
        menu->addAction(tr("Duplicate"), &m_canvas->editing(), &BoxEditing::duplicate);
        menu->addAction(tr("Delete"), m_canvas, [this] { m_canvas->editing().remove({m_canvas->selected()}); });
        menu->addSeparator();
    }
    menu->addAction(tr("Fit"), m_canvas, &AnnotationCanvas::zoomToFit);
    menu->addAction(percent(1, 0), m_canvas, &AnnotationCanvas::zoomToActual);
    menu->popup(global);
}

// ---- the picture

void AnnotatePage::takeNoticeAct(int button)
{
    switch (noticeOf()) {
    case Notice::None: break;
    case Notice::End: m_notice->buttons().value(button) == tr("Train…") ? Q_EMIT m_session.trainRequested() : goToNextUnannotated(); break;
    case Notice::Changed: settleChange(m_session, this, {m_item->image()}, button == 0); break;
    case Notice::Missing: button == 0 ? goBy(1) : relink(m_session, this, m_item->image().id); break;
    case Notice::Unreadable:
        if (button == 0)
            goBy(1);
        else
            showPicture();
        break;
    }
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void AnnotatePage::removeFromProject()
{
    if (!m_item->isOpen() || !isEditable())
        return;
    m_canvas->finishNudging();
    const core::ImageRecord image = m_item->image();
    //: %1: file name
    const QString question = tr("\"%1\" and its annotations leave the project, in all views. Its file stays where it is. This can be undone.").arg(image.name());
    m_session.ask().choose(this, tr("Remove from the project"), question, {tr("Remove"), tr("Cancel")}, [this, image, item = m_item->id()](int answer) {
        if (answer != 0)
            return;
        const QString title = tr("Removed %1").arg(image.name());
        attempt(this, m_session.ask(), title, [&] { m_session.project().edit(title, [id = image.id](core::Editor& editor) { editor.removeImages({id}); }); });
        std::vector<ItemId> left = m_session.items();
        std::erase(left, item);
        m_session.setItems(std::move(left));
    });
}

} // namespace ui
