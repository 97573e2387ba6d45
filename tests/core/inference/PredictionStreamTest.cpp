#include "core/inference/PredictionStream.h"

#include "core/base/Error.h"
#include "core/inference/Predictor.h"
#include "tests/support/FreshVersion.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace core;

class PredictionStreamTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void answersComeInTheOrderOfTheSource();
    void noMoreThanABoundIsUnderWay();
    void whatCannotBeReadIsAnAnswerToo();
    void cancelEndsIt();
    void whatTheSourceThrowsComesAfterTheAnswersBefore();
    void whatTheTakerThrowsEndsIt();
    void nothingIsNothing();
    void boxesFollowTheRuleThatIsAskedFor();

private:
    /// Pictures of changing brightness and size.
    static PictureSource source(int count, std::function<void()> asked = {})
    {
        return [count, asked, at = 0]() mutable -> std::optional<AskedPicture> {
            if (at == count)
                return {};
            if (asked)
                asked();
            QImage pixels(40 + at % 7, 30, QImage::Format_RGB888);
            pixels.fill(QColor(at * 5 % 256, at * 11 % 256, 90));
            return AskedPicture{.name = QString::number(at++), .relativeName = {}, .region = {}, .pixels = pixels, .taken = {}};
        };
    }
    QTemporaryDir m_place;
    std::unique_ptr<Predictor> m_predictor, m_detector;
};

void PredictionStreamTest::initTestCase()
{
    makeFreshVersion(m_place.filePath(QStringLiteral("tags")), ViewType::Tagging, {32, 32});
    makeFreshVersion(m_place.filePath(QStringLiteral("boxes")), ViewType::Detection, {64, 64});
    m_predictor = std::make_unique<Predictor>(m_place.filePath(QStringLiteral("tags")), QStringLiteral("cpu"), 1);
    m_detector = std::make_unique<Predictor>(m_place.filePath(QStringLiteral("boxes")), QStringLiteral("cpu"), 1);
}

void PredictionStreamTest::answersComeInTheOrderOfTheSource()
{
    int next = 0;
    const bool isWhole = answerStream(*m_predictor, source(60), [&](const std::vector<AnsweredPicture>& answers) {
        QVERIFY(!answers.empty() && answers.size() <= 16);
        for (const auto& answer : answers) {
            QCOMPARE(answer.asked.name, QString::number(next));
            QCOMPARE(answer.part, QRect(0, 0, 40 + next % 7, 30));
            const auto alone = m_predictor->predict({m_predictor->prepare(answer.asked.pixels)}).front();
            QVERIFY(std::abs(alone.scores[0] - answer.prediction.scores[0]) < 1e-4);
            ++next;
        }
    });
    QVERIFY(isWhole);
    QCOMPARE(next, 60);
}

void PredictionStreamTest::noMoreThanABoundIsUnderWay()
{
    std::atomic_int asked = 0, taken = 0, most = 0;
    const StreamOptions options{.atOnce = 4, .ahead = 12, .readers = 3};
    answerStream(*m_predictor, source(200, [&] { most = std::max<int>(most, ++asked - taken); }), [&](const std::vector<AnsweredPicture>& answers) { taken += int(answers.size()); }, options);
    QCOMPARE(taken, 200);
    QVERIFY2(most <= options.ahead + options.atOnce, qPrintable(QString::number(most)));
}

void PredictionStreamTest::whatCannotBeReadIsAnAnswerToo()
{
    const PictureSource files = [this, at = 0]() mutable -> std::optional<AskedPicture> {
        if (at == 20)
            return {};
        AskedPicture asked{.name = QString::number(at), .relativeName = {}, .region = {}, .pixels = {}, .taken = {}};
        asked.region.image.path = m_place.filePath(QStringLiteral("none%1.png").arg(at));
        if (at++ % 2 == 0)
            asked.pixels = QImage(20, 20, QImage::Format_RGB888);
        return asked;
    };
    int good = 0, failed = 0;
    QVERIFY(answerStream(*m_predictor, files, [&](const std::vector<AnsweredPicture>& answers) {
        for (const auto& answer : answers) {
            answer.failure.isEmpty() ? ++good : ++failed;
            QCOMPARE(answer.failure.isEmpty(), answer.asked.name.toInt() % 2 == 0);
            QCOMPARE(answer.prediction.scores.empty(), !answer.failure.isEmpty());
        }
    }));
    QCOMPARE(good, 10);
    QCOMPARE(failed, 10);
}

void PredictionStreamTest::cancelEndsIt()
{
    std::atomic_bool canceled = false;
    int taken = 0;
    QVERIFY(!answerStream(*m_predictor, source(100'000), [&](const std::vector<AnsweredPicture>& answers) {
        taken += int(answers.size());
        canceled = true;
    }, {}, [&] { return canceled.load(); }));
    QVERIFY(taken <= 16);
}

void PredictionStreamTest::whatTheSourceThrowsComesAfterTheAnswersBefore()
{
    int asked = 0, taken = 0;
    const PictureSource camera = [&, inner = source(100)]() mutable {
        if (++asked > 30)
            throw Error(QStringLiteral("The camera is gone."));
        return inner();
    };
    try {
        answerStream(*m_predictor, camera, [&](const std::vector<AnsweredPicture>& answers) { taken += int(answers.size()); });
        QFAIL("nothing was thrown");
    } catch (const Error& error) {
        QCOMPARE(error.message(), QStringLiteral("The camera is gone."));
    }
    QCOMPARE(taken, 30);
}

void PredictionStreamTest::whatTheTakerThrowsEndsIt()
{
    QVERIFY_EXCEPTION_THROWN(answerStream(*m_predictor, source(100'000), [](const std::vector<AnsweredPicture>&) { throw Error(QStringLiteral("full")); }), Error);
}

void PredictionStreamTest::nothingIsNothing()
{
    bool called = false;
    QVERIFY(answerStream(*m_predictor, source(0), [&](const std::vector<AnsweredPicture>&) { called = true; }));
    QVERIFY(!called);
}

void PredictionStreamTest::boxesFollowTheRuleThatIsAskedFor()
{
    QImage picture(90, 70, QImage::Format_RGB888);
    picture.fill(QColor(200, 90, 40));
    const auto boxes = [&] { return m_detector->predict({m_detector->prepare(picture)}, 0).front().boxes.size(); };
    QCOMPARE(m_detector->mostBoxes(), 100);
    const auto usual = boxes();
    m_detector->setBoxRule(0.6, 3);
    QCOMPARE(boxes(), size_t(3));
    m_detector->setBoxRule(0.1, 3000);
    const auto few = boxes();
    m_detector->setBoxRule(0.9, 3000);
    const auto many = boxes();
    QVERIFY2(few < many && few <= usual, qPrintable(QStringLiteral("%1 %2 %3").arg(few).arg(usual).arg(many)));
}

QTEST_GUILESS_MAIN(PredictionStreamTest)
#include "PredictionStreamTest.moc"
