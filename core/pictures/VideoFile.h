#pragma once

#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// One picture of a film or a camera.
struct VideoFrame {
    QImage image;       // Format_RGB888, upright
    qint64 number = 0;  // in its film, from 0; of a camera: since it was opened
    double seconds = 0; // since its film began
};

/// A camera of this computer.
struct CameraEntry {
    int number = 0; // as the system counts; below 0: `file` stands in
    QString name;
    QString file;   // a film that stands in for a camera, shown over and over at its own speed
};

/// The cameras that the system names. The environment variable ORIEL_CAMERA names a film that stands in for one, for tests and for
/// computers without a camera.
std::vector<CameraEntry> cameras();

/// The pictures of a film or of a camera, one after the other: the one way from moving pictures to pixels. One thread at a time.
class VideoFile {
public:
    /// `framesPerSecond`: how many pictures of a second are given, 0.1 to 60; 0: every one. Throws Error with a sentence: the file is
    /// not there, or is no film that this program reads.
    static VideoFile open(const QString& path, double framesPerSecond = 0);
    /// `size` empty: as the camera is set. Throws Error with a sentence that says how to give the camera free.
    static VideoFile open(const CameraEntry& camera, QSize size = {});
    ~VideoFile();
    VideoFile(VideoFile&&) noexcept;
    VideoFile& operator=(VideoFile&&) noexcept;

    /// The next picture; none at the end of a film. Of a camera it waits for one, and throws Error when it gives none any more.
    std::optional<VideoFrame> next();

    double framesPerSecond() const; // of the film itself; 0: not known
    /// How many pictures next() will give, as the film says of itself; 0: not known.
    qint64 expected() const;
    /// The endings of the names of films, lower case, without dot.
    static bool isVideoName(const QString& path);

private:
    struct Source;
    explicit VideoFile(std::unique_ptr<Source> source);
    std::unique_ptr<Source> m_source;
};

} // namespace core
