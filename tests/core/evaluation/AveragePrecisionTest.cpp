#include "core/evaluation/AveragePrecision.h"
#include "core/evaluation/EvaluationReport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <cmath>

using core::averagePrecision;
using core::Example;
using core::Prediction;
using core::ViewType;

namespace {

QJsonDocument data(const QString& name)
{
    QFile file(QStringLiteral(ORIEL_TEST_DATA "/evaluation/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

QRectF rectOf(const QJsonArray& numbers, int from)
{
    return {numbers[from].toDouble(), numbers[from + 1].toDouble(), numbers[from + 2].toDouble(), numbers[from + 3].toDouble()};
}

struct Reference {
    QStringList concepts;
    std::vector<Example> examples;
    std::vector<Prediction> predictions;
    QJsonObject json;
};

Reference bccd(bool withCrowd)
{
    Reference reference{.json = data(QStringLiteral("bccd_val.json")).object()};
    for (const auto& name : reference.json[QStringLiteral("concepts")].toArray())
        reference.concepts.append(name.toString());
    for (const auto& image : reference.json[QStringLiteral("images")].toArray()) {
        Example example;
        for (const auto& entry : image[QStringLiteral("truth")].toArray()) {
            const auto box = entry.toArray();
            example.boxes.push_back({.label = box[0].toInt(), .rect = rectOf(box, 1), .ignore = withCrowd && box[5].toInt() == 1});
        }
        Prediction prediction;
        for (const auto& entry : image[QStringLiteral("predictions")].toArray()) {
            const auto box = entry.toArray();
            prediction.boxes.push_back({.label = box[0].toInt(), .score = box[1].toDouble(), .rect = rectOf(box, 2)});
        }
        reference.examples.push_back(std::move(example));
        reference.predictions.push_back(std::move(prediction));
    }
    return reference;
}

} // namespace

class AveragePrecisionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsScikitLearn_data();
    void equalsScikitLearn();
    void isAbsentWithoutAPositive();
    void equalsPycocotools_data();
    void equalsPycocotools();
    void isFast();
    void conceptsNotLookedAtCountNothing();
};

void AveragePrecisionTest::equalsScikitLearn_data()
{
    QTest::addColumn<QJsonObject>("reference");
    const auto cases = data(QStringLiteral("tagging_ap.json")).array();
    QVERIFY(cases.size() >= 6);
    for (const auto& row : cases)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void AveragePrecisionTest::equalsScikitLearn()
{
    QFETCH(QJsonObject, reference);
    std::vector<core::ScoredTruth> answers;
    const auto scores = reference[QStringLiteral("scores")].toArray();
    const auto truth = reference[QStringLiteral("truth")].toArray();
    for (qsizetype i = 0; i < scores.size(); ++i)
        answers.push_back({scores[i].toDouble(), truth[i].toInt() == 1});
    QVERIFY(std::abs(*averagePrecision(answers) - reference[QStringLiteral("ap")].toDouble()) < 1e-12);
}

void AveragePrecisionTest::isAbsentWithoutAPositive()
{
    QVERIFY(!averagePrecision({}));
    QVERIFY(!averagePrecision({{0.9, false}, {0.1, false}}));
}

void AveragePrecisionTest::equalsPycocotools_data()
{
    QTest::addColumn<bool>("withCrowd");
    QTest::newRow("plain") << false;
    QTest::newRow("crowd") << true;
}

void AveragePrecisionTest::equalsPycocotools()
{
    QFETCH(bool, withCrowd);
    const auto reference = bccd(withCrowd);
    QCOMPARE(int(reference.examples.size()), 87);
    const auto answer = reference.json[QLatin1String(QTest::currentDataTag())].toObject();

    const auto report = core::evaluate(ViewType::Detection, reference.concepts, reference.examples, reference.predictions, {0.5, 0.5, 0.5});

    QVERIFY(std::abs(*report.map - answer[QStringLiteral("map")].toDouble()) < 1e-9);
    QVERIFY(std::abs(*report.map50 - answer[QStringLiteral("map50")].toDouble()) < 1e-9);
    for (size_t label = 0; label < report.concepts.size(); ++label) {
        QVERIFY(std::abs(*report.concepts[label].ap - answer[QStringLiteral("ap")][qsizetype(label)].toDouble()) < 1e-9);
        QVERIFY(std::abs(*report.concepts[label].ap50 - answer[QStringLiteral("ap50")][qsizetype(label)].toDouble()) < 1e-9);
    }
    const auto epoch = core::epochScores(ViewType::Detection, 3, reference.examples, reference.predictions);
    QCOMPARE(epoch.map, report.map);
    QCOMPARE(epoch.map50, report.map50);
    QCOMPARE(epoch.accuracy, report.accuracy);
}

void AveragePrecisionTest::isFast()
{
    auto reference = bccd(false);
    for (auto& prediction : reference.predictions) {
        for (int i = 0; !prediction.boxes.empty() && prediction.boxes.size() < 100; ++i)
            prediction.boxes.push_back(prediction.boxes[size_t(i)]);
    }
    QElapsedTimer timer;
    timer.start();
    core::epochScores(ViewType::Detection, 3, reference.examples, reference.predictions);
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
}

void AveragePrecisionTest::conceptsNotLookedAtCountNothing()
{
    Example example{.boxes = {{.label = 0, .rect = {0, 0, 10, 10}}}, .gaps = {1}};
    const Prediction prediction{.boxes = {{0, 0.9, {0, 0, 10, 10}}, {1, 0.8, {50, 50, 10, 10}}}};

    auto report = core::evaluate(ViewType::Detection, {QStringLiteral("a"), QStringLiteral("b")}, {example}, {prediction}, {0.5, 0.5});
    QCOMPARE(report.accuracy, std::optional(1.0));
    QCOMPARE(report.confusion[2][1], 0);

    example.gaps.clear(); // the same box is wrong where somebody has looked
    report = core::evaluate(ViewType::Detection, {QStringLiteral("a"), QStringLiteral("b")}, {example}, {prediction}, {0.5, 0.5});
    QCOMPARE(report.accuracy, std::optional(0.5));
    QCOMPARE(report.confusion[2][1], 1);
}

QTEST_GUILESS_MAIN(AveragePrecisionTest)
#include "AveragePrecisionTest.moc"
