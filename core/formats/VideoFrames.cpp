#include "core/formats/VideoFrames.h"

#include "core/formats/SourceText.h"
#include "core/pictures/VideoFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageWriter>
#include <QStorageInfo>

#include <cstdlib>

namespace core {

namespace {

constexpr int quality = 95;
constexpr int sketchSide = 32;      // px; small enough that noise and single moving specks are gone
constexpr double leastChange = 1.5; // mean difference of the sketches' greys, 0..255, from which a frame shows something new
constexpr qint64 leftFree = 64LL << 20;
constexpr qint64 headBytes = 1 << 20;

QImage sketchOf(const QImage& frame)
{
    return frame.scaled(sketchSide, sketchSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

bool isNew(const QImage& sketch, const QImage& before)
{
    if (before.isNull())
        return true;
    qint64 sum = 0;
    for (int y = 0; y < sketchSide; ++y)
        for (int x = 0; x < sketchSide; ++x)
            sum += std::abs(int(sketch.constScanLine(y)[x]) - int(before.constScanLine(y)[x]));
    return double(sum) >= leastChange * sketchSide * sketchSide;
}

void write(const QImage& frame, const QString& path, const QString& film)
{
    QImageWriter writer(path, "jpg");
    writer.setQuality(quality);
    const bool hasRoom = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() > leftFree;
    if (!hasRoom || !writer.write(frame))
        throw Error(SourceText::tr("The frames of “%1” find no room: the disk is full. Nothing was changed; free some space, or take fewer frames a second.")
                        .arg(QFileInfo(film).fileName()));
}

/// False: cancelled.
bool writeAll(VideoFile& video, const QString& film, const QString& folder, const FrameOptions& options, const SourceListener& listener)
{
    const QString step = SourceText::tr("Taking frames of “%1”").arg(QFileInfo(film).fileName());
    const QString stem = QFileInfo(film).completeBaseName();
    QImage before;
    qint64 done = 0;
    while (const std::optional<VideoFrame> frame = video.next()) {
        if (listener.isCanceled && listener.isCanceled())
            return false;
        if (listener.progressed)
            listener.progressed(step, std::min(++done, std::max<qint64>(done, video.expected())), video.expected());
        const QImage sketch = options.skipsNearEqual ? sketchOf(frame->image) : QImage();
        if (options.skipsNearEqual && !isNew(sketch, before))
            continue;
        before = sketch;
        write(frame->image, QStringLiteral("%1/%2-%3.jpg").arg(folder, stem).arg(frame->number, 6, 10, QLatin1Char('0')), film);
    }
    return true;
}

} // namespace

bool writeFrames(const QString& film, const QString& folder, const FrameOptions& options, const SourceListener& listener)
{
    VideoFile video = VideoFile::open(film, options.perSecond);
    if (!QDir().mkpath(folder))
        throw Error(SourceText::tr("The frames of “%1” cannot be written to “%2”. Nothing was changed.").arg(QFileInfo(film).fileName(), folder));
    bool isWhole = false;
    try {
        isWhole = writeAll(video, film, folder, options, listener);
        if (isWhole && QDir(folder).isEmpty())
            throw Error(SourceText::tr("No frame of “%1” can be read. Nothing was changed; convert the film, or look for the original.").arg(QFileInfo(film).fileName()));
    } catch (...) {
        QDir(folder).removeRecursively();
        throw;
    }
    if (!isWhole)
        QDir(folder).removeRecursively();
    return isWhole;
}

QString groupOfFilm(const QString& film)
{
    QFile file(film);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly)) // its beginning and its length tell films apart; all of it may be gigabytes
        hash.addData(file.read(headBytes));
    hash.addData(QByteArray::number(file.size()));
    return QStringLiteral("film-") + QString::fromLatin1(hash.result().toHex().left(32));
}

} // namespace core
