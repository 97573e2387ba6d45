#include "core/formats/CsvAnswerColumns.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

/// "region_id", "num_faces", "Number of cars", "object count": an index or a count, also where it happens to be 0 or 1.
bool isCount(const QString& header)
{
    static const QRegularExpression first(QStringLiteral("^(num|nb|nr|no|n|number|count|cnt)[ _.-](of[ _.-])?\\w"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression last(QStringLiteral("(^|[ _.-])(id|idx|index|count|counts|counter|number|num|nr)$"), QRegularExpression::CaseInsensitiveOption);
    return header.contains(first) || header.contains(last);
}

bool saysSo(const CsvSample& sample, int column)
{
    return std::ranges::any_of(std::initializer_list<const char*>{"is_", "has_", "is ", "has ", "label_", "class_", "tag_"}, [&](const char* prefix) {
        return sample.written(column).startsWith(QLatin1String(prefix), Qt::CaseInsensitive);
    });
}

/// Columns that say something else about a picture than which concepts it has.
bool isAside(const CsvSample& sample, const CsvColumns& out, int column)
{
    static const char* const numbers = "id index idx rowid row no nr number imageid imgid";
    static const char* const names = "group folder dir directory subfolder fold width height depth channels imagewidth imageheight filesize size bytes "
                                     "url md5 sha1 sha256 hash date time timestamp source difficult truncated occluded isoccluded istruncated isgroupof isdepiction "
                                     "isinside iscrowd verified confidence score area";
    return column == out.file || column == out.split || sample.name(column).isEmpty() || sample.name(column).startsWith(QLatin1String("unnamed"))
        || sample.isNamed(column, names) || sample.facts(column).isCounter() || (isCount(sample.written(column)) && sample.facts(column).isNumber() && !saysSo(sample, column))
        || (sample.isNamed(column, numbers) && (sample.facts(column).isNumber() || !sample.facts(column).hasRepeats()))
        || (sample.facts(column).filled > 0 && !sample.facts(column).isNumber() && sample.shareOfPictures(column) > 0.9);
}

} // namespace

bool findAnswerColumns(const CsvSample& sample, CsvColumns& out)
{
    std::vector<int> answers, named;
    bool hasOthers = false;
    for (int column = 0; column < sample.count(); ++column) {
        if (isAside(sample, out, column))
            continue;
        const bool isAnswer = sample.facts(column).allAnswers && sample.hasRows();
        if (isAnswer)
            answers.push_back(column);
        else
            hasOthers = true;
        if (isAnswer && saysSo(sample, column))
            named.push_back(column);
    }
    out.answers = hasOthers ? named : answers;
    if (std::ranges::none_of(out.answers, [&](int column) { return sample.facts(column).hasBinary; }))
        out.answers.clear();
    out.kind = out.answers.empty() ? CsvColumns::Kind::Labels : CsvColumns::Kind::Answers;
    return !out.answers.empty();
}

int onlyColumnLeft(const CsvSample& sample, const CsvColumns& out)
{
    int left = -1;
    for (int column = 0; column < sample.count(); ++column) {
        if (isAside(sample, out, column) || sample.isNamed(column, "text caption captions description comment comments note notes title prompt"))
            continue;
        if (left >= 0)
            return -1;
        left = column;
    }
    if (left < 0 || sample.facts(left).filled == 0 || sample.facts(left).hasFraction || sample.facts(left).hasObjects)
        return -1;
    const bool comesAgain = sample.facts(left).hasRepeats() || (sample.facts(left).filled < 4 && !sample.facts(left).isNumber());
    return comesAgain ? left : -1;
}

} // namespace core
