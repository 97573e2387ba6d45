#include "core/pictures/VideoFile.h"

#include "core/base/Error.h"
#include "core/pictures/VideoDecoder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int camerasTried = 4; // where the system has no list of them
const QByteArray standIn = "ORIEL_CAMERA";

/// From the library beside the program, or from that of an installed one. Throws Error when it is not there.
std::unique_ptr<VideoDecoder> makeDecoder()
{
    static const auto make = [] {
        const QDir program(QCoreApplication::applicationDirPath());
        for (const char* folder : {".", ORIEL_LIBRARIES}) {
            QLibrary library(program.filePath(QLatin1String(folder) + QLatin1String("/oriel_videos")));
            if (const auto found = library.resolve(makeVideoDecoderName)) // it stays loaded
                return reinterpret_cast<MakeVideoDecoder>(found);
        }
        return MakeVideoDecoder(nullptr);
    }();
    if (!make)
        throw Error(QCoreApplication::translate("VideoFile", "The part of Oriel that reads films and cameras (oriel_videos) is missing or cannot be loaded. Everything else works. Install Oriel again to get it."));
    return std::unique_ptr<VideoDecoder>(make());
}

/// On Linux every camera has its name in a file, and more than one node; the first of them gives the pictures.
std::vector<CameraEntry> namedCameras(const QDir& classes)
{
    std::vector<CameraEntry> found;
    for (const QString& node : classes.entryList({QStringLiteral("video*")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto line = [&](const QString& name) {
            QFile file(classes.filePath(node + QLatin1Char('/') + name));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine(1000)).trimmed() : QString();
        };
        bool isNumber = false;
        const int number = node.mid(5).toInt(&isNumber);
        if (isNumber && line(QStringLiteral("index")) == QLatin1String("0"))
            found.push_back({.number = number, .name = line(QStringLiteral("name")), .file = {}});
    }
    std::ranges::sort(found, {}, &CameraEntry::number);
    return found;
}

} // namespace

std::vector<CameraEntry> cameras()
{
    std::vector<CameraEntry> found;
    if (const QDir classes(QStringLiteral("/sys/class/video4linux")); classes.exists())
        found = namedCameras(classes);
#ifndef Q_OS_LINUX
    for (int number = 0; number < camerasTried; ++number) // which of them are there shows when one is opened
        found.push_back({.number = number, .name = QCoreApplication::translate("VideoFile", "Camera %1").arg(number + 1), .file = {}});
#endif
    if (const QString film = qEnvironmentVariable(standIn.constData()); !film.isEmpty())
        found.push_back({.number = -1, .name = QFileInfo(film).fileName(), .file = film});
    return found;
}

struct VideoFile::Source {
    std::unique_ptr<VideoDecoder> decoder = makeDecoder();
    QString name;        // for sentences
    QString film;        // path; empty: a camera
    bool isLive = false; // a camera, or what stands in for one
    double rate = 0;     // of the film, pictures a second; 0: not known
    double wanted = 0;   // pictures a second; 0: every one
    qint64 number = -1;  // of the last picture
    qint64 given = 0;
    QElapsedTimer clock;

    double secondsNow() { return rate > 0 ? double(number) / rate : std::max(0.0, decoder->seconds()); }
};

VideoFile::VideoFile(std::unique_ptr<Source> source) : m_source(std::move(source)) {}
VideoFile::~VideoFile() = default;
VideoFile::VideoFile(VideoFile&&) noexcept = default;
VideoFile& VideoFile::operator=(VideoFile&&) noexcept = default;

VideoFile VideoFile::open(const QString& path, double framesPerSecond)
{
    auto source = std::make_unique<Source>();
    source->name = QFileInfo(path).fileName();
    source->film = path;
    source->wanted = framesPerSecond;
    if (!QFileInfo(path).isFile())
        throw Error(QCoreApplication::translate("VideoFile", "“%1” is not there, or is no file. Nothing was predicted.").arg(QDir::toNativeSeparators(path)));
    if (!QFile(path).open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("VideoFile", "“%1” may not be read. Nothing was predicted. Give yourself the right to read it, then try again.").arg(QDir::toNativeSeparators(path)));
    if (!source->decoder->open(path))
        throw Error(QCoreApplication::translate("VideoFile", "“%1” is no film that Oriel can read. The file was left as it is. Convert it to MP4 (H.264) or AVI, then try again.").arg(source->name));
    const double rate = source->decoder->rate();
    source->rate = std::isfinite(rate) && rate > 0 && rate <= 1000 ? rate : 0;
    return VideoFile(std::move(source));
}

VideoFile VideoFile::open(const CameraEntry& camera, QSize size)
{
    if (!camera.file.isEmpty()) {
        VideoFile film = open(camera.file);
        film.m_source->isLive = true;
        film.m_source->clock.start();
        return film;
    }
    auto source = std::make_unique<Source>();
    source->name = camera.name;
    source->isLive = true;
    if (!source->decoder->open(camera.number, size))
        throw Error(QCoreApplication::translate("VideoFile", "The camera “%1” gives no pictures. Nothing was changed. Close other programs that use it, and allow Oriel to use it in the settings of "
                       "the system (Linux: your user must be in the group “video”), then try again.").arg(camera.name));
    source->clock.start();
    return VideoFile(std::move(source));
}

double VideoFile::framesPerSecond() const
{
    return m_source->rate;
}

qint64 VideoFile::expected() const
{
    const double all = m_source->isLive ? 0 : m_source->decoder->count();
    if (!std::isfinite(all) || all < 1 || all > 1e12)
        return 0;
    if (m_source->wanted <= 0 || m_source->rate <= 0 || m_source->wanted >= m_source->rate)
        return qint64(all);
    return qint64(std::ceil(all / m_source->rate * m_source->wanted));
}

std::optional<VideoFrame> VideoFile::next()
{
    Source& source = *m_source;
    for (;;) {
        if (!source.decoder->grab()) {
            const bool beginsAnew = source.isLive && !source.film.isEmpty() && source.number >= 0;
            if (beginsAnew && source.decoder->open(source.film)) {
                source.number = -1;
                source.clock.restart();
                continue;
            }
            if (source.isLive)
                throw Error(QCoreApplication::translate("VideoFile", "The camera “%1” gives no pictures any more. What was predicted before is kept. Plug it in again, then start anew.").arg(source.name));
            if (source.number < 0)
                throw Error(QCoreApplication::translate("VideoFile", "“%1” holds no picture that can be read. The file was left as it is.").arg(source.name));
            return {};
        }
        ++source.number;
        const double seconds = source.film.isEmpty() ? double(source.clock.elapsed()) / 1000 : source.secondsNow();
        if (!source.isLive && source.wanted > 0 && seconds + 1e-6 < double(source.given) / source.wanted)
            continue; // between two that are wanted
        const bool isStandIn = source.isLive && !source.film.isEmpty();
        if (isStandIn && source.rate > 0 && seconds + 1 / source.rate < double(source.clock.elapsed()) / 1000)
            continue; // a camera does not wait for whoever is slow
        QImage picture = source.decoder->picture();
        if (picture.isNull())
            continue; // a damaged place in the film; the rest goes on
        if (const auto early = qint64(seconds * 1000) - source.clock.elapsed(); isStandIn && early > 0)
            QThread::msleep(ulong(std::min<qint64>(early, 1000)));
        source.given = source.wanted > 0 ? qint64(std::floor(seconds * source.wanted + 1e-6)) + 1 : source.given + 1;
        return VideoFrame{std::move(picture), source.number, seconds};
    }
}

bool VideoFile::isVideoName(const QString& path)
{
    static const QSet<QString> endings{QStringLiteral("mp4"), QStringLiteral("m4v"), QStringLiteral("mov"), QStringLiteral("avi"), QStringLiteral("mkv"), QStringLiteral("webm"),
                                       QStringLiteral("mpg"), QStringLiteral("mpeg"), QStringLiteral("wmv"), QStringLiteral("mts"), QStringLiteral("m2ts"), QStringLiteral("ts"),
                                       QStringLiteral("3gp"), QStringLiteral("ogv"), QStringLiteral("flv"), QStringLiteral("mjpg"), QStringLiteral("mjpeg")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

} // namespace core
