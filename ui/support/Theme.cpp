#include "ui/support/Theme.h"

#include "ui/support/Schemes.h"
#include "ui/support/SystemScheme.h"
#include "ui/support/TintedIcon.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QPixmapCache>
#include <QPointer>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QWidget>

#include <array>
#include <cmath>

static void initResources() { Q_INIT_RESOURCE(resources); } // a static library's resources are dropped unless asked for

namespace ui {

namespace {

QPointer<Theme> theTheme;
constexpr int baseSize = 13; // px; every other size is a multiple of it
const QString schemeKey = QStringLiteral("appearance/theme");

constexpr std::array<const char*, 4> schemeWords = {"system", "light", "dark", "high-contrast"};

Theme::Scheme storedScheme()
{
    const QString word = QSettings().value(schemeKey).toString();
    for (std::size_t i = 0; i < schemeWords.size(); ++i) {
        if (word == QLatin1String(schemeWords[i]))
            return static_cast<Theme::Scheme>(i);
    }
    return Theme::Scheme::System;
}

void loadFonts()
{
    for (const char* face : {"Regular", "Medium", "SemiBold"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/OrielSans-%1.otf").arg(QLatin1String(face)));
}

/// A sheet names images by file: they are drawn here in the scheme's colours, each with its twin for double pixels.
QString writeSheetImages(const Tokens& tokens)
{
    static const QTemporaryDir root; // gone with the program
    static int generation = 0;       // a new name for each scheme, because Qt caches by name
    const QString folder = root.filePath(QString::number(++generation));
    QDir().mkpath(folder);
    const auto write = [&](const char* file, const QString& icon, const QColor& colour, int px, bool flipped) {
        for (int ratio : {1, 2}) {
            QImage image = tintedPixmap(icon, colour, px, ratio).toImage();
            if (flipped)
                image = image.mirrored(false, true);
            image.save(QStringLiteral("%1/%2%3.png").arg(folder, QLatin1String(file), ratio == 2 ? QStringLiteral("@2x") : QString()));
        }
    };
    write("arrow", QStringLiteral("chevron-down"), tokens.text2, 12, false);
    write("up", QStringLiteral("chevron-down"), tokens.text2, 12, true);
    write("tick", QStringLiteral("check"), tokens.onAccent, 14, false);
    write("check", QStringLiteral("check"), tokens.accent, 14, false);
    return folder;
}

/// The token that `colour` is at this moment, so that an icon follows it into another scheme.
QColor Tokens::* tokenOf(const QColor& colour, const Tokens& tokens)
{
    for (QColor Tokens::* token : {&Tokens::text, &Tokens::text2, &Tokens::text3, &Tokens::accent, &Tokens::onAccent, &Tokens::ok, &Tokens::warn, &Tokens::err}) {
        if (tokens.*token == colour)
            return token;
    }
    return nullptr;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    initResources();
    theTheme = this;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    loadFonts();
    m_scheme = storedScheme();
    auto* system = new SystemScheme(this);
    system->setObjectName(QStringLiteral("systemScheme"));
    connect(system, &SystemScheme::changed, this, [this] {
        if (m_scheme == Scheme::System)
            apply();
    });
    apply();
}

Theme& Theme::of()
{
    if (!theTheme)
        new Theme(QApplication::instance());
    return *theTheme;
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    QSettings().setValue(schemeKey, QLatin1String(schemeWords[static_cast<std::size_t>(scheme)]));
    apply();
}

void Theme::apply()
{
    Scheme scheme = m_scheme;
    if (scheme == Scheme::System)
        scheme = findChild<SystemScheme*>()->isDark() ? Scheme::Dark : Scheme::Light;
    m_tokens = tokensOf(scheme);
    QPixmapCache::clear();
    QApplication::setFont(font(TextRole::Body));
    QApplication::setPalette(paletteFrom(m_tokens)); // palette first, sheet second: the sheet resolves against it
    qApp->setStyleSheet(sheetFrom(m_tokens, baseSize, writeSheetImages(m_tokens)));
    Q_EMIT changed();
}

QFont Theme::font(TextRole role) const
{
    struct Face {
        double px;
        QFont::Weight weight;
    };
    const auto face = [role]() -> Face {
        switch (role) {
        case TextRole::Number: return {22, QFont::DemiBold};
        case TextRole::Title: return {20, QFont::DemiBold};
        case TextRole::Head: return {13, QFont::DemiBold};
        case TextRole::Caption: return {12, QFont::Normal};
        case TextRole::Over: return {11, QFont::DemiBold};
        case TextRole::Axis: return {11, QFont::Normal};
        case TextRole::Body: break;
        }
        return {13, QFont::Normal};
    }();
    QFont font(QStringLiteral("Oriel Sans"));
    font.setPixelSize(static_cast<int>(std::lround(baseSize * face.px / 13)));
    font.setWeight(face.weight);
    if (role == TextRole::Over) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        font.setCapitalization(QFont::AllUppercase);
    }
    return font;
}

QIcon Theme::icon(const QString& name, const QColor& colour) const
{
    const auto token = colour.isValid() ? tokenOf(colour, m_tokens) : &Tokens::text2;
    const auto tint = [token, colour](QIcon::Mode mode) {
        const Tokens& tokens = Theme::of().tokens();
        if (mode == QIcon::Disabled)
            return tokens.text3;
        return token ? tokens.*token : colour;
    };
    return QIcon(new TintedIconEngine(name, tint));
}

QPixmap Theme::pixmap(const QString& name, const QColor& colour, int px, qreal ratio) const
{
    return tintedPixmap(name, colour, px, ratio);
}

void setButtonIcon(QAbstractButton* button, const QString& name, const QColor& colour)
{
    button->setIcon(Theme::of().icon(name, colour));
    button->setIconSize(QSize(20, 16)); // the style leaves 4 px; the engine draws the glyph at the left of its room
}

void setRole(QWidget* widget, const char* role)
{
    const QString word = QLatin1String(role);
    widget->setProperty("role", word);
    if (word == QLatin1String("over"))
        widget->setFont(Theme::of().font(TextRole::Over)); // the sheet cannot space letters
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace ui
