#pragma once

#include "core/base/Job.h"
#include "core/dataset/PictureFinding.h"

#include <functional>
#include <vector>

namespace core {

class Editor;
class Project;

/// How many pictures a check found to be another than they were known to be.
struct PictureReport {
    int missing = 0;
    int changed = 0;
    int cameBack = 0;    // were missing or changed, and have their recorded content again
    int undecodable = 0; // new ones that no decoder can read
    int truncated = 0;   // new ones of which a part is missing or damaged
    bool canceled = false;

    bool isQuiet() const { return missing + changed + cameBack + undecodable + truncated == 0; }
    bool operator==(const PictureReport&) const = default;
};

/// Looks at the file of one picture: compares it with its record, and decodes it once in its life, keeping a thumbnail below the cache
/// folder (may be empty). Absent: everything is as recorded. Any thread; throws nothing that lies in the file.
std::optional<PictureFinding> lookAt(const ImageRecord& image, const QString& cacheFolder, const std::function<bool()>& isCanceled);

/// Walks all pictures of a project in the background, at low priority: new ones are decoded once, and files that went missing, were
/// changed or came back get the health they deserve. What is found is written outside of the undo history and announced by
/// Project::changed(). One use at a time; a cancelled one has kept what it found so far.
class PictureCheck final : public Job {
    Q_OBJECT
public:
    explicit PictureCheck(Project& project, QObject* parent = nullptr);
    ~PictureCheck() override;

    void check();

Q_SIGNALS:
    void checked(const core::PictureReport& report);

private:
    Project& m_project;
};

// Acts for Project::edit(), when the file of a picture was changed. Each reads and hashes the files as they stand, on the writer
// thread, and throws a sentence when one cannot be read.

/// "It is the same picture": the new content is recorded, the annotation stays.
std::function<void(Editor&)> asSamePicture(const std::vector<ImageRecord>& images);
/// "It is a new picture": the annotation is dropped.
std::function<void(Editor&)> asNewPicture(const std::vector<ImageRecord>& images);

} // namespace core
