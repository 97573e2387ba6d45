#pragma once

#include "core/dataset/Annotation.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace core {
class Editor;
}

namespace ui {

class Session;

/// What a person does to many items of the session's view at once: labels, splits, looked for, removed, files settled. Each act is one
/// step of the history and is shown before it is written. One on more than a thousand items says first how many there are and names
/// some of them. Nothing happens without items or in a project that is only read.
class BulkEdit final : public QObject {
    Q_OBJECT
public:
    using Items = std::vector<core::ItemId>;
    static constexpr int manyItems = 1000; // an act on more asks first

    /// `page`: over which questions are asked.
    BulkEdit(Session& session, QWidget* page);

    /// The living concepts of the session's view, in order. Call it whenever view or concepts change.
    void setConcepts(core::ViewType type, std::vector<core::ConceptRecord> concepts);
    core::ViewType type() const { return m_type; }

    /// The key of a concept, by its place: its class or yes; with Shift no (tagging) or looked for (detection). False: it means nothing.
    bool takeKey(const Items& items, int place, bool shift);
    void setClass(const Items& items, const core::ConceptRecord& record);
    void setAnswer(const Items& items, const core::ConceptRecord& record, core::Answer answer); // Yes or No
    void markSeen(const Items& items, const std::vector<core::ConceptId>& concepts); // somebody has looked for these
    void markAllSeen(const Items& items);
    void setWithoutConcept(const Items& items); // images with boxes are left as they are: the whole act is refused
    void setSplit(const Items& items, core::Split split);
    void remove(const Items& items); // from the project; asks first
    void accept(const Items& items); // odd and truncated pictures become good ones
    /// Changed files: they are the pictures that were annotated, or new ones.
    void settle(const Items& items, bool same);

private:
    struct Act {
        QString title;    // for the history
        QString question; // more than a thousand: "This labels 1,240 images as Ripe."
        std::function<void(core::Editor&)> edit;
        std::function<core::ItemAnnotation(core::ItemAnnotation)> after; // what it makes of an annotation; none: it leaves them alone
    };
    void perform(const Items& items, Act act);
    void carryOut(const Items& items, const Act& act);
    void label(const Items& items, const core::ConceptRecord& record, std::optional<core::Answer> answer);
    bool canEdit(const Items& items) const;
    std::vector<core::ImageId> imagesOf(const Items& items, std::initializer_list<core::Health> healths = {}) const; // none given: all
    std::vector<core::ConceptId> living() const;

    Session& m_session;
    QWidget* m_page;
    core::ViewType m_type = core::ViewType::Classification;
    std::vector<core::ConceptRecord> m_concepts;
};

} // namespace ui
