#pragma once

#include <QString>

namespace core {
class Project;
struct PredictionRequest;
}

namespace ui {

/// The line that does the same in a terminal, quoted for the shell of this system. Empty: what is in the clipboard has no file.
QString predictCommand(const core::Project& project, const QString& version, const core::PredictionRequest& request);

} // namespace ui
