#include "core/formats/Reading.h"

#include "core/formats/FolderNames.h"
#include "core/formats/SourceText.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace core {

Reading::Reading(SourceTree tree, const SourceListener& listener) : m_tree(std::move(tree)), m_listener(listener)
{
    data.root = m_tree.root;
    data.place = m_tree.given;
    data.name = m_tree.isFile || m_tree.isUnpacked ? QFileInfo(m_tree.given).completeBaseName() : QFileInfo(m_tree.given).fileName();
}

void Reading::progress(qint64 done, qint64 total) const
{
    if (m_listener.progressed)
        m_listener.progressed(SourceText::tr("Reading annotations"), done, total);
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

QString Reading::conceptNamed(const QString& written, const QString& file, int line)
{
    const QString name = cleanName(written);
    if (name.isEmpty())
        return {};
    const QString key = nameKey(name);
    const auto known = m_conceptNames.constFind(key);
    if (known == m_conceptNames.cend()) {
        m_conceptNames.insert(key, name);
        data.concepts << name;
        return name;
    }
    if (*known != name && !m_joined.contains(name)) {
        m_joined.insert(name);
        issue(ImportIssue::Level::Notice, QStringLiteral("names_joined"), file, line, QStringLiteral("%1, %2").arg(*known, name));
    }
    return *known;
}

namespace {

constexpr qint64 mostRows = 1000; // of one code and file: what a person can read, and a table of a million rows cannot fill the memory

QString rowKey(ImportIssue::Level level, const QString& code, const QString& file)
{
    return QString::number(int(level)) + QLatin1Char('|') + code + QLatin1Char('|') + file;
}

} // namespace

void Reading::issue(ImportIssue::Level level, const QString& code, const QString& file, int line, const QString& detail)
{
    const bool isMissing = code == QLatin1String("image_missing") || code == QLatin1String("ambiguous_name") || code == QLatin1String("not_local");
    if (isMissing && level == ImportIssue::Level::Rejected)
        m_missing.insert(qHash(detail, 0));
    if (++m_rows[rowKey(level, code, file)] <= mostRows)
        data.issues.push_back({level, code, file, line, detail.left(1000)});
}

void Reading::closeIssues()
{
    data.picturesMissing += int(m_missing.size());
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        if (row.value() > mostRows) {
            const auto level = ImportIssue::Level(row.key().section(QLatin1Char('|'), 0, 0).toInt());
            data.issues.push_back({level, QStringLiteral("more_rows"), row.key().section(QLatin1Char('|'), 2), 0,
                                   QStringLiteral("%1: %2").arg(row.key().section(QLatin1Char('|'), 1, 1)).arg(row.value() - mostRows)});
        }
    m_rows.clear();
    m_missing.clear();
}

void Reading::reject(const QString& code, const QString& file, int line, const QString& detail)
{
    issue(ImportIssue::Level::Rejected, code, file, line, detail);
    ++data.annotationsRead;
    ++data.annotationsRejected;
}

void Reading::reject(RawRecord& raw, const QString& code, const QString& file, int line, const QString& detail)
{
    ++raw.refused;
    reject(code, file, line, detail);
}

std::optional<TextFile> Reading::text(const QString& absolutePath)
{
    const QString relative = m_tree.relative(absolutePath);
    took(relative);
    TextFile file = textOf(absolutePath);
    if (!file.problem.isEmpty()) {
        issue(ImportIssue::Level::Rejected, QStringLiteral("bad_file"), relative, 0, file.problem);
        return std::nullopt;
    }
    if (file.guessed)
        issue(ImportIssue::Level::Notice, QStringLiteral("encoding_guessed"), relative);
    return file;
}

void Reading::leaveOutside(const QString& file, const QString& folder)
{
    const PictureCount count = countPictures(folder, m_listener.isCanceled);
    addOutside({file, folder, count.pictures, count.isMore});
}

void Reading::leaveOutside(const QString& file, const QStringList& pictures)
{
    if (pictures.isEmpty())
        return;
    QString common = QFileInfo(pictures.front()).path();
    for (const QString& picture : pictures)
        while (common != QLatin1String("/") && !picture.startsWith(common + QLatin1Char('/')))
            common = QFileInfo(common).path();
    addOutside({file, common, QSet<QString>(pictures.begin(), pictures.end()).size(), false});
}

void Reading::addOutside(const OutsidePlace& place)
{
    const auto isSame = [&](const OutsidePlace& known) { return known.file == place.file && known.place == place.place; };
    if (std::ranges::any_of(data.outside, isSame))
        return; // train and val of one file
    issue(ImportIssue::Level::Rejected, QStringLiteral("outside"), place.file, 0, place.place);
    data.outside.push_back(place);
}

void Reading::addOtherPictures(const std::function<bool(const QString&)>& accept)
{
    for (const QString& relative : m_tree.files)
        if (m_tree.isPicture(relative) && (!accept || accept(relative)))
            record(m_tree.absolute(relative));
}

void Reading::dropSureScores()
{
    const auto isSure = [](const RawBox& box) { return !box.score || *box.score == 1; };
    if (std::ranges::all_of(records, [&](const RawRecord& raw) { return std::ranges::all_of(raw.boxes, isSure); }))
        for (RawRecord& raw : records)
            for (RawBox& box : raw.boxes)
                box.score.reset();
}

Reading& Reading::further(const QString& name, ViewType type)
{
    for (const auto& known : m_further)
        if (known->data.name == name && known->data.type == type)
            return *known;
    m_further.push_back(std::make_unique<Reading>(m_tree, m_listener));
    Reading& made = *m_further.back();
    made.data.format = data.format;
    made.data.name = name;
    made.data.type = type;
    made.data.isFurther = made.data.namesView = true;
    return made;
}

void Reading::takeSplitsOfFolders()
{
    const auto isBelow = [](const QString& file) { return !file.isEmpty() && !file.startsWith(QLatin1String("../")) && !QDir::isAbsolutePath(file); };
    for (RawRecord& raw : records)
        for (const QString& file : {m_tree.relative(raw.record.path), raw.file})
            if (!raw.record.split && isBelow(file)) // folders around the source have names of their own
                raw.record.split = splitOfFolders(file);
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
