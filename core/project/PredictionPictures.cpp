#include "core/project/PredictionPictures.h"

#include "core/base/Error.h"
#include "core/pictures/PictureFile.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <span>

namespace core {

namespace {

constexpr size_t itemsAtOnce = 256;

Error nothingThere()
{
    return Error(QCoreApplication::translate("PredictionPictures", "There is no picture in what was given. Nothing was predicted."));
}

/// A picture as given, or found below a folder that was given.
struct Found {
    QString path;
    qsizetype relativeFrom = 0; // where its name below that folder begins
};

bool isBelow(const QString& path, const QString& folder)
{
    return !folder.isEmpty() && (path == folder || path.startsWith(folder + QLatin1Char('/')));
}

/// Folders that are met again through a link are passed over: QDirIterator follows none of them by itself.
void addFolder(std::vector<Found>& found, const QString& folder, const QString& outputs)
{
    const size_t begin = found.size();
    const qsizetype from = QDir(folder).path().size() + 1;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString file = files.next();
        if (PictureFile::extensions().contains(files.fileInfo().suffix().toLower()) && !isBelow(QDir::cleanPath(files.fileInfo().absoluteFilePath()), outputs))
            found.push_back({file, from});
    }
    std::sort(found.begin() + std::ptrdiff_t(begin), found.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
}

PictureStream filesOf(const QStringList& paths, const PredictionContext& context, const PredictionOutputs& outputs)
{
    auto found = std::make_shared<std::vector<Found>>();
    const QString passedOver = outputs.folder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(outputs.folder).absoluteFilePath());
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir())
            addFolder(*found, path, passedOver);
        else
            found->push_back({path, path.lastIndexOf(QLatin1Char('/')) + 1});
    }
    if (found->empty())
        throw nothingThere();
    const auto next = [found, ids = context.ids.images, at = size_t(0)]() mutable -> std::optional<AskedPicture> {
        if (at == found->size())
            return {};
        const auto& [path, from] = (*found)[at++];
        AskedPicture asked{.name = path, .relativeName = path.mid(from), .region = {.image = {.path = path}}, .pixels = {}};
        if (!ids.isEmpty())
            asked.region.image.sourceId = ids.value(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
        return asked;
    };
    return {next, qint64(found->size())};
}

/// Reads the items of a view in blocks, on a connection that belongs to the thread that asks: readers take turns, so each block opens
/// its own.
PictureStream itemsOf(const PredictionPictures& pictures, const PredictionContext& context)
{
    struct State {
        std::vector<ItemId> ids;
        size_t at = 0;
        std::vector<Item> block;
        size_t inBlock = 0;
    };
    auto state = std::make_shared<State>();
    state->ids = AnnotationRepository(Database(context.database, Database::Mode::Read)).itemIds(pictures.view, pictures.filter);
    if (state->ids.empty())
        throw Error(QCoreApplication::translate("PredictionPictures", "No picture of the project passes these filters. Nothing was predicted."));
    const auto next = [state, path = context.database]() -> std::optional<AskedPicture> {
        while (state->inBlock == state->block.size()) {
            if (state->at == state->ids.size())
                return {};
            const size_t count = std::min(itemsAtOnce, state->ids.size() - state->at);
            const Database database(path, Database::Mode::Read);
            state->block = AnnotationRepository(database).items(std::span(state->ids).subspan(state->at, count));
            state->inBlock = 0;
            state->at += count;
        }
        const Item& item = state->block[state->inBlock++];
        AskedPicture asked{.name = item.image.path, .relativeName = item.image.relativePath, .region = item, .pixels = {}};
        if (!item.isWhole()) // several crops of one picture
            asked.name += QStringLiteral("#%1").arg(item.box.value);
        return asked;
    };
    return {next, qint64(state->ids.size())};
}

AskedPicture frameOf(const QString& path, VideoFrame frame)
{
    AskedPicture asked{.name = QStringLiteral("%1#%2").arg(path).arg(frame.number), .relativeName = QFileInfo(path).fileName(), .region = {.image = {.path = path}}, .pixels = std::move(frame.image),
                       .frame = frame.number, .seconds = frame.seconds};
    asked.taken.start();
    return asked;
}

PictureStream filmsOf(const QStringList& paths, double framesPerSecond)
{
    if (paths.isEmpty())
        throw nothingThere();
    qint64 total = 0;
    for (const QString& path : paths) { // all are tried before the first is predicted
        const qint64 expected = VideoFile::open(path, framesPerSecond).expected();
        total = expected > 0 && total >= 0 ? total + expected : -1;
    }
    struct State {
        QStringList waiting;
        QString path;
        std::unique_ptr<VideoFile> film;
    };
    auto state = std::make_shared<State>();
    state->waiting = paths;
    const auto next = [state, framesPerSecond]() -> std::optional<AskedPicture> {
        for (;;) {
            if (!state->film) {
                if (state->waiting.isEmpty())
                    return {};
                state->path = state->waiting.takeFirst();
                state->film = std::make_unique<VideoFile>(VideoFile::open(state->path, framesPerSecond));
            }
            if (auto frame = state->film->next())
                return frameOf(state->path, std::move(*frame));
            state->film.reset();
        }
    };
    return {next, std::max<qint64>(0, total)};
}

PictureStream cameraOf(const CameraEntry& camera)
{
    auto film = std::make_shared<VideoFile>(VideoFile::open(camera));
    const auto next = [film, name = camera.name, given = qint64(0)]() mutable -> std::optional<AskedPicture> {
        auto frame = film->next();
        if (!frame)
            return {};
        frame->number = given++;
        auto asked = frameOf(name, std::move(*frame));
        asked.region.image.path.clear();
        return asked;
    };
    return {next, 0};
}

} // namespace

PictureStream picturesOf(const PredictionPictures& pictures, const PredictionContext& context, const PredictionOutputs& outputs)
{
    switch (pictures.kind) {
    case PredictionPictures::Kind::Project: return itemsOf(pictures, context);
    case PredictionPictures::Kind::Film: return filmsOf(pictures.paths, pictures.framesPerSecond);
    case PredictionPictures::Kind::Camera: return cameraOf(pictures.camera);
    case PredictionPictures::Kind::Pixels: {
        AskedPicture asked{.name = pictures.name, .relativeName = pictures.name, .region = {}, .pixels = pictures.pixels};
        return {[asked, isGiven = false]() mutable { return std::exchange(isGiven, true) ? std::nullopt : std::optional(asked); }, 1};
    }
    case PredictionPictures::Kind::Files: break;
    }
    return filesOf(pictures.paths, context, outputs);
}

} // namespace core
