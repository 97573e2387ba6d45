#include "core/project/ItemList.h"
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

    void rowsFollowTheList()
    {
        SmallProject small(core::ViewType::Detection, {.train = 150, .validation = 10}); // more than two blocks
        core::ItemList& list = small.session->list();
        ItemListModel model(list);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<core::ItemId> ids = small.project().itemIds(small.view);
        std::ranges::reverse(ids);
        list.setIds(ids);
        QCOMPARE(model.rowCount(), 160);
        QCOMPARE(model.index(159).data().toString(), QStringLiteral("picture000.png"));
        QVERIFY(!model.itemAt(160));
        list.setIds({ids.begin(), ids.begin() + 3});
        QCOMPARE(model.rowCount(), 3);
    }

    void changedItemsAreAnnounced()
    {
        SmallProject small(core::ViewType::Classification);
        core::ItemList& list = small.session->list();
        ItemListModel model(list);
        list.load(small.view);
        const core::ItemId item = list.ids()[2];
        const core::ConceptId other = small.concepts()[1].id;
        QVERIFY(!model.itemAt(2)->annotation.labels.empty());
        QCoreApplication::processEvents(); // what was announced of the making
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        small.project().editAndWait(QStringLiteral("Set"), [&](core::Editor& editor) { editor.setClass({item}, other); });
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        QVERIFY(model.itemAt(2)->annotation.labels.front().conceptId == other);
    }

    void screenReadersHearNameSplitStateAndConcepts()
    {
        SmallProject small(core::ViewType::Detection);
        ItemListModel model(small.session->list());
        model.setConcepts(small.concepts());
        small.session->list().load(small.view);
        const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const char* word : {"picture000.png", "Training", "annotated", "RBC: 1"})
            QVERIFY2(spoken.contains(QLatin1String(word)), qPrintable(spoken));
    }

    void equalIdsDoNotResetTheModel()
    {
        SmallProject small(core::ViewType::Detection);
        core::ItemList& list = small.session->list();
        ItemListModel model(list);
        list.load(small.view);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        list.load(small.view);
        QCOMPARE(reset.count(), 0); // scroll and selection stay
    }
};

QTEST_MAIN(ItemListModelTest)
#include "ItemListModelTest.moc"
