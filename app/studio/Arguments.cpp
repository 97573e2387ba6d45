#include "app/studio/Arguments.h"

#include <QFileInfo>
#include <QUrl>

#include <cstring>

const char* answerWithoutWindow(int argc, char** argv)
{
    for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
        if (std::strcmp(argv[i], "--version") == 0)
            return "oriel-studio " ORIEL_VERSION "\n";
        if (std::strcmp(argv[i], "--help") == 0 || std::strcmp(argv[i], "-h") == 0)
            return "Usage: oriel-studio [--new-window] [PROJECT | PICTURE… | FOLDER…]\n\n"
                   "Opens a project (its folder or its project.orielproj), or imports pictures and folders. Where a studio runs already, it is\n"
                   "brought to the front and opens them.\n\n"
                   "  --new-window   opens a window of its own in any case\n"
                   "  --version      prints the version\n"
                   "  --help         prints this\n\n"
                   "The same without a window: oriel --help\n";
    }
    return nullptr;
}

Arguments argumentsFrom(const QStringList& arguments)
{
    Arguments result;
    bool areOptionsOver = false;
    for (const QString& argument : arguments) {
        if (!areOptionsOver && argument == QLatin1String("--"))
            areOptionsOver = true;
        else if (!areOptionsOver && argument == QLatin1String("--new-window"))
            result.wantsNewWindow = true;
        else if (const QUrl url(argument); url.isLocalFile())
            result.paths << url.toLocalFile();
        else
            result.paths << QFileInfo(argument).absoluteFilePath();
    }
    return result;
}
