#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

namespace core {

namespace {

/// The picture beside its file, both in the folder of its split: train/a/b.jpg, train/a/b.json.
class LabelmeWriter final : public DataWriter {
public:
    LabelmeWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override
    {
        return picture.isNowhere() ? QString() : folderOf(picture) + picture.name;
    }

    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags &= Difficult;
        return picture;
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen()) // a file without shapes would mean that nothing is there
            return;
        const QString path = picture.reference.isEmpty() ? picture.name.section(QLatin1Char('/'), -1) : picture.reference;
        QByteArray flags, shapes;
        for (const auto& [label, yes] : picture.answers)
            flags += (flags.isEmpty() ? "\n    " : ",\n    ") + jsonText(writtenName(label)) + (yes ? ": true" : ": false");
        for (const ExportedBox& box : picture.boxes)
            shapes += (shapes.isEmpty() ? "\n    " : ",\n    ") + shape(box);
        m_target.write(folderOf(picture) + picture.stem() + QStringLiteral(".json"),
                       "{\n  \"version\": \"5.4.1\",\n  \"flags\": {" + flags + (flags.isEmpty() ? "" : "\n  ") + "},\n  \"shapes\": [" + shapes + (shapes.isEmpty() ? "" : "\n  ")
                           + "],\n  \"imagePath\": " + jsonText(path) + ",\n  \"imageData\": null,\n  \"imageHeight\": " + QByteArray::number(picture.size.height())
                           + ",\n  \"imageWidth\": " + QByteArray::number(picture.size.width()) + (m_view.type == ViewType::Detection ? "" : ",\n  \"oriel\": {\"flags\": true}") + "\n}\n");
    }

private:
    static QString folderOf(const ExportedPicture& picture)
    {
        return picture.split == Split::Unassigned ? QString() : keyOf(picture.split) + QLatin1Char('/');
    }

    QByteArray shape(const ExportedBox& box) const
    {
        const QRectF& rect = box.rect;
        return "{\"label\": " + jsonText(writtenName(box.label)) + ", \"points\": [[" + jsonNumber(rect.left()) + ", " + jsonNumber(rect.top()) + "], [" + jsonNumber(rect.right()) + ", "
            + jsonNumber(rect.bottom()) + "]], \"group_id\": null, \"description\": \"\", \"difficult\": " + (box.flags & Difficult ? "true" : "false")
            + ", \"shape_type\": \"rectangle\", \"flags\": {}, \"mask\": null}";
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
};

QStringList cannotHold(ViewType type)
{
    if (type != ViewType::Detection)
        return {};
    return {SourceText::tr("that a box is truncated, occluded or a crowd"), SourceText::tr("that a picture was looked at for some concepts only")};
}

} // namespace

const DataOutput labelmeOutput{
    .title = [] { return QStringLiteral("labelme"); },
    .holds = [](ViewType type) { return type != ViewType::Classification; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<LabelmeWriter>(target, view); },
    .namesByStem = true,
};

} // namespace core
