#include "ui/support/ConceptKeys.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QString>

namespace ui {

namespace {

const QLatin1String keys("1234567890GIJLOQ");

/// 0..9 for the top row from left to right, by the keyboard's own numbering.
std::optional<int> topRowPlace(const QKeyEvent& event)
{
    const QString platform = QGuiApplication::platformName();
    const int code = static_cast<int>(event.nativeScanCode());
    int first = 0;
    if (platform == QLatin1String("xcb") || platform == QLatin1String("wayland"))
        first = 10;
    else if (platform == QLatin1String("windows"))
        first = 2;
    if (first == 0 || code < first || code >= first + 10)
        return {};
    return code - first;
}

} // namespace

std::optional<int> conceptPlaceOf(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    if (const std::optional<int> place = topRowPlace(event))
        return place;
    if (event.key() < Qt::Key_0 || event.key() > Qt::Key_Z)
        return {};
    const int place = static_cast<int>(QString(keys).indexOf(QChar(event.key())));
    return place < 0 ? std::nullopt : std::optional<int>(place);
}

QString conceptKeyName(int place)
{
    return place >= 0 && place < keys.size() ? QString(QChar(keys[place])) : QString();
}

} // namespace ui
