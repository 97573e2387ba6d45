#pragma once

#include "core/base/Random.h"
#include "core/training/Train.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

/// Small sets that are made in the test: what a network must learn in seconds.
namespace made {

inline core::Example saved(const QTemporaryDir& folder, const QImage& picture, int index)
{
    core::Example example;
    example.item.value = index + 1;
    example.image.path = folder.filePath(QStringLiteral("%1.png").arg(index));
    example.image.size = picture.size();
    if (!picture.save(example.image.path))
        qFatal("cannot write a test picture");
    return example;
}

inline QImage noise(QSize size, core::Random& random)
{
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y) {
        for (int i = 0; i < size.width() * 3; ++i)
            image.scanLine(y)[i] = uchar(60 + random.below(80));
    }
    return image;
}

/// A coloured disc on noise; `colour` may be anything that tells concepts apart.
inline QImage disc(QColor colour, core::Random& random, QSize size = {64, 64})
{
    QImage image = noise(size, random);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const int radius = 12 + random.below(10);
    painter.drawEllipse(QPoint(20 + random.below(size.width() - 40), 20 + random.below(size.height() - 40)), radius, radius);
    return image;
}

/// Red or green discs, alternating; the first `train` train, the rest validates.
inline core::TrainingData twoColours(const QTemporaryDir& folder, int train, int validation)
{
    core::Random random(5);
    core::TrainingData data{core::ViewType::Classification, {QStringLiteral("red"), QStringLiteral("green")}, {}, {}};
    for (int i = 0; i < train + validation; ++i) {
        auto example = saved(folder, disc(i % 2 ? Qt::green : Qt::red, random), i);
        example.label = i % 2;
        (i < train ? data.train : data.validation).push_back(example);
    }
    return data;
}

/// The same as tags; "green" is unseen on every third picture.
inline core::TrainingData twoTags(const QTemporaryDir& folder, int train, int validation)
{
    auto data = twoColours(folder, train, validation);
    data.type = core::ViewType::Tagging;
    int i = 0;
    for (auto* part : {&data.train, &data.validation}) {
        for (auto& example : *part)
            example.answers = {qint8(example.label == 0), qint8(i++ % 3 == 0 ? -1 : example.label == 1)};
    }
    return data;
}

/// Red and green squares in boxes of their own.
inline core::TrainingData squares(const QTemporaryDir& folder, int train, int validation, QSize size = {128, 96})
{
    core::Random random(6);
    core::TrainingData data{core::ViewType::Detection, {QStringLiteral("red"), QStringLiteral("green")}, {}, {}};
    for (int i = 0; i < train + validation; ++i) {
        QImage image = noise(size, random);
        QPainter painter(&image);
        std::vector<core::TrueBox> boxes;
        for (int label = 0; label < 2; ++label) {
            const int side = 24 + random.below(16);
            const QRect rect(label * size.width() / 2 + random.below(size.width() / 2 - side), random.below(size.height() - side), side, side);
            painter.fillRect(rect, label ? Qt::green : Qt::red);
            boxes.push_back({label, QRectF(rect), false});
        }
        painter.end();
        auto example = saved(folder, image, i);
        example.boxes = boxes;
        (i < train ? data.train : data.validation).push_back(example);
    }
    return data;
}

/// A small set of any type, two concepts each.
inline core::TrainingData ofType(core::ViewType type, const QTemporaryDir& folder, int train, int validation)
{
    switch (type) {
    case core::ViewType::Classification: return twoColours(folder, train, validation);
    case core::ViewType::Tagging: return twoTags(folder, train, validation);
    case core::ViewType::Detection: break;
    }
    return squares(folder, train, validation);
}

/// Bright specks of `side` px, four in each picture, apart from each other.
inline core::TrainingData specks(const QTemporaryDir& folder, int train, int validation, int side, QSize size = {128, 96})
{
    core::Random random(7);
    core::TrainingData data{core::ViewType::Detection, {QStringLiteral("speck")}, {}, {}};
    for (int i = 0; i < train + validation; ++i) {
        QImage image = noise(size, random);
        QPainter painter(&image);
        std::vector<core::TrueBox> boxes;
        for (int quarter = 0; quarter < 4; ++quarter) {
            const QRect rect((quarter % 2) * size.width() / 2 + random.below(size.width() / 2 - side), (quarter / 2) * size.height() / 2 + random.below(size.height() / 2 - side), side, side);
            painter.fillRect(rect, Qt::white);
            boxes.push_back({0, QRectF(rect), false});
        }
        painter.end();
        auto example = saved(folder, image, i);
        example.boxes = boxes;
        (i < train ? data.train : data.validation).push_back(example);
    }
    return data;
}

} // namespace made
