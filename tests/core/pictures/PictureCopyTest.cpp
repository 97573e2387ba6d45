#include "core/pictures/PictureCopy.h"

#include "core/pictures/Stripping.h"
#include "tests/support/Pictures.h"

#include <QTest>

using namespace core;
using Metadata = PictureCopy::Metadata;

namespace {

const QByteArray secret = "52.5163N 13.3777E";

/// Blocks that cameras and programs put into a JPEG: EXIF, XMP, IPTC, a second picture behind the end.
QByteArray talkativeJpeg(int orientation)
{
    QByteArray bytes = pictures::withOrientation(pictures::jpeg(pictures::storedFor(pictures::quarters(), orientation)), orientation);
    for (const uchar marker : {uchar(0xE1), uchar(0xE5), uchar(0xED), uchar(0xFE)}) {
        const int length = int(secret.size()) + 2;
        bytes.insert(2, QByteArray("\xFF", 1) + char(marker) + char(length >> 8) + char(length & 0xFF) + secret);
    }
    return bytes + secret;
}

quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int i = 0; i < 8; ++i)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value)
{
    return QByteArray(1, char(value >> 24)) + char(value >> 16 & 0xFF) + char(value >> 8 & 0xFF) + char(value & 0xFF);
}

QByteArray talkativePng(const QImage& image)
{
    QByteArray bytes = pictures::png(image);
    for (const char* kind : {"tEXt", "iTXt", "eXIf", "tIME", "prVW"}) {
        const QByteArray body = QByteArray(kind, 4) + secret;
        bytes.insert(33, bigEndian(quint32(secret.size())) + body + bigEndian(crcOf(body)));
    }
    return bytes + secret;
}

QByteArray chunk(const char* kind, const QByteArray& body)
{
    QByteArray size(4, '\0');
    size[0] = char(body.size());
    return QByteArray(kind, 4) + size + body + (body.size() % 2 ? QByteArray(1, '\0') : QByteArray());
}

QByteArray webP(const QByteArray& chunks)
{
    QByteArray size(4, '\0');
    size[0] = char((chunks.size() + 4) & 0xFF);
    size[1] = char((chunks.size() + 4) >> 8);
    return "RIFF" + size + "WEBP" + chunks;
}

} // namespace

class PictureCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsBytes()
    {
        for (const QByteArray& bytes : {talkativeJpeg(1), talkativePng(pictures::quarters()), pictures::gif(3), pictures::encoded(pictures::quarters(), "BMP")}) {
            const PictureCopy copy = PictureCopy::of(bytes, QStringLiteral("a"), Metadata::Keep);
            QCOMPARE(copy.bytes, bytes);
            QVERIFY(!copy.isTurned && !copy.isConverted);
        }
    }

    /// All eight ways of holding a camera come out upright, and say nothing of turning any more.
    void turnsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<Metadata>("metadata");
        for (int orientation = 2; orientation <= 8; ++orientation)
            for (const Metadata metadata : {Metadata::Keep, Metadata::Drop})
                QTest::addRow("%d %s", orientation, metadata == Metadata::Keep ? "keep" : "drop") << orientation << metadata;
    }

    void turnsUpright()
    {
        QFETCH(int, orientation);
        QFETCH(Metadata, metadata);
        const QByteArray bytes = talkativeJpeg(orientation);
        const PictureCopy copy = PictureCopy::of(bytes, QStringLiteral("a.jpg"), metadata);
        QVERIFY(copy.isTurned);
        const DecodedPicture before = PictureFile::decode(bytes, QStringLiteral("a.jpg")), after = PictureFile::decode(copy.bytes, QStringLiteral("a.jpg"));
        QCOMPARE(after.header.orientation, 1);
        QCOMPARE(after.header.kind, PictureKind::Jpeg);
        QCOMPARE(after.image.size(), before.image.size());
        for (const QPoint place : {QPoint(8, 8), QPoint(56, 8), QPoint(8, 40), QPoint(56, 40)}) {
            const QColor a = before.image.pixelColor(place), b = after.image.pixelColor(place);
            QVERIFY(std::abs(a.red() - b.red()) < 12 && std::abs(a.green() - b.green()) < 12 && std::abs(a.blue() - b.blue()) < 12);
        }
        QVERIFY(!copy.bytes.contains(secret));
        QCOMPARE(PictureCopy::suffixOf(PictureKind::Jpeg, orientation, metadata), QString());
    }

    void dropsMetadata_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PictureKind>("kind"); // of the copy
        QTest::newRow("JPEG") << talkativeJpeg(1) << PictureKind::Jpeg;
        QTest::newRow("PNG") << talkativePng(pictures::quarters()) << PictureKind::Png;
        QTest::newRow("PNG of 16 bits") << talkativePng(pictures::quarters().convertToFormat(QImage::Format_RGBX64)) << PictureKind::Png;
        QTest::newRow("GIF") << pictures::gif(2) << PictureKind::Png;
        QTest::newRow("PNM") << pictures::encoded(pictures::quarters(), "PPM").insert(3, "# " + secret + '\n') << PictureKind::Png;
        QTest::newRow("JPEG that is cut") << talkativeJpeg(1).chopped(secret.size() + 12) << PictureKind::Jpeg;
    }

    void dropsMetadata()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PictureKind, kind);
        const PictureCopy copy = PictureCopy::of(bytes, QStringLiteral("a"), Metadata::Drop);
        const DecodedPicture before = PictureFile::decode(bytes, QStringLiteral("a")), after = PictureFile::decode(copy.bytes, QStringLiteral("a"));
        QVERIFY(!copy.bytes.contains(secret));
        QVERIFY(!copy.bytes.contains("Exif"));
        QCOMPARE(after.header.kind, kind);
        QCOMPARE(after.header.bits, kind == before.header.kind ? before.header.bits : 8);
        QVERIFY(!after.truncated);
        if (!before.truncated) // else it was encoded anew
            QCOMPARE(after.image, before.image);
        QCOMPARE(PictureCopy::suffixOf(before.header.kind, 1, Metadata::Drop), kind == before.header.kind ? QString() : QStringLiteral("png"));
    }

    void stripsWebP()
    {
        const QByteArray kept = chunk("VP8L", "pixels"), profile = chunk("ICCP", "colours");
        const QByteArray bytes = webP(chunk("VP8X", QByteArray("\x3C\0\0\0\x3F\0\0\x2F\0\0", 10)) + profile + kept + chunk("EXIF", secret) + chunk("XMP ", secret) + chunk("OWN!", secret)) + secret;
        const QByteArray expected = webP(chunk("VP8X", QByteArray("\x30\0\0\0\x3F\0\0\x2F\0\0", 10)) + profile + kept);
        QCOMPARE(strippedWebP(bytes), expected);
    }

    void refusesWhatIsBroken()
    {
        QVERIFY(strippedJpeg("\xFF\xD8\xFF\xE1\xFF\xFFshort").isEmpty());
        QVERIFY(strippedJpeg(QByteArray()).isEmpty());
        QVERIFY(strippedPng(pictures::png(pictures::quarters()).left(60)).isEmpty());
        QVERIFY(strippedWebP(webP(QByteArray("VP8 \xFF\xFF\0\0", 8))).isEmpty());
        QVERIFY_EXCEPTION_THROWN(PictureCopy::of("no picture", QStringLiteral("a.jpg"), Metadata::Drop), PictureError);
    }
};

QTEST_GUILESS_MAIN(PictureCopyTest)
#include "PictureCopyTest.moc"
