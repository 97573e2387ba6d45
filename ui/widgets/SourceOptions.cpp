#include "ui/widgets/SourceOptions.h"

#include "core/project/Project.h"
#include "ui/Session.h"
#include "ui/support/ItemText.h"
#include "ui/support/KeyTip.h"
#include "ui/support/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QVBoxLayout* columnIn(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

/// A list takes the width that its place has, not that of its longest word.
QComboBox* list(const char* object, const QString& name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(object));
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

SourceOptions::SourceOptions(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_kind(list("predictSource", tr("Pictures from"), this)), m_stack(new QStackedWidget(this))
{
    m_kind->addItem(tr("Files and folders"), int(Kind::Files));
    m_kind->addItem(tr("This project"), int(Kind::Project));
    m_kind->addItem(tr("Film"), int(Kind::Film));
    m_kind->addItem(tr("Camera"), int(Kind::Camera));
    for (QWidget* page : {makeFiles(), makeProject(), makeFilm(), makeCamera()})
        m_stack->addWidget(page);
    auto* column = columnIn(this);
    column->addWidget(m_kind);
    column->addWidget(m_stack);
    connect(m_kind, &QComboBox::activated, this, [this] { show(Kind(m_kind->currentData().toInt())); });
    show(Kind::Files);
}

QWidget* SourceOptions::makeFiles()
{
    auto* page = new QWidget(this);
    m_files = new ElidedLabel(page);
    m_files->setObjectName(QStringLiteral("chosenFiles"));
    m_files->setElideMode(Qt::ElideMiddle);
    setRole(m_files, "caption");
    auto* files = new QPushButton(tr("Pictures…"), page);
    files->setObjectName(QStringLiteral("choosePictures"));
    auto* folder = new QPushButton(tr("Folder…"), page);
    folder->setObjectName(QStringLiteral("chooseFolder"));
    auto* paste = new QPushButton(tr("Paste"), page);
    paste->setObjectName(QStringLiteral("pastePicture"));
    paste->setToolTip(withKey(tr("The picture in the clipboard"), QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (QPushButton* button : {files, folder, paste})
        row->addWidget(button);
    auto* column = columnIn(page);
    column->addLayout(row);
    column->addWidget(m_files);
    column->addStretch(1);
    connect(files, &QPushButton::clicked, this, &SourceOptions::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &SourceOptions::chooseFolder);
    connect(paste, &QPushButton::clicked, this, &SourceOptions::paste);
    return page;
}

QWidget* SourceOptions::makeProject()
{
    auto* page = new QWidget(this);
    m_view = list("projectView", tr("View"), page);
    m_state = list("projectState", tr("State"), page);
    m_state->addItem(tr("Any state"));
    for (const core::ItemState state : {core::ItemState::Unseen, core::ItemState::Partly, core::ItemState::Annotated, core::ItemState::WithoutConcept})
        m_state->addItem(nameOf(state), int(state));
    m_split = list("projectSplit", tr("Split"), page);
    m_split->addItem(tr("Any split"));
    for (const core::Split split : {core::Split::Train, core::Split::Validation, core::Split::Test, core::Split::Unassigned})
        m_split->addItem(nameOf(split), int(split));
    auto* column = columnIn(page);
    for (QComboBox* box : {m_view, m_state, m_split}) {
        column->addWidget(box);
        connect(box, &QComboBox::activated, this, &SourceOptions::changed);
    }
    column->addStretch(1);
    return page;
}

QWidget* SourceOptions::makeFilm()
{
    auto* page = new QWidget(this);
    m_film = new ElidedLabel(page);
    m_film->setObjectName(QStringLiteral("chosenFilm"));
    m_film->setElideMode(Qt::ElideMiddle);
    setRole(m_film, "caption");
    auto* choose = new QPushButton(tr("Film…"), page);
    choose->setObjectName(QStringLiteral("chooseFilm"));
    m_rate = new QDoubleSpinBox(page);
    m_rate->setObjectName(QStringLiteral("framesPerSecond"));
    m_rate->setRange(0.1, 60);
    m_rate->setDecimals(1);
    m_rate->setValue(1);
    m_rate->setAccessibleName(tr("Pictures of a second"));
    auto* unit = new QLabel(tr("pictures of a second"), page);
    setRole(unit, "caption");
    m_every = new QCheckBox(tr("Every picture"), page);
    m_every->setObjectName(QStringLiteral("everyFrame"));
    auto* rate = new QHBoxLayout;
    rate->addWidget(m_rate);
    rate->addWidget(unit, 1);
    auto* column = columnIn(page);
    column->addWidget(choose);
    column->addWidget(m_film);
    column->addLayout(rate);
    column->addWidget(m_every);
    column->addStretch(1);
    connect(m_every, &QCheckBox::toggled, m_rate, &QWidget::setDisabled);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_session.ask().openFiles(this, tr("Film"), [this](const QStringList& paths) {
            m_films = paths;
            show(Kind::Film);
            Q_EMIT chosen();
        });
    });
    return page;
}

QWidget* SourceOptions::makeCamera()
{
    auto* page = new QWidget(this);
    m_camera = list("cameras", tr("Camera"), page);
    m_noCamera = new QLabel(page);
    m_noCamera->setObjectName(QStringLiteral("noCamera"));
    m_noCamera->setWordWrap(true);
    setRole(m_noCamera, "caption");
    m_noCamera->setText(tr("No camera is found. Plug one in, close other programs that use it, and allow Oriel to use it in the settings of the system (Linux: your user must be in the "
                           "group “video”). Then look again."));
    auto* again = new QPushButton(tr("Look again"), page);
    again->setObjectName(QStringLiteral("camerasAgain"));
    auto* column = columnIn(page);
    column->addWidget(m_camera);
    column->addWidget(m_noCamera);
    column->addWidget(again, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(again, &QPushButton::clicked, this, &SourceOptions::readCameras);
    return page;
}

void SourceOptions::readCameras()
{
    const QString chosen = m_camera->currentText();
    m_cameras = core::cameras();
    m_camera->clear();
    for (const auto& camera : m_cameras)
        m_camera->addItem(camera.name);
    m_camera->setCurrentIndex(std::max(0, m_camera->findText(chosen)));
    m_camera->setVisible(!m_cameras.empty());
    m_noCamera->setVisible(m_cameras.empty());
    Q_EMIT changed();
}

void SourceOptions::show(Kind kind)
{
    const Kind shown = kind == Kind::Pixels ? Kind::Files : kind; // a picture of the clipboard is one that was given
    m_kind->setCurrentIndex(m_kind->findData(int(shown)));
    m_stack->setCurrentIndex(m_kind->currentIndex());
    for (int i = 0; i < m_stack->count(); ++i) // as high as the page that is shown
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == m_stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    if (shown == Kind::Camera)
        readCameras();
    const auto nameOfAll = [](const QStringList& paths) { return paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("%Ln file(s) and folder(s)", nullptr, int(paths.size())); };
    m_files->setText(!m_pixels.isNull() ? m_pixelsName : m_paths.isEmpty() ? tr("or drop them on this page") : nameOfAll(m_paths));
    m_film->setText(m_films.isEmpty() ? tr("or drop it on this page") : nameOfAll(m_films));
    Q_EMIT changed();
}

void SourceOptions::reload(core::ViewId view)
{
    m_view->clear();
    for (const auto& one : m_session.project().views())
        m_view->addItem(Theme::of().icon(QLatin1String(iconOf(one.type))), one.name, one.id.value);
    m_view->setCurrentIndex(std::max(0, m_view->findData(view.value)));
}

core::PredictionPictures SourceOptions::pictures() const
{
    core::PredictionPictures pictures{.kind = Kind(m_kind->currentData().toInt()), .filter = {}, .camera = {}, .pixels = {}, .name = {}};
    switch (pictures.kind) {
    case Kind::Project:
        pictures.view = core::ViewId{m_view->currentData().toLongLong()};
        if (const QVariant state = m_state->currentData(); state.isValid())
            pictures.filter.state = core::ItemState(state.toInt());
        if (const QVariant split = m_split->currentData(); split.isValid())
            pictures.filter.split = core::Split(split.toInt());
        break;
    case Kind::Film:
        pictures.paths = m_films;
        pictures.framesPerSecond = m_every->isChecked() ? 0 : m_rate->value();
        break;
    case Kind::Camera:
        if (const int at = m_camera->currentIndex(); at >= 0 && size_t(at) < m_cameras.size())
            pictures.camera = m_cameras[size_t(at)];
        break;
    case Kind::Files:
    case Kind::Pixels:
        pictures.paths = m_paths;
        pictures.pixels = m_pixels;
        pictures.name = m_pixelsName;
        pictures.kind = m_pixels.isNull() ? Kind::Files : Kind::Pixels;
    }
    return pictures;
}

QString SourceOptions::missing() const
{
    switch (Kind(m_kind->currentData().toInt())) {
    case Kind::Project: return m_view->count() == 0 ? tr("This project has no view yet.") : QString();
    case Kind::Film: return m_films.isEmpty() ? tr("Choose a film first.") : QString();
    case Kind::Camera: return m_cameras.empty() ? tr("There is no camera.") : QString();
    case Kind::Files:
    case Kind::Pixels: break;
    }
    return m_paths.isEmpty() && m_pixels.isNull() ? tr("Choose pictures or a folder first, or drop them here.") : QString();
}

void SourceOptions::setPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    QStringList films, pictures;
    for (const QString& path : paths)
        (core::VideoFile::isVideoName(path) && QFileInfo(path).isFile() ? films : pictures) << path;
    pictures.sort();
    films.sort();
    if (pictures.isEmpty()) {
        m_films = films;
        show(Kind::Film);
    } else {
        m_paths = pictures;
        m_pixels = {};
        show(Kind::Files);
    }
    Q_EMIT chosen();
}

void SourceOptions::setPixels(const QImage& picture, const QString& name)
{
    m_pixels = picture.convertToFormat(QImage::Format_RGB888);
    m_pixelsName = name;
    m_paths.clear();
    show(Kind::Files);
    Q_EMIT chosen();
}

void SourceOptions::chooseFiles()
{
    m_session.ask().openFiles(this, tr("Predict"), [this](const QStringList& paths) { setPaths(paths); });
}

void SourceOptions::chooseFolder()
{
    m_session.ask().openFolder(this, tr("Predict"), [this](const QString& folder) { setPaths({folder}); });
}

void SourceOptions::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    QStringList paths;
    for (const QUrl& url : data ? data->urls() : QList<QUrl>()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) // files that were copied in a file manager
        setPaths(paths);
    else if (const QImage picture = QGuiApplication::clipboard()->image(); !picture.isNull())
        setPixels(picture, tr("Clipboard"));
    else
        Q_EMIT m_session.hintRequested(tr("There is no picture in the clipboard. Copy one, then paste it here."));
}

} // namespace ui
