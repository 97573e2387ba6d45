#include "StorageFixture.h"
#include "tests/support/ProcessorTime.h"

#include "core/storage/ImageRepository.h"
#include "core/storage/PictureStates.h"
#include "core/storage/Query.h"
#include "core/storage/Removal.h"
#include "core/storage/RootPlaces.h"
#include "core/storage/ViewRepository.h"

#include "core/dataset/TrainingSelection.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

const auto nameA = QStringLiteral("A");
const auto nameB = QStringLiteral("B");

BoxRecord box(ConceptId id, QRectF rect = QRectF(10, 10, 20, 20))
{
    return {.conceptId = id, .rect = rect};
}

} // namespace

class EditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classIsExactlyOneConcept();
    void classificationHasNoWithout();
    void taggingAnswersFollowTheTable();
    void taggingWithoutThenANewConceptIsPartly();
    void detectionStatesFollowTheTable();
    void newConceptLeavesGapsThatBoxesClose();
    void addedConceptAsksWhatOldItemsSay_data();
    void addedConceptAsksWhatOldItemsSay();
    void seenClosesAGapWithoutABox();
    void boxesKeepTheIdTheyWereDrawnWith();
    void everyReferenceOfTheSchemaIsKnown();
    void whatBelongsToAPictureGoesWithIt();
    void deletedConceptTakesItsAnnotation_data();
    void deletedConceptTakesItsAnnotation();
    void conceptOfAConditionIsNotDeleted();
    void boxesKeepTheirIds();
    void boxesAreKeptInsideThePicture_data();
    void boxesAreKeptInsideThePicture();
    void namesAreUnique();
    void orderAndColoursAreGiven();
    void foreignItemsAndConceptsAreRefused();
    void viewGoesWithEverythingAndComesBack();
    void pictureGoesWithItsAnnotationAndComesBack();
    void splitIsOneForEqualBytes();
    void filtersFindTheirItems();
    void anItemOfABoxIsItsCrop();
    void valuesOutOfRangeAreADamagedDatabase_data();
    void valuesOutOfRangeAreADamagedDatabase();
    void foldersOfPicturesAreFoundAgain();
    void nothingToDoIsNoStep();
    void manyPicturesAreFast();
};

void EditorTest::classIsExactlyOneConcept()
{
    StorageFixture fixture;
    fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, nameA);
    const auto b = fixture.addConcept(view, nameB);
    const auto items = fixture.items(view);
    fixture.edit([&](Editor& editor) { editor.setClass(items, a); });
    fixture.edit([&](Editor& editor) { editor.setClass({items[0]}, b); });
    QCOMPARE(fixture.annotation(items[0]).labels, (std::vector<Label>{{b, true}}));
    QCOMPARE(fixture.annotation(items[0]).state, ItemState::Annotated);
    fixture.edit([&](Editor& editor) { editor.clearAnnotation(items); });
    QCOMPARE(fixture.annotation(items[1]), ItemAnnotation{});
    fixture.undo();
    fixture.undo();
    QCOMPARE(fixture.annotation(items[0]).labels, (std::vector<Label>{{a, true}}));
    QVERIFY(fixture.isSound());
}

void EditorTest::classificationHasNoWithout()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Classification);
    fixture.addConcept(view, nameA);
    const auto before = fixture.dump();
    QVERIFY_EXCEPTION_THROWN(fixture.edit([&](Editor& editor) { editor.setWithoutConcept(fixture.items(view)); }), Error);
    QCOMPARE(fixture.dump(), before);
}

void EditorTest::taggingAnswersFollowTheTable()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Tagging);
    const auto a = fixture.addConcept(view, nameA);
    const auto b = fixture.addConcept(view, nameB);
    const auto item = fixture.items(view).at(0);
    const auto answer = [&](ConceptId id, Answer given) {
        fixture.edit([&](Editor& editor) { editor.setAnswer({item}, id, given); });
        return fixture.annotation(item).state;
    };
    QCOMPARE(answer(a, Answer::Yes), ItemState::Partly);
    QCOMPARE(answer(b, Answer::No), ItemState::Annotated);
    QCOMPARE(answer(a, Answer::No), ItemState::WithoutConcept);
    QCOMPARE(answer(a, Answer::Unseen), ItemState::Partly);
    QCOMPARE(answer(b, Answer::Unseen), ItemState::Unseen);
    QVERIFY(fixture.annotation(item).labels.empty());
    QVERIFY(fixture.isSound());
}

void EditorTest::taggingWithoutThenANewConceptIsPartly()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Tagging);
    const auto a = fixture.addConcept(view, nameA);
    const auto item = fixture.items(view).at(0);
    fixture.edit([&](Editor& editor) { editor.setWithoutConcept({item}); });
    QCOMPARE(fixture.annotation(item).state, ItemState::WithoutConcept);
    const auto b = fixture.addConcept(view, nameB);
    const auto annotation = fixture.annotation(item);
    QCOMPARE(annotation.state, ItemState::Partly);
    QCOMPARE(annotation.answerFor(a), Answer::No);
    QCOMPARE(annotation.answerFor(b), Answer::Unseen);
    const ViewRepository views(fixture.database);
    const auto selection = selectForTraining(*views.find(view), views.concepts(view), AnnotationRepository(fixture.database).allItems(view));
    QCOMPARE(selection.train.at(0).answers, (std::vector<qint8>{0, -1}));
}

void EditorTest::detectionStatesFollowTheTable()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    const auto item = fixture.items(view).at(0);
    const auto state = [&] { return fixture.annotation(item).state; };
    fixture.edit([&](Editor& editor) { editor.setWithoutConcept({item}); });
    QCOMPARE(state(), ItemState::WithoutConcept);
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, {box(a)}); });
    QCOMPARE(state(), ItemState::Annotated);
    QVERIFY_EXCEPTION_THROWN(fixture.edit([&](Editor& editor) { editor.setWithoutConcept({item}); }), Error);
    QCOMPARE(state(), ItemState::Annotated);
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, {}); });
    QCOMPARE(state(), ItemState::Unseen); // not "without": nobody said so
    QVERIFY(fixture.isSound());
}

void EditorTest::newConceptLeavesGapsThatBoxesClose()
{
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    const auto items = fixture.items(view);
    fixture.edit([&](Editor& editor) {
        editor.setBoxes(items[0], {box(a)});
        editor.setWithoutConcept({items[1]});
    });
    const auto b = fixture.addConcept(view, nameB);
    for (const auto item : {items[0], items[1]}) {
        QCOMPARE(fixture.annotation(item).state, ItemState::Partly);
        QCOMPARE(fixture.annotation(item).gaps, std::vector{b});
    }
    QCOMPARE(fixture.annotation(items[2]), ItemAnnotation{});
    auto boxes = fixture.annotation(items[0]).boxes;
    boxes.push_back(box(b));
    fixture.edit([&](Editor& editor) {
        editor.setBoxes(items[0], boxes);
        editor.setWithoutConcept({items[1]});
    });
    QCOMPARE(fixture.annotation(items[0]).state, ItemState::Annotated);
    QCOMPARE(fixture.annotation(items[1]).state, ItemState::WithoutConcept);
    // Deleting the only box of a half seen picture leaves nothing said.
    fixture.undo();
    fixture.edit([&](Editor& editor) { editor.setBoxes(items[0], {}); });
    QCOMPARE(fixture.annotation(items[0]), ItemAnnotation{});
}

void EditorTest::addedConceptAsksWhatOldItemsSay_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<OldAnswers>("say");
    QTest::addColumn<ItemState>("boxed"); // states after it: of an item with a yes or a box, and of one without concept
    QTest::addColumn<ItemState>("without");
    QTest::newRow("tagging, not looked at") << ViewType::Tagging << OldAnswers::NotLookedAt << ItemState::Partly << ItemState::Partly;
    QTest::newRow("tagging, none has it") << ViewType::Tagging << OldAnswers::NoneHasIt << ItemState::Annotated << ItemState::WithoutConcept;
    QTest::newRow("detection, not looked at") << ViewType::Detection << OldAnswers::NotLookedAt << ItemState::Partly << ItemState::Partly;
    QTest::newRow("detection, none has it") << ViewType::Detection << OldAnswers::NoneHasIt << ItemState::Annotated << ItemState::WithoutConcept;
}

void EditorTest::addedConceptAsksWhatOldItemsSay()
{
    QFETCH(ViewType, type);
    QFETCH(OldAnswers, say);
    QFETCH(ItemState, boxed);
    QFETCH(ItemState, without);
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(type);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto items = fixture.items(view);
    fixture.edit([&](Editor& editor) {
        if (type == ViewType::Detection)
            editor.setBoxes(items[0], {{.conceptId = a, .rect = QRectF(1, 1, 10, 10)}});
        else
            editor.setAnswer({items[0]}, a, Answer::Yes);
        editor.setWithoutConcept({items[1]});
    });
    const auto before = fixture.dump();
    ConceptId b;
    fixture.edit([&](Editor& editor) { b = editor.addConcept(view, QStringLiteral("B"), say); });
    QCOMPARE(fixture.annotation(items[0]).state, boxed);
    QCOMPARE(fixture.annotation(items[1]).state, without);
    QCOMPARE(fixture.annotation(items[2]).state, ItemState::Unseen);
    const bool isNo = type == ViewType::Tagging && say == OldAnswers::NoneHasIt;
    QCOMPARE(fixture.annotation(items[0]).answerFor(b), isNo ? Answer::No : Answer::Unseen);
    QCOMPARE(fixture.annotation(items[2]).answerFor(b), Answer::Unseen);
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.dump(), before);
    QVERIFY(fixture.isSound());
}

void EditorTest::seenClosesAGapWithoutABox()
{
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto items = fixture.items(view);
    const BoxRecord box{.conceptId = a, .rect = QRectF(1, 1, 10, 10)};
    fixture.edit([&](Editor& editor) {
        editor.setBoxes(items[0], {box});
        editor.setWithoutConcept({items[1]});
    });
    const auto leaf = fixture.addConcept(view, QStringLiteral("Leaf"));
    const auto stem = fixture.addConcept(view, QStringLiteral("Stem"));
    QVERIFY(fixture.edit([&](Editor& editor) { editor.markSeen(items, leaf); }));
    QCOMPARE(fixture.annotation(items[0]).gaps, std::vector{stem});
    QCOMPARE(fixture.annotation(items[0]).state, ItemState::Partly); // Stem is still open
    fixture.edit([&](Editor& editor) { editor.markSeen(items, stem); });
    QCOMPARE(fixture.annotation(items[0]).state, ItemState::Annotated);
    QCOMPARE(fixture.annotation(items[1]).state, ItemState::WithoutConcept);
    QCOMPARE(fixture.annotation(items[2]).state, ItemState::Unseen);
    QVERIFY(!fixture.edit([&](Editor& editor) { editor.markSeen(items, stem); })); // nothing left to say

    QVERIFY(fixture.edit([&](Editor& editor) { editor.markNotLookedAt(items, a); }));
    QVERIFY(fixture.annotation(items[0]).gaps.empty()); // its box proves the opposite
    QCOMPARE(fixture.annotation(items[1]).gaps, std::vector{a});
    QCOMPARE(fixture.annotation(items[1]).state, ItemState::Partly);
    QCOMPARE(fixture.annotation(items[2]).state, ItemState::Unseen);
    QVERIFY(fixture.isSound());
    const auto tags = fixture.addView(ViewType::Tagging, QStringLiteral("Tags"));
    const auto tag = fixture.addConcept(tags, QStringLiteral("T"));
    QVERIFY_EXCEPTION_THROWN(fixture.edit([&](Editor& editor) { editor.markSeen(fixture.items(tags), tag); }), Error);
}

void EditorTest::boxesKeepTheIdTheyWereDrawnWith()
{
    StorageFixture fixture;
    fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto items = fixture.items(view);
    BoxRecord drawn{.id = newBoxId(), .conceptId = a, .rect = QRectF(1, 1, 10, 10)};
    const BoxRecord other{.id = newBoxId(), .conceptId = a, .rect = QRectF(20, 20, 10, 10)};
    QVERIFY(drawn.id != other.id);
    fixture.edit([&](Editor& editor) { editor.setBoxes(items[0], {drawn, other}); });
    drawn.rect.translate(2, 2); // an act made before the first one was stored knows the box by the same id
    fixture.edit([&](Editor& editor) { editor.setBoxes(items[0], {drawn, other}); });
    QCOMPARE(fixture.annotation(items[0]).boxes, (std::vector{drawn, other}));
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.annotation(items[0]).boxes.at(0).rect, QRectF(1, 1, 10, 10));
    QVERIFY(fixture.undo());
    QVERIFY(fixture.redo());
    QCOMPARE(fixture.annotation(items[0]).boxes.at(1), other);
    QVERIFY_EXCEPTION_THROWN(fixture.edit([&](Editor& editor) { editor.setBoxes(items[1], {drawn}); }), Error);
}

void EditorTest::everyReferenceOfTheSchemaIsKnown()
{
    const StorageFixture fixture;
    QStringList found;
    for (const auto& reference : references(fixture.database))
        found << QStringLiteral("%1.%2 > %3%4").arg(QString::fromLatin1(reference.table), QString::fromLatin1(reference.column),
            QString::fromLatin1(reference.target), reference.isCleared ? QStringLiteral(" cleared") : QString());
    found.sort();
    // Whoever adds a table that points at another sees here that it goes with it.
    QStringList known{QStringLiteral("audit.version_id > model_version cleared"), QStringLiteral("audit.view_id > view"), QStringLiteral("box.concept_id > concept"),
        QStringLiteral("box.item_id > item"), QStringLiteral("concept.example_image_id > image cleared"), QStringLiteral("concept.merged_into > concept"),
        QStringLiteral("concept.view_id > view"), QStringLiteral("condition_term.concept_id > concept"), QStringLiteral("condition_term.view_id > view"),
        QStringLiteral("draft.concept_id > concept"), QStringLiteral("draft.item_id > item"), QStringLiteral("draft.version_id > model_version"),
        QStringLiteral("epoch_metric.version_id > model_version"), QStringLiteral("finding.audit_id > audit"), QStringLiteral("finding.box_id > box"),
        QStringLiteral("finding.concept_id > concept"), QStringLiteral("finding.item_id > item"), QStringLiteral("gap.concept_id > concept"),
        QStringLiteral("gap.item_id > item"), QStringLiteral("image.root_id > root"), QStringLiteral("image.transfer_id > transfer"),
        QStringLiteral("item.box_id > box"), QStringLiteral("item.image_id > image"), QStringLiteral("item.view_id > view"), QStringLiteral("label.concept_id > concept"),
        QStringLiteral("label.item_id > item"), QStringLiteral("model.view_id > view"), QStringLiteral("model_concept.concept_id > concept"),
        QStringLiteral("model_concept.model_id > model"), QStringLiteral("model_version.model_id > model"), QStringLiteral("model_version.parent_id > model_version"),
        QStringLiteral("review_event.item_id > item"), QStringLiteral("transfer_issue.transfer_id > transfer"), QStringLiteral("undo_row.step_id > undo_step"),
        QStringLiteral("view.parent_id > view")};
    known.sort();
    QCOMPARE(found, known);
}

void EditorTest::whatBelongsToAPictureGoesWithIt()
{
    StorageFixture fixture;
    const auto images = fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto item = fixture.items(view).at(0);
    const BoxRecord box{.id = newBoxId(), .conceptId = a, .rect = QRectF(1, 1, 10, 10)};
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, {box}); });
    for (const auto& row : {QStringLiteral("INSERT INTO audit(id, view_id, at, project_revision) VALUES (1, %1, 0, 0)").arg(view.value),
             QStringLiteral("INSERT INTO finding(audit_id, item_id, kind, box_id, weight, item_rev) VALUES (1, %1, 0, %2, 1, 0)").arg(item.value).arg(box.id.value),
             QStringLiteral("INSERT INTO draft(item_id, concept_id, score) VALUES (%1, %2, 0.5)").arg(item.value).arg(a.value),
             QStringLiteral("INSERT INTO review_event(item_id, item_rev, at, reviewer, action) VALUES (%1, 1, 0, 'me', 0)").arg(item.value),
             QStringLiteral("UPDATE concept SET example_image_id = %1 WHERE id = %2").arg(images[0].value).arg(a.value)})
        Query(fixture.database, row).run();
    const auto before = fixture.dump();
    const auto rows = [&](const QString& table) {
        Query query(fixture.database, QStringLiteral("SELECT count(*) FROM ") + table);
        return query.first() ? query.integer(0) : -1;
    };
    fixture.edit([&](Editor& editor) { editor.removeImages({images[0]}); });
    for (const auto* table : {"finding", "draft", "review_event", "box"})
        QCOMPARE(rows(QLatin1String(table)), 0);
    QCOMPARE(rows(QStringLiteral("audit")), 1);
    QVERIFY(fixture.isSound());
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.dump(), before);
    QCOMPARE(rows(QStringLiteral("finding")), 1);
    fixture.edit([&](Editor& editor) { editor.removeView(view); });
    QCOMPARE(rows(QStringLiteral("audit")), 0);
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.dump(), before);
}

void EditorTest::deletedConceptTakesItsAnnotation_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<ItemState>("ofDeleted"); // a picture with the deleted concept alone
    QTest::addColumn<ItemState>("ofBoth");
    QTest::newRow("classification") << ViewType::Classification << ItemState::Unseen << ItemState::Annotated;
    QTest::newRow("tagging") << ViewType::Tagging << ItemState::WithoutConcept << ItemState::Annotated;
    QTest::newRow("detection") << ViewType::Detection << ItemState::Unseen << ItemState::Annotated;
}

void EditorTest::deletedConceptTakesItsAnnotation()
{
    QFETCH(ViewType, type);
    StorageFixture fixture;
    fixture.addImages(2);
    const auto view = fixture.addView(type);
    const auto a = fixture.addConcept(view, nameA);
    const auto b = fixture.addConcept(view, nameB);
    const auto items = fixture.items(view);
    fixture.edit([&](Editor& editor) {
        switch (type) {
        case ViewType::Classification:
            editor.setClass({items[0]}, a);
            editor.setClass({items[1]}, b);
            break;
        case ViewType::Tagging:
            editor.setAnswer(items, a, Answer::Yes);
            editor.setAnswer({items[0]}, b, Answer::No);
            editor.setAnswer({items[1]}, b, Answer::Yes);
            break;
        case ViewType::Detection:
            editor.setBoxes(items[0], {box(a)});
            editor.setBoxes(items[1], {box(a), box(b)});
            break;
        }
    });
    const auto before = fixture.dump();
    fixture.edit([&](Editor& editor) { editor.removeConcept(a); });
    QTEST(fixture.annotation(items[0]).state, "ofDeleted");
    QTEST(fixture.annotation(items[1]).state, "ofBoth");
    const auto living = ViewRepository(fixture.database).concepts(view);
    QCOMPARE(living.size(), size_t(1));
    QCOMPARE(living[0].ordinal, 0);
    QVERIFY(fixture.isSound());
    fixture.undo();
    QCOMPARE(fixture.dump(), before);
}

void EditorTest::conceptOfAConditionIsNotDeleted()
{
    StorageFixture fixture;
    const auto parent = fixture.addView(ViewType::Detection, QStringLiteral("Fruit"));
    const auto a = fixture.addConcept(parent, nameA);
    const auto child = fixture.addView(ViewType::Classification, QStringLiteral("Ripeness"));
    Query(fixture.database, QStringLiteral("INSERT INTO condition_term VALUES (?, 0, ?)")).bind(child).bind(a).run();
    try {
        fixture.edit([&](Editor& editor) { editor.removeConcept(a); });
        QFAIL("must be refused");
    } catch (const Error& error) {
        QVERIFY(error.message().contains(QLatin1String("Ripeness")));
    }
    QCOMPARE(ViewRepository(fixture.database).concepts(parent).size(), size_t(1));
}

void EditorTest::boxesKeepTheirIds()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    const auto item = fixture.items(view).at(0);
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, {box(a), box(a, QRectF(30, 30, 10, 10))}); });
    auto boxes = fixture.annotation(item).boxes;
    const auto kept = boxes[1].id;
    boxes.erase(boxes.begin());
    boxes[0].rect = QRectF(1.25, 2.5, 3, 4);
    boxes[0].flags = Difficult | Occluded;
    boxes.push_back(box(a));
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, boxes); });
    const auto now = fixture.annotation(item).boxes;
    QCOMPARE(now.size(), size_t(2));
    QCOMPARE(now[0], (BoxRecord{kept, a, QRectF(1.25, 2.5, 3, 4), Difficult | Occluded}));
    QVERIFY(now[1].id != kept);
}

void EditorTest::boxesAreKeptInsideThePicture_data()
{
    QTest::addColumn<QRectF>("given");
    QTest::addColumn<QRectF>("stored"); // null: refused
    QTest::newRow("whole picture") << QRectF(0, 0, 100, 80) << QRectF(0, 0, 100, 80);
    QTest::newRow("over the edge") << QRectF(-5, 70, 20, 20) << QRectF(0, 70, 15, 10);
    QTest::newRow("drawn backwards") << QRectF(QPointF(20, 20), QPointF(10, 10)) << QRectF(10, 10, 10, 10);
    QTest::newRow("one pixel") << QRectF(99, 79, 1, 1) << QRectF(99, 79, 1, 1);
    QTest::newRow("too small") << QRectF(10, 10, 0.5, 10) << QRectF();
    QTest::newRow("outside") << QRectF(200, 10, 5, 5) << QRectF();
}

void EditorTest::boxesAreKeptInsideThePicture()
{
    QFETCH(QRectF, given);
    QFETCH(QRectF, stored);
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    const auto item = fixture.items(view).at(0);
    const auto store = [&] { fixture.edit([&](Editor& editor) { editor.setBoxes(item, {box(a, given)}); }); };
    if (stored.isNull()) {
        QVERIFY_EXCEPTION_THROWN(store(), Error);
        QVERIFY(fixture.annotation(item).boxes.empty());
    } else {
        store();
        QCOMPARE(fixture.annotation(item).boxes.at(0).rect, stored);
    }
}

void EditorTest::namesAreUnique()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Tagging, QStringLiteral("Fruit"));
    const auto other = fixture.addView(ViewType::Tagging, QStringLiteral("Other"));
    const auto a = fixture.addConcept(view, nameA);
    const auto b = fixture.addConcept(view, nameB);
    const auto refused = [&](const auto& act) { QVERIFY_EXCEPTION_THROWN(fixture.edit(act), Error); };
    refused([&](Editor& editor) { editor.addView(QStringLiteral(" fruit "), ViewType::Detection); });
    refused([&](Editor& editor) { editor.renameView(other, QStringLiteral("FRUIT")); });
    refused([&](Editor& editor) { editor.addConcept(view, QStringLiteral("a")); });
    refused([&](Editor& editor) { editor.renameConcept(b, QStringLiteral("a ")); });
    refused([&](Editor& editor) { editor.renameConcept(b, QString()); });
    fixture.edit([&](Editor& editor) {
        editor.renameView(view, QStringLiteral("FRUIT")); // only the case of its own name
        editor.renameConcept(a, QStringLiteral("a"));
        editor.addConcept(other, nameA);
        editor.removeConcept(b);
        editor.addConcept(view, nameB); // the name is free again
    });
    QCOMPARE(ViewRepository(fixture.database).concepts(view).size(), size_t(2));
    QCOMPARE(ViewRepository(fixture.database).concepts(view, true).size(), size_t(3));
}

void EditorTest::orderAndColoursAreGiven()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Tagging);
    std::vector<ConceptId> ids;
    for (const auto& name : {nameA, nameB, QStringLiteral("C")})
        ids.push_back(fixture.addConcept(view, name));
    const auto names = [&] {
        QString names;
        for (const auto& record : ViewRepository(fixture.database).concepts(view))
            names += record.name;
        return names;
    };
    fixture.edit([&](Editor& editor) { editor.moveConcept(ids[2], 0); });
    QCOMPARE(names(), QStringLiteral("CAB"));
    fixture.edit([&](Editor& editor) { editor.moveConcept(ids[2], 99); });
    QCOMPARE(names(), QStringLiteral("ABC"));
    fixture.edit([&](Editor& editor) { editor.removeConcept(ids[1]); });
    const auto d = fixture.addConcept(view, QStringLiteral("D"));
    const auto record = *ViewRepository(fixture.database).findConcept(d);
    QCOMPARE(record.colour, 1);      // B's is free
    QCOMPARE(record.exportIndex, 3); // B's is never given again
    QCOMPARE(record.ordinal, 2);
}

void EditorTest::foreignItemsAndConceptsAreRefused()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto classes = fixture.addView(ViewType::Classification, QStringLiteral("Classes"));
    const auto tags = fixture.addView(ViewType::Tagging, QStringLiteral("Tags"));
    const auto boxes = fixture.addView(ViewType::Detection, QStringLiteral("Boxes"));
    const auto a = fixture.addConcept(classes, nameA);
    const auto tag = fixture.addConcept(tags, nameA);
    const auto refused = [&](const auto& act) { QVERIFY_EXCEPTION_THROWN(fixture.edit(act), Error); };
    const auto item = fixture.items(classes).at(0);
    refused([&](Editor& editor) { editor.setClass({item}, tag); });
    refused([&](Editor& editor) { editor.setAnswer({item}, a, Answer::Yes); });
    refused([&](Editor& editor) { editor.setBoxes(item, {box(a)}); });
    refused([&](Editor& editor) { editor.setClass({ItemId{999}}, a); });
    refused([&](Editor& editor) { editor.setBoxes(fixture.items(boxes).at(0), {box(a)}); });
    fixture.edit([&](Editor& editor) { editor.removeConcept(a); });
    refused([&](Editor& editor) { editor.setClass({item}, a); });
    QVERIFY(fixture.isSound());
}

void EditorTest::viewGoesWithEverythingAndComesBack()
{
    StorageFixture fixture;
    fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    const auto item = fixture.items(view).at(0);
    fixture.edit([&](Editor& editor) { editor.setBoxes(item, {box(a)}); });
    const VersionRepository versions(fixture.database);
    const auto record = *ViewRepository(fixture.database).find(view);
    const auto model = versions.modelFor(record, ViewRepository(fixture.database).concepts(view));
    const auto version = versions.add({.model = model, .name = QStringLiteral("v1"), .status = VersionStatus::Running});
    versions.appendEpoch(version, {.epoch = 1, .trainLoss = 0.5});
    const auto remove = [&] { fixture.edit([&](Editor& editor) { editor.removeView(view); }); };
    QVERIFY_EXCEPTION_THROWN(remove(), Error); // it is being trained
    versions.setStatus(version, VersionStatus::Done);
    const auto before = fixture.dump();
    remove();
    QVERIFY(ViewRepository(fixture.database).all().empty());
    QVERIFY(versions.all().empty());
    QVERIFY(fixture.isSound());
    fixture.undo();
    QCOMPARE(fixture.dump(), before);
    QCOMPARE(versions.epochs(version).at(0).trainLoss, std::optional(0.5));
}

void EditorTest::pictureGoesWithItsAnnotationAndComesBack()
{
    StorageFixture fixture;
    const auto images = fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Detection);
    const auto a = fixture.addConcept(view, nameA);
    fixture.edit([&](Editor& editor) { editor.setBoxes(fixture.items(view).at(0), {box(a)}); });
    const auto before = fixture.dump();
    fixture.edit([&](Editor& editor) { editor.removeImages(images); });
    QCOMPARE(ImageRepository(fixture.database).count(), 0);
    QVERIFY(ImageRepository::rootFolders(fixture.database).isEmpty());
    QVERIFY(fixture.isSound());
    fixture.undo();
    QCOMPARE(fixture.dump(), before);
    QVERIFY(fixture.isSound());
}

void EditorTest::splitIsOneForEqualBytes()
{
    StorageFixture fixture;
    auto images = fixture.addImages(3);
    Query(fixture.database, QStringLiteral("UPDATE image SET sha256 = (SELECT sha256 FROM image WHERE id = ?) WHERE id = ?")).bind(images[0]).bind(images[2]).run();
    const auto view = fixture.addView(ViewType::Classification);
    fixture.edit([&](Editor& editor) { editor.setSplit({images[0]}, Split::Validation); });
    const auto items = AnnotationRepository(fixture.database).allItems(view);
    QCOMPARE(items[0].image.split, Split::Validation);
    QCOMPARE(items[1].image.split, Split::Train);
    QCOMPARE(items[2].image.split, Split::Validation);
    QCOMPARE(AnnotationRepository(fixture.database).itemIds(view, {.split = Split::Validation}).size(), size_t(2));
    QVERIFY(fixture.isSound());
}

void EditorTest::filtersFindTheirItems()
{
    StorageFixture fixture;
    const auto images = fixture.addImages(12);
    const auto view = fixture.addView(ViewType::Tagging);
    const auto a = fixture.addConcept(view, nameA);
    const auto b = fixture.addConcept(view, nameB);
    const auto items = fixture.items(view);
    fixture.edit([&](Editor& editor) {
        editor.setAnswer({items[0], items[3]}, a, Answer::Yes);
        editor.setAnswer({items[1]}, a, Answer::No);
        editor.setAnswer({items[3]}, b, Answer::Yes);
        editor.setSplit({images[3]}, Split::Test);
        editor.setHealth({images[5]}, Health::Odd);
    });
    const auto found = [&](const ItemFilter& filter) { return AnnotationRepository(fixture.database).itemIds(view, filter); };
    using Ids = std::vector<ItemId>;
    QCOMPARE(found({}), items);
    QCOMPARE(found({.conceptId = a}), (Ids{items[0], items[3]}));
    QCOMPARE(found({.conceptId = a, .split = Split::Test}), Ids{items[3]});
    QCOMPARE(found({.state = ItemState::Annotated}), Ids{items[3]});
    QCOMPARE(found({.health = Health::Odd}), Ids{items[5]});
    QCOMPARE(found({.nameContains = QStringLiteral("1")}), (Ids{items[1], items[10], items[11]}));
    QCOMPARE(found({.nameContains = QStringLiteral("_")}), Ids{});
    QCOMPARE(found({.nameContains = QStringLiteral("%")}), Ids{});
    // In the order asked; one twice, one unknown.
    const Ids asked{items[7], ItemId{9999}, items[2], items[7]};
    const auto answered = AnnotationRepository(fixture.database).items(asked);
    QCOMPARE(answered.size(), size_t(3));
    QCOMPARE(answered[0].id, items[7]);
    QCOMPARE(answered[1].id, items[2]);
    QCOMPARE(answered[1].image.path, QStringLiteral("/pictures/a/2.png"));
}

/// As a view below a detection has it: the box, grown by the view's margin.
void EditorTest::anItemOfABoxIsItsCrop()
{
    StorageFixture fixture; // pictures of 100 × 80
    fixture.addImages(2);
    const auto parent = fixture.addView(ViewType::Detection);
    const auto child = fixture.addView(ViewType::Classification, QStringLiteral("Child"));
    const auto a = fixture.addConcept(parent, nameA);
    const BoxRecord box{newBoxId(), a, QRectF(10, 10, 20, 40), 0};
    fixture.edit([&](Editor& editor) { editor.setBoxes(fixture.items(parent)[1], {box}); });
    Query(fixture.database, QStringLiteral("UPDATE view SET margin = 50 WHERE id = ?")).bind(child).run();
    Query(fixture.database, QStringLiteral("UPDATE item SET box_id = ? WHERE id = ?")).bind(box.id).bind(fixture.items(child)[1]).run();

    const AnnotationRepository annotations(fixture.database);
    const auto items = annotations.allItems(child);
    QCOMPARE(items.size(), size_t(2));
    QVERIFY(items[0].isWhole() && !items[0].box.isValid());
    QCOMPARE(items[0].part(), QRect(0, 0, 100, 80));
    QCOMPARE(items[1].box, box.id);
    QCOMPARE(items[1].crop, QRect(0, 0, 40, 60));
    QCOMPARE(annotations.items(fixture.items(child)), items);
    for (const auto& item : annotations.allItems(parent))
        QVERIFY(item.isWhole());
}

void EditorTest::valuesOutOfRangeAreADamagedDatabase_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("health of a picture") << QStringLiteral("UPDATE image SET health = 6");
    QTest::newRow("health below nought") << QStringLiteral("UPDATE image SET health = -1");
    QTest::newRow("health that is kept") << QStringLiteral("UPDATE image SET own_health = 99");
    QTest::newRow("split of a picture") << QStringLiteral("UPDATE image SET split = 4");
    QTest::newRow("split below nought") << QStringLiteral("UPDATE image SET split = -1");
    QTest::newRow("state of an item") << QStringLiteral("UPDATE item SET state = 4");
    QTest::newRow("type of a view") << QStringLiteral("UPDATE view SET type = 3");
}

/// What no program of ours writes is a sentence about the database, never a value that nobody expects.
void EditorTest::valuesOutOfRangeAreADamagedDatabase()
{
    QFETCH(QString, change);
    StorageFixture fixture;
    const auto images = fixture.addImages(2);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, nameA);
    const auto items = fixture.items(view);
    Query(fixture.database, QStringLiteral("PRAGMA ignore_check_constraints = ON")).run();
    Query(fixture.database, change).run();
    int refused = 0;
    const auto ask = [&](const std::function<void()>& question) {
        try {
            question();
        } catch (const DatabaseError& error) {
            QCOMPARE(error.kind, DatabaseError::Kind::Damaged);
            ++refused;
        }
    };
    const Database& database = fixture.database;
    ask([&] { ImageRepository(database).all(); });
    ask([&] { ImageRepository(database).healthCounts(); });
    ask([&] { AnnotationRepository(database).allItems(view); });
    ask([&] { ViewRepository(database).all(); });
    ask([&] { fixture.edit([&](Editor& editor) { editor.setClass(items, a); }); });
    ask([&] {
        Transaction transaction(fixture.database);
        PictureStates(fixture.database).note({.image = images[0], .sha256 = fixture.picture(0).sha256, .file = Health::Missing});
        ImportWriter(fixture.database, fixture.journal).allImages();
    });
    QVERIFY(refused > 0);
}

/// The disk is not asked each time, and a folder that comes back is seen at once.
void EditorTest::foldersOfPicturesAreFoundAgain()
{
    const QTemporaryDir folder;
    RootPlaces places(3'600'000), forgetful(0);
    const QString project = folder.filePath(QStringLiteral("p.oriel")), known = folder.filePath(QStringLiteral("known"));
    const auto place = [&] { return places.placeOf(project, QStringLiteral("../beside"), known, QStringLiteral("named")); };
    QCOMPARE(place(), known); // nowhere
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("named")));
    QCOMPARE(place(), folder.filePath(QStringLiteral("named")));
    QVERIFY(QDir(folder.path()).rmdir(QStringLiteral("named")) && QDir(folder.path()).mkdir(QStringLiteral("beside")));
    QCOMPARE(place(), folder.filePath(QStringLiteral("named"))); // not asked again so soon
    QCOMPARE(places.placeOf(project, QStringLiteral("../beside"), known, QStringLiteral("renamed")), folder.filePath(QStringLiteral("beside"))); // another root
    QCOMPARE(forgetful.placeOf(project, {}, known, QStringLiteral("beside")), folder.filePath(QStringLiteral("beside")));
    QVERIFY(QDir(folder.path()).rename(QStringLiteral("beside"), QStringLiteral("known")));
    QTRY_COMPARE(forgetful.placeOf(project, {}, known, QStringLiteral("beside")), known); // a while is over at once
}

void EditorTest::nothingToDoIsNoStep()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, nameA);
    const auto items = fixture.items(view);
    QVERIFY(fixture.edit([&](Editor& editor) { editor.setClass(items, a); }));
    QVERIFY(!fixture.edit([&](Editor& editor) { editor.setClass(items, a); }));
    QVERIFY(!fixture.edit([&](Editor& editor) { editor.renameConcept(a, nameA); }));
    QVERIFY(!fixture.edit([](Editor&) {}));
}

void EditorTest::manyPicturesAreFast()
{
    StorageFixture fixture;
    fixture.addImages(5000);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, nameA);
    const auto items = fixture.items(view);
    QElapsedTimer timer;
    timer.start();
    const ProcessorTime time;
    fixture.edit([&](Editor& editor) { editor.setClass(items, a); });
    QVERIFY2(time.seconds() < 5, qPrintable(QString::number(time.seconds()))); // 2 s wanted
    qInfo() << "5,000 labels in ms:" << timer.elapsed();
    timer.restart();
    QCOMPARE(AnnotationRepository(fixture.database).itemIds(view, {}).size(), size_t(5000));
    qInfo() << "5,000 ids in ms:" << timer.elapsed();
    timer.restart();
    QCOMPARE(AnnotationRepository(fixture.database).allItems(view).size(), size_t(5000));
    qInfo() << "5,000 items in ms:" << timer.elapsed();
}

QTEST_GUILESS_MAIN(EditorTest)
#include "EditorTest.moc"
