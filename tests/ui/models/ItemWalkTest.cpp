#include "core/project/ItemList.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/ItemWalk.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using core::ViewType;

namespace {

/// Six images that are all annotated; the walk begins at the first.
struct Way {
    Way() : small(ViewType::Classification, {.train = 4, .validation = 2}), walk(*small.session) { small.session->list().load(small.view); }

    core::ItemId id(int row) const { return small.session->items()[std::size_t(row)]; }

    SmallProject small;
    ui::ItemWalk walk;
};

} // namespace

class ItemWalkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void itStandsOnTheCurrentItemOfTheSession()
    {
        Way way;
        QCOMPARE(way.walk.position(), 0);
        QCOMPARE(way.small.session->currentItem(), way.id(0));
        QVERIFY(!way.walk.hasPrevious() && way.walk.hasNext());
        way.small.session->setCurrentItem(way.id(3));
        QCOMPARE(way.walk.position(), 3);
        way.walk.goBy(-2);
        QCOMPARE(way.small.session->currentItem(), way.id(1));
        way.walk.goTo(17); // there is no such place
        QCOMPARE(way.walk.position(), 1);
        way.walk.goToLast();
        QCOMPARE(way.walk.position(), 5);
    }

    void whereTheItemIsGoneTheNearestIsNext_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("first") << 0 << 1;
        QTest::newRow("middle") << 2 << 3;
        QTest::newRow("last") << 5 << 4;
    }

    void whereTheItemIsGoneTheNearestIsNext()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        Way way;
        way.walk.goTo(from);
        const core::ItemId expected = way.id(to);
        std::vector<core::ItemId> left = way.small.session->items();
        left.erase(left.begin() + from);
        way.small.session->setItems(left);
        QCOMPARE(way.walk.item(), expected);
        way.small.session->setItems({});
        QCOMPARE(way.walk.position(), -1);
        QVERIFY(!way.walk.item().isValid());
    }

    void theEndIsLeftByGoingElsewhere()
    {
        Way way;
        QSignalSpy end(&way.walk, &ui::ItemWalk::endReached);
        way.walk.goTo(5);
        QVERIFY(!way.walk.isAtEnd()); // only a step beyond it is the end
        way.walk.goBy(1);
        QCOMPARE(end.count(), 1);
        QVERIFY(way.walk.isAtEnd());
        way.walk.find(); // the list was looked at again
        QVERIFY(way.walk.isAtEnd());
        way.walk.goBy(-1);
        QVERIFY(!way.walk.isAtEnd());
    }

    void anEmptyListHasNoEnd()
    {
        Way way;
        way.small.session->setItems({});
        QSignalSpy end(&way.walk, &ui::ItemWalk::endReached);
        way.walk.goBy(1);
        QCOMPARE(end.count(), 0);
    }

    void openItemsKnowWhatIsNotStoredYet()
    {
        Way way;
        QVERIFY(way.walk.openItems().empty());
        QSignalSpy none(&way.walk, &ui::ItemWalk::noneOpen);
        way.walk.goToNextOpen();
        QCOMPARE(none.count(), 1);
        core::ItemAnnotation unseen;
        unseen.state = core::ItemState::Unseen;
        QSemaphore disk;
        way.small.project().write([&disk](core::Database&) { disk.acquire(); }, {});
        const auto ticket = way.small.project().edit(QStringLiteral("Cleared"), [](core::Editor&) {});
        way.small.session->list().hold({{way.id(1), unseen}}, ticket);
        QCOMPARE(way.walk.openItems(), std::unordered_set<core::ItemId>{way.id(1)});
        way.walk.goTo(4);
        way.walk.goToNextOpen(); // round the list
        QCOMPARE(way.walk.position(), 1);
        disk.release();
        way.small.project().waitForPending();
    }
};

QTEST_GUILESS_MAIN(ItemWalkTest) // needs no window
#include "ItemWalkTest.moc"
