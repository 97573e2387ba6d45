#include "core/pictures/FileState.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

constexpr qint64 pieceBytes = 4 << 20;

/// Empty: it cannot be read, or the person cancelled.
QByteArray hashOf(const QString& path, const std::function<bool()>& isCanceled)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        if (isCanceled && isCanceled())
            return {};
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            return file.error() == QFileDevice::NoError ? hash.result() : QByteArray();
        hash.addData(piece);
    }
}

} // namespace

FileState stampOf(const QString& path)
{
    FileState state;
    const QFileInfo info(path);
    if (!info.isFile()) { // a pipe or a device of that name would never end
        state.health = Health::Missing;
        return state;
    }
    state.bytes = info.size();
    state.mtimeNs = info.lastModified().toMSecsSinceEpoch() * 1'000'000;
    return state;
}

FileState compareWithFile(const ImageRecord& record, Comparison comparison, const std::function<bool()>& isCanceled)
{
    FileState state = stampOf(record.path);
    if (state.health == Health::Missing)
        return state;
    const bool isStampEqual = state.bytes == record.bytes && state.mtimeNs == record.mtimeNs;
    if (isStampEqual && (comparison == Comparison::BySizeAndTime || record.sha256.isEmpty()))
        return state;
    const bool hasStamp = record.mtimeNs != 0;
    if (record.sha256.isEmpty() || (hasStamp && state.bytes != record.bytes)) { // other size: other content, without reading it
        state.health = Health::Changed;
        return state;
    }
    state.sha256 = hashOf(record.path, isCanceled);
    if (isCanceled && isCanceled())
        return state;
    state.health = state.sha256.isEmpty() ? Health::Missing : state.sha256 == record.sha256 ? Health::Good : Health::Changed;
    return state;
}

} // namespace core
