#include "ui/dialogs/AddConcept.h"

#include "core/project/Project.h"
#include "ui/Session.h"

#include <QCoreApplication>
#include <QWidget>

#include <memory>

namespace ui {

namespace {

using Done = std::function<void(core::ConceptId)>;

void store(Session& session, QWidget* parent, core::ViewId view, const QString& name, core::OldAnswers old, const Done& done)
{
    const auto made = std::make_shared<core::ConceptId>();
    //: %1: name of a concept
    session.project().editThen(QCoreApplication::translate("ui::AddConcept", "Added %1").arg(name), [view, name, old, made](core::Editor& editor) { *made = editor.addConcept(view, name, old); }, parent,
                               [&session, parent, made, done](const QString& failure) {
                                   if (!failure.isEmpty())
                                       session.ask().tell(parent, QCoreApplication::translate("ui::AddConcept", "Add concept"), failure);
                                   done(failure.isEmpty() ? *made : core::ConceptId{});
                               });
}

} // namespace

void addConcept(Session& session, QWidget* parent, core::ViewId view, const QString& name, Done done)
{
    const std::optional<core::ViewRecord> record = session.project().view(view);
    const core::ViewSummary summary = session.project().summary(view);
    const int annotated = summary.annotated + summary.partly;
    // A classification names one concept an image: a new one is simply none of them.
    if (!record || record->type == core::ViewType::Classification || annotated == 0) {
        store(session, parent, view, name, core::OldAnswers::NotLookedAt, done);
        return;
    }
    //: %1: name of a concept, %Ln: number of annotated images
    const QString question = QCoreApplication::translate("ui::AddConcept", "\"%1\" is new. Do the %Ln annotated pictures have it?", nullptr, annotated).arg(name);
    session.ask().choose(parent, QCoreApplication::translate("ui::AddConcept", "Add concept"), question, {QCoreApplication::translate("ui::AddConcept", "Not looked at yet"), QCoreApplication::translate("ui::AddConcept", "None of them has it"), QCoreApplication::translate("ui::AddConcept", "Cancel")},
                         [&session, parent, view, name, done](int answer) {
                             if (answer != 0 && answer != 1) {
                                 done({});
                                 return;
                             }
                             store(session, parent, view, name, answer == 0 ? core::OldAnswers::NotLookedAt : core::OldAnswers::NoneHasIt, done);
                         });
}

} // namespace ui
