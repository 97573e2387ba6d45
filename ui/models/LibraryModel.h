#pragma once

#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace ui {

/// The models of a view and, under each, its versions. Holds copies; whoever sees the library change hands it a new list.
/// A model row has its text in the first column and spans the others.
class LibraryModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Status, Indicator, MeanAp, Images, Architecture, Date, Duration, Links, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, // comparable values; absent numbers sort below all others
        VersionRole,             // core::VersionId::value; 0 on model rows
        SecondaryRole,           // grey text after the name of a model
        LinksRole,               // QStringList of keys: open, live, stop, remove, folder, delete
        StrongRole,              // the best of comparable versions
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Rows that stay keep their place and their selection; `type` names the columns.
    void setLibrary(core::ViewType type, std::vector<core::ModelWithVersions> models);
    /// The run going on, or none: moves the row of its version only.
    void setLive(const core::LiveRun* run);

    /// When those that wait begin, in words, by VersionId::value.
    void setWaiting(QHash<qint64, QString> words);

    core::ViewType type() const { return m_type; }
    std::optional<core::VersionRecord> versionAt(const QModelIndex& index) const; // none for a model row
    QModelIndex indexOf(core::VersionId version) const;
    int versionCount() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void renameRequested(core::VersionId version, const QString& name);

private:
    QVariant modelData(const core::ModelWithVersions& model, int column, int role) const;
    QVariant versionData(const core::VersionRecord& version, int column, int role) const;
    QString display(const core::VersionRecord& version, int column) const;
    QVariant sortValue(const core::VersionRecord& version, int column) const;
    QString tip(const core::VersionRecord& version, int column) const;
    std::optional<double> indicator(const core::VersionRecord& version) const;
    std::optional<double> meanAp(const core::VersionRecord& version) const;
    QStringList links(const core::VersionRecord& version) const;
    bool isLive(const core::VersionRecord& version) const { return m_live && m_live->version == version.id; }
    void findBest();

    core::ViewType m_type = core::ViewType::Classification;
    std::vector<core::ModelWithVersions> m_models;
    std::optional<core::LiveRun> m_live; // without its batches but the last
    QSet<qint64> m_best;
    QHash<qint64, QString> m_waiting;
};

} // namespace ui
