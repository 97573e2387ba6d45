#pragma once

#include "core/formats/Reading.h"

#include <QMap>

namespace core {

/// The names of the classes below a folder.
struct YoloNames {
    QString folder; // absolute
    QMap<int, QString> byIndex; // gaps allowed
};

/// A folder, list of pictures or picture, as written.
struct YoloPlace {
    std::optional<Split> split;
    QString written;
    QString file; // that says so, relative; empty: the source itself
};

/// What says which pictures there are and what the classes are called.
struct YoloLayout {
    std::vector<YoloNames> names;
    int count = -1;             // "nc", or -1
    std::vector<int> keypoints; // kpt_shape: points, numbers for each; empty: not said
    std::vector<YoloPlace> places;
    QStringList bases;          // absolute folders that the places start from

    /// Of the nearest folder above the label file; null: the classes have no names.
    const QMap<int, QString>* namesFor(const QString& labelFile) const;
};

/// How a source says that it is a YOLO set.
struct YoloKind {
    enum class Evidence { None, Yaml, DataFile, Lists, Names, Folders, Labels } evidence = Evidence::None;
    QString file; // relative, of Yaml and DataFile
};
YoloKind yoloKindOf(const SourceTree& tree);

/// Reads the file that describes the set, or takes what its folders say. Throws Error when the describing file cannot be used.
YoloLayout yoloLayout(Reading& reading, const YoloKind& kind);

/// classes.txt, obj.names, _darknet.labels …
bool isNamesFile(const QString& relative);

} // namespace core
