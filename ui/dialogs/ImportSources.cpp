#include "ui/dialogs/ImportSources.h"

#include "core/pictures/VideoFile.h"
#include "ui/support/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QStringList localPaths(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// Says what belongs into it while it is empty.
class SourceList final : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QListWidget::paintEvent(event);
        if (count() > 0)
            return;
        QPainter painter(viewport());
        painter.setPen(Theme::of().tokens().text2);
        painter.drawText(viewport()->rect(), int(Qt::AlignCenter), ImportSources::tr("Drop pictures, folders, archives or annotation files here."));
    }
};

} // namespace

ImportSources::ImportSources(const Ask& ask, QWidget* parent) : QWidget(parent), m_ask(ask), m_list(new SourceList(this)), m_problem(new QLabel(this))
{
    setAcceptDrops(true);
    auto* title = new QLabel(tr("What do you want to import?"), this);
    setRole(title, "title");
    auto* hint = new QLabel(tr("Pictures, folders, films, zip archives or annotation files: a folder for each class, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON lines or VIA. Archives and frames of films go into the project; other pictures stay where they are, unless they are to be copied. "
                               "Nothing is written before you have seen what will happen."), this);
    hint->setWordWrap(true);
    setRole(hint, "secondary");
    m_list->setObjectName(QStringLiteral("sources"));
    m_list->setAccessibleName(tr("Sources"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    setRole(m_list, "card");
    m_problem->setObjectName(QStringLiteral("importProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    setRole(m_problem, "error");
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(makeButtons());
    layout->addWidget(m_list, 1);
    layout->addLayout(makeOptions());
    layout->addWidget(m_problem);
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    setTabOrder(m_clear, m_list); // in the order of reading
    auto* removeKey = new QShortcut(QKeySequence(QKeySequence::Delete), m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &ImportSources::removeChosen);
    fill(false);
}

QLayout* ImportSources::makeButtons()
{
    auto* files = new QPushButton(tr("Add files…"), this);
    auto* folder = new QPushButton(tr("Add folder…"), this);
    m_remove = new QPushButton(tr("Remove from list"), this);
    m_remove->setObjectName(QStringLiteral("removeSource"));
    m_remove->setToolTip(tr("The selected sources (Delete)"));
    m_clear = new QPushButton(tr("Clear list"), this);
    m_clear->setObjectName(QStringLiteral("clearSources"));
    setRole(m_remove, "ghost");
    setRole(m_clear, "ghost");
    setFocusProxy(files); // while there is nothing to go on with
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(files);
    row->addWidget(folder);
    row->addStretch(1);
    row->addWidget(m_remove);
    row->addWidget(m_clear);
    connect(files, &QPushButton::clicked, this, [this] {
        m_ask.openFiles(this, tr("Pictures or annotation files"), [this](const QStringList& paths) { add(paths); });
    });
    connect(folder, &QPushButton::clicked, this, [this] {
        m_ask.openFolder(this, tr("Folder to import"), [this](const QString& path) { add({path}); });
    });
    connect(m_remove, &QPushButton::clicked, this, &ImportSources::removeChosen);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_paths.clear();
        fill(false);
    });
    return row;
}

QLayout* ImportSources::makeOptions()
{
    m_copies = new QCheckBox(tr("Copy the pictures into the project"), this);
    m_copies->setObjectName(QStringLiteral("copiesPictures"));
    m_copies->setToolTip(tr("For pictures on a camera, a stick, or another place that does not stay. Those of archives and films are always copied."));
    m_films = new QWidget(this);
    m_films->setObjectName(QStringLiteral("filmOptions"));
    auto* title = new QLabel(tr("&Frames of a film"), m_films);
    m_frames = new QComboBox(m_films);
    m_frames->setObjectName(QStringLiteral("filmFrames"));
    for (const double perSecond : {0.1, 0.5, 1.0, 2.0, 5.0, 10.0})
        m_frames->addItem(tr("%1 a second").arg(QLocale().toString(perSecond)), perSecond);
    m_frames->addItem(tr("Each one"), 0.0);
    m_frames->setCurrentIndex(2);
    title->setBuddy(m_frames);
    m_skips = new QCheckBox(tr("Skip frames that show the same"), m_films);
    m_skips->setObjectName(QStringLiteral("skipsSame"));
    m_skips->setChecked(true);
    auto* films = new QHBoxLayout(m_films);
    films->setContentsMargins(0, 0, 0, 0);
    films->setSpacing(8);
    films->addWidget(title);
    films->addWidget(m_frames);
    films->addSpacing(8);
    films->addWidget(m_skips);
    films->addStretch(1);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(8);
    rows->addWidget(m_copies);
    rows->addWidget(m_films);
    return rows;
}

void ImportSources::copyPictures() { m_copies->setChecked(true); }

void ImportSources::takeInto(core::SourceOptions& options) const
{
    options.copies = m_copies->isChecked();
    options.frames = {m_frames->currentData().toDouble(), m_skips->isChecked()};
}

void ImportSources::add(const QStringList& paths)
{
    m_paths += paths;
    m_paths.removeDuplicates();
    fill(true);
}

void ImportSources::removeChosen()
{
    const int row = m_list->currentRow();
    for (const QListWidgetItem* item : m_list->selectedItems())
        m_paths.removeAll(QDir::fromNativeSeparators(item->text()));
    fill(false);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1)); // the one that came in its place
}

void ImportSources::sayProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ImportSources::fill(bool isMore)
{
    sayProblem({});
    m_list->clear();
    for (const QString& path : m_paths)
        m_list->addItem(QDir::toNativeSeparators(path));
    m_remove->setEnabled(false);
    m_clear->setEnabled(!m_paths.isEmpty());
    m_films->setVisible(std::ranges::any_of(m_paths, core::VideoFile::isVideoName));
    Q_EMIT changed(isMore);
}

void ImportSources::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportSources::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    add(localPaths(event->mimeData()));
}

} // namespace ui
