#include "core/formats/CsvColumns.h"

#include "core/formats/Reading.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace core {

namespace {

QString text(const char* words)
{
    return QCoreApplication::translate("Source", words);
}

/// "BBox X-Min" -> "bboxxmin"
QString plainName(const QString& header)
{
    QString plain = header.toLower();
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return plain;
}

/// What all cells of one column have in common, over the rows that have the right count.
struct ColumnFacts {
    int filled = 0;
    bool allNumbers = true, allAnswers = true, allSplits = true, countsUp = true, allLists = true;
    bool hasObjects = false;   // {…}, which is no name
    bool hasBinary = false;    // a 0 or a 1, a yes or a no
    bool hasFraction = false;  // between 0 and 1
    double largest = -1e300, smallest = 1e300, before = 0;
    QSet<QString> distinct;    // up to mostDistinct + 1
    int sum = 0;

    static constexpr int mostDistinct = 64;
    bool isNumber() const { return filled > 0 && allNumbers; }
    bool isCounter() const { return filled >= 3 && allNumbers && countsUp; }
    bool hasRepeats() const { return int(distinct.size()) < filled; }
};

std::optional<Split> splitWord(const QString& cell)
{
    const auto split = splitInName(cell);
    return split;
}

class Columns {
public:
    Columns(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures)
        : m_rows(rows), m_delimiter(delimiter), m_pictures(pictures)
    {
        for (const QString& cell : rows.front().cells)
            m_names << plainName(cell);
    }

    CsvMeaning run()
    {
        m_out.columns.count = m_rows.front().cells.size();
        if (m_out.columns.count < 2)
            return m_out;
        m_first = 1;
        findFacts();
        m_out.columns.file = fileByHeader();
        if (m_out.columns.file >= 0) {
            if (m_rows.size() > 1)
                readHeader();
            return m_out;
        }
        m_first = 0;
        findFacts();
        m_out.columns.hasHeader = false;
        readWithoutHeader();
        return m_out;
    }

private:
    // Facts -----------------------------------------------------------------------------------------------------------

    void findFacts()
    {
        m_facts.assign(size_t(m_out.columns.count), {});
        for (size_t i = size_t(m_first); i < m_rows.size(); ++i)
            if (m_rows[i].cells.size() == m_out.columns.count)
                for (qsizetype column = 0; column < m_out.columns.count; ++column)
                    addTo(m_facts[size_t(column)], m_rows[i].cells[column]);
    }

    void addTo(ColumnFacts& facts, const QString& cell) const
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
        facts.allSplits = facts.allSplits && !facts.allNumbers && splitWord(cell).has_value();
        facts.allLists = facts.allLists && !facts.allNumbers && csvList(cell).size() == 4;
        facts.hasObjects = facts.hasObjects || cell.startsWith(QLatin1Char('{')) || cell.startsWith(QLatin1String("[{"));
        ++facts.filled;
        if (facts.distinct.size() <= ColumnFacts::mostDistinct)
            facts.distinct.insert(cell);
    }

    const ColumnFacts& facts(int column) const { return m_facts[size_t(column)]; }
    int count() const { return int(m_out.columns.count); }

    /// The share of the cells of a column that name pictures which are there; of the first hundred rows.
    double shareOfPictures(int column) const
    {
        int named = 0, all = 0;
        for (size_t i = size_t(m_first); i < m_rows.size() && all < 100; ++i)
            if (m_rows[i].cells.size() == m_out.columns.count && !m_rows[i].cells[column].isEmpty()) {
                ++all;
                named += m_pictures.exists(m_rows[i].cells[column]) ? 1 : 0;
            }
        return all == 0 ? 0 : double(named) / all;
    }

    double shareOfPictureNames(int column) const
    {
        int named = 0, all = 0;
        for (size_t i = size_t(m_first); i < m_rows.size() && all < 100; ++i)
            if (m_rows[i].cells.size() == m_out.columns.count && !m_rows[i].cells[column].isEmpty()) {
                ++all;
                named += isPictureName(m_rows[i].cells[column]) ? 1 : 0;
            }
        return all == 0 ? 0 : double(named) / all;
    }

    // Names -----------------------------------------------------------------------------------------------------------

    int columnNamed(const char* names) const
    {
        for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' ')))
            if (const auto found = m_names.indexOf(name); found >= 0)
                return int(found);
        return -1;
    }

    bool isNamed(int column, const char* names) const
    {
        return QString::fromLatin1(names).split(QLatin1Char(' ')).contains(m_names[column]);
    }

    /// The column whose cells are pictures that are there; of several, the one with the plainest name.
    int fileByHeader() const
    {
        static const char* const sure = "filename file imagefilename imagefile image imagename img imgname picture imagepath filepath path filepaths "
                                        "imagepaths imgpath fullpath relativepath images filenames";
        static const char* const maybe = "imageid imgid idcode id name fname photo photoid url imageurl uuid key sample frame";
        int best = -1;
        double bestShare = 0;
        const auto tryNames = [&](const char* names, bool needsPicture) {
            for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' '))) {
                const int column = int(m_names.indexOf(name));
                if (column < 0)
                    continue;
                const double share = shareOfPictures(column);
                if (share > bestShare || (best < 0 && (!needsPicture || share > 0 || shareOfPictureNames(column) > 0.5))) {
                    best = column;
                    bestShare = share;
                }
            }
        };
        tryNames(sure, false);
        tryNames(maybe, true);
        if (best >= 0)
            return best;
        // Another name: the first row must not be a picture itself, and nearly all others must be.
        for (int column = 0; column < count(); ++column)
            if (const QString& first = m_rows.front().cells[column];
                m_rows.size() > 1 && !facts(column).isNumber() && !isPictureName(first) && !m_pictures.exists(first) && shareOfPictures(column) > 0.9)
                return column;
        return -1;
    }

    // With a header ---------------------------------------------------------------------------------------------------

    void readHeader()
    {
        CsvColumns& out = m_out.columns;
        if (const int shape = columnNamed("regionshapeattributes"); shape >= 0) {
            out.kind = CsvColumns::Kind::Regions;
            out.shape = shape;
            out.attributes = columnNamed("regionattributes");
            accept();
            return;
        }
        out.split = columnNamed("split set subset stage partition dataset datasplit fold usage");
        if (out.split >= 0 && !facts(out.split).allSplits && isNamed(out.split, "fold set dataset usage"))
            out.split = -1;
        if (out.split < 0)
            if (out.split = columnNamed("isvalid isval isvalidation"); out.split >= 0)
                out.splitIsValidation = true;
        out.label = labelByHeader();
        out.score = columnNamed("confidence score conf prob probability");
        if (boxesByHeader()) {
            out.group = columnNamed("isgroupof groupof iscrowd crowd");
            finishBoxes();
            return;
        }
        if (out.label >= 0)
            labels();
        else if (findAnswers())
            accept();
        else if (out.label = onlyColumnLeft(); out.label >= 0)
            accept();
    }

    void accept() { m_out.verdict = CsvMeaning::Verdict::Clear; }

    void doubt(const char* why)
    {
        m_out.verdict = CsvMeaning::Verdict::Unclear;
        m_out.doubt = text(why);
    }

    void labels()
    {
        CsvColumns& out = m_out.columns;
        if (facts(out.label).hasObjects)
            return doubt(QT_TRANSLATE_NOOP("Source", "the cells of the class hold descriptions, not names"));
        if (isNamed(out.label, "labels tags classes concepts categories"))
            out.separators += holdsWordLists(out.label) ? QStringLiteral(", ") : QStringLiteral(",");
        out.scoreAnswers = out.score >= 0 && facts(out.score).isNumber() && facts(out.score).smallest == 0;
        accept();
    }

    /// "haze primary", "clear primary water": a word that comes again in other company is a tag of its own. Names of two words do not.
    bool holdsWordLists(int column) const
    {
        if (!isNamed(column, "tags"))
            return false;
        QHash<QString, int> cellsOfWord;
        bool comesAgain = false;
        for (const QString& cell : facts(column).distinct)
            if (const QStringList words = cell.split(QLatin1Char(' '), Qt::SkipEmptyParts); words.size() > 1)
                for (const QString& word : words)
                    comesAgain = comesAgain || ++cellsOfWord[word] > 1;
        return comesAgain;
    }

    /// A text is preferred to a number: "class_name" to "class_id".
    int labelByHeader() const
    {
        static const char* const names = "classname labelname categoryname conceptname label labels class classes concept concepts category categories tag tags "
                                         "annotation target diagnosis species breed objectname object classlabel classid labelid categoryid level grade type";
        int best = -1;
        for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' '))) {
            const int column = int(m_names.indexOf(name));
            if (column < 0 || column == m_out.columns.file || column == m_out.columns.split)
                continue;
            if (best < 0 || (facts(best).isNumber() && facts(column).filled > 0 && !facts(column).isNumber()))
                best = column;
        }
        return best;
    }

    /// Without the words that only say that a box is meant.
    static QString bareName(const QString& name)
    {
        for (const char* prefix : {"boundingbox", "bndbox", "bbox", "box", "roi", "rect", "region", "coord"})
            if (name.startsWith(QLatin1String(prefix)) && name.size() > qsizetype(qstrlen(prefix)))
                return name.mid(qsizetype(qstrlen(prefix)));
        return name;
    }

    int bareNamed(const QStringList& bare, const QString& names) const
    {
        for (const QString& name : names.split(QLatin1Char(' ')))
            if (const auto found = bare.indexOf(name); found >= 0)
                return int(found);
        return -1;
    }

    bool boxesByHeader()
    {
        using Corners = CsvColumns::Corners;
        struct Form {
            Corners form;
            const char* names[4];
        };
        static const Form forms[] = {
            {Corners::Extremes, {"xmin minx left xtl xleft x0min", "ymin miny top ytl ytop y0min", "xmax maxx right xbr xright", "ymax maxy bottom ybr ybottom"}},
            {Corners::Extremes, {"x1", "y1", "x2", "y2"}},
            {Corners::Extremes, {"x0", "y0", "x1", "y1"}},
            {Corners::Extremes, {"startx xstart", "starty ystart", "endx xend", "endy yend"}},
            {Corners::Extremes, {"upperleftcornerx upperleftx tlx topleftx", "upperleftcornery upperlefty tly toplefty", "lowerrightcornerx lowerrightx brx bottomrightx",
                                 "lowerrightcornery lowerrighty bry bottomrighty"}},
            {Corners::Centre, {"cx xc xcenter centerx xcentre centrex xcen midx", "cy yc ycenter centery ycentre centrey ycen midy", "w width bw", "h height bh"}},
            {Corners::Sizes, {"x xmin left x1 x0 xtopleft topleftx", "y ymin top y1 y0 ytopleft toplefty", "w width bw", "h height bh"}},
        };
        QStringList bare;
        for (const QString& name : m_names)
            bare << bareName(name);
        CsvColumns& out = m_out.columns;
        for (const Form& form : forms) {
            std::vector<int> found;
            for (const char* names : form.names)
                found.push_back(bareNamed(bare, QString::fromLatin1(names)));
            if (std::ranges::any_of(found, [](int column) { return column < 0; }))
                continue;
            if (form.form != Corners::Extremes) { // "bbox_width" goes before "width", which may be the picture's
                for (const size_t side : {size_t(2), size_t(3)})
                    for (int column = 0; column < count(); ++column)
                        if (bare[column] == bare[found[side]] && m_names[column] != bare[column])
                            found[side] = column;
            }
            out.corners = found;
            out.form = form.form;
            out.kind = CsvColumns::Kind::Boxes;
            findPictureSize();
            return true;
        }
        const int list = columnNamed("bbox box boundingbox bboxes rect geometry coordinates");
        if (list < 0 || facts(list).filled == 0 || !facts(list).allLists)
            return false;
        out.corners = {list};
        out.kind = CsvColumns::Kind::Boxes;
        findPictureSize();
        return true;
    }

    void findPictureSize()
    {
        CsvColumns& out = m_out.columns;
        const auto free = [&](const char* names) {
            for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' ')))
                for (int column = 0; column < count(); ++column)
                    if (m_names[column] == name && std::ranges::find(out.corners, column) == out.corners.end())
                        return column;
            return -1;
        };
        out.width = free("imagewidth imgwidth imwidth picturewidth originalwidth imagew imgw width");
        out.height = free("imageheight imgheight imheight pictureheight originalheight imageh imgh height");
    }

    /// The corners are known by name; what is left is whether they are shares, and that each box has a class.
    void finishBoxes()
    {
        CsvColumns& out = m_out.columns;
        if (out.label < 0)
            return doubt(QT_TRANSLATE_NOOP("Source", "no column names the class of the boxes"));
        out.isRelative = areShares(out.corners);
        if (out.corners.size() == 1) {
            const std::optional<CsvColumns::Corners> form = formThatFits(out.corners);
            if (!form)
                return doubt(QT_TRANSLATE_NOOP("Source", "the four numbers of a box may be two corners, or a corner and a size"));
            out.form = *form;
        }
        accept();
    }

    // Answers ---------------------------------------------------------------------------------------------------------

    /// Columns that say something else about a picture than which concepts it has.
    bool isAside(int column) const
    {
        const CsvColumns& out = m_out.columns;
        static const char* const numbers = "id index idx rowid row no nr number imageid imgid";
        static const char* const names = "group width height depth channels imagewidth imageheight filesize size bytes "
                                         "url md5 sha1 sha256 hash date time timestamp source difficult truncated occluded isoccluded istruncated isgroupof isdepiction "
                                         "isinside iscrowd verified confidence score area";
        return column == out.file || column == out.split || m_names[column].isEmpty() || m_names[column].startsWith(QLatin1String("unnamed"))
            || isNamed(column, names) || facts(column).isCounter()
            || (isNamed(column, numbers) && (facts(column).isNumber() || !facts(column).hasRepeats()))
            || (facts(column).filled > 0 && !facts(column).isNumber() && shareOfPictures(column) > 0.9);
    }

    bool saysSo(int column) const
    {
        return std::ranges::any_of(std::initializer_list<const char*>{"is_", "has_", "is ", "has ", "label_", "class_", "tag_"}, [&](const char* prefix) {
            return m_rows.front().cells[column].startsWith(QLatin1String(prefix), Qt::CaseInsensitive);
        });
    }

    /// A column for each concept: only when all columns are answers, so that a flag or a counter does not become a concept.
    bool findAnswers()
    {
        CsvColumns& out = m_out.columns;
        std::vector<int> answers, named;
        bool hasOthers = false;
        for (int column = 0; column < count(); ++column) {
            if (isAside(column))
                continue;
            const bool isAnswer = facts(column).allAnswers && m_rows.size() > 1;
            if (isAnswer)
                answers.push_back(column);
            else
                hasOthers = true;
            if (isAnswer && saysSo(column))
                named.push_back(column);
        }
        out.answers = hasOthers ? named : answers;
        if (std::ranges::none_of(out.answers, [&](int column) { return facts(column).hasBinary; }))
            out.answers.clear();
        out.kind = out.answers.empty() ? CsvColumns::Kind::Labels : CsvColumns::Kind::Answers;
        return !out.answers.empty();
    }

    /// Beside the file one column of words that come again: it is the class, whatever it is called.
    int onlyColumnLeft() const
    {
        int left = -1;
        for (int column = 0; column < count(); ++column) {
            if (isAside(column) || isNamed(column, "text caption captions description comment comments note notes title prompt"))
                continue;
            if (left >= 0)
                return -1;
            left = column;
        }
        if (left < 0 || facts(left).filled == 0 || facts(left).hasFraction || facts(left).hasObjects)
            return -1;
        const bool comesAgain = facts(left).hasRepeats() || (facts(left).filled < 4 && !facts(left).isNumber());
        return comesAgain ? left : -1;
    }

    // Without a header ------------------------------------------------------------------------------------------------

    void readWithoutHeader()
    {
        CsvColumns& out = m_out.columns;
        double best = 0;
        for (int column = 0; column < count(); ++column)
            if (!facts(column).isNumber())
                if (const double share = std::max(shareOfPictureNames(column), shareOfPictures(column)); share > best) {
                    best = share;
                    out.file = column;
                }
        if (best < 0.5)
            return;
        std::vector<int> numbers, words, empty;
        for (int column = 0; column < count(); ++column) {
            if (column == out.file)
                continue;
            if (facts(column).filled == 0)
                empty.push_back(column);
            else if (facts(column).isNumber())
                numbers.push_back(column);
            else if (out.split < 0 && facts(column).allSplits && count() > 2)
                out.split = column;
            else
                words.push_back(column);
        }
        if (words.empty() && out.split >= 0 && empty.empty()) // a class called "train"
            words.push_back(std::exchange(out.split, -1));
        const qsizetype meaning = count() - (out.split >= 0 ? 1 : 0);
        if (meaning == 2 && (words.size() == 1 || numbers.size() == 1 || empty.size() == 1)) {
            out.label = !words.empty() ? words.front() : !numbers.empty() ? numbers.front() : empty.front();
            accept();
        } else {
            boxesWithoutHeader(numbers, words, empty);
        }
    }

    void boxesWithoutHeader(std::vector<int> numbers, const std::vector<int>& words, const std::vector<int>& empty)
    {
        CsvColumns& out = m_out.columns;
        out.kind = CsvColumns::Kind::Boxes;
        // The make-sense table: class, x, y, width, height, picture, its width, its height.
        if (count() == 8 && out.file == 5 && words == std::vector<int>{0} && numbers == std::vector<int>{1, 2, 3, 4, 6, 7})
            return takeBoxes({1, 2, 3, 4}, 0, CsvColumns::Corners::Sizes, 6);
        // One of eight coordinates, those between the corners left empty: x0, y0, , , x1, y1, ,
        if (numbers.size() == 4 && empty.size() == 4 && words.size() == 1 && areShares(numbers))
            return takeBoxes(numbers, words.front(), CsvColumns::Corners::Extremes, -1);
        const int size = pictureSizeAmong(numbers);
        if (numbers.size() == 6 && size >= 0)
            std::erase_if(numbers, [&](int column) { return column == size || column == size + 1; });
        if (words.size() == 1 && numbers.size() == 4) {
            if (const auto form = formThatFits(numbers))
                return takeBoxes(numbers, words.front(), *form, size);
            return doubt(QT_TRANSLATE_NOOP("Source", "the numbers are no boxes of these pictures, neither as corners nor as a corner and a size"));
        }
        if (words.empty() && numbers.size() == 5)
            return boxesWithNumberedClass(numbers, size);
        doubt(QT_TRANSLATE_NOOP("Source", "there is no first row with names, and the columns are of no usual form"));
    }

    void takeBoxes(const std::vector<int>& corners, int label, CsvColumns::Corners form, int size)
    {
        CsvColumns& out = m_out.columns;
        out.corners = corners;
        out.label = label;
        out.form = form;
        out.width = size;
        out.height = size < 0 ? -1 : size + 1;
        out.isRelative = areShares(corners);
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
            const auto form = formThatFits(corners);
            if (form && facts(label).smallest >= 0 && !facts(label).hasFraction)
                fitting.push_back({label, corners, *form});
        }
        if (fitting.size() == 2) { // a class comes again, a coordinate hardly does
            const auto& first = facts(fitting[0].label);
            const auto& last = facts(fitting[1].label);
            const auto isClass = [](const ColumnFacts& facts) { return int(facts.distinct.size()) * 2 <= facts.filled; };
            const auto isPlace = [](const ColumnFacts& facts) { return facts.filled >= 3 && int(facts.distinct.size()) * 5 >= 4 * std::min(facts.filled, 80); };
            if (isClass(first) && isPlace(last))
                fitting.pop_back();
            else if (isClass(last) && isPlace(first))
                fitting.erase(fitting.begin());
        }
        if (fitting.size() != 1)
            return doubt(QT_TRANSLATE_NOOP("Source", "which of the five numbers is the class"));
        takeBoxes(fitting.front().corners, fitting.front().label, fitting.front().form, size);
    }

    // Checks that numbers can be boxes --------------------------------------------------------------------------------

    std::vector<double> numbersOf(const CsvRow& row, const std::vector<int>& corners) const
    {
        if (corners.size() == 1)
            return csvList(row.cells[corners.front()]);
        std::vector<double> values;
        for (const int column : corners)
            values.push_back(csvNumber(row.cells[column], m_delimiter));
        return values;
    }

    /// All coordinates at most 1, and at least one a true fraction.
    bool areShares(const std::vector<int>& corners) const
    {
        bool hasFraction = false;
        for (size_t i = size_t(m_first); i < m_rows.size(); ++i) {
            if (m_rows[i].cells.size() != m_out.columns.count)
                continue;
            for (const double value : numbersOf(m_rows[i], corners)) {
                if (value > 1.001)
                    return false;
                hasFraction = hasFraction || (value > 0 && value < 1);
            }
        }
        return hasFraction;
    }

    /// Two corners, or a corner and a size: what holds in every row, or else clearly in most. Both hold: corners, the documented order.
    std::optional<CsvColumns::Corners> formThatFits(const std::vector<int>& columns) const
    {
        const bool isRelative = areShares(columns);
        int rows = 0, corners = 0, sizes = 0, asked = 0;
        QHash<QString, QSize> known;
        for (size_t i = size_t(m_first); i < m_rows.size(); ++i) {
            if (m_rows[i].cells.size() != m_out.columns.count)
                continue;
            const std::vector<double> v = numbersOf(m_rows[i], columns);
            if (v.size() != 4 || std::ranges::any_of(v, [](double value) { return std::isnan(value); }))
                continue;
            const QString& file = m_rows[i].cells[m_out.columns.file];
            if (!isRelative && !known.contains(file) && asked < 50) {
                known.insert(file, m_pictures.size(file));
                ++asked;
            }
            const QSize size = known.value(file);
            const double width = isRelative ? 1.001 : size.isEmpty() ? 1e9 : size.width() + 1, height = isRelative ? 1.001 : size.isEmpty() ? 1e9 : size.height() + 1;
            const bool startsInside = v[0] >= -1 && v[1] >= -1;
            ++rows;
            corners += startsInside && v[2] > v[0] && v[3] > v[1] && v[2] <= width && v[3] <= height ? 1 : 0;
            sizes += startsInside && v[2] > 0 && v[3] > 0 && v[0] + v[2] <= width && v[1] + v[3] <= height ? 1 : 0;
        }
        if (rows == 0)
            return std::nullopt;
        if (corners == rows || (corners * 10 >= rows * 9 && corners > sizes))
            return CsvColumns::Corners::Extremes;
        if (sizes == rows || (sizes * 10 >= rows * 9 && sizes > corners))
            return CsvColumns::Corners::Sizes;
        return std::nullopt;
    }

    /// The first of two neighbouring columns that are the size of the picture in every row; −1: none.
    int pictureSizeAmong(const std::vector<int>& numbers) const
    {
        if (numbers.size() != 6)
            return -1;
        for (const size_t at : {size_t(0), size_t(4)}) {
            bool fits = numbers[at + 1] == numbers[at] + 1;
            int seen = 0;
            for (size_t i = size_t(m_first); fits && i < m_rows.size() && seen < 50; ++i) {
                const CsvRow& row = m_rows[i];
                if (row.cells.size() != m_out.columns.count)
                    continue;
                const QSize size = m_pictures.size(row.cells[m_out.columns.file]);
                fits = size.isEmpty() || (csvNumber(row.cells[numbers[at]], m_delimiter) == size.width() && csvNumber(row.cells[numbers[at + 1]], m_delimiter) == size.height());
                seen += size.isEmpty() ? 0 : 1;
            }
            if (fits && seen > 0)
                return numbers[at];
        }
        return -1;
    }

    const std::vector<CsvRow>& m_rows;
    QChar m_delimiter;
    const CsvPictures& m_pictures;
    QStringList m_names;
    std::vector<ColumnFacts> m_facts;
    int m_first = 0;
    CsvMeaning m_out;
};

} // namespace

CsvAnswer answerOf(const QString& cell)
{
    const QStringView word = QStringView(cell).trimmed();
    const auto is = [&](std::initializer_list<const char*> words) {
        return std::ranges::any_of(words, [&](const char* other) { return word.compare(QLatin1String(other), Qt::CaseInsensitive) == 0; });
    };
    if (word.size() > 5)
        return CsvAnswer::Invalid;
    if (is({"1", "1.0", "true", "yes"}))
        return CsvAnswer::Yes;
    if (is({"0", "0.0", "false", "no"}))
        return CsvAnswer::No;
    return is({"", "-1", "-1.0", "?", "nan"}) ? CsvAnswer::Unseen : CsvAnswer::Invalid;
}

double csvNumber(const QString& cell, QChar delimiter)
{
    bool ok = false;
    if (delimiter != QLatin1Char(';')) {
        const double value = QStringView(cell).toDouble(&ok);
        return ok ? value : qQNaN();
    }
    const double value = QString(cell).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    return ok ? value : qQNaN();
}

std::vector<double> csvList(const QString& cell)
{
    QStringView inner = QStringView(cell).trimmed();
    if (inner.size() < 7 || !((inner.startsWith(QLatin1Char('[')) && inner.endsWith(QLatin1Char(']'))) || (inner.startsWith(QLatin1Char('(')) && inner.endsWith(QLatin1Char(')')))))
        return {};
    inner = inner.mid(1, inner.size() - 2);
    std::vector<double> values;
    for (const QStringView part : inner.split(inner.contains(QLatin1Char(',')) ? QLatin1Char(',') : QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool ok = false;
        values.push_back(part.trimmed().toDouble(&ok));
        if (!ok || values.size() > 4)
            return {};
    }
    return values.size() == 4 ? values : std::vector<double>();
}

CsvMeaning meaningOf(const std::vector<CsvRow>& rows, QChar delimiter, const CsvPictures& pictures)
{
    return rows.empty() || delimiter.isNull() ? CsvMeaning() : Columns(rows, delimiter, pictures).run();
}

} // namespace core
