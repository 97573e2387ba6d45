#include "ui/dialogs/ConceptChooser.h"

#include "ui/support/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ConceptChooser::ConceptChooser(std::vector<core::ConceptRecord> concepts, bool mayCreate, QWidget* parent)
    : QDialog(parent), m_concepts(std::move(concepts)), m_mayCreate(mayCreate)
{
    setObjectName(QStringLiteral("conceptChooser"));
    setWindowTitle(tr("Concept"));
    setModal(true);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("conceptField"));
    m_field->setPlaceholderText(tr("Type a part of the name"));
    m_field->setAccessibleName(tr("Name of the concept"));
    m_field->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("conceptMatches"));
    m_list->setAccessibleName(tr("Matching concepts"));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay in the field
    m_list->setIconSize({12, 12});
    m_hint = new QLabel(this);
    setRole(m_hint, "caption");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    resize(300, 280);
    connect(m_field, &QLineEdit::textChanged, this, &ConceptChooser::filter);
    connect(m_list, &QListWidget::itemClicked, this, &ConceptChooser::take);
    filter({});
}

void ConceptChooser::filter(const QString& text)
{
    const QString key = core::nameKey(text.trimmed());
    m_list->setUpdatesEnabled(false);
    m_list->clear();
    bool exact = false;
    for (const core::ConceptRecord& record : m_concepts) {
        const QString name = core::nameKey(record.name);
        if (!name.contains(key))
            continue;
        exact = exact || name == key;
        auto* item = new QListWidgetItem(QIcon(Theme::of().swatch(record.colour, 12, devicePixelRatioF())), record.name, m_list);
        item->setData(Qt::UserRole, record.id.value);
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_list->setUpdatesEnabled(true);
    const bool creates = m_mayCreate && !key.isEmpty() && !exact;
    //: %1: name of a concept
    m_hint->setText(creates ? tr("Shift+Enter makes \"%1\" a new concept of this view.").arg(text.trimmed()) : tr("Enter takes the chosen one."));
    m_hint->setWordWrap(true);
}

void ConceptChooser::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const core::ConceptId id{item->data(Qt::UserRole).toLongLong()};
    accept();
    Q_EMIT conceptChosen(id);
}

void ConceptChooser::create()
{
    const QString name = m_field->text().trimmed();
    if (!m_mayCreate || name.isEmpty())
        return;
    const auto same = std::ranges::find(m_concepts, core::nameKey(name), [](const core::ConceptRecord& record) { return core::nameKey(record.name); });
    accept();
    if (same != m_concepts.end())
        Q_EMIT conceptChosen(same->id);
    else
        Q_EMIT conceptWanted(name);
}

bool ConceptChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int rows = m_list->count();
        switch (key->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
            if (rows > 0)
                m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1), 0, rows - 1));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            key->modifiers().testFlag(Qt::ShiftModifier) ? create() : take();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
