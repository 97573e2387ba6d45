#include "core/dataset/SplitDealer.h"

#include <QCryptographicHash>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace core;

namespace {

QByteArray sha(int i)
{
    return QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
}

std::vector<SplitCandidate> images(int count, int concepts)
{
    std::vector<SplitCandidate> candidates;
    for (int i = 0; i < count; ++i)
        candidates.push_back({sha(i), concepts > 0 ? std::vector{i % concepts} : std::vector<int>{}, {}});
    return candidates;
}

int number(const std::vector<Split>& splits, Split split)
{
    return int(std::ranges::count(splits, split));
}

} // namespace

class SplitDealerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesAreMet_data();
    void sharesAreMet();
    void equalBytesNeverPart();
    void groupsNeverPart();
    void everyConceptIsSharedOut();
    void rareConceptReachesBothSplits();
    void seedDecidesAndRepeats();
    void orderOfTheInputDoesNotMatter();
    void aGroupFollowsItsMembers_data();
    void aGroupFollowsItsMembers();
    void fixedImagesCountForTheBalance();
};

void SplitDealerTest::sharesAreMet_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("train");
    QTest::addColumn<double>("validation");
    QTest::addColumn<double>("test");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("no images") << 0 << 0.8 << 0.2 << 0.0 << QList<int>{0, 0, 0};
    QTest::newRow("one image trains") << 1 << 0.8 << 0.2 << 0.0 << QList<int>{1, 0, 0};
    QTest::newRow("two") << 2 << 0.8 << 0.2 << 0.0 << QList<int>{1, 1, 0};
    QTest::newRow("five") << 5 << 0.8 << 0.2 << 0.0 << QList<int>{4, 1, 0};
    QTest::newRow("usual") << 100 << 0.8 << 0.2 << 0.0 << QList<int>{80, 20, 0};
    QTest::newRow("three") << 100 << 0.8 << 0.1 << 0.1 << QList<int>{80, 10, 10};
    QTest::newRow("shares are scaled") << 100 << 4.0 << 1.0 << 0.0 << QList<int>{80, 20, 0};
    QTest::newRow("no validation") << 10 << 1.0 << 0.0 << 0.0 << QList<int>{10, 0, 0};
}

void SplitDealerTest::sharesAreMet()
{
    QFETCH(int, count);
    QFETCH(double, train);
    QFETCH(double, validation);
    QFETCH(double, test);
    const auto splits = dealSplits(images(count, 0), {train, validation, test}, 7);
    QCOMPARE(int(splits.size()), count);
    QTEST((QList<int>{number(splits, Split::Train), number(splits, Split::Validation), number(splits, Split::Test)}), "expected");
}

void SplitDealerTest::equalBytesNeverPart()
{
    for (quint64 seed = 1; seed <= 10; ++seed) {
        auto candidates = images(200, 3);
        for (int pair = 0; pair < 4; ++pair) // other names, equal bytes
            candidates[size_t(150 + pair)].sha256 = candidates[size_t(pair * 7)].sha256;
        const auto splits = dealSplits(candidates, {0.8, 0.1, 0.1}, seed);
        QMap<QByteArray, Split> splitOf;
        for (size_t i = 0; i < splits.size(); ++i) {
            QVERIFY(splits[i] != Split::Unassigned);
            QCOMPARE(splitOf.value(candidates[i].sha256, splits[i]), splits[i]);
            splitOf.insert(candidates[i].sha256, splits[i]);
        }
    }
}

void SplitDealerTest::groupsNeverPart()
{
    for (quint64 seed = 1; seed <= 10; ++seed) {
        auto candidates = images(200, 3);
        for (size_t i = 0; i < 60; ++i) // three films of 20 frames
            candidates[3 * i].group = QByteArray::number(int(i / 20));
        candidates[199].sha256 = candidates[0].sha256; // a copy of a frame goes with its film
        candidates[60 * 3].group = "kept";             // in the project already, for validation
        candidates[60 * 3].fixed = Split::Validation;
        candidates[60 * 3].frozen = true;
        candidates[61 * 3].group = "kept";
        const auto splits = dealSplits(candidates, {0.8, 0.2, 0}, seed);
        for (size_t i = 0; i < 60; ++i)
            QCOMPARE(splits[3 * i], splits[3 * (i / 20 * 20)]);
        QCOMPARE(splits[199], splits[0]);
        QCOMPARE(splits[61 * 3], Split::Validation);
        QVERIFY(number(splits, Split::Validation) >= 30); // films do not take all of it
    }
}

void SplitDealerTest::everyConceptIsSharedOut()
{
    for (quint64 seed = 1; seed <= 5; ++seed) {
        const auto candidates = images(400, 4);
        const auto splits = dealSplits(candidates, {0.8, 0.2, 0}, seed);
        for (int id = 0; id < 4; ++id) {
            int validation = 0;
            for (size_t i = 0; i < splits.size(); ++i)
                validation += candidates[i].concepts.front() == id && splits[i] == Split::Validation;
            QVERIFY2(std::abs(validation - 20) <= 1, qPrintable(QString::number(validation)));
        }
    }
}

void SplitDealerTest::rareConceptReachesBothSplits()
{
    auto candidates = images(500, 1);
    for (int i = 0; i < 5; ++i)
        candidates[size_t(i * 90)].concepts = {0, 1};
    for (quint64 seed = 1; seed <= 10; ++seed) {
        const auto splits = dealSplits(candidates, {0.8, 0.2, 0}, seed);
        int validation = 0;
        for (int i = 0; i < 5; ++i)
            validation += splits[size_t(i * 90)] == Split::Validation;
        QVERIFY2(validation >= 1 && validation <= 2, qPrintable(QString::number(validation)));
    }
}

void SplitDealerTest::seedDecidesAndRepeats()
{
    const auto candidates = images(100, 2);
    QVERIFY(dealSplits(candidates, {}, 1) == dealSplits(candidates, {}, 1));
    QVERIFY(dealSplits(candidates, {}, 1) != dealSplits(candidates, {}, 2));
}

void SplitDealerTest::orderOfTheInputDoesNotMatter()
{
    auto candidates = images(60, 2);
    auto splits = dealSplits(candidates, {}, 3);
    std::ranges::reverse(candidates);
    std::ranges::reverse(splits);
    QVERIFY(dealSplits(candidates, {}, 3) == splits);
}

void SplitDealerTest::aGroupFollowsItsMembers_data()
{
    // Three pictures of equal bytes: what source or project says of the first two, what all get.
    using Fixed = QList<int>; // split, or -1; then frozen 0 or 1
    QTest::addColumn<Fixed>("first");
    QTest::addColumn<Fixed>("second");
    QTest::addColumn<QList<int>>("expected");
    const int train = int(Split::Train);
    const int val = int(Split::Validation);
    const int test = int(Split::Test);
    QTest::newRow("source gives one") << Fixed{val, 0} << Fixed{-1, 0} << QList<int>{val, val, val};
    QTest::newRow("source parts them: train") << Fixed{val, 0} << Fixed{test, 0} << QList<int>{train, train, train};
    QTest::newRow("the project's image decides") << Fixed{val, 1} << Fixed{train, 0} << QList<int>{val, val, val};
    QTest::newRow("parted in the project: stay, new one trains") << Fixed{val, 1} << Fixed{test, 1} << QList<int>{val, test, train};
}

void SplitDealerTest::aGroupFollowsItsMembers()
{
    QFETCH(QList<int>, first);
    QFETCH(QList<int>, second);
    const auto candidate = [](const QList<int>& fixed) {
        return SplitCandidate{sha(1), {0}, fixed[0] < 0 ? std::nullopt : std::optional(Split(fixed[0])), fixed[1] == 1};
    };
    const auto splits = dealSplits({candidate(first), candidate(second), candidate({-1, 0})}, {}, 1);
    QTEST((QList<int>{int(splits[0]), int(splits[1]), int(splits[2])}), "expected");
}

void SplitDealerTest::fixedImagesCountForTheBalance()
{
    auto candidates = images(100, 0);
    for (int i = 0; i < 50; ++i) {
        candidates[size_t(i)].fixed = Split::Train;
        candidates[size_t(i)].frozen = true;
    }
    const auto splits = dealSplits(candidates, {0.8, 0.2, 0}, 1);
    QCOMPARE(number(splits, Split::Train), 80);
    QCOMPARE(number(splits, Split::Validation), 20);
}

QTEST_APPLESS_MAIN(SplitDealerTest)
#include "SplitDealerTest.moc"
