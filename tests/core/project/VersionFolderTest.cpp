#include "core/project/VersionFolder.h"

#include "core/base/Error.h"
#include "core/storage/RunFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using core::Example;
using core::Prediction;
using core::RunFile;
using core::Split;

namespace {

std::vector<Example> boxes()
{
    return {{{.image = {.path = QStringLiteral("/nowhere/ü 1.png"), .sha256 = QByteArray(32, 'a'), .size = {640, 480}}}, {7}, -1, {}, {{0, {1.5, 2, 10, 20}}, {1, {3, 4, 5, 6}, true}}, {1}},
            {{.image = {.path = QStringLiteral("/nowhere/2.png"), .size = {32, 32}}}, {9}}};
}

std::vector<Prediction> boxAnswers()
{
    return {{.boxes = {{0, 0.9, {1.5, 2, 10, 20}}, {1, 0.25, {0, 0, 4, 4}}}}, {.boxes = {{0, 0.8, {0, 0, 4, 4}}, {0, 0.7, {8, 8, 4, 4}}}}};
}

} // namespace

class VersionFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void frozenExamplesComeBackAsTheyWere();
    void partsAreKeptApart();
    void batchesAreAppended();
    void aLossThatIsNoNumberIsKept();
    void worstComesFirst();
    void tagScoresKeepTheirOrder();
    void withoutAResultThereIsNoReport();
    void aMissingFileIsNoError();
    void aDamagedFileSaysSo();
    void picturesThatMovedWithTheProjectAreFound();

private:
    QString folder() const { return m_place->filePath(QStringLiteral("P.oriel/versions/x")); }
    std::unique_ptr<QTemporaryDir> m_place;
};

void VersionFolderTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
}

void VersionFolderTest::frozenExamplesComeBackAsTheyWere()
{
    std::vector<Example> tags{{{.image = {.path = QStringLiteral("/nowhere/a.png"), .sha256 = QByteArray(32, '\0'), .size = {5, 6}}}, {1}, 1, {1, 0, -1}}};
    RunFile(folder(), RunFile::Mode::Create).freeze(boxes(), tags, {});
    auto expected = boxes();
    QCOMPARE(core::VersionFolder::frozenExamples(folder(), Split::Train), expected);
    QCOMPARE(core::VersionFolder::frozenExamples(folder(), Split::Validation), tags);
}

void VersionFolderTest::partsAreKeptApart()
{
    const auto all = boxes();
    RunFile(folder(), RunFile::Mode::Create).freeze({all[0]}, {all[1]}, {});
    QCOMPARE(core::VersionFolder::frozenExamples(folder(), Split::Train).front().item.value, 7);
    QCOMPARE(core::VersionFolder::frozenExamples(folder(), Split::Validation).front().item.value, 9);
    QVERIFY(core::VersionFolder::frozenExamples(folder(), Split::Test).empty());
}

void VersionFolderTest::batchesAreAppended()
{
    RunFile file(folder(), RunFile::Mode::Create);
    file.appendBatches({{.epoch = 1, .iteration = 1, .position = 0.5, .loss = 2, .learningRate = 1e-3}});
    file.appendBatches({});
    file.appendBatches({{.epoch = 1, .iteration = 2, .position = 1, .loss = 1, .learningRate = 5e-4}});
    const auto batches = core::VersionFolder::batches(folder()); // read while the writer still has it open
    QCOMPARE(int(batches.size()), 2);
    QCOMPARE(batches[1], (core::BatchMetrics{.epoch = 1, .iteration = 2, .position = 1, .loss = 1, .learningRate = 5e-4}));
}

void VersionFolderTest::aLossThatIsNoNumberIsKept()
{
    RunFile(folder(), RunFile::Mode::Create).appendBatches({{.epoch = 1, .iteration = 1, .loss = std::nan("")}});
    QVERIFY(std::isnan(core::VersionFolder::batches(folder()).front().loss));
}

void VersionFolderTest::worstComesFirst()
{
    RunFile file(folder(), RunFile::Mode::Create);
    file.freeze({}, boxes(), {});
    const auto report = core::evaluate(core::ViewType::Detection, {QStringLiteral("a"), QStringLiteral("b")}, boxes(), boxAnswers(), {0.5, 0.5});
    file.storeResult(boxAnswers(), core::toJson(report));

    const auto judged = core::VersionFolder::judgedValidation(folder());
    QCOMPARE(int(judged.size()), 2);
    QCOMPARE(judged[0].example.item.value, 9); // two boxes where nothing is
    QCOMPARE(judged[0].badness, 2.0);
    QCOMPARE(judged[1].prediction, boxAnswers()[0]);
    QCOMPARE(judged[1].badness, 0.0);
    QCOMPARE(core::VersionFolder::validationReport(folder())->lrp, report.lrp);
}

void VersionFolderTest::tagScoresKeepTheirOrder()
{
    RunFile file(folder(), RunFile::Mode::Create);
    file.freeze({}, {{.item = {1}, .answers = {1, 0, 1}}, {.item = {2}, .answers = {0, 0, 1}}}, {});
    const std::vector<Prediction> predictions{{.scores = {0.1, 0.9, 0.5}}, {.scores = {0.7, 0.2, 0.3}}};
    file.storeResult(predictions, {});
    QCOMPARE(file.predictions(), predictions);
    file.storeResult(predictions, {}); // again replaces
    QCOMPARE(file.predictions(), predictions);
}

void VersionFolderTest::withoutAResultThereIsNoReport()
{
    RunFile(folder(), RunFile::Mode::Create).freeze(boxes(), boxes(), {});
    QVERIFY(!core::VersionFolder::validationReport(folder()));
    QVERIFY(core::VersionFolder::judgedValidation(folder()).empty());
}

void VersionFolderTest::aMissingFileIsNoError()
{
    QVERIFY(core::VersionFolder::batches(folder()).empty());
    QVERIFY(!core::VersionFolder::validationReport(folder()));
    QVERIFY_EXCEPTION_THROWN(RunFile(folder(), RunFile::Mode::Write), core::Error);
}

void VersionFolderTest::aDamagedFileSaysSo()
{
    QFile file(folder() + QStringLiteral("/run.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    QVERIFY_EXCEPTION_THROWN(core::VersionFolder::batches(folder()), core::Error);
}

void VersionFolderTest::picturesThatMovedWithTheProjectAreFound()
{
    const auto picture = m_place->filePath(QStringLiteral("pictures/a.png"));
    QVERIFY(QDir().mkpath(m_place->filePath(QStringLiteral("pictures"))));
    QVERIFY(QFile(picture).open(QIODevice::WriteOnly));
    RunFile(folder(), RunFile::Mode::Create).freeze({{{.image = {.path = picture}}, {1}}}, {}, {});
    QTemporaryDir other;
    QVERIFY(QDir().rename(m_place->path(), other.filePath(QStringLiteral("moved"))));
    const auto moved = core::VersionFolder::frozenExamples(other.filePath(QStringLiteral("moved/P.oriel/versions/x")), Split::Train);
    QCOMPARE(moved.front().image.path, QDir(other.filePath(QStringLiteral("moved/pictures/a.png"))).absolutePath());
}

QTEST_GUILESS_MAIN(VersionFolderTest)
#include "VersionFolderTest.moc"
