#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

/// The top of every page: its title, a caption beside it, actions on the right. Has no margins: the page has 24 (top 16).
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    void addAction(QWidget* widget); // from left to right, at the right edge; the main button last

private:
    QLabel* m_title;
    QLabel* m_caption;
    QHBoxLayout* m_actions;
};

} // namespace ui
