#pragma once

#include "ui/widgets/NoticeBar.h"

namespace ui {

/// The line over the canvas: what is the matter with the file of the image, or that the list has ended, with the acts that help.
class ItemNotice final : public NoticeBar {
    Q_OBJECT
public:
    enum class About { Nothing, Unreadable, Missing, Changed };

    using NoticeBar::NoticeBar;

    void setEditable(bool editable) { m_editable = editable; } // false: nothing is offered that would change the project
    void tell(About about);
    /// The last image was left forward: how many the list has, and how many of them are not fully annotated.
    void tellEnd(int listed, int open);

Q_SIGNALS:
    void nextRequested();
    void nextOpenRequested();
    void trainRequested();
    void retryRequested();
    void relinkRequested();
    void changeSettled(bool same); // the changed file is the same picture, or a new one

private:
    bool m_editable = true;
};

} // namespace ui
