#include "core/training/Keeper.h"

#include <QTemporaryDir>
#include <QtTest>

using Values = QList<double>; // of the deciding number, epoch by epoch; below 0: it does not exist

/// Which epoch is kept, by what its number says.
class KeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestIsKept_data();
    void theBestIsKept();
};

void KeeperTest::theBestIsKept_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("isDecided");
    QTest::newRow("the highest") << Values{0.3, 0.5, 0.4} << 1 << true;
    QTest::newRow("the earliest on a tie") << Values{0.5, 0.5} << 0 << true;
    QTest::newRow("zero is a number") << Values{0, 0} << 0 << true;
    QTest::newRow("never a number: the last") << Values{-1, -1, -1} << 2 << false;
    QTest::newRow("a number is better than none") << Values{-1, 0, -1} << 1 << true;
    QTest::newRow("an epoch without it does not replace a best") << Values{0.3, -1, 0.2} << 0 << true;
    QTest::newRow("but a better one after it does") << Values{0.3, -1, 0.4} << 2 << true;
    QTest::newRow("not a number is none") << Values{std::nan(""), std::nan("")} << 1 << false;
}

void KeeperTest::theBestIsKept()
{
    QFETCH(Values, values);
    for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection}) {
        const QTemporaryDir folder;
        core::Keeper keeper(type, folder.path());
        torch::nn::Linear network(1, 1);
        for (int epoch = 0; epoch < int(values.size()); ++epoch) {
            const auto value = values[epoch] < 0 ? std::nullopt : std::optional(values[epoch]);
            core::Judgement judgement;
            (type == core::ViewType::Classification ? judgement.metrics.accuracy : judgement.metrics.map) = value;
            (type == core::ViewType::Classification ? judgement.metrics.map : judgement.metrics.accuracy) = 1 - 0.1 * epoch; // decides nothing
            keeper.offer(*network, epoch, judgement, epoch);
        }
        QTEST(keeper.kept().epoch, "kept");
        QTEST(keeper.isDecided(), "isDecided");
        QCOMPARE(keeper.kept().seconds, double(keeper.kept().epoch));
    }
}

QTEST_GUILESS_MAIN(KeeperTest)
#include "KeeperTest.moc"
