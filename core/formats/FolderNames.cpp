#include "core/formats/FolderNames.h"

#include <QRegularExpression>
#include <QStringList>

namespace core {

namespace {

bool isOneOf(const QString& word, const QString& words)
{
    return words.split(QLatin1Char(' ')).contains(word);
}

} // namespace

QStringList foldersOf(const QString& relative)
{
    QStringList folders = relative.split(QLatin1Char('/'));
    folders.removeLast();
    return folders;
}

std::optional<Split> splitOfFolder(const QString& name)
{
    static const QRegularExpression notLetters(QStringLiteral("[^a-z]+"));
    static const QString fillers = QStringLiteral("set sets data dataset images image imgs img pictures photos pics folder split obj seg files jpg jpeg png");
    std::optional<Split> found;
    for (QString word : name.toLower().split(notLetters, Qt::SkipEmptyParts)) {
        if (isOneOf(word, fillers))
            continue;
        if (word.endsWith(QLatin1String("set")))
            word.chop(3); // testset
        else if (word == QLatin1String("trainval"))
            word = QStringLiteral("train");
        const auto split = splitFromKey(word);
        if (!split || *split == Split::Unassigned || found)
            return std::nullopt;
        found = split;
    }
    return found;
}

std::optional<Split> splitOfFolders(const QString& relative)
{
    for (const QString& folder : foldersOf(relative))
        if (const auto split = splitOfFolder(folder))
            return split;
    return std::nullopt;
}

std::optional<Split> splitAbovePictures(const QString& relative)
{
    for (const QString& folder : foldersOf(relative)) {
        if (const auto split = splitOfFolder(folder))
            return split;
        if (!isGenericFolder(folder))
            break;
    }
    return std::nullopt;
}

bool isGenericFolder(const QString& name)
{
    static const QString names = QStringLiteral("images image imgs img pictures picture pics photos photo jpegimages jpgs jpg jpeg pngs png frames data dataset datasets raw");
    return isOneOf(name.toLower(), names);
}

bool isAnnotationFolder(const QString& name)
{
    return isOneOf(name.toLower(), QStringLiteral("annotations annotation annots annot xml xmls labels label"));
}

bool isUnsortedFolder(const QString& name)
{
    return isOneOf(name.toLower(), QStringLiteral("unlabeled unlabelled unsorted unknown_class unannotated"));
}

} // namespace core
