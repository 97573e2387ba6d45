#include "core/formats/Archive.h"

#include "core/base/Error.h"
#include "core/formats/SourceText.h"
#include "core/formats/SourceTree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStorageInfo>

#include <zip.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace core {

namespace {

constexpr zip_int64_t mostEntries = 2'000'000;
constexpr qint64 harmlessBytes = 100LL * 1024 * 1024;
constexpr qint64 mostExpansion = 200;
constexpr qint64 spaceLeftFree = 256LL * 1024 * 1024;
constexpr int longestName = 4096;

struct CloseZip {
    void operator()(zip_t* archive) const { zip_discard(archive); } // it was only read
};
struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

struct Entry {
    zip_uint64_t index = 0;
    QString name; // '/', below the folder
    qint64 bytes = 0;
};

QString refusal(const QString& path, const QString& why)
{
    return SourceText::tr("The archive “%1” was not unpacked: %2. Nothing was changed.").arg(path, why);
}

/// Why a name cannot be a place below a folder; empty: it can.
QString problemOf(const QString& name)
{
    if (name.isEmpty() || name.size() > longestName || std::ranges::any_of(name, [](QChar c) { return c.unicode() < 32; }))
        return SourceText::tr("it holds a name that is none");
    const bool hasDrive = name.size() >= 2 && name[1] == QLatin1Char(':') && name[0].isLetter();
    if (name.startsWith(QLatin1Char('/')) || hasDrive || name.split(QLatin1Char('/')).contains(QLatin1String("..")))
        return SourceText::tr("the name “%1” in it leads out of its folder").arg(name.left(200));
    return {};
}

/// Links, pipes and devices, as the archives of Unix systems hold them.
bool isOrdinary(zip_t* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0 || (system != ZIP_OPSYS_UNIX && system != ZIP_OPSYS_OS_X))
        return true;
    constexpr zip_uint32_t kindBits = 0170000, regular = 0100000, folder = 0040000;
    const zip_uint32_t kind = (attributes >> 16) & kindBits;
    return kind == 0 || kind == regular || kind == folder;
}

/// The names of an archive, none of which may be the file or a folder of another after case folding.
class Names {
public:
    /// Empty: it is free.
    QString take(const QString& name)
    {
        const QStringList parts = name.split(QLatin1Char('/'));
        QString place;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isFile = i + 1 == parts.size();
            place += (i > 0 ? QStringLiteral("/") : QString()) + parts[i];
            const QString key = place.normalized(QString::NormalizationForm_C).toCaseFolded();
            const auto known = m_places.constFind(key);
            if (known != m_places.cend() && (isFile || known->isFile || known->name != place))
                return SourceText::tr("two names in it are the same one on many systems: “%1” and “%2”").arg(known->name.left(200), place.left(200));
            m_places.insert(key, {place, isFile});
        }
        return {};
    }

private:
    struct Place {
        QString name;
        bool isFile = false;
    };
    QHash<QString, Place> m_places;
};

/// What is to be unpacked, all of it looked at before the first byte is written.
class Plan {
public:
    Plan(zip_t* archive, const QString& path) : m_archive(archive), m_path(path) {}

    std::vector<Entry> entries(const SourceListener& listener)
    {
        const zip_int64_t count = zip_get_num_entries(m_archive, 0);
        if (count > mostEntries)
            refuse(SourceText::tr("it holds more than %Ln files", nullptr, int(mostEntries)));
        std::vector<Entry> entries;
        for (zip_int64_t i = 0; i < count; ++i) {
            if (i % 1000 == 0 && listener.isCanceled && listener.isCanceled())
                return {};
            if (const auto entry = look(zip_uint64_t(i)))
                entries.push_back(*entry);
        }
        if (m_total > harmlessBytes && m_total / mostExpansion > QFileInfo(m_path).size())
            refuse(SourceText::tr("unpacked it would be more than %1 times as large").arg(mostExpansion));
        return entries;
    }

    qint64 total() const { return m_total; }

private:
    [[noreturn]] void refuse(const QString& why) const { throw Error(refusal(m_path, why)); }

    std::optional<Entry> look(zip_uint64_t index)
    {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_archive, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_SIZE))
            refuse(SourceText::tr("its list of contents is damaged"));
        QString name = QString::fromUtf8(stat.name);
        name.replace(QLatin1Char('\\'), QLatin1Char('/')); // made on Windows
        const bool isFolder = name.endsWith(QLatin1Char('/'));
        if (const QString problem = problemOf(name); !problem.isEmpty())
            refuse(problem);
        if (!isOrdinary(m_archive, index))
            refuse(SourceText::tr("“%1” in it is a link or a device").arg(name.left(200)));
        const QStringList parts = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (isFolder || parts.isEmpty() || std::ranges::any_of(parts, [](const QString& part) { return part == QLatin1String(".") || isLeftover(part); }))
            return std::nullopt;
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            refuse(SourceText::tr("it is locked with a password; unpack it yourself, then import the folder"));
        const QString clean = parts.join(QLatin1Char('/'));
        if (const QString problem = m_names.take(clean); !problem.isEmpty())
            refuse(problem);
        if (stat.size > zip_uint64_t(INT64_MAX) - zip_uint64_t(m_total))
            refuse(SourceText::tr("unpacked it would be more than %1 times as large").arg(mostExpansion));
        m_total += qint64(stat.size);
        return Entry{index, clean, qint64(stat.size)};
    }

    zip_t* m_archive;
    QString m_path;
    Names m_names;
    qint64 m_total = 0;
};

/// Writes the entries below a folder of its own; what it wrote goes when it does not come to its end.
class Unpacking {
public:
    Unpacking(zip_t* archive, const QString& path, const QString& folder, const SourceListener& listener)
        : m_archive(archive), m_path(path), m_folder(folder), m_listener(listener) {}
    ~Unpacking()
    {
        if (!m_isDone)
            QDir(m_folder).removeRecursively();
    }

    bool run(const std::vector<Entry>& entries, qint64 total)
    {
        if (!QDir().mkpath(m_folder))
            fail(SourceText::tr("its place in the project cannot be written"));
        m_total = total;
        for (const Entry& entry : entries)
            if (!unpack(entry))
                return false;
        m_isDone = true;
        return true;
    }

private:
    [[noreturn]] void fail(const QString& why) const { throw Error(refusal(m_path, why)); }

    bool unpack(const Entry& entry)
    {
        const QString place = m_folder + QLatin1Char('/') + entry.name;
        QFile file(place);
        if (!QDir().mkpath(QFileInfo(place).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            fail(SourceText::tr("“%1” cannot be written: %2").arg(entry.name.left(200), file.errorString()));
        const std::unique_ptr<zip_file_t, CloseEntry> source(zip_fopen_index(m_archive, entry.index, 0));
        if (!source)
            fail(SourceText::tr("“%1” in it cannot be read (%2)").arg(entry.name.left(200), QString::fromUtf8(zip_strerror(m_archive))));
        QByteArray piece(1024 * 1024, Qt::Uninitialized);
        qint64 written = 0;
        for (zip_int64_t read = 0; (read = zip_fread(source.get(), piece.data(), zip_uint64_t(piece.size()))) != 0;) {
            if (read < 0 || (written += read) > entry.bytes) // the end of a file brings the error of its checksum
                fail(SourceText::tr("“%1” in it is damaged").arg(entry.name.left(200)));
            if (file.write(piece.constData(), read) != read)
                fail(SourceText::tr("“%1” cannot be written: %2").arg(entry.name.left(200), file.errorString()));
            m_done += read;
            if (m_listener.progressed)
                m_listener.progressed(SourceText::tr("Unpacking"), m_done, m_total);
            if (m_listener.isCanceled && m_listener.isCanceled())
                return false;
        }
        if (written != entry.bytes || !file.flush())
            fail(SourceText::tr("“%1” in it is damaged").arg(entry.name.left(200)));
        return true;
    }

    zip_t* m_archive;
    QString m_path, m_folder;
    const SourceListener& m_listener;
    qint64 m_done = 0, m_total = 0;
    bool m_isDone = false;
};

} // namespace

namespace {

zip_t* opened(const QString& path, int* code)
{
#ifdef Q_OS_WIN // names in another alphabet than the system's
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_win32w_create(path.toStdWString().c_str(), 0, -1, &error);
    zip_t* const archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive && source)
        zip_source_free(source);
    *code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    return archive;
#else
    return zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, code);
#endif
}

} // namespace

bool unpackZip(const QString& path, const QString& folder, const SourceListener& listener)
{
    int code = 0;
    const std::unique_ptr<zip_t, CloseZip> archive(opened(path, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString reason = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        throw Error(refusal(path, SourceText::tr("it is damaged or no whole archive (%1)").arg(reason)));
    }
    Plan plan(archive.get(), path);
    const std::vector<Entry> entries = plan.entries(listener);
    if (listener.isCanceled && listener.isCanceled())
        return false;
    if (entries.empty())
        throw Error(refusal(path, SourceText::tr("it holds no files")));
    const QFileInfo place(folder);
    const qint64 free = QStorageInfo(place.path()).bytesAvailable();
    if (free >= 0 && plan.total() + spaceLeftFree > free)
        throw Error(refusal(path, SourceText::tr("unpacked it would need %1 MB, and the disk of the project has %2 MB left").arg(plan.total() / 1024 / 1024).arg(free / 1024 / 1024)));
    return Unpacking(archive.get(), path, folder, listener).run(entries, plan.total());
}

} // namespace core
