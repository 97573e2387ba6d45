#pragma once

#include "core/dataset/Split.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// The folders of a relative path, outermost first, without the file's name.
QStringList foldersOf(const QString& relative);
/// The split that a folder's whole name speaks of: train, Training, training_set, train2017, images_val, test1; "test_tube" is none.
std::optional<Split> splitOfFolder(const QString& name);
/// The outermost folder of a relative path that names a split, for sources whose folders are no classes.
std::optional<Split> splitOfFolders(const QString& relative);
/// The same where only folders that say no more than "pictures" may stand above it: images/train/a.jpg, not holiday/test/a.jpg.
std::optional<Split> splitAbovePictures(const QString& relative);
/// images, photos, JPEGImages, data …: says that pictures lie there, not what they show.
bool isGenericFolder(const QString& name);
/// Annotations, labels, xml …: files that speak of pictures in a folder beside.
bool isAnnotationFolder(const QString& name);
/// unlabeled, unsorted …: what lies there has no class.
bool isUnsortedFolder(const QString& name);

} // namespace core
