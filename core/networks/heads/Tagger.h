#pragma once

#include "core/networks/Network.h"

namespace core {

/// One logit a concept, the sum of three: what the whole picture says (pooled deep features), what its finer features say on average,
/// and the strongest evidence in any one place. The last finds what is small: a concept that covers a few of a thousand cells is lost in
/// every average. Log-sum-exp pools the places (Pinheiro & Collobert 2015): a maximum that lets neighbours learn too.
/// Its tensors carry the backbone's names without a prefix; classifier.* is the whole picture's, local_* the places'.
std::shared_ptr<Network> buildTagger(const NetworkShape& shape, std::shared_ptr<Backbone> backbone);

} // namespace core
