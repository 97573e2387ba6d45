#include "core/project/AnswerStore.h"

#include "core/base/Error.h"
#include "tests/support/SmallDisk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;

class AnswerStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatItTook();
    void ordersByScoreAndDoubt_data();
    void ordersByScoreAndDoubt();
    void talliesFollowTheThresholds();
    void aFullDiskKeepsWhatWasThere();
    void leavesNoFileBehind();

private:
    static std::vector<FrozenConcept> concepts() { return {{QUuid::createUuid(), QStringLiteral("a"), 0.5}, {QUuid::createUuid(), QStringLiteral("b"), 0.2}}; }
    static AnsweredPicture answer(const QString& name, std::vector<double> scores, std::vector<ScoredBox> boxes = {})
    {
        return {.asked = {.name = name, .relativeName = {}, .region = {.image = {.path = name}}, .pixels = {}, .taken = {}}, .part = QRect(0, 0, 80, 60), .prediction = {std::move(scores), std::move(boxes)}, .failure = {}};
    }
    QTemporaryDir m_place;
};

void AnswerStoreTest::givesBackWhatItTook()
{
    AnswerStore store(m_place.path(), ViewType::Detection, concepts());
    auto first = answer(QStringLiteral("/a/ü.png"), {}, {{1, 0.75, QRectF(1, 2, 3.5, 4)}, {0, 0.25, QRectF(5, 6, 7, 8)}});
    first.asked.region.crop = QRect(1, 2, 30, 40);
    first.asked.region.image.size = QSize(100, 90);
    first.asked.region.image.sha256 = QByteArray(32, 'x');
    store.append(first);
    auto frame = answer(QStringLiteral("film.mp4#7"), {}, {});
    frame.asked.pixels = QImage(2000, 1000, QImage::Format_RGB888);
    frame.asked.pixels.fill(Qt::red);
    frame.asked.seconds = 3.5;
    store.append(frame);
    auto broken = answer(QStringLiteral("broken"), {});
    broken.failure = QStringLiteral("It cannot be read.");
    store.append(broken);

    QCOMPARE(store.size(), 3);
    const auto back = store.at(0);
    QCOMPARE(back.name, first.asked.name);
    QCOMPARE(back.prediction, first.prediction);
    QCOMPARE(back.region.crop, first.asked.region.crop);
    QCOMPARE(back.region.image.sha256, first.asked.region.image.sha256);
    QCOMPARE(back.size, QSize(100, 90));
    QVERIFY(back.picture.isNull());
    const auto kept = store.at(1);
    QCOMPARE(kept.picture.size(), QSize(960, 480)); // reduced
    QVERIFY(qRed(kept.picture.pixel(100, 100)) > 240);
    QCOMPARE(kept.size, QSize(80, 60));
    QCOMPARE(kept.seconds, 3.5);
    QCOMPARE(store.at(2).failure, broken.failure);
    QCOMPARE(store.at(0).name, first.asked.name); // in any order
}

void AnswerStoreTest::ordersByScoreAndDoubt_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<std::vector<std::vector<double>>>("scores"); // detection: of boxes of the first concept (threshold 0.5)
    QTest::addColumn<std::vector<int>>("byScore");
    QTest::addColumn<std::vector<int>>("byDoubt");
    using Scores = std::vector<std::vector<double>>;
    QTest::newRow("classification") << int(ViewType::Classification) << Scores{{0.6, 0.4}, {0.95, 0.05}, {0.48, 0.52}} << std::vector{1, 0, 2, 3} << std::vector{2, 0, 1, 3};
    QTest::newRow("tagging") << int(ViewType::Tagging) << Scores{{0.9, 0.9}, {0.45, 0.01}, {0.99, 0.21}} << std::vector{2, 0, 1, 3} << std::vector{2, 1, 0, 3};
    QTest::newRow("detection") << int(ViewType::Detection) << Scores{{0.9}, {}, {0.55, 0.02}} << std::vector{0, 2, 1, 3} << std::vector{2, 0, 1, 3};
}

void AnswerStoreTest::ordersByScoreAndDoubt()
{
    QFETCH(int, type);
    QFETCH(std::vector<std::vector<double>>, scores);
    QFETCH(std::vector<int>, byScore);
    QFETCH(std::vector<int>, byDoubt);
    AnswerStore store({}, ViewType(type), concepts());
    for (const auto& one : scores) {
        std::vector<ScoredBox> boxes;
        for (const double score : one)
            boxes.push_back({0, score, QRectF(0, 0, 5, 5)});
        store.append(ViewType(type) == ViewType::Detection ? answer(QStringLiteral("x"), {}, boxes) : answer(QStringLiteral("x"), one));
    }
    auto broken = answer(QStringLiteral("broken"), {});
    broken.failure = QStringLiteral("It cannot be read.");
    store.append(broken); // last in every order but that of the names
    QCOMPARE(store.ordered(AnswerStore::Order::Name), (std::vector{0, 1, 2, 3}));
    QCOMPARE(store.ordered(AnswerStore::Order::Score), byScore);
    QCOMPARE(store.ordered(AnswerStore::Order::Uncertainty), byDoubt);
}

void AnswerStoreTest::talliesFollowTheThresholds()
{
    AnswerStore store({}, ViewType::Detection, concepts());
    store.append(answer(QStringLiteral("1"), {}, {{0, 0.9, QRectF(0, 0, 1, 1)}, {0, 0.6, QRectF(0, 0, 1, 1)}, {1, 0.1, QRectF(0, 0, 1, 1)}}));
    store.append(answer(QStringLiteral("2"), {}, {{0, 0.7, QRectF(0, 0, 1, 1)}}));
    const auto usual = store.tally({0.5, 0.2});
    QCOMPARE(usual[0].answers, 3);
    QCOMPARE(usual[0].pictures, 2);
    QCOMPARE(usual[1].answers, 0);
    const auto other = store.tally({0.8, 0.05});
    QCOMPARE(other[0].answers, 1);
    QCOMPARE(other[0].pictures, 1);
    QCOMPARE(other[1].pictures, 1);
    QCOMPARE(store.tally({0.5, 0.2}, [] { return true; })[0].answers, 0); // canceled
}

void AnswerStoreTest::aFullDiskKeepsWhatWasThere()
{
#ifdef Q_OS_UNIX
    AnswerStore store(m_place.path(), ViewType::Tagging, concepts());
    {
        const SmallDisk disk(4096);
        const auto fill = [&] {
            for (int i = 0; i < 1000; ++i)
                store.append(answer(QStringLiteral("%1").arg(i), {0.5, 0.5}));
        };
        QVERIFY_EXCEPTION_THROWN(fill(), Error);
    }
    const int before = store.size();
    QVERIFY(before > 3 && before < 1000);
    QCOMPARE(store.at(before - 1).name, QString::number(before - 1));
    store.append(answer(QStringLiteral("more"), {0.1, 0.2}));
    QCOMPARE(store.at(before).name, QStringLiteral("more"));
#endif
}

void AnswerStoreTest::leavesNoFileBehind()
{
    const QTemporaryDir place;
    {
        AnswerStore store(place.path(), ViewType::Tagging, concepts());
        store.append(answer(QStringLiteral("a"), {0.5, 0.5}));
    }
    QVERIFY(QDir(place.path()).isEmpty());
    QVERIFY_EXCEPTION_THROWN(AnswerStore(QStringLiteral("/proc/none"), ViewType::Tagging, concepts()), Error);
}

QTEST_GUILESS_MAIN(AnswerStoreTest)
#include "AnswerStoreTest.moc"
