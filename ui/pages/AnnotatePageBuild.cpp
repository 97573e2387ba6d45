// How Annotate is laid out: header, tools, canvas, filmstrip, and the side panel.
#include "ui/pages/AnnotatePage.h"

#include "ui/Session.h"
#include "ui/models/BoxListModel.h"
#include "ui/models/ConceptListModel.h"
#include "ui/support/Panes.h"
#include "ui/support/Theme.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/BoxList.h"
#include "ui/widgets/ConceptList.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Filmstrip.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ToolStrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QFrame>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

namespace {

constexpr int headerHeight = 52;
constexpr int sideWidth = 300;

QToolButton* iconButton(const char* object, const QString& icon, const QString& name, const QString& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(object));
    button->setIcon(Theme::of().icon(icon));
    button->setIconSize({16, 16});
    button->setFixedSize(28, 28);
    button->setAccessibleName(name);
    //: %1: what a button does, %2: its key
    button->setToolTip(key.isEmpty() ? name : AnnotatePage::tr("%1 (%2)").arg(name, key));
    return button;
}

QLabel* label(const char* object, const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(object));
    setRole(label, role);
    return label;
}

} // namespace

void AnnotatePage::build()
{
    m_stack = new QStackedWidget(this);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    auto* work = new QWidget(m_stack);
    m_stack->addWidget(work);
    m_empty = new EmptyState({}, {}, m_stack);
    m_empty->setObjectName(QStringLiteral("annotateEmpty"));
    m_stack->addWidget(m_empty);

    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(hairline(Qt::Vertical, work));

    m_tools = new ToolStrip(work);
    m_canvas = new AnnotationCanvas(work);
    m_filmstrip = new Filmstrip(m_session.list(), m_thumbnails, work);
    m_notice = new NoticeBar(work);
    m_notice->setObjectName(QStringLiteral("annotateNotice"));
    column->addWidget(buildHeader());
    column->addWidget(hairline(Qt::Horizontal, work));
    column->addWidget(m_notice);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_tools);
    middle->addWidget(hairline(Qt::Vertical, work));
    middle->addWidget(m_canvas, 1);
    column->addLayout(middle, 1);
    column->addWidget(hairline(Qt::Horizontal, work));
    column->addWidget(m_filmstrip);
    row->addWidget(buildSidePanel());

    for (QWidget* pane : std::initializer_list<QWidget*>{m_canvas, m_conceptList, m_boxPanel})
        markPane(pane);
    setTabOrder(m_more, m_canvas);
    setTabOrder(m_canvas, m_conceptList);
    setTabOrder(m_conceptList, m_boxList);
    setTabOrder(m_boxList, m_fields);
}

QWidget* AnnotatePage::buildHeader()
{
    auto* header = new QWidget(this);
    header->setFixedHeight(headerHeight);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(8);
    m_previous = iconButton("previousImage", QStringLiteral("chevron-left"), tr("Previous image"), QStringLiteral("A"), header);
    m_next = iconButton("nextImage", QStringLiteral("chevron-right"), tr("Next image"), QStringLiteral("D"), header);
    m_positionLabel = label("position", "head", header);
    m_nameLabel = label("imageName", "strong", header);
    m_stateLabel = label("imageState", "secondary", header);
    m_zoomLabel = label("zoom", "secondary", header);
    m_zoomLabel->setToolTip(tr("Zoom: the wheel changes it, F fits the picture, Z shows it at 100 %"));
    m_more = iconButton("more", QStringLiteral("more"), tr("More acts"), {}, header);
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Next not annotated (U)"), this, &AnnotatePage::goToNextUnannotated);
    menu->addSeparator();
    auto* remove = menu->addAction(tr("Remove from the project…"), this, &AnnotatePage::removeFromProject);
    remove->setObjectName(QStringLiteral("removeFromProject"));
    remove->setEnabled(isEditable());
    // Not setMenu(): that would draw an arrow over the three dots.
    connect(m_more, &QToolButton::clicked, menu, [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4))); });

    row->addWidget(m_previous);
    row->addWidget(m_positionLabel);
    row->addWidget(m_next);
    row->addSpacing(8);
    row->addWidget(m_nameLabel);
    row->addSpacing(8);
    row->addWidget(m_stateLabel);
    row->addStretch();
    row->addWidget(m_zoomLabel);
    row->addWidget(m_more);
    connect(m_previous, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goBy(1); });
    return header;
}

QWidget* AnnotatePage::buildSidePanel()
{
    auto* panel = new QWidget(this);
    panel->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 12, 12, 16);
    column->setSpacing(4);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 4);
    auto* concepts = label("conceptsHead", "over", panel);
    concepts->setText(tr("Concepts"));
    m_addConcept = iconButton("addConcept", QStringLiteral("plus"), tr("Choose or add a concept"), QStringLiteral("T"), panel);
    head->addWidget(concepts);
    head->addStretch();
    head->addWidget(m_addConcept);
    column->addLayout(head);
    connect(m_addConcept, &QToolButton::clicked, this, &AnnotatePage::chooseConcept);

    m_conceptModel = new ConceptListModel(this);
    m_conceptList = new ConceptList(*m_conceptModel, panel);
    column->addWidget(m_conceptList);

    column->addWidget(buildGapLine(panel));
    column->addWidget(buildBoxPanel(panel), 1);
    column->addStretch();
    return panel;
}

QWidget* AnnotatePage::buildGapLine(QWidget* panel)
{
    m_gapLine = new QWidget(panel);
    m_gapLine->setObjectName(QStringLiteral("gapLine"));
    auto* row = new QHBoxLayout(m_gapLine);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_gapText = label("gapText", "secondary", m_gapLine);
    m_gapText->setTextFormat(Qt::PlainText);
    m_gapText->setWordWrap(true);
    m_seen = new QPushButton(m_gapLine);
    m_seen->setObjectName(QStringLiteral("seen"));
    m_seen->setToolTip(tr("Somebody has looked now, and what is boxed is all there is (Shift+N; Shift and its key for one concept)"));
    row->addWidget(m_gapText, 1);
    row->addWidget(m_seen);
    return m_gapLine;
}

QWidget* AnnotatePage::buildBoxPanel(QWidget* panel)
{
    m_boxPanel = new QWidget(panel);
    auto* boxes = new QVBoxLayout(m_boxPanel);
    boxes->setContentsMargins(0, 8, 0, 0);
    boxes->setSpacing(4);
    boxes->addWidget(hairline(Qt::Horizontal, m_boxPanel));
    auto* boxHead = label("boxesHead", "over", m_boxPanel);
    boxHead->setText(tr("Boxes"));
    boxHead->setContentsMargins(8, 8, 8, 4);
    boxes->addWidget(boxHead);
    m_boxModel = new BoxListModel(this);
    m_boxList = new BoxList(*m_boxModel, m_boxPanel);
    boxes->addWidget(m_boxList, 1);
    boxes->addWidget(hairline(Qt::Horizontal, m_boxPanel));
    m_fields = new BoxFields(m_boxPanel);
    m_fields->layout()->setContentsMargins(8, 8, 8, 0);
    boxes->addWidget(m_fields);
    return m_boxPanel;
}

} // namespace ui
