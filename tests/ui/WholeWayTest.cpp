#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/TrainingSpec.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/NewProjectDialog.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/pages/LibraryPage.h"
#include "ui/widgets/TrainingIndicator.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

using namespace ui;

/// The whole way in the window, as a person goes it: a folder is dropped, pictures appear, a version is trained, opened and tried.
class WholeWayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromAFolderToATrainedVersion();

private:
    void drawPictures();
    void dropTheFolder(MainWindow& window);
    void train(MainWindow& window);
    void openTheVersion(MainWindow& window);
    void tryAPicture(MainWindow& window);

    QString pictures() const { return m_place.filePath(QStringLiteral("fruit")); }
    QTemporaryDir m_place;
};

void WholeWayTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
    QSettings().clear();
}

/// fruit/{train,val}/{lemon,plum}/N.png
void WholeWayTest::drawPictures()
{
    int shade = 0;
    for (const auto& [split, count] : {std::pair{"train", 8}, std::pair{"val", 4}}) {
        for (const auto& [name, colour] : {std::pair{"lemon", Qt::yellow}, std::pair{"plum", Qt::darkMagenta}}) {
            const QDir folder(QStringLiteral("%1/%2/%3").arg(pictures(), QLatin1String(split), QLatin1String(name)));
            folder.mkpath(QStringLiteral("."));
            for (int i = 0; i < count; ++i) {
                QImage image(80, 64, QImage::Format_RGB888);
                image.fill(QColor(colour).darker(100 + 4 * ++shade)); // no two alike: those would go to training together
                QVERIFY(image.save(folder.filePath(QStringLiteral("%1.png").arg(i))));
            }
        }
    }
}

void WholeWayTest::dropTheFolder(MainWindow& window)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(pictures())});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QTRY_VERIFY(window.findChild<NewProjectDialog*>());
    auto* dialog = window.findChild<NewProjectDialog*>();
    dialog->findChild<QLineEdit*>(QStringLiteral("projectPlace"))->setText(m_place.path());
    dialog->findChild<QLineEdit*>(QStringLiteral("projectName"))->setText(QStringLiteral("Orchard"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("createProject")), Qt::LeftButton);
    auto* import = window.findChild<ImportDialog*>();
    QVERIFY(import);
    auto* next = import->findChild<QPushButton*>(QStringLiteral("importNext"));
    QTRY_COMPARE(next->text(), QStringLiteral("Import"));
    QCOMPARE(window.session()->project().imageCount(), 0); // nothing is written before Import is pressed
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_COMPARE(window.session()->project().imageCount(), 24);
    QTRY_VERIFY(!import->isWorking());
    QTest::mouseClick(next, Qt::LeftButton); // Done
    QTRY_COMPARE(window.place(), Place::Images);
    QCOMPARE(window.session()->project().concepts(window.session()->view()).size(), std::size_t(2));
}

void WholeWayTest::train(MainWindow& window)
{
    window.findChild<QAction*>(QStringLiteral("actionTrain"))->trigger();
    auto* dialog = window.findChild<TrainVersionDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(QStringLiteral("versionName"))->setText(QStringLiteral("first"));
    dialog->findChild<QSpinBox*>(QStringLiteral("epochs"))->setValue(2);
    dialog->findChild<QSpinBox*>(QStringLiteral("imageSize"))->setValue(64);
    auto* weights = dialog->findChild<QComboBox*>(QStringLiteral("startWeights")); // the test must not need what ./dev fetches
    weights->setCurrentIndex(weights->findData(int(core::StartWeights::None)));
    auto* create = dialog->findChild<QPushButton*>(QStringLiteral("createButton"));
    QTRY_VERIFY(create->isEnabled());
    QTest::mouseClick(create, Qt::LeftButton);
    const auto& trainings = window.session()->trainings();
    const auto* indicator = window.findChild<TrainingIndicator*>();
    QStringList said; // of the running step, before the first batch
    connect(&trainings, &core::TrainingQueue::stepChanged, this, [&] {
        const auto* run = trainings.running();
        if (run && run->batches.empty())
            said << indicator->accessibleName();
    });
    QTRY_COMPARE(window.place(), Place::Training);
    QTRY_VERIFY_WITH_TIMEOUT(trainings.isIdle(), 60000);
    disconnect(&trainings, nullptr, this, nullptr);
    QVERIFY(!said.isEmpty());
    for (const auto& words : said)
        QVERIFY2(!words.contains(core::nameOf(core::TrainingStep::Save)), qPrintable(words)); // the last of the steps, not the running one
    QVERIFY(window.currentPage()->findChild<QPushButton*>(QStringLiteral("openButton"))->isVisible());
    const auto version = window.session()->project().versionNamed(QStringLiteral("first"));
    QVERIFY(version);
    QVERIFY2(version->status == core::VersionStatus::Done, qPrintable(version->failure));
    QCOMPARE(version->itemsTrain, 16);
    QCOMPARE(window.session()->project().epochs(version->id).size(), std::size_t(2));
}

void WholeWayTest::openTheVersion(MainWindow& window)
{
    window.goTo(Place::Library);
    auto* library = window.findChild<LibraryPage*>();
    QVERIFY(library->chosenVersion());
    QCOMPARE(library->chosenVersion()->name, QStringLiteral("first"));
    QTest::keyClick(library->findChild<QAbstractItemView*>(QStringLiteral("libraryTree")), Qt::Key_Return);
    QTRY_COMPARE(window.place(), Place::Version);
    auto* summary = window.currentPage()->findChild<QLabel*>(QStringLiteral("evaluationSummary"));
    QTRY_VERIFY2(summary->text().contains(QLatin1String("Accuracy")), qPrintable(summary->text()));
    QTRY_COMPARE(window.currentPage()->findChild<QAbstractItemView*>(QStringLiteral("judgedGrid"))->model()->rowCount(), 8);
}

void WholeWayTest::tryAPicture(MainWindow& window)
{
    auto* tabs = window.currentPage()->findChild<QTabBar*>();
    QVERIFY(tabs);
    tabs->setCurrentIndex(2);
    auto* state = window.currentPage()->findChild<QLabel*>(QStringLiteral("triedState"));
    QTest::mouseClick(window.currentPage()->findChild<QPushButton*>(QStringLiteral("chooseTryButton")), Qt::LeftButton);
    QTRY_VERIFY2(state->text().startsWith(QLatin1String("Answered")), qPrintable(state->text()));
    QCOMPARE(window.currentPage()->findChild<QLabel*>(QStringLiteral("triedName"))->text(), QStringLiteral("2.png"));
    QCOMPARE(window.session()->project().imageCount(), 24); // it was not added
}

void WholeWayTest::fromAFolderToATrainedVersion()
{
    drawPictures();
    Ask ask = SmallProject::silent();
    ask.openFiles = [this](QWidget*, const QString&, const Ask::Picked& picked) { picked({pictures() + QStringLiteral("/val/plum/2.png")}); };
    MainWindow window(ask);
    window.show();
    const auto step = [&](void (WholeWayTest::*act)(MainWindow&)) {
        (this->*act)(window);
        return !QTest::currentTestFailed();
    };
    step(&WholeWayTest::dropTheFolder) && step(&WholeWayTest::train) && step(&WholeWayTest::openTheVersion) && step(&WholeWayTest::tryAPicture);
}

QTEST_MAIN(WholeWayTest)
#include "WholeWayTest.moc"
