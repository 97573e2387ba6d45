#include "ui/widgets/ProjectCard.h"

#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace ui {

ProjectCard::ProjectCard(const RecentProject& project, QWidget* parent) : QAbstractButton(parent), m_project(project), m_missing(!project.exists())
{
    setObjectName(QStringLiteral("projectCard"));
    setText(project.name);
    setAccessibleName(m_missing ? tr("%1, not where it was").arg(project.name) : project.name);
    setToolTip(QDir::toNativeSeparators(project.folder));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(104);
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProjectCard::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::of().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(tokens.line, 1));
    painter.setBrush(underMouse() ? tokens.hover : tokens.card);
    const double inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    const int width = this->width() - 32;
    const auto line = [&](TextRole role, const QColor& colour, int top, const QString& words, Qt::TextElideMode elide = Qt::ElideRight) {
        painter.setFont(Theme::of().font(role));
        painter.setPen(colour);
        painter.drawText(QRect(16, top, width, 20), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(words, elide, width));
    };
    line(TextRole::Head, m_missing ? tokens.text3 : tokens.text, 10, m_project.name);
    line(TextRole::Caption, tokens.text3, 30, QDir::toNativeSeparators(m_project.folder), Qt::ElideMiddle);
    if (m_missing) {
        line(TextRole::Body, tokens.accent, 54, tr("Not where it was. Find it…"));
        return;
    }
    const QString images = tr("%Ln image(s)", nullptr, m_project.images);
    //: Number of images in words, and how many of them are annotated: "60 images  ·  96 % annotated, 2 partly"
    const QString facts = m_project.annotated.items > 0 ? tr("%1  ·  %2").arg(images, annotatedText(m_project.annotated)) : images;
    line(TextRole::Body, tokens.text2, 54, facts);
    const QString opened = tr("opened %1", "date").arg(QLocale().toString(m_project.opened.date(), QLocale::ShortFormat));
    line(TextRole::Caption, tokens.text3, 75, m_project.version.isEmpty() ? opened : m_project.version + QStringLiteral("  ·  ") + opened);
}

void ProjectCard::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_missing ? tr("Find it…") : tr("Open")), &QAction::triggered, this, &QAbstractButton::click);
    if (!m_missing)
        connect(menu->addAction(tr("Show in file manager")), &QAction::triggered, this, &ProjectCard::showRequested);
    connect(menu->addAction(tr("Remove from this list")), &QAction::triggered, this, &ProjectCard::removeRequested);
    menu->popup(event->globalPos());
}

void ProjectCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        Q_EMIT moveRequested(event->key() == Qt::Key_Left ? -1 : 1, 0);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        Q_EMIT moveRequested(0, event->key() == Qt::Key_Up ? -1 : 1);
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
