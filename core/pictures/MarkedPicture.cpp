#include "core/pictures/MarkedPicture.h"

#include "core/base/Error.h"
#include "core/pictures/Pixels.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace core::MarkedPicture {

namespace {

constexpr int blurredCells = 6; // a side
constexpr int jpegQuality = 92;

bool isJpegName(const QString& name)
{
    return name.endsWith(QLatin1String(".jpg"), Qt::CaseInsensitive) || name.endsWith(QLatin1String(".jpeg"), Qt::CaseInsensitive);
}

QRect inside(const QRectF& box, QSize picture)
{
    return box.toAlignedRect() & QRect(QPoint(0, 0), picture);
}

/// Sizes follow the picture: a line that is fine on a thumbnail is lost on a photograph.
double unitOf(QSize picture)
{
    return std::clamp(std::min(picture.width(), picture.height()) / 480.0, 0.75, 12.0);
}

void drawLabel(QPainter& painter, const Mark& mark, QSize picture, double unit, double& below)
{
    const QFontMetricsF metrics(painter.font());
    const double high = metrics.height() + 2 * unit;
    const QString text = metrics.elidedText(mark.label, Qt::ElideRight, picture.width() - 8 * unit);
    QRectF plate(mark.rect.left(), mark.rect.top() - high, metrics.horizontalAdvance(text) + 8 * unit, high);
    if (mark.rect.isNull()) { // one under the other in the corner
        plate.moveTopLeft({0, below});
        below += high;
    }
    plate.moveLeft(std::clamp(plate.left(), 0.0, std::max(0.0, picture.width() - plate.width())));
    plate.moveTop(std::clamp(plate.top() < 0 ? mark.rect.top() : plate.top(), 0.0, std::max(0.0, picture.height() - plate.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.colour);
    painter.drawRect(plate);
    painter.setPen(qGray(mark.colour.rgb()) > 140 ? QColor(0x14, 0x16, 0x1A) : QColor(Qt::white));
    painter.drawText(plate, Qt::AlignCenter, text);
}

} // namespace

QImage withMarks(const QImage& picture, const std::vector<Mark>& marks)
{
    QImage image = picture.copy();
    if (image.isNull())
        throw std::bad_alloc();
    const double unit = unitOf(image.size());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Mark& mark : marks) {
        const std::pair<QColor, double> lines[] = {{QColor(0, 0, 0, 150), 4}, {QColor(255, 255, 255, 200), 3}, {mark.colour, 2}};
        for (const auto& [colour, width] : lines) {
            QPen pen(colour, width * unit);
            pen.setJoinStyle(Qt::MiterJoin);
            painter.setPen(pen);
            if (!mark.rect.isNull())
                painter.drawRect(mark.rect);
        }
    }
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return image;
    QFont font(QStringLiteral("Oriel Sans"));
    font.setPixelSize(int(std::lround(12 * unit)));
    painter.setFont(font);
    double below = 0;
    for (const Mark& mark : marks) {
        if (!mark.label.isEmpty())
            drawLabel(painter, mark, image.size(), unit, below);
    }
    return image;
}

QImage withBlurred(const QImage& picture, const std::vector<QRectF>& boxes)
{
    QImage image = picture.copy();
    if (image.isNull())
        throw std::bad_alloc();
    const cv::Mat all(image.height(), image.width(), CV_8UC3, image.bits(), size_t(image.bytesPerLine()));
    for (const QRectF& box : boxes) {
        const QRect place = inside(box, image.size());
        if (place.isEmpty())
            continue;
        cv::Mat part = all(cv::Rect(place.x(), place.y(), place.width(), place.height()));
        const double scale = double(blurredCells) / std::max(place.width(), place.height());
        const cv::Size cells(std::clamp(int(std::lround(place.width() * scale)), 1, place.width()), std::clamp(int(std::lround(place.height() * scale)), 1, place.height()));
        cv::Mat few;
        cv::resize(part, few, scale < 1 ? cells : cv::Size(1, 1), 0, 0, cv::INTER_AREA);
        cv::resize(few, part, part.size(), 0, 0, cv::INTER_LINEAR);
    }
    return image;
}

QImage crop(const QImage& picture, const QRectF& box)
{
    const QRect place = inside(box, picture.size());
    return place.isEmpty() ? QImage() : picture.copy(place);
}

QByteArray encoded(const QImage& picture, const QString& name)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool isJpeg = isJpegName(name);
    if (!picture.save(&buffer, isJpeg ? "JPEG" : "PNG", isJpeg ? jpegQuality : -1))
        throw Error(QCoreApplication::translate("MarkedPicture", "The picture for “%1” could not be made. The picture itself is unharmed.").arg(name));
    return bytes;
}

QString encodedName(const QString& name)
{
    return isJpegName(name) || name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive) ? name : name + QStringLiteral(".png");
}

} // namespace core::MarkedPicture
