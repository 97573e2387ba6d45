// What a person does to the selected images: the second half of ImagesPage.
#include "ui/pages/ImagesPage.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/models/ItemListModel.h"
#include "ui/support/Attempt.h"
#include "ui/support/ConceptKeys.h"
#include "ui/support/ItemText.h"
#include "ui/widgets/ThumbnailGrid.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace ui {

std::vector<core::ItemId> ImagesPage::selectedItems() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<core::ItemId> items;
    items.reserve(rows.size());
    for (int row : rows)
        items.push_back(m_model->ids()[static_cast<std::size_t>(row)]);
    return items;
}

std::vector<core::ImageId> ImagesPage::selectedImages() const
{
    std::vector<core::ImageId> images;
    for (const core::Item& item : m_session.project().items(selectedItems()))
        images.push_back(item.image.id);
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
    m_search->clear();
    for (QComboBox* box : {m_conceptFilter, m_splitFilter, m_stateFilter})
        box->setCurrentIndex(0);
    reloadItems();
    m_grid->setFocus();
}

void ImagesPage::annotateCurrent()
{
    if (m_grid->currentIndex().isValid())
        Q_EMIT m_session.annotateRequested(m_model->ids()[static_cast<std::size_t>(m_grid->currentIndex().row())]);
}

void ImagesPage::removeSelected()
{
    const std::vector<core::ImageId> images = selectedImages();
    if (images.empty() || m_session.project().isReadOnly())
        return;
    const int number = static_cast<int>(images.size());
    const QString question = tr("%n image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.", nullptr, number);
    const QString title = tr("Remove from project");
    m_session.ask().choose(this, title, question, {tr("Remove"), tr("Cancel")}, [this, title, images, number](int button) {
        if (button != 0)
            return;
        attempt(this, m_session.ask(), title, [&] {
            m_session.project().edit(tr("Removed %n image(s)", nullptr, number), [images](core::Editor& editor) { editor.removeImages(images); });
        });
    });
}

void ImagesPage::acceptSelected()
{
    std::vector<core::ImageId> images;
    for (const core::Item& item : m_session.project().items(selectedItems())) {
        if (item.image.health == core::Health::Odd || item.image.health == core::Health::Truncated)
            images.push_back(item.image.id);
    }
    if (images.empty())
        return;
    attempt(this, m_session.ask(), tr("Accept this picture"), [&] {
        m_session.project().edit(tr("Accepted %n picture(s)", nullptr, static_cast<int>(images.size())),
                                 [images](core::Editor& editor) { editor.setHealth(images, core::Health::Good); });
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
    if (images.empty() || m_session.project().isReadOnly())
        return;
    attempt(this, m_session.ask(), tr("Set split"), [&] {
        m_session.project().edit(tr("Set split %1 on %n image(s)", "name of a split", static_cast<int>(images.size())).arg(nameOf(split)),
                                 [images, split](core::Editor& editor) { editor.setSplit(images, split); });
    });
}

bool ImagesPage::labelWith(int place, bool no)
{
    const std::optional<core::ViewRecord> view = m_session.project().view(m_session.view());
    if (!view)
        return false;
    if (view->type == core::ViewType::Detection) {
        Q_EMIT m_session.hintRequested(tr("Boxes are drawn in Annotate."));
        return true;
    }
    const std::vector<core::ItemId> items = selectedItems();
    if (place >= static_cast<int>(m_model->concepts().size()) || items.empty() || m_session.project().isReadOnly())
        return false;
    if (no && view->type != core::ViewType::Tagging)
        return false;
    const core::ConceptRecord record = m_model->concepts()[static_cast<std::size_t>(place)];
    const bool tagging = view->type == core::ViewType::Tagging;
    const int number = static_cast<int>(items.size());
    const QString title = no ? tr("Set %1 to no on %n image(s)", "name of a concept", number).arg(record.name)
                             : tr("Set %1 on %n image(s)", "name of a concept", number).arg(record.name);
    return attempt(this, m_session.ask(), tr("Label"), [&] {
        m_session.project().edit(title, [=, id = record.id](core::Editor& editor) {
            if (tagging)
                editor.setAnswer(items, id, no ? core::Answer::No : core::Answer::Yes);
            else
                editor.setClass(items, id);
        });
    });
}

void ImagesPage::markWithoutConcept()
{
    const std::optional<core::ViewRecord> view = m_session.project().view(m_session.view());
    const std::vector<core::ItemId> items = selectedItems();
    if (!view || items.empty() || m_session.project().isReadOnly())
        return;
    if (view->type == core::ViewType::Classification) {
        Q_EMIT m_session.hintRequested(tr("In a classification view every image has exactly one concept."));
        return;
    }
    attempt(this, m_session.ask(), tr("Without concept"), [&] {
        m_session.project().edit(tr("Marked %n image(s) as without concept", nullptr, static_cast<int>(items.size())),
                                 [items](core::Editor& editor) { editor.setWithoutConcept(items); });
    });
}

void ImagesPage::keyPressed(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain)
        return;
    event->accept();
    if (const std::optional<int> place = conceptPlaceOf(*event)) {
        labelWith(*place, event->modifiers() & Qt::ShiftModifier);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: annotateCurrent(); break;
    case Qt::Key_N: markWithoutConcept(); break;
    case Qt::Key_Delete: removeSelected(); break;
    case Qt::Key_F7: showSplitMenu(); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_grid->setTileSize(m_grid->tileSize() + 16); break;
    case Qt::Key_Minus: m_grid->setTileSize(m_grid->tileSize() - 16); break;
    default: event->ignore();
    }
}

} // namespace ui
