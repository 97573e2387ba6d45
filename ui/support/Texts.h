#pragma once

#include <QCoreApplication>

namespace ui {

/// Where sentences live that belong to no class: Texts::tr("…"). One context for all of them, so that equal words are translated once.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

} // namespace ui
