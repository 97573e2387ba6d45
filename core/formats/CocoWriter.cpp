#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <map>

namespace core {

namespace {

/// instances_train.json; instances.json for pictures without a split.
QString fileFor(Split split)
{
    return split == Split::Unassigned ? QStringLiteral("annotations/instances.json") : QStringLiteral("annotations/instances_%1.json").arg(keyOf(split));
}

/// One file of instances a split. The lists of pictures are written as they come; the annotations, which follow them in the file, are
/// kept until the end: some 100 MB for a million boxes.
class CocoWriter final : public DataWriter {
public:
    CocoWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override
    {
        return picture.isNowhere() ? QString() : QStringLiteral("images/") + picture.name;
    }

    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags &= Crowd;
        if (!picture.isSeen())
            picture.split = Split::Unassigned;
        return picture;
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen()) // a picture of the list without a box would mean that nothing is there
            return;
        Part& part = partFor(picture.split);
        part.file->append((part.isEmpty ? "\n" : ",\n") + QByteArray("{\"id\":") + jsonId(picture.id) + ",\"file_name\":" + jsonText(picture.path())
                          + ",\"width\":" + QByteArray::number(picture.size.width()) + ",\"height\":" + QByteArray::number(picture.size.height()) + '}');
        part.isEmpty = false;
        for (const ExportedBox& box : picture.boxes)
            part.annotations += (part.annotations.isEmpty() ? "\n" : ",\n") + annotation(picture, box);
    }

    void end() override
    {
        if (m_parts.empty())
            partFor(Split::Unassigned); // so that there is a file that says that there is nothing
        for (auto& [split, part] : m_parts) {
            part.file->append("\n],\n\"annotations\":[");
            part.file->append(part.annotations);
            part.file->append("\n]}\n");
            part.file->close();
        }
    }

private:
    struct Part {
        std::unique_ptr<TargetFile> file;
        QByteArray annotations;
        bool isEmpty = true;
    };

    Part& partFor(Split split)
    {
        Part& part = m_parts[split];
        if (!part.file) {
            part.file = std::make_unique<TargetFile>(m_target, fileFor(split));
            part.file->append(head());
        }
        return part;
    }

    QByteArray head() const
    {
        QByteArray categories, map;
        for (const ExportedConcept& exported : m_view.concepts) {
            const QByteArray separator = categories.isEmpty() ? "\n" : ",\n";
            categories += separator + "{\"id\":" + jsonId(exported.id) + ",\"name\":" + jsonText(exported.name) + ",\"supercategory\":\"\"}";
            map += separator + "{\"index\":" + QByteArray::number(exported.index) + ",\"id\":" + jsonId(exported.id) + ",\"name\":" + jsonText(exported.name) + '}';
        }
        return "{\"info\":{\"description\":" + jsonText(m_view.name) + ",\"oriel\":{\"project\":" + jsonText(m_view.project) + ",\"view\":" + jsonText(m_view.name)
            + ",\"type\":" + jsonText(keyOf(m_view.type)) + ",\"concepts\":[" + map + "\n]}},\n\"licenses\":[],\n\"categories\":[" + categories + "\n],\n\"images\":[";
    }

    QByteArray annotation(const ExportedPicture& picture, const ExportedBox& box)
    {
        const QRectF& rect = box.rect;
        return "{\"id\":" + QByteArray::number(++m_annotations) + ",\"image_id\":" + jsonId(picture.id) + ",\"category_id\":" + jsonId(m_view.concepts[box.label].id)
            + ",\"bbox\":[" + jsonNumber(rect.x()) + ',' + jsonNumber(rect.y()) + ',' + jsonNumber(rect.width()) + ',' + jsonNumber(rect.height())
            + "],\"area\":" + jsonNumber(rect.width() * rect.height()) + ",\"segmentation\":[],\"iscrowd\":" + (box.flags & Crowd ? '1' : '0') + '}';
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::map<Split, Part> m_parts;
    qint64 m_annotations = 0;
};

QStringList cannotHold(ViewType)
{
    return {SourceText::tr("that a box is difficult, truncated or occluded"),
            SourceText::tr("that a picture was looked at for some concepts only"),
            SourceText::tr("pictures that nobody has looked at (copied, but in no list and without split)")};
}

} // namespace

const DataOutput cocoOutput{
    .title = [] { return QStringLiteral("COCO"); },
    .holds = [](ViewType type) { return type == ViewType::Detection; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<CocoWriter>(target, view); },
    .tellsUnseen = false,
};

} // namespace core
