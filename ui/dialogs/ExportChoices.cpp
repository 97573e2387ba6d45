#include "ui/dialogs/ExportChoices.h"

#include "core/formats/TargetNames.h"
#include "core/project/DataExport.h"
#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardItemModel>

namespace ui {

namespace {

const QString all = QStringLiteral("all"), shown = QStringLiteral("shown"), selected = QStringLiteral("selected");
const QString formatKey = QStringLiteral("export/format"), folderKey = QStringLiteral("export/folder");

/// An entry that is there and cannot be chosen, with the reason.
void setPossible(QComboBox* box, const QString& key, const QString& whyNot)
{
    const int row = box->findData(key);
    auto* model = qobject_cast<QStandardItemModel*>(box->model());
    if (row < 0 || !model)
        return;
    model->item(row)->setEnabled(whyNot.isEmpty());
    box->setItemData(row, whyNot, Qt::ToolTipRole);
    if (whyNot.isEmpty() || box->currentIndex() != row)
        return;
    for (int other = 0; other < box->count(); ++other)
        if (model->item(other)->isEnabled())
            return box->setCurrentIndex(other);
}

QString quoted(QString word)
{
#ifdef Q_OS_WIN
    return QLatin1Char('"') + word.replace(QLatin1Char('"'), QStringLiteral("\\\"")) + QLatin1Char('"');
#else
    return QLatin1Char('\'') + word.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
#endif
}

} // namespace

ExportChoices::ExportChoices(Session& session, std::vector<core::ItemId> selected, QWidget* parent)
    : QWidget(parent), m_session(session), m_selected(std::move(selected))
{
    m_session.read([this] { m_views = m_session.project().views(); });
    build();
    const int format = m_format->findData(QSettings().value(formatKey, QStringLiteral("coco")));
    m_format->setCurrentIndex(std::max(0, format));
    viewChosen();
}

void ExportChoices::build()
{
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    auto* left = new QFormLayout;
    m_right = new QFormLayout;
    for (QFormLayout* form : {left, m_right}) {
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        form->setRowWrapPolicy(QFormLayout::WrapAllRows);
        form->setVerticalSpacing(8);
        columns->addLayout(form, 1);
    }
    std::vector<std::pair<QString, QString>> views, formats;
    for (const core::ViewRecord& view : m_views)
        views.emplace_back(QString::number(view.id.value), view.name);
    for (const QString& key : core::dataFormats())
        formats.emplace_back(key, core::dataOutput(key)->title());
    m_view = addChoice(left, "exportView", tr("&View"), views);
    m_view->setCurrentIndex(m_view->findData(QString::number(m_session.view().value)));
    m_images = addChoice(left, "exportImages", tr("&Images"), {{all, tr("All images")}, {shown, tr("Those that Images shows (%1)").arg(count(qint64(m_session.items().size())))},
                                                              {selected, tr("Those that are selected (%1)").arg(count(qint64(m_selected.size())))}});
    left->addRow(tr("Splits"), splitRow());
    m_unseen = new QCheckBox(tr("Also images that &nobody has annotated"), this);
    m_unseen->setObjectName(QStringLiteral("exportUnseen"));
    left->addRow(m_unseen);
    m_format = addChoice(m_right, "exportFormat", tr("&Format"), formats);
    m_pictures = addChoice(m_right, "exportPictures", tr("&Pictures"), {{QStringLiteral("copy"), tr("Copy")}, {QStringLiteral("clean"), tr("Copy without metadata (place, time, camera)")},
                                                                        {QStringLiteral("reference"), tr("Leave where they are, and name their places")}});
    m_names = addChoice(m_right, "exportNames", tr("File na&mes"), {{QStringLiteral("tree"), tr("Keep the folder tree")}, {QStringLiteral("unique"), tr("All in one folder, made unique")}});
    m_index = addChoice(m_right, "exportIndex", tr("Inde&x of concepts"), {{QStringLiteral("pinned"), tr("Pinned: never moves")}, {QStringLiteral("view"), tr("In the order of the view")},
                                                                         {QStringLiteral("source"), tr("As imported")}});
    m_unanswered = addChoice(m_right, "exportUnanswered", tr("Concepts without an ans&wer"), {{QStringLiteral("leave-out"), tr("Leave out")}, {QStringLiteral("as-no"), tr("Write as “no”")}});
    m_unanswered->setToolTip(tr("In images that somebody has looked at for other concepts."));
    m_loss = new QLabel(this);
    m_loss->setObjectName(QStringLiteral("exportLoss"));
    m_loss->setWordWrap(true);
    m_loss->setTextFormat(Qt::PlainText);
    setRole(m_loss, "caption");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(columns);
    layout->addWidget(m_loss);
    layout->addWidget(folderRow());
    connect(m_view, &QComboBox::currentIndexChanged, this, &ExportChoices::viewChosen);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportChoices::formatChosen);
    for (QComboBox* box : {m_images, m_pictures, m_names, m_index, m_unanswered})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportChoices::changed);
    connect(m_unseen, &QCheckBox::clicked, this, [this] { m_hasChosenUnseen = true; });
    connect(m_unseen, &QCheckBox::toggled, this, &ExportChoices::changed);
}

QComboBox* ExportChoices::addChoice(QFormLayout* form, const char* object, const QString& label, const std::vector<std::pair<QString, QString>>& choices)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(object));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    for (const auto& [key, text] : choices)
        box->addItem(text, key);
    auto* head = new QLabel(label, this);
    head->setBuddy(box);
    form->addRow(head, box);
    return box;
}

QWidget* ExportChoices::splitRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(4);
    const std::pair<core::Split, QString> splits[] = {{core::Split::Train, tr("Training")}, {core::Split::Validation, tr("Validation")}, {core::Split::Test, tr("Test")}, {core::Split::Unassigned, tr("Unassigned")}};
    m_splits.resize(4);
    int place = 0;
    for (const auto& [split, text] : splits) {
        auto* box = new QCheckBox(text, row);
        box->setObjectName(QStringLiteral("exportSplit_") + keyOf(split));
        box->setChecked(true);
        layout->addWidget(box, place / 2, place % 2);
        ++place;
        m_splits[size_t(split)] = box;
        connect(box, &QCheckBox::toggled, this, &ExportChoices::changed);
    }
    return row;
}

QWidget* ExportChoices::folderRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_target = new QLineEdit(row);
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_choose = new QPushButton(tr("&Choose…"), row);
    auto* head = new QLabel(tr("New fol&der"), row);
    head->setBuddy(m_target);
    layout->addWidget(head);
    layout->addWidget(m_target, 1);
    layout->addWidget(m_choose);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_hasChosenTarget = true; });
    connect(m_target, &QLineEdit::textChanged, this, &ExportChoices::targetChanged);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        m_session.ask().openFolder(this, tr("Export data"), [this](const QString& folder) {
            m_hasChosenTarget = true;
            const QString name = QFileInfo(request().target).fileName(); // one that holds something is where the new one goes
            setTarget(core::isTaken(folder) ? QDir(folder).filePath(name) : folder);
        });
    });
    return row;
}

core::ViewId ExportChoices::view() const { return core::ViewId{m_view->currentData().toString().toLongLong()}; }

QString ExportChoices::viewName() const { return m_view->currentText(); }

core::ViewType ExportChoices::type() const
{
    const auto found = std::ranges::find(m_views, view(), &core::ViewRecord::id);
    return found == m_views.end() ? core::ViewType::Classification : found->type;
}

const core::DataOutput* ExportChoices::output() const { return core::dataOutput(m_format->currentData().toString()); }

void ExportChoices::viewChosen()
{
    // What Images shows and what is selected there are items of the session's view.
    const QString otherView = view() == m_session.view() ? QString() : tr("Images shows another view.");
    setPossible(m_images, shown, otherView);
    setPossible(m_images, selected, !otherView.isEmpty() ? otherView : m_selected.empty() ? tr("No image is selected.") : QString());
    for (const QString& key : core::dataFormats())
        setPossible(m_format, key, core::dataOutput(key)->holds(type()) ? QString() : tr("%1 cannot hold what this view says of its images.").arg(core::dataOutput(key)->title()));
    m_right->setRowVisible(m_unanswered, type() == core::ViewType::Tagging);
    formatChosen();
}

void ExportChoices::formatChosen()
{
    if (const core::DataOutput* format = output()) {
        setPossible(m_pictures, QStringLiteral("reference"), format->needsPictures ? tr("%1 finds pictures by the place where they lie.").arg(format->title()) : QString());
        setPossible(m_names, QStringLiteral("tree"), format->isFlat ? tr("The folders of this format are its concepts.") : QString());
        if (!m_hasChosenUnseen)
            m_unseen->setChecked(format->tellsUnseen);
    }
    tellLoss();
    proposeTarget();
    Q_EMIT changed();
}

void ExportChoices::tellLoss()
{
    const QStringList lost = output() ? output()->cannotHold(type()) : QStringList();
    m_loss->setVisible(!lost.isEmpty());
    m_loss->setText(output() ? tr("%1 cannot hold: %2.", "format; list of what is lost").arg(output()->title(), lost.join(tr("; ", "between things that are lost"))) : QString());
}

/// Beside the last export, named after view and format.
void ExportChoices::proposeTarget()
{
    if (m_hasChosenTarget)
        return;
    const QString folder = QSettings().value(folderKey, QDir::homePath()).toString();
    const QString name = core::safeFileName(viewName() + QLatin1Char(' ') + m_format->currentData().toString());
    setTarget(core::freeTarget(QDir(folder).filePath(name)));
}

void ExportChoices::setTarget(const QString& folder) { m_target->setText(QDir::toNativeSeparators(folder)); }

core::ExportRequest ExportChoices::request() const
{
    core::ExportRequest request;
    request.format = m_format->currentData().toString();
    const QString written = QDir::fromNativeSeparators(m_target->text().trimmed());
    request.target = written.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(QDir::home(), written).absoluteFilePath());
    request.pictures = core::exportPicturesFromKey(m_pictures->currentData().toString()).value_or(core::ExportRequest::Pictures::Copy);
    request.index = core::exportIndexFromKey(m_index->currentData().toString()).value_or(core::ExportRequest::Index::Pinned);
    request.keepsTree = m_names->currentData().toString() == QLatin1String("tree");
    request.isUnseenNo = type() == core::ViewType::Tagging && m_unanswered->currentData().toString() == QLatin1String("as-no");
    request.withUnseen = m_unseen->isChecked();
    if (std::ranges::any_of(m_splits, [](const QCheckBox* box) { return !box->isChecked(); }))
        for (size_t split = 0; split < m_splits.size(); ++split)
            if (m_splits[split]->isChecked())
                request.splits.push_back(core::Split(split));
    const QString images = m_images->currentData().toString();
    if (images != all)
        request.items = images == shown ? m_session.items() : m_selected;
    return request;
}

QString ExportChoices::problem() const
{
    if (m_views.empty())
        return tr("There is no view yet, so nothing is annotated. Add a view first.");
    if (!output() || !output()->holds(type()))
        return tr("No format is chosen that holds what this view says of its images.");
    if (std::ranges::none_of(m_splits, &QCheckBox::isChecked))
        return tr("No split is chosen, so no image would go out.");
    return m_target->text().trimmed().isEmpty() ? tr("Name the folder to make.") : QString();
}

QString ExportChoices::command() const
{
    const core::ExportRequest asked = request();
    if (asked.items)
        return {};
    QStringList words{QStringLiteral("oriel export"), quoted(QDir::toNativeSeparators(m_session.project().folder())), QStringLiteral("--view"), quoted(viewName()),
                      QStringLiteral("--format"), asked.format, QStringLiteral("--out"), quoted(QDir::toNativeSeparators(asked.target)), QStringLiteral("--pictures"), keyOf(asked.pictures),
                      QStringLiteral("--index"), keyOf(asked.index), QStringLiteral("--names"), asked.keepsTree ? QStringLiteral("tree") : QStringLiteral("unique"),
                      QStringLiteral("--unseen-pictures"), *asked.withUnseen ? QStringLiteral("include") : QStringLiteral("leave-out")};
    if (asked.isUnseenNo)
        words << QStringLiteral("--unseen") << QStringLiteral("as-no");
    for (const core::Split split : asked.splits)
        words << QStringLiteral("--split") << keyOf(split);
    return words.join(QLatin1Char(' '));
}

} // namespace ui
