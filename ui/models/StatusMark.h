#pragma once

#include "core/dataset/Model.h"

#include <QColor>
#include <QString>

class QPixmap;

namespace core {
struct LiveRun;
}

namespace ui {

/// How a version's state looks: always shape, word and colour together.
struct StatusMark {
    enum class Shape { Ring, Tick, Square, CircledCross, Cross, Waiting } shape = Shape::Waiting;
    QString text;   // "Ready", "Failed: …", "Epoch 7 of 20, about 12 min"
    QString detail; // for the tooltip: the whole sentence
};
/// `live`: the run of this version, when it is going on.
StatusMark statusOf(const core::VersionRecord& version, const core::LiveRun* live = nullptr);
QPixmap pixmapOf(StatusMark::Shape shape, int px, qreal ratio);
QColor colourOf(StatusMark::Shape shape);

} // namespace ui
