#include "core/pictures/PictureFile.h"

#include "tests/support/AwkwardPictures.h"
#include "tests/support/Pictures.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>

#include <array>
#include <cmath>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace core;

namespace {

/// Some kinds are read only where the library for them was there at the build.
bool reads(const char* extension) { return PictureFile::extensions().contains(QLatin1String(extension)); }

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
    void picturesOfTelephones_data();
    void picturesOfTelephones();
    void cutPicturesOfTelephonesAreSaid();
    void refusedWithACode_data();
    void refusedWithACode();
    void damagedFilesAreTruncated_data();
    void damagedFilesAreTruncated();
    void claimsBehindTheHeaderTakeNoMemory_data();
    void claimsBehindTheHeaderTakeNoMemory();
    void strangeNumbersAreScaled_data();
    void strangeNumbersAreScaled();
    void strangeKindsAreRead_data();
    void strangeKindsAreRead();
    void librariesPrintNothing();
    void onlyOrdinaryFilesAreRead();
    void anotherContentIsNotThatPicture();
    void emptyCutAndForeignFilesAreToldApart();
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
    QTest::newRow("PNG, damaged in the middle") << awkward::overwritten(pictures::png(noise), pictures::png(noise).size() / 2, 40);
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

void PictureFileTest::picturesOfTelephones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<QColor>>("quarters"); // left and right above, left and right below
    const QColor red(220, 30, 30), green(30, 200, 30), blue(30, 30, 220), white(240, 240, 240);
    QTest::newRow("HEIC") << QStringLiteral("quarters.heic") << QList<QColor>{red, green, blue, white};
    QTest::newRow("AVIF") << QStringLiteral("quarters.avif") << QList<QColor>{red, green, blue, white};
    QTest::newRow("turned once, though its EXIF says it too") << QStringLiteral("turned.heic") << QList<QColor>{blue, red, white, green};
    QTest::newRow("transparent over white") << QStringLiteral("clear.heic") << QList<QColor>{Qt::white, green, blue, white};
}

void PictureFileTest::picturesOfTelephones()
{
    QFETCH(QString, name);
    QFETCH(QList<QColor>, quarters);
    if (!reads(name.endsWith(QLatin1String("avif")) ? "avif" : "heic"))
        QSKIP("built without libheif or its decoder");
    const DecodedPicture picture = PictureFile::decode(QStringLiteral(ORIEL_TEST_DATA "/pictures/") + name);
    const bool isTurned = name.startsWith(QLatin1String("turned"));
    QCOMPARE(picture.header.kind, PictureKind::Heif);
    QCOMPARE(picture.image.size(), isTurned ? QSize(32, 48) : QSize(48, 32));
    QCOMPARE(picture.header.size, picture.image.size());
    QVERIFY(picture.header.notices.isEmpty());
    const int w = picture.image.width(), h = picture.image.height();
    const QPoint middles[] = {{w / 4, h / 4}, {3 * w / 4, h / 4}, {w / 4, 3 * h / 4}, {3 * w / 4, 3 * h / 4}};
    for (int i = 0; i < 4; ++i) {
        const QColor found = picture.image.pixelColor(middles[i]);
        QVERIFY2(std::max({std::abs(found.red() - quarters[i].red()), std::abs(found.green() - quarters[i].green()), std::abs(found.blue() - quarters[i].blue())}) <= 10,
                 qPrintable(QStringLiteral("quarter %1 is %2").arg(i).arg(found.name())));
    }
}

void PictureFileTest::cutPicturesOfTelephonesAreSaid()
{
    if (!reads("heic"))
        QSKIP("built without libheif or its decoder");
    QFile file(QStringLiteral(ORIEL_TEST_DATA "/pictures/quarters.heic"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (qsizetype size = 12; size < whole.size(); size += 7) { // ends with a sentence or with a picture, never otherwise
        try {
            QVERIFY(!PictureFile::decode(whole.left(size), QStringLiteral("a.heic")).image.isNull());
        } catch (const PictureError& error) {
            QVERIFY(error.code == QLatin1String("undecodable") || error.code == QLatin1String("too_large"));
        }
    }
}

void PictureFileTest::refusedWithACode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("no bytes") << QByteArray() << "undecodable";
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>404 not found</body></html>") << "undecodable";
    QTest::newRow("start of a JPEG only") << QByteArray("\xFF\xD8\xFF\xE0") << "undecodable";
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18""ftypheic\0\0\0\0mif1heic", 24) << (reads("heic") ? "undecodable" : "unsupported_kind");
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x18""ftypavif\0\0\0\0mif1avif", 24) << (reads("avif") ? "undecodable" : "unsupported_kind");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << "unsupported_kind";
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << "unsupported_kind";
    QTest::newRow("too small") << pictures::png(pictures::plain(Qt::red, 7, 40)) << "too_small";
    QByteArray huge = pictures::png(pictures::plain(Qt::red));
    huge.replace(16, 8, QByteArray("\0\x01\x86\xA0\0\x01\x86\xA0", 8)); // 100,000 × 100,000
    QTest::newRow("too large") << huge << "too_large";
    const QByteArray gone(40, '\0');
    QTest::newRow("JPEG 2000") << QByteArray("\0\0\0\x0CjP  \r\n\x87\n", 12) + gone << "unsupported_kind";
    QTest::newRow("JPEG XL") << QByteArray("\xFF\x0A", 2) + gone << "unsupported_kind";
    QTest::newRow("BigTIFF") << QByteArray("II+\0\x08\0\0\0", 8) + gone << "unsupported_kind";
    QTest::newRow("OpenEXR") << QByteArray("\x76\x2F\x31\x01", 4) + gone << "unsupported_kind";
    QTest::newRow("icon") << QByteArray("\0\0\1\0\1\0", 6) + gone << "unsupported_kind";
    QTest::newRow("DICOM") << QByteArray(128, '\0') + "DICM" + gone << "unsupported_kind";
    QTest::newRow("PNG of which nothing can be unpacked") << awkward::pngWithoutPixels() << "undecodable";
    QTest::newRow("JPEG of 12 bits") << awkward::jpegOfBits(12) << "unsupported_kind";
    QTest::newRow("51 bytes of PNG, 31,000 × 31,000") << awkward::pngClaiming(31'000, 31'000) << "too_large";
    QTest::newRow("some bytes of JPEG, 31,000 × 31,000") << awkward::jpegClaiming(31'000, 31'000) << "too_large";
    QTest::newRow("BMP of 40,000 × 20,000") << awkward::bmp(40'000, 20'000, 24, gone) << "too_large";
    QTest::newRow("BMP of 2³¹ × 2³¹") << awkward::bmp(0x7FFFFFFF, 0x7FFFFFFF, 24, gone) << "too_large";
    QTest::newRow("PPM of 30,000 × 30,000") << QByteArray("P6\n30000 30000\n255\n") + gone << "too_large";
    QTest::newRow("PGM of 60,000 × 10,000, 16 bits") << QByteArray("P5\n60000 10000\n65535\n") + gone << "too_large";
    QTest::newRow("TIFF of 30,000 × 30,000") << awkward::tiff({.width = 30'000, .height = 30'000, .data = gone}) << "too_large";
    QTest::newRow("TIFF with a large tile") << awkward::tiff({.data = gone, .tile = 65'520}) << "undecodable";
    QTest::newRow("WebP of 100,000 × 100,000") << awkward::webPClaiming(100'000, 100'000) << "too_large";
    QByteArray wide = pictures::gif(1);
    QTest::newRow("GIF of 65,535 × 65,535") << wide.replace(6, 4, QByteArray(4, char(0xFF))) << "too_large";
    QByteArray unknown = awkward::tiff({.data = awkward::ramp<quint8>(0, 255)});
    unknown.replace(unknown.indexOf(QByteArray("\x03\x01\x03\0\x01\0\0\0\x01\0", 10)) + 8, 2, QByteArray("\x98\x87", 2)); // compression 34712, JPEG 2000
    QTest::newRow("TIFF packed by JPEG 2000") << unknown << "undecodable";
}

void PictureFileTest::refusedWithACode()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer clock;
    clock.start();
    QTEST(codeOf(bytes), "code");
    QVERIFY(clock.elapsed() < 50);
}

void PictureFileTest::damagedFilesAreTruncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray jpeg = pictures::jpeg(awkward::noise()), png = pictures::png(awkward::noise());
    QTest::newRow("JPEG, overwritten in the middle") << awkward::overwritten(jpeg, jpeg.size() / 2, 400);
    QTest::newRow("PNG, overwritten near its end") << awkward::overwritten(png, png.size() - 2000, 40);
    QTest::newRow("PNG with a wrong checksum") << awkward::pngWithWrongSum();
    QTest::newRow("PGM of 16 bits, cut") << QByteArray("P5\n64 48\n65535\n") + QByteArray(64 * 20 * 2, 'x');
}

void PictureFileTest::damagedFilesAreTruncated()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(PictureFile::decode(bytes, QString()).truncated);
}

void PictureFileTest::claimsBehindTheHeaderTakeNoMemory_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PNG of 15,000 × 15,000") << awkward::pngClaiming(15'000, 15'000);
    QTest::newRow("JPEG of 15,000 × 15,000") << awkward::jpegClaiming(15'000, 15'000);
    QTest::newRow("BMP of 10,000 × 10,000") << awkward::bmp(10'000, 10'000, 24, QByteArray(40, '\0'));
    QTest::newRow("PPM of 12,000 × 12,000") << QByteArray("P6\n12000 12000\n255\n") + QByteArray(40, '\0');
    QTest::newRow("WebP of 12,000 × 12,000") << awkward::webPClaiming(12'000, 12'000);
    QTest::newRow("TIFF with a thousand million strips") << awkward::tiff({.data = QByteArray(40, '\0'), .stripCount = 1'000'000'000});
}

void PictureFileTest::claimsBehindTheHeaderTakeNoMemory()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer clock;
    clock.start();
    QImage image;
    try { // refused, or a small placeholder
        const DecodedPicture picture = PictureFile::decode(bytes, QString());
        QVERIFY(picture.truncated);
        QVERIFY(!picture.hasPixels);
        image = picture.image;
    } catch (const PictureError& error) {
        QCOMPARE(error.code, QStringLiteral("undecodable"));
    }
    QVERIFY(image.sizeInBytes() < 5'000'000);
    QVERIFY(clock.elapsed() < 200);
}

void PictureFileTest::strangeNumbersAreScaled_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isScaled"); // by its own darkest and brightest
    using awkward::ramp;
    QTest::newRow("fractions") << awkward::tiff({.bits = 32, .format = 3, .data = ramp<float>(0, 1)}) << true;
    QTest::newRow("fractions below zero") << awkward::tiff({.bits = 32, .format = 3, .data = ramp<float>(-5e6, 5e6)}) << true;
    QTest::newRow("one that is no number") << awkward::tiff({.bits = 32, .format = 3, .data = awkward::withNotANumber(ramp<float>(0, 1))}) << true;
    QTest::newRow("fractions of 64 bits") << awkward::tiff({.bits = 64, .format = 3, .data = ramp<double>(0, 1e-9)}) << true;
    QTest::newRow("fractions of 16 bits") << awkward::tiff({.bits = 16, .format = 3, .data = ramp<qfloat16>(0, 100)}) << true;
    QTest::newRow("32 bits") << awkward::tiff({.bits = 32, .data = ramp<quint32>(0, 1000)}) << true;
    QTest::newRow("32 bits with a sign") << awkward::tiff({.bits = 32, .format = 2, .data = ramp<qint32>(-1000, 1000)}) << true;
    QTest::newRow("16 bits with a sign") << awkward::tiff({.bits = 16, .format = 2, .data = ramp<qint16>(-1000, 3000)}) << true;
    QTest::newRow("8 bits with a sign") << awkward::tiff({.bits = 8, .format = 2, .data = ramp<qint8>(-128, 127)}) << true;
    QTest::newRow("fractions, RGB") << awkward::tiff({.samples = 3, .bits = 32, .format = 3, .photometric = 2, .data = ramp<float>(0, 1, 3)}) << true;
    QTest::newRow("12 bits") << awkward::tiff({.bits = 12, .data = awkward::packedRamp(12)}) << false;
    QTest::newRow("4 bits") << awkward::tiff({.bits = 4, .data = awkward::packedRamp(4)}) << false;
    QTest::newRow("16 bits") << awkward::tiff({.bits = 16, .data = ramp<quint16>(0, 65535)}) << false;
    QTest::newRow("white is 0") << awkward::tiff({.photometric = 0, .data = ramp<quint8>(255, 0)}) << false;
    QTest::newRow("PGM of 16 bits") << [] {
        QByteArray swapped = ramp<quint16>(0, 65535);
        for (qsizetype i = 0; i + 1 < swapped.size(); i += 2)
            std::swap(swapped[i], swapped[i + 1]);
        return QByteArray("P5\n64 48\n65535\n") + swapped;
    }() << false;
}

void PictureFileTest::strangeNumbersAreScaled()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isScaled);
    const DecodedPicture picture = PictureFile::decode(bytes, QString());
    QCOMPARE(picture.image.size(), QSize(64, 48));
    QVERIFY(!picture.truncated);
    QCOMPARE(picture.header.notices.contains(QLatin1String("depth_scaled")), isScaled);
    for (const int x : {0, 21, 42, 63}) {
        const QColor c = picture.image.pixelColor(x, 20);
        QVERIFY2(std::abs(c.red() - 255 * x / 63) <= 9, qPrintable(QStringLiteral("%1 at %2").arg(c.red()).arg(x)));
        QCOMPARE(c.red(), c.blue());
    }
    if (QByteArray(QTest::currentDataTag()).startsWith("one that"))
        QCOMPARE(picture.image.pixelColor(63, 0), QColor(Qt::black));
}

void PictureFileTest::strangeKindsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QStringList>("notices");
    const QColor leaf(60, 140, 20);
    const QByteArray pixel("\x3C\x8C\x14", 3), none(1, '\0');
    const auto row = [](const char* name, const QByteArray& bytes, const QColor& colour, const QStringList& notices = {}) {
        QTest::newRow(name) << bytes << colour << notices;
    };
    row("five channels", awkward::tiff({.samples = 5, .photometric = 2, .data = awkward::repeated(pixel + "\x99\x77"), .extras = QByteArray(2, '\0')}), leaf,
        {QStringLiteral("channels_left_out")});
    row("seven grey channels", awkward::tiff({.samples = 7, .photometric = 1, .data = awkward::repeated(pixel + "abcd"), .extras = QByteArray(6, '\0')}), leaf,
        {QStringLiteral("channels_left_out")});
    row("in planes", awkward::tiff({.samples = 3, .photometric = 2, .planes = 2, .data = awkward::inPlanes(pixel)}), leaf);
    row("in one tile", awkward::tiff({.samples = 3, .photometric = 2, .data = pixel.repeated(64 * 64), .tile = 64}), leaf);
    row("highest byte first", awkward::tiff({.samples = 3, .photometric = 2, .data = awkward::repeated(pixel), .bigEndian = true}), leaf);
    row("RGB and alpha", awkward::tiff({.samples = 4, .photometric = 2, .data = awkward::repeated(pixel + '\0'), .extras = QByteArray(1, '\x02')}), Qt::white);
    row("multiplied by alpha", awkward::tiff({.samples = 4, .photometric = 2, .data = awkward::repeated(QByteArray(3, '\0') + '\x33'), .extras = QByteArray(1, '\x01')}),
        QColor(204, 204, 204));
    row("a fourth channel that says nothing", awkward::tiff({.samples = 4, .photometric = 2, .data = awkward::repeated(pixel + '\0'), .extras = QByteArray(1, '\0')}), leaf);
    row("inks", awkward::tiff({.samples = 4, .photometric = 5, .data = awkward::repeated(QByteArray("\0\xFF\xFF\0", 4))}), Qt::red, {QStringLiteral("cmyk")});
    row("animated WebP", awkward::animatedWebP(byOpenCv(".webp", bgr(pictures::plain(leaf, 64, 48))), 64, 48, 3), leaf, {QStringLiteral("first_frame_only")});
    row("animated PNG", awkward::png(16, 8, 8, 2, (none + pixel.repeated(16)).repeated(8), false,
            awkward::chunk("acTL", awkward::big(2) + awkward::big(0)) + awkward::chunk("fcTL", QByteArray(26, '\0'))), leaf, {QStringLiteral("first_frame_only")});
    row("interlaced PNG", awkward::interlacedPng(), QColor(90, 90, 90));
    row("PNG of 1 bit", awkward::png(16, 8, 1, 0, (none + QByteArray(2, '\xFF')).repeated(8)), Qt::white);
    row("PNG with a transparent colour", awkward::png(16, 8, 8, 2, (none + pixel.repeated(16)).repeated(8), false,
            awkward::chunk("tRNS", QByteArray("\0\x3C\0\x8C\0\x14", 6))), Qt::white);
    row("PNG, grey with alpha, 16 bits", awkward::png(16, 8, 16, 4, (none + QByteArray("\0\0\x33\x33", 4).repeated(16)).repeated(8)), QColor(204, 204, 204));
    row("BMP of 32 bits", awkward::bmp(16, 8, 32, QByteArray("\x14\x8C\x3C\0", 4).repeated(16 * 8)), leaf);
    row("BMP from the top down", awkward::bmp(16, -8, 24, QByteArray("\x14\x8C\x3C", 3).repeated(16 * 8)), leaf);
    row("PPM in words", QByteArray("P3 # by hand\n16 8\n255\n") + QByteArray("60 140 20 ").repeated(16 * 8), leaf);
    row("JPEG with more behind its end", pictures::jpeg(pictures::plain(leaf)) + QByteArray(3000, 'x'), leaf);
    row("two JPEGs in one file", pictures::jpeg(pictures::plain(leaf)) + pictures::jpeg(pictures::plain(Qt::red)), leaf);
}

void PictureFileTest::strangeKindsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QColor, colour);
    const DecodedPicture picture = PictureFile::decode(bytes, QString());
    QTEST(picture.header.notices, "notices");
    QVERIFY(!picture.truncated);
    QCOMPARE(picture.image.size(), picture.header.size);
    for (const QPoint place : {QPoint(0, 0), QPoint(picture.image.width() - 1, picture.image.height() - 1)}) {
        const QColor c = picture.image.pixelColor(place);
        const int far = std::max({std::abs(c.red() - colour.red()), std::abs(c.green() - colour.green()), std::abs(c.blue() - colour.blue())});
        QVERIFY2(far <= 5, qPrintable(c.name() + QLatin1Char(' ') + colour.name()));
    }
}

/// What the libraries have to say goes into the result; the terminal belongs to the person.
void PictureFileTest::librariesPrintNothing()
{
#ifndef Q_OS_UNIX
    QSKIP("there is no descriptor to put in place of stderr");
#else
    std::vector<QByteArray> all{awkward::pngWithWrongSum(), awkward::webPClaiming(12'000, 12'000), awkward::jpegOfBits(12), awkward::tiff({.data = QByteArray(40, 'x'), .tile = 65'520})};
    const QByteArray sound[] = {pictures::png(pictures::quarters()), pictures::jpeg(pictures::quarters()), pictures::encoded(pictures::quarters(), "BMP"), pictures::gif(3),
                                tiff(pictures::quarters(), 1), byOpenCv(".webp", bgr(pictures::quarters())), byOpenCv(".ppm", bgr(pictures::quarters()))};
    for (const QByteArray& bytes : sound)
        for (qsizetype from = 8; from < bytes.size(); from += std::max<qsizetype>(1, bytes.size() / 40)) {
            all.push_back(awkward::overwritten(bytes, from, 12));
            all.push_back(bytes.left(from));
        }
    QTemporaryDir folder;
    const QString printed = folder.filePath(QStringLiteral("printed"));
    const int before = dup(2), file = open(QFile::encodeName(printed).constData(), O_CREAT | O_WRONLY, 0600);
    dup2(file, 2);
    for (const QByteArray& bytes : all)
        codeOf(bytes, QStringLiteral("a"));
    dup2(before, 2);
    close(before);
    close(file);
    QFile told(printed);
    QVERIFY(told.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(told.readAll()), QString());
#endif
}

void PictureFileTest::onlyOrdinaryFilesAreRead()
{
    QTemporaryDir folder;
    const auto refusal = [](const QString& path) {
        QElapsedTimer clock;
        clock.start();
        try {
            PictureFile::read(path);
        } catch (const PictureError& error) {
            return clock.elapsed() < 50 ? error.code : QStringLiteral("slow");
        }
        return QStringLiteral("read");
    };
    QCOMPARE(refusal(folder.path()), QStringLiteral("unreadable"));
#ifdef Q_OS_UNIX
    const QString endless = folder.filePath(QStringLiteral("endless.png")), pipe = folder.filePath(QStringLiteral("pipe.png"));
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), endless));
    QCOMPARE(refusal(endless), QStringLiteral("unreadable"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(refusal(pipe), QStringLiteral("unreadable"));
#endif
    QFile sparse(folder.filePath(QStringLiteral("sparse.png"))); // takes no room on the disk
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    sparse.write(pictures::png(pictures::quarters()));
    if (sparse.resize(60LL << 30))
        QCOMPARE(refusal(sparse.fileName()), QStringLiteral("too_large"));
    QFile hole(folder.filePath(QStringLiteral("hole.png")));
    QVERIFY(hole.open(QIODevice::WriteOnly) && hole.resize(500 << 20));
    QCOMPARE(refusal(hole.fileName()), QStringLiteral("undecodable")); // by its first bytes
}

void PictureFileTest::anotherContentIsNotThatPicture()
{
    QTemporaryDir folder;
    const QByteArray bytes = pictures::png(pictures::quarters());
    const QString path = pictures::write(folder.filePath(QStringLiteral("a.png")), bytes);
    QCOMPARE(PictureFile::readRecorded(path, PictureFile::sha256(bytes)), bytes);
    QCOMPARE(PictureFile::readRecorded(path, {}), bytes);
    try {
        PictureFile::readRecorded(path, QByteArray(32, 'x'));
        QFAIL("took another picture");
    } catch (const PictureError& error) {
        QCOMPARE(error.code, QStringLiteral("changed"));
    }
}

void PictureFileTest::emptyCutAndForeignFilesAreToldApart()
{
    QStringList sentences;
    for (const QByteArray& bytes : {QByteArray(), pictures::jpeg(pictures::quarters()).left(20), QByteArray("<!DOCTYPE html>")})
        try {
            PictureFile::header(bytes, QStringLiteral("a.jpg"));
            QFAIL("took it for a picture");
        } catch (const PictureError& error) {
            QCOMPARE(error.code, QStringLiteral("undecodable"));
            QVERIFY(error.message().contains(QLatin1String("a.jpg")));
            sentences << error.message();
        }
    QCOMPARE(sentences.removeDuplicates(), 0);
    QCOMPARE(sentences.size(), 3);
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
