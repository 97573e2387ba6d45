#include "ui/pages/AnnotatePage.h"

#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/models/EditedItem.h"
#include "ui/models/ItemWalk.h"
#include "ui/models/Labelling.h"
#include "ui/support/AnnotateKeys.h"
#include "ui/support/Attempt.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/FocusedButton.h"
#include "ui/widgets/AnnotateDesk.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/EmptyState.h"

#include <QAbstractSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

AnnotatePage::AnnotatePage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_item(new EditedItem(session, this)), m_walk(new ItemWalk(session, this)), m_stack(new QStackedWidget(this)),
      m_desk(new AnnotateDesk(session, thumbnails, *m_item, *m_walk, this)), m_empty(new EmptyState({}, {}, this))
{
    setObjectName(QStringLiteral("annotatePage"));
    m_empty->setObjectName(QStringLiteral("annotateEmpty"));
    m_stack->addWidget(m_desk);
    m_stack->addWidget(m_empty);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(&m_desk->canvas()); // who gives the page the focus means the picture
    connectAll();
    showView();
}

AnnotatePage::~AnnotatePage()
{
    delete m_desk; // it ends what is unfinished on the item, so it goes first
}

void AnnotatePage::connectAll()
{
    connect(&m_session, &Session::viewChanged, this, &AnnotatePage::showView);
    connect(&m_session.project(), &core::Project::changed, this, &AnnotatePage::projectChanged);
    connect(m_walk, &ItemWalk::arrived, this, &AnnotatePage::arrived);
    connect(m_item, &EditedItem::gone, m_walk, &ItemWalk::find);
    connect(m_desk, &AnnotateDesk::removeRequested, this, &AnnotatePage::removeFromProject);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_emptyReason == Empty::Images)
            Q_EMIT m_session.importRequested({});
        else
            Q_EMIT m_session.viewsPageRequested();
    });
}

AnnotationCanvas& AnnotatePage::canvas() const
{
    return m_desk->canvas();
}

Labelling& AnnotatePage::labelling() const
{
    return m_desk->labelling();
}

bool AnnotatePage::isEditable() const
{
    return !m_session.project().isReadOnly();
}

// ---- what is shown

void AnnotatePage::showView()
{
    canvas().finishNudging();
    m_item->setView(m_session.project().view(m_session.view()));
    m_desk->showView();
    m_walk->find();
}

AnnotatePage::Empty AnnotatePage::emptyReason() const
{
    if (!m_item->view())
        return Empty::View;
    if (m_item->concepts().empty())
        return Empty::Concepts;
    if (m_item->isOpen())
        return Empty::None;
    return m_session.project().imageCount() == 0 ? Empty::Images : Empty::Match;
}

void AnnotatePage::showEmpty(Empty reason)
{
    m_emptyReason = reason;
    m_stack->setCurrentIndex(reason == Empty::None ? 0 : 1);
    const auto say = [this](const QString& sentence, const QString& button) {
        m_empty->setSentence(sentence);
        m_empty->setButton(button);
    };
    switch (reason) {
    case Empty::None: break;
    case Empty::View: say(tr("A view is one question about your images. This project has none yet."), tr("Add a view")); break;
    case Empty::Concepts: say(tr("This view has no concepts yet."), tr("Add concepts")); break;
    case Empty::Images: say(tr("This project has no images yet."), tr("Import pictures…")); break;
    case Empty::Match: say(tr("No image matches the filter."), {}); break;
    }
}

void AnnotatePage::arrived()
{
    if (m_item->id() != m_walk->item()) {
        canvas().finishNudging();
        m_item->open(m_walk->item());
        if (isVisible())
            Q_EMIT m_session.hintRequested({}); // what it said was about the image before
    }
    showItem();
}

void AnnotatePage::showItem()
{
    showEmpty(emptyReason());
    if (m_emptyReason == Empty::None)
        m_desk->showItem();
    else
        m_desk->clear();
}

void AnnotatePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_item->isOpen()) {
        m_item->reread();
        if (m_item->isOpen()) {
            m_desk->showPicture();
            m_desk->showAnnotation();
        }
    }
    canvas().setFocus(Qt::OtherFocusReason);
}

void AnnotatePage::hideEvent(QHideEvent* event)
{
    canvas().finishNudging();
    Q_EMIT m_session.hintRequested({}); // what it said was about this place
    QWidget::hideEvent(event);
}

// ---- what the project says

void AnnotatePage::projectChanged(const core::ChangeSet& change)
{
    if (change.structure) {
        const auto view = m_session.project().view(m_session.view());
        const auto concepts = view ? m_session.project().concepts(view->id) : std::vector<core::ConceptRecord>();
        if (view != m_item->view())
            showView();
        else if (concepts != m_item->concepts())
            conceptsChanged();
    }
    const bool travelled = change.cause == core::ChangeSet::Cause::Undo || change.cause == core::ChangeSet::Cause::Redo;
    if (travelled)
        goWhereItChanged(change);
    m_desk->showUndo();
}

/// The image stays where it is, with a box that waits for its concept, too.
void AnnotatePage::conceptsChanged()
{
    const bool wasShown = m_emptyReason == Empty::None;
    m_desk->showConcepts();
    m_item->reread();
    if (wasShown && m_item->isOpen() && emptyReason() == Empty::None)
        m_desk->showAnnotation();
    else
        showItem();
}

void AnnotatePage::goWhereItChanged(const core::ChangeSet& change)
{
    if (!isVisible())
        return;
    if (change.annotations && !change.items.empty()) {
        const core::ItemId current = m_session.currentItem();
        const core::ItemId target = std::ranges::find(change.items, current) != change.items.end() ? current : change.items.front();
        const auto item = m_session.project().item(target);
        if (item && item->view != m_session.view())
            m_session.setView(item->view);
        if (m_session.list().rowOf(target) >= 0)
            m_session.setCurrentItem(target);
        m_walk->leaveEnd();
    }
    //: %1: the act, e.g. "Moved a box"
    const QString said = change.cause == core::ChangeSet::Cause::Undo ? tr("Undone: %1") : tr("Redone: %1");
    Q_EMIT m_session.hintRequested(said.arg(change.title));
}

// ---- what a person does

/// Keys that belong to the boxes although a menu may carry the same ones, wherever on the page the focus is.
bool AnnotatePage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && canvas().claims(static_cast<QKeyEvent*>(event)) && !isTyping()) {
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
    if (isTyping() || m_emptyReason != Empty::None || !(handleKey(event) || canvas().handleKey(event)))
        QWidget::keyPressEvent(event);
}

bool AnnotatePage::handleKey(QKeyEvent* event)
{
    if (const auto place = conceptPlaceOf(*event); place && labelling().takeKey(*place, event->modifiers().testFlag(Qt::ShiftModifier)))
        return true;
    const auto act = annotateActOf(*event, m_item->type());
    if (act)
        perform(*act);
    return act.has_value();
}

void AnnotatePage::perform(AnnotateAct act)
{
    switch (act) {
    case AnnotateAct::Previous: m_walk->goBy(-1); break;
    case AnnotateAct::Next: m_walk->goBy(1); break;
    case AnnotateAct::First: m_walk->goTo(0); break;
    case AnnotateAct::Last: m_walk->goToLast(); break;
    case AnnotateAct::NextOpen: m_walk->goToNextOpen(); break;
    case AnnotateAct::WithoutConcept: labelling().setWithoutConcept(); break;
    case AnnotateAct::AllSeen: m_desk->markAllSeen(); break;
    case AnnotateAct::TypeAhead: m_desk->chooseConcept(); break;
    case AnnotateAct::Coordinates: m_desk->beginEditingCoordinates(); break;
    }
}

void AnnotatePage::removeFromProject()
{
    if (!m_item->isOpen() || !isEditable())
        return;
    canvas().finishNudging();
    const core::ImageRecord image = m_item->image();
    //: %1: file name
    const QString question = tr("\"%1\" and its annotations leave the project, in all views. Its file stays where it is. This can be undone.").arg(image.name());
    m_session.ask().choose(this, tr("Remove from the project"), question, {tr("Remove"), tr("Cancel")}, [this, image, item = m_item->id()](int answer) {
        if (answer != 0)
            return;
        const QString title = tr("Removed %1").arg(image.name());
        attempt(this, m_session.ask(), title, [&] { m_session.project().edit(title, [id = image.id](core::Editor& editor) { editor.removeImages({id}); }); });
        std::vector<core::ItemId> left = m_session.items();
        std::erase(left, item);
        m_session.setItems(std::move(left));
    });
}

} // namespace ui
