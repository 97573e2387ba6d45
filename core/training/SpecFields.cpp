#include "core/training/SpecFields.h"

#include "core/networks/NetworkRegistry.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace core {

namespace {

using Kind = SpecField::Kind;

constexpr std::array types{"classification", "tagging", "detection"};
constexpr std::array optimizers{"adamw", "sgd"};
constexpr std::array optimizerNames{QT_TRANSLATE_NOOP("TrainingSpec", "AdamW"), QT_TRANSLATE_NOOP("TrainingSpec", "SGD with momentum")};
constexpr std::array schedules{"one-cycle", "three-steps", "constant"};
constexpr std::array scheduleNames{QT_TRANSLATE_NOOP("TrainingSpec", "One cycle"), QT_TRANSLATE_NOOP("TrainingSpec", "Three steps"), QT_TRANSLATE_NOOP("TrainingSpec", "Constant")};
constexpr std::array augmentations{"none", "flips", "default"};
constexpr std::array augmentationNames{QT_TRANSLATE_NOOP("TrainingSpec", "None"), QT_TRANSLATE_NOOP("TrainingSpec", "Mirror only"), QT_TRANSLATE_NOOP("TrainingSpec", "Default")};
constexpr std::array startWeights{"imagenet", "none"};
constexpr std::array startWeightNames{QT_TRANSLATE_NOOP("TrainingSpec", "General pictures"), QT_TRANSLATE_NOOP("TrainingSpec", "From scratch")};
constexpr std::array precisions{"auto", "float32", "bfloat16"};
constexpr std::array precisionNames{QT_TRANSLATE_NOOP("TrainingSpec", "Auto"), "float32", "bfloat16"};

template <auto Member>
QJsonValue plain(const TrainingSpec& spec)
{
    return spec.*Member;
}

template <auto Member>
void setText(TrainingSpec& spec, const QJsonValue& value)
{
    spec.*Member = value.toString(spec.*Member);
}

template <auto Member>
void setWhole(TrainingSpec& spec, const QJsonValue& value)
{
    spec.*Member = value.toInt(spec.*Member);
}

template <auto Member>
void setReal(TrainingSpec& spec, const QJsonValue& value)
{
    spec.*Member = value.toDouble(spec.*Member);
}

template <auto Member, const auto& Words>
QJsonValue word(const TrainingSpec& spec)
{
    return QLatin1String(Words.at(size_t(spec.*Member)));
}

template <auto Member, const auto& Words>
void setWord(TrainingSpec& spec, const QJsonValue& value)
{
    const auto found = std::ranges::find_if(Words, [&](const char* one) { return value.toString() == QLatin1String(one); });
    if (found != Words.end())
        spec.*Member = std::remove_reference_t<decltype(spec.*Member)>(found - Words.begin());
}

template <auto Member>
constexpr SpecField text(const char* key, const char* option, const char* name, const char* help)
{
    return {key, option, name, help, Kind::Text, 0, 0, 1, {}, {}, plain<Member>, setText<Member>};
}

template <auto Member>
constexpr SpecField whole(const char* key, const char* option, const char* name, const char* help, double least, double most, int step = 1)
{
    return {key, option, name, help, Kind::Whole, least, most, step, {}, {}, plain<Member>, setWhole<Member>};
}

template <auto Member, const auto& Words>
constexpr SpecField choice(const char* key, const char* option, const char* name, const char* help, std::span<const char* const> names = {})
{
    return {key, option, name, help, Kind::Choice, 0, 0, 1, Words, names, word<Member, Words>, setWord<Member, Words>};
}

using Spec = TrainingSpec;
constexpr std::array fields{
    choice<&Spec::type, types>("type", "", QT_TRANSLATE_NOOP("TrainingSpec", "Type"), QT_TRANSLATE_NOOP("TrainingSpec", "what a version answers")),
    text<&Spec::architecture>("architecture", "--architecture", QT_TRANSLATE_NOOP("TrainingSpec", "Architecture"), QT_TRANSLATE_NOOP("TrainingSpec", "the network; the default depends on the view")),
    whole<&Spec::epochs>("epochs", "--epochs", QT_TRANSLATE_NOOP("TrainingSpec", "Epochs"), QT_TRANSLATE_NOOP("TrainingSpec", "times that every training picture is seen"), 0, 10'000),
    whole<&Spec::batchSize>("batchSize", "--batch-size", QT_TRANSLATE_NOOP("TrainingSpec", "Batch"), QT_TRANSLATE_NOOP("TrainingSpec", "pictures in one step"), 1, 1024),
    SpecField{"learningRate", "--learning-rate", QT_TRANSLATE_NOOP("TrainingSpec", "Learning rate"), QT_TRANSLATE_NOOP("TrainingSpec", "greatest step size"), Kind::Real, 1e-7, 1, 1, {}, {}, plain<&Spec::learningRate>, setReal<&Spec::learningRate>},
    choice<&Spec::optimizer, optimizers>("optimizer", "--optimizer", QT_TRANSLATE_NOOP("TrainingSpec", "Optimizer"), QT_TRANSLATE_NOOP("TrainingSpec", "how the network moves after each batch"), optimizerNames),
    choice<&Spec::schedule, schedules>("schedule", "--schedule", QT_TRANSLATE_NOOP("TrainingSpec", "Schedule"), QT_TRANSLATE_NOOP("TrainingSpec", "how the step size moves during the run"), scheduleNames),
    whole<&Spec::imageSize>("imageSize", "--image-size", QT_TRANSLATE_NOOP("TrainingSpec", "Image size"), QT_TRANSLATE_NOOP("TrainingSpec", "side of the network's input, a multiple of 32"), 32, largestSide, 32),
    choice<&Spec::augmentation, augmentations>("augmentation", "--augment", QT_TRANSLATE_NOOP("TrainingSpec", "Augmentation"), QT_TRANSLATE_NOOP("TrainingSpec", "how pictures are varied"), augmentationNames),
    choice<&Spec::weights, startWeights>("weights", "--weights", QT_TRANSLATE_NOOP("TrainingSpec", "Start from"), QT_TRANSLATE_NOOP("TrainingSpec", "what the network starts from"), startWeightNames),
    whole<&Spec::seed>("seed", "--seed", QT_TRANSLATE_NOOP("TrainingSpec", "Seed"), QT_TRANSLATE_NOOP("TrainingSpec", "equal seeds train equal versions"), 0, std::numeric_limits<int>::max()),
    text<&Spec::device>("device", "--device", QT_TRANSLATE_NOOP("TrainingSpec", "Device"), QT_TRANSLATE_NOOP("TrainingSpec", "auto, cpu, cuda or mps")),
    whole<&Spec::threads>("threads", "--threads", QT_TRANSLATE_NOOP("TrainingSpec", "Threads"), QT_TRANSLATE_NOOP("TrainingSpec", "processor threads; 0: all"), 0, 1024),
    choice<&Spec::learnPrecision, precisions>("learnPrecision", "--learn-precision", QT_TRANSLATE_NOOP("TrainingSpec", "Learns in"), QT_TRANSLATE_NOOP("TrainingSpec", "type of numbers while it learns; auto measures once and writes down what was chosen"), precisionNames),
    choice<&Spec::answerPrecision, precisions>("answerPrecision", "--answer-precision", QT_TRANSLATE_NOOP("TrainingSpec", "Answers in"), QT_TRANSLATE_NOOP("TrainingSpec", "type of numbers while it answers; auto as above"), precisionNames),
};

QString translated(const char* text)
{
    return QCoreApplication::translate("TrainingSpec", text);
}

/// Numbers as a person would type them: 10000, 1e-07, 0.001.
QString typed(double value)
{
    return value == std::floor(value) && std::abs(value) < 1e15 ? QString::number(qint64(value)) : QString::number(value, 'g', QLocale::FloatingPointShortest);
}

bool isDevice(const QString& key)
{
    static const QStringList known{QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("mps"), QStringLiteral("cuda")};
    bool isNumber = false;
    if (key.startsWith(QLatin1String("cuda:")))
        (void)key.mid(5).toUInt(&isNumber);
    return isNumber || known.contains(key);
}

QString problemOfNumber(const SpecField& field, const QJsonValue& value)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= field.least && number <= field.most))
        return translated(QT_TRANSLATE_NOOP("TrainingSpec", "%1 must be from %2 to %3, not %4."))
            .arg(nameOf(field), typed(field.least), typed(field.most), value.isDouble() ? typed(number) : value.toVariant().toString());
    if (field.kind == Kind::Whole && std::fmod(number, field.step) != 0)
        return field.step == 1 ? translated(QT_TRANSLATE_NOOP("TrainingSpec", "%1 must be a whole number, not %2.")).arg(nameOf(field), typed(number))
                               : translated(QT_TRANSLATE_NOOP("TrainingSpec", "%1 must be a multiple of %2, not %3.")).arg(nameOf(field)).arg(field.step).arg(typed(number));
    return {};
}

QStringList wordsOf(const SpecField& field)
{
    QStringList words;
    if (field.read == plain<&Spec::architecture>) {
        for (const auto& entry : networkEntries())
            words << QLatin1String(entry.key);
    }
    for (const char* one : field.words)
        words << QLatin1String(one);
    return words;
}

} // namespace

std::span<const SpecField> specFields()
{
    return fields;
}

const SpecField& specField(const char* key)
{
    const auto found = std::ranges::find_if(fields, [&](const SpecField& field) { return QLatin1String(field.key) == QLatin1String(key); });
    Q_ASSERT(found != fields.end());
    return *found;
}

QString nameOf(const SpecField& field) { return translated(field.name); }
QString helpOf(const SpecField& field) { return translated(field.help); }

QString nameOfWord(const SpecField& field, const QString& word)
{
    for (size_t i = 0; i < field.wordNames.size(); ++i) {
        if (word == QLatin1String(field.words[i]))
            return translated(field.wordNames[i]);
    }
    return word;
}

QStringList commandOptions(const TrainingSpec& spec, int trainingItems)
{
    const auto plainDefaults = defaultSpec(spec.type, trainingItems), defaults = defaultSpec(spec.type, trainingItems, spec.architecture);
    QStringList words;
    for (const auto& field : fields) {
        const auto value = field.read(spec);
        const bool isArchitecture = field.read == plain<&Spec::architecture>;
        if (*field.option == '\0' || value == field.read(isArchitecture ? plainDefaults : defaults))
            continue;
        words << QLatin1String(field.option) << (value.isDouble() ? typed(value.toDouble()) : value.toString());
    }
    return words;
}

QString problemOf(const SpecField& field, const QJsonValue& value)
{
    if (field.kind == Kind::Whole || field.kind == Kind::Real)
        return problemOfNumber(field, value);
    if (field.read == plain<&Spec::device>)
        return isDevice(value.toString()) ? QString() : translated(QT_TRANSLATE_NOOP("TrainingSpec", "There is no device “%1”: choose auto, cpu, cuda or mps.")).arg(value.toString());
    const auto words = wordsOf(field);
    if (words.contains(value.toString()))
        return {};
    return translated(QT_TRANSLATE_NOOP("TrainingSpec", "%1 must be one of %2, not “%3”.")).arg(nameOf(field), words.join(QStringLiteral(", ")), value.toString());
}

QString problemOf(const TrainingSpec& spec)
{
    for (const auto& field : fields) {
        if (const auto problem = problemOf(field, field.read(spec)); !problem.isEmpty())
            return problem;
    }
    if (spec.epochs == 0 && (spec.type == ViewType::Detection || spec.weights == StartWeights::None))
        return translated(QT_TRANSLATE_NOOP("TrainingSpec", "Epochs must be at least 1: without an epoch only the last layer is fitted, which needs a network that knows general pictures, and no boxes."));
    return {};
}

} // namespace core
