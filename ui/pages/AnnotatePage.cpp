#include "ui/pages/AnnotatePage.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/models/BoxListModel.h"
#include "ui/models/ConceptListModel.h"
#include "ui/models/EditedItem.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/BoxList.h"
#include "ui/widgets/ConceptList.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Filmstrip.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ToolStrip.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int neighboursRead = 3; // on each side

} // namespace

AnnotatePage::AnnotatePage(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails), m_item(new EditedItem(session, *this))
{
    setObjectName(QStringLiteral("annotatePage"));
    build();
    connectAll();
    connectCanvas();
    connectLoader();
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
    connect(m_item, &EditedItem::changed, this, &AnnotatePage::showAnnotation);
    connect(m_item, &EditedItem::pictureChanged, this, [this] {
        m_loader.forget(m_item->image().path);
        showPicture();
        m_canvas->setBoxes(m_item->annotation().boxes);
    });
    connect(m_item, &EditedItem::gone, this, &AnnotatePage::findCurrent);
    connect(m_filmstrip, &Filmstrip::chosen, &m_session, &Session::setCurrentItem);
    connect(m_notice, &NoticeBar::chosen, this, &AnnotatePage::takeNoticeAct);
    connect(m_seen, &QPushButton::clicked, this, &AnnotatePage::markAllSeen);
    connect(m_conceptList, &ConceptList::chosen, this, [this](core::ConceptId id) {
        m_atEnd = false; // a click names this image, wherever in the list it is
        applyConcept(id);
    });
    connect(m_conceptList, &ConceptList::answered, this, &AnnotatePage::applyAnswer);
    connect(m_conceptList, &ConceptList::seen, this, &AnnotatePage::markSeen);
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
    connect(m_canvas, &AnnotationCanvas::boxesEdited, this, [this](const QString& title, const std::vector<core::BoxRecord>& boxes) {
        m_item->setBoxes(title, boxes);
        showHighlight();
    });
    connect(m_canvas, &AnnotationCanvas::busyChanged, m_item, &EditedItem::setBusy);
    connect(m_canvas, &AnnotationCanvas::boxesShaped, this, &AnnotatePage::showBoxes);
    connect(m_canvas, &AnnotationCanvas::hintRequested, &m_session, &Session::hintRequested);
    connect(m_canvas, &AnnotationCanvas::conceptWanted, this, &AnnotatePage::chooseConceptBeside);
    connect(m_canvas, &AnnotationCanvas::menuRequested, this, &AnnotatePage::openMenu);
    connect(m_canvas, &AnnotationCanvas::zoomChanged, this, [this](double scale) {
        m_zoomLabel->setText(percent(scale, scale < 0.1 ? 1 : 0));
        if (m_item->isOpen() && m_canvas->wantsMorePixels())
            m_loader.request(m_item->image().path, true);
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
    connect(m_fields, &BoxFields::edited, &m_canvas->editing(), &BoxEditing::setRectOfSelection);
    connect(m_fields, &BoxFields::finished, m_canvas, qOverload<>(&QWidget::setFocus));
}

void AnnotatePage::connectLoader()
{
    connect(&m_loader, &PictureLoader::ready, this, [this](const QString& path, const std::shared_ptr<const LoadedPicture>& picture) {
        if (!m_item->isOpen() || path != m_item->image().path)
            return;
        m_unreadable.clear();
        m_canvas->setPicture(picture);
        showNotice();
    });
    connect(&m_loader, &PictureLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (!m_item->isOpen() || path != m_item->image().path)
            return;
        if (m_canvas->hasPicture() && m_loader.find(path)) { // sharp already; only closer than that it cannot be shown
            Q_EMIT m_session.hintRequested(reason);
            return;
        }
        m_unreadable = reason;
        showNotice();
    });
    connect(&m_thumbnails, &core::Thumbnails::ready, this, [this](core::ImageId image) {
        if (m_item->isOpen() && image == m_item->image().id)
            showPreview();
    });
}

// ---- what is shown

bool AnnotatePage::isEditable() const
{
    return !m_session.project().isReadOnly();
}

core::ViewType AnnotatePage::type() const
{
    return m_item->type();
}

void AnnotatePage::showView()
{
    m_canvas->finishNudging();
    m_item->setView(m_session.project().view(m_session.view()));
    showConcepts();
    const bool detection = type() == core::ViewType::Detection;
    m_canvas->setBoxesShown(detection);
    m_canvas->setEditable(isEditable());
    m_fields->setEditable(isEditable());
    m_addConcept->setEnabled(isEditable() && m_item->view().has_value());
    m_boxPanel->setVisible(detection);
    m_tools->setBoxTools(detection);
    findCurrent();
}

void AnnotatePage::showConcepts()
{
    m_item->setConcepts(m_item->view() ? m_session.project().concepts(m_item->view()->id) : std::vector<core::ConceptRecord>());
    const std::vector<core::ConceptRecord>& concepts = m_item->concepts();
    std::erase_if(m_recent, [this](core::ConceptId id) { return !m_item->conceptOf(id); });
    m_conceptModel->setConcepts(type(), concepts);
    m_conceptModel->setEditable(isEditable());
    m_boxModel->setConcepts(concepts);
    m_canvas->setConcepts(concepts);
    if (concepts.size() == 1)
        m_canvas->setActiveConcept(concepts.front().id); // nothing to ask
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
    const core::ItemList& list = m_session.list();
    const int position = list.rowOf(m_session.currentItem());
    if (position < 0 && list.size() > 0) {
        m_session.setCurrentItem(list.ids()[std::size_t(std::clamp(m_position, 0, list.size() - 1))]); // comes back here
        return;
    }
    m_position = position;
    const core::ItemId id = position < 0 ? core::ItemId{} : m_session.currentItem();
    if (m_item->id() != id) {
        m_canvas->finishNudging();
        m_item->open(id);
        m_atEnd = false;
        if (isVisible())
            Q_EMIT m_session.hintRequested({}); // what it said was about the image before
    }
    showItem();
}

void AnnotatePage::showItem()
{
    m_filmstrip->setCurrent(m_position);
    if (showEmpty(emptyReason())) {
        m_canvas->setPictureSize({});
        m_canvas->setBoxes({});
        m_notice->say({});
        return;
    }
    m_canvas->setSelected(-1);
    showPicture();
    showAnnotation();
    readAhead();
}

void AnnotatePage::showPicture()
{
    m_unreadable.clear();
    m_canvas->setPictureSize(m_item->image().size);
    m_canvas->setAccessibleName(m_item->image().name());
    if (!isVisible())
        return;
    m_loader.request(m_item->image().path);
    showPreview();
}

/// The small picture of the grid stands in for the real one while that is read.
void AnnotatePage::showPreview()
{
    const core::ImageRecord& image = m_item->image();
    if (m_canvas->hasPicture() || !m_unreadable.isEmpty() || image.size.isEmpty())
        return;
    for (const int side : {core::Thumbnails::largeSide, core::Thumbnails::smallSide}) {
        if (const std::optional<QImage> small = m_thumbnails.find(image, side)) {
            m_canvas->setPicture(std::make_shared<const LoadedPicture>(withLevels(*small, image.size, true)));
            return;
        }
    }
    m_thumbnails.request(image, core::Thumbnails::largeSide);
}

void AnnotatePage::showAnnotation()
{
    const core::ItemAnnotation& annotation = m_item->annotation();
    if (m_canvas->boxes() != annotation.boxes)
        m_canvas->setBoxes(annotation.boxes);
    showBoxes();
    m_conceptModel->setAnnotation(annotation);
    showGaps();
    showPosition();
    showHighlight();
    showNotice();
    m_tools->setUndo(m_session.project().undoTitle());
}

/// Which concepts nobody has looked for in this image, and the button that says that somebody has now.
void AnnotatePage::showGaps()
{
    const std::vector<core::ConceptId>& gaps = m_item->annotation().gaps;
    m_gapLine->setVisible(type() == core::ViewType::Detection && !gaps.empty());
    if (gaps.empty())
        return;
    const core::ConceptRecord* first = m_item->conceptOf(gaps.front());
    const QString name = first ? first->name : QString();
    //: %1: name of a concept
    const QString words = gaps.size() == 1 ? tr("%1: not looked at").arg(name)
                                           //: %1: name of a concept, %Ln: how many others
                                           : tr("%1 and %Ln more: not looked at", nullptr, int(gaps.size()) - 1).arg(name);
    m_gapText->setText(words);
    m_seen->setText(gaps.size() == 1 ? tr("Seen") : tr("All seen"));
    m_seen->setAccessibleName(m_seen->text() + QStringLiteral(": ") + words);
    m_seen->setEnabled(isEditable());
}

void AnnotatePage::showPosition()
{
    const int count = m_session.list().size();
    m_positionLabel->setText(tr("%1 of %2").arg(ui::count(m_position + 1), ui::count(count)));
    m_nameLabel->setText(m_item->image().name());
    m_nameLabel->setToolTip(m_item->image().relativePath);
    m_stateLabel->setText(nameOf(m_item->image().split) + QStringLiteral("  ·  ") + nameOf(m_item->annotation().state));
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
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    m_fields->setBox(chosen ? std::optional(chosen->rect) : std::nullopt, m_canvas->geometryOfPicture().picture());
}

/// The concept of the chosen box; with none chosen, that of the next one.
void AnnotatePage::showHighlight()
{
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    m_conceptModel->setActiveConcept(chosen ? chosen->conceptId : m_canvas->activeConcept());
}

AnnotatePage::Notice AnnotatePage::noticeOf() const
{
    const core::Health health = m_item->image().health;
    if (health == core::Health::Missing)
        return Notice::Missing;
    if (health == core::Health::Changed)
        return Notice::Changed;
    if (!m_unreadable.isEmpty())
        return Notice::Unreadable;
    return m_atEnd ? Notice::End : Notice::None;
}

void AnnotatePage::showNotice()
{
    const Notice notice = noticeOf();
    m_canvas->setMessage({});
    switch (notice) {
    case Notice::None: m_notice->say({}); break;
    case Notice::Missing:
        m_canvas->setMessage(sentenceOf(core::Health::Missing));
        m_notice->say(sentenceOf(core::Health::Missing), isEditable() ? QStringList{tr("Next"), tr("Relink…")} : QStringList{tr("Next")});
        break;
    case Notice::Changed:
        m_notice->say(sentenceOf(core::Health::Changed), isEditable() ? QStringList{tr("It is the same picture"), tr("It is a new picture")} : QStringList());
        break;
    case Notice::Unreadable:
        //: %1: why, a sentence
        m_canvas->setMessage(tr("This picture cannot be read: %1").arg(m_unreadable) + QLatin1Char('\n') + tr("Its annotations are kept."));
        m_notice->say(tr("This picture cannot be read. Its annotations are kept."), {tr("Next"), tr("Try again")});
        break;
    case Notice::End: {
        const int open = int(openItems().size());
        if (open == 0)
            m_notice->say(tr("All %Ln are annotated.", "number of images", m_session.list().size()), {tr("Train…")});
        else
            m_notice->say(tr("This is the last image. %Ln of this list are not fully annotated.", nullptr, open), {tr("Next not annotated")});
        break;
    }
    }
}

void AnnotatePage::readAhead()
{
    if (!isVisible())
        return;
    QStringList paths;
    for (int away = 1; away <= neighboursRead; ++away) {
        for (const int position : {m_position + away, m_position - away}) {
            const core::Item* item = m_session.list().itemAt(position);
            const bool readable = item && item->image.health != core::Health::Missing && item->image.health != core::Health::Undecodable;
            if (readable && qint64(item->image.size.width()) * item->image.size.height() <= PictureLoader::mostPixels)
                paths.append(item->image.path);
        }
    }
    m_loader.readAhead(paths);
}

void AnnotatePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_item->isOpen()) {
        m_item->reread();
        if (m_item->isOpen()) {
            showPicture();
            showAnnotation();
            readAhead();
        }
    }
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void AnnotatePage::hideEvent(QHideEvent* event)
{
    m_canvas->finishNudging();
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
    m_tools->setUndo(m_session.project().undoTitle());
}

/// The image stays where it is, with a box that waits for its concept, too.
void AnnotatePage::conceptsChanged()
{
    const bool wasShown = m_emptyReason == Empty::None;
    showConcepts();
    m_item->reread();
    if (wasShown && m_item->isOpen() && emptyReason() == Empty::None)
        showAnnotation();
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
        m_atEnd = false;
    }
    //: %1: the act, e.g. "Moved a box"
    const QString said = change.cause == core::ChangeSet::Cause::Undo ? tr("Undone: %1") : tr("Redone: %1");
    Q_EMIT m_session.hintRequested(said.arg(change.title));
}

} // namespace ui
