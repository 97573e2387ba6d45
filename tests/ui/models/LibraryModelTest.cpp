#include "ui/models/LibraryModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using ui::LibraryModel;

class LibraryModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsModelsAndTheirVersions();
    void columnsOfAVersion_data();
    void columnsOfAVersion();
    void statusIsAWord_data();
    void statusIsAWord();
    void runningRowMovesWithoutReset();
    void sameRowsKeepTheirPlace();
    void newVersionAppears();
    void sortsByValueNotByText();
    void bestOfComparableVersionsIsStrong();
    void editingANameAsksForIt();
};

namespace {

core::VersionRecord version(qint64 id, const QString& name, std::optional<double> headline, int images = 100)
{
    core::VersionRecord made;
    made.id = {id};
    made.name = name;
    made.status = core::VersionStatus::Done;
    made.weights = core::WeightsState::Present;
    made.headline = headline;
    made.headlineKey = QStringLiteral("lrp");
    made.itemsTrain = images;
    made.itemsValidation = 20;
    made.spec = core::toJson(core::TrainingSpec {.type = core::ViewType::Detection});
    made.metrics = {{QStringLiteral("map"), 0.512}, {QStringLiteral("seconds"), 840.0}};
    made.created = QDateTime(QDate(2026, 11, 2), QTime(10, 0)).addSecs(id);
    made.dataRevision = "r28";
    return made;
}

std::vector<core::ModelWithVersions> library()
{
    core::ModelWithVersions current, older;
    current.model.id = {2};
    current.model.name = QStringLiteral("Model 2");
    current.model.isCurrent = true;
    for (const auto& name : {QStringLiteral("RBC"), QStringLiteral("WBC")})
        current.model.concepts.push_back({.name = name});
    current.versions = {version(12, QStringLiteral("v10"), 0.423, 1900), version(11, QStringLiteral("v9"), 0.415, 268)};
    older.model.id = {1};
    older.model.name = QStringLiteral("Model 1");
    older.model.concepts.push_back({.name = QStringLiteral("RBC")});
    older.versions = {version(10, QStringLiteral("v1"), std::nullopt)};
    return {current, older};
}

} // namespace

void LibraryModelTest::showsModelsAndTheirVersions()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(core::ViewType::Detection, library());
    QCOMPARE(model.rowCount(), 2);
    const auto first = model.index(0, 0);
    QCOMPARE(first.data().toString(), QStringLiteral("Model 2   RBC, WBC"));
    QCOMPARE(first.data(LibraryModel::SecondaryRole).toString(), QStringLiteral("current set  ·  2 version(s)"));
    QVERIFY(model.index(1, 0).data(LibraryModel::SecondaryRole).toString().startsWith(QStringLiteral("older set")));
    QCOMPARE(model.rowCount(first), 2);
    QCOMPARE(model.index(0, LibraryModel::Name, first).data().toString(), QStringLiteral("v10"));
    QCOMPARE(model.versionAt(model.index(1, 0, first))->id.value, qint64(11));
    QVERIFY(!model.versionAt(first));
    QCOMPARE(model.indexOf({10}).parent(), model.index(1, 0));
    model.setLibrary(core::ViewType::Tagging, {});
    QCOMPARE(model.rowCount(), 0);
}

void LibraryModelTest::columnsOfAVersion_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << int(LibraryModel::Name) << QStringLiteral("v10");
    QTest::newRow("status") << int(LibraryModel::Status) << QStringLiteral("Ready");
    QTest::newRow("indicator") << int(LibraryModel::Indicator) << QStringLiteral("42.3\u00a0%");
    QTest::newRow("mAP") << int(LibraryModel::MeanAp) << QStringLiteral("51.2");
    QTest::newRow("images") << int(LibraryModel::Images) << QStringLiteral("1,900");
    QTest::newRow("date") << int(LibraryModel::Date) << QStringLiteral("2 Nov");
    QTest::newRow("time") << int(LibraryModel::Duration) << QStringLiteral("14 min");
}

void LibraryModelTest::columnsOfAVersion()
{
    QFETCH(int, column);
    LibraryModel model;
    model.setLibrary(core::ViewType::Detection, library());
    QTEST(model.index(0, column, model.index(0, 0)).data().toString(), "text");
    // What does not exist is a dash with a reason, never 0.
    const auto absent = model.index(0, LibraryModel::Indicator, model.index(1, 0));
    QCOMPARE(absent.data().toString(), QStringLiteral("–"));
    QVERIFY(!absent.data(Qt::ToolTipRole).toString().isEmpty());
    QCOMPARE(model.headerData(LibraryModel::Indicator, Qt::Horizontal).toString(), QStringLiteral("Mean LRP score"));
}

void LibraryModelTest::statusIsAWord_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("weights");
    QTest::addColumn<QString>("text");
    const int present = int(core::WeightsState::Present), none = int(core::WeightsState::None);
    QTest::newRow("queued") << int(core::VersionStatus::Queued) << none << QStringLiteral("Queued");
    QTest::newRow("done") << int(core::VersionStatus::Done) << present << QStringLiteral("Ready");
    QTest::newRow("stopped") << int(core::VersionStatus::Stopped) << present << QStringLiteral("Stopped (best kept)");
    QTest::newRow("stopped at once") << int(core::VersionStatus::Stopped) << none << QStringLiteral("Stopped");
    QTest::newRow("interrupted") << int(core::VersionStatus::Interrupted) << present << QStringLiteral("Interrupted");
    QTest::newRow("failed") << int(core::VersionStatus::Failed) << none << QStringLiteral("Failed: out of memory");
    QTest::newRow("deleted") << int(core::VersionStatus::Done) << int(core::WeightsState::Deleted) << QStringLiteral("Weights deleted");
    QTest::newRow("lost") << int(core::VersionStatus::Done) << int(core::WeightsState::Lost) << QStringLiteral("Weights not found");
}

void LibraryModelTest::statusIsAWord()
{
    QFETCH(int, status);
    QFETCH(int, weights);
    auto models = library();
    auto& first = models[0].versions[0];
    first.status = core::VersionStatus(status);
    first.weights = core::WeightsState(weights);
    first.failure = QStringLiteral("out of memory");
    LibraryModel model;
    model.setLibrary(core::ViewType::Detection, models);
    const auto cell = model.index(0, LibraryModel::Status, model.index(0, 0));
    QTEST(cell.data().toString(), "text");
    QVERIFY(!cell.data(Qt::DecorationRole).isNull()); // never colour alone
}

void LibraryModelTest::runningRowMovesWithoutReset()
{
    auto models = library();
    models[0].versions[0].status = core::VersionStatus::Running;
    models[0].versions[0].headline.reset();
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(core::ViewType::Detection, models);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    core::LiveRun run;
    run.version = {12};
    run.type = core::ViewType::Detection;
    run.spec.epochs = 20;
    run.steps = {{core::TrainingStep::Train, core::StepState::Running, 6, 20, 0}};
    run.batches = {{7, 133, 6.5, 0.6, 1e-3}};
    run.epochs = {{.epoch = 5, .map = 0.45}, {.epoch = 6, .map = 0.48}, {.epoch = 7, .map = 0.47}};
    run.secondsLeft = 720;
    model.setLive(&run);

    const auto row = model.indexOf({12});
    QCOMPARE(row.siblingAtColumn(LibraryModel::Status).data().toString(), QStringLiteral("Epoch 7 of 20, about 12 min"));
    QCOMPARE(row.siblingAtColumn(LibraryModel::MeanAp).data().toString(), QStringLiteral("48.0"));
    QCOMPARE(row.siblingAtColumn(LibraryModel::Indicator).data().toString(), QStringLiteral("–")); // LRP is measured at the end
    QCOMPARE(row.siblingAtColumn(LibraryModel::Links).data(LibraryModel::LinksRole).toStringList(), (QStringList {QStringLiteral("live"), QStringLiteral("stop")}));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    model.setLive(nullptr);
    QCOMPARE(row.siblingAtColumn(LibraryModel::Status).data().toString(), QStringLiteral("Training"));
}

void LibraryModelTest::sameRowsKeepTheirPlace()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(core::ViewType::Detection, library());
    QPersistentModelIndex kept = model.indexOf({11});
    auto models = library();
    models[0].versions[1].name = QStringLiteral("renamed");
    model.setLibrary(core::ViewType::Detection, models);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("renamed"));
}

void LibraryModelTest::newVersionAppears()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(core::ViewType::Detection, library());
    auto models = library();
    models[0].versions.insert(models[0].versions.begin(), version(13, QStringLiteral("v11"), 0.5));
    model.setLibrary(core::ViewType::Detection, models);
    QCOMPARE(model.versionCount(), 4);
    QVERIFY(model.indexOf({13}).isValid());
}

void LibraryModelTest::sortsByValueNotByText()
{
    LibraryModel model;
    model.setLibrary(core::ViewType::Detection, library());
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(LibraryModel::SortRole);
    sorted.sort(LibraryModel::Images, Qt::AscendingOrder); // 268 before 1,900, though "1" comes before "2"
    const auto parent = sorted.mapFromSource(model.index(0, 0));
    QCOMPARE(sorted.index(0, 0, parent).data().toString(), QStringLiteral("v9"));
    sorted.sort(LibraryModel::Indicator, Qt::DescendingOrder);
    QCOMPARE(sorted.index(0, 0, sorted.mapFromSource(model.index(0, 0))).data().toString(), QStringLiteral("v10"));
}

void LibraryModelTest::bestOfComparableVersionsIsStrong()
{
    auto models = library();
    models[0].versions.push_back(version(9, QStringLiteral("other data"), 0.9));
    models[0].versions.back().dataRevision = "r1"; // alone on its data: nothing to compare with
    LibraryModel model;
    model.setLibrary(core::ViewType::Detection, models);
    const auto strong = [&](qint64 id) { return model.indexOf({id}).siblingAtColumn(LibraryModel::Indicator).data(LibraryModel::StrongRole).toBool(); };
    QVERIFY(strong(12));
    QVERIFY(!strong(11));
    QVERIFY(!strong(9));
}

void LibraryModelTest::editingANameAsksForIt()
{
    LibraryModel model;
    model.setLibrary(core::ViewType::Detection, library());
    core::VersionId asked;
    QString name;
    connect(&model, &LibraryModel::renameRequested, this, [&](core::VersionId id, const QString& to) {
        asked = id;
        name = to;
    });
    const auto cell = model.indexOf({11});
    QVERIFY(cell.flags() & Qt::ItemIsEditable);
    QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsEditable));
    QVERIFY(model.setData(cell, QStringLiteral("small"), Qt::EditRole));
    QCOMPARE(asked.value, qint64(11));
    QCOMPARE(name, QStringLiteral("small"));
    QVERIFY(!model.setData(cell, QStringLiteral("v9"), Qt::EditRole)); // the same name is no change
}

QTEST_MAIN(LibraryModelTest)
#include "LibraryModelTest.moc"
