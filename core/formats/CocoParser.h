#pragma once

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace core {

struct CocoImage {
    qint64 id = 0;
    QString fileName;
    QSize size; // may be empty
    int element = 0; // position in its array, from 1
};

struct CocoCategory {
    qint64 id = 0;
    QString name;
    int element = 0;
};

/// A box as written (x, y, width, height), or the box around polygons or a mask where none is written.
struct CocoAnnotation {
    enum class Shape : qint8 { None, Box, Hull } shape = Shape::None;
    bool crowd = false;
    int element = 0;
    qint64 imageId = 0, categoryId = 0;
    double x = 0, y = 0, width = 0, height = 0; // NaN: not a number
};

struct CocoContent {
    std::vector<CocoImage> images;
    std::vector<CocoCategory> categories;
    std::vector<CocoAnnotation> annotations;
};

/// Reads in one pass, keeping one element's JSON at a time, keys in any order. Throws Error with the byte offset when the file is
/// broken, and when it holds results (predictions) or panoptic segments.
CocoContent parseCoco(const QString& path, const std::function<bool()>& isCanceled, const std::function<void(qint64 done, qint64 total)>& progressed);

} // namespace core
