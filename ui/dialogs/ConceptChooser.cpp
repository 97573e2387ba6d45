#include "ui/dialogs/ConceptChooser.h"

#include "ui/support/ConceptKeys.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int gap = 8; // px between the box and the window
constexpr int digits = 10;
constexpr int longestName = 220; // px, in a sentence
} // namespace

ConceptChooser::ConceptChooser(std::vector<core::ConceptRecord> concepts, const std::vector<core::ConceptId>& recent, QWidget* parent) : QDialog(parent)
{
    for (int place = 0; core::ConceptRecord& record : concepts)
        m_offers.push_back({std::move(record), conceptKeyName(place++)});
    const auto lastUse = [&recent](const Offer& offer) { return std::ranges::find(recent, offer.record.id) - recent.begin(); };
    std::ranges::stable_sort(m_offers, {}, lastUse); // those never used keep their order, at the end
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
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle); // the key at the end stays
    m_list->setUniformItemSizes(true);
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
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
    for (const Offer& offer : m_offers) {
        const QString name = core::nameKey(offer.record.name);
        if (!name.contains(key))
            continue;
        exact = exact || name == key;
        //: %1: name of a concept, %2: its key
        const QString words = key.isEmpty() && !offer.key.isEmpty() && offer.key[0].isDigit() ? tr("%1  (%2)").arg(offer.record.name, offer.key) : offer.record.name;
        auto* item = new QListWidgetItem(QIcon(Theme::of().swatch(offer.record.colour, 12, devicePixelRatioF())), words, m_list);
        item->setData(Qt::UserRole, offer.record.id.value);
        item->setToolTip(plainTip(offer.record.name));
        item->setSizeHint({0, m_list->fontMetrics().height() + 8}); // never wider than the list: what does not fit is elided
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_list->setUpdatesEnabled(true);
    const bool creates = !key.isEmpty() && !exact;
    const QString shown = m_hint->fontMetrics().elidedText(text.trimmed(), Qt::ElideMiddle, longestName);
    //: %1: name of a concept
    m_hint->setText(creates ? tr("Shift+Enter makes \"%1\" a new concept of this view.").arg(shown) : tr("Enter takes the chosen one."));
    m_hint->setWordWrap(true);
}

void ConceptChooser::choose(core::ConceptId id)
{
    accept();
    Q_EMIT conceptChosen(id);
}

void ConceptChooser::take()
{
    if (const QListWidgetItem* item = m_list->currentItem())
        choose({item->data(Qt::UserRole).toLongLong()});
}

void ConceptChooser::takeKey(const QString& key)
{
    const auto found = std::ranges::find(m_offers, key, &Offer::key);
    if (found != m_offers.end())
        choose(found->record.id);
}

void ConceptChooser::create()
{
    const QString name = m_field->text().trimmed();
    if (name.isEmpty())
        return;
    const auto same = std::ranges::find(m_offers, core::nameKey(name), [](const Offer& offer) { return core::nameKey(offer.record.name); });
    if (same != m_offers.end()) {
        choose(same->record.id);
        return;
    }
    accept();
    Q_EMIT conceptWanted(name);
}

void ConceptChooser::placeBeside(const QRect& box)
{
    const QScreen* shown = parentWidget() ? parentWidget()->screen() : screen();
    const QRect free = shown->availableGeometry();
    QRect place(box.topRight() + QPoint(gap, 0), size());
    if (place.right() > free.right())
        place.moveRight(box.left() - gap);
    if (place.left() < free.left()) { // no room on either side: below, or above
        place.moveTopLeft(box.bottomLeft() + QPoint(0, gap));
        if (place.bottom() > free.bottom())
            place.moveBottom(box.top() - gap);
    }
    place.moveLeft(std::clamp(place.left(), free.left(), std::max(free.left(), free.right() - place.width())));
    place.moveTop(std::clamp(place.top(), free.top(), std::max(free.top(), free.bottom() - place.height())));
    move(place.topLeft());
}

bool ConceptChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (const std::optional<int> place = conceptPlaceOf(*key); place && *place < digits && m_field->text().isEmpty()) {
            takeKey(conceptKeyName(*place));
            return true;
        }
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
