#include "AddedPictures.h"

#include "core/base/Error.h"
#include "core/project/Project.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Pictures that were moved are found again by one of them.
class RelinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatMovedTogetherIsFoundTogether_data();
    void whatMovedTogetherIsFoundTogether();
    void undoBringsTheOldPlacesBack();
    void whatIsNoFileIsRefused();

private:
    struct Moved {
        Moved()
        {
            const QStringList names{QStringLiteral("a/1.png"), QStringLiteral("a/2.png"), QStringLiteral("b/3.png"), QStringLiteral("4.png")};
            for (const auto& name : names)
                write(QStringLiteral("old/") + name);
            project = Project::create(folder.filePath(QStringLiteral("project")));
            addPictures(*project, folder.filePath(QStringLiteral("old")), names);
        }
        void write(const QString& relative) const
        {
            const QString path = folder.filePath(relative);
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QStringList places() const // relative to the temporary folder
        {
            QStringList places;
            for (const ImageRecord& image : project->images())
                places << QDir(folder.path()).relativeFilePath(image.path);
            return places;
        }
        QTemporaryDir folder;
        std::unique_ptr<Project> project;
    };
};

void RelinkTest::whatMovedTogetherIsFoundTogether_data()
{
    QTest::addColumn<int>("image"); // which of the four
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("the whole folder") << 0 << QStringLiteral("new/a/1.png") << QStringList{QStringLiteral("new/a/1.png"), QStringLiteral("new/a/2.png"), QStringLiteral("new/b/3.png"), QStringLiteral("new/4.png")};
    QTest::newRow("a folder in it") << 1 << QStringLiteral("elsewhere/2.png") << QStringList{QStringLiteral("elsewhere/1.png"), QStringLiteral("elsewhere/2.png"), QStringLiteral("old/b/3.png"), QStringLiteral("old/4.png")};
    QTest::newRow("a picture of the top") << 3 << QStringLiteral("new/4.png") << QStringList{QStringLiteral("new/a/1.png"), QStringLiteral("new/a/2.png"), QStringLiteral("new/b/3.png"), QStringLiteral("new/4.png")};
    QTest::newRow("one under another name") << 2 << QStringLiteral("new/renamed.png") << QStringList{QStringLiteral("old/a/1.png"), QStringLiteral("old/a/2.png"), QStringLiteral("new/renamed.png"), QStringLiteral("old/4.png")};
    QTest::newRow("back where it was") << 0 << QStringLiteral("old/a/1.png") << QStringList{QStringLiteral("old/a/1.png"), QStringLiteral("old/a/2.png"), QStringLiteral("old/b/3.png"), QStringLiteral("old/4.png")};
}

void RelinkTest::whatMovedTogetherIsFoundTogether()
{
    QFETCH(int, image);
    QFETCH(QString, to);
    Moved moved;
    moved.write(to);
    const ImageId id = moved.project->images()[std::size_t(image)].id;
    moved.project->editAndWait(QStringLiteral("Relink"), [&](Editor& editor) { editor.relink(id, moved.folder.filePath(to)); });
    QTEST(moved.places(), "places");
}

void RelinkTest::undoBringsTheOldPlacesBack()
{
    Moved moved;
    const QStringList before = moved.places();
    moved.write(QStringLiteral("new/a/1.png"));
    const ImageId id = moved.project->images()[0].id;
    moved.project->editAndWait(QStringLiteral("Relink"), [&](Editor& editor) { editor.relink(id, moved.folder.filePath(QStringLiteral("new/a/1.png"))); });
    QVERIFY(moved.places() != before);
    moved.project->undo();
    moved.project->waitForPending();
    QCOMPARE(moved.places(), before);
}

void RelinkTest::whatIsNoFileIsRefused()
{
    Moved moved;
    const QStringList before = moved.places();
    const ImageId id = moved.project->images()[0].id;
    QVERIFY_EXCEPTION_THROWN(moved.project->editAndWait(QStringLiteral("Relink"), [&](Editor& editor) { editor.relink(id, moved.folder.filePath(QStringLiteral("nowhere.png"))); }), Error);
    QCOMPARE(moved.places(), before);
}

QTEST_GUILESS_MAIN(RelinkTest)
#include "RelinkTest.moc"
