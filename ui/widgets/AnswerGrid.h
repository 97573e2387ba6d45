#pragma once

#include "core/dataset/Example.h"
#include "core/pictures/Thumbnails.h"

#include <QListView>
#include <QTimer>

namespace ui {

class AnswerListModel;

/// The answers of a prediction as tiles: the picture with what was found in it, and its words. Pictures come as they are looked at; none
/// of them is kept on the disk.
class AnswerGrid final : public QListView {
    Q_OBJECT
public:
    explicit AnswerGrid(AnswerListModel& model, QWidget* parent = nullptr);
    ~AnswerGrid() override;

    void setShowsBelow(bool shows); // boxes that do not reach their threshold, pale

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Delegate;
    void askForPictures();

    AnswerListModel& m_model;
    core::Thumbnails m_thumbnails;
    Delegate* m_delegate;
    QTimer m_soon;
};

/// Draws what was found over a picture that lies in `place`; `size`: of the picture, px. What does not reach its threshold is pale.
void drawAnswer(QPainter& painter, const QRectF& place, const QSize& size, const core::Prediction& prediction, const AnswerListModel& model, bool names, bool below);

} // namespace ui
