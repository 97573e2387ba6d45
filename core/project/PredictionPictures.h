#pragma once

#include "core/project/PredictionRun.h"

namespace core {

/// The pictures of a request, one after the other.
struct PictureStream {
    PictureSource next;
    qint64 total = 0; // 0: not known, or without end
};

/// `context`: of the project, for its own pictures and the ids of others. `outputs`: its folder is passed over where it lies in a
/// folder of pictures. Throws Error with a sentence: nothing is there, a film or a camera that cannot be opened.
PictureStream picturesOf(const PredictionPictures& pictures, const PredictionContext& context, const PredictionOutputs& outputs);

} // namespace core
