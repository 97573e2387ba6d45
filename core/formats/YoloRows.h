#pragma once

#include <QString>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace core {

/// One row of a label file: a class and numbers, of which only what the possible meanings need is kept.
struct YoloRow {
    int line = 0;
    int count = 0;      // numbers, the class included
    int classIndex = -1;
    std::array<double, 4> box{};  // numbers 2 to 5: centre and size, if the row begins with a box
    std::array<double, 4> hull{}; // left, top, right, bottom, if all numbers after the class are points
    bool areShares = true;        // all numbers after the class lie between 0 and 1
    bool isBoxShares = true;      // the first four of them do
    bool isParallelogram = false; // four points of a turned box
    bool fitsPose2 = false, fitsPose3 = false; // a box within the picture, and points of 2 or 3 numbers that lie in it
    bool hasScore = false;        // six numbers, the last between 0 and 1
    double score = 0;             // that number
    bool isTracked = false;       // seven: a box, a score and the whole number of a track
    bool leavesPicture = false;   // as centre and size
    bool fitsCorners = false;     // the first four can be left, top, right, bottom
    bool fitsCornerAndSize = false;
};

/// Absent when a cell is no number or the class is no whole number of 0 or more.
std::optional<YoloRow> parseYoloRow(const QString& text, int line);

/// What a row is: class and box; class, box and score; class, box and the points of a pose; class and the points of an outline.
enum class YoloShape { Box, Scored, Pose, Outline, Unclear };

/// Decides what the rows of a set are, for all rows of one length together: one row alone does not tell a pose from an outline.
/// `keypoints` is kpt_shape of the set's file (points, numbers for each), or empty.
class YoloShapes {
public:
    YoloShapes(const std::vector<YoloRow>& rows, const std::vector<int>& keypoints);

    YoloShape of(const YoloRow& row) const;

private:
    struct Counted {
        qint64 rows = 0;
        qint64 shares = 0;
        bool allParallelograms = true, allPose2 = true, allPose3 = true, allTracked = true;
        bool areShares() const { return shares * 10 >= rows * 9; } // a point beyond the edge now and then is only that
    };
    static YoloShape shapeOf(int count, const Counted& counted, bool isOnlyLength);
    static bool areCorners(const std::vector<YoloRow>& rows);

    std::map<int, YoloShape> m_shapes; // by the number of numbers
};

} // namespace core
