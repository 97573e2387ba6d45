#include "StorageFixture.h"

#include "core/base/Random.h"

#include <QTest>

using namespace core;

namespace {

/// Does one random act of a person; acts that a rule refuses count as done, as they change nothing.
class RandomPerson {
public:
    RandomPerson(StorageFixture& fixture, quint64 seed)
        : m_fixture(fixture)
        , m_random(seed)
    {
    }

    void act()
    {
        try {
            step();
        } catch (const Error&) {
        }
    }

private:
    template <class T>
    std::optional<T> one(const std::vector<T>& values)
    {
        return values.empty() ? std::nullopt : std::optional(values[size_t(m_random.below(int(values.size())))]);
    }

    void step()
    {
        const int dice = m_random.below(100);
        if (dice < 12)
            m_fixture.undo();
        else if (dice < 20)
            m_fixture.redo();
        else if (dice < 22)
            m_fixture.addImages(1 + m_random.below(3), 1000 + m_pictures++ * 10);
        else
            m_fixture.edit([&](Editor& editor) { change(editor, m_random.below(100)); });
    }

    void change(Editor& editor, int dice)
    {
        const ViewRepository views(m_fixture.database);
        const auto all = views.all();
        const auto view = one(all);
        if (!view || (dice < 3 && all.size() < 5)) {
            editor.addView(QStringLiteral("view %1").arg(++m_names), ViewType(m_random.below(3)));
            return;
        }
        const auto concepts = views.concepts(view->id);
        const auto record = one(concepts);
        if (!record || (dice < 8 && concepts.size() < 6)) {
            editor.addConcept(view->id, QStringLiteral("concept %1").arg(++m_names));
            return;
        }
        if (dice < 9)
            return editor.removeView(view->id);
        if (dice < 12)
            return editor.removeConcept(record->id);
        if (dice < 14)
            return editor.renameConcept(record->id, QStringLiteral("renamed %1").arg(m_random.below(20)));
        if (dice < 16)
            return editor.moveConcept(record->id, m_random.below(5));
        const auto images = ImageRepository(m_fixture.database).all();
        const auto image = one(images);
        if (!image)
            return;
        if (dice < 18)
            return editor.removeImages({image->id});
        if (dice < 23)
            return editor.setSplit({image->id}, Split(m_random.below(4)));
        if (dice < 25)
            return editor.setHealth({image->id}, Health(m_random.below(6)));
        annotate(editor, *view, record->id);
    }

    void annotate(Editor& editor, const ViewRecord& view, ConceptId id)
    {
        const auto item = one(m_fixture.items(view.id));
        if (!item)
            return;
        const int dice = m_random.below(10);
        if (dice == 0)
            return editor.clearAnnotation({*item});
        if (dice == 1)
            return editor.setWithoutConcept({*item});
        if (view.type == ViewType::Classification)
            return editor.setClass({*item}, id);
        if (view.type == ViewType::Tagging)
            return editor.setAnswer({*item}, id, Answer(m_random.below(3)));
        auto boxes = m_fixture.annotation(*item).boxes;
        if (!boxes.empty() && dice < 5)
            boxes.erase(boxes.begin() + m_random.below(int(boxes.size())));
        else if (!boxes.empty() && dice < 7)
            boxes.front().conceptId = id;
        else
            boxes.push_back({.conceptId = id, .rect = QRectF(m_random.uniform(0, 50), m_random.uniform(0, 40), 5, 5)});
        editor.setBoxes(*item, boxes);
    }

    StorageFixture& m_fixture;
    Random m_random;
    int m_names = 0;
    int m_pictures = 0;
};

/// States as the rules give them from what is stored.
QStringList wrongStates(const StorageFixture& fixture)
{
    QStringList wrong;
    const ViewRepository views(fixture.database);
    for (const auto& view : views.all()) {
        std::vector<ConceptId> living;
        for (const auto& record : views.concepts(view.id))
            living.push_back(record.id);
        for (const auto& item : AnnotationRepository(fixture.database).allItems(view.id)) {
            const auto& annotation = item.annotation;
            const bool marked = annotation.state == ItemState::WithoutConcept || (annotation.state == ItemState::Partly && annotation.boxes.empty());
            if (stateOf(view.type, living, annotation, marked) != annotation.state)
                wrong << QStringLiteral("%1: item %2 is %3").arg(view.name).arg(item.id.value).arg(int(annotation.state));
        }
    }
    return wrong;
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomEditsKeepEveryRule_data();
    void randomEditsKeepEveryRule();
    void everythingUndoneAndRedoneIsTheSame();
    void imports1000Edits3();
    void newActDropsWhatWasUndone();
    void titlesAreTold();
    void failedActLeavesNoTrace();
    void undoOfATrainedConceptRetiresIt();
    void undoOfATrainedViewIsRefused();
    void touchedSaysWhatToReadAgain();
    void historyOfAnotherConnectionGoesOn();
};

void JournalTest::randomEditsKeepEveryRule_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void JournalTest::randomEditsKeepEveryRule()
{
    QFETCH(int, seed);
    StorageFixture fixture;
    fixture.addImages(8);
    RandomPerson person(fixture, quint64(seed));
    for (int i = 0; i < 1000; ++i) {
        person.act();
        if (i % 100 != 0)
            continue;
        QVERIFY2(fixture.isSound(), qPrintable(QStringLiteral("after %1 acts").arg(i)));
        QCOMPARE(wrongStates(fixture), QStringList());
    }
}

void JournalTest::everythingUndoneAndRedoneIsTheSame()
{
    for (quint64 seed = 11; seed <= 13; ++seed) {
        StorageFixture fixture;
        const auto empty = fixture.dump();
        fixture.addImages(6);
        RandomPerson person(fixture, seed);
        for (int i = 0; i < 300; ++i)
            person.act();
        while (fixture.redo()) { }
        const auto full = fixture.dump();
        QVERIFY(full != empty);
        while (fixture.undo()) { }
        QCOMPARE(fixture.dump(), empty);
        QVERIFY(fixture.isSound());
        while (fixture.redo()) { }
        QCOMPARE(fixture.dump(), full);
        QVERIFY(fixture.isSound());
    }
}

void JournalTest::imports1000Edits3()
{
    StorageFixture fixture;
    const auto empty = fixture.dump();
    const auto images = fixture.addImages(1000);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    fixture.edit([&](Editor& editor) { editor.setClass(fixture.items(view), a); });
    fixture.edit([&](Editor& editor) { editor.removeImages({images[0], images[10]}); });
    const auto full = fixture.dump();
    while (fixture.undo()) { }
    QCOMPARE(fixture.dump(), empty);
    while (fixture.redo()) { }
    QCOMPARE(fixture.dump(), full);
}

void JournalTest::newActDropsWhatWasUndone()
{
    StorageFixture fixture;
    fixture.addView(ViewType::Tagging, QStringLiteral("one"));
    fixture.undo();
    fixture.addView(ViewType::Tagging, QStringLiteral("two"));
    QVERIFY(!fixture.redo());
    QCOMPARE(ViewRepository(fixture.database).all().at(0).name, QStringLiteral("two"));
    QVERIFY(fixture.undo());
    QVERIFY(!fixture.undo());
}

void JournalTest::titlesAreTold()
{
    StorageFixture fixture;
    QCOMPARE(fixture.journal.undoTitle(), QString());
    const auto act = [&](const char* title, const char* view) {
        Transaction transaction(fixture.database);
        fixture.journal.begin(QString::fromUtf8(title));
        Editor(fixture.database, fixture.journal).addView(QString::fromUtf8(view), ViewType::Tagging);
        fixture.journal.end();
        transaction.commit();
    };
    act("Add “A”", "A");
    act("Add “B”", "B");
    QCOMPARE(fixture.journal.undoTitle(), QString::fromUtf8("Add “B”"));
    fixture.undo();
    QCOMPARE(fixture.journal.undoTitle(), QString::fromUtf8("Add “A”"));
    QCOMPARE(fixture.journal.redoTitle(), QString::fromUtf8("Add “B”"));
    fixture.undo();
    QCOMPARE(fixture.journal.redoTitle(), QString::fromUtf8("Add “A”"));
    fixture.redo();
    QCOMPARE(fixture.journal.redoTitle(), QString::fromUtf8("Add “B”"));
}

void JournalTest::failedActLeavesNoTrace()
{
    StorageFixture fixture;
    const auto before = fixture.dump();
    QVERIFY_EXCEPTION_THROWN(fixture.edit([](Editor& editor) {
        editor.addView(QStringLiteral("View"), ViewType::Tagging);
        editor.addView(QStringLiteral("view"), ViewType::Tagging);
    }), Error);
    QCOMPARE(fixture.dump(), before);
    QVERIFY(!fixture.undo());
}

void JournalTest::undoOfATrainedConceptRetiresIt()
{
    StorageFixture fixture;
    fixture.addImages(1);
    const auto view = fixture.addView(ViewType::Classification);
    fixture.addConcept(view, QStringLiteral("A"));
    const auto b = fixture.addConcept(view, QStringLiteral("B"));
    const ViewRepository views(fixture.database);
    const VersionRepository versions(fixture.database);
    const auto model = versions.modelFor(*views.find(view), views.concepts(view));
    QVERIFY(fixture.undo());
    QCOMPARE(views.concepts(view).size(), size_t(1));
    QVERIFY(views.findConcept(b)->retired); // the model still knows its name
    QVERIFY(fixture.isSound());
    QVERIFY(fixture.redo());
    QVERIFY(!views.findConcept(b)->retired);
    QCOMPARE(versions.modelFor(*views.find(view), views.concepts(view)), model);
}

void JournalTest::undoOfATrainedViewIsRefused()
{
    StorageFixture fixture;
    const auto view = fixture.addView(ViewType::Tagging);
    VersionRepository(fixture.database).modelFor(*ViewRepository(fixture.database).find(view), {});
    const auto before = fixture.dump();
    try {
        fixture.undo();
        QFAIL("must be refused");
    } catch (const Error& error) {
        QVERIFY2(error.message().contains(QLatin1String("cannot be undone any more")), qPrintable(error.message()));
    }
    QCOMPARE(fixture.dump(), before);
    QCOMPARE(fixture.journal.undoTitle(), QStringLiteral("step"));
}

void JournalTest::touchedSaysWhatToReadAgain()
{
    StorageFixture fixture;
    fixture.addImages(3);
    const auto view = fixture.addView(ViewType::Classification);
    const auto a = fixture.addConcept(view, QStringLiteral("A"));
    const auto items = fixture.items(view);
    const auto touched = [&](const auto& act) {
        Transaction transaction(fixture.database);
        Journal journal(fixture.database);
        journal.begin(QStringLiteral("step"));
        Editor editor(fixture.database, journal);
        act(editor);
        journal.end();
        transaction.commit();
        return journal.touched();
    };
    const auto label = touched([&](Editor& editor) { editor.setClass({items[0], items[2]}, a); });
    QVERIFY(label.annotations && !label.structure && !label.images && !label.library);
    QCOMPARE(label.items, (QSet<qint64>{items[0].value, items[2].value}));
    const auto rename = touched([&](Editor& editor) { editor.renameConcept(a, QStringLiteral("B")); });
    QVERIFY(rename.structure && !rename.annotations);
    const auto health = touched([&](Editor& editor) { editor.setHealth({ImageId{1}}, Health::Odd); });
    QVERIFY(health.images && !health.annotations);
}

void JournalTest::historyOfAnotherConnectionGoesOn()
{
    // As after a restart: a journal object knows nothing by itself.
    StorageFixture fixture;
    const auto empty = fixture.dump();
    fixture.addImages(2);
    fixture.addView(ViewType::Detection);
    const auto full = fixture.dump();
    Transaction transaction(fixture.database);
    while (Journal(fixture.database).undo()) { }
    QCOMPARE(fixture.dump(), empty);
    while (Journal(fixture.database).redo()) { }
    QCOMPARE(fixture.dump(), full);
    transaction.commit();
}

QTEST_GUILESS_MAIN(JournalTest)
#include "JournalTest.moc"
