#include "ui/widgets/AnnotationCanvas.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <ctime>

using core::BoxRecord;
using core::ConceptId;
using ui::AnnotationCanvas;
using ui::BoxGeometry::resized;
using ui::CanvasGeometry;
using ui::Handle;

Q_DECLARE_METATYPE(ui::Handle)
Q_DECLARE_METATYPE(ui::ResizeRule)

namespace {

constexpr QSize picture(6000, 4000);

bool near(const QPointF& a, const QPointF& b, double by = 1e-6)
{
    return std::abs(a.x() - b.x()) <= by && std::abs(a.y() - b.y()) <= by;
}

bool near(const QRectF& a, const QRectF& b, double by = 1e-6)
{
    return near(a.topLeft(), b.topLeft(), by) && near(a.bottomRight(), b.bottomRight(), by);
}

std::vector<core::ConceptRecord> twoConcepts()
{
    return {{.id = {1}, .name = QStringLiteral("Apple"), .colour = 0}, {.id = {2}, .name = QStringLiteral("Pear"), .ordinal = 1, .colour = 1}};
}

void press(QWidget& widget, QPoint at, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, at);
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    press(widget, from, modifiers);
    // QTest::mouseMove carries no buttons on every platform; the canvas only follows its own press.
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(&widget, &move);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
}

} // namespace

class AnnotationCanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wheelKeepsThePointUnderTheCursor();
    void zoomIsHeldWithinItsRange();
    void fitShowsTheWholePicture();
    void handlesGiveExactPixels_data();
    void handlesGiveExactPixels();
    void resizingNeverLeavesThePicture_data();
    void resizingNeverLeavesThePicture();
    void dragsGiveExactPixelsAtEveryZoom_data();
    void dragsGiveExactPixelsAtEveryZoom();
    void tooSmallADragIsLeftOutWithAHint();
    void aClickTakesTheSmallestBoxThenTheNextBelow();
    void nudgesWithinASecondAreOneAct();
    void anotherActEndsTheNudges();
    void aBoxIsMadeWithTheKeyboardAlone();
    void aBoxWithoutConceptWaitsForOne();
    void duplicateCopyCutAndPaste();
    void escapeStepsBack();
    void nothingChangesWhenNotEditable();
    void newBoxesFromTheProjectKeepTheSelection();
    void drawnBoxesHaveTheirIdAtOnce();
    void boxesAreAccessibleChildren();
    void busyIsToldOnceAtEachEnd();
    void levelsServeEveryZoom();
    void repaintWhileDraggingIsQuick();

private:
    std::unique_ptr<AnnotationCanvas> canvas(const QSize& size = picture)
    {
        auto canvas = std::make_unique<AnnotationCanvas>();
        canvas->resize(800, 600);
        canvas->setPictureSize(size);
        canvas->setConcepts(twoConcepts());
        canvas->setActiveConcept({1});
        canvas->show();
        return canvas;
    }
};

void AnnotationCanvasTest::wheelKeepsThePointUnderTheCursor()
{
    CanvasGeometry geometry;
    geometry.setWindow({800, 600});
    geometry.setPicture(picture);
    const QPointF cursor(613, 177);
    const QPointF under = geometry.toPicture(cursor);
    for (int i = 0; i < 20; ++i) {
        geometry.zoomTo(geometry.scale() * CanvasGeometry::wheelStep, cursor);
        QVERIFY(near(geometry.toPicture(cursor), under, 1e-6));
    }
    for (int i = 0; i < 20; ++i) {
        geometry.zoomTo(geometry.scale() / CanvasGeometry::wheelStep, cursor);
        QVERIFY(near(geometry.toPicture(cursor), under, 1e-6));
    }
}

void AnnotationCanvasTest::zoomIsHeldWithinItsRange()
{
    CanvasGeometry geometry;
    geometry.setWindow({800, 600});
    geometry.setPicture(picture);
    geometry.zoomTo(1000, {400, 300});
    QCOMPARE(geometry.scale(), 64.0);
    geometry.zoomTo(1e-9, {400, 300});
    QCOMPARE(geometry.scale(), 0.01);
}

void AnnotationCanvasTest::fitShowsTheWholePicture()
{
    CanvasGeometry geometry;
    geometry.setWindow({800, 600});
    geometry.setPicture(picture);
    QVERIFY(QRectF(0, 0, 800, 600).contains(geometry.pictureInWindow()));
    geometry.setWindow({400, 300}); // a fitted picture stays fitted
    QVERIFY(QRectF(0, 0, 400, 300).contains(geometry.pictureInWindow()));
    geometry.setPicture({100, 900});
    QVERIFY(QRectF(0, 0, 400, 300).contains(geometry.pictureInWindow()));
}

void AnnotationCanvasTest::handlesGiveExactPixels_data()
{
    QTest::addColumn<Handle>("handle");
    QTest::addColumn<QPointF>("delta");
    QTest::addColumn<ui::ResizeRule>("rule");
    QTest::addColumn<QRectF>("expected");

    // the box is 100,200 with 400 × 200
    const ui::ResizeRule free{};
    const ui::ResizeRule ratio{true, false};
    const ui::ResizeRule centre{false, true};
    const ui::ResizeRule both{true, true};
    const QPointF pull(20, 30);
    QTest::newRow("top left") << Handle::TopLeft << pull << free << QRectF(120, 230, 380, 170);
    QTest::newRow("top") << Handle::Top << pull << free << QRectF(100, 230, 400, 170);
    QTest::newRow("top right") << Handle::TopRight << pull << free << QRectF(100, 230, 420, 170);
    QTest::newRow("right") << Handle::Right << pull << free << QRectF(100, 200, 420, 200);
    QTest::newRow("bottom right") << Handle::BottomRight << pull << free << QRectF(100, 200, 420, 230);
    QTest::newRow("bottom") << Handle::Bottom << pull << free << QRectF(100, 200, 400, 230);
    QTest::newRow("bottom left") << Handle::BottomLeft << pull << free << QRectF(120, 200, 380, 230);
    QTest::newRow("left") << Handle::Left << pull << free << QRectF(120, 200, 380, 200);
    QTest::newRow("ratio, corner") << Handle::BottomRight << QPointF(0, 50) << ratio << QRectF(100, 200, 500, 250);
    QTest::newRow("ratio, far corner") << Handle::TopLeft << QPointF(-40, 0) << ratio << QRectF(60, 180, 440, 220);
    QTest::newRow("ratio, edge") << Handle::Right << QPointF(40, 0) << ratio << QRectF(100, 190, 440, 220);
    QTest::newRow("centre, corner") << Handle::BottomRight << QPointF(10, 5) << centre << QRectF(90, 195, 420, 210);
    QTest::newRow("centre, edge") << Handle::Left << QPointF(-10, 9) << centre << QRectF(90, 200, 420, 200);
    QTest::newRow("ratio and centre") << Handle::BottomRight << QPointF(20, 0) << both << QRectF(80, 190, 440, 220);
    QTest::newRow("never turns over") << Handle::Right << QPointF(-900, 0) << free << QRectF(100, 200, 3, 200);
    QTest::newRow("nor at the left") << Handle::Left << QPointF(900, 0) << free << QRectF(497, 200, 3, 200);
    QTest::newRow("parts of px stay") << Handle::BottomRight << QPointF(0.25, 0.125) << free << QRectF(100, 200, 400.25, 200.125);
}

void AnnotationCanvasTest::handlesGiveExactPixels()
{
    QFETCH(Handle, handle);
    QFETCH(QPointF, delta);
    QFETCH(ui::ResizeRule, rule);
    QFETCH(QRectF, expected);
    const QRectF got = resized({100, 200, 400, 200}, handle, delta, rule, picture);
    QVERIFY2(near(got, expected), qPrintable(QStringLiteral("%1 %2 %3 %4").arg(got.x()).arg(got.y()).arg(got.width()).arg(got.height())));
}

void AnnotationCanvasTest::resizingNeverLeavesThePicture_data()
{
    QTest::addColumn<ui::ResizeRule>("rule");
    QTest::newRow("free") << ui::ResizeRule{};
    QTest::newRow("ratio") << ui::ResizeRule{true, false};
    QTest::newRow("centre") << ui::ResizeRule{false, true};
    QTest::newRow("both") << ui::ResizeRule{true, true};
}

void AnnotationCanvasTest::resizingNeverLeavesThePicture()
{
    QFETCH(ui::ResizeRule, rule);
    const QRectF whole = QRectF(QPointF(), QSizeF(picture)).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
    for (const Handle handle : ui::allHandles) {
        for (const QPointF& delta : {QPointF(9e4, 9e4), QPointF(-9e4, -9e4), QPointF(9e4, -9e4), QPointF(-9e4, 9e4)}) {
            const QRectF got = resized({100, 200, 400, 200}, handle, delta, rule, picture);
            QVERIFY(whole.contains(got));
            QVERIFY(got.width() >= 3 - 1e-9 && got.height() >= 3 - 1e-9);
            if (rule.keepRatio)
                QVERIFY(std::abs(got.width() / got.height() - 2) < 1e-6);
        }
    }
}

void AnnotationCanvasTest::dragsGiveExactPixelsAtEveryZoom_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("1 %") << 0.01;
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("6,400 %") << 64.0;
}

/// Draw, move and pull each of the eight handles with the mouse: the box follows by exactly the way of the pointer.
void AnnotationCanvasTest::dragsGiveExactPixelsAtEveryZoom()
{
    QFETCH(double, scale);
    const QSize size = scale < 1 ? QSize(60000, 40000) : QSize(2000, 1500);
    auto canvas = this->canvas(size);
    canvas->zoomTo(scale, QRectF(canvas->rect()).center());
    const CanvasGeometry& geometry = canvas->geometryOfPicture();
    QCOMPARE(geometry.scale(), scale);

    canvas->setTool(AnnotationCanvas::Tool::Box);
    drag(*canvas, {300, 200}, {500, 400});
    QCOMPARE(int(canvas->boxes().size()), 1);
    const QRectF drawn(geometry.toPicture(QPointF(300, 200)), geometry.toPicture(QPointF(500, 400)));
    QVERIFY(near(canvas->boxes()[0].rect, drawn & QRectF(QPointF(), QSizeF(size))));

    canvas->setTool(AnnotationCanvas::Tool::Select);
    QRectF before = canvas->boxes()[0].rect;
    drag(*canvas, {380, 290}, {387, 281});
    QVERIFY(near(canvas->boxes()[0].rect, before.translated(7 / scale, -9 / scale)));

    for (const Handle handle : ui::allHandles) {
        before = canvas->boxes()[0].rect;
        const QPoint at = ui::BoxGeometry::handlePoint(geometry.toWindow(before), handle).toPoint();
        const QPointF by(3, -4);
        drag(*canvas, at, at + by.toPoint());
        const QRectF expected = resized(before, handle, by / scale, {}, size);
        QVERIFY(expected != before);
        QVERIFY(near(canvas->boxes()[0].rect, expected));
    }
}

void AnnotationCanvasTest::tooSmallADragIsLeftOutWithAHint()
{
    auto canvas = this->canvas({640, 480});
    QSignalSpy hints(canvas.get(), &AnnotationCanvas::hintRequested);
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    canvas->zoomTo(8, {400, 300});
    canvas->setTool(AnnotationCanvas::Tool::Box);
    drag(*canvas, {300, 300}, {320, 320}); // 2.5 px
    QCOMPARE(int(hints.size()), 1);
    QCOMPARE(int(edits.size()), 0);
    QVERIFY(canvas->boxes().empty());
}

void AnnotationCanvasTest::aClickTakesTheSmallestBoxThenTheNextBelow()
{
    auto canvas = this->canvas({800, 600});
    canvas->zoomToActual();
    const QPointF corner = canvas->geometryOfPicture().offset();
    canvas->setBoxes({{{1}, {1}, {100, 100, 300, 300}}, {{2}, {1}, {150, 150, 50, 50}}, {{3}, {2}, {120, 120, 120, 120}}});
    const QPoint at = (corner + QPointF(175, 175)).toPoint();
    std::vector<int> chosen;
    for (int i = 0; i < 4; ++i) {
        QTest::mouseClick(canvas.get(), Qt::LeftButton, {}, at);
        chosen.push_back(canvas->selected());
    }
    QCOMPARE(chosen, (std::vector<int>{1, 2, 0, 1}));
    QTest::mouseClick(canvas.get(), Qt::LeftButton, {}, (corner + QPointF(600, 500)).toPoint());
    QCOMPARE(canvas->selected(), -1);
}

void AnnotationCanvasTest::nudgesWithinASecondAreOneAct()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}});
    canvas->setSelected(0);
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QTest::keyClick(canvas.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(canvas->boxes()[0].rect, QRectF(102, 110, 50, 50));
    QCOMPARE(int(edits.size()), 0);
    QVERIFY(canvas->isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(int(edits.size()), 1, 3000);
    QVERIFY(!canvas->isBusy());
}

void AnnotationCanvasTest::anotherActEndsTheNudges()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}});
    canvas->setSelected(0);
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QTest::keyClick(canvas.get(), Qt::Key_Right, Qt::ControlModifier); // the lower right handle
    QCOMPARE(int(edits.size()), 1);
    QCOMPARE(canvas->boxes()[0].rect, QRectF(101, 100, 51, 50));
    QTest::keyClick(canvas.get(), Qt::Key_Delete);
    QCOMPARE(int(edits.size()), 3);
    QVERIFY(canvas->boxes().empty());
}

void AnnotationCanvasTest::aBoxIsMadeWithTheKeyboardAlone()
{
    auto canvas = this->canvas({640, 480});
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    QTest::keyClick(canvas.get(), Qt::Key_B);
    QTest::keyClick(canvas.get(), Qt::Key_Return);
    QCOMPARE(canvas->boxes()[0].rect, QRectF(240, 180, 160, 120));
    QTest::keyClick(canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    for (int i = 0; i < 4; ++i) // bottom right, bottom, bottom left, left, top left
        QTest::keyClick(canvas.get(), Qt::Key_E);
    QTest::keyClick(canvas.get(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("Box 1 of 1, Apple, 160 by 130 at 230, 170, handle top left")));
    QTest::keyClick(canvas.get(), Qt::Key_Return); // confirms
    QCOMPARE(canvas->selected(), -1);
    QCOMPARE(canvas->boxes()[0].rect, QRectF(230, 170, 160, 130));
    QCOMPARE(int(edits.size()), 3);
    QTest::keyClick(canvas.get(), Qt::Key_Return);
    QCOMPARE(int(canvas->boxes().size()), 2);
}

void AnnotationCanvasTest::aBoxWithoutConceptWaitsForOne()
{
    auto canvas = this->canvas({640, 480});
    canvas->setActiveConcept({});
    QSignalSpy wanted(canvas.get(), &AnnotationCanvas::conceptWanted);
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    canvas->setTool(AnnotationCanvas::Tool::Box);
    drag(*canvas, {300, 200}, {500, 400});
    QCOMPARE(int(wanted.size()), 1);
    QCOMPARE(int(edits.size()), 0);
    canvas->editing().nameWaitingBox({2});
    QCOMPARE(int(edits.size()), 1);
    QCOMPARE(canvas->boxes()[0].conceptId, ConceptId{2});
    drag(*canvas, {350, 450}, {500, 550});
    canvas->editing().nameWaitingBox({}); // dropped
    QCOMPARE(int(canvas->boxes().size()), 1);
}

void AnnotationCanvasTest::duplicateCopyCutAndPaste()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{7}, {2}, {590, 100, 50, 50}, core::Difficult}});
    canvas->setSelected(0);
    QTest::keyClick(canvas.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(int(canvas->boxes().size()), 2);
    QCOMPARE(canvas->boxes()[1].rect, QRectF(590, 108, 50, 50)); // held inside
    QVERIFY(canvas->boxes()[1].id.isValid() && canvas->boxes()[1].id != canvas->boxes()[0].id);
    QTest::keyClick(canvas.get(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(int(canvas->boxes().size()), 1);
    canvas->setPictureSize({610, 480}); // another image: the copy is clipped to it
    canvas->setBoxes({});
    QTest::keyClick(canvas.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(canvas->boxes()[0].rect, QRectF(590, 108, 20, 50));
    QCOMPARE(canvas->boxes()[0].conceptId, ConceptId{2});
}

void AnnotationCanvasTest::escapeStepsBack()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}});
    canvas->setSelected(0);
    canvas->setTool(AnnotationCanvas::Tool::Box);
    press(*canvas, {400, 300});
    QVERIFY(canvas->isBusy());
    QTest::keyClick(canvas.get(), Qt::Key_Escape);
    QVERIFY(!canvas->isBusy());
    QTest::mouseRelease(canvas.get(), Qt::LeftButton, {}, {600, 500});
    QCOMPARE(int(canvas->boxes().size()), 1);
    QTest::keyClick(canvas.get(), Qt::Key_Escape);
    QCOMPARE(canvas->selected(), -1);
    QTest::keyClick(canvas.get(), Qt::Key_Escape);
    QCOMPARE(canvas->tool(), AnnotationCanvas::Tool::Select);
}

void AnnotationCanvasTest::nothingChangesWhenNotEditable()
{
    auto canvas = this->canvas({640, 480});
    const std::vector<BoxRecord> boxes{{{1}, {1}, {100, 100, 50, 50}}};
    canvas->setBoxes(boxes);
    canvas->setSelected(0);
    canvas->setEditable(false);
    QSignalSpy edits(canvas.get(), &AnnotationCanvas::boxesEdited);
    canvas->setTool(AnnotationCanvas::Tool::Box);
    drag(*canvas, {300, 200}, {500, 400});
    canvas->setSelected(0);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QTest::keyClick(canvas.get(), Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(canvas.get(), Qt::Key_Delete);
    canvas->editing().setConceptOfSelection({2});
    QCOMPARE(int(edits.size()), 0);
    QCOMPARE(canvas->boxes(), boxes);
}

void AnnotationCanvasTest::newBoxesFromTheProjectKeepTheSelection()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}, {{}, {2}, {10, 10, 20, 20}}});
    canvas->setSelected(1);
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}, {{9}, {2}, {10, 10, 20, 20}}}); // stored: it has its id now
    QCOMPARE(canvas->selected(), 1);
    canvas->setBoxes({{{9}, {2}, {12, 10, 20, 20}}});
    QCOMPARE(canvas->selected(), 0);
    canvas->setBoxes({});
    QCOMPARE(canvas->selected(), -1);
}

/// A second act before the first is stored changes the same box: it must not be taken for another one.
void AnnotationCanvasTest::drawnBoxesHaveTheirIdAtOnce()
{
    auto canvas = this->canvas({640, 480});
    canvas->setTool(AnnotationCanvas::Tool::Box);
    drag(*canvas, {300, 200}, {500, 400});
    const core::BoxId first = canvas->boxes()[0].id;
    QVERIFY(first.isValid());
    canvas->setSelected(-1);
    drag(*canvas, {120, 120}, {200, 180});
    QVERIFY(canvas->boxes()[1].id.isValid() && canvas->boxes()[1].id != first);
    canvas->editing().setConceptOfSelection({2});
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    canvas->finishNudging();
    QCOMPARE(canvas->boxes()[0].id, first);
    QCOMPARE(int(canvas->boxes().size()), 2);
}

void AnnotationCanvasTest::boxesAreAccessibleChildren()
{
    auto canvas = this->canvas({640, 480});
    QAccessibleInterface* picture = QAccessible::queryAccessibleInterface(canvas.get());
    QVERIFY(picture);
    QCOMPARE(picture->childCount(), 0);
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 60}}, {{2}, {2}, {300, 200, 80, 40}}});
    QCOMPARE(picture->childCount(), 2);
    QAccessibleInterface* pear = picture->child(1);
    QVERIFY(pear && pear->isValid());
    QCOMPARE(pear->text(QAccessible::Name), QStringLiteral("Pear, 80 by 40 at 300, 200"));
    QCOMPARE(pear->parent(), picture);
    QCOMPARE(picture->indexOfChild(pear), 1);
    QVERIFY(!pear->state().selected);
    canvas->setSelected(1);
    QVERIFY(pear->state().selected);
    const QPoint middle = pear->rect().center();
    QCOMPARE(picture->childAt(middle.x(), middle.y()), pear);
    QVERIFY(!picture->childAt(canvas->mapToGlobal(QPoint(1, 1)).x(), canvas->mapToGlobal(QPoint(1, 1)).y()));
    picture->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(canvas->selected(), 0);
    canvas->setBoxes({});
    QCOMPARE(picture->childCount(), 0);
    QVERIFY(!pear->isValid()); // held on to, but gone
    QVERIFY(!picture->child(0));
}

void AnnotationCanvasTest::busyIsToldOnceAtEachEnd()
{
    auto canvas = this->canvas({640, 480});
    canvas->setBoxes({{{1}, {1}, {100, 100, 50, 50}}});
    canvas->setSelected(0);
    QSignalSpy busy(canvas.get(), &AnnotationCanvas::busyChanged);
    drag(*canvas, {300, 200}, {320, 220});
    QCOMPARE(int(busy.size()), 2);
    QCOMPARE(busy.last()[0].toBool(), false);
    canvas->setSelected(0);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QTest::keyClick(canvas.get(), Qt::Key_Right);
    QCOMPARE(int(busy.size()), 3);
    QVERIFY(canvas->isBusy());
    canvas->finishNudging();
    QCOMPARE(int(busy.size()), 4);
    QVERIFY(!canvas->isBusy());
}

void AnnotationCanvasTest::levelsServeEveryZoom()
{
    QImage image(2400, 1600, QImage::Format_RGB888);
    image.fill(Qt::red);
    const ui::LoadedPicture picture = ui::withLevels(image, image.size(), false);
    QCOMPARE(picture.levelFor(1).width(), 2400);
    QCOMPARE(picture.levelFor(64).width(), 2400);
    QCOMPARE(picture.levelFor(0.6).width(), 2400);
    QCOMPARE(picture.levelFor(0.5).width(), 1200);
    QCOMPARE(picture.levelFor(0.01).width(), 600);
    QCOMPARE(picture.levelFor(0.01).pixelColor(10, 10), QColor(Qt::red));
}

void AnnotationCanvasTest::repaintWhileDraggingIsQuick()
{
    auto canvas = this->canvas();
    canvas->resize(1200, 900);
    QImage image(picture, QImage::Format_RGB888);
    image.fill(Qt::darkGreen);
    canvas->setPicture(std::make_shared<const ui::LoadedPicture>(ui::withLevels(image, picture, false)));
    std::vector<BoxRecord> boxes;
    for (int i = 0; i < 100; ++i)
        boxes.push_back({{i + 1}, {1 + i % 2}, QRectF(50 * i, 35 * i, 600, 400)});
    canvas->setBoxes(boxes);
    canvas->setSelected(50);
    QPixmap target(canvas->size());
    canvas->render(&target); // fills the cache
    // The window's own work, whatever else the machine does meanwhile; a drag changes the shape of one box again and again.
    canvas->setTool(AnnotationCanvas::Tool::Select);
    const QPoint at = canvas->geometryOfPicture().toWindow(canvas->boxes()[50].rect.center()).toPoint();
    press(*canvas, at);
    constexpr int frames = 20;
    const std::clock_t before = std::clock();
    for (int i = 0; i < frames; ++i) {
        QMouseEvent move(QEvent::MouseMove, at + QPoint(5 + i, i), canvas->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas.get(), &move);
        canvas->render(&target);
    }
    const double perFrame = 1000.0 * double(std::clock() - before) / CLOCKS_PER_SEC / frames;
    qInfo("%.1f ms a frame with 100 boxes", perFrame);
    QVERIFY(canvas->isBusy());
    QVERIFY2(perFrame < 16, "a frame of a drag must not paint anew what does not change");
}

QTEST_MAIN(AnnotationCanvasTest)
#include "AnnotationCanvasTest.moc"
