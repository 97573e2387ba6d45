#include "ui/dialogs/EndTraining.h"

#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/support/Attempt.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EndTraining)
};

bool isRunning(const Session& session, core::VersionId version)
{
    const core::LiveRun* run = session.trainings().running();
    return run && run->version == version;
}

} // namespace

void stopTraining(QWidget* parent, Session& session, core::VersionId version, const std::function<void()>& stopping)
{
    if (!isRunning(session, version))
        return;
    const auto stop = [parent, alive = QPointer<Session>(&session), version, stopping] {
        if (!alive || !isRunning(*alive, version))
            return; // it ended while the question stood
        attempt(parent, alive->ask(), Texts::tr("Stop training"), [&] { alive->trainings().stop(version); });
        if (stopping)
            stopping();
    };
    const core::LiveRun* run = session.trainings().running();
    if (!run->epochs.empty()) {
        stop();
        return;
    }
    const QString text = Texts::tr("No epoch of \"%1\" has ended, so there is nothing to keep yet. Stop it all the same?").arg(run->name);
    session.ask().choose(parent, Texts::tr("Stop training"), text, {Texts::tr("Stop"), Texts::tr("Cancel")}, [stop](int button) {
        if (button == 0)
            stop();
    });
}

void removeWaiting(QWidget* parent, Session& session, const std::vector<core::VersionId>& versions)
{
    QStringList names;
    for (const core::VersionId version : versions) {
        if (const core::LiveRun* run = session.trainings().run(version))
            names << run->name;
    }
    if (names.isEmpty())
        return;
    const QString text = Texts::tr("%Ln training(s) that have not begun leave the queue and the Library: %1. Images and annotations stay.", nullptr, int(names.size()))
                             .arg(names.join(QStringLiteral(", ")));
    session.ask().choose(parent, Texts::tr("Remove from the queue"), text, {Texts::tr("Remove"), Texts::tr("Cancel")}, [alive = QPointer<Session>(&session), versions](int button) {
        if (button != 0 || !alive)
            return;
        const std::vector<core::VersionId> waiting = alive->trainings().waiting();
        for (const core::VersionId version : versions) {
            if (std::ranges::find(waiting, version) != waiting.end()) // it may have begun meanwhile
                alive->trainings().remove(version);
        }
    });
}

} // namespace ui
