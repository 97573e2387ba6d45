#pragma once

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QWidget;

namespace ui {

/// Open or begin a project in one act.
class StartPage final : public QFrame {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void refresh(); // reads the list of recent projects again
    void setDropHighlighted(bool highlighted);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void projectRequested(const QString& folder);
    void findRequested(const QString& missingFolder);

private:
    QFrame* makeDropArea();

    QFrame* m_drop;
    QLabel* m_recentTitle;
    QWidget* m_cards;
    QGridLayout* m_grid;
};

} // namespace ui
