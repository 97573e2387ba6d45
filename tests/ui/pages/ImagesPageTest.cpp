#include "core/pictures/Thumbnails.h"
#include "core/project/ItemList.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/pages/ImagesPage.h"
#include "ui/widgets/ItemFilterBar.h"
#include "ui/widgets/ItemInspector.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ThumbnailGrid.h"
#include "ui/widgets/TileDelegate.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTest>

using namespace ui;

class ImagesPageTest final : public QObject {
    Q_OBJECT

    struct Shown {
        explicit Shown(core::ViewType type, Ask ask = SmallProject::silent())
            : small(type, {.train = 12, .validation = 6}, std::move(ask)), thumbnails(QString()), page(*small.session, thumbnails)
        {
            page.resize(1100, 700);
            page.show();
            grid = page.findChild<ThumbnailGrid*>(QStringLiteral("grid"));
        }
        core::ItemAnnotation annotation(int row) { return small.project().item(small.session->items()[size_t(row)])->annotation; }
        void select(int first, int last)
        {
            grid->selectionModel()->setCurrentIndex(grid->model()->index(first, 0), QItemSelectionModel::ClearAndSelect);
            for (int row = first; row <= last; ++row)
                grid->selectionModel()->select(grid->model()->index(row, 0), QItemSelectionModel::Select);
        }
        SmallProject small;
        core::Thumbnails thumbnails;
        ImagesPage page;
        ThumbnailGrid* grid;
    };

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void digitLabelsTheSelectionAsOneAct()
    {
        Shown shown(core::ViewType::Classification);
        shown.select(0, 4);
        QTest::keyClick(shown.grid, Qt::Key_2);
        shown.small.project().waitForPending();
        const core::ConceptId second = shown.small.concepts()[1].id;
        for (int row = 0; row < 5; ++row)
            QVERIFY(shown.annotation(row).labels.front().conceptId == second);
        shown.small.project().undo();
        shown.small.project().waitForPending();
        QVERIFY(shown.annotation(0).labels.front().conceptId == shown.small.concepts()[0].id);
        QVERIFY(shown.annotation(2).labels.front().conceptId == shown.small.concepts()[0].id);
    }

    void taggingTakesYesNoAndWithoutConcept()
    {
        Shown shown(core::ViewType::Tagging);
        const core::ConceptId second = shown.small.concepts()[1].id;
        shown.select(1, 1);
        QTest::keyClick(shown.grid, Qt::Key_2);
        shown.small.project().waitForPending();
        QCOMPARE(shown.annotation(1).answerFor(second), core::Answer::Yes);
        QTest::keyClick(shown.grid, Qt::Key_2, Qt::ShiftModifier);
        shown.small.project().waitForPending();
        QCOMPARE(shown.annotation(1).answerFor(second), core::Answer::No);
        QTest::keyClick(shown.grid, Qt::Key_N);
        shown.small.project().waitForPending();
        QCOMPARE(shown.annotation(1).state, core::ItemState::WithoutConcept);
    }

    void detectionSaysWhereBoxesAreDrawn()
    {
        Shown shown(core::ViewType::Detection);
        QSignalSpy hint(shown.small.session.get(), &Session::hintRequested);
        const core::ItemAnnotation before = shown.annotation(0);
        shown.select(0, 0);
        QTest::keyClick(shown.grid, Qt::Key_1);
        shown.small.project().waitForPending();
        QCOMPARE(hint.count(), 1);
        QVERIFY(shown.annotation(0) == before);
    }

    void deleteAsksAndRemoves_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("left");
        QTest::newRow("remove") << 0 << 16;
        QTest::newRow("cancel") << 1 << 18;
        QTest::newRow("escape") << -1 << 18;
    }

    void deleteAsksAndRemoves()
    {
        QFETCH(int, answer);
        QFETCH(int, left);
        Ask ask = SmallProject::silent();
        QStringList offered;
        ask.choose = [&](QWidget*, const QString&, const QString&, const QStringList& buttons, const Ask::Chosen& chosen) {
            offered = buttons;
            chosen(answer);
        };
        Shown shown(core::ViewType::Detection, ask);
        shown.select(3, 4);
        QTest::keyClick(shown.grid, Qt::Key_Delete);
        shown.small.project().waitForPending();
        QTRY_COMPARE(shown.grid->model()->rowCount(), left);
        QCOMPARE(offered.last(), QStringLiteral("Cancel"));
        if (answer == 0) {
            shown.small.project().undo();
            shown.small.project().waitForPending();
            QTRY_COMPARE(shown.grid->model()->rowCount(), 18);
        }
    }

    void filtersNarrowTheListAndTheSession()
    {
        Shown shown(core::ViewType::Detection);
        auto* split = shown.page.findChild<QComboBox*>(QStringLiteral("splitFilter"));
        split->setCurrentIndex(2);
        Q_EMIT split->activated(2);
        QCOMPARE(shown.grid->model()->rowCount(), 6);
        QCOMPARE(int(shown.small.session->items().size()), 6);
        auto* search = shown.page.findChild<QLineEdit*>(QStringLiteral("search"));
        search->setText(QStringLiteral("picture013"));
        QTRY_COMPARE(shown.grid->model()->rowCount(), 1);
        search->setText(QStringLiteral("nowhere"));
        QTRY_COMPARE(shown.grid->model()->rowCount(), 0);
        QVERIFY(shown.page.findChild<QLabel*>(QStringLiteral("emptySentence"))->isVisible());
        QTest::mouseClick(shown.page.findChild<QPushButton*>(QStringLiteral("emptyButton")), Qt::LeftButton);
        QCOMPARE(shown.grid->model()->rowCount(), 18);
    }

    void conceptFilterShowsItsImages()
    {
        Shown shown(core::ViewType::Classification);
        auto* filter = shown.page.findChild<QComboBox*>(QStringLiteral("conceptFilter"));
        QCOMPARE(filter->count(), 3);
        filter->setCurrentIndex(1);
        Q_EMIT filter->activated(1);
        QCOMPARE(shown.grid->model()->rowCount(), 9);
    }

    void splitOfTheSelectionIsSet()
    {
        Shown shown(core::ViewType::Detection);
        shown.select(0, 2);
        shown.page.setSplitOfSelected(core::Split::Test);
        shown.small.project().waitForPending();
        QCOMPARE(shown.small.project().summary(shown.small.view).test, 3);
        QTRY_COMPARE(shown.page.selectedItems().size(), std::size_t(3)); // still chosen
    }

    void oddPictureIsAccepted()
    {
        Shown shown(core::ViewType::Detection);
        const core::ImageId image = shown.small.project().item(shown.small.session->items()[0])->image.id;
        shown.small.project().editAndWait(QStringLiteral("Odd"), [&](core::Editor& editor) { editor.setHealth({image}, core::Health::Odd); });
        shown.select(0, 0);
        auto* accept = shown.page.findChild<QPushButton*>(QStringLiteral("acceptPicture"));
        QTRY_VERIFY(accept->isVisible());
        QTest::mouseClick(accept, Qt::LeftButton);
        shown.small.project().waitForPending();
        QCOMPARE(shown.small.project().item(shown.small.session->items()[0])->image.health, core::Health::Good);
        QTRY_VERIFY(!accept->isVisible());
    }

    void enterAsksForAnnotate()
    {
        Shown shown(core::ViewType::Detection);
        QSignalSpy asked(shown.small.session.get(), &Session::annotateRequested);
        shown.select(5, 5);
        QTest::keyClick(shown.grid, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(shown.small.session->currentItem() == shown.small.session->items()[5]);
    }

    void countsNameTheSelection()
    {
        Shown shown(core::ViewType::Detection);
        shown.select(0, 2);
        QVERIFY(shown.page.countText().contains(QLatin1String("18")));
        QVERIFY(shown.page.countText().contains(QLatin1String("3 selected")));
    }

    void seenIsSetForASelection()
    {
        Shown shown(core::ViewType::Detection);
        core::ConceptId leaf;
        shown.small.project().editAndWait(QStringLiteral("Added"), [&](core::Editor& editor) { leaf = editor.addConcept(shown.small.view, QStringLiteral("Leaf")); });
        QTRY_COMPARE(shown.page.findChild<QComboBox*>(QStringLiteral("conceptFilter"))->count(), 4); // the page knows it
        QCOMPARE(shown.annotation(0).state, core::ItemState::Partly);
        QTRY_VERIFY(shown.page.findChild<QPushButton*>(QStringLiteral("seenButton"))->isVisible());
        shown.select(0, 2);
        auto* state = shown.page.findChild<QLabel*>(QStringLiteral("inspectorState"));
        QTRY_COMPARE(state->text(), QStringLiteral("partly annotated"));
        QTest::keyClick(shown.grid, Qt::Key_3, Qt::ShiftModifier);
        QTRY_COMPARE(state->text(), QStringLiteral("annotated"));
        shown.small.project().waitForPending();
        for (int row = 0; row < 3; ++row)
            QCOMPARE(shown.annotation(row).state, core::ItemState::Annotated);
        QCOMPARE(shown.annotation(3).state, core::ItemState::Partly);
        QCOMPARE(shown.small.project().undoTitle(), QStringLiteral("Looked for Leaf on 3 image(s)"));
    }

    void severalSelectedOnesAreSaidInNumbers()
    {
        Shown shown(core::ViewType::Detection);
        auto* name = shown.page.findChild<QLabel*>(QStringLiteral("inspectorName"));
        shown.select(0, 0);
        QCOMPARE(name->text(), QStringLiteral("picture000.png"));
        shown.select(10, 13); // two of the training, two of the validation images
        QCOMPARE(name->text(), QStringLiteral("4 image(s) selected"));
        QVERIFY(!shown.page.findChild<QPushButton*>(QStringLiteral("inspectorAnnotate"))->isVisibleTo(&shown.page));
        QStringList words;
        for (const QLabel* label : shown.page.findChild<ItemInspector*>()->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.contains(QStringLiteral("Training: 2\nValidation: 2")), qPrintable(words.join(QLatin1Char('|'))));
    }

    void theFieldsAreWholeBesideTheInspectorInTheSmallestWindow()
    {
        Shown shown(core::ViewType::Detection);
        const core::ImageId image = shown.small.session->list().itemAt(0)->image.id;
        shown.small.project().editAndWait(QStringLiteral("Gone"), [&](core::Editor& editor) { editor.setHealth({image}, core::Health::Missing); });
        auto* bar = shown.page.findChild<ItemFilterBar*>();
        QTRY_VERIFY(bar->findChild<QComboBox*>(QStringLiteral("healthFilter"))->isVisible());
        auto* split = bar->findChild<QComboBox*>(QStringLiteral("splitFilter"));
        split->setCurrentIndex(1);
        Q_EMIT split->activated(1); // "Clear filters" is there, too
        shown.page.setInspectorVisible(true);
        shown.page.resize(968, 560); // what the smallest window leaves, with the rail as icons
        QCoreApplication::processEvents();
        QVERIFY2(shown.page.minimumSizeHint().width() <= 968, qPrintable(QString::number(shown.page.minimumSizeHint().width())));
        QRegion taken;
        for (const char* name : {"search", "conceptFilter", "splitFilter", "stateFilter", "healthFilter", "clearFilters", "tileSize"}) {
            const auto* field = bar->findChild<QWidget*>(QLatin1String(name));
            const QRect place(field->mapTo(bar, QPoint()), field->size());
            QVERIFY2(field->isVisible() && bar->rect().contains(place), name);
            QVERIFY2(field->width() >= field->minimumSizeHint().width(), name);
            QVERIFY2(!taken.intersects(place), name);
            taken += place;
        }
        QVERIFY(bar->geometry().bottom() < shown.grid->mapTo(&shown.page, QPoint()).y());
    }

    void whoGivesThePageTheFocusMeansItsContent()
    {
        Shown shown(core::ViewType::Detection);
        shown.page.setFocus(); // as the window does when a project was opened
        QCOMPARE(shown.page.focusWidget(), shown.grid);
        auto* search = shown.page.findChild<QLineEdit*>(QStringLiteral("search"));
        search->setText(QStringLiteral("nowhere"));
        QTRY_COMPARE(shown.grid->model()->rowCount(), 0);
        shown.page.setFocus();
        QCOMPARE(shown.page.focusWidget()->objectName(), QStringLiteral("emptyButton"));
    }

    void smallTilesGiveTheirLineToTheName()
    {
        QCOMPARE(TileDelegate::stateBesideName(core::ItemState::Unseen, 166), QStringLiteral("not annotated")); // the size at first
        QVERIFY(TileDelegate::stateBesideName(core::ItemState::Unseen, 100).isEmpty());
    }

    void filesThatAreMissingAreCountedFilteredAndKept()
    {
        Shown shown(core::ViewType::Detection);
        auto* notice = shown.page.findChild<NoticeBar*>();
        QVERIFY(!notice->isVisible());
        auto* filter = shown.page.findChild<QComboBox*>(QStringLiteral("healthFilter"));
        QVERIFY(!filter->isVisible());
        const core::Item first = *shown.small.session->list().itemAt(0);
        shown.small.project().editAndWait(QStringLiteral("Gone"), [&](core::Editor& editor) { editor.setHealth({first.image.id}, core::Health::Missing); });
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("1 image is not where it was.")) || notice->text().contains(QStringLiteral("1 image(s) are not")), qPrintable(notice->text()));
        QVERIFY(filter->isVisible());
        shown.select(0, 0);
        QVERIFY(shown.page.findChild<QPushButton*>(QStringLiteral("relink"))->isVisible());
        QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAct0")), Qt::LeftButton);
        QCOMPARE(shown.grid->model()->rowCount(), 1);
        QCOMPARE(shown.annotation(0), first.annotation);
        QVERIFY(shown.grid->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not where it was")));
    }

    void picturesOfAProjectWithoutViewAreShown()
    {
        Shown shown(core::ViewType::Classification);
        shown.small.project().editAndWait(QStringLiteral("Delete"), [&](core::Editor& editor) { editor.removeView(shown.small.view); });
        auto* notice = shown.page.findChild<NoticeBar*>();
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(shown.grid->model()->rowCount(), 18);
        QVERIFY(shown.grid->isVisible());
        QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAct0")), Qt::LeftButton);
        auto* dialog = shown.page.findChild<NewViewDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QLineEdit*>(QStringLiteral("viewName"))->setText(QStringLiteral("Fruit"));
        dialog->findChild<QPushButton*>(QStringLiteral("createView"))->click();
        QTRY_VERIFY(!notice->isVisible());
        QVERIFY(shown.page.isVisible()); // one is still where the pictures are
        QCOMPARE(shown.grid->model()->rowCount(), 18);
        QVERIFY(shown.small.session->list().itemAt(0)->view.isValid());
    }

    void veryManyAreAskedAbout()
    {
        QString question;
        Ask ask = SmallProject::silent();
        ask.choose = [&](QWidget*, const QString&, const QString& text, const QStringList&, const Ask::Chosen& chosen) {
            question = text;
            chosen(question.contains(QStringLiteral("no\".")) ? 1 : 0);
        };
        SmallProject small(core::ViewType::Tagging, {.train = 1005, .validation = 5}, ask);
        core::Thumbnails thumbnails{QString()};
        ImagesPage page(*small.session, thumbnails);
        page.resize(1100, 700);
        page.show();
        auto* grid = page.findChild<ThumbnailGrid*>(QStringLiteral("grid"));
        page.selectAll();
        const core::ConceptId second = small.concepts()[1].id;
        QTest::keyClick(grid, Qt::Key_2, Qt::ShiftModifier); // answered with Cancel
        QVERIFY2(question.contains(QLocale().toString(1010)) && question.count(QStringLiteral(".png")) == 9, qPrintable(question));
        QTest::keyClick(grid, Qt::Key_2);
        small.project().waitForPending();
        for (const core::Item& item : small.project().items(small.session->items()))
            QCOMPARE(item.annotation.answerFor(second), core::Answer::Yes);
    }

    void tilesAreAccessibleChildren()
    {
        Shown shown(core::ViewType::Detection);
        QAccessibleInterface* grid = QAccessible::queryAccessibleInterface(shown.grid);
        QCOMPARE(grid->childCount(), 18);
        QAccessibleInterface* tile = grid->child(1);
        QVERIFY(tile->text(QAccessible::Name).contains(QStringLiteral("picture001.png")));
        QVERIFY(tile->text(QAccessible::Name).contains(QStringLiteral("annotated")));
        const QPoint middle = tile->rect().center();
        QCOMPARE(grid->childAt(middle.x(), middle.y()), tile);
        QVERIFY(!tile->state().selected);
        tile->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(tile->state().selected);
        QCOMPARE(shown.grid->currentIndex().row(), 1);
    }

    void aHiddenGridTakesNoThumbnailsFromOtherPages()
    {
        Shown shown(core::ViewType::Detection);
        shown.page.hide();
        const std::vector<core::Item> items = shown.small.project().items(shown.small.session->items());
        for (const core::Item& item : items) // a filmstrip
            shown.thumbnails.request(item, core::Thumbnails::smallSide);
        shown.small.session->list().load(shown.small.view); // the list is read anew meanwhile
        for (const core::Item& item : items)
            QTRY_VERIFY2(shown.thumbnails.find(item, core::Thumbnails::smallSide).has_value(), qPrintable(item.image.name()));
    }

    void thumbnailsComeIntoTheGrid()
    {
        Shown shown(core::ViewType::Detection);
        const core::Item item = *shown.small.project().item(shown.small.session->items()[0]);
        QTRY_VERIFY(shown.thumbnails.find(item, 320).has_value());
        QVERIFY(QTest::qWaitFor([&] {
            const QRect tile = shown.grid->visualRect(shown.grid->model()->index(0, 0));
            return shown.grid->viewport()->grab(tile).toImage().pixelColor(tile.width() / 2, tile.height() / 8).saturation() > 40; // the picture's own colour
        }));
    }
};

QTEST_MAIN(ImagesPageTest)
#include "ImagesPageTest.moc"
