#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

class QAbstractButton;

namespace ui {

/// Every colour of the studio, by its use.
struct Tokens {
    QColor page, rail, card, inset, hover, sel, line, edge, text, text2, text3, accent, onAccent, ok, warn, err, canvas, soft, s1, s2, s3;
    bool dark = false;
};

/// The roles a text can have, by size and weight.
enum class TextRole { Number, Title, Head, Body, Caption, Over, Axis };

/// The look of the whole program: palette, style sheet, fonts, icons. One object, made by the application, asked by everyone.
/// A change of scheme emits changed() once, after palette and sheet; painted widgets update() then.
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Scheme { System, Light, Dark, HighContrast };

    explicit Theme(QObject* parent = nullptr); // loads fonts, applies the stored scheme, follows the system
    static Theme& of(); // the application's theme; exists from main() on, and in tests from the first call on

    const Tokens& tokens() const { return m_tokens; }
    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme); // stored in Settings

    QFont font(TextRole role) const;
    /// A picture of resources/icons/<name>.svg in a token's colour, crisp at every pixel ratio.
    QIcon icon(const QString& name, const QColor& colour = {}) const; // default: text2
    QPixmap pixmap(const QString& name, const QColor& colour, int px, qreal ratio) const;

    /// Concept palette, by ConceptRecord::colour (repeats after 16): fill, text on it, and a 12 px patterned swatch.
    static QColor conceptColour(int index);
    static QColor conceptTextColour(int index);
    QPixmap swatch(int index, int px, qreal ratio) const;
    /// A brush with the concept's pattern (plain, rising lines, dots …) over its colour.
    static QBrush conceptBrush(int index);

Q_SIGNALS:
    void changed();

private:
    void apply();
    Tokens m_tokens;
    Scheme m_scheme = Scheme::System;
};

/// An icon of 16 px before the words of a button, 8 px apart.
void setButtonIcon(QAbstractButton* button, const QString& name, const QColor& colour = {});

/// Gives a widget a role the style sheet knows ("primary", "ghost", "link", "card", "segment", "title", "caption", "over", "number", "head") and re-polishes it.
void setRole(QWidget* widget, const char* role);

} // namespace ui
