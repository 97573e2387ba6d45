#include "core/formats/BoxRules.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Level = ImportIssue::Level;

double overlap(const QRectF& a, const QRectF& b)
{
    const QRectF common = a.intersected(b);
    const double shared = std::max(0.0, common.width()) * std::max(0.0, common.height());
    return shared / (a.width() * a.height() + b.width() * b.height() - shared);
}

/// How the frame of the file lies over the upright picture.
struct Frame {
    bool turned = false;   // the file speaks of the stored picture
    bool ambiguous = false;
    bool mismatch = false;
    double scaleX = 1, scaleY = 1;
};

bool fits(const std::vector<RawBox>& boxes, QSize size)
{
    return std::ranges::all_of(boxes, [&](const RawBox& box) {
        return std::max(box.x0, box.x1) <= size.width() + 1 && std::max(box.y0, box.y1) <= size.height() + 1;
    });
}

bool sameRatio(QSize a, QSize b)
{
    const double x = double(a.width()) / b.width(), y = double(a.height()) / b.height();
    // Reduced copies round each side by itself, up to half a pixel.
    return std::abs(x - y) <= 0.75 * std::max(1.0 / b.width(), 1.0 / b.height()) * std::max(1.0, std::max(x, y)) || std::abs(x / y - 1) < 0.005;
}

Frame frameOf(const RawRecord& raw, const PictureHeader& header)
{
    Frame frame;
    const bool swaps = header.orientation >= 5;
    if (raw.relative)
        return frame;
    if (raw.stated.isEmpty()) {
        frame.turned = swaps && !fits(raw.boxes, header.size) && fits(raw.boxes, header.storedSize);
        return frame;
    }
    if (raw.stated == header.size) {
        frame.ambiguous = header.orientation != 1 && header.size == header.storedSize;
        return frame;
    }
    if (raw.stated == header.storedSize) {
        frame.turned = true;
        return frame;
    }
    const auto scale = [&](QSize to) {
        frame.scaleX = double(to.width()) / raw.stated.width();
        frame.scaleY = double(to.height()) / raw.stated.height();
    };
    if (sameRatio(raw.stated, header.size))
        scale(header.size);
    else if (swaps && sameRatio(raw.stated, header.storedSize)) {
        frame.turned = true;
        scale(header.storedSize);
    } else {
        frame.mismatch = true;
    }
    return frame;
}

/// The code why it is refused, or empty. Mends swapped corners.
QString checkWritten(RawBox& box, bool& swapped)
{
    if (!(std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1)))
        return QStringLiteral("box_not_number");
    swapped = box.x1 < box.x0 || box.y1 < box.y0;
    if (box.x1 < box.x0)
        std::swap(box.x0, box.x1);
    if (box.y1 < box.y0)
        std::swap(box.y0, box.y1);
    return box.x0 == box.x1 || box.y0 == box.y1 ? QStringLiteral("box_zero") : QString();
}

QString corners(const RawBox& box)
{
    const auto number = [](double value) { return QString::number(value, 'g', 8); };
    return QStringLiteral("%1: %2, %3, %4, %5").arg(box.conceptName, number(box.x0), number(box.y0), number(box.x1), number(box.y1));
}

class Judge {
public:
    Judge(const RawRecord& raw, const PictureHeader& header, std::vector<ImportIssue>& issues)
        : m_raw(raw), m_header(header), m_frame(frameOf(raw, header)), m_issues(issues) {}

    JudgedBoxes run()
    {
        if (m_raw.boxes.empty())
            return {};
        if (m_frame.mismatch) {
            note(Level::Rejected, "size_mismatch", 0, QStringLiteral("%1 × %2 ≠ %3 × %4; %5").arg(m_raw.stated.width()).arg(m_raw.stated.height())
                     .arg(m_header.size.width()).arg(m_header.size.height()).arg(m_raw.boxes.size()));
            m_out.rejected = int(m_raw.boxes.size());
            return m_out;
        }
        if (m_frame.ambiguous)
            note(Level::Notice, "orientation_ambiguous", 0);
        if (m_frame.turned)
            note(Level::Repaired, "box_turned", 0);
        if (m_frame.scaleX != 1 || m_frame.scaleY != 1)
            note(Level::Repaired, "box_scaled", 0);
        for (const RawBox& box : m_raw.boxes)
            judge(box);
        findRepeats();
        return m_out;
    }

private:
    void note(Level level, const char* code, int line, const QString& detail = {})
    {
        m_issues.push_back({level, QLatin1String(code), m_raw.file, line, detail});
    }

    QRectF placed(const RawBox& box) const
    {
        const double lowX = box.x0 + m_raw.lowOffset, lowY = box.y0 + m_raw.lowOffset;
        QRectF rect(QPointF(lowX * m_frame.scaleX, lowY * m_frame.scaleY), QPointF(box.x1 * m_frame.scaleX, box.y1 * m_frame.scaleY));
        if (m_raw.relative)
            rect = QRectF(QPointF(box.x0 * m_header.size.width(), box.y0 * m_header.size.height()),
                          QPointF(box.x1 * m_header.size.width(), box.y1 * m_header.size.height()));
        return m_frame.turned ? turned(rect, m_header.storedSize, m_header.orientation) : rect;
    }

    void reject(const RawBox& box, const char* code)
    {
        note(Level::Rejected, code, box.line, corners(box));
        ++m_out.rejected;
    }

    void judge(RawBox box)
    {
        const RawBox written = box;
        bool swapped = false;
        if (const QString code = checkWritten(box, swapped); !code.isEmpty())
            return reject(written, code.toLatin1().constData());
        const QRectF rect = placed(box);
        const QRectF picture(QPointF(0, 0), QSizeF(m_header.size));
        const QRectF clipped(QPointF(std::max(rect.left(), 0.0), std::max(rect.top(), 0.0)),
                             QPointF(std::min(rect.right(), picture.right()), std::min(rect.bottom(), picture.bottom())));
        if (clipped.right() <= clipped.left() || clipped.bottom() <= clipped.top())
            return reject(written, "box_outside");
        if (clipped.width() < 1 - 1e-6 || clipped.height() < 1 - 1e-6)
            return reject(written, "box_zero");
        const double beyond = std::max({clipped.left() - rect.left(), clipped.top() - rect.top(), rect.right() - clipped.right(),
                                        rect.bottom() - clipped.bottom()});
        if (swapped)
            note(Level::Repaired, "box_swapped", box.line, corners(written));
        if (beyond > 1)
            note(Level::Repaired, "box_clipped", box.line, corners(written));
        if (clipped.width() < 2 || clipped.height() < 2)
            note(Level::Notice, "box_tiny", box.line, corners(written));
        m_out.boxes.push_back({box.conceptName, clipped, box.flags, box.line});
    }

    void findRepeats()
    {
        std::vector<SourceBox> kept;
        for (const SourceBox& box : m_out.boxes) {
            double closest = 0;
            bool exact = false;
            for (const SourceBox& other : kept)
                if (other.conceptName == box.conceptName) {
                    exact = exact || other.rect == box.rect;
                    closest = std::max(closest, overlap(other.rect, box.rect));
                }
            if (exact) {
                note(Level::Repaired, "box_repeated", box.line, box.conceptName);
                ++m_out.repeated;
                continue;
            }
            if (closest >= 0.9)
                note(Level::Notice, "box_near_repeat", box.line, box.conceptName);
            kept.push_back(box);
        }
        m_out.boxes = std::move(kept);
    }

    const RawRecord& m_raw;
    const PictureHeader& m_header;
    const Frame m_frame;
    std::vector<ImportIssue>& m_issues;
    JudgedBoxes m_out;
};

} // namespace

QRectF turned(const QRectF& r, QSize storedSize, int orientation)
{
    const double w = storedSize.width(), h = storedSize.height();
    switch (orientation) {
    case 2: return {w - r.right(), r.top(), r.width(), r.height()};
    case 3: return {w - r.right(), h - r.bottom(), r.width(), r.height()};
    case 4: return {r.left(), h - r.bottom(), r.width(), r.height()};
    case 5: return {r.top(), r.left(), r.height(), r.width()};
    case 6: return {h - r.bottom(), r.left(), r.height(), r.width()};
    case 7: return {h - r.bottom(), w - r.right(), r.height(), r.width()};
    case 8: return {r.top(), w - r.right(), r.height(), r.width()};
    default: return r;
    }
}

JudgedBoxes judgeBoxes(const RawRecord& raw, const PictureHeader& header, std::vector<ImportIssue>& issues)
{
    return Judge(raw, header, issues).run();
}

} // namespace core
