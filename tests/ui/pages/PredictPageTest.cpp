#include "ui/pages/PredictPage.h"

#include "tests/support/FreshVersion.h"
#include "tests/support/Pictures.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/AnswerListModel.h"
#include "ui/models/PredictCommand.h"
#include "ui/widgets/AnswerGrid.h"
#include "ui/widgets/AnswerView.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/PredictOptions.h"
#include "ui/widgets/SourceOptions.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>
#include <QUrl>

#include <opencv2/videoio.hpp>

using core::ViewType;

namespace {
constexpr int patience = 60'000; // ms; a busy machine may take long
}

/// The page with a version of fresh weights: what it answers is nonsense, but it answers.
class PredictPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAVersionItSaysHowToGetOne();
    void aDroppedPictureIsAnswered_data();
    void aDroppedPictureIsAnswered();
    void brokenFilesAreTold();
    void resultsGoWhereTheyAreWanted();
    void aFolderOfOthersIsRefused();
    void keysWalkAndPause();
    void cancelKeepsWhatIsThere();
    void thePageMayGoInTheMiddle();
    void theOffsetNeedsNoNewPrediction();
    void theOrderIsChosen();
    void picturesOfTheProjectAreFiltered();
    void aCameraStopsWithThePage();
    void withoutACameraItSaysWhatToDo();
    void aPictureIsPasted();
    void aVersionIsAskedForByOtherPages();
    void longNamesDoNotWidenThePage();
    void theCommandDoesTheSame_data();
    void theCommandDoesTheSame();

private:
    struct Open {
        explicit Open(ViewType type, ui::Ask ask = SmallProject::silent(), const QString& name = QStringLiteral("v3"));
        void drop(const QStringList& paths);
        QString made(const QString& name, const QByteArray& bytes = {}) const; // a file outside of the project
        QString folder(int pictures) const;
        template <class Widget>
        Widget* find(const char* name) const { return page->findChild<Widget*>(QLatin1String(name)); }
        int answers() const { return find<ui::AnswerGrid>("answerGrid")->model()->rowCount(); }
        QString notice() const { return page->findChild<ui::NoticeBar*>()->text(); }
        bool isDone() const { return !page->job().isRunning(); }

        SmallProject small;
        core::VersionId version;
        std::unique_ptr<ui::PredictPage> page;
    };
};

PredictPageTest::Open::Open(ViewType type, ui::Ask ask, const QString& name) : small(type, {}, std::move(ask))
{
    version = small.addVersion(name);
    makeFreshVersion(small.project().versionFolder(small.project().version(version)->uuid), type, {32, 32});
    page = std::make_unique<ui::PredictPage>(*small.session);
    page->resize(1000, 640);
    page->show();
}

void PredictPageTest::Open::drop(const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(500, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(500, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page.get(), &drop);
    QVERIFY(drop.isAccepted());
}

QString PredictPageTest::Open::made(const QString& name, const QByteArray& bytes) const
{
    const QString path = small.folder.filePath(QStringLiteral("new/") + name);
    pictures::write(path, bytes.isEmpty() ? pictures::png(pictures::quarters()) : bytes);
    return path;
}

QString PredictPageTest::Open::folder(int count) const
{
    for (int i = 0; i < count; ++i)
        made(QStringLiteral("many/%1.png").arg(i, 4, 10, QLatin1Char('0')), pictures::png(pictures::plain(QColor::fromHsv(i * 7 % 360, 200, 200))));
    return small.folder.filePath(QStringLiteral("new/many"));
}

void PredictPageTest::withoutAVersionItSaysHowToGetOne()
{
    SmallProject small(ViewType::Tagging);
    ui::PredictPage page(*small.session);
    page.show();
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("predictSentence"))->text().startsWith(QStringLiteral("No version")));
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("predictButton"))->isEnabled());
    QSignalSpy asked(small.session.get(), &ui::Session::trainRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("emptyChoose")), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void PredictPageTest::aDroppedPictureIsAnswered_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("classification") << int(ViewType::Classification);
    QTest::newRow("tagging") << int(ViewType::Tagging);
    QTest::newRow("detection") << int(ViewType::Detection);
}

void PredictPageTest::aDroppedPictureIsAnswered()
{
    QFETCH(int, type);
    Open open{ViewType(type)};
    QCOMPARE(open.find<QLabel>("predictSentence")->text(), QStringLiteral("Drop pictures here to see what v3 says about them."));
    const int before = open.small.project().imageCount();
    open.drop({open.made(QStringLiteral("one.png"))});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 1, patience);
    QVERIFY2(open.find<QLabel>("predictState")->text().startsWith(QStringLiteral("1 picture(s) answered")), qPrintable(open.find<QLabel>("predictState")->text()));
    QVERIFY(open.find<ui::AnswerView>("answerView")->isVisible()); // one picture is shown large
    QCOMPARE(open.find<QLabel>("answerName")->text(), QStringLiteral("one.png"));
    QVERIFY(!open.find<QPushButton>("cancelPrediction")->isVisible());
    QVERIFY(open.notice().isEmpty());
    QCOMPARE(open.small.project().imageCount(), before); // it is not imported
    QCOMPARE(open.find<QCheckBox>("outputCrops")->isEnabled(), ViewType(type) == ViewType::Detection);
    QCOMPARE(open.find<QDoubleSpinBox>("overlap")->isVisible(), ViewType(type) == ViewType::Detection);
}

void PredictPageTest::brokenFilesAreTold()
{
    QString told;
    auto ask = SmallProject::silent();
    ask.tell = [&](QWidget*, const QString&, const QString& message) { told = message; };
    Open open(ViewType::Tagging, ask);
    open.drop({open.made(QStringLiteral("a.png")), open.made(QStringLiteral("b.png"), "no picture"), open.made(QStringLiteral("c.png"))});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 3, patience); // the broken one has its place, with its reason
    QCOMPARE(open.notice(), QStringLiteral("1 picture(s) could not be read."));
    QTest::mouseClick(open.find<QPushButton>("noticeAct0"), Qt::LeftButton);
    QVERIFY2(told.contains(QStringLiteral("b.png")), qPrintable(told));
    QVERIFY(open.find<ui::AnswerGrid>("answerGrid")->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("b.png: ")));
}

void PredictPageTest::resultsGoWhereTheyAreWanted()
{
    QString wanted;
    auto ask = SmallProject::silent();
    ask.openFolder = [&](QWidget*, const QString&, const ui::Ask::Given& picked) { picked(wanted); };
    Open open(ViewType::Detection, ask);
    wanted = open.small.folder.filePath(QStringLiteral("results"));
    open.find<QComboBox>("outputTable")->setCurrentIndex(1);
    open.find<QCheckBox>("outputDrawn")->setChecked(true);
    open.drop({open.made(QStringLiteral("a.png"))}); // asks for the folder
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 1, patience);
    QVERIFY2(open.notice().contains(QStringLiteral("results")), qPrintable(open.notice()));
    QVERIFY(QFileInfo::exists(wanted + QStringLiteral("/predictions.csv")));
    QVERIFY(QFileInfo::exists(wanted + QStringLiteral("/drawn/a.png")));
    QTest::mouseClick(open.find<QPushButton>("predictButton"), Qt::LeftButton); // once more into the same
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.find<QLabel>("predictState")->text().contains(QStringLiteral("had been answered before")), patience);
    QCOMPARE(open.answers(), 0);
}

void PredictPageTest::aFolderOfOthersIsRefused()
{
    QString wanted;
    auto ask = SmallProject::silent();
    ask.openFolder = [&](QWidget*, const QString&, const ui::Ask::Given& picked) { picked(wanted); };
    Open open(ViewType::Tagging, ask);
    wanted = QFileInfo(open.made(QStringLiteral("taken/letter.txt"), "mine")).absolutePath();
    open.find<QComboBox>("outputTable")->setCurrentIndex(2);
    open.drop({open.made(QStringLiteral("a.png"))});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.notice().contains(QStringLiteral("other files")), patience);
    QCOMPARE(QDir(wanted).entryList(QDir::Files), QStringList(QStringLiteral("letter.txt")));
    QVERIFY(open.find<QPushButton>("predictButton")->isEnabled()); // and it can be tried again
}

void PredictPageTest::keysWalkAndPause()
{
    Open open(ViewType::Tagging);
    open.drop({open.folder(150)});
    QTRY_VERIFY_WITH_TIMEOUT(open.answers() > 0, patience);
    QTest::keyClick(open.page.get(), Qt::Key_Space);
    QVERIFY(open.page->job().isPaused());
    QCOMPARE(open.find<QPushButton>("pausePrediction")->text(), QStringLiteral("Go on"));
    QTest::keyClick(open.find<ui::AnswerGrid>("answerGrid"), Qt::Key_Space); // from the grid too
    QVERIFY(!open.page->job().isPaused());
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 150, patience);
    QTest::keyClick(open.find<ui::AnswerGrid>("answerGrid"), Qt::Key_D);
    QCOMPARE(open.find<QLabel>("answerName")->text(), QStringLiteral("0000.png"));
    QTest::keyClick(open.page.get(), Qt::Key_D);
    QCOMPARE(open.find<QLabel>("answerName")->text(), QStringLiteral("0001.png"));
    QCOMPARE(open.find<QLabel>("answerPlace")->text(), QStringLiteral("2 of 150"));
    QTest::keyClick(open.page.get(), Qt::Key_A);
    QTest::keyClick(open.page.get(), Qt::Key_A); // the first one stays
    QCOMPARE(open.find<QLabel>("answerPlace")->text(), QStringLiteral("1 of 150"));
}

void PredictPageTest::cancelKeepsWhatIsThere()
{
    Open open(ViewType::Tagging);
    QSignalSpy started(open.page.get(), &ui::PredictPage::started);
    open.drop({open.folder(400)});
    QCOMPARE(started.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(open.answers() > 0, patience);
    QTest::keyClick(open.page.get(), Qt::Key_Space);
    QTest::mouseClick(open.find<QPushButton>("cancelPrediction"), Qt::LeftButton); // while it is paused
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone(), patience);
    QVERIFY2(open.find<QLabel>("predictState")->text().contains(QStringLiteral("cancelled")), qPrintable(open.find<QLabel>("predictState")->text()));
    QVERIFY(open.answers() > 0 && open.answers() < 400);
}

void PredictPageTest::thePageMayGoInTheMiddle()
{
    Open open(ViewType::Detection);
    open.drop({open.folder(200)});
    QTRY_VERIFY_WITH_TIMEOUT(open.answers() > 0, patience);
    open.page.reset();
    open.page = std::make_unique<ui::PredictPage>(*open.small.session); // and a new one works
    open.page->show();
    open.drop({open.made(QStringLiteral("a.png"))});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 1, patience);
}

void PredictPageTest::theOffsetNeedsNoNewPrediction()
{
    Open open(ViewType::Tagging);
    open.drop({open.folder(6)});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 6, patience);
    auto* table = open.find<QTableWidget>("foundConcepts");
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 2, patience);
    const auto found = [&] { return table->item(0, 1)->text().toInt() + table->item(1, 1)->text().toInt(); };
    auto* offset = open.find<QDoubleSpinBox>("thresholdOffset");
    offset->setValue(-0.5);
    QTRY_COMPARE_WITH_TIMEOUT(found(), 12, patience); // every score reaches 0
    offset->setValue(0.5);
    QTRY_COMPARE_WITH_TIMEOUT(found(), 0, patience); // none reaches 1
    QVERIFY(open.isDone());
}

void PredictPageTest::theOrderIsChosen()
{
    Open open(ViewType::Classification);
    open.drop({open.folder(20)});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 20, patience);
    auto* order = open.find<QComboBox>("answerOrder");
    const auto* model = static_cast<ui::AnswerListModel*>(open.find<ui::AnswerGrid>("answerGrid")->model());
    const auto best = [&](int row) { return *std::ranges::max_element(model->answerAt(row)->prediction.scores); };
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    for (int row = 1; row < 20; ++row)
        QVERIFY(best(row) <= best(row - 1) + 1e-6);
    order->setCurrentIndex(2);
    Q_EMIT order->activated(2);
    for (int row = 1; row < 20; ++row) // of two concepts the doubt is the other order
        QVERIFY(best(row) + 1e-6 >= best(row - 1));
    order->setCurrentIndex(0);
    Q_EMIT order->activated(0);
    QCOMPARE(model->index(7, 0).data().toString(), QStringLiteral("0007.png"));
}

void PredictPageTest::picturesOfTheProjectAreFiltered()
{
    Open open(ViewType::Detection);
    auto* source = open.find<QComboBox>("predictSource");
    source->setCurrentIndex(1);
    Q_EMIT source->activated(1);
    open.find<QComboBox>("projectSplit")->setCurrentIndex(2); // validation
    QTest::mouseClick(open.find<QPushButton>("predictButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 6, patience);
    open.find<QComboBox>("projectSplit")->setCurrentIndex(3); // test: there is none
    QTest::mouseClick(open.find<QPushButton>("predictButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.notice().contains(QStringLiteral("No picture of the project")), patience);
}

void PredictPageTest::aCameraStopsWithThePage()
{
    Open open(ViewType::Detection);
    const QString film = open.small.folder.filePath(QStringLiteral("film.avi"));
    cv::VideoWriter writer(film.toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 25, {64, 48});
    for (int i = 0; i < 10; ++i)
        writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(20 * i)));
    writer.release();
    qputenv("ORIEL_CAMERA", QFile::encodeName(film));
    auto* source = open.find<QComboBox>("predictSource");
    source->setCurrentIndex(3);
    Q_EMIT source->activated(3);
    auto* cameras = open.find<QComboBox>("cameras");
    cameras->setCurrentIndex(cameras->count() - 1);
    QTest::mouseClick(open.find<QPushButton>("predictButton"), Qt::LeftButton);
    qunsetenv("ORIEL_CAMERA");
    QTRY_VERIFY_WITH_TIMEOUT(open.find<ui::AnswerView>("answerView")->isLive(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(open.find<QLabel>("livePace")->text().contains(QStringLiteral("pictures a second, delay")), patience);
    QCOMPARE(open.answers(), 0); // nothing is gathered
    QCOMPARE(open.find<QPushButton>("cancelPrediction")->text(), QStringLiteral("Stop"));
    open.page->hide(); // another page
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone(), patience);
}

void PredictPageTest::withoutACameraItSaysWhatToDo()
{
    Open open(ViewType::Detection);
    auto* source = open.find<QComboBox>("predictSource");
    source->setCurrentIndex(3);
    Q_EMIT source->activated(3);
    if (open.find<QComboBox>("cameras")->count() > 0)
        QSKIP("This computer has a camera.");
    QVERIFY(open.find<QLabel>("noCamera")->isVisible());
    QVERIFY(open.find<QLabel>("noCamera")->text().contains(QStringLiteral("allow Oriel")));
    QSignalSpy hints(open.small.session.get(), &ui::Session::hintRequested);
    QTest::mouseClick(open.find<QPushButton>("predictButton"), Qt::LeftButton);
    QCOMPARE(hints.count(), 1);
    QVERIFY(open.isDone());
}

void PredictPageTest::aPictureIsPasted()
{
    Open open(ViewType::Tagging);
    QSignalSpy hints(open.small.session.get(), &ui::Session::hintRequested);
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    QTest::keyClick(open.page.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(hints.count(), 1);
    QGuiApplication::clipboard()->setImage(pictures::quarters());
    QTest::keyClick(open.page.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 1, patience);
    QCOMPARE(open.find<QLabel>("answerName")->text(), QStringLiteral("Clipboard"));
}

void PredictPageTest::aVersionIsAskedForByOtherPages()
{
    Open open(ViewType::Tagging);
    const auto other = open.small.addVersion(QStringLiteral("v4"));
    open.page->chooseVersion(open.version);
    QCOMPARE(open.find<QComboBox>("predictVersion")->currentText(), QStringLiteral("v3"));
    open.page->chooseVersion(other);
    QCOMPARE(open.find<QLabel>("predictSentence")->text(), QStringLiteral("Drop pictures here to see what v4 says about them."));
    open.drop({open.made(QStringLiteral("a.png"))}); // whose weights are not there
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && !open.notice().isEmpty(), patience);
    open.small.addVersion(QStringLiteral("v5"), core::VersionStatus::Failed);
    QCOMPARE(open.find<QComboBox>("predictVersion")->count(), 2); // it cannot predict
}

void PredictPageTest::longNamesDoNotWidenThePage()
{
    Open open(ViewType::Detection, SmallProject::silent(), QString(180, QLatin1Char('W')));
    open.page->resize(920, 500);
    QVERIFY2(open.page->minimumSizeHint().width() <= 920, qPrintable(QString::number(open.page->minimumSizeHint().width())));
    open.drop({open.made(QString(200, QLatin1Char('n')) + QStringLiteral(".png"))});
    QTRY_VERIFY_WITH_TIMEOUT(open.isDone() && open.answers() == 1, patience);
    QVERIFY2(open.page->minimumSizeHint().width() <= 920, qPrintable(QString::number(open.page->minimumSizeHint().width())));
}

void PredictPageTest::theCommandDoesTheSame_data()
{
    using core::PredictionPictures;
    QTest::addColumn<core::PredictionRequest>("request");
    QTest::addColumn<QString>("command"); // behind the project and the version
    core::PredictionRequest files;
    files.pictures.paths = {QStringLiteral("/a/b c.png"), QStringLiteral("/d/it's")};
    QTest::newRow("files") << files << QStringLiteral(" -- '/a/b c.png' '/d/it'\\''s'");
    auto offset = files;
    offset.thresholdOffset = -0.15;
    offset.overlap = 0.4;
    offset.mostBoxes = 7;
    offset.pictures.paths = {QStringLiteral("/a")};
    QTest::newRow("options") << offset << QStringLiteral(" --threshold-offset=-0.15 --overlap 0.4 --most-boxes 7 -- /a");
    auto written = offset;
    written = files;
    written.pictures = {.kind = PredictionPictures::Kind::Film, .paths = {QStringLiteral("/f.mp4")}, .filter = {}, .framesPerSecond = 2.5, .camera = {}, .pixels = {}, .name = {}};
    written.outputs = {.folder = QStringLiteral("/out"), .table = {}, .drawn = true, .crops = true, .scores = false};
    QTest::newRow("a film into a folder") << written << QStringLiteral(" --source video --fps 2.5 --into /out --format none --draw --crops --no-scores -- /f.mp4");
    core::PredictionRequest pasted;
    pasted.pictures.kind = PredictionPictures::Kind::Pixels;
    QTest::newRow("clipboard") << pasted << QString();
}

void PredictPageTest::theCommandDoesTheSame()
{
    QFETCH(core::PredictionRequest, request);
    QFETCH(QString, command);
#ifdef Q_OS_WIN
    QSKIP("Quoted for another shell.");
#endif
    SmallProject small(ViewType::Detection);
    const QString line = ui::predictCommand(small.project(), QStringLiteral("v 1"), request);
    QCOMPARE(line, command.isEmpty() ? QString() : QStringLiteral("oriel predict %1 --version 'v 1'%2").arg(small.project().folder(), command));
    if (request.pictures.kind != core::PredictionPictures::Kind::Files)
        return;
    request.pictures = {.kind = core::PredictionPictures::Kind::Project, .view = small.view, .filter = {.split = core::Split::Validation, .state = core::ItemState::Annotated}, .camera = {}, .pixels = {}, .name = {}};
    QVERIFY(ui::predictCommand(small.project(), QStringLiteral("v"), request).contains(QStringLiteral("--source project --view Cells --state annotated --split val")));
}

QTEST_MAIN(PredictPageTest)
#include "PredictPageTest.moc"
