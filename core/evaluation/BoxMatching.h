#pragma once

#include "core/dataset/Example.h"

#include <vector>

namespace core {

/// Overlap from which a box counts as found, everywhere but in COCO's AP: intersection over union greater than 0.5.
inline constexpr double foundOverlap = 0.5;
/// The smallest overlap that is greater than foundOverlap, for leastOverlap below.
double justAboveFoundOverlap();

/// What became of one predicted box.
struct BoxMatch {
    int example = 0;
    int box = 0;     // position in Prediction::boxes
    int truth = -1;  // position in Example::boxes; -1: met nothing
    double score = 0;
    double overlap = 0;
    bool ignored = false; // met an ignore region alone: neither right nor wrong

    bool isFound() const { return truth >= 0 && !ignored; }
    bool isFalse() const { return truth < 0; }
};

/// True and predicted boxes of one concept over all examples, with their overlaps, ready to be matched at any overlap.
/// Follows pycocotools to the letter: at most 100 boxes an example by falling score (stable), each takes the free true box it
/// overlaps most (the later one on a tie), ignore regions only when no true box is met, and these may be met many times.
/// Examples that were not looked at for the concept are left out. Because boxes choose by falling score, what is matched above
/// a threshold does not depend on the boxes below it: one matching serves all thresholds.
class ConceptBoxes {
public:
    /// Matches by falling score over all examples (stable in the order of examples). `leastOverlap`: still enough.
    std::vector<BoxMatch> matches(double leastOverlap) const;
    int support() const { return m_support; } // true boxes, ignore regions left out

private:
    friend std::vector<ConceptBoxes> boxesByConcept(int concepts, const std::vector<Example>& examples,
                                                    const std::vector<Prediction>& predictions);
    struct InExample {
        int example = 0;
        std::vector<int> truths; // ignore regions last
        int regular = 0;         // so many of them are not ignore regions
        std::vector<int> boxes;  // by falling score
        std::vector<double> scores;
        std::vector<double> overlaps; // boxes x truths
    };
    std::vector<InExample> m_examples;
    std::vector<int> m_order; // of all boxes, by falling score
    int m_support = 0;

    void add(InExample entry, const Example& example, const Prediction& prediction);
    void rank();
};

/// One for each concept, by position.
std::vector<ConceptBoxes> boxesByConcept(int concepts, const std::vector<Example>& examples, const std::vector<Prediction>& predictions);

} // namespace core
