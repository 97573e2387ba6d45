#pragma once

#include "core/training/Devices.h"
#include "core/training/SelfTest.h"
#include "ui/widgets/Card.h"

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace core {
class SelfTestJob;
}

namespace ui {

/// A processor or graphics card: what it is, whether networks can be computed on it or why not, and its self-test.
class DeviceCard final : public Card {
    Q_OBJECT
public:
    explicit DeviceCard(const core::DeviceEntry& device, QWidget* parent = nullptr);
    ~DeviceCard() override; // cancels a test and waits for it

    QString words() const; // all that it says, for the search
    bool isTesting() const;

private:
    void test();
    void showReport(const core::SelfTestReport& report);

    const core::DeviceEntry m_device;
    QLabel* m_result;
    QProgressBar* m_progress;
    QPushButton* m_test;
    std::unique_ptr<core::SelfTestJob> m_job;
};

} // namespace ui
