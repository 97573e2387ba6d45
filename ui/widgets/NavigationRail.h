#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QHash>

class QLabel;
class QVBoxLayout;

namespace ui {

/// One place of the rail: icon and word, or the icon alone while the rail is collapsed.
class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& text, const QString& icon, QWidget* parent = nullptr);
    void setBusy(bool busy); // a dot: work is running there
    QSize sizeHint() const override { return {56, 34}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    bool m_busy = false;
};

/// The navigation on the left, in headed sections.
class NavigationRail final : public QFrame {
    Q_OBJECT
public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addSection(const QString& title);
    RailButton* addPlace(int id, const QString& text, const QString& icon, const QString& toolTip);
    void finish(); // after the last place
    void setCurrent(int id);
    void setBusy(int id, bool busy);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void placeRequested(int id);

private:
    QVBoxLayout* m_layout;
    QList<QLabel*> m_titles;
    QHash<int, RailButton*> m_places;
    bool m_collapsed = false;
};

} // namespace ui
