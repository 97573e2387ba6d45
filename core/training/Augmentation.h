#pragma once

#include "core/base/Random.h"
#include "core/dataset/Example.h"
#include "core/networks/Preparation.h"
#include "core/training/TrainingSpec.h"

#include <vector>

namespace at {
class Tensor;
}

namespace core {

struct Task;

/// How training pictures are varied. Classification: a random part of 35 to 100 % of the area (tagging: 70 to 100 %), mirrored or not.
/// Detection: zoom, place, mirror, gain and offset of the colours; boxes go through the same transform. Pure but for `random`.
class Augmentation {
public:
    /// `isShortRun`: few pictures will be seen, so they are varied less.
    Augmentation(ViewType type, const Preparation& preparation, AugmentationLevel level, bool isShortRun = false);

    /// Writes a view of a reduced region to place `index` of `pixels` (uint8 [N,H,W,3]) and returns its boxes in px of the input.
    /// `boxes` are in px of the whole picture.
    std::vector<TrueBox> write(at::Tensor& pixels, int index, const RegionPixels& picture, const std::vector<TrueBox>& boxes, Random& random) const;

    /// Boxes in px of the input, those that remain: more than 30 % of the area, and more than 3 px a side unless nothing was cut off.
    static std::vector<TrueBox> moved(const std::vector<TrueBox>& boxes, const QTransform& toInput, QSize input);

private:
    std::vector<TrueBox> writeZoomed(at::Tensor& pixels, int index, const RegionPixels& picture, const std::vector<TrueBox>& boxes, Random& random) const;

    const Task& m_task;
    Preparation m_preparation;
    AugmentationLevel m_level;
    double m_zoomOut, m_zoomIn;
};

} // namespace core
