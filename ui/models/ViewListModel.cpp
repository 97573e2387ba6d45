#include "ui/models/ViewListModel.h"

#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"

#include <algorithm>

namespace ui {

void ViewListModel::setCards(std::vector<ViewCard> cards)
{
    if (cards == m_cards)
        return;
    const bool sameViews = std::ranges::equal(cards, m_cards, {}, [](const ViewCard& card) { return card.view.id; }, [](const ViewCard& card) { return card.view.id; });
    if (sameViews) { // numbers or names changed: the selection stays
        m_cards = std::move(cards);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
}

int ViewListModel::rowOf(core::ViewId view) const
{
    const auto found = std::ranges::find(m_cards, view, [](const ViewCard& card) { return card.view.id; });
    return found == m_cards.end() ? -1 : int(found - m_cards.begin());
}

int ViewListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant ViewListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ViewCard& card = cardAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return card.view.name;
    case Qt::ToolTipRole: return card.conceptNames.join(QStringLiteral(", "));
    case Qt::AccessibleTextRole:
        //: %1 name, %2 type, %3 number of concepts, %4 of images, %5 how many are annotated, in words, %6 versions
        return tr("%1, %2, concepts: %3, images: %4, %5, versions: %6")
            .arg(card.view.name, nameOf(card.view.type), count(card.conceptNames.size()), count(card.regions), card.annotated, count(card.versions));
    default: return {};
    }
}

} // namespace ui
