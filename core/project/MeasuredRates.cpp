#include "core/project/MeasuredRates.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

QString groupOf(const TrainingSpec& spec, const QString& device)
{
    return QStringLiteral("rates/%1/%2/%3/").arg(keyOf(spec.type), spec.architecture, device);
}

double area(int side) { return double(side) * side; }

double secondsOf(const std::vector<StepReport>& steps, TrainingStep step)
{
    const auto found = std::ranges::find(steps, step, &StepReport::step);
    return found != steps.end() && found->state == StepState::Done ? found->seconds : 0;
}

void store(const TrainingSpec& spec, const QString& device, const MeasuredRates& rates)
{
    QSettings settings;
    const auto group = groupOf(spec, device);
    settings.setValue(group + QStringLiteral("imageSize"), spec.imageSize);
    settings.setValue(group + QStringLiteral("cache"), rates.cache);
    settings.setValue(group + QStringLiteral("head"), rates.head);
    settings.setValue(group + QStringLiteral("train"), rates.train);
    settings.setValue(group + QStringLiteral("answer"), rates.answer);
}

} // namespace

std::optional<MeasuredRates> recallRates(const TrainingSpec& spec)
{
    const QSettings settings;
    const auto group = groupOf(spec, spec.device);
    const int side = settings.value(group + QStringLiteral("imageSize")).toInt();
    if (side <= 0)
        return {};
    const double scale = area(spec.imageSize) / area(side); // costs grow with the pixels
    const auto value = [&](const char* key) { return settings.value(group + QLatin1String(key)).toDouble(); };
    return MeasuredRates{.cache = value("cache"), .head = value("head") * scale, .train = value("train") * scale, .answer = value("answer") * scale};
}

void rememberRates(const TrainingSpec& spec, const QString& device, const std::vector<StepReport>& steps, const std::vector<EpochMetrics>& epochs,
                   int trainingItems, int validationItems)
{
    const double all = trainingItems + validationItems;
    if (all <= 0)
        return;
    const auto old = recallRates(spec);
    MeasuredRates rates;
    // A cache that was full already says nothing about filling one.
    rates.cache = std::max(secondsOf(steps, TrainingStep::Cache) / all, old ? old->cache : 0);
    rates.head = secondsOf(steps, TrainingStep::Head) / all;
    const auto last = std::ranges::find_if(epochs.rbegin(), epochs.rend(), [](const auto& epoch) { return epoch.epoch > 0 && epoch.imagesPerSecond > 0; });
    rates.train = last != epochs.rend() ? 1 / last->imagesPerSecond : old ? old->train : 0;
    // An epoch's seconds are those of its training pictures and those of judging the validation pictures.
    const double judging = last != epochs.rend() ? last->seconds - trainingItems * rates.train : 0;
    rates.answer = validationItems > 0 && judging > 0 ? judging / validationItems : old ? old->answer : 0;

    for (const auto& key : {spec.device, device}) // "auto" too, so that the dialog finds it
        store(spec, key, rates);
}

void rememberRates(const TrainingSpec& spec, const MeasuredRates& rates)
{
    store(spec, spec.device, rates);
}

std::optional<double> expectedSeconds(const TrainingSpec& spec, int trainingItems, int validationItems)
{
    const auto rates = recallRates(spec);
    if (!rates || (spec.epochs > 0 && rates->train <= 0))
        return {};
    const double epoch = trainingItems * rates->train + validationItems * rates->answer;
    const bool hasHeadPhase = spec.type != ViewType::Detection;
    return (trainingItems + validationItems) * (rates->cache + (hasHeadPhase ? rates->head : 0)) + spec.epochs * epoch; // what the best epoch answered is kept
}

} // namespace core
