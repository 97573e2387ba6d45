#pragma once

#include <QApplication>

namespace ui {

/// The application of the studio. Nothing that a slot, a painting or a model throws ends the program: Qt calls all of them for an
/// event, and what leaves the handling of an event is caught here, told, and the rest goes on. Acts of a person and readings of a
/// page are guarded where they are (attempt(), Session::read()), since only there it is known what else has to be done.
class Application final : public QApplication {
    Q_OBJECT
public:
    Application(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    void openRequested(const QStringList& paths); // by the system: on macOS a double click comes as an event
    void failed(const QString& sentence); // what was caught, in words for a person

protected:
    bool event(QEvent* event) override;
};

} // namespace ui
