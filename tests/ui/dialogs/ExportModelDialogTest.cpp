#include "ui/dialogs/ExportModelDialog.h"

#include "tests/ui/support/SmallProject.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using core::ViewType;

class ExportModelDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersWhatFitsTheType_data();
    void offersWhatFitsTheType();
    void theEndingFollowsTheFormat();
    void withoutWeightsThereIsAReason_data();
    void withoutWeightsThereIsAReason();
    void whatFailsIsSaidInPlace();
    void closingWhileItWorksLeavesAtOnce();
};

namespace {

template <class Widget>
Widget* child(QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QLatin1String(name));
}

} // namespace

void ExportModelDialogTest::offersWhatFitsTheType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("hasSelection");
    QTest::newRow("classification") << int(ViewType::Classification) << false;
    QTest::newRow("detection") << int(ViewType::Detection) << true;
}

void ExportModelDialogTest::offersWhatFitsTheType()
{
    QFETCH(int, type);
    QFETCH(bool, hasSelection);
    SmallProject small {ViewType(type)};
    const auto version = *small.project().version(small.addVersion(QStringLiteral("a/b: 1")));
    ui::ExportModelDialog dialog(*small.session, version, ViewType(type));
    dialog.show();
    QCOMPARE(child<QCheckBox>(dialog, "selection") != nullptr, hasSelection);
    QVERIFY(child<QPushButton>(dialog, "export")->isEnabled());
    QVERIFY(child<QPushButton>(dialog, "openFolder")->isHidden());
    QVERIFY(child<QLineEdit>(dialog, "path")->text().endsWith(QStringLiteral("a-b--1.onnx"))); // a name that every file system takes
}

void ExportModelDialogTest::theEndingFollowsTheFormat()
{
    SmallProject small(ViewType::Tagging);
    const auto version = *small.project().version(small.addVersion(QStringLiteral("v1")));
    ui::ExportModelDialog dialog(*small.session, version, ViewType::Tagging);
    auto* path = child<QLineEdit>(dialog, "path");
    path->setText(QStringLiteral("/somewhere/mine.onnx"));
    child<QRadioButton>(dialog, "torchScriptFormat")->click();
    QCOMPARE(path->text(), QDir::toNativeSeparators(QStringLiteral("/somewhere/mine.pt")));
    QVERIFY(!child<QCheckBox>(dialog, "samples")->isEnabled()); // the programs run ONNX
    child<QRadioButton>(dialog, "onnxFormat")->click();
    QCOMPARE(path->text(), QDir::toNativeSeparators(QStringLiteral("/somewhere/mine.onnx")));
    path->clear();
    QVERIFY(!child<QPushButton>(dialog, "export")->isEnabled());
}

void ExportModelDialogTest::withoutWeightsThereIsAReason_data()
{
    QTest::addColumn<int>("weights");
    QTest::addColumn<bool>("canBeExported");
    QTest::newRow("present") << int(core::WeightsState::Present) << true;
    QTest::newRow("none yet") << int(core::WeightsState::None) << false;
    QTest::newRow("deleted") << int(core::WeightsState::Deleted) << false;
}

void ExportModelDialogTest::withoutWeightsThereIsAReason()
{
    QFETCH(int, weights);
    core::VersionRecord version;
    version.status = core::VersionStatus::Done;
    version.weights = core::WeightsState(weights);
    QTEST(ui::whyNotExported(version).isEmpty(), "canBeExported");
}

/// The small project's version has no files, so there is nothing to export.
void ExportModelDialogTest::whatFailsIsSaidInPlace()
{
    SmallProject small(ViewType::Tagging);
    const auto version = *small.project().version(small.addVersion(QStringLiteral("v1")));
    ui::ExportModelDialog dialog(*small.session, version, ViewType::Tagging);
    dialog.show();
    child<QLineEdit>(dialog, "path")->setText(small.folder.filePath(QStringLiteral("out/model.onnx")));
    child<QPushButton>(dialog, "export")->click();
    QTRY_VERIFY(child<QLabel>(dialog, "said")->text().contains(QStringLiteral("card.json")));
    QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width())); // nothing below the sentence is cut
    QTRY_VERIFY(child<QPushButton>(dialog, "export")->isEnabled());
    QVERIFY(dialog.isVisible());
}

void ExportModelDialogTest::closingWhileItWorksLeavesAtOnce()
{
    SmallProject small(ViewType::Tagging);
    const auto version = *small.project().version(small.addVersion(QStringLiteral("v1")));
    QPointer<ui::ExportModelDialog> dialog = new ui::ExportModelDialog(*small.session, version, ViewType::Tagging);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    child<QLineEdit>(*dialog, "path")->setText(small.folder.filePath(QStringLiteral("out/model.onnx")));
    child<QPushButton>(*dialog, "export")->click();
    dialog->reject();
    QVERIFY(!dialog || !dialog->isVisible());
    QTRY_VERIFY(!dialog); // when its job has come to an end
}

QTEST_MAIN(ExportModelDialogTest)
#include "ExportModelDialogTest.moc"
