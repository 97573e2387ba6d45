#include "core/formats/DataWriter.h"
#include "core/formats/FolderNames.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetNames.h"

namespace core {

namespace {

/// <split>/<concept>/<picture>, as torchvision's ImageFolder and others read it; without splits <concept>/<picture>.
class FoldersWriter final : public DataWriter {
public:
    explicit FoldersWriter(const ExportedView& view) : m_hasSplits(view.hasSplits)
    {
        TargetNames names;
        for (const ExportedConcept& exported : view.concepts)
            m_names << names.take(folderFor(exported.name));
    }

    QString place(const ExportedPicture& picture) const override
    {
        const bool isLabelled = picture.isSeen() && !picture.answers.empty();
        const QString name = (isLabelled ? m_names[qsizetype(picture.answers.front().first)] : QStringLiteral("unlabelled")) + QLatin1Char('/') + picture.name;
        if (!m_hasSplits)
            return name;
        return (picture.split == Split::Unassigned ? QStringLiteral("unassigned") : keyOf(picture.split)) + QLatin1Char('/') + name;
    }

    QString writtenName(size_t label) const override { return m_names[qsizetype(label)]; }
    ExportedPicture held(ExportedPicture picture) const override { return picture; }
    void picture(const ExportedPicture&) override {} // its place says everything

private:
    /// A folder that is called "train" or "images" says something else to readers than that its pictures show a train.
    static QString folderFor(const QString& written)
    {
        const QString name = safeFileName(written);
        const bool isMisread = splitOfFolder(name) || isGenericFolder(name) || isUnsortedFolder(name) || name.compare(QLatin1String("unassigned"), Qt::CaseInsensitive) == 0;
        return isMisread ? QStringLiteral("class ") + name : name;
    }

    bool m_hasSplits;
    QStringList m_names; // of the folders, by the place of the concept
};

QStringList cannotHold(ViewType)
{
    return {SourceText::tr("the folder tree of the pictures"),
            SourceText::tr("the index of concepts, and in their names what no folder can be called"),
            SourceText::tr("pictures that nobody has looked at (programs take their folder, “unlabelled”, for a class)")};
}

} // namespace

const DataOutput foldersOutput{
    .title = [] { return SourceText::tr("Folder for each class"); },
    .holds = [](ViewType type) { return type == ViewType::Classification; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder&, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<FoldersWriter>(view); },
    .needsPictures = true,
    .isFlat = true,
    .tellsUnseen = false,
};

} // namespace core
