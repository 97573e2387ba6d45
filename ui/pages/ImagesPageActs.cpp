// What a person does to the selected images: the second half of ImagesPage.
#include "ui/pages/ImagesPage.h"

#include "core/dataset/Annotating.h"
#include "core/project/ItemList.h"
#include "ui/Session.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/Attempt.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Relink.h"
#include "ui/widgets/ItemFilterBar.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ThumbnailGrid.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {
constexpr int manyImages = 1000; // an act on more asks first
constexpr int sampleShown = 9;
}

// ---- which images

std::vector<core::ItemId> ImagesPage::selectedItems() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    std::vector<core::ItemId> items;
    items.reserve(rows.size());
    for (const int row : rows)
        items.push_back(m_session.items()[std::size_t(row)]);
    return items;
}

std::vector<core::Item> ImagesPage::selectedRecords() const
{
    return m_session.list().records(selectedItems());
}

std::vector<core::ImageId> ImagesPage::selectedImages() const
{
    std::vector<core::ImageId> images;
    for (const core::Item& item : selectedRecords())
        images.push_back(item.image.id);
    return images;
}

std::vector<core::ImageId> ImagesPage::selectedWith(std::initializer_list<core::Health> healths) const
{
    std::vector<core::ImageId> images;
    for (const core::Item& item : selectedRecords()) {
        if (std::ranges::find(healths, item.image.health) != healths.end())
            images.push_back(item.image.id);
    }
    return images;
}

void ImagesPage::selectAll()
{
    m_grid->selectAll();
}

void ImagesPage::selectNone()
{
    m_grid->clearSelection();
}

void ImagesPage::clearFilter()
{
    m_filter->clear();
    focusGrid();
}

void ImagesPage::annotateCurrent()
{
    if (m_grid->currentIndex().isValid() && m_session.view().isValid())
        Q_EMIT m_session.annotateRequested(m_session.items()[std::size_t(m_grid->currentIndex().row())]);
}

void ImagesPage::addView()
{
    ui::addView(m_session, this, [this](core::ViewId) { focusGrid(); });
}

std::vector<core::ConceptId> ImagesPage::living() const
{
    std::vector<core::ConceptId> ids;
    for (const core::ConceptRecord& record : m_model->concepts())
        ids.push_back(record.id);
    return ids;
}

// ---- acts

/// An act on very many images says first how many there are, and names some of them.
void ImagesPage::perform(const std::vector<core::ItemId>& items, Act act)
{
    const auto go = [this, items, title = act.title, edit = std::move(act.edit), after = std::move(act.after)] {
        core::Project::Ticket ticket = 0;
        if (!attempt(this, m_session.ask(), title, [&] { ticket = m_session.project().edit(title, edit); }) || !after)
            return;
        std::vector<std::pair<core::ItemId, core::ItemAnnotation>> made; // shown before it is written
        for (core::Item& item : m_session.list().records(items))
            made.emplace_back(item.id, after(std::move(item.annotation)));
        m_session.list().hold(made, ticket);
    };
    if (int(items.size()) <= manyImages) {
        go();
        return;
    }
    QStringList names;
    for (int i = 0; i < sampleShown; ++i) // spread over the whole selection
        names << m_session.list().records({items[items.size() * std::size_t(i) / sampleShown]}).front().image.name();
    //: %1: what the act does, with the number of images; %2: file names
    const QString question = tr("%1 Among them: %2. This is one step of the history and can be undone.").arg(act.question, names.join(QStringLiteral(", ")));
    //: %1: a number
    m_session.ask().choose(this, act.title, question, {tr("Change %1 images").arg(count(qint64(items.size()))), tr("Cancel")}, [go](int answer) {
        if (answer == 0)
            go();
    });
}

void ImagesPage::removeSelected()
{
    const std::vector<core::ImageId> images = selectedImages();
    if (images.empty() || isReadOnly())
        return;
    const int number = int(images.size());
    const QString question = tr("%Ln image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.", nullptr, number);
    const QString title = tr("Remove from project");
    m_session.ask().choose(this, title, question, {tr("Remove"), tr("Cancel")}, [this, images, number, title](int answer) {
        if (answer != 0)
            return;
        attempt(this, m_session.ask(), title, [&] {
            m_session.project().edit(tr("Removed %Ln image(s)", nullptr, number), [images](core::Editor& editor) { editor.removeImages(images); });
        });
    });
}

void ImagesPage::acceptSelected()
{
    const std::vector<core::ImageId> images = selectedWith({core::Health::Odd, core::Health::Truncated});
    if (images.empty() || isReadOnly())
        return;
    attempt(this, m_session.ask(), tr("Accept this picture"), [&] {
        m_session.project().edit(tr("Accepted %Ln picture(s)", nullptr, int(images.size())), [images](core::Editor& editor) { editor.setHealth(images, core::Health::Good); });
    });
}

void ImagesPage::showSplitMenu()
{
    if (m_splitButton->isEnabled())
        m_splitMenu->popup(m_splitButton->mapToGlobal(QPoint(0, m_splitButton->height() + 4)));
}

void ImagesPage::setSplitOfSelected(core::Split split)
{
    const std::vector<core::ImageId> images = selectedImages();
    if (images.empty() || isReadOnly())
        return;
    const int number = int(images.size());
    perform(selectedItems(), {tr("Set split %1 on %Ln image(s)", "name of a split", number).arg(nameOf(split)),
                              tr("%Ln image(s) go to %1.", "name of a split", number).arg(nameOf(split)),
                              [images, split](core::Editor& editor) { editor.setSplit(images, split); }});
}

bool ImagesPage::labelWith(int place, bool shift)
{
    if (!m_session.view().isValid() || place >= int(m_model->concepts().size()))
        return false;
    const core::ConceptRecord record = m_model->concepts()[std::size_t(place)];
    if (type() == core::ViewType::Detection) {
        if (shift)
            markSeen({record.id});
        else
            Q_EMIT m_session.hintRequested(tr("Boxes are drawn in Annotate."));
        return true;
    }
    const bool tagging = type() == core::ViewType::Tagging;
    const std::vector<core::ItemId> items = selectedItems();
    if (items.empty() || isReadOnly() || (shift && !tagging))
        return false;
    const int number = int(items.size());
    const QString title = shift ? tr("Set %1 to no on %Ln image(s)", "name of a concept", number).arg(record.name)
                                : tr("Set %1 on %Ln image(s)", "name of a concept", number).arg(record.name);
    const QString question = shift ? tr("%Ln image(s) get \"%1: no\".", "name of a concept", number).arg(record.name)
                                   : tr("%Ln image(s) get \"%1\".", "name of a concept", number).arg(record.name);
    perform(items, {title, question, [=, id = record.id](core::Editor& editor) {
                        if (tagging)
                            editor.setAnswer(items, id, shift ? core::Answer::No : core::Answer::Yes);
                        else
                            editor.setClass(items, id);
                    },
                    [=, living = living(), id = record.id](core::ItemAnnotation before) {
                        return tagging ? core::withAnswer(std::move(before), living, id, shift ? core::Answer::No : core::Answer::Yes) : core::withClass(std::move(before), id);
                    }});
    return true;
}

void ImagesPage::markSeen(const std::vector<core::ConceptId>& concepts)
{
    const std::vector<core::ItemId> items = selectedItems();
    if (items.empty() || concepts.empty() || isReadOnly())
        return;
    const int number = int(items.size());
    const core::ConceptRecord* only = concepts.size() == 1 ? m_model->conceptOf(concepts.front()) : nullptr;
    const QString title = only ? tr("Looked for %1 on %Ln image(s)", "name of a concept", number).arg(only->name) : tr("Looked for every concept on %Ln image(s)", nullptr, number);
    const QString question = only ? tr("%Ln image(s) count as looked at for \"%1\".", "name of a concept", number).arg(only->name)
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

/// One line a concept, and one for all of them.
void ImagesPage::fillSeenMenu()
{
    m_seenMenu->clear();
    int place = 0;
    for (const core::ConceptRecord& record : m_model->concepts()) {
        const QString key = conceptKeyName(place++);
        //: %1: name of a concept, %2: its key
        const QString words = key.isEmpty() ? record.name : tr("%1 (Shift+%2)").arg(record.name, key);
        m_seenMenu->addAction(words, this, [this, id = record.id] { markSeen({id}); });
    }
    if (m_model->concepts().size() > 1) {
        m_seenMenu->addSeparator();
        m_seenMenu->addAction(tr("Every concept (Shift+N)"), this, [this] { markSeen(living()); });
    }
}

void ImagesPage::markWithoutConcept()
{
    const std::vector<core::ItemId> items = selectedItems();
    if (!m_session.view().isValid() || items.empty() || isReadOnly())
        return;
    if (type() == core::ViewType::Classification) {
        Q_EMIT m_session.hintRequested(tr("In a classification view every image has exactly one concept."));
        return;
    }
    const int number = int(items.size());
    perform(items, {tr("Marked %Ln image(s) as without concept", nullptr, number), tr("%Ln image(s) are marked as without concept.", nullptr, number),
                    [items](core::Editor& editor) { editor.setWithoutConcept(items); },
                    [living = living(), type = type()](core::ItemAnnotation before) {
                        const bool refused = !before.boxes.empty(); // with boxes nothing at all is changed
                        return refused ? before : core::withoutConcept(type, std::move(before), living);
                    }});
}

// ---- files

void ImagesPage::takeNoticeAct(int button)
{
    if (!m_session.view().isValid()) {
        addView();
        return;
    }
    if (button == 1 || m_notice->buttons().size() == 1) {
        m_session.project().checkPictures();
        reloadItems();
        return;
    }
    for (const core::Health health : {core::Health::Missing, core::Health::Changed, core::Health::Undecodable}) {
        const auto counts = m_session.project().healthCounts();
        const auto found = std::ranges::find(counts, health, [](const auto& entry) { return entry.first; });
        if (found != counts.end() && found->second > 0) {
            m_filter->showHealth(health);
            break;
        }
    }
    focusGrid();
}

/// Changed files among the selected: the picture that was annotated, or another one.
void ImagesPage::settleChanged(bool same)
{
    std::vector<core::ImageRecord> images;
    for (const core::Item& item : selectedRecords()) {
        if (item.image.health == core::Health::Changed)
            images.push_back(item.image);
    }
    if (!images.empty() && !isReadOnly())
        settleChange(m_session, this, images, same);
}

// ---- keys

void ImagesPage::keyPressed(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!plain)
        return;
    event->accept();
    if (const std::optional<int> place = conceptPlaceOf(*event)) {
        labelWith(*place, shift);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: annotateCurrent(); break;
    case Qt::Key_N:
        if (shift && type() == core::ViewType::Detection)
            markSeen(living());
        else
            markWithoutConcept();
        break;
    case Qt::Key_Delete: removeSelected(); break;
    case Qt::Key_F7: showSplitMenu(); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_grid->setTileSize(m_grid->tileSize() + 16); break;
    case Qt::Key_Minus: m_grid->setTileSize(m_grid->tileSize() - 16); break;
    default: event->ignore();
    }
}

} // namespace ui
