#pragma once

#include "core/base/Error.h"

#include <QString>

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace core {
class Project;
struct VersionRecord;
struct ViewRecord;
}

namespace cli {

/// How a command ends (a contract: other programs rely on it).
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, PartlyDone = 3, Interrupted = 130 };

/// Something in the command line itself is wrong: ends with WrongUsage where core::Error ends with Failed.
class UsageError : public core::Error {
public:
    using core::Error::Error;
};

/// What the command line asks for; filled by the sub-command that was named, run by main.
using Act = std::function<int()>;

// Each adds one sub-command to the program; its file holds all that the command does.
void addNew(CLI::App& program, Act& act);
void addCheck(CLI::App& program, Act& act);
void addImport(CLI::App& program, Act& act);
void addInfo(CLI::App& program, Act& act);
void addTrain(CLI::App& program, Act& act);
void addLibrary(CLI::App& program, Act& act);
void addEvaluate(CLI::App& program, Act& act);
void addExport(CLI::App& program, Act& act);
void addExportModel(CLI::App& program, Act& act);
void addPredict(CLI::App& program, Act& act);
void addDevices(CLI::App& program, Act& act);
void addSample(CLI::App& program, Act& act);

// What several commands ask. Each throws core::Error with a sentence when it is not there.
std::unique_ptr<core::Project> openForReading(const std::string& folder);
std::unique_ptr<core::Project> openForWriting(const std::string& folder); // tells what happened before, on stderr
core::ViewRecord viewNamed(const core::Project& project, const std::string& name);
core::VersionRecord versionNamed(const core::Project& project, const std::string& name);

} // namespace cli
