#include "ui/widgets/VersionFacts.h"

#include "ui/models/StatusMark.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(VersionFacts)
};

const QString none = QStringLiteral("–");

int bestEpochOf(const core::VersionRecord& version)
{
    return version.metrics.value(QLatin1String("bestEpoch")).toInt(-1);
}

QString timeOf(const core::VersionRecord& version)
{
    const auto seconds = version.metrics.value(QLatin1String("seconds"));
    return seconds.isDouble() ? duration(seconds.toDouble()) : none;
}

QString deviceOf(const core::VersionRecord& version)
{
    return version.metrics.value(QLatin1String("deviceName")).toString(version.metrics.value(QLatin1String("device")).toString());
}

FactList::Fact bestEpoch(const core::VersionRecord& version)
{
    const int best = bestEpochOf(version);
    //: Epoch 0 is the head phase, before the network itself is trained
    const QString text = best < 0 ? none : best == 0 ? Facts::tr("0, the head phase") : count(best);
    return {Facts::tr("Best epoch"), text, Facts::tr("The epoch whose weights are kept.")};
}

FactList::Fact parametersOf(const core::VersionRecord& version)
{
    const auto number = version.metrics.value(QLatin1String("parameters"));
    return {Facts::tr("Parameters"), number.isDouble() ? parameters(number.toDouble()) : none,
            number.isDouble() ? QString() : Facts::tr("Known when the network has been built.")};
}

FactList::Fact timeAndDevice(const core::VersionRecord& version)
{
    const QString time = timeOf(version), device = deviceOf(version);
    //: How long a training took, and where it ran: "14 min on CPU"
    return {Facts::tr("Time"), time == none || device.isEmpty() ? time : Facts::tr("%1 on %2").arg(time, device), {}};
}

FactList::Fact concepts(const core::VersionRecord& version)
{
    QStringList names;
    for (const auto& frozen : version.concepts)
        names << frozen.name;
    return {Facts::tr("Concepts"), names.join(QStringLiteral(", ")), {}};
}

FactList::Fact optionFact(VersionFact which, const core::TrainingSpec& spec)
{
    switch (which) {
    case VersionFact::Architecture: return {Facts::tr("Architecture"), architectureName(spec.type, spec.architecture), {}};
    case VersionFact::Start: return {Facts::tr("Start from"), optionText(spec, "weights"), {}};
    case VersionFact::ImageSize: return {Facts::tr("Image size"), Facts::tr("%1 px").arg(count(spec.imageSize)), {}};
    case VersionFact::Epochs: return {Facts::tr("Epochs"), count(spec.epochs), {}};
    case VersionFact::Batch: return {Facts::tr("Batch"), count(spec.batchSize), {}};
    case VersionFact::Rate: return {Facts::tr("Learning rate"), rate(spec.learningRate), {}};
    case VersionFact::Optimizer: return {Facts::tr("Optimizer"), optionText(spec, "optimizer"), {}};
    //: An optimizer and its learning rate: "AdamW, 1.0e-3"
    case VersionFact::OptimizerAndRate: return {Facts::tr("Optimizer"), Facts::tr("%1, %2").arg(optionText(spec, "optimizer"), rate(spec.learningRate)), {}};
    case VersionFact::Schedule: return {Facts::tr("Schedule"), optionText(spec, "schedule"), {}};
    case VersionFact::Augmentation: return {Facts::tr("Augmentation"), optionText(spec, "augmentation"), {}};
    default: return {Facts::tr("Seed"), QString::number(spec.seed), {}}; // a name, not an amount: without separators
    }
}

} // namespace

FactList::Fact factOf(VersionFact which, const core::VersionRecord& version, const core::TrainingSpec& spec)
{
    switch (which) {
    case VersionFact::Status: return {Facts::tr("Status"), statusOf(version).text, {}};
    case VersionFact::BestEpoch: return bestEpoch(version);
    case VersionFact::EpochsAndBest: {
        const int best = bestEpochOf(version);
        //: Number of epochs, and which of them is kept
        return {Facts::tr("Epochs"), best < 0 ? count(spec.epochs) : Facts::tr("%1, best %2").arg(count(spec.epochs), count(best)), {}};
    }
    case VersionFact::Time: return {Facts::tr("Time"), timeOf(version), {}};
    case VersionFact::Device: return {Facts::tr("Device"), deviceOf(version).isEmpty() ? none : deviceOf(version), {}};
    case VersionFact::TimeAndDevice: return timeAndDevice(version);
    case VersionFact::Parameters: return parametersOf(version);
    case VersionFact::Began: return {Facts::tr("Began"), QLocale().toString(version.created.toLocalTime(), QLocale::ShortFormat), {}};
    case VersionFact::Training: return {Facts::tr("Training"), Facts::tr("%Ln image(s)", nullptr, version.itemsTrain), {}};
    case VersionFact::Validation: return {Facts::tr("Validation"), Facts::tr("%Ln image(s)", nullptr, version.itemsValidation), {}};
    case VersionFact::Concepts: return concepts(version);
    case VersionFact::Revision:
        return {Facts::tr("Revision"), QString::fromLatin1(version.dataRevision.toHex().left(8)),
                Facts::tr("Versions of one revision were trained and judged on exactly the same data.")};
    default: return optionFact(which, spec);
    }
}

std::vector<FactList::Fact> factsOf(std::initializer_list<VersionFact> which, const core::VersionRecord& version)
{
    const auto spec = core::trainingSpecFromJson(version.spec);
    std::vector<FactList::Fact> facts;
    for (const VersionFact one : which)
        facts.push_back(factOf(one, version, spec));
    return facts;
}

} // namespace ui
