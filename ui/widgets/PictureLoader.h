#pragma once

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <list>
#include <memory>
#include <vector>

namespace ui {

/// A decoded picture with its halvings, so that any zoom draws from pixels near its own size.
struct LoadedPicture {
    QSize size;                 // of the picture itself, oriented px
    std::vector<QImage> levels; // the largest first; a reduced picture lacks the first ones
    bool reduced = false;       // the sharp one follows

    qint64 bytes() const;
    /// The smallest level that is at least as fine as `scale` (screen px for one picture px).
    const QImage& levelFor(double scale) const;
};

/// Builds the halvings of `image`. Pure.
LoadedPicture withLevels(const QImage& image, const QSize& size, bool reduced);

/// Reads pictures for the canvas away from the window's thread, where it lives: the one asked for first (a large one reduced,
/// then sharp), its neighbours when nothing else waits. Keeps the last ones in memory.
class PictureLoader final : public QObject {
    Q_OBJECT
public:
    explicit PictureLoader(QObject* parent = nullptr);
    ~PictureLoader() override; // drops what waits, and waits for what runs

    /// From memory, at once; null when it must be read.
    std::shared_ptr<const LoadedPicture> find(const QString& path) const;
    /// Reads `path` before anything else. Ends with ready() of a sharp picture or failed().
    void request(const QString& path);
    /// Reads these when nothing else is asked for, in this order, silently. Replaces what waited.
    void readAhead(const QStringList& paths);

Q_SIGNALS:
    void ready(const QString& path, const std::shared_ptr<const ui::LoadedPicture>& picture);
    void failed(const QString& path, const QString& reason); // a sentence

private:
    void pump();
    void start(const QString& path, bool wanted);
    void keep(const QString& path, const std::shared_ptr<const LoadedPicture>& picture);
    void deliver(const QString& path, const std::shared_ptr<const LoadedPicture>& picture, const QString& problem);

    struct Kept {
        QString path;
        std::shared_ptr<const LoadedPicture> picture;
    };
    std::list<Kept> m_kept; // last used first
    QString m_wanted;
    QStringList m_ahead;
    QStringList m_running;
    QThreadPool m_pool;
};

} // namespace ui
