#include "ui/widgets/AnswerView.h"

#include "core/formats/Predictions.h"
#include "ui/models/AnswerListModel.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/AnswerGrid.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/PictureLoader.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostFound = 60; // lines of the list
constexpr int listWidth = 190; // px

} // namespace

class AnswerView::Canvas final : public QWidget {
public:
    Canvas(const AnswerListModel& model, QWidget* parent) : QWidget(parent), m_model(model) {}

    QImage image;
    QSize size; // of the picture itself
    core::Prediction prediction;
    QString words; // in place of a picture
    bool below = false;
    bool labels = true;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.fillRect(rect(), Theme::of().tokens().canvas);
        if (image.isNull()) {
            painter.setPen(Theme::of().tokens().text2);
            painter.drawText(rect().adjusted(24, 24, -24, -24), int(Qt::AlignCenter) | Qt::TextWordWrap, words);
            return;
        }
        QRectF place(QPointF(), QSizeF(image.size()).scaled(QSizeF(rect().adjusted(8, 8, -8, -8).size()), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(rect()).center());
        painter.drawImage(place, image);
        drawAnswer(painter, place, size, prediction, m_model, labels, below);
    }

private:
    const AnswerListModel& m_model;
};

AnswerView::AnswerView(AnswerListModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_loader(new PictureLoader(this))
    , m_canvas(new Canvas(model, this))
    , m_name(new ElidedLabel(this))
    , m_place(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_found(new QListWidget(this))
    , m_previous(iconButton("previousAnswer", QStringLiteral("chevron-left"), tr("Previous picture"), QStringLiteral("A"), this))
    , m_next(iconButton("nextAnswer", QStringLiteral("chevron-right"), tr("Next picture"), QStringLiteral("D"), this))
{
    setObjectName(QStringLiteral("answerView"));
    m_canvas->setObjectName(QStringLiteral("answerCanvas"));
    m_canvas->setMinimumSize(200, 160);
    m_name->setObjectName(QStringLiteral("answerName"));
    m_name->setElideMode(Qt::ElideMiddle);
    setRole(m_name, "strong");
    m_place->setObjectName(QStringLiteral("answerPlace"));
    setRole(m_place, "secondary");
    m_pace->setObjectName(QStringLiteral("livePace"));
    setRole(m_pace, "secondary");
    m_found->setObjectName(QStringLiteral("foundList"));
    m_found->setAccessibleName(tr("Found"));
    m_found->setSelectionMode(QAbstractItemView::NoSelection);
    m_found->setFocusPolicy(Qt::NoFocus);
    m_found->setFixedWidth(listWidth);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setTextElideMode(Qt::ElideMiddle);
    setRole(m_found, "bare");

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    head->addWidget(m_name, 1);
    head->addWidget(m_pace);
    head->addWidget(m_place);
    auto* body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_canvas, 1);
    body->addWidget(m_found);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(body, 1);

    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_loader, &PictureLoader::ready, this, &AnswerView::showPixels);
    connect(m_loader, &PictureLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (path != m_wanted)
            return;
        m_canvas->image = {};
        m_canvas->words = reason;
        m_canvas->update();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &AnswerView::refresh);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AnswerView::updateSteps);
    connect(&Theme::of(), &Theme::changed, this, &AnswerView::refresh);
    clear();
}

AnswerView::~AnswerView() = default;

void AnswerView::clear()
{
    m_row = -1;
    m_isLive = false;
    m_wanted.clear();
    m_canvas->image = {};
    m_canvas->words.clear();
    m_name->setText({});
    m_place->setText({});
    m_pace->setText({});
    m_found->clear();
    m_canvas->update();
    updateSteps();
}

void AnswerView::showRow(int row)
{
    const auto* answer = m_model.answerAt(row);
    if (!answer) {
        clear();
        return;
    }
    m_row = row;
    m_isLive = false;
    m_pace->setText(answer->seconds >= 0 ? duration(answer->seconds) : QString());
    m_name->setText(QFileInfo(answer->name).fileName());
    m_name->setToolTip(plainTip(QDir::toNativeSeparators(answer->name)));
    m_canvas->size = answer->size;
    m_canvas->prediction = answer->prediction;
    m_canvas->words = answer->failure;
    m_canvas->image = answer->picture;
    m_wanted = answer->picture.isNull() && answer->failure.isEmpty() ? answer->region.image.path : QString();
    fillList(answer->prediction);
    if (!m_wanted.isEmpty()) {
        const QString path = m_wanted; // the answer may go from memory meanwhile
        m_canvas->words = tr("Reading the picture…");
        if (const auto known = m_loader->find(path))
            showPixels(path, known);
        m_loader->request(path);
    }
    m_canvas->update();
    updateSteps();
}

void AnswerView::showPixels(const QString& path, const std::shared_ptr<const LoadedPicture>& picture)
{
    if (path != m_wanted || !picture || picture->levels.empty())
        return;
    const double scale = std::max(double(m_canvas->width()) / std::max(1, picture->size.width()), double(m_canvas->height()) / std::max(1, picture->size.height()));
    m_canvas->image = picture->levelFor(scale * devicePixelRatioF());
    m_canvas->size = picture->size;
    m_canvas->update();
}

void AnswerView::showLive(const core::LivePicture& picture)
{
    m_isLive = true;
    m_row = -1;
    m_wanted.clear();
    m_name->setText(QFileInfo(picture.name).fileName());
    m_name->setToolTip(plainTip(picture.name));
    //: %1: pictures a second, %2: milliseconds from a picture to its answer
    m_pace->setText(tr("%1 pictures a second, delay %2 ms").arg(QLocale().toString(picture.framesPerSecond, 'f', 1), count(qRound64(picture.delay * 1000))));
    m_canvas->image = picture.image;
    m_canvas->size = picture.size;
    m_canvas->prediction = picture.prediction;
    fillList(picture.prediction);
    m_canvas->update();
    updateSteps();
}

void AnswerView::setShows(bool below, bool labels)
{
    m_below = below;
    m_canvas->below = below;
    m_canvas->labels = labels;
    refresh();
}

/// Thresholds or colours changed.
void AnswerView::refresh()
{
    if (m_row >= 0 || m_isLive)
        fillList(m_canvas->prediction);
    m_canvas->update();
}

void AnswerView::fillList(const core::Prediction& prediction)
{
    m_found->clear();
    const auto& shown = m_model.concepts();
    std::vector<core::FrozenConcept> concepts;
    for (qsizetype i = 0; i < shown.names.size(); ++i)
        concepts.push_back({{}, shown.names[i], shown.thresholds.at(size_t(i))});
    const auto type = m_model.type();
    for (const auto& answer : core::answersOf(type, concepts, prediction)) {
        if (!answer.isPredicted && !m_below && type == core::ViewType::Detection)
            continue;
        if (m_found->count() == mostFound)
            break;
        auto* item = new QListWidgetItem(QIcon(Theme::of().swatch(shown.colours.at(size_t(answer.label)), 12, devicePixelRatioF())), //: name of a concept, score
                                         tr("%1  %2").arg(shown.names.value(answer.label), percent(answer.score)), m_found);
        item->setToolTip(plainTip(shown.names.value(answer.label)));
        if (!answer.isPredicted)
            item->setForeground(Theme::of().tokens().text3);
        else
            item->setFont(Theme::of().font(TextRole::Head));
    }
    if (m_found->count() == 0)
        m_found->addItem(tr("Nothing found"));
}

void AnswerView::updateSteps()
{
    const int rows = m_model.rowCount();
    m_previous->setEnabled(m_isLive ? rows > 0 : m_row > 0);
    m_next->setEnabled(!m_isLive && m_row >= 0 && m_row + 1 < rows);
    //: Which of the answered pictures is shown: "12 of 997"
    m_place->setText(m_row >= 0 ? tr("%1 of %2").arg(count(m_row + 1), count(rows)) : QString());
}

} // namespace ui
