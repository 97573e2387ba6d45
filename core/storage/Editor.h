#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"
#include "core/dataset/View.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace core {

class Database;
class Journal;

/// What the items that are annotated already say of a concept that is added to their view.
enum class OldAnswers {
    NotLookedAt, // nobody has looked for it: they become "partly" until somebody does
    NoneHasIt,   // somebody has: tagging says "no" in each, detection stays as it is
};

/// The verbs with which a person changes a project. Each writes rows through the journal, so the whole act can be undone.
/// Lives for one edit, inside its transaction, on the writer thread. Every verb throws Error when the act breaks a rule of the project,
/// which rolls the whole edit back.
class Editor {
public:
    Editor(Database& database, Journal& journal);

    // Annotation. Items of any number; states follow from what is stored (stateOf).
    void setClass(const std::vector<ItemId>& items, ConceptId conceptId); // classification
    void setAnswer(const std::vector<ItemId>& items, ConceptId conceptId, Answer answer); // tagging
    void setWithoutConcept(const std::vector<ItemId>& items); // tagging: all no; detection: refused while boxes exist
    void clearAnnotation(const std::vector<ItemId>& items);   // back to unseen
    /// Detection: these are the boxes of the item now. Known ids are changed in place, missing ones deleted, new ones added under the
    /// id they were given when drawn (0: one is given). A box of a concept shows that the item was looked at for it.
    void setBoxes(ItemId item, const std::vector<BoxRecord>& boxes);
    /// Detection: the annotated items among these were looked at for this concept; what is not boxed is not there. Unseen items stay
    /// unseen: nobody has said anything about them.
    void markSeen(const std::vector<ItemId>& items, ConceptId conceptId);
    /// The opposite: nobody has looked for this concept in the annotated items among these. Those with a box of it are left out.
    void markNotLookedAt(const std::vector<ItemId>& items, ConceptId conceptId);

    // Views and concepts
    ViewId addView(const QString& name, ViewType type); // with an item for each image
    void renameView(ViewId view, const QString& name);
    void removeView(ViewId view); // with its annotation and its models and versions
    ConceptId addConcept(ViewId view, const QString& name, OldAnswers oldAnswers = OldAnswers::NotLookedAt);
    void renameConcept(ConceptId conceptId, const QString& name);
    void removeConcept(ConceptId conceptId); // with its annotation; old models stay
    void moveConcept(ConceptId conceptId, int position);

    // Images
    void removeImages(const std::vector<ImageId>& images); // the entries and their annotation, never the files
    void setSplit(const std::vector<ImageId>& images, Split split);
    /// The picture is this file now. Those that lay beside it or below the same folder moved with it, where their paths end alike; a
    /// file of another name moves alone. Whether it is the same picture is for a check to say.
    void relink(ImageId image, const QString& file);
    void setHealth(const std::vector<ImageId>& images, Health health); // accepting an odd or truncated one: Good
    /// A changed file is what it is now: `now` holds the facts of the file as it stands (content, size, time, pixels, health).
    /// KeepAnnotation: it is the same picture; throws Error when the oriented size is another, since nothing would fit any more.
    /// DropAnnotation: it is a new picture, which nobody has looked at.
    enum class ChangedPicture { KeepAnnotation, DropAnnotation };
    void takeContent(const ImageRecord& now, ChangedPicture annotation);

private:
    Database& m_database;
    Journal& m_journal;
};

} // namespace core
