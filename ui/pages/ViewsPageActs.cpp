// What a person does to views and concepts; each act names its numbers before it takes anything away.
#include "ui/pages/ViewsPage.h"

#include "core/base/Error.h"
#include "core/storage/Editor.h"
#include "ui/Session.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/ConceptTableModel.h"
#include "ui/support/Attempt.h"
#include "ui/support/Numbers.h"

#include <QListView>
#include <QTableView>

#include <algorithm>

namespace ui {

namespace {

bool isUnderWay(const core::VersionRecord& version)
{
    return version.status == core::VersionStatus::Queued || version.status == core::VersionStatus::Running || version.status == core::VersionStatus::Paused;
}

} // namespace

void ViewsPage::newView()
{
    if (m_session.project().isReadOnly())
        return;
    QStringList taken;
    for (const core::ViewRecord& view : m_session.project().views())
        taken.append(view.name);
    auto* dialog = new NewViewDialog(std::move(taken), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { createView(dialog->name(), dialog->type(), dialog->conceptNames()); });
    dialog->open();
}

void ViewsPage::createView(const QString& name, core::ViewType type, const QStringList& concepts)
{
    core::ViewId made;
    const bool done = attempt(this, m_session.ask(), tr("New view"), [&] {
        //: %1: name of a view
        m_session.project().editAndWait(tr("Added view %1").arg(name), [&](core::Editor& editor) {
            made = editor.addView(name, type);
            for (const QString& each : concepts)
                editor.addConcept(made, each);
        });
    });
    if (!done)
        return;
    m_session.setView(made);
    m_viewList->setFocus();
}

void ViewsPage::renameView()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    m_session.ask().text(this, tr("Rename view"), tr("Name of the view"), view->name, [this, view](const QString& given) {
        const QString name = given.trimmed();
        if (name.isEmpty() || name == view->name)
            return;
        attempt(this, m_session.ask(), tr("Rename view"), [&] {
            //: %1: old name, %2: new name
            m_session.project().editAndWait(tr("Renamed view %1 to %2").arg(view->name, name),
                                            [&](core::Editor& editor) { editor.renameView(view->id, name); });
        });
    });
}

void ViewsPage::deleteView()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    const core::Project& project = m_session.project();
    const core::ViewSummary summary = project.summary(view->id);
    const std::vector<core::LibraryModel> library = project.library(view->id);
    int versions = 0;
    for (const core::LibraryModel& model : library) {
        versions += int(model.versions.size());
        if (std::ranges::any_of(model.versions, isUnderWay)) {
            //: %1: name of a view
            m_session.ask().tell(this, tr("Delete view"), tr("A training of \"%1\" is queued or running. Nothing was deleted. Stop it first, then delete the view.").arg(view->name));
            return;
        }
    }
    int annotations = 0;
    for (const auto& answer : summary.answers)
        annotations += answer.second;
    //: %1 name, %2 to %6 numbers
    const QString question = tr("Deleting \"%1\" takes away its concepts (%2), annotations (%3, on %4 annotated images), models (%5) and versions (%6). "
                                "The images and their files stay. This can be undone.")
                                 .arg(view->name, count(qint64(project.concepts(view->id).size())), count(annotations), count(summary.annotated), count(qint64(library.size())), count(versions));
    m_session.ask().choose(this, tr("Delete view"), question, {tr("Delete"), tr("Cancel")}, [this, view](int button) {
        if (button != 0)
            return;
        attempt(this, m_session.ask(), tr("Delete view"), [&] {
            m_session.project().editAndWait(tr("Deleted view %1").arg(view->name), [&](core::Editor& editor) { editor.removeView(view->id); });
        });
        m_viewList->setFocus();
    });
}

void ViewsPage::addConcept()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    m_session.ask().text(this, tr("Add concept"), tr("Name of the concept"), {}, [this, view](const QString& given) {
        const QString name = given.trimmed();
        if (name.isEmpty())
            return;
        core::ConceptId made;
        attempt(this, m_session.ask(), tr("Add concept"), [&] {
            //: %1: name of a concept
            m_session.project().editAndWait(tr("Added %1").arg(name), [&](core::Editor& editor) { made = editor.addConcept(view->id, name); });
        });
        reloadConcepts();
        chooseConcept(m_concepts->rowOf(made));
        m_table->setFocus();
    });
}

void ViewsPage::renameConcept()
{
    const auto record = chosenConcept();
    if (!record || m_session.project().isReadOnly())
        return;
    m_session.ask().text(this, tr("Rename concept"), tr("Name of the concept"), record->name, [this, record](const QString& given) {
        const QString name = given.trimmed();
        if (name.isEmpty() || name == record->name)
            return;
        attempt(this, m_session.ask(), tr("Rename concept"), [&] {
            //: %1: old name, %2: new name
            m_session.project().editAndWait(tr("Renamed %1 to %2").arg(record->name, name),
                                            [&](core::Editor& editor) { editor.renameConcept(record->id, name); });
        });
        m_table->setFocus();
    });
}

void ViewsPage::deleteConcept()
{
    const auto view = chosenView();
    const auto record = chosenConcept();
    if (!view || !record || m_session.project().isReadOnly())
        return;
    const core::Project& project = m_session.project();
    core::ItemFilter filter;
    filter.conceptId = record->id;
    const auto images = qint64(project.itemIds(view->id, filter).size());
    const int annotations = m_concepts->rowAt(m_table->currentIndex().row()).annotations;
    const bool models = !project.library(view->id).empty();
    const QString question =
        //: %1: name of a concept, %2: number of annotations, %3: number of images
        (models ? tr("Deleting \"%1\" takes away %2 annotations on %3 images and begins a new model at the next training. Existing versions stay usable. This can be undone.")
                : tr("Deleting \"%1\" takes away %2 annotations on %3 images. This can be undone."))
            .arg(record->name, count(annotations), count(images));
    m_session.ask().choose(this, tr("Delete concept"), question, {tr("Delete"), tr("Cancel")}, [this, record](int button) {
        if (button != 0)
            return;
        attempt(this, m_session.ask(), tr("Delete concept"), [&] {
            m_session.project().editAndWait(tr("Deleted %1").arg(record->name), [&](core::Editor& editor) { editor.removeConcept(record->id); });
        });
        m_table->setFocus();
    });
}

void ViewsPage::moveConcept(int step)
{
    const auto record = chosenConcept();
    const int position = m_table->currentIndex().row() + step;
    if (record && position >= 0 && position < m_concepts->rowCount())
        placeConcept(record->id, position);
}

void ViewsPage::placeConcept(core::ConceptId conceptId, int position)
{
    if (m_session.project().isReadOnly())
        return;
    const QString name = m_concepts->rowAt(m_concepts->rowOf(conceptId)).record.name;
    attempt(this, m_session.ask(), tr("Move concept"), [&] {
        m_session.project().editAndWait(tr("Moved %1").arg(name), [&](core::Editor& editor) { editor.moveConcept(conceptId, position); });
    });
    reloadConcepts();
    chooseConcept(m_concepts->rowOf(conceptId));
}

} // namespace ui
