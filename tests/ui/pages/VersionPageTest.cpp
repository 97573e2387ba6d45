#include "ui/pages/VersionPage.h"

#include "core/pictures/Thumbnails.h"
#include "core/project/PredictionJobs.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/ConceptScoresModel.h"
#include "ui/support/Numbers.h"
#include "ui/widgets/ConfusionMatrixView.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/JudgedGrid.h"
#include "ui/widgets/RowDelegate.h"
#include "ui/widgets/TryItPanel.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QUrl>

using core::ViewType;

class VersionPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyWithoutAVersion();
    void showsWhatWasMeasured_data();
    void showsWhatWasMeasured();
    void worstPictureComesFirst();
    void informationHoldsTheOptions();
    void withoutValidationImagesItSaysSo();
    void failedVersionSaysItsSentence();
    void dropsAreTriedNotImported();
    void splitsScoresAtTheThreshold_data();
    void splitsScoresAtTheThreshold();
    void unreadablePictureSaysWhy();
};

namespace {

QString text(QWidget& page, const char* name)
{
    return page.findChild<QLabel*>(QLatin1String(name))->text();
}

QStringList texts(QWidget& page, const char* box)
{
    QStringList found;
    for (const auto* label : page.findChild<QWidget*>(QLatin1String(box))->findChildren<QLabel*>()) {
        if (!label->text().isEmpty())
            found << label->text();
    }
    return found;
}

} // namespace

void VersionPageTest::emptyWithoutAVersion()
{
    SmallProject small(ViewType::Classification);
    core::Thumbnails thumbnails({});
    ui::VersionPage page(*small.session, thumbnails);
    page.show();
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("emptySentence"))->isVisible());
}

void VersionPageTest::showsWhatWasMeasured_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<int>("matrixRows");
    // One of six validation pictures is answered wrongly.
    QTest::newRow("classification") << int(ViewType::Classification) << QStringLiteral("Ready  ·  Accuracy 83.3\u00a0%") << QStringLiteral("Accuracy 83.3\u00a0%") << 2;
    QTest::newRow("tagging") << int(ViewType::Tagging) << QStringLiteral("Ready  ·  mAP ") << QStringLiteral("mAP ") << 4;
    QTest::newRow("detection") << int(ViewType::Detection) << QStringLiteral("Ready  ·  Mean LRP score 83.3\u00a0%") << QStringLiteral("mAP 50 ") << 3;
}

void VersionPageTest::showsWhatWasMeasured()
{
    QFETCH(int, type);
    QFETCH(QString, caption);
    QFETCH(QString, summary);
    SmallProject small {ViewType(type)};
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v3 medium"));
    ui::VersionPage page(*small.session, thumbnails);
    page.resize(1184, 800);
    page.show();
    QCOMPARE(text(page, "pageTitle"), QStringLiteral("v3 medium"));
    QVERIFY2(text(page, "pageCaption").startsWith(caption), qPrintable(text(page, "pageCaption")));
    const auto* grid = page.findChild<ui::JudgedGrid*>();
    QTRY_COMPARE(grid->count(), 6);
    QVERIFY2(text(page, "evaluationSummary").contains(summary), qPrintable(text(page, "evaluationSummary")));
    QTEST(page.findChild<ui::ConfusionMatrixView*>()->rows(), "matrixRows");
    const auto* table = page.findChild<QTableView*>(QStringLiteral("conceptTable"));
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->isColumnHidden(ui::ConceptScoresModel::Lrp), ViewType(type) != ViewType::Detection);
    for (int column = ui::ConceptScoresModel::Examples; column < ui::ConceptScoresModel::ColumnCount; ++column) // 100 % fits its column
        QVERIFY(table->isColumnHidden(column) || table->columnWidth(column) >= ui::RowDelegate::widthFor(ui::percentNumber(1.0)));
    QCOMPARE(page.findChild<QPushButton*>(QStringLiteral("validationSet"))->text(), QStringLiteral("Validation  6"));
    const auto* test = page.findChild<QPushButton*>(QStringLiteral("testSet"));
    QVERIFY(!test->isEnabled());
    QCOMPARE(test->toolTip(), QStringLiteral("This view has no test images."));
}

void VersionPageTest::worstPictureComesFirst()
{
    SmallProject small(ViewType::Classification);
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v1"));
    ui::VersionPage page(*small.session, thumbnails);
    page.resize(1184, 800);
    page.show();
    const auto* grid = page.findChild<ui::JudgedGrid*>();
    QTRY_COMPARE(grid->count(), 6);
    // The first validation picture (number 12, RBC) is the one that was answered wrongly.
    QCOMPARE(grid->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("picture012.png: truth RBC, guess WBC 90.0\u00a0%"));
}

void VersionPageTest::informationHoldsTheOptions()
{
    SmallProject small(ViewType::Detection);
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v1"));
    ui::VersionPage page(*small.session, thumbnails);
    page.resize(1184, 800);
    page.show();
    const auto* options = page.findChild<ui::FactList*>(QStringLiteral("optionFacts"));
    QCOMPARE(options->valueOf(QStringLiteral("Epochs")), QStringLiteral("4"));
    QVERIFY(!options->valueOf(QStringLiteral("Optimizer")).isEmpty());
    const auto* run = page.findChild<ui::FactList*>(QStringLiteral("runFacts"));
    QCOMPARE(run->valueOf(QStringLiteral("Best epoch")), QStringLiteral("3"));
    QCOMPARE(run->valueOf(QStringLiteral("Time")), QStringLiteral("42 s"));
    QCOMPARE(run->valueOf(QStringLiteral("Device")), QStringLiteral("CPU"));
    // Twelve training boxes and six validation boxes, by turns of two concepts.
    QTRY_VERIFY(texts(page, "conceptCounts").endsWith(QStringLiteral("3")));
    QCOMPARE(texts(page, "conceptCounts").mid(3), (QStringList {QStringLiteral("RBC"), QStringLiteral("6"), QStringLiteral("3"), QStringLiteral("WBC"), QStringLiteral("6"), QStringLiteral("3")}));
}

void VersionPageTest::withoutValidationImagesItSaysSo()
{
    SmallProject small(ViewType::Classification, {.train = 6, .validation = 0});
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v1"));
    ui::VersionPage page(*small.session, thumbnails);
    page.show();
    QTRY_COMPARE(text(page, "evaluationSentence"), QStringLiteral("This version has no validation images, so there is nothing to measure it on."));
}

void VersionPageTest::failedVersionSaysItsSentence()
{
    SmallProject small(ViewType::Classification);
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v1"), core::VersionStatus::Failed);
    ui::VersionPage page(*small.session, thumbnails);
    page.show();
    QCOMPARE(text(page, "versionNotice"), QStringLiteral("The disk was full."));
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("versionNotice"))->isVisible());
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("chooseTryButton"))->isVisible());
}

void VersionPageTest::dropsAreTriedNotImported()
{
    SmallProject small(ViewType::Classification);
    core::Thumbnails thumbnails({});
    small.addVersion(QStringLiteral("v1"), core::VersionStatus::Failed); // no weights: nothing is loaded, the drop is still ours
    ui::VersionPage page(*small.session, thumbnails);
    page.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(small.folder.filePath(QStringLiteral("pictures/picture000.png")))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(page.findChild<QTabWidget*>(QStringLiteral("versionTabs"))->currentIndex(), int(ui::VersionPage::TryIt));
    QCOMPARE(small.project().imageCount(), 18); // nothing was added
}

void VersionPageTest::splitsScoresAtTheThreshold_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QList<double>>("scores");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("discarded");
    const QString nothing = QStringLiteral("nothing");
    QTest::newRow("classification: the highest wins") << int(ViewType::Classification) << QList<double> {0.45, 0.55}
        << QStringList {QStringLiteral("WBC"), QStringLiteral("55.0\u00a0%")} << QStringList {QStringLiteral("RBC"), QStringLiteral("45.0\u00a0%")};
    QTest::newRow("tagging: each at its threshold") << int(ViewType::Tagging) << QList<double> {0.75, 0.55}
        << QStringList {QStringLiteral("WBC"), QStringLiteral("55.0\u00a0%")} << QStringList {QStringLiteral("RBC"), QStringLiteral("75.0\u00a0%"), QStringLiteral("below 0.80")};
    QTest::newRow("detection: boxes") << int(ViewType::Detection) << QList<double> {0.85, 0.2}
        << QStringList {QStringLiteral("RBC"), QStringLiteral("85.0\u00a0%")} << QStringList {QStringLiteral("WBC"), QStringLiteral("20.0\u00a0%"), QStringLiteral("below 0.50")};
    QTest::newRow("nothing found") << int(ViewType::Tagging) << QList<double> {0.1, 0.05} << QStringList {nothing}
        << QStringList {QStringLiteral("RBC"), QStringLiteral("10.0\u00a0%"), QStringLiteral("below 0.80"), QStringLiteral("WBC"), QStringLiteral("5.0\u00a0%"), QStringLiteral("below 0.50")};
}

void VersionPageTest::splitsScoresAtTheThreshold()
{
    QFETCH(int, type);
    QFETCH(QList<double>, scores);
    SmallProject small {ViewType(type)};
    ui::TryItPanel panel(*small.session);
    panel.setVersion({1}, ViewType(type), {{QStringLiteral("RBC"), QStringLiteral("WBC")}, {0, 1}, {0.8, 0.5}}, {});
    core::TriedPicture picture;
    picture.path = QStringLiteral("/somewhere/drop.jpg");
    picture.image = QImage(64, 48, QImage::Format_RGB888);
    picture.image.fill(Qt::gray);
    for (int i = 0; i < scores.size(); ++i) {
        if (ViewType(type) == ViewType::Detection)
            picture.prediction.boxes.push_back({i, scores[i], QRectF(4, 4, 20, 20)});
        else
            picture.prediction.scores.push_back(scores[i]);
    }
    panel.showPicture(picture);
    QTEST(texts(panel, "foundList"), "found");
    QTEST(texts(panel, "discardedList"), "discarded");
    QCOMPARE(text(panel, "triedName"), QStringLiteral("drop.jpg"));
}

void VersionPageTest::unreadablePictureSaysWhy()
{
    SmallProject small(ViewType::Classification);
    ui::TryItPanel panel(*small.session);
    panel.setVersion({1}, ViewType::Classification, {{QStringLiteral("RBC"), QStringLiteral("WBC")}, {0, 1}, {0, 0}}, {});
    core::TriedPicture picture;
    picture.path = QStringLiteral("/somewhere/notes.txt");
    picture.failure = QStringLiteral("“notes.txt” is not a picture.");
    panel.showPicture(picture);
    QCOMPARE(text(panel, "triedState"), picture.failure);
}

QTEST_MAIN(VersionPageTest)
#include "VersionPageTest.moc"
