#include "core/formats/Reading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace core {

QStringList SourceTree::withSuffix(const QStringList& suffixes) const
{
    const auto fits = [&](const QString& name) { return suffixes.contains(QFileInfo(name).suffix().toLower()); };
    if (isFile)
        return fits(given) ? QStringList{QDir(root).relativeFilePath(given)} : QStringList();
    QStringList found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found), fits);
    return found;
}

Reading::Reading(SourceTree tree, const SourceListener& listener) : m_tree(std::move(tree)), m_listener(listener)
{
    data.root = m_tree.root;
    data.name = m_tree.isFile ? QFileInfo(m_tree.given).completeBaseName() : QFileInfo(m_tree.given).fileName();
}

void Reading::progress(qint64 done, qint64 total) const
{
    if (m_listener.progressed)
        m_listener.progressed(QCoreApplication::translate("Source", "Reading annotations"), done, total);
}

RawRecord& Reading::record(const QString& absolutePath)
{
    const auto found = m_places.constFind(absolutePath);
    if (found != m_places.cend())
        return records[*found];
    m_places.insert(absolutePath, records.size());
    records.emplace_back();
    records.back().record.path = absolutePath;
    return records.back();
}

QString Reading::conceptNamed(const QString& written)
{
    const QString name = cleanName(written);
    const QString key = nameKey(name);
    const auto known = m_conceptNames.constFind(key);
    if (known != m_conceptNames.cend())
        return *known;
    m_conceptNames.insert(key, name);
    data.concepts << name;
    return name;
}

void Reading::issue(ImportIssue::Level level, const QString& code, const QString& file, int line, const QString& detail)
{
    data.issues.push_back({level, code, file, line, detail});
}

void Reading::reject(const QString& code, const QString& file, int line, const QString& detail)
{
    issue(ImportIssue::Level::Rejected, code, file, line, detail);
    ++data.annotationsRead;
    ++data.annotationsRejected;
}

void Reading::addOtherPictures(const std::function<bool(const QString&)>& accept)
{
    for (const QString& relative : m_tree.files)
        if (isPictureName(relative) && (!accept || accept(relative)))
            record(m_tree.absolute(relative));
}

bool isPictureName(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return PictureFile::extensions().contains(suffix) || PictureFile::unsupportedExtensions().contains(suffix);
}

std::optional<Split> splitInName(const QString& name)
{
    static const QRegularExpression notLetters(QStringLiteral("[^a-z]+"));
    for (const QString& word : name.toLower().split(notLetters, Qt::SkipEmptyParts))
        if (const auto split = splitFromKey(word); split && *split != Split::Unassigned)
            return split;
    return std::nullopt;
}

QString cleanName(const QString& written)
{
    QString name = written.normalized(QString::NormalizationForm_C);
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    const auto points = name.trimmed().toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.constData()), std::min<qsizetype>(points.size(), 200)).trimmed();
}

} // namespace core
