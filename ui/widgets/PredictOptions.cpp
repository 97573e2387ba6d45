#include "ui/widgets/PredictOptions.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/models/VersionText.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/SourceOptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int panelWidth = 292; // px, with the scroll bar
constexpr int fieldWidth = 84;
}

PredictOptions::PredictOptions(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_version(new QComboBox(this)), m_source(new SourceOptions(session, this))
{
    setObjectName(QStringLiteral("predictOptions"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(panelWidth);
    auto* body = new QWidget(this);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, 14, 12);
    m_column->setSpacing(8);
    m_version->setObjectName(QStringLiteral("predictVersion"));
    m_version->setAccessibleName(tr("Version"));
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name does not widen the panel
    addHead(tr("Version"));
    m_column->addWidget(m_version);
    addHead(tr("Pictures"));
    m_column->addWidget(m_source);
    buildAnswers();
    buildOutputs();
    m_column->addStretch(1);
    setWidget(body);
    connect(m_version, &QComboBox::currentIndexChanged, this, [this] {
        showType();
        Q_EMIT versionChanged();
    });
    connect(m_source, &SourceOptions::chosen, this, &PredictOptions::startRequested);
    reload();
}

void PredictOptions::addHead(const QString& text)
{
    auto* head = new QLabel(text, this);
    setRole(head, "over");
    head->setContentsMargins(0, m_column->count() == 0 ? 0 : 10, 0, 0);
    m_column->addWidget(head);
}

/// The field stands at the right edge, so that numbers stand under each other.
QWidget* PredictOptions::addField(const QString& text, QWidget* field, const QString& hint)
{
    auto* line = new QWidget(this);
    auto* label = new QLabel(text, line);
    label->setBuddy(field);
    field->setAccessibleName(text);
    line->setToolTip(hint);
    field->setFixedWidth(fieldWidth);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label, 1);
    row->addWidget(field);
    m_column->addWidget(line);
    return line;
}

void PredictOptions::buildAnswers()
{
    addHead(tr("Answers"));
    const auto number = [this](const char* object, double least, double most, double value, double step) {
        auto* box = new QDoubleSpinBox(this);
        box->setObjectName(QLatin1String(object));
        box->setRange(least, most);
        box->setDecimals(2);
        box->setSingleStep(step);
        box->setValue(value);
        return box;
    };
    m_offset = number("thresholdOffset", -0.5, 0.5, 0, 0.05);
    m_overlap = number("overlap", 0.1, 0.9, 0.6, 0.05);
    m_most = new QSpinBox(this);
    m_most->setObjectName(QStringLiteral("mostBoxes"));
    m_most->setRange(1, 3000);
    m_most->setValue(100);
    addField(tr("Threshold, higher by"), m_offset, tr("Added to the threshold of each concept: above 0 fewer answers count, below 0 more."));
    m_ofBoxes = {addField(tr("Overlap of boxes"), m_overlap, tr("Of two boxes of one concept that overlap more than this, the surer one stays. Counts from the next prediction on.")),
                 addField(tr("Most boxes"), m_most, tr("Of one picture. Counts from the next prediction on."))};
    const auto box = [this](const char* object, const QString& text, bool isOn) {
        auto* made = new QCheckBox(text, this);
        made->setObjectName(QLatin1String(object));
        made->setChecked(isOn);
        m_column->addWidget(made);
        connect(made, &QCheckBox::toggled, this, &PredictOptions::looksChanged);
        return made;
    };
    m_below = box("showBelow", tr("Show below threshold"), false);
    m_labels = box("showLabels", tr("Labels"), true);
    m_scores = box("showScores", tr("Scores"), true);
    m_ofBoxes.push_back(m_below);
    connect(m_offset, &QDoubleSpinBox::valueChanged, this, &PredictOptions::looksChanged);
}

void PredictOptions::buildOutputs()
{
    addHead(tr("Written into a folder"));
    m_table = new QComboBox(this);
    m_table->setObjectName(QStringLiteral("outputTable"));
    m_table->setAccessibleName(tr("Answers as"));
    m_table->addItem(tr("No table"), QString());
    m_table->addItem(tr("CSV, one row an answer"), QStringLiteral("csv"));
    m_table->addItem(tr("JSON lines, one a picture"), QStringLiteral("oriel"));
    m_column->addWidget(m_table);
    const auto box = [this](const char* object, const QString& text) {
        auto* made = new QCheckBox(text, this);
        made->setObjectName(QLatin1String(object));
        m_column->addWidget(made);
        return made;
    };
    m_drawn = box("outputDrawn", tr("Pictures with boxes drawn"));
    m_blurred = box("outputBlurred", tr("Pictures with boxes blurred"));
    m_crops = box("outputCrops", tr("Crops of the boxes"));
    m_folderName = new ElidedLabel(this);
    m_folderName->setObjectName(QStringLiteral("outputFolder"));
    m_folderName->setElideMode(Qt::ElideMiddle);
    setRole(m_folderName, "caption");
    m_chooseFolder = new QPushButton(tr("Choose…"), this);
    m_chooseFolder->setObjectName(QStringLiteral("chooseOutput"));
    m_chooseFolder->setToolTip(tr("A new or an empty folder, or one in which the same prediction was cut short: it goes on where it was."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_folderName, 1);
    row->addWidget(m_chooseFolder);
    m_column->addLayout(row);
    connect(m_chooseFolder, &QPushButton::clicked, this, &PredictOptions::chooseFolder);
    setFolder({});
}

void PredictOptions::chooseFolder()
{
    m_session.ask().openFolder(this, tr("Folder of results"), [this](const QString& folder) { setFolder(folder); });
}

void PredictOptions::setFolder(const QString& folder)
{
    m_folder = folder;
    m_folderName->setText(folder.isEmpty() ? tr("no folder yet") : QDir::toNativeSeparators(folder));
}

bool PredictOptions::wantsFolder() const
{
    const auto outputs = request().outputs;
    return m_folder.isEmpty() && (!outputs.table.isEmpty() || outputs.needsPixels());
}

void PredictOptions::reload()
{
    const auto chosen = version();
    m_versions.clear();
    const core::ViewId view = m_session.view();
    m_session.read([&] {
        if (!view.isValid())
            return;
        for (const auto& model : m_session.project().library(view)) {
            for (const auto& one : model.versions) {
                if (one.weights == core::WeightsState::Present && one.status != core::VersionStatus::Running)
                    m_versions.push_back(one);
            }
        }
        m_source->reload(view);
    });
    std::ranges::stable_sort(m_versions, std::ranges::greater(), &core::VersionRecord::created);
    const QSignalBlocker quiet(m_version);
    m_version->clear();
    for (const auto& one : m_versions)
        m_version->addItem(one.name);
    const auto same = std::ranges::find_if(m_versions, [&](const auto& one) { return chosen && one.id == chosen->id; });
    m_version->setCurrentIndex(m_versions.empty() ? -1 : same == m_versions.end() ? 0 : int(same - m_versions.begin()));
    showType();
    if (!chosen != m_versions.empty() || (chosen && version() && chosen->id != version()->id))
        Q_EMIT versionChanged();
}

void PredictOptions::choose(core::VersionId id)
{
    const auto found = std::ranges::find(m_versions, id, &core::VersionRecord::id);
    if (found != m_versions.end())
        m_version->setCurrentIndex(int(found - m_versions.begin()));
}

std::optional<core::VersionRecord> PredictOptions::version() const
{
    const int at = m_version->currentIndex();
    return at >= 0 && size_t(at) < m_versions.size() ? std::optional(m_versions[size_t(at)]) : std::nullopt;
}

/// Blurring and cutting out need boxes; a version of another view type has none.
void PredictOptions::showType()
{
    const auto now = version();
    if (now)
        m_session.read([&] {
            const auto view = m_session.project().view(now->view);
            m_type = view ? view->type : core::ViewType::Classification;
        });
    const bool hasBoxes = m_type == core::ViewType::Detection;
    for (QWidget* widget : m_ofBoxes)
        widget->setVisible(hasBoxes);
    for (QCheckBox* box : {m_blurred, m_crops}) {
        box->setEnabled(hasBoxes);
        box->setToolTip(hasBoxes ? QString() : tr("Only detection finds boxes."));
    }
    m_drawn->setText(hasBoxes ? tr("Pictures with boxes drawn") : tr("Pictures with labels drawn"));
    m_version->setToolTip(now ? now->name : QString());
}

core::PredictionRequest PredictOptions::request() const
{
    const bool hasBoxes = m_type == core::ViewType::Detection;
    core::PredictionRequest request{.pictures = m_source->pictures(), .thresholdOffset = thresholdOffset(), .outputs = {}};
    if (hasBoxes) {
        request.overlap = m_overlap->value();
        request.mostBoxes = m_most->value();
    }
    request.outputs = {.folder = m_folder, .table = m_table->currentData().toString(), .drawn = m_drawn->isChecked(), .blurred = hasBoxes && m_blurred->isChecked(),
                       .crops = hasBoxes && m_crops->isChecked(), .labels = showsLabels(), .scores = showsScores()};
    return request;
}

double PredictOptions::thresholdOffset() const { return m_offset->value(); }
bool PredictOptions::showsBelow() const { return m_below->isChecked(); }
bool PredictOptions::showsLabels() const { return m_labels->isChecked(); }
bool PredictOptions::showsScores() const { return m_scores->isChecked(); }

void PredictOptions::setBusy(bool isBusy)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_version, m_source, m_overlap, m_most, m_table, m_drawn, m_blurred, m_crops, m_chooseFolder})
        widget->setEnabled(!isBusy);
    if (!isBusy)
        showType();
}

} // namespace ui
