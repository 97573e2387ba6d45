#include "app/cli/Command.h"
#include "app/cli/Terminal.h"

#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QDir>

namespace cli {

void addNew(CLI::App& program, Act& act)
{
    auto* command = program.add_subcommand("new", Terminal::tr("Make an empty project").toStdString());
    auto folder = std::make_shared<std::string>();
    command->add_option("PROJECT", *folder, Terminal::tr("the folder, made exactly there").toStdString())->required();
    command->callback([&act, folder] {
        act = [folder] {
            const auto project = core::Project::create(QString::fromStdString(*folder));
            Terminal(false).print(Terminal::tr("Made the project \"%1\" in %2.").arg(project->name(), QDir::toNativeSeparators(project->folder())));
            return Done;
        };
    });
}

} // namespace cli
