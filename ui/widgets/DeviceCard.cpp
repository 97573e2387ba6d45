#include "ui/widgets/DeviceCard.h"

#include "core/project/SelfTestJob.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

/// "8 cores · AVX2, AVX-512 · 16.4 GB" or "8.0 GB · driver 535.104.05, 525.60.13 or newer needed".
QString facts(const core::DeviceEntry& device)
{
    QStringList words;
    if (device.cores > 0)
        words << DeviceCard::tr("%Ln core(s)", nullptr, device.cores);
    if (!device.instructions.isEmpty())
        words << device.instructions.join(QStringLiteral(", "));
    if (device.memory > 0)
        words << DeviceCard::tr("%1 of memory", "size").arg(bytes(device.memory));
    if (!device.driver.isEmpty())
        words << (device.neededDriver.isEmpty() ? DeviceCard::tr("driver %1").arg(device.driver) : DeviceCard::tr("driver %1; %2 or newer is needed").arg(device.driver, device.neededDriver));
    return words.join(QStringLiteral("  ·  "));
}

} // namespace

DeviceCard::DeviceCard(const core::DeviceEntry& device, QWidget* parent)
    : Card(device.name, parent), m_device(device), m_result(new QLabel(this)), m_progress(new QProgressBar(this)), m_test(new QPushButton(tr("Self-test"), this))
{
    setObjectName(QStringLiteral("device ") + device.id);
    setValue(device.usable ? tr("usable") : tr("not usable"));
    setRole(valueLabel(), device.usable ? "ok" : "warning");
    if (const QString words = facts(device); !words.isEmpty()) {
        auto* line = new QLabel(words, this);
        setRole(line, "secondary");
        line->setWordWrap(true);
        content()->addWidget(line);
    }
    if (!device.usable) {
        auto* why = new QLabel(device.reason, this);
        why->setObjectName(QStringLiteral("deviceReason"));
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        content()->addWidget(why);
    }
    m_result->setObjectName(QStringLiteral("selfTestResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setText(tr("Some seconds: allocates, multiplies, learns one step, and compares."));
    setRole(m_result, "caption");
    m_progress->setAccessibleName(tr("Progress of the self-test"));
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_test->setObjectName(QStringLiteral("selfTest"));
    m_test->setAccessibleName(tr("Self-test of %1", "name of a device").arg(device.name));
    m_test->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_test, 0, Qt::AlignTop);
    row->addWidget(m_result, 1);
    content()->addWidget(m_progress);
    content()->addLayout(row);
    connect(m_test, &QPushButton::clicked, this, &DeviceCard::test);
}

DeviceCard::~DeviceCard() = default;

QString DeviceCard::words() const
{
    return QStringList{m_device.name, m_device.id, facts(m_device), m_device.reason, m_test->text()}.join(QLatin1Char(' '));
}

bool DeviceCard::isTesting() const
{
    return m_job && m_job->isRunning();
}

/// Starts the test, or ends the one that runs.
void DeviceCard::test()
{
    if (isTesting()) {
        m_job->cancel();
        m_test->setEnabled(false); // until it has ended
        return;
    }
    m_job = std::make_unique<core::SelfTestJob>();
    connect(m_job.get(), &core::Job::progressed, this, [this](const core::Progress& progress) {
        m_progress->setRange(0, int(progress.total));
        m_progress->setValue(int(progress.done));
        m_result->setText(tr("%1…", "a step of the self-test").arg(progress.step));
    });
    connect(m_job.get(), &core::SelfTestJob::tested, this, &DeviceCard::showReport);
    const auto end = [this] {
        m_progress->hide();
        m_test->setText(tr("Self-test"));
        m_test->setEnabled(true);
    };
    connect(m_job.get(), &core::Job::finished, this, end);
    connect(m_job.get(), &core::Job::failed, this, [this, end](const QString& sentence) {
        m_result->setText(sentence);
        setRole(m_result, "error");
        end();
    });
    m_progress->setRange(0, 0);
    m_progress->show();
    m_test->setText(tr("Cancel"));
    setRole(m_result, "caption");
    m_job->test(m_device.id);
}

void DeviceCard::showReport(const core::SelfTestReport& report)
{
    m_result->setText(report.sentence);
    setRole(m_result, report.isPassed ? "ok" : report.isCanceled ? "caption" : "error");
}

} // namespace ui
