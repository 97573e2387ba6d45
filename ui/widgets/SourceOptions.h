#pragma once

#include "core/project/PredictionRun.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class ElidedLabel;
class Session;

/// Where the pictures of a prediction come from: files and folders, the project, a film, a camera, the clipboard.
class SourceOptions final : public QWidget {
    Q_OBJECT
public:
    explicit SourceOptions(Session& session, QWidget* parent = nullptr);

    void reload(core::ViewId view); // views of the project, cameras
    core::PredictionPictures pictures() const;
    /// Films among them make it a film; else they are pictures and folders.
    void setPaths(const QStringList& paths);
    void setPixels(const QImage& picture, const QString& name);
    void chooseFiles();
    void chooseFolder();
    void paste();
    QString missing() const; // why there is nothing to predict, a sentence; empty: there is

Q_SIGNALS:
    void chosen(); // pictures, by one act: to be predicted at once
    void changed();

private:
    using Kind = core::PredictionPictures::Kind;
    QWidget* makeFiles();
    QWidget* makeProject();
    QWidget* makeFilm();
    QWidget* makeCamera();
    void show(Kind kind);
    void readCameras();

    Session& m_session;
    QComboBox* m_kind;
    QStackedWidget* m_stack;
    ElidedLabel* m_files = nullptr;
    QComboBox* m_view = nullptr;
    QComboBox* m_state = nullptr;
    QComboBox* m_split = nullptr;
    ElidedLabel* m_film = nullptr;
    QDoubleSpinBox* m_rate = nullptr;
    QCheckBox* m_every = nullptr;
    QComboBox* m_camera = nullptr;
    QLabel* m_noCamera = nullptr;
    std::vector<core::CameraEntry> m_cameras;
    QStringList m_paths, m_films;
    QImage m_pixels;
    QString m_pixelsName;
};

} // namespace ui
