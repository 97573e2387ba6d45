#pragma once

#include "core/dataset/View.h"

#include <QJsonObject>
#include <QSize>
#include <QString>

namespace core {

enum class Optimizer { AdamW, SgdMomentum };
enum class Schedule { OneCycle, ThreeSteps, Constant };
enum class AugmentationLevel { None, Flips, Default };
enum class StartWeights { ImageNet, None };
/// The type of the numbers a network computes in; weights stay float32. Auto: whichever is faster here, measured once.
enum class Precision { Auto, Float32, BFloat16 };

/// All options of a training, as a person sets them. Knows no torch. Ranges, words and names: SpecFields.h.
struct TrainingSpec {
    ViewType type = ViewType::Classification;
    QString architecture = QStringLiteral("efficientnet-lite0");
    int epochs = 0;        // after the head phase; 0: head phase alone (classification, tagging)
    int batchSize = 32;    // 1..1024
    double learningRate = 2e-4; // peak: of the pretrained part (classification), of the head (tagging, detection)
    Optimizer optimizer = Optimizer::AdamW;
    Schedule schedule = Schedule::OneCycle;
    int imageSize = 224;   // px: side (classification), long side (tagging, detection); multiple of 32, 32..4096
    AugmentationLevel augmentation = AugmentationLevel::Default;
    StartWeights weights = StartWeights::ImageNet;
    int seed = 1;
    QString device = QStringLiteral("auto"); // auto, cpu, cuda, cuda:N, mps
    int threads = 0;       // 0: all cores
    Precision learnPrecision = Precision::Auto; // what a run has chosen stands in the spec it returns, so that a repeated run does the same
    Precision answerPrecision = Precision::Auto;

    bool operator==(const TrainingSpec&) const = default;
};

QJsonObject toJson(const TrainingSpec& spec);
TrainingSpec trainingSpecFromJson(const QJsonObject& json); // unknown or missing keys keep their default
/// Throws Error with a sentence that names the option when one is out of its range.
void validate(const TrainingSpec& spec);

/// What a training starts with when nobody says otherwise: depends on view type, architecture,
/// number of training pictures, never on a data set.
TrainingSpec defaultSpec(ViewType type, int trainingItems, const QString& architecture = QStringLiteral("efficientnet-lite0"));

/// Learning-rate factor 0..1 of the schedule at `progress` 0..1 of the run; the same function draws the plan and drives the optimizer.
double scheduleFactor(const TrainingSpec& spec, double progress);

/// One architecture a person can choose, as the dialogs show it. `key` is stored in project files and never changes.
struct ArchitectureEntry {
    QString key;
    QString name;
    double parametersMillions = 0;
    int defaultSide = 224;
    bool hasShippedWeights = false; // on this machine, now
};
std::vector<ArchitectureEntry> architectures(ViewType type);

} // namespace core
