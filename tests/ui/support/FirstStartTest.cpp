#include "ui/support/FirstStart.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using ui::FirstStart;

class FirstStartTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString address() const
    {
#ifdef Q_OS_UNIX
        return m_folder->filePath(QStringLiteral("studio"));
#else
        return QStringLiteral("oriel-first-start-test-") + QFileInfo(m_folder->path()).fileName();
#endif
    }

    /// Another start, as a program of its own would make it: it waits while this thread runs its event loop.
    static bool startedElsewhere(const QString& address, const QStringList& paths)
    {
        bool wasTaken = false;
        const std::unique_ptr<QThread> other(QThread::create([&] { wasTaken = FirstStart(address).handOver(paths); }));
        other->start();
        while (!QTest::qWaitFor([&] { return other->isFinished(); }, 100)) {}
        return wasTaken;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theFirstTakesWhatTheSecondWasAskedToOpen_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("nothing: it is raised") << QStringList();
        QTest::newRow("a project") << QStringList{QStringLiteral("/home/ada/Blood cells.oriel/project.orielproj")};
        QTest::newRow("odd names") << QStringList{QStringLiteral("/tmp/ä\n\"b\"/日本"), QStringLiteral("/tmp/c")};
        QTest::newRow("many") << QStringList(2000, QStringLiteral("/home/ada/pictures/0001.jpg"));
    }

    void theFirstTakesWhatTheSecondWasAskedToOpen()
    {
        QFETCH(QStringList, paths);
        FirstStart first(address());
        QSignalSpy asked(&first, &FirstStart::openRequested);
        QVERIFY(!first.handOver({}));
        QVERIFY(startedElsewhere(address(), paths));
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toStringList(), paths);
        QVERIFY(startedElsewhere(address(), paths)); // it goes on listening
        QTRY_COMPARE(asked.size(), 2);
    }

    void aFirstThatHasEndedIsNoFirst()
    {
        {
            FirstStart ended(address());
            QVERIFY(!ended.handOver({}));
        }
        FirstStart next(address());
        QVERIFY(!next.handOver({}));
        QVERIFY(startedElsewhere(address(), {}));
    }

#ifdef Q_OS_UNIX
    void whatAKilledOneLeftIsNoObstacle()
    {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        qstrncpy(name.sun_path, QFile::encodeName(address()).constData(), sizeof name.sun_path);
        const int left = socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(bind(left, reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
        close(left);
        QVERIFY(QFileInfo::exists(address()));
        FirstStart next(address());
        QVERIFY(!next.handOver({}));
        QVERIFY(startedElsewhere(address(), {}));
    }

    void nobodyElseMayAsk()
    {
        FirstStart first(address());
        QVERIFY(!first.handOver({}));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(address()).permissions() & others, QFile::Permissions());
    }

    void whereNothingCanBeWrittenItStartsByItself()
    {
        FirstStart start(QStringLiteral("/nowhere/at/all"));
        QVERIFY(!start.handOver({}));
    }
#endif

    void aBusyOneIsToldNothing()
    {
        FirstStart busy(address());
        QSignalSpy asked(&busy, &FirstStart::openRequested);
        QVERIFY(!busy.handOver({}));
        QElapsedTimer clock;
        clock.start();
        FirstStart second(address());
        QVERIFY(!second.handOver({QStringLiteral("/a")})); // in this thread: the first one's event loop stands meanwhile
        QVERIFY(clock.elapsed() < 3 * FirstStart::patience);
        QTest::qWait(100); // what is done cannot be waited for by its signal: none must come
        QVERIFY(asked.isEmpty());
    }

    void whatIsNoStudioIsNotWaitedFor()
    {
        QLocalServer stranger;
        QVERIFY(stranger.listen(address()));
        connect(&stranger, &QLocalServer::newConnection, this, [&] { stranger.nextPendingConnection()->write("hello\n"); });
        QVERIFY(!startedElsewhere(address(), {}));
    }

    void nonsenseIsNotOpened_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("open /etc/passwd\n");
        QTest::newRow("no paths") << QByteArray("{\"token\":\"a\"}\n");
        QTest::newRow("endless") << QByteArray(2'000'000, 'a');
    }

    void nonsenseIsNotOpened()
    {
        QFETCH(QByteArray, bytes);
        FirstStart first(address());
        QSignalSpy asked(&first, &FirstStart::openRequested);
        QVERIFY(!first.handOver({}));
        QLocalSocket visitor;
        visitor.connectToServer(address());
        QVERIFY(visitor.waitForConnected());
        visitor.write(bytes);
        QTRY_COMPARE(visitor.state(), QLocalSocket::UnconnectedState); // it is shown the door
        QVERIFY(asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FirstStartTest)
#include "FirstStartTest.moc"
