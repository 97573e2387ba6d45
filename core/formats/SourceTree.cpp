#include "core/formats/SourceTree.h"

#include "core/formats/FolderNames.h"
#include "core/formats/Masks.h"
#include "core/formats/Reading.h"
#include "core/pictures/HeaderScan.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

namespace core {

namespace {

namespace fs = std::filesystem;
using Level = ImportIssue::Level;

fs::path toPath(const QString& text)
{
    return fs::path(text.toStdU16String());
}

/// The name, or nothing when its bytes are no text: then no path of ours can lead to it.
std::optional<QString> nameIn(const fs::path& path)
{
    const std::u8string bytes = path.filename().u8string();
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString name = decoder.decode(QByteArrayView(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
    return decoder.hasError() ? std::nullopt : std::optional(name);
}

/// Bytes that are no text written as \xE9, so that a person recognises the name.
QString escapedName(const fs::path& path)
{
    QString name;
    for (const char8_t byte : path.filename().u8string())
        name += byte >= 0x20 && byte < 0x7F ? QString(QLatin1Char(char(byte))) : QStringLiteral("\\x%1").arg(uint(byte), 2, 16, QLatin1Char('0'));
    return name;
}

/// Suffixes of files that are certainly no pictures: not worth opening.
bool isText(const QString& name)
{
    static const QStringList suffixes = QStringLiteral("txt csv tsv json jsonl xml yaml yml md py html log cfg ini names data labels zip gz tar pdf npy mp4 avi mov")
                                            .split(QLatin1Char(' '));
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

bool startsLikePicture(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(64);
    const PictureKind kind = kindOf(start);
    if (kind == PictureKind::Bmp)
        return start.mid(6, 4) == QByteArray(4, '\0'); // a text may well begin with "BM"
    if (kind == PictureKind::Pnm) {
        const QByteArray rest = start.mid(2).trimmed();
        return !rest.isEmpty() && (rest.front() == '#' || (rest.front() >= '0' && rest.front() <= '9'));
    }
    static const QStringList others = QStringLiteral("HEIC,AVIF,Photoshop,RAW,Canon RAW,JPEG 2000,JPEG XL").split(QLatin1Char(','));
    return kind != PictureKind::Unknown || others.contains(unsupportedKindOf(start));
}

/// Walks through a folder by the names' own bytes, since a file system may hold names that are no text.
class Walk {
public:
    Walk(const QString& folder, const std::function<bool()>& isCanceled) : m_isCanceled(isCanceled), m_top(fs::weakly_canonical(toPath(folder), m_ignored)) {}

    FolderListing run(const QString& folder)
    {
        enter(toPath(folder), {}, m_top);
        m_listing.files.sort();
        return std::move(m_listing);
    }

private:
    void leaveOut(const char* code, const QString& relative, const QString& detail = {}, Level level = Level::Rejected)
    {
        m_listing.leftOut.push_back({level, QLatin1String(code), relative, 0, detail});
    }

    /// `real`: the folder itself, after all links.
    void enter(const fs::path& folder, const QString& prefix, const fs::path& real)
    {
        std::error_code error;
        if (fs::exists(folder / "project.orielproj", m_ignored))
            return; // thumbnails of a project that lies in the folder are no pictures
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            if (m_isCanceled && m_isCanceled())
                return;
            const std::optional<QString> name = nameIn(entry->path());
            if (!name)
                leaveOut("name_not_text", prefix + escapedName(entry->path()));
            else if (!isLeftover(*name))
                take(*entry, prefix + *name, real);
        }
        if (error)
            leaveOut("folder_unreadable", prefix.isEmpty() ? QString() : prefix.chopped(1), QString::fromLocal8Bit(error.message()));
    }

    void take(const fs::directory_entry& entry, const QString& relative, const fs::path& real)
    {
        std::error_code error;
        switch (entry.status(error).type()) {
        case fs::file_type::regular:
            m_listing.files << relative;
            if (!isPictureName(relative) && !isText(relative) && startsLikePicture(QString::fromStdU16String(entry.path().u16string())))
                m_listing.unnamedPictures.insert(relative);
            break;
        case fs::file_type::directory: takeFolder(entry, relative, real); break;
        case fs::file_type::not_found: leaveOut("link_broken", relative); break;
        case fs::file_type::none:
        case fs::file_type::unknown: leaveOut("link_broken", relative, QString::fromLocal8Bit(error.message())); break;
        default: leaveOut("no_ordinary_file", relative);
        }
    }

    void takeFolder(const fs::directory_entry& entry, const QString& relative, const fs::path& real)
    {
        if (!entry.is_symlink(m_ignored))
            return enter(entry.path(), relative + QLatin1Char('/'), real / entry.path().filename());
        const fs::path target = fs::canonical(entry.path(), m_ignored);
        if (isAbove(target, real) || isAbove(target, m_top))
            return leaveOut("link_loop", relative, {}, Level::Notice);
        if (m_linked.insert(target).second) // two links to one folder: once
            enter(entry.path(), relative + QLatin1Char('/'), target);
    }

    static bool isAbove(const fs::path& folder, const fs::path& inner)
    {
        return std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end()).first == folder.end();
    }

    const std::function<bool()>& m_isCanceled;
    std::error_code m_ignored;
    fs::path m_top;
    std::set<fs::path> m_linked;
    FolderListing m_listing;
};

} // namespace

bool isLeftover(const QString& name)
{
    return name.startsWith(QLatin1Char('.')) || name == QLatin1String("Thumbs.db") || name == QLatin1String("desktop.ini")
        || name == QLatin1String("__MACOSX") || name.endsWith(QLatin1String(".part"));
}

PictureCount countPictures(const QString& folder, const std::function<bool()>& isCanceled)
{
    QElapsedTimer clock;
    clock.start();
    PictureCount count;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories); // no links: nothing is counted twice
    while (walk.hasNext() && !count.isMore) {
        count.pictures += isPictureName(walk.next()) ? 1 : 0;
        count.isMore = clock.elapsed() > 3000 || (isCanceled && isCanceled());
    }
    return count;
}

FolderListing listFolder(const QString& folder, const std::function<bool()>& isCanceled)
{
    return Walk(folder, isCanceled).run(folder);
}

QStringList SourceTree::withSuffix(const QStringList& suffixes) const
{
    const auto fits = [&](const QString& name) { return suffixes.contains(QFileInfo(name).suffix().toLower()); };
    if (isFile)
        return fits(given) ? QStringList{QDir(root).relativeFilePath(given)} : QStringList();
    QStringList found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found), fits);
    return found;
}

QString SourceTree::relative(const QString& absolute) const
{
    return QDir(root).relativeFilePath(absolute);
}

bool SourceTree::isPicture(const QString& relative) const
{
    return isPictureName(relative) || unnamedPictures.contains(relative);
}

bool SourceTree::holds(const QString& absolute) const
{
    const auto isBelow = [](const QString& path, const QString& folder) {
        return path == folder || path.startsWith(folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/'));
    };
    if (isBelow(QDir::cleanPath(absolute), root))
        return true;
    const QString real = QFileInfo(absolute).canonicalFilePath();
    return !real.isEmpty() && isBelow(real, QFileInfo(root).canonicalFilePath());
}

SourceTree treeOf(const QString& path, const SourceOptions& options, const std::function<bool()>& isCanceled, const QString& unpacked)
{
    const QFileInfo info(path);
    SourceTree tree;
    tree.given = QDir::cleanPath(info.absoluteFilePath());
    tree.isUnpacked = !unpacked.isEmpty();
    tree.isFile = info.isFile() && !tree.isUnpacked;
    tree.root = tree.isUnpacked ? QDir::cleanPath(unpacked) : tree.isFile ? QDir::cleanPath(info.absolutePath()) : tree.given;
    tree.unpackTo = options.unpackTo;
    tree.isCanceled = isCanceled;
    tree.followsOutside = options.followsOutside;
    tree.knownIds = options.knownIds;
    tree.target = options.target;
    if (options.format == QLatin1String("folders"))
        tree.target = ViewType::Classification;
    if (tree.isFile) {
        if (!isPictureName(tree.given) && isAnnotationFolder(QFileInfo(tree.root).fileName()))
            tree.root = QFileInfo(tree.root).path(); // its pictures lie in a folder beside
        return tree;
    }
    FolderListing listing = listFolder(tree.root, isCanceled);
    leaveMasksOut(listing);
    tree.files = std::move(listing.files);
    tree.unnamedPictures = std::move(listing.unnamedPictures);
    tree.leftOut = std::move(listing.leftOut);
    return tree;
}

std::optional<SourceTree> onlyFolderOf(const SourceTree& tree)
{
    QString only;
    for (const QString& file : tree.files) {
        const qsizetype slash = file.indexOf(QLatin1Char('/'));
        if (slash < 0) {
            if (tree.isPicture(file))
                return std::nullopt;
            continue;
        }
        if (only.isEmpty())
            only = file.left(slash + 1);
        else if (!file.startsWith(only))
            return std::nullopt;
    }
    if (only.isEmpty())
        return std::nullopt;
    SourceTree inner = tree;
    inner.root = tree.absolute(only.chopped(1));
    inner.files.clear();
    inner.unnamedPictures.clear();
    inner.leftOut.clear();
    for (const QString& file : tree.files)
        if (file.startsWith(only))
            inner.files << file.mid(only.size());
    for (const QString& file : tree.unnamedPictures)
        inner.unnamedPictures.insert(file.mid(only.size()));
    return inner;
}

} // namespace core
