#include "core/project/Project.h"
#include "core/project/VersionFolder.h"
#include "tests/support/Pictures.h"
#include "tests/support/SyntheticPictures.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/videoio.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace {

constexpr int patience = 180'000; // ms; a busy machine may take long

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;

    std::vector<QJsonObject> lines() const // stdout as JSON lines; a line that is none is an empty object
    {
        std::vector<QJsonObject> objects;
        for (const auto& line : out.split('\n')) {
            if (!line.isEmpty())
                objects.push_back(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
    QJsonObject object() const { return lines().size() == 1 ? lines().front() : QJsonObject(); }
};

QStringList keysOf(const QJsonObject& object) { return object.keys(); } // in the order of the alphabet

QJsonObject eventNamed(const Outcome& outcome, const QString& name)
{
    for (const auto& line : outcome.lines()) {
        if (line[QStringLiteral("event")] == name)
            return line;
    }
    return {};
}

} // namespace

/// Drives the real program as a person or another program would: the contract of its commands, exit codes and JSON.
class CliTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void refusals_data();
    void refusals();
    void importSaysWhatCameIn();
    void importAgainBringsNothing();
    void aBrokenPictureIsPartlyDone();
    void aTrialRunWritesNothing();
    void numbersHaveTheirPlurals_data();
    void numbersHaveTheirPlurals();
    void splitFileDecides();
    void exportData_data();
    void exportData();
    void exportRefuses_data();
    void exportRefuses();
    void exportLeavesOutWhatIsGone();
    void info();
    void trainTellsItsEvents();
    void library();
    void evaluate();
    void evaluateDetection();
    void predictLines();
    void predictCsv();
    void predictCoco();
    void predictIntoAFolder();
    void predictedScoresAreThoseOfTheTraining_data();
    void predictedScoresAreThoseOfTheTraining();
    void predictAFilm();
    void predictOptionsThatDoNotFit_data();
    void predictOptionsThatDoNotFit();
    void exportModel_data();
    void exportModel();
    void exportModelOverwritesNothing();
    void aBrokenPictureAmongOthersIsListed();
    void aFullDiskIsNoSuccess_data();
    void aFullDiskIsNoSuccess();
    void outputPlacesThatCannotBe_data();
    void outputPlacesThatCannotBe();
    void namesGiveNoOrdersToTheTerminal_data();
    void namesGiveNoOrdersToTheTerminal();
    void withoutAReadablePictureNothingIsJudged();
    void aCardOfAnotherVersionIsRefused();
    void devices();
    void ctrlCStopsAndKeeps();
    void aKilledTrainingIsInterrupted();
    void aSecondWriterIsRefused();

private:
    Outcome run(const QStringList& arguments) const;
    std::unique_ptr<QProcess> startTraining(const QString& name) const; // returns when its first epoch is over
    QStringList train(const QString& view, const QString& name, int epochs) const;
    QString at(const QString& path) const { return m_place.filePath(path); }
    QProcessEnvironment environment() const;

    QTemporaryDir m_place;
    QString m_project;
};

QProcessEnvironment CliTest::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), at(QStringLiteral("config"))); // no trace in the home folder
    environment.insert(QStringLiteral("XDG_DATA_HOME"), at(QStringLiteral("data")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

Outcome CliTest::run(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(ORIEL_PROGRAM), arguments);
    if (!process.waitForFinished(patience))
        return {};
    return {.code = process.exitCode(), .out = process.readAllStandardOutput(), .err = process.readAllStandardError()};
}

QStringList CliTest::train(const QString& view, const QString& name, int epochs) const
{
    return {QStringLiteral("train"), m_project, QStringLiteral("--view"), view, QStringLiteral("--name"), name, QStringLiteral("--epochs"), QString::number(epochs),
            QStringLiteral("--image-size"), QStringLiteral("64"), QStringLiteral("--batch-size"), QStringLiteral("8"), QStringLiteral("--weights"), QStringLiteral("none"),
            QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--json")};
}

std::unique_ptr<QProcess> CliTest::startTraining(const QString& name) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->start(QStringLiteral(ORIEL_PROGRAM), train(QStringLiteral("colours"), name, 1000));
    QByteArray out;
    QElapsedTimer timer;
    timer.start();
    while (!out.contains("\"event\":\"epoch\"") && timer.elapsed() < patience && process->state() != QProcess::NotRunning) {
        process->waitForReadyRead(500);
        out += process->readAllStandardOutput();
    }
    return out.contains("\"event\":\"epoch\"") ? std::move(process) : nullptr;
}

void CliTest::initTestCase()
{
    m_project = at(QStringLiteral("Ünï code.oriel"));
    synthetic::classFolders(at(QStringLiteral("colours")), 12, 4);
    synthetic::boxCsv(at(QStringLiteral("boxes")), 12, 4);
    const auto made = run({QStringLiteral("new"), m_project});
    QCOMPARE(made.code, 0);
    QVERIFY(QFileInfo::exists(m_project + QStringLiteral("/project.orielproj")));
}

void CliTest::usage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("help") << QStringLiteral("--help") << 0;
    QTest::newRow("help of a command") << QStringLiteral("train --help") << 0;
    QTest::newRow("version") << QStringLiteral("--version") << 0;
    QTest::newRow("nothing") << QString() << 2;
    QTest::newRow("unknown command") << QStringLiteral("paint P") << 2;
    QTest::newRow("no project") << QStringLiteral("info") << 2;
    QTest::newRow("no name") << QStringLiteral("train P --view v") << 2;
    QTest::newRow("unknown option") << QStringLiteral("info P --loud") << 2;
    QTest::newRow("type") << QStringLiteral("import P S --type painting") << 2;
    QTest::newRow("share") << QStringLiteral("import P S --val-share 1.5") << 2;
    QTest::newRow("epochs") << QStringLiteral("train P --view v --name n --epochs -1") << 2;
    QTest::newRow("image size") << QStringLiteral("train P --view v --name n --image-size 100") << 2;
    QTest::newRow("image size is no number") << QStringLiteral("train P --view v --name n --image-size big") << 2;
    QTest::newRow("optimizer") << QStringLiteral("train P --view v --name n --optimizer adagrad") << 2;
    QTest::newRow("data format") << QStringLiteral("export P --view v --format png --out f") << 2;
    QTest::newRow("data without a place") << QStringLiteral("export P --view v --format coco") << 2;
    QTest::newRow("pictures") << QStringLiteral("export P --view v --format coco --out f --pictures all") << 2;
    QTest::newRow("index") << QStringLiteral("export P --view v --format coco --out f --index random") << 2;
    QTest::newRow("model format") << QStringLiteral("export-model P --version v --out f --format caffe") << 2;
    QTest::newRow("device") << QStringLiteral("train P --view v --name n --device tpu") << 2;
    QTest::newRow("split") << QStringLiteral("evaluate P --version n --split none") << 2;
    QTest::newRow("format") << QStringLiteral("predict P --version n a.png --format xml") << 2;
}

void CliTest::usage()
{
    QFETCH(QString, line);
    const auto outcome = run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.out.isEmpty(), outcome.code != 0);
    QCOMPARE(outcome.err.isEmpty(), outcome.code == 0);
}

void CliTest::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    QTest::newRow("no such project") << words("info /nowhere/x.oriel --json");
    QTest::newRow("folder is taken") << QStringList{QStringLiteral("new"), m_project};
    QTest::newRow("no such source") << QStringList{QStringLiteral("import"), m_project, QStringLiteral("/nowhere/pictures"), QStringLiteral("--json")};
    QTest::newRow("no such view") << QStringList{QStringLiteral("train"), m_project, QStringLiteral("--view"), QStringLiteral("none"), QStringLiteral("--name"), QStringLiteral("n"), QStringLiteral("--json")};
    QTest::newRow("no such version") << QStringList{QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("none"), QStringLiteral("--json")};
    QTest::newRow("nor for predict") << QStringList{QStringLiteral("predict"), m_project, QStringLiteral("--version"), QStringLiteral("none"), QStringLiteral("a.png")};
    QTest::newRow("library of no view") << QStringList{QStringLiteral("library"), m_project, QStringLiteral("--view"), QStringLiteral("none"), QStringLiteral("--json")};
}

void CliTest::refusals()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err.trimmed().count('\n'), 0); // one sentence
    QVERIFY(outcome.err.trimmed().endsWith('.'));
}

void CliTest::importSaysWhatCameIn()
{
    const auto outcome = run({QStringLiteral("import"), m_project, at(QStringLiteral("colours")), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    for (const auto& line : outcome.lines())
        QVERIFY(line.contains(QStringLiteral("event")));
    const auto finished = outcome.lines().back();
    QCOMPARE(keysOf(finished), (QStringList{QStringLiteral("annotations"), QStringLiteral("drafts"), QStringLiteral("event"), QStringLiteral("images"), QStringLiteral("issues"), QStringLiteral("known"),
                                            QStringLiteral("rejected"), QStringLiteral("splits")}));
    QCOMPARE(finished[QStringLiteral("event")].toString(), QStringLiteral("finished"));
    QCOMPARE(finished[QStringLiteral("images")].toInt(), 32);
    QCOMPARE(finished[QStringLiteral("annotations")][QStringLiteral("red")].toInt(), 16);
    QCOMPARE(finished[QStringLiteral("splits")][QStringLiteral("train")].toInt(), 24);
    QCOMPARE(finished[QStringLiteral("splits")][QStringLiteral("val")].toInt(), 8);
    QCOMPARE(run({QStringLiteral("import"), m_project, at(QStringLiteral("boxes/boxes.csv")), QStringLiteral("--view"), QStringLiteral("Boxes")}).code, 0);
}

void CliTest::importAgainBringsNothing()
{
    const auto finished = eventNamed(run({QStringLiteral("import"), m_project, at(QStringLiteral("colours")), QStringLiteral("--json")}), QStringLiteral("finished"));
    QCOMPARE(finished[QStringLiteral("images")].toInt(-1), 0);
    QCOMPARE(finished[QStringLiteral("known")].toInt(), 32);
}

void CliTest::aBrokenPictureIsPartlyDone()
{
    const auto project = at(QStringLiteral("broken.oriel"));
    const auto folder = at(QStringLiteral("broken"));
    QDir().mkpath(folder);
    synthetic::picture(Qt::green, 1).save(folder + QStringLiteral("/good.png"));
    QFile bad(folder + QStringLiteral("/bad.jpg"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("<html>no picture</html>") > 0);
    bad.close();
    QCOMPARE(run({QStringLiteral("new"), project}).code, 0);
    const auto outcome = run({QStringLiteral("import"), project, folder, QStringLiteral("--json")});
    QCOMPARE(outcome.code, 3);
    const auto finished = outcome.lines().back();
    QCOMPARE(finished[QStringLiteral("images")].toInt(), 1);
    QCOMPARE(finished[QStringLiteral("rejected")].toInt(), 1);
    const auto issue = finished[QStringLiteral("issues")].toArray().at(0).toObject();
    QCOMPARE(keysOf(issue), (QStringList{QStringLiteral("code"), QStringLiteral("detail"), QStringLiteral("file"), QStringLiteral("level"), QStringLiteral("line")}));
    QCOMPARE(issue[QStringLiteral("level")].toString(), QStringLiteral("rejected"));
    QVERIFY(issue[QStringLiteral("file")].toString().endsWith(QStringLiteral("bad.jpg")));
}

void CliTest::aTrialRunWritesNothing()
{
    const auto project = at(QStringLiteral("trial.oriel"));
    QCOMPARE(run({QStringLiteral("new"), project}).code, 0);
    const auto outcome = run({QStringLiteral("import"), project, at(QStringLiteral("colours")), QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().back()[QStringLiteral("images")].toInt(), 32);
    const auto info = run({QStringLiteral("info"), project, QStringLiteral("--json")}).object();
    QCOMPARE(info[QStringLiteral("images")].toInt(-1), 0);
    QVERIFY(info[QStringLiteral("views")].toArray().isEmpty());
}

void CliTest::numbersHaveTheirPlurals_data()
{
    QTest::addColumn<int>("pictures");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one") << 1 << QByteArray("source: 1 picture.");
    QTest::newRow("two") << 2 << QByteArray("source: 2 pictures.");
}

void CliTest::numbersHaveTheirPlurals()
{
    QFETCH(int, pictures);
    QFETCH(QByteArray, said);
    const QString far = QStringLiteral("far%1").arg(pictures), near = QStringLiteral("near%1").arg(pictures);
    QByteArray table = "filename,label\n";
    for (int i = 0; i < pictures; ++i) {
        const QString picture = at(far + QStringLiteral("/%1.png").arg(i));
        pictures::write(picture, pictures::numbered(i, 32, 24));
        table += picture.toUtf8() + ",cat\n";
    }
    pictures::write(at(near + QStringLiteral("/t.csv")), table);
    const auto outcome = run({QStringLiteral("import"), m_project, at(near), QStringLiteral("--dry-run")});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
}

void CliTest::splitFileDecides()
{
    const auto project = at(QStringLiteral("split.oriel"));
    QFile file(at(QStringLiteral("splits.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 12; ++i)
        file.write(QStringLiteral("p%1.png,%2\n").arg(i).arg(i < 5 ? QStringLiteral("test") : QStringLiteral("val")).toUtf8());
    file.close();
    QCOMPARE(run({QStringLiteral("new"), project}).code, 0);
    const auto outcome = run({QStringLiteral("import"), project, at(QStringLiteral("boxes/boxes.csv")), QStringLiteral("--split-file"), file.fileName(), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().back()[QStringLiteral("splits")][QStringLiteral("test")].toInt(), 5);
}

void CliTest::exportData_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<int>("annotations");
    const auto colours = QStringLiteral("colours"), boxes = QStringLiteral("Boxes");
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    QTest::newRow("a folder for each class") << colours << QStringLiteral("folders") << QStringList() << 32 << 32;
    QTest::newRow("of one split") << colours << QStringLiteral("csv") << words("--split val --unseen-pictures leave-out --pictures clean") << 8 << 8;
    QTest::newRow("boxes as COCO") << boxes << QStringLiteral("coco") << words("--index view --pictures reference") << 16 << 16;
    QTest::newRow("boxes as YOLO") << boxes << QStringLiteral("yolo") << words("--names unique --split train --split val") << 16 << 16;
    QTest::newRow("with what nobody has looked at") << boxes << QStringLiteral("voc") << words("--unseen-pictures include") << 48 << 16;
}

void CliTest::exportData()
{
    QFETCH(QString, view);
    QFETCH(QString, format);
    QFETCH(QStringList, more);
    const QTemporaryDir folder;
    const auto place = folder.filePath(QStringLiteral("new/set"));
    const auto outcome = run(QStringList{QStringLiteral("export"), m_project, QStringLiteral("--view"), view, QStringLiteral("--format"), format, QStringLiteral("--out"), place, QStringLiteral("--json")} + more);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const auto told = outcome.object();
    QVERIFY(told[QStringLiteral("proved")].toBool());
    QCOMPARE(told[QStringLiteral("folder")].toString(), place);
    QTEST(told[QStringLiteral("pictures")][QStringLiteral("out")].toInt(), "pictures");
    QTEST(told[QStringLiteral("pictures")][QStringLiteral("back")].toInt(), "pictures");
    QTEST(told[QStringLiteral("annotations")][QStringLiteral("back")].toInt(), "annotations");
    const auto again = run({QStringLiteral("import"), m_project, place, QStringLiteral("--dry-run"), QStringLiteral("--json")}); // recognised without being told
    QVERIFY2(again.code == 0 || more.contains(QStringLiteral("reference")), again.err.constData());
}

void CliTest::exportRefuses_data()
{
    QTest::addColumn<QStringList>("words"); // view, format, place
    QTest::addColumn<QByteArray>("said");
    const auto colours = QStringLiteral("colours"), folders = QStringLiteral("folders"), place = at(QStringLiteral("export"));
    QTest::newRow("no view") << QStringList{QStringLiteral("none"), folders, place} << QByteArray("no view named");
    QTest::newRow("what a format cannot hold") << QStringList{colours, QStringLiteral("voc"), place} << QByteArray("cannot hold");
    QTest::newRow("references to what is found by place") << QStringList{colours, folders, place, QStringLiteral("--pictures"), QStringLiteral("reference")} << QByteArray("by the place");
    QTest::newRow("what is there") << QStringList{colours, folders, at(QStringLiteral("colours"))} << QByteArray("already something");
    QTest::newRow("inside the project") << QStringList{colours, folders, m_project + QStringLiteral("/images/export")} << QByteArray("inside the project");
    QTest::newRow("in a file") << QStringList{colours, folders, at(QStringLiteral("boxes/boxes.csv/export"))} << QByteArray("could not be written");
    QTest::newRow("no picture") << QStringList{colours, folders, place, QStringLiteral("--split"), QStringLiteral("test")} << QByteArray("No picture");
}

void CliTest::exportRefuses()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const auto outcome = run(QStringList{QStringLiteral("export"), m_project, QStringLiteral("--view"), words[0], QStringLiteral("--format"), words[1], QStringLiteral("--out"), words[2], QStringLiteral("--json")} + words.mid(3));
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err.trimmed().count('\n'), 0); // one sentence or two, in one line
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(at(QStringLiteral("export"))));
}

void CliTest::exportLeavesOutWhatIsGone()
{
    const auto project = at(QStringLiteral("gone.oriel"));
    synthetic::classFolders(at(QStringLiteral("gone")), 2, 1);
    QCOMPARE(run({QStringLiteral("new"), project}).code, 0);
    QCOMPARE(run({QStringLiteral("import"), project, at(QStringLiteral("gone")), QStringLiteral("--view"), QStringLiteral("colours")}).code, 0);
    QVERIFY(QFile::remove(at(QStringLiteral("gone/val/red/red0.png"))));
    const auto outcome = run({QStringLiteral("export"), project, QStringLiteral("--view"), QStringLiteral("colours"), QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--out"), at(QStringLiteral("gone out"))});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.out.contains("left out: "));
    QVERIFY(outcome.out.contains("red0.png"));
    QVERIFY2(outcome.out.contains("5 images out, 5 read back"), outcome.out.constData());
}

void CliTest::info()
{
    const auto info = run({QStringLiteral("info"), m_project, QStringLiteral("--json")}).object();
    QCOMPARE(keysOf(info), (QStringList{QStringLiteral("images"), QStringLiteral("name"), QStringLiteral("views")}));
    QCOMPARE(info[QStringLiteral("images")].toInt(), 48);
    const auto view = info[QStringLiteral("views")].toArray().at(0).toObject();
    QCOMPARE(keysOf(view), (QStringList{QStringLiteral("annotations"), QStringLiteral("concepts"), QStringLiteral("model"), QStringLiteral("name"), QStringLiteral("splits"),
                                        QStringLiteral("type"), QStringLiteral("withoutConcept")}));
    QCOMPARE(view[QStringLiteral("type")].toString(), QStringLiteral("classification"));
    QCOMPARE(view[QStringLiteral("annotations")][QStringLiteral("blue")].toInt(), 16);
    QVERIFY(view[QStringLiteral("model")].isNull());
    QVERIFY(view[QStringLiteral("withoutConcept")].isNull());
    QVERIFY(run({QStringLiteral("info"), m_project}).out.contains("Boxes"));
}

void CliTest::trainTellsItsEvents()
{
    const auto outcome = run(train(QStringLiteral("colours"), QStringLiteral("first"), 2));
    QCOMPARE(outcome.code, 0);
    const auto lines = outcome.lines();
    QStringList steps;
    int batches = 0;
    int epochs = 0;
    for (const auto& line : lines) {
        const auto event = line[QStringLiteral("event")].toString();
        if (event == QStringLiteral("step"))
            steps.append(line[QStringLiteral("step")].toString() + QLatin1Char(' ') + line[QStringLiteral("state")].toString());
        batches += event == QStringLiteral("batch");
        epochs += event == QStringLiteral("epoch");
        QVERIFY(!event.isEmpty());
    }
    QCOMPARE(batches, 6);
    QCOMPARE(epochs, 2);
    for (const auto* step : {"freeze", "cache", "train", "evaluate", "thresholds", "save"}) {
        QCOMPARE(steps.count(QLatin1String(step) + QStringLiteral(" started")), 1);
        QCOMPARE(steps.count(QLatin1String(step) + QStringLiteral(" done")), 1);
    }
    QCOMPARE(keysOf(eventNamed(outcome, QStringLiteral("batch"))),
             (QStringList{QStringLiteral("epoch"), QStringLiteral("event"), QStringLiteral("iteration"), QStringLiteral("learningRate"), QStringLiteral("loss")}));
    const auto epoch = eventNamed(outcome, QStringLiteral("epoch"));
    QCOMPARE(keysOf(epoch), (QStringList{QStringLiteral("accuracy"), QStringLiteral("epoch"), QStringLiteral("event"), QStringLiteral("imagesPerSecond"), QStringLiteral("map"),
                                         QStringLiteral("map50"), QStringLiteral("seconds"), QStringLiteral("trainLoss"), QStringLiteral("valLoss")}));
    QVERIFY(epoch[QStringLiteral("map")].isNull()); // not for classification
    const auto finished = lines.back();
    QCOMPARE(keysOf(finished), (QStringList{QStringLiteral("bestEpoch"), QStringLiteral("event"), QStringLiteral("metric"), QStringLiteral("seconds"), QStringLiteral("status"),
                                            QStringLiteral("value"), QStringLiteral("version")}));
    QCOMPARE(finished[QStringLiteral("status")].toString(), QStringLiteral("done"));
    QCOMPARE(finished[QStringLiteral("metric")].toString(), QStringLiteral("accuracy"));
    QVERIFY(finished[QStringLiteral("value")].isDouble());

    auto detection = train(QStringLiteral("Boxes"), QStringLiteral("boxes 1"), 1);
    QCOMPARE(run(detection).code, 0);
    QCOMPARE(run(detection).code, 1); // the name is taken
    auto unknown = train(QStringLiteral("colours"), QStringLiteral("x"), 1);
    QCOMPARE(run(unknown << QStringLiteral("--architecture") << QStringLiteral("lenet")).code, 2);
}

void CliTest::library()
{
    const auto library = run({QStringLiteral("library"), m_project, QStringLiteral("--view"), QStringLiteral("colours"), QStringLiteral("--json")}).object();
    const auto model = library[QStringLiteral("models")].toArray().at(0).toObject();
    QCOMPARE(keysOf(model), (QStringList{QStringLiteral("concepts"), QStringLiteral("type"), QStringLiteral("versions"), QStringLiteral("view")}));
    const auto version = model[QStringLiteral("versions")].toArray().at(0).toObject();
    QCOMPARE(keysOf(version), (QStringList{QStringLiteral("architecture"), QStringLiteral("created"), QStringLiteral("indicator"), QStringLiteral("name"), QStringLiteral("seconds"),
                                           QStringLiteral("status"), QStringLiteral("trainingImages")}));
    QCOMPARE(version[QStringLiteral("indicator")][QStringLiteral("metric")].toString(), QStringLiteral("accuracy"));
    QCOMPARE(version[QStringLiteral("trainingImages")].toInt(), 24);
    const auto created = QDateTime::fromString(version[QStringLiteral("created")].toString(), Qt::ISODate);
    QVERIFY(created.isValid() && created.timeSpec() == Qt::UTC);
    QVERIFY(!run({QStringLiteral("info"), m_project, QStringLiteral("--json")}).object()[QStringLiteral("views")].toArray().at(0)[QStringLiteral("model")].isNull());
}

void CliTest::evaluate()
{
    const auto outcome = run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    const auto report = outcome.object();
    QCOMPARE(keysOf(report), (QStringList{QStringLiteral("accuracy"), QStringLiteral("concepts"), QStringLiteral("confusion"), QStringLiteral("images"), QStringLiteral("map"),
                                          QStringLiteral("map50"), QStringLiteral("split"), QStringLiteral("type"), QStringLiteral("view")}));
    QCOMPARE(report[QStringLiteral("images")].toInt(), 8);
    QVERIFY(report[QStringLiteral("map")].isNull());
    QCOMPARE(keysOf(report[QStringLiteral("concepts")].toArray().at(0).toObject()),
             (QStringList{QStringLiteral("ap"), QStringLiteral("f1"), QStringLiteral("name"), QStringLiteral("precision"), QStringLiteral("recall"), QStringLiteral("support"), QStringLiteral("threshold")}));
    QCOMPARE(report[QStringLiteral("confusion")][QStringLiteral("counts")].toArray().size(), 2);
    // Judged anew from the pictures, it is what the training saw.
    const auto library = run({QStringLiteral("library"), m_project, QStringLiteral("--view"), QStringLiteral("colours"), QStringLiteral("--json")}).object();
    const auto indicator = library[QStringLiteral("models")].toArray().at(0)[QStringLiteral("versions")].toArray().at(0)[QStringLiteral("indicator")];
    QCOMPARE(report[QStringLiteral("accuracy")].toDouble(), indicator[QStringLiteral("value")].toDouble());
    const auto onTrain = run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--split"), QStringLiteral("train"), QStringLiteral("--json")});
    QCOMPARE(onTrain.object()[QStringLiteral("images")].toInt(), 24);
    const auto onTest = run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--split"), QStringLiteral("test"), QStringLiteral("--json")});
    QCOMPARE(onTest.code, 1); // nothing there
    QVERIFY(run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first")}).out.contains("accuracy"));
}

void CliTest::evaluateDetection()
{
    const auto report = run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("boxes 1"), QStringLiteral("--json")}).object();
    QVERIFY(report[QStringLiteral("map")].isDouble() && report[QStringLiteral("map50")].isDouble());
    const auto counts = report[QStringLiteral("confusion")][QStringLiteral("counts")].toArray();
    QCOMPARE(counts.size(), 3); // two concepts and "nothing"
    int truths = 0;
    for (int row = 0; row < 2; ++row) {
        for (const auto& count : counts[row].toArray())
            truths += count.toInt();
    }
    QCOMPARE(truths, 4); // every true box once
}

void CliTest::predictLines()
{
    const auto outcome = run({QStringLiteral("predict"), m_project, at(QStringLiteral("colours/val/red")), at(QStringLiteral("colours/val/blue/blue0.png")), QStringLiteral("--version"), QStringLiteral("first")});
    QCOMPARE(outcome.code, 0);
    const auto lines = outcome.lines();
    QCOMPARE(int(lines.size()), 5);
    QCOMPARE(lines[4][QStringLiteral("picture")].toString(), at(QStringLiteral("colours/val/blue/blue0.png")));
    const auto labels = lines[0][QStringLiteral("outputs")].toArray().at(0)[QStringLiteral("labels")];
    const auto predicted = labels[QStringLiteral("predicted")].toArray();
    const auto discarded = labels[QStringLiteral("discarded")].toArray();
    QCOMPARE(predicted.size(), 1); // classification: the best concept alone, every concept listed
    QCOMPARE(discarded.size(), 1);
    QVERIFY(predicted[0][QStringLiteral("score")].toDouble() >= discarded[0][QStringLiteral("score")].toDouble());
    QVERIFY(!predicted[0].toObject().contains(QStringLiteral("roi")));

    const auto out = at(QStringLiteral("boxes.jsonl"));
    QCOMPARE(run({QStringLiteral("predict"), m_project, at(QStringLiteral("boxes")), QStringLiteral("--version"), QStringLiteral("boxes 1"), QStringLiteral("--min-score"), QStringLiteral("0"), QStringLiteral("--out"), out}).code, 0);
    QVERIFY(QFileInfo::exists(out) && !QFileInfo::exists(out + QStringLiteral(".part")));
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto first = QJsonDocument::fromJson(file.readLine()).object();
    const auto boxes = first[QStringLiteral("outputs")].toArray().at(0)[QStringLiteral("labels")];
    const auto all = boxes[QStringLiteral("predicted")].toArray().toVariantList() + boxes[QStringLiteral("discarded")].toArray().toVariantList();
    QVERIFY(!all.isEmpty());
    const auto box = QJsonObject::fromVariantMap(all.front().toMap())[QStringLiteral("roi")][QStringLiteral("bbox")].toObject();
    QCOMPARE(keysOf(box), (QStringList{QStringLiteral("xmax"), QStringLiteral("xmin"), QStringLiteral("ymax"), QStringLiteral("ymin")}));
    for (const auto& value : box)
        QVERIFY(value.toDouble() >= 0 && value.toDouble() <= 1);
}

void CliTest::predictCsv()
{
    const auto outcome = run({QStringLiteral("predict"), m_project, at(QStringLiteral("colours/val/red/red0.png")), QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--format"), QStringLiteral("csv")});
    QCOMPARE(outcome.code, 0);
    const auto lines = outcome.out.split('\n');
    QCOMPARE(lines[0].trimmed(), QByteArray("file,view,version,region_id,label_id,label,score,threshold,predicted,xmin,ymin,xmax,ymax"));
    QCOMPARE(lines.size(), 4); // head, two concepts, the end
    QCOMPARE(lines[1].trimmed().split(',').size(), 13);
}

void CliTest::predictCoco()
{
    const auto outcome = run({QStringLiteral("predict"), m_project, at(QStringLiteral("boxes/p0.png")), QStringLiteral("--version"), QStringLiteral("boxes 1"), QStringLiteral("--min-score"), QStringLiteral("0"), QStringLiteral("--format"), QStringLiteral("coco")});
    QCOMPARE(outcome.code, 0);
    const auto results = QJsonDocument::fromJson(outcome.out).array();
    QVERIFY(!results.isEmpty());
    QCOMPARE(keysOf(results[0].toObject()), (QStringList{QStringLiteral("bbox"), QStringLiteral("category_id"), QStringLiteral("category_name"), QStringLiteral("file_name"), QStringLiteral("image_id"), QStringLiteral("score")}));
    QCOMPARE(results[0][QStringLiteral("bbox")].toArray().size(), 4);
    QVERIFY(results[0][QStringLiteral("image_id")].isNull());
}

void CliTest::exportModel_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("canBeProved"); // without onnxruntime
    const auto onnx = QStringLiteral("onnx"), torchScript = QStringLiteral("torchscript"), selection = QStringLiteral("--with-selection");
    QTest::newRow("onnx, classification") << QStringLiteral("first") << QStringList{onnx, QStringLiteral("--with-samples")} << true;
    QTest::newRow("onnx, boxes") << QStringLiteral("boxes 1") << QStringList{onnx} << true;
    QTest::newRow("onnx, boxes chosen inside") << QStringLiteral("boxes 1") << QStringList{onnx, selection} << false;
    QTest::newRow("torchscript, boxes chosen inside") << QStringLiteral("boxes 1") << QStringList{torchScript, selection, QStringLiteral("--with-resize")} << true;
}

void CliTest::exportModel()
{
    QFETCH(QString, version);
    QFETCH(QStringList, words);
    QFETCH(bool, canBeProved);
    const QTemporaryDir folder;
    const auto model = folder.filePath(QStringLiteral("model.x"));
    const auto outcome = run(QStringList{QStringLiteral("export-model"), m_project, QStringLiteral("--version"), version, QStringLiteral("--json"), QStringLiteral("--out"), model, QStringLiteral("--format")} + words);
    const auto told = outcome.object();
    const bool isProved = told[QStringLiteral("proved")].toBool();
    QCOMPARE(outcome.code, isProved ? 0 : 3);
    if (canBeProved)
        QVERIFY2(isProved, (outcome.out + outcome.err).constData());
    else if (qEnvironmentVariableIsEmpty("ORIEL_ONNXRUNTIME"))
        QVERIFY2(!isProved && outcome.err.contains("not proved"), (outcome.out + outcome.err).constData());
    const auto file = isProved ? model : folder.filePath(QStringLiteral("model.unproved.x"));
    QCOMPARE(told[QStringLiteral("file")].toString(), file);
    QVERIFY(QFileInfo(file).size() > 1'000'000);
    QCOMPARE(QFileInfo::exists(model), isProved);
    for (const auto& name : told[QStringLiteral("beside")].toArray())
        QVERIFY2(QFileInfo(folder.filePath(name.toString())).size() > 0, qPrintable(name.toString()));
    QVERIFY(told[QStringLiteral("beside")].toArray().contains(QStringLiteral("sample.expected.json")));
    QCOMPARE(told[QStringLiteral("beside")].toArray().contains(QStringLiteral("predict.py")), words.contains(QStringLiteral("--with-samples")));
}

void CliTest::exportModelOverwritesNothing()
{
    const QTemporaryDir folder;
    const auto words = [&](const QString& version, const QString& name) {
        return QStringList{QStringLiteral("export-model"), m_project, QStringLiteral("--version"), version, QStringLiteral("--format"), QStringLiteral("torchscript"), QStringLiteral("--out"), folder.filePath(name)};
    };
    QCOMPARE(run(words(QStringLiteral("first"), QStringLiteral("a.pt"))).code, 0);
    const auto again = run(words(QStringLiteral("first"), QStringLiteral("a.pt")));
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains("Nothing was written"));
    QCOMPARE(run(words(QStringLiteral("first"), QStringLiteral("b.pt"))).code, 0); // of the same version
    QCOMPARE(run(words(QStringLiteral("boxes 1"), QStringLiteral("c.pt"))).code, 1); // its files would replace those of the other
    QCOMPARE(run(words(QStringLiteral("no such"), QStringLiteral("d.pt"))).code, 1);
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("c.pt"))));
}

void CliTest::predictIntoAFolder()
{
    const QStringList line{QStringLiteral("predict"), m_project, at(QStringLiteral("boxes")), QStringLiteral("--version"), QStringLiteral("boxes 1"), QStringLiteral("--into"), at(QStringLiteral("results")),
                           QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--draw"), QStringLiteral("--blur"), QStringLiteral("--crops"), QStringLiteral("--threshold-offset=-0.5"),
                           QStringLiteral("--overlap"), QStringLiteral("0.3"), QStringLiteral("--most-boxes"), QStringLiteral("2")};
    const auto first = run(line);
    QCOMPARE(first.code, 0);
    QVERIFY2(first.out.contains("Pictures answered: 16."), first.out.constData());
    for (const auto* made : {"drawn/p0.png", "blurred/p0.png", "predictions.csv"})
        QVERIFY2(QFileInfo(at(QStringLiteral("results/") + QLatin1String(made))).size() > 0, made);
    QVERIFY(QDir(at(QStringLiteral("results/crops"))).exists());
    const auto again = run(line);
    QCOMPARE(again.code, 0);
    QVERIFY2(again.out.contains("Answered before: 16."), again.out.constData());
    auto other = line;
    other << QStringLiteral("--min-score") << QStringLiteral("0.2");
    QCOMPARE(run(other).code, 1); // other options
    QCOMPARE(run({QStringLiteral("predict"), m_project, at(QStringLiteral("boxes")), QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--into"), at(QStringLiteral("colours"))}).code, 1);
}

void CliTest::predictedScoresAreThoseOfTheTraining_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("classification") << QStringLiteral("first");
    QTest::newRow("detection") << QStringLiteral("boxes 1");
}

/// What was stored of the validation pictures at the end of the training is what a prediction of them writes.
void CliTest::predictedScoresAreThoseOfTheTraining()
{
    QFETCH(QString, version);
    const auto project = core::Project::open(m_project, core::Project::Access::Read);
    const auto judged = core::VersionFolder::judgedValidation(project->versionFolder(project->versionNamed(version)->uuid));
    QCOMPARE(judged.size(), size_t(version == QLatin1String("first") ? 8 : 4));
    const auto outcome = run({QStringLiteral("predict"), m_project, QStringLiteral("--source"), QStringLiteral("project"), QStringLiteral("--split"), QStringLiteral("val"), QStringLiteral("--state"), QStringLiteral("annotated"), QStringLiteral("--version"), version,
                              QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--device"), QStringLiteral("cpu")});
    QCOMPARE(outcome.code, 0);
    const auto lines = outcome.lines();
    QCOMPARE(lines.size(), judged.size());
    for (const auto& one : judged) {
        const auto line = std::ranges::find_if(lines, [&](const QJsonObject& object) { return QFileInfo(object[QStringLiteral("picture")].toString()).fileName() == QFileInfo(one.example.image.path).fileName(); });
        QVERIFY(line != lines.end());
        const auto labels = (*line)[QStringLiteral("outputs")][0][QStringLiteral("labels")];
        std::vector<double> scores;
        for (const auto* part : {"predicted", "discarded"})
            for (const auto& answer : labels[QLatin1String(part)].toArray())
                scores.push_back(answer.toObject()[QStringLiteral("score")].toDouble());
        std::ranges::sort(scores, std::greater());
        std::vector<double> stored = one.prediction.scores;
        for (const auto& box : one.prediction.boxes)
            stored.push_back(box.score);
        std::ranges::sort(stored, std::greater());
        QCOMPARE(scores.size(), stored.size());
        for (size_t i = 0; i < scores.size(); ++i)
            QVERIFY2(std::abs(scores[i] - stored[i]) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(scores[i]).arg(stored[i])));
    }
}

void CliTest::predictAFilm()
{
    const QString film = at(QStringLiteral("film.avi"));
    cv::VideoWriter writer(film.toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 5, {64, 48});
    for (int i = 0; i < 15; ++i)
        writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(10 * i)));
    writer.release();
    const QStringList line{QStringLiteral("predict"), m_project, film, QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--source"), QStringLiteral("video")};
    const auto slow = run(line);
    QCOMPARE(slow.code, 0);
    const auto lines = slow.lines();
    QCOMPARE(lines.size(), size_t(3));
    QCOMPARE(lines[1][QStringLiteral("picture")].toString(), film + QStringLiteral("#5"));
    QCOMPARE(lines[1][QStringLiteral("data")][QStringLiteral("seconds")].toDouble(), 1.0);
    QCOMPARE(run(line + QStringList{QStringLiteral("--fps"), QStringLiteral("0")}).lines().size(), size_t(15));
    auto none = line;
    none[2] = at(QStringLiteral("colours/val/red/none.avi"));
    QCOMPARE(run(none).code, 1);
}

void CliTest::predictOptionsThatDoNotFit_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("overlap") << QStringLiteral("a.png --overlap 0.95");
    QTest::newRow("offset") << QStringLiteral("a.png --threshold-offset 0.6");
    QTest::newRow("source") << QStringLiteral("a.png --source tape");
    QTest::newRow("pictures a second") << QStringLiteral("a.avi --source video --fps 100");
    QTest::newRow("nothing named") << QString();
    QTest::newRow("a name too many") << QStringLiteral("a.png --source project");
    QTest::newRow("a filter of files") << QStringLiteral("a.png --split val");
    QTest::newRow("drawn nowhere") << QStringLiteral("a.png --draw");
    QTest::newRow("two places") << QStringLiteral("a.png --out a --into b");
    QTest::newRow("nothing written") << QStringLiteral("a.png --into b --format none");
}

void CliTest::predictOptionsThatDoNotFit()
{
    QFETCH(QString, options);
    const auto outcome = run(QStringList{QStringLiteral("predict"), m_project, QStringLiteral("--version"), QStringLiteral("first")} + options.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty() && !outcome.err.isEmpty());
}

void CliTest::aBrokenPictureAmongOthersIsListed()
{
    const auto outcome = run({QStringLiteral("predict"), m_project, at(QStringLiteral("broken")), QStringLiteral("--version"), QStringLiteral("first")});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(int(outcome.lines().size()), 1);
    QVERIFY(outcome.err.contains("bad.jpg"));
    QCOMPARE(run({QStringLiteral("predict"), m_project, at(QStringLiteral("broken/bad.jpg")), QStringLiteral("--version"), QStringLiteral("first")}).code, 1);
}

void CliTest::aFullDiskIsNoSuccess_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto picture = at(QStringLiteral("colours/val/red/red0.png"));
    QTest::newRow("help") << QStringList{QStringLiteral("--help")};
    QTest::newRow("version") << QStringList{QStringLiteral("--version")};
    QTest::newRow("info") << QStringList{QStringLiteral("info"), m_project};
    QTest::newRow("info as JSON") << QStringList{QStringLiteral("info"), m_project, QStringLiteral("--json")};
    QTest::newRow("library") << QStringList{QStringLiteral("library"), m_project};
    QTest::newRow("devices") << QStringList{QStringLiteral("devices")};
    QTest::newRow("evaluate") << QStringList{QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first")};
    QTest::newRow("predict") << QStringList{QStringLiteral("predict"), m_project, picture, QStringLiteral("--version"), QStringLiteral("first")};
    QTest::newRow("predict to a full device") << QStringList{QStringLiteral("predict"), m_project, picture, QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--out"), QStringLiteral("/dev/full")};
    QTest::newRow("a trial import") << QStringList{QStringLiteral("import"), m_project, at(QStringLiteral("colours")), QStringLiteral("--dry-run")};
}

void CliTest::aFullDiskIsNoSuccess()
{
    QFETCH(QStringList, arguments);
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("This system has no device that is always full.");
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(ORIEL_PROGRAM), arguments);
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY(said.contains("written"));
    QVERIFY2(!said.contains("free)"), said.constData()); // a device is full without any disk being so
}

void CliTest::outputPlacesThatCannotBe_data()
{
    QTest::addColumn<QString>("out");
    QTest::newRow("a folder") << at(QStringLiteral("colours"));
    QTest::newRow("in a folder that is not there") << at(QStringLiteral("nowhere/p.jsonl"));
    QTest::newRow("in a file") << at(QStringLiteral("colours/val/red/red0.png/p.jsonl"));
}

void CliTest::outputPlacesThatCannotBe()
{
    QFETCH(QString, out);
    const auto outcome = run({QStringLiteral("predict"), m_project, at(QStringLiteral("colours/val/red/red0.png")), QStringLiteral("--version"), QStringLiteral("first"), QStringLiteral("--out"), out});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.contains("cannot be written"));
}

void CliTest::namesGiveNoOrdersToTheTerminal_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("colour") << QStringLiteral("a\x1b[31mb.png") << QByteArray("a\\x1b[31mb.png");
    QTest::newRow("line break") << QStringLiteral("a\nNothing is wrong.png") << QByteArray("a\\nNothing is wrong.png");
    QTest::newRow("back to the begin") << QStringLiteral("a\rb.png") << QByteArray("a\\rb.png");
    QTest::newRow("tab") << QStringLiteral("a\tb.png") << QByteArray("a\\tb.png");
    QTest::newRow("eight-bit escape") << QStringLiteral("a\u009b31mb.png") << QByteArray("a\\x9b31mb.png");
    QTest::newRow("delete") << QStringLiteral("a\x7f.png") << QByteArray("a\\x7f.png");
    QTest::newRow("turned around") << QStringLiteral("a\u202egnp.b.png") << QByteArray("a\\u{202e}gnp.b.png");
    QTest::newRow("other line break") << QStringLiteral("a\u2028b.png") << QByteArray("a\\u{2028}b.png");
    QTest::newRow("letters of all kinds") << QStringLiteral("äß日本😀.png") << QStringLiteral("äß日本😀.png").toUtf8();
}

void CliTest::namesGiveNoOrdersToTheTerminal()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, shown);
    const auto outcome = run({QStringLiteral("predict"), m_project, at(name), QStringLiteral("--version"), QStringLiteral("first")}); // there is none of that name
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(shown), outcome.err.constData());
    QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    for (const char order : {'\x1b', '\r', '\t', '\x7f'})
        QVERIFY(!outcome.err.contains(order));
}

void CliTest::withoutAReadablePictureNothingIsJudged()
{
    const auto project = at(QStringLiteral("lost"));
    synthetic::classFolders(at(QStringLiteral("lost pictures")), 12, 4);
    QCOMPARE(run({QStringLiteral("new"), project}).code, 0);
    QCOMPARE(run({QStringLiteral("import"), project, at(QStringLiteral("lost pictures")), QStringLiteral("--view"), QStringLiteral("colours")}).code, 0);
    auto training = train(QStringLiteral("colours"), QStringLiteral("v1"), 1);
    training[1] = project;
    QCOMPARE(run(training).code, 0);
    const QStringList evaluation{QStringLiteral("evaluate"), project, QStringLiteral("--version"), QStringLiteral("v1"), QStringLiteral("--json")};
    QCOMPARE(run(evaluation).code, 0);
    QVERIFY(QDir(at(QStringLiteral("lost pictures"))).removeRecursively());
    const auto outcome = run(evaluation);
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

void CliTest::aCardOfAnotherVersionIsRefused()
{
    QString card;
    for (QDirIterator files(m_project + QStringLiteral("/versions"), {QStringLiteral("card.json")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("name")] == QStringLiteral("first"))
            card = files.filePath();
    }
    QFile file(card);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    file.close();
    auto json = QJsonDocument::fromJson(whole).object();
    auto concepts = json[QStringLiteral("concepts")].toArray();
    QCOMPARE(concepts.size(), 2);
    auto first = concepts[0].toObject(), second = concepts[1].toObject(); // the same concepts in another order
    first[QStringLiteral("index")] = 1;
    second[QStringLiteral("index")] = 0;
    json[QStringLiteral("concepts")] = QJsonArray{first, second};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(json).toJson());
    file.close();
    const auto outcome = run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("first")});
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(whole);
    file.close();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("card.json"), outcome.err.constData());
}

void CliTest::devices()
{
    const auto devices = run({QStringLiteral("devices"), QStringLiteral("--json")}).object()[QStringLiteral("devices")].toArray();
    QVERIFY(!devices.isEmpty());
    QCOMPARE(keysOf(devices[0].toObject()), (QStringList{QStringLiteral("cores"), QStringLiteral("driver"), QStringLiteral("id"), QStringLiteral("instructions"), QStringLiteral("memory"),
                                                QStringLiteral("name"), QStringLiteral("needed_driver"), QStringLiteral("reason"), QStringLiteral("usable")}));
    const bool hasProcessor = std::ranges::any_of(devices, [](const QJsonValue& device) { return device[QStringLiteral("id")] == QStringLiteral("cpu") && device[QStringLiteral("usable")].toBool(); });
    QVERIFY(hasProcessor);
    QDir().mkpath(at(QStringLiteral("config/Oriel")));
    QFile settings(at(QStringLiteral("config/Oriel/Oriel.conf"))); // as the window stores it: beside other tests, threads wait for each other
    QVERIFY(settings.open(QIODevice::WriteOnly | QIODevice::Append));
    settings.write("[machine]\nthreads=1\n");
    settings.close();
    const auto tested = run({QStringLiteral("devices"), QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--json")});
    QCOMPARE(tested.code, 0);
    const auto report = QJsonDocument::fromJson(tested.out.trimmed().split('\n').last()).object()[QStringLiteral("self_test")].toObject();
    QVERIFY2(report[QStringLiteral("passed")].toBool(), tested.out.constData());
    QVERIFY(report[QStringLiteral("images_per_second")].toDouble() > 0);
    QCOMPARE(run({QStringLiteral("devices"), QStringLiteral("--device"), QStringLiteral("toaster")}).code, 2);
}

void CliTest::ctrlCStopsAndKeeps()
{
#ifndef Q_OS_UNIX
    QSKIP("sends a POSIX signal");
#else
    const auto process = startTraining(QStringLiteral("stopped"));
    QVERIFY(process);
    QCOMPARE(kill(pid_t(process->processId()), SIGINT), 0);
    QVERIFY(process->waitForFinished(15'000));
    QCOMPARE(process->exitCode(), 130);
    QVERIFY(process->readAllStandardOutput().contains("\"status\":\"stopped\""));
    const auto library = run({QStringLiteral("library"), m_project, QStringLiteral("--view"), QStringLiteral("colours"), QStringLiteral("--json")});
    QVERIFY(library.out.contains("\"status\":\"stopped\""));
    QCOMPARE(run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("stopped"), QStringLiteral("--json")}).code, 0); // the best is kept
#endif
}

void CliTest::aKilledTrainingIsInterrupted()
{
    const auto process = startTraining(QStringLiteral("killed"));
    QVERIFY(process);
    process->kill();
    QVERIFY(process->waitForFinished(15'000));
    const auto next = run({QStringLiteral("import"), m_project, at(QStringLiteral("colours")), QStringLiteral("--json")}); // the next one that may write
    QCOMPARE(next.code, 0);
    QVERIFY(next.err.contains("killed")); // says what happened to that training
    const auto library = run({QStringLiteral("library"), m_project, QStringLiteral("--view"), QStringLiteral("colours"), QStringLiteral("--json")});
    QVERIFY(library.out.contains("\"status\":\"interrupted\""));
    QJsonObject killed;
    for (const auto& version : library.object()[QStringLiteral("models")].toArray().at(0)[QStringLiteral("versions")].toArray()) {
        if (version[QStringLiteral("name")] == QStringLiteral("killed"))
            killed = version.toObject();
    }
    QCOMPARE(killed[QStringLiteral("indicator")][QStringLiteral("metric")].toString(), QStringLiteral("accuracy")); // of its best epoch
    QVERIFY(killed[QStringLiteral("indicator")][QStringLiteral("value")].isDouble());
    QCOMPARE(run({QStringLiteral("evaluate"), m_project, QStringLiteral("--version"), QStringLiteral("killed"), QStringLiteral("--json")}).code, 0);
}

void CliTest::aSecondWriterIsRefused()
{
    const auto process = startTraining(QStringLiteral("holder"));
    QVERIFY(process);
    const auto refused = run({QStringLiteral("import"), m_project, at(QStringLiteral("colours")), QStringLiteral("--json")});
    const auto reading = run({QStringLiteral("info"), m_project, QStringLiteral("--json")});
    const auto predicting = run({QStringLiteral("predict"), m_project, at(QStringLiteral("colours/val/red/red0.png")), QStringLiteral("--version"), QStringLiteral("first")});
    process->kill();
    QVERIFY(process->waitForFinished(15'000));
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.isEmpty());
    QVERIFY(!refused.err.isEmpty());
    QCOMPARE(reading.code, 0);
    QCOMPARE(predicting.code, 0);
}

QTEST_GUILESS_MAIN(CliTest)
#include "CliTest.moc"
