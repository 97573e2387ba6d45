#include "ui/widgets/ToolStrip.h"

#include "ui/support/Theme.h"
#include "ui/widgets/Hairline.h"

#include <QFrame>
#include <QKeySequence>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ToolStrip::ToolStrip(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    column->setSpacing(4);
    setFixedWidth(44);
    m_select = addButton("selectTool", QStringLiteral("select"), tr("Select"), QStringLiteral("V"), true);
    m_box = addButton("boxTool", QStringLiteral("box"), tr("Box"), QStringLiteral("B"), true);
    m_pan = addButton("panTool", QStringLiteral("pan"), tr("Move the picture"), tr("Space held"), true);
    addLine();
    auto* fit = addButton("fitTool", QStringLiteral("fit"), tr("Fit"), QStringLiteral("F"), false);
    auto* actual = addButton("actualTool", QStringLiteral("actual"), tr("100 %"), QStringLiteral("Z"), false);
    addLine();
    m_undo = addButton("undoTool", QStringLiteral("undo"), tr("Undo"), QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), false);
    column->addStretch();

    using Tool = AnnotationCanvas::Tool;
    connect(m_select, &QToolButton::clicked, this, [this] { Q_EMIT toolChosen(Tool::Select); });
    connect(m_box, &QToolButton::clicked, this, [this] { Q_EMIT toolChosen(Tool::Box); });
    connect(m_pan, &QToolButton::clicked, this, [this] { Q_EMIT toolChosen(Tool::Pan); });
    connect(fit, &QToolButton::clicked, this, &ToolStrip::fitRequested);
    connect(actual, &QToolButton::clicked, this, &ToolStrip::actualRequested);
    connect(m_undo, &QToolButton::clicked, this, &ToolStrip::undoRequested);
    setTool(Tool::Select);
}

QToolButton* ToolStrip::addButton(const char* name, const QString& icon, const QString& text, const QString& key, bool checkable)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("iconName", icon);
    button->setAccessibleName(text);
    //: %1: name of a tool, %2: its key
    button->setToolTip(tr("%1 (%2)").arg(text, key));
    button->setIconSize({20, 20});
    button->setFixedSize(36, 36);
    button->setCheckable(checkable);
    button->setIcon(Theme::of().icon(icon));
    layout()->addWidget(button);
    return button;
}

void ToolStrip::addLine()
{
    layout()->addWidget(hairline(Qt::Horizontal, this));
}

void ToolStrip::setTool(AnnotationCanvas::Tool tool)
{
    const auto show = [](QToolButton* button, bool chosen) {
        button->setChecked(chosen);
        button->setIcon(Theme::of().icon(button->property("iconName").toString(), chosen ? Theme::of().tokens().accent : QColor()));
    };
    show(m_select, tool == AnnotationCanvas::Tool::Select);
    show(m_box, tool == AnnotationCanvas::Tool::Box);
    show(m_pan, tool == AnnotationCanvas::Tool::Pan);
}

void ToolStrip::setBoxTools(bool shown)
{
    m_select->setVisible(shown);
    m_box->setVisible(shown);
    m_pan->setVisible(shown); // without boxes a drag moves the picture anyway
    layout()->itemAt(3)->widget()->setVisible(shown);
}

void ToolStrip::setUndo(const QString& title)
{
    m_undo->setEnabled(!title.isEmpty());
    const QString key = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    //: %1: the act, e.g. "Moved a box"; %2: the key
    m_undo->setToolTip(title.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (%2)").arg(title, key));
}

} // namespace ui
