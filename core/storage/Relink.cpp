#include "core/storage/Editor.h"

#include "core/base/Error.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/ImportWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

// Pictures that are no longer where they were.

namespace {

/// How many folders and names from the end are the same in both paths.
qsizetype sharedEnd(const QStringList& a, const QStringList& b)
{
    qsizetype shared = 0;
    while (shared < std::min(a.size(), b.size()) && a[a.size() - 1 - shared] == b[b.size() - 1 - shared])
        ++shared;
    return shared;
}

/// The picture lies at `rest` below another folder now.
void moveImage(Database& database, Journal& journal, qint64 image, RootId root, const QString& rest)
{
    Query taken(database, QStringLiteral("SELECT 1 FROM image WHERE root_id = ? AND rel_path = ? AND id <> ?"));
    if (!taken.bind(root.value).bind(rest).bind(image).first())
        journal.update("image", image, {{"root_id", root.value}, {"rel_path", rest}});
}

} // namespace

void Editor::relink(ImageId image, const QString& file)
{
    const auto text = [](const char* sentence) { return QCoreApplication::translate("Editor", sentence); };
    const auto record = ImageRepository(m_database).find(image);
    if (!record)
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "This picture is no longer in the project. Nothing was changed.")));
    const QFileInfo now(file);
    if (!now.isFile())
        throw Error(text(QT_TRANSLATE_NOOP("Editor", "“%1” is not a file. Nothing was changed.")).arg(file));

    // What is the same at the end of both paths moved together; what stands before it tells from where to where.
    const QStringList old = record->relativePath.split(QLatin1Char('/'));
    const QStringList found = QDir::cleanPath(now.absoluteFilePath()).split(QLatin1Char('/'));
    const auto shared = sharedEnd(old, found);
    const auto kept = std::max<qsizetype>(shared, 1); // a file with another name moves alone
    const QString from = shared == 0 ? record->relativePath : old.mid(0, old.size() - shared).join(QLatin1Char('/'));
    ImportWriter writer(m_database, m_journal);
    const auto root = writer.ensureRoot(found.mid(0, found.size() - kept).join(QLatin1Char('/')) + QLatin1Char('/'));

    struct Moved { qint64 id; QString path; };
    std::vector<Moved> moved;
    {
        Query query(m_database, QStringLiteral("SELECT id, rel_path FROM image WHERE root_id = (SELECT root_id FROM image WHERE id = ?)"));
        for (query.bind(image).run(); query.next();)
            moved.push_back({query.number(0), query.text(1)});
    }
    const auto oldRoot = [&] {
        Query query(m_database, QStringLiteral("SELECT root_id FROM image WHERE id = ?"));
        return query.bind(image).first() ? query.number(0) : 0;
    }();
    const QString below = from.isEmpty() ? QString() : from + QLatin1Char('/');
    for (const auto& [id, path] : moved) {
        if (shared == 0 && id == image.value)
            moveImage(m_database, m_journal, id, root, found.last());
        else if (shared > 0 && path.startsWith(below))
            moveImage(m_database, m_journal, id, root, path.mid(below.size()));
    }
    Query left(m_database, QStringLiteral("SELECT 1 FROM image WHERE root_id = ? LIMIT 1"));
    if (oldRoot != root.value && !left.bind(oldRoot).first())
        m_journal.remove("root", oldRoot);
}

} // namespace core
