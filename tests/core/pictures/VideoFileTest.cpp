#include "core/pictures/VideoFile.h"

#include "core/base/Error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/videoio.hpp>

#include <algorithm>

using core::VideoFile;

class VideoFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }
    void givesTheWantedPictures_data();
    void givesTheWantedPictures();
    void whatIsNoFilmIsRefused_data();
    void whatIsNoFilmIsRefused();
    void aCutFilmGivesWhatIsThere();
    void aFilmStandsInForACamera();
    void filmsAreKnownByTheirNames();

private:
    /// Motion JPEG, which needs no codec of the system: picture i is grey of brightness 10 + 4 i.
    QString film(int pictures, double framesPerSecond)
    {
        const QString path = m_place->filePath(QStringLiteral("film %d 電影.avi")); // no pattern of many files, and no plain letters
        const std::string name = QFile::encodeName(path).toStdString();
        cv::VideoWriter writer(m_place->filePath(QStringLiteral("plain.avi")).toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), framesPerSecond, {64, 48});
        for (int i = 0; i < pictures; ++i)
            writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(10 + 4 * i)));
        writer.release();
        QFile::rename(m_place->filePath(QStringLiteral("plain.avi")), path);
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_place;
};

void VideoFileTest::givesTheWantedPictures_data()
{
    QTest::addColumn<double>("wanted");
    QTest::addColumn<QList<qint64>>("numbers");
    QTest::newRow("every one") << 0.0 << QList<qint64>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
    QTest::newRow("one a second") << 1.0 << QList<qint64>{0, 10};
    QTest::newRow("three a second") << 3.0 << QList<qint64>{0, 4, 7, 10, 14, 17};
    QTest::newRow("one in ten seconds") << 0.1 << QList<qint64>{0};
    QTest::newRow("more than there are") << 60.0 << QList<qint64>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
}

void VideoFileTest::givesTheWantedPictures()
{
    QFETCH(double, wanted);
    QFETCH(QList<qint64>, numbers);
    auto video = VideoFile::open(film(20, 10), wanted);
    QCOMPARE(video.framesPerSecond(), 10.0);
    QCOMPARE(video.expected(), qint64(numbers.size()));
    QList<qint64> given;
    while (const auto frame = video.next()) {
        given << frame->number;
        QCOMPARE(frame->image.size(), QSize(64, 48));
        QCOMPARE(frame->image.format(), QImage::Format_RGB888);
        QVERIFY(std::abs(qGray(frame->image.pixel(30, 20)) - (10 + 4 * int(frame->number))) <= 3);
        QVERIFY(std::abs(frame->seconds - double(frame->number) / 10) < 1e-9);
    }
    QCOMPARE(given, numbers);
}

void VideoFileTest::whatIsNoFilmIsRefused_data()
{
    QTest::addColumn<QByteArray>("content"); // null: no file
    QTest::newRow("nothing there") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("words") << QByteArray("These are words and no film.");
}

void VideoFileTest::whatIsNoFilmIsRefused()
{
    QFETCH(QByteArray, content);
    const QString path = m_place->filePath(QStringLiteral("a.mp4"));
    if (!content.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    try {
        auto video = VideoFile::open(path);
        video.next();
        QFAIL("it was read");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("a.mp4")), qPrintable(error.message()));
    }
}

void VideoFileTest::aCutFilmGivesWhatIsThere()
{
    const QString path = film(20, 10);
    QFile file(path);
    QVERIFY(file.resize(file.size() * 2 / 3));
    int given = 0;
    try {
        auto video = VideoFile::open(path);
        while (video.next())
            ++given;
    } catch (const core::Error&) {
        QSKIP("The reader of films here refuses a film without its index.");
    }
    QVERIFY(given > 0 && given < 20);
}

void VideoFileTest::aFilmStandsInForACamera()
{
    const QString path = film(4, 50);
    qputenv("ORIEL_CAMERA", QFile::encodeName(path));
    const auto known = core::cameras();
    qunsetenv("ORIEL_CAMERA");
    QVERIFY(!known.empty());
    QCOMPARE(known.back().file, path);
    auto camera = VideoFile::open(known.back());
    QCOMPARE(camera.expected(), qint64(0)); // a camera has no end
    for (int i = 0; i < 10; ++i) // and begins anew
        QVERIFY(camera.next().has_value());
    QVERIFY(std::ranges::none_of(core::cameras(), [&](const auto& one) { return one.file == path; }));
}

void VideoFileTest::filmsAreKnownByTheirNames()
{
    QVERIFY(VideoFile::isVideoName(QStringLiteral("/a/b.MP4")));
    QVERIFY(!VideoFile::isVideoName(QStringLiteral("/a/b.png")));
    QVERIFY(!VideoFile::isVideoName(QStringLiteral("mp4")));
}

QTEST_GUILESS_MAIN(VideoFileTest)
#include "VideoFileTest.moc"
