#include "core/dataset/Annotation.h"

#include <QTest>

using namespace core;

Q_DECLARE_METATYPE(core::ItemAnnotation)

class AnnotationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stateFollowsFromWhatIsStored_data();
    void stateFollowsFromWhatIsStored();
    void answerOfAConceptNobodyLookedAtIsUnseen();
};

void AnnotationTest::stateFollowsFromWhatIsStored_data()
{
    // The view has the concepts 1 and 2.
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<ItemAnnotation>("annotation");
    QTest::addColumn<bool>("without");
    QTest::addColumn<ItemState>("state");
    const ConceptId a{1};
    const ConceptId b{2};
    const ConceptId gone{9};
    const QRectF rect(1, 1, 5, 5);
    const auto labels = [](std::vector<Label> labels) { return ItemAnnotation{.labels = std::move(labels)}; };
    const auto boxes = [](std::vector<BoxRecord> boxes, std::vector<ConceptId> gaps = {}) { return ItemAnnotation{.boxes = std::move(boxes), .gaps = std::move(gaps)}; };

    QTest::newRow("class: none") << ViewType::Classification << labels({}) << false << ItemState::Unseen;
    QTest::newRow("class: one") << ViewType::Classification << labels({{b, true}}) << false << ItemState::Annotated;
    QTest::newRow("class: of a deleted concept") << ViewType::Classification << labels({{gone, true}}) << false << ItemState::Unseen;
    QTest::newRow("class: without is impossible") << ViewType::Classification << labels({}) << true << ItemState::Unseen;
    QTest::newRow("tag: none") << ViewType::Tagging << labels({}) << false << ItemState::Unseen;
    QTest::newRow("tag: one yes") << ViewType::Tagging << labels({{a, true}}) << false << ItemState::Partly;
    QTest::newRow("tag: one no") << ViewType::Tagging << labels({{a, false}}) << false << ItemState::Partly;
    QTest::newRow("tag: yes and no") << ViewType::Tagging << labels({{a, true}, {b, false}}) << false << ItemState::Annotated;
    QTest::newRow("tag: all no") << ViewType::Tagging << labels({{a, false}, {b, false}}) << false << ItemState::WithoutConcept;
    QTest::newRow("tag: deleted concept does not count") << ViewType::Tagging << labels({{a, false}, {gone, true}}) << false << ItemState::Partly;
    QTest::newRow("box: nothing") << ViewType::Detection << boxes({}) << false << ItemState::Unseen;
    QTest::newRow("box: marked without") << ViewType::Detection << boxes({}) << true << ItemState::WithoutConcept;
    QTest::newRow("box: one") << ViewType::Detection << boxes({{{}, a, rect}}) << false << ItemState::Annotated;
    QTest::newRow("box: a box ends the mark") << ViewType::Detection << boxes({{{}, a, rect}}) << true << ItemState::Annotated;
    QTest::newRow("box: box and gap") << ViewType::Detection << boxes({{{}, a, rect}}, {b}) << false << ItemState::Partly;
    QTest::newRow("box: marked and gap") << ViewType::Detection << boxes({}, {b}) << true << ItemState::Partly;
    QTest::newRow("box: gap alone") << ViewType::Detection << boxes({}, {b}) << false << ItemState::Unseen;
}

void AnnotationTest::stateFollowsFromWhatIsStored()
{
    QFETCH(ViewType, type);
    QFETCH(ItemAnnotation, annotation);
    QFETCH(bool, without);
    QTEST(stateOf(type, {ConceptId{1}, ConceptId{2}}, annotation, without), "state");
}

void AnnotationTest::answerOfAConceptNobodyLookedAtIsUnseen()
{
    const ItemAnnotation annotation{.labels = {{ConceptId{1}, true}, {ConceptId{2}, false}}};
    QCOMPARE(annotation.answerFor(ConceptId{1}), Answer::Yes);
    QCOMPARE(annotation.answerFor(ConceptId{2}), Answer::No);
    QCOMPARE(annotation.answerFor(ConceptId{3}), Answer::Unseen);
    QVERIFY(ItemFilter{}.isEmpty());
    QVERIFY(!ItemFilter{.nameContains = QStringLiteral("x")}.isEmpty());
}

QTEST_APPLESS_MAIN(AnnotationTest)
#include "AnnotationTest.moc"
