#include "ui/widgets/ConfusionMatrixView.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

class ConfusionMatrixViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cellsReadAsSentences_data();
    void cellsReadAsSentences();
    void arrowKeysWalkTheCells();
    void descriptionLeavesOutNothingAgainstNothing();
    void eachCellIsAChildForScreenReaders();
};

namespace {

core::EvaluationReport report(core::ViewType type)
{
    core::EvaluationReport made;
    made.type = type;
    made.concepts.resize(2);
    made.concepts[0].name = QStringLiteral("Apple");
    made.concepts[1].name = QStringLiteral("Pear");
    made.confusion = {{5, 14, 2}, {3, 1250, 0}, {4, 6, 0}};
    if (type == core::ViewType::Classification)
        made.confusion = {{5, 14}, {3, 1250}};
    made.tagConfusion = {{10, 2, 3, 4}, {1, 0, 0, 18}};
    return made;
}

} // namespace

void ConfusionMatrixViewTest::cellsReadAsSentences_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    const int classification = int(core::ViewType::Classification), tagging = int(core::ViewType::Tagging), detection = int(core::ViewType::Detection);
    QTest::newRow("classification") << classification << 0 << 1 << QStringLiteral("truth Apple, guess Pear, 14");
    QTest::newRow("thousands") << classification << 1 << 1 << QStringLiteral("truth Pear, guess Pear, 1,250");
    QTest::newRow("missed box") << detection << 0 << 2 << QStringLiteral("truth Apple, guess none, 2");
    QTest::newRow("false box") << detection << 2 << 1 << QStringLiteral("truth none, guess Pear, 6");
    QTest::newRow("tag found") << tagging << 0 << 0 << QStringLiteral("truth Apple: yes, guess yes, 4");
    QTest::newRow("tag missed") << tagging << 0 << 1 << QStringLiteral("truth Apple: yes, guess no, 3");
    QTest::newRow("tag false") << tagging << 1 << 0 << QStringLiteral("truth Apple: no, guess yes, 2");
    QTest::newRow("tag rightly no") << tagging << 1 << 1 << QStringLiteral("truth Apple: no, guess no, 10");
    QTest::newRow("second tag") << tagging << 2 << 0 << QStringLiteral("truth Pear: yes, guess yes, 18");
}

void ConfusionMatrixViewTest::cellsReadAsSentences()
{
    QFETCH(int, type);
    QFETCH(int, row);
    QFETCH(int, column);
    ui::ConfusionMatrixView view;
    view.setReport(report(core::ViewType(type)));
    QTEST(view.cellText(row, column), "text");
    QFETCH(QString, text);
    QVERIFY(view.accessibleDescription().contains(text));
}

void ConfusionMatrixViewTest::arrowKeysWalkTheCells()
{
    ui::ConfusionMatrixView view;
    view.setReport(report(core::ViewType::Classification));
    view.resize(300, 200);
    view.show();
    QSignalSpy chosen(&view, &ui::ConfusionMatrixView::cellChosen);
    view.setFocus();
    QTRY_COMPARE(view.chosen(), QPoint(0, 0)); // focus is always visible
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.accessibleName(), QStringLiteral("Confusion: truth Apple, guess Pear, 14"));
    QTest::keyClick(&view, Qt::Key_Right); // the edge holds
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.chosen(), QPoint(1, 1));
    QCOMPARE(chosen.count(), 3);
}

void ConfusionMatrixViewTest::descriptionLeavesOutNothingAgainstNothing()
{
    ui::ConfusionMatrixView view;
    view.setReport(report(core::ViewType::Detection));
    QCOMPARE(view.rows(), 3);
    QVERIFY(!view.accessibleDescription().contains(QStringLiteral("truth none, guess none")));
}

void ConfusionMatrixViewTest::eachCellIsAChildForScreenReaders()
{
    ui::ConfusionMatrixView view;
    view.setReport(report(core::ViewType::Detection));
    view.resize(300, 200);
    view.show();
    auto* read = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(read);
    QCOMPARE(read->childCount(), 8); // three by three, but for nothing against nothing
    auto* cell = read->child(1);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("truth Apple, guess Pear, 14"));
    QCOMPARE(cell->role(), QAccessible::Cell);
    QVERIFY(read->rect().contains(cell->rect()));
    QCOMPARE(read->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    QSignalSpy chosen(&view, &ui::ConfusionMatrixView::cellChosen);
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(view.chosen(), QPoint(1, 0));
    QCOMPARE(chosen.count(), 1);
    QVERIFY(cell->state().selected);
}

QTEST_MAIN(ConfusionMatrixViewTest)
#include "ConfusionMatrixViewTest.moc"
