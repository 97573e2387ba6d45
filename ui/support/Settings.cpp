#include "ui/support/Settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace ui {

namespace {

const QString languageKey = QStringLiteral("start/language");
const QString reopenKey = QStringLiteral("start/reopenLastProject");

QString freeName(const QString& path)
{
    QString free = path + QStringLiteral(".damaged");
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = path + QStringLiteral(".damaged-%1").arg(i);
    return free;
}

} // namespace

QString Settings::setAsideUnreadable()
{
    QString path;
    {
        const QSettings settings;
        (void)settings.allKeys(); // reads all of the file; otherwise each part when it is asked for
        if (settings.status() == QSettings::NoError)
            return {};
        path = settings.fileName();
    }
    const QString aside = freeName(path);
    if (QFile::rename(path, aside))
        return QCoreApplication::translate("ui::Settings", "Your settings could not be read, so the defaults are used. The file is kept as %1. Your projects are not concerned.").arg(QDir::toNativeSeparators(aside));
    return QCoreApplication::translate("ui::Settings", "Your settings could not be read, so the defaults are used, and what you change may not be kept. Your projects are not concerned. Look at the file %1.")
        .arg(QDir::toNativeSeparators(path));
}

QString Settings::language()
{
    return QSettings().value(languageKey).toString();
}

void Settings::setLanguage(const QString& language)
{
    language.isEmpty() ? QSettings().remove(languageKey) : QSettings().setValue(languageKey, language);
}

bool Settings::reopensLastProject()
{
    return QSettings().value(reopenKey, true).toBool();
}

void Settings::setReopensLastProject(bool reopens)
{
    reopens ? QSettings().remove(reopenKey) : QSettings().setValue(reopenKey, false);
}

} // namespace ui
