#include "ui/widgets/TrainingIndicator.h"

#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QPainter>

#include <cmath>

namespace ui {

namespace {
constexpr int ring = 18, gap = 8;
constexpr int widestName = 200; // px; the tooltip has all of a longer one
}

TrainingIndicator::TrainingIndicator(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("trainingIndicator"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(32);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TrainingIndicator::setSession(Session* session)
{
    m_session = session;
    if (session) {
        core::TrainingQueue* queue = &session->trainings();
        connect(queue, &core::TrainingQueue::started, this, &TrainingIndicator::refresh);
        connect(queue, &core::TrainingQueue::stepChanged, this, &TrainingIndicator::refresh);
        connect(queue, &core::TrainingQueue::batchesFinished, this, &TrainingIndicator::refresh);
        connect(queue, &core::TrainingQueue::epochFinished, this, &TrainingIndicator::refresh);
        connect(queue, &core::TrainingQueue::ended, this, &TrainingIndicator::refresh);
        connect(queue, &core::TrainingQueue::queueChanged, this, &TrainingIndicator::refresh);
    }
    refresh();
}

void TrainingIndicator::refresh()
{
    const core::TrainingQueue* queue = m_session ? &m_session->trainings() : nullptr;
    const core::LiveRun* run = queue ? queue->running() : nullptr;
    const bool busy = run != nullptr;
    setVisible(busy);
    Q_EMIT busyChanged(busy);
    if (!busy)
        return;
    m_name = QFontMetrics(Theme::of().font(TextRole::Head)).elidedText(run->name, Qt::ElideRight, widestName);
    m_share = run->share;
    QStringList words;
    // A batch says where the run is; before the first one the step does.
    if (!run->batches.empty() && run->batches.back().epoch > 0)
        words << tr("epoch %1 of %2").arg(count(run->batches.back().epoch), count(run->spec.epochs));
    else if (const auto* step = run->runningStep())
        words << core::nameOf(step->step);
    if (run->secondsLeft >= 0)
        words << timeLeft(run->secondsLeft);
    if (queue->queued() > 0)
        words << tr("%Ln in queue", "trainings", queue->queued());
    m_words = words.join(QStringLiteral("  ·  "));
    setAccessibleName(tr("Training of %1: %2").arg(run->name, m_words));
    setToolTip(m_name == run->name ? tr("Go to Training") : run->name);
    updateGeometry();
    update();
}

QSize TrainingIndicator::sizeHint() const
{
    const int name = QFontMetrics(Theme::of().font(TextRole::Head)).horizontalAdvance(m_name);
    const int words = QFontMetrics(Theme::of().font(TextRole::Body)).horizontalAdvance(m_words);
    return {ring + gap + name + gap + words + 12, 32};
}

void TrainingIndicator::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::of().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const QRectF circle(5, (height() - ring) / 2.0 + 1, ring - 2, ring - 2);
    painter.setPen(QPen(tokens.line, 3));
    painter.drawEllipse(circle);
    painter.setPen(QPen(tokens.accent, 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, 90 * 16, -static_cast<int>(std::lround(m_share * 360 * 16)));
    int left = 5 + ring + gap;
    painter.setFont(Theme::of().font(TextRole::Head));
    painter.setPen(tokens.text);
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, m_name);
    left += painter.fontMetrics().horizontalAdvance(m_name) + gap;
    painter.setFont(Theme::of().font(TextRole::Body));
    painter.setPen(tokens.text2);
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, m_words);
}

} // namespace ui
