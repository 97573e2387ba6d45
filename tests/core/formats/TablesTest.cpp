#include "core/dataset/Annotation.h"
#include "core/formats/Predictions.h"
#include "core/formats/ReadSources.h"
#include "tests/support/Pictures.h"
#include "tests/support/ProcessorTime.h"
#include "tests/support/SourceCases.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core;

/// COCO, tables and VIA as people bring them, and the sizes that they come in.
class TablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sourceIsReadRightly_data();
    void sourceIsReadRightly();
    void idsOfTheSourceAreKept();
    void resultsGoOutWithTheirIds_data();
    void resultsGoOutWithTheirIds();
    void rowsAreFolded();
    void wideTableIsQuick();
    void longRowIsRefused();
    void hugeElementIsRefused();
    void deviceIsRefused();
    void cancelEndsSoon();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    SourceData read(const QString& relative = {}) const
    {
        return readSources({relative.isEmpty() ? m_folder->path() : path(relative)}, {}, {}).front();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString number(double value)
{
    return QString::number(std::round(value * 100) / 100);
}

QString draftsOf(const SourceRecord& record)
{
    QString text;
    for (const SourceDraft& draft : record.drafts) {
        text += QStringLiteral(" ?") + draft.conceptName;
        if (draft.rect)
            text += QStringLiteral(" %1,%2,%3,%4").arg(number(draft.rect->left()), number(draft.rect->top()), number(draft.rect->right()), number(draft.rect->bottom()));
        text += QLatin1Char(' ') + number(draft.score) + (draft.threshold ? QLatin1Char('>') + number(*draft.threshold) : QString());
    }
    return text;
}

QString flagsOf(int flags)
{
    QString text;
    for (const auto& [bit, word] : {std::pair(Crowd, " crowd"), std::pair(Difficult, " difficult"), std::pair(Occluded, " occluded"), std::pair(TruncatedBox, " truncated")})
        text += flags & bit ? QLatin1String(word) : QLatin1String();
    return text;
}

QString whatIsSaid(const SourceRecord& record)
{
    QStringList said;
    if (!record.hasRecord)
        return QStringLiteral("unseen");
    for (const SourceBox& box : record.boxes)
        said << QStringLiteral("%1 %2,%3,%4,%5%6").arg(box.conceptName, number(box.rect.left()), number(box.rect.top()), number(box.rect.right()), number(box.rect.bottom()), flagsOf(box.flags));
    if (!said.isEmpty())
        return said.join(QStringLiteral("; "));
    if (!record.labels.isEmpty())
        return QLatin1Char('=') + record.labels.join(QLatin1Char(','));
    for (const auto& [name, yes] : record.answers)
        said << (yes ? QLatin1Char('+') : QLatin1Char('-')) + name;
    return said.isEmpty() ? QStringLiteral("nothing") : said.join(QLatin1Char(' '));
}

/// As sources::Case::right says it.
QStringList described(const SourceData& data)
{
    QStringList pictures, rejected, told;
    for (const SourceRecord& record : data.records)
        pictures << QStringLiteral("%1%2: %3").arg(record.relativePath, record.split ? QStringLiteral(" @") + keyOf(*record.split) : QString(), whatIsSaid(record) + draftsOf(record));
    pictures.sort();
    for (const ImportIssue& issue : data.issues) {
        if (issue.level == ImportIssue::Level::Rejected)
            rejected << QStringLiteral("! %1 %2").arg(issue.code, issue.file);
        else if (issue.code.startsWith(QLatin1String("names_")) || issue.code == QLatin1String("ids_differ") || issue.code == QLatin1String("not_read"))
            told << QStringLiteral("~ %1 %2").arg(issue.code, issue.file);
    }
    rejected.removeDuplicates();
    rejected.sort();
    told.removeDuplicates();
    return pictures + rejected + told;
}

} // namespace

void TablesTest::sourceIsReadRightly_data()
{
    sources::addRows();
}

void TablesTest::sourceIsReadRightly()
{
    const sources::Case source = sources::fetched();
    sources::write(source, path(QStringLiteral("in")));
    QStringList found;
    for (const SourceData& data : readSources({path(QStringLiteral("in"))}, {}, {})) {
        if (data.isFurther)
            found << QStringLiteral("[%1 %2]").arg(data.name, keyOf(*data.type));
        found << described(data);
        for (const ImportIssue& issue : data.issues)
            QVERIFY2(sentenceOf(issue) != issue.code && sentenceOf(issue).size() > 20, qPrintable(issue.code));
    }
    QCOMPARE(found.join(QLatin1Char('\n')), source.right.join(QLatin1Char('\n')));
}

void TablesTest::idsOfTheSourceAreKept()
{
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    pictures::write(path(QStringLiteral("b.png")), pictures::numbered(2, 64, 48));
    pictures::write(path(QStringLiteral("x.json")),
                    sources::coco(sources::image("\"007\"", "a.png") + ',' + sources::image("9223372036854775809", "b.png"), sources::box("\"007\"", "90", "1,1,9,9"),
                                  R"({"id":90,"name":"cup"},{"id":"c-3","name":"car"})"));
    const SourceData data = read();
    QCOMPARE(data.records[0].sourceId, QStringLiteral("\"007\""));
    QCOMPARE(data.records[1].sourceId, QStringLiteral("9223372036854775809"));
    QCOMPARE(data.conceptIds.value(QStringLiteral("cup")), QStringLiteral("90"));
    QCOMPARE(data.conceptIds.value(QStringLiteral("car")), QStringLiteral("\"c-3\""));
}

void TablesTest::resultsGoOutWithTheirIds_data()
{
    QTest::addColumn<QString>("imageId");
    QTest::addColumn<QStringList>("conceptIds");
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<QByteArray>("category"); // of the second concept
    QTest::newRow("numbers") << "7" << QStringList({QStringLiteral("3"), QStringLiteral("90")}) << QByteArray("\"image_id\":7,") << QByteArray("\"category_id\":90,");
    QTest::newRow("texts") << "\"007\"" << QStringList({QStringLiteral("3"), QStringLiteral("\"c\"")}) << QByteArray("\"image_id\":\"007\",") << QByteArray("\"category_id\":\"c\",");
    QTest::newRow("above a double") << "9223372036854775809" << QStringList() << QByteArray("\"image_id\":9223372036854775809,") << QByteArray("\"category_id\":2,");
    QTest::newRow("unknown") << "" << QStringList({QStringLiteral("5"), QString()}) << QByteArray("\"image_id\":null,") << QByteArray("\"category_id\":7,");
    QTest::newRow("written by an older program") << "frame 1" << QStringList() << QByteArray("\"image_id\":\"frame 1\",") << QByteArray("\"category_id\":2,");
}

void TablesTest::resultsGoOutWithTheirIds()
{
    QFETCH(QString, imageId);
    QFETCH(QStringList, conceptIds);
    QFETCH(QByteArray, image);
    QFETCH(QByteArray, category);
    PredictionSource source;
    source.type = ViewType::Detection;
    source.concepts = {{QUuid::createUuid(), QStringLiteral("a"), 0.5}, {QUuid::createUuid(), QStringLiteral("b"), 0.5}};
    source.conceptIds = conceptIds;
    PredictedPicture picture;
    picture.size = QSize(64, 48);
    picture.sourceId = imageId;
    picture.prediction.boxes = {{1, 0.75, QRectF(1, 2, 3.5, 4)}};
    const auto writer = predictionWriter(QStringLiteral("coco"), source);
    const QByteArray written = writer->begin() + writer->picture(picture) + writer->end();
    QVERIFY2(written.contains(image), written.constData());
    QVERIFY2(written.contains(category), written.constData());
    QVERIFY(written.contains("\"bbox\":[1,2,3.5,4],\"score\":0.75}"));
    QCOMPARE(predictionFormats(), QStringList({QStringLiteral("coco"), QStringLiteral("csv"), QStringLiteral("oriel")}));
    QVERIFY(!predictionWriter(QStringLiteral("voc"), source));
}

void TablesTest::rowsAreFolded()
{
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    QByteArray table = "filename,label\na.png,cat\n";
    for (int i = 0; i < 5000; ++i)
        table += "gone" + QByteArray::number(i) + ".png,cat\n";
    pictures::write(path(QStringLiteral("t.csv")), table);
    const SourceData data = read();
    QCOMPARE(data.picturesMissing, 5000);
    QCOMPARE(data.issues.size(), size_t(1001));
    QCOMPARE(data.issues.back().code, QStringLiteral("more_rows"));
    QVERIFY(data.issues.back().detail.contains(QLatin1String("4000")));
}

void TablesTest::wideTableIsQuick()
{
    QByteArray table = "filename";
    for (int i = 0; i < 3000; ++i)
        table += ",c" + QByteArray::number(i);
    for (int row = 0; row < 4; ++row) {
        const QByteArray name = QByteArray::number(row) + ".png";
        pictures::write(path(QString::fromLatin1(name)), pictures::numbered(row, 64, 48));
        table += '\n' + name;
        for (int i = 0; i < 3000; ++i)
            table += (i + row) % 7 == 0 ? ",1" : ",0";
    }
    pictures::write(path(QStringLiteral("t.csv")), table);
    const ProcessorTime time;
    const SourceData data = read();
    QVERIFY2(time.seconds() < 1, "3,000 columns");
    QCOMPARE(data.concepts.size(), 3000);
    QCOMPARE(data.records.front().answers.size(), size_t(3000));
}

void TablesTest::longRowIsRefused()
{
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    pictures::write(path(QStringLiteral("t.csv")), "filename,label\na.png,cat\na.png,\"" + QByteArray(6'000'000, 'x'));
    const SourceData data = read();
    QCOMPARE(described(data).join(QLatin1Char('\n')), QStringLiteral("a.png: =cat\n! bad_file t.csv"));
}

void TablesTest::hugeElementIsRefused()
{
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    pictures::write(path(QStringLiteral("x.json")), R"({"images":[{"id":1,"file_name":"a.png"}],"categories":[],"annotations":[{"image_id":1,"note":")"
                        + QByteArray(40'000'000, 'x'));
    const SourceData data = read();
    QCOMPARE(described(data).join(QLatin1Char('\n')), QStringLiteral("a.png: unseen\n! bad_file x.json"));
}

void TablesTest::deviceIsRefused()
{
#ifdef Q_OS_UNIX
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    for (const char* name : {"t.csv", "x.json"})
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path(QLatin1String(name))));
    const SourceData data = read(); // comes back
    QCOMPARE(data.records.size(), size_t(1));
#endif
}

void TablesTest::cancelEndsSoon()
{
    pictures::write(path(QStringLiteral("a.png")), pictures::numbered(1, 64, 48));
    QByteArray table = "filename,class,xmin,ymin,xmax,ymax\n";
    for (int i = 0; i < 200'000; ++i)
        table += "a.png,cat," + QByteArray::number(i % 30) + ",1," + QByteArray::number(31 + i % 30) + ",40\n";
    pictures::write(path(QStringLiteral("t.csv")), table);
    int asked = 0;
    SourceListener listener;
    listener.isCanceled = [&] { return ++asked > 20; };
    const ProcessorTime time;
    readSources({m_folder->path()}, {}, listener);
    QVERIFY2(time.seconds() < 1, "after the cancel");
}

QTEST_GUILESS_MAIN(TablesTest)
#include "TablesTest.moc"
