#include "ui/widgets/AnnotateDesk.h"

#include "core/project/ItemList.h"
#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/dialogs/ConceptTypeAhead.h"
#include "ui/models/EditedItem.h"
#include "ui/models/ItemWalk.h"
#include "ui/models/Labelling.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Panes.h"
#include "ui/support/Relink.h"
#include "ui/widgets/AnnotateHeader.h"
#include "ui/widgets/AnnotatePanel.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/CanvasPictures.h"
#include "ui/widgets/Filmstrip.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/ItemNotice.h"
#include "ui/widgets/ToolStrip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ui {

AnnotateDesk::AnnotateDesk(Session& session, core::Thumbnails& thumbnails, EditedItem& item, ItemWalk& walk, QWidget* parent)
    : QWidget(parent), m_session(session), m_item(item), m_walk(walk), m_header(new AnnotateHeader(this)), m_notice(new ItemNotice(this)),
      m_tools(new ToolStrip(this)), m_canvas(new AnnotationCanvas(this)), m_panel(new AnnotatePanel(this)),
      m_filmstrip(new Filmstrip(session.list(), thumbnails, this)), m_pictures(new CanvasPictures(thumbnails, *m_canvas)),
      m_labelling(new Labelling(session, item, walk, m_canvas->editing(), this)), m_typeAhead(new ConceptTypeAhead(session, item, this))
{
    build();
    connectItem();
    connectCanvas();
    connectHeader();
    connectPanel();
    connectNotice();
}

AnnotateDesk::~AnnotateDesk()
{
    m_canvas->finishNudging(); // nothing made so far is lost
}

void AnnotateDesk::build()
{
    m_notice->setObjectName(QStringLiteral("annotateNotice"));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_tools);
    middle->addWidget(hairline(Qt::Vertical, this));
    middle->addWidget(m_canvas, 1);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(m_notice);
    column->addLayout(middle, 1);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(m_filmstrip);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(hairline(Qt::Vertical, this));
    row->addWidget(m_panel);

    for (QWidget* pane : std::initializer_list<QWidget*>{m_canvas, m_panel->conceptPane(), m_panel->boxPane()})
        markPane(pane);
    setTabOrder(m_header->more(), m_canvas);
    m_panel->setTabOrderAfter(m_canvas);
}

void AnnotateDesk::connectItem()
{
    connect(&m_item, &EditedItem::changed, this, &AnnotateDesk::showAnnotation);
    connect(&m_item, &EditedItem::pictureChanged, this, [this] {
        m_pictures->forget();
        showPicture();
        m_canvas->setBoxes(m_item.annotation().boxes);
    });
    connect(&m_item, &EditedItem::refused, this, [this](const QString& title, const QString& sentence) { m_session.ask().tell(this, title, sentence); });
    connect(&m_walk, &ItemWalk::endReached, this, [this] {
        m_canvas->finishNudging();
        showNotice();
    });
    connect(&m_walk, &ItemWalk::noneOpen, this, [this] { Q_EMIT m_session.hintRequested(tr("Every other image of this list is annotated.")); });
}

void AnnotateDesk::connectCanvas()
{
    connect(m_canvas, &AnnotationCanvas::boxesEdited, this, [this](const QString& title, const std::vector<core::BoxRecord>& boxes) {
        m_item.setBoxes(title, boxes);
        showActiveConcept();
    });
    connect(m_canvas, &AnnotationCanvas::busyChanged, &m_item, &EditedItem::setBusy);
    connect(m_canvas, &AnnotationCanvas::boxesShaped, this, &AnnotateDesk::showBoxes);
    connect(m_canvas, &AnnotationCanvas::hintRequested, &m_session, &Session::hintRequested);
    connect(m_canvas, &AnnotationCanvas::conceptWanted, this, &AnnotateDesk::chooseConceptBeside);
    connect(m_canvas, &AnnotationCanvas::menuRequested, this, &AnnotateDesk::openMenu);
    connect(m_canvas, &AnnotationCanvas::zoomChanged, m_header, &AnnotateHeader::setZoom);
    connect(m_canvas, &AnnotationCanvas::selectionChanged, this, [this](int index) {
        m_panel->setChosenBox(index);
        showCoordinates();
        showActiveConcept();
    });
    connect(m_canvas, &AnnotationCanvas::toolChanged, this, [this](AnnotationCanvas::Tool tool) {
        m_tools->setTool(tool);
        if (tool == AnnotationCanvas::Tool::Box)
            Q_EMIT m_session.hintRequested(tr("Drag to draw a box; digits set its concept."));
    });
    connect(m_pictures, &CanvasPictures::readableChanged, this, &AnnotateDesk::showNotice);
    connect(m_pictures, &CanvasPictures::hintRequested, &m_session, &Session::hintRequested);
}

void AnnotateDesk::connectHeader()
{
    connect(m_header, &AnnotateHeader::previousRequested, this, [this] { m_walk.goBy(-1); });
    connect(m_header, &AnnotateHeader::nextRequested, this, [this] { m_walk.goBy(1); });
    connect(m_header, &AnnotateHeader::nextOpenRequested, &m_walk, &ItemWalk::goToNextOpen);
    connect(m_header, &AnnotateHeader::removeRequested, this, &AnnotateDesk::removeRequested);
    connect(m_filmstrip, &Filmstrip::chosen, &m_session, &Session::setCurrentItem);
    connect(m_tools, &ToolStrip::toolChosen, m_canvas, &AnnotationCanvas::setTool);
    connect(m_tools, &ToolStrip::fitRequested, m_canvas, &AnnotationCanvas::zoomToFit);
    connect(m_tools, &ToolStrip::actualRequested, m_canvas, &AnnotationCanvas::zoomToActual);
    connect(m_tools, &ToolStrip::undoRequested, this, [this] {
        m_canvas->finishNudging();
        m_session.project().undo();
    });
}

void AnnotateDesk::connectPanel()
{
    connect(m_panel, &AnnotatePanel::conceptChosen, this, [this](core::ConceptId id) {
        m_walk.leaveEnd(); // a click names this image, wherever in the list it is
        m_labelling->nameConcept(id);
    });
    connect(m_panel, &AnnotatePanel::answered, m_labelling, &Labelling::setAnswer);
    connect(m_panel, &AnnotatePanel::seen, m_labelling, &Labelling::markSeen);
    connect(m_panel, &AnnotatePanel::allSeen, this, &AnnotateDesk::markAllSeen);
    connect(m_panel, &AnnotatePanel::withoutConceptChosen, m_labelling, &Labelling::setWithoutConcept);
    connect(m_panel, &AnnotatePanel::chooserRequested, this, &AnnotateDesk::chooseConcept);
    connect(m_panel, &AnnotatePanel::boxChosen, m_canvas, &AnnotationCanvas::setSelected);
    connect(m_panel, &AnnotatePanel::coordinatesEdited, &m_canvas->editing(), &BoxEditing::setRectOfSelection);
    connect(m_panel, &AnnotatePanel::coordinatesLeft, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(m_labelling, &Labelling::activeConceptChanged, this, &AnnotateDesk::showActiveConcept);
    connect(m_typeAhead, &ConceptTypeAhead::chosen, this, [this](core::ConceptId id) {
        if (!m_item.conceptOf(id)) // just made: the change of the view is announced later
            showConcepts();
        m_labelling->nameConcept(id);
    });
    connect(m_typeAhead, &ConceptTypeAhead::abandoned, this, [this] { m_canvas->editing().nameWaitingBox({}); });
    connect(m_typeAhead, &ConceptTypeAhead::closed, m_canvas, qOverload<>(&QWidget::setFocus));
}

void AnnotateDesk::connectNotice()
{
    connect(m_notice, &ItemNotice::nextRequested, this, [this] { m_walk.goBy(1); });
    connect(m_notice, &ItemNotice::nextOpenRequested, &m_walk, &ItemWalk::goToNextOpen);
    connect(m_notice, &ItemNotice::trainRequested, &m_session, &Session::trainRequested);
    connect(m_notice, &ItemNotice::retryRequested, this, &AnnotateDesk::showPicture);
    connect(m_notice, &ItemNotice::relinkRequested, this, [this] { relink(m_session, this, m_item.image().id); });
    connect(m_notice, &ItemNotice::changeSettled, this, [this](bool same) { settleChange(m_session, this, {m_item.image()}, same); });
    connect(m_notice, &NoticeBar::chosen, m_canvas, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
}

bool AnnotateDesk::isEditable() const
{
    return !m_session.project().isReadOnly();
}

// ---- what is shown

void AnnotateDesk::showView()
{
    showConcepts();
    const bool detection = m_item.type() == core::ViewType::Detection;
    m_canvas->setBoxesShown(detection);
    m_canvas->setEditable(isEditable());
    m_header->setEditable(isEditable());
    m_notice->setEditable(isEditable());
    m_panel->setChooserEnabled(isEditable() && m_item.view().has_value());
    m_tools->setBoxTools(detection);
}

void AnnotateDesk::showConcepts()
{
    m_item.setConcepts(m_item.view() ? m_session.project().concepts(m_item.view()->id) : std::vector<core::ConceptRecord>());
    const std::vector<core::ConceptRecord>& concepts = m_item.concepts();
    m_labelling->forget(concepts);
    m_panel->setConcepts(m_item.type(), concepts, isEditable());
    m_canvas->setConcepts(concepts);
    if (concepts.size() == 1)
        m_canvas->setActiveConcept(concepts.front().id); // nothing to ask
}

void AnnotateDesk::clear()
{
    m_filmstrip->setCurrent(m_walk.position());
    m_pictures->clear();
    m_canvas->setBoxes({});
    m_notice->tell(ItemNotice::About::Nothing);
}

void AnnotateDesk::showItem()
{
    m_filmstrip->setCurrent(m_walk.position());
    m_canvas->setSelected(-1);
    showPicture();
    showAnnotation();
}

void AnnotateDesk::showPicture()
{
    m_pictures->show(m_item.image(), isVisible());
    if (isVisible())
        m_pictures->readAhead(m_session.list(), m_walk.position());
}

void AnnotateDesk::showAnnotation()
{
    const core::ItemAnnotation& annotation = m_item.annotation();
    if (m_canvas->boxes() != annotation.boxes)
        m_canvas->setBoxes(annotation.boxes);
    showBoxes();
    m_panel->setAnnotation(annotation);
    m_header->setPosition(m_walk.position(), m_walk.count());
    m_header->setItem(m_item.item());
    showActiveConcept();
    showNotice();
    showUndo();
}

void AnnotateDesk::showBoxes()
{
    m_panel->setBoxes(m_canvas->boxes(), m_canvas->selected());
    showCoordinates();
}

void AnnotateDesk::showCoordinates()
{
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    m_panel->setCoordinates(chosen ? std::optional(chosen->rect) : std::nullopt, m_canvas->geometryOfPicture().picture());
}

/// The concept of the chosen box; with none chosen, that of the next one.
void AnnotateDesk::showActiveConcept()
{
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    m_panel->setActiveConcept(chosen ? chosen->conceptId : m_canvas->activeConcept());
}

void AnnotateDesk::showNotice()
{
    if (!m_item.isOpen())
        return;
    using About = ItemNotice::About;
    const core::Health health = m_item.image().health;
    m_canvas->setMessage({});
    if (health == core::Health::Missing) {
        m_canvas->setMessage(sentenceOf(health));
        m_notice->tell(About::Missing);
    } else if (health == core::Health::Changed) {
        m_notice->tell(About::Changed);
    } else if (!m_pictures->unreadable().isEmpty()) {
        //: %1: why, a sentence
        m_canvas->setMessage(tr("This picture cannot be read: %1").arg(m_pictures->unreadable()) + QLatin1Char('\n') + tr("Its annotations are kept."));
        m_notice->tell(About::Unreadable);
    } else if (m_walk.isAtEnd()) {
        m_notice->tellEnd(m_walk.count(), int(m_walk.openItems().size()));
    } else {
        m_notice->tell(About::Nothing);
    }
}

void AnnotateDesk::showUndo()
{
    m_tools->setUndo(m_session.project().undoTitle());
}

// ---- what a person does

void AnnotateDesk::beginEditingCoordinates()
{
    m_panel->beginEditingCoordinates();
}

void AnnotateDesk::markAllSeen()
{
    m_labelling->markAllSeen();
    if (!m_panel->isGapLineShown())
        m_canvas->setFocus(Qt::OtherFocusReason); // the button that had it is gone
}

void AnnotateDesk::chooseConcept()
{
    const core::BoxRecord* chosen = m_canvas->editing().chosen();
    chooseConceptBeside(chosen ? m_canvas->geometryOfPicture().toWindow(chosen->rect).toAlignedRect() : QRect());
}

void AnnotateDesk::chooseConceptBeside(const QRect& box)
{
    if (!m_item.isOpen() || !isEditable())
        return;
    const QRect seen = box & m_canvas->rect();
    m_typeAhead->open(m_labelling->recent(), box.isNull() ? QRect() : QRect(m_canvas->mapToGlobal(seen.topLeft()), seen.size()));
}

void AnnotateDesk::openMenu(const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_canvas->selected() >= 0 && isEditable()) {
        QMenu* concepts = menu->addMenu(tr("Concept"));
        for (const core::ConceptRecord& record : m_item.concepts())
            concepts->addAction(record.name, this, [this, id = record.id] { m_labelling->nameConcept(id); });
        menu->addAction(tr("Duplicate"), &m_canvas->editing(), &BoxEditing::duplicate);
        menu->addAction(tr("Delete"), m_canvas, [this] { m_canvas->editing().remove({m_canvas->selected()}); });
        menu->addSeparator();
    }
    menu->addAction(tr("Fit"), m_canvas, &AnnotationCanvas::zoomToFit);
    menu->addAction(percent(1, 0), m_canvas, &AnnotationCanvas::zoomToActual);
    menu->popup(global);
}

} // namespace ui
