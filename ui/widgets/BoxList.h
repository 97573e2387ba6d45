#pragma once

#include <QListView>

namespace ui {

class BoxListModel;

/// The boxes beside the canvas: number, swatch, concept, corner. Its current row is the chosen box. Up and Down walk it; all
/// other keys are the page's.
class BoxList final : public QListView {
    Q_OBJECT
public:
    explicit BoxList(BoxListModel& model, QWidget* parent = nullptr);

    void setChosen(int row); // -1: none

Q_SIGNALS:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    bool m_silent = false;
};

} // namespace ui
