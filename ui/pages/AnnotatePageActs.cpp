// What a person does on Annotate: keys, answers, boxes, going from image to image.
#include "ui/pages/AnnotatePage.h"

#include "core/storage/Editor.h"
#include "ui/Session.h"
#include "ui/dialogs/ConceptChooser.h"
#include "ui/models/ConceptListModel.h"
#include "ui/support/Attempt.h"
#include "ui/support/ConceptKeys.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/Filmstrip.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <unordered_set>

namespace ui {

using core::Answer;
using core::ConceptId;
using core::ItemId;
using core::ViewType;

// ---- from image to image

void AnnotatePage::goTo(int position)
{
    const std::vector<ItemId>& items = m_session.items();
    if (position >= 0 && position < int(items.size()))
        m_session.setCurrentItem(items[std::size_t(position)]);
}

void AnnotatePage::goBy(int step)
{
    goTo(m_position + step);
}

void AnnotatePage::goToNextUnannotated()
{
    if (!m_view)
        return;
    std::unordered_set<ItemId> open;
    for (const core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly}) {
        core::ItemFilter filter;
        filter.state = state;
        const std::vector<ItemId> found = m_session.project().itemIds(m_view->id, filter);
        open.insert(found.begin(), found.end());
    }
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
    if (isTyping() || m_emptyReason != Empty::None || !(handleKey(event) || m_canvas->handleKey(event)))
        QWidget::keyPressEvent(event);
}

bool AnnotatePage::handleKey(QKeyEvent* event)
{
    if (handleConceptKey(event))
        return true;
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
    if (!place || *place >= int(m_concepts.size()) || !m_item)
        return false;
    const ConceptId id = m_concepts[std::size_t(*place)].id;
    if (type() != ViewType::Tagging) {
        if (!event->modifiers().testFlag(Qt::ShiftModifier))
            applyConcept(id);
        return true;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        applyAnswer(id, Answer::No);
    else
        applyConcept(id);
    return true;
}

// ---- answers

void AnnotatePage::edit(const QString& title, std::function<void(core::Editor&)> act)
{
    attempt(this, m_session.ask(), title, [&] { m_session.project().edit(title, std::move(act)); });
    m_filmstrip->reread();
}

/// What follows from the answers shown, before the project has stored them.
void AnnotatePage::showState(bool withoutConcept)
{
    std::vector<ConceptId> living;
    for (const core::ConceptRecord& record : m_concepts)
        living.push_back(record.id);
    m_item->annotation.state = core::stateOf(type(), living, m_item->annotation, withoutConcept);
    m_conceptModel->setAnnotation(m_item->annotation);
    showPosition();
}

/// A concept was named, by key, click or type-ahead. Tagging: yes, and unseen again when it was yes.
void AnnotatePage::applyConcept(ConceptId conceptId)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!record || !m_item || !isEditable())
        return;
    std::erase(m_recent, conceptId);
    m_recent.insert(m_recent.begin(), conceptId);
    const ItemId item = m_item->id;
    switch (type()) {
    case ViewType::Tagging:
        applyAnswer(conceptId, m_item->annotation.answerFor(conceptId) == Answer::Yes ? Answer::Unseen : Answer::Yes);
        break;
    case ViewType::Classification:
        m_item->annotation.labels = {{conceptId, true}};
        showState(false);
        edit(tr("Set %1").arg(record->name), [item, conceptId](core::Editor& editor) { editor.setClass({item}, conceptId); });
        if (m_advance)
            goBy(1);
        break;
    case ViewType::Detection:
        m_canvas->setActiveConcept(conceptId);
        m_canvas->setConceptOfSelection(conceptId);
        m_canvas->nameWaitingBox(conceptId);
        showHighlight();
        break;
    }
}

void AnnotatePage::applyAnswer(ConceptId conceptId, Answer answer)
{
    const core::ConceptRecord* record = conceptOf(conceptId);
    if (!record || !m_item || !isEditable() || m_item->annotation.answerFor(conceptId) == answer)
        return;
    std::erase_if(m_item->annotation.labels, [conceptId](const core::Label& label) { return label.conceptId == conceptId; });
    if (answer != Answer::Unseen)
        m_item->annotation.labels.push_back({conceptId, answer == Answer::Yes});
    showState(false);
    //: %1: name of a concept
    const QString title = (answer == Answer::Yes ? tr("Set %1 to yes") : answer == Answer::No ? tr("Set %1 to no") : tr("Set %1 to unseen")).arg(record->name);
    edit(title, [item = m_item->id, conceptId, answer](core::Editor& editor) { editor.setAnswer({item}, conceptId, answer); });
}

void AnnotatePage::setWithoutConcept()
{
    if (!m_item || !isEditable() || m_item->annotation.state == core::ItemState::WithoutConcept)
        return;
    m_canvas->finishNudging();
    const QString title = tr("Set without concept");
    const ItemId item = m_item->id;
    const int boxes = int(m_item->annotation.boxes.size());
    switch (type()) {
    case ViewType::Classification:
        Q_EMIT m_session.hintRequested(tr("A classification image always has one concept."));
        return;
    case ViewType::Tagging:
        m_item->annotation.labels.clear();
        for (const core::ConceptRecord& record : m_concepts)
            m_item->annotation.labels.push_back({record.id, false});
        break;
    case ViewType::Detection:
        if (boxes > 0) {
            const QString question = tr("This image has %n box(es). Without concept deletes them; this can be undone.", nullptr, boxes);
            m_session.ask().choose(this, tr("Without concept"), question, {tr("Delete the boxes"), tr("Cancel")}, [this, item](int button) {
                if (button == 0 && m_item && m_item->id == item)
                    clearBoxes();
            });
            return;
        }
        clearBoxes();
        return;
    }
    showState(true);
    edit(title, [item](core::Editor& editor) { editor.setWithoutConcept({item}); });
}

void AnnotatePage::clearBoxes()
{
    m_item->annotation.boxes.clear();
    m_item->annotation.gaps.clear();
    m_canvas->setBoxes({});
    showState(true);
    edit(tr("Set without concept"), [item = m_item->id](core::Editor& editor) {
        editor.setBoxes(item, {});
        editor.setWithoutConcept({item});
    });
}

// ---- concepts by name

void AnnotatePage::chooseConcept()
{
    if (!m_view || !m_item || !isEditable())
        return;
    std::vector<core::ConceptRecord> offered;
    for (const ConceptId id : m_recent)
        offered.push_back(*conceptOf(id));
    for (const core::ConceptRecord& record : m_concepts) {
        if (std::ranges::find(m_recent, record.id) == m_recent.end())
            offered.push_back(record);
    }
    auto* chooser = new ConceptChooser(std::move(offered), true, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ConceptChooser::conceptChosen, this, &AnnotatePage::applyConcept);
    connect(chooser, &ConceptChooser::conceptWanted, this, &AnnotatePage::createConcept);
    connect(chooser, &QDialog::rejected, this, [this] { m_canvas->nameWaitingBox({}); });
    connect(chooser, &QDialog::finished, m_canvas, qOverload<>(&QWidget::setFocus));
    chooser->open();
}

void AnnotatePage::createConcept(const QString& name)
{
    ConceptId made;
    //: %1: name of a concept
    const bool done = attempt(this, m_session.ask(), tr("Add concept"), [&] {
        m_session.project().editAndWait(tr("Added %1").arg(name), [&](core::Editor& editor) { made = editor.addConcept(m_view->id, name); });
    });
    if (!done) {
        m_canvas->nameWaitingBox({});
        return;
    }
    m_concepts = m_session.project().concepts(m_view->id);
    m_conceptModel->setConcepts(type(), m_concepts);
    m_canvas->setConcepts(m_concepts);
    applyConcept(made);
}

// ---- boxes

void AnnotatePage::storeBoxes(const QString& title, const std::vector<core::BoxRecord>& boxes)
{
    if (!m_item)
        return;
    m_item->annotation.boxes = boxes;
    for (const core::BoxRecord& box : boxes)
        std::erase(m_item->annotation.gaps, box.conceptId);
    showState(false);
    showHighlight();
    edit(title, [item = m_item->id, boxes](core::Editor& editor) { editor.setBoxes(item, boxes); });
}

void AnnotatePage::openMenu(const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_canvas->selected() >= 0 && isEditable()) {
        QMenu* concepts = menu->addMenu(tr("Concept"));
        for (const core::ConceptRecord& record : m_concepts)
            concepts->addAction(record.name, this, [this, id = record.id] { applyConcept(id); });
        menu->addAction(tr("Duplicate"), m_canvas, &AnnotationCanvas::duplicateSelection);
        menu->addAction(tr("Delete"), m_canvas, [this] { m_canvas->removeBoxes({m_canvas->selected()}); });
        menu->addSeparator();
    }
    menu->addAction(tr("Fit"), m_canvas, &AnnotationCanvas::zoomToFit);
    menu->addAction(tr("100 %"), m_canvas, &AnnotationCanvas::zoomToActual);
    menu->popup(global);
}

void AnnotatePage::removeFromProject()
{
    if (!m_item || !isEditable())
        return;
    m_canvas->finishNudging();
    //: %1: file name
    const QString question = tr("\"%1\" and its annotations leave the project, in all views. Its file stays where it is. This can be undone.").arg(m_item->image.name());
    m_session.ask().choose(this, tr("Remove from the project"), question, {tr("Remove"), tr("Cancel")},
                           [this, item = m_item->id, image = m_item->image](int button) {
                               if (button != 0)
                                   return;
                               std::vector<ItemId> left = m_session.items();
                               std::erase(left, item);
                               edit(tr("Removed %1").arg(image.name()), [id = image.id](core::Editor& editor) { editor.removeImages({id}); });
                               m_session.setItems(std::move(left));
                           });
}

} // namespace ui
