#include "core/formats/YoloLabelFiles.h"

#include "core/formats/FolderNames.h"
#include "core/formats/SourcePaths.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

QString withoutSuffix(const QString& path)
{
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    return dot > path.lastIndexOf(QLatin1Char('/')) ? path.left(dot) : path;
}

/// The same path with its last folder of pictures replaced by each usual name of a folder of labels; nothing when it has none.
QStringList parallelPaths(const QString& stem)
{
    static const QStringList ofPictures = QStringLiteral("images image imgs img jpegimages pictures photos").split(QLatin1Char(' '));
    QStringList parts = stem.split(QLatin1Char('/')), paths;
    for (qsizetype i = parts.size() - 2; i >= 0; --i)
        if (ofPictures.contains(parts[i].toLower())) {
            for (const char* folder : {"labels", "label", "Labels", "annotations", "txt"}) {
                parts[i] = QLatin1String(folder);
                paths << parts.join(QLatin1Char('/'));
            }
            break;
        }
    return paths;
}

/// "train_labels" is to labels what "train_images" is to pictures.
bool sameFolder(const QString& a, const QString& b)
{
    static const QRegularExpression ofLabels(QStringLiteral("labels?|annotations?|txt"));
    const auto split = splitOfFolder(QString(a).remove(ofLabels));
    return a == b || (split && split == splitOfFolder(QString(b).remove(ofLabels)));
}

/// The only candidate, or the one that has more of its nearest folders in common with the file than any other; empty: none is.
QString bestOf(const QString& file, const QStringList& candidates)
{
    if (candidates.size() < 2)
        return candidates.value(0);
    const auto agreement = [folders = foldersOf(foldedName(file))](const QString& other) {
        const QStringList theirs = foldersOf(foldedName(other));
        return std::mismatch(folders.rbegin(), folders.rend(), theirs.rbegin(), theirs.rend(), &sameFolder).first - folders.rbegin();
    };
    QString best;
    qsizetype most = 0;
    for (const QString& candidate : candidates)
        if (const qsizetype common = agreement(candidate); common >= most) {
            best = common > most ? candidate : QString();
            most = common;
        }
    return best;
}

} // namespace

YoloLabelFiles::YoloLabelFiles(const SourceTree& tree) : m_tree(tree)
{
    for (const QString& file : tree.files)
        if (tree.isPicture(file))
            m_pictures[foldedName(QFileInfo(file).completeBaseName())] << file;
    for (const QString& file : tree.withSuffix({QStringLiteral("txt")})) {
        m_byPlace.insert(foldedName(withoutSuffix(file)), file);
        m_byStem[foldedName(QFileInfo(file).completeBaseName())] << file;
    }
}

QString YoloLabelFiles::of(const QString& picture) const
{
    const QString stem = withoutSuffix(m_tree.relative(picture));
    QStringList places = parallelPaths(stem);
    places << stem << m_tree.relative(picture); // a.txt, a.jpg.txt
    for (const QString& place : std::as_const(places))
        if (const auto found = m_byPlace.constFind(foldedName(place)); found != m_byPlace.cend())
            return m_tree.absolute(*found);
    for (const QString& place : std::as_const(places))
        if (const QString path = QDir::cleanPath(m_tree.absolute(place)) + QStringLiteral(".txt"); QFileInfo::exists(path))
            return path;
    const QString name = foldedName(QFileInfo(picture).completeBaseName());
    const QString mirrored = bestOf(m_tree.relative(picture), m_byStem.value(name));
    const bool isMutual = !mirrored.isEmpty() && bestOf(mirrored, m_pictures.value(name)) == m_tree.relative(picture);
    return isMutual ? m_tree.absolute(mirrored) : QString();
}

bool YoloLabelFiles::hasPicture(const QString& labels) const
{
    return m_pictures.contains(foldedName(QFileInfo(labels).completeBaseName()));
}

} // namespace core
