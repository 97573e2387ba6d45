#include "core/formats/CsvTable.h"

#include "core/base/Error.h"
#include "core/formats/SourceText.h"
#include "core/formats/TextFile.h"

#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qsizetype longestRow = 4 * 1024 * 1024;

std::vector<CsvRow> firstRows(const QString& text, QChar delimiter, size_t most)
{
    std::vector<CsvRow> rows;
    CsvParser parser(delimiter);
    for (qsizetype i = 0; i < text.size() && rows.size() < most; ++i)
        if (parser.take(text[i]))
            rows.push_back(parser.row());
    if (rows.size() < most && parser.finish())
        rows.push_back(parser.row());
    return rows;
}

} // namespace

// CsvParser -----------------------------------------------------------------------------------------------------------

void CsvParser::endCell()
{
    m_row.cells << (m_wasQuoted ? m_cell : m_cell.trimmed());
    m_cell.clear();
    m_wasQuoted = false;
}

bool CsvParser::endRow()
{
    endCell();
    const bool isFilled = m_row.cells.size() > 1 || !m_row.cells.front().isEmpty();
    if (isFilled)
        m_done = std::move(m_row);
    m_row = {{}, m_line};
    m_length = 0;
    return isFilled;
}

bool CsvParser::take(QChar c)
{
    const bool follows = std::exchange(m_sawReturn, false) && c == QLatin1Char('\n'); // the second half of a line end
    const bool isBreak = c == QLatin1Char('\n') || c == QLatin1Char('\r');
    m_line += isBreak && !follows ? 1 : 0;
    m_sawReturn = c == QLatin1Char('\r');
    ++m_length;
    if (m_isQuoted) {
        const bool wasQuote = std::exchange(m_sawQuote, false);
        if (c == QLatin1Char('"')) {
            if (wasQuote)
                m_cell += c; // doubled: one of the text
            else
                m_sawQuote = true;
            return false;
        }
        if (!wasQuote) {
            m_cell += c;
            return false;
        }
        m_isQuoted = false; // the quote before ended the cell
    } else if (follows) {
        m_row.line = m_line;
        return false;
    }
    if (c == QLatin1Char('"') && m_cell.trimmed().isEmpty() && !m_wasQuoted) {
        m_isQuoted = m_wasQuoted = true;
        m_cell.clear();
    } else if (c == m_delimiter) {
        endCell();
    } else if (isBreak) {
        return endRow();
    } else if (!m_wasQuoted || !c.isSpace()) {
        m_cell += c;
    }
    return false;
}

bool CsvParser::finish()
{
    m_isQuoted = m_sawQuote = false;
    return (!m_cell.isEmpty() || m_wasQuoted || !m_row.cells.isEmpty()) && endRow();
}

QChar delimiterOf(const QString& text)
{
    QChar best;
    double bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::vector<CsvRow> rows = firstRows(text, QLatin1Char(candidate), 50);
        QMap<qsizetype, int> widths;
        for (const CsvRow& row : rows)
            ++widths[row.cells.size()];
        for (auto width = widths.cbegin(); width != widths.cend(); ++width) {
            if (width.key() < 2)
                continue;
            // Even rows first, the names of the columns among them (lists of tags in the cells are even too), then more columns
            const double header = rows.front().cells.size() == width.key() ? 0.2 : 0;
            const double score = header + double(width.value()) / double(rows.size()) + 0.001 * double(std::min<qsizetype>(width.key(), 100));
            if (score > bestScore) {
                bestScore = score;
                best = QLatin1Char(candidate);
            }
        }
    }
    return best;
}

// CsvFile -------------------------------------------------------------------------------------------------------------

CsvFile::CsvFile(const QString& path)
    : m_file(path)
{
    if (!QFileInfo(path).isFile() || !m_file.open(QIODevice::ReadOnly))
        throw Error(SourceText::tr("it cannot be opened"));
    QByteArray start = m_file.read(pieceBytes);
    if (!m_file.atEnd())
        start.truncate(std::max<qsizetype>(0, start.lastIndexOf('\n'))); // a cut row would not fit
    m_delimiter = delimiterOf(decodeText(start).text);
    rewind();
}

void CsvFile::rewind()
{
    m_file.seek(0);
    const QByteArray start = m_file.peek(4);
    m_decoder = QStringDecoder(QStringConverter::encodingForData(start).value_or(QStringConverter::Utf8));
    m_parser = CsvParser(m_delimiter);
    m_text.clear();
    m_at = 0;
    m_isFinished = false;
}

bool CsvFile::fill()
{
    const QByteArray piece = m_file.read(pieceBytes);
    m_at = 0;
    if (piece.isEmpty()) {
        m_text.clear();
        return false;
    }
    if (!m_isGuessed) {
        m_text = m_decoder.decode(piece);
        m_isGuessed = m_decoder.hasError();
    }
    if (m_isGuessed)
        m_text = decodeText(piece).text;
    return true;
}

bool CsvFile::next(CsvRow& row)
{
    for (;;) {
        for (; m_at < m_text.size(); ++m_at)
            if (m_parser.take(m_text[m_at])) {
                ++m_at;
                row = m_parser.row();
                return true;
            }
        if (m_parser.length() > longestRow)
            throw Error(SourceText::tr("a row of more than 4 MB"));
        if (fill())
            continue;
        if (std::exchange(m_isFinished, true) || !m_parser.finish())
            return false;
        row = m_parser.row();
        return true;
    }
}

} // namespace core
