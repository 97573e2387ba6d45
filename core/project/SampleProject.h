#pragma once

#include <QString>

#include <memory>

namespace core {

class Project;

/// Where the sample's pictures lie: the environment's ORIEL_SAMPLE, among what comes with the program, or the source tree
/// of a development build. Empty: none of them is there.
QString sampleFolder();

/// Makes a project of the sample at `folder`, with its pictures copied into it and two views, "Cells" (detection) and "Slides"
/// (tagging), each with a trained version. Blocks (about a second); the project belongs to the calling thread. Throws Error when the folder is taken or the
/// sample is not there.
std::unique_ptr<Project> createSampleProject(const QString& folder, const QString& sampleSource);

} // namespace core
