#pragma once

#include "core/project/PredictionJob.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QToolButton;

namespace ui {

class AnswerListModel;
class ElidedLabel;
class PictureLoader;
struct LoadedPicture;

/// One answer, large: the picture with its boxes, and what was found in it as a list. Shows the newest picture of a film or a camera while
/// one is running, until a person goes to another one.
class AnswerView final : public QWidget {
    Q_OBJECT
public:
    explicit AnswerView(AnswerListModel& model, QWidget* parent = nullptr);
    ~AnswerView() override;

    /// An answer of the list by its row; -1: nothing.
    void showRow(int row);
    int row() const { return m_row; }
    void showLive(const core::LivePicture& picture);
    bool isLive() const { return m_isLive; }
    void setShows(bool below, bool labels);
    /// The words beside a picture of a camera are gone with it.
    void clear();

Q_SIGNALS:
    void stepRequested(int direction); // -1, 1

private:
    class Canvas;
    void showPixels(const QString& path, const std::shared_ptr<const LoadedPicture>& picture);
    void refresh();
    void fillList(const core::Prediction& prediction);
    void updateSteps();

    AnswerListModel& m_model;
    PictureLoader* m_loader;
    Canvas* m_canvas;
    ElidedLabel* m_name;
    QLabel* m_place;
    QLabel* m_pace;
    QListWidget* m_found;
    QToolButton* m_previous;
    QToolButton* m_next;
    QString m_wanted; // path of the picture that is read
    int m_row = -1;
    bool m_isLive = false;
    bool m_below = false;
};

} // namespace ui
