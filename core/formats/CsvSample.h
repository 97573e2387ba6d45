#pragma once

#include "core/formats/CsvColumns.h"

#include <QSet>
#include <QStringList>

namespace core {

/// What all cells of one column have in common, over the rows that have the right count.
struct CsvColumnFacts {
    int filled = 0;
    bool allNumbers = true, allAnswers = true, allSplits = true, countsUp = true, allLists = true;
    bool hasObjects = false;   // {…}, which is no name
    bool hasBinary = false;    // a 0 or a 1, a yes or a no
    bool hasFraction = false;  // between 0 and 1
    double largest = -1e300, smallest = 1e300, before = 0;
    QSet<QString> distinct;    // up to mostDistinct + 1

    static constexpr int mostDistinct = 64;
    bool isNumber() const { return filled > 0 && allNumbers; }
    bool isCounter() const { return filled >= 3 && allNumbers && countsUp; }
    bool hasRepeats() const { return int(distinct.size()) < filled; }
};

/// The first rows of a table, on which the meaning of its columns is decided. What it is made of must outlive it.
class CsvSample {
public:
    /// `hasHeader`: the first row holds names, and only the others are looked at.
    CsvSample(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures, bool hasHeader);

    int count() const { return int(m_first.cells.size()); } // columns
    bool hasRows() const { return !m_rows.empty(); }
    const CsvColumnFacts& facts(int column) const { return m_facts[size_t(column)]; }
    /// Cells of the first row, as they are written and as "bboxxmin" for "BBox X-Min".
    const QString& written(int column) const { return m_first.cells[column]; }
    const QString& name(int column) const { return m_names[column]; }
    const QStringList& names() const { return m_names; }
    /// The column that has the first of these names (with blanks between them) which any has; −1: none has one.
    int columnNamed(const char* names) const;
    bool isNamed(int column, const char* names) const;

    bool isPicture(const QString& written) const { return m_pictures.exists(written); }
    QSize pictureSize(const QString& written) const { return m_pictures.size(written); }
    /// The share of the cells of a column that name pictures which are there; of the first hundred rows.
    double shareOfPictures(int column) const;
    /// The same for names that only look like those of pictures.
    double shareOfPictureNames(int column) const;

    /// Rows of the right count, without the header.
    const std::vector<const CsvRow*>& rows() const { return m_rows; }
    double number(const CsvRow& row, int column) const;
    /// The numbers of a box; `corners` as in CsvColumns. Other than four: the cell is no list.
    std::vector<double> numbersOf(const CsvRow& row, const std::vector<int>& corners) const;

private:
    void addTo(CsvColumnFacts& facts, const QString& cell) const;

    const CsvRow& m_first;
    QChar m_delimiter;
    const CsvPictures& m_pictures;
    QStringList m_names;
    std::vector<const CsvRow*> m_rows;
    std::vector<CsvColumnFacts> m_facts;
};

} // namespace core
