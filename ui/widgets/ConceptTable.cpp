#include "ui/widgets/ConceptTable.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/dialogs/AddConcept.h"
#include "ui/models/ConceptTableModel.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Numbers.h"
#include "ui/support/StoreEdit.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/RowDelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int tableRow = 36;
constexpr int headerRow = 34;

std::vector<ConceptRow> rowsOf(const core::Project& project, core::ViewId view)
{
    const core::ViewSummary summary = project.summary(view);
    const auto imagesIn = [&](core::ConceptId id, core::Split split) {
        core::ItemFilter filter;
        filter.conceptId = id;
        filter.split = split;
        return int(project.itemIds(view, filter).size());
    };
    std::vector<ConceptRow> rows;
    for (const core::ConceptRecord& record : project.concepts(view)) {
        ConceptRow row{.record = record};
        for (const auto& [id, number] : summary.answers) {
            if (id == record.id)
                row.annotations = number;
        }
        row.trainImages = imagesIn(record.id, core::Split::Train);
        row.validationImages = imagesIn(record.id, core::Split::Validation);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

ConceptTable::ConceptTable(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ConceptTableModel(this)), m_table(new QTableView(this)), m_title(new ElidedLabel(this)),
      m_none(new QLabel(tr("This view has no concepts yet. Add the first one with the button above."), this)),
      m_modelNote(new QLabel(tr("Adding or deleting a concept changes the concept set: the next training begins a new model. Existing models stay usable."), this)),
      m_add(keyedButton("addConcept", tr("Add concept…"), keyName(Qt::Key_Insert), this)),
      m_rename(keyedButton("renameConcept", tr("Rename…"), keyName(Qt::Key_F2), this)),
      m_delete(keyedButton("deleteConcept", tr("Delete…"), keyName(Qt::Key_Delete), this)), m_up(keyedButton("moveUp", tr("Up"), tr("Alt+Up"), this)),
      m_down(keyedButton("moveDown", tr("Down"), tr("Alt+Down"), this))
{
    build();
    connectAll();
}

void ConceptTable::build()
{
    m_title->setObjectName(QStringLiteral("conceptsTitle"));
    setRole(m_title, "head");
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    for (QPushButton* act : {m_add, m_rename, m_delete, m_up, m_down})
        acts->addWidget(act);
    acts->addStretch();
    buildTable();
    m_none->setObjectName(QStringLiteral("noConcepts"));
    setRole(m_none, "secondary");
    m_modelNote->setObjectName(QStringLiteral("modelNote"));
    m_modelNote->setWordWrap(true);
    setRole(m_modelNote, "caption");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title); // in a line of its own: in a small window the buttons fill theirs
    column->addLayout(acts);
    column->addWidget(m_table, 1000); // all its rows; with many, all the place there is
    column->addWidget(m_none);
    column->addWidget(m_modelNote);
    column->addStretch(); // the lower part stays empty rather than the table long
}

void ConceptTable::buildTable()
{
    m_model->setEditable(!m_session.project().isReadOnly());
    m_table->setObjectName(QStringLiteral("conceptTable"));
    m_table->setAccessibleName(tr("Concepts of the view"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate({}, tableRow, m_table));
    m_table->setMouseTracking(true);
    setRole(m_table, "card");
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDropIndicatorShown(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tableRow);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(64);
    header->setFixedHeight(headerRow);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ConceptTableModel::Name, QHeaderView::Stretch);
    m_table->installEventFilter(this);
}

void ConceptTable::connectAll()
{
    connect(m_add, &QPushButton::clicked, this, &ConceptTable::addConcept);
    connect(m_rename, &QPushButton::clicked, this, &ConceptTable::renameConcept);
    connect(m_delete, &QPushButton::clicked, this, &ConceptTable::deleteConcept);
    connect(m_up, &QPushButton::clicked, this, [this] { moveConcept(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveConcept(1); });
    connect(m_model, &ConceptTableModel::moveRequested, this, &ConceptTable::place);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConceptTable::showEnabled);
    connect(&Theme::of(), &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
}

// ---- what is shown

std::optional<core::ViewRecord> ConceptTable::view() const
{
    return m_session.project().view(m_session.view());
}

std::optional<core::ConceptRecord> ConceptTable::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model->rowAt(index.row()).record) : std::nullopt;
}

void ConceptTable::choose(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, ConceptTableModel::Name));
}

void ConceptTable::reload()
{
    const core::Project& project = m_session.project();
    const auto now = view();
    const auto before = chosen();
    const int placeBefore = m_table->currentIndex().row();
    m_model->setRows(now ? rowsOf(project, now->id) : std::vector<ConceptRow>());
    if (now) {
        //: %1: name of a view
        m_title->setText(tr("Concepts of \"%1\"").arg(now->name));
    }
    m_table->setMaximumHeight(headerRow + std::max(1, m_model->rowCount()) * tableRow + 2);
    m_table->setVisible(m_model->rowCount() > 0);
    m_none->setVisible(m_model->rowCount() == 0);
    m_modelNote->setVisible(now && !project.library(now->id).empty());
    // The place is never lost: the same concept, or after a deletion its neighbour.
    const int same = before ? m_model->rowOf(before->id) : -1;
    choose(same >= 0 ? same : std::min(placeBefore, m_model->rowCount() - 1));
    showEnabled();
}

void ConceptTable::showEnabled()
{
    const bool editable = !m_session.project().isReadOnly();
    const int row = m_table->currentIndex().row();
    const bool some = editable && row >= 0;
    m_add->setEnabled(editable && m_session.view().isValid());
    m_rename->setEnabled(some);
    m_delete->setEnabled(some);
    m_up->setEnabled(some && row > 0);
    m_down->setEnabled(some && row + 1 < m_model->rowCount());
}

// ---- acts

void ConceptTable::addConcept()
{
    const auto now = view();
    if (!now || m_session.project().isReadOnly())
        return;
    m_session.ask().text(this, tr("Add concept"), tr("Name of the concept"), {}, [this, view = now->id](const QString& answer) {
        const QString name = answer.trimmed();
        if (name.isEmpty())
            return;
        ui::addConcept(m_session, this, view, name, [this](core::ConceptId made) {
            reload();
            if (made.isValid())
                choose(m_model->rowOf(made));
            m_table->setFocus();
        });
    });
}

void ConceptTable::renameConcept()
{
    const auto record = chosen();
    if (!record || m_session.project().isReadOnly())
        return;
    const QString doing = tr("Rename concept");
    m_session.ask().text(this, doing, tr("Name of the concept"), record->name, [this, doing, record = *record](const QString& answer) {
        const QString name = answer.trimmed();
        m_table->setFocus();
        if (name.isEmpty() || name == record.name)
            return;
        //: %1: old name, %2: new name
        storeEdit(m_session, this, doing, tr("Renamed %1 to %2").arg(record.name, name), [id = record.id, name](core::Editor& editor) { editor.renameConcept(id, name); });
    });
}

void ConceptTable::deleteConcept()
{
    const auto now = view();
    const auto record = chosen();
    if (!now || !record || m_session.project().isReadOnly())
        return;
    const core::Project& project = m_session.project();
    core::ItemFilter filter;
    filter.conceptId = record->id;
    const auto images = qint64(project.itemIds(now->id, filter).size());
    const int annotations = m_model->rowAt(m_table->currentIndex().row()).annotations;
    const QString doing = tr("Delete concept");
    const QString question =
        //: %1: name of a concept, %2: number of annotations, %3: number of images
        (project.library(now->id).empty()
             ? tr("Deleting \"%1\" takes away %2 annotations on %3 images. This can be undone.")
             : tr("Deleting \"%1\" takes away %2 annotations on %3 images and begins a new model at the next training. Existing versions stay usable. This can be undone."))
            .arg(record->name, count(annotations), count(images));
    m_session.ask().choose(this, doing, question, {tr("Delete"), tr("Cancel")}, [this, doing, record = *record](int answer) {
        m_table->setFocus();
        if (answer == 0)
            storeEdit(m_session, this, doing, tr("Deleted %1").arg(record.name), [id = record.id](core::Editor& editor) { editor.removeConcept(id); });
    });
}

void ConceptTable::moveConcept(int step)
{
    const auto record = chosen();
    const int position = m_table->currentIndex().row() + step;
    if (record && position >= 0 && position < m_model->rowCount())
        place(record->id, position);
}

void ConceptTable::place(core::ConceptId conceptId, int position)
{
    if (m_session.project().isReadOnly())
        return;
    m_model->move(m_model->rowOf(conceptId), position); // shown at once, so that the next step starts from there
    choose(position);
    const QString name = m_model->rowAt(position).record.name;
    storeEdit(m_session, this, tr("Move concept"), tr("Moved %1").arg(name), [conceptId, position](core::Editor& editor) { editor.moveConcept(conceptId, position); });
}

// ---- keys

/// The table would take Alt+Up and Alt+Down for itself.
bool ConceptTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void ConceptTable::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

bool ConceptTable::handleKey(QKeyEvent* event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveConcept(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_F2: renameConcept(); return true;
    case Qt::Key_Delete: deleteConcept(); return true;
    default: return false;
    }
}

} // namespace ui
