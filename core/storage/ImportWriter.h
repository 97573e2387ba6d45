#pragma once

#include "core/dataset/Annotation.h"
#include "core/dataset/Image.h"
#include "core/dataset/View.h"

#include <QHash>
#include <QJsonObject>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace core {

class Database;
class Journal;

using RootId = Id<struct RootTag>;

/// What an import has to know about a picture that the project holds already.
struct KnownImage {
    ImageId id;
    Split split = Split::Unassigned;
    QByteArray sha256;
    QString group; // of pictures that show nearly the same (frames of a film); empty: none
};

/// A concept as an import brings it.
struct ImportedConcept {
    QString name;
    QString sourceId; // of its source, as JSON: 7 or "a7"; empty: none
};

/// What an item has, by nameKey() of the concepts.
struct KnownAnnotation {
    QHash<QString, bool> answers;                    // classification: one yes
    std::vector<std::pair<QString, QRectF>> boxes;
};

/// A prediction that waits for a person, as an import brings it.
struct ImportedDraft {
    ConceptId conceptId;
    std::optional<QRectF> rect; // px of the upright picture; absent: of the whole of it
    double score = 0;           // 0..1
    std::optional<double> threshold;
};

/// What is proposed, or annotated already, of an item.
struct KnownProposal {
    QString conceptKey; // nameKey() of its concept
    std::optional<QRectF> rect;
};

/// Writes what an import brings, fast, inside one transaction on the writer thread, and journalled: one undo takes all of it back.
/// Used as
///     Journal journal(database);
///     journal.begin(title);
///     ImportWriter writer(database, journal);
///     …
///     journal.end();
/// inside Project::write(), which owns the transaction. Transfers and their issues are a log and stay after an undo.
class ImportWriter {
public:
    ImportWriter(Database& database, Journal& journal);

    // Pictures. A root is the folder that the relative paths start from.
    /// `isCopied`: it lies in the project, which keeps it.
    RootId ensureRoot(const QString& folder, bool isCopied = false);
    std::optional<KnownImage> findImage(const QString& absolutePath) const;
    std::vector<KnownImage> imagesWithBytes(const QByteArray& sha256) const;
    /// All images of the project; for planning (dealing splits, finding what is known) without a query for each picture.
    std::vector<KnownImage> allImages() const;
    /// Adds the picture and an item of it in every root view. `record.relativePath` is below the root; id and uuid are given here. `group`: see KnownImage.
    ImageId addImage(RootId root, const ImageRecord& record, TransferId transfer, const QString& group = {});
    void setSplit(ImageId image, Split split); // of this image alone, and of its items
    /// The id that a source gives a picture that is known already; the first one stays.
    void setSourceId(ImageId image, const QString& sourceId);

    // Views and concepts
    /// The view of that name, made if there is none. Throws Error when it is of another type.
    ViewId ensureView(const QString& name, ViewType type);
    ConceptId ensureConcept(ViewId view, const QString& name) { return ensureConcepts(view, {{name, {}}}).front(); }
    /// The concepts of these names in this order, those made that are not there. `between` is called now and then and may throw.
    std::vector<ConceptId> ensureConcepts(ViewId view, const std::vector<ImportedConcept>& wanted, const std::function<void()>& between = {});

    // Annotation. The store… functions are for items that have none: ask isUnseen() first, or clear() it.
    ItemId item(ViewId view, ImageId image) const; // invalid: none
    bool isUnseen(ItemId item) const;
    void storeClass(ItemId item, ConceptId conceptId);
    /// Tagging: these answers; concepts not named stay unseen.
    void storeAnswers(ItemId item, const std::vector<Label>& answers);
    /// Detection: at least one box. They must lie inside the picture, sides at least 1 px.
    void storeBoxes(ItemId item, const std::vector<BoxRecord>& boxes, const std::function<void()>& between = {});
    /// The drafts, boxes and labels with "yes" that an item has; empty for an invalid one.
    std::vector<KnownProposal> proposals(ItemId item) const;
    /// Does not change what the item is: a draft is no annotation.
    void storeDraft(ItemId item, const ImportedDraft& draft);
    void storeWithoutConcept(ItemId item); // tagging: all no; detection: looked at, no box
    KnownAnnotation annotation(ItemId item) const;
    /// Tagging: answers of concepts that nobody gave one for.
    void addAnswers(ItemId item, const std::vector<Label>& answers);
    /// Detection: boxes after those that the item has. They prove that it was looked at for their concepts.
    void addBoxes(ItemId item, const std::vector<BoxRecord>& boxes);
    void clear(ItemId item); // labels, boxes, gaps; drafts stay

    // The log
    TransferId beginTransfer(const QString& format, const QString& place, const QJsonObject& options);
    /// level: 0 notice, 1 repaired, 2 rejected. Kept up to 10,000 a transfer.
    void addIssue(TransferId transfer, int level, const QString& code, const QString& file, int line, const QString& detail);
    void endTransfer(TransferId transfer, const QJsonObject& counts);

private:
    struct ViewState {
        ViewType type = ViewType::Classification;
        std::vector<ConceptId> concepts; // living
    };
    ViewState& stateOfView(ViewId view) const;
    ViewId viewOf(ItemId item) const;
    void markNotLookedAt(ViewId view, const std::vector<ConceptId>& added);
    void setState(ItemId item, ItemState state);
    void storeLabel(ItemId item, ConceptId conceptId, bool yes);
    void storeBox(ItemId item, const BoxRecord& box, int ordinal);

    Database& m_database;
    Journal& m_journal;
    TransferId m_transfer;
    int m_issues = 0;
    mutable QHash<ViewId, ViewState> m_views;
    mutable std::vector<ViewId> m_rootViews;
    mutable QHash<qint64, QString> m_rootFolders;
};

} // namespace core
