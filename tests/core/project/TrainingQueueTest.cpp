#include "core/project/TrainingQueue.h"

#include "core/base/Error.h"
#include "core/project/ImportJob.h"
#include "core/project/MeasuredRates.h"
#include "core/project/PaceJob.h"
#include "core/project/Project.h"
#include "core/project/VersionFolder.h"
#include "tests/support/SyntheticPictures.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using core::Project;
using core::TrainingQueue;
using core::VersionStatus;

namespace {

constexpr int patience = 180'000; // ms; a training of 24 small pictures takes a second or two on a machine that is not busy

core::TrainingSpec smallSpec(int epochs)
{
    auto spec = core::defaultSpec(core::ViewType::Classification, 24);
    spec.epochs = epochs;
    spec.batchSize = 8;
    spec.imageSize = 64;
    spec.weights = core::StartWeights::None; // a machine without shipped weights tests the same
    spec.device = QStringLiteral("cpu");
    spec.threads = 1; // threads that wait for each other are slow on a machine that is busy
    return spec;
}

} // namespace

class TrainingQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void trainsAndFilesTheResult();
    void aFinishedVersionIsWholeAfterReopening();
    void stopKeepsTheBestSoFar();
    void theSecondWaitsForTheFirst();
    void aWaitingOneLeavesTheQueueWhenStopped();
    void aLostFolderFailsWithASentence();
    void destroyedInTheMiddleIsFiledAsStopped();
    void waitingOnesStandInLineAgain();
    void aLaterOneNeverOvertakes();
    void aWaitingOneCanBeRemoved();
    void freezesWhatWasEditedJustBefore();
    void nothingStartsInAProjectOpenForReading();
    void tellsWhenAWaitingOneStarts();
    void refusesWhatCannotTrain();
    void remembersHowLongItTook();
    void isMeasuredBeforeTheFirst();

private:
    /// Waits until the data are frozen; invalid when that was refused, then m_refusal says why.
    core::VersionId enqueue(TrainingQueue& queue, const core::TrainingSpec& spec, const QString& name, core::ViewId view)
    {
        core::VersionId id;
        m_refusal.clear();
        queue.enqueue(view, name, spec, [&](core::VersionId queued) { id = queued; }, [&](const QString& sentence) { m_refusal = sentence; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(id.isValid() || !m_refusal.isEmpty(), patience); }();
        return id;
    }
    core::VersionId enqueue(TrainingQueue& queue, int epochs, const QString& name = QStringLiteral("v1"))
    {
        return enqueue(queue, smallSpec(epochs), name, m_view);
    }
    /// Versions that wait while the project is closed: nothing runs the event loop between their freezing and the end of the queue.
    QStringList leaveWaiting(const QStringList& names)
    {
        {
            TrainingQueue queue(*m_project);
            for (const auto& name : names)
                queue.enqueue(m_view, name, smallSpec(1));
        }
        reopen();
        return names;
    }
    QStringList namesOf(const std::vector<core::VersionId>& ids) const
    {
        QStringList names;
        for (const auto id : ids)
            names << version(id).name;
        return names;
    }
    core::VersionRecord version(core::VersionId id) const { return *m_project->version(id); }
    QString folderOf(core::VersionId id) const { return m_project->versionFolder(version(id).uuid); }
    void reopen();

    QTemporaryDir m_pictures;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Project> m_project;
    core::ViewId m_view;
    QString m_refusal;
};

void TrainingQueueTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Oriel"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_pictures.filePath(QStringLiteral("settings")));
    synthetic::classFolders(m_pictures.filePath(QStringLiteral("colours")), 12, 4);
}

void TrainingQueueTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_project = Project::create(m_place->filePath(QStringLiteral("Colours.oriel")));
    core::ImportJob import(*m_project);
    QSignalSpy read(&import, &core::Job::finished);
    import.read({.sources = {m_pictures.filePath(QStringLiteral("colours"))}});
    QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, patience);
    import.write();
    QTRY_COMPARE_WITH_TIMEOUT(read.count(), 2, patience);
    QCOMPARE(int(m_project->views().size()), 1);
    m_view = m_project->views().front().id;
    QCOMPARE(int(m_project->trainingSelection(m_view).train.size()), 24);
}

void TrainingQueueTest::cleanup()
{
    m_project.reset();
    m_place.reset();
}

void TrainingQueueTest::reopen()
{
    const auto folder = m_project->folder();
    m_project.reset();
    m_project = Project::open(folder);
}

void TrainingQueueTest::trainsAndFilesTheResult()
{
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    QSignalSpy epochs(&queue, &TrainingQueue::epochFinished);
    const auto id = enqueue(queue, 2);
    QVERIFY(!queue.isIdle());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);

    QVERIFY(queue.isIdle());
    const auto filed = version(id);
    QCOMPARE(filed.status, VersionStatus::Done);
    QCOMPARE(filed.weights, core::WeightsState::Present);
    QCOMPARE(filed.headlineKey, QStringLiteral("accuracy"));
    QVERIFY(filed.headline && *filed.headline >= 0 && *filed.headline <= 1);
    QCOMPARE(filed.metrics[QStringLiteral("accuracy")].toDouble(), *filed.headline);
    QCOMPARE(filed.itemsTrain, 24);
    QCOMPARE(filed.itemsValidation, 8);
    QVERIFY(filed.finished.isValid());
    QCOMPARE(epochs.count(), 2);
    QCOMPARE(int(m_project->epochs(id).size()), 2);

    const auto* run = queue.run(id);
    QVERIFY(run);
    QCOMPARE(int(run->batches.size()), 6); // 24 ÷ 8, twice
    QCOMPARE(run->batches.back().iteration, 6);
    QCOMPARE(run->share, 1.0);
    for (const auto& step : run->steps)
        QVERIFY2(step.state == core::StepState::Done || step.state == core::StepState::Skipped, qPrintable(core::keyOf(step.step)));
    QVERIFY(QFileInfo::exists(folderOf(id) + QStringLiteral("/card.json")));
    QVERIFY(QFileInfo::exists(folderOf(id) + QStringLiteral("/weights.safetensors")));
}

void TrainingQueueTest::aFinishedVersionIsWholeAfterReopening()
{
    core::VersionId id;
    {
        TrainingQueue queue(*m_project);
        QSignalSpy ended(&queue, &TrainingQueue::ended);
        id = enqueue(queue, 1);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    }
    reopen();
    const auto filed = version(id);
    QCOMPARE(filed.status, VersionStatus::Done);
    QVERIFY(m_project->openingNotes().isEmpty());
    QCOMPARE(int(core::VersionFolder::batches(folderOf(id)).size()), 3);
    const auto report = core::VersionFolder::validationReport(folderOf(id));
    QVERIFY(report);
    QCOMPARE(report->images, 8);
    QCOMPARE(report->headline(), filed.headline);
    const auto judged = core::VersionFolder::judgedValidation(folderOf(id));
    QCOMPARE(int(judged.size()), 8);
    QVERIFY(std::ranges::is_sorted(judged, std::greater{}, &core::JudgedExample::badness));
    QCOMPARE(judged.front().prediction.scores.size(), size_t(2));
    QCOMPARE(int(core::VersionFolder::frozenExamples(folderOf(id), core::Split::Train).size()), 24);
}

void TrainingQueueTest::stopKeepsTheBestSoFar()
{
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    QSignalSpy epochs(&queue, &TrainingQueue::epochFinished);
    const auto id = enqueue(queue, 1000);
    QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, patience);
    QElapsedTimer timer;
    timer.start();
    queue.stop(id);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // a batch of eight; 3 s on a quiet machine
    QCOMPARE(version(id).status, VersionStatus::Stopped);
    QCOMPARE(version(id).weights, core::WeightsState::Present);
    QVERIFY(version(id).headline);
    QCOMPARE(queue.run(id)->status, VersionStatus::Stopped);
}

void TrainingQueueTest::theSecondWaitsForTheFirst()
{
    TrainingQueue queue(*m_project);
    QSignalSpy started(&queue, &TrainingQueue::started);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    const auto first = enqueue(queue, 1, QStringLiteral("first"));
    const auto second = enqueue(queue, 1, QStringLiteral("second"));
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, patience);
    QCOMPARE(queue.running()->version, first);
    QCOMPARE(queue.queued(), 1);
    QCOMPARE(version(second).status, VersionStatus::Queued);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
    QCOMPARE(ended[0][0].value<core::VersionId>(), first);
    QCOMPARE(version(second).status, VersionStatus::Done);
    QCOMPARE(version(first).model, version(second).model); // one set of concepts, one model
    QCOMPARE(version(second).number, 2);
}

void TrainingQueueTest::aWaitingOneLeavesTheQueueWhenStopped()
{
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    const auto first = enqueue(queue, 1, QStringLiteral("first"));
    const auto second = enqueue(queue, 1, QStringLiteral("second"));
    queue.stop(second);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(version(second).status, VersionStatus::Stopped);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
    QCOMPARE(version(first).status, VersionStatus::Done);
    QVERIFY(queue.isIdle());
}

void TrainingQueueTest::aLostFolderFailsWithASentence()
{
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    QSignalSpy epochs(&queue, &TrainingQueue::epochFinished);
    const auto id = enqueue(queue, 1000);
    const auto next = enqueue(queue, 1, QStringLiteral("next"));
    QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, patience);
    QVERIFY(QDir(folderOf(id)).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience); // the next one is not held up
    QCOMPARE(version(id).status, VersionStatus::Failed);
    QVERIFY(!version(id).failure.isEmpty());
    QVERIFY(m_project->epochs(id).size() >= 1); // what was reached
    QCOMPARE(queue.run(id)->failure, version(id).failure);
    QCOMPARE(version(next).status, VersionStatus::Done);
}

void TrainingQueueTest::destroyedInTheMiddleIsFiledAsStopped()
{
    core::VersionId id;
    {
        TrainingQueue queue(*m_project);
        QSignalSpy epochs(&queue, &TrainingQueue::epochFinished);
        id = enqueue(queue, 1000);
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, patience);
    }
    reopen();
    QCOMPARE(version(id).status, VersionStatus::Stopped);
    QCOMPARE(version(id).weights, core::WeightsState::Present);
    QVERIFY(core::VersionFolder::validationReport(folderOf(id)));
}

void TrainingQueueTest::waitingOnesStandInLineAgain()
{
    const auto names = leaveWaiting({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")});
    TrainingQueue queue(*m_project);
    QSignalSpy started(&queue, &TrainingQueue::started);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    QCOMPARE(namesOf(queue.waiting()), names); // in the order in which they were asked for
    QVERIFY(queue.isPaused() && !queue.isIdle() && !queue.isRunning());
    QCOMPARE(queue.run(queue.waiting().front())->status, VersionStatus::Queued);
    QCoreApplication::processEvents();
    QVERIFY(started.isEmpty()); // nobody finds the machine busy who only looks
    const auto waited = queue.waiting();
    queue.startWaiting();
    QVERIFY(!queue.isPaused());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 3, patience);
    for (size_t i = 0; i < waited.size(); ++i) {
        QCOMPARE(started[int(i)][0].value<core::VersionId>(), waited[i]);
        QCOMPARE(version(waited[i]).status, VersionStatus::Done);
    }
}

void TrainingQueueTest::aLaterOneNeverOvertakes()
{
    leaveWaiting({QStringLiteral("first"), QStringLiteral("second")});
    TrainingQueue queue(*m_project);
    QSignalSpy started(&queue, &TrainingQueue::started);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    enqueue(queue, 1, QStringLiteral("third"));
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 3, patience);
    QStringList names;
    for (const auto& signal : started)
        names << version(signal[0].value<core::VersionId>()).name;
    QCOMPARE(names, QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}));
}

void TrainingQueueTest::aWaitingOneCanBeRemoved()
{
    leaveWaiting({QStringLiteral("first"), QStringLiteral("second")});
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    const auto waited = queue.waiting();
    const auto folder = folderOf(waited[0]);
    QVERIFY(QFileInfo::exists(folder));
    queue.remove(waited[0]);
    QCOMPARE(namesOf(queue.waiting()), QStringList(QStringLiteral("second")));
    QTRY_VERIFY(!QFileInfo::exists(folder));
    QVERIFY(!m_project->version(waited[0]));
    QVERIFY(!queue.run(waited[0]));
    queue.stop(waited[1]); // stopping keeps the version, and says so
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(version(waited[1]).status, VersionStatus::Stopped);
    QVERIFY(queue.isIdle());
    QVERIFY(!queue.isPaused());
}

void TrainingQueueTest::freezesWhatWasEditedJustBefore()
{
    TrainingQueue queue(*m_project);
    const auto item = m_project->item(m_project->trainingSelection(m_view).train.front().item);
    m_project->edit(QStringLiteral("Set"), [&](core::Editor& editor) { // still on its way to the disk when the training is asked for
        editor.setSplit({item->image.id}, core::Split::Unassigned);
    });
    const auto id = enqueue(queue, 1);
    QCOMPARE(version(id).itemsTrain, 23);
    queue.stop(id);
}

void TrainingQueueTest::nothingStartsInAProjectOpenForReading()
{
    leaveWaiting({QStringLiteral("first")});
    const auto folder = m_project->folder();
    m_project.reset();
    m_project = Project::open(folder, Project::Access::Read);
    TrainingQueue queue(*m_project);
    QVERIFY(queue.isIdle());
    enqueue(queue, 1, QStringLiteral("second"));
    QVERIFY(!m_refusal.isEmpty());
}

void TrainingQueueTest::tellsWhenAWaitingOneStarts()
{
    QSettings().clear();
    leaveWaiting({QStringLiteral("first"), QStringLiteral("second")});
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    const auto waited = queue.waiting();
    QVERIFY(!queue.secondsUntilStart(waited[1])); // paused
    queue.startWaiting();
    QTRY_VERIFY_WITH_TIMEOUT(queue.isRunning() && queue.running()->secondsLeft >= 0, patience);
    QCOMPARE(queue.secondsUntilStart(waited[1]), std::optional(queue.running()->secondsLeft));
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patience);
}

void TrainingQueueTest::refusesWhatCannotTrain()
{
    TrainingQueue queue(*m_project);
    const auto refusal = [&](const QString& name, const core::TrainingSpec& spec, core::ViewId view) {
        return enqueue(queue, spec, name, view).isValid() ? QString() : m_refusal;
    };
    enqueue(queue, 1000, QStringLiteral("taken"));
    QVERIFY(refusal(QStringLiteral("taken"), smallSpec(1), m_view).contains(QStringLiteral("taken")));
    QVERIFY(!refusal(QStringLiteral("  "), smallSpec(1), m_view).isEmpty());
    QVERIFY(!refusal(QStringLiteral("two\nlines"), smallSpec(1), m_view).isEmpty());
    auto odd = smallSpec(1);
    odd.imageSize = 65;
    QVERIFY(!refusal(QStringLiteral("odd side"), odd, m_view).isEmpty());

    core::ViewId empty;
    m_project->editAndWait(QStringLiteral("Add a view"), [&](core::Editor& editor) { empty = editor.addView(QStringLiteral("Empty"), core::ViewType::Tagging); });
    QVERIFY(!refusal(QStringLiteral("nothing"), smallSpec(1), empty).isEmpty());
    QVERIFY(!refusal(QStringLiteral("no view"), smallSpec(1), core::ViewId{4711}).isEmpty());
    QCOMPARE(QDir(m_project->folder() + QStringLiteral("/versions")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1); // only "taken"
    QCOMPARE(queue.queued(), 0);
}

void TrainingQueueTest::remembersHowLongItTook()
{
    QSettings().clear();
    QVERIFY(!core::expectedSeconds(smallSpec(2), 24, 8));
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    enqueue(queue, 2);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    const auto few = core::expectedSeconds(smallSpec(2), 24, 8);
    const auto many = core::expectedSeconds(smallSpec(20), 24, 8);
    QVERIFY(few && many && *few > 0 && *many > *few);
    const auto moreJudging = core::expectedSeconds(smallSpec(2), 24, 800);
    QVERIFY(moreJudging && *moreJudging > *few * 2); // each epoch judges the validation pictures too
}

void TrainingQueueTest::isMeasuredBeforeTheFirst()
{
    QSettings().clear();
    core::PaceJob job;
    QSignalSpy finished(&job, &core::Job::finished);
    job.measure(smallSpec(2), 2, m_project->trainingSelection(m_view).train);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    const auto few = core::expectedSeconds(smallSpec(2), 24, 8);
    const auto many = core::expectedSeconds(smallSpec(20), 24, 8);
    const auto moreJudging = core::expectedSeconds(smallSpec(2), 24, 800);
    QVERIFY(few && *few > 0);
    QVERIFY(many && *many > *few);
    QVERIFY(moreJudging && *moreJudging > *few);
}

QTEST_GUILESS_MAIN(TrainingQueueTest)
#include "TrainingQueueTest.moc"
