#include "ui/support/StoreEdit.h"

#include "core/project/Project.h"
#include "ui/Session.h"

#include <QWidget>

namespace ui {

void storeEdit(Session& session, QWidget* parent, const QString& doing, const QString& title, std::function<void(core::Editor&)> act, std::function<void()> done)
{
    session.project().editThen(title, std::move(act), parent, [&session, parent, doing, done = std::move(done)](const QString& failure) {
        if (!failure.isEmpty())
            session.ask().tell(parent, doing, failure);
        else if (done)
            done();
    });
}

} // namespace ui
