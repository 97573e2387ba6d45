#pragma once

#include "core/base/Random.h"
#include "core/dataset/Example.h"
#include "core/networks/NetworkRegistry.h"
#include "core/training/TrainingSpec.h"

#include <QImage>

#include <array>
#include <vector>

namespace at {
class Tensor;
}

namespace core {

/// How training pictures are varied (training.md 5). Classification and tagging: a random part of 35 to 100 % of the area, mirrored or
/// not. Detection: zoom, place, mirror, gain and offset of the colours; boxes go through the same matrix. Pure but for `random`.
class Augmentation {
public:
    /// `isShortRun`: few pictures will be seen, so they are varied less.
    Augmentation(const NetworkShape& shape, AugmentationLevel level, bool isShortRun = false);

    /// Writes a view of an RGB888 picture to place `index` of `pixels` (uint8 [N,H,W,3]) and returns its boxes in px of the network input.
    /// `boxes` are in px of `picture`. A box stays when more than 30 % of its area and 3 px a side remain.
    std::vector<TrueBox> write(at::Tensor& pixels, int index, const QImage& picture, const std::vector<TrueBox>& boxes, Random& random) const;

    /// picture px -> input px: the whole picture, zoomed, at a place given by shares 0..1 of the room that is left, mirrored.
    static std::array<double, 6> placed(QSize picture, QSize input, double zoom, double shareX, double shareY, bool mirrored);
    static std::vector<TrueBox> moved(const std::vector<TrueBox>& boxes, const std::array<double, 6>& matrix, QSize input);

private:
    std::vector<TrueBox> writeDetection(at::Tensor& pixels, int index, const QImage& picture, const std::vector<TrueBox>& boxes, Random& random) const;
    void writeCrop(at::Tensor& pixels, int index, const QImage& picture, Random& random) const;

    NetworkShape m_shape;
    AugmentationLevel m_level;
    double m_zoomOut, m_zoomIn;
};

} // namespace core
