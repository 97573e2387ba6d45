#pragma once

#include <QElapsedTimer>
#include <QString>

namespace cli {

/// A progress bar on the last line of a terminal, drawn over itself. On stderr, so that stdout stays clean; nothing when stderr
/// is no terminal or the output is JSON.
class ProgressLine {
public:
    explicit ProgressLine(bool isWanted);
    ~ProgressLine(); // clears it

    /// `share` 0..1, or below 0 when it is not known. Drawn at most ten times a second.
    void show(double share, const QString& text);
    void clear();

private:
    bool m_isShown = false;
    bool m_isWanted;
    QElapsedTimer m_lastDrawn;
};

} // namespace cli
