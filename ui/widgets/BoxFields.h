#pragma once

#include <QRectF>
#include <QSize>
#include <QWidget>

#include <array>
#include <optional>

class QDoubleSpinBox;

namespace ui {

/// x, y, width and height of the chosen box in px with one decimal. What is not typed anew stays unrounded.
class BoxFields final : public QWidget {
    Q_OBJECT
public:
    explicit BoxFields(QWidget* parent = nullptr);

    void setBox(std::optional<QRectF> box, const QSize& picture); // absent: nothing chosen
    void setEditable(bool editable);
    void beginEditing(); // F2: into the first field

Q_SIGNALS:
    void edited(const QRectF& box);
    void finished(); // Enter or Esc: the keys go back to the canvas

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Field { X, Y, Width, Height };
    void take(Field field, double value);

    std::array<QDoubleSpinBox*, 4> m_fields{};
    std::optional<QRectF> m_box;
    QSize m_picture;
    bool m_editable = true;
};

} // namespace ui
