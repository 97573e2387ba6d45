#include "ui/pages/AnnotatePage.h"

#include "core/pictures/Thumbnails.h"
#include "ui/Session.h"
#include "ui/models/BoxListModel.h"
#include "ui/models/ConceptListModel.h"
#include "ui/support/ItemText.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/BoxList.h"
#include "ui/widgets/ConceptList.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Filmstrip.h"
#include "ui/widgets/ToolStrip.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int neighboursRead = 3; // on each side

} // namespace

AnnotatePage::AnnotatePage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails)
{
    setObjectName(QStringLiteral("annotatePage"));
    m_rereadLater.setSingleShot(true);
    m_rereadLater.setInterval(40);
    connect(&m_rereadLater, &QTimer::timeout, this, &AnnotatePage::reread);
    build();
    connectAll();
    connectCanvas();
    showView();
}

AnnotatePage::~AnnotatePage()
{
    m_canvas->finishNudging(); // nothing made so far is lost
}

void AnnotatePage::connectAll()
{
    connect(&m_session, &Session::viewChanged, this, &AnnotatePage::showView);
    connect(&m_session, &Session::itemsChanged, this, &AnnotatePage::findCurrent);
    connect(&m_session, &Session::currentItemChanged, this, &AnnotatePage::findCurrent);
    connect(&m_session.project(), &core::Project::changed, this, &AnnotatePage::projectChanged);
    connect(&m_session.project(), &core::Project::editFailed, this, &AnnotatePage::reread);
    connect(&m_loader, &PictureLoader::ready, this, [this](const QString& path, const std::shared_ptr<const LoadedPicture>& picture) {
        if (m_item && path == m_item->image.path)
            m_canvas->setPicture(picture);
    });
    connect(&m_loader, &PictureLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (m_item && path == m_item->image.path)
            m_canvas->setMessage(reason + QLatin1Char('\n') + tr("Its annotations are kept."));
    });
    connect(m_filmstrip, &Filmstrip::chosen, &m_session, &Session::setCurrentItem);
    connect(m_conceptList, &ConceptList::chosen, this, &AnnotatePage::applyConcept);
    connect(m_conceptList, &ConceptList::answered, this, &AnnotatePage::applyAnswer);
    connect(m_conceptList, &ConceptList::withoutConceptChosen, this, &AnnotatePage::setWithoutConcept);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_emptyReason == Empty::Images)
            Q_EMIT m_session.importRequested({});
        else
            Q_EMIT m_session.viewsPageRequested();
    });
}

void AnnotatePage::connectCanvas()
{
    connect(m_canvas, &AnnotationCanvas::boxesEdited, this, &AnnotatePage::storeBoxes);
    connect(m_canvas, &AnnotationCanvas::boxesShaped, this, &AnnotatePage::showBoxes);
    connect(m_canvas, &AnnotationCanvas::hintRequested, &m_session, &Session::hintRequested);
    connect(m_canvas, &AnnotationCanvas::conceptWanted, this, &AnnotatePage::chooseConcept);
    connect(m_canvas, &AnnotationCanvas::menuRequested, this, &AnnotatePage::openMenu);
    connect(m_canvas, &AnnotationCanvas::zoomChanged, this, [this](double scale) {
        m_zoomLabel->setText(tr("%1 %").arg(QLocale().toString(scale * 100, 'f', scale < 0.1 ? 1 : 0)));
    });
    connect(m_canvas, &AnnotationCanvas::selectionChanged, this, [this](int index) {
        m_boxList->setChosen(index);
        showFields();
        showHighlight();
    });
    connect(m_canvas, &AnnotationCanvas::toolChanged, this, [this](AnnotationCanvas::Tool tool) {
        m_tools->setTool(tool);
        if (tool == AnnotationCanvas::Tool::Box)
            Q_EMIT m_session.hintRequested(tr("Drag to draw a box; digits set its concept."));
    });
    connect(m_tools, &ToolStrip::toolChosen, m_canvas, &AnnotationCanvas::setTool);
    connect(m_tools, &ToolStrip::fitRequested, m_canvas, &AnnotationCanvas::zoomToFit);
    connect(m_tools, &ToolStrip::actualRequested, m_canvas, &AnnotationCanvas::zoomToActual);
    connect(m_tools, &ToolStrip::undoRequested, this, [this] {
        m_canvas->finishNudging();
        m_session.project().undo();
    });
    connect(m_boxList, &BoxList::chosen, m_canvas, &AnnotationCanvas::setSelected);
    connect(m_fields, &BoxFields::edited, m_canvas, &AnnotationCanvas::setRectOfSelection);
    connect(m_fields, &BoxFields::finished, m_canvas, qOverload<>(&QWidget::setFocus));
}

// ---- what is shown

bool AnnotatePage::isEditable() const
{
    return !m_session.project().isReadOnly();
}

const core::ConceptRecord* AnnotatePage::conceptOf(core::ConceptId id) const
{
    const auto found = std::ranges::find(m_concepts, id, &core::ConceptRecord::id);
    return found == m_concepts.end() ? nullptr : &*found;
}

void AnnotatePage::showView()
{
    m_canvas->finishNudging();
    m_view = m_session.project().view(m_session.view());
    m_concepts = m_view ? m_session.project().concepts(m_view->id) : std::vector<core::ConceptRecord>();
    std::erase_if(m_recent, [this](core::ConceptId id) { return !conceptOf(id); });
    const bool detection = type() == core::ViewType::Detection;
    m_conceptModel->setConcepts(type(), m_concepts);
    m_conceptModel->setEditable(isEditable());
    m_boxModel->setConcepts(m_concepts);
    m_canvas->setConcepts(m_concepts);
    m_canvas->setBoxesShown(detection);
    m_canvas->setEditable(isEditable());
    if (m_concepts.size() == 1)
        m_canvas->setActiveConcept(m_concepts.front().id); // nothing to ask
    m_fields->setEditable(isEditable());
    m_addConcept->setEnabled(isEditable() && m_view.has_value());
    m_boxPanel->setVisible(detection);
    m_tools->setBoxTools(detection);
    m_item.reset(); // it may look different in this view
    findCurrent();
}

AnnotatePage::Empty AnnotatePage::emptyReason() const
{
    if (!m_view)
        return Empty::View;
    if (m_concepts.empty())
        return Empty::Concepts;
    if (m_item)
        return Empty::None;
    return m_session.project().imageCount() == 0 ? Empty::Images : Empty::Match;
}

bool AnnotatePage::showEmpty(Empty reason)
{
    m_emptyReason = reason;
    m_stack->setCurrentIndex(reason == Empty::None ? 0 : 1);
    switch (reason) {
    case Empty::None: return false;
    case Empty::View:
        m_empty->setSentence(tr("A view is one question about your images. This project has none yet."));
        m_empty->setButton(tr("Add a view"));
        break;
    case Empty::Concepts:
        m_empty->setSentence(tr("This view has no concepts yet."));
        m_empty->setButton(tr("Add concepts"));
        break;
    case Empty::Images:
        m_empty->setSentence(tr("This project has no images yet."));
        m_empty->setButton(tr("Import pictures…"));
        break;
    case Empty::Match:
        m_empty->setSentence(tr("No image matches the filter."));
        m_empty->setButton({});
        break;
    }
    return true;
}

/// The current item of the session, or the nearest that is left when it is gone from the list.
void AnnotatePage::findCurrent()
{
    const std::vector<core::ItemId>& items = m_session.items();
    const auto found = std::ranges::find(items, m_session.currentItem());
    if (found == items.end() && !items.empty()) {
        m_session.setCurrentItem(items[std::size_t(std::clamp(m_position, 0, int(items.size()) - 1))]); // comes back here
        return;
    }
    m_position = items.empty() ? -1 : int(found - items.begin());
    const core::ItemId id = items.empty() ? core::ItemId{} : *found;
    if (!m_item || m_item->id != id) {
        m_canvas->finishNudging();
        m_item = id.isValid() ? m_session.project().item(id) : std::nullopt;
        if (m_item && m_view && m_item->view != m_view->id)
            m_item.reset(); // the list still belongs to the view before
    }
    showItem();
}

void AnnotatePage::showItem()
{
    m_filmstrip->setItems(m_session.items(), m_position);
    if (showEmpty(emptyReason())) {
        m_canvas->setPictureSize({});
        m_canvas->setBoxes({});
        return;
    }
    showPicture();
    m_canvas->setSelected(-1);
    showAnnotation();
    readAhead();
}

void AnnotatePage::showPicture()
{
    m_canvas->setPictureSize(m_item->image.size);
    m_canvas->setAccessibleName(m_item->image.name());
    if (isVisible())
        m_loader.request(m_item->image.path);
}

void AnnotatePage::showAnnotation()
{
    m_canvas->setBoxes(m_item->annotation.boxes);
    m_conceptModel->setAnnotation(m_item->annotation);
    showPosition();
    showHighlight();
    m_tools->setUndo(m_session.project().undoTitle());
}

void AnnotatePage::showPosition()
{
    const int count = int(m_session.items().size());
    m_positionLabel->setText(tr("%1 of %2").arg(QLocale().toString(m_position + 1), QLocale().toString(count)));
    m_nameLabel->setText(m_item->image.name());
    m_nameLabel->setToolTip(m_item->image.relativePath);
    m_stateLabel->setText(nameOf(m_item->image.split) + QStringLiteral("  ·  ") + nameOf(m_item->annotation.state));
    m_previous->setEnabled(m_position > 0);
    m_next->setEnabled(m_position + 1 < count);
}

void AnnotatePage::showBoxes()
{
    m_boxModel->setBoxes(m_canvas->boxes());
    m_boxList->setChosen(m_canvas->selected());
    showFields();
}

void AnnotatePage::showFields()
{
    const int index = m_canvas->selected();
    const std::vector<core::BoxRecord>& boxes = m_canvas->boxes();
    m_fields->setBox(index < 0 ? std::nullopt : std::optional(boxes[std::size_t(index)].rect), m_canvas->geometryOfPicture().picture());
}

/// The concept of the chosen box; with none chosen, that of the next one.
void AnnotatePage::showHighlight()
{
    const int index = m_canvas->selected();
    m_conceptModel->setActiveConcept(index < 0 ? m_canvas->activeConcept() : m_canvas->boxes()[std::size_t(index)].conceptId);
}

void AnnotatePage::readAhead()
{
    if (!isVisible())
        return;
    const std::vector<core::ItemId>& items = m_session.items();
    std::vector<core::ItemId> near;
    for (int away = 1; away <= neighboursRead; ++away) {
        for (const int position : {m_position + away, m_position - away}) {
            if (position >= 0 && position < int(items.size()))
                near.push_back(items[std::size_t(position)]);
        }
    }
    QStringList paths;
    for (const core::Item& item : m_session.project().items(near)) {
        if (item.image.health != core::Health::Missing && item.image.health != core::Health::Undecodable)
            paths.append(item.image.path);
    }
    m_loader.readAhead(paths);
}

void AnnotatePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_item) {
        showPicture();
        reread();
        readAhead();
    }
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void AnnotatePage::hideEvent(QHideEvent* event)
{
    m_canvas->finishNudging();
    QWidget::hideEvent(event);
}

// ---- what the project says

void AnnotatePage::projectChanged(const core::ChangeSet& change)
{
    if (change.structure) {
        const auto views = m_session.project().view(m_session.view());
        const auto concepts = views ? m_session.project().concepts(views->id) : std::vector<core::ConceptRecord>();
        if (views != m_view || concepts != m_concepts)
            showView();
    }
    const bool travelled = change.cause == core::ChangeSet::Cause::Undo || change.cause == core::ChangeSet::Cause::Redo;
    if (travelled)
        goWhereItChanged(change);
    const bool mine = m_item && (change.items.empty() || std::ranges::find(change.items, m_item->id) != change.items.end());
    if ((change.annotations && mine) || change.images)
        reread();
    if (change.annotations || change.images)
        m_filmstrip->reread();
    m_tools->setUndo(m_session.project().undoTitle());
}

/// Reads the shown item again once no act is on its way any more: what is shown is newer than the store until then.
void AnnotatePage::reread()
{
    if (!m_item)
        return;
    if (m_session.project().hasPendingEdits() || m_canvas->isBusy()) {
        m_rereadLater.start();
        return;
    }
    auto stored = m_session.project().item(m_item->id);
    if (!stored) {
        m_item.reset();
        findCurrent();
        return;
    }
    const bool same = stored->annotation == m_item->annotation && stored->image == m_item->image && m_canvas->boxes() == stored->annotation.boxes;
    m_item = std::move(stored);
    if (!same)
        showAnnotation();
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
        if (std::ranges::find(m_session.items(), target) != m_session.items().end())
            m_session.setCurrentItem(target);
    }
    //: %1: the act, e.g. "Moved a box"
    const QString said = change.cause == core::ChangeSet::Cause::Undo ? tr("Undone: %1") : tr("Redone: %1");
    Q_EMIT m_session.hintRequested(said.arg(change.title));
}

} // namespace ui
