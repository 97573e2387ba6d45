#include "core/formats/CsvAnswerColumns.h"
#include "core/formats/CsvBoxes.h"
#include "core/formats/CsvColumns.h"
#include "core/formats/CsvCorners.h"
#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"

#include <algorithm>

namespace core {

namespace {

/// Tables whose first row names the columns.
class NamedColumns {
public:
    explicit NamedColumns(const CsvSample& sample) : m_sample(sample) { m_out.columns.count = sample.count(); }

    std::optional<CsvMeaning> run()
    {
        m_out.columns.file = fileByHeader();
        if (m_out.columns.file < 0)
            return std::nullopt;
        if (m_sample.hasRows())
            readHeader();
        return m_out;
    }

private:
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
                const int column = int(m_sample.names().indexOf(name));
                if (column < 0)
                    continue;
                const double share = m_sample.shareOfPictures(column);
                if (needsPicture && isNumbering(column, share))
                    continue;
                if (share > bestShare || (best < 0 && (!needsPicture || share > 0 || m_sample.shareOfPictureNames(column) > 0.5))) {
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
        for (int column = 0; column < m_sample.count(); ++column)
            if (const QString& first = m_sample.written(column);
                m_sample.hasRows() && !m_sample.facts(column).isNumber() && !isPictureName(first) && !m_sample.isPicture(first) && m_sample.shareOfPictures(column) > 0.9)
                return column;
        return -1;
    }

    /// "id,name" of a list of classes, whose numbers happen to be names of pictures too: few of them are, or each has a name of its own.
    bool isNumbering(int column, double share) const
    {
        if (!m_sample.facts(column).isNumber() || !m_sample.isNamed(column, "id key sample frame name"))
            return false;
        const int label = labelByHeader() >= 0 ? labelByHeader() : m_sample.columnNamed("name");
        return share <= 0.5 || (m_sample.count() == 2 && label >= 0 && !m_sample.facts(label).isNumber() && !m_sample.facts(label).hasRepeats());
    }

    void readHeader()
    {
        CsvColumns& out = m_out.columns;
        if (const int shape = m_sample.columnNamed("regionshapeattributes"); shape >= 0) {
            out.kind = CsvColumns::Kind::Regions;
            out.shape = shape;
            out.attributes = m_sample.columnNamed("regionattributes");
            out.fileSize = m_sample.columnNamed("filesize");
            accept();
            return;
        }
        out.split = m_sample.columnNamed("split set subset stage partition dataset datasplit fold usage");
        if (out.split >= 0 && !m_sample.facts(out.split).allSplits && m_sample.isNamed(out.split, "fold set dataset usage"))
            out.split = -1;
        if (out.split < 0)
            if (out.split = m_sample.columnNamed("isvalid isval isvalidation"); out.split >= 0)
                out.splitIsValidation = true;
        out.label = labelByHeader();
        out.folder = m_sample.columnNamed("folder dir directory subfolder subdir subdirectory foldername dirname");
        out.score = m_sample.columnNamed("confidence score conf prob probability");
        if (findNamedCorners(m_sample, out)) {
            out.group = m_sample.columnNamed("isgroupof groupof iscrowd crowd");
            out.rotation = m_sample.columnNamed("rotation angle theta");
            finishBoxes();
            return;
        }
        if (out.label >= 0)
            labels();
        else if (findAnswerColumns(m_sample, out))
            accept();
        else if (out.label = onlyColumnLeft(m_sample, out); out.label >= 0)
            accept();
    }

    void accept() { m_out.verdict = CsvMeaning::Verdict::Clear; }

    void doubt(const QString& why)
    {
        m_out.verdict = CsvMeaning::Verdict::Unclear;
        m_out.doubt = why;
    }

    void labels()
    {
        CsvColumns& out = m_out.columns;
        if (m_sample.facts(out.label).hasObjects)
            return doubt(SourceText::tr("the cells of the class hold descriptions, not names"));
        if (m_sample.isNamed(out.label, "labels tags classes concepts categories"))
            out.separators += holdsWordLists(out.label) ? QStringLiteral(", ") : QStringLiteral(",");
        out.scoreAnswers = out.score >= 0 && m_sample.facts(out.score).isNumber() && m_sample.facts(out.score).smallest == 0;
        accept();
    }

    /// "haze primary", "clear primary water": a word that comes again in other company is a tag of its own. Names of two words do not.
    bool holdsWordLists(int column) const
    {
        if (!m_sample.isNamed(column, "tags"))
            return false;
        QHash<QString, int> cellsOfWord;
        bool comesAgain = false;
        for (const QString& cell : m_sample.facts(column).distinct)
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
            const int column = int(m_sample.names().indexOf(name));
            if (column < 0 || column == m_out.columns.file || column == m_out.columns.split)
                continue;
            if (best < 0 || (m_sample.facts(best).isNumber() && m_sample.facts(column).filled > 0 && !m_sample.facts(column).isNumber()))
                best = column;
        }
        return best;
    }

    /// The corners are known by name; what is left is whether they are shares, that each box has a class, and that the numbers can
    /// be what the names say.
    void finishBoxes()
    {
        CsvColumns& out = m_out.columns;
        if (out.label < 0)
            return doubt(SourceText::tr("no column names the class of the boxes"));
        out.isRelative = areShares(m_sample, out.corners);
        if (out.corners.size() == 1) {
            const auto form = formThatFits(m_sample, out.file, out.corners);
            if (!form)
                return doubt(SourceText::tr("the four numbers of a box may be two corners, or a corner and a size"));
            out.form = *form;
        } else if (contradictsItself()) {
            return doubt(SourceText::tr("the names of the columns say something else than the numbers below them"));
        }
        accept();
    }

    /// Read by their names several rows are no boxes, and read in another way all of them are: in the order in which the columns
    /// stand, or, where hardly one is a box by its name, as a corner and a size. A wrong number here and there is not that.
    bool contradictsItself() const
    {
        const CsvColumns& out = m_out.columns;
        if (out.form != CsvColumns::Corners::Extremes)
            return false;
        const CsvBoxFit named = boxFit(m_sample, out.file, out.corners);
        const int wrong = named.rows - named.corners;
        if (named.rows < 3 || wrong < 2 || wrong * 10 <= named.rows)
            return false;
        std::vector<int> inOrder = out.corners;
        std::ranges::sort(inOrder);
        return (named.sizes == named.rows && named.corners * 4 <= named.rows) || boxFit(m_sample, out.file, inOrder).corners == named.rows;
    }

    const CsvSample& m_sample;
    CsvMeaning m_out;
};

} // namespace

std::optional<CsvMeaning> meaningByHeader(const CsvSample& sample)
{
    return NamedColumns(sample).run();
}

} // namespace core
