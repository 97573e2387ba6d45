#pragma once

#include <QString>

namespace cli {

/// Text that says nothing to a terminal but its characters: control characters, escape codes, marks that turn the direction of
/// writing, line breaks and halves of characters become "\x1b", "\n", "\u{202e}". For one line.
QString escaped(const QString& text);
/// JSON whose strings hold no byte that a terminal obeys; still the same JSON.
QByteArray escapedJson(const QByteArray& json);

} // namespace cli
