#pragma once

#include "core/dataset/Annotation.h"
#include "core/project/Project.h"
#include "ui/widgets/PictureLoader.h"

#include <QWidget>

#include <optional>
#include <unordered_set>
#include <vector>

class QLabel;
class QPushButton;
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
class EditedItem;
class EmptyState;
class Filmstrip;
class NoticeBar;
class Session;
class ToolStrip;

/// Annotates one image after the other: boxes, the class, or the answers of tagging. Shows what EditedItem holds, and turns
/// keys, clicks and drags into its acts.
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
    void chooseConcept(); // type-ahead
    void removeFromProject();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Empty { None, View, Concepts, Images, Match };
    /// What the bar over the canvas is about.
    enum class Notice { None, Unreadable, Missing, Changed, End };

    // AnnotatePageBuild.cpp
    void build();
    QWidget* buildHeader();
    QWidget* buildSidePanel();
    QWidget* buildGapLine(QWidget* panel);
    QWidget* buildBoxPanel(QWidget* panel);

    // AnnotatePage.cpp: what is shown
    void connectAll();
    void connectCanvas();
    void connectLoader();
    void showView();
    void showConcepts();
    void showItem();
    void showPicture();
    void showPreview();
    void showAnnotation();
    void showGaps();
    void showBoxes();
    void showPosition();
    void showFields();
    void showHighlight();
    void showNotice();
    Notice noticeOf() const;
    Empty emptyReason() const;
    bool showEmpty(Empty reason);
    void findCurrent();
    void readAhead();
    void projectChanged(const core::ChangeSet& change);
    void conceptsChanged();
    void goWhereItChanged(const core::ChangeSet& change);

    // AnnotatePageActs.cpp: what a person does
    bool handleKey(QKeyEvent* event);
    bool handleConceptKey(QKeyEvent* event);
    void applyConcept(core::ConceptId conceptId);
    void applyAnswer(core::ConceptId conceptId, core::Answer answer);
    void markSeen(core::ConceptId conceptId);
    void markAllSeen();
    void chooseConceptBeside(const QRect& box); // canvas px
    void createConcept(const QString& name);
    void openMenu(const QPoint& global);
    void takeNoticeAct(int button);
    std::unordered_set<core::ItemId> openItems() const; // not annotated, or partly
    void reachEnd();
    bool isEditable() const;
    bool isTyping() const;
    core::ViewType type() const;

    Session& m_session;
    core::Thumbnails& m_thumbnails;
    PictureLoader m_loader;
    EditedItem* m_item;
    std::vector<core::ConceptId> m_recent; // last used first
    int m_position = -1;
    bool m_advance = true;
    bool m_atEnd = false;  // the last image is labelled: digits wait until another one is chosen
    QString m_unreadable;  // why the pixels of this image cannot be shown

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
    NoticeBar* m_notice = nullptr;
    ToolStrip* m_tools = nullptr;
    AnnotationCanvas* m_canvas = nullptr;
    ConceptListModel* m_conceptModel = nullptr;
    ConceptList* m_conceptList = nullptr;
    QWidget* m_gapLine = nullptr;
    QLabel* m_gapText = nullptr;
    QPushButton* m_seen = nullptr;
    QWidget* m_boxPanel = nullptr;
    BoxListModel* m_boxModel = nullptr;
    BoxList* m_boxList = nullptr;
    BoxFields* m_fields = nullptr;
    Filmstrip* m_filmstrip = nullptr;
};

} // namespace ui
