#include "ui/widgets/VersionEvaluation.h"

#include "core/project/Project.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/models/ConceptScoresModel.h"
#include "ui/models/VersionMeasures.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ConfusionMatrixView.h"
#include "ui/widgets/JudgedGrid.h"
#include "ui/widgets/RowDelegate.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_map>

namespace ui {

namespace {

constexpr int rowHeight = 38;
constexpr int narrowest = 62;
constexpr int mostRows = 9; // a longer table scrolls

} // namespace

VersionEvaluation::VersionEvaluation(Session& session, core::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails), m_measures(new VersionMeasures(session, this)), m_model(new ConceptScoresModel(this))
{
    setObjectName(QStringLiteral("versionEvaluation"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);
    m_sentence = new QLabel(body);
    m_sentence->setObjectName(QStringLiteral("evaluationSentence"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(200);
    setRole(m_sentence, "secondary");
    m_numbers = new QWidget(body);
    m_pair = new QHBoxLayout(m_numbers);
    m_pair->setContentsMargins(0, 0, 0, 0);
    m_pair->setSpacing(12);
    m_pair->addWidget(makeTable(), 7);
    m_pair->addWidget(makeMatrix(), 4);

    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(m_numbers);
    layout->addWidget(makeGrid(), 1);
    scroll->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 12, 0, 0);
    outer->setSpacing(12);
    outer->addWidget(makeSets());
    outer->addWidget(scroll, 1);
}

VersionEvaluation::~VersionEvaluation() = default;

QWidget* VersionEvaluation::makeSets()
{
    auto* bar = new QWidget(this);
    auto* label = new QLabel(tr("Measured on"), bar);
    setRole(label, "secondary");
    auto* group = new QButtonGroup(bar);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    const struct {
        core::Split split;
        const char* name;
        const char* place;
    } sets[] = {{core::Split::Validation, "validationSet", "first"}, {core::Split::Test, "testSet", "middle"}, {core::Split::Train, "trainingSet", "last"}};
    for (const auto& set : sets) {
        auto* button = new QPushButton(bar);
        button->setObjectName(QLatin1String(set.name));
        button->setCheckable(true);
        button->setProperty("place", QLatin1String(set.place));
        setRole(button, "segment");
        group->addButton(button);
        segments->addWidget(button);
        m_sets.insert(int(set.split), button);
        connect(button, &QPushButton::clicked, this, [this, split = set.split] { choose(split); });
    }
    m_summary = new QLabel(bar);
    m_summary->setObjectName(QStringLiteral("evaluationSummary"));
    setRole(m_summary, "secondary");

    m_progress = new QWidget(bar);
    m_progress->setObjectName(QStringLiteral("evaluationProgress"));
    m_progressText = new QLabel(m_progress);
    setRole(m_progressText, "caption");
    m_progressBar = new QProgressBar(m_progress);
    m_progressBar->setTextVisible(false);
    m_progressBar->setFixedWidth(120);
    auto* cancel = new QPushButton(tr("Cancel"), m_progress);
    connect(cancel, &QPushButton::clicked, m_measures, &VersionMeasures::cancel);
    connect(m_measures, &VersionMeasures::changed, this, &VersionEvaluation::showMeasures);
    connect(m_measures, &VersionMeasures::progressed, this, [this](const core::Progress& progress) {
        m_progressBar->setRange(0, int(progress.total));
        m_progressBar->setValue(int(progress.done));
        m_progressText->setText(progress.total > 0 ? tr("%1: %2 of %3").arg(progress.step, count(progress.done), count(progress.total)) : progress.step);
    });
    auto* progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_progressText);
    progress->addWidget(m_progressBar);
    progress->addWidget(cancel);
    m_progress->hide();

    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addLayout(segments);
    layout->addSpacing(8);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_progress);
    return bar;
}

QWidget* VersionEvaluation::makeTable()
{
    auto* card = new QFrame(this);
    setRole(card, "card");
    m_table = new QTableView(card);
    m_table->setObjectName(QStringLiteral("conceptTable"));
    m_table->setAccessibleName(tr("Scores of each concept"));
    setHelp(m_table, QStringLiteral("metrics"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate({ConceptScoresModel::StrongRole, -1}, rowHeight, m_table));
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(narrowest);
    header->setSortIndicator(-1, Qt::DescendingOrder); // until asked: the order of the view
    m_table->setSortingEnabled(true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_table);
    layout->addStretch(1);
    return card;
}

QWidget* VersionEvaluation::makeMatrix()
{
    auto* card = new Card(tr("Confusion"), this);
    card->setToolTip(tr("How often each truth got each answer, at the thresholds of the table."));
    m_matrix = new ConfusionMatrixView(card);
    setHelp(m_matrix, QStringLiteral("metrics#confusion"));
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    card->content()->addWidget(m_matrix, 1);
    return card;
}

QWidget* VersionEvaluation::makeGrid()
{
    m_gridCard = new Card(tr("Validation images, worst first"), this);
    setRole(m_gridCard->valueLabel(), "caption");
    m_grid = new JudgedGrid(m_thumbnails, m_gridCard);
    m_grid->setObjectName(QStringLiteral("judgedGrid"));
    m_grid->setMinimumHeight(JudgedGrid::smallestTile.height() + 8);
    m_gridCard->content()->addWidget(m_grid, 1);
    connect(m_grid, &JudgedGrid::exampleActivated, this, [this](core::ItemId item) {
        if (m_session.project().item(item))
            Q_EMIT m_session.annotateRequested(item);
    });
    return m_gridCard;
}

void VersionEvaluation::showVersion(const core::VersionRecord& version, core::ViewType type, const ShownConcepts& concepts, int testImages)
{
    m_version = version;
    m_type = type;
    m_concepts = concepts;
    //: A set of images and how many they are: "Validation 72"
    const auto text = [](const QString& name, int images) { return tr("%1  %2").arg(name, count(images)); };
    m_sets[int(core::Split::Validation)]->setText(text(tr("Validation"), version.itemsValidation));
    m_sets[int(core::Split::Test)]->setText(text(tr("Test"), testImages));
    m_sets[int(core::Split::Train)]->setText(text(tr("Training"), version.itemsTrain));
    const bool weights = version.weights == core::WeightsState::Present;
    const QString none = tr("Its weights are not there, so it cannot be measured again.");
    auto* test = m_sets[int(core::Split::Test)];
    test->setEnabled(weights && testImages > 0);
    test->setToolTip(!weights ? none : testImages > 0 ? QString() : tr("This view has no test images."));
    auto* train = m_sets[int(core::Split::Train)];
    train->setEnabled(weights);
    train->setToolTip(weights ? tr("Seen while training: higher than on new images.") : none);
    m_gridCard->setValue(type == core::ViewType::Detection ? tr("truth solid, guess dashed") : QString());
    m_grid->setJudged(type, {}, concepts);
    m_measures->begin(version);
}

void VersionEvaluation::showValidation(const std::optional<core::EvaluationReport>& report, std::vector<core::JudgedExample> judged)
{
    lookUpPictures(judged);
    m_grid->setJudged(m_type, std::move(judged), m_concepts);
    m_measures->takeValidation(report);
}

/// Gives the frozen examples their pictures as the project knows them today; those removed since are still found by their path.
void VersionEvaluation::lookUpPictures(std::vector<core::JudgedExample>& judged) const
{
    std::vector<core::ItemId> ids;
    for (const auto& one : judged)
        ids.push_back(one.example.item);
    std::unordered_map<core::ItemId, core::ImageRecord> known;
    for (auto& item : m_session.project().items(ids))
        known.emplace(item.id, std::move(item.image));
    qint64 unknown = -1;
    for (auto& one : judged) {
        if (const auto found = known.find(one.example.item); found != known.end())
            one.example.image = found->second;
        else
            one.example.image.id.value = unknown--;
    }
}

void VersionEvaluation::choose(core::Split split)
{
    m_measures->choose(split);
}

void VersionEvaluation::showMeasures()
{
    m_sets[int(m_measures->split())]->setChecked(true);
    m_gridCard->setVisible(m_measures->split() == core::Split::Validation && m_grid->count() > 0);
    if (m_measures->isMeasuring() && !m_progress->isVisible()) {
        m_progressBar->setRange(0, 0);
        m_progressText->clear();
    }
    m_progress->setVisible(m_measures->isMeasuring());
    const core::EvaluationReport* report = m_measures->report();
    m_numbers->setVisible(report != nullptr);
    m_sentence->setVisible(report == nullptr);
    m_sentence->setText(m_measures->sentence());
    if (report)
        showReport(*report);
    else
        m_summary->clear();
}

void VersionEvaluation::showReport(const core::EvaluationReport& report)
{
    auto shown = report;
    shown.type = m_type;
    m_model->setReport(shown, m_concepts.colours);
    for (int column = 0; column < ConceptScoresModel::ColumnCount; ++column)
        m_table->setColumnHidden(column, !m_model->hasColumn(column));
    m_table->horizontalHeader()->setSectionResizeMode(ConceptScoresModel::Concept, QHeaderView::Stretch);
    m_matrix->setReport(shown);
    fitTable();

    QStringList parts;
    //: The accuracy of a version, with its share: "Accuracy 68.6 %"
    parts << tr("Accuracy %1").arg(percent(report.accuracy));
    if (m_type != core::ViewType::Classification)
        parts << tr("mAP %1").arg(percent(report.map));
    if (m_type == core::ViewType::Detection)
        parts << tr("mAP 50 %1").arg(percent(report.map50));
    if (m_measures->split() == core::Split::Train)
        parts << tr("seen while training");
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
    m_summary->setToolTip(accuracyHint(m_type) + QLatin1Char('\n') + thresholdHint());
}

/// Beside one another where the table shows all its columns; else one under the other.
void VersionEvaluation::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_pair->setDirection(width() < 1080 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void VersionEvaluation::fitTable()
{
    const int rows = std::min(m_model->rowCount(), mostRows);
    // Each column as wide as the word over it; the concept takes what is left.
    auto* header = m_table->horizontalHeader();
    const QFontMetrics metrics(Theme::of().font(TextRole::Caption));
    const int widest = RowDelegate::widthFor(percentNumber(1.0));
    for (int column = ConceptScoresModel::Examples; column < ConceptScoresModel::ColumnCount; ++column) {
        const QString word = m_model->headerData(column, Qt::Horizontal).toString();
        header->resizeSection(column, std::max({narrowest, metrics.horizontalAdvance(word) + 30, widest}));
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * rowHeight + 2);
}

} // namespace ui
