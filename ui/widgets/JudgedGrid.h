#pragma once

#include "core/project/VersionFolder.h"
#include "ui/widgets/JudgementPainter.h"

#include <QListView>

namespace core {
class Thumbnails;
}

namespace ui {

/// Validation pictures with what is true (solid) and what a version said (dashed), worst first. Virtual: only tiles on screen are drawn.
class JudgedGrid final : public QListView {
    Q_OBJECT
public:
    JudgedGrid(core::Thumbnails& thumbnails, QWidget* parent = nullptr);
    ~JudgedGrid() override;

    /// Each example's picture has an id that no other picture has.
    void setJudged(core::ViewType type, std::vector<core::JudgedExample> judged, ShownConcepts concepts);
    int count() const;

    static constexpr QSize smallestTile {232, 214};

Q_SIGNALS:
    void exampleActivated(core::ItemId item); // Enter or double click

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Model;
    class Delegate;
    Model* m_model;
    Delegate* m_delegate;
};

} // namespace ui
