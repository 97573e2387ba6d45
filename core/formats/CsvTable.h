#pragma once

#include <QFile>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

#include <vector>

namespace core {

struct CsvRow {
    QStringList cells; // trimmed, unless they were quoted
    int line = 0;      // where it begins, from 1
};

/// Takes RFC 4180 text apart, a character at a time; quoted cells may hold delimiters and line breaks. Empty lines are left out.
class CsvParser {
public:
    explicit CsvParser(QChar delimiter) : m_delimiter(delimiter) {}

    /// True when a row is complete: row() holds it until the next call.
    bool take(QChar c);
    bool finish(); // the text has ended
    const CsvRow& row() const { return m_done; }
    /// Of the row that is being read, characters.
    qsizetype length() const { return m_length; }

private:
    void endCell();
    bool endRow();

    QChar m_delimiter;
    CsvRow m_row{{}, 1}, m_done;
    QString m_cell;
    bool m_isQuoted = false, m_wasQuoted = false, m_sawQuote = false, m_sawReturn = false;
    int m_line = 1;
    qsizetype m_length = 0;
};

/// The one of , ; TAB | that gives the most even number of columns over the first 50 rows, at least two; null: none does.
QChar delimiterOf(const QString& text);

/// The rows of one table, read by pieces, so that a table of any size fits.
class CsvFile {
public:
    /// Finds encoding and delimiter from the start of the file. Throws Error, half a sentence, when it cannot be opened or is no file.
    explicit CsvFile(const QString& path);

    QChar delimiter() const { return m_delimiter; } // null: no table
    bool isGuessed() const { return m_isGuessed; }  // neither marked nor UTF-8, as far as it was read
    qint64 position() const { return m_file.pos(); }
    qint64 size() const { return m_file.size(); }
    /// False at the end. Throws Error when a row is longer than any table has.
    bool next(CsvRow& row);
    void rewind();

private:
    bool fill();

    QFile m_file;
    QChar m_delimiter;
    QStringDecoder m_decoder;
    CsvParser m_parser{QChar()};
    QString m_text;
    qsizetype m_at = 0;
    bool m_isGuessed = false;
    bool m_isFinished = false;
};

} // namespace core
