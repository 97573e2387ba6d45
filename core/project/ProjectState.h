#pragma once

#include "core/project/Project.h"
#include "core/project/WriterThread.h"
#include "core/storage/Database.h"

#include <QLockFile>
#include <QStringList>

#include <memory>

namespace core {

/// The insides of Project, shared by its source files.
struct Project::State {
    QString folder;
    QString name;
    Access access = Access::Write;
    QStringList notes;
    std::unique_ptr<QLockFile> lock;      // released last
    std::unique_ptr<WriterThread> writer; // none when read only
    std::unique_ptr<Database> database;   // for reading, on the project's own thread
};

} // namespace core
