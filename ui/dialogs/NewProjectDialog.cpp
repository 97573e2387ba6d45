#include "ui/dialogs/NewProjectDialog.h"

#include "ui/support/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace ui {

namespace {

constexpr int longestName = 80;

/// The name as a folder can carry it on every system.
QString folderName(QString name)
{
    static const QRegularExpression forbidden(QStringLiteral("[<>:\"/\\\\|?*\\x00-\\x1f]"));
    name.replace(forbidden, QStringLiteral("_"));
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' ')))
        name.chop(1);
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"), QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch() ? QLatin1Char('_') + name : name; // what Windows takes for a device, with any suffix
}

} // namespace

NewProjectDialog::NewProjectDialog(const Ask& ask, const QString& name, bool askType, QWidget* parent)
    : QDialog(parent), m_ask(ask), m_name(new QLineEdit(name.left(longestName), this)),
      m_place(new QLineEdit(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)), this)),
      m_type(new QComboBox(this)), m_outcome(new QLabel(this))
{
    setObjectName(QStringLiteral("newProjectDialog"));
    setWindowTitle(tr("New project"));
    setMinimumWidth(520);
    m_name->setObjectName(QStringLiteral("projectName"));
    m_name->setMaxLength(longestName);
    m_place->setObjectName(QStringLiteral("projectPlace"));
    m_type->setObjectName(QStringLiteral("firstView"));
    m_type->addItem(tr("Decide later"));
    m_type->addItem(tr("Classification: exactly one concept for each image"), static_cast<int>(core::ViewType::Classification));
    m_type->addItem(tr("Tagging: each concept is yes or no on its own"), static_cast<int>(core::ViewType::Tagging));
    m_type->addItem(tr("Detection: boxes, each with one concept"), static_cast<int>(core::ViewType::Detection));
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    auto* choose = new QPushButton(tr("Choose…"), this);
    m_type->setVisible(askType);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    const auto labelled = [this](const QString& text, QWidget* field) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field); // Alt and the letter go there, and screen readers call the field so
        return label;
    };
    grid->addWidget(labelled(tr("&Name"), m_name), 0, 0);
    grid->addWidget(m_name, 0, 1, 1, 2);
    grid->addWidget(labelled(tr("&Place"), m_place), 1, 0);
    grid->addWidget(m_place, 1, 1);
    grid->addWidget(choose, 1, 2);
    auto* typeLabel = labelled(tr("&First view"), m_type);
    typeLabel->setVisible(askType);
    grid->addWidget(typeLabel, 2, 0);
    grid->addWidget(m_type, 2, 1, 1, 2);
    grid->addWidget(m_outcome, 3, 1, 1, 2);
    auto* buttons = new QDialogButtonBox(this);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("createProject"));
    m_create->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    setRole(m_create, "primary");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(20);
    layout->addLayout(grid);
    layout->addWidget(buttons);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_ask.openFolder(this, tr("Place of the project"), [this](const QString& folder) { m_place->setText(QDir::toNativeSeparators(folder)); });
    });
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_place, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString NewProjectDialog::name() const
{
    return m_name->text().trimmed();
}

QString NewProjectDialog::folder() const
{
    return QDir(QDir::fromNativeSeparators(m_place->text().trimmed())).filePath(folderName(name()));
}

std::optional<core::ViewType> NewProjectDialog::firstView() const
{
    const QVariant type = m_type->isHidden() ? QVariant() : m_type->currentData();
    return type.isValid() ? std::optional(static_cast<core::ViewType>(type.toInt())) : std::nullopt;
}

void NewProjectDialog::check()
{
    const bool named = !folderName(name()).isEmpty(), placed = !m_place->text().trimmed().isEmpty();
    const bool taken = named && placed && QFileInfo::exists(folder());
    m_create->setEnabled(named && placed && !taken);
    if (taken)
        m_outcome->setText(tr("There is already something called \"%1\" in this place. Choose another name or place.").arg(QFileInfo(folder()).fileName()));
    else if (named && placed)
        m_outcome->setText(tr("The folder %1 will be made. Pictures stay where they are.").arg(QDir::toNativeSeparators(folder())));
    else
        m_outcome->setText(named ? tr("Choose a place for the project.") : tr("Give the project a name."));
    setRole(m_outcome, taken ? "error" : "caption");
}

} // namespace ui
