#include "core/formats/YoloRows.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double slack = 0.001; // rounding of the writing program

bool isShare(double value)
{
    return value >= -slack && value <= 1 + slack;
}

/// `step` numbers for each point: x, y and, of three, whether it is seen (0, 1 or 2).
bool fitsPose(const std::vector<double>& numbers, size_t step)
{
    const double cx = numbers[1], cy = numbers[2], w = numbers[3], h = numbers[4];
    const double margin = 0.01 + 0.05 * std::max(w, h);
    const bool isBox = w > 0 && h > 0 && cx - w / 2 > -0.01 && cx + w / 2 < 1.01 && cy - h / 2 > -0.01 && cy + h / 2 < 1.01;
    if (!isBox || numbers.size() < 5 + step || (numbers.size() - 5) % step != 0)
        return false;
    for (size_t i = 5; i < numbers.size(); i += step) {
        const double x = numbers[i], y = numbers[i + 1], seen = step == 3 ? numbers[i + 2] : 1;
        if (seen != 0 && seen != 1 && seen != 2)
            return false;
        if ((x == 0 && y == 0) || seen == 0)
            continue; // a point that is not in the picture
        if (std::abs(x - cx) > w / 2 + margin || std::abs(y - cy) > h / 2 + margin)
            return false;
    }
    return true;
}

std::array<double, 4> hullOf(const std::vector<double>& numbers)
{
    std::array<double, 4> hull{numbers[1], numbers[2], numbers[1], numbers[2]};
    for (size_t i = 1; i + 1 < numbers.size(); i += 2) {
        hull[0] = std::min(hull[0], numbers[i]);
        hull[1] = std::min(hull[1], numbers[i + 1]);
        hull[2] = std::max(hull[2], numbers[i]);
        hull[3] = std::max(hull[3], numbers[i + 1]);
    }
    return hull;
}

} // namespace

std::optional<YoloRow> parseYoloRow(const QString& text, int line)
{
    std::vector<double> numbers;
    for (const QString& cell : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool ok = false;
        numbers.push_back(cell.toDouble(&ok));
        if (!ok || !std::isfinite(numbers.back()))
            return std::nullopt;
    }
    if (numbers.size() < 5 || numbers[0] < 0 || numbers[0] > 1e6 || numbers[0] != std::floor(numbers[0]))
        return std::nullopt;
    YoloRow row;
    row.line = line;
    row.count = int(numbers.size());
    row.classIndex = int(numbers[0]);
    std::copy_n(numbers.begin() + 1, 4, row.box.begin());
    row.hull = hullOf(numbers);
    row.areShares = std::all_of(numbers.begin() + 1, numbers.end(), &isShare);
    row.isBoxShares = std::all_of(numbers.begin() + 1, numbers.begin() + 5, &isShare);
    row.isParallelogram = numbers.size() == 9 && std::abs(numbers[1] + numbers[5] - numbers[3] - numbers[7]) < 0.01
        && std::abs(numbers[2] + numbers[6] - numbers[4] - numbers[8]) < 0.01;
    row.fitsPose2 = fitsPose(numbers, 2);
    row.fitsPose3 = fitsPose(numbers, 3);
    row.hasScore = numbers.size() == 6 && isShare(numbers[5]);
    row.score = row.hasScore ? numbers[5] : 0;
    row.isTracked = numbers.size() == 7 && isShare(numbers[5]) && numbers[6] == std::floor(numbers[6]);
    const auto [x, y, w, h] = row.box;
    row.leavesPicture = std::min(x - w / 2, y - h / 2) < -0.02 || std::max(x + w / 2, y + h / 2) > 1.02;
    row.fitsCorners = w > x && h > y;
    row.fitsCornerAndSize = x + w <= 1 + slack && y + h <= 1 + slack;
    return row;
}

YoloShapes::YoloShapes(const std::vector<YoloRow>& rows, const std::vector<int>& keypoints)
{
    if (areCorners(rows))
        m_shapes[5] = YoloShape::Unclear;
    std::map<int, Counted> lengths; // of rows that are longer than a box with a score
    qint64 longRows = 0;
    for (const YoloRow& row : rows) {
        if (row.count < 7)
            continue;
        Counted& counted = lengths[row.count];
        ++counted.rows;
        ++longRows;
        counted.shares += row.areShares ? 1 : 0;
        counted.allTracked = counted.allTracked && row.isTracked;
        counted.allParallelograms = counted.allParallelograms && row.isParallelogram;
        counted.allPose2 = counted.allPose2 && row.fitsPose2;
        counted.allPose3 = counted.allPose3 && row.fitsPose3;
    }
    if (keypoints.size() == 2) { // the set says it: nothing else can be meant
        m_shapes[5 + keypoints[0] * keypoints[1]] = YoloShape::Pose;
        return;
    }
    const auto isSame = [&](const auto& entry) { // nearly all rows are of one length, as those of a pose are and outlines are not
        return entry.second.rows * 10 >= longRows * 8;
    };
    const auto common = std::ranges::find_if(lengths, isSame);
    const YoloShape shape = common == lengths.end() ? YoloShape::Outline : shapeOf(common->first, common->second, true);
    for (const auto& [count, counted] : lengths) {
        if (shape == YoloShape::Outline)
            m_shapes[count] = shapeOf(count, counted, false);
        else
            m_shapes[count] = count == common->first ? shape : YoloShape::Unclear;
    }
}

YoloShape YoloShapes::shapeOf(int count, const Counted& counted, bool isOnlyLength)
{
    if (counted.allTracked || (count % 2 == 1 && !counted.areShares() && !counted.allPose3))
        return YoloShape::Unclear; // neither points nor anything else that is written in this way
    const bool canBeOutline = count % 2 == 1;
    if (!isOnlyLength)
        return canBeOutline ? YoloShape::Outline : YoloShape::Unclear;
    if (canBeOutline && counted.allParallelograms)
        return YoloShape::Outline; // turned boxes
    if (counted.allPose3)
        return YoloShape::Pose; // every third number is 0, 1 or 2
    if (counted.allPose2)
        return canBeOutline ? YoloShape::Unclear : YoloShape::Pose;
    return count % 2 == 1 ? YoloShape::Outline : YoloShape::Unclear;
}

/// Centres and sizes never leave the picture by more than rounding. Where every third row does so, and all of them can be corners,
/// another program has written corners.
bool YoloShapes::areCorners(const std::vector<YoloRow>& rows)
{
    qint64 boxes = 0, leaving = 0, corners = 0, cornersAndSizes = 0;
    for (const YoloRow& row : rows) {
        if (row.count != 5 || !row.isBoxShares)
            continue;
        ++boxes;
        leaving += row.leavesPicture ? 1 : 0;
        corners += row.fitsCorners ? 1 : 0;
        cornersAndSizes += row.fitsCornerAndSize ? 1 : 0;
    }
    return boxes >= 3 && leaving * 3 >= boxes && (corners == boxes || cornersAndSizes == boxes);
}

YoloShape YoloShapes::of(const YoloRow& row) const
{
    if (const auto found = m_shapes.find(row.count); found != m_shapes.end())
        return found->second;
    if (row.count == 5)
        return YoloShape::Box;
    return row.hasScore ? YoloShape::Scored : YoloShape::Unclear;
}

} // namespace core
