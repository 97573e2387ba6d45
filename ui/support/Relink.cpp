#include "ui/support/Relink.h"

#include "core/project/PictureCheck.h"
#include "core/project/Project.h"
#include "ui/Session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QWidget>

namespace ui {

void relink(Session& session, QWidget* parent, core::ImageId image)
{
    if (session.project().isReadOnly())
        return;
    const QString doing = QCoreApplication::translate("ui::relink", "Where is this picture now?");
    session.ask().openFiles(parent, doing, [&session, parent, doing, image](const QStringList& files) {
        if (files.isEmpty())
            return;
        //: %1: name of a file
        const QString title = QCoreApplication::translate("ui::relink", "Relinked %1").arg(QFileInfo(files.first()).fileName());
        session.project().editThen(title, [image, file = files.first()](core::Editor& editor) { editor.relink(image, file); }, parent,
                                   [&session, parent, doing](const QString& failure) {
                                       if (failure.isEmpty())
                                           session.project().checkPictures();
                                       else
                                           session.ask().tell(parent, doing, failure);
                                   });
    });
}

void settleChange(Session& session, QWidget* parent, const std::vector<core::ImageRecord>& images, bool same)
{
    const int number = int(images.size());
    const auto text = [number](const char* words) { return QCoreApplication::translate("ui::relink", words, nullptr, number); };
    const QString title = same ? text(QT_TRANSLATE_N_NOOP("ui::relink", "Kept the annotation of %Ln changed image(s)"))
                               : text(QT_TRANSLATE_N_NOOP("ui::relink", "Took %Ln changed image(s) as new"));
    session.project().editThen(title, same ? core::asSamePicture(images) : core::asNewPicture(images), parent, [&session, parent, title](const QString& failure) {
        if (!failure.isEmpty())
            session.ask().tell(parent, title, failure);
    });
}

} // namespace ui
