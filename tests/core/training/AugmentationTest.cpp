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
    void boxesOfACropFollowTheirPixels_data();
    void boxesOfACropFollowTheirPixels();
    void answersMapBackExactly_data();
    void answersMapBackExactly();
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

core::RegionPixels whole(const QImage& image)
{
    return {image, image.rect()};
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
        const auto boxes = augmentation.write(pixels, 0, whole(picture()), {{0, QRectF(square), false}}, random);
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
        const QRectF large(square.x() * 4, square.y() * 4, square.width() * 4, square.height() * 4);
        const auto box = augmentation.write(pixels, 0, {picture(), QRect(QPoint(0, 0), original)}, {{0, large, false}}, random).front().rect;
        const QRect found = blue(pixels);
        QVERIFY(std::abs(found.left() - box.left()) < 1.1 && std::abs(found.right() + 1 - box.right()) < 1.1 && std::abs(found.top() - box.top()) < 1.1);
        (box.center().x() > detection.input.width() / 2.0 ? wasMirrored : wasNot) = true;
    }
    QVERIFY(wasMirrored && wasNot);
}

void AugmentationTest::boxesOfACropFollowTheirPixels_data()
{
    QTest::addColumn<QRect>("crop");
    QTest::addColumn<double>("reduced"); // its pixels, in a part of its size
    QTest::newRow("landscape") << QRect(40, 20, 120, 60) << 1.0;
    QTest::newRow("portrait") << QRect(50, 0, 60, 150) << 1.0;
    QTest::newRow("square, reduced") << QRect(44, 10, 80, 80) << 0.5;
}

/// Its box is in px of the whole picture, and lands on the pixels of the crop, however they are varied.
void AugmentationTest::boxesOfACropFollowTheirPixels()
{
    QFETCH(QRect, crop);
    QFETCH(double, reduced);
    const QImage part = picture().copy(crop);
    const core::RegionPixels region{part.scaled(part.size() * reduced, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB888), crop};
    for (const auto level : {core::AugmentationLevel::None, core::AugmentationLevel::Flips, core::AugmentationLevel::Default}) {
        const core::Augmentation augmentation(detection.type, core::preparationOf(detection), level);
        auto pixels = core::PictureTensor::emptyPixels(1, detection.input);
        int seen = 0;
        for (quint64 seed = 1; seed <= 20; ++seed) {
            core::Random random(seed);
            const auto boxes = augmentation.write(pixels, 0, region, {{0, QRectF(square), false}}, random);
            if (boxes.empty())
                continue;
            ++seen;
            const QRect found = blue(pixels);
            const QRectF box = boxes.front().rect;
            const double off = 1.1 + (reduced < 1 ? 1 : 0);
            QVERIFY2(std::abs(found.left() - box.left()) < off && std::abs(found.top() - box.top()) < off && std::abs(found.right() + 1 - box.right()) < off
                    && std::abs(found.bottom() + 1 - box.bottom()) < off, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
        QVERIFY(seen > 12);
    }
}

void AugmentationTest::answersMapBackExactly_data()
{
    QTest::addColumn<QRect>("part");
    QTest::newRow("whole, landscape") << QRect(0, 0, 640, 480);
    QTest::newRow("whole, portrait") << QRect(0, 0, 480, 640);
    QTest::newRow("square crop") << QRect(200, 100, 128, 128);
    QTest::newRow("small crop at the far corner") << QRect(4000, 3000, 12, 8);
    QTest::newRow("narrow crop") << QRect(7, 0, 3, 3000);
}

/// One transform for boxes, pixels and answers: a part fills the input as far as its shape allows, and what is found comes back to where it is.
void AugmentationTest::answersMapBackExactly()
{
    QFETCH(QRect, part);
    for (const bool mirrored : {false, true}) {
        const auto toInput = core::placed(part, detection.input, {.mirrored = mirrored});
        const QRectF seen = toInput.mapRect(QRectF(part));
        QVERIFY(std::abs(seen.width() - detection.input.width()) < 1e-6 || std::abs(seen.height() - detection.input.height()) < 1e-6);
        QVERIFY(std::abs(seen.center().x() - detection.input.width() / 2.0) < 1e-6 && std::abs(seen.center().y() - detection.input.height() / 2.0) < 1e-6);
        const QRectF box(part.x() + part.width() / 4.0, part.y() + part.height() / 3.0, part.width() / 5.0, part.height() / 7.0);
        const QRectF back = toInput.inverted().mapRect(toInput.mapRect(box));
        QVERIFY(std::abs(back.left() - box.left()) < 1e-6 && std::abs(back.top() - box.top()) < 1e-6 && std::abs(back.right() - box.right()) < 1e-6
                && std::abs(back.bottom() - box.bottom()) < 1e-6);
        QCOMPARE(toInput.map(QPointF(part.topLeft())).x() > toInput.map(QPointF(part.topRight())).x(), mirrored);
    }
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
    augmentation.write(pixels, 0, whole(picture()), {}, one);
    augmentation.write(pixels, 1, whole(picture()), {}, again);
    augmentation.write(pixels, 2, whole(picture()), {}, other);
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
        core::Augmentation(shape.type, core::preparationOf(shape), core::AugmentationLevel::None).write(pixels, 0, whole(picture()), {}, random);
        core::PictureTensor::writeView(pixels, 1, whole(picture()), core::preparationOf(shape));
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
        augmentation.write(pixels, 0, whole(image), {}, random);
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
