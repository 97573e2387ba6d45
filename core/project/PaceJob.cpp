#include "core/project/PaceJob.h"

#include "core/base/Error.h"
#include "core/base/MachineShare.h"
#include "core/pictures/PictureFile.h"
#include "core/project/MeasuredRates.h"
#include "core/training/Pace.h"
#include "core/training/Train.h"

#include <QElapsedTimer>

#include <algorithm>

namespace core {

namespace {

constexpr size_t decodedPictures = 4;

/// Seconds to decode one of the pictures, with all cores at work; 0 when none of those looked at can be read.
double decodingSeconds(const std::vector<Example>& examples, int threads)
{
    QElapsedTimer timer;
    timer.start();
    int decoded = 0;
    for (size_t i = 0; i < std::min(examples.size(), decodedPictures); ++i) {
        try {
            decoded += !PictureFile::decode(examples[i].image.path).image.isNull();
        } catch (const PictureError&) { // the check before the training tells of it
        }
    }
    return decoded > 0 ? double(timer.nsecsElapsed()) * 1e-9 / decoded / threadsFor(threads) : 0;
}

} // namespace

void PaceJob::measure(const TrainingSpec& spec, int concepts, std::vector<Example> examples)
{
    start([this, spec, concepts, examples = std::move(examples)] {
        const auto pace = measurePace(spec, inputSize(spec, examples), concepts);
        if (!isCanceled())
            rememberRates(spec, {.cache = decodingSeconds(examples, spec.threads), .head = pace.answer, .train = pace.learn, .answer = pace.answer});
    });
}

} // namespace core
