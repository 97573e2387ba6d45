#include "core/project/Project.h"

#include "core/project/PictureCheck.h"
#include "core/project/ProjectState.h"
#include "core/storage/PictureStates.h"

namespace core {

// What the project knows about the files of its pictures.

void Project::checkPictures()
{
    if (isReadOnly())
        return;
    auto& check = m_state->pictures;
    if (!check) {
        check = std::make_unique<PictureCheck>(*this);
        connect(check.get(), &Job::progressed, this, &Project::picturesProgressed);
        connect(check.get(), &PictureCheck::checked, this, &Project::picturesChecked);
        const auto goOn = [this] {
            if (std::exchange(m_state->isCheckWanted, false))
                m_state->pictures->check();
        };
        connect(check.get(), &Job::finished, this, goOn);
        connect(check.get(), &Job::failed, this, &Project::pictureCheckFailed);
        connect(check.get(), &Job::failed, this, goOn);
    }
    if (check->isRunning())
        m_state->isCheckWanted = true; // once more, for what came meanwhile
    else
        check->check();
}

void Project::cancelPictureCheck()
{
    m_state->isCheckWanted = false;
    if (m_state->pictures)
        m_state->pictures->cancel();
}

bool Project::isCheckingPictures() const
{
    return m_state->pictures && m_state->pictures->isRunning();
}

void Project::notePicture(const ImageRecord& image, Health file)
{
    if (isReadOnly() || image.health == file)
        return;
    ChangeSet change;
    change.images = true;
    writeThen([finding = PictureFinding{.image = image.id, .sha256 = image.sha256, .file = file}](Database& database) { PictureStates(database).note(finding); },
        change, [](std::exception_ptr) {}); // not written: the next look finds it again
}

} // namespace core
