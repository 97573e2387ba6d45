#include "ui/support/Application.h"

#include "ui/support/Attempt.h"

#include <QFileOpenEvent>

namespace ui {

Application::Application(int& argc, char** argv) : QApplication(argc, argv) {}

bool Application::notify(QObject* receiver, QEvent* event)
{
    bool wasTaken = false;
    const std::optional<QString> failure = failureOf(QStringLiteral("event"), [&] { wasTaken = QApplication::notify(receiver, event); });
    if (failure) // later: whoever listens must not be called in the middle of a painting
        QMetaObject::invokeMethod(this, [this, sentence = *failure] { Q_EMIT failed(sentence); }, Qt::QueuedConnection);
    return wasTaken;
}

bool Application::event(QEvent* event)
{
    if (event->type() != QEvent::FileOpen)
        return QApplication::event(event);
    const auto* open = static_cast<QFileOpenEvent*>(event);
    const QString path = open->url().isLocalFile() ? open->url().toLocalFile() : open->file();
    if (!path.isEmpty())
        Q_EMIT openRequested({path});
    return true;
}

} // namespace ui
