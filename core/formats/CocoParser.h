#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace core {

/// What the annotations of a COCO file are.
enum class CocoKind { Boxes, Keypoints, Stuff, Panoptic, Captions, Results, Unknown };

struct CocoImage {
    int id = -1; // place in CocoContent::ids; −1: none that can be compared
    QString fileName;
    QSize size; // may be empty
    int element = 0; // position in its array, from 1
};

struct CocoCategory {
    int id = -1;
    QString name;
    int element = 0;
};

/// A box as written (x, y, width, height), or the box around polygons or a mask where none is written.
struct CocoAnnotation {
    enum class Shape : qint8 { None, Box, Hull } shape = Shape::None;
    bool crowd = false;
    int element = 0;
    int imageId = -1, categoryId = -1;
    double x = 0, y = 0, width = 0, height = 0; // NaN: not a number
    double score = -1; // negative: none is written; NaN: not a number
};

struct CocoContent {
    CocoKind kind = CocoKind::Boxes;
    bool hasAnnotations = false; // the file has that list, even an empty one
    bool guessed = false;        // the encoding of its text
    /// All ids of the file, each once, as JSON: 7 is not "7". Ids are keys and never numbers to reckon with.
    std::vector<QByteArray> ids;
    std::vector<CocoImage> images;
    std::vector<CocoCategory> categories;
    std::vector<CocoAnnotation> annotations;
};

/// Reads in one pass and by pieces, keeping one element's JSON at a time, keys in any order. Ends early, with the kind and without
/// annotations, when they turn out to be captions or panoptic segments. Results, a mere list, come as annotations with scores. Throws Error when the file
/// is broken, with half a sentence that says where: "broken at byte 17".
CocoContent parseCoco(const QString& path, const std::function<bool()>& isCanceled, const std::function<void(qint64 done, qint64 total)>& progressed);

} // namespace core
