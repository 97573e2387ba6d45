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

/// The verbs with which a person changes a project. Each writes rows through the journal, so the whole act can be undone.
/// Lives for one edit, inside its transaction, on the writer thread. Every verb throws Error when the act breaks a rule (data.md 1),
/// which rolls the whole edit back.
class Editor {
public:
    Editor(Database& database, Journal& journal);

    // Annotation. Items of any number; states follow (data.md 1.2).
    void setClass(const std::vector<ItemId>& items, ConceptId conceptId); // classification
    void setAnswer(const std::vector<ItemId>& items, ConceptId conceptId, Answer answer); // tagging
    void setWithoutConcept(const std::vector<ItemId>& items); // tagging: all no; detection: refused while boxes exist
    void clearAnnotation(const std::vector<ItemId>& items);   // back to unseen
    /// Detection: these are the boxes of the item now. Known ids are changed in place, others deleted, id 0 added.
    void setBoxes(ItemId item, const std::vector<BoxRecord>& boxes);

    // Views and concepts
    ViewId addView(const QString& name, ViewType type); // with an item for each image
    void renameView(ViewId view, const QString& name);
    void removeView(ViewId view); // with its annotation and its models and versions
    ConceptId addConcept(ViewId view, const QString& name);
    void renameConcept(ConceptId conceptId, const QString& name);
    void removeConcept(ConceptId conceptId); // with its annotation; old models stay
    void moveConcept(ConceptId conceptId, int position);

    // Images
    void removeImages(const std::vector<ImageId>& images); // the entries and their annotation, never the files
    void setSplit(const std::vector<ImageId>& images, Split split);
    void setHealth(const std::vector<ImageId>& images, Health health); // accepting an odd or truncated one: Good

private:
    Database& m_database;
    Journal& m_journal;
};

} // namespace core
