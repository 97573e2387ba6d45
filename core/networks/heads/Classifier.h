#pragma once

#include "core/networks/Network.h"

namespace core {

/// One logit a concept from pooled features, for a softmax.
/// Its tensors carry the backbone's names without a prefix, and classifier.weight, classifier.bias.
std::shared_ptr<Network> buildClassifier(const NetworkShape& shape, std::shared_ptr<Backbone> backbone);

} // namespace core
