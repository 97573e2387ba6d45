#include "ui/dialogs/TrainVersionDialog.h"

#include "core/project/TrainingQueue.h"
#include "core/training/Devices.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/models/VersionText.h"
#include "ui/widgets/TrainingCheck.h"
#include "ui/widgets/TrainingOptions.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using core::ViewType;

class TrainVersionDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsWithTheDefaultsOfTheType_data();
    void startsWithTheDefaultsOfTheType();
    void dataLineCountsWhatTheSelectionHolds_data();
    void dataLineCountsWhatTheSelectionHolds();
    void dataLineWording_data();
    void dataLineWording();
    void newArchitectureRewritesUntouchedFieldsOnly();
    void unusableDevicesAreListedWithTheirReason();
    void suggestsAFreeName();
    void isCopiedAsACommand();
    void nothingToTrainOnBlocksCreate();
    void enterNeverCreates();
    void missingFilesAreFoundOrLeftOut_data();
    void missingFilesAreFoundOrLeftOut();
    void staysResponsiveWithManyImages();
};

namespace {

template <class Widget>
Widget* child(QWidget& of, const char* name)
{
    auto* found = of.findChild<Widget*>(QLatin1String(name));
    Q_ASSERT(found);
    return found;
}

void types()
{
    QTest::addColumn<int>("type");
    QTest::newRow("classification") << int(ViewType::Classification);
    QTest::newRow("tagging") << int(ViewType::Tagging);
    QTest::newRow("detection") << int(ViewType::Detection);
}

bool opened(ui::TrainVersionDialog& dialog)
{
    dialog.show();
    return QTest::qWaitFor([&] { return dialog.selection().has_value(); }, 5000);
}

} // namespace

void TrainVersionDialogTest::startsWithTheDefaultsOfTheType_data()
{
    types();
}

void TrainVersionDialogTest::startsWithTheDefaultsOfTheType()
{
    QFETCH(int, type);
    SmallProject small {ViewType(type)};
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    auto expected = core::defaultSpec(ViewType(type), 12);
    for (const auto& entry : core::architectures(ViewType(type))) {
        if (entry.key == expected.architecture && !entry.hasShippedWeights)
            expected.weights = core::StartWeights::None;
    }
    QCOMPARE(dialog.findChild<ui::TrainingOptions*>()->spec(), expected);
    for (const auto* reset : dialog.findChildren<QToolButton*>()) {
        if (reset->objectName().endsWith(QStringLiteral("Reset")))
            QVERIFY2(!reset->isVisible(), "nothing was touched yet");
    }
}

void TrainVersionDialogTest::dataLineCountsWhatTheSelectionHolds_data()
{
    types();
}

void TrainVersionDialogTest::dataLineCountsWhatTheSelectionHolds()
{
    QFETCH(int, type);
    const int without = ViewType(type) == ViewType::Classification ? 0 : 3;
    SmallProject small(ViewType(type), {.train = 12, .validation = 6, .withoutConcept = without});
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    const auto selection = small.project().trainingSelection(small.view);
    QCOMPARE(int(selection.train.size()), ViewType(type) == ViewType::Detection ? 9 : 12);
    QCOMPARE(child<QLabel>(dialog, "dataLine")->text(), ui::TrainingCheck::dataLine(selection));
    for (size_t i = 0; i < selection.counts.size(); ++i)
        QCOMPARE(child<QLabel>(dialog, qPrintable(QStringLiteral("trainCount%1").arg(i)))->text(), QString::number(selection.counts[i].train));
}

void TrainVersionDialogTest::dataLineWording_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("line");
    QTest::newRow("classification") << int(ViewType::Classification)
                                    << QStringLiteral("Uses all 3,200 annotated training images. A classification image cannot be without concept.");
    QTest::newRow("tagging") << int(ViewType::Tagging)
                             << QStringLiteral("Uses all 3,200 training images with an answer, including 410 without concept. Unseen answers are left out.");
    QTest::newRow("detection") << int(ViewType::Detection)
                               << QStringLiteral("Uses the 3,200 training images with at least one box. 410 images without concept are not used for training; "
                                                 "on the validation set they count when false boxes are found.");
}

void TrainVersionDialogTest::dataLineWording()
{
    QFETCH(int, type);
    core::TrainingSelection selection;
    selection.view.type = ViewType(type);
    selection.train.resize(3200);
    selection.withoutConceptTrain = 410;
    QTEST(ui::TrainingCheck::dataLine(selection), "line");
}

void TrainVersionDialogTest::newArchitectureRewritesUntouchedFieldsOnly()
{
    SmallProject small(ViewType::Classification);
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    auto* architecture = child<QComboBox>(dialog, "architecture");
    QVERIFY2(architecture->count() >= 3, "Lite0, Lite1, Lite2");
    auto* epochs = child<QSpinBox>(dialog, "epochs");
    epochs->setValue(77);
    QVERIFY(child<QToolButton>(dialog, "epochsReset")->isVisible());

    architecture->setCurrentIndex(architecture->findData(QStringLiteral("efficientnet-lite2")));

    const auto expected = core::defaultSpec(ViewType::Classification, 12, QStringLiteral("efficientnet-lite2"));
    const auto spec = dialog.findChild<ui::TrainingOptions*>()->spec();
    QCOMPARE(spec.architecture, QStringLiteral("efficientnet-lite2"));
    QCOMPARE(spec.epochs, 77); // touched: kept
    QCOMPARE(spec.imageSize, expected.imageSize);
    QCOMPARE(spec.learningRate, expected.learningRate);
    child<QToolButton>(dialog, "epochsReset")->click();
    QCOMPARE(epochs->value(), expected.epochs);
    QVERIFY(!child<QToolButton>(dialog, "epochsReset")->isVisible());
}

void TrainVersionDialogTest::unusableDevicesAreListedWithTheirReason()
{
    ui::TrainingOptions options;
    const auto* box = child<QComboBox>(options, "device");
    const auto* items = qobject_cast<QStandardItemModel*>(box->model());
    QCOMPARE(box->itemData(0).toString(), QStringLiteral("auto"));
    for (const auto& device : core::devices()) {
        const int row = box->findData(device.id);
        QVERIFY2(row > 0, qPrintable(device.id));
        QCOMPARE(items->item(row)->isEnabled(), device.usable);
        QVERIFY(device.usable || box->itemText(row).contains(device.reason));
    }
}

void TrainVersionDialogTest::isCopiedAsACommand()
{
    SmallProject small(ViewType::Classification);
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(dialog.command().isEmpty()); // not counted yet
    QVERIFY(opened(dialog));
    child<QLineEdit>(dialog, "versionName")->setText(QStringLiteral("Anna's first"));
    child<QSpinBox>(dialog, "epochs")->setValue(3);
    child<QPushButton>(dialog, "copyCommand")->click();
    const QString command = QGuiApplication::clipboard()->text();
    QCOMPARE(command, dialog.command());
    QVERIFY2(command.startsWith(QStringLiteral("oriel train ") + small.project().folder()), qPrintable(command));
    QVERIFY2(command.contains(QStringLiteral(" --epochs 3")), qPrintable(command));
    QVERIFY2(!command.contains(QStringLiteral("--seed")), qPrintable(command)); // as it is by itself
#ifndef Q_OS_WIN
    QVERIFY2(command.contains(QStringLiteral(" --name 'Anna'\\''s first'")), qPrintable(command));
#endif
    child<QSpinBox>(dialog, "imageSize")->setValue(33);
    QVERIFY(!child<QPushButton>(dialog, "copyCommand")->isEnabled());
}

void TrainVersionDialogTest::suggestsAFreeName()
{
    SmallProject small(ViewType::Classification);
    const QString first = small.project().freeVersionName();
    small.addVersion(first);
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    const QString suggested = child<QLineEdit>(dialog, "versionName")->text();
    QCOMPARE(suggested, small.project().freeVersionName());
    QVERIFY(suggested != first);
    // What a person typed stays over Cancel.
    auto* name = child<QLineEdit>(dialog, "versionName");
    name->clear();
    QTest::keyClicks(name, QStringLiteral("medium"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QVERIFY(opened(dialog));
    QCOMPARE(name->text(), QStringLiteral("medium"));
}

void TrainVersionDialogTest::nothingToTrainOnBlocksCreate()
{
    SmallProject small(ViewType::Classification, {.train = 0, .validation = 3});
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    const auto* create = child<QPushButton>(dialog, "createButton");
    QVERIFY(!create->isEnabled());
    QVERIFY(!create->toolTip().isEmpty());
    QCOMPARE(child<QLabel>(dialog, "verdict")->text(), QStringLiteral("cannot train yet"));
}

void TrainVersionDialogTest::enterNeverCreates()
{
    SmallProject small(ViewType::Classification);
    ui::TrainVersionDialog dialog(*small.session);
    QVERIFY(opened(dialog));
    QTest::keyClick(child<QLineEdit>(dialog, "versionName"), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(small.session->trainings().isIdle());
}

void TrainVersionDialogTest::missingFilesAreFoundOrLeftOut_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("relinked"); // can be shown where they are
    QTest::addColumn<bool>("leftOut");
    QTest::newRow("not where they were") << int(core::LeftOutReason::Missing) << true << true;
    QTest::newRow("other content") << int(core::LeftOutReason::Changed) << false << true;
    QTest::newRow("cannot be decoded") << int(core::LeftOutReason::Undecodable) << false << true;
    QTest::newRow("no file is wrong") << int(core::LeftOutReason::NotAnnotated) << false << false;
}

void TrainVersionDialogTest::missingFilesAreFoundOrLeftOut()
{
    QFETCH(int, reason);
    QFETCH(bool, relinked);
    QFETCH(bool, leftOut);
    SmallProject small {ViewType::Detection};
    auto selection = small.project().trainingSelection(small.view);
    selection.leftOut = {{core::LeftOutReason(reason), 3, {QStringLiteral("a.jpg")}}};
    ui::TrainingCheck check;
    check.setSelection(selection);
    const auto button = [&check](const char* name) { return check.findChild<QPushButton*>(QLatin1String(name)); };
    QCOMPARE(button("relinkMissing") != nullptr, relinked);
    QCOMPARE(button("leaveOut") != nullptr, leftOut);
    if (!leftOut)
        return;
    const QString before = child<QLabel>(check, "verdict")->text();
    button("leaveOut")->click();
    QTRY_VERIFY(!button("leaveOut")); // the warning is answered
    QVERIFY(child<QLabel>(check, "verdict")->text() != before);
    check.setSelection(selection, QSize(320, 320)); // another size, the same files
    QVERIFY(!button("leaveOut"));
    selection.leftOut[0].count = 4;
    check.setSelection(selection);
    QVERIFY(button("leaveOut")); // one more went away
    check.begin();
    selection.leftOut[0].count = 3;
    check.setSelection(selection);
    QVERIFY(button("leaveOut")); // the next opening asks again
}

void TrainVersionDialogTest::staysResponsiveWithManyImages()
{
    // The widgets' own part of the work, with the counts of a large project.
    core::TrainingSelection selection;
    selection.view.type = ViewType::Detection;
    selection.train.resize(10000);
    for (int i = 0; i < 200; ++i)
        selection.counts.push_back({{.name = QStringLiteral("Concept %1").arg(i), .colour = i}, i, i});
    ui::TrainingCheck check;
    check.show();
    QElapsedTimer timer;
    timer.start();
    check.setSelection(selection);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
}

QTEST_MAIN(TrainVersionDialogTest)
#include "TrainVersionDialogTest.moc"
