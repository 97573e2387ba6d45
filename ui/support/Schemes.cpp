#include "ui/support/Schemes.h"

#include <cmath>
#include <initializer_list>

namespace ui {

namespace {

Tokens tokensFrom(const std::initializer_list<const char*>& colours, bool dark)
{
    Tokens tokens;
    QColor* const places[] = {&tokens.page, &tokens.rail, &tokens.card, &tokens.inset, &tokens.hover, &tokens.sel, &tokens.line,
                              &tokens.edge, &tokens.text, &tokens.text2, &tokens.text3, &tokens.accent, &tokens.onAccent, &tokens.ok,
                              &tokens.warn, &tokens.err, &tokens.canvas, &tokens.soft, &tokens.s1, &tokens.s2, &tokens.s3};
    Q_ASSERT(colours.size() == std::size(places));
    std::size_t place = 0;
    for (const char* colour : colours)
        *places[place++] = QColor(QLatin1String(colour));
    tokens.dark = dark;
    return tokens;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens tokensOf(Theme::Scheme scheme)
{
    switch (scheme) {
    case Theme::Scheme::Dark:
        return tokensFrom({"#17191B", "#111314", "#1D2022", "#24272A", "#2A2E31", "#17363E", "#2B2F32", "#767C82", "#E9EBEC", "#B2B7BB",
                           "#989EA3", "#5CC3D9", "#06242B", "#6CC48D", "#E5B25A", "#F28B82", "#0C0D0E", "#454A4E", "#5CC3D9", "#F0A35C", "#B8A1E3"}, true);
    case Theme::Scheme::HighContrast:
        return tokensFrom({"#000000", "#000000", "#000000", "#0A0A0A", "#2A2A2A", "#003A47", "#8C8C8C", "#FFFFFF", "#FFFFFF", "#FFFFFF",
                           "#D6D6D6", "#5CE1FF", "#000000", "#7CFFA6", "#FFD75E", "#FF9C94", "#000000", "#B4B4B4", "#5CE1FF", "#FFB25C", "#D3B8FF"}, true);
    case Theme::Scheme::System:
    case Theme::Scheme::Light:
        break;
    }
    return tokensFrom({"#FBFBF9", "#F3F3F0", "#FFFFFF", "#F5F5F2", "#ECECE8", "#DDECEF", "#E4E4DF", "#85868A", "#1B1D1F", "#54585C",
                       "#5F6367", "#0B6478", "#FFFFFF", "#1A6F3F", "#8F5A00", "#B3261E", "#E9E9E5", "#C3C3C1", "#0B6478", "#B4540A", "#6B4FA0"}, false);
}

QPalette paletteFrom(const Tokens& t)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.page}, {QPalette::Base, t.card}, {QPalette::AlternateBase, t.rail}, {QPalette::Button, t.card},
        {QPalette::WindowText, t.text}, {QPalette::Text, t.text}, {QPalette::ButtonText, t.text}, {QPalette::BrightText, t.text},
        {QPalette::PlaceholderText, t.text3}, {QPalette::Highlight, t.sel}, {QPalette::HighlightedText, t.text}, {QPalette::Link, t.accent},
        {QPalette::LinkVisited, t.accent}, {QPalette::ToolTipBase, t.text}, {QPalette::ToolTipText, t.page}, {QPalette::Light, t.card},
        {QPalette::Midlight, t.hover}, {QPalette::Mid, t.line}, {QPalette::Dark, t.edge}, {QPalette::Shadow, t.edge}};
    for (const auto& [role, colour] : roles)
        palette.setColor(role, colour);
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.text3);
    return palette;
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()), mix(under.blueF(), over.blueF()));
}

} // namespace ui
