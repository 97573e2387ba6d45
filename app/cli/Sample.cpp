#include "app/cli/Command.h"
#include "app/cli/Terminal.h"

#include "core/project/Project.h"
#include "core/project/SampleProject.h"

#include <CLI/CLI.hpp>

#include <QDir>

namespace cli {

void addSample(CLI::App& program, Act& act)
{
    auto* command = program.add_subcommand("sample", Terminal::tr("Make a project of the pictures that come with Oriel").toStdString());
    auto folder = std::make_shared<std::string>();
    command->add_option("PROJECT", *folder, Terminal::tr("the folder, made exactly there").toStdString())->required();
    command->callback([&act, folder] {
        act = [folder] {
            const auto project = core::createSampleProject(QString::fromStdString(*folder), core::sampleFolder());
            Terminal(false).print(Terminal::tr("Made the sample project \"%1\" in %2.").arg(project->name(), QDir::toNativeSeparators(project->folder())));
            return Done;
        };
    });
}

} // namespace cli
