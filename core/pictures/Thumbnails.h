#pragma once

#include "core/dataset/Region.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// Small pictures of regions for grids and strips. Lives on the window's thread; decodes on a small pool of its own (with Job and the
/// project's writer the only owner of threads) and keeps what it made in memory and in files below the cache folder, named by
/// content and crop, so an edited file or a moved box never shows an old picture. An unwritable or full cache folder only costs speed.
class Thumbnails final : public QObject {
    Q_OBJECT
public:
    /// `cacheFolder`: the project's; may be empty, then nothing is kept on disk.
    explicit Thumbnails(const QString& cacheFolder, QObject* parent = nullptr);
    ~Thumbnails() override; // drops what waits, and waits for what runs

    static constexpr int smallSide = 128, largeSide = 320; // px; the sides that are kept
    /// The side to ask for when pictures are drawn in frames of this size, on a screen of this pixel ratio.
    /// It depends on the frame, never on the shape of the picture in it: whoever asks and whoever draws come to the same side.
    static int sideFor(QSize frame, qreal ratio);

    /// Keeps a large thumbnail of a picture that was decoded for another reason, if there is none. `picture`: upright, of any size.
    static void keep(const QString& cacheFolder, const ImageRecord& image, const QImage& picture);

    /// From memory alone, at once. `side`: the longest side in px, as sideFor() gives it.
    std::optional<QImage> find(const Region& region, int side) const;
    /// Asks for one more; the latest request is served first, the oldest beyond 2,000 are dropped. Each request that is not dropped
    /// is answered by ready() or failed() of its own region, later, also when the thumbnail is in memory already.
    void request(const Region& region, int side);
    /// These are on screen now: in this order before all others, and all other waiting requests are dropped.
    void setWanted(const std::vector<Region>& visible, int side);

Q_SIGNALS:
    void ready(const core::Region& region, const QImage& thumbnail); // upright, longest side at most as asked
    void failed(core::ImageId image, const QString& reason); // a sentence; it is the file that fails, with all its regions
    /// The file of the picture is not what was recorded: Missing or Changed. Comes before failed().
    void differs(core::ImageId image, core::Health health);

private:
    struct Task;
    struct State;
    void enqueue(const Region& region, int side);
    void forget(const Task& task);
    void pump();
    void deliver(const Task& task, const QImage& thumbnail, const QString& reason, Health health);

    std::unique_ptr<State> m_state;
};

} // namespace core
