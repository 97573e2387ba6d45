#include "core/formats/CsvCorners.h"

#include <algorithm>

namespace core {

namespace {

/// Without the words that only say that a box is meant.
QString bareName(const QString& name)
{
    for (const char* prefix : {"boundingbox", "bndbox", "bbox", "box", "roi", "rect", "region", "coord"})
        if (name.startsWith(QLatin1String(prefix)) && name.size() > qsizetype(qstrlen(prefix)))
            return name.mid(qsizetype(qstrlen(prefix)));
    return name;
}

int bareNamed(const QStringList& bare, const QString& names)
{
    for (const QString& name : names.split(QLatin1Char(' ')))
        if (const auto found = bare.indexOf(name); found >= 0)
            return int(found);
    return -1;
}

void findPictureSize(const CsvSample& sample, CsvColumns& out)
{
    const auto free = [&](const char* names) {
        for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' ')))
            for (int column = 0; column < sample.count(); ++column)
                if (sample.name(column) == name && std::ranges::find(out.corners, column) == out.corners.end())
                    return column;
        return -1;
    };
    out.width = free("imagewidth imgwidth imwidth picturewidth originalwidth imagew imgw width");
    out.height = free("imageheight imgheight imheight pictureheight originalheight imageh imgh height");
}

} // namespace

bool findNamedCorners(const CsvSample& sample, CsvColumns& out)
{
    using Corners = CsvColumns::Corners;
    struct Form {
        Corners form;
        const char* names[4];
    };
    static const Form forms[] = {
        {Corners::Extremes, {"xmin minx left xtl xleft x0min", "ymin miny top ytl ytop y0min", "xmax maxx right xbr xright", "ymax maxy bottom ybr ybottom"}},
        {Corners::Extremes, {"x1", "y1", "x2", "y2"}},
        {Corners::Extremes, {"x0", "y0", "x1", "y1"}},
        {Corners::Extremes, {"startx xstart", "starty ystart", "endx xend", "endy yend"}},
        {Corners::Extremes, {"upperleftcornerx upperleftx tlx topleftx", "upperleftcornery upperlefty tly toplefty", "lowerrightcornerx lowerrightx brx bottomrightx",
                             "lowerrightcornery lowerrighty bry bottomrighty"}},
        {Corners::Centre, {"cx xc xcenter centerx xcentre centrex xcen midx", "cy yc ycenter centery ycentre centrey ycen midy", "w width bw", "h height bh"}},
        {Corners::Sizes, {"x xmin left x1 x0 xtopleft topleftx", "y ymin top y1 y0 ytopleft toplefty", "w width bw", "h height bh"}},
    };
    QStringList bare;
    for (const QString& name : sample.names())
        bare << bareName(name);
    for (const Form& form : forms) {
        std::vector<int> found;
        for (const char* names : form.names)
            found.push_back(bareNamed(bare, QString::fromLatin1(names)));
        if (std::ranges::any_of(found, [](int column) { return column < 0; }))
            continue;
        if (form.form != Corners::Extremes) { // "bbox_width" goes before "width", which may be the picture's
            for (const size_t side : {size_t(2), size_t(3)})
                for (int column = 0; column < sample.count(); ++column)
                    if (bare[column] == bare[found[side]] && sample.name(column) != bare[column])
                        found[side] = column;
        }
        out.corners = found;
        out.form = form.form;
        out.kind = CsvColumns::Kind::Boxes;
        findPictureSize(sample, out);
        return true;
    }
    const int list = sample.columnNamed("bbox box boundingbox bboxes rect geometry coordinates");
    if (list < 0 || sample.facts(list).filled == 0 || !sample.facts(list).allLists)
        return false;
    out.corners = {list};
    out.kind = CsvColumns::Kind::Boxes;
    findPictureSize(sample, out);
    return true;
}

} // namespace core
