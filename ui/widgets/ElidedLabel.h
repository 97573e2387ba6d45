#pragma once

#include <QLabel>

namespace ui {

/// One line of plain text that gives way: where there is no room it ends in "…", and the tooltip has all of it. For what a person or
/// a file named, which may be of any length; never wider than its layout allows.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);
    explicit ElidedLabel(QWidget* parent = nullptr) : ElidedLabel(QString(), parent) {}

    void setElideMode(Qt::TextElideMode mode); // of a path the middle goes, of all else the end
    bool isElided() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace ui
