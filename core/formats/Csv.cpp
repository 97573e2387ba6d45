#include "core/formats/CsvColumns.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/TextFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Level = ImportIssue::Level;

QStringList csvFiles(const SourceTree& tree)
{
    QStringList files = tree.withSuffix({QStringLiteral("csv"), QStringLiteral("tsv")});
    if (tree.isFile && files.isEmpty() && tree.given.endsWith(QLatin1String(".txt")))
        files << QFileInfo(tree.given).fileName();
    files.removeIf([&](const QString& file) {
        QFile probe(tree.absolute(file));
        if ((!tree.isFile && file.contains(QLatin1Char('/'))) || !probe.open(QIODevice::ReadOnly))
            return true;
        QByteArray start = probe.read(65'536);
        if (!probe.atEnd())
            start.truncate(std::max<qsizetype>(0, start.lastIndexOf('\n'))); // a cut row would not fit
        const QString text = decodeText(start).text;
        const QChar delimiter = delimiterOf(text);
        return delimiter.isNull() || !columnsOf(parseCsv(text, delimiter, 50));
    });
    return files;
}

/// Reads one table into the records.
class CsvFileReader {
public:
    CsvFileReader(Reading& reading, const SourcePaths& paths, const QString& relative)
        : m_reading(reading), m_paths(paths), m_file(relative), m_path(reading.tree().absolute(relative)) {}

    bool holdsSeveralLabels() const { return m_several; }
    CsvColumns::Kind kind() const { return m_columns.kind; }

    void read()
    {
        const TextFile text = readText(m_path);
        if (text.guessed)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        m_delimiter = delimiterOf(text.text);
        const std::vector<CsvRow> rows = parseCsv(text.text, m_delimiter);
        const auto columns = columnsOf(rows);
        if (!columns)
            return;
        m_columns = *columns;
        m_split = splitInName(QFileInfo(m_path).completeBaseName());
        for (const int column : m_columns.answers)
            m_answerNames << m_reading.conceptNamed(rows.front().cells[column]);
        m_relative = m_columns.kind == CsvColumns::Kind::Boxes && isRelative(rows);
        for (size_t i = m_columns.hasHeader ? 1 : 0; i < rows.size() && !m_reading.isCanceled(); ++i) {
            readRow(rows[i]);
            if (i % 500 == 0)
                m_reading.progress(qint64(i), qint64(rows.size()));
        }
    }

private:
    double number(const QString& cell) const
    {
        QString plain = cell;
        if (m_delimiter == QLatin1Char(';'))
            plain.replace(QLatin1Char(','), QLatin1Char('.'));
        bool ok = false;
        const double value = plain.toDouble(&ok);
        return ok ? value : qQNaN();
    }

    /// All coordinates at most 1, and at least one a true fraction.
    bool isRelative(const std::vector<CsvRow>& rows) const
    {
        bool hasFraction = false;
        for (size_t i = m_columns.hasHeader ? 1 : 0; i < rows.size(); ++i) {
            if (rows[i].cells.size() != m_columns.count)
                continue;
            for (const int column : m_columns.corners) {
                const double value = number(rows[i].cells[column]);
                if (value > 1)
                    return false;
                hasFraction = hasFraction || (value > 0 && value < 1);
            }
        }
        return hasFraction;
    }

    void readRow(const CsvRow& row)
    {
        if (row.cells.size() != m_columns.count)
            return m_reading.reject(QStringLiteral("bad_row"), m_file, row.line,
                                    QCoreApplication::translate("Source", "%1 columns instead of %2").arg(row.cells.size()).arg(m_columns.count));
        const QString written = row.cells[m_columns.file];
        const QString base = QFileInfo(m_path).path();
        const SourcePaths::Answer answer = m_paths.find(written, {base, base + QStringLiteral("/images")});
        if (answer.path.isEmpty())
            return m_reading.reject(answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, row.line, written);
        RawRecord& raw = m_reading.record(answer.path);
        raw.file = m_file;
        raw.record.hasRecord = true;
        takeSplit(row, raw);
        switch (m_columns.kind) {
        case CsvColumns::Kind::Boxes: takeBox(row, raw); break;
        case CsvColumns::Kind::Labels: takeLabels(row, raw); break;
        case CsvColumns::Kind::Answers: takeAnswers(row, raw); break;
        }
    }

    void takeSplit(const CsvRow& row, RawRecord& raw)
    {
        if (m_columns.split < 0 || row.cells[m_columns.split].isEmpty()) {
            if (m_split)
                raw.record.split = m_split;
            return;
        }
        const QString word = row.cells[m_columns.split].toLower();
        const auto split = splitFromKey(word == QLatin1String("training") ? QStringLiteral("train") : word);
        if (split)
            raw.record.split = split;
        else
            m_reading.issue(Level::Notice, QStringLiteral("split_unknown"), m_file, row.line, word);
    }

    void takeBox(const CsvRow& row, RawRecord& raw)
    {
        const auto cell = [&](int i) { return row.cells[m_columns.corners[i]]; };
        if (cell(0).isEmpty() && cell(1).isEmpty() && cell(2).isEmpty() && cell(3).isEmpty())
            return; // looked at, nothing there
        if (cleanName(row.cells[m_columns.label]).isEmpty())
            return m_reading.reject(QStringLiteral("unknown_class"), m_file, row.line, row.cells[m_columns.label]);
        RawBox box;
        box.conceptName = m_reading.conceptNamed(row.cells[m_columns.label]);
        box.line = row.line;
        box.x0 = number(cell(0));
        box.y0 = number(cell(1));
        box.x1 = number(cell(2)) + (m_columns.cornersAreSizes ? box.x0 : 0);
        box.y1 = number(cell(3)) + (m_columns.cornersAreSizes ? box.y0 : 0);
        raw.relative = m_relative;
        if (m_columns.width >= 0 && m_columns.height >= 0)
            raw.stated = QSize(int(number(row.cells[m_columns.width])), int(number(row.cells[m_columns.height])));
        raw.boxes.push_back(box);
    }

    void takeLabels(const CsvRow& row, RawRecord& raw)
    {
        QString cell = row.cells[m_columns.label];
        cell.replace(QLatin1Char('|'), QLatin1Char(';'));
        const QStringList names = cell.split(QLatin1Char(';'), Qt::SkipEmptyParts);
        for (const QString& written : names) {
            if (cleanName(written).isEmpty())
                continue;
            const QString name = m_reading.conceptNamed(written);
            if (!raw.record.labels.contains(name))
                raw.record.labels << name;
        }
        m_several = m_several || raw.record.labels.size() > 1;
    }

    void takeAnswers(const CsvRow& row, RawRecord& raw)
    {
        for (size_t i = 0; i < m_columns.answers.size(); ++i) {
            const CsvAnswer answer = answerOf(row.cells[m_columns.answers[i]]);
            if (answer == CsvAnswer::Invalid)
                m_reading.reject(QStringLiteral("bad_row"), m_file, row.line, row.cells[m_columns.answers[i]]);
            else if (answer != CsvAnswer::Unseen)
                raw.record.answers.emplace_back(m_answerNames[qsizetype(i)], answer == CsvAnswer::Yes);
        }
    }

    Reading& m_reading;
    const SourcePaths& m_paths;
    QString m_file, m_path;
    QChar m_delimiter;
    CsvColumns m_columns;
    std::optional<Split> m_split;
    QStringList m_answerNames;
    bool m_relative = false;
    bool m_several = false;
};

} // namespace

Detection detectCsv(const SourceTree& tree)
{
    const QStringList files = csvFiles(tree);
    if (files.isEmpty())
        return {};
    return {tree.isFile ? 90 : 70, QCoreApplication::translate("Source", "CSV table: %1").arg(files.join(QStringLiteral(", ")))};
}

void readCsv(Reading& reading)
{
    SourcePaths paths(reading.tree());
    bool several = false;
    std::optional<CsvColumns::Kind> kind;
    for (const QString& file : csvFiles(reading.tree())) {
        CsvFileReader table(reading, paths, file);
        table.read();
        several = several || table.holdsSeveralLabels();
        kind = kind.value_or(table.kind());
    }
    if (kind == CsvColumns::Kind::Boxes)
        reading.data.type = ViewType::Detection;
    else
        reading.data.type = several || kind == CsvColumns::Kind::Answers ? ViewType::Tagging : ViewType::Classification;
    if (!reading.tree().isFile)
        reading.addOtherPictures();
}

} // namespace core
