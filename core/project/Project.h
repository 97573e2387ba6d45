#pragma once

#include "core/base/Id.h"
#include "core/dataset/Annotation.h"
#include "core/dataset/Model.h"
#include "core/dataset/TrainingSelection.h"
#include "core/project/ChangeSet.h"
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
struct PictureReport;
struct Progress;

/// An open project folder: the one room that joins storage with the rest. Lives on the thread that made it (the window's).
/// Reads are short and happen there; one that fails throws Error, and readFailed() says it too. Edits and other writes run one after
/// the other on the project's writer thread, each in one transaction; changed() and saved() follow the commit. Undo and redo are edits
/// like any other. What the disk refuses (full, gone, busy) is not lost: it waits in memory, in order, and every later edit tries it first.
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
    QString cacheFolder() const; // empty when a link stands in its place: then nothing is kept
    QString databasePath() const; // of the file that is read, for readers on other threads
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
    std::vector<std::pair<Health, int>> healthCounts() const; // pictures in each state that is not good
    std::vector<ItemId> itemIds(ViewId view, const ItemFilter& filter = {}) const; // in the order of import
    std::vector<Item> items(std::span<const ItemId> ids) const;                   // in the order asked; unknown ids left out
    std::optional<Item> item(ItemId id) const;
    std::vector<Item> allItems(ViewId view) const;
    std::vector<ImageRecord> images() const;
    std::optional<ImageRecord> image(ImageId id) const;
    TrainingSelection trainingSelection(ViewId view) const;
    std::vector<ModelWithVersions> library(ViewId view) const; // the current set's model first
    std::vector<VersionRecord> versions() const;          // of all views, oldest first
    std::optional<VersionRecord> version(VersionId id) const;
    std::optional<VersionRecord> versionNamed(const QString& name) const;
    QString freeVersionName() const; // "vN", next free
    std::vector<EpochMetrics> epochs(VersionId id) const;
    QString undoTitle() const; // empty: nothing to undo
    QString redoTitle() const;

    // Edits
    /// One queued act, from the call until it is saved or given up.
    using Ticket = quint64;
    /// Told on the project's thread how a write ended: an empty text when it is saved, else the sentence for the person.
    using Done = std::function<void(const QString& failure)>;

    /// Queues an edit; returns at once. It becomes one undo step of this title. An edit that throws is rolled back: editFailed().
    /// One that the disk refuses waits: pendingChanged().
    Ticket edit(const QString& title, std::function<void(Editor&)> act);
    /// The same, and tells how it ended. One that the disk refuses is given up, since whoever asked is told so. `done` is not called
    /// when `context` is gone by then.
    void editThen(const QString& title, std::function<void(Editor&)> act, QObject* context, Done done);
    /// The same, and blocks until the commit. Throws what the edit throws. For the terminal and tests: it waits behind an import.
    void editAndWait(const QString& title, const std::function<void(Editor&)>& act);
    void undo();
    void redo();

    /// Something is not saved yet: on its way, or waiting for the disk.
    bool hasPendingEdits() const;
    bool isPending(Ticket ticket) const;
    int pendingEditCount() const;    // that the disk refused and that wait in memory
    QString pendingMessage() const;  // why they wait and what to do; empty when none does
    void retryPending();
    /// Runs `then` on this thread when everything queued so far was tried. Not when `context` is gone by then.
    void whenWritten(QObject* context, std::function<void()> then);
    void waitForPending(); // blocks until every queued write was tried

    /// For the jobs of this room: a write outside the undo history (versions, epochs, imports), on the writer thread.
    /// `change` is announced after the commit. `wait`: blocks the caller (not the writer thread) and throws what it throws.
    void write(std::function<void(Database&)> act, const ChangeSet& change, bool wait = false);
    /// The same, and tells on the project's thread how it ended, after changed(); null: committed. Never blocks; never waits for the disk.
    void writeThen(std::function<void(Database&)> act, const ChangeSet& change, std::function<void(std::exception_ptr)> done);

    /// For the care of the project: a write that changes nothing a person made. Not announced; given up where it fails.
    void maintain(std::function<void(Database&)> act);

    // Trust
    /// Why nothing can be edited, e.g. that the database is damaged; empty: it can be, or the project was opened for reading.
    QString damage() const;
    /// Turns editing off for as long as this project is open, and says why: readFailed().
    void distrust(const QString& why);

    // The files of the pictures
    /// Looks at all of them in the background (PictureCheck); while that runs, it is done once more. Nothing on a read-only project.
    void checkPictures();
    void cancelPictureCheck();
    bool isCheckingPictures() const;
    /// Something met a file that is not what was recorded (Missing or Changed), without a check. No undo step.
    void notePicture(const ImageRecord& image, Health file);

Q_SIGNALS:
    void picturesProgressed(const core::Progress& progress);
    void picturesChecked(const core::PictureReport& report);
    void pictureCheckFailed(); // in place of picturesChecked(); tells nobody why, since the next look may do better
    void changed(const core::ChangeSet& change);
    void saved(const QDateTime& when);
    void savingStarted();
    void editFailed(const QString& message);
    void writingEnded(); // after each write, however it ended
    void settled(core::Project::Ticket ticket, bool isSaved);
    void pendingChanged(); // pendingEditCount() or pendingMessage()
    void readFailed(const QString& message); // part of the project cannot be read; see damage()

private:
    Project();
    struct Write;
    Ticket newTicket();
    void settle(Ticket ticket, bool isWaiting, bool isSaved, const QDateTime& when);
    Ticket enqueue(Write write);
    void enqueueAndWait(Write write);
    void enqueueThen(Write write, std::function<void(std::exception_ptr)> done);
    void announce(std::function<void()> announcement); // later, on the project's thread
    void refuse(const Write& write, const QString& why);
    template <class Act>
    auto read(Act act) const;

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace core
