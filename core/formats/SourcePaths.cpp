#include "core/formats/SourcePaths.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace core {

namespace {

QString folded(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString nameIn(const QString& path)
{
    return path.section(QLatin1Char('/'), -1);
}

bool isLeftover(const QString& relative)
{
    const QString name = nameIn(relative);
    return name == QLatin1String("Thumbs.db") || name == QLatin1String("desktop.ini") || name.endsWith(QLatin1String(".part"))
        || relative.startsWith(QLatin1String("__MACOSX/")) || relative.contains(QLatin1String("/__MACOSX/"));
}

} // namespace

QStringList filesBelow(const QString& folder, const std::function<bool()>& isCanceled)
{
    QStringList files, projects;
    QDirIterator walk(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    const qsizetype prefix = folder.endsWith(QLatin1Char('/')) ? folder.size() : folder.size() + 1;
    while (walk.hasNext() && !(isCanceled && isCanceled())) {
        const QString relative = walk.next().mid(prefix);
        if (nameIn(relative) == QLatin1String("project.orielproj"))
            projects << relative.chopped(int(qstrlen("project.orielproj")));
        else if (!isLeftover(relative))
            files << relative;
    }
    for (const QString& project : std::as_const(projects)) // thumbnails of a project that lies in the folder are no pictures
        files.removeIf([&](const QString& file) { return file.startsWith(project); });
    files.sort();
    return files;
}

SourcePaths::SourcePaths(const SourceTree& tree) : m_tree(tree) {}

void SourcePaths::list() const
{
    if (std::exchange(m_listed, true))
        return;
    for (const QString& file : m_tree.isFile ? filesBelow(m_tree.root) : m_tree.files)
        if (isPictureName(file))
            m_byName[folded(nameIn(file))] << m_tree.absolute(file);
}

bool SourcePaths::exists(const QString& absolute) const
{
    return QFileInfo(absolute).isFile();
}

SourcePaths::Answer SourcePaths::find(const QString& written, const QStringList& folders) const
{
    QString plain = written.trimmed();
    if (plain.startsWith(QLatin1String("file://")))
        plain = QUrl(plain).toLocalFile();
    plain.replace(QLatin1Char('\\'), QLatin1Char('/'));
    while (plain.startsWith(QLatin1String("./")))
        plain.remove(0, 2);
    if (plain.isEmpty())
        return {};
    Answer answer = findPlain(plain, folders);
    if (answer.path.isEmpty() && !answer.ambiguous && plain.contains(QLatin1Char('%')))
        answer = findPlain(QUrl::fromPercentEncoding(plain.toUtf8()), folders);
    return answer;
}

SourcePaths::Answer SourcePaths::findPlain(const QString& written, const QStringList& folders) const
{
    if (QFileInfo(written).isAbsolute() && exists(written))
        return {QDir::cleanPath(written)};
    for (QString rest = written; !rest.isEmpty(); rest = rest.section(QLatin1Char('/'), 1)) { // from the left, step by step
        for (const QString& folder : folders)
            if (exists(folder + QLatin1Char('/') + rest))
                return {QDir::cleanPath(folder + QLatin1Char('/') + rest)};
        if (exists(m_tree.absolute(rest)))
            return {QDir::cleanPath(m_tree.absolute(rest))};
        if (!rest.contains(QLatin1Char('/')))
            break;
    }
    list();
    const QStringList named = m_byName.value(folded(nameIn(written)));
    QStringList exact = named;
    exact.removeIf([&](const QString& path) { return nameIn(path) != nameIn(written); });
    const QStringList& candidates = exact.isEmpty() ? named : exact;
    // Of several, the one whose whole written path fits but for case
    QStringList fitting = candidates;
    fitting.removeIf([&](const QString& path) { return !folded(path).endsWith(QLatin1Char('/') + folded(written)); });
    if (fitting.size() == 1)
        return {fitting.front()};
    if (candidates.size() == 1)
        return {candidates.front()};
    return {{}, candidates.size() > 1};
}

QString SourcePaths::withStem(const QString& stem, const QStringList& folders) const
{
    for (const QString& folder : folders)
        for (const QString& extension : PictureFile::extensions())
            for (const QString& suffix : {extension, extension.toUpper()})
                if (const QString path = folder + QLatin1Char('/') + stem + QLatin1Char('.') + suffix; exists(path))
                    return path;
    return {};
}

} // namespace core
