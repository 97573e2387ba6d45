#pragma once

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <list>
#include <memory>
#include <vector>

namespace ui {

/// A decoded picture with its halvings, so that any zoom draws from pixels near its own size.
struct LoadedPicture {
    QSize size;                 // of the picture itself, oriented px
    std::vector<QImage> levels; // the largest first; a reduced picture lacks the first ones
    bool reduced = false;       // a sharper one follows

    bool whole = true;          // false: very large, more of its pixels can be read when somebody looks closer

    qint64 bytes() const;
    /// The smallest level that is at least as fine as `scale` (screen px for one picture px).
    const QImage& levelFor(double scale) const;
};

/// Builds the halvings of `image`, the pixels of a picture of this size (oriented px). Pure.
LoadedPicture withLevels(QImage image, const QSize& size, bool reduced);

/// Reads pictures for the canvas away from the window's thread, where it lives: the one asked for first (a large one reduced,
/// then sharp), its neighbours when nothing else waits. Keeps the last ones in memory.
class PictureLoader final : public QObject {
    Q_OBJECT
public:
    explicit PictureLoader(QObject* parent = nullptr);
    ~PictureLoader() override; // drops what waits, and waits for what runs

    /// From memory, at once; null when it must be read.
    std::shared_ptr<const LoadedPicture> find(const QString& path) const;
    /// Pictures of more pixels are shown at a half or a third of their size until somebody looks closer, and are not read ahead:
    /// beside the bytes of the file and the decoder's own, the window would hold more than 400 MB.
    static constexpr qint64 mostPixels = 30'000'000;

    /// Reads `path` before anything else; what was asked for before and is not begun yet is dropped, what is begun ends after its
    /// present step. Ends with ready() of a sharp picture or failed(), unless another one is asked for meanwhile.
    /// `whole`: every pixel, however large it is.
    void request(const QString& path, bool whole = false);
    /// The file is another one now: what is kept of it must not be shown again.
    void forget(const QString& path);
    /// Reads these when nothing else is asked for, in this order, silently. Replaces what waited.
    void readAhead(const QStringList& paths);

Q_SIGNALS:
    void ready(const QString& path, const std::shared_ptr<const ui::LoadedPicture>& picture);
    void failed(const QString& path, const QString& reason); // a sentence

private:
    void pump();
    enum class Depth { Ahead, Wanted, Whole };
    void start(const QString& path, Depth depth);
    void keep(const QString& path, const std::shared_ptr<const LoadedPicture>& picture);
    void deliver(const QString& path, const std::shared_ptr<const LoadedPicture>& picture, const QString& problem);
    void end(const std::shared_ptr<std::atomic_bool>& token);

    struct Kept {
        QString path;
        std::shared_ptr<const LoadedPicture> picture;
    };
    std::list<Kept> m_kept; // last used first
    QString m_wanted;
    bool m_wholeWanted = false;
    QStringList m_ahead;
    /// A picture being read, and the word that nobody waits for it any more.
    struct Running {
        QString path;
        bool whole = false;
        std::shared_ptr<std::atomic_bool> dropped;
    };
    bool isRunning(const QString& path, bool whole) const;
    std::vector<Running> m_running;
    QThreadPool m_pool;
};

} // namespace ui
