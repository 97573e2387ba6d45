// What a person does to views and concepts; each act names its numbers before it takes anything away.
#include "ui/pages/ViewsPage.h"

#include "core/storage/Editor.h"
#include "ui/Session.h"
#include "ui/dialogs/AddConcept.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/ConceptTableModel.h"
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

/// Does an edit behind the window; `done` follows when it is stored, a message when it is not.
void ViewsPage::perform(const QString& doing, const QString& title, std::function<void(core::Editor&)> act, std::function<void()> done)
{
    m_session.project().editThen(title, std::move(act), this, [this, doing, done = std::move(done)](const QString& failure) {
        if (!failure.isEmpty())
            m_session.ask().tell(this, doing, failure);
        else if (done)
            done();
    });
}

void ViewsPage::newView()
{
    addView(m_session, this, [this](core::ViewId) { m_viewList->setFocus(); });
}

void ViewsPage::renameView()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    const QString doing = tr("Rename view");
    m_session.ask().text(this, doing, tr("Name of the view"), view->name, [this, doing, view = *view](const QString& answer) {
        const QString name = answer.trimmed();
        if (name.isEmpty() || name == view.name)
            return;
        //: %1: old name, %2: new name
        perform(doing, tr("Renamed view %1 to %2").arg(view.name, name), [id = view.id, name](core::Editor& editor) { editor.renameView(id, name); });
    });
}

void ViewsPage::deleteView()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    const core::Project& project = m_session.project();
    const core::ViewSummary summary = project.summary(view->id);
    const auto library = project.library(view->id);
    const QString doing = tr("Delete view");
    int versions = 0;
    for (const auto& model : library) {
        versions += int(model.versions.size());
        if (std::ranges::any_of(model.versions, isUnderWay)) {
            //: %1: name of a view
            m_session.ask().tell(this, doing, tr("A training of \"%1\" is queued or running. Nothing was deleted. Stop it first, then delete the view.").arg(view->name));
            return;
        }
    }
    int annotations = 0;
    for (const auto& answer : summary.answers)
        annotations += answer.second;
    //: %1 name, %2 to %6 numbers
    const QString question = tr("Deleting \"%1\" takes away its concepts (%2), annotations (%3, on %4 annotated images), models (%5) and versions (%6). "
                                "The images and their files stay. This can be undone.")
                                 .arg(view->name, count(qint64(project.concepts(view->id).size())), count(annotations), count(summary.annotated + summary.partly),
                                      count(qint64(library.size())), count(versions));
    m_session.ask().choose(this, doing, question, {tr("Delete"), tr("Cancel")}, [this, doing, view = *view](int answer) {
        if (answer == 0)
            perform(doing, tr("Deleted view %1").arg(view.name), [id = view.id](core::Editor& editor) { editor.removeView(id); }, [this] { m_viewList->setFocus(); });
    });
}

void ViewsPage::addConcept()
{
    const auto view = chosenView();
    if (!view || m_session.project().isReadOnly())
        return;
    m_session.ask().text(this, tr("Add concept"), tr("Name of the concept"), {}, [this, view = view->id](const QString& answer) {
        const QString name = answer.trimmed();
        if (name.isEmpty())
            return;
        ui::addConcept(m_session, this, view, name, [this](core::ConceptId made) {
            reloadConcepts();
            if (made.isValid())
                chooseConcept(m_concepts->rowOf(made));
            m_table->setFocus();
        });
    });
}

void ViewsPage::renameConcept()
{
    const auto record = chosenConcept();
    if (!record || m_session.project().isReadOnly())
        return;
    const QString doing = tr("Rename concept");
    m_session.ask().text(this, doing, tr("Name of the concept"), record->name, [this, doing, record = *record](const QString& answer) {
        const QString name = answer.trimmed();
        m_table->setFocus();
        if (name.isEmpty() || name == record.name)
            return;
        //: %1: old name, %2: new name
        perform(doing, tr("Renamed %1 to %2").arg(record.name, name), [id = record.id, name](core::Editor& editor) { editor.renameConcept(id, name); });
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
    const QString doing = tr("Delete concept");
    const QString question =
        //: %1: name of a concept, %2: number of annotations, %3: number of images
        (models ? tr("Deleting \"%1\" takes away %2 annotations on %3 images and begins a new model at the next training. Existing versions stay usable. This can be undone.")
                : tr("Deleting \"%1\" takes away %2 annotations on %3 images. This can be undone."))
            .arg(record->name, count(annotations), count(images));
    m_session.ask().choose(this, doing, question, {tr("Delete"), tr("Cancel")}, [this, doing, record = *record](int answer) {
        m_table->setFocus();
        if (answer == 0)
            perform(doing, tr("Deleted %1").arg(record.name), [id = record.id](core::Editor& editor) { editor.removeConcept(id); });
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
    m_concepts->move(m_concepts->rowOf(conceptId), position); // shown at once, so that the next step starts from there
    chooseConcept(position);
    const QString name = m_concepts->rowAt(position).record.name;
    perform(tr("Move concept"), tr("Moved %1").arg(name), [conceptId, position](core::Editor& editor) { editor.moveConcept(conceptId, position); });
}

} // namespace ui
