#include "ui/support/Schemes.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

QString sizeWord(int base, double factor)
{
    return QStringLiteral("%1px").arg(std::lround(base * factor));
}

QString sheetTemplate()
{
    QFile file(QStringLiteral(":/studio.qss"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString sheetFrom(const Tokens& t, int base, const QString& imageFolder)
{
    std::vector<std::pair<QString, QString>> words = {
        {QStringLiteral("@images"), imageFolder},
        {QStringLiteral("@fontTitle"), sizeWord(base, 20.0 / 13)},
        {QStringLiteral("@fontNumber"), sizeWord(base, 22.0 / 13)},
        {QStringLiteral("@fontCaption"), sizeWord(base, 12.0 / 13)},
        {QStringLiteral("@fontSmall"), sizeWord(base, 11.0 / 13)},
        {QStringLiteral("@accentHover"), mixed(t.accent, t.dark ? QColor(Qt::white) : QColor(Qt::black), 0.14).name()},
        {QStringLiteral("@focusOnAccent"), t.text.name()},
    };
    const std::pair<const char*, QColor> colours[] = {
        {"@page", t.page}, {"@rail", t.rail}, {"@card", t.card}, {"@inset", t.inset}, {"@hover", t.hover}, {"@sel", t.sel}, {"@line", t.line},
        {"@edge", t.edge}, {"@text", t.text}, {"@text2", t.text2}, {"@text3", t.text3}, {"@accent", t.accent}, {"@onAccent", t.onAccent},
        {"@ok", t.ok}, {"@warn", t.warn}, {"@err", t.err}, {"@soft", t.soft}};
    for (const auto& [word, colour] : colours)
        words.emplace_back(QLatin1String(word), colour.name());
    // Longer words first: "@text" is also the beginning of "@text2".
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    QString sheet = sheetTemplate();
    for (const auto& [word, value] : words)
        sheet.replace(word, value);
    return sheet;
}

} // namespace ui
