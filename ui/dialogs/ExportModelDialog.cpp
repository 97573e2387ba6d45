#include "ui/dialogs/ExportModelDialog.h"

#include "core/project/ModelExport.h"
#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/Attempt.h"
#include "ui/support/Theme.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

/// A name that every file system takes.
QString fileNameOf(QString version)
{
    for (auto& letter : version) {
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('-') && letter != QLatin1Char('_'))
            letter = QLatin1Char('-');
    }
    return version.isEmpty() ? QStringLiteral("model") : version;
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setRole(label, "head");
    return label;
}

} // namespace

ExportModelDialog::ExportModelDialog(Session& session, const core::VersionRecord& version, core::ViewType type, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_version(version)
    , m_type(type)
{
    setObjectName(QStringLiteral("exportModelDialog"));
    setWindowTitle(tr("Export model"));
    build(type);
    formatChanged();
    setBusy(false);
    resize(560, sizeHint().height());
}

ExportModelDialog::~ExportModelDialog() = default;

void ExportModelDialog::build(core::ViewType type)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto* about = new QLabel(tr("Writes the network of “%1” into a file that other programs run, and compares it with the version.").arg(m_version.name), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addSpacing(8);

    column->addWidget(heading(tr("Format"), this));
    m_onnx = new QRadioButton(tr("&ONNX: runs in onnxruntime, OpenCV, OpenVINO, TensorRT and others"), this);
    m_onnx->setObjectName(QStringLiteral("onnxFormat"));
    m_onnx->setChecked(true);
    m_torchScript = new QRadioButton(tr("&TorchScript: runs in PyTorch and libtorch"), this);
    m_torchScript->setObjectName(QStringLiteral("torchScriptFormat"));
    column->addWidget(m_onnx);
    column->addWidget(m_torchScript);
    column->addSpacing(8);

    column->addWidget(heading(tr("In the file"), this));
    m_half = addOption("half", tr("Compute in &16 bits"), tr("Half as large and faster on graphics cards; scores may differ by up to 0.01."));
    m_resize = addOption("resize", tr("&Resize pictures inside"), tr("Whole pictures of any size go in. Otherwise your program scales them as README.txt says."));
    if (type == core::ViewType::Detection)
        m_selection = addOption("selection", tr("Choose the &boxes inside"), tr("The best boxes come out. Otherwise all of them do, with their scores."));
    m_samples = addOption("samples", tr("&Sample programs beside it"), tr("In Python, and in C++ where OpenCV runs the file."));
    m_samples->setChecked(true);
    column->addSpacing(8);

    auto* fileHead = heading(tr("&File"), this);
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("path"));
    m_choose = new QPushButton(tr("&Choose…"), this);
    fileHead->setBuddy(m_path);
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_path, 1);
    fileRow->addWidget(m_choose);
    column->addWidget(fileHead);
    column->addLayout(fileRow);

    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_folder = new QPushButton(tr("Open the f&older"), this);
    m_folder->setObjectName(QStringLiteral("openFolder"));
    m_folder->hide();
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addWidget(m_folder, 0, Qt::AlignLeft);

    auto* buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("export"));
    setRole(m_export, "primary");
    m_export->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportModelDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportModelDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &ExportModelDialog::chooseFile);
    connect(m_onnx, &QRadioButton::toggled, this, &ExportModelDialog::formatChanged);
    connect(m_path, &QLineEdit::textChanged, this, [this] { m_export->setEnabled(!isBusy() && !m_path->text().trimmed().isEmpty()); });
    connect(m_folder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path->text()).absolutePath())); });
}

QCheckBox* ExportModelDialog::addOption(const char* object, const QString& text, const QString& explanation)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(object));
    box->setAccessibleDescription(explanation);
    auto* caption = new QLabel(explanation, this);
    caption->setWordWrap(true);
    caption->setIndent(26); // under the text of the box
    setRole(caption, "caption");
    layout()->addWidget(box);
    layout()->addWidget(caption);
    return box;
}

/// The file's ending follows the format; a folder that was chosen stays.
void ExportModelDialog::formatChanged()
{
    const QString suffix = core::suffixOf(m_onnx->isChecked() ? core::ModelFormat::Onnx : core::ModelFormat::TorchScript);
    const QFileInfo file(m_path->text());
    if (m_path->text().isEmpty())
        m_path->setText(QDir::toNativeSeparators(QDir::home().filePath(fileNameOf(m_version.name) + QStringLiteral("-export/") + fileNameOf(m_version.name) + QLatin1Char('.') + suffix)));
    else
        m_path->setText(QDir::toNativeSeparators(file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + suffix)));
    m_samples->setEnabled(m_onnx->isChecked() && !isBusy()); // they run ONNX files
}

void ExportModelDialog::chooseFile()
{
    m_session.ask().saveFile(this, tr("Export model"), m_path->text(), [this](const QString& path) { m_path->setText(QDir::toNativeSeparators(path)); });
}

void ExportModelDialog::start()
{
    const QString path = QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absoluteFilePath();
    const core::ModelExportRequest request{
        .options = {.format = m_onnx->isChecked() ? core::ModelFormat::Onnx : core::ModelFormat::TorchScript, .isHalf = m_half->isChecked(), .hasResize = m_resize->isChecked(),
                    .hasSelection = m_selection && m_selection->isChecked()},
        .path = path,
        .withSamples = m_samples->isChecked()};
    QDir().mkpath(QFileInfo(path).absolutePath()); // where it cannot be made the job says so
    m_job = std::make_unique<core::ModelExportJob>(m_session.project());
    connect(m_job.get(), &core::Job::progressed, this, &ExportModelDialog::showProgress);
    connect(m_job.get(), &core::ModelExportJob::exported, this, &ExportModelDialog::showResult);
    connect(m_job.get(), &core::Job::failed, this, [this](const QString& sentence) {
        m_said->setText(sentence);
        setRole(m_said, "error");
        makeRoom();
        ended();
    });
    connect(m_job.get(), &core::Job::finished, this, &ExportModelDialog::ended);
    m_folder->hide();
    m_said->clear();
    if (attempt(this, m_session.ask(), windowTitle(), [&] { m_job->exportVersion(m_version.id, request); }))
        setBusy(true);
}

void ExportModelDialog::showProgress(const core::Progress& progress)
{
    m_progress->setRange(0, int(progress.total));
    m_progress->setValue(int(progress.done));
    m_said->setText(progress.step);
    setRole(m_said, "secondary");
    makeRoom();
}

void ExportModelDialog::showResult(const core::ModelExportResult& result)
{
    QStringList lines{tr("Written: %1").arg(QDir::toNativeSeparators(result.path)), core::sentenceOf(result.parity, m_type)};
    if (result.isOnTraining && result.parity.pictures > 0)
        lines.append(tr("The version has no validation picture, so the file was compared on pictures it learnt from."));
    m_said->setText(lines.join(QLatin1Char('\n')));
    setRole(m_said, result.parity.isProved() ? "" : "error");
    m_folder->show();
    makeRoom();
}

/// Wrapped texts ask for no least height of their own, so a layout would cut what stands below them.
void ExportModelDialog::makeRoom()
{
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

bool ExportModelDialog::isBusy() const
{
    return m_job && m_job->isRunning();
}

void ExportModelDialog::setBusy(bool isBusy)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_onnx, m_torchScript, m_half, m_resize, m_path, m_choose, m_export})
        widget->setEnabled(!isBusy);
    if (m_selection)
        m_selection->setEnabled(!isBusy);
    m_samples->setEnabled(!isBusy && m_onnx->isChecked());
    m_progress->setVisible(isBusy);
    m_close->setText(isBusy || m_folder->isHidden() ? tr("Cancel") : tr("Close"));
    makeRoom();
}

void ExportModelDialog::ended()
{
    if (isHidden())
        QDialog::reject(); // it was given up
    else
        setBusy(false);
}

/// The window goes at once; the dialog itself when the job has come to its end, since waiting for it would hold everything up.
void ExportModelDialog::reject()
{
    if (!isBusy()) {
        QDialog::reject();
        return;
    }
    m_job->cancel();
    hide();
}

QString whyNotExported(const core::VersionRecord& version)
{
    if (version.weights == core::WeightsState::Present && version.status != core::VersionStatus::Running)
        return {};
    if (version.weights == core::WeightsState::Deleted)
        return ExportModelDialog::tr("The weights of this version were deleted, so there is no network to export. Train again to export one.");
    return ExportModelDialog::tr("This version has no finished weights yet, so it cannot be exported.");
}

void exportModel(Session& session, core::VersionId version, QWidget* parent)
{
    const auto record = session.project().version(version);
    const auto view = record ? session.project().view(record->view) : std::nullopt;
    if (!view)
        return;
    if (const auto why = whyNotExported(*record); !why.isEmpty()) {
        session.ask().tell(parent, ExportModelDialog::tr("Export model"), why);
        return;
    }
    auto* dialog = new ExportModelDialog(session, *record, view->type, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
