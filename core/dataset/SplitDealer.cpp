#include "core/dataset/SplitDealer.h"

#include <QCryptographicHash>
#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <numeric>

namespace core {

namespace {

constexpr std::array dealt{Split::Train, Split::Validation, Split::Test}; // ties go to the first
using Counts = std::array<double, dealt.size()>;

struct Group {
    std::vector<int> members; // positions in the candidates
    QByteArray order;         // SHA-256(seed, smallest member)
};

/// Which candidates belong together, each known by the first of its set (a disjoint-set forest).
class Sets {
public:
    explicit Sets(size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    int first(int candidate)
    {
        while (m_parent[size_t(candidate)] != candidate)
            candidate = m_parent[size_t(candidate)] = m_parent[size_t(m_parent[size_t(candidate)])];
        return candidate;
    }
    void join(int a, int b)
    {
        a = first(a);
        b = first(b);
        m_parent[size_t(std::max(a, b))] = std::min(a, b);
    }

private:
    std::vector<int> m_parent;
};

std::vector<Group> groupsOf(const std::vector<SplitCandidate>& candidates, quint64 seed)
{
    Sets sets(candidates.size());
    QHash<QByteArray, int> holders; // of bytes, of groups
    for (int i = 0; i < int(candidates.size()); ++i)
        for (const auto& key : {candidates[i].sha256, candidates[i].group.isEmpty() ? QByteArray() : "group " + candidates[i].group})
            if (!key.isEmpty())
                sets.join(i, holders.contains(key) ? holders.value(key) : *holders.insert(key, i));
    std::array<char, sizeof seed> seedBytes;
    qToLittleEndian(seed, seedBytes.data());
    std::vector<Group> groups;
    QHash<int, int> groupOf;
    for (int i = 0; i < int(candidates.size()); ++i) {
        const int first = sets.first(i);
        if (const auto known = groupOf.constFind(first); known != groupOf.cend()) {
            groups[*known].members.push_back(i);
            continue;
        }
        const auto& sha = candidates[i].sha256;
        const auto key = sha.isEmpty() ? QByteArrayLiteral("#") + QByteArray::number(i) : sha;
        groupOf.insert(first, int(groups.size()));
        groups.push_back({{i}, QCryptographicHash::hash(QByteArray(seedBytes.data(), seedBytes.size()) + key, QCryptographicHash::Sha256)});
    }
    return groups;
}

/// The one split of the members for which `counts` holds; train where they differ; absent where there is none.
template <class Predicate>
std::optional<Split> commonSplit(const std::vector<SplitCandidate>& candidates, const Group& group, Predicate counts)
{
    std::optional<Split> common;
    for (const int member : group.members) {
        const auto& candidate = candidates[member];
        if (!candidate.fixed || *candidate.fixed == Split::Unassigned || !counts(candidate))
            continue;
        if (common && common != candidate.fixed)
            return Split::Train;
        common = candidate.fixed;
    }
    return common;
}

std::optional<Split> givenSplit(const std::vector<SplitCandidate>& candidates, const Group& group)
{
    if (const auto frozen = commonSplit(candidates, group, [](const auto& candidate) { return candidate.frozen; }))
        return frozen;
    return commonSplit(candidates, group, [](const auto& candidate) { return !candidate.frozen; });
}

/// How many images and images of each concept every split has, and should have.
class Balance {
public:
    Balance(const std::vector<SplitCandidate>& candidates, const SplitRatios& ratios)
        : m_candidates(candidates)
        , m_shares{std::max(0.0, ratios.train), std::max(0.0, ratios.validation), std::max(0.0, ratios.test)}
    {
        const double sum = std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
        for (auto& share : m_shares)
            share = sum > 0 ? share / sum : 0;
        m_total = double(candidates.size());
        for (const auto& candidate : candidates)
            for (const int id : candidate.concepts)
                m_totalOf[id] += 1;
    }

    void add(int candidate, Split split)
    {
        const auto place = std::ranges::find(dealt, split) - dealt.begin();
        if (place == dealt.size())
            return;
        m_images[place] += 1;
        for (const int id : m_candidates[candidate].concepts)
            m_imagesOf[id][place] += 1;
    }

    Split neediest(const Group& group) const
    {
        std::vector<int> present;
        for (const int member : group.members)
            present.insert(present.end(), m_candidates[member].concepts.begin(), m_candidates[member].concepts.end());
        std::ranges::sort(present);
        const auto repeated = std::ranges::unique(present);
        present.erase(repeated.begin(), repeated.end());

        std::optional<size_t> best;
        double most = 0;
        for (size_t place = 0; place < dealt.size(); ++place) {
            if (m_shares[place] <= 0)
                continue;
            double shortfall = 1 - m_images[place] / (m_shares[place] * m_total);
            for (const int id : present)
                shortfall += 1 - m_imagesOf.value(id)[place] / (m_shares[place] * m_totalOf.value(id));
            shortfall /= double(1 + present.size());
            if (!best || shortfall > most + 1e-12) { // rounding must not decide a tie
                best = place;
                most = shortfall;
            }
        }
        return best ? dealt[*best] : Split::Unassigned;
    }

private:
    const std::vector<SplitCandidate>& m_candidates;
    Counts m_shares;
    double m_total = 0;
    Counts m_images{};
    QHash<int, double> m_totalOf;
    QHash<int, Counts> m_imagesOf;
};

} // namespace

std::vector<Split> dealSplits(const std::vector<SplitCandidate>& candidates, const SplitRatios& ratios, quint64 seed)
{
    std::vector<Split> result(candidates.size(), Split::Unassigned);
    Balance balance(candidates, ratios);
    const auto assign = [&](const Group& group, Split split) {
        for (const int member : group.members) {
            const auto& candidate = candidates[member];
            result[member] = candidate.frozen && candidate.fixed.value_or(Split::Unassigned) != Split::Unassigned ? *candidate.fixed : split;
            balance.add(member, result[member]);
        }
    };

    std::vector<Group> open;
    for (auto& group : groupsOf(candidates, seed)) {
        if (const auto given = givenSplit(candidates, group))
            assign(group, *given);
        else
            open.push_back(std::move(group));
    }
    std::ranges::sort(open, [](const Group& a, const Group& b) {
        return a.members.size() != b.members.size() ? a.members.size() > b.members.size() : a.order < b.order;
    });
    for (const auto& group : open)
        assign(group, balance.neediest(group));
    return result;
}

} // namespace core
