#include "ui/widgets/VersionInspector.h"

#include "ui/models/StatusMark.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/VersionFacts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

VersionInspector::VersionInspector(QWidget* parent)
    : Card({}, parent)
    , m_caption(new ElidedLabel(this))
    , m_start(new FactList(tr("Start"), this))
    , m_run(new FactList(tr("Run"), this))
    , m_data(new FactList(tr("Data"), this))
{
    setObjectName(QStringLiteral("versionInspector"));
    titleLabel()->setObjectName(QStringLiteral("inspectorTitle"));
    setRole(m_caption, "secondary");
    header()->insertWidget(1, m_caption);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    for (auto* list : {m_start, m_run, m_data})
        columns->addWidget(list, 1);
    content()->addLayout(columns);
}

void VersionInspector::setVersion(const core::VersionRecord& version, qint64 bytesOnDisk, const QString& waiting)
{
    titleLabel()->setText(version.name);
    titleLabel()->show();
    const auto mark = statusOf(version);
    m_caption->setText(!waiting.isEmpty() ? waiting : mark.detail.isEmpty() ? mark.text : mark.detail);
    using enum VersionFact;
    m_start->setFacts(factsOf({Start, Architecture, ImageSize, Parameters}, version));
    m_run->setFacts(factsOf({EpochsAndBest, OptimizerAndRate, Schedule, TimeAndDevice}, version));
    auto data = factsOf({Training, Validation, Revision}, version);
    data.push_back({tr("Size on disk"), bytes(bytesOnDisk), {}});
    m_data->setFacts(data);
}

} // namespace ui
