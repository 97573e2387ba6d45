#include "ui/widgets/VersionInspector.h"

#include "core/training/TrainingSpec.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/FactList.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

VersionInspector::VersionInspector(QWidget* parent)
    : Card({}, parent)
    , m_caption(new QLabel(this))
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

void VersionInspector::setVersion(const core::VersionRecord& version, qint64 bytesOnDisk)
{
    const auto spec = core::trainingSpecFromJson(version.spec);
    const auto& metrics = version.metrics;
    titleLabel()->setText(version.name);
    titleLabel()->show();
    const auto mark = statusOf(version);
    m_caption->setText(mark.detail.isEmpty() ? mark.text : mark.detail);

    const double number = metrics.value(QLatin1String("parameters")).toDouble();
    m_start->setFacts({{tr("From"), optionText(spec, "weights"), {}},
                       {tr("Architecture"), architectureName(spec.type, spec.architecture), {}},
                       {tr("Input"), tr("%1 px").arg(spec.imageSize), {}},
                       {tr("Parameters"), number > 0 ? parameters(number) : QStringLiteral("–"),
                        number > 0 ? QString() : tr("Known when the network has been built.")}});

    const auto best = metrics.value(QLatin1String("bestEpoch"));
    const auto seconds = metrics.value(QLatin1String("seconds"));
    const QString device = metrics.value(QLatin1String("deviceName")).toString();
    m_run->setFacts({{tr("Epochs"), best.isDouble() ? tr("%1, best %2").arg(count(spec.epochs), count(best.toInt())) : count(spec.epochs), {}},
                     {tr("Optimizer"), tr("%1, %2").arg(optionText(spec, "optimizer"), rate(spec.learningRate)), {}},
                     {tr("Schedule"), optionText(spec, "schedule"), {}},
                     {tr("Time"), seconds.isDouble() ? device.isEmpty() ? duration(seconds.toDouble()) : tr("%1 on %2").arg(duration(seconds.toDouble()), device)
                                                     : QStringLiteral("–"), {}}});

    m_data->setFacts({{tr("Training"), tr("%Ln image(s)", nullptr, version.itemsTrain), {}},
                      {tr("Validation"), tr("%Ln image(s)", nullptr, version.itemsValidation), {}},
                      {tr("Revision"), QString::fromLatin1(version.dataRevision.toHex().left(8)), QString::fromLatin1(version.dataRevision.toHex())},
                      {tr("Size on disk"), bytes(bytesOnDisk), {}}});
}

} // namespace ui
