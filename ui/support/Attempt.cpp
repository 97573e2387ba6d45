#include "ui/support/Attempt.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace ui {

namespace {
Q_LOGGING_CATEGORY(logUi, "oriel.ui")
}

bool attempt(QWidget* parent, const Ask& ask, const QString& doing, const std::function<void()>& action)
{
    QString message;
    try {
        action();
        return true;
    } catch (const core::Error& error) {
        message = error.message();
    } catch (const std::exception& error) {
        // Not meant for a person: the words go to the log, the window says what it knows.
        qCWarning(logUi, "%s: %s", qPrintable(doing), error.what());
        message = QCoreApplication::translate("ui::attempt", "This could not be done because of an unexpected problem. Your project is unharmed. The log holds the details.");
    }
    ask.tell(parent, doing, message);
    return false;
}

} // namespace ui
