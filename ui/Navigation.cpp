#include "ui/Navigation.h"

#include "ui/support/Attempt.h"
#include "ui/widgets/EmptyState.h"

#include <QStackedWidget>

namespace ui {

Navigation::Navigation(QStackedWidget* stack, QWidget* start, Make make, QObject* parent)
    : QObject(parent), m_stack(stack), m_start(start), m_make(std::move(make))
{
    m_stack->addWidget(m_start);
}

QWidget* Navigation::current() const
{
    return m_stack->currentWidget();
}

QWidget* Navigation::madePage(Place place) const
{
    return m_pages.value(int(place));
}

QWidget* Navigation::pageFor(Place place)
{
    if (QWidget* made = madePage(place))
        return made;
    QWidget* page = nullptr;
    const std::optional<QString> failure = failureOf(QStringLiteral("page"), [&] { page = m_make(place); });
    if (failure)
        return standIn(place, *failure);
    if (QWidget* before = m_standIns.take(int(place)))
        before->deleteLater(); // its own button may have led here
    m_pages.insert(int(place), page);
    m_stack->addWidget(page);
    return page;
}

QWidget* Navigation::standIn(Place place, const QString& sentence)
{
    auto* page = static_cast<EmptyState*>(m_standIns.value(int(place)));
    if (!page) {
        page = new EmptyState(sentence, tr("Try again"), m_stack);
        page->setObjectName(QStringLiteral("failedPage"));
        connect(page, &EmptyState::activated, this, [this, place] { display(place); });
        m_standIns.insert(int(place), page);
        m_stack->addWidget(page);
    }
    page->setSentence(sentence);
    return page;
}

void Navigation::goTo(Place place)
{
    if (m_way.empty() || m_way[std::size_t(m_at)] != place) {
        m_way.resize(m_way.empty() ? 0 : std::size_t(m_at) + 1);
        m_way.push_back(place);
        m_at = std::ptrdiff_t(m_way.size()) - 1;
    }
    display(place);
}

bool Navigation::canStep(int direction) const
{
    const std::ptrdiff_t target = m_at + direction;
    return target >= 0 && target < std::ptrdiff_t(m_way.size());
}

void Navigation::step(int direction)
{
    if (!canStep(direction))
        return;
    m_at += direction;
    display(m_way[std::size_t(m_at)]);
}

void Navigation::display(Place place)
{
    m_place = place;
    m_stack->setCurrentWidget(place == Place::Start ? m_start : pageFor(place));
    Q_EMIT moved(place);
}

void Navigation::leave()
{
    m_stack->setCurrentWidget(m_start);
    for (const auto& pages : {std::exchange(m_pages, {}), std::exchange(m_standIns, {})}) {
        for (QWidget* page : pages)
            delete page; // at once: they stand on the session that ends next
    }
    m_way.clear();
    m_at = 0;
    m_place = Place::Start;
    Q_EMIT moved(m_place);
}

} // namespace ui
