#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("Source", sentence);
}

SourceTree treeOf(const QString& path, const SourceListener& listener)
{
    const QFileInfo info(path);
    SourceTree tree;
    tree.given = QDir::cleanPath(info.absoluteFilePath());
    tree.isFile = info.isFile();
    tree.root = tree.isFile ? QDir::cleanPath(info.absolutePath()) : tree.given;
    if (!tree.isFile)
        tree.files = filesBelow(tree.root, listener.isCanceled);
    return tree;
}

Error notRecognised(const QString& path)
{
    return Error(text(QT_TRANSLATE_NOOP("Source", "No image or annotation file was recognised in “%1”. Read are: pictures (JPEG, PNG, BMP, "
        "TIFF, WebP, PNM, GIF), a folder for each class, Pascal VOC, COCO, YOLO and CSV. Nothing was changed.")).arg(path));
}

const FormatEntry& chosenFormat(const SourceTree& tree, const QString& wanted, Detection& detection)
{
    const FormatEntry* best = nullptr;
    for (const FormatEntry& entry : formatEntries()) {
        if (wanted != QLatin1String("auto") && wanted != QLatin1String(entry.key))
            continue;
        const Detection found = entry.detect(tree);
        if (!best || found.score > detection.score) {
            best = &entry;
            detection = found;
        }
    }
    if (!best)
        throw Error(text(QT_TRANSLATE_NOOP("Source", "The format “%1” is not known. Nothing was changed.")).arg(wanted));
    if (detection.score == 0)
        throw notRecognised(tree.given);
    return *best;
}

SourceData readTree(SourceTree tree, const SourceOptions& options, const SourceListener& listener)
{
    Detection detection;
    if (listener.isCanceled && listener.isCanceled())
        return {}; // half a list of files looks like nothing at all
    const FormatEntry& entry = chosenFormat(tree, options.format, detection);
    const QString given = tree.given;
    Reading reading(std::move(tree), listener);
    reading.data.format = QLatin1String(entry.key);
    reading.data.evidence = detection.evidence;
    entry.read(reading);
    const bool isCanceled = listener.isCanceled && listener.isCanceled();
    if (reading.records.empty() && reading.data.issues.empty() && !isCanceled)
        throw notRecognised(given);
    return finish(reading, options, listener);
}

/// Single pictures dropped together are one source.
SourceData readLoose(const QStringList& pictures, const SourceOptions& options, const SourceListener& listener)
{
    SourceTree tree;
    tree.given = pictures.front();
    tree.root = QFileInfo(pictures.front()).absolutePath();
    Reading reading(tree, listener);
    reading.data.format = QStringLiteral("pictures");
    reading.data.evidence = text(QT_TRANSLATE_NOOP("Source", "Single pictures"));
    reading.data.name = QFileInfo(tree.root).fileName();
    for (const QString& picture : pictures)
        reading.record(picture);
    return finish(reading, options, listener);
}

} // namespace

const std::vector<FormatEntry>& formatEntries()
{
    static const std::vector<FormatEntry> entries{
        {"voc", &detectVoc, &readVoc},
        {"coco", &detectCoco, &readCoco},
        {"yolo", &detectYolo, &readYolo},
        {"csv", &detectCsv, &readCsv},
        {"folders", &detectFolders, &readFolders},
        {"pictures", &detectPictures, &readPictures},
    };
    return entries;
}

std::vector<SourceData> readSources(const QStringList& paths, const SourceOptions& options, const SourceListener& listener)
{
    std::vector<SourceData> sources;
    QStringList loose;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            throw Error(text(QT_TRANSLATE_NOOP("Source", "“%1” is not there. Nothing was changed.")).arg(path));
        if (info.isFile() && isPictureName(path))
            loose << QDir::cleanPath(info.absoluteFilePath());
        else
            sources.push_back(readTree(treeOf(path, listener), options, listener));
    }
    if (!loose.isEmpty()) {
        loose.removeDuplicates();
        sources.push_back(readLoose(loose, options, listener));
    }
    return sources;
}

} // namespace core
