#include "core/formats/BoxRules.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

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
    if (box.score && !(*box.score >= 0 && *box.score <= 1))
        return QStringLiteral("bad_score");
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

constexpr double nearOverlap = 0.9;

/// The boxes of one concept so far, filed so that a repeat is found without comparing each with each: by their exact corners, and in a
/// grid of sizes and places in which two boxes that overlap by 0.9 always lie in the same or in neighbouring cells.
class NearBoxes {
public:
    bool holds(const QRectF& rect) const { return m_exact.contains(keyOf(rect)); }

    bool isNear(const QRectF& rect) const
    {
        const int w = level(rect.width()), h = level(rect.height());
        for (int dw = -1; dw <= 1; ++dw)
            for (int dh = -1; dh <= 1; ++dh)
                if (isNearAt(rect, w + dw, h + dh))
                    return true;
        return false;
    }

    void add(const QRectF& rect)
    {
        m_exact.insert(keyOf(rect));
        const int w = level(rect.width()), h = level(rect.height());
        m_cells[{w, h, place(rect.x(), w), place(rect.y(), h)}].push_back(rect);
    }

private:
    using Exact = std::array<double, 4>;
    using Cell = std::array<int, 4>; // level of the width and of the height, column, row

    static Exact keyOf(const QRectF& rect) { return {rect.x(), rect.y(), rect.width(), rect.height()}; }
    /// Sides of one level differ by a factor of at most 1.25; overlapping by 0.9 allows 1.12.
    static int level(double side) { return int(std::floor(std::log(side) / std::log(1.25))); }
    /// Cells are half the least side of their level; corners of boxes that overlap by 0.9 lie at most 0.12 of a side apart.
    static int place(double at, int level) { return int(std::floor(at / (0.5 * std::pow(1.25, level)))); }

    bool isNearAt(const QRectF& rect, int w, int h) const
    {
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                if (const auto cell = m_cells.find({w, h, place(rect.x(), w) + dx, place(rect.y(), h) + dy}); cell != m_cells.end())
                    if (std::ranges::any_of(cell->second, [&](const QRectF& other) { return overlap(other, rect) >= nearOverlap; }))
                        return true;
        return false;
    }

    std::set<Exact> m_exact;
    std::map<Cell, std::vector<QRectF>> m_cells;
};

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
        findRepeatedDrafts();
        return m_out;
    }

private:
    void note(Level level, const char* code, int line, const QString& detail = {}, bool isDraft = false)
    {
        m_issues.push_back({level, QLatin1String(code), isDraft && !m_raw.draftFile.isEmpty() ? m_raw.draftFile : m_raw.file, line, detail});
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
        note(Level::Rejected, code, box.line, corners(box), box.score.has_value());
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
            note(Level::Repaired, "box_swapped", box.line, corners(written), box.score.has_value());
        if (beyond > 1)
            note(Level::Repaired, "box_clipped", box.line, corners(written), box.score.has_value());
        if (clipped.width() < 2 || clipped.height() < 2)
            note(Level::Notice, "box_tiny", box.line, corners(written), box.score.has_value());
        if (box.score)
            m_out.drafts.push_back({box.conceptName, clipped, *box.score, box.threshold, box.line});
        else
            m_out.boxes.push_back({box.conceptName, clipped, box.flags, box.line});
    }

    /// Drafts lie over each other as a network gave them, which is no mistake of anybody; only exact repeats go.
    void findRepeatedDrafts()
    {
        QHash<QString, NearBoxes> known;
        m_out.repeated += int(std::erase_if(m_out.drafts, [&](const SourceDraft& draft) {
            NearBoxes& others = known[draft.conceptName];
            const bool isRepeat = others.holds(*draft.rect);
            if (isRepeat)
                note(Level::Repaired, "box_repeated", draft.line, draft.conceptName, true);
            else
                others.add(*draft.rect);
            return isRepeat;
        }));
    }

    void findRepeats()
    {
        std::vector<SourceBox> kept;
        QHash<QString, NearBoxes> known;
        for (const SourceBox& box : m_out.boxes) {
            NearBoxes& others = known[box.conceptName];
            if (others.holds(box.rect)) {
                note(Level::Repaired, "box_repeated", box.line, box.conceptName);
                ++m_out.repeated;
                continue;
            }
            if (others.isNear(box.rect))
                note(Level::Notice, "box_near_repeat", box.line, box.conceptName);
            others.add(box.rect);
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
