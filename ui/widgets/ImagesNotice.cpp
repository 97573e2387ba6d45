#include "ui/widgets/ImagesNotice.h"

#include <algorithm>

namespace ui {

namespace {

/// What a person must hear of, the worst first.
constexpr core::Health told[] = {core::Health::Missing, core::Health::Changed, core::Health::Undecodable};

QString wordsOf(core::Health health, int number)
{
    switch (health) {
    case core::Health::Missing: return ImagesNotice::tr("%Ln image(s) are not where they were.", nullptr, number);
    case core::Health::Changed: return ImagesNotice::tr("%Ln image(s) are other files than at the import.", nullptr, number);
    default: return ImagesNotice::tr("%Ln image(s) cannot be read.", nullptr, number);
    }
}

} // namespace

void ImagesNotice::tellNoView(bool canAdd)
{
    std::vector<Act> acts;
    if (canAdd)
        acts.push_back({tr("Add a view…"), [this] { Q_EMIT viewWanted(); }});
    offer(tr("These images are in no view yet. A view says what to recognise in them."), acts);
}

void ImagesNotice::tellHealths(const std::vector<std::pair<core::Health, int>>& counts)
{
    QStringList words;
    core::Health worst = core::Health::Good;
    for (const core::Health health : told) {
        const auto found = std::ranges::find(counts, health, [](const auto& entry) { return entry.first; });
        if (found == counts.end() || found->second == 0)
            continue;
        words << wordsOf(health, found->second);
        if (worst == core::Health::Good)
            worst = health;
    }
    if (words.isEmpty()) {
        say({});
        return;
    }
    words << tr("All annotations are kept.");
    offer(words.join(QLatin1Char(' ')), {{tr("Show them"), [this, worst] { Q_EMIT healthWanted(worst); }}, {tr("Look again"), [this] { Q_EMIT lookAgainWanted(); }}});
}

void ImagesNotice::tellFailed(const QString& why)
{
    offer(why, {{tr("Try again"), [this] { Q_EMIT lookAgainWanted(); }}});
}

} // namespace ui
