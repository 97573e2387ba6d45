#pragma once

#include "core/modelfiles/ModelFile.h"
#include "core/modelfiles/NetworkGraph.h"
#include "core/modelfiles/OnnxModel.h"

namespace core {

/// The graph with its inputs, outputs and metadata, as ModelFile.h describes them. Throws Error when an operation has no counterpart.
OnnxModel onnxModelOf(const NetworkGraph& graph, const VersionCard& card, const ModelFileOptions& options);

} // namespace core
