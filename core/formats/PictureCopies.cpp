#include "core/formats/PictureCopies.h"

#include "core/base/Disk.h"
#include "core/formats/SourceText.h"
#include "core/pictures/FileState.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

constexpr qint64 leftFree = 64LL << 20;

/// Below the folder of copies; what lies outside of its source gets a name of its own there.
QString placeOf(const SourceRecord& record, int number)
{
    const QString& path = record.relativePath;
    const bool isInside = !path.isEmpty() && !QDir::isAbsolutePath(path) && path != QLatin1String("..") && !path.startsWith(QLatin1String("../"));
    return isInside ? path : QStringLiteral("outside/%1-%2").arg(number).arg(QFileInfo(record.path).fileName());
}

void copyOne(SourceRecord& record, const QString& root, int number)
{
    const QString relative = placeOf(record, number), target = root + QLatin1Char('/') + relative;
    QFile original(record.path);
    const bool isCopied = QDir().mkpath(QFileInfo(target).absolutePath()) && original.copy(target);
    const FileState state = isCopied ? stampOf(target) : FileState();
    if (!isCopied || state.bytes != record.bytes)
        throw Error(SourceText::tr("“%1” could not be copied into the project: %2. Nothing was changed.")
                        .arg(record.path, whyNotWritten(target, isCopied ? SourceText::tr("it has changed meanwhile") : original.errorString())));
    record.path = target;
    record.relativePath = relative;
    record.root = root;
    record.mtimeNs = state.mtimeNs;
}

} // namespace

void copyPictures(std::vector<SourceData>& sources, const QString& folder, const SourceListener& listener)
{
    const auto isCopy = [&](const SourceRecord& record) { return record.path.startsWith(folder + QLatin1Char('/')); };
    qint64 bytes = 0, total = 0, done = 0;
    for (const SourceData& source : sources)
        for (const SourceRecord& record : source.records)
            if (!source.isFurther && !isCopy(record)) {
                bytes += record.bytes;
                ++total;
            }
    if (const qint64 free = bytesFree(folder); total > 0 && free >= 0 && free < bytes + leftFree)
        throw Error(SourceText::tr("The copies need %1 MB, and the disk of the project has %2 MB left. Nothing was changed; free some space, or leave the pictures where they are.")
                        .arg(bytes / 1'000'000 + 1).arg(free / 1'000'000));
    const QString step = SourceText::tr("Copying pictures");
    QHash<QString, const SourceRecord*> copies; // of an original: several sources may name it
    for (size_t place = 0; place < sources.size(); ++place) {
        SourceData& source = sources[place];
        const QString root = QStringLiteral("%1/copies-%2/%3").arg(folder).arg(place).arg(source.name.isEmpty() ? QStringLiteral("pictures") : QString(source.name).replace(QLatin1Char('/'), QLatin1Char('_')));
        for (SourceRecord& record : source.records) {
            if (isCopy(record))
                continue;
            if (listener.isCanceled && listener.isCanceled())
                return;
            const QString original = record.path;
            if (const SourceRecord* const known = copies.value(original)) {
                record.path = known->path;
                record.relativePath = known->relativePath;
                record.root = known->root;
                record.mtimeNs = known->mtimeNs;
                continue;
            }
            copyOne(record, root, int(done));
            copies.insert(original, &record);
            if (listener.progressed)
                listener.progressed(step, ++done, total);
        }
    }
}

} // namespace core
