#include "ui/widgets/DevicesSettings.h"

#include "core/training/Devices.h"
#include "ui/widgets/DeviceCard.h"

#include <QComboBox>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QThread>

#include <algorithm>

namespace ui {

DevicesSettings::DevicesSettings(QWidget* parent)
    : SettingsPage(tr("Devices"), QStringLiteral("settings#devices"), parent), m_device(new QComboBox(this)), m_memory(new QSpinBox(this)), m_threads(new QSpinBox(this))
{
    addDevices();
    addShares();
    showValues(core::machineShare());
    connect(m_device, &QComboBox::activated, this, &DevicesSettings::store);
    connect(m_memory, &QSpinBox::valueChanged, this, &DevicesSettings::store);
    connect(m_threads, &QSpinBox::valueChanged, this, &DevicesSettings::store);
}

void DevicesSettings::addDevices()
{
    m_device->setObjectName(QStringLiteral("preferredDevice"));
    m_device->addItem(tr("Auto"), QStringLiteral("auto"));
    auto* items = qobject_cast<QStandardItemModel*>(m_device->model());
    for (const auto& device : core::devices()) {
        auto* card = new DeviceCard(device, this);
        addBlock(card, [card] { return card->words(); });
        m_device->addItem(device.name, device.id);
        items->item(m_device->count() - 1)->setEnabled(device.usable);
        items->item(m_device->count() - 1)->setToolTip(device.reason);
    }
    const QString preferred = core::machineShare().device;
    if (m_device->findData(preferred) < 0) // it was taken out of the computer; it stays chosen for the day it is back
        m_device->addItem(tr("%1 (not here now)", "key of a device").arg(preferred), preferred);
}

void DevicesSettings::addShares()
{
    const core::MachineShare usual;
    for (QSpinBox* box : {m_memory, m_threads})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_memory->setObjectName(QStringLiteral("memoryCeiling"));
    m_memory->setRange(core::MachineShare::leastMemory, 100);
    m_memory->setSingleStep(5);
    m_memory->setSuffix(tr(" %"));
    m_threads->setObjectName(QStringLiteral("threadShare"));
    m_threads->setRange(0, std::max(1, QThread::idealThreadCount()));
    m_threads->setSpecialValueText(tr("All %1", "number of cores").arg(QThread::idealThreadCount()));

    addRow({tr("Preferred device"), m_device, QStringLiteral("settings#preferred-device"), [usual] { return core::machineShare().device == usual.device; },
            [this, usual] {
                m_device->setCurrentIndex(m_device->findData(usual.device));
                store();
            }});
    addRow({tr("Memory"), m_memory, QStringLiteral("settings#memory"), [usual] { return core::machineShare().memoryPercent == usual.memoryPercent; },
            [this, usual] { m_memory->setValue(usual.memoryPercent); }});
    addRow({tr("Threads"), m_threads, QStringLiteral("settings#threads"), [usual] { return core::machineShare().threads == usual.threads; },
            [this, usual] { m_threads->setValue(usual.threads); }});
}

void DevicesSettings::showValues(const core::MachineShare& share)
{
    m_isShowing = true;
    m_device->setCurrentIndex(std::max(0, m_device->findData(share.device)));
    m_memory->setValue(share.memoryPercent);
    m_threads->setValue(share.threads);
    m_isShowing = false;
    updateResets();
}

void DevicesSettings::store()
{
    if (m_isShowing)
        return;
    auto share = core::machineShare();
    share.device = m_device->currentData().toString();
    share.memoryPercent = m_memory->value();
    share.threads = m_threads->value();
    core::setMachineShare(share);
    core::storeMachineShare(share);
    updateResets();
}

} // namespace ui
