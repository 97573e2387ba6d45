#pragma once

#include "core/dataset/View.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace ui {

/// A view with what its card says.
struct ViewCard {
    core::ViewRecord view;
    QStringList conceptNames;
    int regions = 0;
    QString annotated; // in words
    int versions = 0;

    bool operator==(const ViewCard&) const = default;
};

/// The views of a project as cards. Holds copies.
class ViewListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setCards(std::vector<ViewCard> cards);
    const ViewCard& cardAt(int row) const { return m_cards[std::size_t(row)]; }
    int rowOf(core::ViewId view) const; // -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ViewCard> m_cards;
};

} // namespace ui
