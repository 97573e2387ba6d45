#pragma once

#include <QLayout>

#include <vector>

namespace ui {

/// Lays widgets out like words: in lines from left to right, a new line where the width ends. So a row of fields needs no more width
/// than its widest one. Widgets that may grow (an Expanding policy) share what a line has left, up to their greatest width.
class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr) : QLayout(parent) {}
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr; }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; // all in one line
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Line {
        std::vector<QLayoutItem*> items;
        int width = 0, height = 0; // as wanted
    };
    std::vector<Line> linesFor(int width) const;
    static int wantedWidth(const QLayoutItem* item);

    std::vector<QLayoutItem*> m_items;
};

} // namespace ui
