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

/// All options of a training, as a person sets them. Knows no torch. The words of keyOf/…FromKey are those of the terminal.
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

    bool operator==(const TrainingSpec&) const = default;
};

QString keyOf(Optimizer optimizer);           // adamw, sgd
QString keyOf(Schedule schedule);             // one-cycle, three-steps, constant
QString keyOf(AugmentationLevel augmentation); // none, flips, default
QString keyOf(StartWeights weights);          // imagenet, none

QJsonObject toJson(const TrainingSpec& spec);
TrainingSpec trainingSpecFromJson(const QJsonObject& json); // unknown or missing keys keep their default
/// Throws Error with a sentence that names the option when one is out of its range.
void validate(const TrainingSpec& spec);

/// What a training starts with when nobody says otherwise (training.md 5): depends on view type, architecture,
/// number of training pictures and their size, never on a data set.
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

/// A place a training can run. Unusable ones say why.
struct DeviceEntry {
    QString id; // cpu, cuda:0, mps
    QString name;
    qint64 memory = 0; // bytes
    bool usable = false;
    QString reason;
};
std::vector<DeviceEntry> devices();
/// Versions of libtorch and OpenCV for About: {"libtorch", "2.13.0"} …
std::vector<std::pair<QString, QString>> libraryVersions();

} // namespace core
