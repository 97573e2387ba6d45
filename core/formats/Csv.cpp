#include "core/base/Error.h"
#include "core/formats/CsvRecords.h"
#include "core/formats/SourceText.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;
using Verdict = CsvMeaning::Verdict;

constexpr size_t mostSampleRows = 5000;
constexpr qsizetype mostSampleCells = 400'000;

/// The first rows, on which the meaning of the columns is decided.
std::vector<CsvRow> sampleOf(CsvFile& file)
{
    std::vector<CsvRow> rows;
    qsizetype cells = 0;
    try { // a row that is no row ends the sample; it is told when the table is read
        for (CsvRow row; rows.size() < mostSampleRows && (cells < mostSampleCells || rows.size() < 50) && file.next(row);) {
            cells += row.cells.size();
            rows.push_back(row);
        }
    } catch (const Error&) {
        cells = 0;
    }
    file.rewind();
    return rows;
}

void dropComments(std::vector<CsvRow>& rows)
{
    rows.erase(rows.begin(), std::ranges::find_if_not(rows, isCsvComment));
}

CsvMeaning meaningOfFile(CsvFile& file, const CsvPaths& paths)
{
    std::vector<CsvRow> rows = sampleOf(file);
    dropComments(rows);
    const CsvPictures pictures{[&](const QString& written) { return !paths.find(written).path.isEmpty(); }, [&](const QString& written) { return paths.sizeOf(written); }};
    return meaningOf(rows, file.delimiter(), pictures);
}

/// A table of what should be predicted, as competitions hand it out; its labels are made up.
bool isSubmission(const QString& file)
{
    return QFileInfo(file).fileName().contains(QLatin1String("submission"), Qt::CaseInsensitive);
}

struct FoundTable {
    QString file; // relative
    CsvMeaning meaning;
};

std::vector<FoundTable> tablesOf(const SourceTree& tree, CsvNames& names)
{
    QStringList files = tree.withSuffix({QStringLiteral("csv"), QStringLiteral("tsv")});
    if (tree.isFile && files.isEmpty() && tree.given.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
        files << tree.relative(tree.given);
    std::vector<FoundTable> tables;
    for (const QString& file : files) {
        if (tree.isCanceled && tree.isCanceled())
            break;
        if (isSubmission(file) && !tree.isFile)
            continue;
        try { // a file that cannot be opened is named with what nobody took
            CsvFile table(tree.absolute(file));
            const CsvMeaning meaning = meaningOfFile(table, CsvPaths(names, tree.absolute(file)));
            if (meaning.verdict != Verdict::NoPictures)
                tables.push_back({file, meaning});
        } catch (const Error&) {
            continue;
        }
    }
    return tables;
}

/// Two columns, codes such as "/m/011k07" and their names: it says what the classes of other tables are called.
bool takeClassNames(CsvFile& table, CsvClassNames& names)
{
    static const QRegularExpression code(QStringLiteral("^/[a-z]+/\\w+$"));
    CsvClassNames found;
    CsvRow row;
    for (int i = 0; table.next(row); ++i) {
        if (row.cells.size() == 2 && row.cells[0].contains(code))
            found.insert(row.cells[0], row.cells[1]);
        else if (i > 0) // the first row may name the columns
            return false;
    }
    names.insert(found);
    return !found.isEmpty();
}

/// The descriptions of classes in the source; of a single table those beside it.
CsvClassNames classNamesOf(Reading& reading)
{
    const SourceTree& tree = reading.tree();
    QStringList files = tree.isFile ? QDir(tree.root).entryList({QStringLiteral("*.csv")}, QDir::Files) : tree.withSuffix({QStringLiteral("csv")});
    files.removeIf([](const QString& file) { return !QFileInfo(file).fileName().contains(QLatin1String("class"), Qt::CaseInsensitive); });
    CsvClassNames names;
    for (const QString& file : std::as_const(files))
        try { // one that cannot be read is named with what nobody took
            CsvFile table(tree.absolute(file));
            if (takeClassNames(table, names))
                reading.took(file);
        } catch (const Error&) {
            continue;
        }
    return names;
}

bool holdsBoxes(const CsvColumns& columns)
{
    return columns.kind == CsvColumns::Kind::Boxes || columns.kind == CsvColumns::Kind::Regions;
}

/// Reads the tables of one source. All say the same kind of thing: one that holds labels is not read beside one that holds boxes.
class CsvSource {
public:
    explicit CsvSource(Reading& reading) : m_reading(reading), m_names(reading.tree()), m_classNames(classNamesOf(reading)) {}

    void read()
    {
        const std::vector<FoundTable> tables = tablesOf(m_reading.tree(), m_names);
        const bool areBoxes = std::ranges::any_of(tables, [](const FoundTable& table) { return table.meaning.verdict == Verdict::Clear && holdsBoxes(table.meaning.columns); });
        for (const FoundTable& table : tables)
            if (!m_reading.isCanceled())
                take(table, areBoxes);
        if (!m_wasRead)
            return;
        if (areBoxes)
            m_reading.data.type = ViewType::Detection;
        else
            m_reading.data.type = m_isTagging ? ViewType::Tagging : ViewType::Classification;
    }

private:
    void take(const FoundTable& table, bool areBoxes)
    {
        m_reading.took(table.file);
        if (table.meaning.verdict == Verdict::Unclear)
            return m_reading.issue(Level::Rejected, QStringLiteral("shape_unclear"), table.file, 0, table.meaning.doubt);
        if (holdsBoxes(table.meaning.columns) != areBoxes)
            return m_reading.issue(Level::Rejected, QStringLiteral("not_read"), table.file, 0,
                                   SourceText::tr("it holds labels of whole pictures, and another table of the source holds boxes; import it by itself"));
        try { // a table that breaks off must not cost the others
            m_names.paths().takeOutside(); // what was only tried to understand the columns
            const bool hasSeveral = readCsvTable(m_reading, m_names, table.file, table.meaning.columns, m_classNames);
            m_reading.leaveOutside(table.file, m_names.paths().takeOutside());
            m_isTagging = m_isTagging || hasSeveral || table.meaning.columns.kind == CsvColumns::Kind::Answers;
        } catch (const Error& error) {
            m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), table.file, 0, error.message());
        }
        m_wasRead = true;
    }

    Reading& m_reading;
    CsvNames m_names;
    CsvClassNames m_classNames;
    bool m_wasRead = false;
    bool m_isTagging = false;
};

} // namespace

Detection detectCsv(const SourceTree& tree)
{
    CsvNames names(tree);
    const std::vector<FoundTable> tables = tablesOf(tree, names);
    if (tables.empty())
        return {};
    QStringList files;
    bool isClear = false;
    for (const FoundTable& table : tables) {
        files << table.file;
        isClear = isClear || table.meaning.verdict == Verdict::Clear;
    }
    const QString evidence = SourceText::tr("CSV table: %1").arg(files.mid(0, 5).join(QStringLiteral(", ")));
    return {!isClear ? 20 : tree.isFile ? 90 : 70, evidence}; // a table in doubt goes before plain pictures, so that the doubt is told
}

void readCsv(Reading& reading)
{
    CsvSource(reading).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
    reading.takeSplitsOfFolders();
}

} // namespace core
