#include "core/formats/SplitLists.h"

#include "core/formats/FolderNames.h"
#include "core/formats/SourcePaths.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;

struct List {
    QString file; // relative
    QString base; // relative folder that its names start from, with '/' at the end; empty: the source
    Split split = Split::Unassigned;
    bool isWeak = false; // trainval: counts only for names in no other list
};

/// Lists below ImageSets, else beside the data. Segmentation and Layout are parts of Main.
std::vector<List> listsOf(const SourceTree& tree, Reading& reading)
{
    static const QRegularExpression inSets(QStringLiteral("^(|.*/)ImageSets/(?:(Main|Segmentation|Layout)/)?[^/]+$"), QRegularExpression::CaseInsensitiveOption);
    std::vector<List> main, others, plain;
    for (const QString& file : tree.withSuffix({QStringLiteral("txt")})) {
        const auto match = inSets.match(file);
        if (match.hasMatch())
            reading.took(file); // lists of one class among them: the boxes say the same
        const QString name = QFileInfo(file).completeBaseName();
        const auto split = splitOfList(name);
        if (!split)
            continue;
        List list{file, match.hasMatch() ? match.captured(1) : file.left(file.lastIndexOf(QLatin1Char('/')) + 1), *split,
                  name.compare(QLatin1String("trainval"), Qt::CaseInsensitive) == 0};
        if (!match.hasMatch())
            plain.push_back(list);
        else if (match.captured(2).isEmpty() || match.captured(2).compare(QLatin1String("Main"), Qt::CaseInsensitive) == 0)
            main.push_back(list);
        else
            others.push_back(list);
    }
    std::vector<List>& lists = !main.empty() ? main : !others.empty() ? others : plain;
    std::ranges::stable_sort(lists, [](const List& a, const List& b) { return a.isWeak > b.isWeak; }); // later ones win
    return std::move(lists);
}

/// Pictures by every form in which a list may name them.
class Names {
public:
    Names(const Reading& reading, const QString& base)
    {
        for (size_t i = 0; i < reading.records.size(); ++i) {
            const QString relative = reading.tree().relative(reading.records[i].record.path);
            if (!relative.startsWith(base))
                continue;
            for (QString rest = relative.mid(base.size()); !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString()) {
                add(rest, i);
                add(rest.left(rest.lastIndexOf(QLatin1Char('.'))), i);
            }
        }
    }

    /// The record, or nothing when none or several fit.
    std::optional<size_t> find(QString written) const
    {
        written.replace(QLatin1Char('\\'), QLatin1Char('/'));
        for (QString rest = written; !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            if (const auto found = m_places.constFind(foldedName(rest)); found != m_places.cend())
                return found->size() == 1 ? std::optional(found->front()) : std::nullopt;
        return std::nullopt;
    }

private:
    void add(const QString& name, size_t record)
    {
        std::vector<size_t>& places = m_places[foldedName(name)];
        if (places.empty() || places.back() != record)
            places.push_back(record);
    }

    QHash<QString, std::vector<size_t>> m_places;
};

/// The line as a whole, then without what may follow a name.
QStringList namesIn(const QString& line)
{
    static const QRegularExpression after(QStringLiteral("[\\s,]+(-?[01]|\\S+\\.(xml|txt))$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(QStringLiteral("^([\"'])(.*)\\1$"));
    QStringList names{line.trimmed()};
    names << QString(names.front()).remove(after).trimmed();
    for (QString& name : names)
        if (const auto match = quoted.match(name); match.hasMatch())
            name = match.captured(2);
    names.removeDuplicates();
    return names;
}

/// Sets the split of each record that a line names; gives the lines that name none.
std::vector<qsizetype> applyLines(Reading& reading, const QStringList& lines, const QString& base, Split split)
{
    const Names names(reading, base);
    std::vector<qsizetype> missing;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        std::optional<size_t> record;
        for (const QString& name : namesIn(lines[i]))
            record = record ? record : names.find(name);
        if (record)
            reading.records[*record].record.split = split;
        else
            missing.push_back(i);
    }
    return missing;
}

/// Each line is a picture and something about it, which is no list of names: "a.jpg 5,6,20,22,0 30,6,40,22,1".
bool holdMore(const QStringList& lines)
{
    static const QRegularExpression boxes(QStringLiteral("^\\S.*\\.\\w{3,4}([ \\t]+-?\\d+(\\.\\d+)?(,-?\\d+(\\.\\d+)?){3,})+\\s*$"));
    return !lines.isEmpty() && std::ranges::any_of(lines, [](const QString& line) { return line.contains(boxes); });
}

void applyList(Reading& reading, const List& list)
{
    const TextFile file = textOf(reading.tree().absolute(list.file));
    const QStringList lines = linesOf(file.text);
    if (holdMore(lines) && !reading.isTaken(list.file))
        return; // it is named at the end by what it is
    if (!reading.text(reading.tree().absolute(list.file)))
        return;
    std::vector<qsizetype> missing = applyLines(reading, lines, list.base, list.split);
    const auto named = std::ranges::count_if(lines, [](const QString& line) { return !line.trimmed().isEmpty(); });
    if (qsizetype(missing.size()) == named && !list.base.isEmpty()) // meta/train.txt beside images/
        missing = applyLines(reading, lines, {}, list.split);
    if (qsizetype(missing.size()) == named && named > 0)
        return reading.issue(Level::Notice, QStringLiteral("split_list_unused"), list.file, 0, QString::number(missing.size()));
    for (const qsizetype i : missing)
        reading.issue(Level::Rejected, QStringLiteral("split_name_missing"), list.file, int(i + 1), lines[i].trimmed());
}

} // namespace

std::optional<Split> splitOfList(const QString& name)
{
    static const QRegularExpression around(QStringLiteral("(^(auto)?split|^list|(list|ids?|names|paths|split)\\d*$)"));
    QString word = name.toLower();
    word.replace(QLatin1Char('-'), QLatin1Char('_'));
    return splitOfFolder(word.split(QLatin1Char('_')).replaceInStrings(around, {}).join(QLatin1Char('_')));
}

void applySplitLists(Reading& reading)
{
    for (const List& list : listsOf(reading.tree(), reading))
        applyList(reading, list);
}

} // namespace core
