#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <map>

namespace core {

namespace {

/// annotations/<subset>.json and images/<subset>/…, a subset for each split.
class DatumaroWriter final : public DataWriter {
public:
    DatumaroWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override
    {
        return picture.isNowhere() ? QString() : QStringLiteral("images/%1/%2").arg(subsetOf(picture.split), picture.name);
    }

    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        return withoutNo(std::move(picture));
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen()) // an item without an annotation would mean that nothing is there
            return;
        Part& part = partFor(picture.split);
        QByteArray annotations;
        const auto add = [&](const QByteArray& annotation) { annotations += (annotations.isEmpty() ? "" : ",") + annotation; };
        for (const auto& [label, yes] : picture.answers)
            if (yes)
                add(QByteArray("{\"id\":0,\"type\":\"label\",\"attributes\":{},\"group\":0,\"label_id\":") + QByteArray::number(m_view.concepts[label].index) + '}');
        for (const ExportedBox& box : picture.boxes)
            add(annotation(box));
        part.file->append((part.isEmpty ? "\n" : ",\n") + QByteArray("{\"id\":") + jsonText(picture.stem()) + ",\"annotations\":[" + annotations + "],\"attr\":{},\"image\":{\"path\":"
                          + jsonText(picture.path()) + ",\"size\":[" + QByteArray::number(picture.size.height()) + ',' + QByteArray::number(picture.size.width()) + "]}}");
        part.isEmpty = false;
    }

    void end() override
    {
        if (m_parts.empty())
            partFor(Split::Unassigned); // so that there is a file that says that there is nothing
        for (auto& [split, part] : m_parts) {
            part.file->append("\n]}\n");
            part.file->close();
        }
    }

private:
    struct Part {
        std::unique_ptr<TargetFile> file;
        bool isEmpty = true;
    };

    static QString subsetOf(Split split) { return split == Split::Unassigned ? QStringLiteral("default") : keyOf(split); }

    Part& partFor(Split split)
    {
        Part& part = m_parts[split];
        if (!part.file) {
            part.file = std::make_unique<TargetFile>(m_target, QStringLiteral("annotations/%1.json").arg(subsetOf(split)));
            part.file->append("{\"dm_format_version\":\"1.0\",\"media_type\":2,\"infos\":{},\"categories\":{\"label\":{\"labels\":[" + labels() + "],\"label_groups\":[],\"attributes\":[]}},\"items\":[");
        }
        return part;
    }

    /// By index, as the annotations count them; an index that no concept has any more keeps its place.
    QByteArray labels() const
    {
        QByteArray labels;
        int next = 0;
        const auto add = [&](const QString& name) {
            labels += (next++ == 0 ? "" : ",") + QByteArray("{\"name\":") + jsonText(name) + ",\"parent\":\"\",\"attributes\":[]}";
        };
        for (const ExportedConcept& exported : m_view.concepts) {
            while (next < exported.index)
                add(QStringLiteral("removed_%1").arg(next));
            add(exported.name);
        }
        return labels;
    }

    QByteArray annotation(const ExportedBox& box)
    {
        const auto yesNo = [&](const char* name, int flag) { return '"' + QByteArray(name) + "\":" + (box.flags & flag ? "true" : "false"); };
        const QRectF& rect = box.rect;
        return "{\"id\":" + QByteArray::number(m_annotations++) + ",\"type\":\"bbox\",\"attributes\":{" + yesNo("occluded", Occluded) + ',' + yesNo("difficult", Difficult) + ','
            + yesNo("truncated", TruncatedBox) + ',' + yesNo("is_crowd", Crowd) + "},\"group\":0,\"label_id\":" + QByteArray::number(m_view.concepts[box.label].index)
            + ",\"z_order\":0,\"bbox\":[" + jsonNumber(rect.x()) + ',' + jsonNumber(rect.y()) + ',' + jsonNumber(rect.width()) + ',' + jsonNumber(rect.height()) + "]}";
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::map<Split, Part> m_parts;
    qint64 m_annotations = 0;
};

QStringList cannotHold(ViewType type)
{
    QStringList lost{SourceText::tr("pictures that nobody has looked at: where they are copied, they stand in no list")};
    if (type == ViewType::Detection)
        lost << SourceText::tr("that a picture was looked at for some concepts only");
    if (type == ViewType::Tagging)
        lost << SourceText::tr("the difference between “no” and “not looked at” of a concept");
    return lost;
}

} // namespace

const DataOutput datumaroOutput{
    .title = [] { return QStringLiteral("Datumaro"); },
    .holds = [](ViewType) { return true; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<DatumaroWriter>(target, view); },
    .namesByStem = true, // its pictures are told apart by them
    .tellsUnseen = false,
};

} // namespace core
