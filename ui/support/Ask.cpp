#include "ui/support/Ask.h"

#include "ui/support/Theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {
namespace dialogs {

int choose(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons)
{
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("question"));
    box.setTextFormat(Qt::PlainText);
    QList<QPushButton*> shown;
    for (int i = 0; i < buttons.size(); ++i)
        shown.append(box.addButton(buttons[i], i + 1 == buttons.size() ? QMessageBox::RejectRole : QMessageBox::ActionRole));
    if (!shown.isEmpty()) {
        box.setDefaultButton(shown.last());
        box.setEscapeButton(shown.last());
    }
    box.exec();
    return static_cast<int>(shown.indexOf(qobject_cast<QPushButton*>(box.clickedButton())));
}

QString text(QWidget* parent, const QString& title, const QString& label, const QString& proposal)
{
    QInputDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(proposal);
    dialog.setMinimumWidth(360);
    return dialog.exec() == QDialog::Accepted ? dialog.textValue() : QString();
}

QStringList openFiles(QWidget* parent, const QString& title)
{
    return QFileDialog::getOpenFileNames(parent, title);
}

QString openFolder(QWidget* parent, const QString& title)
{
    return QFileDialog::getExistingDirectory(parent, title);
}

QString saveFile(QWidget* parent, const QString& title, const QString& fileName)
{
    return QFileDialog::getSaveFileName(parent, title, fileName);
}

void tell(QWidget* parent, const QString& title, const QString& message)
{
    QMessageBox box(QMessageBox::NoIcon, title, message, QMessageBox::Ok, parent);
    box.setObjectName(QStringLiteral("message"));
    box.setTextFormat(Qt::PlainText);
    box.button(QMessageBox::Ok)->setText(QCoreApplication::translate("ui::Ask", "Close"));
    box.exec();
}

} // namespace dialogs
} // namespace

Ask Ask::withDialogs()
{
    return {dialogs::choose, dialogs::text, dialogs::openFiles, dialogs::openFolder, dialogs::tell, dialogs::saveFile};
}

} // namespace ui
