#pragma once

#include "ui/support/Ask.h"

#include <functional>

class QWidget;

namespace ui {

/// Does `action`; if it fails, tells the person why and returns false. No exception may reach Qt's event loop, so every slot
/// that calls core goes through here. `doing`: the act that may fail, the title of the message.
bool attempt(QWidget* parent, const Ask& ask, const QString& doing, const std::function<void()>& action);

} // namespace ui
