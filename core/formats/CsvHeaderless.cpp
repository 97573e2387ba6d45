#include "core/formats/CsvBoxes.h"
#include "core/formats/CsvColumns.h"
#include "core/formats/SourceText.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// Tables without names of columns: what each holds is told by its cells and by the pictures.
class UnnamedColumns {
public:
    explicit UnnamedColumns(const CsvSample& sample) : m_sample(sample) {}

    CsvMeaning run()
    {
        CsvColumns& out = m_out.columns;
        out.count = m_sample.count();
        out.hasHeader = false;
        double best = 0;
        for (int column = 0; column < m_sample.count(); ++column)
            if (!m_sample.facts(column).isNumber())
                if (const double share = std::max(m_sample.shareOfPictureNames(column), m_sample.shareOfPictures(column)); share > best) {
                    best = share;
                    out.file = column;
                }
        if (best <= 0.5) // one name of two may be that of a column
            return m_out;
        std::vector<int> numbers, words, empty;
        for (int column = 0; column < m_sample.count(); ++column) {
            if (column == out.file)
                continue;
            if (m_sample.facts(column).filled == 0)
                empty.push_back(column);
            else if (m_sample.facts(column).isNumber())
                numbers.push_back(column);
            else if (out.split < 0 && m_sample.facts(column).allSplits && m_sample.count() > 2)
                out.split = column;
            else
                words.push_back(column);
        }
        if (words.empty() && out.split >= 0 && empty.empty()) // a class called "train"
            words.push_back(std::exchange(out.split, -1));
        const qsizetype meaning = m_sample.count() - (out.split >= 0 ? 1 : 0);
        if (meaning == 2 && (words.size() == 1 || numbers.size() == 1 || empty.size() == 1)) {
            out.label = !words.empty() ? words.front() : !numbers.empty() ? numbers.front() : empty.front();
            accept();
        } else {
            findBoxes(numbers, words, empty);
        }
        return m_out;
    }

private:
    void findBoxes(std::vector<int> numbers, const std::vector<int>& words, const std::vector<int>& empty)
    {
        CsvColumns& out = m_out.columns;
        out.kind = CsvColumns::Kind::Boxes;
        // The make-sense table: class, x, y, width, height, picture, its width, its height.
        if (m_sample.count() == 8 && out.file == 5 && words == std::vector<int>{0} && numbers == std::vector<int>{1, 2, 3, 4, 6, 7})
            return takeBoxes({1, 2, 3, 4}, 0, CsvColumns::Corners::Sizes, 6);
        // One of eight coordinates, those between the corners left empty: x0, y0, , , x1, y1, ,
        if (numbers.size() == 4 && empty.size() == 4 && words.size() == 1 && areShares(m_sample, numbers))
            return takeBoxes(numbers, words.front(), CsvColumns::Corners::Extremes, -1);
        const int size = pictureSizeAmong(m_sample, out.file, numbers);
        if (numbers.size() == 6 && size >= 0)
            std::erase_if(numbers, [&](int column) { return column == size || column == size + 1; });
        if (words.size() == 1 && numbers.size() == 4) {
            if (const auto form = formThatFits(m_sample, out.file, numbers))
                return takeBoxes(numbers, words.front(), *form, size);
            return doubt(SourceText::tr("the numbers are no boxes of these pictures, neither as corners nor as a corner and a size"));
        }
        if (words.empty() && numbers.size() == 5)
            return boxesWithNumberedClass(numbers, size);
        doubt(SourceText::tr("there is no first row with names, and the columns are of no usual form"));
    }

    void takeBoxes(const std::vector<int>& corners, int label, CsvColumns::Corners form, int size)
    {
        CsvColumns& out = m_out.columns;
        out.corners = corners;
        out.label = label;
        out.form = form;
        out.width = size;
        out.height = size < 0 ? -1 : size + 1;
        out.isRelative = areShares(m_sample, corners);
        accept();
    }

    /// The class stands first or last of the five numbers: it is whole and comes again, and the other four are boxes in every row.
    void boxesWithNumberedClass(const std::vector<int>& numbers, int size)
    {
        struct Guess {
            int label;
            std::vector<int> corners;
            CsvColumns::Corners form;
        };
        std::vector<Guess> fitting;
        for (const bool isFirst : {true, false}) {
            const int label = isFirst ? numbers.front() : numbers.back();
            std::vector<int> corners = numbers;
            std::erase(corners, label);
            const auto form = formThatFits(m_sample, m_out.columns.file, corners);
            if (form && m_sample.facts(label).smallest >= 0 && !m_sample.facts(label).hasFraction)
                fitting.push_back({label, corners, *form});
        }
        if (fitting.size() == 2) { // a class comes again, a coordinate hardly does
            const auto& first = m_sample.facts(fitting[0].label);
            const auto& last = m_sample.facts(fitting[1].label);
            const auto isClass = [](const CsvColumnFacts& facts) { return int(facts.distinct.size()) * 2 <= facts.filled; };
            const auto isPlace = [](const CsvColumnFacts& facts) { return facts.filled >= 3 && int(facts.distinct.size()) * 5 >= 4 * std::min(facts.filled, 80); };
            if (isClass(first) && isPlace(last))
                fitting.pop_back();
            else if (isClass(last) && isPlace(first))
                fitting.erase(fitting.begin());
        }
        if (fitting.size() != 1)
            return doubt(SourceText::tr("which of the five numbers is the class"));
        takeBoxes(fitting.front().corners, fitting.front().label, fitting.front().form, size);
    }

    void accept() { m_out.verdict = CsvMeaning::Verdict::Clear; }

    void doubt(const QString& why)
    {
        m_out.verdict = CsvMeaning::Verdict::Unclear;
        m_out.doubt = why;
    }

    const CsvSample& m_sample;
    CsvMeaning m_out;
};

} // namespace

CsvMeaning meaningWithoutHeader(const CsvSample& sample)
{
    return UnnamedColumns(sample).run();
}

} // namespace core
