#pragma once

#include "core/project/LiveRun.h"
#include "ui/widgets/FactList.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace ui {

/// What is left of a run and what it has reached, in large, and its facts below: the side of the Training page.
class RunPanel final : public QFrame {
    Q_OBJECT
public:
    explicit RunPanel(QWidget* parent = nullptr);

    /// Of a run that has ended: what its live values do not hold.
    struct Ended {
        double seconds = 0;
        QString device;
    };
    void showRun(const core::LiveRun& run, const std::optional<Ended>& ended);
    /// The same in one line, for windows that have no room for this panel.
    QString summary() const { return m_summary; }

    static bool isGoing(const core::LiveRun& run); // or waits to

private:
    static std::vector<FactList::Fact> factsOf(const core::LiveRun& run, const std::optional<Ended>& ended);
    void showTime(const core::LiveRun& run, const std::optional<Ended>& ended);

    QLabel* m_heading;
    QLabel* m_left;
    QLabel* m_leftCaption;
    QLabel* m_best;
    QLabel* m_bestCaption;
    FactList* m_facts;
    QString m_summary;
};

} // namespace ui
