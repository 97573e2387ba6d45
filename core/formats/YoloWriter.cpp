#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <set>

namespace core {

namespace {

QString folderOf(Split split)
{
    return split == Split::Unassigned ? QStringLiteral("unassigned") : keyOf(split);
}

/// images/<split>, labels/<split> and data.yaml, as Ultralytics' programs read them.
class YoloWriter final : public DataWriter {
public:
    YoloWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override { return QStringLiteral("images/") + folderOf(picture.split) + QLatin1Char('/') + picture.name; }
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
        m_splits.insert(picture.split);
        if (!picture.isSeen())
            return;
        QByteArray rows;
        for (const ExportedBox& box : picture.boxes)
            rows += row(box, picture.size);
        m_target.write(QStringLiteral("labels/") + folderOf(picture.split) + QLatin1Char('/') + picture.stem() + QStringLiteral(".txt"), rows);
    }

    /// No "path": programs look for a relative one below the folder they were started in; without it they start from this file.
    void end() override
    {
        QByteArray text = "# " + jsonText(m_view.project) + ", " + jsonText(m_view.name) + ". Folders are relative to this file.\n";
        for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::Unassigned}) {
            const bool isThere = m_splits.contains(split);
            const bool isExpected = split == Split::Train || split == Split::Validation; // by programs that refuse a file without these keys
            if (isThere || isExpected)
                text += folderOf(split).toUtf8() + ':' + (isThere ? " images/" + folderOf(split).toUtf8() : QByteArray()) + '\n';
        }
        text += "names:\n";
        int next = 0;
        for (const ExportedConcept& exported : m_view.concepts) {
            for (; next < exported.index; ++next) // programs want a name for each number
                text += "  " + QByteArray::number(next) + ": \"removed_" + QByteArray::number(next) + "\"\n";
            text += "  " + QByteArray::number(next++) + ": " + jsonText(exported.name) + '\n';
        }
        m_target.write(QStringLiteral("data.yaml"), text);
    }

private:
    /// Class, centre and size as shares of the picture. 8 decimals: half a unit of the last is less than 1/1000 px in any picture.
    QByteArray row(const ExportedBox& box, QSize size) const
    {
        QByteArray cells = QByteArray::number(m_view.concepts[box.label].index);
        const QPointF centre = box.rect.center();
        for (const double share : {centre.x() / size.width(), centre.y() / size.height(), box.rect.width() / size.width(), box.rect.height() / size.height()})
            cells += ' ' + QByteArray::number(share, 'f', 8);
        return cells + '\n';
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::set<Split> m_splits;
};

QStringList cannotHold(ViewType)
{
    return {SourceText::tr("that a box is difficult, truncated, occluded or a crowd"),
            SourceText::tr("that a picture was looked at for some concepts only"),
            SourceText::tr("pictures that nobody has looked at (programs take them for pictures on which nothing is)")};
}

} // namespace

const DataOutput yoloOutput{
    .title = [] { return QStringLiteral("YOLO"); },
    .holds = [](ViewType type) { return type == ViewType::Detection; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<YoloWriter>(target, view); },
    .needsPictures = true,
    .namesByStem = true,
    .mirrorsFolders = true,
    .tellsUnseen = false,
};

} // namespace core
