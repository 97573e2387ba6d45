#include "ui/dialogs/ExportDialog.h"

#include "core/storage/Editor.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/dialogs/ExportChoices.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QThread>

#include <atomic>

using core::ViewType;

class ExportDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void offersFormatsThatFit_data();
    void offersFormatsThatFit();
    void tellsWhatIsLost();
    void picturesMustGoAlongWhereTheyAreFoundByPlace();
    void countsWhatGoesOut();
    void countFollowsTheProject();
    void unseenFollowsTheFormatUntilItIsChosen();
    void exportsAndProves();
    void takenFolderIsAsked();
    void nothingAnnotatedIsAsked();
    void whatFailsIsSaidInPlace();
    void selectionBelongsToItsView();
    void copiesAsCommand();
    void closingWhileItWritesGoesOn();
    void cancelLeavesNothing();
    void editsOnTheirWayGoOutToo();
    void itMayGoWithTheProject();

private:
    QTemporaryDir m_settings;
};

namespace {

template <class Widget>
Widget* child(QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QLatin1String(name));
}

void choose(QWidget& of, const char* name, const char* key)
{
    auto* box = child<QComboBox>(of, name);
    box->setCurrentIndex(box->findData(QLatin1String(key)));
}

bool canChoose(QWidget& of, const char* name, const char* key)
{
    auto* box = child<QComboBox>(of, name);
    return qobject_cast<QStandardItemModel*>(box->model())->item(box->findData(QLatin1String(key)))->isEnabled();
}

QString textOf(QWidget& of, const char* name) { return child<QLabel>(of, name)->text(); }

void setTarget(QWidget& of, const QString& folder)
{
    child<QLineEdit>(of, "exportTarget")->setText(folder);
}

bool isReady(QWidget& of) { return child<QPushButton>(of, "exportStart")->isEnabled(); }

/// Answers each question with this button and keeps its text.
ui::Ask answering(int button, std::shared_ptr<QStringList> asked)
{
    ui::Ask ask = SmallProject::silent();
    ask.offer = ask.choose = [button, asked](QWidget*, const QString&, const QString& text, const QStringList&, const ui::Ask::Chosen& chosen) {
        *asked << text;
        chosen(button);
    };
    return ask;
}

} // namespace

void ExportDialogTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void ExportDialogTest::init() { QSettings().clear(); }

void ExportDialogTest::offersFormatsThatFit_data()
{
    QTest::addColumn<ViewType>("type");
    QTest::addColumn<bool>("hasVoc");
    QTest::addColumn<bool>("hasFolders");
    QTest::newRow("classification") << ViewType::Classification << false << true;
    QTest::newRow("tagging") << ViewType::Tagging << false << false;
    QTest::newRow("detection") << ViewType::Detection << true << false;
}

void ExportDialogTest::offersFormatsThatFit()
{
    QFETCH(ViewType, type);
    SmallProject small(type);
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    QTEST(canChoose(dialog, "exportFormat", "voc"), "hasVoc");
    QTEST(canChoose(dialog, "exportFormat", "folders"), "hasFolders");
    QVERIFY(canChoose(dialog, "exportFormat", "csv"));
    QVERIFY(canChoose(dialog, "exportFormat", qPrintable(child<QComboBox>(dialog, "exportFormat")->currentData().toString()))); // never one that does not fit
    QCOMPARE(child<QComboBox>(dialog, "exportUnanswered")->isVisible(), type == ViewType::Tagging);
    QTRY_VERIFY(isReady(dialog));
}

void ExportDialogTest::tellsWhatIsLost()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    choose(dialog, "exportFormat", "voc");
    QVERIFY(textOf(dialog, "exportLoss").contains(QStringLiteral("half a pixel")));
    choose(dialog, "exportFormat", "coco");
    QVERIFY(textOf(dialog, "exportLoss").startsWith(QStringLiteral("COCO")));
    QVERIFY(!textOf(dialog, "exportLoss").contains(QStringLiteral("half a pixel")));
}

void ExportDialogTest::picturesMustGoAlongWhereTheyAreFoundByPlace()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    choose(dialog, "exportFormat", "coco");
    choose(dialog, "exportPictures", "reference");
    QCOMPARE(child<QComboBox>(dialog, "exportPictures")->currentData().toString(), QStringLiteral("reference"));
    choose(dialog, "exportFormat", "voc");
    QVERIFY(!canChoose(dialog, "exportPictures", "reference"));
    QCOMPARE(child<QComboBox>(dialog, "exportPictures")->currentData().toString(), QStringLiteral("copy"));
}

void ExportDialogTest::countsWhatGoesOut()
{
    SmallProject small(ViewType::Detection, {.train = 12, .validation = 6, .test = 0, .withoutConcept = 2});
    ui::ExportDialog dialog(*small.session, {});
    QTRY_VERIFY(textOf(dialog, "exportCounts").startsWith(QStringLiteral("18 image")));
    QVERIFY(textOf(dialog, "exportCounts").contains(QStringLiteral("16 box")));
    QVERIFY(textOf(dialog, "exportCounts").contains(QStringLiteral("2 of them without concept")));
    child<QCheckBox>(dialog, "exportSplit_train")->setChecked(false);
    QTRY_VERIFY(textOf(dialog, "exportCounts").startsWith(QStringLiteral("6 image")));
    for (const char* split : {"exportSplit_val", "exportSplit_test", "exportSplit_none"})
        child<QCheckBox>(dialog, split)->setChecked(false);
    QVERIFY(!isReady(dialog));
    QVERIFY(textOf(dialog, "exportCounts").contains(QStringLiteral("No split")));
    child<QCheckBox>(dialog, "exportSplit_test")->setChecked(true); // of which there is none
    QTRY_VERIFY(textOf(dialog, "exportCounts").startsWith(QStringLiteral("No image")));
    QVERIFY(!isReady(dialog));
    child<QCheckBox>(dialog, "exportSplit_val")->setChecked(true);
    QTRY_VERIFY(isReady(dialog));
    setTarget(dialog, QString());
    QVERIFY(!isReady(dialog));
    setTarget(dialog, small.folder.filePath(QStringLiteral("out")));
    QTRY_VERIFY(isReady(dialog));
    const QString counted = textOf(dialog, "exportCounts");
    setTarget(dialog, small.folder.filePath(QStringLiteral("elsewhere")));
    QVERIFY(isReady(dialog)); // another place changes nothing of what goes out
    QCOMPARE(textOf(dialog, "exportCounts"), counted);
}

void ExportDialogTest::countFollowsTheProject()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    QTRY_VERIFY(textOf(dialog, "exportCounts").contains(QStringLiteral("18 box")));
    const auto item = small.project().allItems(small.view).front().id;
    small.project().editAndWait(QStringLiteral("clear"), [&](core::Editor& editor) { editor.clearAnnotation({item}); });
    QTRY_VERIFY(textOf(dialog, "exportCounts").contains(QStringLiteral("17 box")));
}

void ExportDialogTest::unseenFollowsTheFormatUntilItIsChosen()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    auto* unseen = child<QCheckBox>(dialog, "exportUnseen");
    choose(dialog, "exportFormat", "voc");
    QVERIFY(unseen->isChecked());
    choose(dialog, "exportFormat", "yolo");
    QVERIFY(!unseen->isChecked());
    unseen->click();
    choose(dialog, "exportFormat", "coco");
    QVERIFY(unseen->isChecked());
}

void ExportDialogTest::exportsAndProves()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    QSignalSpy started(&dialog, &ui::ExportDialog::writingStarted), exported(&dialog, &ui::ExportDialog::exported);
    choose(dialog, "exportFormat", "yolo");
    const QString target = small.folder.filePath(QStringLiteral("out/set"));
    setTarget(dialog, target);
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(child<QPushButton>(dialog, "exportShowFolder")->isHidden());
    child<QPushButton>(dialog, "exportStart")->click();
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(started.size(), 1);
    QTRY_VERIFY(!child<QPushButton>(dialog, "exportShowFolder")->isHidden());
    QVERIFY2(textOf(dialog, "exportSaid").contains(QStringLiteral("18 read back")), qPrintable(textOf(dialog, "exportSaid")));
    QVERIFY(QFileInfo(target + QStringLiteral("/data.yaml")).isFile());
    QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width())); // nothing is cut
    ui::ExportDialog again(*small.session, {}); // starts where the last one was
    QCOMPARE(child<QComboBox>(again, "exportFormat")->currentData().toString(), QStringLiteral("yolo"));
    QCOMPARE(QFileInfo(child<QLineEdit>(again, "exportTarget")->text()).absolutePath(), QFileInfo(target).absolutePath());
}

void ExportDialogTest::takenFolderIsAsked()
{
    const auto asked = std::make_shared<QStringList>();
    SmallProject small(ViewType::Detection, {}, answering(0, asked));
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
    const QString target = small.folder.filePath(QStringLiteral("pictures")); // holds the project's pictures
    const auto before = QDir(target).entryList(QDir::Files);
    setTarget(dialog, target);
    QTRY_VERIFY(isReady(dialog));
    child<QPushButton>(dialog, "exportStart")->click();
    QCOMPARE(asked->size(), 1);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(QFileInfo(target + QStringLiteral(" 2")).isDir());
    QCOMPARE(QDir(target).entryList(QDir::Files), before);
}

void ExportDialogTest::nothingAnnotatedIsAsked()
{
    const auto asked = std::make_shared<QStringList>();
    SmallProject small(ViewType::Detection, {}, answering(1, asked)); // Cancel
    core::ViewId empty;
    small.project().editAndWait(QStringLiteral("view"), [&](core::Editor& editor) { empty = editor.addView(QStringLiteral("Empty"), ViewType::Detection); });
    small.session->setView(empty);
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    choose(dialog, "exportFormat", "voc");
    setTarget(dialog, small.folder.filePath(QStringLiteral("out")));
    QTRY_VERIFY(isReady(dialog));
    child<QPushButton>(dialog, "exportStart")->click();
    QCOMPARE(asked->size(), 1);
    QVERIFY(!dialog.isWriting());
    QVERIFY(!QFileInfo::exists(small.folder.filePath(QStringLiteral("out"))));
    choose(dialog, "exportFormat", "yolo"); // leaves them out: then there is nothing at all
    QTRY_VERIFY(textOf(dialog, "exportCounts").startsWith(QStringLiteral("No image")));
    QVERIFY(!isReady(dialog));
}

void ExportDialogTest::whatFailsIsSaidInPlace()
{
    SmallProject small(ViewType::Detection);
    QFile::remove(small.folder.filePath(QStringLiteral("out")));
    QFile file(small.folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    setTarget(dialog, file.fileName() + QStringLiteral("/below"));
    QTRY_VERIFY(isReady(dialog));
    child<QPushButton>(dialog, "exportStart")->click();
    QTRY_VERIFY(!dialog.isWriting());
    QTRY_VERIFY(textOf(dialog, "exportSaid").contains(QStringLiteral("could not be written")));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(child<QPushButton>(dialog, "exportShowFolder")->isHidden());
}

void ExportDialogTest::selectionBelongsToItsView()
{
    SmallProject small(ViewType::Detection);
    core::ViewId other;
    small.project().editAndWait(QStringLiteral("view"), [&](core::Editor& editor) { other = editor.addView(QStringLiteral("Other"), ViewType::Tagging); });
    const auto items = small.project().itemIds(small.view);
    ui::ExportDialog dialog(*small.session, {items[0], items[3]});
    choose(dialog, "exportImages", "selected");
    QTRY_VERIFY(textOf(dialog, "exportCounts").startsWith(QStringLiteral("2 image")));
    QVERIFY(!child<QPushButton>(dialog, "exportCommand")->isEnabled()); // a terminal has no words for it
    choose(dialog, "exportView", qPrintable(QString::number(other.value)));
    QVERIFY(!canChoose(dialog, "exportImages", "selected"));
    QCOMPARE(child<QComboBox>(dialog, "exportImages")->currentData().toString(), QStringLiteral("all"));
    ui::ExportDialog without(*small.session, {});
    QVERIFY(!canChoose(without, "exportImages", "selected"));
    QVERIFY(canChoose(without, "exportImages", "shown"));
}

void ExportDialogTest::copiesAsCommand()
{
    SmallProject small(ViewType::Tagging);
    small.project().editAndWait(QStringLiteral("name"), [&](core::Editor& editor) { editor.renameView(small.view, QStringLiteral("what's up")); });
    ui::ExportDialog dialog(*small.session, {});
    choose(dialog, "exportFormat", "csv");
    choose(dialog, "exportIndex", "view");
    choose(dialog, "exportUnanswered", "as-no");
    setTarget(dialog, QStringLiteral("/somewhere/a b"));
    child<QCheckBox>(dialog, "exportSplit_train")->setChecked(false);
    child<QPushButton>(dialog, "exportCommand")->click();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith(QStringLiteral("oriel export ")));
#ifndef Q_OS_WIN
    QVERIFY2(command.contains(QStringLiteral("--view 'what'\\''s up' --format csv --out '/somewhere/a b' --pictures copy --index view")), qPrintable(command));
#endif
    QVERIFY2(command.endsWith(QStringLiteral("--unseen as-no --split none --split val --split test")), qPrintable(command));
}

void ExportDialogTest::closingWhileItWritesGoesOn()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
    const QString target = small.folder.filePath(QStringLiteral("out"));
    setTarget(dialog, target);
    QTRY_VERIFY(isReady(dialog));
    child<QPushButton>(dialog, "exportStart")->click();
    dialog.close();
    QVERIFY(!dialog.isVisible());
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(QFileInfo(target).isDir());
}

void ExportDialogTest::cancelLeavesNothing()
{
    SmallProject small(ViewType::Detection, {.train = 300, .validation = 6, .test = 0, .withoutConcept = 0}); // enough to be in time
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    setTarget(dialog, small.folder.filePath(QStringLiteral("place/out")));
    QTRY_VERIFY(isReady(dialog));
    child<QPushButton>(dialog, "exportStart")->click();
    child<QPushButton>(dialog, "exportCancel")->click();
    QTRY_VERIFY(!dialog.isWriting());
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY2(textOf(dialog, "exportSaid").contains(QStringLiteral("cancelled")), qPrintable(textOf(dialog, "exportSaid")));
    QCOMPARE(QDir(small.folder.filePath(QStringLiteral("place"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void ExportDialogTest::editsOnTheirWayGoOutToo()
{
    SmallProject small(ViewType::Detection);
    ui::ExportDialog dialog(*small.session, {});
    dialog.show();
    QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
    setTarget(dialog, small.folder.filePath(QStringLiteral("out")));
    QTRY_VERIFY(isReady(dialog));
    const auto item = small.project().allItems(small.view).front().id;
    const auto release = std::make_shared<std::atomic_bool>(false);
    small.project().edit(QStringLiteral("slow"), [=](core::Editor& editor) {
        while (!*release)
            QThread::yieldCurrentThread();
        editor.clearAnnotation({item});
    });
    child<QPushButton>(dialog, "exportStart")->click();
    QVERIFY(dialog.isWriting());
    *release = true;
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.front().front().value<core::ExportResult>().check.annotations().out, 17);
}

void ExportDialogTest::itMayGoWithTheProject()
{
    auto small = std::make_unique<SmallProject>(ViewType::Detection);
    auto dialog = std::make_unique<ui::ExportDialog>(*small->session, std::vector<core::ItemId>());
    setTarget(*dialog, small->folder.filePath(QStringLiteral("place/out")));
    QTRY_VERIFY(isReady(*dialog));
    child<QPushButton>(*dialog, "exportStart")->click();
    dialog.reset(); // waits for what runs
    small.reset();
}

QTEST_MAIN(ExportDialogTest)
#include "ExportDialogTest.moc"
