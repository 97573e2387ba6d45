#include "ui/models/RunCurves.h"

#include <QTest>

#include <algorithm>
#include <cmath>

class RunCurvesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decimationKeepsExtremesAndEnds();
    void shortListsStayAsTheyAre();
    void smoothingFollowsTheBatches();
    void batchesThatAreNoNumberLeaveNoPoint();
    void planEqualsTheSchedule();
    void memorising_data();
    void memorising();
};

void RunCurvesTest::decimationKeepsExtremesAndEnds()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 100000; ++i)
        points.emplace_back(i / 5000.0, std::sin(i * 0.37) * 0.1 + 1);
    points[12345].setY(9);   // a spike of one batch
    points[54321].setY(-3);

    const auto drawn = ui::decimated(points, 0, 20, 400);

    QVERIFY2(drawn.size() <= 802, qPrintable(QString::number(drawn.size())));
    QVERIFY(std::ranges::count(drawn, points[12345]) == 1);
    QVERIFY(std::ranges::count(drawn, points[54321]) == 1);
    QCOMPARE(drawn.front(), points.front());
    QCOMPARE(drawn.back(), points.back());
    QVERIFY(std::ranges::is_sorted(drawn, {}, [](const QPointF& p) { return p.x(); }));
}

void RunCurvesTest::shortListsStayAsTheyAre()
{
    const std::vector<QPointF> points = {{0, 1}, {1, 5}, {2, 3}};
    QCOMPARE(ui::decimated(points, 0, 2, 100), points);
}

void RunCurvesTest::smoothingFollowsTheBatches()
{
    core::TrainingSpec spec;
    spec.epochs = 2;
    ui::RunCurves curves;
    curves.begin(spec);
    const std::vector<core::BatchMetrics> batches = {{1, 1, 0.5, 4, 1e-3}, {1, 2, 1.0, 2, 2e-3}};
    curves.append(std::span(batches).first(1));
    curves.append(std::span(batches).subspan(1)); // in pieces, as they come
    QCOMPARE(curves.smoothLoss.size(), size_t(2));
    QCOMPARE(curves.smoothLoss[0], QPointF(0.5, 4)); // the first is not drawn toward zero
    // Weights 0.4·0.6 and 0.4, so (0.24·4 + 0.4·2) / 0.64
    QVERIFY(std::abs(curves.smoothLoss[1].y() - 2.75) < 1e-9);
    QCOMPARE(curves.learningRate, (std::vector<QPointF> {{0, 1e-3}, {0.5, 2e-3}})); // each from where the one before ended
    QCOMPARE(curves.position(), 1.0);
}

void RunCurvesTest::batchesThatAreNoNumberLeaveNoPoint()
{
    ui::RunCurves curves;
    curves.begin({.epochs = 1});
    const std::vector<core::BatchMetrics> batches = {{1, 1, 0.1, std::nan(""), 1e-3}, {1, 2, 0.2, 1, 1e-3}};
    curves.append(batches);
    QCOMPARE(curves.batchLoss, (std::vector<QPointF> {{0.2, 1}}));
}

void RunCurvesTest::planEqualsTheSchedule()
{
    core::TrainingSpec spec;
    spec.epochs = 10;
    spec.learningRate = 1e-3;
    spec.schedule = core::Schedule::ThreeSteps;
    ui::RunCurves curves;
    curves.begin(spec);
    QCOMPARE(curves.planned.front().x(), 0.0);
    QCOMPARE(curves.planned.back().x(), 10.0);
    for (const auto& point : curves.planned)
        QCOMPARE(point.y(), spec.learningRate * core::scheduleFactor(spec, point.x() / 10));
}

void RunCurvesTest::memorising_data()
{
    using Losses = std::vector<std::pair<double, double>>; // training, validation
    QTest::addColumn<std::vector<std::pair<double, double>>>("losses");
    QTest::addColumn<int>("since");
    QTest::newRow("all falls") << Losses {{5, 5}, {4, 4}, {3, 3}, {2, 2}} << -1;
    QTest::newRow("two epochs are not enough") << Losses {{5, 3}, {4, 2}, {3, 3}, {2, 4}} << -1;
    QTest::newRow("three epochs") << Losses {{5, 3}, {4, 2}, {3, 3}, {2, 4}, {1, 5}} << 3;
    QTest::newRow("training loss rises too") << Losses {{5, 3}, {4, 2}, {3, 3}, {4, 4}, {1, 5}} << -1;
    QTest::newRow("over again") << Losses {{5, 2}, {4, 3}, {3, 4}, {2, 5}, {1, 1}} << -1;
    QTest::newRow("nothing yet") << Losses {} << -1;
}

void RunCurvesTest::memorising()
{
    using Losses = std::vector<std::pair<double, double>>;
    QFETCH(Losses, losses);
    QFETCH(int, since);
    std::vector<core::EpochMetrics> epochs;
    for (const auto& [train, validation] : losses)
        epochs.push_back({.epoch = int(epochs.size()) + 1, .trainLoss = train, .valLoss = validation});
    QCOMPARE(ui::memorisingSince(epochs).value_or(-1), since);
}

QTEST_GUILESS_MAIN(RunCurvesTest)
#include "RunCurvesTest.moc"
