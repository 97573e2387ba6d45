#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"
#include "core/dataset/Model.h"
#include "core/dataset/TrainingSelection.h"
#include "core/storage/Editor.h"

#include <QDateTime>
#include <QObject>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace core {

class Database;
class Journal;

/// What a committed act touched, so that pages know what to read again.
struct ChangeSet {
    QString title;          // translated: "Set Ripe on 41 images"
    bool structure = false; // views or concepts
    bool images = false;    // images added, removed, split or health changed
    bool annotations = false;
    bool library = false;   // models or versions
    std::vector<ItemId> items; // annotations of these; empty with annotations = true: many
    enum class Cause { Edit, Undo, Redo, Import, Library } cause = Cause::Edit;
};

/// Images of a view by split and state, and answers by concept.
struct ViewSummary {
    int items = 0;
    int annotated = 0;        // state annotated or without concept
    int withoutConcept = 0;
    int train = 0, validation = 0, test = 0, unassigned = 0;
    std::vector<std::pair<ConceptId, int>> answers; // yes-labels or boxes of each living concept, in order
};

/// A model with its versions, newest version first.
struct LibraryModel {
    ModelRecord model;
    std::vector<VersionRecord> versions;
};

/// An open project folder: the one room that joins storage with the rest. Lives on the thread that made it (the window's).
/// Reads are short and happen there. Edits and other writes run one after the other on the project's writer thread, each in
/// one transaction; changed() and saved() follow the commit. Undo and redo are edits like any other.
class Project final : public QObject {
    Q_OBJECT
public:
    enum class Access { Write, Read };

    /// Makes the folder exactly there. Throws Error when something is in the way.
    static std::unique_ptr<Project> create(const QString& folder, const QString& name = {});
    /// `folder`: the project folder, its project.orielproj or its database. Throws Error: not a project, made by a newer program,
    /// locked by another program when Access::Write (the sentence says who holds it).
    static std::unique_ptr<Project> open(const QString& folder, Access access = Access::Write);
    static bool isProject(const QString& path);
    ~Project() override; // finishes pending writes, closes cleanly

    QString folder() const;
    QString name() const;
    bool isReadOnly() const;
    QString versionFolder(const QUuid& version) const; // versions/<uuid>
    QString cacheFolder() const;
    /// What happened before this opening and a person must be told, e.g. "v4 was interrupted at epoch 7 …". One sentence each.
    QStringList openingNotes() const;
    quint64 splitSeed() const;  // for dealing splits at an import
    qint64 revision() const;    // grows with every committed change

    // Reads
    std::vector<ViewRecord> views() const;
    std::optional<ViewRecord> view(ViewId id) const;
    std::optional<ViewRecord> viewNamed(const QString& name) const;
    std::vector<ConceptRecord> concepts(ViewId view) const; // living, in order
    ViewSummary summary(ViewId view) const;
    int imageCount() const;
    std::vector<ItemId> itemIds(ViewId view, const ItemFilter& filter = {}) const; // in the order of import
    std::vector<Item> items(std::span<const ItemId> ids) const;                   // in the order asked; unknown ids left out
    std::optional<Item> item(ItemId id) const;
    std::vector<Item> allItems(ViewId view) const;
    std::vector<ImageRecord> images() const;
    TrainingSelection trainingSelection(ViewId view) const;
    std::vector<LibraryModel> library(ViewId view) const; // the current set's model first
    std::optional<VersionRecord> version(VersionId id) const;
    std::optional<VersionRecord> versionNamed(const QString& name) const;
    QString freeVersionName() const; // "vN", next free
    std::vector<EpochMetrics> epochs(VersionId id) const;
    QString undoTitle() const; // empty: nothing to undo
    QString redoTitle() const;

    // Edits
    /// Queues an edit; returns at once. It becomes one undo step of this title. An edit that throws is rolled back: editFailed().
    void edit(const QString& title, std::function<void(Editor&)> act);
    /// The same, and waits for the commit. Throws what the edit throws. For structural acts, the terminal and tests.
    void editAndWait(const QString& title, const std::function<void(Editor&)>& act);
    void undo();
    void redo();
    bool hasPendingEdits() const;
    void waitForPending(); // blocks until every queued write is committed or has failed

    /// For the jobs of this room: a write outside the undo history (versions, epochs, imports), on the writer thread.
    /// `change` is announced after the commit. `wait`: blocks the caller (not the writer thread) and throws what it throws.
    void write(std::function<void(Database&)> act, const ChangeSet& change, bool wait = false);

Q_SIGNALS:
    void changed(const core::ChangeSet& change);
    void saved(const QDateTime& when);
    void savingStarted();
    void editFailed(const QString& message);

private:
    Project();
    void enqueue(std::function<std::optional<ChangeSet>(Database&)> act, bool wait, std::function<void()> committed = {});
    void enqueueStep(std::function<std::optional<QString>(Database&, Journal&)> act, ChangeSet::Cause cause, bool wait);
    void settle(const std::optional<ChangeSet>& change, std::exception_ptr error, bool isWaitedFor);
    void announce(std::function<void()> announcement); // later, on the project's thread
    void editWith(const QString& title, std::function<void(Editor&)> act, bool wait);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace core
