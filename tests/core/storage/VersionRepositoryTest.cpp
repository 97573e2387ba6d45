#include "StorageFixture.h"

#include <QTest>

#include <cmath>

using namespace core;

class VersionRepositoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSetIsTheSameModel();
    void everyFieldComesBack();
    void namesAreUniqueAndSuggested();
    void epochsComeBackWithTheirGaps();
    void lastVersionTakesItsModelAlong();
};

void VersionRepositoryTest::sameSetIsTheSameModel()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Classification, QStringLiteral("Fruit"));
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto b = fixture.addConcept(view, QStringLiteral("B"));
    const ViewRepository views(fixture.database);
    const VersionRepository versions(fixture.database);
    const auto train = [&](const QString& name) {
        const auto model = versions.modelFor(*views.find(view), views.concepts(view));
        const auto id = versions.add({.model = model, .name = name});
        return std::pair(model, versions.find(id)->number);
    };
    const auto [first, number] = train(QStringLiteral("v1"));
    QCOMPARE(number, 1);
    QCOMPARE(versions.models(view).at(0).name, QString::fromUtf8("Fruit · 2 concepts · 1"));

    fixture.edit([&](Editor& editor) {
        editor.renameConcept(a, QStringLiteral("Apple"));
        editor.moveConcept(b, 0);
    });
    fixture.addImages(2, 50);
    QCOMPARE(train(QStringLiteral("v2")), std::pair(first, 2));

    fixture.edit([&](Editor& editor) { editor.removeConcept(b); });
    const auto second = train(QStringLiteral("v3"));
    QVERIFY(second.first != first);
    QCOMPARE(second.second, 1);
    QVERIFY(versions.models(view).at(0).id == second.first && versions.models(view).at(0).isCurrent);
    QVERIFY(!versions.models(view).at(1).isCurrent);
    QCOMPARE(versions.models(view).at(1).concepts.size(), size_t(2)); // retired ones are still named

    fixture.undo();
    QCOMPARE(train(QStringLiteral("v4")), std::pair(first, 3));
    QCOMPARE(versions.models(view).at(0).id, first);

    fixture.addConcept(view, QStringLiteral("C"));
    QVERIFY(train(QStringLiteral("v5")).first != first);
}

void VersionRepositoryTest::everyFieldComesBack()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Detection);
    const VersionRepository versions(fixture.database);
    VersionRecord version{.uuid = QUuid::createUuid(), .view = view, .name = QString::fromUtf8("v1 “é”")};
    version.model = versions.modelFor(*ViewRepository(fixture.database).find(view), {});
    version.status = VersionStatus::Running;
    version.architecture = QStringLiteral("efficientnet-lite0");
    version.spec = {{QStringLiteral("epochs"), 20}, {QStringLiteral("learningRate"), 0.004}};
    version.concepts = {{QUuid::createUuid(), QStringLiteral("RBC"), 0.41}, {QUuid::createUuid(), QStringLiteral("WBC"), 0.5}};
    version.dataRevision = QByteArray(32, 'x');
    version.itemsTrain = 205;
    version.itemsValidation = 87;
    version.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    version.id = versions.add(version);
    version.number = 1;
    const auto equal = [&] {
        const auto found = *versions.find(version.id);
        QCOMPARE(found.uuid, version.uuid);
        QCOMPARE(found.view, version.view);
        QCOMPARE(found.name, version.name);
        QCOMPARE(found.status, version.status);
        QCOMPARE(found.architecture, version.architecture);
        QCOMPARE(found.spec, version.spec);
        QCOMPARE(found.concepts, version.concepts);
        QCOMPARE(found.dataRevision, version.dataRevision);
        QCOMPARE(found.itemsTrain, version.itemsTrain);
        QCOMPARE(found.itemsValidation, version.itemsValidation);
        QCOMPARE(found.headline, version.headline);
        QCOMPARE(found.headlineKey, version.headlineKey);
        QCOMPARE(found.metrics, version.metrics);
        QCOMPARE(found.weights, version.weights);
        QCOMPARE(found.created, version.created);
        QCOMPARE(found.finished, version.finished);
        QCOMPARE(found.failure, version.failure);
    };
    equal();
    version.status = VersionStatus::Failed;
    version.headline = 0.0;
    version.headlineKey = QStringLiteral("lrp");
    version.metrics = {{QStringLiteral("map"), 0.48}, {QStringLiteral("bestEpoch"), 6}};
    version.weights = WeightsState::Present;
    version.finished = QDateTime::fromMSecsSinceEpoch(1'700'000'100'000, Qt::UTC);
    version.failure = QStringLiteral("The disk is full.");
    versions.update(version);
    equal();
    QCOMPARE(versions.byName(version.name)->id, version.id);
    QVERIFY(!versions.byName(QStringLiteral("v2")));
}

void VersionRepositoryTest::namesAreUniqueAndSuggested()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Tagging);
    const VersionRepository versions(fixture.database);
    const auto model = versions.modelFor(*ViewRepository(fixture.database).find(view), {});
    QCOMPARE(versions.freeName(), QStringLiteral("v1"));
    const auto id = versions.add({.model = model, .name = QStringLiteral("v1")});
    versions.add({.model = model, .name = QStringLiteral("v10")});
    versions.add({.model = model, .name = QStringLiteral("vanilla")});
    QCOMPARE(versions.freeName(), QStringLiteral("v11"));
    for (const auto& act : std::initializer_list<std::function<void()>>{
             [&] { versions.add({.model = model, .name = QStringLiteral(" v1 ")}); },
             [&] { versions.rename(id, QStringLiteral("vanilla")); }}) {
        try {
            act();
            QFAIL("must be refused");
        } catch (const Error& error) {
            QVERIFY2(error.message().contains(QLatin1String("already")), qPrintable(error.message()));
        }
    }
}

void VersionRepositoryTest::epochsComeBackWithTheirGaps()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Classification);
    const VersionRepository versions(fixture.database);
    const auto id = versions.add({.model = versions.modelFor(*ViewRepository(fixture.database).find(view), {}), .name = QStringLiteral("v1")});
    const EpochMetrics head{.epoch = 0, .trainLoss = 1.5, .learningRate = 0.01, .seconds = 3.5, .imagesPerSecond = 41};
    const EpochMetrics first{.epoch = 1, .trainLoss = 0.5, .valLoss = 0.75, .accuracy = 0.9, .map = 0.1, .map50 = 0.3, .learningRate = 0.001, .seconds = 4, .imagesPerSecond = 40};
    versions.appendEpoch(id, first);
    versions.appendEpoch(id, head);
    QCOMPARE(versions.epochs(id), (std::vector{head, first}));
    versions.appendEpoch(id, {.epoch = 2, .trainLoss = std::nan("")});
    QVERIFY(std::isnan(*versions.epochs(id).at(2).trainLoss));
    QVERIFY(!versions.epochs(id).at(2).valLoss);
}

void VersionRepositoryTest::lastVersionTakesItsModelAlong()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Classification);
    fixture.addConcept(view, QStringLiteral("A"));
    const VersionRepository versions(fixture.database);
    const ViewRepository views(fixture.database);
    const auto model = versions.modelFor(*views.find(view), views.concepts(view));
    const auto v1 = versions.add({.model = model, .name = QStringLiteral("v1")});
    const auto v2 = versions.add({.model = model, .name = QStringLiteral("v2")});
    versions.appendEpoch(v1, {.epoch = 1});
    versions.remove(v1);
    QCOMPARE(versions.models(view).size(), size_t(1));
    versions.remove(v2);
    QVERIFY(versions.models(view).empty());
    QVERIFY(versions.epochs(v1).empty());
    QVERIFY(fixture.isSound());
    // An id is never given again: an undone deletion of a view could bring the old one back.
    const auto again = versions.add({.model = versions.modelFor(*views.find(view), views.concepts(view)), .name = QStringLiteral("v1")});
    QVERIFY(again > v2);
}

QTEST_GUILESS_MAIN(VersionRepositoryTest)
#include "VersionRepositoryTest.moc"
