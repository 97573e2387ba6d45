#include "core/project/PictureCheck.h"

#include "core/base/Error.h"
#include "core/project/ImportRun.h"
#include "core/project/Project.h"
#include "core/pictures/PictureFile.h"
#include "tests/support/AwkwardPictures.h"
#include "tests/support/Pictures.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Real projects of generated pictures whose files then go astray.
class PictureCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void healthFollowsFindings_data();
    void healthFollowsFindings();
    void newPicturesAreDecodedOnce();
    void whatCannotBeDecodedIsFound_data();
    void whatCannotBeDecodedIsFound();
    void folderThatGoesAwayComesBack();
    void changedPictureStaysOutUntilSomebodySays();
    void touchedFileIsStillGood();
    void samePictureKeepsItsAnnotation();
    void samePictureOfAnotherSizeIsRefused();
    void newPictureLosesItsAnnotation();
    void actsCanBeUndone();
    void acceptedPictureStaysAccepted();
    void aCheckIsNoUndoStep();
    void findingAboutOldContentIsPassedOver();
    void askingWhileItRunsChecksOnceMore();
    void nothingIsKeptBehindALink();
    void theTerminalRejectsWhatCannotBeDecoded();

private:
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    ImportReport import(bool decodes = false) const
    {
        ImportOptions options;
        options.sources = {path(QStringLiteral("set"))};
        options.source.decodes = decodes;
        const ReadImport read{options, m_project->splitSeed(), readSources(options.sources, options.source, {})};
        return writeImport(*m_project, read, {});
    }
    PictureReport check() const
    {
        QSignalSpy checked(m_project.get(), &Project::picturesChecked);
        m_project->checkPictures();
        if (!checked.wait(60000))
            qFatal("the check does not end");
        m_project->waitForPending();
        return checked.front().front().value<PictureReport>();
    }
    ImageRecord image(const QString& name) const
    {
        for (const ImageRecord& record : m_project->images())
            if (record.name() == name)
                return record;
        qFatal("no picture %s", qPrintable(name));
    }
    ItemState stateOf(const QString& name) const
    {
        for (const Item& item : m_project->allItems(m_project->views().front().id))
            if (item.image.name() == name)
                return item.annotation.state;
        return ItemState::Unseen;
    }
    void replace(const QString& name, int number, int width = 32, int height = 24) const
    {
        pictures::write(image(name).path, pictures::numbered(number, width, height));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void PictureCheckTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = Project::create(path(QStringLiteral("project")));
    for (int i = 0; i < 6; ++i)
        pictures::write(path(QStringLiteral("set/%1/%2.png").arg(i % 2 ? QStringLiteral("bee") : QStringLiteral("ant")).arg(i)), pictures::numbered(i));
}

void PictureCheckTest::healthFollowsFindings_data()
{
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("own");
    QTest::addColumn<bool>("wasDecoded");
    QTest::addColumn<int>("file");
    QTest::addColumn<int>("pixels"); // -1: not decoded
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("ownAfter");
    using H = Health;
    const auto row = [](const char* name, H shown, H own, bool wasDecoded, H file, int pixels, H after, H ownAfter) {
        QTest::newRow(name) << int(shown) << int(own) << wasDecoded << int(file) << pixels << int(after) << int(ownAfter);
    };
    row("goes away", H::Good, H::Good, true, H::Missing, -1, H::Missing, H::Good);
    row("an odd one goes away", H::Odd, H::Good, true, H::Missing, -1, H::Missing, H::Odd);
    row("and comes back odd", H::Missing, H::Odd, true, H::Good, -1, H::Odd, H::Odd);
    row("missing, then changed", H::Missing, H::Truncated, true, H::Changed, -1, H::Changed, H::Truncated);
    row("comes back", H::Changed, H::Good, true, H::Good, -1, H::Good, H::Good);
    row("decoded well", H::Good, H::Good, false, H::Good, int(H::Good), H::Good, H::Good);
    row("cannot be decoded", H::Good, H::Good, false, H::Good, int(H::Undecodable), H::Undecodable, H::Undecodable);
    row("comes back, and cannot be decoded", H::Missing, H::Good, false, H::Good, int(H::Undecodable), H::Undecodable, H::Undecodable);
    row("a newer decoder can", H::Undecodable, H::Good, true, H::Good, int(H::Good), H::Good, H::Good);
    row("an odd one is decoded well", H::Odd, H::Good, false, H::Good, int(H::Good), H::Odd, H::Odd);
    row("was accepted, and is decoded again", H::Good, H::Good, true, H::Good, int(H::Truncated), H::Good, H::Good);
}

void PictureCheckTest::healthFollowsFindings()
{
    QFETCH(int, shown);
    QFETCH(int, own);
    QFETCH(bool, wasDecoded);
    QFETCH(int, file);
    QFETCH(int, pixels);
    PictureFinding finding;
    finding.file = Health(file);
    if (pixels >= 0)
        finding.pixels = Health(pixels);
    const HealthPair after = healthAfter({Health(shown), Health(own)}, wasDecoded, finding);
    QTEST(int(after.shown), "after");
    QTEST(int(after.own), "ownAfter");
}

void PictureCheckTest::newPicturesAreDecodedOnce()
{
    import();
    QCOMPARE(image(QStringLiteral("0.png")).decoded, 0);
    QVERIFY(check().isQuiet());
    for (const ImageRecord& record : m_project->images()) {
        QCOMPARE(record.decoded, PictureFile::decoderRevision);
        QCOMPARE(record.health, Health::Good);
        QVERIFY(!lookAt(record, {}, {})); // nothing is left to do
    }
    QDirIterator files(m_project->cacheFolder() + QStringLiteral("/thumbs"), QDir::Files, QDirIterator::Subdirectories);
    int kept = 0;
    for (; files.hasNext(); files.next())
        ++kept;
    QCOMPARE(kept, 6); // its thumbnails lie ready
}

void PictureCheckTest::whatCannotBeDecodedIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("health");
    const QByteArray png = pictures::png(awkward::noise());
    QTest::newRow("no pixels that can be unpacked") << awkward::pngWithoutPixels() << int(Health::Undecodable);
    QTest::newRow("damaged in the middle") << awkward::overwritten(png, png.size() / 2, 40) << int(Health::Truncated);
    QTest::newRow("wrong checksum") << awkward::pngWithWrongSum() << int(Health::Truncated);
}

void PictureCheckTest::whatCannotBeDecodedIsFound()
{
    QFETCH(QByteArray, bytes);
    pictures::write(path(QStringLiteral("set/ant/bad.png")), bytes);
    import();
    QCOMPARE(image(QStringLiteral("bad.png")).health, Health::Good); // its header is
    const PictureReport report = check();
    QTEST(int(image(QStringLiteral("bad.png")).health), "health");
    QCOMPARE(report.undecodable + report.truncated, 1);
    const TrainingSelection selection = m_project->trainingSelection(m_project->views().front().id);
    QCOMPARE(int(selection.train.size() + selection.validation.size()), 6);
    QVERIFY(check().isQuiet());
}

void PictureCheckTest::folderThatGoesAwayComesBack()
{
    import();
    check();
    QVERIFY(QDir().rename(path(QStringLiteral("set")), path(QStringLiteral("elsewhere"))));
    QSignalSpy changed(m_project.get(), &Project::changed);
    QCOMPARE(check().missing, 6);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(changed.front().front().value<ChangeSet>().images);
    QCOMPARE(image(QStringLiteral("0.png")).health, Health::Missing);
    QVERIFY(check().isQuiet());
    QCOMPARE(stateOf(QStringLiteral("0.png")), ItemState::Annotated);
    QVERIFY(QDir().rename(path(QStringLiteral("elsewhere")), path(QStringLiteral("set"))));
    QCOMPARE(check().cameBack, 6);
    for (const ImageRecord& record : m_project->images())
        QCOMPARE(record.health, Health::Good);
}

void PictureCheckTest::changedPictureStaysOutUntilSomebodySays()
{
    import();
    check();
    const QByteArray before = PictureFile::read(image(QStringLiteral("1.png")).path);
    replace(QStringLiteral("1.png"), 4711, 48, 40);
    QCOMPARE(check().changed, 1);
    QCOMPARE(image(QStringLiteral("1.png")).health, Health::Changed);
    QCOMPARE(stateOf(QStringLiteral("1.png")), ItemState::Annotated); // kept
    const TrainingSelection selection = m_project->trainingSelection(m_project->views().front().id);
    QCOMPARE(int(selection.train.size() + selection.validation.size()), 5);
    pictures::write(image(QStringLiteral("1.png")).path, before);
    QCOMPARE(check().cameBack, 1);
    QCOMPARE(image(QStringLiteral("1.png")).health, Health::Good);
}

void PictureCheckTest::touchedFileIsStillGood()
{
    import();
    check();
    const ImageRecord before = image(QStringLiteral("2.png"));
    QFile file(before.path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(check().isQuiet());
    const ImageRecord after = image(QStringLiteral("2.png"));
    QCOMPARE(after.health, Health::Good);
    QVERIFY(after.mtimeNs != before.mtimeNs); // so that it is not hashed again
    QVERIFY(!lookAt(after, {}, {}));
}

void PictureCheckTest::samePictureKeepsItsAnnotation()
{
    import();
    check();
    replace(QStringLiteral("1.png"), 4711);
    check();
    const ImageRecord changed = image(QStringLiteral("1.png"));
    m_project->editAndWait(QStringLiteral("same"), asSamePicture({changed}));
    const ImageRecord now = image(QStringLiteral("1.png"));
    QCOMPARE(now.health, Health::Good);
    QCOMPARE(now.sha256, PictureFile::sha256OfFile(now.path));
    QCOMPARE(stateOf(QStringLiteral("1.png")), ItemState::Annotated);
    QVERIFY(check().isQuiet());
}

void PictureCheckTest::samePictureOfAnotherSizeIsRefused()
{
    import();
    check();
    replace(QStringLiteral("1.png"), 4711, 64, 24);
    check();
    const ImageRecord changed = image(QStringLiteral("1.png"));
    QVERIFY_EXCEPTION_THROWN(m_project->editAndWait(QStringLiteral("same"), asSamePicture({changed})), Error);
    QCOMPARE(image(QStringLiteral("1.png")), changed);
}

void PictureCheckTest::newPictureLosesItsAnnotation()
{
    import();
    check();
    replace(QStringLiteral("1.png"), 4711, 64, 24);
    check();
    m_project->editAndWait(QStringLiteral("new"), asNewPicture({image(QStringLiteral("1.png"))}));
    QCOMPARE(stateOf(QStringLiteral("1.png")), ItemState::Unseen);
    QCOMPARE(image(QStringLiteral("1.png")).size, QSize(64, 24));
    QCOMPARE(image(QStringLiteral("1.png")).health, Health::Good);
    QVERIFY(check().isQuiet());
}

void PictureCheckTest::actsCanBeUndone()
{
    import();
    check();
    replace(QStringLiteral("1.png"), 4711);
    check();
    const ImageRecord changed = image(QStringLiteral("1.png"));
    m_project->editAndWait(QStringLiteral("new"), asNewPicture({changed}));
    m_project->undo();
    m_project->waitForPending();
    QCOMPARE(image(QStringLiteral("1.png")), changed);
    QCOMPARE(stateOf(QStringLiteral("1.png")), ItemState::Annotated);
}

void PictureCheckTest::acceptedPictureStaysAccepted()
{
    pictures::write(path(QStringLiteral("set/ant/cut.png")), awkward::pngWithWrongSum());
    import();
    check();
    QCOMPARE(image(QStringLiteral("cut.png")).health, Health::Truncated);
    m_project->editAndWait(QStringLiteral("accept"), [this](Editor& editor) { editor.setHealth({image(QStringLiteral("cut.png")).id}, Health::Good); });
    QVERIFY(QDir().rename(path(QStringLiteral("set")), path(QStringLiteral("elsewhere"))));
    check();
    QVERIFY(QDir().rename(path(QStringLiteral("elsewhere")), path(QStringLiteral("set"))));
    check();
    QCOMPARE(image(QStringLiteral("cut.png")).health, Health::Good);
}

void PictureCheckTest::aCheckIsNoUndoStep()
{
    import();
    const QString before = m_project->undoTitle();
    QVERIFY(QFile::remove(image(QStringLiteral("3.png")).path));
    QCOMPARE(check().missing, 1);
    QCOMPARE(m_project->undoTitle(), before);
}

void PictureCheckTest::findingAboutOldContentIsPassedOver()
{
    import();
    check();
    const ImageRecord before = image(QStringLiteral("1.png"));
    replace(QStringLiteral("1.png"), 4711);
    m_project->editAndWait(QStringLiteral("same"), asSamePicture({before}));
    m_project->notePicture(before, Health::Changed); // found before the person said so
    m_project->waitForPending();
    QCOMPARE(image(QStringLiteral("1.png")).health, Health::Good);
    m_project->notePicture(image(QStringLiteral("1.png")), Health::Missing);
    m_project->waitForPending();
    QCOMPARE(image(QStringLiteral("1.png")).health, Health::Missing);
}

void PictureCheckTest::askingWhileItRunsChecksOnceMore()
{
    import();
    QSignalSpy checked(m_project.get(), &Project::picturesChecked);
    for (int i = 0; i < 5; ++i)
        m_project->checkPictures();
    QVERIFY(m_project->isCheckingPictures());
    QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 2, 60000);
    QTRY_VERIFY(!m_project->isCheckingPictures());
}

void PictureCheckTest::nothingIsKeptBehindALink()
{
#ifndef Q_OS_UNIX
    QSKIP("making links takes rights here");
#endif
    const QString elsewhere = path(QStringLiteral("elsewhere")), cache = path(QStringLiteral("project/cache"));
    QVERIFY(QDir().mkpath(elsewhere) && QDir(cache).removeRecursively());
    QVERIFY(QFile::link(elsewhere, cache));
    QCOMPARE(m_project->cacheFolder(), QString());
    import();
    QVERIFY(check().isQuiet());
    QCOMPARE(image(QStringLiteral("0.png")).decoded, PictureFile::decoderRevision);
    QVERIFY(QDir(elsewhere).isEmpty());
}

void PictureCheckTest::theTerminalRejectsWhatCannotBeDecoded()
{
    pictures::write(path(QStringLiteral("set/ant/bad.png")), awkward::pngWithoutPixels());
    pictures::write(path(QStringLiteral("set/bee/cut.png")), awkward::pngWithWrongSum());
    pictures::write(path(QStringLiteral("set/bee/fractions.tif")), awkward::tiff({.bits = 32, .format = 3, .data = awkward::ramp<float>(0, 1)}));
    const ImportReport report = import(true);
    QVERIFY(report.hasRejections());
    QStringList rejected, noticed;
    for (const ImportIssue& issue : report.issues)
        (issue.level == ImportIssue::Level::Rejected ? rejected : noticed) << issue.code + QLatin1Char(' ') + issue.file;
    QCOMPARE(rejected, QStringList{QStringLiteral("undecodable ant/bad.png")});
    QVERIFY(noticed.contains(QStringLiteral("truncated bee/cut.png")));
    QVERIFY(noticed.contains(QStringLiteral("depth_scaled bee/fractions.tif")));
    QCOMPARE(image(QStringLiteral("cut.png")).health, Health::Truncated);
    QCOMPARE(image(QStringLiteral("fractions.tif")).health, Health::Good);
    QCOMPARE(image(QStringLiteral("0.png")).decoded, PictureFile::decoderRevision);
    QVERIFY(check().isQuiet()); // nothing is left for the background
}

QTEST_GUILESS_MAIN(PictureCheckTest)
#include "PictureCheckTest.moc"
