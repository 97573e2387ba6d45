#include "ui/widgets/PictureLoader.h"

#include "core/pictures/PictureFile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr qint64 keptBytes = 256LL << 20; // two pictures of 24 megapixels with their halvings, or five of 12
constexpr qint64 largePixels = 6'000'000; // decoding more takes longer than 100 ms
constexpr int reducedSide = 1000;
constexpr int smallestLevel = 256;

} // namespace

qint64 LoadedPicture::bytes() const
{
    qint64 sum = 0;
    for (const QImage& level : levels)
        sum += level.sizeInBytes();
    return sum;
}

const QImage& LoadedPicture::levelFor(double scale) const
{
    const double wanted = scale * size.width();
    const QImage* best = &levels.front();
    for (const QImage& level : levels) {
        if (level.width() < wanted)
            break;
        best = &level;
    }
    return *best;
}

LoadedPicture withLevels(QImage image, const QSize& size, bool reduced)
{
    LoadedPicture picture{size, {std::move(image).convertToFormat(QImage::Format_RGB32)}, reduced};
    image = {}; // of a very large picture both together would be most of what the window holds
    while (std::min(picture.levels.back().width(), picture.levels.back().height()) >= 2 * smallestLevel) {
        const QImage& last = picture.levels.back();
        picture.levels.push_back(last.scaled(last.width() / 2, last.height() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return picture;
}

namespace {

/// The shorter side to decode to, so that a very large picture fits beside everything else; 0: all of it.
int heldSide(const QSize& size)
{
    const double times = std::ceil(std::sqrt(double(size.width()) * size.height() / PictureLoader::mostPixels));
    return times <= 1 ? 0 : int(std::ceil(std::min(size.width(), size.height()) / times));
}

/// Reads a picture and hands it over: a large one that is waited for reduced first, then sharp. Ends early when it is dropped.
void read(const QString& path, bool wanted, bool whole, const std::atomic_bool& dropped, const std::function<void(std::shared_ptr<const LoadedPicture>)>& hand)
{
    if (dropped)
        return;
    QByteArray bytes = core::PictureFile::read(path);
    const QSize size = core::PictureFile::header(bytes, path).size;
    if (wanted && !whole && !dropped && qint64(size.width()) * size.height() > largePixels)
        hand(std::make_shared<const LoadedPicture>(withLevels(core::PictureFile::decode(bytes, path, reducedSide).image, size, true)));
    if (dropped)
        return;
    const int side = whole ? 0 : heldSide(size);
    QImage image = core::PictureFile::decode(bytes, path, side).image; // the decoder may keep to less than all
    bytes = {};
    LoadedPicture picture = withLevels(std::move(image), size, false);
    picture.whole = side == 0;
    if (!dropped)
        hand(std::make_shared<const LoadedPicture>(std::move(picture)));
}

} // namespace

PictureLoader::PictureLoader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2); // the picture asked for never waits behind more than one neighbour
}

PictureLoader::~PictureLoader()
{
    for (const Running& running : m_running)
        *running.dropped = true;
    m_pool.clear();
    m_pool.waitForDone();
}

std::shared_ptr<const LoadedPicture> PictureLoader::find(const QString& path) const
{
    const auto found = std::ranges::find(m_kept, path, &Kept::path);
    return found == m_kept.end() ? nullptr : found->picture;
}

bool PictureLoader::isRunning(const QString& path, bool whole) const
{
    return std::ranges::any_of(m_running, [&](const Running& running) { return running.path == path && (running.whole || !whole) && !*running.dropped; });
}

void PictureLoader::forget(const QString& path)
{
    std::erase_if(m_kept, [&path](const Kept& kept) { return kept.path == path; });
    for (const Running& running : m_running) {
        if (running.path == path)
            *running.dropped = true;
    }
}

void PictureLoader::request(const QString& path, bool whole)
{
    // Somebody who walks on no longer waits for what lies behind, however far its reading has come.
    for (const Running& running : m_running) {
        if (running.path != path)
            *running.dropped = true;
    }
    m_ahead.clear();
    m_wanted = path;
    m_wholeWanted = whole;
    const auto found = std::ranges::find(m_kept, path, &Kept::path);
    if (found != m_kept.end() && (!whole || found->picture->whole)) {
        m_kept.splice(m_kept.begin(), m_kept, found);
        const auto picture = found->picture; // a slot may ask for another one
        m_wanted.clear();
        Q_EMIT ready(path, picture);
        return;
    }
    pump();
}

void PictureLoader::readAhead(const QStringList& paths)
{
    m_ahead = paths;
    pump();
}

void PictureLoader::pump()
{
    if (!m_wanted.isEmpty() && !isRunning(m_wanted, m_wholeWanted)) {
        // At most as many as there are threads: what waits in the pool could not be taken back.
        if (int(m_running.size()) < m_pool.maxThreadCount())
            start(m_wanted, m_wholeWanted ? Depth::Whole : Depth::Wanted);
        return;
    }
    // Neighbours take one thread at a time and only while what the person asked for is there.
    while (m_wanted.isEmpty() && m_running.empty() && !m_ahead.isEmpty()) {
        const QString path = m_ahead.takeFirst();
        if (!find(path))
            start(path, Depth::Ahead);
    }
}

void PictureLoader::start(const QString& path, Depth depth)
{
    const auto dropped = std::make_shared<std::atomic_bool>(false);
    m_running.push_back({path, depth == Depth::Whole, dropped});
    const auto post = [this, dropped](std::function<void()> announcement) {
        QMetaObject::invokeMethod(this, [announcement = std::move(announcement), dropped] {
            if (!*dropped)
                announcement();
        }, Qt::QueuedConnection);
    };
    m_pool.start([this, path, depth, post, dropped] {
        QString problem;
        try { // a worker's gate: what fails becomes a sentence beside the picture
            read(path, depth != Depth::Ahead, depth == Depth::Whole, *dropped, [&](const std::shared_ptr<const LoadedPicture>& picture) { post([=, this] { deliver(path, picture, {}); }); });
        } catch (const core::Error& error) {
            problem = error.message();
        } catch (const std::exception&) {
            problem = QCoreApplication::translate("PictureLoader", "The picture does not fit into the memory that is left.");
        }
        if (!problem.isEmpty())
            post([=, this] { deliver(path, nullptr, problem); });
        QMetaObject::invokeMethod(this, [this, dropped] { end(dropped); }, Qt::QueuedConnection);
    });
}

void PictureLoader::deliver(const QString& path, const std::shared_ptr<const LoadedPicture>& picture, const QString& problem)
{
    const bool wanted = path == m_wanted && (!m_wholeWanted || !picture || picture->whole);
    if (wanted && !(picture && picture->reduced))
        m_wanted.clear();
    if (picture && !picture->reduced)
        keep(path, picture);
    else if (picture && qint64(picture->size.width()) * picture->size.height() > mostPixels)
        m_kept.clear(); // a very large one is being decoded, and needs the memory
    if (wanted && picture)
        Q_EMIT ready(path, picture);
    else if (wanted)
        Q_EMIT failed(path, problem);
}

void PictureLoader::end(const std::shared_ptr<std::atomic_bool>& token)
{
    std::erase_if(m_running, [&token](const Running& running) { return running.dropped == token; });
    pump();
}

void PictureLoader::keep(const QString& path, const std::shared_ptr<const LoadedPicture>& picture)
{
    std::erase_if(m_kept, [&path](const Kept& kept) { return kept.path == path; });
    m_kept.push_front({path, picture});
    qint64 sum = 0;
    auto from = m_kept.begin();
    for (; from != m_kept.end(); ++from) {
        sum += from->picture->bytes();
        if (sum > keptBytes && from != m_kept.begin())
            break;
    }
    m_kept.erase(from, m_kept.end());
}

} // namespace ui
