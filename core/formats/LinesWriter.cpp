#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

namespace core {

namespace {

/// project.jsonl: a line that describes the view, then a line for each picture, also for those that nobody has looked at.
class LinesWriter final : public DataWriter {
public:
    LinesWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override { return QStringLiteral("images/") + picture.name; }
    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags = 0;
        return withoutNo(std::move(picture));
    }

    void begin() override
    {
        QByteArray names;
        for (const ExportedConcept& exported : m_view.concepts)
            names += (names.isEmpty() ? "" : ",") + QByteArray("{\"name\":") + jsonText(exported.name) + '}';
        m_file = std::make_unique<TargetFile>(m_target, QStringLiteral("project.jsonl"));
        m_file->append("{\"name\":" + jsonText(m_view.project) + ",\"splits\":[\"train\",\"val\",\"test\"],\"views\":[{\"name\":" + jsonText(m_view.name) + ",\"type\":"
                       + jsonText(keyOf(m_view.type)) + ",\"concepts\":[" + names + "],\"conditions\":[],\"children\":[]}]}\n");
    }

    void picture(const ExportedPicture& picture) override
    {
        const QString location = picture.reference.isEmpty() ? place(picture) : picture.reference;
        QByteArray line = "{\"location\":" + jsonText(location);
        if (picture.split != Split::Unassigned)
            line += ",\"stage\":" + jsonText(keyOf(picture.split));
        line += ",\"data\":{\"width\":" + QByteArray::number(picture.size.width()) + ",\"height\":" + QByteArray::number(picture.size.height()) + '}';
        if (picture.isSeen())
            line += ",\"annotated_regions\":[" + regions(picture) + ']';
        m_file->append(line + "}\n");
    }

    void end() override { m_file->close(); }

private:
    QByteArray regions(const ExportedPicture& picture) const
    {
        QByteArray words, regions;
        for (const auto& [label, yes] : picture.answers)
            if (yes)
                words += (words.isEmpty() ? "" : ",") + jsonText(writtenName(label));
        if (!words.isEmpty())
            regions = "{\"tags\":[" + words + "],\"region_type\":\"Whole\"}";
        const double width = picture.size.width(), height = picture.size.height();
        for (const ExportedBox& box : picture.boxes)
            regions += (regions.isEmpty() ? "" : ",") + QByteArray("{\"tags\":[") + jsonText(writtenName(box.label)) + "],\"region_type\":\"Box\",\"region\":{\"xmin\":"
                + jsonNumber(box.rect.left() / width) + ",\"xmax\":" + jsonNumber(box.rect.right() / width) + ",\"ymin\":" + jsonNumber(box.rect.top() / height) + ",\"ymax\":"
                + jsonNumber(box.rect.bottom() / height) + "}}";
        return regions;
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::unique_ptr<TargetFile> m_file;
};

QStringList cannotHold(ViewType type)
{
    if (type == ViewType::Detection)
        return {SourceText::tr("that a box is difficult, truncated, occluded or a crowd"), SourceText::tr("that a picture was looked at for some concepts only")};
    return type == ViewType::Tagging ? QStringList{SourceText::tr("the difference between “no” and “not looked at” of a concept")} : QStringList();
}

} // namespace

const DataOutput linesOutput{
    .title = [] { return SourceText::tr("JSON lines with views"); },
    .holds = [](ViewType) { return true; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<LinesWriter>(target, view); },
};

} // namespace core
