#include "tests/ui/support/SmallProject.h"
#include "ui/models/ItemListModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace ui;

class ItemListModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void itemsAreReadInBlocksInTheOrderOfTheIds()
    {
        SmallProject small(core::ViewType::Detection, {.train = 150, .validation = 10}); // more than two blocks
        ItemListModel model(small.project());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<core::ItemId> ids = small.project().itemIds(small.view);
        std::reverse(ids.begin(), ids.end());
        model.setIds(ids);
        QCOMPARE(model.rowCount(), 160);
        for (int row : {0, 63, 64, 159, 1}) {
            QVERIFY(model.itemAt(row));
            QVERIFY(model.itemAt(row)->id == ids[size_t(row)]);
            QCOMPARE(model.rowOf(ids[size_t(row)]), row);
        }
        QCOMPARE(model.index(159).data().toString(), QStringLiteral("picture000.png"));
        QVERIFY(!model.itemAt(160));
        QVERIFY(!model.itemAt(-1));
    }

    void itemsThatAreGoneLeaveTheOthersInTheirPlace()
    {
        SmallProject small(core::ViewType::Detection);
        ItemListModel model(small.project());
        const std::vector<core::ItemId> ids = small.project().itemIds(small.view);
        model.setIds(ids);
        const core::ImageId image = model.itemAt(3)->image.id;
        small.project().editAndWait(QStringLiteral("Remove"), [&](core::Editor& editor) { editor.removeImages({image}); });
        model.reread({});
        QVERIFY(!model.itemAt(3));
        QVERIFY(model.itemAt(4)->id == ids[4]);
        QVERIFY(!model.index(3).data().toString().isEmpty());
    }

    void changedItemsAreAnnouncedAndReadAgain()
    {
        SmallProject small(core::ViewType::Classification);
        ItemListModel model(small.project());
        model.setIds(small.project().itemIds(small.view));
        const core::ItemId item = model.ids()[2];
        const core::ConceptId other = small.concepts()[1].id;
        QVERIFY(!model.itemAt(2)->annotation.labels.empty());
        small.project().editAndWait(QStringLiteral("Set"), [&](core::Editor& editor) { editor.setClass({item}, other); });
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.reread({item});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        QVERIFY(model.itemAt(2)->annotation.labels.front().conceptId == other);
    }

    void screenReadersHearNameSplitStateAndConcepts()
    {
        SmallProject small(core::ViewType::Detection);
        ItemListModel model(small.project());
        model.setConcepts(small.concepts());
        model.setIds(small.project().itemIds(small.view));
        const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const char* word : {"picture000.png", "Training", "annotated", "RBC: 1"})
            QVERIFY2(spoken.contains(QLatin1String(word)), qPrintable(spoken));
    }

    void equalIdsDoNotResetTheModel()
    {
        SmallProject small(core::ViewType::Detection);
        ItemListModel model(small.project());
        model.setIds(small.project().itemIds(small.view));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setIds(small.project().itemIds(small.view));
        QCOMPARE(reset.count(), 0); // scroll and selection stay
    }
};

QTEST_MAIN(ItemListModelTest)
#include "ItemListModelTest.moc"
