#include "core/formats/SourcePaths.h"

#include "core/formats/Reading.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace core {

namespace {

QString nameIn(const QString& path)
{
    return path.section(QLatin1Char('/'), -1);
}

QString stemIn(const QString& path)
{
    const QString name = nameIn(path);
    return isPictureName(name) ? name.left(name.lastIndexOf(QLatin1Char('.'))) : name;
}

/// The suffix of a picture's name, one for all spellings of a kind.
QString kindOfName(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix.startsWith(QLatin1String("jp")) && suffix.endsWith(QLatin1Char('g')) ? QStringLiteral("jpg") : suffix == QLatin1String("tiff") ? QStringLiteral("tif") : suffix;
}

/// The path in an address: without what a server is asked for besides, or what it is asked for.
QString pathInAddress(const QString& address)
{
    if (const qsizetype file = address.indexOf(QLatin1String("?d=")); file >= 0) // Label Studio: /data/local-files/?d=images/a.png
        return address.mid(file + 3).section(QLatin1Char('&'), 0, 0);
    return address.contains(QLatin1String("://")) ? address.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('#'), 0, 0) : address;
}

bool isFile(const QString& absolute)
{
    return QFileInfo(absolute).isFile(); // an ordinary one, or a link to one
}

/// How many parts of two paths agree, counted from their ends.
qsizetype agreement(const QStringList& a, const QStringList& b)
{
    const auto ends = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return ends.first - a.rbegin();
}

} // namespace

QString foldedName(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

SourcePaths::SourcePaths(const SourceTree& tree) : m_tree(tree) {}

void SourcePaths::list() const
{
    if (std::exchange(m_listed, true))
        return;
    const auto take = [&](const QString& file) {
        const Listed listed{m_tree.absolute(file), foldedName(file).split(QLatin1Char('/'))};
        m_byName[listed.parts.back()].push_back(listed);
        m_byStem[foldedName(stemIn(file))].push_back(listed);
        m_kinds.insert(kindOfName(file));
    };
    if (m_tree.isFile) {
        const FolderListing listing = listFolder(m_tree.root);
        for (const QString& file : listing.files)
            if (isPictureName(file) || listing.unnamedPictures.contains(file))
                take(file);
        return;
    }
    for (const QString& file : m_tree.files)
        if (m_tree.isPicture(file))
            take(file);
}

SourcePaths::Answer SourcePaths::find(const QString& written, const QStringList& folders) const
{
    QString plain = written.trimmed();
    if (plain.startsWith(QLatin1String("file://")))
        plain = QUrl(plain).toLocalFile();
    else
        plain = pathInAddress(plain);
    plain.replace(QLatin1Char('\\'), QLatin1Char('/'));
    while (plain.startsWith(QLatin1String("./")))
        plain.remove(0, 2);
    if (plain.isEmpty() || plain.contains(QChar(0)))
        return {};
    Answer answer = findPlain(plain, folders);
    if (answer.path.isEmpty() && !answer.ambiguous && !answer.outside && plain.contains(QLatin1Char('%')))
        answer = findPlain(QUrl::fromPercentEncoding(plain.toUtf8()), folders);
    return answer;
}

/// From the left, part by part, in each of the folders. A place outside of the source counts only when nothing inside fits.
std::optional<SourcePaths::Answer> SourcePaths::findAsWritten(const QString& written, const QStringList& folders) const
{
    QString outside;
    const auto isInside = [&](const QString& place) {
        if (!isFile(place))
            return false;
        if (m_tree.followsOutside || m_tree.holds(place))
            return true;
        outside = outside.isEmpty() ? place : outside;
        return false;
    };
    if (QFileInfo(written).isAbsolute() && isInside(QDir::cleanPath(written)))
        return Answer{QDir::cleanPath(written)};
    QStringList bases = folders;
    bases << m_tree.root;
    for (QString rest = written; !rest.isEmpty(); rest = rest.section(QLatin1Char('/'), 1)) {
        for (const QString& base : bases)
            if (const QString place = QDir::cleanPath(base + QLatin1Char('/') + rest); isInside(place))
                return Answer{place};
        if (!rest.contains(QLatin1Char('/')))
            break;
    }
    if (outside.isEmpty())
        return std::nullopt;
    return Answer{outside, false, true};
}

SourcePaths::Answer SourcePaths::findPlain(const QString& written, const QStringList& folders) const
{
    const std::optional<Answer> asWritten = findAsWritten(written, folders);
    if (asWritten && !asWritten->outside)
        return *asWritten;
    list();
    Answer answer = bestOf(m_byName.value(foldedName(nameIn(written))), written, false);
    if (answer.path.isEmpty() && !answer.ambiguous && !isPictureName(written))
        answer = findByStem(written, folders);
    else if (answer.path.isEmpty() && !answer.ambiguous && mayBeConverted(written))
        answer = findByStem(written.left(written.lastIndexOf(QLatin1Char('.'))), folders);
    if (!answer.path.isEmpty() || !asWritten)
        return answer;
    m_outside << asWritten->path;
    return {{}, false, true};
}

/// `written`: a path without suffix.
SourcePaths::Answer SourcePaths::findByStem(const QString& written, const QStringList& folders) const
{
    const QString parent = written.contains(QLatin1Char('/')) ? QLatin1Char('/') + written.section(QLatin1Char('/'), 0, -2) : QString();
    QStringList near = folders;
    near << m_tree.root;
    for (QString& folder : near)
        folder += parent;
    const QString path = withStem(nameIn(written), near);
    return path.isEmpty() ? bestOf(m_byStem.value(foldedName(nameIn(written))), written, true) : Answer{path};
}

/// Pictures of the written kind beside others show that a.jpg, which is not there, is not simply a.png; a.jpeg it may be.
bool SourcePaths::mayBeConverted(const QString& written) const
{
    const QString kind = kindOfName(written);
    if (!m_kinds.contains(kind))
        return true;
    return std::ranges::all_of(m_byStem.value(foldedName(stemIn(written))), [&](const Listed& listed) { return kindOfName(listed.path) == kind; });
}

/// Of several files of one name, the one whose written spelling agrees, then the one with the most folders in common.
SourcePaths::Answer SourcePaths::bestOf(const std::vector<Listed>& candidates, const QString& written, bool withoutSuffix) const
{
    if (candidates.empty())
        return {};
    if (candidates.size() == 1)
        return {candidates.front().path};
    QStringList parts = foldedName(written).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const auto scoreOf = [&](const Listed& listed) {
        QStringList theirs = listed.parts;
        if (withoutSuffix)
            theirs.back() = parts.back();
        return 2 * agreement(theirs, parts) + (nameIn(listed.path) == nameIn(written) ? 1 : 0);
    };
    qsizetype best = 0;
    const Listed* found = nullptr;
    bool isTied = false;
    for (const Listed& listed : candidates) {
        const qsizetype score = scoreOf(listed);
        isTied = score == best || (isTied && score < best);
        if (score > best)
            found = &listed;
        best = std::max(best, score);
    }
    return isTied ? Answer{{}, true} : Answer{found->path};
}

QString SourcePaths::withStem(const QString& stem, const QStringList& folders) const
{
    for (const QString& folder : folders) {
        QStringList found;
        for (const QString& extension : PictureFile::extensions())
            for (const QString& suffix : {extension, extension.toUpper()})
                if (const QString path = QDir::cleanPath(folder + QLatin1Char('/') + stem + QLatin1Char('.') + suffix);
                    isFile(path) && (m_tree.followsOutside || m_tree.holds(path)))
                    found << path;
        if (!found.isEmpty())
            return found.size() == 1 ? found.front() : QString(); // a.jpg and a.png: nothing tells which is meant
    }
    return {};
}

} // namespace core
