#pragma once

#include "core/formats/Reading.h"

namespace core {

/// What the rules made of the boxes of one picture.
struct JudgedBoxes {
    std::vector<SourceBox> boxes;    // pixels of the upright picture
    std::vector<SourceDraft> drafts; // of the boxes with a score
    int rejected = 0;
    int repeated = 0;
};

/// Size check and box rules, in this order: frame (turned by EXIF, scaled), numbers, swapped corners, no area, outside,
/// clipped, tiny, repeats. Pure but for `issues`, to which it adds a row for each thing it noticed, mended or left out.
JudgedBoxes judgeBoxes(const RawRecord& raw, const PictureHeader& header, std::vector<ImportIssue>& issues);

/// A rectangle of the stored picture, as it lies in the upright one.
QRectF turned(const QRectF& stored, QSize storedSize, int orientation);

} // namespace core
