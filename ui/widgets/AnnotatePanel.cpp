#include "ui/widgets/AnnotatePanel.h"

#include "ui/models/BoxListModel.h"
#include "ui/models/ConceptListModel.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"
#include "ui/widgets/BoxFields.h"
#include "ui/widgets/BoxList.h"
#include "ui/widgets/ConceptList.h"
#include "ui/widgets/Hairline.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int panelWidth = 300; // px

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setRole(label, "over");
    return label;
}

} // namespace

AnnotatePanel::AnnotatePanel(QWidget* parent)
    : QWidget(parent), m_conceptModel(new ConceptListModel(this)), m_conceptList(new ConceptList(*m_conceptModel, this)), m_boxModel(new BoxListModel(this))
{
    setFixedWidth(panelWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 16);
    column->setSpacing(4);
    column->addWidget(buildConceptHead());
    column->addWidget(m_conceptList);
    column->addWidget(buildGapLine());
    column->addWidget(buildBoxPane(), 1);
    column->addStretch();
    connect(m_choose, &QToolButton::clicked, this, &AnnotatePanel::chooserRequested);
    connect(m_conceptList, &ConceptList::chosen, this, &AnnotatePanel::conceptChosen);
    connect(m_conceptList, &ConceptList::answered, this, &AnnotatePanel::answered);
    connect(m_conceptList, &ConceptList::seen, this, &AnnotatePanel::seen);
    connect(m_conceptList, &ConceptList::withoutConceptChosen, this, &AnnotatePanel::withoutConceptChosen);
    connect(m_seen, &QPushButton::clicked, this, &AnnotatePanel::allSeen);
    connect(m_boxList, &BoxList::chosen, this, &AnnotatePanel::boxChosen);
    connect(m_fields, &BoxFields::edited, this, &AnnotatePanel::coordinatesEdited);
    connect(m_fields, &BoxFields::finished, this, &AnnotatePanel::coordinatesLeft);
}

QWidget* AnnotatePanel::buildConceptHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(8, 0, 8, 4);
    m_choose = iconButton("addConcept", QStringLiteral("plus"), tr("Choose or add a concept"), QStringLiteral("T"), head);
    row->addWidget(heading(tr("Concepts"), head));
    row->addStretch();
    row->addWidget(m_choose);
    return head;
}

QWidget* AnnotatePanel::buildGapLine()
{
    m_gapLine = new QWidget(this);
    m_gapLine->setObjectName(QStringLiteral("gapLine"));
    auto* row = new QHBoxLayout(m_gapLine);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_gapText = new QLabel(m_gapLine);
    m_gapText->setObjectName(QStringLiteral("gapText"));
    setRole(m_gapText, "secondary");
    m_gapText->setTextFormat(Qt::PlainText);
    m_gapText->setWordWrap(true);
    m_gapText->setMinimumWidth(0);
    m_seen = new QPushButton(m_gapLine);
    m_seen->setObjectName(QStringLiteral("seen"));
    m_seen->setToolTip(tr("Somebody has looked now, and what is boxed is all there is (Shift+N; Shift and its key for one concept)"));
    row->addWidget(m_gapText, 1);
    row->addWidget(m_seen);
    return m_gapLine;
}

QWidget* AnnotatePanel::buildBoxPane()
{
    m_boxPane = new QWidget(this);
    auto* column = new QVBoxLayout(m_boxPane);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    column->addWidget(hairline(Qt::Horizontal, m_boxPane));
    QLabel* head = heading(tr("Boxes"), m_boxPane);
    head->setContentsMargins(8, 8, 8, 4);
    column->addWidget(head);
    m_boxList = new BoxList(*m_boxModel, m_boxPane);
    column->addWidget(m_boxList, 1);
    column->addWidget(hairline(Qt::Horizontal, m_boxPane));
    m_fields = new BoxFields(m_boxPane);
    m_fields->layout()->setContentsMargins(8, 8, 8, 0);
    column->addWidget(m_fields);
    return m_boxPane;
}

void AnnotatePanel::setConcepts(core::ViewType type, const std::vector<core::ConceptRecord>& concepts, bool editable)
{
    m_type = type;
    m_concepts = concepts;
    m_conceptModel->setConcepts(type, concepts);
    m_conceptModel->setEditable(editable);
    m_boxModel->setConcepts(concepts);
    m_fields->setEditable(editable);
    m_seen->setEnabled(editable);
    m_boxPane->setVisible(type == core::ViewType::Detection);
}

void AnnotatePanel::setChooserEnabled(bool enabled)
{
    m_choose->setEnabled(enabled);
}

void AnnotatePanel::setAnnotation(const core::ItemAnnotation& annotation)
{
    m_conceptModel->setAnnotation(annotation);
    m_gaps = annotation.gaps;
    showGaps();
}

/// Which concepts nobody has looked for in this image, and the button that says that somebody has now.
void AnnotatePanel::showGaps()
{
    m_gapLine->setVisible(isGapLineShown());
    if (m_gaps.empty())
        return;
    const auto first = std::ranges::find(m_concepts, m_gaps.front(), &core::ConceptRecord::id);
    const QString name = first == m_concepts.end() ? QString() : first->name;
    //: %1: name of a concept
    const QString words = m_gaps.size() == 1 ? tr("%1: not looked at").arg(name)
                                             //: %1: name of a concept, %Ln: how many others
                                             : tr("%1 and %Ln more: not looked at", nullptr, int(m_gaps.size()) - 1).arg(name);
    m_gapText->setText(words);
    m_seen->setText(m_gaps.size() == 1 ? tr("Seen") : tr("All seen"));
    m_seen->setAccessibleName(m_seen->text() + QStringLiteral(": ") + words);
}

bool AnnotatePanel::isGapLineShown() const
{
    return m_type == core::ViewType::Detection && !m_gaps.empty();
}

void AnnotatePanel::setBoxes(const std::vector<core::BoxRecord>& boxes, int chosen)
{
    m_boxModel->setBoxes(boxes);
    m_boxList->setChosen(chosen);
}

void AnnotatePanel::setChosenBox(int chosen)
{
    m_boxList->setChosen(chosen);
}

void AnnotatePanel::setCoordinates(const std::optional<QRectF>& box, const QSize& picture)
{
    m_fields->setBox(box, picture);
}

void AnnotatePanel::setActiveConcept(core::ConceptId conceptId)
{
    m_conceptModel->setActiveConcept(conceptId);
}

void AnnotatePanel::beginEditingCoordinates()
{
    m_fields->beginEditing();
}

QWidget* AnnotatePanel::conceptPane() const
{
    return m_conceptList;
}

void AnnotatePanel::setTabOrderAfter(QWidget* before)
{
    setTabOrder(before, m_conceptList);
    setTabOrder(m_conceptList, m_boxList);
    setTabOrder(m_boxList, m_fields);
}

} // namespace ui
