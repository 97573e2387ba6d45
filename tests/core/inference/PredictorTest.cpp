#include "core/inference/Predictor.h"

#include "core/base/Error.h"
#include "core/pictures/PictureFile.h"
#include "tests/support/FreshVersion.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <memory>

using core::Predictor;
using core::ViewType;

namespace {

QImage picture(QSize size, Qt::GlobalColor colour)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(Qt::darkGray);
    QPainter(&image).fillRect(QRect(QPoint(4, 4), size / 2), colour);
    return image;
}

core::Region fileAt(const QString& path)
{
    return {.image = {.path = path}};
}

} // namespace

class PredictorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }
    void knowsWhatItAnswers();
    void scoresAreThoseOfTheType_data();
    void scoresAreThoseOfTheType();
    void aBatchAnswersLikeSinglePictures();
    void boxesLieInThePictureAndAboveTheScore();
    void aCropIsAnsweredAsThePictureOfIt_data();
    void aCropIsAnsweredAsThePictureOfIt();
    void anotherContentIsNotAnswered();
    void noPictureIsNoAnswer();
    void aBrokenPictureIsRefused();
    void aBrokenFileDoesNotEndTheOthers();
    void damagedFoldersAreRefusedWithASentence_data();
    void damagedFoldersAreRefusedWithASentence();

private:
    QString folder() const { return m_place->filePath(QStringLiteral("version")); }
    Predictor predictor() const { return Predictor(folder(), QStringLiteral("cpu"), 1); }
    /// Through a file, as every picture comes.
    core::RegionPixels prepared(const Predictor& predictor, const QImage& image) const
    {
        const auto path = m_place->filePath(QStringLiteral("picture.png"));
        image.save(path);
        return predictor.prepare(fileAt(path));
    }
    std::unique_ptr<QTemporaryDir> m_place;
};

void PredictorTest::knowsWhatItAnswers()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    const auto loaded = predictor();
    QCOMPARE(loaded.type(), ViewType::Tagging);
    QCOMPARE(loaded.input(), QSize(64, 64));
    QCOMPARE(loaded.concepts()[0].name, QStringLiteral("red"));
    QCOMPARE(loaded.concepts()[0].threshold, 0.25);
}

void PredictorTest::scoresAreThoseOfTheType_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("classification: together one") << int(ViewType::Classification);
    QTest::newRow("tagging: each for itself") << int(ViewType::Tagging);
}

void PredictorTest::scoresAreThoseOfTheType()
{
    QFETCH(int, type);
    makeFreshVersion(folder(), ViewType(type));
    const auto loaded = predictor();
    const auto prediction = loaded.predict({prepared(loaded, picture({100, 70}, Qt::red))}).front();
    QCOMPARE(int(prediction.scores.size()), 2);
    QVERIFY(prediction.boxes.empty());
    for (const double score : prediction.scores)
        QVERIFY(score > 0 && score < 1);
    const double sum = prediction.scores[0] + prediction.scores[1];
    QCOMPARE(std::abs(sum - 1) < 1e-5, ViewType(type) == ViewType::Classification);
}

void PredictorTest::aBatchAnswersLikeSinglePictures()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    const auto loaded = predictor();
    std::vector<core::RegionPixels> pictures;
    for (int i = 0; i < 20; ++i) // more than go through at once
        pictures.push_back(prepared(loaded, picture({64 + i, 90 - i}, i % 2 == 0 ? Qt::red : Qt::blue)));
    const auto together = loaded.predict(pictures);
    QCOMPARE(together.size(), pictures.size());
    for (size_t i = 0; i < pictures.size(); i += 7) {
        const auto alone = loaded.predict({pictures[i]}).front();
        for (size_t position = 0; position < 2; ++position)
            QVERIFY(std::abs(alone.scores[position] - together[i].scores[position]) < 1e-5);
    }
}

void PredictorTest::boxesLieInThePictureAndAboveTheScore()
{
    makeFreshVersion(folder(), ViewType::Detection, {96, 64});
    const QSize size(1200, 800); // reduced on the way, and boxes are still in its own pixels
    const auto loaded = predictor();
    const auto red = prepared(loaded, picture(size, Qt::red));
    QCOMPARE(red.part, QRect(QPoint(0, 0), size));
    const auto all = loaded.predict({red}, 0).front();
    QVERIFY(!all.boxes.empty() && all.boxes.size() <= 100);
    for (size_t i = 0; i < all.boxes.size(); ++i) {
        QVERIFY(QRectF(QPointF(), size).contains(all.boxes[i].rect));
        QVERIFY(i == 0 || all.boxes[i].score <= all.boxes[i - 1].score);
    }
    QVERIFY(std::ranges::any_of(all.boxes, [](const auto& box) { return box.rect.right() > 400; }));
    QVERIFY(loaded.predict({red}, 1.0).front().boxes.empty());
}

void PredictorTest::aCropIsAnsweredAsThePictureOfIt_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QRect>("crop");
    QTest::newRow("classification") << int(ViewType::Classification) << QRect(30, 20, 60, 44);
    QTest::newRow("tagging, portrait") << int(ViewType::Tagging) << QRect(0, 0, 40, 90);
    QTest::newRow("detection") << int(ViewType::Detection) << QRect(40, 10, 80, 60);
    QTest::newRow("detection, portrait") << int(ViewType::Detection) << QRect(61, 3, 33, 87);
}

/// What a picture of the crop alone is answered, the crop is answered too; its boxes lie where the crop lies in the whole picture.
void PredictorTest::aCropIsAnsweredAsThePictureOfIt()
{
    QFETCH(int, type);
    QFETCH(QRect, crop);
    makeFreshVersion(folder(), ViewType(type));
    const auto loaded = predictor();
    const QImage whole = picture({120, 90}, Qt::red);
    const auto alone = loaded.predict({prepared(loaded, whole.copy(crop))}, 0).front();
    whole.save(m_place->filePath(QStringLiteral("picture.png")));
    core::Region region = fileAt(m_place->filePath(QStringLiteral("picture.png")));
    region.crop = crop;
    const auto pixels = loaded.prepare(region);
    QCOMPARE(pixels.part, crop);
    const auto inside = loaded.predict({pixels}, 0).front();
    QCOMPARE(inside.scores.size(), alone.scores.size());
    for (size_t i = 0; i < inside.scores.size(); ++i)
        QVERIFY(std::abs(inside.scores[i] - alone.scores[i]) < 1e-6);
    QCOMPARE(inside.boxes.size(), alone.boxes.size());
    for (size_t i = 0; i < inside.boxes.size(); ++i) {
        const QRectF moved = alone.boxes[i].rect.translated(crop.topLeft());
        QCOMPARE(inside.boxes[i].label, alone.boxes[i].label);
        QVERIFY(QRectF(crop).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(inside.boxes[i].rect));
        for (const double difference : {inside.boxes[i].rect.left() - moved.left(), inside.boxes[i].rect.top() - moved.top(), inside.boxes[i].rect.right() - moved.right()})
            QVERIFY(std::abs(difference) < 1e-3);
    }
}

void PredictorTest::anotherContentIsNotAnswered()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    core::Region region = fileAt(m_place->filePath(QStringLiteral("a.png")));
    picture({70, 50}, Qt::red).save(region.image.path);
    region.image.sha256 = QByteArray(32, 'x');
    const auto answered = predictor().answer({region}).front();
    QVERIFY2(answered.failure.contains(QStringLiteral("changed")), qPrintable(answered.failure));
}

void PredictorTest::noPictureIsNoAnswer()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    QVERIFY(predictor().predict({}).empty());
}

void PredictorTest::aBrokenPictureIsRefused()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    QVERIFY_EXCEPTION_THROWN(predictor().prepare(fileAt(m_place->filePath(QStringLiteral("none.png")))), core::PictureError);
}

void PredictorTest::aBrokenFileDoesNotEndTheOthers()
{
    makeFreshVersion(folder(), ViewType::Tagging);
    const auto loaded = predictor();
    QStringList paths;
    for (const auto colour : {Qt::red, Qt::blue}) {
        paths << m_place->filePath(QStringLiteral("%1.png").arg(int(colour)));
        picture({70, 50}, colour).save(paths.last());
    }
    paths.insert(1, m_place->filePath(QStringLiteral("none.png")));
    std::vector<core::Region> regions;
    for (const auto& path : paths)
        regions.push_back(fileAt(path));
    const auto answered = loaded.answer(regions);
    QCOMPARE(int(answered.size()), 3);
    QVERIFY(!answered[1].failure.isEmpty() && answered[1].prediction.scores.empty());
    for (const size_t i : {size_t(0), size_t(2)}) {
        QVERIFY(answered[i].failure.isEmpty());
        QCOMPARE(answered[i].part, QRect(0, 0, 70, 50));
        QCOMPARE(answered[i].prediction.scores.size(), size_t(2));
        QVERIFY(std::abs(answered[i].prediction.scores[0] - loaded.predict({loaded.prepare(regions[i])}).front().scores[0]) < 1e-2);
    }
}

void PredictorTest::damagedFoldersAreRefusedWithASentence_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // null: removed
    QTest::newRow("no card") << QStringLiteral("card.json") << QByteArray();
    QTest::newRow("card is no JSON") << QStringLiteral("card.json") << QByteArray("{\"format\":");
    QTest::newRow("card of something else") << QStringLiteral("card.json") << QByteArray("{\"format\":\"other\"}");
    QTest::newRow("card of a newer program") << QStringLiteral("card.json") << QByteArray("{\"format\":\"oriel-card\",\"version\":99,\"task\":\"tagging\"}");
    QTest::newRow("no weights") << QStringLiteral("weights.safetensors") << QByteArray();
    QTest::newRow("cut weights") << QStringLiteral("weights.safetensors") << QByteArray("\x10\0\0\0\0\0\0\0{}", 10);
}

void PredictorTest::damagedFoldersAreRefusedWithASentence()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    makeFreshVersion(folder(), ViewType::Tagging);
    const auto path = folder() + QLatin1Char('/') + file;
    QVERIFY(QFile::remove(path));
    if (!content.isNull()) {
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(content) == content.size());
    }
    QVERIFY_EXCEPTION_THROWN(predictor(), core::Error);
}

QTEST_GUILESS_MAIN(PredictorTest)
#include "PredictorTest.moc"
