#include "core/formats/Masks.h"

#include "core/formats/FolderNames.h"
#include "core/formats/Reading.h"

#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

namespace core {

namespace {

/// Folders that never hold pictures of their own.
bool isMaskFolder(const QString& name)
{
    static const QStringList names = QStringLiteral("segmentationclass segmentationobject segmentationclassaug ground_truth groundtruth gtfine gtcoarse instance_masks segmentation_masks")
                                         .split(QLatin1Char(' '));
    return names.contains(name.toLower());
}

/// Folders that hold masks where the same names lie in a folder of pictures beside.
bool mayBeMaskFolder(const QString& name)
{
    static const QRegularExpression words(QStringLiteral("^(train|val|valid|test)?_?(masks?|labels?|segmentations?|seg|gt|annotations|targets?|mask_images)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

bool holdsPictures(const QString& name)
{
    return isGenericFolder(name) || splitOfFolder(name).has_value() || name.compare(QLatin1String("input"), Qt::CaseInsensitive) == 0;
}

/// The stem without what marks it as a mask: a_mask, a-seg, a_segmentation.
QString plainStem(const QString& file)
{
    static const QRegularExpression ending(QStringLiteral("[_-](mask|masks|seg|segmentation|label|gt|instance)$"), QRegularExpression::CaseInsensitiveOption);
    return QFileInfo(file).completeBaseName().remove(ending).toCaseFolded();
}

/// A path in parts: what is above the folder, the folder, what is below it without the file's suffix.
struct Placed {
    QString above, folder, below;
};

std::vector<Placed> placesOf(const QString& file)
{
    const QStringList parts = file.split(QLatin1Char('/'));
    std::vector<Placed> places;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        QStringList below = parts.mid(i + 1);
        below.back() = plainStem(below.back());
        places.push_back({parts.mid(0, i).join(QLatin1Char('/')), parts[i], below.join(QLatin1Char('/')).toCaseFolded()});
    }
    return places;
}

} // namespace

void leaveMasksOut(FolderListing& listing)
{
    const auto isPicture = [&](const QString& file) { return isPictureName(file) || listing.unnamedPictures.contains(file); };
    QSet<QString> beside;  // above | below of every picture in a folder that is called so
    QSet<QString> plain;   // stems of pictures, with their folder
    for (const QString& file : listing.files) {
        if (!isPicture(file))
            continue;
        plain.insert(QFileInfo(file).path() + QLatin1Char('/') + QFileInfo(file).completeBaseName().toCaseFolded());
        for (const Placed& place : placesOf(file))
            if (holdsPictures(place.folder))
                beside.insert(place.above + QLatin1Char('|') + place.below);
    }
    const auto folderOfMask = [&](const QString& file) -> std::optional<QString> {
        for (const Placed& place : placesOf(file)) {
            const QString folder = place.above.isEmpty() ? place.folder : place.above + QLatin1Char('/') + place.folder;
            if (isMaskFolder(place.folder) || (mayBeMaskFolder(place.folder) && beside.contains(place.above + QLatin1Char('|') + place.below)))
                return folder;
        }
        const QString stem = QFileInfo(file).completeBaseName().toCaseFolded();
        if (plainStem(file) != stem && plain.contains(QFileInfo(file).path() + QLatin1Char('/') + plainStem(file)))
            return QFileInfo(file).path() == QLatin1String(".") ? QString() : QFileInfo(file).path();
        return std::nullopt;
    };
    QMap<QString, std::pair<int, QString>> masks; // folder -> count and an example
    listing.files.removeIf([&](const QString& file) {
        const auto folder = isPicture(file) ? folderOfMask(file) : std::nullopt;
        if (folder)
            masks[*folder] = {masks.value(*folder).first + 1, file};
        return folder.has_value();
    });
    for (auto mask = masks.cbegin(); mask != masks.cend(); ++mask)
        listing.leftOut.push_back({ImportIssue::Level::Notice, QStringLiteral("masks_not_read"),
                                   mask.key().isEmpty() ? mask.value().second : mask.key(), 0, QString::number(mask.value().first)});
}

} // namespace core
