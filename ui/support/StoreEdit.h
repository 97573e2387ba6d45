#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace core {
class Editor;
}

namespace ui {

class Session;

/// Queues an edit as one step of the history and returns at once. When it is stored, `done` follows; when it is not, a message says
/// why. Neither comes when `parent` is gone by then.
/// `doing`: the title of that message; `title`: of the step in the history.
void storeEdit(Session& session, QWidget* parent, const QString& doing, const QString& title, std::function<void(core::Editor&)> act, std::function<void()> done = {});

} // namespace ui
