#pragma once

#include <functional>

class QObject;

namespace cli {

/// Ctrl+C (and a polite request to end) asks the command to stop and keep what it has; a second one ends the program at once.
namespace Interrupt {

void install();
bool isRequested();
/// Calls `act` once on this thread's event loop after Ctrl+C, for as long as `context` lives.
void whenRequested(QObject* context, std::function<void()> act);

} // namespace Interrupt

} // namespace cli
