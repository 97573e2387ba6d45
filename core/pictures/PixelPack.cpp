#include "core/pictures/PixelPack.h"

#include "core/base/OwnFiles.h"
#include "core/pictures/Checksum.h"
#include "core/pictures/PictureFile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <new>

namespace core {

namespace {

constexpr qint64 mostIndexBytes = 256 << 20;
constexpr qint64 mostImageBytes = 512 << 20;
constexpr qint64 leftFree = 1 << 30; // of the disk: the weights need room, too
const QByteArray magic("Oriel pixels 1\r\n", 16);
const auto subfolder = QStringLiteral("pixels");

// A record of the index: what is said of the pixels (key, size, part), their checksum, their place, and a checksum of the record.
constexpr int keyBytes = 48, saidBytes = keyBytes + 6 * 4, sumBytes = 8, placeBytes = 8, checkBytes = 8;
constexpr int recordBytes = saidBytes + sumBytes + placeBytes + checkBytes;

/// Names that this program gives: the rule, the decoder revision, what it is.
const QRegularExpression& packName()
{
    static const QRegularExpression name(QStringLiteral("^([sl][0-9]+r([0-9]+))\\.(pack|index)$"));
    return name;
}

QString pathOf(const QString& name, const char* suffix)
{
    return subfolder + QLatin1Char('/') + name + QLatin1String(suffix);
}

template <class Number>
void add(QByteArray& bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

template <class Number>
Number numberAt(const char* bytes)
{
    return qFromLittleEndian<Number>(bytes);
}

QByteArray saidOf(const QByteArray& key, QSize size, const QRect& part)
{
    QByteArray said = key;
    for (const qint32 number : {size.width(), size.height(), part.x(), part.y(), part.width(), part.height()})
        add(said, number);
    return said;
}

quint64 sumOf(const QByteArray& rows, const QByteArray& said)
{
    return xxh64(said, xxh64(rows));
}

qint64 bytesOf(QSize size) // rows of RGB without gaps
{
    return 3LL * size.width() * size.height();
}

/// All files of packs that are ours by their place and name.
QStringList packFiles(const QString& folder)
{
    QStringList found;
    if (folder.isEmpty())
        return found;
    for (const QString& path : OwnFiles::files(folder, subfolder, {QStringLiteral("*.pack"), QStringLiteral("*.index")}))
        if (packName().match(QFileInfo(path).fileName()).hasMatch())
            found << path;
    return found;
}

bool isSound(QSize size, const QRect& part, qint64 offset, qint64 pixelBytes)
{
    constexpr int mostSide = 1 << 20;
    const auto isSide = [](int side) { return side > 0 && side <= mostSide; };
    return isSide(size.width()) && isSide(size.height()) && isSide(part.width()) && isSide(part.height()) && part.x() >= 0 && part.y() >= 0
        && bytesOf(size) <= mostImageBytes && offset >= magic.size() && offset <= pixelBytes - bytesOf(size);
}

} // namespace

PixelPack::PixelPack(QString folder, const QString& name, qint64 most) : m_folder(std::move(folder)), m_name(name), m_most(most)
{
    if (m_folder.isEmpty())
        return;
    m_isWritable = openFor(RandomAccessFile::Mode::Write) && m_index->lock();
    if (!m_isWritable && !openFor(RandomAccessFile::Mode::Read))
        return;
    readIndex();
    if (!m_isWritable)
        return;
    boundTheOthers();
    const qint64 available = QStorageInfo(m_folder).bytesAvailable(); // below 0: not known
    m_room = available < 0 ? m_most : std::min(m_most, m_end + std::max<qint64>(0, available - leftFree));
}

PixelPack::~PixelPack() = default;

bool PixelPack::openFor(RandomAccessFile::Mode mode)
{
    m_index = RandomAccessFile::open(m_folder, pathOf(m_name, ".index"), mode);
    m_pixels = m_index ? RandomAccessFile::open(m_folder, pathOf(m_name, ".pack"), mode) : nullptr;
    return m_pixels != nullptr;
}

/// Takes what is sound. Who may write cuts off what lies behind: a record that was not written to its end.
void PixelPack::readIndex()
{
    const qint64 pixelBytes = m_pixels->size(), indexBytes = std::min(m_index->size(), mostIndexBytes);
    QByteArray index(indexBytes, Qt::Uninitialized), begin(magic.size(), '\0');
    const bool isPack = m_index->read(0, index.data(), indexBytes) && index.startsWith(magic) && m_pixels->read(0, begin.data(), begin.size()) && begin == magic;
    if (!isPack) {
        m_isWritable = m_isWritable && beginAnew();
        return;
    }
    m_end = m_indexEnd = magic.size();
    for (; m_indexEnd + recordBytes <= indexBytes; m_indexEnd += recordBytes) {
        const char* const record = index.constData() + m_indexEnd;
        const auto number = [&](int i) { return numberAt<qint32>(record + keyBytes + 4 * i); };
        const Place place{numberAt<qint64>(record + saidBytes + sumBytes), QSize(number(0), number(1)), QRect(number(2), number(3), number(4), number(5)),
            numberAt<quint64>(record + saidBytes)};
        const quint64 check = xxh64(QByteArray::fromRawData(record, recordBytes - checkBytes));
        if (numberAt<quint64>(record + recordBytes - checkBytes) != check || !isSound(place.size, place.part, place.offset, pixelBytes))
            continue;
        m_places.insert(QByteArray(record, keyBytes), place);
        m_end = std::max(m_end, place.offset + bytesOf(place.size));
    }
    if (m_isWritable)
        m_isWritable = m_index->cut(m_indexEnd) && m_pixels->cut(m_end);
}

bool PixelPack::beginAnew()
{
    m_places.clear();
    m_end = m_indexEnd = magic.size();
    return m_index->cut(0) && m_pixels->cut(0) && m_index->write(0, magic.constData(), magic.size()) && m_pixels->write(0, magic.constData(), magic.size());
}

/// Of the packs of other rules those stay that were written last, as far as there is room for them.
void PixelPack::boundTheOthers() const
{
    std::vector<QFileInfo> others;
    for (const QString& path : OwnFiles::files(m_folder, subfolder, {QStringLiteral("*.pack")}))
        if (const QFileInfo info(path); packName().match(info.fileName()).hasMatch() && info.completeBaseName() != m_name)
            others.push_back(info);
    std::ranges::sort(others, std::greater{}, [](const QFileInfo& info) { return info.lastModified(); });
    qint64 together = m_end;
    for (const QFileInfo& info : others) {
        together += info.size();
        if (together > m_most)
            for (const char* suffix : {".index", ".pack"})
                OwnFiles::remove(m_folder, pathOf(info.completeBaseName(), suffix));
    }
}

void PixelPack::makeRoomFor(const QList<QByteArray>& keys)
{
    const std::lock_guard lock(m_mutex);
    qint64 wanted = 0;
    for (const QByteArray& key : keys)
        if (const auto place = m_places.constFind(key); place != m_places.cend())
            wanted += bytesOf(place->size);
    if (m_isWritable && m_end - wanted > m_most / 2)
        m_isWritable = beginAnew();
}

bool PixelPack::contains(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    return m_places.contains(key);
}

std::optional<RegionPixels> PixelPack::read(const QByteArray& key)
{
    Place place;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_places.constFind(key);
        if (found == m_places.cend())
            return {};
        place = *found;
    }
    QByteArray rows(bytesOf(place.size), Qt::Uninitialized);
    if (!m_pixels->read(place.offset, rows.data(), rows.size()) || sumOf(rows, saidOf(key, place.size, place.part)) != place.sum) {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_places.constFind(key); found != m_places.cend() && found->offset == place.offset)
            m_places.erase(found);
        return {};
    }
    QImage image(place.size, QImage::Format_RGB888);
    if (image.isNull())
        throw std::bad_alloc();
    const qsizetype rowBytes = 3LL * image.width();
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(image.scanLine(y), rows.constData() + y * rowBytes, size_t(rowBytes));
    return RegionPixels{image, place.part};
}

bool PixelPack::append(const QByteArray& key, const RegionPixels& pixels)
{
    const auto& [image, part] = pixels;
    if (contains(key))
        return true;
    if (key.size() != keyBytes || !m_pixels || bytesOf(image.size()) > mostImageBytes)
        return false;
    QByteArray rows;
    rows.reserve(bytesOf(image.size()));
    for (int y = 0; y < image.height(); ++y)
        rows.append(reinterpret_cast<const char*>(image.constScanLine(y)), 3LL * image.width());
    const QByteArray said = saidOf(key, image.size(), part);
    const quint64 sum = sumOf(rows, said);

    const std::lock_guard lock(m_mutex);
    if (m_places.contains(key))
        return true;
    if (!m_isWritable || m_end + rows.size() > m_room)
        return false;
    QByteArray record = said;
    add(record, sum);
    add(record, m_end);
    add(record, xxh64(record));
    // The index comes last, so what is cut off in between is no record.
    m_isWritable = m_pixels->write(m_end, rows.constData(), rows.size()) && m_index->write(m_indexEnd, record.constData(), record.size());
    if (!m_isWritable)
        return false;
    m_places.insert(key, {m_end, image.size(), part, sum});
    m_end += rows.size();
    m_indexEnd += record.size();
    return true;
}

CacheUse PixelPack::use(const QString& folder)
{
    CacheUse all;
    for (const QString& path : packFiles(folder)) {
        all.bytes += QFileInfo(path).size();
        ++all.files;
    }
    return all;
}

CacheUse PixelPack::removeAll(const QString& folder)
{
    CacheUse removed;
    for (const QString& path : packFiles(folder)) {
        const qint64 bytes = QFileInfo(path).size();
        if (!OwnFiles::remove(folder, path))
            continue;
        removed.bytes += bytes;
        ++removed.files;
    }
    return removed;
}

void PixelPack::sweep(const QString& folder)
{
    if (folder.isEmpty())
        return;
    static const QRegularExpression folderOfOld(QStringLiteral("^pixels-[sl][0-9]+r[0-9]+$"));
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        if (folderOfOld.match(info.fileName()).hasMatch())
            OwnFiles::remove(folder, info.fileName());
    for (const QString& path : OwnFiles::files(folder, subfolder, {QStringLiteral("*.pack"), QStringLiteral("*.index")})) {
        const auto match = packName().match(QFileInfo(path).fileName());
        if (match.hasMatch() && match.captured(2).toInt() != PictureFile::decoderRevision)
            OwnFiles::remove(folder, path);
    }
}

} // namespace core
