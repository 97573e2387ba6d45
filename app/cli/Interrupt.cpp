#include "app/cli/Interrupt.h"

#include <QTimer>

#include <atomic>
#include <csignal>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace cli::Interrupt {

namespace {

std::atomic_bool requested = false; // a signal handler may do little more than this
static_assert(std::atomic_bool::is_always_lock_free);

#ifdef Q_OS_WIN
BOOL WINAPI control(DWORD)
{
    return requested.exchange(true) ? FALSE : TRUE; // FALSE: the next handler, which ends the program
}
#else
extern "C" void handle(int signal)
{
    requested = true;
    std::signal(signal, SIG_DFL);
}
#endif

} // namespace

void install()
{
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(control, TRUE);
#else
    std::signal(SIGINT, handle);
    std::signal(SIGTERM, handle);
#endif
}

bool isRequested()
{
    return requested;
}

void whenRequested(QObject* context, std::function<void()> act)
{
    // Looking ten times a second is the one way that is the same on every system.
    auto* timer = new QTimer(context);
    QObject::connect(timer, &QTimer::timeout, context, [timer, act = std::move(act)] {
        if (!requested)
            return;
        timer->stop();
        act();
    });
    timer->start(100);
}

} // namespace cli::Interrupt
