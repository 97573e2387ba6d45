#include "core/pictures/PictureFile.h"

#include "tests/support/Pictures.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>

#include <array>
#include <cmath>

using namespace core;

namespace {

/// Greatest difference in any channel of any pixel.
int difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return 256;
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor left = a.pixelColor(x, y), right = b.pixelColor(x, y);
            most = std::max({most, std::abs(left.red() - right.red()), std::abs(left.green() - right.green()), std::abs(left.blue() - right.blue())});
        }
    return most;
}

double psnr(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < 3 * a.width(); ++x)
            sum += std::pow(double(a.constScanLine(y)[x]) - b.constScanLine(y)[x], 2);
    return 10 * std::log10(255 * 255 / std::max(1e-9, sum / (3.0 * a.width() * a.height())));
}

QByteArray byOpenCv(const char* extension, const cv::Mat& pixels)
{
    std::vector<uchar> bytes;
    cv::imencode(extension, pixels, bytes);
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

cv::Mat bgr(const QImage& rgb)
{
    cv::Mat out(rgb.height(), rgb.width(), CV_8UC3);
    for (int y = 0; y < rgb.height(); ++y)
        for (int x = 0; x < rgb.width(); ++x) {
            const QColor c = rgb.pixelColor(x, y);
            out.at<cv::Vec3b>(y, x) = {uchar(c.blue()), uchar(c.green()), uchar(c.red())};
        }
    return out;
}

/// One colour as CMYK; with the Adobe marker its values are stored inverted.
QByteArray cmykJpeg(int c, int m, int y, int k, bool adobe)
{
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    uchar* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &out, &size);
    codec.image_width = 32;
    codec.image_height = 24;
    codec.input_components = 4;
    codec.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, 95, TRUE);
    codec.write_Adobe_marker = adobe ? TRUE : FALSE;
    jpeg_start_compress(&codec, TRUE);
    std::vector<uchar> row;
    for (int x = 0; x < 32; ++x)
        for (const int value : {c, m, y, k})
            row.push_back(uchar(adobe ? 255 - value : value));
    JSAMPROW rows = row.data();
    while (codec.next_scanline < codec.image_height)
        jpeg_write_scanlines(&codec, &rows, 1);
    jpeg_finish_compress(&codec);
    const QByteArray bytes(reinterpret_cast<const char*>(out), qsizetype(size));
    jpeg_destroy_compress(&codec);
    free(out);
    return bytes;
}

/// An uncompressed RGB TIFF of one strip with an orientation entry.
QByteArray tiff(const QImage& stored, int orientation)
{
    const auto number = [](quint32 value, int bytes) {
        QByteArray out;
        for (int i = 0; i < bytes; ++i)
            out += char(value >> 8 * i & 0xFF);
        return out;
    };
    QByteArray pixels;
    for (int y = 0; y < stored.height(); ++y)
        pixels += QByteArray(reinterpret_cast<const char*>(stored.constScanLine(y)), 3 * stored.width());
    const std::vector<std::array<quint32, 4>> entries{ // tag, type, count, value
        {256, 4, 1, quint32(stored.width())}, {257, 4, 1, quint32(stored.height())}, {258, 3, 3, 134}, {259, 3, 1, 1}, {262, 3, 1, 2},
        {273, 4, 1, 140}, {274, 3, 1, quint32(orientation)}, {277, 3, 1, 3}, {278, 4, 1, quint32(stored.height())}, {279, 4, 1, quint32(pixels.size())}};
    QByteArray bytes = QByteArray("II*\0", 4) + number(8, 4) + number(quint32(entries.size()), 2);
    for (const auto& [tag, type, count, value] : entries)
        bytes += number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4);
    bytes += number(0, 4) + number(8, 2) + number(8, 2) + number(8, 2); // no further directory; bits of the three channels at 134
    return bytes + pixels;
}

QString codeOf(const QByteArray& bytes, const QString& name = QStringLiteral("a.jpg"))
{
    try {
        PictureFile::decode(bytes, name);
    } catch (const PictureError& error) {
        return error.message().isEmpty() ? QStringLiteral("no sentence") : error.code;
    }
    return {};
}

} // namespace

class PictureFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOrientationGivesTheSameScene_data();
    void everyOrientationGivesTheSameScene();
    void brokenOrientationIsUpright();
    void tiffIsTurnedOnce_data();
    void tiffIsTurnedOnce();
    void sixteenBitsAreScaled();
    void lowSixteenBitsAreNoticed();
    void alphaLiesOverWhite();
    void paletteIsExpanded();
    void inkIsConvertedWithAndWithoutAdobeMarker();
    void allKindsGiveTheSamePixels_data();
    void allKindsGiveTheSamePixels();
    void firstFrameOfAGif();
    void cutFilesAreTruncated_data();
    void cutFilesAreTruncated();
    void refusedWithACode_data();
    void refusedWithACode();
    void wrongExtensionIsNoticed();
    void reducedDecodeKeepsEnough_data();
    void reducedDecodeKeepsEnough();
    void damagedBytesNeverCrash();
    void strangePathsAreRead();
};

void PictureFileTest::everyOrientationGivesTheSameScene_data()
{
    QTest::addColumn<int>("orientation");
    for (int i = 1; i <= 8; ++i)
        QTest::addRow("EXIF %d", i) << i;
}

void PictureFileTest::everyOrientationGivesTheSameScene()
{
    QFETCH(int, orientation);
    const QImage scene = pictures::quarters();
    const QByteArray bytes = pictures::withOrientation(pictures::jpeg(pictures::storedFor(scene, orientation)), orientation);
    const DecodedPicture picture = PictureFile::decode(bytes, QStringLiteral("a.jpg"));
    QCOMPARE(picture.header.orientation, orientation);
    QCOMPARE(picture.header.size, scene.size());
    QCOMPARE(picture.image.size(), scene.size());
    QCOMPARE(picture.image.format(), QImage::Format_RGB888);
    QVERIFY2(psnr(picture.image, scene) > 20, qPrintable(QString::number(psnr(picture.image, scene))));
    QVERIFY(psnr(picture.image, PictureFile::decode(pictures::jpeg(scene), QString()).image) > 35);
}

void PictureFileTest::brokenOrientationIsUpright()
{
    const QByteArray plain = pictures::jpeg(pictures::quarters());
    QCOMPARE(PictureFile::header(pictures::withOrientation(plain, 9), {}).orientation, 1);
    QCOMPARE(PictureFile::header(pictures::withOrientation(plain, 0), {}).orientation, 1);
    QByteArray broken = pictures::withOrientation(plain, 6);
    broken.replace(broken.indexOf("II*"), 3, "XX?");
    QCOMPARE(PictureFile::header(broken, {}).orientation, 1);
}

void PictureFileTest::tiffIsTurnedOnce_data()
{
    everyOrientationGivesTheSameScene_data();
}

void PictureFileTest::tiffIsTurnedOnce()
{
    QFETCH(int, orientation);
    const QImage scene = pictures::quarters();
    const QByteArray bytes = tiff(pictures::storedFor(scene, orientation), orientation);
    const DecodedPicture picture = PictureFile::decode(bytes, QStringLiteral("a.tif"));
    QCOMPARE(picture.header.orientation, orientation);
    QCOMPARE(difference(picture.image, scene), 0);
}

void PictureFileTest::sixteenBitsAreScaled()
{
    QImage deep(9, 8, QImage::Format_Grayscale16);
    deep.fill(0);
    auto* const row = reinterpret_cast<quint16*>(deep.scanLine(0));
    row[1] = 257;
    row[2] = 65535;
    row[3] = 32768;
    const DecodedPicture picture = PictureFile::decode(pictures::png(deep), QStringLiteral("a.png"));
    QCOMPARE(picture.header.bits, 16);
    const QList<int> expected{0, 1, 255, 128};
    for (int x = 0; x < expected.size(); ++x) {
        const QColor c = picture.image.pixelColor(x, 0);
        QCOMPARE(QList<int>({c.red(), c.green(), c.blue()}), QList<int>({expected[x], expected[x], expected[x]}));
    }
    QVERIFY(!picture.header.notices.contains(QLatin1String("looks_12bit")));
}

void PictureFileTest::lowSixteenBitsAreNoticed()
{
    QImage deep(8, 8, QImage::Format_Grayscale16);
    for (int y = 0; y < 8; ++y)
        std::fill_n(reinterpret_cast<quint16*>(deep.scanLine(y)), 8, quint16(4095));
    const DecodedPicture picture = PictureFile::decode(pictures::png(deep), QStringLiteral("a.png"));
    QVERIFY(picture.header.notices.contains(QLatin1String("looks_12bit")));
}

void PictureFileTest::alphaLiesOverWhite()
{
    QImage image(8, 8, QImage::Format_ARGB32);
    image.fill(qRgba(0, 0, 0, 0));
    image.setPixel(1, 0, qRgba(200, 100, 0, 255));
    image.setPixel(2, 0, qRgba(0, 0, 0, 51));
    const QImage out = PictureFile::decode(pictures::png(image), QStringLiteral("a.png")).image;
    QCOMPARE(out.pixelColor(0, 0), QColor(255, 255, 255));
    QCOMPARE(out.pixelColor(1, 0), QColor(200, 100, 0));
    QCOMPARE(out.pixelColor(2, 0), QColor(204, 204, 204));
}

void PictureFileTest::paletteIsExpanded()
{
    QImage image(8, 8, QImage::Format_Indexed8);
    image.setColorTable({qRgba(10, 20, 30, 255), qRgba(0, 0, 0, 0)});
    image.fill(0);
    image.setPixel(3, 3, 1);
    const QImage out = PictureFile::decode(pictures::png(image), QStringLiteral("a.png")).image;
    QCOMPARE(out.pixelColor(0, 0), QColor(10, 20, 30));
    QCOMPARE(out.pixelColor(3, 3), QColor(255, 255, 255));
}

void PictureFileTest::inkIsConvertedWithAndWithoutAdobeMarker()
{
    const DecodedPicture plain = PictureFile::decode(cmykJpeg(0, 128, 255, 51, false), QStringLiteral("a.jpg"));
    const DecodedPicture adobe = PictureFile::decode(cmykJpeg(0, 128, 255, 51, true), QStringLiteral("a.jpg"));
    QVERIFY(plain.header.notices.contains(QLatin1String("cmyk")));
    QVERIFY(difference(plain.image, adobe.image) <= 3);
    QVERIFY(difference(plain.image, pictures::plain(QColor(204, 102, 0))) <= 3);
}

void PictureFileTest::allKindsGiveTheSamePixels_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("kind");
    QTest::newRow("PNG") << ".png" << int(PictureKind::Png);
    QTest::newRow("BMP") << ".bmp" << int(PictureKind::Bmp);
    QTest::newRow("TIFF") << ".tiff" << int(PictureKind::Tiff);
    QTest::newRow("PPM") << ".ppm" << int(PictureKind::Pnm);
    QTest::newRow("WebP") << ".webp" << int(PictureKind::WebP);
    QTest::newRow("JPEG") << ".jpg" << int(PictureKind::Jpeg);
}

void PictureFileTest::allKindsGiveTheSamePixels()
{
    QFETCH(QString, extension);
    QFETCH(int, kind);
    const QImage scene = pictures::plain(QColor(180, 90, 30), 40, 24);
    const QByteArray bytes = byOpenCv(extension.toLatin1().constData(), bgr(scene));
    const DecodedPicture picture = PictureFile::decode(bytes, QStringLiteral("a") + extension);
    QCOMPARE(int(picture.header.kind), kind);
    QCOMPARE(picture.header.size, scene.size());
    QCOMPARE(picture.header.notices, QStringList());
    QVERIFY(!picture.truncated);
    QVERIFY(difference(picture.image, scene) <= (kind == int(PictureKind::WebP) || kind == int(PictureKind::Jpeg) ? 4 : 0));
}

void PictureFileTest::firstFrameOfAGif()
{
    const DecodedPicture picture = PictureFile::decode(pictures::gif(12), QStringLiteral("a.gif"));
    QCOMPARE(picture.header.kind, PictureKind::Gif);
    QCOMPARE(picture.header.frames, 12);
    QVERIFY(picture.header.notices.contains(QLatin1String("first_frame_only")));
    QCOMPARE(picture.image.size(), QSize(16, 16));
    QCOMPARE(picture.image.pixelColor(5, 5), QColor(255, 0, 0));
    QVERIFY(PictureFile::header(pictures::gif(1), QStringLiteral("a.gif")).notices.isEmpty());
}

void PictureFileTest::cutFilesAreTruncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage noise(256, 192, QImage::Format_RGB888);
    quint32 random = 1;
    for (int y = 0; y < noise.height(); ++y)
        for (int x = 0; x < 3 * noise.width(); ++x)
            noise.scanLine(y)[x] = uchar((random = random * 1664525u + 1013904223u) >> 24);
    QTest::newRow("JPEG at 60 %") << pictures::jpeg(noise).left(pictures::jpeg(noise).size() * 6 / 10);
    QTest::newRow("JPEG without its end") << pictures::jpeg(noise).chopped(2);
    QTest::newRow("PNG at 60 %") << pictures::png(noise).left(pictures::png(noise).size() * 6 / 10);
    QTest::newRow("BMP at 60 %") << pictures::encoded(noise, "BMP").left(pictures::encoded(noise, "BMP").size() * 6 / 10);
    const QByteArray jpeg = pictures::jpeg(noise);
    QTest::newRow("JPEG with fewer rows, but its end") << jpeg.left(jpeg.size() / 2) + jpeg.right(2);
}

void PictureFileTest::cutFilesAreTruncated()
{
    QFETCH(QByteArray, bytes);
    const DecodedPicture picture = PictureFile::decode(bytes, QString());
    QVERIFY(picture.truncated);
    QCOMPARE(picture.image.size(), QSize(256, 192));
    const QColor last = picture.image.pixelColor(255, 191);
    if (!QByteArray(QTest::currentDataTag()).contains("without its end"))
        QCOMPARE(last, QColor(128, 128, 128)); // the missing part
}

void PictureFileTest::refusedWithACode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("no bytes") << QByteArray() << "undecodable";
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>404 not found</body></html>") << "undecodable";
    QTest::newRow("start of a JPEG only") << QByteArray("\xFF\xD8\xFF\xE0") << "undecodable";
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18""ftypheic\0\0\0\0mif1heic", 24) << "unsupported_kind";
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x18""ftypavif\0\0\0\0mif1avif", 24) << "unsupported_kind";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << "unsupported_kind";
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << "unsupported_kind";
    QTest::newRow("too small") << pictures::png(pictures::plain(Qt::red, 7, 40)) << "too_small";
    QByteArray huge = pictures::png(pictures::plain(Qt::red));
    huge.replace(16, 8, QByteArray("\0\x01\x86\xA0\0\x01\x86\xA0", 8)); // 100,000 × 100,000
    QTest::newRow("too large") << huge << "too_large";
    QTest::newRow("float TIFF") << byOpenCv(".tiff", cv::Mat(10, 10, CV_32FC1, cv::Scalar(0.5))) << "unsupported_kind";
}

void PictureFileTest::refusedWithACode()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer clock;
    clock.start();
    QTEST(codeOf(bytes), "code");
    QVERIFY(clock.elapsed() < 50);
}

void PictureFileTest::wrongExtensionIsNoticed()
{
    const QByteArray png = pictures::png(pictures::quarters());
    QCOMPARE(PictureFile::header(png, QStringLiteral("a.jpg")).notices, QStringList{QStringLiteral("extension_mismatch")});
    QCOMPARE(PictureFile::header(png, QStringLiteral("a.PNG")).notices, QStringList());
}

void PictureFileTest::reducedDecodeKeepsEnough_data()
{
    QTest::addColumn<int>("shortSide");
    QTest::addColumn<QSize>("decoded");
    QTest::newRow("whole") << 0 << QSize(640, 480);
    QTest::newRow("half is not enough") << 268 << QSize(640, 480);
    QTest::newRow("half, a little short") << 266 << QSize(320, 240);
    QTest::newRow("quarter") << 128 << QSize(160, 120);
    QTest::newRow("eighth") << 32 << QSize(80, 60);
}

void PictureFileTest::reducedDecodeKeepsEnough()
{
    QFETCH(int, shortSide);
    const DecodedPicture picture = PictureFile::decode(pictures::jpeg(pictures::quarters(640, 480)), QString(), shortSide);
    QTEST(picture.image.size(), "decoded");
    QCOMPARE(picture.header.size, QSize(640, 480));
}

void PictureFileTest::damagedBytesNeverCrash()
{
    const cv::Mat scene = bgr(pictures::quarters(40, 32));
    std::vector<QByteArray> all{pictures::jpeg(pictures::quarters(40, 32)), pictures::gif(3), cmykJpeg(1, 2, 3, 4, true)};
    for (const char* extension : {".png", ".bmp", ".tiff", ".ppm", ".webp"})
        all.push_back(byOpenCv(extension, scene));
    quint32 random = 7;
    const auto next = [&](quint32 below) { return (random = random * 1664525u + 1013904223u) / 65537u % below; };
    for (const QByteArray& bytes : all)
        for (int round = 0; round < 150; ++round) {
            QByteArray damaged = bytes;
            for (int i = 0; i < 4; ++i)
                damaged[qsizetype(next(quint32(std::min<qsizetype>(damaged.size(), 400))))] = char(next(256));
            if (round % 3 == 0)
                damaged.truncate(qsizetype(next(quint32(damaged.size()))));
            try {
                const PictureHeader header = PictureFile::header(damaged, {});
                if (qint64(header.size.width()) * header.size.height() < 4'000'000)
                    PictureFile::decode(damaged, QString());
            } catch (const Error& error) {
                QVERIFY(!error.message().isEmpty());
            }
        }
}

void PictureFileTest::strangePathsAreRead()
{
    QTemporaryDir folder;
    const QByteArray bytes = pictures::png(pictures::quarters());
    const QString composed = folder.filePath(QStringLiteral("пример/图 片/😀 \u00E9.png"));
    const QString decomposed = folder.filePath(QStringLiteral("пример/图 片/😀 e\u0301.png"));
    pictures::write(composed, bytes);
    QCOMPARE(PictureFile::decode(composed).image.size(), QSize(64, 48));
    QCOMPARE(PictureFile::sha256OfFile(composed), PictureFile::sha256(bytes));
    pictures::write(decomposed, bytes);
    QCOMPARE(PictureFile::read(decomposed), bytes);
    QString deep = folder.path();
    while (deep.size() < 300)
        deep += QStringLiteral("/folder");
    QCOMPARE(PictureFile::read(pictures::write(deep + QStringLiteral("/a.png"), bytes)), bytes);
    try {
        PictureFile::read(folder.filePath(QStringLiteral("none.png")));
        QFAIL("read what is not there");
    } catch (const PictureError& error) {
        QCOMPARE(error.code, QStringLiteral("image_missing"));
    }
}

QTEST_GUILESS_MAIN(PictureFileTest)
#include "PictureFileTest.moc"
