#include "core/dataset/TrainingSelection.h"

#include <QTest>

#include <algorithm>

using namespace core;

namespace {

const ConceptId conceptA{1};
const ConceptId conceptB{2};

std::vector<ConceptRecord> twoConcepts()
{
    return {{.id = conceptA, .uuid = QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .name = QStringLiteral("A")},
        {.id = conceptB, .uuid = QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .name = QStringLiteral("B"), .ordinal = 1}};
}

Item makeItem(int id, Split split, ItemState state, Health health = Health::Good)
{
    Item item{.id = ItemId{id}};
    item.image.relativePath = QStringLiteral("%1.png").arg(id);
    item.image.sha256 = QByteArray(32, char(id));
    item.image.size = QSize(100, 80);
    item.image.split = split;
    item.image.health = health;
    item.annotation.state = state;
    return item;
}

Item labelled(Item item, std::vector<Label> labels)
{
    item.annotation.labels = std::move(labels);
    return item;
}

Item boxed(Item item, std::vector<BoxRecord> boxes, std::vector<ConceptId> gaps = {})
{
    item.annotation.boxes = std::move(boxes);
    item.annotation.gaps = std::move(gaps);
    return item;
}

ViewRecord viewOf(ViewType type)
{
    return {.id = ViewId{1}, .name = QStringLiteral("View"), .type = type};
}

int leftOut(const TrainingSelection& selection, LeftOutReason reason)
{
    const auto found = std::ranges::find(selection.leftOut, reason, &LeftOut::reason);
    return found == selection.leftOut.end() ? 0 : found->count;
}

bool says(const TrainingSelection& selection, SelectionFinding::Level level, const char* part)
{
    return std::ranges::any_of(selection.findings(), [&](const auto& finding) { return finding.level == level && finding.text.contains(QLatin1String(part)); });
}

const BoxRecord boxOfA{BoxId{1}, conceptA, QRectF(10, 20, 30, 40), 0};
using Level = SelectionFinding::Level;

} // namespace

class TrainingSelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemIsUsedOrLeftOut_data();
    void itemIsUsedOrLeftOut();
    void taggingMasksWhatNobodyLookedAt();
    void detectionIgnoresCrowdAndDifficultAndKeepsGaps();
    void retiredConceptsAreNotLearned();
    void revisionSeesContentNotNames();
    void findingsBlockOrWarn();
    void smallAndUnevenConceptsAreNamed();
    void aValidationThatDecidesNothingIsNamed_data();
    void aValidationThatDecidesNothingIsNamed();
    void smallBoxesAreCountedAtTheInputsSize();
};

void TrainingSelectionTest::itemIsUsedOrLeftOut_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<Split>("split");
    QTest::addColumn<ItemState>("state");
    QTest::addColumn<Health>("health");
    QTest::addColumn<bool>("boxed");
    QTest::addColumn<int>("reason"); // -1: used
    const auto row = [](const char* name, ViewType type, Split split, ItemState state, Health health, bool boxed, int reason) {
        QTest::newRow(name) << type << split << state << health << boxed << reason;
    };
    const auto good = Health::Good;
    using enum ViewType;
    using enum ItemState;
    row("class annotated", Classification, Split::Train, Annotated, good, false, -1);
    row("class unseen", Classification, Split::Train, Unseen, good, false, int(LeftOutReason::NotAnnotated));
    row("class unsplit", Classification, Split::Unassigned, Annotated, good, false, int(LeftOutReason::Unsplit));
    row("class odd", Classification, Split::Train, Annotated, Health::Odd, false, int(LeftOutReason::Odd));
    row("class truncated", Classification, Split::Validation, Annotated, Health::Truncated, false, int(LeftOutReason::Truncated));
    row("class missing", Classification, Split::Train, Annotated, Health::Missing, false, int(LeftOutReason::Missing));
    row("class test", Classification, Split::Test, Annotated, good, false, -1);
    row("tag partly", Tagging, Split::Train, Partly, good, false, -1);
    row("tag without", Tagging, Split::Train, WithoutConcept, good, false, -1);
    row("tag unseen", Tagging, Split::Validation, Unseen, good, false, int(LeftOutReason::NotAnnotated));
    row("box annotated", Detection, Split::Train, Annotated, good, true, -1);
    row("box without trains not", Detection, Split::Train, WithoutConcept, good, false, int(LeftOutReason::WithoutConcept));
    row("box without is judged", Detection, Split::Validation, WithoutConcept, good, false, -1);
    row("box partly with boxes trains", Detection, Split::Train, Partly, good, true, -1);
    row("box partly without boxes", Detection, Split::Train, Partly, good, false, int(LeftOutReason::NotAnnotated));
    row("box partly is not judged", Detection, Split::Validation, Partly, good, true, int(LeftOutReason::NotAnnotated));
}

void TrainingSelectionTest::itemIsUsedOrLeftOut()
{
    QFETCH(ViewType, type);
    QFETCH(Split, split);
    QFETCH(ItemState, state);
    QFETCH(Health, health);
    QFETCH(bool, boxed);
    QFETCH(int, reason);
    auto item = makeItem(1, split, state, health);
    if (boxed)
        item.annotation.boxes = {boxOfA};
    else if (type != ViewType::Detection && state != ItemState::Unseen)
        item.annotation.labels = {{conceptA, state == ItemState::Annotated}};
    const auto selection = selectForTraining(viewOf(type), twoConcepts(), {item});
    const auto used = selection.train.size() + selection.validation.size() + selection.test.size();
    QCOMPARE(used, size_t(reason < 0 ? 1 : 0));
    QCOMPARE(selection.leftOut.size(), size_t(reason < 0 ? 0 : 1));
    if (reason >= 0) {
        QCOMPARE(leftOut(selection, LeftOutReason(reason)), 1);
        QCOMPARE(selection.leftOut.front().names, QStringList{QStringLiteral("1.png")});
    }
    if (reason < 0 && split == Split::Validation)
        QCOMPARE(selection.validation.size(), size_t(1));
    if (reason < 0 && split == Split::Test)
        QCOMPARE(selection.test.size(), size_t(1));
}

void TrainingSelectionTest::taggingMasksWhatNobodyLookedAt()
{
    const auto selection = selectForTraining(viewOf(ViewType::Tagging), twoConcepts(),
        {labelled(makeItem(1, Split::Train, ItemState::Partly), {{conceptB, true}}),
            labelled(makeItem(2, Split::Train, ItemState::WithoutConcept), {{conceptA, false}, {conceptB, false}})});
    QCOMPARE(selection.train[0].answers, (std::vector<qint8>{-1, 1}));
    QCOMPARE(selection.train[1].answers, (std::vector<qint8>{0, 0}));
    QCOMPARE(selection.withoutConceptTrain, 1);
    QCOMPARE(selection.counts[0].train, 0);
    QCOMPARE(selection.counts[1].train, 1);
    QVERIFY(says(selection, Level::Information, "are used"));
}

void TrainingSelectionTest::detectionIgnoresCrowdAndDifficultAndKeepsGaps()
{
    const auto selection = selectForTraining(viewOf(ViewType::Detection), twoConcepts(),
        {boxed(makeItem(1, Split::Train, ItemState::Partly), {boxOfA, {BoxId{2}, conceptA, QRectF(0, 0, 5, 5), Crowd}, {BoxId{3}, conceptA, QRectF(0, 0, 5, 5), Difficult},
                                                                  {BoxId{4}, conceptA, QRectF(0, 0, 5, 5), Occluded}}, {conceptB}),
            makeItem(2, Split::Train, ItemState::WithoutConcept)});
    const auto& example = selection.train.at(0);
    QCOMPARE(example.boxes.size(), size_t(4));
    QCOMPARE(example.boxes[0], (TrueBox{0, QRectF(10, 20, 30, 40), false}));
    QVERIFY(example.boxes[1].ignore && example.boxes[2].ignore && !example.boxes[3].ignore);
    QCOMPARE(example.gaps, std::vector<int>{1});
    QCOMPARE(selection.counts[0].train, 2);
    QVERIFY(says(selection, Level::Information, "not used"));
}

void TrainingSelectionTest::retiredConceptsAreNotLearned()
{
    auto concepts = twoConcepts();
    concepts[0].retired = true;
    const auto selection = selectForTraining(viewOf(ViewType::Classification), concepts, {labelled(makeItem(1, Split::Train, ItemState::Annotated), {{conceptB, true}})});
    QCOMPARE(selection.concepts.size(), size_t(1));
    QCOMPARE(selection.train[0].label, 0); // by position among the living
}

void TrainingSelectionTest::revisionSeesContentNotNames()
{
    const auto revision = [](const std::vector<Item>& items, std::vector<ConceptRecord> concepts = twoConcepts()) {
        return selectForTraining(viewOf(ViewType::Detection), concepts, items).dataRevision;
    };
    const auto a = boxed(makeItem(1, Split::Train, ItemState::Annotated), {boxOfA});
    const auto b = boxed(makeItem(2, Split::Validation, ItemState::Annotated), {boxOfA});
    const auto before = revision({a, b});
    QCOMPARE(before.size(), 32);
    QCOMPARE(revision({b, a}), before);

    auto renamed = a;
    renamed.id = ItemId{77};
    renamed.image.relativePath = QStringLiteral("other.png");
    auto concepts = twoConcepts();
    std::swap(concepts[0], concepts[1]);
    concepts[0].name = QStringLiteral("C");
    QCOMPARE(revision({renamed, b}, concepts), before);

    auto moved = a;
    moved.annotation.boxes[0].rect.translate(0.5, 0);
    QVERIFY(revision({moved, b}) != before);
    auto pixel = a;
    pixel.image.sha256[0] = 9;
    QVERIFY(revision({pixel, b}) != before);
    auto split = a;
    split.image.split = Split::Validation;
    QVERIFY(revision({split, b}) != before);
    auto crop = a;
    crop.crop = QRect(0, 0, 50, 40);
    crop.box = {7};
    const auto cropped = revision({crop, b});
    QVERIFY(cropped != before);
    crop.box = {8}; // another number, the same pixels
    QCOMPARE(revision({crop, b}), cropped);
    crop.crop.translate(1, 0);
    QVERIFY(revision({crop, b}) != cropped);
    QCOMPARE(selectForTraining(viewOf(ViewType::Detection), twoConcepts(), {crop}).train.front().part(), crop.crop); // and it is what is trained on
}

void TrainingSelectionTest::findingsBlockOrWarn()
{
    const auto empty = selectForTraining(viewOf(ViewType::Detection), twoConcepts(), {});
    QVERIFY(!empty.canTrain());
    QVERIFY(says(empty, Level::Error, "No picture of the training set"));
    QVERIFY(says(empty, Level::Warning, "validation set is empty"));

    const auto noB = selectForTraining(viewOf(ViewType::Detection), twoConcepts(), {boxed(makeItem(1, Split::Train, ItemState::Annotated), {boxOfA})});
    QVERIFY(!noB.canTrain());
    QVERIFY(says(noB, Level::Error, "No training example for: B"));

    auto one = twoConcepts();
    one.pop_back();
    const auto items = std::vector{labelled(makeItem(1, Split::Train, ItemState::Annotated), {{conceptA, true}})};
    QVERIFY(!selectForTraining(viewOf(ViewType::Classification), one, items).canTrain());
    QVERIFY(selectForTraining(viewOf(ViewType::Tagging), one, items).canTrain());
}

void TrainingSelectionTest::smallAndUnevenConceptsAreNamed()
{
    std::vector<Item> items;
    for (int i = 0; i < 33; ++i)
        items.push_back(labelled(makeItem(i + 1, Split::Train, ItemState::Annotated), {{i < 30 ? conceptA : conceptB, true}}));
    items.push_back(labelled(makeItem(100, Split::Validation, ItemState::Annotated), {{conceptA, true}}));
    auto selection = selectForTraining(viewOf(ViewType::Classification), twoConcepts(), items);
    QVERIFY(selection.canTrain());
    QVERIFY(says(selection, Level::Warning, "B (3)"));
    QVERIFY(!says(selection, Level::Warning, "A has 30")); // exactly 10 : 1
    items.push_back(labelled(makeItem(101, Split::Train, ItemState::Annotated), {{conceptA, true}}));
    selection = selectForTraining(viewOf(ViewType::Classification), twoConcepts(), items);
    QVERIFY(says(selection, Level::Warning, "A has 31"));
    QVERIFY(std::ranges::is_sorted(selection.findings(), std::ranges::greater{}, &SelectionFinding::level));
}

void TrainingSelectionTest::aValidationThatDecidesNothingIsNamed_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<bool>("isYes"); // a box or a yes in the validation picture
    QTest::newRow("tags") << ViewType::Tagging << true;
    QTest::newRow("tags without a yes") << ViewType::Tagging << false;
    QTest::newRow("boxes") << ViewType::Detection << true;
    QTest::newRow("no box") << ViewType::Detection << false;
}

void TrainingSelectionTest::aValidationThatDecidesNothingIsNamed()
{
    QFETCH(ViewType, type);
    QFETCH(bool, isYes);
    auto train = makeItem(1, Split::Train, ItemState::Annotated), judged = makeItem(2, Split::Validation, isYes ? ItemState::Annotated : ItemState::WithoutConcept);
    train = type == ViewType::Detection ? boxed(train, {boxOfA}) : labelled(train, {{conceptA, true}});
    if (type == ViewType::Tagging)
        judged = labelled(judged, {{conceptA, isYes}});
    else if (isYes)
        judged = boxed(judged, {boxOfA});
    const auto selection = selectForTraining(viewOf(type), twoConcepts(), {train, judged});
    QCOMPARE(selection.validation.size(), size_t(1));
    const auto findings = selection.findings();
    QCOMPARE(std::ranges::any_of(findings, [](const auto& finding) { return finding.kind == SelectionFinding::Kind::NothingToDecide; }), !isYes);
}

void TrainingSelectionTest::smallBoxesAreCountedAtTheInputsSize()
{
    std::vector<BoxRecord> boxes;
    for (int i = 0; i < 40; ++i) // the picture is 100 × 80; boxes of 1, 2 … 40 px
        boxes.push_back({BoxId{i + 1}, conceptA, QRectF(0, 0, i + 1, 50), 0});
    boxes.push_back({BoxId{50}, conceptA, QRectF(0, 0, 1, 1), Crowd});
    const auto selection = selectForTraining(viewOf(ViewType::Detection), twoConcepts(), {boxed(makeItem(1, Split::Train, ItemState::Annotated), boxes)});
    const auto small = [&](QSize input) {
        const auto findings = selection.findings(input);
        const auto found = std::ranges::find(findings, SelectionFinding::Kind::SmallBoxes, &SelectionFinding::kind);
        return found == findings.end() ? SelectionFinding() : *found;
    };
    QCOMPARE(small({}).count, 0);
    QCOMPARE(small({200, 160}).count, 3);  // twice as large: 2, 4 and 6 px
    QVERIFY(small({200, 160}).text.contains(QStringLiteral("3 box")));
    QCOMPARE(small({96, 64}).count, 9); // 0.8 times: those below 10 px
    QCOMPARE(small({1024, 832}).count, 0);
    const int larger = small({96, 64}).largerSide;
    QVERIFY2(larger > 96 && larger % 32 == 0 && small({larger, larger * 4 / 5}).count <= 2, qPrintable(QString::number(larger)));
}

QTEST_APPLESS_MAIN(TrainingSelectionTest)
#include "TrainingSelectionTest.moc"
