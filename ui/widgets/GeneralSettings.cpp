#include "ui/widgets/GeneralSettings.h"

#include "ui/support/Help.h"
#include "ui/support/Settings.h"
#include "ui/support/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

namespace ui {

GeneralSettings::GeneralSettings(QWidget* parent)
    : SettingsPage(tr("General"), QStringLiteral("settings"), parent), m_theme(new QComboBox(this)), m_language(new QComboBox(this)), m_reopen(new QCheckBox(tr("Open the last project"), this))
{
    m_theme->setObjectName(QStringLiteral("themeSetting"));
    for (const auto& [scheme, words] : {std::pair(Theme::Scheme::System, tr("System")), std::pair(Theme::Scheme::Light, tr("Light")), std::pair(Theme::Scheme::Dark, tr("Dark")),
                                        std::pair(Theme::Scheme::HighContrast, tr("High contrast"))})
        m_theme->addItem(words, int(scheme));
    m_language->setObjectName(QStringLiteral("languageSetting"));
    m_language->addItem(tr("System"), QString());
    for (const QString& language : Help::languages()) {
        const QLocale locale(language);
        m_language->addItem(locale.nativeLanguageName().section(QLatin1Char(' '), -1), language); // "English" of "American English"
    }
    m_reopen->setObjectName(QStringLiteral("reopenSetting"));

    addRow({tr("Theme"), m_theme, QStringLiteral("settings#theme"), [] { return Theme::of().scheme() == Theme::Scheme::System; },
            [] { Theme::of().setScheme(Theme::Scheme::System); }});
    addRow({tr("Language"), m_language, QStringLiteral("settings#language"), [] { return Settings::language().isEmpty(); }, [this] { m_language->setCurrentIndex(0); }});
    addRow({tr("At the start"), m_reopen, QStringLiteral("settings#start"), [] { return Settings::reopensLastProject(); }, [this] { m_reopen->setChecked(true); }});
    showValues();
    connect(&Theme::of(), &Theme::changed, this, &GeneralSettings::showValues); // the menu sets it, too
    connect(m_theme, &QComboBox::activated, this, [this] { Theme::of().setScheme(Theme::Scheme(m_theme->currentData().toInt())); });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        Settings::setLanguage(m_language->currentData().toString());
        updateResets();
    });
    connect(m_reopen, &QCheckBox::toggled, this, [this](bool reopens) {
        Settings::setReopensLastProject(reopens);
        updateResets();
    });
}

void GeneralSettings::showValues()
{
    m_theme->setCurrentIndex(m_theme->findData(int(Theme::of().scheme())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(Settings::language())));
    m_reopen->setChecked(Settings::reopensLastProject());
    updateResets();
}

} // namespace ui
