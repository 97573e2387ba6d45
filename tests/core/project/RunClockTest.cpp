#include "core/project/RunClock.h"

#include <QtTest>

#include <cmath>

using core::RunClock;
using core::StepState;
using core::TrainingStep;

namespace {

core::TrainingSpec spec()
{
    core::TrainingSpec spec;
    spec.epochs = 4;
    spec.batchSize = 10;
    return spec; // with 100 pictures: 10 iterations an epoch
}

/// One second an iteration, five for the validation. Returns the time at which the epoch is over.
double epoch(RunClock& clock, int number, double now)
{
    for (int i = 1; i <= 10; ++i)
        clock.batch({.epoch = number, .iteration = (number - 1) * 10 + i}, now += 1);
    clock.epoch({.epoch = number}, now += 5);
    return now;
}

} // namespace

class RunClockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKnownBeforeTheFirstBatches();
    void earlierRunsAreUsedUntilItHasItsOwnPace();
    void timeLeftFollowsTheMeasuredPace();
    void theShareNeverFallsAndEndsAtOne();
};

void RunClockTest::nothingIsKnownBeforeTheFirstBatches()
{
    RunClock clock(spec(), 100, 50, {});
    QCOMPARE(clock.secondsLeft(3), -1.0);
    QCOMPARE(clock.share(3), 0.0);
    clock.batch({.epoch = 0, .iteration = 1}, 4); // the head phase has another pace
    clock.batch({.epoch = 0, .iteration = 2}, 5);
    QCOMPARE(clock.secondsLeft(5), -1.0);
}

void RunClockTest::earlierRunsAreUsedUntilItHasItsOwnPace()
{
    RunClock clock(spec(), 100, 50, 80.0);
    QCOMPARE(clock.secondsLeft(20), 60.0);
    QCOMPARE(clock.share(20), 0.25);
    QCOMPARE(clock.secondsLeft(90), -1.0); // that was too little, so nothing is known
}

void RunClockTest::timeLeftFollowsTheMeasuredPace()
{
    RunClock clock(spec(), 100, 50, 1000.0);
    clock.step({.step = TrainingStep::Train, .state = StepState::Running}, 0);
    double now = epoch(clock, 1, 0);
    // three epochs of 10 s and their validations, and the evaluation of the best
    QVERIFY(std::abs(clock.secondsLeft(now) - (30 + 4 * 5)) < 1e-9);
    now = epoch(clock, 2, now);
    QVERIFY(std::abs(clock.secondsLeft(now) - (20 + 3 * 5)) < 1e-9);
    clock.batch({.epoch = 3, .iteration = 21}, now + 1);
    QVERIFY(std::abs(clock.secondsLeft(now + 1) - (19 + 3 * 5)) < 1e-9);
}

void RunClockTest::theShareNeverFallsAndEndsAtOne()
{
    RunClock clock(spec(), 100, 50, 20.0); // far too hopeful
    clock.step({.step = TrainingStep::Train, .state = StepState::Running}, 0);
    double now = 0;
    double last = clock.share(15);
    for (int number = 1; number <= 4; ++number) {
        now = epoch(clock, number, now);
        QVERIFY(clock.share(now) >= last);
        last = clock.share(now);
    }
    clock.step({.step = TrainingStep::Save, .state = StepState::Done}, now);
    QCOMPARE(clock.secondsLeft(now), 0.0);
    QCOMPARE(clock.share(now), 1.0);
}

QTEST_GUILESS_MAIN(RunClockTest)
#include "RunClockTest.moc"
