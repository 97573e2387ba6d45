#include "ui/support/Theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Oriel"));
    QApplication::setApplicationName(QStringLiteral("Oriel"));
    QApplication::setApplicationVersion(QStringLiteral(ORIEL_VERSION));
    ui::Theme theme;
    return 0;
}
