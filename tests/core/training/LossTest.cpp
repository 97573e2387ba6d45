#include "core/training/HeadPhase.h"
#include "core/training/losses/ConceptLoss.h"
#include "core/training/losses/DetectionLoss.h"

#include <QtTest>

/// Losses and assignment on numbers small enough to follow by hand.
class LossTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unseenAnswersHaveNoLossAndNoGradient();
    void aSetsLossIsThatOfItsBatchesTogether();
    void overlapsAreThoseOfTheirDefinition_data();
    void overlapsAreThoseOfTheirDefinition();
    void cellsOutsideEveryBoxAreBackground();
    void aBoxBetweenTheCellsIsLearnt_data();
    void aBoxBetweenTheCellsIsLearnt();
    void aSmallBoxKeepsItsFineCell();
    void gapsAndIgnoredRegionsHaveNoNegativeLoss();
    void aBatchWithoutBoxesHasAFiniteLoss();
    void theFittedHeadParts();
    void unseenAnswersDoNotMoveTheFittedHead();
};

namespace {

/// side × side cells of stride 8 that all propose a box of 16 px around their centre.
core::NetworkOutput output(int concepts, int side = 4)
{
    const auto grid = torch::meshgrid({torch::arange(side), torch::arange(side)}, "ij");
    const auto cells = (torch::stack({grid[1], grid[0]}, -1).reshape({-1, 2}).to(torch::kFloat) + 0.5) * 8;
    return {torch::full({1, side * side, concepts}, -1.F).requires_grad_(true), torch::cat({cells - 8, cells + 8}, 1).unsqueeze(0).requires_grad_(true), cells, {}};
}

std::vector<int> assignedCells(const core::Assignment& assigned)
{
    std::vector<int> cells;
    for (int cell = 0; cell < int(assigned.target.size(1)); ++cell) {
        if (assigned.target[0][cell].item<float>() > 0)
            cells.push_back(cell);
    }
    return cells;
}

core::TrueBoxes truth(const torch::Tensor& boxes, int concepts) // [M,4]
{
    const auto count = boxes.size(0);
    return {boxes.unsqueeze(0), torch::zeros({1, count}, torch::kLong), torch::ones({1, count}, torch::kBool), torch::zeros({1, count}, torch::kBool),
        torch::zeros({1, concepts}, torch::kBool)};
}

} // namespace

void LossTest::unseenAnswersHaveNoLossAndNoGradient()
{
    auto logits = torch::tensor({{2.F, -1.F}, {0.5F, 3.F}}).requires_grad_(true);
    const auto loss = core::taggingLoss(logits, torch::tensor({{1.F, -1.F}, {0.F, -1.F}}));
    loss.value().backward();
    QCOMPARE(loss.weight.item<double>(), 2.0);
    QCOMPARE(logits.grad().slice(1, 1, 2).abs().sum().item<double>(), 0.0);
    const auto softened = [](double logit, double target) { return std::log1p(std::exp(-logit)) * target + std::log1p(std::exp(logit)) * (1 - target); };
    QVERIFY(std::abs(loss.value().item<double>() - (softened(2, 0.95) + softened(0.5, 0.05)) / 2) < 1e-6);
}

void LossTest::aSetsLossIsThatOfItsBatchesTogether()
{
    const auto logits = torch::randn({7, 3});
    const auto labels = torch::tensor({0, 1, 2, 2, 1, 0, 1}, torch::kLong);
    const auto all = core::classificationLoss(logits, labels), a = core::classificationLoss(logits.slice(0, 0, 4), labels.slice(0, 0, 4)),
               b = core::classificationLoss(logits.slice(0, 4), labels.slice(0, 4));
    const double together = (a.sum.item<double>() + b.sum.item<double>()) / (a.weight.item<double>() + b.weight.item<double>());
    QVERIFY(std::abs(all.value().item<double>() - together) < 1e-6);
}

void LossTest::overlapsAreThoseOfTheirDefinition_data()
{
    QTest::addColumn<QList<double>>("other");
    QTest::addColumn<double>("iou");
    QTest::addColumn<double>("giou");
    QTest::newRow("same") << QList<double>{0, 0, 10, 10} << 1.0 << 1.0;
    QTest::newRow("half") << QList<double>{0, 0, 10, 5} << 0.5 << 0.5;
    QTest::newRow("corner") << QList<double>{5, 5, 15, 15} << 25.0 / 175 << 25.0 / 175 - 50.0 / 225;
    QTest::newRow("apart") << QList<double>{20, 0, 30, 10} << 0.0 << -100.0 / 300;
}

void LossTest::overlapsAreThoseOfTheirDefinition()
{
    QFETCH(QList<double>, other);
    QFETCH(double, iou);
    QFETCH(double, giou);
    const auto [found, generalised] = core::overlaps(torch::tensor({0.F, 0.F, 10.F, 10.F}), torch::tensor(std::vector<double>(other.begin(), other.end())).to(torch::kFloat));
    QVERIFY(std::abs(found.item<double>() - iou) < 1e-6);
    QVERIFY(std::abs(generalised.item<double>() - giou) < 1e-6);
}

/// Cells outside a box learn nothing of it, though their scores are the highest and their proposals the best: those inside are chosen
/// among themselves, and no more than ten.
void LossTest::cellsOutsideEveryBoxAreBackground()
{
    auto out = output(2, 8);
    const auto proposals = torch::tensor({{10.F, 10.F, 54.F, 54.F}}).expand({1, 64, 4}).contiguous();
    auto few = truth(torch::tensor({{16.F, 16.F, 32.F, 32.F}}), 2), many = truth(torch::tensor({{8.F, 8.F, 48.F, 48.F}}), 2);
    const std::vector<int> four{18, 19, 26, 27};
    QCOMPARE(assignedCells(core::assignTaskAligned(out.logits, proposals, out.cells, few)), four);

    // Of the 25 cells inside, no two are equally good; outside, every one is better than all of them.
    auto logits = torch::full({1, 64, 2}, 6.F);
    auto boxes = torch::tensor({{8.F, 8.F, 48.F, 48.F}}).expand({1, 64, 4}).contiguous();
    std::vector<int> inside, ten;
    for (int cell = 0; cell < 64; ++cell) {
        if (cell % 8 < 1 || cell % 8 > 5 || cell / 8 < 1 || cell / 8 > 5)
            continue;
        inside.push_back(cell);
        logits[0][cell][0] = -2.F + 0.1F * float(cell * 7 % 25);
        boxes[0][cell] = torch::tensor({8.F, 8.F, 48.F, 40.F + 0.2F * float(cell * 11 % 25)});
    }
    QCOMPARE(int(inside.size()), 25);
    const auto goodness = [&](int cell) {
        const double score = 1 / (1 + std::exp(-logits[0][cell][0].item<double>())), overlap = (boxes[0][cell][3].item<double>() - 8) / 40;
        return std::sqrt(score) * std::pow(overlap, 6);
    };
    ten = inside;
    std::ranges::sort(ten, std::greater{}, goodness);
    const double best = goodness(ten.front());
    double largestOverlap = 0;
    ten.resize(10);
    for (const int cell : ten)
        largestOverlap = std::max(largestOverlap, (boxes[0][cell][3].item<double>() - 8) / 40);
    const auto assigned = core::assignTaskAligned(logits, boxes, out.cells, many);
    auto found = assignedCells(assigned);
    for (const int cell : found) // the best reaches for the largest overlap among them, the others in proportion
        QVERIFY(std::abs(assigned.target[0][cell].item<double>() - goodness(cell) / best * largestOverlap) < 1e-4);
    std::ranges::sort(ten);
    QCOMPARE(found, ten);

    out.boxes = proposals.clone().requires_grad_(true);
    core::detectionLoss(out, few).value().backward();
    for (int cell = 0; cell < 64; ++cell) {
        const bool isInside = std::ranges::find(four, cell) != four.end();
        QCOMPARE(out.boxes.grad()[0][cell].abs().sum().item<float>() > 0, isInside); // background draws no box
        if (!isInside)
            QVERIFY(out.logits.grad()[0][cell].min().item<float>() > 0); // and is pushed down
        QVERIFY(out.logits.grad()[0][cell][1].item<float>() > 0); // so is the other concept everywhere
    }
}

void LossTest::aBoxBetweenTheCellsIsLearnt_data()
{
    QTest::addColumn<QList<double>>("box");
    QTest::addColumn<int>("cell");
    QTest::newRow("in the corner between four cells") << QList<double>{6.5, 6.5, 9, 9} << 0;
    QTest::newRow("beside a centre") << QList<double>{13, 5, 16, 8} << 1;
    QTest::newRow("at the border of the picture") << QList<double>{29, 29, 32, 32} << 15;
    QTest::newRow("a thin line") << QList<double>{0, 25, 3, 27} << 12;
}

/// No cell's centre lies inside, and no proposal may overlap it yet: its nearest cell learns it all the same.
void LossTest::aBoxBetweenTheCellsIsLearnt()
{
    QFETCH(QList<double>, box);
    const auto boxes = torch::tensor(std::vector<double>(box.begin(), box.end())).to(torch::kFloat).view({1, 4});
    auto out = output(2);
    for (const auto& proposals : {out.boxes.detach(), out.boxes.detach() + 1000}) {
        const auto assigned = core::assignTaskAligned(out.logits, proposals, out.cells, truth(boxes, 2));
        QTEST(assignedCells(assigned).front(), "cell");
        QCOMPARE(int(assignedCells(assigned).size()), 1);
        QVERIFY(assigned.target.max().item<double>() >= core::smallestTarget);
    }
}

/// The finest level takes it, though the centre of a coarse cell is nearer; and a large box around it leaves it its only cell.
void LossTest::aSmallBoxKeepsItsFineCell()
{
    auto out = output(1);
    out.cells = torch::cat({out.cells, torch::tensor({{8.F, 8.F}})});
    out.boxes = torch::cat({out.boxes, torch::tensor({{0.F, 0.F, 16.F, 16.F}}).unsqueeze(0)}, 1);
    out.logits = torch::full({1, 17, 1}, -1.F);
    const auto steps = torch::cat({torch::full({16}, 8.F), torch::full({1}, 16.F)});
    const auto tiny = torch::tensor({{6.F, 6.F, 7.5F, 7.5F}, {0.F, 0.F, 32.F, 32.F}});
    const auto assigned = core::assignTaskAligned(out.logits, out.boxes, out.cells, truth(tiny, 1), steps);
    QCOMPARE(assigned.box[0][0].item<int64_t>(), 0);
    QVERIFY(assigned.target[0][0].item<double>() >= core::smallestTarget);
    QCOMPARE((assigned.box[0] == 0).logical_and(assigned.target[0] > 0).sum().item<int64_t>(), 1);
    QVERIFY((assigned.box[0] == 1).logical_and(assigned.target[0] > 0).sum().item<int64_t>() > 5);
}

void LossTest::gapsAndIgnoredRegionsHaveNoNegativeLoss()
{
    auto out = output(2);
    auto boxes = truth(torch::tensor({{0.F, 0.F, 16.F, 16.F}, {16.F, 16.F, 32.F, 32.F}}), 2);
    boxes.valid[0][1] = false;
    boxes.ignore[0][1] = true;
    boxes.gaps[0][1] = true;
    core::detectionLoss(out, boxes).value().backward();
    const auto gradient = out.logits.grad()[0]; // [A,K]
    QCOMPARE(gradient.slice(1, 1, 2).abs().sum().item<double>(), 0.0);     // concept 1 was not looked at
    QCOMPARE(gradient[15][0].item<float>(), 0.F);                            // in the ignored region
    QVERIFY(gradient[3][0].item<float>() > 0);                               // plain background is pushed down
}

void LossTest::aBatchWithoutBoxesHasAFiniteLoss()
{
    auto out = output(1);
    auto boxes = truth(torch::zeros({1, 4}), 1);
    boxes.valid.fill_(false);
    const auto loss = core::detectionLoss(out, boxes).value();
    loss.backward();
    QVERIFY(std::isfinite(loss.item<double>()));
    QVERIFY(torch::isfinite(out.logits.grad()).all().item<bool>());
}

void LossTest::theFittedHeadParts()
{
    torch::manual_seed(1);
    const auto labels = torch::arange(60) % 3;
    const auto features = torch::randn({60, 8}) * 0.3 + torch::one_hot(labels, 8) * 2 + 5;
    int iterations = 0;
    const auto head = core::fitHead(core::ViewType::Classification, features, labels, 3, [&](int iteration, double) {
        iterations = iteration;
        return true;
    });
    const auto logits = torch::addmm(head.bias, features, head.weight.t());
    QCOMPARE(logits.argmax(1).eq(labels).sum().item<int64_t>(), 60);
    QVERIFY(iterations > 3 && iterations <= 60);
    QVERIFY(std::abs(core::classificationLoss(logits, labels).value().item<double>() - head.loss) < 1e-2);
}

void LossTest::unseenAnswersDoNotMoveTheFittedHead()
{
    torch::manual_seed(2);
    const auto features = torch::randn({20, 4});
    auto answers = torch::rand({20, 2}).round();
    answers.slice(0, 10).slice(1, 1, 2).fill_(-1);
    const auto head = core::fitHead(core::ViewType::Tagging, features, answers, 2);
    auto fewer = core::fitHead(core::ViewType::Tagging, features, torch::cat({answers.slice(1, 0, 1), torch::full({20, 1}, -1.F)}, 1), 2);
    QVERIFY(head.weight[1].abs().sum().item<double>() > 0.01);
    QVERIFY(fewer.weight[1].abs().sum().item<double>() < 1e-6);
}

QTEST_GUILESS_MAIN(LossTest)
#include "LossTest.moc"
