#include "core/project/FreezeTraining.h"

#include "core/base/Error.h"
#include "core/base/OwnFiles.h"
#include "core/dataset/TrainingSelection.h"
#include "core/project/ProjectFolder.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/RunFile.h"
#include "core/storage/VersionRepository.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>
#include <QDir>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("TrainingQueue", sentence);
}

/// A version folder that is taken away again unless the version was stored.
class NewFolder {
public:
    NewFolder(const QString& project, const QString& path) : m_project(project), m_path(path)
    {
        if (!OwnFiles::makeFolder(project, path))
            throw Error(text(QT_TRANSLATE_NOOP("TrainingQueue", "The folder %1 cannot be made, so the training was not started. Nothing else was changed. "
                                                                "Look whether the project's disk has room and can be written."))
                            .arg(QDir::toNativeSeparators(path)));
    }
    ~NewFolder()
    {
        if (!m_isKept)
            OwnFiles::remove(m_project, m_path);
    }
    void keep() { m_isKept = true; }

private:
    QString m_project, m_path;
    bool m_isKept = false;
};

std::vector<FrozenConcept> frozen(const TrainingSelection& selection)
{
    std::vector<FrozenConcept> concepts;
    for (const auto& living : selection.concepts)
        concepts.push_back({.uuid = living.uuid, .name = living.name, .threshold = selection.view.type == ViewType::Classification ? 0.0 : 0.5});
    return concepts;
}

TrainingSelection selectionOf(const Database& database, ViewId id)
{
    const ViewRepository views(database);
    const auto view = views.find(id);
    if (!view)
        throw Error(text(QT_TRANSLATE_NOOP("TrainingQueue", "The view is no longer in the project, so the training was not started. Nothing was changed.")));
    auto selection = selectForTraining(*view, views.concepts(id), AnnotationRepository(database).allItems(id));
    for (const auto& finding : selection.findings()) {
        if (finding.level == SelectionFinding::Level::Error)
            throw Error(finding.text);
    }
    return selection;
}

} // namespace

VersionRecord freezeTraining(const Database& database, ViewId view, const QString& wantedName, const TrainingSpec& wanted)
{
    const auto name = validName(wantedName);
    const auto selection = selectionOf(database, view);
    auto spec = wanted;
    spec.type = selection.view.type;
    validate(spec);
    const VersionRepository versions(database);
    if (versions.byName(name))
        throw Error(text(QT_TRANSLATE_NOOP("TrainingQueue", "A version is called \"%1\" already. Nothing was changed; choose another name.")).arg(name));

    VersionRecord version{.uuid = QUuid::createUuid(), .view = view, .name = name, .status = VersionStatus::Queued, .architecture = spec.architecture,
                          .spec = toJson(spec), .concepts = frozen(selection), .dataRevision = selection.dataRevision,
                          .itemsTrain = int(selection.train.size()), .itemsValidation = int(selection.validation.size()),
                          .created = QDateTime::currentDateTimeUtc()};
    const auto path = ProjectFolder::versionPath(database.folder(), version.uuid);
    NewFolder folder(database.folder(), path);
    RunFile(path, RunFile::Mode::Create).freeze(selection.train, selection.validation, selection.test);
    version.model = versions.modelFor(selection.view, selection.concepts);
    version.id = versions.add(version);
    folder.keep();
    return version;
}

} // namespace core
