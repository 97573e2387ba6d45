#pragma once

#include "ui/MainWindow.h"

#include <QAction>

namespace ui {

/// The commands of the menus that are switched on and off.
struct MainWindow::Actions {
    QAction* importData = nullptr;
    QAction* paste = nullptr;
    QAction* exportData = nullptr;
    QAction* exportModel = nullptr;
    QAction* backups = nullptr;
    QAction* close = nullptr;
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QList<QAction*> places;
    QAction* back = nullptr;
    QAction* forward = nullptr;
    QAction* inspector = nullptr;
    QAction* selectAll = nullptr;
    QAction* selectNone = nullptr;
    QAction* setSplit = nullptr;
    QAction* accept = nullptr;
    QAction* remove = nullptr;
    QAction* train = nullptr;
    QAction* stop = nullptr;
    QAction* focusView = nullptr;
};

} // namespace ui
