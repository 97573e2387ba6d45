#pragma once

#include <QColor>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QString>

/// Small generated pictures whose concept a network can learn from the colour: what a test trains on.
namespace synthetic {

inline QImage picture(const QColor& colour, int number, QSize size = {64, 64})
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(90, 90, 90));
    QPainter painter(&image);
    painter.fillRect(QRect(8 + number % 7, 8 + number % 5, size.width() / 2, size.height() / 2), colour.lighter(90 + number % 20));
    return image;
}

/// `folder`/train|val/red|blue/*.png
inline void classFolders(const QString& folder, int trainEach, int validationEach)
{
    for (const auto& [part, count] : {std::pair{QStringLiteral("train"), trainEach}, {QStringLiteral("val"), validationEach}}) {
        for (const auto& [name, colour] : {std::pair{QStringLiteral("red"), QColor(Qt::red)}, {QStringLiteral("blue"), QColor(Qt::blue)}}) {
            const QDir place(QStringLiteral("%1/%2/%3").arg(folder, part, name));
            place.mkpath(QStringLiteral("."));
            for (int i = 0; i < count; ++i) // no two files have the same bytes: the split would put copies together
                picture(colour, i + (part == QStringLiteral("val") ? 1000 : 0), {64 + i % 3, 64 + (part == QStringLiteral("val"))}).save(place.filePath(QStringLiteral("%1%2.png").arg(name).arg(i)));
        }
    }
}

/// Pictures with one box each, and boxes.csv beside them with their splits.
inline void boxCsv(const QString& folder, int train, int validation)
{
    QDir(folder).mkpath(QStringLiteral("."));
    QFile csv(folder + QStringLiteral("/boxes.csv"));
    if (!csv.open(QIODevice::WriteOnly))
        return;
    csv.write("filename,class,xmin,ymin,xmax,ymax,split\n");
    for (int i = 0; i < train + validation; ++i) {
        const bool isRed = i % 2 == 0;
        const QSize size(96 + i, 96);
        const auto name = QStringLiteral("p%1.png").arg(i);
        picture(isRed ? Qt::red : Qt::blue, i, size).save(folder + QLatin1Char('/') + name);
        const int x = 8 + i % 7;
        const int y = 8 + i % 5;
        csv.write(QStringLiteral("%1,%2,%3,%4,%5,%6,%7\n").arg(name, isRed ? QStringLiteral("red") : QStringLiteral("blue")).arg(x).arg(y)
                      .arg(x + size.width() / 2).arg(y + size.height() / 2).arg(i < train ? QStringLiteral("train") : QStringLiteral("val")).toUtf8());
    }
}

} // namespace synthetic
