#include "ui/support/FirstStart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace ui {

namespace {

constexpr qint64 longestRequest = 1'000'000; // bytes
const QByteArray greeting = "oriel-studio 1\n";
const QByteArray thanks = "taken\n";

// With these a desktop allows the window to come to the front: it was a click of the person that asked for it.
constexpr const char* activationToken = "XDG_ACTIVATION_TOKEN";

/// A line from the other side; empty when none came within what is left of `patience` since `clock` began.
QByteArray lineFrom(QLocalSocket& socket, const QElapsedTimer& clock, int patience)
{
    while (!socket.canReadLine()) {
        const auto left = int(std::max<qint64>(0, patience - clock.elapsed()));
        if (left == 0 || socket.bytesAvailable() > longestRequest || !socket.waitForReadyRead(left))
            return {};
    }
    return socket.readLine();
}

QByteArray requestFor(const QStringList& paths)
{
    const QJsonObject request{{QStringLiteral("paths"), QJsonArray::fromStringList(paths)},
                              {QStringLiteral("token"), qEnvironmentVariable(activationToken)}};
    return QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
}

void letTheFirstComeToTheFront()
{
#ifdef Q_OS_WIN
    AllowSetForegroundWindow(ASFW_ANY); // the start has this right, the running window has not
#endif
}

} // namespace

FirstStart::FirstStart(const QString& address, QObject* parent) : QObject(parent), m_address(address), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* visitor = m_server->nextPendingConnection())
            greet(visitor);
    });
}

QString FirstStart::addressHere()
{
    const QStringList place{QDir::homePath(), QSettings().fileName(), qEnvironmentVariable("WAYLAND_DISPLAY"), qEnvironmentVariable("DISPLAY")};
    const QByteArray hash = QCryptographicHash::hash(place.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const QString name = QStringLiteral("oriel-studio-") + QLatin1String(hash);
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // A folder that is this person's alone. On macOS it is deep, and an address must be short; the temporary folder is their own there.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!folder.isEmpty())
        return folder + QLatin1Char('/') + name;
#endif
    return name;
}

bool FirstStart::handOver(const QStringList& paths)
{
    // Two starts at the same moment: only one of them may find nobody and take the address.
    QLockFile lock((QDir::isAbsolutePath(m_address) ? m_address : QDir::temp().filePath(m_address)) + QStringLiteral(".lock"));
    static_cast<void>(lock.tryLock(patience)); // where it cannot be taken, two windows are better than none
    QElapsedTimer clock;
    clock.start();
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(patience)) {
        if (socket.error() == QLocalSocket::ServerNotFoundError || socket.error() == QLocalSocket::ConnectionRefusedError) {
            QLocalServer::removeServer(m_address); // left by a studio that was killed
            m_server->listen(m_address);            // where that fails, a second start opens a window of its own
        }
        return false;
    }
    lock.unlock();
    if (lineFrom(socket, clock, patience) != greeting)
        return false;
    letTheFirstComeToTheFront();
    socket.write(requestFor(paths));
    socket.flush();
    clock.start();
    lineFrom(socket, clock, patience); // it has the request in any case; leaving earlier could cost it on Windows
    return true;
}

void FirstStart::greet(QLocalSocket* visitor)
{
    visitor->setParent(this);
    connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
    connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { listenTo(visitor); });
    visitor->write(greeting);
    visitor->flush();
}

void FirstStart::listenTo(QLocalSocket* visitor)
{
    if (!visitor->canReadLine()) {
        if (visitor->bytesAvailable() > longestRequest)
            visitor->abort();
        return;
    }
    const QJsonObject request = QJsonDocument::fromJson(visitor->readLine(longestRequest)).object();
    visitor->write(thanks);
    visitor->disconnectFromServer();
    if (!request.value(QLatin1String("paths")).isArray())
        return;
    QStringList paths;
    for (const QJsonValue& path : request.value(QLatin1String("paths")).toArray())
        paths << path.toString();
    if (const QString token = request.value(QLatin1String("token")).toString(); !token.isEmpty())
        qputenv(activationToken, token.toUtf8()); // Qt looks for it there when a window is activated
    Q_EMIT openRequested(paths);
}

} // namespace ui
