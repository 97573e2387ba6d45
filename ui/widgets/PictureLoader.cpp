#include "ui/widgets/PictureLoader.h"

#include "core/pictures/PictureFile.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 keptBytes = 768LL << 20; // about six pictures of 24 megapixels
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

LoadedPicture withLevels(const QImage& image, const QSize& size, bool reduced)
{
    LoadedPicture picture{size, {image.convertToFormat(QImage::Format_RGB32)}, reduced};
    while (std::min(picture.levels.back().width(), picture.levels.back().height()) >= 2 * smallestLevel) {
        const QImage& last = picture.levels.back();
        picture.levels.push_back(last.scaled(last.width() / 2, last.height() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return picture;
}

PictureLoader::PictureLoader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2); // the picture asked for never waits behind more than one neighbour
}

PictureLoader::~PictureLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

std::shared_ptr<const LoadedPicture> PictureLoader::find(const QString& path) const
{
    const auto found = std::ranges::find(m_kept, path, &Kept::path);
    return found == m_kept.end() ? nullptr : found->picture;
}

void PictureLoader::request(const QString& path)
{
    m_wanted = path;
    const auto found = std::ranges::find(m_kept, path, &Kept::path);
    if (found != m_kept.end()) {
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
    if (!m_wanted.isEmpty() && !m_running.contains(m_wanted)) {
        start(m_wanted, true);
        return;
    }
    // Neighbours take one thread at a time and only while what the person asked for is there.
    while (m_wanted.isEmpty() && m_running.isEmpty() && !m_ahead.isEmpty()) {
        const QString path = m_ahead.takeFirst();
        if (!find(path))
            start(path, false);
    }
}

void PictureLoader::start(const QString& path, bool wanted)
{
    m_running.append(path);
    const auto post = [this, path](std::shared_ptr<const LoadedPicture> picture, const QString& problem) {
        QMetaObject::invokeMethod(this, [=, this] { deliver(path, picture, problem); }, Qt::QueuedConnection);
    };
    m_pool.start([path, wanted, post] {
        try { // a worker's gate: what fails becomes a sentence beside the picture
            const QByteArray bytes = core::PictureFile::read(path);
            const QSize size = core::PictureFile::header(bytes, path).size;
            if (wanted && qint64(size.width()) * size.height() > largePixels) {
                const QImage reduced = core::PictureFile::decode(bytes, path, reducedSide).image;
                post(std::make_shared<const LoadedPicture>(withLevels(reduced, size, true)), {});
            }
            const QImage image = core::PictureFile::decode(bytes, path).image;
            post(std::make_shared<const LoadedPicture>(withLevels(image, image.size(), false)), {});
        } catch (const core::Error& error) {
            post(nullptr, error.message());
        } catch (const std::exception&) {
            post(nullptr, QCoreApplication::translate("PictureLoader", "The picture does not fit into the memory that is left."));
        }
    }, wanted ? 1 : 0);
}

void PictureLoader::deliver(const QString& path, const std::shared_ptr<const LoadedPicture>& picture, const QString& problem)
{
    const bool last = !picture || !picture->reduced;
    const bool wanted = path == m_wanted;
    if (last) {
        m_running.removeOne(path);
        if (wanted)
            m_wanted.clear();
    }
    if (picture && last)
        keep(path, picture);
    if (wanted && picture)
        Q_EMIT ready(path, picture);
    else if (wanted)
        Q_EMIT failed(path, problem);
    pump();
}

void PictureLoader::keep(const QString& path, const std::shared_ptr<const LoadedPicture>& picture)
{
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
