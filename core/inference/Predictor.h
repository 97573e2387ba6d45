#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace core {

/// What a version says of a region, or why it cannot say anything.
struct AnsweredRegion {
    QRect part;            // of the upright picture, px; null after a failure
    Prediction prediction;
    QString failure;       // the sentence, when the picture could not be read
};

/// A trained version, loaded from its folder (card.json, weights.safetensors), ready to answer. Not thread-safe: one thread at a time.
class Predictor {
public:
    /// Throws Error with a sentence when card or weights are missing, damaged, or from a newer program. `device` as in TrainingSpec.
    explicit Predictor(const QString& versionFolder, const QString& device = QStringLiteral("auto"), int threads = 0);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    /// Looks whether card and weights of a folder belong together and are whole, without loading them. Throws Error with a sentence
    /// that names the damaged file.
    static void check(const QString& versionFolder);

    ViewType type() const;
    const std::vector<FrozenConcept>& concepts() const;
    QSize input() const;
    QString device() const; // "cpu", "cuda:0", "mps"

    /// Which boxes of a detector's answer are kept: those above `overlap` (IoU, 0..1) with a surer one of the same concept go, and at most
    /// `most` stay. Until this is called: as the version's card says.
    void setBoxRule(double overlap, int most);
    double overlap() const;
    int mostBoxes() const;

    /// Reads a region the way the training's own evaluation did, so that both give the same scores. Of its picture only the path must be
    /// known; a hash that is known is compared. Safe on any thread. Throws PictureError.
    RegionPixels prepare(const Region& region) const;
    /// The same for a picture that is there already (Format_RGB888, upright), such as one of a film.
    RegionPixels prepare(const QImage& picture) const;
    /// One prediction a region. Boxes above `minScore`, in the pixels of the whole picture.
    std::vector<Prediction> predict(const std::vector<RegionPixels>& pictures, double minScore = 0.01) const;
    /// Reads the files on all cores and answers each, in their order. One that cannot be read does not end the work on the others.
    std::vector<AnsweredRegion> answer(const std::vector<Region>& regions, double minScore = 0.01) const;

private:
    struct Network;
    std::unique_ptr<Network> m_network;
};

} // namespace core
