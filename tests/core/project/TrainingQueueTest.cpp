#include "core/project/TrainingQueue.h"

#include "core/base/Error.h"
#include "core/project/ImportJob.h"
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
    void waitingOnesStartAtTheNextOpening();
    void refusesWhatCannotTrain();
    void remembersHowLongItTook();

private:
    core::VersionId enqueue(TrainingQueue& queue, int epochs, const QString& name = QStringLiteral("v1"))
    {
        return queue.enqueue(m_view, name, smallSpec(epochs));
    }
    core::VersionRecord version(core::VersionId id) const { return *m_project->version(id); }
    QString folderOf(core::VersionId id) const { return m_project->versionFolder(version(id).uuid); }
    void reopen();

    QTemporaryDir m_pictures;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Project> m_project;
    core::ViewId m_view;
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
    QCOMPARE(version(id).status, VersionStatus::Queued);
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
    QCOMPARE(ended.count(), 1);
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

void TrainingQueueTest::waitingOnesStartAtTheNextOpening()
{
    core::VersionId id;
    {
        TrainingQueue queue(*m_project);
        id = enqueue(queue, 1);
    }
    reopen();
    QCOMPARE(version(id).status, VersionStatus::Queued);
    TrainingQueue queue(*m_project);
    QSignalSpy ended(&queue, &TrainingQueue::ended);
    QVERIFY(queue.isIdle());
    queue.resumeQueued();
    queue.resumeQueued(); // asking twice does not train twice
    QCOMPARE(queue.queued(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QCOMPARE(version(id).status, VersionStatus::Done);
}

void TrainingQueueTest::refusesWhatCannotTrain()
{
    TrainingQueue queue(*m_project);
    enqueue(queue, 1, QStringLiteral("taken"));
    QVERIFY_EXCEPTION_THROWN(enqueue(queue, 1, QStringLiteral("taken")), core::Error);
    QVERIFY_EXCEPTION_THROWN(enqueue(queue, 1, QStringLiteral("  ")), core::Error);
    QVERIFY_EXCEPTION_THROWN(queue.enqueue(m_view, QStringLiteral("odd side"), [] { auto spec = smallSpec(1); spec.imageSize = 65; return spec; }()), core::Error);

    core::ViewId empty;
    m_project->editAndWait(QStringLiteral("Add a view"), [&](core::Editor& editor) { empty = editor.addView(QStringLiteral("Empty"), core::ViewType::Tagging); });
    QVERIFY_EXCEPTION_THROWN(queue.enqueue(empty, QStringLiteral("nothing"), smallSpec(1)), core::Error);
    QCOMPARE(QDir(m_project->folder() + QStringLiteral("/versions")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1); // only "taken"
    QCOMPARE(queue.queued(), 1);
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
}

QTEST_GUILESS_MAIN(TrainingQueueTest)
#include "TrainingQueueTest.moc"
