#include "ui/widgets/TrainingCheck.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Hairline.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int concepts = 50; // longer lists are folded

void clear(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        if (item->widget())
            delete item->widget();
        else if (item->layout())
            clear(item->layout());
        delete item;
    }
}

} // namespace

TrainingCheck::TrainingCheck(QWidget* parent)
    : QWidget(parent), m_verdict(new QLabel(this)), m_lines(new QVBoxLayout), m_countsBox(new QWidget(this)), m_counts(new QGridLayout(m_countsBox)),
      m_time(new QLabel(this)), m_timeCaption(new QLabel(this))
{
    auto* heading = new QLabel(tr("Check before training"), this);
    setRole(heading, "over");
    setRole(m_verdict, "caption");
    m_verdict->setObjectName(QStringLiteral("verdict"));
    setRole(m_time, "number");
    m_time->setObjectName(QStringLiteral("expectedTime"));
    setRole(m_timeCaption, "caption");
    m_timeCaption->setWordWrap(true);
    m_counts->setContentsMargins(0, 0, 0, 0);
    m_counts->setHorizontalSpacing(12);
    m_counts->setVerticalSpacing(5);
    m_counts->setColumnStretch(1, 1);
    m_lines->setSpacing(8);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(0, 0, 8, 0);
    inner->setSpacing(14);
    inner->addLayout(m_lines);
    inner->addWidget(hairline(Qt::Horizontal, body));
    inner->addWidget(m_countsBox);
    inner->addStretch(1);
    scroll->setWidget(body);

    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(m_verdict);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 16, 20);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addWidget(m_time);
    layout->addWidget(m_timeCaption);
    m_verdict->setText(tr("counting…"));
    setExpected(std::nullopt);
}

QString TrainingCheck::dataLine(const core::TrainingSelection& selection)
{
    const QString used = count(qint64(selection.train.size()));
    const QString without = count(selection.withoutConceptTrain);
    switch (selection.view.type) {
    case core::ViewType::Classification:
        return tr("Uses all %1 annotated training images. A classification image cannot be without concept.").arg(used);
    case core::ViewType::Tagging:
        return tr("Uses all %1 training images with an answer, including %2 without concept. Unseen answers are left out.").arg(used, without);
    case core::ViewType::Detection: break;
    }
    if (selection.withoutConceptTrain == 0)
        return tr("Uses the %1 training images with at least one box.").arg(used);
    return tr("Uses the %1 training images with at least one box. %2 images without concept are not used for training; "
              "on the validation set they count when false boxes are found.").arg(used, without);
}

QHBoxLayout* TrainingCheck::addLine(const QString& icon, const QColor& colour, const QString& text, const QString& tip)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    auto* mark = new QLabel(this);
    mark->setPixmap(Theme::of().pixmap(icon, colour, 18, devicePixelRatioF()));
    auto* line = new QLabel(text, this);
    line->setWordWrap(true);
    line->setTextFormat(Qt::PlainText);
    line->setToolTip(tip);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(line, 1);
    m_lines->addLayout(row);
    return row;
}

void TrainingCheck::begin()
{
    m_leftOut.clear();
}

void TrainingCheck::setSelection(const core::TrainingSelection& selection, QSize input)
{
    m_findings = selection.findings(input);
    m_train = int(selection.train.size());
    m_validation = int(selection.validation.size());
    showLines();
    showCounts(selection);
}

/// A warning that the person has answered is a warning no more. It is one again when more files are away than were spoken of.
core::SelectionFinding::Level TrainingCheck::levelOf(const core::SelectionFinding& finding) const
{
    const auto agreed = m_leftOut.find(finding.kind);
    return agreed != m_leftOut.end() && finding.count <= agreed->second ? core::SelectionFinding::Level::Information : finding.level;
}

void TrainingCheck::showLines()
{
    const auto& tokens = Theme::of().tokens();
    clear(m_lines);
    if (m_train > 0)
        addLine(QStringLiteral("check"), tokens.ok, tr("%Ln training image(s)", nullptr, m_train));
    if (m_validation > 0)
        addLine(QStringLiteral("check"), tokens.ok, tr("%Ln validation image(s)", nullptr, m_validation));
    using Level = core::SelectionFinding::Level;
    std::map<Level, int> number;
    for (const auto level : {Level::Error, Level::Warning, Level::Information}) {
        for (const auto& finding : m_findings) {
            if (levelOf(finding) != level)
                continue;
            ++number[level];
            addFinding(finding);
        }
    }
    m_verdict->setText(number[Level::Error] > 0 ? tr("cannot train yet")
                       : number[Level::Warning] > 0 ? tr("%Ln warning(s)", nullptr, number[Level::Warning]) : tr("ready"));
}

void TrainingCheck::addFinding(const core::SelectionFinding& finding)
{
    const auto& tokens = Theme::of().tokens();
    using Level = core::SelectionFinding::Level;
    using Kind = core::SelectionFinding::Kind;
    const Level level = levelOf(finding);
    auto* line = addLine(level == Level::Error ? QStringLiteral("error") : level == Level::Warning ? QStringLiteral("warning") : QStringLiteral("info"),
                         level == Level::Error ? tokens.err : level == Level::Warning ? tokens.warn : tokens.accent, finding.text, finding.names.join(QLatin1Char('\n')));
    if (finding.largerSide > 0)
        addAct(line, "largerInput", tr("Larger input"), tr("Sets the image size to %1 px.").arg(count(finding.largerSide)), [this, side = finding.largerSide] { Q_EMIT largerInputWanted(side); });
    if (finding.kind == Kind::MissingFiles)
        addAct(line, "relinkMissing", tr("Relink…"), tr("Show where the missing files are now. Until then they are left out."), [this] { Q_EMIT relinkWanted(); });
    const bool isOfFiles = finding.kind == Kind::MissingFiles || finding.kind == Kind::ChangedFiles || finding.kind == Kind::UnreadableFiles;
    if (isOfFiles && level == Level::Warning)
        addAct(line, "leaveOut", tr("Leave out"), tr("Trains without these images. They and their annotations stay in the project."), [this, finding] { leaveOut(finding); });
}

void TrainingCheck::addAct(QHBoxLayout* line, const char* name, const QString& text, const QString& tip, const std::function<void()>& act)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    setRole(button, "link");
    // Queued: what is clicked is made anew by what the click changes.
    connect(button, &QPushButton::clicked, this, act, Qt::QueuedConnection);
    line->addWidget(button, 0, Qt::AlignTop);
}

void TrainingCheck::leaveOut(const core::SelectionFinding& finding)
{
    m_leftOut[finding.kind] = finding.count;
    showLines();
    if (auto* next = findChild<QPushButton*>()) // the pressed one is gone; the focus stays in this part
        next->setFocus();
}

void TrainingCheck::showCounts(const core::TrainingSelection& selection)
{
    clear(m_counts);
    const auto put = [this](const QString& text, const char* role, int row, int column) {
        auto* label = new ElidedLabel(text, m_countsBox);
        setRole(label, role);
        m_counts->addWidget(label, row, column, column == 1 ? Qt::Alignment() : Qt::AlignRight); // a long name gives way to the numbers
        return label;
    };
    put(tr("Concept"), "caption", 0, 1);
    put(tr("Training"), "caption", 0, 2);
    put(tr("Validation"), "caption", 0, 3);
    int row = 1;
    for (const auto& counted : selection.counts) {
        if (row > concepts) {
            put(tr("and %Ln more", nullptr, int(selection.counts.size()) - concepts), "caption", row, 1);
            break;
        }
        put({}, "body", row, 0)->setPixmap(Theme::of().swatch(counted.record.colour, 12, devicePixelRatioF()));
        put(counted.record.name, "body", row, 1);
        put(count(counted.train), "body", row, 2)->setObjectName(QStringLiteral("trainCount%1").arg(row - 1));
        put(count(counted.validation), "body", row, 3);
        ++row;
    }
}

void TrainingCheck::setExpected(std::optional<double> seconds)
{
    //: The expected time of a training: "About 14 min"
    m_time->setText(seconds ? tr("About %1").arg(duration(*seconds)) : QString());
    m_time->setVisible(seconds.has_value());
    m_timeCaption->setText(seconds ? tr("expected on this machine") : tr("Expected time: not measured yet on this machine."));
}

} // namespace ui
