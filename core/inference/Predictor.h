#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace core {

/// A trained version, loaded from its folder (card.json, weights.safetensors), ready to answer. Not thread-safe: one thread at a time.
class Predictor {
public:
    /// Throws Error with a sentence when card or weights are missing, damaged, or from a newer program. `device` as in TrainingSpec.
    explicit Predictor(const QString& versionFolder, const QString& device = QStringLiteral("auto"), int threads = 0);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    ViewType type() const;
    const std::vector<FrozenConcept>& concepts() const;
    QSize input() const;

    /// One prediction a picture (upright RGB888, any size). Boxes above `minScore`, in the pixels of the picture.
    std::vector<Prediction> predict(const std::vector<QImage>& pictures, double minScore = 0.01) const;

private:
    struct Network;
    std::unique_ptr<Network> m_network;
};

} // namespace core
