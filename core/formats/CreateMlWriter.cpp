#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <map>

namespace core {

namespace {

/// A folder for each split, as Create ML asks for them: the pictures, and annotations.json beside them.
class CreateMlWriter final : public DataWriter {
public:
    CreateMlWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override
    {
        return picture.isNowhere() ? QString() : folderOf(picture.split) + picture.name;
    }

    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags = 0;
        return picture;
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen()) // an empty list would mean that nothing is there
            return;
        Part& part = partFor(picture.split);
        QByteArray annotations;
        for (const ExportedBox& box : picture.boxes) {
            const QPointF middle = box.rect.center();
            annotations += (annotations.isEmpty() ? "" : ",") + QByteArray("{\"label\":") + jsonText(writtenName(box.label)) + ",\"coordinates\":{\"x\":" + jsonNumber(middle.x()) + ",\"y\":"
                + jsonNumber(middle.y()) + ",\"width\":" + jsonNumber(box.rect.width()) + ",\"height\":" + jsonNumber(box.rect.height()) + "}}";
        }
        part.file->append((part.isEmpty ? "\n" : ",\n") + QByteArray("{\"image\":") + jsonText(picture.path()) + ",\"annotations\":[" + annotations + "]}");
        part.isEmpty = false;
    }

    void end() override
    {
        if (m_parts.empty())
            partFor(Split::Unassigned); // so that there is a file that says that there is nothing
        for (auto& [split, part] : m_parts) {
            part.file->append("\n]\n");
            part.file->close();
        }
    }

private:
    struct Part {
        std::unique_ptr<TargetFile> file;
        bool isEmpty = true;
    };

    static QString folderOf(Split split) { return (split == Split::Unassigned ? QStringLiteral("images") : keyOf(split)) + QLatin1Char('/'); }

    Part& partFor(Split split)
    {
        Part& part = m_parts[split];
        if (!part.file) {
            part.file = std::make_unique<TargetFile>(m_target, folderOf(split) + QStringLiteral("annotations.json"));
            part.file->append("[");
        }
        return part;
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::map<Split, Part> m_parts;
};

QStringList cannotHold(ViewType)
{
    return {SourceText::tr("that a box is difficult, truncated, occluded or a crowd"), SourceText::tr("that a picture was looked at for some concepts only"),
            SourceText::tr("pictures that nobody has looked at: where they are copied, they stand in no list")};
}

} // namespace

const DataOutput createMlOutput{
    .title = [] { return QStringLiteral("Create ML"); },
    .holds = [](ViewType type) { return type == ViewType::Detection; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<CreateMlWriter>(target, view); },
    .isFlat = true,
    .tellsUnseen = false,
};

} // namespace core
