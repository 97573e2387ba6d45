#include "core/project/SampleProject.h"

#include "core/base/Shipped.h"
#include "core/project/ImportRun.h"
#include "core/project/Project.h"
#include "core/project/SampleVersions.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("SampleProject", sentence);
}

/// Also what an update or a move of the program would take away must stay with the project. What is trained goes elsewhere.
void copyPictures(const QString& from, const QString& to)
{
    QDirIterator walk(from, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString source = walk.next();
        if (source.startsWith(from + QStringLiteral("/versions/")) || source.endsWith(QStringLiteral(".py")))
            continue;
        const QString target = to + source.mid(from.size());
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(source, target))
            throw Error(text(QT_TRANSLATE_NOOP("SampleProject", "The sample's pictures cannot be copied to “%1”. Is the disk full? "
                "Delete that folder and try again elsewhere.")).arg(to));
        QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner); // an installed sample may be read-only
    }
}

void importInto(Project& project, const QString& source, const QString& format, const QString& view, ViewType type)
{
    ImportOptions options;
    options.sources = {source};
    options.source.format = format;
    options.viewName = view;
    options.type = type;
    ReadImport import{options, project.splitSeed(), readSources(options.sources, options.source, {})};
    writeImport(project, import, {});
}

} // namespace

QString sampleFolder()
{
    QStringList places{qEnvironmentVariable("ORIEL_SAMPLE")};
    places += shippedPlaces(QStringLiteral("sample"));
#ifdef ORIEL_SAMPLE_DIR
    places += QStringLiteral(ORIEL_SAMPLE_DIR);
#endif
    for (const QString& place : places)
        if (!place.isEmpty() && QFileInfo::exists(place + QStringLiteral("/tags.csv")))
            return QDir::cleanPath(QDir(place).absolutePath());
    return {};
}

std::unique_ptr<Project> createSampleProject(const QString& folder, const QString& sampleSource)
{
    if (sampleSource.isEmpty() || !QFileInfo(sampleSource).isDir())
        throw Error(text(QT_TRANSLATE_NOOP("SampleProject", "The sample's pictures were not found beside the program. Install it again, or begin with pictures of your own.")));
    auto project = Project::create(folder, text(QT_TRANSLATE_NOOP("SampleProject", "Blood cells")));
    const QString pictures = project->folder() + QStringLiteral("/pictures");
    copyPictures(QDir::cleanPath(sampleSource), pictures);
    importInto(*project, pictures, QStringLiteral("voc"), text(QT_TRANSLATE_NOOP("SampleProject", "Cells")), ViewType::Detection);
    importInto(*project, pictures + QStringLiteral("/tags.csv"), QStringLiteral("csv"), text(QT_TRANSLATE_NOOP("SampleProject", "Slides")), ViewType::Tagging);
    addSampleVersions(*project, QDir::cleanPath(sampleSource) + QStringLiteral("/versions"));
    return project;
}

} // namespace core
