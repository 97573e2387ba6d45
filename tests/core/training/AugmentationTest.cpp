#include "core/networks/PictureTensor.h"
#include "core/training/Augmentation.h"
#include "core/training/Batches.h"

#include <QtTest>

#include <atomic>
#include <set>

/// Boxes stay on what they frame, whatever happens to the picture; the same seed gives the same view.
class AugmentationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesFollowTheirPixels();
    void boxesThatLeaveThePictureAreDropped();
    void aReducedPictureKeepsItsBoxes();
    void theSameSeedGivesTheSameView_data();
    void theSameSeedGivesTheSameView();
    void withoutAugmentationItIsTheViewOfAnswers();
    void croppedTagsKeepMostOfThePicture_data();
    void croppedTagsKeepMostOfThePicture();
    void anEpochTakesEveryItemOnce();
    void theLoaderGivesBatchesInOrder();
    void theLoaderHandsOnWhatWasThrown();
};

namespace {

const core::NetworkShape detection{QStringLiteral("efficientnet-lite0"), core::ViewType::Detection, 1, {160, 128}};
const QRect square(60, 30, 40, 24);

QImage picture() // blue square on black
{
    QImage image(200, 150, QImage::Format_RGB888);
    image.fill(Qt::black);
    for (int y = square.top(); y <= square.bottom(); ++y) {
        for (int x = square.left(); x <= square.right(); ++x)
            image.setPixel(x, y, qRgb(0, 0, 255));
    }
    return image;
}

/// Extent of what is clearly blue in place 0.
QRect blue(const torch::Tensor& pixels)
{
    QRect extent;
    const auto value = pixels.accessor<uint8_t, 4>();
    for (int y = 0; y < pixels.size(1); ++y) {
        for (int x = 0; x < pixels.size(2); ++x) {
            if (int(value[0][y][x][2]) - int(value[0][y][x][0]) > 90)
                extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

} // namespace

void AugmentationTest::boxesFollowTheirPixels()
{
    const core::Augmentation augmentation(detection.type, core::preparationOf(detection), core::AugmentationLevel::Default);
    auto pixels = core::PictureTensor::emptyPixels(1, detection.input);
    int seen = 0;
    for (quint64 seed = 1; seed <= 40; ++seed) {
        core::Random random(seed);
        const auto boxes = augmentation.write(pixels, 0, picture(), picture().size(), {{0, QRectF(square), false}}, random);
        if (boxes.empty())
            continue;
        ++seen;
        const QRect found = blue(pixels);
        const QRectF box = boxes.front().rect;
        QVERIFY2(std::abs(found.left() - box.left()) < 1.1 && std::abs(found.top() - box.top()) < 1.1 && std::abs(found.right() + 1 - box.right()) < 1.1
                && std::abs(found.bottom() + 1 - box.bottom()) < 1.1, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
    QVERIFY(seen > 30);
}

void AugmentationTest::boxesThatLeaveThePictureAreDropped()
{
    // 29 % of the first remain, 31 % of the second; of the third a sliver; the fourth is thin, but whole
    const auto moved = core::Augmentation::moved({{0, {-71, 10, 100, 20}, false}, {1, {-69, 10, 100, 20}, true}, {2, {-3, 10, 5, 50}, false}, {3, {10, 10, 2, 50}, false}},
        QTransform(), {160, 128});
    QCOMPARE(moved, (std::vector<core::TrueBox>{{1, QRectF(0, 10, 31, 20), true}, {3, QRectF(10, 10, 2, 50), false}}));
}

/// The picture that is seen was reduced; its boxes are in px of the original, and land on the same pixels.
void AugmentationTest::aReducedPictureKeepsItsBoxes()
{
    const QSize original = picture().size() * 4;
    const core::Augmentation augmentation(detection.type, core::preparationOf(detection), core::AugmentationLevel::Flips);
    auto pixels = core::PictureTensor::emptyPixels(1, detection.input);
    bool wasMirrored = false, wasNot = false;
    for (quint64 seed = 1; seed <= 8; ++seed) {
        core::Random random(seed);
        const QRectF whole(square.x() * 4, square.y() * 4, square.width() * 4, square.height() * 4);
        const auto box = augmentation.write(pixels, 0, picture(), original, {{0, whole, false}}, random).front().rect;
        const QRect found = blue(pixels);
        QVERIFY(std::abs(found.left() - box.left()) < 1.1 && std::abs(found.right() + 1 - box.right()) < 1.1 && std::abs(found.top() - box.top()) < 1.1);
        (box.center().x() > detection.input.width() / 2.0 ? wasMirrored : wasNot) = true;
    }
    QVERIFY(wasMirrored && wasNot);
}

void AugmentationTest::theSameSeedGivesTheSameView_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("classification") << int(core::ViewType::Classification);
    QTest::newRow("tagging") << int(core::ViewType::Tagging);
    QTest::newRow("detection") << int(core::ViewType::Detection);
}

void AugmentationTest::theSameSeedGivesTheSameView()
{
    QFETCH(int, type);
    auto shape = detection;
    shape.type = core::ViewType(type);
    const core::Augmentation augmentation(shape.type, core::preparationOf(shape), core::AugmentationLevel::Default);
    auto pixels = core::PictureTensor::emptyPixels(3, shape.input);
    core::Random one(3), again(3), other(4);
    augmentation.write(pixels, 0, picture(), picture().size(), {}, one);
    augmentation.write(pixels, 1, picture(), picture().size(), {}, again);
    augmentation.write(pixels, 2, picture(), picture().size(), {}, other);
    QVERIFY(torch::equal(pixels[0], pixels[1]));
    QVERIFY(!torch::equal(pixels[0], pixels[2]));
}

void AugmentationTest::withoutAugmentationItIsTheViewOfAnswers()
{
    for (const auto type : {core::ViewType::Classification, core::ViewType::Tagging, core::ViewType::Detection}) {
        auto shape = detection;
        shape.type = type;
        auto pixels = core::PictureTensor::emptyPixels(2, shape.input);
        core::Random random(1);
        core::Augmentation(shape.type, core::preparationOf(shape), core::AugmentationLevel::None).write(pixels, 0, picture(), picture().size(), {}, random);
        core::PictureTensor::writeView(pixels, 1, picture(), picture().size(), core::preparationOf(shape));
        QVERIFY(torch::equal(pixels[0], pixels[1]));
    }
}

void AugmentationTest::croppedTagsKeepMostOfThePicture_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("square") << QSize(120, 120);
    QTest::newRow("landscape") << QSize(160, 120);
    QTest::newRow("panorama") << QSize(400, 50);
    QTest::newRow("tower") << QSize(40, 300);
}

/// A tag may belong to any part. The shade of a pixel tells where in the picture it was.
void AugmentationTest::croppedTagsKeepMostOfThePicture()
{
    QFETCH(QSize, size);
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(255 * x / (size.width() - 1), 255 * y / (size.height() - 1), 0));
    }
    const core::NetworkShape shape{QStringLiteral("efficientnet-lite0"), core::ViewType::Tagging, 1, {64, 64}};
    const core::Augmentation augmentation(shape.type, core::preparationOf(shape), core::AugmentationLevel::Default);
    auto pixels = core::PictureTensor::emptyPixels(1, shape.input);
    for (quint64 seed = 1; seed <= 30; ++seed) {
        core::Random random(seed);
        augmentation.write(pixels, 0, image, image.size(), {}, random);
        const auto extent = [&](int channel) {
            const auto values = pixels.select(3, channel).to(torch::kFloat);
            return (values.max() - values.min()).item<double>() / 255;
        };
        const double area = extent(0) * extent(1);
        QVERIFY2(area > 0.64 && area <= 1, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(area)));
    }
}

void AugmentationTest::anEpochTakesEveryItemOnce()
{
    const auto order = core::epochOrder(50, 1, 2);
    QCOMPARE(int(std::set<int>(order.begin(), order.end()).size()), 50);
    QCOMPARE(core::epochOrder(50, 1, 2), order);
    QVERIFY(core::epochOrder(50, 1, 3) != order);
    QVERIFY(core::epochOrder(50, 2, 2) != order);
}

void AugmentationTest::theLoaderGivesBatchesInOrder()
{
    std::atomic_int made = 0;
    core::BatchLoader loader(20, [&](int index) {
        ++made;
        return core::Batch{torch::full({1}, index), {}, {}, {}};
    }, 3);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(loader.next().pixels.item<int>(), i);
        QVERIFY(made <= i + 1 + 5); // the ring is small
    }
}

void AugmentationTest::theLoaderHandsOnWhatWasThrown()
{
    core::BatchLoader loader(3, [](int index) -> core::Batch {
        if (index == 1)
            throw std::runtime_error("broken");
        return {torch::zeros({1}), {}, {}, {}};
    }, 1);
    QVERIFY_EXCEPTION_THROWN({
        for (int i = 0; i < 3; ++i)
            loader.next();
    }, std::runtime_error);
}

QTEST_GUILESS_MAIN(AugmentationTest)
#include "AugmentationTest.moc"
