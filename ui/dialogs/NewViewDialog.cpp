#include "ui/dialogs/NewViewDialog.h"

#include "core/base/Error.h"
#include "core/project/Project.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/support/Theme.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace ui {

namespace {
constexpr int longestName = 80;

QLabel* heading(const QString& text, QWidget* buddy, QVBoxLayout* column)
{
    auto* label = new QLabel(text, buddy->parentWidget());
    setRole(label, "head");
    label->setBuddy(buddy);
    column->addWidget(label);
    column->addWidget(buddy);
    column->addSpacing(8);
    return label;
}
} // namespace

NewViewDialog::NewViewDialog(QStringList taken, QWidget* parent) : QDialog(parent), m_taken(std::move(taken))
{
    setObjectName(QStringLiteral("newViewDialog"));
    setWindowTitle(tr("New view"));
    setHelp(this, QStringLiteral("views#types"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);

    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("For example Fruit"));
    heading(tr("&Name"), m_name, column);

    auto* typeLabel = new QLabel(tr("Type"), this);
    setRole(typeLabel, "head");
    column->addWidget(typeLabel);
    m_types = new QButtonGroup(this);
    const auto addType = [&](core::ViewType type, const char* object, const QString& text) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QLatin1String(object));
        m_types->addButton(button, int(type));
        column->addWidget(button);
        return button;
    };
    addType(core::ViewType::Classification, "classificationType", tr("&Classification: exactly one concept for each image"))->setChecked(true);
    addType(core::ViewType::Tagging, "taggingType", tr("&Tagging: each concept is yes or no on its own"));
    addType(core::ViewType::Detection, "detectionType", tr("&Detection: boxes, each with one concept"));
    auto* fixed = new QLabel(tr("The type of a view cannot be changed later."), this);
    setRole(fixed, "caption");
    column->addWidget(fixed);
    column->addSpacing(8);

    m_conceptLines = new QPlainTextEdit(this);
    m_conceptLines->setObjectName(QStringLiteral("conceptLines"));
    m_conceptLines->setTabChangesFocus(true);
    m_conceptLines->setPlaceholderText(tr("One name a line. More can be added later."));
    m_conceptLines->setMinimumHeight(120);
    heading(tr("C&oncepts"), m_conceptLines, column);

    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    setRole(m_problem, "error");
    column->addWidget(m_problem);

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("createView"));
    setRole(m_create, "primary");
    m_create->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewViewDialog::check);
    connect(m_conceptLines, &QPlainTextEdit::textChanged, this, &NewViewDialog::check);
    resize(460, sizeHint().height());
    check();
}

QString NewViewDialog::name() const
{
    return m_name->text().trimmed();
}

core::ViewType NewViewDialog::type() const
{
    return core::ViewType(m_types->checkedId());
}

QStringList NewViewDialog::conceptNames() const
{
    QStringList names;
    QStringList keys;
    for (const QString& line : m_conceptLines->toPlainText().split(QLatin1Char('\n'))) {
        const QString name = line.trimmed();
        if (name.isEmpty() || keys.contains(core::nameKey(name)))
            continue;
        keys.append(core::nameKey(name));
        names.append(name);
    }
    return names;
}

QString NewViewDialog::problem() const
{
    const QString key = core::nameKey(name());
    if (std::ranges::any_of(m_taken, [&](const QString& other) { return core::nameKey(other) == key; }))
        return tr("The project has a view \"%1\" already.").arg(name());
    try { // a field's gate: what cannot be a name is said beside it
        if (!name().isEmpty())
            core::validName(name());
        for (const QString& conceptName : conceptNames())
            core::validName(conceptName);
    } catch (const core::Error& error) {
        return error.message();
    }
    return {};
}

void NewViewDialog::check()
{
    const QString said = problem();
    m_problem->setText(said);
    m_problem->setVisible(!said.isEmpty());
    m_create->setEnabled(said.isEmpty() && !name().isEmpty());
}

namespace {

void store(Session& session, QWidget* parent, const NewViewDialog& dialog, const std::function<void(core::ViewId)>& done)
{
    const auto made = std::make_shared<core::ViewId>();
    const QString name = dialog.name();
    //: %1: name of a view
    session.project().editThen(NewViewDialog::tr("Added view %1").arg(name),
                               [name, type = dialog.type(), concepts = dialog.conceptNames(), made](core::Editor& editor) {
                                   *made = editor.addView(name, type);
                                   for (const QString& each : concepts)
                                       editor.addConcept(*made, each);
                               },
                               parent, [&session, parent, made, done](const QString& failure) {
                                   if (!failure.isEmpty()) {
                                       session.ask().tell(parent, NewViewDialog::tr("New view"), failure);
                                       return;
                                   }
                                   session.setView(*made);
                                   done(*made);
                               });
}

} // namespace

void addView(Session& session, QWidget* parent, std::function<void(core::ViewId)> done)
{
    if (session.project().isReadOnly())
        return;
    QStringList taken;
    for (const core::ViewRecord& view : session.project().views())
        taken.append(view.name);
    auto* dialog = new NewViewDialog(std::move(taken), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [&session, parent, dialog, done = std::move(done)] { store(session, parent, *dialog, done); });
    dialog->open();
}

} // namespace ui
