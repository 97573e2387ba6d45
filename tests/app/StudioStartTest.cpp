#include "app/studio/Arguments.h"
#include "core/project/Project.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The studio as a program: what it does with what it is started with.
class StudioStartTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString project(const QString& name) const
    {
        const QString folder = m_folder->filePath(name);
        core::Project::create(folder, name);
        return folder;
    }

    std::unique_ptr<QProcess> studio(const QStringList& arguments) const
    {
        auto program = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(place), m_folder->path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program->setProcessEnvironment(environment);
        program->setWorkingDirectory(m_folder->path());
        program->start(QStringLiteral(ORIEL_STUDIO_PROGRAM), arguments);
        return program;
    }

    /// A program that writes to a project holds its lock.
    static bool isOpen(const QString& project) { return QFile::exists(project + QStringLiteral("/lock")); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void argumentsAreUnderstood_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<bool>("newWindow");
        const QString here = QDir::currentPath();
        QTest::newRow("none") << QStringList() << QStringList() << false;
        QTest::newRow("relative") << QStringList{QStringLiteral("a b/project.orielproj")} << QStringList{here + QStringLiteral("/a b/project.orielproj")} << false;
        QTest::newRow("several") << QStringList{QStringLiteral("/a"), QStringLiteral("/b")} << QStringList{QStringLiteral("/a"), QStringLiteral("/b")} << false;
        QTest::newRow("address") << QStringList{QStringLiteral("file:///a%20b/c")} << QStringList{QStringLiteral("/a b/c")} << false;
        QTest::newRow("new window") << QStringList{QStringLiteral("--new-window"), QStringLiteral("/a")} << QStringList{QStringLiteral("/a")} << true;
        QTest::newRow("named like an option") << QStringList{QStringLiteral("--"), QStringLiteral("--new-window")} << QStringList{here + QStringLiteral("/--new-window")} << false;
    }

    void argumentsAreUnderstood()
    {
        QFETCH(QStringList, given);
        const Arguments arguments = argumentsFrom(given);
        QTEST(arguments.paths, "paths");
        QTEST(arguments.wantsNewWindow, "newWindow");
    }

    void tellsItsVersionWithoutAScreen()
    {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("none of the kind"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(ORIEL_STUDIO_PROGRAM), {QStringLiteral("--version")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput(), QByteArray("oriel-studio " ORIEL_VERSION "\n"));
    }

    void theProjectFileOpensItsProject()
    {
        const QString folder = project(QStringLiteral("Blood cells.oriel"));
        const auto program = studio({folder + QStringLiteral("/project.orielproj")});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(folder), 20'000);
        program->kill();
        program->waitForFinished();
    }

    void aSecondStartOpensInTheFirstWindow()
    {
        const QString one = project(QStringLiteral("one")), two = project(QStringLiteral("two"));
        const auto first = studio({one});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(one), 20'000);
        const auto second = studio({QStringLiteral("two/project.orielproj")});
        QVERIFY(second->waitForFinished(20'000));
        QCOMPARE(second->exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(two), 20'000);
        QTRY_VERIFY(!isOpen(one)); // it went out of the same window
        QCOMPARE(first->state(), QProcess::Running);
        first->kill();
        first->waitForFinished();
    }

    void aKilledStudioIsNoObstacle()
    {
        const QString one = project(QStringLiteral("one"));
        const auto killed = studio({one});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(one), 20'000);
        killed->kill();
        killed->waitForFinished();
        const QString two = project(QStringLiteral("two"));
        const auto next = studio({two});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(two), 20'000);
        next->kill();
        next->waitForFinished();
    }

    void aWindowOfItsOwnOnWish()
    {
        const QString one = project(QStringLiteral("one")), two = project(QStringLiteral("two"));
        const auto first = studio({one});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(one), 20'000);
        const auto second = studio({QStringLiteral("--new-window"), two});
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(two), 20'000);
        QVERIFY(isOpen(one));
        for (const auto& program : {first.get(), second.get()}) {
            program->kill();
            program->waitForFinished();
        }
    }
};

QTEST_GUILESS_MAIN(StudioStartTest)
#include "StudioStartTest.moc"
