#include "ui/widgets/TryItPanel.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr size_t mostRows = 40;

void clear(QGridLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

/// The picture, whole, with what was found in it.
class TryItPanel::Canvas final : public QWidget {
public:
    using QWidget::QWidget;
    core::TriedPicture picture;
    ShownConcepts concepts;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.fillRect(rect(), Theme::of().tokens().canvas);
        if (picture.image.isNull()) {
            painter.setPen(Theme::of().tokens().text2);
            painter.drawText(rect().adjusted(24, 24, -24, -24), int(Qt::AlignCenter) | Qt::TextWordWrap, picture.failure);
            return;
        }
        const QSizeF most = QSizeF(rect().adjusted(12, 12, -12, -12).size()).boundedTo(QSizeF(picture.image.size()) * 3);
        QRectF place(QPointF(), QSizeF(picture.image.size()).scaled(most, Qt::KeepAspectRatio));
        place.moveCenter(QRectF(rect()).center());
        painter.drawImage(place, picture.image);
        JudgementPainter::drawBoxes(painter, place, QRect(QPoint(0, 0), picture.size.isEmpty() ? picture.image.size() : picture.size), {}, picture.prediction.boxes, concepts, true);
    }
};

TryItPanel::TryItPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("tryItPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(makeDropArea());
    m_stack->addWidget(makeResult());
}

TryItPanel::~TryItPanel() = default;

QWidget* TryItPanel::makeDropArea()
{
    auto* area = new QFrame(this);
    m_drop = area;
    setRole(area, "drop");
    m_sentence = new QLabel(area);
    m_sentence->setObjectName(QStringLiteral("tryItSentence"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    setRole(m_sentence, "secondary");
    m_choose = new QPushButton(tr("Choose a picture…"), area);
    m_choose->setObjectName(QStringLiteral("chooseTryButton"));
    auto* layout = new QVBoxLayout(area);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_choose, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_choose, &QPushButton::clicked, this, [this] { choosePictures(); });
    return area;
}

QWidget* TryItPanel::makeResult()
{
    auto* page = new QWidget(this);
    auto* picture = new Card({}, page);
    m_title = picture->titleLabel();
    m_title->setObjectName(QStringLiteral("triedName"));
    m_place = new QLabel(picture);
    setRole(m_place, "caption");
    const auto button = [picture](const QString& icon, const QString& name) {
        auto* made = new QPushButton(picture);
        made->setIcon(Theme::of().icon(icon));
        made->setToolTip(name);
        made->setAccessibleName(name);
        setRole(made, "ghost");
        picture->header()->addWidget(made);
        return made;
    };
    picture->header()->addWidget(m_place);
    m_previous = button(QStringLiteral("chevron-left"), tr("Previous picture"));
    m_next = button(QStringLiteral("chevron-right"), tr("Next picture"));
    auto* more = new QPushButton(tr("Choose a picture…"), picture);
    picture->header()->addWidget(more);
    m_canvas = new Canvas(picture);
    m_canvas->setObjectName(QStringLiteral("triedCanvas"));
    m_canvas->setMinimumSize(280, 220);
    picture->content()->addWidget(m_canvas, 1);

    auto* answers = new Card(tr("Answers"), page);
    answers->setToolTip(thresholdHint());
    answers->setMinimumWidth(250);
    m_state = new QLabel(answers);
    setRole(m_state, "caption");
    m_state->setObjectName(QStringLiteral("triedState"));
    auto* scroll = new QScrollArea(answers);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what it holds takes the focus and scrolls into view
    auto* body = new QWidget(scroll);
    auto* lists = new QVBoxLayout(body);
    lists->setContentsMargins(0, 0, 8, 0);
    const auto list = [&](const QString& heading, const char* name) {
        auto* title = new QLabel(heading, body);
        setRole(title, "over");
        auto* box = new QWidget(body);
        box->setObjectName(QLatin1String(name));
        auto* grid = new QGridLayout(box);
        grid->setContentsMargins(0, 0, 0, 12);
        grid->setHorizontalSpacing(10);
        grid->setVerticalSpacing(6);
        grid->setColumnStretch(1, 1);
        lists->addWidget(title);
        lists->addWidget(box);
        return grid;
    };
    m_found = list(tr("Found"), "foundList");
    m_discarded = list(tr("Discarded"), "discardedList");
    lists->addStretch(1);
    scroll->setWidget(body);
    answers->content()->addWidget(m_state);
    answers->content()->addWidget(scroll, 1);

    connect(m_previous, &QPushButton::clicked, this, [this] { --m_current; showCurrent(); });
    connect(m_next, &QPushButton::clicked, this, [this] { ++m_current; showCurrent(); });
    connect(more, &QPushButton::clicked, this, [this] { choosePictures(); });
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(picture, 3);
    layout->addWidget(answers, 1);
    return page;
}

void TryItPanel::setVersion(core::VersionId version, core::ViewType type, ShownConcepts concepts, const QString& reason)
{
    if (version != m_version) {
        m_job.reset();
        m_pictures.clear();
        m_stack->setCurrentIndex(0);
    }
    m_version = version;
    m_type = type;
    m_concepts = std::move(concepts);
    m_reason = reason;
    m_choose->setVisible(reason.isEmpty());
    m_sentence->setText(reason.isEmpty() ? tr("Drop a picture here to see what this version says about it.\nIt is not added to the project.") : reason);
}

void TryItPanel::setDragOver(bool over)
{
    m_drop->setProperty("over", over);
    m_drop->style()->unpolish(m_drop);
    m_drop->style()->polish(m_drop);
}

void TryItPanel::choosePictures()
{
    m_session.ask().openFiles(this, tr("Try it"), [this](const QStringList& paths) { predict(paths); });
}

void TryItPanel::predict(const QStringList& paths)
{
    if (paths.isEmpty() || !m_reason.isEmpty() || !m_version.isValid())
        return;
    if (!m_job) {
        m_job = std::make_unique<core::TryJob>(m_session.project(), m_version);
        connect(m_job.get(), &core::TryJob::predicted, this, &TryItPanel::showPicture);
        connect(m_job.get(), &core::Job::failed, this, [this](const QString& message) {
            m_sentence->setText(message);
            m_state->setText(message);
        });
    }
    m_sentence->setText(tr("Looking at it…"));
    m_state->setText(tr("Looking at it…"));
    m_job->predict(paths);
}

void TryItPanel::showPicture(const core::TriedPicture& picture)
{
    m_pictures.push_back(picture);
    m_current = m_pictures.size() - 1;
    m_stack->setCurrentIndex(1);
    showCurrent();
}

void TryItPanel::showCurrent()
{
    const auto& picture = m_pictures.at(m_current);
    m_title->setText(QFileInfo(picture.path).fileName());
    m_title->setToolTip(picture.path);
    m_title->show();
    //: Which of the tried pictures is shown: "2 of 5"
    m_place->setText(tr("%1 of %2").arg(m_current + 1).arg(m_pictures.size()));
    m_place->setVisible(m_pictures.size() > 1);
    m_previous->setVisible(m_pictures.size() > 1);
    m_next->setVisible(m_pictures.size() > 1);
    m_previous->setEnabled(m_current > 0);
    m_next->setEnabled(m_current + 1 < m_pictures.size());
    m_canvas->picture = picture;
    m_canvas->concepts = m_concepts;
    m_canvas->update();
    m_state->setText(picture.failure.isEmpty() ? tr("Answered in %1.").arg(duration(picture.seconds)) : picture.failure);

    std::vector<core::ScoredBox> answers = picture.prediction.boxes;
    for (size_t i = 0; i < picture.prediction.scores.size(); ++i)
        answers.push_back({int(i), picture.prediction.scores[i], {}});
    std::ranges::stable_sort(answers, std::ranges::greater(), &core::ScoredBox::score);
    std::vector<core::ScoredBox> found, discarded;
    for (const auto& answer : answers) {
        // In classification the highest score wins.
        const bool wins = m_type == core::ViewType::Classification ? found.empty()
                                                                   : answer.score >= m_concepts.thresholds.at(size_t(answer.label));
        (wins ? found : discarded).push_back(answer);
    }
    fill(m_found, found, false);
    fill(m_discarded, discarded, m_type != core::ViewType::Classification);
}

void TryItPanel::fill(QGridLayout* list, const std::vector<core::ScoredBox>& answers, bool withThreshold)
{
    clear(list);
    auto* box = list->parentWidget();
    const auto put = [&](const QString& text, const char* role, int row, int column) {
        auto* label = new ElidedLabel(text, box);
        setRole(label, role);
        list->addWidget(label, row, column, column >= 2 ? Qt::AlignRight : column == 0 ? Qt::AlignLeft : Qt::Alignment());
        return label;
    };
    if (answers.empty())
        put(tr("nothing"), "caption", 0, 1);
    for (size_t i = 0; i < answers.size(); ++i) {
        const int row = int(i);
        if (i == mostRows) {
            put(tr("and %Ln more", nullptr, int(answers.size() - mostRows)), "caption", row, 1);
            break;
        }
        const auto label = size_t(answers[i].label);
        put({}, "body", row, 0)->setPixmap(Theme::of().swatch(m_concepts.colours.at(label), 12, devicePixelRatioF()));
        put(m_concepts.names.value(int(label)), "body", row, 1);
        put(percent(answers[i].score), "body", row, 2)->setToolTip(thresholdHint());
        if (withThreshold) //: The threshold that an answer did not reach
            put(tr("below %1").arg(QLocale().toString(m_concepts.thresholds.at(label), 'f', 2)), "caption", row, 3);
    }
}

} // namespace ui
