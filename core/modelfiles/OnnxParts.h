#pragma once

#include "core/modelfiles/OnnxModel.h"
#include "core/networks/Preparation.h"

#include <QSize>

#include <string>

namespace core {

/// Parts of an ONNX graph that no network brings along: they are written node by node. Each appends to the model and names its nodes with
/// a prefix of its own.

/// Scales whole pictures as Oriel does it: reduced as the training held them, then brought to the input. Reads `images` [N,3,h,w] of any
/// size, gives `view` [N,3,H,W]; of a detector also `to_picture` float32 [2,4], by which a box is multiplied and to which it is added to
/// come from shares of the input to shares of the picture.
void appendResize(OnnxModel& model, const Preparation& preparation);

/// Brings `boxes` [N,A,4] from shares of the input to shares of the picture, after appendResize(); answers the new name.
std::string appendBoxesOfPicture(OnnxModel& model, const std::string& boxes);

/// Greedy suppression within each concept among the best candidates, as networks/Predict does it: the outputs boxes, scores and labels of
/// ModelFile.h from boxes [N,A,4] and scores [N,A,C]. Answers K, the number of boxes a picture has room for.
int64_t appendSelection(OnnxModel& model, const std::string& boxes, const std::string& scores, int64_t cells, int64_t concepts, const BoxRule& rule);

} // namespace core
