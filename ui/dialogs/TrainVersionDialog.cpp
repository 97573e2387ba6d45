#include "ui/dialogs/TrainVersionDialog.h"

#include "core/project/MeasuredRates.h"
#include "core/project/PaceJob.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/SpecFields.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/models/VersionText.h"
#include "ui/support/Attempt.h"
#include "ui/support/FocusedButton.h"
#include "ui/support/Help.h"
#include "ui/support/Relink.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/TrainingCheck.h"
#include "ui/widgets/TrainingOptions.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr int paceDelay = 600; // ms: who only looks, or types another size, starts no measurement

/// A word as the shell of the system takes it for one.
QString quoted(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=+-]+$"));
    if (plain.match(word).hasMatch())
        return word;
#ifdef Q_OS_WIN
    return QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QStringLiteral("\\\"")) + QLatin1Char('"');
#else
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
#endif
}

} // namespace

TrainVersionDialog::TrainVersionDialog(Session& session, QWidget* parent) : QDialog(parent), m_session(session)
{
    setObjectName(QStringLiteral("trainVersionDialog"));
    setWindowTitle(tr("Train a new model version"));
    setHelp(this, QStringLiteral("options"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addWidget(makeMiddle(), 1);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addWidget(makeBottom());
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(QSize(1120, 770).boundedTo(screen - QSize(24, 40)));

    connect(&m_session.trainings(), &core::TrainingQueue::queueChanged, this, &TrainVersionDialog::updateCreate);
    connect(&m_session.trainings(), &core::TrainingQueue::ended, this, &TrainVersionDialog::updateCreate);
    connect(&m_session.project(), &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (isVisible() && change.images && m_selection && !m_isCreating) // files went away or came back, or were found again
            countSelection();
    });
    updateCreate();
}

TrainVersionDialog::~TrainVersionDialog() = default;

QWidget* TrainVersionDialog::makeTop()
{
    auto* top = new QWidget(this);
    auto* title = new QLabel(tr("Train a new model version"), top);
    setRole(title, "title");
    m_context = new ElidedLabel(top);
    m_context->setObjectName(QStringLiteral("trainContext"));
    m_context->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setRole(m_context, "secondary");
    auto* label = new QLabel(tr("Name"), top);
    setRole(label, "secondary");
    m_name = new QLineEdit(top);
    m_name->setObjectName(QStringLiteral("versionName"));
    m_name->setFixedWidth(220);
    m_name->setAccessibleName(tr("Name of the version"));
    m_name->setToolTip(Help::of().brief(QStringLiteral("options#name")));
    setHelp(m_name, QStringLiteral("options#name"));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameTouched = true;
        updateCreate();
    });

    auto* first = new QHBoxLayout;
    first->setSpacing(24);
    first->addWidget(title);
    first->addWidget(m_context, 1);
    auto* second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(label);
    second->addWidget(m_name);
    second->addStretch(1);
    auto* layout = new QVBoxLayout(top);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(14);
    layout->addLayout(first);
    layout->addLayout(second);
    return top;
}

QWidget* TrainVersionDialog::makeMiddle()
{
    auto* middle = new QWidget(this);
    auto* scroll = new QScrollArea(middle);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* left = new QWidget(scroll);
    m_options = new TrainingOptions(left);
    auto* inner = new QVBoxLayout(left);
    inner->setContentsMargins(24, 16, 16, 16);
    inner->addWidget(m_options);
    inner->addStretch(1);
    scroll->setWidget(left);

    auto* right = new QFrame(middle);
    setRole(right, "inset");
    m_check = new TrainingCheck(right);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_check);

    auto* layout = new QHBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 58);
    layout->addWidget(right, 42);
    setHelp(m_check, QStringLiteral("options#check"));
    connect(m_options, &TrainingOptions::helpRequested, &m_session, &Session::helpRequested);
    connect(m_options, &TrainingOptions::changed, this, &TrainVersionDialog::updateCheck);
    connect(m_check, &TrainingCheck::largerInputWanted, m_options, &TrainingOptions::setImageSize);
    connect(m_options, &TrainingOptions::changed, this, &TrainVersionDialog::updateExpected);
    connect(m_check, &TrainingCheck::relinkWanted, this, &TrainVersionDialog::relinkMissing);
    connect(m_options, &TrainingOptions::changed, this, &TrainVersionDialog::updateCreate);
    return middle;
}

QWidget* TrainVersionDialog::makeBottom()
{
    auto* bottom = new QWidget(this);
    m_dataLine = new QLabel(bottom);
    m_dataLine->setObjectName(QStringLiteral("dataLine"));
    m_dataLine->setWordWrap(true);
    setRole(m_dataLine, "caption");
    auto* cancel = new QPushButton(tr("Cancel"), bottom);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAutoDefault(false);
    m_copy = new QPushButton(tr("Copy as command"), bottom);
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    m_copy->setToolTip(tr("Copies this training as a line for the terminal: oriel train …"));
    m_copy->setAutoDefault(false);
    setRole(m_copy, "ghost");
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(command());
        Q_EMIT m_session.hintRequested(tr("The command was copied."));
    });
    m_create = new QPushButton(tr("Create"), bottom);
    m_create->setObjectName(QStringLiteral("createButton"));
    m_create->setAutoDefault(false); // Enter in a field does not start a training; Ctrl+Enter does
    setRole(m_create, "primary");
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &TrainVersionDialog::create);
    auto* buttons = new QDialogButtonBox(bottom);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    auto* layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(24, 14, 24, 14);
    layout->setSpacing(24);
    layout->addWidget(m_dataLine, 1);
    layout->addWidget(m_copy);
    layout->addWidget(buttons);
    return bottom;
}

void TrainVersionDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    prepare();
}

/// The fields stand at once; what must be counted comes after the first painting.
void TrainVersionDialog::prepare()
{
    const auto view = m_session.view().isValid() ? m_session.project().view(m_session.view()) : std::nullopt;
    if (view && view->id != m_view) {
        m_view = view->id;
        m_options->begin(view->type, 0);
    }
    if (!m_nameTouched || m_session.project().versionNamed(m_name->text())) {
        m_name->setText(m_session.project().freeVersionName());
        m_nameTouched = false;
    }
    m_isCreating = false;
    m_isMeasured = false;
    m_name->setFocus();
    m_name->selectAll();
    m_selection.reset();
    m_check->begin();
    m_dataLine->setText(tr("Counting the images…"));
    updateCreate();
    QTimer::singleShot(0, this, &TrainVersionDialog::countSelection);
}

void TrainVersionDialog::countSelection()
{
    attempt(this, m_session.ask(), tr("Train a new model version"), [this] {
        m_selection = m_session.project().trainingSelection(m_session.view());
        m_checkedInput.reset();
        QStringList names;
        for (const auto& record : m_selection->concepts)
            names << record.name;
        //: The view that is trained, and its concepts: "Cells, detection  ·  RBC, WBC, Platelets"
        m_context->setText(tr("%1, %2  ·  %3").arg(m_selection->view.name, typeName(m_selection->view.type), names.join(QStringLiteral(", "))));
        m_dataLine->setText(TrainingCheck::dataLine(*m_selection));
        m_options->setData(int(m_selection->train.size()), int(m_selection->concepts.size()));
    });
    updateCheck();
    updateExpected();
    updateCreate();
}

/// What the check says depends on the size that the options give the network's input.
void TrainVersionDialog::updateCheck()
{
    if (!m_selection)
        return;
    const auto input = core::inputSize(m_options->spec(), m_selection->train);
    if (std::exchange(m_checkedInput, input) != std::optional(input))
        m_check->setSelection(*m_selection, input);
}

/// Shows the way to pictures that are not where they were. They are left out as long as they are away.
void TrainVersionDialog::relinkMissing()
{
    for (const core::ImageRecord& image : m_session.project().images()) {
        if (image.health == core::Health::Missing) {
            relink(m_session, this, image.id);
            return;
        }
    }
}

void TrainVersionDialog::updateExpected()
{
    if (!m_selection)
        return;
    const auto expected = core::expectedSeconds(m_options->spec(), int(m_selection->train.size()), int(m_selection->validation.size()));
    m_check->setExpected(expected);
    if (!expected)
        QTimer::singleShot(paceDelay, this, &TrainVersionDialog::measurePace);
}

/// Nothing like this was trained here yet: a few pictures' worth of it tell how long it takes. Once a dialog, and not beside a training.
void TrainVersionDialog::measurePace()
{
    if (m_isMeasured || !m_selection || !m_selection->canTrain() || !m_options->problem().isEmpty() || m_session.trainings().isRunning())
        return;
    m_isMeasured = true;
    auto* job = new core::PaceJob(&m_session); // may outlive the dialog: closing it waits for nothing
    connect(job, &core::Job::finished, this, &TrainVersionDialog::updateExpected);
    connect(job, &core::Job::finished, job, &QObject::deleteLater);
    connect(job, &core::Job::failed, job, &QObject::deleteLater); // the training itself will say what is wrong
    job->measure(m_options->spec(), int(m_selection->concepts.size()), m_selection->train);
}

void TrainVersionDialog::updateCreate()
{
    m_create->setText(m_session.trainings().isIdle() ? tr("Create") : tr("Add to queue"));
    QString reason;
    if (m_isCreating)
        reason = tr("The data are being frozen.");
    else if (!m_selection)
        reason = tr("The images are still being counted.");
    else if (m_name->text().trimmed().isEmpty())
        reason = tr("The version needs a name.");
    else if (m_session.project().isReadOnly())
        reason = tr("The project is open for reading only.");
    else
        reason = m_options->problem();
    for (const auto& finding : m_selection ? m_selection->findings() : std::vector<core::SelectionFinding>()) {
        if (reason.isEmpty() && finding.level == core::SelectionFinding::Level::Error)
            reason = finding.text;
    }
    m_copy->setEnabled(m_selection && m_options->problem().isEmpty() && !m_name->text().trimmed().isEmpty());
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason.isEmpty() ? tr("Freezes the data and starts (Ctrl+Enter)") : reason);
}

QString TrainVersionDialog::command() const
{
    if (!m_selection)
        return {};
    QStringList words{QStringLiteral("oriel"), QStringLiteral("train"), quoted(QDir::toNativeSeparators(m_session.project().folder())), QStringLiteral("--view"), quoted(m_selection->view.name),
                      QStringLiteral("--name"), quoted(m_name->text().trimmed())};
    for (const QString& word : core::commandOptions(m_options->spec(), int(m_selection->train.size())))
        words << quoted(word);
    return words.join(QLatin1Char(' '));
}

void TrainVersionDialog::create()
{
    if (!m_create->isEnabled())
        return;
    m_isCreating = true; // until the data are frozen, which waits for edits that are being saved
    updateCreate();
    const QPointer<TrainVersionDialog> self(this);
    m_session.trainings().enqueue(
        m_session.view(), m_name->text().trimmed(), m_options->spec(),
        [self](core::VersionId version) {
            if (!self)
                return;
            self->m_nameTouched = false;
            self->accept();
            Q_EMIT self->m_session.trainingPageRequested(version);
        },
        [self](const QString& sentence) {
            if (!self)
                return;
            self->m_isCreating = false;
            self->updateCreate();
            self->m_session.ask().tell(self, TrainVersionDialog::tr("Train a new model version"), sentence);
        });
}

void TrainVersionDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        create();
        return;
    }
    if (enter) {
        pressFocusedButton(*event); // a field never starts a training by chance
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace ui
