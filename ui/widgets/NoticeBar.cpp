#include "ui/widgets/NoticeBar.h"

#include "ui/support/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_row(new QHBoxLayout)
{
    setRole(this, "notice");
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 6, 16, 6);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addLayout(m_row);
    m_row->setSpacing(8);
    hide();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::offer(const QString& text, std::vector<Act> acts)
{
    QStringList words;
    for (const Act& act : acts)
        words << act.words;
    say(text, words);
    m_offered = std::move(acts);
}

void NoticeBar::press(int place)
{
    if (place < int(m_offered.size())) {
        const std::function<void()> act = m_offered[std::size_t(place)].act; // a copy: it may say something else in this bar
        act();
    }
    Q_EMIT chosen(place);
}

void NoticeBar::say(const QString& text, const QStringList& buttons)
{
    m_offered.clear();
    setVisible(!text.isEmpty());
    m_text->setText(text);
    if (buttons == m_buttons)
        return;
    m_buttons = buttons;
    while (QLayoutItem* old = m_row->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater(); // it may be the one that was just pressed
        delete old;
    }
    for (int place = 0; place < buttons.size(); ++place) {
        auto* button = new QPushButton(buttons[place], this);
        button->setObjectName(QStringLiteral("noticeAct%1").arg(place));
        connect(button, &QPushButton::clicked, this, [this, place] { press(place); });
        m_row->addWidget(button);
    }
}

} // namespace ui
