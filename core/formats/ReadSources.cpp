#include "core/formats/ReadSources.h"

#include "core/formats/Archive.h"
#include "core/formats/FolderNames.h"
#include "core/formats/Leftovers.h"
#include "core/formats/PictureCopies.h"
#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"
#include "core/formats/VideoFrames.h"
#include "core/pictures/VideoFile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <climits>
#include <iterator>
#include <set>
#include <utility>

namespace core {

namespace {

Error notRecognised(const SourceTree& tree)
{
    if (!tree.leftOut.empty()) // most likely the reason
        return Error(SourceText::tr("Nothing in “%1” can be read. “%2”: %3 Nothing was changed.")
                         .arg(tree.given, tree.leftOut.front().file, sentenceOf(tree.leftOut.front())));
    if (const QString kind = tree.isFile ? annotationKind(tree.given) : QString(); !kind.isEmpty())
        return Error(SourceText::tr("“%1” is not read: %2. Nothing was changed.").arg(tree.given, kind));
    return Error(SourceText::tr("No image or annotation file was recognised in “%1”. Read are: pictures (JPEG, PNG, BMP, "
        "TIFF, WebP, PNM, GIF), a folder for each class, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON lines and VIA. Nothing was changed.").arg(tree.given));
}

/// A format and the folder of the source that it fits: the source itself, or the only folder in it.
struct Choice {
    const FormatEntry* entry = nullptr;
    Detection detection;
    SourceTree tree;
};

void considerFormats(const SourceTree& tree, const QString& wanted, Choice& best)
{
    for (const FormatEntry& entry : formatEntries()) {
        if (!entry.detect || (wanted != QLatin1String("auto") && wanted != QLatin1String(entry.key)))
            continue;
        const Detection found = entry.detect(tree);
        if (!best.entry || found.score > best.detection.score)
            best = {&entry, found, tree};
    }
}

/// How far a certain answer goes: below it, the same data one folder further down may be recognised better.
constexpr int certain = 50;
constexpr int mostLevels = 8;

Choice chosenFormat(const SourceTree& tree, const QString& wanted)
{
    Choice best;
    considerFormats(tree, wanted, best);
    if (!best.entry)
        throw Error(SourceText::tr("The format “%1” is not known. Nothing was changed.").arg(wanted));
    std::optional<SourceTree> inner = onlyFolderOf(tree);
    for (int level = 0; inner && level < mostLevels && best.detection.score < certain; ++level) {
        considerFormats(*inner, wanted, best);
        inner = onlyFolderOf(*inner);
    }
    if (best.detection.score == 0 && !(tree.isCanceled && tree.isCanceled()))
        throw notRecognised(tree);
    return best;
}

/// Rows of a reading one folder further down, as places below the folder that the person named.
void putBelow(Reading& reading, const QString& prefix, const QString& root)
{
    reading.data.root = root;
    if (prefix.isEmpty())
        return;
    const auto place = [&](QString& file) {
        if (!file.isEmpty() && QDir::isRelativePath(file))
            file = QDir::cleanPath(prefix + QLatin1Char('/') + file);
    };
    for (ImportIssue& issue : reading.data.issues)
        place(issue.file);
    for (OutsidePlace& outside : reading.data.outside)
        place(outside.file);
    for (RawRecord& raw : reading.records) {
        place(raw.file);
        place(raw.draftFile);
    }
    for (const auto& further : reading.furtherOnes())
        putBelow(*further, prefix, root);
}

std::vector<SourceData> readTree(const SourceTree& tree, const SourceOptions& options, const SourceListener& listener)
{
    if (listener.isCanceled && listener.isCanceled())
        return std::vector<SourceData>(1); // half a list of files looks like nothing at all
    const Choice choice = chosenFormat(tree, options.format);
    if (listener.isCanceled && listener.isCanceled())
        return std::vector<SourceData>(1);
    Reading reading(choice.tree, listener);
    reading.data.format = QLatin1String(choice.entry->key);
    reading.data.evidence = choice.detection.evidence;
    choice.entry->read(reading);
    nameLeftovers(reading, tree);
    reading.closeIssues();
    const bool isCanceled = listener.isCanceled && listener.isCanceled();
    if (reading.records.empty() && reading.data.issues.empty() && !isCanceled)
        throw notRecognised(tree);
    putBelow(reading, choice.tree.root.mid(tree.root.size() + 1), tree.root);
    reading.data.issues.insert(reading.data.issues.begin(), tree.leftOut.begin(), tree.leftOut.end());
    return finish(reading, options, listener);
}

/// Where the pictures of an archive or a film were written to; empty when the source is neither. Nothing: it was cancelled.
std::optional<QString> unpackedFolder(const QFileInfo& source, const SourceOptions& options, int number, const SourceListener& listener)
{
    const QString path = source.absoluteFilePath();
    const bool isZip = source.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0, isFilm = VideoFile::isVideoName(path);
    if (options.unpackTo.isEmpty() || !source.isFile() || !(isZip || isFilm))
        return QString();
    const QString name = cleanName(source.completeBaseName());
    const QString folder = QStringLiteral("%1/%2/%3").arg(options.unpackTo).arg(number).arg(name.isEmpty() || name.startsWith(QLatin1Char('.')) ? QStringLiteral("archive") : name);
    const bool isWhole = isZip ? unpackZip(path, folder, listener) : writeFrames(path, folder, options.frames, listener);
    return isWhole ? std::optional(folder) : std::nullopt;
}

/// Frames of a film, read as a folder of pictures.
void tellFilm(std::vector<SourceData>& sources, const QFileInfo& film)
{
    const QString group = groupOfFilm(film.absoluteFilePath());
    for (SourceData& source : sources) {
        source.evidence = SourceText::tr("Frames of the film %1").arg(film.fileName());
        source.name = film.completeBaseName();
        for (SourceRecord& record : source.records)
            record.group = group;
    }
}

/// Single pictures dropped together are one source.
std::vector<SourceData> readLoose(const QStringList& pictures, const SourceOptions& options, const SourceListener& listener)
{
    SourceTree tree;
    tree.given = pictures.front();
    tree.root = QFileInfo(pictures.front()).absolutePath();
    Reading reading(tree, listener);
    reading.data.format = QStringLiteral("pictures");
    reading.data.evidence = SourceText::tr("Single pictures");
    reading.data.name = QFileInfo(tree.root).fileName();
    for (const QString& picture : pictures)
        reading.record(picture);
    return finish(reading, options, listener);
}

/// Folders called train and val that were named one by one say what the folder above them would have said.
void takeSplitsOfNames(std::vector<SourceData>& sources)
{
    std::set<Split> stated;
    for (const SourceData& source : sources)
        if (const auto split = source.namesView ? std::nullopt : splitOfFolder(source.name))
            stated.insert(*split);
    if (stated.size() < 2)
        return;
    for (SourceData& source : sources)
        if (const auto split = source.namesView ? std::nullopt : splitOfFolder(source.name)) {
            for (SourceRecord& record : source.records)
                record.split = record.split.value_or(*split);
            source.name = QFileInfo(QFileInfo(source.place).path()).fileName();
            source.isPart = true;
        }
}

/// Names of the list of splits that fit no picture: a person who wrote them wants to know.
void tellUnusedNames(std::vector<SourceData>& sources, const SourceOptions& options)
{
    if (options.splitOfName.isEmpty() || sources.empty())
        return;
    QSet<QString> unused(options.splitOfName.keyBegin(), options.splitOfName.keyEnd());
    for (const SourceData& source : sources)
        for (const SourceRecord& record : source.records)
            for (const QString& name : {record.relativePath, record.path, QFileInfo(record.path).fileName()})
                unused.remove(name);
    QStringList names(unused.begin(), unused.end());
    names.sort();
    for (const QString& name : std::as_const(names))
        sources.front().issues.push_back({ImportIssue::Level::Rejected, QStringLiteral("split_name_missing"), {}, 0, name});
}

} // namespace

QString sentenceOf(const OutsidePlace& place)
{
    const int pictures = int(std::min<qint64>(place.pictures, INT_MAX));
    const QString count = QCoreApplication::translate("ImportIssue", "%Ln picture(s)", nullptr, pictures);
    if (place.isMore)
        return QCoreApplication::translate("ImportIssue", "“%1” points to “%2”, outside of the source: more than %3.").arg(place.file, place.place, count);
    return QCoreApplication::translate("ImportIssue", "“%1” points to “%2”, outside of the source: %3.").arg(place.file, place.place, count);
}

std::vector<SourceData> readSources(const QStringList& paths, const SourceOptions& options, const SourceListener& listener)
{
    std::vector<SourceData> sources;
    std::vector<ImportIssue> useless;
    QStringList loose;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.isFile() && isPictureName(path)) {
            loose << QDir::cleanPath(info.absoluteFilePath());
            continue;
        }
        try { // one of several that is of no use is a row of the report; the others are read
            if (!info.exists())
                throw Error(SourceText::tr("“%1” is not there. Nothing was changed.").arg(path));
            const std::optional<QString> unpacked = unpackedFolder(info, options, int(sources.size()), listener);
            if (!unpacked)
                continue; // cancelled
            std::vector<SourceData> read = readTree(treeOf(path, options, listener.isCanceled, *unpacked), options, listener);
            if (!unpacked->isEmpty() && VideoFile::isVideoName(path))
                tellFilm(read, info);
            std::ranges::move(read, std::back_inserter(sources));
        } catch (const Error& error) {
            if (paths.size() == 1)
                throw;
            useless.push_back({ImportIssue::Level::Rejected, QStringLiteral("nothing_found"), path, 0, error.message()});
        }
    }
    if (!loose.isEmpty()) {
        loose.removeDuplicates();
        sources.push_back(readLoose(loose, options, listener).front());
    }
    if (sources.empty() && !useless.empty())
        throw Error(useless.front().detail);
    takeSplitsOfNames(sources);
    tellUnusedNames(sources, options);
    if (options.copies && !options.unpackTo.isEmpty())
        copyPictures(sources, options.unpackTo, listener);
    if (!sources.empty())
        sources.front().issues.insert(sources.front().issues.begin(), useless.begin(), useless.end());
    return sources;
}

} // namespace core
