#pragma once

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

class QStackedWidget;

namespace ui {

/// The places a person can be.
enum class Place { Start, Images, Annotate, Views, Library, Training, Version, Predict };

/// Where the window is: the pages of the open project, each made when it is first shown, and the way that led here. A page that
/// cannot be made has its sentence in its place, with a button that tries again; the other pages are as they were.
class Navigation final : public QObject {
    Q_OBJECT
public:
    using Make = std::function<QWidget*(Place)>; // may throw

    /// `start`: the page that stands while no project is open; it stays.
    Navigation(QStackedWidget* stack, QWidget* start, Make make, QObject* parent = nullptr);

    Place place() const { return m_place; }
    QWidget* current() const;
    QWidget* pageFor(Place place);           // made if it is not there yet
    QWidget* madePage(Place place) const;    // null: not made yet, or not possible

    void goTo(Place place);
    void step(int direction); // back (-1) or forward (1) on the way; nothing at its ends
    bool canStep(int direction) const;
    void leave();             // to Start: the pages go, and the way is forgotten

Q_SIGNALS:
    void moved(ui::Place place);

private:
    QWidget* standIn(Place place, const QString& sentence);
    void display(Place place);

    QStackedWidget* m_stack;
    QWidget* m_start;
    Make m_make;
    QHash<int, QWidget*> m_pages;
    QHash<int, QWidget*> m_standIns;
    std::vector<Place> m_way;
    std::ptrdiff_t m_at = 0;
    Place m_place = Place::Start;
};

} // namespace ui
