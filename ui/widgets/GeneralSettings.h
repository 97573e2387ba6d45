#pragma once

#include "ui/widgets/SettingsPage.h"

class QCheckBox;
class QComboBox;

namespace ui {

/// Theme, language, and what happens at the start.
class GeneralSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit GeneralSettings(QWidget* parent = nullptr);

private:
    void showValues();

    QComboBox* m_theme;
    QComboBox* m_language;
    QCheckBox* m_reopen;
};

} // namespace ui
