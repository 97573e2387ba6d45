#include "ui/widgets/MetricChart.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QAccessible>
#include <QTest>

#include <cmath>

using ui::ChartLine;
using ui::MetricChart;

class MetricChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHundredThousandPointsStayCheap();
    void valueIsThatOfTheLastPoint_data();
    void valueIsThatOfTheLastPoint();
    void cursorReadsTheNearestPointOfEachLine();
    void arrowKeysMoveTheCursor();
    void reasonStandsInPlaceOfTheCurves();
    void describesItselfToScreenReaders();
};

void MetricChartTest::aHundredThousandPointsStayCheap()
{
    MetricChart chart(QStringLiteral("Loss"), MetricChart::Unit::Number);
    chart.resize(600, 240);
    chart.show();
    std::vector<QPointF> points;
    for (int i = 0; i < 100000; ++i)
        points.emplace_back(i / 5000.0, std::exp(-i / 30000.0) + 0.2 * std::sin(i * 1.7));
    QElapsedTimer timer;
    timer.start();
    chart.setLines({{{}, points, ChartLine::Part::Raw}, {QStringLiteral("smooth"), points, ChartLine::Part::First}}, 20);
    const auto elapsed = timer.elapsed();
    QVERIFY2(chart.drawnPoints() > 400 && chart.drawnPoints() <= 4 * 602, qPrintable(QString::number(chart.drawnPoints())));
    // Charts are redrawn at most four times a second; the machine may be busy.
    QVERIFY2(elapsed < 250, qPrintable(QStringLiteral("%1 ms").arg(elapsed)));
    QCOMPARE(chart.lines().front().points.size(), size_t(100000)); // values stay exact
}

void MetricChartTest::valueIsThatOfTheLastPoint_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("last");
    QTest::addColumn<QString>("value");
    QTest::newRow("number") << int(MetricChart::Unit::Number) << 0.664 << QStringLiteral("0.66");
    QTest::newRow("percent") << int(MetricChart::Unit::Percent) << 0.474 << QStringLiteral("47.4\u00a0%");
    QTest::newRow("rate") << int(MetricChart::Unit::Rate) << 7.8e-4 << QStringLiteral("7.8e-4, axis × 1e-3");
}

void MetricChartTest::valueIsThatOfTheLastPoint()
{
    QFETCH(int, unit);
    QFETCH(double, last);
    MetricChart chart(QStringLiteral("Metric"), MetricChart::Unit(unit));
    chart.setLines({{{}, {{0, 1e-3}, {1, last}}, ChartLine::Part::First}}, 10);
    QTEST(chart.value(), "value");
}

void MetricChartTest::cursorReadsTheNearestPointOfEachLine()
{
    MetricChart chart(QStringLiteral("Loss"), MetricChart::Unit::Number);
    chart.setLines({{QStringLiteral("validation"), {{1, 0.9}, {2, 0.5}, {3, 0.7}}, ChartLine::Part::Second},
                    {QStringLiteral("training"), {{1, 0.8}, {2, 0.4}, {3, 0.1}}, ChartLine::Part::First}}, 5);
    chart.setCursorAt(2.2);
    QCOMPARE(chart.value(), QStringLiteral("epoch 2: validation 0.50, training 0.40"));
    chart.setCursorAt(std::nullopt);
    QCOMPARE(chart.value(), QStringLiteral("0.70"));
}

void MetricChartTest::arrowKeysMoveTheCursor()
{
    MetricChart chart(QStringLiteral("Loss"), MetricChart::Unit::Number);
    chart.setLines({{QStringLiteral("loss"), {{1, 3}, {2, 2}, {3, 1}}, ChartLine::Part::First}}, 3);
    QList<double> moved;
    connect(&chart, &MetricChart::cursorMoved, this, [&](std::optional<double> x) { moved << x.value_or(-1); });
    for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left})
        QTest::keyClick(&chart, key);
    QCOMPARE(moved, (QList<double> {0, 1, 2, 3, 3, 2}));
    QCOMPARE(chart.value(), QStringLiteral("epoch 2: loss 2.00"));
}

void MetricChartTest::reasonStandsInPlaceOfTheCurves()
{
    MetricChart chart(QStringLiteral("mAP"), MetricChart::Unit::Percent);
    chart.setReason(QStringLiteral("No validation images."));
    chart.show();
    bool found = false;
    for (const auto* label : chart.findChildren<QWidget*>())
        found |= label->property("text").toString() == QStringLiteral("No validation images.") && label->isVisible();
    QVERIFY(found);
}

void MetricChartTest::describesItselfToScreenReaders()
{
    MetricChart chart(QStringLiteral("mAP (val set)"), MetricChart::Unit::Percent);
    chart.setLines({{QStringLiteral("mAP"), {{1, 0.3}, {2, 0.5}, {3, 0.4}}, ChartLine::Part::First}}, 3);
    chart.setBest(QPointF(2, 0.5));
    QCOMPARE(chart.accessibleName(), QStringLiteral("mAP (val set)"));
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("Now: 40.0\u00a0%. Best 50.0\u00a0% at epoch 2. Rising."));
    chart.resize(400, 240);
    chart.show();
    auto* read = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(read);
    QCOMPARE(read->childCount(), 3); // the values of the epochs, as a table reads them
    QCOMPARE(read->child(1)->text(QAccessible::Name), QStringLiteral("epoch 2: mAP 50.0\u00a0%"));
    QVERIFY(read->rect().contains(read->child(1)->rect().center()));
    QVERIFY(!read->child(1)->state().selected);
    read->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(read->child(1)->state().selected);
    QCOMPARE(chart.value(), QStringLiteral("epoch 2: mAP 50.0\u00a0%"));
}

QTEST_MAIN(MetricChartTest)
#include "MetricChartTest.moc"
