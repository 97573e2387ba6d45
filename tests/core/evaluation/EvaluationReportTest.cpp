#include "core/base/Error.h"
#include "core/evaluation/BoxMatching.h"
#include "core/evaluation/EvaluationReport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <cmath>
#include <numeric>

using core::Example;
using core::Prediction;
using core::ViewType;

namespace {

const QStringList catDog{QStringLiteral("cat"), QStringLiteral("dog")};

bool near(const std::optional<double>& value, double expected) { return value && std::abs(*value - expected) < 1e-12; }

core::EvaluationReport pets()
{
    const std::vector<Example> examples{{.label = 0}, {.label = 0}, {.label = 0}, {.label = 1}, {.label = 1}};
    const std::vector<Prediction> predictions{
        {.scores = {0.9, 0.1}}, {.scores = {0.6, 0.4}}, {.scores = {0.3, 0.7}}, {.scores = {0.2, 0.8}}, {.scores = {0.55, 0.45}}};
    return core::evaluate(ViewType::Classification, catDog, examples, predictions, {0, 0});
}

core::EvaluationReport tags()
{
    const std::vector<Example> examples{{.answers = {1, 0}}, {.answers = {1, -1}}, {.answers = {0, 0}}, {.answers = {0, 1}}};
    const std::vector<Prediction> predictions{{.scores = {0.9, 0.2}}, {.scores = {0.4, 0.9}}, {.scores = {0.45, 0.6}}, {.scores = {0.1, 0.8}}};
    return core::evaluate(ViewType::Tagging, catDog, examples, predictions, {0.35, 0.7});
}

/// Ten pixels a side, so a shift of x pixels overlaps (10 − x)/(10 + x).
core::EvaluationReport boxes()
{
    const std::vector<Example> examples{
        {.boxes = {{0, {0, 0, 10, 10}}, {0, {100, 0, 10, 10}}, {1, {200, 0, 10, 10}}, {1, {300, 0, 10, 10}, true}}},
        {.boxes = {}},
    };
    const std::vector<Prediction> predictions{
        {.boxes = {{0, 0.9, {0, 0, 10, 10}},       // found
                   {0, 0.8, {0, 0, 10, 10}},       // once more: false
                   {0, 0.7, {200, 0, 10, 10}},     // a dog taken for a cat
                   {1, 0.6, {300, 0, 5, 5}},       // in the ignore region
                   {0, 0.4, {100, 0, 10, 10}}}},   // found below 0.5
        {.boxes = {{1, 0.55, {0, 0, 10, 10}}}},    // on an empty picture: false
    };
    return core::evaluate(ViewType::Detection, catDog, examples, predictions, {0.3, 0.5});
}

} // namespace

class EvaluationReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classificationByHand();
    void taggingByHand();
    void detectionByHand();
    void overlapMustBeGreaterThanAHalf_data();
    void overlapMustBeGreaterThanAHalf();
    void diagonalAndRowsAgreeWithTheTable();
    void numbersThatDoNotExistAreAbsent();
    void jsonRoundTrip_data();
    void jsonRoundTrip();
    void aDamagedReportIsRefused_data();
    void aDamagedReportIsRefused();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void meansTakeTheSameConcepts();
    void worstComesFirst_data();
    void worstComesFirst();
};

void EvaluationReportTest::classificationByHand()
{
    const auto report = pets();
    QVERIFY(near(report.accuracy, 0.6));
    QVERIFY(!report.map);
    QCOMPARE(report.confusion, (std::vector<std::vector<int>>{{2, 1}, {1, 1}}));
    const auto& cat = report.concepts[0];
    QCOMPARE(cat.support, 3);
    QVERIFY(near(cat.precision, 2.0 / 3));
    QVERIFY(near(cat.recall, 2.0 / 3));
    QVERIFY(near(cat.f1, 2.0 / 3));
    QVERIFY(near(cat.ap, (1.0 + 1.0 + 3.0 / 4) / 3)); // 0.9 yes, 0.6 yes, 0.55 no, 0.3 yes
    QCOMPARE(report.headlineKey(), QStringLiteral("accuracy"));
    QVERIFY(near(report.headline(), 0.6));
}

void EvaluationReportTest::taggingByHand()
{
    const auto report = tags();
    QVERIFY(near(report.accuracy, 5.0 / 7)); // at 0.5, seven answers seen; wrong: cat of the second, dog of the third
    QCOMPARE(report.tagConfusion[0], (std::array<int, 4>{1, 1, 0, 2})); // at 0.35
    QCOMPARE(report.tagConfusion[1], (std::array<int, 4>{2, 0, 0, 1})); // at 0.7, unseen left out
    QVERIFY(near(report.concepts[0].ap, (1.0 + 2.0 / 3) / 2));
    QVERIFY(near(report.concepts[1].ap, 1));
    QVERIFY(near(report.map, (5.0 / 6 + 1) / 2));
    QVERIFY(near(report.concepts[0].precision, 2.0 / 3));
    QCOMPARE(report.headlineKey(), QStringLiteral("map"));
}

void EvaluationReportTest::detectionByHand()
{
    const auto report = boxes();
    // at 0.5: cat 1 found, 2 false, 1 missed; dog 0 found, 1 false, 1 missed
    QVERIFY(near(report.accuracy, 1.0 / 6));
    const auto& cat = report.concepts[0]; // at 0.3: 2 found, 2 false, 0 missed
    QCOMPARE(cat.support, 2);
    QVERIFY(near(cat.precision, 0.5));
    QVERIFY(near(cat.recall, 1));
    QVERIFY(near(cat.iou, 1));
    QVERIFY(near(cat.lrp, 0.5)); // 1 − (0 + 2 + 0)/4
    const auto& dog = report.concepts[1];
    QCOMPARE(dog.support, 1);
    QVERIFY(near(dog.lrp, 0));
    QVERIFY(near(report.lrp, 0.25));
    QCOMPARE(report.confusion, (std::vector<std::vector<int>>{{2, 0, 0}, {1, 0, 0}, {1, 1, 0}}));
    QCOMPARE(report.headlineKey(), QStringLiteral("lrp"));
}

void EvaluationReportTest::overlapMustBeGreaterThanAHalf_data()
{
    QTest::addColumn<QRectF>("predicted");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("just a half") << QRectF(0, 0, 10, 5) << false;
    QTest::newRow("a little more") << QRectF(0, 0, 10, 5.001) << true;
    QTest::newRow("a third") << QRectF(5, 0, 10, 10) << false;
    QTest::newRow("the same") << QRectF(0, 0, 10, 10) << true;
}

void EvaluationReportTest::overlapMustBeGreaterThanAHalf()
{
    QFETCH(QRectF, predicted);
    QFETCH(bool, isFound);
    const std::vector<Example> examples{{.boxes = {{0, {0, 0, 10, 10}}}}};
    const std::vector<Prediction> predictions{{.boxes = {{0, 0.9, predicted}}}};
    const auto report = core::evaluate(ViewType::Detection, {QStringLiteral("cat")}, examples, predictions, {0.5});
    QCOMPARE(report.concepts[0].truePositives, int(isFound));
    QCOMPARE(report.confusion[0][0], int(isFound));
}

void EvaluationReportTest::diagonalAndRowsAgreeWithTheTable()
{
    const auto report = boxes();
    for (size_t label = 0; label < report.concepts.size(); ++label) {
        QCOMPARE(report.confusion[label][label], report.concepts[label].truePositives);
        QCOMPARE(std::accumulate(report.confusion[label].begin(), report.confusion[label].end(), 0), report.concepts[label].support);
        int predicted = 0;
        for (const auto& row : report.confusion)
            predicted += row[label];
        QCOMPARE(predicted, report.concepts[label].truePositives + report.concepts[label].falsePositives);
    }
}

void EvaluationReportTest::numbersThatDoNotExistAreAbsent()
{
    const auto report = core::evaluate(ViewType::Tagging, catDog, {{.answers = {0, -1}}}, {{.scores = {0.1, 0.9}}}, {0.5, 0.5});
    QVERIFY(!report.concepts[0].precision && !report.concepts[0].recall && !report.concepts[0].f1 && !report.concepts[0].ap);
    QVERIFY(!report.map);
    const auto empty = core::evaluate(ViewType::Detection, catDog, {}, {}, {0.5, 0.5});
    QVERIFY(!empty.accuracy && !empty.map && !empty.lrp && !empty.headline());
}

void EvaluationReportTest::jsonRoundTrip_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("classification") << 0;
    QTest::newRow("tagging") << 1;
    QTest::newRow("detection") << 2;
}

void EvaluationReportTest::jsonRoundTrip()
{
    QFETCH(int, type);
    const auto report = type == 0 ? pets() : type == 1 ? tags() : boxes();
    const auto json = core::toJson(report);
    QCOMPARE(json[QStringLiteral("confusion")][QStringLiteral("concepts")].toArray().size(), 2);
    if (type == 1)
        QCOMPARE(json[QStringLiteral("confusion")][QStringLiteral("counts")].toArray()[0], QJsonValue(QJsonArray{QJsonArray{1, 1}, QJsonArray{0, 2}}));
    const auto text = QJsonDocument(json).toJson();
    const auto again = core::evaluationReportFromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(QJsonDocument(core::toJson(again)).toJson(), text);
    QCOMPARE(again.confusion, report.confusion);
    QCOMPARE(again.tagConfusion, report.tagConfusion);
    QCOMPARE(again.headline(), report.headline());
}

void EvaluationReportTest::aDamagedReportIsRefused_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, int type, const char* place, const QJsonValue& value) {
        QTest::newRow(name) << type << QString::fromLatin1(place) << value;
    };
    row("no type", 0, "type", QJsonValue::Undefined);
    row("an unknown type", 0, "type", QStringLiteral("poetry"));
    row("a type that is a number", 0, "type", 1);
    row("images below nought", 0, "images", -3);
    row("images in words", 0, "images", QStringLiteral("many"));
    row("accuracy above one", 0, "accuracy", 1.5);
    row("accuracy in words", 0, "accuracy", QStringLiteral("good"));
    row("no concepts", 0, "concepts", QJsonValue::Undefined);
    row("concepts that are an object", 0, "concepts", QJsonObject());
    row("a concept that is a list", 0, "concepts", QJsonArray{QJsonArray(), QJsonArray()});
    row("concepts without numbers", 0, "concepts", QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("a")}}, QJsonObject{{QStringLiteral("name"), QStringLiteral("b")}}});
    row("more concepts than the matrix has", 0, "concepts", QJsonArray());
    row("no matrix", 0, "confusion", QJsonValue::Undefined);
    row("a matrix that is a number", 0, "confusion", 7);
    row("a matrix without rows", 0, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray()}});
    row("rows of different length", 0, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{1, 2}, QJsonArray{1}}}});
    row("rows that are numbers", 0, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{1, 2}}});
    row("counts below nought", 0, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{1, -2}, QJsonArray{0, 0}}}});
    row("tags: no pairs", 1, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{1, 2}, QJsonArray{1, 2}}}});
    row("tags: one row", 1, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{QJsonArray{1, 2}}, QJsonArray{QJsonArray{1, 2}}}}});
    row("boxes: without \"nothing\"", 2, "confusion", QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{1, 2}, QJsonArray{1, 2}}}});
}

void EvaluationReportTest::aDamagedReportIsRefused()
{
    QFETCH(int, type);
    QFETCH(QString, place);
    QFETCH(QJsonValue, value);
    auto json = core::toJson(type == 0 ? pets() : type == 1 ? tags() : boxes());
    (void)core::evaluationReportFromJson(json); // whole
    json[place] = value;
    if (value.isUndefined())
        json.remove(place);
    QVERIFY_EXCEPTION_THROWN(core::evaluationReportFromJson(json), core::Error);
}

void EvaluationReportTest::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<Example>("example");
    QTest::addColumn<Prediction>("prediction");
    const QRectF place(0, 0, 10, 10);
    QTest::newRow("a class beyond the list") << 0 << Example{.label = 2} << Prediction{.scores = {0.5, 0.5}};
    QTest::newRow("a class below none") << 0 << Example{.label = -2} << Prediction{.scores = {0.5, 0.5}};
    QTest::newRow("classes: more scores than concepts") << 0 << Example{.label = 0} << Prediction{.scores = {0.2, 0.3, 0.5}};
    QTest::newRow("classes: fewer scores than concepts") << 0 << Example{.label = 1} << Prediction{.scores = {0.5}};
    QTest::newRow("classes: no scores") << 0 << Example{.label = 1} << Prediction{};
    QTest::newRow("tags: more answers than concepts") << 1 << Example{.answers = {1, 0, 1}} << Prediction{.scores = {0.5, 0.5}};
    QTest::newRow("tags: fewer answers than concepts") << 1 << Example{.answers = {1}} << Prediction{.scores = {0.5, 0.5}};
    QTest::newRow("tags: fewer scores than concepts") << 1 << Example{.answers = {1, 0}} << Prediction{.scores = {0.5}};
    QTest::newRow("a true box beyond the list") << 2 << Example{.boxes = {{2, place}}} << Prediction{};
    QTest::newRow("a true box below the list") << 2 << Example{.boxes = {{-1, place}}} << Prediction{};
    QTest::newRow("a found box beyond the list") << 2 << Example{} << Prediction{.boxes = {{5, 0.9, place}}};
    QTest::newRow("a found box below the list") << 2 << Example{} << Prediction{.boxes = {{-1, 0.9, place}}};
}

/// Memory beside the rows was read once, when card and project named different concepts.
void EvaluationReportTest::whatDoesNotFitIsRefused()
{
    QFETCH(int, type);
    QFETCH(Example, example);
    QFETCH(Prediction, prediction);
    const QStringList names{QStringLiteral("a"), QStringLiteral("b")};
    QVERIFY_EXCEPTION_THROWN(core::evaluate(ViewType(type), names, {example}, {prediction}, {0.5, 0.5}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::evaluate(ViewType(type), names, {example}, {}, {0.5, 0.5}), core::Error);
    QVERIFY_EXCEPTION_THROWN(core::evaluate(ViewType(type), names, {}, {}, {0.5}), core::Error);
}

void EvaluationReportTest::meansTakeTheSameConcepts()
{
    core::EvaluationReport report;
    report.concepts = {{.name = QStringLiteral("both"), .precision = 0.9, .recall = 0.7, .f1 = 0.8},
                       {.name = QStringLiteral("never predicted"), .recall = 0.0, .f1 = 0.0},
                       {.name = QStringLiteral("no example"), .precision = 0.0},
                       {.name = QStringLiteral("half"), .precision = 0.5, .recall = 0.5, .f1 = 0.5}};
    const auto means = core::meanScores(report);
    QVERIFY(near(means.precision, 0.7));
    QVERIFY(near(means.recall, 0.6));
    QVERIFY(near(means.f1, 0.65));
    QCOMPARE(means.leftOut, QStringList({QStringLiteral("never predicted"), QStringLiteral("no example")}));
    QVERIFY(!core::meanScores({}).precision);
}

void EvaluationReportTest::worstComesFirst_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<Example>("example");
    QTest::addColumn<std::vector<Prediction>>("fromWorstToPerfect");
    QTest::newRow("classification") << 0 << Example{.label = 0}
                                    << std::vector<Prediction>{{.scores = {0.0, 1.0}}, {.scores = {0.4, 0.6}}, {.scores = {0.6, 0.4}}, {.scores = {1.0, 0.0}}};
    QTest::newRow("tagging") << 1 << Example{.answers = {1, 0}}
                             << std::vector<Prediction>{{.scores = {0.1, 0.9}}, {.scores = {0.1, 0.2}}, {.scores = {0.7, 0.2}}, {.scores = {1.0, 0.0}}};
    const QRectF place(0, 0, 10, 10);
    QTest::newRow("detection") << 2 << Example{.boxes = {{0, place}}}
                               << std::vector<Prediction>{{.boxes = {{1, 0.9, place}, {1, 0.8, place}}},
                                                          {.boxes = {}},
                                                          {.boxes = {{0, 0.9, place.translated(1, 0)}}},
                                                          {.boxes = {{0, 0.9, place}, {1, 0.1, place}}}};
}

void EvaluationReportTest::worstComesFirst()
{
    QFETCH(int, type);
    QFETCH(Example, example);
    QFETCH(std::vector<Prediction>, fromWorstToPerfect);
    double last = 1e9;
    for (const auto& prediction : fromWorstToPerfect) {
        const double now = core::badness(ViewType(type), example, prediction, type == 0 ? std::vector<double>{0, 0} : std::vector<double>{0.5, 0.5});
        QVERIFY(now < last);
        last = now;
    }
    QCOMPARE(last, 0.0);
}

QTEST_GUILESS_MAIN(EvaluationReportTest)
#include "EvaluationReportTest.moc"
