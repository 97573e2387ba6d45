#include "core/project/PictureCheck.h"

#include "core/base/Parallel.h"
#include "core/pictures/FileState.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/PictureProbe.h"
#include "core/project/Project.h"
#include "core/project/ProjectFolder.h"
#include "core/storage/Database.h"
#include "core/storage/Editor.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/PictureStates.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace core {

namespace {

constexpr qint64 betweenWrites = 2000; // ms; each write makes pages read again
constexpr size_t mostAtOnce = 500;     // findings in one write

bool isAway(Health health)
{
    return health == Health::Missing || health == Health::Changed;
}

/// Decodes what was never decoded by this decoder. The bytes that are decoded are those that are compared with the record.
void decodeOnce(const ImageRecord& image, const QString& cacheFolder, PictureFinding& finding)
{
    try { // a file that went away meanwhile is missing
        const PictureProbe probe = probePicture(PictureFile::readRecorded(image.path, image.sha256), image, cacheFolder);
        if (probe.code == QLatin1String("too_large")) // for the memory of today
            return;
        finding.pixels = probe.health;
        finding.decoder = PictureFile::decoderRevision;
    } catch (const PictureError& error) {
        if (error.code == QLatin1String("changed"))
            finding.file = Health::Changed;
        else if (error.code == QLatin1String("image_missing") || error.code == QLatin1String("unreadable"))
            finding.file = Health::Missing;
        else if (error.code != QLatin1String("too_large")) // what its first bytes rule out
            finding.pixels = Health::Undecodable;
        finding.decoder = PictureFile::decoderRevision;
    }
}

/// Collects findings of several threads, and hands them to the project's writer now and then.
class Findings {
public:
    explicit Findings(Project& project) : m_project(project) { m_clock.start(); }

    void add(const ImageRecord& image, const PictureFinding& finding)
    {
        const std::lock_guard lock(m_mutex);
        count(image, finding);
        m_waiting.push_back(finding);
        if (m_waiting.size() >= mostAtOnce || m_clock.elapsed() > betweenWrites)
            write();
    }
    PictureReport finish()
    {
        const std::lock_guard lock(m_mutex);
        write();
        return m_report;
    }

private:
    void count(const ImageRecord& image, const PictureFinding& finding)
    {
        const bool wasAway = isAway(image.health);
        m_report.missing += finding.file == Health::Missing && image.health != Health::Missing;
        m_report.changed += finding.file == Health::Changed && image.health != Health::Changed;
        m_report.cameBack += finding.file == Health::Good && wasAway;
        m_report.undecodable += finding.pixels == Health::Undecodable && image.decoded == 0;
        m_report.truncated += finding.pixels == Health::Truncated && image.decoded == 0 && image.health != Health::Truncated;
        // Only what a person sees is told; that a good picture was decoded changes no page.
        m_isSeen = m_isSeen || isAway(finding.file) != wasAway || (isAway(finding.file) && finding.file != image.health)
            || (finding.pixels && *finding.pixels != image.health);
    }

    void write()
    {
        m_clock.restart();
        if (m_waiting.empty())
            return;
        const auto note = [findings = std::exchange(m_waiting, {})](Database& database) {
            PictureStates states(database);
            for (const PictureFinding& finding : findings)
                states.note(finding);
        };
        if (!std::exchange(m_isSeen, false)) {
            m_project.maintain(note);
            return;
        }
        ChangeSet change;
        change.images = true;
        m_project.writeThen(note, change, [](std::exception_ptr) {}); // not written: the next check finds it again
    }

    Project& m_project;
    std::mutex m_mutex;
    QElapsedTimer m_clock;
    std::vector<PictureFinding> m_waiting;
    PictureReport m_report;
    bool m_isSeen = false;
};

std::vector<ImageRecord> imagesOf(const QString& database)
{
    const Database reader(database, Database::Mode::Read);
    return ImageRepository(reader).all();
}

/// What those who look first want to know: new pictures and those that were away, then the rest.
void putUrgentFirst(std::vector<ImageRecord>& images)
{
    std::ranges::stable_partition(images, [](const ImageRecord& image) { return isAway(image.health) || image.decoded < PictureFile::decoderRevision; });
}

} // namespace

std::optional<PictureFinding> lookAt(const ImageRecord& image, const QString& cacheFolder, const std::function<bool()>& isCanceled)
{
    // A picture that was changed must show its recorded content again; the same size and time would not prove it.
    const FileState state = compareWithFile(image, isAway(image.health) ? Comparison::ByContent : Comparison::BySizeAndTime, isCanceled);
    if (isCanceled && isCanceled())
        return std::nullopt;
    PictureFinding finding{.image = image.id, .sha256 = image.sha256, .file = state.health};
    if (state.health == Health::Good && (state.bytes != image.bytes || state.mtimeNs != image.mtimeNs)) {
        finding.bytes = state.bytes;
        finding.mtimeNs = state.mtimeNs;
    }
    if (state.health == Health::Good && image.decoded < PictureFile::decoderRevision)
        decodeOnce(image, cacheFolder, finding);
    const bool isAsKnown = finding.file == (isAway(image.health) ? image.health : Health::Good) && !finding.pixels && !finding.bytes;
    return isAsKnown ? std::nullopt : std::optional(finding);
}

PictureCheck::PictureCheck(Project& project, QObject* parent) : Job(parent), m_project(project)
{
    qRegisterMetaType<PictureReport>();
}

PictureCheck::~PictureCheck() = default;

void PictureCheck::check()
{
    const QString database = ProjectFolder::databasePath(m_project.folder()), cache = m_project.cacheFolder();
    start([this, database, cache, &project = m_project] {
        std::vector<ImageRecord> images = imagesOf(database);
        putUrgentFirst(images);
        Findings findings(project);
        QElapsedTimer clock;
        clock.start();
        std::atomic<qint64> done = 0;
        std::mutex reporting;
        const auto total = qint64(images.size());
        const auto canceled = [this] { return isCanceled(); };
        const int threads = std::max(1, QThread::idealThreadCount() / 2); // the window and trainings come first
        const bool isWhole = forEachIndex(total, threads, [&](qint64 i) {
            if (const auto finding = lookAt(images[size_t(i)], cache, canceled))
                findings.add(images[size_t(i)], *finding);
            const qint64 now = ++done;
            const double seconds = double(clock.elapsed()) / 1000;
            const std::lock_guard lock(reporting);
            report({tr("Checking pictures"), now, total, seconds, seconds > 1 ? seconds / double(now) * double(total - now) : -1});
        }, canceled);
        PictureReport result = findings.finish();
        result.canceled = !isWhole;
        post([this, result] { Q_EMIT checked(result); });
    });
}

// Acts on changed pictures ---------------------------------------------------------------------------------------------

namespace {

/// The picture with the facts of its file as it stands.
ImageRecord asItStands(ImageRecord image)
{
    const FileState stamp = stampOf(image.path);
    const QByteArray bytes = PictureFile::read(image.path);
    const PictureHeader header = PictureFile::header(bytes, image.path);
    const PictureProbe probe = probePicture(bytes, image.path);
    if (probe.health == Health::Undecodable)
        throw PictureError(probe.code, probe.why);
    image.bytes = bytes.size();
    image.mtimeNs = stamp.mtimeNs;
    image.sha256 = PictureFile::sha256(bytes);
    image.format = int(header.kind);
    image.size = header.size;
    image.orientation = header.orientation;
    image.frames = header.frames;
    image.bits = header.bits;
    image.channels = header.channels;
    image.health = probe.health;
    image.decoded = PictureFile::decoderRevision;
    return image;
}

std::function<void(Editor&)> taking(const std::vector<ImageRecord>& images, Editor::ChangedPicture annotation)
{
    return [images, annotation](Editor& editor) {
        for (const ImageRecord& image : images)
            editor.takeContent(asItStands(image), annotation);
    };
}

} // namespace

std::function<void(Editor&)> asSamePicture(const std::vector<ImageRecord>& images)
{
    return taking(images, Editor::ChangedPicture::KeepAnnotation);
}

std::function<void(Editor&)> asNewPicture(const std::vector<ImageRecord>& images)
{
    return taking(images, Editor::ChangedPicture::DropAnnotation);
}

} // namespace core
