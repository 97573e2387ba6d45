#include "ui/models/BulkEdit.h"

#include "core/dataset/Annotating.h"
#include "core/project/ItemList.h"
#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/Attempt.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Relink.h"

#include <QWidget>

#include <algorithm>

namespace ui {

namespace {
constexpr int sampleShown = 9; // names in the question
}

BulkEdit::BulkEdit(Session& session, QWidget* page) : QObject(page), m_session(session), m_page(page) {}

void BulkEdit::setConcepts(core::ViewType type, std::vector<core::ConceptRecord> concepts)
{
    m_type = type;
    m_concepts = std::move(concepts);
}

bool BulkEdit::canEdit(const Items& items) const
{
    return !items.empty() && !m_session.project().isReadOnly();
}

std::vector<core::ConceptId> BulkEdit::living() const
{
    std::vector<core::ConceptId> ids;
    for (const core::ConceptRecord& record : m_concepts)
        ids.push_back(record.id);
    return ids;
}

std::vector<core::ImageId> BulkEdit::imagesOf(const Items& items, std::initializer_list<core::Health> healths) const
{
    std::vector<core::ImageId> images;
    for (const core::Item& item : m_session.list().records(items)) {
        if (healths.size() == 0 || std::ranges::find(healths, item.image.health) != healths.end())
            images.push_back(item.image.id);
    }
    return images;
}

// ---- one act

/// An act on very many images says first how many there are, and names some of them.
void BulkEdit::perform(const Items& items, Act act)
{
    if (!canEdit(items))
        return;
    if (int(items.size()) <= manyItems) {
        carryOut(items, act);
        return;
    }
    QStringList names;
    for (int i = 0; i < sampleShown; ++i) { // spread over the whole selection
        for (const core::Item& item : m_session.list().records({items[items.size() * std::size_t(i) / sampleShown]}))
            names << item.image.name();
    }
    //: %1: what the act does, with the number of images; %2: file names
    const QString question = tr("%1 Among them: %2. This is one step of the history and can be undone.").arg(act.question, names.join(QStringLiteral(", ")));
    //: %1: a number
    const QStringList buttons{tr("Change %1 images").arg(count(qint64(items.size()))), tr("Cancel")};
    m_session.ask().choose(m_page, act.title, question, buttons, [this, items, act](int answer) {
        if (answer == 0)
            carryOut(items, act);
    });
}

void BulkEdit::carryOut(const Items& items, const Act& act)
{
    core::Project::Ticket ticket = 0;
    if (!attempt(m_page, m_session.ask(), act.title, [&] { ticket = m_session.project().edit(act.title, act.edit); }) || !act.after)
        return;
    std::vector<std::pair<core::ItemId, core::ItemAnnotation>> made; // shown before it is written
    for (core::Item& item : m_session.list().records(items))
        made.emplace_back(item.id, act.after(std::move(item.annotation)));
    m_session.list().hold(made, ticket);
}

// ---- labels

bool BulkEdit::takeKey(const Items& items, int place, bool shift)
{
    if (!m_session.view().isValid() || place >= int(m_concepts.size()))
        return false;
    const core::ConceptRecord record = m_concepts[std::size_t(place)];
    switch (m_type) {
    case core::ViewType::Detection:
        if (shift)
            markSeen(items, {record.id});
        else
            Q_EMIT m_session.hintRequested(tr("Boxes are drawn in Annotate."));
        return true;
    case core::ViewType::Tagging: setAnswer(items, record, shift ? core::Answer::No : core::Answer::Yes); return true;
    case core::ViewType::Classification:
        if (!shift)
            setClass(items, record);
        return !shift;
    }
    return false;
}

void BulkEdit::setClass(const Items& items, const core::ConceptRecord& record)
{
    label(items, record, {});
}

void BulkEdit::setAnswer(const Items& items, const core::ConceptRecord& record, core::Answer answer)
{
    label(items, record, answer);
}

/// `answer`: of tagging; absent: it is the class.
void BulkEdit::label(const Items& items, const core::ConceptRecord& record, std::optional<core::Answer> answer)
{
    const int number = int(items.size());
    const bool no = answer == core::Answer::No;
    const QString title = no ? tr("Set %1 to no on %Ln image(s)", "name of a concept", number).arg(record.name)
                             : tr("Set %1 on %Ln image(s)", "name of a concept", number).arg(record.name);
    const QString question = no ? tr("%Ln image(s) get \"%1: no\".", "name of a concept", number).arg(record.name)
                                : tr("%Ln image(s) get \"%1\".", "name of a concept", number).arg(record.name);
    perform(items, {title, question, [items, answer, id = record.id](core::Editor& editor) {
                        if (answer)
                            editor.setAnswer(items, id, *answer);
                        else
                            editor.setClass(items, id);
                    },
                    [answer, living = living(), id = record.id](core::ItemAnnotation before) {
                        return answer ? core::withAnswer(std::move(before), living, id, *answer) : core::withClass(std::move(before), id);
                    }});
}

void BulkEdit::markSeen(const Items& items, const std::vector<core::ConceptId>& concepts)
{
    if (concepts.empty())
        return;
    const int number = int(items.size());
    const auto only = concepts.size() == 1 ? std::ranges::find(m_concepts, concepts.front(), &core::ConceptRecord::id) : m_concepts.end();
    const bool one = only != m_concepts.end();
    const QString title = one ? tr("Looked for %1 on %Ln image(s)", "name of a concept", number).arg(only->name) : tr("Looked for every concept on %Ln image(s)", nullptr, number);
    const QString question = one ? tr("%Ln image(s) count as looked at for \"%1\".", "name of a concept", number).arg(only->name)
                                 : tr("%Ln image(s) count as looked at for every concept.", nullptr, number);
    perform(items, {title, question, [items, concepts](core::Editor& editor) {
                        for (const core::ConceptId id : concepts)
                            editor.markSeen(items, id);
                    },
                    [concepts](core::ItemAnnotation before) {
                        for (const core::ConceptId id : concepts)
                            before = core::withSeen(std::move(before), id);
                        return before;
                    }});
}

void BulkEdit::markAllSeen(const Items& items)
{
    markSeen(items, living());
}

void BulkEdit::setWithoutConcept(const Items& items)
{
    if (!m_session.view().isValid() || !canEdit(items))
        return;
    if (m_type == core::ViewType::Classification) {
        Q_EMIT m_session.hintRequested(tr("In a classification view every image has exactly one concept."));
        return;
    }
    const int number = int(items.size());
    perform(items, {tr("Marked %Ln image(s) as without concept", nullptr, number), tr("%Ln image(s) are marked as without concept.", nullptr, number),
                    [items](core::Editor& editor) { editor.setWithoutConcept(items); },
                    [living = living(), type = m_type](core::ItemAnnotation before) {
                        const bool refused = !before.boxes.empty(); // with boxes nothing at all is changed
                        return refused ? before : core::withoutConcept(type, std::move(before), living);
                    }});
}

// ---- images and files

void BulkEdit::setSplit(const Items& items, core::Split split)
{
    const std::vector<core::ImageId> images = imagesOf(items);
    const int number = int(images.size());
    perform(items, {tr("Set split %1 on %Ln image(s)", "name of a split", number).arg(nameOf(split)),
                    tr("%Ln image(s) go to %1.", "name of a split", number).arg(nameOf(split)), [images, split](core::Editor& editor) { editor.setSplit(images, split); }, {}});
}

void BulkEdit::remove(const Items& items)
{
    const std::vector<core::ImageId> images = imagesOf(items);
    if (images.empty() || !canEdit(items))
        return;
    const int number = int(images.size());
    const QString question = tr("%Ln image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.", nullptr, number);
    const QString title = tr("Remove from project");
    m_session.ask().choose(m_page, title, question, {tr("Remove"), tr("Cancel")}, [this, images, number, title](int answer) {
        if (answer != 0)
            return;
        attempt(m_page, m_session.ask(), title, [&] {
            m_session.project().edit(tr("Removed %Ln image(s)", nullptr, number), [images](core::Editor& editor) { editor.removeImages(images); });
        });
    });
}

void BulkEdit::accept(const Items& items)
{
    const std::vector<core::ImageId> images = imagesOf(items, {core::Health::Odd, core::Health::Truncated});
    if (images.empty() || !canEdit(items))
        return;
    const int number = int(images.size());
    attempt(m_page, m_session.ask(), tr("Accept this picture"), [&] {
        m_session.project().edit(tr("Accepted %Ln picture(s)", nullptr, number), [images](core::Editor& editor) { editor.setHealth(images, core::Health::Good); });
    });
}

void BulkEdit::settle(const Items& items, bool same)
{
    std::vector<core::ImageRecord> changed;
    for (const core::Item& item : m_session.list().records(items)) {
        if (item.image.health == core::Health::Changed)
            changed.push_back(item.image);
    }
    if (!changed.empty() && canEdit(items))
        settleChange(m_session, m_page, changed, same);
}

} // namespace ui
