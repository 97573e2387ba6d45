#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace core {
class Project;
class Thumbnails;
}

namespace ui {

/// Sees to it that the open project knows how the files of its pictures are: it has them checked when the project was opened, after an
/// import, when the person comes back from another program (where files are moved and drives are plugged in), and at F5.
class PictureWatch final : public QObject {
    Q_OBJECT
public:
    /// Lives no longer than any of the three. F5 works while `window` is the active one.
    PictureWatch(core::Project& project, core::Thumbnails& thumbnails, QWidget* window);

private:
    void stateChanged(Qt::ApplicationState state);
    void check();

    core::Project& m_project;
    QElapsedTimer m_sinceCheck;
};

} // namespace ui
