#include "app/cli/Escaped.h"

#include <QList>

#include <algorithm>

namespace cli {

namespace {

bool isObeyed(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns the direction of writing, joins, hides
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString codeOf(char32_t point)
{
    switch (point) {
    case U'\n': return QStringLiteral("\\n");
    case U'\r': return QStringLiteral("\\r");
    case U'\t': return QStringLiteral("\\t");
    default:
        return point < 0x100 ? QStringLiteral("\\x%1").arg(uint(point), 2, 16, QLatin1Char('0')) : QStringLiteral("\\u{%1}").arg(uint(point), 0, 16);
    }
}

} // namespace

QString escaped(const QString& text)
{
    const auto points = text.toUcs4();
    if (std::ranges::none_of(points, [](uint point) { return isObeyed(point); }))
        return text;
    QString safe;
    for (const uint point : points) {
        const char32_t character = point;
        safe += isObeyed(character) ? codeOf(character) : QString::fromUcs4(&character, 1);
    }
    return safe;
}

QByteArray escapedJson(const QByteArray& json)
{
    QString safe;
    bool isChanged = false;
    const auto text = QString::fromUtf8(json);
    for (const auto character : text) {
        const auto code = character.unicode();
        const bool isOwnLineBreak = code == u'\n';
        if (!isOwnLineBreak && isObeyed(code) && !character.isSurrogate()) {
            safe += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
            isChanged = true;
        } else {
            safe += character;
        }
    }
    return isChanged ? safe.toUtf8() : json;
}

} // namespace cli
