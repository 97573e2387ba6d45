#pragma once

#include <QLabel>

namespace ui {

/// One line of plain text that gives way to what stands beside it: what does not fit is left out with "…", and the whole of it is in
/// the tooltip. A name of any length costs its neighbours nothing.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    /// `role`: of the type scale (Theme). `mode`: which part of the text may go.
    explicit ElidedLabel(const char* role, Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);

    /// `tip`: the tooltip where it says more than the text.
    void setLine(const QString& text, const QString& tip = {});
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace ui
