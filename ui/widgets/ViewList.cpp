#include "ui/widgets/ViewList.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/dialogs/NewViewDialog.h"
#include "ui/models/ViewListModel.h"
#include "ui/support/ItemText.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Numbers.h"
#include "ui/support/StoreEdit.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ViewCardDelegate.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

bool isUnderWay(const core::VersionRecord& version)
{
    return version.status == core::VersionStatus::Queued || version.status == core::VersionStatus::Running || version.status == core::VersionStatus::Paused;
}

} // namespace

ViewList::ViewList(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ViewListModel(this)), m_list(new QListView(this)),
      m_rename(keyedButton("renameView", tr("Rename view…"), keyName(Qt::Key_F2), this)),
      m_delete(keyedButton("deleteView", tr("Delete view…"), keyName(Qt::Key_Delete), this))
{
    m_list->setObjectName(QStringLiteral("viewList"));
    m_list->setAccessibleName(tr("Views"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ViewCardDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setProperty("role", QStringLiteral("bare"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_rename);
    acts->addWidget(m_delete);
    acts->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addLayout(acts);
    connect(m_rename, &QPushButton::clicked, this, &ViewList::renameView);
    connect(m_delete, &QPushButton::clicked, this, &ViewList::deleteView);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            m_session.setView(m_model->cardAt(index.row()).view.id);
    });
    connect(&Theme::of(), &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

std::optional<core::ViewRecord> ViewList::chosen() const
{
    return m_session.project().view(m_session.view());
}

bool ViewList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void ViewList::reload()
{
    const core::Project& project = m_session.project();
    std::vector<ViewCard> cards;
    for (const core::ViewRecord& view : project.views()) {
        ViewCard card{.view = view};
        for (const core::ConceptRecord& record : project.concepts(view.id))
            card.conceptNames.append(record.name);
        const core::ViewSummary summary = project.summary(view.id);
        card.regions = summary.items;
        card.annotated = annotatedText(summary);
        for (const auto& model : project.library(view.id))
            card.versions += int(model.versions.size());
        cards.push_back(std::move(card));
    }
    m_model->setCards(std::move(cards));
    const int row = m_model->rowOf(m_session.view());
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    const bool some = chosen().has_value() && !project.isReadOnly();
    m_rename->setEnabled(some);
    m_delete->setEnabled(some);
}

void ViewList::newView()
{
    addView(m_session, this, [this](core::ViewId) { m_list->setFocus(); });
}

void ViewList::renameView()
{
    const auto view = chosen();
    if (!view || m_session.project().isReadOnly())
        return;
    const QString doing = tr("Rename view");
    m_session.ask().text(this, doing, tr("Name of the view"), view->name, [this, doing, view = *view](const QString& answer) {
        const QString name = answer.trimmed();
        if (name.isEmpty() || name == view.name)
            return;
        //: %1: old name, %2: new name
        storeEdit(m_session, this, doing, tr("Renamed view %1 to %2").arg(view.name, name), [id = view.id, name](core::Editor& editor) { editor.renameView(id, name); });
    });
}

void ViewList::deleteView()
{
    const auto view = chosen();
    if (!view || m_session.project().isReadOnly())
        return;
    const core::Project& project = m_session.project();
    const core::ViewSummary summary = project.summary(view->id);
    const auto library = project.library(view->id);
    const QString doing = tr("Delete view");
    int versions = 0;
    for (const auto& model : library) {
        versions += int(model.versions.size());
        if (std::ranges::any_of(model.versions, isUnderWay)) {
            //: %1: name of a view
            m_session.ask().tell(this, doing, tr("A training of \"%1\" is queued or running. Nothing was deleted. Stop it first, then delete the view.").arg(view->name));
            return;
        }
    }
    int annotations = 0;
    for (const auto& answer : summary.answers)
        annotations += answer.second;
    //: %1 name, %2 to %6 numbers
    const QString question = tr("Deleting \"%1\" takes away its concepts (%2), annotations (%3, on %4 annotated images), models (%5) and versions (%6). "
                                "The images and their files stay. This can be undone.")
                                 .arg(view->name, count(qint64(project.concepts(view->id).size())), count(annotations), count(summary.annotated + summary.partly),
                                      count(qint64(library.size())), count(versions));
    m_session.ask().choose(this, doing, question, {tr("Delete"), tr("Cancel")}, [this, doing, view = *view](int answer) {
        if (answer != 0)
            return;
        storeEdit(m_session, this, doing, tr("Deleted view %1").arg(view.name), [id = view.id](core::Editor& editor) { editor.removeView(id); }, [this] { m_list->setFocus(); });
    });
}

void ViewList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && event->key() == Qt::Key_F2)
        renameView();
    else if (plain && event->key() == Qt::Key_Delete)
        deleteView();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
