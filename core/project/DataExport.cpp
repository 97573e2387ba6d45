#include "core/project/DataExport.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/base/OwnFiles.h"
#include "core/base/Parallel.h"
#include "core/formats/TargetFolder.h"
#include "core/pictures/FileState.h"
#include "core/pictures/PictureFile.h"
#include "core/project/ProgressClock.h"
#include "core/project/Project.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Transaction.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("DataExport", sentence);
}

constexpr qint64 roomToSpare = 16 << 20; // bytes; a disk that is full to the last one helps nobody

/// The folder that is written into; it takes itself away unless it was given its name.
class PartFolder {
public:
    explicit PartFolder(const QString& target) : m_parent(QFileInfo(target).absolutePath())
    {
        if (!QDir().mkpath(m_parent))
            TargetFolder::fail(m_parent, text(QT_TRANSLATE_NOOP("DataExport", "the folder could not be made")));
        for (int number = 1; number < 1000; ++number) { // one that is there belongs to somebody else, or to an export that was killed
            const QString path = target + (number == 1 ? QStringLiteral(".part") : QStringLiteral(".part%1").arg(number));
            if (QFileInfo(path).isSymLink() || QFileInfo::exists(path))
                continue;
            if (!QDir().mkdir(path))
                break;
            m_path = QFileInfo(path).canonicalFilePath();
            return;
        }
        TargetFolder::fail(target, text(QT_TRANSLATE_NOOP("DataExport", "the folder could not be made")));
    }

    ~PartFolder()
    {
        if (!m_path.isEmpty())
            OwnFiles::remove(QFileInfo(m_path).path(), m_path);
    }

    PartFolder(const PartFolder&) = delete;
    PartFolder& operator=(const PartFolder&) = delete;

    const QString& path() const { return m_path; }

    void giveName(const QString& target)
    {
        QDir().rmdir(target); // an empty folder; anything else stays, and the renaming fails
        if (QFileInfo(target).isSymLink() || QFileInfo::exists(target) || !QDir().rename(m_path, target))
            TargetFolder::fail(target, text(QT_TRANSLATE_NOOP("DataExport", "something else has taken its name meanwhile")));
        m_path.clear();
    }

private:
    QString m_parent, m_path;
};

/// One export from the plan to its name.
class Export {
public:
    Export(const ExportSource& source, const ExportRequest& request, const SourceListener& listener)
        : m_request(request), m_listener(listener), m_output(*dataOutput(request.format)), m_plan(planExport(source, request)) {}

    ExportResult run()
    {
        m_result.format = m_request.format;
        m_result.type = m_plan.view.type;
        m_result.concepts = m_plan.view.concepts;
        m_result.unseenLeftOut = m_plan.unseenLeftOut;
        m_result.renamed = m_plan.renamed;
        m_result.otherNames = m_plan.otherNames;
        m_result.leftOut = m_plan.leftOut;
        requirePictures();
        requireRoom();
        PartFolder part(m_request.target);
        TargetFolder folder(part.path());
        const auto writer = m_output.make(folder, m_plan.view);
        if (!(m_request.pictures == ExportRequest::Pictures::Reference ? lookAtPictures() : copyPictures(folder, *writer)) || !writeAnnotations(*writer) || !readBack(part.path(), *writer)) {
            m_result.isCanceled = true;
            return std::move(m_result);
        }
        m_result.path = m_result.isProved() ? m_request.target : freeTarget(m_request.target + QStringLiteral(".unproved"));
        part.giveName(m_result.path);
        return std::move(m_result);
    }

private:
    bool isCanceled() const { return m_listener.isCanceled && m_listener.isCanceled(); }

    void progress(const QString& step, qint64 done, qint64 total) const
    {
        if (m_listener.progressed)
            m_listener.progressed(step, done, total);
    }

    void requirePictures() const
    {
        if (m_plan.pictures.empty())
            throw Error(m_plan.unseenLeftOut > 0
                            ? text(QT_TRANSLATE_NOOP("DataExport", "Nobody has looked at any of these pictures in “%1”, so there is nothing to export. Nothing was written. Annotate some, or export pictures that nobody has looked at too.")).arg(m_plan.view.name)
                            : text(QT_TRANSLATE_NOOP("DataExport", "No picture of “%1” is among what shall be exported. Nothing was written. Choose other pictures.")).arg(m_plan.view.name));
    }

    void requireRoom() const
    {
        const qint64 free = bytesFree(m_request.target);
        if (free >= 0 && free < m_plan.bytes + roomToSpare)
            throw Error(text(QT_TRANSLATE_NOOP("DataExport", "The export needs about %1, and %2 are free on the disk of “%3”. Nothing was written. Make room, choose another place, or let the pictures stay where they are."))
                            .arg(QLocale().formattedDataSize(m_plan.bytes + roomToSpare), QLocale().formattedDataSize(free), QDir::toNativeSeparators(m_request.target)));
    }

    /// Takes pictures out that turned out to be of no use.
    void leaveOut(const std::vector<QString>& why)
    {
        std::vector<ExportedPicture> pictures;
        std::vector<ImageRecord> images;
        for (size_t i = 0; i < why.size(); ++i) {
            if (!why[i].isEmpty()) {
                m_result.leftOut.push_back({m_plan.images[i].relativePath, why[i]});
                continue;
            }
            pictures.push_back(std::move(m_plan.pictures[i]));
            images.push_back(std::move(m_plan.images[i]));
        }
        m_plan.pictures = std::move(pictures);
        m_plan.images = std::move(images);
        requirePicturesLeft();
    }

    void requirePicturesLeft() const
    {
        if (m_plan.pictures.empty())
            throw Error(text(QT_TRANSLATE_NOOP("DataExport", "None of the pictures can be read: %1 Nothing was written. Bring the files back, or show the project where they are.")).arg(m_result.leftOut.front().why));
    }

    /// What goes wrong with one picture, as a reason; what goes wrong with the disk that is written to, thrown on.
    bool eachPicture(const QString& step, const std::function<void(size_t)>& work)
    {
        const auto total = qint64(m_plan.pictures.size());
        std::vector<QString> why(m_plan.pictures.size());
        std::atomic<qint64> done = 0;
        const bool isWhole = forEachIndex(total, 0, [&](qint64 i) {
            try {
                work(size_t(i));
            } catch (const PictureError& error) {
                why[size_t(i)] = error.message();
            }
            progress(step, ++done, total);
        }, m_listener.isCanceled);
        if (isWhole)
            leaveOut(why);
        return isWhole;
    }

    bool lookAtPictures()
    {
        return eachPicture(text(QT_TRANSLATE_NOOP("DataExport", "Looking at the pictures")), [&](size_t i) {
            const Health health = compareWithFile(m_plan.images[i], Comparison::BySizeAndTime, m_listener.isCanceled).health;
            if (health != Health::Good)
                PictureFile::readRecorded(m_plan.images[i].path, m_plan.images[i].sha256); // throws why
        });
    }

    bool copyPictures(TargetFolder& folder, const DataWriter& writer)
    {
        std::vector<QString> places;
        for (const ExportedPicture& picture : m_plan.pictures)
            places.push_back(folder.placeFor(writer.place(picture)));
        std::atomic<qint64> turned = 0, converted = 0;
        const bool isWhole = eachPicture(text(QT_TRANSLATE_NOOP("DataExport", "Copying pictures")), [&](size_t i) {
            const ImageRecord& image = m_plan.images[i];
            const PictureCopy copy = PictureCopy::of(PictureFile::readRecorded(image.path, image.sha256), image.path, m_request.metadata());
            save(places[i], copy.bytes);
            turned += copy.isTurned ? 1 : 0;
            converted += copy.isConverted ? 1 : 0;
        });
        m_result.turned = turned;
        m_result.converted = converted;
        return isWhole;
    }

    static void save(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size() || !file.flush())
            TargetFolder::fail(path, file.errorString());
    }

    bool writeAnnotations(DataWriter& writer)
    {
        const QString step = text(QT_TRANSLATE_NOOP("DataExport", "Writing annotations"));
        const auto total = qint64(m_plan.pictures.size());
        writer.begin();
        for (qint64 i = 0; i < total; ++i) {
            if (isCanceled())
                return false;
            writer.picture(m_plan.pictures[size_t(i)]);
            if (i % 64 == 63 || i + 1 == total)
                progress(step, i + 1, total);
        }
        writer.end();
        return !isCanceled();
    }

    bool readBack(const QString& path, const DataWriter& writer)
    {
        SourceOptions options;
        const bool isAnySeen = std::ranges::any_of(m_plan.pictures, &ExportedPicture::isSeen);
        options.format = isAnySeen ? m_request.format : QStringLiteral("auto"); // pictures alone are no set of their format
        options.target = m_plan.view.type;
        options.followsOutside = true;
        const QString step = text(QT_TRANSLATE_NOOP("DataExport", "Reading the export back"));
        const SourceListener listener{[&](const QString&, qint64 done, qint64 total) { progress(step, done, total); }, m_listener.isCanceled};
        try { // what cannot be read back is written and not proved
            const auto sources = readSources({path}, options, listener);
            if (!isCanceled())
                m_result.check = compareReadBack(m_plan.view, m_plan.pictures, writer, path, sources);
        } catch (const Error& error) {
            m_result.readFailure = error.message();
        }
        return !isCanceled();
    }

    const ExportRequest& m_request;
    const SourceListener& m_listener;
    const DataOutput& m_output;
    ExportPlan m_plan;
    ExportResult m_result;
};

} // namespace

ExportSource readExportSource(const QString& path, const QString& project, ViewId view)
{
    const Database database(path, Database::Mode::Read);
    const ReadTransaction snapshot(database);
    const ViewRepository views(database);
    const auto record = views.find(view);
    if (!record)
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "This view is no longer in the project. Nothing was written.")));
    const AnnotationRepository annotations(database);
    ExportSource source{project, *record, views.concepts(view), annotations.allItems(view), views.sourceIds(), annotations.reviewed(view)};
    std::erase_if(source.items, [](const Item& item) { return !item.isWhole(); });
    return source;
}

bool isTaken(const QString& target)
{
    const QFileInfo info(target);
    return info.isSymLink() || (info.exists() && (!info.isDir() || !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)));
}

QString freeTarget(const QString& target)
{
    QString path = target;
    for (int number = 2; isTaken(path); ++number)
        path = QStringLiteral("%1 %2").arg(target).arg(number);
    return path;
}

void requireFreeTarget(const QString& target, const QString& folder)
{
    const QString inside = QFileInfo(folder).canonicalFilePath() + QLatin1Char('/');
    QFileInfo above(target);
    while (!above.exists() && above.absolutePath() != above.absoluteFilePath())
        above = QFileInfo(above.absolutePath());
    if ((above.canonicalFilePath() + QLatin1Char('/')).startsWith(inside))
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "“%1” lies inside the project, which keeps its own files there. Nothing was written. Choose a folder outside of it.")).arg(QDir::toNativeSeparators(target)));
    if (isTaken(target))
        throw Error(text(QT_TRANSLATE_NOOP("DataExport", "There is already something at “%1”, and nothing is overwritten. Nothing was written. Choose another name, or an empty folder.")).arg(QDir::toNativeSeparators(target)));
}

ExportResult exportData(const ExportSource& source, const ExportRequest& request, const SourceListener& listener)
{
    return Export(source, request, listener).run();
}

DataExportJob::DataExportJob(const Project& project, QObject* parent) : Job(parent), m_project(project) {}

DataExportJob::~DataExportJob() = default;

void DataExportJob::run(ViewId view, const std::function<void(const ExportSource&)>& act)
{
    start([path = m_project.databasePath(), name = m_project.name(), view, act] { act(readExportSource(path, name, view)); });
}

void DataExportJob::count(ViewId view, const ExportRequest& request)
{
    run(view, [this, request](const ExportSource& source) {
        ExportPlan plan = planExport(source, request);
        plan.pictures = {};
        plan.images = {};
        post([this, plan] { Q_EMIT counted(plan); });
    });
}

void DataExportJob::write(ViewId view, const ExportRequest& request)
{
    requireFreeTarget(request.target, m_project.folder());
    const auto clock = std::make_shared<ProgressClock>();
    run(view, [this, request, clock](const ExportSource& source) {
        const SourceListener listener{[&](const QString& step, qint64 done, qint64 total) { clock->next(step, done, total, [&](const Progress& progress) { report(progress); }); },
                                      [this] { return isCanceled(); }};
        const ExportResult result = exportData(source, request, listener);
        if (!result.isCanceled)
            post([this, result] { Q_EMIT exported(result); });
    });
}

} // namespace core
