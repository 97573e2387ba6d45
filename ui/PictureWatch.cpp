#include "ui/PictureWatch.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/PictureCheck.h"
#include "core/project/Project.h"

#include <QGuiApplication>
#include <QShortcut>
#include <QWidget>

namespace ui {

namespace {

constexpr qint64 restBetweenChecks = 10'000; // ms; changing windows back and forth does not read the disk each time

} // namespace

PictureWatch::PictureWatch(core::Project& project, core::Thumbnails& thumbnails, QWidget* window) : m_project(project)
{
    auto* refresh = new QShortcut(QKeySequence(Qt::Key_F5), window);
    connect(this, &QObject::destroyed, refresh, &QObject::deleteLater); // the window outlives the project
    connect(refresh, &QShortcut::activated, this, &PictureWatch::check);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &PictureWatch::stateChanged);
    connect(&project, &core::Project::changed, this, [this](const core::ChangeSet& change) {
        if (change.cause == core::ChangeSet::Cause::Import)
            check();
    });
    // What a thumbnail found is asked of the project again: only it knows whether the picture is still in it, and its content.
    connect(&thumbnails, &core::Thumbnails::differs, this, [this](core::ImageId image, core::Health health) {
        if (const auto record = m_project.image(image))
            m_project.notePicture(*record, health);
    });
    check();
}

void PictureWatch::stateChanged(Qt::ApplicationState state)
{
    if (state == Qt::ApplicationActive && m_sinceCheck.elapsed() > restBetweenChecks)
        check();
}

void PictureWatch::check()
{
    m_sinceCheck.restart();
    m_project.checkPictures();
}

} // namespace ui
