#include "ui/widgets/ItemNotice.h"

#include "ui/support/ItemText.h"

namespace ui {

void ItemNotice::tell(About about)
{
    const Act next{tr("Next"), [this] { Q_EMIT nextRequested(); }};
    std::vector<Act> acts;
    switch (about) {
    case About::Nothing: say({}); break;
    case About::Missing:
        acts = {next};
        if (m_editable)
            acts.push_back({tr("Relink…"), [this] { Q_EMIT relinkRequested(); }});
        offer(sentenceOf(core::Health::Missing), acts);
        break;
    case About::Changed:
        if (m_editable) {
            acts.push_back({tr("It is the same picture"), [this] { Q_EMIT changeSettled(true); }});
            acts.push_back({tr("It is a new picture"), [this] { Q_EMIT changeSettled(false); }});
        }
        offer(sentenceOf(core::Health::Changed), acts);
        break;
    case About::Unreadable:
        offer(tr("This picture cannot be read. Its annotations are kept."), {next, {tr("Try again"), [this] { Q_EMIT retryRequested(); }}});
        break;
    }
}

void ItemNotice::tellEnd(int listed, int open)
{
    if (open == 0)
        offer(tr("All %Ln are annotated.", "number of images", listed), {{tr("Train…"), [this] { Q_EMIT trainRequested(); }}});
    else
        offer(tr("This is the last image. %Ln of this list are not fully annotated.", nullptr, open), {{tr("Next not annotated"), [this] { Q_EMIT nextOpenRequested(); }}});
}

} // namespace ui
