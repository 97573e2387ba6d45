#pragma once

#include <QString>

#include <optional>

namespace core {

/// The part of the data an image belongs to. It belongs to the image, so to all its items in all views,
/// and never changes by itself. Values are stored in project files.
enum class Split { Unassigned = 0, Train = 1, Validation = 2, Test = 3 };

/// "none", "train", "val", "test": the words of files and of the terminal, never translated.
QString keyOf(Split split);
/// Reads the words above, "training", "valid", "validation", "dev", "eval", "evaluation" and "testing", in any case; absent for anything else.
std::optional<Split> splitFromKey(const QString& key);

} // namespace core
