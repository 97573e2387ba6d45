#include "core/dataset/JudgingSelection.h"

#include <QTest>

using namespace core;

namespace {

const ConceptRecord cell{.id = {1}, .uuid = QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .name = QStringLiteral("Cell")};
const ConceptRecord dust{.id = {2}, .uuid = QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .name = QStringLiteral("Dust")};
const ConceptRecord leaf{.id = {3}, .uuid = QUuid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .name = QStringLiteral("Leaf")};

Item itemOf(int id, ItemState state, ItemAnnotation annotation)
{
    Item item{.id = {id}, .annotation = std::move(annotation)};
    item.image.path = QStringLiteral("/%1.png").arg(id);
    item.image.sha256 = QByteArray(32, char(id));
    item.image.size = {100, 80};
    item.image.split = Split::Validation;
    item.annotation.state = state;
    return item;
}

BoxRecord boxOf(const ConceptRecord& record)
{
    return {.conceptId = record.id, .rect = {1, 2, 30, 40}};
}

std::vector<FrozenConcept> frozen(const std::vector<ConceptRecord>& records)
{
    std::vector<FrozenConcept> concepts;
    for (const auto& record : records)
        concepts.push_back({.uuid = record.uuid, .name = record.name});
    return concepts;
}

} // namespace

class JudgingSelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void detectionDecidesByTheFrozenConcepts_data();
    void detectionDecidesByTheFrozenConcepts();
    void aDeletedConceptIsAGapEverywhere();
    void tagsOfOtherConceptsAloneAreNothingToJudge();
    void classesOfOtherConceptsAreNothingToJudge();
    void otherSplitsAreLeftOut();
};

void JudgingSelectionTest::detectionDecidesByTheFrozenConcepts_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<ItemAnnotation>("annotation");
    QTest::addColumn<bool>("isJudged");
    QTest::addColumn<int>("boxes"); // of the frozen concepts
    const auto row = [](const char* name, ItemState state, const ItemAnnotation& annotation, bool isJudged, int boxes) {
        QTest::newRow(name) << int(state) << annotation << isJudged << boxes;
    };
    row("annotated before and after", ItemState::Annotated, {.boxes = {boxOf(cell)}}, true, 1);
    row("not looked at for the new concept", ItemState::Partly, {.boxes = {boxOf(cell)}, .gaps = {leaf.id}}, true, 1);
    row("none of the old ones, not looked at for the new one", ItemState::Partly, {.gaps = {leaf.id}}, true, 0);
    row("boxes of the new one beside those of the old", ItemState::Annotated, {.boxes = {boxOf(cell), boxOf(leaf)}}, true, 1);
    row("boxes of the new one alone", ItemState::Annotated, {.boxes = {boxOf(leaf)}}, true, 0);
    row("not looked at for one that it knows", ItemState::Partly, {.boxes = {boxOf(cell)}, .gaps = {dust.id}}, false, 0);
    row("not looked at for either", ItemState::Partly, {.boxes = {boxOf(cell)}, .gaps = {dust.id, leaf.id}}, false, 0);
    row("looked at for the new one alone", ItemState::Partly, {.boxes = {boxOf(leaf)}, .gaps = {cell.id, dust.id}}, false, 0);
    row("without concept", ItemState::WithoutConcept, {}, true, 0);
    row("not looked at", ItemState::Unseen, {}, false, 0);
}

void JudgingSelectionTest::detectionDecidesByTheFrozenConcepts()
{
    QFETCH(int, state);
    QFETCH(ItemAnnotation, annotation);
    QFETCH(bool, isJudged);
    QFETCH(int, boxes);
    const ViewRecord view{.id = {1}, .type = ViewType::Detection};
    const auto examples = selectForJudging(view, frozen({cell, dust}), {cell, dust, leaf}, {itemOf(1, ItemState(state), annotation)}, Split::Validation);
    QCOMPARE(!examples.empty(), isJudged);
    if (!isJudged)
        return;
    QCOMPARE(int(examples.front().boxes.size()), boxes);
    QVERIFY(examples.front().gaps.empty());
    for (const auto& box : examples.front().boxes)
        QCOMPARE(box.label, 0);
}

void JudgingSelectionTest::aDeletedConceptIsAGapEverywhere()
{
    const ViewRecord view{.id = {1}, .type = ViewType::Detection};
    const auto examples = selectForJudging(view, frozen({dust, cell}), {cell, leaf}, {itemOf(1, ItemState::Annotated, {.boxes = {boxOf(cell)}})}, Split::Validation);
    QCOMPARE(int(examples.size()), 1);
    QCOMPARE(examples.front().gaps, std::vector<int>{0}); // the place of "Dust"
    QCOMPARE(examples.front().boxes.front().label, 1);
}

void JudgingSelectionTest::tagsOfOtherConceptsAloneAreNothingToJudge()
{
    const ViewRecord view{.id = {1}, .type = ViewType::Tagging};
    const auto examples = selectForJudging(view, frozen({cell, dust}), {cell, dust, leaf},
                                           {itemOf(1, ItemState::Partly, {.labels = {{leaf.id, true}}}), itemOf(2, ItemState::Partly, {.labels = {{dust.id, true}}}),
                                            itemOf(3, ItemState::Annotated, {.labels = {{cell.id, false}, {dust.id, false}, {leaf.id, true}}})},
                                           Split::Validation);
    QCOMPARE(int(examples.size()), 2);
    QCOMPARE(examples[0].answers, (std::vector<qint8>{-1, 1}));
    QCOMPARE(examples[1].answers, (std::vector<qint8>{0, 0}));
}

void JudgingSelectionTest::classesOfOtherConceptsAreNothingToJudge()
{
    const ViewRecord view{.id = {1}, .type = ViewType::Classification};
    const auto examples = selectForJudging(view, frozen({cell, dust}), {cell, dust, leaf},
                                           {itemOf(1, ItemState::Annotated, {.labels = {{leaf.id, true}}}), itemOf(2, ItemState::Annotated, {.labels = {{dust.id, true}}})},
                                           Split::Validation);
    QCOMPARE(int(examples.size()), 1);
    QCOMPARE(examples.front().label, 1);
}

void JudgingSelectionTest::otherSplitsAreLeftOut()
{
    const ViewRecord view{.id = {1}, .type = ViewType::Classification};
    const auto item = itemOf(1, ItemState::Annotated, {.labels = {{cell.id, true}}});
    for (const auto split : {Split::Train, Split::Test})
        QVERIFY(selectForJudging(view, frozen({cell, dust}), {cell, dust}, {item}, split).empty());
    QCOMPARE(int(selectForJudging(view, frozen({cell, dust}), {cell, dust}, {item}, Split::Validation).size()), 1);
}

QTEST_GUILESS_MAIN(JudgingSelectionTest)
#include "JudgingSelectionTest.moc"
