#pragma once

#include "core/dataset/Image.h"
#include "ui/widgets/NoticeBar.h"

#include <utility>
#include <vector>

namespace ui {

/// The line over the grid: that the images are in no view yet, that files are missing, changed or broken, or that the list could not
/// be read; with the acts that help.
class ImagesNotice final : public NoticeBar {
    Q_OBJECT
public:
    using NoticeBar::NoticeBar;

    /// `canAdd`: false in a project that is only read.
    void tellNoView(bool canAdd);
    /// How many files are in each state that is not good; none of them hides the line.
    void tellHealths(const std::vector<std::pair<core::Health, int>>& counts);
    void tellFailed(const QString& why); // the list could not be read

Q_SIGNALS:
    void viewWanted();
    void healthWanted(core::Health health); // show the images in this state
    void lookAgainWanted();                 // at all files
};

} // namespace ui
