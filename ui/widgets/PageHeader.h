#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ui {

class ElidedLabel;

/// The top of every page: its title, a caption beside it, actions on the right. Has no margins: the page has 24 (top 16).
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    void addAction(QWidget* widget); // from left to right, at the right edge; the main button last

private:
    ElidedLabel* m_title;
    ElidedLabel* m_caption;
    QHBoxLayout* m_actions;
};

} // namespace ui
