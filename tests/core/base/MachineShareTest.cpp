#include "core/base/MachineShare.h"
#include "core/base/Memory.h"
#include "core/base/Parallel.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using core::MachineShare;

/// What a person lets the program take is kept, bounded, and obeyed.
class MachineShareTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
        QCoreApplication::setApplicationName(QStringLiteral("MachineShareTest"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        QSettings().clear();
        core::setMachineShare({});
    }

    void nothingStoredIsTheDefault() { QCOMPARE(core::storedMachineShare(), MachineShare()); }

    void whatIsStoredComesBack()
    {
        const MachineShare share{.device = QStringLiteral("cuda:1"), .threads = 3, .memoryPercent = 55, .thumbnailGigabytes = 7, .pixelGigabytes = 12};
        core::storeMachineShare(share);
        QCOMPARE(core::storedMachineShare(), share);
    }

    void wordsWhereNumbersBelongAreTheDefault()
    {
        QSettings().setValue(QStringLiteral("machine/threads"), QStringLiteral("many"));
        QCOMPARE(core::storedMachineShare().threads, 0);
    }

    void valuesStayInTheirRange_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("memory");
        QTest::addColumn<int>("wantedThreads");
        QTest::addColumn<int>("wantedMemory");
        QTest::newRow("inside") << 2 << 60 << 2 << 60;
        QTest::newRow("below") << -4 << 0 << 0 << 30;
        QTest::newRow("above") << 5000 << 400 << 1024 << 100;
    }
    void valuesStayInTheirRange()
    {
        QFETCH(int, threads);
        QFETCH(int, memory);
        core::setMachineShare({.threads = threads, .memoryPercent = memory});
        QTEST(core::machineShare().threads, "wantedThreads");
        QTEST(core::machineShare().memoryPercent, "wantedMemory");
    }

    void theShareHoldsWhereNobodySaysANumber()
    {
        QCOMPARE(core::threadsFor(0), QThread::idealThreadCount());
        core::setMachineShare({.threads = 3});
        QCOMPARE(core::threadsFor(0), 3);
        QCOMPARE(core::threadsFor(5), 5);
    }

    void workIsDoneByNoMoreThreadsThanTheShare()
    {
        core::setMachineShare({.threads = 1});
        std::atomic_int working = 0, most = 0;
        core::forEachIndex(8, 0, [&](qint64) {
            const int now = ++working;
            most = std::max(most.load(), now);
            QThread::msleep(2);
            --working;
        });
        QCOMPARE(most.load(), 1);
    }

    void aSmallerShareFillsLessMemory()
    {
        QVERIFY(core::installedMemory() >= core::availableMemory());
        core::setMachineShare({.memoryPercent = 100});
        const qint64 all = core::memoryToFill();
        QVERIFY(all > 0);
        QVERIFY(all <= core::installedMemory() / 2);
        core::setMachineShare({.memoryPercent = 30});
        const qint64 little = core::memoryToFill();
        QVERIFY(little >= 0);
        QVERIFY2(little <= core::installedMemory() / 100 * 30, "never more than the share in all");
        QVERIFY(little <= all + (64 << 20)); // what is free moves meanwhile
    }
};

QTEST_GUILESS_MAIN(MachineShareTest)
#include "MachineShareTest.moc"
