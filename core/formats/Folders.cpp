#include "core/formats/Reading.h"

#include <QCoreApplication>

#include <set>

namespace core {

namespace {

std::optional<Split> splitFolder(const QString& name)
{
    const auto split = splitFromKey(name.toLower());
    return split && *split != Split::Unassigned ? split : std::nullopt;
}

bool isUnsorted(const QString& name)
{
    const QString lower = name.toLower();
    return lower == QLatin1String("unlabeled") || lower == QLatin1String("unlabelled") || lower == QLatin1String("unsorted");
}

bool hasSplitLevel(const SourceTree& tree)
{
    for (const QString& file : tree.files)
        if (file.count(QLatin1Char('/')) >= 2 && isPictureName(file) && splitFolder(file.section(QLatin1Char('/'), 0, 0)))
            return true;
    return false;
}

/// What the place of a picture says: split and class, each maybe absent.
struct Place {
    std::optional<Split> split;
    QString conceptName;
};

Place placeOf(const QString& file, bool splitLevel)
{
    QStringList folders = file.split(QLatin1Char('/'));
    folders.removeLast();
    Place place;
    if (splitLevel && !folders.isEmpty())
        if ((place.split = splitFolder(folders.front())))
            folders.removeFirst();
    if (!folders.isEmpty() && !isUnsorted(folders.front()))
        place.conceptName = folders.front();
    return place;
}

} // namespace

Detection detectFolders(const SourceTree& tree)
{
    const bool splitLevel = hasSplitLevel(tree);
    std::set<QString> classes;
    for (const QString& file : tree.files)
        if (isPictureName(file))
            if (const Place place = placeOf(file, splitLevel); !place.conceptName.isEmpty())
                classes.insert(place.conceptName);
    const bool isAnnotated = !tree.withSuffix({QStringLiteral("xml"), QStringLiteral("json"), QStringLiteral("yaml")}).isEmpty();
    if (classes.empty() || (!splitLevel && (classes.size() < 2 || isAnnotated)))
        return {};
    const QString evidence = splitLevel
        ? QCoreApplication::translate("Source", "A folder for each class (%n), below folders for the splits", nullptr, int(classes.size()))
        : QCoreApplication::translate("Source", "A folder for each class (%n)", nullptr, int(classes.size()));
    return {splitLevel ? 85 : 60, evidence};
}

void readFolders(Reading& reading)
{
    reading.data.type = ViewType::Classification;
    reading.findOddFiles = true;
    const bool splitLevel = hasSplitLevel(reading.tree());
    for (const QString& file : reading.tree().files) {
        if (!isPictureName(file))
            continue;
        const Place place = placeOf(file, splitLevel);
        RawRecord& raw = reading.record(reading.tree().absolute(file));
        raw.record.split = place.split;
        raw.record.hasRecord = !place.conceptName.isEmpty();
        if (raw.record.hasRecord)
            raw.record.labels = {reading.conceptNamed(place.conceptName)};
    }
}

Detection detectPictures(const SourceTree& tree)
{
    for (const QString& file : tree.files)
        if (isPictureName(file))
            return {10, QCoreApplication::translate("Source", "A folder of pictures")};
    return {};
}

void readPictures(Reading& reading)
{
    reading.findOddFiles = true;
    reading.addOtherPictures();
}

} // namespace core
