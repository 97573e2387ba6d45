#include "core/project/ItemList.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/BulkEdit.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

using core::Answer;
using core::ItemState;
using core::ViewType;

class BulkEditTest final : public QObject {
    Q_OBJECT

    struct Shelf {
        explicit Shelf(ViewType type) : small(type, {.train = 4, .validation = 2}), bulk(*small.session, &page)
        {
            small.session->list().load(small.view);
            bulk.setConcepts(type, small.concepts());
        }
        ui::BulkEdit::Items all() const { return small.session->items(); }
        core::ItemAnnotation stored(int row)
        {
            small.project().waitForPending();
            return small.project().item(all()[std::size_t(row)])->annotation;
        }
        SmallProject small;
        QWidget page;
        ui::BulkEdit bulk;
    };

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void keysMeanWhatTheTypeKnows_data()
    {
        QTest::addColumn<ViewType>("type");
        QTest::addColumn<int>("place");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<Answer>("answer"); // of the second concept on the second item, which has the first alone
        QTest::newRow("class") << ViewType::Classification << 1 << false << true << Answer::Yes;
        QTest::newRow("class with Shift") << ViewType::Classification << 1 << true << false << Answer::Yes;
        QTest::newRow("yes") << ViewType::Tagging << 1 << false << true << Answer::Yes;
        QTest::newRow("no") << ViewType::Tagging << 1 << true << true << Answer::No;
        QTest::newRow("boxes are drawn elsewhere") << ViewType::Detection << 1 << false << true << Answer::Unseen;
        QTest::newRow("no such concept") << ViewType::Tagging << 7 << false << false << Answer::No;
    }

    void keysMeanWhatTheTypeKnows()
    {
        QFETCH(ViewType, type);
        QFETCH(int, place);
        QFETCH(bool, shift);
        QFETCH(bool, taken);
        QFETCH(Answer, answer);
        Shelf shelf(type);
        QCOMPARE(shelf.bulk.takeKey(shelf.all(), place, shift), taken);
        QCOMPARE(shelf.stored(1).answerFor(shelf.small.concepts()[1].id), answer);
    }

    void anActIsOneStepAndShownBeforeItIsWritten()
    {
        Shelf shelf(ViewType::Classification);
        const core::ConceptRecord second = shelf.small.concepts()[1];
        const QString before = shelf.small.project().undoTitle();
        shelf.bulk.setClass(shelf.all(), second);
        for (int row = 0; row < 6; ++row)
            QCOMPARE(shelf.small.session->list().itemAt(row)->annotation.answerFor(second.id), Answer::Yes);
        shelf.stored(0);
        shelf.small.project().undo();
        shelf.stored(0);
        QCOMPARE(shelf.small.project().undoTitle(), before);
        QCOMPARE(shelf.stored(0).answerFor(second.id), Answer::Unseen);
    }

    void nothingHappensWithoutItems()
    {
        Shelf shelf(ViewType::Tagging);
        shelf.bulk.takeKey({}, 0, false);
        shelf.bulk.setWithoutConcept({});
        shelf.bulk.setSplit({}, core::Split::Test);
        shelf.bulk.remove({});
        shelf.bulk.accept({});
        shelf.bulk.settle({}, true);
        QVERIFY(!shelf.small.project().hasPendingEdits());
    }

    void withoutConceptIsRefusedInClassification()
    {
        Shelf shelf(ViewType::Classification);
        QSignalSpy hint(shelf.small.session.get(), &ui::Session::hintRequested);
        shelf.bulk.setWithoutConcept(shelf.all());
        QCOMPARE(hint.count(), 1);
        QVERIFY(!shelf.small.project().hasPendingEdits());
    }

    void imagesWithBoxesAreNotEmptied()
    {
        Shelf shelf(ViewType::Detection);
        const core::ItemAnnotation before = shelf.stored(0);
        QVERIFY(!before.boxes.empty());
        shelf.bulk.setWithoutConcept(shelf.all());
        QCOMPARE(shelf.small.session->list().itemAt(0)->annotation, before); // not for a moment
        QCOMPARE(shelf.stored(0), before);
    }
};

QTEST_MAIN(BulkEditTest)
#include "BulkEditTest.moc"
