#include "core/formats/CsvSample.h"

#include "core/formats/CsvCells.h"
#include "core/formats/Reading.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr size_t mostAsked = 100; // rows whose picture is looked for

QString plainName(const QString& header)
{
    QString plain = header.toLower();
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return plain;
}

template <typename Fits>
double shareOf(const std::vector<const CsvRow*>& rows, int column, const Fits& fits)
{
    int fitting = 0, all = 0;
    for (size_t i = 0; i < rows.size() && all < int(mostAsked); ++i)
        if (const QString& cell = rows[i]->cells[column]; !cell.isEmpty()) {
            ++all;
            fitting += fits(cell) ? 1 : 0;
        }
    return all == 0 ? 0 : double(fitting) / all;
}

} // namespace

CsvSample::CsvSample(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures, bool hasHeader)
    : m_first(rows.front()), m_delimiter(delimiter), m_pictures(pictures)
{
    for (const QString& cell : m_first.cells)
        m_names << plainName(cell);
    m_facts.resize(size_t(count()));
    for (size_t i = hasHeader ? 1 : 0; i < rows.size(); ++i) {
        if (rows[i].cells.size() != count())
            continue;
        m_rows.push_back(&rows[i]);
        for (int column = 0; column < count(); ++column)
            addTo(m_facts[size_t(column)], rows[i].cells[column]);
    }
}

void CsvSample::addTo(CsvColumnFacts& facts, const QString& cell) const
{
    if (cell.isEmpty())
        return;
    const double value = facts.allNumbers ? csvNumber(cell, m_delimiter) : qQNaN();
    facts.allNumbers = facts.allNumbers && !std::isnan(value);
    if (facts.allNumbers) {
        facts.countsUp = facts.countsUp && value == std::floor(value) && (facts.filled == 0 || value == facts.before + 1);
        facts.before = value;
        facts.largest = std::max(facts.largest, value);
        facts.smallest = std::min(facts.smallest, value);
        facts.hasFraction = facts.hasFraction || (value > 0 && value < 1);
    }
    if (facts.allAnswers) {
        const CsvAnswer answer = answerOf(cell);
        facts.allAnswers = answer != CsvAnswer::Invalid;
        facts.hasBinary = facts.hasBinary || answer == CsvAnswer::Yes || answer == CsvAnswer::No;
    }
    facts.allSplits = facts.allSplits && !facts.allNumbers && splitInName(cell).has_value();
    facts.allLists = facts.allLists && !facts.allNumbers && csvList(cell).size() == 4;
    facts.hasObjects = facts.hasObjects || cell.startsWith(QLatin1Char('{')) || cell.startsWith(QLatin1String("[{"));
    ++facts.filled;
    if (facts.distinct.size() <= CsvColumnFacts::mostDistinct)
        facts.distinct.insert(cell);
}

int CsvSample::columnNamed(const char* names) const
{
    for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' ')))
        if (const auto found = m_names.indexOf(name); found >= 0)
            return int(found);
    return -1;
}

bool CsvSample::isNamed(int column, const char* names) const
{
    return QString::fromLatin1(names).split(QLatin1Char(' ')).contains(m_names[column]);
}

double CsvSample::shareOfPictures(int column) const
{
    return shareOf(m_rows, column, m_pictures.exists);
}

double CsvSample::shareOfPictureNames(int column) const
{
    return shareOf(m_rows, column, &isPictureName);
}

double CsvSample::number(const CsvRow& row, int column) const
{
    return csvNumber(row.cells[column], m_delimiter);
}

std::vector<double> CsvSample::numbersOf(const CsvRow& row, const std::vector<int>& corners) const
{
    if (corners.size() == 1)
        return csvList(row.cells[corners.front()]);
    std::vector<double> values;
    for (const int column : corners)
        values.push_back(number(row, column));
    return values;
}

} // namespace core
