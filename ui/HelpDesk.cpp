#include "ui/HelpDesk.h"

#include "ui/dialogs/HelpWindow.h"
#include "ui/support/Help.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace ui {

namespace {

constexpr const char* helpProperty = "help";

/// "exportModelDialog" is about "export-model".
QString pageOfName(const QString& objectName)
{
    static const QRegularExpression kind(QStringLiteral("(Page|Dialog)$")), capital(QStringLiteral("([A-Z])"));
    if (!kind.match(objectName).hasMatch())
        return {};
    QString words = objectName;
    return words.remove(kind).replace(capital, QStringLiteral("-\\1")).toLower();
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression mark(QStringLiteral("&(?!&)"));
    return text.remove(mark);
}

void addCommands(const QMenu& menu, QStringList& rows)
{
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            addCommands(*action->menu(), rows);
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            rows << QStringLiteral("| %1 | %2 |").arg(withoutMnemonic(action->text()).section(QLatin1Char(':'), 0, 0), keys.join(QStringLiteral(", ")));
    }
}

} // namespace

void setHelp(QWidget* widget, const QString& topic)
{
    widget->setProperty(helpProperty, topic);
}

HelpDesk::HelpDesk(QWidget* window, QMenuBar* menus, std::function<const QWidget*()> page) : QObject(window), m_menus(menus), m_page(std::move(page))
{
    qApp->installEventFilter(this); // a dialog keeps the keys from the menus of the window behind it
}

HelpDesk::~HelpDesk() = default;

QString HelpDesk::topicFor(const QWidget* widget)
{
    for (const QWidget* each = widget; each; each = each->parentWidget()) {
        for (const QString& topic : {each->property(helpProperty).toString(), pageOfName(each->objectName())}) {
            if (!topic.isEmpty() && Help::of().has(topic))
                return topic;
        }
    }
    return {};
}

QString HelpDesk::commands() const
{
    QStringList rows;
    for (const QAction* menu : m_menus->actions()) {
        if (menu->menu())
            addCommands(*menu->menu(), rows);
    }
    return QStringLiteral("| %1 | %2 |\n|---|---|\n").arg(tr("Command"), tr("Key")) + rows.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void HelpDesk::show(const QString& topic)
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>(commands());
    m_help->open(topic);
}

void HelpDesk::showFor(const QWidget* widget)
{
    const QString topic = topicFor(widget);
    show(topic.isEmpty() ? topicFor(m_page()) : topic); // an empty one opens the first page
}

void HelpDesk::close()
{
    m_help.reset();
}

bool HelpDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto* key = static_cast<const QKeyEvent*>(event);
    auto* widget = static_cast<QWidget*>(watched);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier || (m_help && widget->window() == m_help.get()))
        return false;
    showFor(widget);
    return true;
}

} // namespace ui
