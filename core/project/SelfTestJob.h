#pragma once

#include "core/base/Job.h"
#include "core/training/SelfTest.h"

namespace core {

/// The self-test of a device beside everything else. A training that runs meanwhile goes on; then both are slower.
class SelfTestJob final : public Job {
    Q_OBJECT
public:
    explicit SelfTestJob(QObject* parent = nullptr);

    /// `device`: a key of devices(). Some seconds; cancel() ends it within one.
    void test(const QString& device);

Q_SIGNALS:
    void tested(const core::SelfTestReport& report); // before finished(), also when it was cancelled
};

} // namespace core
