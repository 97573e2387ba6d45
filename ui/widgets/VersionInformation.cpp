#include "ui/widgets/VersionInformation.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/RunCharts.h"
#include "ui/widgets/VersionFacts.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

VersionInformation::VersionInformation(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("versionInformation"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);

    auto* options = new Card({}, body);
    m_options = new FactList(tr("Options"), options);
    m_options->setObjectName(QStringLiteral("optionFacts"));
    m_run = new FactList(tr("Run"), options);
    m_run->setObjectName(QStringLiteral("runFacts"));
    m_data = new FactList(tr("Data"), options);
    m_data->setObjectName(QStringLiteral("dataFacts"));
    m_countsBox = new QWidget(options);
    m_countsBox->setObjectName(QStringLiteral("conceptCounts"));
    m_counts = new QGridLayout(m_countsBox);
    m_counts->setContentsMargins(0, 0, 0, 0);
    m_counts->setHorizontalSpacing(12);
    m_counts->setVerticalSpacing(7);
    m_counts->setColumnStretch(1, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    for (QWidget* column : std::initializer_list<QWidget*> {m_options, m_run, m_data, m_countsBox})
        columns->addWidget(column, 1, Qt::AlignTop);
    options->content()->addLayout(columns);

    m_charts = new RunCharts(body);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 12, 0, 16);
    layout->setSpacing(12);
    layout->addWidget(options);
    layout->addWidget(m_charts, 1);
    scroll->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void VersionInformation::showVersion(const core::VersionRecord& version, const core::LiveRun& run, const ShownConcepts& concepts)
{
    m_concepts = concepts;
    using enum VersionFact;
    m_options->setFacts(factsOf({Architecture, Start, Epochs, Batch, Rate, Optimizer, Schedule, ImageSize, Augmentation, Seed}, version));
    m_run->setFacts(factsOf({Status, BestEpoch, Time, Device, Parameters, Began}, version));
    m_data->setFacts(factsOf({Training, Validation, Concepts, Revision}, version));
    showCounts({});
    m_charts->showRun(run);
}

void VersionInformation::showRun(const core::LiveRun& run)
{
    m_charts->showRun(run);
}

void VersionInformation::showCounts(const std::vector<Count>& counts)
{
    while (auto* item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto put = [this](const QString& text, const char* role, int row, int column) {
        auto* label = new ElidedLabel(text, m_countsBox);
        setRole(label, role);
        m_counts->addWidget(label, row, column, column >= 2 ? Qt::AlignRight : column == 0 ? Qt::AlignLeft : Qt::Alignment());
        return label;
    };
    auto* heading = put(tr("Examples"), "over", 0, 0);
    m_counts->removeWidget(heading);
    m_counts->addWidget(heading, 0, 0, 1, 2);
    put(tr("Training"), "caption", 0, 2);
    put(tr("Validation"), "caption", 0, 3);
    for (int i = 0; i < m_concepts.names.size(); ++i) {
        const bool known = size_t(i) < counts.size();
        put({}, "body", i + 1, 0)->setPixmap(Theme::of().swatch(m_concepts.colours.at(size_t(i)), 12, devicePixelRatioF()));
        put(m_concepts.names[i], "body", i + 1, 1);
        put(known ? count(counts[size_t(i)].train) : QStringLiteral("–"), "body", i + 1, 2);
        put(known ? count(counts[size_t(i)].validation) : QStringLiteral("–"), "body", i + 1, 3);
    }
}

} // namespace ui
