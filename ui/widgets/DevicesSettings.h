#pragma once

#include "core/base/MachineShare.h"
#include "ui/widgets/SettingsPage.h"

class QComboBox;
class QSpinBox;

namespace ui {

/// Where networks are computed, and how much of the machine they may take.
class DevicesSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit DevicesSettings(QWidget* parent = nullptr);

private:
    void addDevices();
    void addShares();
    void showValues(const core::MachineShare& share);
    void store();

    QComboBox* m_device;
    QSpinBox* m_memory;
    QSpinBox* m_threads;
    bool m_isShowing = false;
};

} // namespace ui
