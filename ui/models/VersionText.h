#pragma once

#include "core/dataset/Model.h"
#include "core/dataset/View.h"
#include "core/project/TrainingQueue.h"
#include "core/training/TrainingSpec.h"

#include <QString>

namespace ui {

/// "Accuracy", "mAP" or "Mean LRP score": the first performance indicator of a view type.
QString indicatorName(core::ViewType type);
QString indicatorHint(core::ViewType type);
QString accuracyHint(core::ViewType type);
QString mapHint(core::ViewType type);
QString thresholdHint();
QString typeName(core::ViewType type); // "detection"

/// An option that is a choice, as a person reads it: optionText(spec, "optimizer") is "AdamW".
QString optionText(const core::TrainingSpec& spec, const char* key);
QString architectureName(core::ViewType type, const QString& key);

/// When a version that waits begins: "starts after v3, about 14:20"; empty: it does not wait.
QString waitingText(const core::TrainingQueue& queue, core::VersionId version);

/// What the page of a finished run needs, from what is stored of it; without batches, which are many (core::VersionFolder::batches).
core::LiveRun storedRun(const core::Project& project, const core::VersionRecord& version);

} // namespace ui
