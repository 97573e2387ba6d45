#include "core/dataset/Annotating.h"

#include <QTest>

using namespace core;

namespace {
constexpr ConceptId apple{1}, pear{2}, leaf{3};
const std::vector<ConceptId> living{apple, pear, leaf};

BoxRecord box(ConceptId conceptId, qint64 id = 0)
{
    return {.id = {id}, .conceptId = conceptId, .rect = {10, 10, 20, 20}};
}
} // namespace

class AnnotatingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClassReplacesTheOneBefore();
    void anAnswerLeavesTheOthers();
    void boxesDecideStateAndGaps_data();
    void boxesDecideStateAndGaps();
    void withoutConceptAnswersEverything();
    void seenClearsOneGap_data();
    void seenClearsOneGap();
    void aGapIsTheOppositeOfSeen();
};

void AnnotatingTest::aClassReplacesTheOneBefore()
{
    const ItemAnnotation first = withClass({}, apple);
    QCOMPARE(first.state, ItemState::Annotated);
    const ItemAnnotation second = withClass(first, pear);
    QCOMPARE(second.labels, (std::vector<Label>{{pear, true}}));
}

void AnnotatingTest::anAnswerLeavesTheOthers()
{
    ItemAnnotation annotation = withAnswer({}, living, leaf, Answer::Yes);
    QCOMPARE(annotation.state, ItemState::Partly);
    annotation = withAnswer(annotation, living, apple, Answer::No);
    QCOMPARE(annotation.labels, (std::vector<Label>{{apple, false}, {leaf, true}})); // as they are read from a project
    annotation = withAnswer(annotation, living, pear, Answer::No);
    QCOMPARE(annotation.state, ItemState::Annotated);
    annotation = withAnswer(annotation, living, leaf, Answer::No);
    QCOMPARE(annotation.state, ItemState::WithoutConcept);
    annotation = withAnswer(annotation, living, pear, Answer::Unseen);
    QCOMPARE(annotation.answerFor(pear), Answer::Unseen);
    QCOMPARE(annotation.state, ItemState::Partly);
}

void AnnotatingTest::boxesDecideStateAndGaps_data()
{
    QTest::addColumn<std::vector<ConceptId>>("gaps");
    QTest::addColumn<std::vector<BoxRecord>>("boxes");
    QTest::addColumn<std::vector<ConceptId>>("gapsLeft");
    QTest::addColumn<ItemState>("state");
    using Gaps = std::vector<ConceptId>;
    using Boxes = std::vector<BoxRecord>;
    QTest::newRow("a first box") << Gaps{} << Boxes{box(apple)} << Gaps{} << ItemState::Annotated;
    QTest::newRow("a box of a concept with a gap") << Gaps{leaf} << Boxes{box(apple), box(leaf)} << Gaps{} << ItemState::Annotated;
    QTest::newRow("a box of another") << Gaps{leaf} << Boxes{box(apple)} << Gaps{leaf} << ItemState::Partly;
    QTest::newRow("the last one deleted") << Gaps{leaf} << Boxes{} << Gaps{} << ItemState::Unseen;
}

void AnnotatingTest::boxesDecideStateAndGaps()
{
    QFETCH(std::vector<ConceptId>, gaps);
    QFETCH(std::vector<BoxRecord>, boxes);
    const ItemAnnotation after = withBoxes({.state = ItemState::Annotated, .boxes = {box(apple)}, .gaps = gaps}, boxes);
    QCOMPARE(after.boxes, boxes);
    QTEST(after.gaps, "gapsLeft");
    QTEST(after.state, "state");
}

void AnnotatingTest::withoutConceptAnswersEverything()
{
    const ItemAnnotation tags = withoutConcept(ViewType::Tagging, withAnswer({}, living, apple, Answer::Yes), living);
    QCOMPARE(tags.labels, (std::vector<Label>{{apple, false}, {pear, false}, {leaf, false}}));
    QCOMPARE(tags.state, ItemState::WithoutConcept);
    const ItemAnnotation picture = withoutConcept(ViewType::Detection, {.state = ItemState::Partly, .boxes = {box(apple)}, .gaps = {leaf}}, living);
    QVERIFY(picture.boxes.empty() && picture.gaps.empty());
    QCOMPARE(picture.state, ItemState::WithoutConcept);
    const ItemAnnotation chosen = withClass({}, apple);
    QCOMPARE(withoutConcept(ViewType::Classification, chosen, living), chosen);
}

void AnnotatingTest::seenClearsOneGap_data()
{
    QTest::addColumn<ItemAnnotation>("before");
    QTest::addColumn<ItemState>("state");
    QTest::addColumn<int>("gapsLeft");
    QTest::newRow("the only gap") << ItemAnnotation{.state = ItemState::Partly, .boxes = {box(apple)}, .gaps = {leaf}} << ItemState::Annotated << 0;
    QTest::newRow("one of two") << ItemAnnotation{.state = ItemState::Partly, .boxes = {box(apple)}, .gaps = {pear, leaf}} << ItemState::Partly << 1;
    QTest::newRow("a picture without a box") << ItemAnnotation{.state = ItemState::Partly, .gaps = {leaf}} << ItemState::WithoutConcept << 0;
    QTest::newRow("nothing to clear") << ItemAnnotation{.state = ItemState::Annotated, .boxes = {box(leaf)}} << ItemState::Annotated << 0;
    QTest::newRow("nobody has looked at all") << ItemAnnotation{} << ItemState::Unseen << 0;
}

void AnnotatingTest::seenClearsOneGap()
{
    QFETCH(ItemAnnotation, before);
    const ItemAnnotation after = withSeen(before, leaf);
    QTEST(after.state, "state");
    QTEST(int(after.gaps.size()), "gapsLeft");
    QCOMPARE(after.boxes, before.boxes);
}

void AnnotatingTest::aGapIsTheOppositeOfSeen()
{
    const ItemAnnotation done{.state = ItemState::Annotated, .boxes = {box(apple)}};
    const ItemAnnotation partly = withGap(done, leaf);
    QCOMPARE(partly.state, ItemState::Partly);
    QCOMPARE(partly.gaps, std::vector{leaf});
    QCOMPARE(withGap(partly, leaf), partly);
    QCOMPARE(withSeen(partly, leaf), done);
    QCOMPARE(withGap(done, apple), done);                         // its box shows that somebody looked
    QCOMPARE(withGap(ItemAnnotation{}, leaf), ItemAnnotation{}); // nobody has said anything yet
    const ItemAnnotation without{.state = ItemState::WithoutConcept};
    QCOMPARE(withSeen(withGap(without, leaf), leaf), without);
}

QTEST_APPLESS_MAIN(AnnotatingTest)
#include "AnnotatingTest.moc"
