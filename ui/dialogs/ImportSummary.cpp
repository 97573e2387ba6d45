#include "ui/dialogs/ImportSummary.h"

#include "ui/dialogs/ImportChoicesBar.h"
#include "ui/dialogs/ImportConcepts.h"
#include "ui/support/Attempt.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>

#include <algorithm>

namespace ui {

namespace {

constexpr int problemsShown = 500;
constexpr int wrappedAtMost = 50; // measuring texts takes time; the tooltip has the rest

QTableWidget* makeTable(const QString& name, const QStringList& headers, QWidget* parent)
{
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setObjectName(name);
    table->setHorizontalHeaderLabels(headers);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setRole(table, "card");
    return table;
}

QString wordOf(core::ImportIssue::Level level)
{
    switch (level) {
    case core::ImportIssue::Level::Rejected: return ImportSummary::tr("left out");
    case core::ImportIssue::Level::Repaired: return ImportSummary::tr("mended");
    case core::ImportIssue::Level::Notice: break;
    }
    return ImportSummary::tr("noticed");
}

QIcon signOf(core::ImportIssue::Level level)
{
    const Tokens& tokens = Theme::of().tokens();
    switch (level) {
    case core::ImportIssue::Level::Rejected: return Theme::of().icon(QStringLiteral("error"), tokens.err);
    case core::ImportIssue::Level::Repaired: return Theme::of().icon(QStringLiteral("warning"), tokens.warn);
    case core::ImportIssue::Level::Notice: break;
    }
    return Theme::of().icon(QStringLiteral("info"));
}

} // namespace

ImportSummary::ImportSummary(const core::Project& project, const Ask& ask, bool choosing, QWidget* parent)
    : QWidget(parent), m_project(project), m_ask(ask), m_choosing(choosing), m_evidence(new QLabel(this)), m_target(new QWidget(this)),
      m_view(new QComboBox(this)), m_viewName(new QLineEdit(this)), m_type(new QComboBox(this)), m_targetNote(new QLabel(this)), m_counts(new QGridLayout),
      m_conceptsTitle(new QLabel(tr("Concepts"), this)), m_concepts(new ImportConcepts(choosing, this)), m_bar(choosing ? new ImportChoicesBar(this) : nullptr),
      m_problemsTitle(new QLabel(this)), m_problems(makeTable(QStringLiteral("importProblems"), {QString(), tr("What was found"), tr("File")}, this)),
      m_save(new QPushButton(tr("Save list…"), this))
{
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setTextFormat(Qt::PlainText);
    m_evidence->setWordWrap(true);
    setRole(m_evidence, "secondary");
    setRole(m_conceptsTitle, "over");
    setRole(m_problemsTitle, "over");
    setRole(m_targetNote, "caption");
    m_targetNote->setTextFormat(Qt::PlainText);
    m_targetNote->setWordWrap(true);
    m_view->setObjectName(QStringLiteral("targetView"));
    m_viewName->setObjectName(QStringLiteral("targetName"));
    m_type->setObjectName(QStringLiteral("targetType"));
    m_save->setObjectName(QStringLiteral("saveProblems"));
    m_viewName->setPlaceholderText(tr("Name of the view"));
    auto* target = new QHBoxLayout(m_target);
    target->setContentsMargins(0, 0, 0, 0);
    target->setSpacing(8);
    auto* viewLabel = new QLabel(tr("&View"), this);
    viewLabel->setBuddy(m_view);
    m_viewName->setAccessibleName(tr("Name of the view"));
    m_type->setAccessibleName(tr("Type of the view"));
    m_problems->setAccessibleName(tr("What was found"));
    target->addWidget(viewLabel);
    target->addWidget(m_view, 1);
    target->addWidget(m_viewName, 1);
    target->addWidget(m_type);
    m_counts->setHorizontalSpacing(24);
    m_counts->setVerticalSpacing(2);
    m_problems->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_problems->setColumnWidth(0, 100);
    m_problems->setColumnWidth(2, 170);
    m_problems->setMinimumHeight(110);
    m_problems->setWordWrap(true);
    // How high a sentence is depends on how wide its column is, which is known late and changes with the window.
    connect(m_problems->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == 1)
            fitProblems();
    });
    auto* problems = new QHBoxLayout;
    problems->addWidget(m_problemsTitle, 1);
    problems->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_evidence);
    layout->addWidget(m_target);
    layout->addWidget(m_targetNote);
    layout->addLayout(m_counts);
    layout->addWidget(m_conceptsTitle);
    layout->addWidget(m_concepts, 1);
    if (m_bar)
        layout->addWidget(m_bar);
    layout->addLayout(problems);
    layout->addWidget(m_problems, 2);
    layout->addStretch(0);
    connect(m_save, &QPushButton::clicked, this, &ImportSummary::saveProblems);
    connect(m_view, &QComboBox::activated, this, &ImportSummary::targetChanged);
    connect(m_type, &QComboBox::activated, this, &ImportSummary::targetChanged);
    connect(m_concepts, &ImportConcepts::changed, this, &ImportSummary::choicesChanged);
    if (m_bar)
        connect(m_bar, &ImportChoicesBar::changed, this, &ImportSummary::choicesChanged);
    connect(m_viewName, &QLineEdit::editingFinished, this, [this] {
        if (m_viewName->text().trimmed() != m_report.viewName && !m_viewName->isHidden())
            Q_EMIT targetChanged();
    });
}

void ImportSummary::setReport(const core::ImportReport& report)
{
    m_report = report;
    m_evidence->setText(report.evidence);
    fillTarget(report);
    fillCounts(report);
    fillConcepts(report);
    fillProblems(report);
}

QString ImportSummary::viewName() const
{
    return m_view->currentIndex() > 0 ? m_view->currentText() : m_viewName->text().trimmed();
}

std::optional<core::ViewType> ImportSummary::type() const
{
    const QVariant type = m_type->currentData();
    return type.isValid() ? std::optional(static_cast<core::ViewType>(type.toInt())) : std::nullopt;
}

void ImportSummary::fillTarget(const core::ImportReport& report)
{
    m_target->setVisible(m_choosing && report.viewType.has_value());
    m_targetNote->setVisible(report.viewType.has_value());
    if (!report.viewType)
        return;
    m_view->clear();
    m_view->addItem(tr("New view"));
    for (const core::ViewRecord& view : m_project.views()) {
        if (view.type == *report.viewType)
            m_view->addItem(view.name, view.id.value);
    }
    m_view->setCurrentIndex(report.viewIsNew ? 0 : std::max(0, m_view->findText(report.viewName)));
    m_viewName->setText(report.viewName);
    m_viewName->setVisible(m_view->currentIndex() == 0);
    m_type->clear();
    // Boxes can only be boxes; a word for each picture may be the only one, or one of several.
    if (*report.viewType == core::ViewType::Detection)
        m_type->addItem(nameOf(core::ViewType::Detection), static_cast<int>(core::ViewType::Detection));
    else
        for (core::ViewType type : {core::ViewType::Classification, core::ViewType::Tagging})
            m_type->addItem(nameOf(type), static_cast<int>(type));
    m_type->setCurrentIndex(std::max(0, m_type->findData(static_cast<int>(*report.viewType))));
    m_type->setEnabled(m_type->count() > 1);
    const QString words = nameOf(*report.viewType);
    m_targetNote->setText(m_choosing ? report.viewIsNew ? tr("The new view \"%1\" (%2) will be made.").arg(report.viewName, words)
                                                        : tr("Annotations go into the view \"%1\" (%2).").arg(report.viewName, words)
                                     : tr("View \"%1\" (%2)").arg(report.viewName, words));
    QStringList further;
    for (const core::ImportedView& view : report.furtherViews)
        further << (view.isNew ? tr("The new view \"%1\" (%2) too.") : tr("The view \"%1\" (%2) too.")).arg(view.name, nameOf(view.type));
    if (report.drafts > 0)
        further << tr("%Ln draft(s): predictions with a score, which never count as annotations.", nullptr, report.drafts);
    if (!further.isEmpty())
        m_targetNote->setText(m_targetNote->text() + QLatin1Char(' ') + further.join(QLatin1Char(' ')));
}

void ImportSummary::fillCounts(const core::ImportReport& report)
{
    while (QLayoutItem* old = m_counts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    int total = 0;
    for (const auto& annotation : report.annotations)
        total += annotation.second;
    const std::pair<QString, int> numbers[] = {{m_choosing ? tr("New images") : tr("Images added"), report.images}, {tr("Already known"), report.known}, {tr("Left out"), report.rejected},
                                               {tr("Annotations"), total}, {tr("Drafts"), report.drafts}, {tr("Without concept"), report.withoutConcept},
                                               {tr("Training"), report.splits.value(QStringLiteral("train"))}, {tr("Validation"), report.splits.value(QStringLiteral("val"))},
                                               {tr("Test"), report.splits.value(QStringLiteral("test"))}, {tr("Unassigned"), report.splits.value(QStringLiteral("none"))}};
    int column = 0;
    for (const auto& [name, number] : numbers) {
        if (number == 0 && column > 2)
            continue;
        auto* value = new QLabel(count(number), this);
        setRole(value, "head");
        auto* label = new QLabel(name, this);
        setRole(label, "caption");
        m_counts->addWidget(value, 0, column);
        m_counts->addWidget(label, 1, column);
        ++column;
    }
    m_counts->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding), 0, column);
}

void ImportSummary::fillConcepts(const core::ImportReport& report)
{
    const bool any = !report.annotations.empty() || (m_choosing && !report.sourceConcepts.empty());
    m_conceptsTitle->setVisible(any);
    m_concepts->setVisible(any);
    QStringList known;
    if (const auto view = m_project.viewNamed(report.viewName))
        for (const core::ConceptRecord& record : m_project.concepts(view->id))
            known << record.name;
    m_concepts->setReport(report, known);
    if (m_bar)
        m_bar->setReport(report);
}

core::ImportChoices ImportSummary::choices() const
{
    core::ImportChoices choices;
    choices.conceptNames = m_concepts->names();
    if (m_bar)
        m_bar->takeInto(choices);
    return choices;
}

void ImportSummary::resetChoices()
{
    m_concepts->setReport({}, {});
    if (m_bar)
        m_bar->reset();
}

void ImportSummary::fillProblems(const core::ImportReport& report)
{
    const int number = static_cast<int>(report.issues.size());
    m_problemsTitle->setText(tr("%Ln finding(s)", "problems of an import", number));
    m_problemsTitle->setVisible(number > 0);
    m_problems->setVisible(number > 0);
    m_save->setVisible(number > 0);
    std::vector<const core::ImportIssue*> sorted;
    for (const core::ImportIssue& issue : report.issues)
        sorted.push_back(&issue);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->level > b->level; });
    const int shown = std::min(number, problemsShown);
    m_problems->setRowCount(shown + (number > shown ? 1 : 0));
    for (int row = 0; row < shown; ++row) {
        const core::ImportIssue& issue = *sorted[static_cast<std::size_t>(row)];
        const QString sentence = core::sentenceOf(issue);
        auto* words = new QTableWidgetItem(sentence);
        words->setToolTip(sentence);
        m_problems->setItem(row, 0, new QTableWidgetItem(signOf(issue.level), wordOf(issue.level)));
        m_problems->setItem(row, 1, words);
        m_problems->setItem(row, 2, new QTableWidgetItem(issue.file.section(QLatin1Char('/'), -1)));
    }
    fitProblems();
    if (number > shown)
        m_problems->setItem(shown, 1, new QTableWidgetItem(tr("%Ln more: save the list to see all.", nullptr, number - shown)));
}

void ImportSummary::fitProblems()
{
    if (m_problems->rowCount() <= wrappedAtMost)
        m_problems->resizeRowsToContents();
}

void ImportSummary::saveProblems()
{
    m_ask.saveFile(this, tr("Save list"), tr("findings.txt"), [this](const QString& path) { writeProblems(path); });
}

void ImportSummary::writeProblems(const QString& path)
{
    attempt(this, m_ask, tr("Save list"), [&] {
        QSaveFile file(path);
        bool written = file.open(QIODevice::WriteOnly | QIODevice::Text);
        for (const core::ImportIssue& issue : m_report.issues)
            written = written && file.write((core::keyOf(issue.level) + QLatin1Char('\t') + issue.code + QLatin1Char('\t') + issue.file + QLatin1Char('\t')
                                             + (issue.line > 0 ? QString::number(issue.line) : QString()) + QLatin1Char('\t') + core::sentenceOf(issue) + QLatin1Char('\n')).toUtf8()) >= 0;
        if (!written || !file.commit())
            throw core::Error(tr("The list could not be written to \"%1\": %2 Choose another place.").arg(path, file.errorString()));
    });
}

} // namespace ui
