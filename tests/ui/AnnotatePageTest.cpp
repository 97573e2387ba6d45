#include "tests/support/SmallDisk.h"
#include "tests/ui/support/ImportedProject.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "ui/dialogs/ConceptChooser.h"
#include "ui/models/ItemWalk.h"
#include "ui/models/Labelling.h"
#include "ui/pages/AnnotatePage.h"
#include "ui/widgets/AnnotationCanvas.h"
#include "ui/widgets/ConceptList.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PictureLoader.h"

#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSemaphore>
#include <QStandardPaths>
#include <QToolButton>

using core::Answer;
using core::ItemState;
using core::ViewType;

namespace {

/// A page over one view of a small project, on its first image.
struct Desk {
    Desk(const ImportedProject& small, ViewType type, const QStringList& concepts)
        : session(open(small), answers.ask()), thumbnails(QString()), page(session, thumbnails)
    {
        core::Project& project = session.project();
        const auto known = project.viewNamed(QStringLiteral("Task"));
        view = known ? known->id : ImportedProject::addView(project, QStringLiteral("Task"), type, concepts);
        session.setView(view);
        session.setItems(project.itemIds(view));
        page.resize(1180, 760);
        page.show();
        QObject::connect(&session, &ui::Session::hintRequested, &page, [this](const QString& hint) { hints.append(hint); });
    }

    static std::unique_ptr<core::Project> open(const ImportedProject& small) { return small.open(); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&page.canvas(), key, modifiers); }
    void drag(QPoint from, QPoint to)
    {
        QWidget& canvas = page.canvas();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    }
    /// What the project holds of the image at a position.
    core::ItemAnnotation stored(int position)
    {
        session.project().waitForPending();
        QCoreApplication::processEvents();
        return session.project().item(session.items()[std::size_t(position)])->annotation;
    }
    core::ConceptId conceptAt(int i) { return session.project().concepts(view)[std::size_t(i)].id; }
    QString text(const char* name) { return page.findChild<QLabel*>(QLatin1String(name))->text(); }

    Answers answers;
    ui::Session session;
    core::Thumbnails thumbnails;
    core::ViewId view;
    QStringList hints;
    ui::AnnotatePage page;
};

} // namespace

class AnnotatePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aBoxDrawnWithTheMouseIsStored();
    void undoAndRedoGiveTheSameRows();
    void undoReachesAcrossARestart();
    void digitsSetTheConceptOfTheSelection();
    void fieldsShowAndSetTheBox();
    void theConceptIsAskedForWhenNoneIsActive();
    void aNewConceptIsMadeWhileTyping();
    void aNewConceptNamesTheBoxThatWaits();
    void withoutConceptAsksBeforeItDeletesBoxes();
    void arrowsNeverChangeTheImageInDetection();
    void oneDigitClassifiesAndAdvances();
    void withoutConceptIsRefusedInClassification();
    void otherConceptsStayUnseenInTagging();
    void answersCycleByKeyAndByList();
    void keysWalkThroughTheImages();
    void nextNotAnnotatedIsFound();
    void removingAnImageKeepsItsFile();
    void anImageThatCannotBeReadKeepsItsAnnotation();
    void emptyStatesSayWhatIsMissing();
    void aGapIsNamedAndSeenClearsIt_data();
    void aGapIsNamedAndSeenClearsIt();
    void seenSaysWhyItDoesNothing();
    void theLastImageSaysThatAllIsDoneAndIsNotOverwritten();
    void theLastImageLeadsToWhatIsLeft();
    void theChooserTakesDigitsAndStandsBesideTheBox();
    void aLongNameFitsIntoTheChooser();
    void aLongFileNameLeavesTheHeaderWhole();
    void enterPressesTheButtonWithTheFocus();
    void anImageIsShownAsItWasLabelledBeforeThatIsStored();
    void aFullDiskLosesNothing();
    void holdingDownDoesNotQueueOldPictures();
    void aVeryLargePictureHasTheMemoryForItself();
    void aChangedFileAsksWhetherItIsTheSame();
};

void AnnotatePageTest::aBoxDrawnWithTheMouseIsStored()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear")});
    ui::AnnotationCanvas& canvas = desk.page.canvas();
    desk.key(Qt::Key_Z); // 100 %: screen px are picture px
    desk.key(Qt::Key_B);
    desk.key(Qt::Key_2);
    const QPointF corner = canvas.geometryOfPicture().offset();
    desk.drag((corner + QPointF(20, 30)).toPoint(), (corner + QPointF(120, 90)).toPoint());
    const core::ItemAnnotation stored = desk.stored(0);
    QCOMPARE(int(stored.boxes.size()), 1);
    QCOMPARE(stored.boxes[0].rect, QRectF(20, 30, 100, 60));
    QCOMPARE(stored.boxes[0].conceptId, desk.conceptAt(1));
    QCOMPARE(stored.state, ItemState::Annotated);
    QTRY_VERIFY(canvas.boxes()[0].id.isValid()); // read again after the commit
    QCOMPARE(canvas.selected(), 0);
    QVERIFY(desk.text("imageState").contains(QStringLiteral("annotated")));
}

void AnnotatePageTest::undoAndRedoGiveTheSameRows()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    core::Project& project = desk.session.project();
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    desk.drag({420, 200}, {520, 320});
    desk.key(Qt::Key_Right, Qt::ShiftModifier);
    desk.key(Qt::Key_Delete); // four acts: two boxes, a nudge, a deletion
    const core::ItemAnnotation end = desk.stored(0);
    QCOMPARE(int(end.boxes.size()), 1);
    desk.key(Qt::Key_D);
    for (int i = 0; i < 4; ++i)
        project.undo();
    QVERIFY(desk.stored(0).boxes.empty());
    QTRY_COMPARE(desk.session.currentItem(), desk.session.items()[0]); // went where it changed
    QTRY_VERIFY(desk.page.canvas().boxes().empty());
    for (int i = 0; i < 4; ++i)
        project.redo();
    QCOMPARE(desk.stored(0), end);
    QTRY_COMPARE(desk.page.canvas().boxes(), end.boxes);
}

void AnnotatePageTest::undoReachesAcrossARestart()
{
    ImportedProject small(1);
    {
        Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
        desk.key(Qt::Key_B);
        desk.drag({200, 150}, {350, 300});
        desk.key(Qt::Key_Right); // closing keeps an unfinished nudge too
    }
    Desk desk(small, ViewType::Detection, {});
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    desk.session.project().undo();
    desk.session.project().undo();
    QVERIFY(desk.stored(0).boxes.empty());
}

void AnnotatePageTest::digitsSetTheConceptOfTheSelection()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear")});
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    desk.key(Qt::Key_2);
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(1));
    desk.key(Qt::Key_9); // no ninth concept
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(1));
}

void AnnotatePageTest::fieldsShowAndSetTheBox()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    desk.key(Qt::Key_Return); // a quarter of the picture in its middle
    auto* x = desk.page.findChild<QDoubleSpinBox*>(QStringLiteral("boxX"));
    auto* width = desk.page.findChild<QDoubleSpinBox*>(QStringLiteral("boxWidth"));
    QCOMPARE(x->value(), 120.0);
    QCOMPARE(width->value(), 80.0);
    desk.key(Qt::Key_F2);
    x->selectAll();
    QTest::keyClicks(x, QLocale().toString(12.5));
    QTest::keyClick(x, Qt::Key_Return);
    QCOMPARE(desk.stored(0).boxes[0].rect, QRectF(12.5, 90, 80, 60));
}

void AnnotatePageTest::theConceptIsAskedForWhenNoneIsActive()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    auto* chooser = desk.page.findChild<ui::ConceptChooser*>();
    QVERIFY(chooser);
    auto* field = chooser->findChild<QLineEdit*>(QStringLiteral("conceptField"));
    QTest::keyClicks(field, QStringLiteral("ea"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(1));
    desk.key(Qt::Key_Escape);
    desk.drag({420, 150}, {520, 300}); // Pear is active now
    QCOMPARE(int(desk.stored(0).boxes.size()), 2);
}

void AnnotatePageTest::aNewConceptIsMadeWhileTyping()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Apple")});
    desk.key(Qt::Key_T);
    auto* chooser = desk.page.findChild<ui::ConceptChooser*>();
    QVERIFY(chooser);
    auto* field = chooser->findChild<QLineEdit*>(QStringLiteral("conceptField"));
    QTest::keyClicks(field, QStringLiteral("Quince"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    desk.stored(0);
    QCOMPARE(int(desk.session.project().concepts(desk.view).size()), 2);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(1)), Answer::Yes);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(0)), Answer::Unseen);
}

void AnnotatePageTest::aNewConceptNamesTheBoxThatWaits()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    auto* chooser = desk.page.findChild<ui::ConceptChooser*>();
    QVERIFY(chooser);
    auto* field = chooser->findChild<QLineEdit*>(QStringLiteral("conceptField"));
    QTest::keyClicks(field, QStringLiteral("Quince"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(int(desk.page.canvas().boxes().size()), 1);
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(2));
    QVERIFY(desk.answers.asked.isEmpty()); // nothing was annotated yet
}

void AnnotatePageTest::withoutConceptAsksBeforeItDeletesBoxes()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    desk.answers.choice = 1;
    desk.key(Qt::Key_N);
    QCOMPARE(int(desk.answers.asked.size()), 1);
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    desk.answers.choice = 0;
    desk.key(Qt::Key_N);
    QCOMPARE(desk.stored(0).state, ItemState::WithoutConcept);
    QVERIFY(desk.stored(0).boxes.empty());
    desk.session.project().undo(); // one step
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    QCOMPARE(desk.stored(0).state, ItemState::Annotated);
}

void AnnotatePageTest::arrowsNeverChangeTheImageInDetection()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_Right);
    QCOMPARE(desk.session.currentItem(), desk.session.items()[0]);
}

void AnnotatePageTest::oneDigitClassifiesAndAdvances()
{
    ImportedProject small(3);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe"), QStringLiteral("Unripe")});
    desk.key(Qt::Key_2);
    QCOMPARE(desk.session.currentItem(), desk.session.items()[1]);
    desk.key(Qt::Key_1);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(1)), Answer::Yes);
    QCOMPARE(desk.stored(1).answerFor(desk.conceptAt(0)), Answer::Yes);
    QCOMPARE(desk.stored(2).state, ItemState::Unseen);
    desk.page.labelling().setAdvance(false);
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_2); // thought again: one concept, not two
    QCOMPARE(desk.session.currentItem(), desk.session.items()[2]);
    QCOMPARE(desk.stored(2).labels, (std::vector<core::Label>{{desk.conceptAt(1), true}}));
}

void AnnotatePageTest::withoutConceptIsRefusedInClassification()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe")});
    desk.key(Qt::Key_N);
    QCOMPARE(desk.hints.last(), QStringLiteral("A classification image always has one concept."));
    QCOMPARE(desk.stored(0).state, ItemState::Unseen);
    QVERIFY(desk.session.project().undoTitle().contains(QStringLiteral("Added view")));
}

void AnnotatePageTest::otherConceptsStayUnseenInTagging()
{
    ImportedProject small(8);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf"), QStringLiteral("Worm"), QStringLiteral("Dew")});
    for (int i = 0; i < 8; ++i) {
        desk.key(Qt::Key_2, i % 2 == 0 ? Qt::NoModifier : Qt::ShiftModifier);
        desk.key(Qt::Key_D);
    }
    for (int i = 0; i < 8; ++i) {
        const core::ItemAnnotation stored = desk.stored(i);
        QCOMPARE(stored.answerFor(desk.conceptAt(1)), i % 2 == 0 ? Answer::Yes : Answer::No);
        QCOMPARE(stored.answerFor(desk.conceptAt(0)), Answer::Unseen);
        QCOMPARE(stored.answerFor(desk.conceptAt(2)), Answer::Unseen);
        QCOMPARE(int(stored.labels.size()), 1);
        QCOMPARE(stored.state, ItemState::Partly);
    }
}

void AnnotatePageTest::answersCycleByKeyAndByList()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf"), QStringLiteral("Worm")});
    desk.key(Qt::Key_1);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(0)), Answer::Yes);
    desk.key(Qt::Key_1);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(0)), Answer::Unseen);

    auto* list = desk.page.findChild<ui::ConceptList*>();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    for (const Answer expected : {Answer::Yes, Answer::No, Answer::Unseen}) {
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(1)), expected);
    }
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->answerRect(1, Answer::No).center());
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(1)), Answer::No);
    QTest::keyClick(list, Qt::Key_N); // a letter in the list is the page's
    QCOMPARE(desk.stored(0).state, ItemState::WithoutConcept);
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(0)), Answer::No);
}

void AnnotatePageTest::keysWalkThroughTheImages()
{
    ImportedProject small(4);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf")});
    const auto at = [&desk](int i) { return desk.session.currentItem() == desk.session.items()[std::size_t(i)]; };
    QCOMPARE(desk.text("position"), QStringLiteral("1 of 4"));
    desk.key(Qt::Key_D);
    QVERIFY(at(1));
    desk.key(Qt::Key_Right);
    QVERIFY(at(2));
    desk.key(Qt::Key_PageUp);
    QVERIFY(at(1));
    desk.key(Qt::Key_End);
    QVERIFY(at(3));
    desk.key(Qt::Key_D); // the last stays
    QVERIFY(at(3));
    desk.key(Qt::Key_Home);
    QVERIFY(at(0));
    QTest::mouseClick(desk.page.findChild<QWidget*>(QStringLiteral("nextImage")), Qt::LeftButton);
    QVERIFY(at(1));
    QCOMPARE(desk.text("position"), QStringLiteral("2 of 4"));
    QCOMPARE(desk.text("imageName"), QStringLiteral("picture01.png"));
}

void AnnotatePageTest::nextNotAnnotatedIsFound()
{
    ImportedProject small(4);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf")});
    desk.page.walk().goTo(1);
    desk.key(Qt::Key_1);
    desk.page.walk().goTo(2);
    desk.key(Qt::Key_N);
    desk.page.walk().goTo(0);
    desk.stored(0);
    desk.key(Qt::Key_U);
    QCOMPARE(desk.session.currentItem(), desk.session.items()[3]);
    desk.key(Qt::Key_U); // round to the first
    QCOMPARE(desk.session.currentItem(), desk.session.items()[0]);
}

void AnnotatePageTest::removingAnImageKeepsItsFile()
{
    ImportedProject small(3);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf")});
    const core::Item first = *desk.session.project().item(desk.session.items()[0]);
    desk.answers.choice = 1;
    desk.page.removeFromProject();
    QCOMPARE(int(desk.session.items().size()), 3);
    desk.answers.choice = 0;
    desk.page.removeFromProject();
    desk.session.project().waitForPending();
    QCOMPARE(desk.session.project().imageCount(), 2);
    QVERIFY(QFile::exists(first.image.path));
    QCOMPARE(desk.text("position"), QStringLiteral("1 of 2"));
    QCOMPARE(desk.text("imageName"), QStringLiteral("picture01.png"));
}

void AnnotatePageTest::anImageThatCannotBeReadKeepsItsAnnotation()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    const QString path = desk.session.project().item(desk.session.items()[0])->image.path;
    QVERIFY(QFile::remove(path));
    ui::AnnotatePage page(desk.session, desk.thumbnails); // nothing of the picture in memory
    page.resize(900, 600);
    page.show();
    QTRY_VERIFY(page.canvas().message().contains(QStringLiteral("Its annotations are kept.")));
    QCOMPARE(int(page.canvas().boxes().size()), 1);
}

void AnnotatePageTest::emptyStatesSayWhatIsMissing()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {});
    auto* empty = desk.page.findChild<QWidget*>(QStringLiteral("annotateEmpty"));
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(&desk.session, &ui::Session::viewsPageRequested);
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(int(wanted.size()), 1);
    desk.session.project().editAndWait(QStringLiteral("Added"), [&](core::Editor& editor) { editor.addConcept(desk.view, QStringLiteral("Apple")); });
    QTRY_VERIFY(!empty->isVisible());
    desk.session.setItems({});
    QVERIFY(empty->isVisible());
    QVERIFY(empty->findChild<QLabel*>()->text().contains(QStringLiteral("No image matches the filter.")));
}

void AnnotatePageTest::aGapIsNamedAndSeenClearsIt_data()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"button", "key", "all", "row", "list key"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void AnnotatePageTest::aGapIsNamedAndSeenClearsIt()
{
    QFETCH(QString, way);
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    QCOMPARE(desk.stored(0).state, ItemState::Annotated);
    auto* line = desk.page.findChild<QWidget*>(QStringLiteral("gapLine"));
    QVERIFY(!line->isVisible());
    desk.session.project().editAndWait(QStringLiteral("Added"), [&](core::Editor& editor) { editor.addConcept(desk.view, QStringLiteral("Leaf")); });
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(desk.text("gapText"), QStringLiteral("Leaf: not looked at"));
    QVERIFY(desk.text("imageState").contains(QStringLiteral("partly")));
    auto* list = desk.page.findChild<ui::ConceptList*>();
    QCOMPARE(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Leaf: not looked at"));
    if (way == QLatin1String("button"))
        QTest::mouseClick(desk.page.findChild<QPushButton*>(QStringLiteral("seen")), Qt::LeftButton);
    else if (way == QLatin1String("key"))
        desk.key(Qt::Key_2, Qt::ShiftModifier);
    else if (way == QLatin1String("all"))
        desk.key(Qt::Key_N, Qt::ShiftModifier);
    else if (way == QLatin1String("row"))
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->seenRect(1).center());
    else {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
    }
    QVERIFY(!line->isVisible()); // at once
    QCOMPARE(desk.stored(0).state, ItemState::Annotated);
    QVERIFY(desk.stored(0).gaps.empty());
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    desk.session.project().undo();
    QCOMPARE(desk.stored(0).state, ItemState::Partly);
    QTRY_VERIFY(line->isVisible());
}

void AnnotatePageTest::seenSaysWhyItDoesNothing()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_1, Qt::ShiftModifier);
    QVERIFY(desk.hints.last().contains(QStringLiteral("Nobody has annotated this image yet")));
    QCOMPARE(desk.stored(0).state, ItemState::Unseen);
}

void AnnotatePageTest::theLastImageSaysThatAllIsDoneAndIsNotOverwritten()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe"), QStringLiteral("Unripe")});
    auto* notice = desk.page.findChild<ui::NoticeBar*>();
    desk.key(Qt::Key_1);
    QVERIFY(!notice->isVisible());
    desk.key(Qt::Key_1);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(), QStringLiteral("All 2 are annotated."));
    QCOMPARE(notice->buttons(), QStringList{QStringLiteral("Train…")});
    desk.key(Qt::Key_2); // the next image that does not exist
    QCOMPARE(desk.stored(1).answerFor(desk.conceptAt(0)), Answer::Yes);
    QVERIFY(desk.hints.last().contains(QStringLiteral("last image")));
    QSignalSpy train(&desk.session, &ui::Session::trainRequested);
    QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAct0")), Qt::LeftButton);
    QCOMPARE(int(train.size()), 1);
    desk.key(Qt::Key_A);
    QVERIFY(!notice->isVisible());
    QVERIFY(desk.hints.last().isEmpty()); // what was said of the last image goes with it
    desk.key(Qt::Key_D);
    desk.key(Qt::Key_2); // gone back to on purpose
    QCOMPARE(desk.stored(1).answerFor(desk.conceptAt(1)), Answer::Yes);
}

void AnnotatePageTest::theLastImageLeadsToWhatIsLeft()
{
    ImportedProject small(3);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe")});
    desk.page.walk().goTo(2);
    desk.key(Qt::Key_D); // there is nothing after it, but it is not labelled yet
    desk.key(Qt::Key_1);
    QCOMPARE(desk.stored(2).state, ItemState::Annotated);
    auto* notice = desk.page.findChild<ui::NoticeBar*>();
    QVERIFY2(notice->text().contains(QStringLiteral("2 of this list are not fully annotated")), qPrintable(notice->text()));
    QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAct0")), Qt::LeftButton);
    QCOMPARE(desk.session.currentItem(), desk.session.items()[0]);
    QVERIFY(!notice->isVisible());
}

void AnnotatePageTest::theChooserTakesDigitsAndStandsBesideTheBox()
{
    ImportedProject small(1);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple"), QStringLiteral("Pear"), QStringLiteral("Leaf")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {300, 250});
    auto* chooser = desk.page.findChild<ui::ConceptChooser*>();
    QVERIFY(chooser && chooser->isVisible());
    const QRect box(desk.page.canvas().mapToGlobal(QPoint(200, 150)), QSize(100, 100));
    QVERIFY(!chooser->geometry().intersects(box));
    QVERIFY(std::abs(chooser->x() - box.right()) < 40 || std::abs(chooser->geometry().right() - box.left()) < 40);
    QTest::keyClick(chooser->findChild<QLineEdit*>(QStringLiteral("conceptField")), Qt::Key_3);
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(2));
    desk.key(Qt::Key_T); // Leaf was used last and is offered first, but keeps its key
    chooser = desk.page.findChildren<ui::ConceptChooser*>().last();
    auto* field = chooser->findChild<QLineEdit*>(QStringLiteral("conceptField"));
    QTest::keyClick(field, Qt::Key_1);
    QCOMPARE(desk.stored(0).boxes[0].conceptId, desk.conceptAt(0));
}

void AnnotatePageTest::aLongNameFitsIntoTheChooser()
{
    const QString name = QStringLiteral("Erythrocyte of a very long name ").repeated(8).trimmed();
    core::ConceptRecord record;
    record.id = core::ConceptId{1};
    record.name = name;
    ui::ConceptChooser chooser({record}, {});
    chooser.show();
    auto* list = chooser.findChild<QListWidget*>();
    QCOMPARE(list->horizontalScrollBar()->maximum(), 0);
    QVERIFY(list->visualItemRect(list->item(0)).width() <= list->viewport()->width());
    QVERIFY(list->item(0)->toolTip().contains(name));
    const int width = chooser.width();
    QTest::keyClicks(chooser.findChild<QLineEdit*>(), QString(300, QLatin1Char('x'))); // a name that is offered to be made
    QCOMPARE(chooser.width(), width);
    QVERIFY(chooser.minimumSizeHint().width() <= width);
}

void AnnotatePageTest::aLongFileNameLeavesTheHeaderWhole()
{
    ImportedProject small(1, QStringLiteral("a picture of a very long name ").repeated(6));
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe")});
    desk.page.resize(968, 560); // what the smallest window leaves
    QCoreApplication::processEvents();
    QVERIFY2(desk.page.minimumSizeHint().width() <= 968, qPrintable(QString::number(desk.page.minimumSizeHint().width())));
    QVERIFY(desk.page.findChild<QLabel*>(QStringLiteral("imageName"))->toolTip().contains(QStringLiteral("very long name")));
}

void AnnotatePageTest::enterPressesTheButtonWithTheFocus()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    auto* next = desk.page.findChild<QToolButton*>(QStringLiteral("nextImage"));
    next->setFocusPolicy(Qt::StrongFocus);
    desk.page.activateWindow();
    next->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(next->hasFocus());
    QTest::keyClick(next, Qt::Key_Return);
    QCOMPARE(desk.session.currentItem(), desk.session.items()[1]);
    QVERIFY(desk.page.canvas().boxes().empty());
}

/// However long the disk takes: going back shows what the person made.
void AnnotatePageTest::anImageIsShownAsItWasLabelledBeforeThatIsStored()
{
    ImportedProject small(3);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe"), QStringLiteral("Unripe")});
    core::Project& project = desk.session.project();
    QSemaphore disk;
    project.write([&disk](core::Database&) { disk.acquire(); }, {}); // a write that takes its time
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_Home);
    QVERIFY(project.hasPendingEdits());
    QCOMPARE(project.item(desk.session.items()[0])->annotation.state, ItemState::Unseen); // nothing is stored yet
    QVERIFY(desk.text("imageState").contains(QStringLiteral("annotated")) && !desk.text("imageState").contains(QStringLiteral("not annotated")));
    auto* list = desk.page.findChild<ui::ConceptList*>();
    QVERIFY(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("chosen")));
    QCOMPARE(desk.session.list().itemAt(1)->annotation.answerFor(desk.conceptAt(0)), Answer::Yes);
    disk.release();
    QCOMPARE(desk.stored(0).answerFor(desk.conceptAt(1)), Answer::Yes);
    QCOMPARE(desk.stored(1).answerFor(desk.conceptAt(0)), Answer::Yes);
    QTRY_VERIFY(desk.session.list().held().empty());
}

/// Forty labels by keys while the disk takes nothing: the page goes on showing them, and once there is space all are stored.
void AnnotatePageTest::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    constexpr int labelled = 40;
    ImportedProject small(labelled + 1);
    Desk desk(small, ViewType::Classification, {QStringLiteral("Ripe"), QStringLiteral("Unripe")});
    core::Project& project = desk.session.project();
    const auto shown = [&](int i) { return desk.session.list().itemAt(i)->annotation.answerFor(desk.conceptAt(i % 2)); };
    {
        const SmallDisk disk(QFileInfo(small.path() + QStringLiteral("/project.sqlite-wal")).size()); // not one byte more
        for (int i = 0; i < labelled; ++i)
            desk.key(i % 2 == 0 ? Qt::Key_1 : Qt::Key_2);
        project.waitForPending();
        QTRY_COMPARE(project.pendingEditCount(), labelled);
        for (int i = 0; i < labelled; ++i) {
            QCOMPARE(project.item(desk.session.items()[std::size_t(i)])->annotation.state, ItemState::Unseen); // not stored …
            QCOMPARE(shown(i), Answer::Yes);                                                                   // … and not forgotten
        }
        desk.page.walk().goTo(labelled - 1);
        QVERIFY(!desk.text("imageState").contains(QStringLiteral("not annotated")));
    }
    project.retryPending();
    QTRY_COMPARE(project.pendingEditCount(), 0);
    QTRY_VERIFY(!project.hasPendingEdits());
    for (int i = 0; i < labelled; ++i)
        QCOMPARE(project.item(desk.session.items()[std::size_t(i)])->annotation.answerFor(desk.conceptAt(i % 2)), Answer::Yes);
    QTRY_VERIFY(desk.session.list().held().empty());
    QCOMPARE(shown(labelled - 1), Answer::Yes);
#else
    QSKIP("there is no way here to make a disk refuse");
#endif
}

void AnnotatePageTest::holdingDownDoesNotQueueOldPictures()
{
    ImportedProject small(12);
    Desk desk(small, ViewType::Tagging, {QStringLiteral("Leaf")});
    ui::PictureLoader loader;
    QStringList ready;
    QObject::connect(&loader, &ui::PictureLoader::ready, &loader, [&ready](const QString& path) { ready.append(path); });
    QStringList paths;
    for (int i = 0; i < 12; ++i)
        paths << desk.session.list().itemAt(i)->image.path;
    for (const QString& path : paths)
        loader.request(path); // D is held
    QTRY_VERIFY(ready.contains(paths.last()));
    QCOMPARE(ready, QStringList{paths.last()}); // nobody is told of what lies behind
    QVERIFY(!loader.find(paths[5])); // nor was it read
}

void AnnotatePageTest::aVeryLargePictureHasTheMemoryForItself()
{
    const QTemporaryDir folder;
    const QString small = folder.filePath(QStringLiteral("small.png")), large = folder.filePath(QStringLiteral("large.jpg"));
    QImage(320, 240, QImage::Format_RGB888).save(small);
    QImage pixels(7000, 4500, QImage::Format_RGB888);
    pixels.fill(Qt::darkGreen);
    QVERIFY(pixels.save(large));
    QVERIFY(qint64(pixels.width()) * pixels.height() > ui::PictureLoader::mostPixels);
    ui::PictureLoader loader;
    std::vector<std::shared_ptr<const ui::LoadedPicture>> shown;
    QObject::connect(&loader, &ui::PictureLoader::ready, &loader, [&shown](const QString&, const std::shared_ptr<const ui::LoadedPicture>& picture) { shown.push_back(picture); });
    loader.request(small);
    QTRY_VERIFY(loader.find(small));
    shown.clear();
    loader.request(large);
    QTRY_VERIFY_WITH_TIMEOUT(loader.find(large), 20000);
    QCOMPARE(int(shown.size()), 2);
    QVERIFY(shown[0]->reduced);                                         // something to see at once …
    QVERIFY(!shown[1]->reduced && !shown[1]->whole);                    // … then as sharp as the window shows it
    QCOMPARE(shown[1]->levels.front().width(), pixels.width() / 2);
    QVERIFY(!loader.find(small)); // what was read before it makes room
    loader.request(large, true); // somebody looks closer
    QTRY_VERIFY_WITH_TIMEOUT(shown.back()->whole, 20000);
    QCOMPARE(shown.back()->levels.front().width(), pixels.width());
}

void AnnotatePageTest::aChangedFileAsksWhetherItIsTheSame()
{
    ImportedProject small(2);
    Desk desk(small, ViewType::Detection, {QStringLiteral("Apple")});
    desk.key(Qt::Key_B);
    desk.drag({200, 150}, {350, 300});
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
    const core::ImageId image = desk.session.list().itemAt(0)->image.id;
    desk.session.project().editAndWait(QStringLiteral("Changed"), [&](core::Editor& editor) { editor.setHealth({image}, core::Health::Changed); });
    auto* notice = desk.page.findChild<ui::NoticeBar*>();
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->buttons(), (QStringList{QStringLiteral("It is the same picture"), QStringLiteral("It is a new picture")}));
    QCOMPARE(int(desk.page.canvas().boxes().size()), 1);
    QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAct0")), Qt::LeftButton);
    desk.stored(0);
    QTRY_COMPARE(desk.session.list().itemAt(0)->image.health, core::Health::Good);
    QTRY_VERIFY(!notice->isVisible());
    QCOMPARE(int(desk.stored(0).boxes.size()), 1);
}

QTEST_MAIN(AnnotatePageTest)
#include "AnnotatePageTest.moc"
