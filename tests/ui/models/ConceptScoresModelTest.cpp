#include "ui/models/ConceptScoresModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using ui::ConceptScoresModel;

class ConceptScoresModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsScoresAndTheirMean();
    void absentNumbersAreADashWithAReason();
    void columnsFollowTheViewType_data();
    void columnsFollowTheViewType();
    void meanStaysLastWhenSorted();
};

namespace {

core::EvaluationReport report(core::ViewType type)
{
    core::EvaluationReport made;
    made.type = type;
    made.map = 0.512;
    made.lrp = 0.423;
    made.concepts = {
        {.name = QStringLiteral("RBC"), .support = 819, .threshold = 0.42, .precision = 0.924, .recall = 0.88, .f1 = 0.902, .ap = 0.62, .iou = 0.84, .lrp = 0.558},
        {.name = QStringLiteral("Platelets"), .support = 7, .threshold = 0.31, .precision = std::nullopt, .recall = 0.0, .f1 = std::nullopt, .ap = 0.352},
    };
    return made;
}

QString text(const ConceptScoresModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

void ConceptScoresModelTest::showsScoresAndTheirMean()
{
    ConceptScoresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(report(core::ViewType::Detection), {0, 1});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 0, ConceptScoresModel::Precision), QStringLiteral("92.4"));
    QCOMPARE(text(model, 0, ConceptScoresModel::Threshold), QStringLiteral("0.42"));
    QCOMPARE(text(model, 2, ConceptScoresModel::Concept), QStringLiteral("Mean"));
    QCOMPARE(text(model, 2, ConceptScoresModel::Examples), QStringLiteral("826"));
    QCOMPARE(text(model, 2, ConceptScoresModel::Precision), QStringLiteral("92.4")); // of those that exist
    QCOMPARE(text(model, 2, ConceptScoresModel::Recall), QStringLiteral("88.0")); // and of the same concepts
    for (const auto column : {ConceptScoresModel::Precision, ConceptScoresModel::Recall, ConceptScoresModel::F1})
        QVERIFY(model.index(2, column).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Platelets"))); // that was left out
    QCOMPARE(text(model, 2, ConceptScoresModel::AveragePrecision), QStringLiteral("51.2")); // the report's own
    QCOMPARE(text(model, 2, ConceptScoresModel::Lrp), QStringLiteral("42.3"));
    QCOMPARE(text(model, 2, ConceptScoresModel::Threshold), QString());
}

void ConceptScoresModelTest::absentNumbersAreADashWithAReason()
{
    ConceptScoresModel model;
    model.setReport(report(core::ViewType::Detection), {0, 1});
    QCOMPARE(text(model, 1, ConceptScoresModel::Precision), QStringLiteral("–"));
    QVERIFY(model.index(1, ConceptScoresModel::Precision).data(Qt::ToolTipRole).toString().contains(QStringLiteral("never predicted")));
    QCOMPARE(text(model, 1, ConceptScoresModel::Recall), QStringLiteral("0.0")); // exists, and is nought
    QVERIFY(model.index(1, ConceptScoresModel::Recall).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("Few examples")));
}

void ConceptScoresModelTest::columnsFollowTheViewType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("threshold");
    QTest::addColumn<bool>("boxes");
    QTest::newRow("classification") << int(core::ViewType::Classification) << false << false;
    QTest::newRow("tagging") << int(core::ViewType::Tagging) << true << false;
    QTest::newRow("detection") << int(core::ViewType::Detection) << true << true;
}

void ConceptScoresModelTest::columnsFollowTheViewType()
{
    QFETCH(int, type);
    ConceptScoresModel model;
    model.setReport(report(core::ViewType(type)), {0, 1});
    QTEST(model.hasColumn(ConceptScoresModel::Threshold), "threshold");
    QTEST(model.hasColumn(ConceptScoresModel::Overlap), "boxes");
    QTEST(model.hasColumn(ConceptScoresModel::Lrp), "boxes");
    QVERIFY(model.hasColumn(ConceptScoresModel::Recall));
}

void ConceptScoresModelTest::meanStaysLastWhenSorted()
{
    ConceptScoresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(report(core::ViewType::Detection), {0, 1});
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(ConceptScoresModel::Examples, order);
        QCOMPARE(text(model, 2, ConceptScoresModel::Concept), QStringLiteral("Mean"));
        QCOMPARE(text(model, 0, ConceptScoresModel::Concept), order == Qt::AscendingOrder ? QStringLiteral("Platelets") : QStringLiteral("RBC"));
    }
    model.sort(-1);
    QCOMPARE(text(model, 0, ConceptScoresModel::Concept), QStringLiteral("RBC")); // the order of the view again
}

QTEST_MAIN(ConceptScoresModelTest)
#include "ConceptScoresModelTest.moc"
