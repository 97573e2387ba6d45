#include "ui/support/Attempt.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace ui {

namespace {
Q_LOGGING_CATEGORY(logUi, "oriel.ui")
}

std::optional<QString> failureOf(const QString& doing, const std::function<void()>& action)
{
    try {
        action();
        return std::nullopt;
    } catch (const core::Error& error) {
        return error.message();
    } catch (const std::exception& error) {
        // Not meant for a person: the words go to the log, the window says what it knows.
        qCWarning(logUi, "%s: %s", qPrintable(doing), error.what());
    } catch (...) { // of a library that throws something else
        qCWarning(logUi, "%s: unknown exception", qPrintable(doing));
    }
    return QCoreApplication::translate("ui::attempt", "This could not be done because of an unexpected problem. Your project is unharmed. The log holds the details.");
}

bool attempt(QWidget* parent, const Ask& ask, const QString& doing, const std::function<void()>& action)
{
    const std::optional<QString> failure = failureOf(doing, action);
    if (failure)
        ask.tell(parent, doing, *failure);
    return !failure;
}

} // namespace ui
