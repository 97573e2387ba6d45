#pragma once

#include "core/dataset/Annotation.h"
#include "core/project/Project.h"
#include "ui/widgets/PictureLoader.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace core {
class Thumbnails;
}

namespace ui {

class AnnotationCanvas;
class BoxFields;
class BoxList;
class BoxListModel;
class ConceptList;
class ConceptListModel;
class EmptyState;
class Filmstrip;
class Session;
class ToolStrip;

/// Annotates one image after the other: boxes, the class, or the answers of tagging. Each act is stored at once; what is shown
/// runs ahead of the store and is read again when the last act is committed.
class AnnotatePage final : public QWidget {
    Q_OBJECT
public:
    AnnotatePage(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);
    ~AnnotatePage() override;

    AnnotationCanvas& canvas() const { return *m_canvas; }
    void setAdvanceAfterLabelling(bool advance) { m_advance = advance; }

public Q_SLOTS:
    void goTo(int position);
    void goBy(int step);
    void goToNextUnannotated();
    void setWithoutConcept();
    void clearBoxes(); // says that none of the concepts is in the picture
    void chooseConcept(); // type-ahead
    void removeFromProject();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Empty { None, View, Concepts, Images, Match };

    void build();
    QWidget* buildHeader();
    QWidget* buildSidePanel();
    void connectAll();
    void connectCanvas();
    void showView();
    void showItem();
    void showPicture();
    void showAnnotation();
    void showBoxes();
    void showPosition();
    void showFields();
    void showHighlight();
    Empty emptyReason() const;
    bool showEmpty(Empty reason);
    void findCurrent();
    void readAhead();

    void projectChanged(const core::ChangeSet& change);
    void reread();
    void goWhereItChanged(const core::ChangeSet& change);

    bool handleKey(QKeyEvent* event);
    bool handleConceptKey(QKeyEvent* event);
    void applyConcept(core::ConceptId conceptId);
    void applyAnswer(core::ConceptId conceptId, core::Answer answer);
    void createConcept(const QString& name);
    void storeBoxes(const QString& title, const std::vector<core::BoxRecord>& boxes);
    void edit(const QString& title, std::function<void(core::Editor&)> act);
    void showState(bool withoutConcept);
    void openMenu(const QPoint& global);
    bool isEditable() const;
    bool isTyping() const;
    core::ViewType type() const { return m_view ? m_view->type : core::ViewType::Detection; }
    const core::ConceptRecord* conceptOf(core::ConceptId id) const;

    Session& m_session;
    core::Thumbnails& m_thumbnails;
    PictureLoader m_loader;
    std::optional<core::ViewRecord> m_view;
    std::vector<core::ConceptRecord> m_concepts;
    std::optional<core::Item> m_item; // as shown: newer than the store while an act is on its way
    std::vector<core::ConceptId> m_recent; // last used first
    int m_position = -1;
    bool m_advance = true;
    QTimer m_rereadLater;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    Empty m_emptyReason = Empty::None;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_positionLabel = nullptr;
    QLabel* m_nameLabel = nullptr;
    QLabel* m_stateLabel = nullptr;
    QLabel* m_zoomLabel = nullptr;
    QToolButton* m_more = nullptr;
    QToolButton* m_addConcept = nullptr;
    ToolStrip* m_tools = nullptr;
    AnnotationCanvas* m_canvas = nullptr;
    ConceptListModel* m_conceptModel = nullptr;
    ConceptList* m_conceptList = nullptr;
    QWidget* m_boxPanel = nullptr;
    BoxListModel* m_boxModel = nullptr;
    BoxList* m_boxList = nullptr;
    BoxFields* m_fields = nullptr;
    Filmstrip* m_filmstrip = nullptr;
};

} // namespace ui
