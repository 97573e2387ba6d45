#include "core/project/DataExport.h"

#include "core/base/Error.h"
#include "core/formats/TargetFolder.h"
#include "core/project/ImportRun.h"
#include "core/project/Project.h"
#include "core/storage/Editor.h"
#include "tests/support/Pictures.h"
#include "tests/support/SmallDisk.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace core;

namespace {

QString text(const char8_t* letters) { return QString::fromUtf8(reinterpret_cast<const char*>(letters)); }

/// Every file below a folder with its bytes, sorted.
QMap<QString, QByteArray> filesBelow(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

QString word(double value) { return QString::number(std::round(value * 1e4) / 1e4); }

/// What one picture is and what is said of it, without its name.
QString fact(Split split, QSize size, bool isSeen, QStringList said)
{
    said.sort();
    return QStringLiteral("%1 %2x%3 %4: %5").arg(keyOf(split)).arg(size.width()).arg(size.height()).arg(isSeen ? QStringLiteral("seen") : QStringLiteral("unseen"), said.join(QStringLiteral(", ")));
}

} // namespace

/// A project with all oddities goes out in each format and comes in again.
class DataExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void comesInAgain_data();
    void comesInAgain();
    void indicesAreNotMoved();
    void idsOfTheSourceComeBack();
    void nothingIsOverwritten_data();
    void nothingIsOverwritten();
    void anEmptyFolderIsTaken();
    void whatIsLeftOfAKilledExportStays();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
#ifdef Q_OS_UNIX
    void aFullDiskLeavesNothing_data();
    void aFullDiskLeavesNothing();
#endif
    void picturesStayAsTheyAre_data();
    void picturesStayAsTheyAre();
    void metadataIsDropped();
    void referencesCopyNothing();
    void formatsThatNeedPicturesSaySo();
    void picturesThatAreGoneAreNamed();
    void theDifferenceIsTrue();
    void whatDiffersIsNotProved();
    void onlyWhatIsAskedFor();
    void unseenAsNo();
    void uniqueNames();
    void nothingToExport();
    void theJobCountsAndWrites();
    void theJobMayGoAwayInTheMiddle();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    ExportSource source(ViewType type) const { return readExportSource(m_project->databasePath(), m_project->name(), m_views.value(int(type))); }
    ExportRequest request(const QString& format) const
    {
        ExportRequest request;
        request.format = format;
        request.target = path(QStringLiteral("out/set"));
        request.withUnseen = true;
        return request;
    }
    QHash<QString, ItemId> itemsOf(ViewType type) const
    {
        QHash<QString, ItemId> items;
        for (const Item& item : m_project->allItems(m_views.value(int(type))))
            items.insert(item.image.path.mid(m_folder->path().size() + 1), item.id);
        return items;
    }
    void addDetection();
    void addTagging();
    void addClassification();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    QHash<int, ViewId> m_views; // by type
    bool m_isChanged = false;   // by a test: the next one needs a new project
};

/// Made once for all that only read it: each edit waits for the disk.
void DataExportTest::init()
{
    if (m_project && !m_isChanged) {
        for (const char* made : {"out", "Other.oriel", "link"})
            QVERIFY(QDir(path(QLatin1String(made))).removeRecursively() || QFile::remove(path(QLatin1String(made))));
        return;
    }
    m_isChanged = false;
    m_project.reset();
    m_views.clear();
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/export \"ü\" XXXXXX"));
    m_project = Project::create(path(QStringLiteral("Test.oriel")));
    int number = 0;
    const auto picture = [&](const QString& name, int width, int height) { pictures::write(path(name), pictures::numbered(++number, width, height)); };
    picture(QStringLiteral("one/same.png"), 64, 48);
    picture(text(u8"one/sub/Über, \"uns\" & 1.png"), 48, 64);
    picture(QStringLiteral("one/train/without split.png"), 50, 50);
    picture(QStringLiteral("one/images/unseen.png"), 64, 48);
    picture(QStringLiteral("two/same.png"), 64, 48);
    picture(QStringLiteral("two/Same.PNG"), 40, 48);
    picture(QStringLiteral("two/stem.png"), 64, 48);
    picture(QStringLiteral("two/con.png"), 64, 48);
    pictures::write(path(QStringLiteral("two/stem.jpg")), pictures::withOrientation(pictures::jpeg(pictures::storedFor(pictures::quarters(48, 64), 6)), 6));
    ImportOptions options;
    options.sources = {path(QStringLiteral("one")), path(QStringLiteral("two"))};
    options.source.format = QStringLiteral("pictures");
    const ReadImport read{options, 1, readSources(options.sources, options.source, {})};
    QCOMPARE(writeImport(*m_project, read, {}).images, 9);
    const auto images = m_project->images();
    m_project->editAndWait(QStringLiteral("split"), [&](Editor& editor) {
        for (const ImageRecord& image : images)
            editor.setSplit({image.id}, image.name().startsWith(QLatin1String("without")) ? Split::Unassigned : image.name().contains(QLatin1String("ber")) ? Split::Test : image.path.contains(QLatin1String("/one/")) ? Split::Train : Split::Validation);
    });
    addDetection();
    addTagging();
    addClassification();
}

void DataExportTest::addDetection()
{
    m_project->editAndWait(QStringLiteral("view"), [&](Editor& editor) { m_views[int(ViewType::Detection)] = editor.addView(QStringLiteral("Boxes"), ViewType::Detection); });
    const auto items = itemsOf(ViewType::Detection);
    m_project->editAndWait(QStringLiteral("annotate"), [&](Editor& editor) {
        const ViewId view = m_views.value(int(ViewType::Detection));
        std::vector<ConceptId> ids;
        for (const QString& name : {text(u8"Äpfel"), QStringLiteral("gone"), QStringLiteral("a, b; c"), QStringLiteral("on/off"), QStringLiteral("the \"best\" <one>")})
            ids.push_back(editor.addConcept(view, name));
        editor.removeConcept(ids[1]); // leaves a hole in the indices
        const auto draw = [&](const QString& name, const std::vector<BoxRecord>& boxes) { editor.setBoxes(items.value(name), boxes); };
        draw(QStringLiteral("one/same.png"), {{{}, ids[0], {0, 0, 64, 48}, Difficult}, {{}, ids[2], {63, 47, 1, 1}, TruncatedBox}, {{}, ids[3], {0, 0, 1, 1}, Occluded}});
        draw(QStringLiteral("two/same.png"), {{{}, ids[4], {3.3333333333333335, 4.1, 11.7, 12.3}, Crowd}, {{}, ids[0], {10, 20, 21, 11}, 0}});
        draw(text(u8"one/sub/Über, \"uns\" & 1.png"), {{{}, ids[2], {1, 2, 40, 60}, 0}});
        draw(QStringLiteral("two/stem.jpg"), {{{}, ids[0], {2, 40, 44, 22}, 0}}); // of the upright picture
        draw(QStringLiteral("one/train/without split.png"), {{{}, ids[3], {5, 5, 10, 10}, 0}});
        draw(QStringLiteral("two/con.png"), {{{}, ids[3], {5, 5, 10, 10}, 0}});
        editor.markNotLookedAt({items.value(QStringLiteral("two/con.png"))}, ids[0]);
        editor.setWithoutConcept({items.value(QStringLiteral("two/Same.PNG")), items.value(QStringLiteral("two/stem.png"))});
    });
}

void DataExportTest::addTagging()
{
    m_project->editAndWait(QStringLiteral("view"), [&](Editor& editor) { m_views[int(ViewType::Tagging)] = editor.addView(QStringLiteral("Tags"), ViewType::Tagging); });
    const auto items = itemsOf(ViewType::Tagging);
    m_project->editAndWait(QStringLiteral("annotate"), [&](Editor& editor) {
        const ViewId view = m_views.value(int(ViewType::Tagging));
        std::vector<ConceptId> ids;
        for (const QString& name : {text(u8"Äpfel"), QStringLiteral("a, b; c"), QStringLiteral("on/off")})
            ids.push_back(editor.addConcept(view, name));
        std::vector<ItemId> all;
        for (auto item = items.cbegin(); item != items.cend(); ++item)
            if (!item.key().contains(QLatin1String("unseen")))
                all.push_back(item.value());
        editor.setWithoutConcept(all);
        editor.setAnswer({items.value(QStringLiteral("one/same.png")), items.value(QStringLiteral("two/stem.jpg"))}, ids[0], Answer::Yes);
        editor.setAnswer({items.value(QStringLiteral("one/same.png"))}, ids[2], Answer::Yes);
        editor.setAnswer({items.value(QStringLiteral("two/same.png")), items.value(QStringLiteral("one/train/without split.png"))}, ids[1], Answer::Unseen); // partly
    });
}

void DataExportTest::addClassification()
{
    m_project->editAndWait(QStringLiteral("view"), [&](Editor& editor) { m_views[int(ViewType::Classification)] = editor.addView(QStringLiteral("Classes"), ViewType::Classification); });
    const auto items = itemsOf(ViewType::Classification);
    m_project->editAndWait(QStringLiteral("annotate"), [&](Editor& editor) {
        const ViewId view = m_views.value(int(ViewType::Classification));
        std::vector<ConceptId> ids;
        for (const QString& name : {text(u8"Äpfel"), QStringLiteral("train"), QStringLiteral("on off; |x|")})
            ids.push_back(editor.addConcept(view, name));
        size_t number = 0;
        QStringList names = items.keys();
        names.sort();
        for (const QString& name : std::as_const(names))
            if (!name.contains(QLatin1String("unseen")))
                editor.setClass({items.value(name)}, ids[number++ % ids.size()]);
    });
}

void DataExportTest::comesInAgain_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<ExportRequest::Pictures>("pictures");
    using enum ExportRequest::Pictures;
    for (const QString& format : dataFormats())
        for (const ViewType type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection})
            for (const auto pictures : {Reference, Copy, CopyWithoutMetadata})
                if (dataOutput(format)->holds(type) && (pictures != Reference || !dataOutput(format)->needsPictures))
                    QTest::addRow("%s %s %s", qPrintable(format), qPrintable(keyOf(type)), qPrintable(keyOf(pictures))) << format << type << pictures;
}

void DataExportTest::comesInAgain()
{
    QFETCH(QString, format);
    QFETCH(ViewType, type);
    QFETCH(ExportRequest::Pictures, pictures);
    ExportRequest asked = request(format);
    asked.pictures = pictures;
    const ExportSource from = source(type);
    const ExportPlan plan = planExport(from, asked);
    const ExportResult result = exportData(from, asked);
    QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
    QCOMPARE(result.path, asked.target);
    QCOMPARE(result.check.pictures.back, qint64(plan.pictures.size()));
    QVERIFY(!QFileInfo::exists(asked.target + QStringLiteral(".part")));
    QCOMPARE(result.turned, pictures == ExportRequest::Pictures::Reference ? 0 : 1);

    // What the plan holds, as far as the format can
    TargetFolder nowhere((QString()));
    const auto writer = dataOutput(format)->make(nowhere, plan.view);
    const bool isRounded = format == QLatin1String("voc");
    const auto boxWord = [&](const QString& name, const QRectF& rect, int flags) {
        return isRounded ? QStringLiteral("%1 %2").arg(name).arg(flags) : QStringLiteral("%1 %2 %3 %4 %5 %6").arg(name, word(rect.left()), word(rect.top()), word(rect.right()), word(rect.bottom())).arg(flags);
    };
    std::set<size_t> named; // of tags, by formats that cannot say "no"
    ExportedPicture asksForNo;
    asksForNo.state = ItemState::Partly;
    asksForNo.answers = {{0, false}};
    if (type == ViewType::Tagging && writer->held(asksForNo).answers.empty())
        for (const ExportedPicture& picture : plan.pictures)
            for (const auto& [label, yes] : picture.answers)
                if (yes)
                    named.insert(label);
    QStringList expected, found;
    for (const ExportedPicture& picture : plan.pictures) {
        const ExportedPicture held = writer->held(picture);
        QStringList said;
        for (const auto& [label, yes] : held.answers)
            said << writer->writtenName(label) + (yes ? QStringLiteral(" yes") : QStringLiteral(" no"));
        for (const size_t label : named) // a format that names only what is there: everything else is read as "no"
            if (held.isSeen() && std::ranges::none_of(held.answers, [&](const auto& answer) { return answer.first == label; }))
                said << writer->writtenName(label) + QStringLiteral(" no");
        for (const ExportedBox& box : held.boxes)
            said << boxWord(writer->writtenName(box.label), box.rect, box.flags);
        expected << fact(held.split, held.size, held.isSeen(), said);
    }

    // What an empty project gets of it
    auto other = Project::create(path(QStringLiteral("Other.oriel")));
    ImportOptions options;
    options.sources = {result.path};
    options.source.format = format;
    options.source.followsOutside = true;
    options.type = type;
    const ReadImport read{options, 1, readSources(options.sources, options.source, {})};
    const ImportReport report = writeImport(*other, read, {});
    QCOMPARE(report.images, int(plan.pictures.size()));
    QVERIFY(!report.hasRejections());
    const ViewRecord view = other->views().front();
    QCOMPARE(view.type, type);
    QHash<ConceptId, QString> names;
    for (const ConceptRecord& record : other->concepts(view.id))
        names.insert(record.id, record.name);
    for (const Item& item : other->allItems(view.id)) {
        QStringList said;
        for (const Label& label : item.annotation.labels)
            said << names.value(label.conceptId) + (label.yes ? QStringLiteral(" yes") : QStringLiteral(" no"));
        for (const BoxRecord& box : item.annotation.boxes)
            said << boxWord(names.value(box.conceptId), box.rect, box.flags);
        found << fact(item.image.split, item.image.size, item.annotation.state != ItemState::Unseen, said);
    }
    expected.sort();
    found.sort();
    QCOMPARE(found.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
}

/// A deleted concept leaves a hole; renaming and ordering move nothing.
void DataExportTest::indicesAreNotMoved()
{
    m_isChanged = true;
    const auto indices = [&] {
        QMap<QString, int> found;
        for (const ExportedConcept& exported : planExport(source(ViewType::Detection), request(QStringLiteral("yolo"))).view.concepts)
            found.insert(exported.name, exported.index);
        return found;
    };
    const auto before = indices();
    QCOMPARE(before.values().size(), 4);
    QCOMPARE(before.value(text(u8"Äpfel")), 0);
    QCOMPARE(before.value(QStringLiteral("a, b; c")), 2); // 1 was deleted
    const ViewId view = m_views.value(int(ViewType::Detection));
    const auto concepts = m_project->concepts(view);
    m_project->editAndWait(QStringLiteral("change"), [&](Editor& editor) {
        editor.moveConcept(concepts.front().id, 3);
        editor.renameConcept(concepts[1].id, QStringLiteral("renamed"));
        editor.addConcept(view, QStringLiteral("new"));
    });
    const auto after = indices();
    QCOMPARE(after.value(text(u8"Äpfel")), 0);
    QCOMPARE(after.value(QStringLiteral("renamed")), 2);
    QCOMPARE(after.value(QStringLiteral("on/off")), before.value(QStringLiteral("on/off")));
    QCOMPARE(after.value(QStringLiteral("new")), 5);

    ExportRequest inOrder = request(QStringLiteral("yolo"));
    inOrder.index = ExportRequest::Index::View;
    QStringList names;
    for (const ExportedConcept& exported : planExport(source(ViewType::Detection), inOrder).view.concepts) {
        QCOMPARE(exported.index, int(names.size()));
        names << exported.name;
    }
    QCOMPARE(names.indexOf(text(u8"Äpfel")), 3);
}

void DataExportTest::idsOfTheSourceComeBack()
{
    pictures::write(path(QStringLiteral("coco/a.png")), pictures::numbered(500, 64, 48));
    pictures::write(path(QStringLiteral("coco/b.png")), pictures::numbered(501, 64, 48));
    pictures::write(path(QStringLiteral("coco/set.json")),
                    R"({"images":[{"id":4711,"file_name":"a.png","width":64,"height":48},{"id":"x9","file_name":"b.png","width":64,"height":48}],
"categories":[{"id":90,"name":"cell"},{"id":3,"name":"dot"}],
"annotations":[{"id":1,"image_id":4711,"category_id":90,"bbox":[1,2,3,4]},{"id":2,"image_id":"x9","category_id":3,"bbox":[1,2,3,4]}]})");
    auto project = Project::create(path(QStringLiteral("Coco.oriel")));
    ImportOptions options;
    options.sources = {path(QStringLiteral("coco"))};
    writeImport(*project, {options, 1, readSources(options.sources, options.source, {})}, {});
    const ViewId view = project->views().front().id;
    project->editAndWait(QStringLiteral("new"), [&](Editor& editor) { editor.addConcept(view, QStringLiteral("new")); });
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.index = ExportRequest::Index::Source;
    asked.splits = {Split::Train, Split::Validation};
    const ExportResult result = exportData(readExportSource(project->databasePath(), project->name(), view), asked);
    QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
    QMap<QString, QString> ids;
    for (const ExportedConcept& exported : result.concepts)
        ids.insert(exported.name, exported.id);
    QCOMPARE(ids.value(QStringLiteral("cell")), QStringLiteral("90"));
    QCOMPARE(ids.value(QStringLiteral("dot")), QStringLiteral("3"));
    QCOMPARE(ids.value(QStringLiteral("new")), QStringLiteral("91")); // one that no source uses
    QByteArray all;
    for (const QByteArray& bytes : filesBelow(result.path + QStringLiteral("/annotations")))
        all += bytes;
    QVERIFY(all.contains("{\"id\":4711,\"file_name\":\"a.png\""));
    QVERIFY(all.contains("{\"id\":\"x9\",\"file_name\":\"b.png\""));
    QVERIFY(all.contains("\"image_id\":\"x9\",\"category_id\":3,\"bbox\":[1,2,3,4],\"area\":12,"));
}

void DataExportTest::nothingIsOverwritten_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a folder with something in it") << QStringLiteral("one");
    QTest::newRow("a file") << QStringLiteral("one/same.png");
    QTest::newRow("a link to nothing") << QStringLiteral("link");
    QTest::newRow("inside the project") << QStringLiteral("Test.oriel/images/set");
    QTest::newRow("the project") << QStringLiteral("Test.oriel");
}

void DataExportTest::nothingIsOverwritten()
{
    QFETCH(QString, target);
    QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("link")));
    const auto before = filesBelow(path(QStringLiteral("one")));
    QVERIFY_EXCEPTION_THROWN(requireFreeTarget(path(target), m_project->folder()), Error);
    if (!target.startsWith(QLatin1String("Test"))) {
        ExportRequest asked = request(QStringLiteral("coco"));
        asked.target = path(target);
        QVERIFY_EXCEPTION_THROWN(exportData(source(ViewType::Detection), asked), Error); // taken in the meantime
    }
    QCOMPARE(filesBelow(path(QStringLiteral("one"))), before);
    QVERIFY(!QFileInfo::exists(path(target) + QStringLiteral(".part")));
}

void DataExportTest::anEmptyFolderIsTaken()
{
    const ExportRequest asked = request(QStringLiteral("coco"));
    QDir().mkpath(asked.target);
    QVERIFY(!isTaken(asked.target));
    requireFreeTarget(asked.target, m_project->folder());
    QVERIFY(exportData(source(ViewType::Detection), asked).isProved());
    QVERIFY(isTaken(asked.target));
    QCOMPARE(freeTarget(asked.target), asked.target + QStringLiteral(" 2"));
}

void DataExportTest::whatIsLeftOfAKilledExportStays()
{
    const ExportRequest asked = request(QStringLiteral("coco"));
    pictures::write(asked.target + QStringLiteral(".part/mine.txt"), "mine");
    QVERIFY(exportData(source(ViewType::Detection), asked).isProved());
    QCOMPARE(filesBelow(asked.target + QStringLiteral(".part")).keys(), QStringList{QStringLiteral("mine.txt")});
}

void DataExportTest::cancelLeavesNothing_data()
{
    QTest::addColumn<int>("after"); // questions whether to stop
    for (const int after : {0, 1, 5, 9, 12, 20})
        QTest::addRow("%d", after) << after;
}

void DataExportTest::cancelLeavesNothing()
{
    QFETCH(int, after);
    std::atomic<int> asked = 0;
    const SourceListener listener{{}, [&] { return asked++ >= after; }};
    QDir().mkpath(path(QStringLiteral("out")));
    const ExportResult result = exportData(source(ViewType::Detection), request(QStringLiteral("voc")), listener);
    QVERIFY(result.isCanceled);
    QCOMPARE(QDir(path(QStringLiteral("out"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

#ifdef Q_OS_UNIX
void DataExportTest::aFullDiskLeavesNothing_data()
{
    QTest::addColumn<ExportRequest::Pictures>("pictures");
    QTest::newRow("at the pictures") << ExportRequest::Pictures::Copy;
    QTest::newRow("at the annotations") << ExportRequest::Pictures::Reference;
}

void DataExportTest::aFullDiskLeavesNothing()
{
    QFETCH(ExportRequest::Pictures, pictures);
    QDir().mkpath(path(QStringLiteral("out")));
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.pictures = pictures;
    const ExportSource from = source(ViewType::Detection);
    QString said;
    {
        const SmallDisk full(64);
        try {
            exportData(from, asked);
        } catch (const Error& error) {
            said = error.message();
        }
    }
    QVERIFY2(said.contains(QStringLiteral("could not be written")), qPrintable(said));
    QCOMPARE(QDir(path(QStringLiteral("out"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}
#endif

void DataExportTest::picturesStayAsTheyAre_data()
{
    QTest::addColumn<ExportRequest::Pictures>("pictures");
    using enum ExportRequest::Pictures;
    for (const auto pictures : {Reference, Copy, CopyWithoutMetadata})
        QTest::addRow("%s", qPrintable(keyOf(pictures))) << pictures;
}

void DataExportTest::picturesStayAsTheyAre()
{
    QFETCH(ExportRequest::Pictures, pictures);
    const auto before = filesBelow(path(QStringLiteral("one"))), beforeTwo = filesBelow(path(QStringLiteral("two")));
    const qint64 revision = m_project->revision();
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.pictures = pictures;
    QVERIFY(exportData(source(ViewType::Detection), asked).isProved());
    QCOMPARE(filesBelow(path(QStringLiteral("one"))), before);
    QCOMPARE(filesBelow(path(QStringLiteral("two"))), beforeTwo);
    QCOMPARE(m_project->revision(), revision);
    if (pictures == ExportRequest::Pictures::Copy) // byte for byte, but the one that is turned
        QCOMPARE(filesBelow(asked.target).value(QStringLiteral("images/one/same.png")), before.value(QStringLiteral("same.png")));
}

void DataExportTest::metadataIsDropped()
{
    QVERIFY(filesBelow(path(QStringLiteral("two"))).value(QStringLiteral("stem.jpg")).contains("Exif"));
    ExportRequest asked = request(QStringLiteral("voc"));
    asked.pictures = ExportRequest::Pictures::CopyWithoutMetadata;
    QVERIFY(exportData(source(ViewType::Detection), asked).isProved());
    for (const QByteArray& bytes : filesBelow(asked.target))
        QVERIFY(!bytes.contains("Exif"));
}

void DataExportTest::referencesCopyNothing()
{
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.pictures = ExportRequest::Pictures::Reference;
    const ExportResult result = exportData(source(ViewType::Detection), asked);
    QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
    for (const QString& name : filesBelow(asked.target).keys())
        QVERIFY2(name.endsWith(QLatin1String(".json")), qPrintable(name));
}

void DataExportTest::formatsThatNeedPicturesSaySo()
{
    ExportRequest asked = request(QStringLiteral("voc"));
    asked.pictures = ExportRequest::Pictures::Reference;
    QVERIFY_EXCEPTION_THROWN(planExport(source(ViewType::Detection), asked), Error);
    asked.format = QStringLiteral("via"); // read, not written
    QVERIFY_EXCEPTION_THROWN(planExport(source(ViewType::Detection), asked), Error);
    QVERIFY_EXCEPTION_THROWN(planExport(source(ViewType::Tagging), request(QStringLiteral("voc"))), Error);
}

/// Three that cannot be read do not stop the others.
void DataExportTest::picturesThatAreGoneAreNamed()
{
    m_isChanged = true;
    QVERIFY(QFile::remove(path(QStringLiteral("two/con.png"))));
    pictures::write(path(QStringLiteral("one/same.png")), pictures::numbered(999, 64, 48)); // another one under its name
    for (const auto pictures : {ExportRequest::Pictures::Copy, ExportRequest::Pictures::Reference}) {
        ExportRequest asked = request(QStringLiteral("coco"));
        asked.pictures = pictures;
        asked.target += keyOf(pictures);
        const ExportResult result = exportData(source(ViewType::Detection), asked);
        QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
        QStringList names;
        for (const LeftOutPicture& picture : result.leftOut) {
            names << picture.picture;
            QVERIFY(!picture.why.isEmpty());
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("con.png"), QStringLiteral("same.png")}));
        QCOMPARE(result.check.pictures.out, pictures == ExportRequest::Pictures::Copy ? 7 : 6); // the unseen one is nowhere in a list of references
    }
}

void DataExportTest::theDifferenceIsTrue()
{
    const ExportResult coco = exportData(source(ViewType::Detection), request(QStringLiteral("coco")));
    QVERIFY(coco.check.largestDifference < 1e-9);
    QVERIFY2(sentenceOf(coco).contains(QStringLiteral("coordinates equal")), qPrintable(sentenceOf(coco)));
    ExportRequest asked = request(QStringLiteral("voc"));
    asked.target += QStringLiteral("2");
    const ExportResult voc = exportData(source(ViewType::Detection), asked);
    QCOMPARE(voc.check.largestDifference, 1.0); // the box of one pixel grew
    QCOMPARE(toJson(voc)[QStringLiteral("largest_difference")].toDouble(), 1.0);
    QCOMPARE(toJson(voc)[QStringLiteral("pictures")].toObject(), (QJsonObject{{QStringLiteral("out"), 9}, {QStringLiteral("back"), 9}}));
}

/// The column "is_width" stands for "width", which says something else to readers; where that name is taken too, they see one concept.
void DataExportTest::whatDiffersIsNotProved()
{
    m_isChanged = true;
    const ViewId view = m_views.value(int(ViewType::Tagging));
    const auto concepts = m_project->concepts(view);
    m_project->editAndWait(QStringLiteral("new"), [&](Editor& editor) {
        editor.renameConcept(concepts[0].id, QStringLiteral("width"));
        editor.renameConcept(concepts[1].id, QStringLiteral("is_width"));
    });
    const ExportResult result = exportData(source(ViewType::Tagging), request(QStringLiteral("csv")));
    QVERIFY(!result.isProved());
    QVERIFY(result.path.endsWith(QStringLiteral(".unproved")));
    QVERIFY(QFileInfo(result.path).isDir());
    QVERIFY(!QFileInfo::exists(request({}).target));
    QVERIFY(sentenceOf(result).contains(QStringLiteral("differs")));
}

void DataExportTest::onlyWhatIsAskedFor()
{
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.splits = {Split::Validation};
    QCOMPARE(planExport(source(ViewType::Detection), asked).pictures.size(), size_t(5));
    asked.splits = {};
    asked.items = std::vector{itemsOf(ViewType::Detection).value(QStringLiteral("two/stem.jpg"))};
    QCOMPARE(planExport(source(ViewType::Detection), asked).pictures.size(), size_t(1));
    asked.items.reset();
    asked.withUnseen = false;
    const ExportPlan plan = planExport(source(ViewType::Detection), asked);
    QCOMPARE(plan.pictures.size(), size_t(8));
    QCOMPARE(plan.unseenLeftOut, 1);
    QCOMPARE(plan.withoutConcept, 2);
    QCOMPARE(plan.partly, 1);
    QCOMPARE(plan.annotations, 9);
    asked.reviewedOnly = true; // nobody has reviewed any
    QCOMPARE(planExport(source(ViewType::Detection), asked).pictures.size(), size_t(0));
}

void DataExportTest::unseenAsNo()
{
    ExportRequest asked = request(QStringLiteral("csv"));
    const auto unanswered = [&] {
        int number = 0;
        for (const ExportedPicture& picture : planExport(source(ViewType::Tagging), asked).pictures)
            number += 3 - int(picture.answers.size());
        return number;
    };
    QCOMPARE(unanswered(), 2 + 3); // two partly, one that nobody has looked at
    asked.isUnseenNo = true;
    QCOMPARE(unanswered(), 3);
    QVERIFY(exportData(source(ViewType::Tagging), asked).isProved());
}

void DataExportTest::uniqueNames()
{
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.keepsTree = false;
    QStringList names;
    for (const ExportedPicture& picture : planExport(source(ViewType::Detection), asked).pictures)
        names << picture.name;
    QCOMPARE(names.filter(QStringLiteral("/")), QStringList());
    QSet<QString> folded;
    for (const QString& name : std::as_const(names))
        folded.insert(name.toCaseFolded());
    QCOMPARE(folded.size(), names.size());
    const ExportResult result = exportData(source(ViewType::Detection), asked);
    QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
}

void DataExportTest::nothingToExport()
{
    m_isChanged = true;
    m_project->editAndWait(QStringLiteral("view"), [&](Editor& editor) { m_views[int(ViewType::Detection)] = editor.addView(QStringLiteral("Empty"), ViewType::Detection); });
    ExportRequest asked = request(QStringLiteral("coco"));
    asked.withUnseen.reset();
    QVERIFY_EXCEPTION_THROWN(exportData(source(ViewType::Detection), asked), Error);
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("out"))));
    asked.withUnseen = true; // pictures alone
    const ExportResult result = exportData(source(ViewType::Detection), asked);
    QVERIFY2(result.isProved(), qPrintable(sentenceOf(result)));
    QCOMPARE(result.check.pictures.back, 9);
}

void DataExportTest::theJobCountsAndWrites()
{
    DataExportJob job(*m_project);
    QSignalSpy counted(&job, &DataExportJob::counted), exported(&job, &DataExportJob::exported), finished(&job, &Job::finished);
    job.count(m_views.value(int(ViewType::Detection)), request(QStringLiteral("voc")));
    QVERIFY(finished.wait(20'000));
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.front().front().value<ExportPlan>().annotations, 9);
    job.write(m_views.value(int(ViewType::Detection)), request(QStringLiteral("voc")));
    QVERIFY(finished.wait(20'000));
    QCOMPARE(exported.size(), 1);
    QVERIFY(exported.front().front().value<ExportResult>().isProved());
}

void DataExportTest::theJobMayGoAwayInTheMiddle()
{
    QDir().mkpath(path(QStringLiteral("out")));
    auto job = std::make_unique<DataExportJob>(*m_project);
    job->write(m_views.value(int(ViewType::Detection)), request(QStringLiteral("voc")));
    job.reset();
    const QStringList left = QDir(path(QStringLiteral("out"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QVERIFY2(left.isEmpty() || left == QStringList{QStringLiteral("set")}, qPrintable(left.join(QLatin1Char(' ')))); // it may have been quicker
}

QTEST_GUILESS_MAIN(DataExportTest)
#include "DataExportTest.moc"
