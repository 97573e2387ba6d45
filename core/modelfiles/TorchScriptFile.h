#pragma once

#include "core/modelfiles/ModelFile.h"
#include "core/modelfiles/NetworkGraph.h"

#include <torch/csrc/jit/api/module.h>

#include <QByteArray>

namespace core {

/// The bytes of a TorchScript archive: one module whose tensors are its buffers, so that it can be moved to another device, with the
/// extra files card.json and labels.txt.
QByteArray torchScriptOf(const NetworkGraph& graph, const VersionCard& card, const ModelFileOptions& options);

} // namespace core
