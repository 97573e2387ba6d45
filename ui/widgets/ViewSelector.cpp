#include "ui/widgets/ViewSelector.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"

#include <QLocale>
#include <QSignalBlocker>

namespace ui {

namespace {
constexpr int widestName = 160; // px of the bar; type and share annotated stay in sight
}

ViewSelector::ViewSelector(QWidget* parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("viewSelector"));
    setAccessibleName(tr("View"));
    setToolTip(tr("The view that all pages show (Ctrl+L)"));
    setRole(this, "quiet");
    setMinimumWidth(220);
    setMaximumWidth(380);
    setSizeAdjustPolicy(AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (m_session)
            m_session->setView(core::ViewId{itemData(index).toLongLong()});
    });
}

void ViewSelector::setSession(Session* session)
{
    m_session = session;
    refresh();
    if (!session)
        return;
    connect(session, &Session::viewChanged, this, &ViewSelector::refresh);
    connect(&session->project(), &core::Project::changed, this, &ViewSelector::refresh);
}

void ViewSelector::refresh()
{
    const QSignalBlocker quiet(this);
    clear();
    setVisible(m_session != nullptr);
    if (!m_session)
        return;
    m_session->read([this] {
        for (const core::ViewRecord& view : m_session->project().views()) {
            const QString annotated = annotatedText(m_session->project().summary(view.id));
            const QString name = fontMetrics().elidedText(view.name, Qt::ElideRight, widestName);
            const QString words = tr("%1  ·  %2  ·  %3", "name of a view, its type, how many images are annotated").arg(name, nameOf(view.type), annotated);
            addItem(Theme::of().icon(QLatin1String(iconOf(view.type)), Theme::of().tokens().accent), words, view.id.value);
            setItemData(count() - 1, view.name, Qt::AccessibleTextRole);
            setItemData(count() - 1, view.name, Qt::ToolTipRole);
        }
    });
    setEnabled(count() > 0);
    if (count() == 0)
        addItem(tr("No view yet"));
    setCurrentIndex(std::max(0, findData(m_session->view().value)));
}

} // namespace ui
