#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/CsvColumns.h"
#include "core/formats/CsvPaths.h"
#include "core/formats/Reading.h"
#include "core/formats/Via.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

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

/// Rows that other programs put before the names of the columns.
bool isComment(const CsvRow& row)
{
    return row.cells.front().startsWith(QLatin1String("# ")) || row.cells.front().startsWith(QLatin1String("sep="));
}

void dropComments(std::vector<CsvRow>& rows)
{
    rows.erase(rows.begin(), std::ranges::find_if_not(rows, isComment));
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

/// Reads one table into the records.
class CsvFileReader {
public:
    CsvFileReader(Reading& reading, CsvNames& names, const FoundTable& table)
        : m_reading(reading), m_file(table.file), m_columns(table.meaning.columns), m_table(reading.tree().absolute(table.file)),
          m_paths(names, reading.tree().absolute(table.file)) {}

    bool holdsSeveralLabels() const { return m_several; }

    void read()
    {
        m_split = splitOfTable();
        CsvRow row;
        if (m_columns.kind == CsvColumns::Kind::Regions)
            findClassAttribute();
        bool isHeader = m_columns.hasHeader;
        for (int i = 0; m_table.next(row); ++i) {
            if (isComment(row))
                continue;
            if (std::exchange(isHeader, false)) {
                nameAnswers(row);
                continue;
            }
            if (i % 256 == 0) {
                if (m_reading.isCanceled())
                    return;
                m_reading.progress(m_table.position(), m_table.size());
            }
            readRow(row);
        }
        if (m_table.isGuessed())
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
    /// "val.csv", else "valid/_annotations.csv".
    std::optional<Split> splitOfTable() const
    {
        const QFileInfo info(m_file);
        if (const auto split = splitInName(info.completeBaseName()))
            return split;
        const QString folder = QFileInfo(info.path()).fileName();
        return folder == QLatin1String(".") ? std::nullopt : splitInName(folder);
    }

    void nameAnswers(const CsvRow& header)
    {
        for (const int column : m_columns.answers)
            m_answerNames << m_reading.conceptNamed(header.cells.value(column), m_file, header.line);
    }

    void findClassAttribute()
    {
        ViaClassAttribute attribute;
        for (CsvRow row; m_table.next(row) && !m_reading.isCanceled();)
            if (row.cells.size() == m_columns.count)
                attribute.see(regionIn(row));
        m_classAttribute = attribute.name();
        m_table.rewind();
    }

    ViaRegion regionIn(const CsvRow& row) const
    {
        return viaRegion(row.cells[m_columns.shape].toUtf8(), m_columns.attributes < 0 ? QByteArray() : row.cells[m_columns.attributes].toUtf8());
    }

    double number(const QString& cell) const { return csvNumber(cell, m_table.delimiter()); }

    void readRow(const CsvRow& row)
    {
        if (row.cells.size() != m_columns.count)
            return m_reading.reject(QStringLiteral("bad_row"), m_file, row.line,
                                    QCoreApplication::translate("Source", "%1 columns instead of %2").arg(row.cells.size()).arg(m_columns.count));
        const QString& written = row.cells[m_columns.file];
        const SourcePaths::Answer answer = m_paths.find(written);
        if (answer.path.isEmpty())
            return m_reading.reject(answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, row.line, written);
        RawRecord& raw = m_reading.record(answer.path);
        raw.file = m_file;
        takeSplit(row, raw);
        switch (m_columns.kind) {
        case CsvColumns::Kind::Boxes: takeBox(row, raw); break;
        case CsvColumns::Kind::Labels: takeLabels(row, raw); break;
        case CsvColumns::Kind::Answers: takeAnswers(row, raw); break;
        case CsvColumns::Kind::Regions:
            raw.record.hasRecord = true;
            takeViaRegion(m_reading, raw, regionIn(row), m_classAttribute, m_file, row.line, m_hulls);
            break;
        }
    }

    void takeSplit(const CsvRow& row, RawRecord& raw)
    {
        const QString word = m_columns.split < 0 ? QString() : row.cells[m_columns.split].trimmed();
        if (word.isEmpty()) {
            raw.record.split = m_split ? m_split : raw.record.split;
            return;
        }
        if (m_columns.splitIsValidation) {
            if (const CsvAnswer answer = answerOf(word); answer == CsvAnswer::Yes || answer == CsvAnswer::No)
                raw.record.split = answer == CsvAnswer::Yes ? Split::Validation : Split::Train;
            return;
        }
        const auto known = splitFromKey(word.toLower());
        if (const auto split = known ? known : splitInName(word))
            raw.record.split = split;
        else if (word.compare(QLatin1String("unassigned"), Qt::CaseInsensitive) != 0)
            m_reading.issue(Level::Notice, QStringLiteral("split_unknown"), m_file, row.line, word);
    }

    // Boxes -----------------------------------------------------------------------------------------------------------

    std::vector<double> cornersIn(const CsvRow& row) const
    {
        if (m_columns.corners.size() == 1)
            return csvList(row.cells[m_columns.corners.front()]);
        std::vector<double> values;
        for (const int column : m_columns.corners)
            values.push_back(number(row.cells[column]));
        return values;
    }

    bool hasNoBox(const CsvRow& row) const
    {
        return std::ranges::all_of(m_columns.corners, [&](int column) { return row.cells[column].isEmpty() || row.cells[column] == QLatin1String("[]"); });
    }

    static bool saysNothing(const QString& label)
    {
        const QString plain = label.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('_'));
        return plain.isEmpty() || plain == QLatin1String("none") || plain == QLatin1String("nofinding") || plain == QLatin1String("nothing")
            || plain == QLatin1String("background") || plain == QLatin1String("negative") || plain == QLatin1String("nan");
    }

    void takeBox(const CsvRow& row, RawRecord& raw)
    {
        raw.record.hasRecord = true;
        const QString& label = row.cells[m_columns.label];
        if (hasNoBox(row)) {
            if (!saysNothing(label)) // a class without a box says that something is there, not that nothing is
                m_reading.reject(raw, QStringLiteral("box_not_number"), m_file, row.line, label);
            return; // looked at, nothing there
        }
        if (cleanName(label).isEmpty())
            return m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, row.line, QStringLiteral("“%1”").arg(cleanName(label)));
        if (m_columns.score >= 0 && !row.cells[m_columns.score].isEmpty() && number(row.cells[m_columns.score]) != 1)
            return m_reading.reject(raw, QStringLiteral("draft_not_taken"), m_file, row.line);
        std::vector<double> v = cornersIn(row);
        if (v.size() != 4)
            return m_reading.reject(raw, QStringLiteral("box_not_number"), m_file, row.line, label);
        if (m_columns.form == CsvColumns::Corners::Centre) {
            v[0] -= v[2] / 2;
            v[1] -= v[3] / 2;
        }
        const bool areSizes = m_columns.form != CsvColumns::Corners::Extremes;
        RawBox box;
        box.conceptName = m_reading.conceptNamed(label, m_file, row.line);
        box.line = row.line;
        box.x0 = v[0];
        box.y0 = v[1];
        box.x1 = v[2] + (areSizes ? v[0] : 0);
        box.y1 = v[3] + (areSizes ? v[1] : 0);
        box.flags = m_columns.group >= 0 && answerOf(row.cells[m_columns.group]) == CsvAnswer::Yes ? Crowd : 0;
        raw.relative = m_columns.isRelative;
        if (m_columns.width >= 0 && m_columns.height >= 0)
            raw.stated = sizeIn(row);
        raw.boxes.push_back(box);
    }

    QSize sizeIn(const CsvRow& row) const
    {
        const double width = number(row.cells[m_columns.width]), height = number(row.cells[m_columns.height]);
        const auto isSide = [](double side) { return side >= 1 && side < 1e9; };
        return isSide(width) && isSide(height) ? QSize(int(width), int(height)) : QSize();
    }

    // Labels ----------------------------------------------------------------------------------------------------------

    void takeLabels(const CsvRow& row, RawRecord& raw)
    {
        raw.record.hasRecord = true;
        for (const QString& written : namesIn(row.cells[m_columns.label])) {
            if (written.trimmed().isEmpty())
                continue;
            const QString name = m_reading.conceptNamed(written, m_file, row.line);
            if (name.isEmpty())
                m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, row.line, QStringLiteral("“”"));
            else
                takeLabel(row, raw, name);
        }
    }

    /// "cat;dog", "['cat', 'dog']"
    QStringList namesIn(const QString& cell) const
    {
        const bool isList = cell.startsWith(QLatin1Char('[')) && cell.endsWith(QLatin1Char(']'));
        QStringList names{isList ? cell.mid(1, cell.size() - 2) : cell};
        for (const QChar separator : isList ? QStringLiteral(",") : m_columns.separators) {
            QStringList parts;
            for (const QString& name : std::as_const(names))
                parts += name.split(separator, Qt::SkipEmptyParts);
            names = parts;
        }
        if (isList)
            for (QString& name : names) {
                name = name.trimmed();
                if (name.size() > 1 && name.front() == name.back() && (name.front() == QLatin1Char('\'') || name.front() == QLatin1Char('"')))
                    name = name.mid(1, name.size() - 2);
            }
        return names;
    }

    void takeLabel(const CsvRow& row, RawRecord& raw, const QString& name)
    {
        const double score = m_columns.score < 0 || row.cells[m_columns.score].isEmpty() ? 1 : number(row.cells[m_columns.score]);
        if (score != 1 && !(m_columns.scoreAnswers && score == 0))
            return m_reading.reject(raw, QStringLiteral("draft_not_taken"), m_file, row.line);
        if (m_columns.scoreAnswers) {
            raw.record.answers.emplace_back(name, score == 1);
            m_several = true;
        } else if (!raw.record.labels.contains(name)) {
            raw.record.labels << name;
        }
        m_several = m_several || raw.record.labels.size() > 1;
    }

    void takeAnswers(const CsvRow& row, RawRecord& raw)
    {
        for (size_t i = 0; i < m_columns.answers.size(); ++i) {
            const QString& cell = row.cells[m_columns.answers[i]];
            const CsvAnswer answer = answerOf(cell);
            if (answer == CsvAnswer::Invalid) {
                m_reading.reject(raw, QStringLiteral("bad_row"), m_file, row.line, cell);
            } else if (answer != CsvAnswer::Unseen) {
                raw.record.hasRecord = true;
                raw.record.answers.emplace_back(m_answerNames[qsizetype(i)], answer == CsvAnswer::Yes);
            }
        }
    }

    Reading& m_reading;
    QString m_file;
    CsvColumns m_columns;
    CsvFile m_table;
    CsvPaths m_paths;
    std::optional<Split> m_split;
    QStringList m_answerNames;
    QString m_classAttribute;
    int m_hulls = 0;
    bool m_several = false;
};

bool holdsBoxes(const CsvColumns& columns)
{
    return columns.kind == CsvColumns::Kind::Boxes || columns.kind == CsvColumns::Kind::Regions;
}

/// Reads the tables of one source. All say the same kind of thing: one that holds labels is not read beside one that holds boxes.
class CsvSource {
public:
    explicit CsvSource(Reading& reading) : m_reading(reading), m_names(reading.tree()) {}

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
                                   QCoreApplication::translate("Source", "it holds labels of whole pictures, and another table of the source holds boxes; import it by itself"));
        try { // a table that breaks off must not cost the others
            CsvFileReader reader(m_reading, m_names, table);
            m_names.paths().takeOutside(); // what was only tried to understand the columns
            reader.read();
            m_reading.leaveOutside(table.file, m_names.paths().takeOutside());
            m_isTagging = m_isTagging || reader.holdsSeveralLabels() || table.meaning.columns.kind == CsvColumns::Kind::Answers;
        } catch (const Error& error) {
            m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), table.file, 0, error.message());
        }
        m_wasRead = true;
    }

    Reading& m_reading;
    CsvNames m_names;
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
    const QString evidence = QCoreApplication::translate("Source", "CSV table: %1").arg(files.mid(0, 5).join(QStringLiteral(", ")));
    return {!isClear ? 20 : tree.isFile ? 90 : 70, evidence}; // a table in doubt goes before plain pictures, so that the doubt is told
}

void readCsv(Reading& reading)
{
    CsvSource(reading).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
}

} // namespace core
