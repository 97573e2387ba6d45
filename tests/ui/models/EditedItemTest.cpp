#include "core/project/ItemList.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/EditedItem.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using core::Answer;
using core::ItemState;
using core::ViewType;

namespace {

/// The first item of a small project, open.
struct Opened {
    explicit Opened(ViewType type, SmallProject::Parts parts = {.train = 4, .validation = 2}) : small(type, parts), item(*small.session)
    {
        small.session->list().load(small.view);
        item.setView(small.project().view(small.view));
        item.setConcepts(small.concepts());
        item.open(id(0));
    }
    core::ItemId id(int row) const { return small.session->items()[std::size_t(row)]; }
    core::ConceptId conceptAt(int place) const { return small.concepts()[std::size_t(place)].id; }
    core::ItemAnnotation stored() const { return small.project().item(id(0))->annotation; }
    void settle()
    {
        small.project().waitForPending();
        QCoreApplication::processEvents();
    }

    SmallProject small;
    ui::EditedItem item;
};

} // namespace

class EditedItemTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void anActIsShownBeforeItIsStoredAndAfter()
    {
        Opened opened(ViewType::Classification);
        const core::ConceptId second = opened.conceptAt(1);
        QSignalSpy changed(&opened.item, &ui::EditedItem::changed);
        QSemaphore disk;
        opened.small.project().write([&disk](core::Database&) { disk.acquire(); }, {}); // a write that takes its time
        opened.item.setClass(second);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(opened.item.annotation().answerFor(second), Answer::Yes);
        QCOMPARE(opened.stored().answerFor(second), Answer::Unseen);
        QCOMPARE(opened.small.session->list().itemAt(0)->annotation.answerFor(second), Answer::Yes); // the grid shows the same
        opened.item.open(opened.id(1)); // away and back, while it is still not stored
        opened.item.open(opened.id(0));
        QCOMPARE(opened.item.annotation().answerFor(second), Answer::Yes);
        disk.release();
        opened.settle();
        QCOMPARE(opened.stored().answerFor(second), Answer::Yes);
        QCOMPARE(opened.item.annotation(), opened.stored());
        opened.small.project().undo();
        opened.settle();
        QTRY_COMPARE(opened.item.annotation().answerFor(opened.conceptAt(0)), Answer::Yes);
    }

    void whatIsSaidWhileBusyIsReadAfterwards()
    {
        Opened opened(ViewType::Detection);
        const core::ItemAnnotation before = opened.item.annotation();
        opened.item.setBusy(true); // a drag
        opened.small.project().editAndWait(QStringLiteral("Elsewhere"), [&](core::Editor& editor) { editor.setBoxes(opened.id(0), {}); });
        opened.settle();
        QCOMPARE(opened.item.annotation(), before);
        QSignalSpy changed(&opened.item, &ui::EditedItem::changed);
        opened.item.setBusy(false);
        QCOMPARE(changed.count(), 1);
        QVERIFY(opened.item.annotation().boxes.empty());
    }

    void actsThatMakeNoDifferenceAreNoSteps_data()
    {
        QTest::addColumn<ViewType>("type");
        QTest::addColumn<QString>("act");
        QTest::newRow("the class it has") << ViewType::Classification << "class";
        QTest::newRow("a concept of nobody") << ViewType::Classification << "foreign";
        QTest::newRow("the answer it has") << ViewType::Tagging << "answer";
        QTest::newRow("the boxes it has") << ViewType::Detection << "boxes";
        QTest::newRow("looked for again") << ViewType::Detection << "seen";
        QTest::newRow("nothing open") << ViewType::Detection << "closed";
    }

    void actsThatMakeNoDifferenceAreNoSteps()
    {
        QFETCH(ViewType, type);
        QFETCH(QString, act);
        Opened opened(type);
        ui::EditedItem& item = opened.item;
        const QString step = opened.small.project().undoTitle();
        if (act == QLatin1String("class"))
            item.setClass(opened.conceptAt(0));
        else if (act == QLatin1String("foreign"))
            item.setClass(core::ConceptId{4711});
        else if (act == QLatin1String("answer"))
            item.setAnswer(opened.conceptAt(0), Answer::Yes);
        else if (act == QLatin1String("boxes"))
            item.setBoxes(QStringLiteral("Moved a box"), std::vector(item.annotation().boxes));
        else if (act == QLatin1String("seen"))
            item.markSeen({opened.conceptAt(0)});
        else {
            item.close();
            item.setWithoutConcept();
        }
        QVERIFY(!opened.small.project().hasPendingEdits());
        opened.settle();
        QCOMPARE(opened.small.project().undoTitle(), step);
    }

    void seenClearsTheGapsItIsGiven()
    {
        Opened opened(ViewType::Detection);
        core::ConceptId leaf;
        opened.small.project().editAndWait(QStringLiteral("Added"), [&](core::Editor& editor) { leaf = editor.addConcept(opened.small.view, QStringLiteral("Leaf")); });
        opened.settle();
        opened.item.setConcepts(opened.small.concepts());
        QTRY_COMPARE(opened.item.annotation().state, ItemState::Partly);
        opened.item.markSeen({leaf});
        QCOMPARE(opened.item.annotation().state, ItemState::Annotated); // at once
        opened.settle();
        QCOMPARE(opened.stored().state, ItemState::Annotated);
        QCOMPARE(opened.small.project().undoTitle(), QStringLiteral("Looked for Leaf"));
    }

    void anItemThatLeavesTheProjectIsGone()
    {
        Opened opened(ViewType::Tagging);
        QSignalSpy gone(&opened.item, &ui::EditedItem::gone);
        const core::ImageId image = opened.item.image().id;
        opened.small.project().editAndWait(QStringLiteral("Removed"), [image](core::Editor& editor) { editor.removeImages({image}); });
        QTRY_COMPARE(gone.count(), 1);
        QVERIFY(!opened.item.isOpen());
    }

    void anItemOfAnotherViewIsNotOpened()
    {
        Opened opened(ViewType::Tagging);
        core::ViewId other;
        opened.small.project().editAndWait(QStringLiteral("Added view"), [&](core::Editor& editor) { other = editor.addView(QStringLiteral("Other"), ViewType::Detection); });
        opened.item.setView(opened.small.project().view(other));
        QVERIFY(!opened.item.isOpen());
        opened.item.open(opened.id(0)); // the list still belongs to the view before
        QVERIFY(!opened.item.isOpen());
    }
};

QTEST_GUILESS_MAIN(EditedItemTest) // needs no window
#include "EditedItemTest.moc"
