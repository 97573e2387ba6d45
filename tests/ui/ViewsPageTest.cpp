#include "tests/ui/support/ImportedProject.h"

#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/ConceptTableModel.h"
#include "ui/pages/ViewsPage.h"
#include "ui/support/ItemText.h"
#include "ui/widgets/ConceptTable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTableView>

using core::ViewType;

namespace {

struct Desk {
    explicit Desk(const ImportedProject& small) : session(small.open(), answers.ask()), page(session)
    {
        page.resize(1180, 760);
        page.show();
    }

    core::Project& project() { return session.project(); }
    QStringList conceptNames()
    {
        QStringList names;
        for (const core::ConceptRecord& record : project().concepts(session.view()))
            names.append(record.name);
        return names;
    }
    template <class Widget>
    Widget* child(const char* name) { return page.findChild<Widget*>(QLatin1String(name)); }
    void settle()
    {
        project().waitForPending();
        QCoreApplication::processEvents();
    }

    Answers answers;
    ui::Session session;
    ui::ViewsPage page;
};

} // namespace

class ViewsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aViewIsMadeWithItsConcepts();
    void aTakenNameIsSaidBesideTheField();
    void conceptsAreAddedRenamedAndOrderedByKeys();
    void deletingAConceptNamesItsNumbers();
    void deletingAViewNamesItsNumbersAndCanBeUndone();
    void anInvalidNameIsToldAndChangesNothing();
    void droppedRowsAskForTheirPlace();
    void aLongNameLeavesTheButtonsWhole();
    void addingAConceptAsksWhatTheAnnotatedPicturesSay_data();
    void addingAConceptAsksWhatTheAnnotatedPicturesSay();
    void partlyIsNeverWrittenAsNothing_data();
    void partlyIsNeverWrittenAsNothing();
};

void ViewsPageTest::aViewIsMadeWithItsConcepts()
{
    ImportedProject small(3);
    Desk desk(small);
    QTest::mouseClick(desk.child<QPushButton>("newView"), Qt::LeftButton);
    auto* dialog = desk.page.findChild<ui::NewViewDialog*>();
    QVERIFY(dialog);
    auto* create = dialog->findChild<QPushButton*>(QStringLiteral("createView"));
    QVERIFY(!create->isEnabled());
    dialog->findChild<QLineEdit*>(QStringLiteral("viewName"))->setText(QStringLiteral("Fruit"));
    dialog->findChild<QRadioButton*>(QStringLiteral("taggingType"))->click();
    dialog->findChild<QPlainTextEdit*>(QStringLiteral("conceptLines"))->setPlainText(QStringLiteral("Apple\n Pear \n\napple\nLeaf"));
    create->click();
    desk.settle();
    const auto view = desk.project().viewNamed(QStringLiteral("Fruit"));
    QVERIFY(view.has_value());
    QCOMPARE(view->type, ViewType::Tagging);
    QCOMPARE(desk.session.view(), view->id);
    QCOMPARE(desk.conceptNames(), (QStringList{QStringLiteral("Apple"), QStringLiteral("Pear"), QStringLiteral("Leaf")}));
    QCOMPARE(desk.project().summary(view->id).items, 3);
    desk.settle();
    auto* list = desk.child<QListView>("viewList");
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Fruit"));
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("tagging, concepts: 3, images: 3")));
}

void ViewsPageTest::aLongNameLeavesTheButtonsWhole()
{
    ImportedProject small(1);
    Desk desk(small);
    const auto view = ImportedProject::addView(desk.project(), QStringLiteral("Cells that were stained twice ").repeated(4).trimmed(), ViewType::Tagging, {QStringLiteral("One")});
    desk.session.setView(view);
    desk.page.resize(950, 560); // what the smallest window leaves
    desk.settle();
    for (const char* name : {"moveUp", "moveDown", "renameConcept", "deleteConcept", "addConcept"}) {
        const auto* act = desk.child<QPushButton>(name);
        QVERIFY2(act->width() >= act->minimumSizeHint().width(), name);
    }
    QVERIFY(desk.page.minimumSizeHint().width() <= 950);
}

void ViewsPageTest::aTakenNameIsSaidBesideTheField()
{
    ui::NewViewDialog dialog({QStringLiteral("Fruit")});
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("viewName"));
    auto* create = dialog.findChild<QPushButton*>(QStringLiteral("createView"));
    name->setText(QStringLiteral("fruit"));
    QVERIFY(!create->isEnabled());
    QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("problem"))->text().isEmpty());
    name->setText(QStringLiteral("Fruits"));
    QVERIFY(create->isEnabled());
}

void ViewsPageTest::conceptsAreAddedRenamedAndOrderedByKeys()
{
    ImportedProject small(1);
    Desk desk(small);
    for (const char* name : {"Apple", "Pear", "Leaf"}) {
        desk.answers.text = QLatin1String(name);
        QTest::keyClick(&desk.page, Qt::Key_Insert);
        desk.settle();
    }
    QCOMPARE(desk.conceptNames(), (QStringList{QStringLiteral("Apple"), QStringLiteral("Pear"), QStringLiteral("Leaf")}));
    auto* table = desk.child<QTableView>("conceptTable");
    table->setFocus();
    QCOMPARE(table->currentIndex().row(), 2);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    desk.settle();
    QCOMPARE(desk.conceptNames(), (QStringList{QStringLiteral("Leaf"), QStringLiteral("Apple"), QStringLiteral("Pear")}));
    QCOMPARE(table->currentIndex().row(), 0);
    desk.answers.text = QStringLiteral("Foliage");
    QTest::keyClick(table, Qt::Key_F2);
    desk.settle();
    QCOMPARE(desk.conceptNames().first(), QStringLiteral("Foliage"));
    QCOMPARE(table->model()->index(0, ui::ConceptTableModel::Key).data().toString(), QStringLiteral("1"));
    QVERIFY(!desk.child<QLabel>("modelNote")->isVisible()); // no model yet
}

void ViewsPageTest::deletingAConceptNamesItsNumbers()
{
    ImportedProject small(3);
    Desk desk(small);
    const core::ViewId view = ImportedProject::addView(desk.project(), QStringLiteral("Fruit"), ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear")});
    desk.session.setView(view);
    const core::ConceptId apple = desk.project().concepts(view)[0].id;
    const std::vector<core::ItemId> items = desk.project().itemIds(view);
    desk.project().editAndWait(QStringLiteral("Boxes"), [&](core::Editor& editor) {
        editor.setBoxes(items[0], {{{}, apple, {1, 1, 20, 20}}, {{}, apple, {40, 40, 20, 20}}});
        editor.setBoxes(items[1], {{{}, apple, {1, 1, 20, 20}}});
    });
    desk.settle();
    auto* table = desk.child<QTableView>("conceptTable");
    QCOMPARE(table->model()->index(0, ui::ConceptTableModel::Annotations).data().toString(), QStringLiteral("3"));
    table->setFocus();
    desk.page.findChild<ui::ConceptTable*>()->choose(0);
    desk.answers.choice = 1;
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(desk.answers.asked.last().contains(QStringLiteral("3 annotations on 2 images")));
    QCOMPARE(int(desk.conceptNames().size()), 2);
    desk.answers.choice = 0;
    QTest::keyClick(table, Qt::Key_Delete);
    desk.settle();
    QCOMPARE(desk.conceptNames(), QStringList{QStringLiteral("Pear")});
    QVERIFY(desk.project().item(items[0])->annotation.boxes.empty());
    QCOMPARE(table->currentIndex().row(), 0); // the place is not lost
    desk.project().undo();
    desk.settle();
    QCOMPARE(int(desk.project().item(items[0])->annotation.boxes.size()), 2);
    QCOMPARE(table->model()->rowCount(), 2);
}

void ViewsPageTest::deletingAViewNamesItsNumbersAndCanBeUndone()
{
    ImportedProject small(2);
    Desk desk(small);
    const core::ViewId view = ImportedProject::addView(desk.project(), QStringLiteral("Fruit"), ViewType::Classification, {QStringLiteral("Apple")});
    desk.session.setView(view);
    const core::ConceptId apple = desk.project().concepts(view)[0].id;
    desk.project().editAndWait(QStringLiteral("Set"), [&](core::Editor& editor) { editor.setClass(desk.project().itemIds(view), apple); });
    desk.settle();
    auto* list = desk.child<QListView>("viewList");
    list->setFocus();
    desk.answers.choice = 1;
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(desk.answers.asked.last().contains(QStringLiteral("annotations (2, on 2 annotated images)")));
    QVERIFY(desk.project().view(view).has_value());
    desk.answers.choice = 0;
    QTest::keyClick(list, Qt::Key_Delete);
    desk.settle();
    QVERIFY(!desk.project().view(view).has_value());
    QVERIFY(desk.session.view() != view);
    desk.project().undo();
    desk.settle();
    QCOMPARE(desk.project().summary(view).annotated, 2);
    desk.session.setView(view);
    desk.answers.text = QStringLiteral("Fruits");
    QTest::keyClick(list, Qt::Key_F2);
    desk.settle();
    QVERIFY(desk.project().viewNamed(QStringLiteral("Fruits")).has_value());
}

void ViewsPageTest::anInvalidNameIsToldAndChangesNothing()
{
    ImportedProject small(1);
    Desk desk(small);
    desk.answers.text = QStringLiteral("Apple");
    QTest::keyClick(&desk.page, Qt::Key_Insert);
    QTest::keyClick(&desk.page, Qt::Key_Insert); // once more the same
    desk.settle();
    QCOMPARE(int(desk.answers.told.size()), 1);
    QCOMPARE(desk.conceptNames(), QStringList{QStringLiteral("Apple")});
}

void ViewsPageTest::droppedRowsAskForTheirPlace()
{
    ui::ConceptTableModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows({{.record = {.id = {1}}}, {.record = {.id = {2}}}, {.record = {.id = {3}}}});
    QSignalSpy wanted(&model, &ui::ConceptTableModel::moveRequested);
    const std::unique_ptr<QMimeData> first(model.mimeData({model.index(0, 0)}));
    QVERIFY(!model.dropMimeData(first.get(), Qt::MoveAction, 3, 0, {}));
    QCOMPARE(wanted.last()[1].toInt(), 2); // behind the last
    model.dropMimeData(first.get(), Qt::MoveAction, 1, 0, {}); // where it is
    QCOMPARE(int(wanted.size()), 1);
    const std::unique_ptr<QMimeData> last(model.mimeData({model.index(2, 0)}));
    model.dropMimeData(last.get(), Qt::MoveAction, 0, 0, {});
    QCOMPARE(wanted.last()[1].toInt(), 0);
}

void ViewsPageTest::addingAConceptAsksWhatTheAnnotatedPicturesSay_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<int>("partly");
    QTest::addColumn<int>("concepts");
    QTest::newRow("detection: not looked at") << ViewType::Detection << 0 << true << 2 << 2;
    QTest::newRow("detection: none has it") << ViewType::Detection << 1 << true << 0 << 2;
    QTest::newRow("detection: cancel") << ViewType::Detection << 2 << true << 0 << 1;
    QTest::newRow("detection: escape") << ViewType::Detection << -1 << true << 0 << 1;
    QTest::newRow("tagging: not looked at") << ViewType::Tagging << 0 << true << 2 << 2;
    QTest::newRow("tagging: none has it") << ViewType::Tagging << 1 << true << 0 << 2;
    QTest::newRow("classification needs no answer") << ViewType::Classification << 0 << false << 0 << 2;
}

void ViewsPageTest::addingAConceptAsksWhatTheAnnotatedPicturesSay()
{
    QFETCH(ViewType, type);
    QFETCH(int, answer);
    QFETCH(bool, asked);
    QFETCH(int, partly);
    QFETCH(int, concepts);
    ImportedProject small(3);
    Desk desk(small);
    const core::ViewId view = ImportedProject::addView(desk.project(), QStringLiteral("Fruit"), type, {QStringLiteral("Apple")});
    desk.session.setView(view);
    const core::ConceptId apple = desk.project().concepts(view)[0].id;
    const std::vector<core::ItemId> items = desk.project().itemIds(view);
    desk.project().editAndWait(QStringLiteral("Annotate"), [&](core::Editor& editor) {
        for (const core::ItemId item : {items[0], items[1]}) {
            if (type == ViewType::Detection)
                editor.setBoxes(item, {{{}, apple, {1, 1, 20, 20}}});
            else if (type == ViewType::Tagging)
                editor.setAnswer({item}, apple, core::Answer::Yes);
            else
                editor.setClass({item}, apple);
        }
    });
    desk.settle();
    desk.answers.text = QStringLiteral("Leaf");
    desk.answers.choice = answer;
    QTest::keyClick(&desk.page, Qt::Key_Insert);
    desk.settle();
    const bool asksForPictures = !desk.answers.asked.isEmpty() && desk.answers.asked.last().contains(QStringLiteral("Do the 2 annotated pictures have it?"));
    QCOMPARE(asksForPictures, asked);
    QCOMPARE(int(desk.conceptNames().size()), concepts);
    QCOMPARE(desk.project().summary(view).partly, partly);
    QCOMPARE(desk.project().summary(view).annotated, 2 - partly);
    desk.settle();
    auto* list = desk.child<QListView>("viewList");
    const QString spoken = list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(partly > 0 ? QStringLiteral("2 partly annotated") : QStringLiteral("66\u00a0% annotated")), qPrintable(spoken));
}

void ViewsPageTest::partlyIsNeverWrittenAsNothing_data()
{
    QTest::addColumn<core::ViewSummary>("summary");
    QTest::addColumn<QString>("words");
    const auto counts = [](int items, int annotated, int partly) {
        core::ViewSummary summary;
        summary.items = items;
        summary.annotated = annotated;
        summary.partly = partly;
        return summary;
    };
    QTest::newRow("no image") << counts(0, 0, 0) << QStringLiteral("no images");
    QTest::newRow("none") << counts(364, 0, 0) << QStringLiteral("0\u00a0% annotated");
    QTest::newRow("all partly") << counts(364, 0, 364) << QStringLiteral("364 partly annotated");
    QTest::newRow("some of both") << counts(10, 4, 2) << QStringLiteral("40\u00a0% annotated, 2 partly");
    QTest::newRow("all") << counts(364, 364, 0) << QStringLiteral("100\u00a0% annotated");
    QTest::newRow("all but one") << counts(1000, 999, 0) << QStringLiteral("99\u00a0% annotated");
    QTest::newRow("one of very many") << counts(1000, 1, 0) << QStringLiteral("1 annotated");
}

void ViewsPageTest::partlyIsNeverWrittenAsNothing()
{
    QFETCH(core::ViewSummary, summary);
    QFETCH(QString, words);
    QCOMPARE(ui::annotatedText(summary), words);
}

QTEST_MAIN(ViewsPageTest)
#include "ViewsPageTest.moc"
