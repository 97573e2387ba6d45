#include "core/project/SelfTestJob.h"

namespace core {

SelfTestJob::SelfTestJob(QObject* parent) : Job(parent)
{
    qRegisterMetaType<SelfTestReport>();
}

void SelfTestJob::test(const QString& device)
{
    start([this, device] {
        const auto tell = [this](const QString& step, int done, int total) { report({.step = step, .done = done, .total = total}); };
        const auto result = selfTest(device, {.stepChanged = tell, .isCanceled = [this] { return isCanceled(); }});
        post([this, result] { Q_EMIT tested(result); });
    });
}

} // namespace core
