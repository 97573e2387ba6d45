#pragma once

#include "ui/support/Ask.h"

#include <functional>
#include <optional>

class QWidget;

namespace ui {

/// Does `action`; what it throws comes back as a sentence for the person, and words that are not meant for one go to the log.
/// Absent: it was done. The one place of the window that catches. `doing`: the act, for the log.
std::optional<QString> failureOf(const QString& doing, const std::function<void()>& action);

/// Does `action`; if it fails, tells the person why and returns false. For what a person asked for; what a page reads by itself is
/// guarded by Session::read(), and what neither of them guards ends in Application::notify(). `doing`: the title of the message.
bool attempt(QWidget* parent, const Ask& ask, const QString& doing, const std::function<void()>& action);

} // namespace ui
