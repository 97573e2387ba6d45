#include "ui/support/Ask.h"

#include "ui/support/Theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QGridLayout>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {
namespace dialogs {

/// Opens the dialog and hands its end to `answer` from the event loop, when the dialog itself is over: the answer may then close the
/// page it was asked on. A parent that goes away takes dialog and answer with it.
template <class Dialog>
void openFor(QWidget* parent, Dialog* dialog, const std::function<std::function<void()>(Dialog*, int)>& answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject* context = parent ? static_cast<QObject*>(parent) : QCoreApplication::instance();
    QObject::connect(dialog, &QDialog::finished, context, [context, dialog, answer](int result) {
        if (const std::function<void()> act = answer(dialog, result))
            QMetaObject::invokeMethod(context, act, Qt::QueuedConnection);
    });
    dialog->open();
}

/// The room of every other dialog around the question.
void setUp(QMessageBox* box, const char* name)
{
    box->setObjectName(QLatin1String(name));
    box->setTextFormat(Qt::PlainText);
    if (auto* grid = qobject_cast<QGridLayout*>(box->layout())) {
        grid->setContentsMargins(24, 20, 24, 20);
        grid->setHorizontalSpacing(0);
        grid->setVerticalSpacing(10);
    }
}

void question(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons, int defaultButton, const Ask::Chosen& chosen)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, parent);
    setUp(box, "question");
    QList<QAbstractButton*> shown;
    for (int i = 0; i < buttons.size(); ++i) // the roles let the platform put them into its order
        shown.append(box->addButton(buttons[i], i + 1 == buttons.size() ? QMessageBox::RejectRole : i == 0 ? QMessageBox::AcceptRole : QMessageBox::ActionRole));
    if (!shown.isEmpty()) {
        box->setDefaultButton(static_cast<QPushButton*>(shown[defaultButton]));
        box->setEscapeButton(shown.last());
        if (defaultButton == 0)
            setRole(shown.first(), "primary"); // only where nothing is lost by it
    }
    openFor<QMessageBox>(parent, box, [shown, chosen](QMessageBox* ended, int) -> std::function<void()> {
        return [chosen, button = int(shown.indexOf(ended->clickedButton()))] { chosen(button); };
    });
}

void choose(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons, const Ask::Chosen& chosen)
{
    question(parent, title, text, buttons, int(buttons.size()) - 1, chosen);
}

void offer(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons, const Ask::Chosen& chosen)
{
    question(parent, title, text, buttons, 0, chosen);
}

void text(QWidget* parent, const QString& title, const QString& label, const QString& proposal, const Ask::Given& given)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(proposal);
    dialog->setMinimumWidth(360);
    openFor<QInputDialog>(parent, dialog, [given](QInputDialog* ended, int result) -> std::function<void()> {
        if (result != QDialog::Accepted)
            return {};
        return [given, value = ended->textValue()] { given(value); };
    });
}

void pickPaths(QWidget* parent, QFileDialog* dialog, const Ask::Picked& picked)
{
    openFor<QFileDialog>(parent, dialog, [picked](QFileDialog* ended, int result) -> std::function<void()> {
        const QStringList paths = ended->selectedFiles();
        if (result != QDialog::Accepted || paths.isEmpty())
            return {};
        return [picked, paths] { picked(paths); };
    });
}

void openFiles(QWidget* parent, const QString& title, const Ask::Picked& picked)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    pickPaths(parent, dialog, picked);
}

void openFolder(QWidget* parent, const QString& title, const Ask::Given& picked)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    pickPaths(parent, dialog, [picked](const QStringList& paths) { picked(paths.first()); });
}

void saveFile(QWidget* parent, const QString& title, const QString& fileName, const Ask::Given& picked)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(fileName);
    pickPaths(parent, dialog, [picked](const QStringList& paths) { picked(paths.first()); });
}

void tell(QWidget* parent, const QString& title, const QString& message)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, message, QMessageBox::Ok, parent);
    setUp(box, "message");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->button(QMessageBox::Ok)->setText(QCoreApplication::translate("ui::Ask", "Close"));
    box->open();
}

} // namespace dialogs
} // namespace

Ask Ask::withDialogs()
{
    return {dialogs::choose, dialogs::offer, dialogs::text, dialogs::openFiles, dialogs::openFolder, dialogs::saveFile, dialogs::tell};
}

} // namespace ui
