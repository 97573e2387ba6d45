#include "ui/widgets/SplitBar.h"

#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Schemes.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

SplitBar::SplitBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("splitBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SplitBar::setSummary(const core::ViewSummary& summary)
{
    m_summary = summary;
    QStringList words;
    for (const Part& part : parts())
        words << part.words;
    setAccessibleName(tr("Split: %1", "list of parts with their counts").arg(words.join(QStringLiteral(", "))));
    setToolTip(words.join(QLatin1Char('\n')));
    update();
}

std::vector<SplitBar::Part> SplitBar::parts() const
{
    const Tokens& t = Theme::of().tokens();
    const std::pair<core::Split, int> counts[] = {{core::Split::Train, m_summary.train}, {core::Split::Test, m_summary.test},
                                                  {core::Split::Unassigned, m_summary.unassigned}, {core::Split::Validation, m_summary.validation}};
    const QColor colours[] = {t.accent, mixed(t.page, t.s3, 0.7), t.hover, mixed(t.page, t.accent, 0.45)};
    const int total = m_summary.train + m_summary.validation + m_summary.test + m_summary.unassigned;
    std::vector<Part> shown;
    for (std::size_t i = 0; i < std::size(counts); ++i) {
        const auto& [split, number] = counts[i];
        if (number == 0)
            continue;
        const QString share = percent(double(number) / total, 0);
        shown.push_back({tr("%1 %2 · %3", "name of a part, number of images, percent").arg(nameOf(split), count(number), share), number, colours[i]});
    }
    return shown;
}

void SplitBar::paintEvent(QPaintEvent*)
{
    constexpr int barHeight = 7;
    QPainter painter(this);
    const std::vector<Part> all = parts();
    painter.setFont(Theme::of().font(TextRole::Caption));
    painter.setPen(Theme::of().tokens().text2);
    const QFontMetrics metrics(painter.font());
    const int textHeight = height() - barHeight - 2;
    const QRect text(0, 0, width(), textHeight);
    QStringList middle;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == 0)
            painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, all[i].words);
        else if (i + 1 == all.size())
            painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, all[i].words);
        else
            middle << all[i].words;
    }
    painter.drawText(text, Qt::AlignCenter, middle.join(QStringLiteral("    ")));
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath rounded;
    rounded.addRoundedRect(QRectF(0, height() - barHeight, width(), barHeight), 3.5, 3.5);
    painter.setClipPath(rounded);
    painter.fillRect(rect(), Theme::of().tokens().hover);
    int total = 0;
    for (const Part& part : all)
        total += part.count;
    double left = 0;
    for (const Part& part : all) {
        const double width = 1.0 * part.count / total * this->width();
        painter.fillRect(QRectF(left, height() - barHeight, std::max(1.0, width - (left + width < this->width() - 1 ? 2 : 0)), barHeight), part.colour);
        left += width;
    }
}

} // namespace ui
