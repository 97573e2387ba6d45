#include "ui/dialogs/HelpWindow.h"

#include "ui/support/Help.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Hairline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>

#include <utility>

namespace ui {

namespace {

constexpr int topicRole = Qt::UserRole;
constexpr int listWidth = 230, margin = 24, rowHeight = 28;
constexpr double headingSize = 15.0 / 13; // of a section, to the text
const auto commandsMark = QStringLiteral("{{commands}}");

/// Markdown brings no looks of ours: sizes and colours of the theme, room around headings, lines in tables.
void dress(QTextDocument* document)
{
    const Tokens& tokens = Theme::of().tokens();
    const double body = Theme::of().font(TextRole::Body).pixelSize();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat room;
        const int level = block.blockFormat().headingLevel();
        const bool isInTable = cursor.currentTable() != nullptr;
        room.setTopMargin(level == 1 ? 0 : level > 1 ? 18 : isInTable ? 3 : 0);
        room.setBottomMargin(level > 0 ? 4 : isInTable ? 3 : block.textList() ? 3 : 8);
        room.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        cursor.mergeBlockFormat(room);
        if (level == 0)
            continue;
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat letters; // in place of Markdown's own, whose sizes are steps of a size in points
        QFont font = Theme::of().font(level == 1 ? TextRole::Title : TextRole::Head);
        if (level > 1)
            font.setPixelSize(qRound(body * headingSize));
        letters.setFont(font);
        cursor.setCharFormat(letters);
    }
    for (QTextFrame* frame : document->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(tokens.line);
        format.setBorderCollapse(true);
        format.setCellPadding(6);
        format.setCellSpacing(0);
        format.setTopMargin(6);
        format.setBottomMargin(10);
        table->setFormat(format);
    }
}

} // namespace

HelpWindow::HelpWindow(QString commands)
    : m_commands(std::move(commands)), m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_text(new QTextBrowser(this)),
      m_back(iconButton("helpBack", QStringLiteral("chevron-left"), tr("Back"), tr("Alt+Left"), this)),
      m_forward(iconButton("helpForward", QStringLiteral("chevron-right"), tr("Forward"), tr("Alt+Right"), this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Help – Oriel"));
    setAttribute(Qt::WA_QuitOnClose, false); // it is no reason to stay
    setAutoFillBackground(true);
    resize(900, 660);
    setMinimumSize(560, 360);

    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::of().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setRole(m_search, "quiet");
    m_list->setObjectName(QStringLiteral("helpList"));
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(m_list, "bare");
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Text of the help"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(margin);
    setRole(m_text, "bare");

    auto* side = new QVBoxLayout;
    side->setContentsMargins(16, 16, 12, 12);
    side->setSpacing(8);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(4);
    steps->addWidget(m_back);
    steps->addWidget(m_forward);
    steps->addStretch(1);
    side->addLayout(steps);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    m_search->setFixedWidth(listWidth);
    m_list->setFixedWidth(listWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(hairline(Qt::Vertical, this));
    layout->addWidget(m_text, 1);

    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::updateList);
    const auto follow = [this](const QListWidgetItem* item) {
        if (item && item->data(topicRole).isValid())
            open(item->data(topicRole).toString());
    };
    connect(m_search, &QLineEdit::returnPressed, this, [this, follow] {
        if (!m_search->text().trimmed().isEmpty())
            follow(m_list->item(0)); // the best of what was found
    });
    connect(m_list, &QListWidget::itemClicked, this, follow);
    connect(m_list, &QListWidget::itemActivated, this, follow);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        const QString topic = url.path().isEmpty() ? m_shownPage : url.path().chopped(url.path().endsWith(QLatin1String(".md")) ? 3 : 0);
        open(url.hasFragment() ? topic + QLatin1Char('#') + url.fragment() : topic);
    });
    connect(&Theme::of(), &Theme::changed, this, [this] {
        m_shownPage.clear(); // its colours are those of before
        display(topic());
    });
    updateList();
}

QString HelpWindow::topic() const
{
    return m_at < 0 ? QString() : m_way[std::size_t(m_at)];
}

void HelpWindow::open(const QString& wanted)
{
    const QString topic = Help::of().has(wanted) ? wanted : Help::of().page(wanted) ? wanted.section(QLatin1Char('#'), 0, 0) : Help::of().pages().front().id;
    if (topic != this->topic()) {
        m_way.resize(std::size_t(m_at + 1));
        m_way.push_back(topic);
        m_at = std::ptrdiff_t(m_way.size()) - 1;
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show(); // before the text: its places depend on the width
    raise();
    activateWindow();
    display(topic);
    QMetaObject::invokeMethod(this, [this] { goToSection(this->topic().section(QLatin1Char('#'), 1)); }, Qt::QueuedConnection); // a window manager may have had another size in mind
}

void HelpWindow::step(int direction)
{
    const std::ptrdiff_t target = m_at + direction;
    if (target < 0 || target >= std::ptrdiff_t(m_way.size()))
        return;
    m_at = target;
    display(topic());
}

void HelpWindow::display(const QString& topic)
{
    if (topic.isEmpty())
        return;
    const QString pageId = topic.section(QLatin1Char('#'), 0, 0);
    if (pageId != m_shownPage)
        setText(pageId);
    goToSection(topic.section(QLatin1Char('#'), 1));
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < std::ptrdiff_t(m_way.size()));
    if (m_search->text().trimmed().isEmpty()) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->data(topicRole) == pageId)
                m_list->setCurrentRow(row);
        }
    }
}

void HelpWindow::setText(const QString& pageId)
{
    const HelpPage* page = Help::of().page(pageId);
    if (!page)
        return;
    m_shownPage = pageId;
    QTextDocument* document = m_text->document();
    document->setDefaultFont(Theme::of().font(TextRole::Body));
    document->setMarkdown(Help::whole(*page).replace(commandsMark, m_commands), QTextDocument::MarkdownDialectGitHub);
    dress(document);
}

/// To the heading of a section; without one to the top.
void HelpWindow::goToSection(const QString& id)
{
    const HelpSection* section = Help::of().section(m_shownPage + QLatin1Char('#') + id);
    m_text->verticalScrollBar()->setValue(0);
    for (QTextBlock block = m_text->document()->begin(); section && block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() != 2 || block.text() != section->title)
            continue;
        m_text->setTextCursor(QTextCursor(block)); // for the keys and screen readers
        const QRectF place = m_text->document()->documentLayout()->blockBoundingRect(block);
        m_text->verticalScrollBar()->setValue(int(place.top()) - 8);
        return;
    }
    m_text->moveCursor(QTextCursor::Start);
}

/// The pages, or what the words find.
void HelpWindow::updateList()
{
    m_list->clear();
    const QString words = m_search->text().trimmed();
    const auto add = [this](const QString& text, const QString& topic) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setSizeHint(QSize(0, rowHeight));
        item->setToolTip(plainTip(text));
        if (!topic.isEmpty())
            item->setData(topicRole, topic);
        else
            item->setFlags(Qt::NoItemFlags);
    };
    if (words.isEmpty()) {
        for (const HelpPage& page : Help::of().pages())
            add(page.title, page.id);
        display(topic()); // marks the page that is shown
        return;
    }
    for (const HelpHit& hit : Help::of().find(words))
        //: A place of the help: its heading, and the page it is on
        add(hit.title == hit.pageTitle ? hit.title : tr("%1 – %2").arg(hit.title, hit.pageTitle), hit.topic);
    if (m_list->count() == 0)
        add(tr("No text has these words."), {});
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->matches(QKeySequence::Find))
        m_search->setFocus();
    else if (isAlt && event->key() == Qt::Key_Left)
        step(-1);
    else if (isAlt && event->key() == Qt::Key_Right)
        step(1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
