#include "core/base/Parallel.h"

#include <QTest>

#include <atomic>
#include <new>
#include <vector>

using namespace core;

class ParallelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIndexComesOnce()
    {
        std::vector<std::atomic_int> seen(1000);
        QVERIFY(forEachIndex(1000, 4, [&](qint64 i) { ++seen[size_t(i)]; }));
        for (const auto& count : seen)
            QCOMPARE(int(count), 1);
        QVERIFY(forEachIndex(0, 4, [](qint64) { QFAIL("called for nothing"); }));
    }

    void whatAHelperThrowsComesBack()
    {
        for (const int threads : {1, 4})
            QVERIFY_EXCEPTION_THROWN(forEachIndex(100, threads, [](qint64 i) {
                if (i == 50)
                    throw std::bad_alloc();
            }), std::bad_alloc);
    }

    void cancelLeavesTheRest()
    {
        std::atomic_int done = 0;
        QVERIFY(!forEachIndex(1000, 2, [&](qint64) { ++done; }, [&] { return done >= 5; }));
        QVERIFY(done < 10);
    }
};

QTEST_GUILESS_MAIN(ParallelTest)
#include "ParallelTest.moc"
