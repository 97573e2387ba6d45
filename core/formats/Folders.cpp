#include "core/formats/FolderNames.h"
#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"
#include "core/formats/SplitLists.h"

#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <set>

namespace core {

namespace {

/// What the place of a picture says: split and class, each maybe absent.
struct Place {
    std::optional<Split> split;
    QString conceptName;
};

/// How the folders of a source are to be understood; decided once for all of its pictures.
class Levels {
public:
    explicit Levels(const SourceTree& tree)
    {
        for (const QString& file : tree.files)
            if (tree.isPicture(file))
                m_folders.push_back(foldersOf(file));
        while (!m_folders.empty() && std::ranges::all_of(m_folders, [](const QStringList& folders) { return !folders.isEmpty() && isGenericFolder(folders.front()); })) {
            for (QStringList& folders : m_folders)
                folders.removeFirst(); // images/ around everything
            ++m_above;
        }
        m_splitsFirst = areSplitsFirst();
        m_splitsSecond = !m_splitsFirst && areSplitsSecond();
        const auto classes = classesOf();
        // images/ below each split says that pictures lie there and not what they show
        m_skipsGeneric = std::ranges::all_of(classes, &isGenericFolder);
        m_classes = m_skipsGeneric ? classesOf() : classes;
        if (m_classes.empty() && tree.target == ViewType::Classification && !tree.isFile)
            takeOwnName(QFileInfo(tree.root).fileName());
    }

    const std::set<QString>& classes() const { return m_classes; }
    bool namesSplits() const { return m_splitsFirst || m_splitsSecond; }
    /// The only class folder holds the pictures itself.
    bool isOneFolder() const
    {
        return m_classes.size() == 1 && std::ranges::all_of(m_folders, [](const QStringList& folders) { return folders.size() == 1; });
    }
    bool isOwnName() const { return !m_ownName.isEmpty(); }

    Place placeOf(const QString& file) const { return placeBelow(foldersOf(file).mid(m_above)); }

private:
    /// `folders`: without those above all pictures.
    Place placeBelow(QStringList folders) const
    {
        Place place;
        if (m_splitsFirst && !folders.isEmpty() && (place.split = splitOfFolder(folders.front()))) {
            const QString name = folders.takeFirst();
            if (!folders.isEmpty() && folders.front() == name) // train/train/cats: unpacked into a folder of its own name
                folders.removeFirst();
        }
        if (m_skipsGeneric && !folders.isEmpty() && isGenericFolder(folders.front()))
            folders.removeFirst();
        if (folders.isEmpty()) {
            place.conceptName = m_ownName;
            return place;
        }
        if (isUnsortedFolder(folders.front()))
            return place;
        if (m_splitsFirst && !place.split) { // beside train/cats: pred/ with pictures of any class, extra/cats
            place.conceptName = isUnsortedFolder(folders.value(1)) ? QString() : folders.value(1);
            return place;
        }
        if (!m_splitsFirst && isSplitBesideClasses(folders.front())) {
            place.split = splitOfFolder(folders.front());
            return place;
        }
        place.conceptName = folders.front();
        if (m_splitsSecond) {
            place.split = splitOfFolder(folders.value(1));
            place.conceptName = folders.value(m_classesThird ? 2 : 0);
        }
        return place;
    }

    /// All folders are splits, with or without classes below; or those that are hold folders and no pictures (train/cats beside extra/).
    bool areSplitsFirst() const
    {
        bool hasSplit = false, hasOther = false, isFlat = false;
        for (const QStringList& folders : m_folders) {
            const bool isSplit = !folders.isEmpty() && splitOfFolder(folders.front());
            hasSplit = hasSplit || isSplit;
            hasOther = hasOther || (!folders.isEmpty() && !isSplit && !isUnsortedFolder(folders.front()));
            isFlat = isFlat || (isSplit && folders.size() == 1);
        }
        return hasSplit && (!hasOther || !isFlat);
    }

    /// cats/train, cats/test, dogs/train …; with folders below the splits those are the classes: site1/train/cats, site2/train/cats.
    bool areSplitsSecond()
    {
        if (m_folders.empty() || std::ranges::any_of(m_folders, [](const QStringList& folders) { return folders.size() < 2 || !splitOfFolder(folders[1]); }))
            return false;
        m_classesThird = std::ranges::all_of(m_folders, [](const QStringList& folders) { return folders.size() >= 3 && !isGenericFolder(folders[2]); });
        return std::ranges::any_of(m_folders, [&](const QStringList& folders) { return folders.front() != m_folders.front().front(); });
    }

    /// test/ with pictures beside folders of classes. "train" alone stays a class: of vehicles, say.
    static bool isSplitBesideClasses(const QString& name)
    {
        return name.toLower() != QLatin1String("train") && splitOfFolder(name).has_value();
    }

    std::set<QString> classesOf() const
    {
        std::set<QString> classes;
        for (const QStringList& folders : m_folders)
            if (const Place place = placeBelow(folders); !place.conceptName.isEmpty())
                classes.insert(place.conceptName);
        return classes;
    }

    /// A folder of pictures that was brought into a classification view is a class by its own name.
    void takeOwnName(const QString& name)
    {
        const bool holdsAll = !m_folders.empty() && m_above == 0 && std::ranges::all_of(m_folders, [](const QStringList& folders) { return folders.isEmpty(); });
        if (!holdsAll || isGenericFolder(name) || isUnsortedFolder(name) || splitOfFolder(name))
            return;
        m_ownName = name;
        m_classes.insert(name);
    }

    std::vector<QStringList> m_folders; // of each picture, below m_above
    qsizetype m_above = 0; // folders around all of them that say no more than that there are pictures
    bool m_splitsFirst = false, m_splitsSecond = false, m_classesThird = false, m_skipsGeneric = false;
    QString m_ownName;
    std::set<QString> m_classes;
};

/// At least half of the pictures have a file of their own name beside them: an annotation, so that the folders are no classes.
bool havePartners(const SourceTree& tree, const QStringList& suffixes)
{
    QSet<QString> stems;
    for (const QString& file : tree.withSuffix(suffixes))
        stems.insert(file.left(file.lastIndexOf(QLatin1Char('.'))));
    qsizetype pictures = 0, paired = 0;
    for (const QString& file : tree.files)
        if (tree.isPicture(file)) {
            ++pictures;
            paired += stems.contains(file.left(file.lastIndexOf(QLatin1Char('.')))) ? 1 : 0;
        }
    return pictures > 0 && paired * 2 >= pictures;
}

int scoreOf(const SourceTree& tree, const Levels& levels)
{
    if (levels.classes().empty() || havePartners(tree, {QStringLiteral("xml"), QStringLiteral("json")}))
        return 0;
    if (havePartners(tree, {QStringLiteral("txt")}))
        return 15; // texts that nobody else takes
    if (levels.namesSplits())
        return 85;
    if (levels.classes().size() >= 2)
        return 60;
    if (levels.isOwnName())
        return 20;
    if (!levels.isOneFolder() || (tree.target && tree.target != ViewType::Classification))
        return 0;
    return tree.target ? 60 : 12;
}

} // namespace

Detection detectFolders(const SourceTree& tree)
{
    const Levels levels(tree);
    const int score = scoreOf(tree, levels);
    if (score == 0)
        return {};
    const int count = int(levels.classes().size());
    return {score, levels.namesSplits()
        ? SourceText::tr("A folder for each class (%Ln), below folders for the splits", nullptr, count)
        : SourceText::tr("A folder for each class (%Ln)", nullptr, count)};
}

void readFolders(Reading& reading)
{
    reading.data.type = ViewType::Classification;
    reading.findOddFiles = true;
    const SourceTree& tree = reading.tree();
    const Levels levels(tree);
    for (const QString& file : tree.files) {
        if (!tree.isPicture(file))
            continue;
        const Place place = levels.placeOf(file);
        RawRecord& raw = reading.record(tree.absolute(file));
        raw.record.split = place.split;
        raw.record.hasRecord = !place.conceptName.isEmpty();
        if (raw.record.hasRecord)
            raw.record.labels = {reading.conceptNamed(place.conceptName)};
    }
    applySplitLists(reading);
}

Detection detectPictures(const SourceTree& tree)
{
    if (std::ranges::none_of(tree.files, [&](const QString& file) { return tree.isPicture(file); }))
        return {};
    return {10, SourceText::tr("A folder of pictures")};
}

void readPictures(Reading& reading)
{
    reading.findOddFiles = true;
    reading.addOtherPictures();
    for (RawRecord& raw : reading.records)
        raw.record.split = splitAbovePictures(reading.tree().relative(raw.record.path));
    applySplitLists(reading);
}

} // namespace core
