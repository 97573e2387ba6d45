#include "core/evaluation/EvaluationReport.h"
#include "core/evaluation/Lrp.h"
#include "core/evaluation/Thresholds.h"

#include <QtTest>

#include <cmath>

using core::BoxMatch;
using core::ScoredTruth;

Q_DECLARE_METATYPE(std::vector<core::ScoredTruth>)
Q_DECLARE_METATYPE(std::vector<core::BoxMatch>)

namespace {

BoxMatch found(double score, double overlap) { return {.truth = 0, .score = score, .overlap = overlap}; }
BoxMatch wrong(double score) { return {.score = score}; }
BoxMatch ignored(double score) { return {.truth = 0, .score = score, .overlap = 0.9, .ignored = true}; }

} // namespace

class ThresholdsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bestF1_data();
    void bestF1();
    void bestLrp_data();
    void bestLrp();
    void lrpErrorByHand_data();
    void lrpErrorByHand();
    void classificationTakesTheHighest();
    void unseenAnswersAreLeftOut();
};

void ThresholdsTest::bestF1_data()
{
    QTest::addColumn<std::vector<ScoredTruth>>("answers");
    QTest::addColumn<double>("threshold");

    using Answers = std::vector<ScoredTruth>;
    QTest::newRow("parted cleanly: half-way") << Answers{{0.2, false}, {0.9, true}, {0.7, true}, {0.4, false}} << 0.55;
    QTest::newRow("all count: half of the lowest") << Answers{{0.9, true}, {0.6, true}} << 0.3;
    // F1 of the first one 1.0·0.5 → 2/3, of two 0.5 → 0.5, of three 2·2/(3+2) = 0.8
    QTest::newRow("one wrong one between") << Answers{{0.9, true}, {0.8, false}, {0.6, true}, {0.2, false}} << 0.4;
    QTest::newRow("equal scores go together") << Answers{{0.9, true}, {0.5, true}, {0.5, false}, {0.1, false}} << 0.3;
    QTest::newRow("first of equally good ones") << Answers{{0.8, true}, {0.6, false}, {0.4, false}, {0.2, true}} << 0.7;
    QTest::newRow("no positive") << Answers{{0.9, false}} << 0.5;
    QTest::newRow("nothing") << Answers{} << 0.5;
}

void ThresholdsTest::bestF1()
{
    QFETCH(std::vector<ScoredTruth>, answers);
    QFETCH(double, threshold);
    QVERIFY(std::abs(core::thresholdOfBestF1(answers) - threshold) < 1e-12);
}

void ThresholdsTest::bestLrp_data()
{
    QTest::addColumn<std::vector<BoxMatch>>("matches");
    QTest::addColumn<int>("support");
    QTest::addColumn<double>("threshold");

    using Matches = std::vector<BoxMatch>;
    QTest::newRow("false ones are cut off") << Matches{found(0.9, 0.9), found(0.7, 0.8), wrong(0.3), wrong(0.2)} << 2 << 0.5;
    // one found: (0.2 + 1)/2 = 0.6; with the wrong one 2.2/3 = 0.73; with the second found (0.2+0.2+1)/3 = 0.47
    QTest::newRow("a wrong one is taken along") << Matches{found(0.9, 0.9), wrong(0.8), found(0.4, 0.9)} << 2 << 0.2;
    // the second box would be just found and cost more than missing it: (0.2 + 1)/2 = 0.6, then (0.2 + 0.98 + 1)/3 = 0.73
    QTest::newRow("badly placed boxes do not pay") << Matches{found(0.9, 0.9), wrong(0.5), found(0.5, 0.51)} << 2 << 0.7;
    QTest::newRow("ignored ones do not matter") << Matches{found(0.8, 0.9), ignored(0.6), wrong(0.4)} << 1 << 0.7;
    QTest::newRow("nothing found") << Matches{wrong(0.9)} << 3 << 0.5;
    QTest::newRow("nothing to find") << Matches{wrong(0.9)} << 0 << 0.5;
}

void ThresholdsTest::bestLrp()
{
    QFETCH(std::vector<BoxMatch>, matches);
    QFETCH(int, support);
    QFETCH(double, threshold);
    QVERIFY(std::abs(core::thresholdOfBestLrp(matches, support) - threshold) < 1e-12);
}

void ThresholdsTest::lrpErrorByHand_data()
{
    QTest::addColumn<std::vector<BoxMatch>>("matches");
    QTest::addColumn<int>("support");
    QTest::addColumn<double>("error");

    using Matches = std::vector<BoxMatch>;
    QTest::newRow("perfect") << Matches{found(0.9, 1), found(0.8, 1)} << 2 << 0.0;
    QTest::newRow("placed at 0.75") << Matches{found(0.9, 0.75)} << 1 << 0.5;
    QTest::newRow("one of each") << Matches{found(0.9, 0.75), wrong(0.8)} << 2 << 2.5 / 3; // (0.25/0.5 + 1 + 1)/3
    QTest::newRow("below the threshold") << Matches{found(0.9, 1), found(0.4, 1)} << 2 << 0.5;
    QTest::newRow("all missed") << Matches{} << 4 << 1.0;
    QTest::newRow("all wrong") << Matches{wrong(0.9)} << 0 << 1.0;
}

void ThresholdsTest::lrpErrorByHand()
{
    QFETCH(std::vector<BoxMatch>, matches);
    QFETCH(int, support);
    QFETCH(double, error);
    QVERIFY(std::abs(*core::countBoxes(matches, support, 0.5).lrpError() - error) < 1e-12);
}

void ThresholdsTest::classificationTakesTheHighest()
{
    const std::vector<core::Example> examples{{.label = 0}};
    QCOMPARE(core::chooseThresholds(core::ViewType::Classification, 2, examples, {{.scores = {0.2, 0.8}}}), (std::vector<double>{0, 0}));
}

void ThresholdsTest::unseenAnswersAreLeftOut()
{
    const std::vector<core::Example> examples{{.answers = {1}}, {.answers = {-1}}, {.answers = {0}}};
    const std::vector<core::Prediction> predictions{{.scores = {0.9}}, {.scores = {0.85}}, {.scores = {0.3}}};
    QCOMPARE(core::chooseThresholds(core::ViewType::Tagging, 1, examples, predictions).front(), 0.6);
}

QTEST_GUILESS_MAIN(ThresholdsTest)
#include "ThresholdsTest.moc"
