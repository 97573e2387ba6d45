#include "core/base/Job.h"
#include "core/project/PictureCheck.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/widgets/JobsPanel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class JobsPanelTest final : public QObject {
    Q_OBJECT

    static core::Progress progress(qint64 done, qint64 total, double seconds) { return {QStringLiteral("Checking pictures"), done, total, seconds, 60}; }

private Q_SLOTS:
    void aShortLookAtThePicturesIsNotShown()
    {
        SmallProject small{core::ViewType::Detection};
        JobsPanel panel;
        panel.watchPictures(&small.project());
        Q_EMIT small.project().picturesProgressed(progress(100, 300, 0.2));
        QCOMPARE(panel.running(), 0);
        QCOMPARE(panel.summary(), QString());
    }

    void aLongLookAtThePicturesSaysHowFarItIs()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        SmallProject small{core::ViewType::Detection};
        JobsPanel panel;
        panel.watchPictures(&small.project());
        QSignalSpy changed(&panel, &JobsPanel::changed);
        Q_EMIT small.project().picturesProgressed(progress(3100, 9870, 3));
        QCOMPARE(panel.running(), 1);
        QCOMPARE(panel.summary(), QStringLiteral("Checking pictures: 3,100 of 9,870, about 60 s"));
        QVERIFY(!changed.isEmpty());
    }

    void whatTheLookFoundStays_data()
    {
        QTest::addColumn<int>("missing");
        QTest::addColumn<int>("kept"); // rows after the end
        QTest::newRow("nothing found") << 0 << 0;
        QTest::newRow("files are away") << 3 << 1;
    }

    void whatTheLookFoundStays()
    {
        QFETCH(int, missing);
        QFETCH(int, kept);
        SmallProject small{core::ViewType::Detection};
        JobsPanel panel;
        panel.watchPictures(&small.project());
        Q_EMIT small.project().picturesProgressed(progress(3100, 9870, 3));
        core::PictureReport report;
        report.missing = missing;
        Q_EMIT small.project().picturesChecked(report);
        QCOMPARE(panel.running(), 0);
        QCOMPARE(panel.ended(), kept);
    }

    void aLookThatFailsLeavesNoRow()
    {
        SmallProject small{core::ViewType::Detection};
        JobsPanel panel;
        panel.watchPictures(&small.project());
        Q_EMIT small.project().picturesProgressed(progress(1, 9870, 3));
        Q_EMIT small.project().pictureCheckFailed();
        QCOMPARE(panel.running() + panel.ended(), 0);
    }

    void theProjectThatIsLeftTakesItsRowWithIt()
    {
        SmallProject small{core::ViewType::Detection};
        JobsPanel panel;
        panel.watchPictures(&small.project());
        Q_EMIT small.project().picturesProgressed(progress(1, 9870, 3));
        panel.watchPictures(nullptr);
        QCOMPARE(panel.running() + panel.ended(), 0);
    }
};

QTEST_MAIN(JobsPanelTest)
#include "JobsPanelTest.moc"
