#include "core/project/ItemList.h"

#include "AddedPictures.h"

#include "core/dataset/Annotating.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

/// A project of `count` pictures, without files, and with a view unless none is wanted.
struct Shelf {
    explicit Shelf(int count, bool withView = true) : project(Project::create(folder.filePath(QStringLiteral("project"))))
    {
        addPictures(*project, count);
        if (withView) {
            project->editAndWait(QStringLiteral("Add view"), [this](Editor& editor) {
                view = editor.addView(QStringLiteral("Fruit"), ViewType::Classification);
                apple = editor.addConcept(view, QStringLiteral("Apple"));
                pear = editor.addConcept(view, QStringLiteral("Pear"));
            });
        }
        QCoreApplication::processEvents(); // what was announced of the making
        list = std::make_unique<ItemList>(*project);
    }

    QTemporaryDir folder;
    std::unique_ptr<Project> project;
    ViewId view;
    ConceptId apple, pear;
    std::unique_ptr<ItemList> list;
};

} // namespace

class ItemListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsAreReadInBlocksInTheOrderOfTheIds();
    void itemsThatAreGoneLeaveTheOthersInTheirPlace();
    void aShortListIsThereAtOnce();
    void aLongListIsReadAside();
    void aLaterRequestReplacesTheOneBefore();
    void whatIsNotWrittenYetIsShown();
    void aFailedEditShowsWhatIsStored();
    void picturesOfAProjectWithoutViewAreShown();
};

void ItemListTest::itemsAreReadInBlocksInTheOrderOfTheIds()
{
    Shelf shelf(160); // more than two blocks
    std::vector<ItemId> ids = shelf.project->itemIds(shelf.view);
    std::ranges::reverse(ids);
    shelf.list->setIds(ids);
    QCOMPARE(shelf.list->size(), 160);
    for (const int row : {0, 63, 64, 159, 1}) {
        QVERIFY(shelf.list->itemAt(row));
        QCOMPARE(shelf.list->itemAt(row)->id, ids[std::size_t(row)]);
        QCOMPARE(shelf.list->rowOf(ids[std::size_t(row)]), row);
    }
    QVERIFY(!shelf.list->itemAt(160));
    QVERIFY(!shelf.list->itemAt(-1));
    QCOMPARE(shelf.list->rowOf({987654}), -1);
}

void ItemListTest::itemsThatAreGoneLeaveTheOthersInTheirPlace()
{
    Shelf shelf(10);
    shelf.list->load(shelf.view);
    const std::vector<ItemId> ids = shelf.list->ids();
    const ImageId image = shelf.list->itemAt(3)->image.id;
    shelf.project->editAndWait(QStringLiteral("Remove"), [&](Editor& editor) { editor.removeImages({image}); });
    shelf.list->reread({});
    QVERIFY(!shelf.list->itemAt(3));
    QCOMPARE(shelf.list->itemAt(4)->id, ids[4]);
    QVERIFY(!shelf.list->find(ids[3]));
}

void ItemListTest::aShortListIsThereAtOnce()
{
    Shelf shelf(10);
    QSignalSpy loaded(shelf.list.get(), &ItemList::loaded);
    shelf.list->load(shelf.view, {.split = Split::Validation});
    QCOMPARE(shelf.list->size(), 2);
    QCOMPARE(int(loaded.size()), 1);
}

void ItemListTest::aLongListIsReadAside()
{
    Shelf shelf(ItemList::readAtOnce + 500);
    QSignalSpy reset(shelf.list.get(), &ItemList::reset);
    QSignalSpy loaded(shelf.list.get(), &ItemList::loaded);
    shelf.list->load(shelf.view);
    QVERIFY(shelf.list->isLoading());
    QCOMPARE(shelf.list->size(), 0); // the caller goes on
    QTRY_COMPARE(int(loaded.size()), 1);
    QCOMPARE(shelf.list->size(), ItemList::readAtOnce + 500);
    QCOMPARE(shelf.list->ids(), shelf.project->itemIds(shelf.view));
    shelf.list->load(shelf.view);
    QTRY_COMPARE(int(loaded.size()), 2);
    QCOMPARE(int(reset.size()), 1); // the same list keeps its place
}

void ItemListTest::aLaterRequestReplacesTheOneBefore()
{
    Shelf shelf(ItemList::readAtOnce + 500);
    QSignalSpy loaded(shelf.list.get(), &ItemList::loaded);
    shelf.list->load(shelf.view);
    shelf.list->load(shelf.view, {.split = Split::Train});
    shelf.list->load(shelf.view, {.split = Split::Validation});
    QTRY_VERIFY(!shelf.list->isLoading());
    QCOMPARE(shelf.list->size(), (ItemList::readAtOnce + 500) / 5);
    QCOMPARE(int(loaded.size()), 1);
}

void ItemListTest::whatIsNotWrittenYetIsShown()
{
    Shelf shelf(5);
    shelf.list->load(shelf.view);
    const ItemId item = shelf.list->ids()[2];
    QSignalSpy changed(shelf.list.get(), &ItemList::changed);
    const Project::Ticket first = shelf.project->edit(QStringLiteral("Apple"), [&](Editor& editor) { editor.setClass({item}, shelf.apple); });
    shelf.list->hold({{item, withClass({}, shelf.apple)}}, first);
    const Project::Ticket second = shelf.project->edit(QStringLiteral("Pear"), [&](Editor& editor) { editor.setClass({item}, shelf.pear); });
    shelf.list->hold({{item, withClass({}, shelf.pear)}}, second);
    QTRY_VERIFY(!shelf.project->hasPendingEdits() && shelf.list->held().empty());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(shelf.list->itemAt(2)->annotation.answerFor(shelf.pear), Answer::Yes);
    QCOMPARE(shelf.list->find(item)->annotation, shelf.project->item(item)->annotation);
}

void ItemListTest::aFailedEditShowsWhatIsStored()
{
    Shelf shelf(5);
    shelf.list->load(shelf.view);
    const ItemId item = shelf.list->ids()[0];
    const ConceptId nowhere{9999};
    const Project::Ticket ticket = shelf.project->edit(QStringLiteral("Wrong"), [&](Editor& editor) { editor.setClass({item}, nowhere); });
    shelf.list->hold({{item, withClass({}, nowhere)}}, ticket);
    QTRY_VERIFY(shelf.list->held().empty());
    QCOMPARE(shelf.list->itemAt(0)->annotation, ItemAnnotation{});
}

void ItemListTest::picturesOfAProjectWithoutViewAreShown()
{
    Shelf shelf(7, false);
    shelf.list->load({});
    QCOMPARE(shelf.list->size(), 7);
    QCOMPARE(shelf.list->itemAt(3)->image.relativePath, QStringLiteral("3.png"));
    QVERIFY(!shelf.list->itemAt(3)->view.isValid());
    QCOMPARE(int(shelf.list->records({shelf.list->ids()[1], shelf.list->ids()[6]}).size()), 2);
    ViewId view;
    shelf.project->editAndWait(QStringLiteral("Add view"), [&](Editor& editor) { view = editor.addView(QStringLiteral("Fruit"), ViewType::Tagging); });
    shelf.list->load(view);
    QCOMPARE(shelf.list->size(), 7);
    QCOMPARE(shelf.list->itemAt(3)->view, view);
}

QTEST_GUILESS_MAIN(ItemListTest)
#include "ItemListTest.moc"
