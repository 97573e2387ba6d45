#include "ui/support/AnnotateKeys.h"

#include <QKeyEvent>
#include <QTest>

using core::ViewType;
using ui::AnnotateAct;

class AnnotateKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyHasOneMeaningInEachType_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("act"); // -1: none
        QTest::addColumn<int>("actBesideBoxes");
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers, int act, int beside) { QTest::newRow(name) << key << int(modifiers) << act << beside; };
        const int previous = int(AnnotateAct::Previous), next = int(AnnotateAct::Next), seen = int(AnnotateAct::AllSeen), without = int(AnnotateAct::WithoutConcept);
        row("D", Qt::Key_D, {}, next, next);
        row("PageUp", Qt::Key_PageUp, {}, previous, previous);
        row("arrows are the boxes'", Qt::Key_Right, {}, next, -1);
        row("an arrow of the number pad", Qt::Key_Left, Qt::KeypadModifier, previous, -1);
        row("N", Qt::Key_N, {}, without, without);
        row("Shift+N", Qt::Key_N, Qt::ShiftModifier, -1, seen);
        row("Ctrl+D is the boxes'", Qt::Key_D, Qt::ControlModifier, -1, -1);
        row("coordinates", Qt::Key_F2, {}, -1, int(AnnotateAct::Coordinates));
        row("a digit is a concept's", Qt::Key_1, {}, -1, -1);
    }

    void aKeyHasOneMeaningInEachType()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(int, act);
        QFETCH(int, actBesideBoxes);
        const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers));
        const auto in = [&event](ViewType type) {
            const auto found = ui::annotateActOf(event, type);
            return found ? int(*found) : -1;
        };
        QCOMPARE(in(ViewType::Classification), act);
        QCOMPARE(in(ViewType::Tagging), act);
        QCOMPARE(in(ViewType::Detection), actBesideBoxes);
    }
};

QTEST_GUILESS_MAIN(AnnotateKeysTest)
#include "AnnotateKeysTest.moc"
