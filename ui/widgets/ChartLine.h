#pragma once

#include <QPointF>
#include <QString>

#include <vector>

namespace ui {

/// One curve of a chart. Its look follows from its part.
struct ChartLine {
    enum class Part { First, Second, Third, Faint, Raw }; // solid · dashed · dotted · plan · single batches
    QString name;              // written at its end; empty: no name
    std::vector<QPointF> points; // x in epochs, sorted; y in the chart's unit
    Part part = Part::First;
};

} // namespace ui
