#pragma once

#include "core/dataset/Image.h"
#include "ui/widgets/PictureLoader.h"

#include <QObject>

namespace core {
class ItemList;
class Thumbnails;
}

namespace ui {

class AnnotationCanvas;

/// Brings the pixels of the image onto the canvas: its thumbnail at once, the real picture when it is read, more of a very large one
/// when somebody looks closer; meanwhile the neighbours are read ahead.
class CanvasPictures final : public QObject {
    Q_OBJECT
public:
    CanvasPictures(core::Thumbnails& thumbnails, AnnotationCanvas& canvas);

    /// Shows this image from now on. `readNow`: false while nobody sees the canvas; then only its place is made.
    void show(const core::ImageRecord& image, bool readNow);
    void clear();        // no image
    void forget();       // the file of the image is another one now: what was read of it is not shown again
    /// Reads the images around a place of the list, the nearest first, when nothing else is read. Very large ones are left out.
    void readAhead(const core::ItemList& list, int position);
    /// Why the pixels of this image cannot be shown, a sentence; empty: they can, or are being read.
    const QString& unreadable() const { return m_unreadable; }

Q_SIGNALS:
    void readableChanged(); // unreadable()
    void hintRequested(const QString& hint);

private:
    void showThumbnail();
    void take(const QString& path, const std::shared_ptr<const LoadedPicture>& picture);
    void fail(const QString& path, const QString& reason);

    core::Thumbnails& m_thumbnails;
    AnnotationCanvas& m_canvas;
    PictureLoader m_loader;
    core::ImageRecord m_image; // without a path: none
    QString m_unreadable;
};

} // namespace ui
