#include "ui/widgets/ItemFilterBar.h"

#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {
constexpr int searchPatience = 300; // ms
constexpr int fieldWidth = 180;
}

ItemFilterBar::ItemFilterBar(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_concept(field("conceptFilter", tr("Concept"))), m_split(field("splitFilter", tr("Split"))),
      m_state(field("stateFilter", tr("State"))), m_health(field("healthFilter", tr("File"))), m_clear(new QPushButton(tr("Clear filters"), this)),
      m_layout(new FlowLayout(this)), m_searchDelay(new QTimer(this))
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search names and folders"));
    m_search->setAccessibleName(tr("Search names and folders"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::of().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(260);
    m_search->setMinimumWidth(120);
    setRole(m_search, "quiet");
    m_concept->addItem(tr("Any concept"));
    m_split->addItem(tr("Any split"));
    for (const core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned})
        m_split->addItem(nameOf(split), static_cast<int>(split));
    m_state->addItem(tr("Any state"));
    for (const core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly, core::ItemState::Annotated, core::ItemState::WithoutConcept})
        m_state->addItem(nameOf(state), static_cast<int>(state));
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    setRole(m_clear, "link");
    m_clear->hide();
    m_layout->setContentsMargins(0, 0, 12, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_search);
    for (QComboBox* box : {m_concept, m_split, m_state, m_health})
        m_layout->addWidget(box);
    m_layout->addWidget(m_clear);
    setHealths({});

    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchPatience);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &ItemFilterBar::changed);
    for (QComboBox* box : {m_concept, m_split, m_state, m_health})
        connect(box, &QComboBox::activated, this, &ItemFilterBar::changed);
    connect(m_clear, &QPushButton::clicked, this, &ItemFilterBar::clear);
    connect(this, &ItemFilterBar::changed, this, [this] {
        m_searchDelay->stop();
        m_clear->setVisible(filterCount() > 0);
    });
}

QComboBox* ItemFilterBar::field(const char* object, const QString& name)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(object));
    box->setAccessibleName(name);
    box->setMaximumWidth(fieldWidth);
    setRole(box, "quiet");
    return box;
}

void ItemFilterBar::addWidget(QWidget* widget)
{
    auto* edge = new QWidget(this); // takes what its line has left
    edge->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(edge);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(widget);
    m_layout->addWidget(edge);
}

core::ItemFilter ItemFilterBar::filter() const
{
    core::ItemFilter filter;
    filter.nameContains = m_search->text().trimmed();
    if (const QVariant id = m_concept->currentData(); id.isValid())
        filter.conceptId = core::ConceptId{id.toLongLong()};
    if (const QVariant split = m_split->currentData(); split.isValid())
        filter.split = static_cast<core::Split>(split.toInt());
    if (const QVariant state = m_state->currentData(); state.isValid())
        filter.state = static_cast<core::ItemState>(state.toInt());
    if (const QVariant health = m_health->currentData(); health.isValid())
        filter.health = static_cast<core::Health>(health.toInt());
    return filter;
}

int ItemFilterBar::filterCount() const
{
    const core::ItemFilter f = filter();
    return int(f.conceptId.has_value()) + int(f.split.has_value()) + int(f.state.has_value()) + int(f.health.has_value()) + int(!f.nameContains.isEmpty());
}

void ItemFilterBar::setConcepts(const std::vector<core::ConceptRecord>& concepts)
{
    const QVariant chosen = m_concept->currentData();
    m_concept->clear();
    m_concept->addItem(tr("Any concept"));
    for (const core::ConceptRecord& record : concepts)
        m_concept->addItem(QIcon(Theme::of().swatch(record.colour, 12, devicePixelRatioF())), record.name, record.id.value);
    m_concept->setCurrentIndex(std::max(0, m_concept->findData(chosen)));
    m_clear->setVisible(filterCount() > 0);
}

void ItemFilterBar::setHealths(const std::vector<std::pair<core::Health, int>>& counts)
{
    const QVariant chosen = m_health->currentData();
    m_health->clear();
    m_health->addItem(tr("Any file"));
    for (const auto& [health, number] : counts) {
        if (number > 0 || chosen == static_cast<int>(health)) // a filter is not taken away from under the person
            //: %1: state of a file, %2: how many files
            m_health->addItem(tr("%1 (%2)").arg(nameOf(health), count(number)), static_cast<int>(health));
    }
    m_health->setCurrentIndex(std::max(0, m_health->findData(chosen)));
    m_health->setVisible(m_health->count() > 1);
}

void ItemFilterBar::showHealth(core::Health health)
{
    m_health->setCurrentIndex(std::max(0, m_health->findData(static_cast<int>(health))));
    Q_EMIT changed();
}

void ItemFilterBar::clear()
{
    m_search->clear();
    for (QComboBox* box : {m_concept, m_split, m_state, m_health})
        box->setCurrentIndex(0);
    Q_EMIT changed();
}

} // namespace ui
