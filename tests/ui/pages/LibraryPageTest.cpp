#include "ui/pages/LibraryPage.h"

#include "core/project/VersionEdits.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/LibraryModel.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using core::ViewType;

class LibraryPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyStateStartsTheFirstTraining();
    void showsVersionsAndTheirDetails();
    void newVersionsComeByThemselves();
    void addingAConceptOpensANewModel();
    void enterOpensTheVersion();
    void findNarrowsToMatchingVersions();
    void deletingAsksAndSaysWhatIsLost();
    void cancelledDeletionLeavesEverything();
    void renamingRefusesATakenName();
    void aRefusedNameIsToldAndTheOldOneIsBack_data();
    void aRefusedNameIsToldAndTheOldOneIsBack();
    void renamingByKeysGivesTheNewName();
};

namespace {

QTreeView* tree(ui::LibraryPage& page)
{
    return page.findChild<QTreeView*>(QStringLiteral("libraryTree"));
}

QStringList versions(ui::LibraryPage& page)
{
    QStringList names;
    const auto* model = tree(page)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto parent = model->index(row, 0);
        for (int i = 0; i < model->rowCount(parent); ++i)
            names << model->index(i, 0, parent).data().toString();
    }
    return names;
}

} // namespace

void LibraryPageTest::emptyStateStartsTheFirstTraining()
{
    SmallProject small(ViewType::Detection);
    ui::LibraryPage page(*small.session);
    page.show();
    QSignalSpy asked(small.session.get(), &ui::Session::trainRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("emptyButton")), Qt::LeftButton);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("trainButton")), Qt::LeftButton);
    QCOMPARE(asked.count(), 2);
}

void LibraryPageTest::showsVersionsAndTheirDetails()
{
    SmallProject small(ViewType::Detection);
    small.addVersion(QStringLiteral("v1"));
    ui::LibraryPage page(*small.session);
    page.resize(1232, 800);
    page.show();
    QCOMPARE(versions(page), QStringList {QStringLiteral("v1")});
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("inspectorTitle"))->text(), QStringLiteral("v1"));
    QVERIFY(!tree(page)->isColumnHidden(ui::LibraryModel::MeanAp));
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("pageCaption"))->text(), QStringLiteral("Cells, detection"));
}

void LibraryPageTest::newVersionsComeByThemselves()
{
    SmallProject small(ViewType::Tagging);
    ui::LibraryPage page(*small.session);
    page.show();
    small.addVersion(QStringLiteral("v1"));
    QTRY_COMPARE(versions(page), QStringList {QStringLiteral("v1")});
    QVERIFY(tree(page)->isColumnHidden(ui::LibraryModel::MeanAp)); // in tagging it is the indicator
}

void LibraryPageTest::addingAConceptOpensANewModel()
{
    SmallProject small(ViewType::Detection);
    small.addVersion(QStringLiteral("v1"));
    core::ConceptId added;
    small.project().editAndWait(QStringLiteral("Add"), [&](core::Editor& editor) { added = editor.addConcept(small.view, QStringLiteral("Platelets")); });
    small.addVersion(QStringLiteral("v2"));
    ui::LibraryPage page(*small.session);
    page.show();
    const auto* model = tree(page)->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), QStringLiteral("v2")); // the current set first
    QVERIFY(model->index(1, 0).data(ui::LibraryModel::SecondaryRole).toString().startsWith(QStringLiteral("older set")));
    // Deleting it again returns to the first model.
    small.project().editAndWait(QStringLiteral("Delete"), [&](core::Editor& editor) { editor.removeConcept(added); });
    QTRY_COMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), QStringLiteral("v1"));
    QVERIFY(model->index(0, 0).data(ui::LibraryModel::SecondaryRole).toString().startsWith(QStringLiteral("current set")));
}

void LibraryPageTest::enterOpensTheVersion()
{
    SmallProject small(ViewType::Classification);
    const auto id = small.addVersion(QStringLiteral("v1"));
    ui::LibraryPage page(*small.session);
    page.show();
    core::VersionId opened;
    connect(small.session.get(), &ui::Session::versionPageRequested, this, [&](core::VersionId version) { opened = version; });
    page.chooseVersion(id);
    QTest::keyClick(tree(page), Qt::Key_Return);
    QCOMPARE(opened, id);
}

void LibraryPageTest::findNarrowsToMatchingVersions()
{
    SmallProject small(ViewType::Classification);
    small.addVersion(QStringLiteral("small"));
    small.addVersion(QStringLiteral("Medium"));
    ui::LibraryPage page(*small.session);
    page.show();
    QCOMPARE(versions(page).size(), 2);
    page.findChild<QLineEdit*>(QStringLiteral("findVersion"))->setText(QStringLiteral("med"));
    QCOMPARE(versions(page), QStringList {QStringLiteral("Medium")});
}

void LibraryPageTest::deletingAsksAndSaysWhatIsLost()
{
    auto ask = SmallProject::silent();
    QString question;
    QStringList verbs;
    ask.choose = [&](QWidget*, const QString&, const QString& text, const QStringList& buttons, const ui::Ask::Chosen& chosen) {
        question = text;
        verbs = buttons;
        chosen(0);
    };
    SmallProject small(ViewType::Classification, SmallProject::Parts(), ask);
    const auto id = small.addVersion(QStringLiteral("v1"));
    small.addVersion(QStringLiteral("v2"));
    const QString folder = small.project().versionFolder(small.project().version(id)->uuid);
    QVERIFY(QDir(folder).exists());
    ui::LibraryPage page(*small.session);
    page.show();
    page.chooseVersion(id);
    QTest::keyClick(tree(page), Qt::Key_Delete);
    QVERIFY(question.contains(QStringLiteral("\"v1\"")));
    QCOMPARE(verbs, (QStringList {QStringLiteral("Delete"), QStringLiteral("Cancel")}));
    QTRY_COMPARE(versions(page), QStringList {QStringLiteral("v2")});
    QVERIFY(!QDir(folder).exists());
    QVERIFY(!small.project().version(id));
}

void LibraryPageTest::cancelledDeletionLeavesEverything()
{
    SmallProject small(ViewType::Classification); // answers Escape
    const auto id = small.addVersion(QStringLiteral("v1"));
    ui::LibraryPage page(*small.session);
    page.show();
    page.chooseVersion(id);
    QTest::keyClick(tree(page), Qt::Key_Delete);
    QVERIFY(small.project().version(id));
    QCOMPARE(versions(page).size(), 1);
}

void LibraryPageTest::renamingRefusesATakenName()
{
    auto ask = SmallProject::silent();
    QString told;
    ask.tell = [&](QWidget*, const QString&, const QString& message) { told = message; };
    SmallProject small(ViewType::Classification, SmallProject::Parts(), ask);
    const auto id = small.addVersion(QStringLiteral("v1"));
    small.addVersion(QStringLiteral("v2"));
    ui::LibraryPage page(*small.session);
    page.show();
    page.chooseVersion(id);
    auto* model = tree(page)->model();
    QVERIFY(model->setData(tree(page)->currentIndex(), QStringLiteral("v2"), Qt::EditRole));
    QTRY_VERIFY2(told.contains(QStringLiteral("already")), qPrintable(told));
    QCOMPARE(small.project().version(id)->name, QStringLiteral("v1"));
    model->setData(tree(page)->currentIndex(), QStringLiteral(" first "), Qt::EditRole);
    QTRY_COMPARE(small.project().version(id)->name, QStringLiteral("first"));
    QTRY_VERIFY(versions(page).contains(QStringLiteral("first")));
}

/// Opens the editor with F2 and types over the name, as a person does.
static void typeName(ui::LibraryPage& page, const QString& name)
{
    QTest::keyClick(tree(page), Qt::Key_F2);
    auto* editor = tree(page)->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    if (name.isEmpty())
        QTest::keyClick(editor, Qt::Key_Delete);
    else
        QTest::keyClicks(editor, name);
}

void LibraryPageTest::aRefusedNameIsToldAndTheOldOneIsBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("byEnter");
    for (const bool byEnter : {true, false}) {
        const char* by = byEnter ? "Enter" : "leaving the field";
        QTest::addRow("taken, %s", by) << QStringLiteral("v2") << byEnter;
        QTest::addRow("empty, %s", by) << QString() << byEnter;
        QTest::addRow("blank, %s", by) << QStringLiteral("   ") << byEnter;
        QTest::addRow("too long, %s", by) << QString(300, QLatin1Char('x')) << byEnter;
    }
}

void LibraryPageTest::aRefusedNameIsToldAndTheOldOneIsBack()
{
    QFETCH(QString, name);
    QFETCH(bool, byEnter);
    SmallProject small(ViewType::Classification, SmallProject::Parts(), ui::Ask::withDialogs());
    const auto id = small.addVersion(QStringLiteral("v1"));
    small.addVersion(QStringLiteral("v2"));
    ui::LibraryPage page(*small.session);
    QSignalSpy opened(small.session.get(), &ui::Session::versionPageRequested);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.chooseVersion(id);
    typeName(page, name);
    if (byEnter)
        QTest::keyClick(tree(page)->viewport()->findChild<QLineEdit*>(), Qt::Key_Return);
    else
        page.findChild<QLineEdit*>(QStringLiteral("findVersion"))->setFocus();
    QTRY_VERIFY(page.findChild<QMessageBox*>());
    QCOMPARE(page.findChildren<QMessageBox*>().size(), 1);
    QVERIFY(!page.findChild<QMessageBox*>()->text().isEmpty());
    page.findChild<QMessageBox*>()->button(QMessageBox::Ok)->click();
    QTRY_VERIFY(!page.findChild<QMessageBox*>());
    QCOMPARE(small.project().version(id)->name, QStringLiteral("v1"));
    QVERIFY(versions(page).contains(QStringLiteral("v1")));
    QVERIFY(opened.isEmpty()); // Enter ended the editing, and did no more
}

void LibraryPageTest::renamingByKeysGivesTheNewName()
{
    SmallProject small(ViewType::Classification, SmallProject::Parts(), ui::Ask::withDialogs());
    const auto id = small.addVersion(QStringLiteral("v1"));
    small.addVersion(QStringLiteral("v2"));
    ui::LibraryPage page(*small.session);
    QSignalSpy opened(small.session.get(), &ui::Session::versionPageRequested);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.chooseVersion(id);
    typeName(page, QStringLiteral("first"));
    QTest::keyClick(tree(page)->viewport()->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_COMPARE(small.project().version(id)->name, QStringLiteral("first"));
    QTRY_VERIFY(versions(page).contains(QStringLiteral("first")));
    QCOMPARE(page.chosenVersion()->id, id);
    QVERIFY(!page.findChild<QMessageBox*>());
    QVERIFY(opened.isEmpty()); // Enter ended the editing, and did no more
}

QTEST_MAIN(LibraryPageTest)
#include "LibraryPageTest.moc"
