#include "ui/models/LibraryModel.h"

#include "ui/models/StatusMark.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QGuiApplication>
#include <QHash>
#include <QLocale>
#include <QPixmap>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

bool sameRows(const std::vector<core::ModelWithVersions>& a, const std::vector<core::ModelWithVersions>& b)
{
    return std::ranges::equal(a, b, [](const auto& left, const auto& right) {
        return left.model.id == right.model.id
            && std::ranges::equal(left.versions, right.versions, {}, &core::VersionRecord::id, &core::VersionRecord::id);
    });
}

std::optional<double> number(const QJsonObject& metrics, QLatin1String key)
{
    const auto value = metrics.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

void LibraryModel::setLibrary(core::ViewType type, std::vector<core::ModelWithVersions> models)
{
    if (type == m_type && sameRows(models, m_models)) {
        m_models = std::move(models);
        findBest();
        if (m_models.empty())
            return;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        for (int row = 0; row < rowCount(); ++row) {
            const auto parent = index(row, 0);
            if (const int versions = rowCount(parent); versions > 0)
                Q_EMIT dataChanged(index(0, 0, parent), index(versions - 1, ColumnCount - 1, parent));
        }
        return;
    }
    beginResetModel();
    m_type = type;
    m_models = std::move(models);
    findBest();
    endResetModel();
}

void LibraryModel::setLive(const core::LiveRun* run)
{
    const core::VersionId before = m_live ? m_live->version : core::VersionId {};
    m_live.reset();
    if (run) {
        core::LiveRun light;
        light.version = run->version;
        light.type = run->type;
        light.spec = run->spec;
        light.steps = run->steps;
        light.epochs = run->epochs;
        light.bestEpoch = run->bestEpoch;
        light.secondsLeft = run->secondsLeft;
        light.started = run->started;
        if (!run->batches.empty())
            light.batches = {run->batches.back()};
        m_live = std::move(light);
    }
    for (const auto version : {before, run ? run->version : core::VersionId {}}) {
        if (const auto row = indexOf(version); row.isValid())
            Q_EMIT dataChanged(row, row.siblingAtColumn(ColumnCount - 1));
    }
}

void LibraryModel::setWaiting(QHash<qint64, QString> words)
{
    const auto before = std::exchange(m_waiting, std::move(words));
    const auto all = before.keys() + m_waiting.keys();
    for (const qint64 version : all) {
        const auto row = indexOf(core::VersionId{version});
        if (row.isValid() && before.value(version) != m_waiting.value(version))
            Q_EMIT dataChanged(row, row.siblingAtColumn(ColumnCount - 1));
    }
}

void LibraryModel::findBest()
{
    m_best.clear();
    for (const auto& model : m_models) {
        QHash<QByteArray, std::vector<const core::VersionRecord*>> comparable;
        for (const auto& version : model.versions) {
            if (version.headline)
                comparable[version.dataRevision].push_back(&version);
        }
        for (const auto& versions : std::as_const(comparable)) {
            if (versions.size() >= 2)
                m_best.insert((*std::ranges::max_element(versions, {}, [](const auto* v) { return *v->headline; }))->id.value);
        }
    }
}

std::optional<core::VersionRecord> LibraryModel::versionAt(const QModelIndex& index) const
{
    if (!index.isValid() || !index.parent().isValid())
        return std::nullopt;
    return m_models.at(size_t(index.parent().row())).versions.at(size_t(index.row()));
}

QModelIndex LibraryModel::indexOf(core::VersionId version) const
{
    for (size_t model = 0; model < m_models.size(); ++model) {
        const auto& versions = m_models[model].versions;
        const auto found = std::ranges::find(versions, version, &core::VersionRecord::id);
        if (found != versions.end())
            return index(int(found - versions.begin()), 0, index(int(model), 0));
    }
    return {};
}

int LibraryModel::versionCount() const
{
    int count = 0;
    for (const auto& model : m_models)
        count += int(model.versions.size());
    return count;
}

// The internal id of a version is the row of its model + 1; that of a model is 0.

QModelIndex LibraryModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex LibraryModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_models.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_models[size_t(parent.row())].versions.size()) : 0;
}

int LibraryModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const
{
    auto flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.parent().isValid() && index.column() == Name)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool LibraryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto version = versionAt(index);
    if (role != Qt::EditRole || !version || index.column() != Name || value.toString() == version->name)
        return false;
    Q_EMIT renameRequested(version->id, value.toString()); // the new name comes back with the next list
    return true;
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool right = section == Indicator || section == MeanAp || section == Images || section == Duration;
    if (role == Qt::TextAlignmentRole)
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Indicator)
        return indicatorHint(m_type);
    if (role == Qt::ToolTipRole && section == MeanAp)
        return mapHint(m_type);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Status: return tr("Status");
    case Indicator: return indicatorName(m_type);
    case MeanAp: return tr("mAP");
    case Images: return tr("Images");
    case Architecture: return tr("Architecture");
    case Date: return tr("Date");
    case Duration: return tr("Time");
    default: return QString();
    }
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto parent = index.parent(); parent.isValid())
        return versionData(m_models[size_t(parent.row())].versions[size_t(index.row())], index.column(), role);
    return modelData(m_models[size_t(index.row())], index.column(), role);
}

QVariant LibraryModel::modelData(const core::ModelWithVersions& model, int column, int role) const
{
    if (role == VersionRole)
        return qint64(0);
    if (column != Name)
        return {};
    QStringList concepts;
    for (const auto& record : model.model.concepts)
        concepts << record.name;
    const QString set = concepts.join(QStringLiteral(", "));
    const auto older = std::ranges::count_if(m_models, [&](const auto& other) { return other.model.id < model.model.id; });
    //: A model, by its age, and its exact set of concepts: "Model 2   RBC, WBC, Platelets"
    const QString text = tr("Model %1   %2").arg(older + 1).arg(set);
    const QString versions = tr("%Ln version(s)", nullptr, int(model.versions.size()));
    const QString state = model.model.isCurrent ? tr("current set  ·  %1").arg(versions) : tr("older set  ·  %1").arg(versions);
    switch (role) {
    case Qt::DisplayRole: return text;
    case SecondaryRole: return state;
    case StrongRole: return true;
    case Qt::FontRole: return Theme::of().font(TextRole::Body);
    case Qt::ToolTipRole:
        return QString(set + QLatin1Char('\n') + (model.model.isCurrent ? tr("These are the concepts of the view today.")
                                                                       : tr("The view had these concepts before one was added or deleted.")));
    case Qt::AccessibleTextRole: return tr("Model: %1, %2").arg(text, state);
    default: return {};
    }
}

QVariant LibraryModel::versionData(const core::VersionRecord& version, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return display(version, column);
    case Qt::EditRole: return column == Name ? version.name : QVariant();
    case Qt::FontRole: {
        QFont font = Theme::of().font(TextRole::Body);
        font.setWeight(column == Name ? QFont::Medium : QFont::Normal);
        return font;
    }
    case Qt::DecorationRole:
        if (column == Status)
            return pixmapOf(statusOf(version, m_live ? &*m_live : nullptr).shape, 16, qApp->devicePixelRatio());
        return {};
    case Qt::TextAlignmentRole: return headerData(column, Qt::Horizontal, role);
    case Qt::ToolTipRole: return tip(version, column);
    case SortRole: return sortValue(version, column);
    case VersionRole: return version.id.value;
    case LinksRole: return column == Links ? links(version) : QVariant();
    case StrongRole: return column == Indicator && m_best.contains(version.id.value);
    default: return {};
    }
}

std::optional<double> LibraryModel::indicator(const core::VersionRecord& version) const
{
    if (!isLive(version))
        return version.headline;
    if (m_type == core::ViewType::Detection)
        return std::nullopt; // measured at the end
    std::optional<double> best;
    for (const auto& epoch : m_live->epochs) {
        const auto value = m_type == core::ViewType::Tagging ? epoch.map : epoch.accuracy;
        if (value && (!best || *value > *best))
            best = value;
    }
    return best;
}

std::optional<double> LibraryModel::meanAp(const core::VersionRecord& version) const
{
    if (!isLive(version))
        return number(version.metrics, QLatin1String("map"));
    std::optional<double> best;
    for (const auto& epoch : m_live->epochs) {
        if (epoch.map && (!best || *epoch.map > *best))
            best = epoch.map;
    }
    return best;
}

QString LibraryModel::display(const core::VersionRecord& version, int column) const
{
    switch (column) {
    case Name: return version.name;
    case Status: {
        const QString waiting = m_waiting.value(version.id.value);
        return waiting.isEmpty() ? statusOf(version, isLive(version) ? &*m_live : nullptr).text : waiting;
    }
    case Indicator: return percent(indicator(version));
    case MeanAp: return percentNumber(meanAp(version));
    case Images: return count(version.itemsTrain);
    case Architecture: return architectureName(m_type, core::trainingSpecFromJson(version.spec).architecture);
    //: How the Library writes a day, as QDate::toString takes it
    case Date: return QLocale().toString(version.created.toLocalTime().date(), tr("d MMM"));
    case Duration: {
        const auto seconds = number(version.metrics, QLatin1String("seconds"));
        return seconds ? duration(*seconds) : QStringLiteral("–");
    }
    default: return {};
    }
}

QVariant LibraryModel::sortValue(const core::VersionRecord& version, int column) const
{
    switch (column) {
    case Status: return int(version.status);
    case Indicator: return indicator(version).value_or(-1);
    case MeanAp: return meanAp(version).value_or(-1);
    case Images: return version.itemsTrain;
    case Date: return version.created;
    case Duration: return number(version.metrics, QLatin1String("seconds")).value_or(-1);
    default: return display(version, column).toCaseFolded();
    }
}

QString LibraryModel::tip(const core::VersionRecord& version, int column) const
{
    switch (column) {
    case Name: return version.name; // may be longer than its column
    case Status: {
        if (const QString waiting = m_waiting.value(version.id.value); !waiting.isEmpty())
            return waiting;
        const auto mark = statusOf(version, isLive(version) ? &*m_live : nullptr);
        return mark.detail.isEmpty() ? mark.text : mark.detail;
    }
    case Indicator:
        if (isLive(version))
            return m_type == core::ViewType::Detection ? tr("The mean LRP score is measured when the training ends.") : tr("The best so far.");
        if (indicator(version))
            return m_best.contains(version.id.value) ? tr("Best of the versions trained on the same data.") : indicatorHint(m_type);
        return version.itemsValidation == 0 ? tr("There were no validation images to measure it on.") : tr("It ended before it was measured.");
    case MeanAp: return isLive(version) ? tr("The best so far.") : mapHint(m_type);
    case Images:
        //: Numbers of images a version was trained and judged on
        return tr("%1 for training, %2 for validation").arg(count(version.itemsTrain), count(version.itemsValidation));
    case Date: return QLocale().toString(version.created.toLocalTime(), QLocale::LongFormat);
    default: return {};
    }
}

QStringList LibraryModel::links(const core::VersionRecord& version) const
{
    switch (version.status) {
    case core::VersionStatus::Queued: return {QStringLiteral("live"), QStringLiteral("remove")};
    case core::VersionStatus::Running: return {QStringLiteral("live"), QStringLiteral("stop")};
    default: break;
    }
    QStringList keys{QStringLiteral("open"), QStringLiteral("folder"), QStringLiteral("delete")};
    if (version.weights == core::WeightsState::Present)
        keys.insert(1, QStringLiteral("predict"));
    return keys;
}

} // namespace ui
