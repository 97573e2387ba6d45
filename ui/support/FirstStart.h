#pragma once

#include <QObject>
#include <QStringList>

class QLocalServer;
class QLocalSocket;

namespace ui {

/// One studio for each person, screen and set of settings. A start that finds another one running hands over what it was asked to
/// open and ends; the first window comes to the front. They talk through a local socket that only this person can reach.
///
/// The first one greets whoever connects, and only then is it told what to open. So one that does not answer within the patience
/// (it is busy, or it hangs) is told nothing, and the new start opens a window of its own.
class FirstStart final : public QObject {
    Q_OBJECT
public:
    static constexpr int patience = 1000; // ms that a start waits for the first one

    /// `address`: of the socket; a file's path on Unix, a name elsewhere.
    explicit FirstStart(const QString& address = addressHere(), QObject* parent = nullptr);

    /// True: a running studio has taken `paths` (absolute; none: it just comes to the front), and this start has nothing left to do.
    /// False: this start is the first one, or has to go on by itself. A socket that a killed studio left is replaced. Waits for at
    /// most twice the patience.
    bool handOver(const QStringList& paths);

    /// The address for this person, screen and settings.
    static QString addressHere();

Q_SIGNALS:
    void openRequested(const QStringList& paths); // another start wants these opened, and the window seen

private:
    void greet(QLocalSocket* visitor);
    void listenTo(QLocalSocket* visitor);

    QString m_address;
    QLocalServer* m_server;
};

} // namespace ui
