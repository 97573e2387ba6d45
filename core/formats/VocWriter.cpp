#include "core/formats/DataWriter.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <QXmlStreamWriter>

#include <cmath>
#include <map>

namespace core {

namespace {

/// VOC counts whole pixels from 1, both ends belong to the box. A box of one pixel would be one point, which readers take for a stray
/// click, so it grows to two.
struct VocSide {
    int low, high;

    VocSide(double from, double to) : low(int(std::lround(from)) + 1), high(int(std::lround(to)))
    {
        if (high > low)
            return;
        low = std::max(1, high - 1);
        high = low + 1;
    }
};

/// Annotations/, JPEGImages/, ImageSets/Main/, as in the PASCAL VOC devkit (Everingham et al. 2010).
class VocWriter final : public DataWriter {
public:
    VocWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override { return QStringLiteral("JPEGImages/") + picture.name; }
    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags &= ~Crowd;
        if (!picture.isSeen()) // the lists name annotated pictures only, since programs open an annotation for each name
            picture.split = Split::Unassigned;
        return picture;
    }

    void begin() override
    {
        for (const char* folder : {"Annotations", "JPEGImages", "ImageSets/Main"})
            m_target.makeFolder(QLatin1String(folder));
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen())
            return;
        m_target.write(QStringLiteral("Annotations/") + picture.stem() + QStringLiteral(".xml"), annotation(picture));
        if (picture.split != Split::Unassigned)
            m_lists[picture.split] += picture.stem().toUtf8() + '\n';
    }

    void end() override
    {
        for (const auto& [split, names] : m_lists)
            m_target.write(QStringLiteral("ImageSets/Main/%1.txt").arg(keyOf(split)), names);
    }

private:
    QByteArray annotation(const ExportedPicture& picture) const
    {
        QByteArray bytes;
        QXmlStreamWriter xml(&bytes);
        xml.setAutoFormatting(true);
        xml.writeStartElement(QStringLiteral("annotation"));
        const QString folder = place(picture).section(QLatin1Char('/'), 0, -2);
        xml.writeTextElement(QStringLiteral("folder"), folder);
        xml.writeTextElement(QStringLiteral("filename"), picture.name.section(QLatin1Char('/'), -1));
        xml.writeStartElement(QStringLiteral("source"));
        xml.writeTextElement(QStringLiteral("database"), m_view.project);
        xml.writeEndElement();
        xml.writeStartElement(QStringLiteral("size"));
        xml.writeTextElement(QStringLiteral("width"), QString::number(picture.size.width()));
        xml.writeTextElement(QStringLiteral("height"), QString::number(picture.size.height()));
        xml.writeTextElement(QStringLiteral("depth"), QStringLiteral("3"));
        xml.writeEndElement();
        xml.writeTextElement(QStringLiteral("segmented"), QStringLiteral("0"));
        for (const ExportedBox& box : picture.boxes)
            writeObject(xml, box);
        xml.writeEndElement();
        return bytes + '\n';
    }

    void writeObject(QXmlStreamWriter& xml, const ExportedBox& box) const
    {
        const auto flag = [&](BoxFlag which) { return QString::number(box.flags & which ? 1 : 0); };
        const VocSide x(box.rect.left(), box.rect.right()), y(box.rect.top(), box.rect.bottom());
        xml.writeStartElement(QStringLiteral("object"));
        xml.writeTextElement(QStringLiteral("name"), m_view.concepts[box.label].name);
        xml.writeTextElement(QStringLiteral("pose"), QStringLiteral("Unspecified"));
        xml.writeTextElement(QStringLiteral("truncated"), flag(TruncatedBox));
        xml.writeTextElement(QStringLiteral("difficult"), flag(Difficult));
        xml.writeTextElement(QStringLiteral("occluded"), flag(Occluded));
        xml.writeStartElement(QStringLiteral("bndbox"));
        xml.writeTextElement(QStringLiteral("xmin"), QString::number(x.low));
        xml.writeTextElement(QStringLiteral("ymin"), QString::number(y.low));
        xml.writeTextElement(QStringLiteral("xmax"), QString::number(x.high));
        xml.writeTextElement(QStringLiteral("ymax"), QString::number(y.high));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::map<Split, QByteArray> m_lists;
};

QStringList cannotHold(ViewType)
{
    return {SourceText::tr("parts of a pixel (corners are rounded by half a pixel at most, boxes of one pixel grow to two)"),
            SourceText::tr("that a box is a crowd"),
            SourceText::tr("that a picture was looked at for some concepts only"),
            SourceText::tr("the order and the index of concepts"),
            SourceText::tr("the split of pictures that nobody has looked at")};
}

} // namespace

const DataOutput vocOutput{
    .title = [] { return QStringLiteral("Pascal VOC"); },
    .holds = [](ViewType type) { return type == ViewType::Detection; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<VocWriter>(target, view); },
    .needsPictures = true,
    .namesByStem = true,
};

} // namespace core
