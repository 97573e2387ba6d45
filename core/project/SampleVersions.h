#pragma once

#include <QString>

namespace core {

class Project;

/// Adds the trained versions that come with the sample, one for each of its views, so that every page has something to show: weights,
/// curves, evaluation and answers. `source`: a folder with one folder a version, made by make_sample_versions.py. They are made to
/// fit the project's own concepts and pictures. A source that is not there adds nothing. Throws Error.
void addSampleVersions(Project& project, const QString& source);

} // namespace core
