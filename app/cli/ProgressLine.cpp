#include "app/cli/ProgressLine.h"

#include "app/cli/Escaped.h"
#include "app/cli/Terminal.h"

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace cli {

namespace {

constexpr int barWidth = 30;
constexpr int drawInterval = 100; // ms

bool isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(fileno(Terminal::errors())) == 1;
#endif
}

} // namespace

ProgressLine::ProgressLine(bool isWanted)
    : m_isWanted(isWanted && isTerminal())
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(double share, const QString& text)
{
    if (!m_isWanted || (m_lastDrawn.isValid() && m_lastDrawn.elapsed() < drawInterval))
        return;
    m_lastDrawn.start();
    QString bar;
    if (share >= 0) {
        const int filled = int(std::clamp(share, 0.0, 1.0) * barWidth);
        bar = QStringLiteral("[%1%2] %3 %  ")
                  .arg(QString(filled, QLatin1Char('#')), QString(barWidth - filled, QLatin1Char('.')))
                  .arg(int(std::clamp(share, 0.0, 1.0) * 100), 3);
    }
    const auto line = (QStringLiteral("\r\x1b[K") + bar + escaped(text)).toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), Terminal::errors());
    std::fflush(Terminal::errors());
    m_isShown = true;
}

void ProgressLine::clear()
{
    if (!std::exchange(m_isShown, false))
        return;
    std::fputs("\r\x1b[K", Terminal::errors());
    std::fflush(Terminal::errors());
    m_lastDrawn.invalidate();
}

} // namespace cli
