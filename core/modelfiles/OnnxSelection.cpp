#include "core/modelfiles/OnnxParts.h"

#include "core/networks/Predict.h"

#include <algorithm>

namespace core {

int64_t appendSelection(OnnxModel& model, const std::string& boxes, const std::string& scores, int64_t cells, int64_t concepts, const BoxRule& rule)
{
    const auto constant = [&](const char* name, const torch::Tensor& value) { model.constants.emplace_back(name, value); };
    const auto integers = [](std::vector<int64_t> values) { return torch::tensor(values, torch::kLong); };
    const auto add = [&](const char* op, const std::vector<std::string>& inputs, const std::vector<std::string>& outputs, const std::map<std::string, OnnxAttribute>& attributes = {}) {
        model.nodes.push_back({op, inputs, outputs, attributes});
    };
    const std::map<std::string, OnnxAttribute> alongCandidates{{"axis", int64_t(1)}};
    const int64_t candidates = std::min(mostCandidates, cells * concepts), most = std::min<int64_t>(rule.most, candidates);
    constant("sel_flat", integers({0, cells * concepts}));
    constant("sel_candidates", integers({candidates}));
    constant("sel_concepts", torch::scalar_tensor(concepts, torch::kLong));
    constant("sel_middle", integers({1}));
    constant("sel_last", integers({2}));
    constant("sel_corners", integers({1, 1, 4}));
    constant("sel_off_on", torch::tensor({0.f, 1.f}));
    constant("sel_each", torch::scalar_tensor(rule.most, torch::kLong));
    constant("sel_overlap", torch::scalar_tensor(rule.overlap));
    constant("sel_least", torch::scalar_tensor(leastScore));
    constant("sel_zero", torch::scalar_tensor(0.f));
    constant("sel_picture_and_box", integers({0, 2}));
    constant("sel_most", integers({most}));
    constant("sel_none", torch::scalar_tensor(-1, torch::kLong));

    // The best candidates of all cells and concepts, their concepts and boxes.
    add("Reshape", {scores, "sel_flat"}, {"sel_all"});
    add("TopK", {"sel_all", "sel_candidates"}, {"sel_best", "sel_where"}, alongCandidates);
    add("Mod", {"sel_where", "sel_concepts"}, {"sel_label"});
    add("Div", {"sel_where", "sel_concepts"}, {"sel_cell"});
    add("Unsqueeze", {"sel_cell", "sel_last"}, {"sel_cell1"});
    add("Expand", {"sel_cell1", "sel_corners"}, {"sel_cell4"});
    add("GatherElements", {boxes, "sel_cell4"}, {"sel_box"}, alongCandidates);
    // The score of a candidate for each concept: its own, and 0 for the others, so that only boxes of one concept hide each other.
    add("OneHot", {"sel_label", "sel_concepts", "sel_off_on"}, {"sel_is"}, alongCandidates);
    add("Unsqueeze", {"sel_best", "sel_middle"}, {"sel_best1"});
    add("Mul", {"sel_is", "sel_best1"}, {"sel_score"});
    add("NonMaxSuppression", {"sel_box", "sel_score", "sel_each", "sel_overlap", "sel_least"}, {"sel_kept"}); // rows of picture, concept, box
    // Scores of what is kept, 0 for the rest; the best of them are the answer.
    add("Gather", {"sel_kept", "sel_picture_and_box"}, {"sel_place"}, alongCandidates);
    add("GatherND", {"sel_best", "sel_place"}, {"sel_value"});
    add("Mul", {"sel_best", "sel_zero"}, {"sel_nothing"});
    add("ScatterND", {"sel_nothing", "sel_place", "sel_value"}, {"sel_left"});
    add("TopK", {"sel_left", "sel_most"}, {"scores", "sel_order"}, alongCandidates);
    add("Greater", {"scores", "sel_zero"}, {"sel_real"});
    add("GatherElements", {"sel_label", "sel_order"}, {"sel_label1"}, alongCandidates);
    add("Where", {"sel_real", "sel_label1", "sel_none"}, {"labels"});
    add("Unsqueeze", {"sel_order", "sel_last"}, {"sel_order1"});
    add("Expand", {"sel_order1", "sel_corners"}, {"sel_order4"});
    add("GatherElements", {"sel_box", "sel_order4"}, {"sel_box1"}, alongCandidates);
    add("Unsqueeze", {"sel_real", "sel_last"}, {"sel_real1"});
    add("Where", {"sel_real1", "sel_box1", "sel_zero"}, {"boxes"});
    return most;
}

} // namespace core
