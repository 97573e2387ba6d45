#include "core/project/PredictionRun.h"

#include "core/inference/Predictor.h"
#include "core/project/PredictionJob.h"
#include "core/project/Project.h"
#include "core/project/SampleProject.h"
#include "tests/support/FreshVersion.h"
#include "tests/support/Pictures.h"
#include "tests/support/SmallDisk.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace core;
using Kind = PredictionPictures::Kind;

/// Predictions of whole folders and projects, with what they write.
class PredictionRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void brokenFilesAreListedAndTheRestGoesOn();
    void scoresAreThoseOfAnEvaluation_data();
    void scoresAreThoseOfAnEvaluation();
    void writesWhatIsAskedFor();
    void picturesOfOneNameDoNotMeet();
    void foldersOfOthersAreRefused_data();
    void foldersOfOthersAreRefused();
    void whatIsDoneIsSkipped_data();
    void whatIsDoneIsSkipped();
    void changedPicturesAreTold();
    void aFullDiskEndsItCleanly();
    void onlyDetectionHasBoxesToBlur();
    void theOffsetMovesTheThresholds();
    void nothingThereIsRefused_data();
    void nothingThereIsRefused();
    void oneWriterAFolder();
    void theJobKeepsAnswersAndCanBePaused();
    void theJobMayGoAwayInTheMiddle();
    void aPictureOfTheClipboardIsAnswered();

private:
    QString at(const QString& name) const { return m_place->filePath(name); }
    QByteArray content(const QString& name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Pictures of noise below `folder`, which a detector of fresh weights finds many boxes in.
    QStringList makePictures(const QString& folder, int count)
    {
        QStringList paths;
        for (int i = 0; i < count; ++i) {
            paths << at(QStringLiteral("%1/%2/p%3.%4").arg(folder).arg(i % 3).arg(i, 4, 10, QLatin1Char('0')).arg(i % 2 ? QStringLiteral("jpg") : QStringLiteral("png")));
            pictures::write(paths.last(), i % 2 ? pictures::jpeg(pictures::quarters(64 + i % 5, 48)) : pictures::png(pictures::quarters(48, 64 + i % 5)));
        }
        paths.sort();
        return paths;
    }
    PredictionContext context(const QString& version) const
    {
        return {.database = {}, .versionFolder = m_versions.filePath(version), .versionUuid = m_uuid, .version = QStringLiteral("v1"), .view = QStringLiteral("Things"), .colours = {}, .ids = {}};
    }
    PredictionRequest request(const QString& folder, const PredictionOutputs& outputs = {}) const
    {
        PredictionRequest made{.pictures = {.paths = {at(folder)}, .filter = {}, .camera = {}, .pixels = {}, .name = {}}, .device = QStringLiteral("cpu"), .threads = 1, .outputs = outputs};
        made.minScore = 0.001;
        made.thresholdOffset = -0.5; // everything is found
        made.mostBoxes = 5;
        return made;
    }
    PredictionReport run(const QString& version, const PredictionRequest& request, const PredictionListener& listener = {})
    {
        return runPrediction(version == QLatin1String("boxes") ? *m_detector : *m_tagger, context(version), request, listener);
    }
    QTemporaryDir m_versions;
    QUuid m_uuid = QUuid::createUuid();
    std::unique_ptr<Predictor> m_detector, m_tagger;
    std::unique_ptr<QTemporaryDir> m_place;
};

void PredictionRunTest::initTestCase()
{
    makeFreshVersion(m_versions.filePath(QStringLiteral("tags")), ViewType::Tagging, {32, 32});
    makeFreshVersion(m_versions.filePath(QStringLiteral("boxes")), ViewType::Detection, {64, 64});
    m_tagger = std::make_unique<Predictor>(m_versions.filePath(QStringLiteral("tags")), QStringLiteral("cpu"), 1);
    m_detector = std::make_unique<Predictor>(m_versions.filePath(QStringLiteral("boxes")), QStringLiteral("cpu"), 1);
}

void PredictionRunTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
}

void PredictionRunTest::brokenFilesAreListedAndTheRestGoesOn()
{
    pictures::write(at(QStringLiteral("in/0000.png")), pictures::png(pictures::quarters()));
    for (int i = 1; i < 1000; ++i) // links: the content does not matter here
        QVERIFY(QFile::link(at(QStringLiteral("in/0000.png")), at(QStringLiteral("in/%1.png").arg(i, 4, 10, QLatin1Char('0')))));
    for (const int broken : {7, 500, 999}) {
        QVERIFY(QFile::remove(at(QStringLiteral("in/%1.png").arg(broken, 4, 10, QLatin1Char('0')))));
        pictures::write(at(QStringLiteral("in/%1.png").arg(broken, 4, 10, QLatin1Char('0'))), "This is no picture.");
    }
    pictures::write(at(QStringLiteral("in/notes.txt")), "Not asked about.");
    qint64 answered = 0, most = 0;
    Progress last;
    const auto report = run(QStringLiteral("tags"), request(QStringLiteral("in")),
                            {.begins = {}, .answered = [&](const std::vector<AnsweredPicture>& answers) {
                                 answered += qint64(answers.size());
                                 most = std::max(most, qint64(answers.size()));
                             },
                             .progressed = [&](const Progress& progress) { last = progress; }, .isCanceled = {}, .waitWhilePaused = {}});
    QCOMPARE(report.answered, 997);
    QCOMPARE(report.failed, 3);
    QCOMPARE(report.unread.size(), size_t(3));
    QVERIFY(report.unread[0].name.endsWith(QStringLiteral("0007.png")));
    QVERIFY(report.unread[0].why.contains(QStringLiteral("0007.png")));
    QVERIFY(report.stopped.isEmpty() && !report.isCanceled);
    QCOMPARE(answered, 1000);
    QVERIFY(most <= 16); // nothing is gathered
    QCOMPARE(last.done, 1000);
    QCOMPARE(last.total, 1000);
}

void PredictionRunTest::scoresAreThoseOfAnEvaluation_data()
{
    QTest::addColumn<QString>("view");
    QTest::newRow("detection") << QStringLiteral("Cells");
    QTest::newRow("tagging") << QStringLiteral("Slides");
}

/// What an evaluation asks of the version is what a prediction says and writes. (That it is what is stored of a training, app/CliTest shows.)
void PredictionRunTest::scoresAreThoseOfAnEvaluation()
{
    QFETCH(QString, view);
    const auto project = createSampleProject(at(QStringLiteral("Sample.oriel")), QStringLiteral(ORIEL_SOURCE_DIR "/resources/sample"));
    const auto record = *project->viewNamed(view);
    const auto version = project->library(record.id).front().versions.front();
    Predictor predictor(project->versionFolder(version.uuid), QStringLiteral("cpu"));
    PredictionRequest request{.pictures = {.kind = Kind::Project, .view = record.id, .filter = {.split = Split::Validation}, .camera = {}, .pixels = {}, .name = {}}, .outputs = {}};
    request.outputs = {.folder = at(QStringLiteral("out")), .table = QStringLiteral("oriel")};
    std::map<QString, Prediction> answers;
    const auto report = runPrediction(predictor, predictionContext(*project, version.id), request, {.begins = {}, .answered = [&](const std::vector<AnsweredPicture>& batch) {
        for (const auto& answer : batch)
            answers[QFileInfo(answer.asked.name).fileName()] = answer.prediction;
    }, .progressed = {}, .isCanceled = {}, .waitWhilePaused = {}});
    QCOMPARE(report.answered, 16);
    const auto items = project->items(project->itemIds(record.id, {.split = Split::Validation}));
    const auto evaluated = predictor.answer({items.begin(), items.end()});
    for (size_t picture = 0; picture < items.size(); ++picture) {
        const auto& answer = answers.at(items[picture].image.name());
        const auto& asked = evaluated[picture].prediction;
        QCOMPARE(answer.scores.size(), asked.scores.size());
        for (size_t i = 0; i < answer.scores.size(); ++i)
            QVERIFY2(std::abs(answer.scores[i] - asked.scores[i]) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(answer.scores[i]).arg(asked.scores[i])));
        QCOMPARE(answer.boxes.size(), asked.boxes.size());
        for (size_t i = 0; i < answer.boxes.size(); ++i)
            QVERIFY2(std::abs(answer.boxes[i].score - asked.boxes[i].score) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(answer.boxes[i].score).arg(asked.boxes[i].score)));
    }
    // And the file says the same.
    const auto line = QJsonDocument::fromJson(content(QStringLiteral("out/predictions.jsonl")).split('\n').first()).object();
    const auto labels = line[QStringLiteral("outputs")][0][QStringLiteral("labels")];
    const auto best = labels[QStringLiteral("predicted")].toArray() + labels[QStringLiteral("discarded")].toArray().first();
    const auto& answer = answers.at(QFileInfo(line[QStringLiteral("picture")].toString()).fileName());
    const double highest = answer.boxes.empty() ? *std::ranges::max_element(answer.scores) : answer.boxes.front().score;
    QCOMPARE(best[0][QStringLiteral("score")].toDouble(), highest);
    QCOMPARE(line[QStringLiteral("data")][QStringLiteral("version")].toString(), version.uuid.toString(QUuid::WithoutBraces));
}

void PredictionRunTest::writesWhatIsAskedFor()
{
    const auto paths = makePictures(QStringLiteral("in"), 6);
    QMap<QString, QByteArray> before;
    for (const auto& path : paths)
        before[path] = PictureFile::sha256OfFile(path);
    const PredictionOutputs outputs{.folder = at(QStringLiteral("in/out")), .table = QStringLiteral("csv"), .drawn = true, .blurred = true, .crops = true}; // inside of the source
    for (int i = 0; i < 2; ++i) { // what was made is not asked about the second time
        const auto report = run(QStringLiteral("boxes"), request(QStringLiteral("in"), outputs));
        QCOMPARE(report.answered, i == 0 ? 6 : 0);
        QCOMPARE(report.skipped, i == 0 ? 0 : 6);
        QVERIFY2(report.stopped.isEmpty(), qPrintable(report.stopped));
    }
    const auto lines = content(QStringLiteral("in/out/predictions.csv")).split('\n');
    QVERIFY(lines[0].startsWith("file,view,version,"));
    QVERIFY(lines.size() > 6);
    QVERIFY(lines[1].startsWith(paths[0].toUtf8() + ",Things,v1,1,"));
    for (const QString& kind : {QStringLiteral("drawn"), QStringLiteral("blurred")}) {
        for (const auto& path : paths) {
            const QString made = at(QStringLiteral("in/out/%1/%2").arg(kind, QDir(at(QStringLiteral("in"))).relativeFilePath(path)));
            const auto picture = PictureFile::decode(made).image;
            QCOMPARE(picture.size(), PictureFile::decode(path).image.size());
            QVERIFY(picture != PictureFile::decode(path).image);
        }
    }
    int crops = 0;
    for (QDirIterator files(at(QStringLiteral("in/out/crops")), QDir::Files, QDirIterator::Subdirectories); files.hasNext(); ++crops)
        QVERIFY(!PictureFile::decode(files.next()).image.isNull());
    QVERIFY(crops > 0);
    for (const auto& path : paths)
        QCOMPARE(PictureFile::sha256OfFile(path), before[path]); // never written
}

void PredictionRunTest::picturesOfOneNameDoNotMeet()
{
    pictures::write(at(QStringLiteral("a/p.png")), pictures::png(pictures::plain(Qt::red)));
    pictures::write(at(QStringLiteral("b/p.png")), pictures::png(pictures::plain(Qt::blue)));
    auto both = request({}, {.folder = at(QStringLiteral("out")), .table = {}, .drawn = true});
    both.pictures.paths = {at(QStringLiteral("a/p.png")), at(QStringLiteral("b"))};
    QCOMPARE(run(QStringLiteral("tags"), both).answered, 2);
    QVERIFY(QFileInfo::exists(at(QStringLiteral("out/drawn/p.png"))));
    QVERIFY(QFileInfo::exists(at(QStringLiteral("out/drawn/p-2.png"))));
    QVERIFY(!QFileInfo::exists(at(QStringLiteral("out/predictions.csv"))));
}

void PredictionRunTest::foldersOfOthersAreRefused_data()
{
    QTest::addColumn<QString>("present");
    QTest::addColumn<double>("offset");
    QTest::addColumn<QString>("said");
    QTest::newRow("another file") << QStringLiteral("letter.txt") << 0.0 << QStringLiteral("other files");
    QTest::newRow("a hidden file") << QStringLiteral(".letter") << 0.0 << QStringLiteral("other files");
    QTest::newRow("another prediction") << QString() << 0.1 << QStringLiteral("other options");
}

void PredictionRunTest::foldersOfOthersAreRefused()
{
    QFETCH(QString, present);
    QFETCH(double, offset);
    QFETCH(QString, said);
    makePictures(QStringLiteral("in"), 3);
    const PredictionOutputs outputs{.folder = at(QStringLiteral("out")), .table = QStringLiteral("csv")};
    if (present.isEmpty())
        QCOMPARE(run(QStringLiteral("tags"), request(QStringLiteral("in"), outputs)).answered, 3);
    else
        pictures::write(at(QStringLiteral("out/") + present), "mine");
    const auto before = content(QStringLiteral("out/predictions.csv"));
    auto again = request(QStringLiteral("in"), outputs);
    again.thresholdOffset = offset;
    try {
        run(QStringLiteral("tags"), again);
        QFAIL("it was taken");
    } catch (const Error& error) {
        QVERIFY2(error.message().contains(said), qPrintable(error.message()));
    }
    QCOMPARE(content(QStringLiteral("out/predictions.csv")), before);
    if (!present.isEmpty())
        QCOMPARE(QDir(at(QStringLiteral("out"))).entryList(QDir::Files | QDir::Hidden), QStringList(present));
}

void PredictionRunTest::whatIsDoneIsSkipped_data()
{
    QTest::addColumn<QString>("table");
    for (const auto* table : {"csv", "oriel", "coco"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

/// A run that is cut short, by cancel and by half a line at the end of its files, and then done again is the same as a whole one.
void PredictionRunTest::whatIsDoneIsSkipped()
{
    QFETCH(QString, table);
    makePictures(QStringLiteral("in"), 40);
    const PredictionOutputs whole{.folder = at(QStringLiteral("whole")), .table = table}, cut{.folder = at(QStringLiteral("cut")), .table = table};
    QCOMPARE(run(QStringLiteral("boxes"), request(QStringLiteral("in"), whole)).answered, 40);
    std::atomic<qint64> seen = 0; // asked for on the threads that read
    const auto first = run(QStringLiteral("boxes"), request(QStringLiteral("in"), cut), {.begins = {}, .answered = [&](const auto& answers) { seen += qint64(answers.size()); }, .progressed = {},
                                                                                         .isCanceled = [&] { return seen > 0; }, .waitWhilePaused = {}});
    QVERIFY(first.isCanceled);
    QVERIFY(first.answered > 0 && first.answered < 40);
    const QString file = QDir(at(QStringLiteral("cut"))).entryList({QStringLiteral("predictions.*")}).value(0);
    for (const QString& name : {file, QStringLiteral("oriel-run.jsonl")}) {
        QFile torn(at(QStringLiteral("cut/") + name));
        QVERIFY(torn.open(QIODevice::Append) && torn.write("{\"half\":") == 8);
    }
    const auto second = run(QStringLiteral("boxes"), request(QStringLiteral("in"), cut));
    QCOMPARE(second.skipped, first.answered);
    QCOMPARE(second.answered, 40 - first.answered);
    QCOMPARE(second.outdated, 0);
    QCOMPARE(content(QStringLiteral("cut/") + file), content(QStringLiteral("whole/") + file));
    const auto third = run(QStringLiteral("boxes"), request(QStringLiteral("in"), cut));
    QCOMPARE(third.skipped, 40);
    QCOMPARE(content(QStringLiteral("cut/") + file), content(QStringLiteral("whole/") + file));
}

void PredictionRunTest::changedPicturesAreTold()
{
    const auto paths = makePictures(QStringLiteral("in"), 4);
    const PredictionOutputs outputs{.folder = at(QStringLiteral("out")), .table = QStringLiteral("csv")};
    run(QStringLiteral("tags"), request(QStringLiteral("in"), outputs));
    QFile changed(paths[1]);
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.setFileTime(QDateTime::currentDateTime().addDays(1), QFileDevice::FileModificationTime));
    changed.close();
    pictures::write(at(QStringLiteral("in/zz.png")), pictures::png(pictures::quarters())); // and one is new
    const auto report = run(QStringLiteral("tags"), request(QStringLiteral("in"), outputs));
    QCOMPARE(report.skipped, 4);
    QCOMPARE(report.outdated, 1);
    QCOMPARE(report.answered, 1);
}

void PredictionRunTest::aFullDiskEndsItCleanly()
{
#ifdef Q_OS_UNIX
    makePictures(QStringLiteral("in"), 60);
    const PredictionOutputs outputs{.folder = at(QStringLiteral("out")), .table = QStringLiteral("csv")};
    PredictionReport report;
    {
        const SmallDisk disk(12'000);
        report = run(QStringLiteral("boxes"), request(QStringLiteral("in"), outputs));
    }
    QVERIFY2(report.stopped.contains(QStringLiteral("predictions.csv")), qPrintable(report.stopped));
    QVERIFY(report.stopped.contains(QStringLiteral("stays")));
    const auto rest = run(QStringLiteral("boxes"), request(QStringLiteral("in"), outputs));
    QVERIFY2(rest.stopped.isEmpty(), qPrintable(rest.stopped));
    QCOMPARE(rest.skipped + rest.answered, 60);
    QVERIFY(rest.skipped > 0);
    const PredictionOutputs other{.folder = at(QStringLiteral("whole")), .table = QStringLiteral("csv")};
    run(QStringLiteral("boxes"), request(QStringLiteral("in"), other));
    QCOMPARE(content(QStringLiteral("out/predictions.csv")), content(QStringLiteral("whole/predictions.csv")));
#endif
}

void PredictionRunTest::onlyDetectionHasBoxesToBlur()
{
    makePictures(QStringLiteral("in"), 2);
    QVERIFY_EXCEPTION_THROWN(run(QStringLiteral("tags"), request(QStringLiteral("in"), {.folder = at(QStringLiteral("out")), .table = {}, .blurred = true})), Error);
    QVERIFY(!QFileInfo::exists(at(QStringLiteral("out"))));
}

void PredictionRunTest::theOffsetMovesTheThresholds()
{
    const std::vector<FrozenConcept> frozen{{QUuid(), QStringLiteral("a"), 0.3}, {QUuid(), QStringLiteral("b"), 0.8}};
    const auto lower = conceptsFor(frozen, -0.4), higher = conceptsFor(frozen, 0.4);
    QCOMPARE(lower[0].threshold, 0.0);
    QCOMPARE(lower[1].threshold, 0.4);
    QCOMPARE(higher[0].threshold, 0.7);
    QCOMPARE(higher[1].threshold, 1.0);
}

void PredictionRunTest::nothingThereIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::newRow("an empty folder") << int(Kind::Files) << QStringLiteral("empty");
    QTest::newRow("no film") << int(Kind::Film) << QStringLiteral("none.mp4");
    QTest::newRow("no camera") << int(Kind::Camera) << QString();
}

void PredictionRunTest::nothingThereIsRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QDir().mkpath(at(QStringLiteral("empty")));
    auto asked = request(path, {.folder = at(QStringLiteral("out")), .table = QStringLiteral("csv")});
    asked.pictures.kind = Kind(kind);
    asked.pictures.camera = {.number = 63, .name = QStringLiteral("Nowhere"), .file = {}};
    QVERIFY_EXCEPTION_THROWN(run(QStringLiteral("tags"), asked), Error);
    QVERIFY(!QFileInfo::exists(at(QStringLiteral("out"))));
}

void PredictionRunTest::oneWriterAFolder()
{
    makePictures(QStringLiteral("in"), 3);
    const PredictionOutputs outputs{.folder = at(QStringLiteral("out")), .table = QStringLiteral("csv")};
    bool isRefused = false;
    run(QStringLiteral("tags"), request(QStringLiteral("in"), outputs), {.begins = {}, .answered = [&](const auto&) {
        try {
            run(QStringLiteral("boxes"), request(QStringLiteral("in"), outputs));
        } catch (const Error& error) {
            isRefused = error.message().contains(QStringLiteral("Another prediction"));
        }
    }, .progressed = {}, .isCanceled = {}, .waitWhilePaused = {}});
    QVERIFY(isRefused);
}

void PredictionRunTest::theJobKeepsAnswersAndCanBePaused()
{
    makePictures(QStringLiteral("in"), 100);
    PredictionJob job;
    std::shared_ptr<AnswerStore> answers;
    PredictionReport report;
    bool wasPaused = false;
    connect(&job, &PredictionJob::began, this, [&](const std::shared_ptr<AnswerStore>& made) { answers = made; });
    connect(&job, &PredictionJob::grew, this, [&](int count) {
        if (!wasPaused && count < 75) {
            wasPaused = true;
            job.setPaused(true);
            QTimer::singleShot(50, &job, [&] { job.setPaused(false); });
        }
    });
    connect(&job, &PredictionJob::ended, this, [&](const PredictionReport& told) { report = told; });
    QSignalSpy finished(&job, &Job::finished);
    job.predict(context(QStringLiteral("tags")), request(QStringLiteral("in")), {});
    QVERIFY(finished.wait(60'000));
    QVERIFY(wasPaused);
    QCOMPARE(report.answered, 100);
    QCOMPARE(answers->size(), 100);
    QVERIFY(answers->at(99).name > answers->at(50).name);
}

void PredictionRunTest::theJobMayGoAwayInTheMiddle()
{
    makePictures(QStringLiteral("in"), 150);
    for (const bool paused : {false, true}) {
        auto job = std::make_unique<PredictionJob>();
        QSignalSpy grew(job.get(), &PredictionJob::grew);
        job->predict(context(QStringLiteral("tags")), request(QStringLiteral("in"), {.folder = at(QStringLiteral("out%1").arg(paused)), .table = QStringLiteral("csv")}), {});
        QVERIFY(grew.wait(60'000));
        job->setPaused(paused);
        job.reset();
        const auto rest = run(QStringLiteral("tags"), request(QStringLiteral("in"), {.folder = at(QStringLiteral("out%1").arg(paused)), .table = QStringLiteral("csv")}));
        QVERIFY(rest.skipped > 0);
        QCOMPARE(rest.skipped + rest.answered, 150);
    }
}

void PredictionRunTest::aPictureOfTheClipboardIsAnswered()
{
    auto asked = request({});
    asked.pictures.kind = Kind::Pixels;
    asked.pictures.pixels = pictures::quarters();
    asked.pictures.name = QStringLiteral("Clipboard");
    int boxes = 0;
    QCOMPARE(run(QStringLiteral("boxes"), asked, {.begins = {}, .answered = [&](const auto& answers) { boxes = int(answers.at(0).prediction.boxes.size()); }, .progressed = {}, .isCanceled = {},
                                                  .waitWhilePaused = {}}).answered, 1);
    QCOMPARE(boxes, 5);
}

QTEST_GUILESS_MAIN(PredictionRunTest)
#include "PredictionRunTest.moc"
