#include "ui/widgets/BoxFields.h"

#include "ui/support/Theme.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>

#include <cmath>

namespace ui {

BoxFields::BoxFields(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const std::array letters{tr("x"), tr("y"), tr("w"), tr("h")};
    const std::array names{tr("Left edge of the box, px"), tr("Upper edge of the box, px"), tr("Width of the box, px"), tr("Height of the box, px")};
    const std::array objects{"boxX", "boxY", "boxWidth", "boxHeight"};
    for (int i = 0; i < 4; ++i) {
        auto* field = new QDoubleSpinBox(this);
        field->setObjectName(QLatin1String(objects[std::size_t(i)]));
        field->setAccessibleName(names[std::size_t(i)]);
        field->setDecimals(1);
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field->setKeyboardTracking(false); // an act is what Enter or leaving the field makes of the typing
        field->setGroupSeparatorShown(false);
        field->installEventFilter(this);
        auto* label = new QLabel(letters[std::size_t(i)], this);
        setRole(label, "caption");
        label->setBuddy(field);
        grid->addWidget(label, i / 2, 2 * (i % 2));
        grid->addWidget(field, i / 2, 2 * (i % 2) + 1);
        m_fields[std::size_t(i)] = field;
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, i](double value) { take(Field(i), value); });
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    setBox({}, {});
}

void BoxFields::setBox(std::optional<QRectF> box, const QSize& picture)
{
    m_box = box;
    m_picture = picture;
    const QRectF rect = box.value_or(QRectF());
    const std::array values{rect.x(), rect.y(), rect.width(), rect.height()};
    for (std::size_t i = 0; i < 4; ++i) {
        const QSignalBlocker silent(m_fields[i]);
        m_fields[i]->setRange(0, i % 2 == 0 ? picture.width() : picture.height());
        m_fields[i]->setSpecialValueText(box ? QString() : QStringLiteral(" ")); // an empty field, not a zero
        m_fields[i]->setValue(values[i]);
        m_fields[i]->setEnabled(box.has_value() && m_editable);
        const double whole = i % 2 == 0 ? picture.width() : picture.height();
        m_fields[i]->setToolTip(box && whole > 0 ? tr("%1 of the image's side").arg(QString::number(values[i] / whole, 'f', 4)) : QString());
    }
}

void BoxFields::setEditable(bool editable)
{
    m_editable = editable;
    setBox(m_box, m_picture);
}

void BoxFields::beginEditing()
{
    if (!m_fields[X]->isEnabled())
        return;
    m_fields[X]->setFocus(Qt::ShortcutFocusReason);
    m_fields[X]->selectAll();
}

void BoxFields::take(Field field, double value)
{
    if (!m_box)
        return;
    QRectF box = *m_box;
    switch (field) {
    case X: box.moveLeft(value); break;
    case Y: box.moveTop(value); break;
    case Width: box.setWidth(value); break;
    case Height: box.setHeight(value); break;
    }
    Q_EMIT edited(box);
}

bool BoxFields::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<QDoubleSpinBox*>(watched)->interpretText();
            Q_EMIT finished();
            return true;
        }
        if (key == Qt::Key_Escape) {
            setBox(m_box, m_picture); // what was typed is dropped
            Q_EMIT finished();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
