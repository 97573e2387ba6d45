#include "core/base/Job.h"

#include "core/base/Error.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using core::Job;

class JobTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsExactlyOnce_data();
    void endsExactlyOnce();
    void reportsArriveInOrderOnTheJobsThreadBeforeTheEnd();
    void reportsAreThrottledButTheLastOfAStepComes();
    void cancelIsReadByTheWorkAndResetAtStart();
    void destructorCancelsAndWaits();
    void canStartAgainFromItsOwnEnd();
};

void JobTest::endsExactlyOnce_data()
{
    QTest::addColumn<int>("thrown"); // 0 nothing, 1 core::Error, 2 std with torch's stack trace, 3 something else
    QTest::addColumn<QString>("message");
    QTest::newRow("good") << 0 << QString();
    QTest::newRow("error") << 1 << QStringLiteral("The disk is full: «é».");
    QTest::newRow("stack trace is cut") << 2 << QStringLiteral("shapes differ");
    QTest::newRow("not an exception") << 3 << QStringLiteral("The work ended with an error that has no description.");
}

void JobTest::endsExactlyOnce()
{
    QFETCH(int, thrown);
    Job job;
    QSignalSpy finished(&job, &Job::finished);
    QSignalSpy failed(&job, &Job::failed);
    job.start([thrown] {
        switch (thrown) {
        case 1: throw core::Error(QStringLiteral("The disk is full: «é»."));
        case 2: throw std::runtime_error("shapes differ\nException raised from add at x.cpp:1 (most recent call first):\nframe #0");
        case 3: throw 7;
        default: break;
        }
    });
    QVERIFY(job.isRunning());
    QTRY_VERIFY(!job.isRunning());
    QCOMPARE(finished.size() + failed.size(), 1);
    if (thrown != 0)
        QTEST(failed.first().first().toString(), "message");
    QTest::qWait(20);
    QCOMPARE(finished.size() + failed.size(), 1);
}

void JobTest::reportsArriveInOrderOnTheJobsThreadBeforeTheEnd()
{
    Job job;
    QList<int> seen;
    bool rightThread = true;
    QSignalSpy finished(&job, &Job::finished);
    job.start([&] {
        for (int i = 0; i < 100; ++i)
            job.post([&, i] {
                seen << i;
                rightThread &= QThread::currentThread() == job.thread();
            });
    });
    QVERIFY(finished.wait());
    QVERIFY(rightThread);
    QCOMPARE(seen.size(), 100);
    QVERIFY(std::ranges::is_sorted(seen));
}

void JobTest::reportsAreThrottledButTheLastOfAStepComes()
{
    Job job;
    QSignalSpy progressed(&job, &Job::progressed);
    QSignalSpy finished(&job, &Job::finished);
    job.start([&job] {
        for (int i = 1; i <= 5000; ++i)
            job.report({.step = QStringLiteral("Reading"), .done = i, .total = 5000});
    });
    QVERIFY(finished.wait());
    QVERIFY(progressed.size() < 500);
    QCOMPARE(progressed.last().first().value<core::Progress>().done, 5000);
}

void JobTest::cancelIsReadByTheWorkAndResetAtStart()
{
    Job job;
    QSignalSpy finished(&job, &Job::finished);
    const auto untilCanceled = [&job] {
        while (!job.isCanceled())
            QThread::yieldCurrentThread();
    };
    for (int run = 0; run < 2; ++run) {
        job.start(untilCanceled);
        QVERIFY(!job.isCanceled());
        job.cancel();
        QVERIFY(finished.wait());
    }
    QCOMPARE(finished.size(), 2);
}

void JobTest::destructorCancelsAndWaits()
{
    std::atomic_bool ended = false;
    {
        Job job;
        job.start([&] {
            while (!job.isCanceled())
                QThread::yieldCurrentThread();
            ended = true;
        });
    }
    QVERIFY(ended);
}

void JobTest::canStartAgainFromItsOwnEnd()
{
    Job job;
    int runs = 0;
    connect(&job, &Job::finished, &job, [&] {
        if (++runs < 3)
            job.start([] {});
    });
    job.start([] {});
    QTRY_COMPARE(runs, 3);
}

QTEST_GUILESS_MAIN(JobTest)
#include "JobTest.moc"
