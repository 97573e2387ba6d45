#pragma once

#include <QLockFile>
#include <QString>

namespace core {

/// The file `lock` in a project folder: held by the one program that writes to it. It names process, program and host, then user and the
/// file itself, so that the lock which a copy of an open project carries along is known as no lock. A lock whose holder is gone, and one
/// that cannot be read, is taken over.
class ProjectLock {
public:
    /// Takes it. Throws Error that says who holds it, or that the folder cannot be written to. `name`: of the project, for the sentence.
    ProjectLock(const QString& folder, const QString& name);
    ~ProjectLock() = default; // lets go of it and removes the file
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;

    /// Whether a living program holds the lock of this folder now. Changes nothing.
    static bool isHeld(const QString& folder);

private:
    QLockFile m_file;
};

} // namespace core
