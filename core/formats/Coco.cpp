#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/CocoParser.h"
#include "core/formats/CsvPaths.h"
#include "core/formats/JsonKind.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;

/// The ids of all files of a source, so that one that names pictures and classes by nothing else can be understood. One that means two
/// things in two files means neither.
class CocoIds {
public:
    void add(const QByteArray& picture, const QString& path) { put(m_pictures, picture, path); }
    void addName(const QByteArray& category, const QString& name) { put(m_names, category, name); }
    QString picture(const QByteArray& id) const { return meaning(m_pictures, id); }
    QString name(const QByteArray& id) const { return meaning(m_names, id); }
    /// Those of the project, for what the files do not tell.
    void addKnown(const KnownIds& ids)
    {
        for (auto id = ids.pictures.cbegin(); id != ids.pictures.cend(); ++id)
            if (!m_pictures.contains(id.key().toUtf8()))
                m_pictures.insert(id.key().toUtf8(), id.value());
        for (auto id = ids.concepts.cbegin(); id != ids.concepts.cend(); ++id)
            if (!m_names.contains(id.key().toUtf8()))
                m_names.insert(id.key().toUtf8(), id.value());
    }

private:
    static void put(QHash<QByteArray, QString>& meanings, const QByteArray& id, const QString& meaning)
    {
        const auto known = meanings.find(id);
        if (known == meanings.end())
            meanings.insert(id, meaning);
        else if (*known != meaning)
            known->clear();
    }

    /// As it is written, else as text for a number or the other way round.
    static QString meaning(const QHash<QByteArray, QString>& meanings, const QByteArray& id)
    {
        if (const auto exact = meanings.constFind(id); exact != meanings.cend())
            return *exact;
        return meanings.value(id.startsWith('"') ? id.mid(1, id.size() - 2) : '"' + id + '"');
    }

    QHash<QByteArray, QString> m_pictures, m_names;
};

/// Joins what one file lists with the pictures below the source.
class CocoFileReader {
public:
    CocoFileReader(Reading& reading, SourcePaths& paths, const QString& relative, const CocoContent& content, CocoIds& ids)
        : m_reading(reading), m_paths(paths), m_file(relative), m_content(content), m_ids(ids) {}

    void read()
    {
        for (size_t i = 0; i < m_content.ids.size(); ++i)
            m_placeOfId.insert(m_content.ids[i], int(i));
        for (const CocoImage& image : m_content.images)
            m_imageIds.insert(image.id);
        for (const CocoCategory& category : m_content.categories)
            m_categoryIds.insert(category.id);
        takeCategories();
        takeImages();
        for (size_t i = 0; i < m_content.annotations.size(); ++i) {
            if (i % 1000 == 0 && m_reading.isCanceled())
                return;
            takeAnnotation(m_content.annotations[i]);
        }
        doubtTheEmpty();
        refuseCorners();
        for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
            m_ids.add(m_content.ids[size_t(place.key())], place.value());
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name)
            m_ids.addName(m_content.ids[size_t(name.key())], name.value());
        if (m_content.guessed)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
    QString token(int id) const { return id < 0 ? QStringLiteral("–") : QString::fromUtf8(m_content.ids[size_t(id)]); }

    /// Ids are compared as they are written. Only where nothing has the id as a number, its text may be meant, and the other way round:
    /// some programs write the ids of one list as numbers and those of the other as texts.
    int meant(int id, const QSet<int>& known) const
    {
        if (id < 0 || known.contains(id))
            return id;
        const QByteArray& token = m_content.ids[size_t(id)];
        const bool isText = token.startsWith('"');
        const int other = m_placeOfId.value(isText ? token.mid(1, token.size() - 2) : '"' + token + '"', -1);
        return known.contains(other) ? other : id;
    }

    /// The name of each category. One id with two names means neither.
    void takeCategories()
    {
        QHash<QString, int> idOfName;
        for (const CocoCategory& category : m_content.categories) {
            const QString name = cleanName(category.name);
            if (category.id < 0) {
                m_reading.issue(Level::Rejected, QStringLiteral("bad_id"), m_file, category.element, category.name);
            } else if (const auto known = m_names.constFind(category.id); known != m_names.cend()) {
                const bool isSame = cleanName(*known) == name || nameKey(*known) == nameKey(name);
                m_reading.issue(isSame ? Level::Notice : Level::Rejected, QStringLiteral("repeated_id"), m_file, category.element, token(category.id));
                if (!isSame)
                    m_names[category.id].clear();
            } else {
                m_names.insert(category.id, name);
                if (!name.isEmpty() && idOfName.contains(name))
                    m_reading.issue(Level::Notice, QStringLiteral("names_repeated"), m_file, category.element, name);
                idOfName.insert(name, category.id);
            }
        }
        for (const CocoCategory& category : m_content.categories) {
            if (category.id < 0 || m_names.value(category.id).isEmpty())
                continue;
            const QString name = m_reading.conceptNamed(category.name, m_file, category.element);
            m_names[category.id] = name;
            if (!m_reading.data.conceptIds.contains(name))
                m_reading.data.conceptIds.insert(name, token(category.id));
            else if (const QString other = m_reading.data.conceptIds.value(name); other != token(category.id) && !m_namesOfFile.contains(name))
                m_reading.issue(Level::Notice, QStringLiteral("ids_differ"), m_file, category.element,
                                QStringLiteral("%1: %2, %3").arg(name, other, token(category.id)));
            m_namesOfFile.insert(name);
        }
    }

    /// Where this file's pictures usually lie: beside it, in images/, in a folder of the subset's name.
    QStringList foldersFor(const QString& path) const
    {
        const QString beside = QFileInfo(path).path(), above = QFileInfo(beside).path();
        QString subset = QFileInfo(path).completeBaseName();
        subset = subset.section(QLatin1Char('_'), -1);
        QStringList folders;
        for (const QString& base : {beside, above})
            for (const QString& below : {QString(), QStringLiteral("/images"), QLatin1Char('/') + subset, QStringLiteral("/images/") + subset})
                folders << base + below;
        if (QFileInfo(beside).fileName().compare(QLatin1String("annotations"), Qt::CaseInsensitive) != 0)
            folders = folders.mid(0, 4); // nothing above the folder that was named
        return folders;
    }

    void takeImages()
    {
        QHash<int, QSet<QString>> names; // file names of each id: more than one, and nobody knows which is meant
        for (const CocoImage& image : m_content.images)
            if (image.id >= 0)
                names[image.id].insert(QDir::cleanPath(QString(image.fileName).replace(QLatin1Char('\\'), QLatin1Char('/'))));
        const QString path = m_reading.tree().absolute(m_file);
        const QStringList folders = foldersFor(path);
        const auto split = splitInName(QFileInfo(path).completeBaseName()).has_value() ? splitInName(QFileInfo(path).completeBaseName())
                                                                                       : splitInName(QFileInfo(QFileInfo(path).path()).fileName());
        for (size_t i = 0; i < m_content.images.size(); ++i) {
            if (i % 1000 == 0 && m_reading.isCanceled())
                return;
            const CocoImage& image = m_content.images[i];
            takeImage(image, folders, split, image.id >= 0 && names.value(image.id).size() > 1);
        }
    }

    void takeImage(const CocoImage& image, const QStringList& folders, std::optional<Split> split, bool isUnclear)
    {
        if (image.id >= 0 && !isUnclear && (m_places.contains(image.id) || m_lost.contains(image.id))) {
            m_reading.issue(Level::Notice, QStringLiteral("repeated_id"), m_file, image.element, token(image.id));
            return;
        }
        const SourcePaths::Answer answer = m_paths.find(image.fileName, folders);
        if (answer.path.isEmpty() || isUnclear)
            m_lost.insert(image.id);
        if (answer.path.isEmpty()) {
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file,
                            image.element, image.fileName.isEmpty() ? token(image.id) : image.fileName);
            return;
        }
        RawRecord& raw = m_reading.record(answer.path);
        raw.record.split = split ? split : raw.record.split;
        raw.stated = image.size;
        raw.file = m_file;
        if (isUnclear || image.id < 0) {
            ++raw.refused; // what belongs to it cannot be told, so that nothing does not mean "nothing there"
            m_reading.issue(Level::Rejected, image.id < 0 ? QStringLiteral("bad_id") : QStringLiteral("repeated_id"), m_file, image.element,
                            image.id < 0 ? image.fileName : token(image.id));
            return;
        }
        raw.record.hasRecord = raw.record.hasRecord || m_content.hasAnnotations; // a mere list of pictures says nothing about them
        if (raw.record.sourceId.isEmpty())
            raw.record.sourceId = token(image.id);
        m_places.insert(image.id, answer.path);
        if (!m_held.contains(answer.path))
            m_held.insert(answer.path, raw.boxes.size());
    }

    /// An annotation without an id of a picture may belong to any, unless some pictures have no id either, and where no id fits, all
    /// may. Then nothing said about a picture does not mean that nothing is there.
    void doubtTheEmpty()
    {
        const bool isStray = m_withoutId > 0 && std::ranges::none_of(m_content.images, [](const CocoImage& image) { return image.id < 0; });
        if (!isStray && (m_unplaced == 0 || m_isAnyPlaced))
            return;
        for (const QString& path : std::as_const(m_places))
            if (RawRecord& raw = m_reading.record(path); raw.boxes.empty())
                ++raw.refused;
    }

    /// Corner and size never leave the picture by more than rounding. Where every third box does so, and all of them can be two corners,
    /// another program has written corners: nobody knows, and none is taken.
    void refuseCorners()
    {
        if (m_fits.boxes < 3 || m_fits.leaving * 3 < m_fits.boxes || m_fits.corners < m_fits.boxes)
            return;
        m_reading.issue(Level::Rejected, QStringLiteral("boxes_unclear"), m_file, 0, QString::number(m_fits.boxes));
        for (const QString& path : std::as_const(m_places)) {
            RawRecord& raw = m_reading.record(path);
            const size_t kept = m_held.value(path), dropped = raw.boxes.size() - kept;
            raw.boxes.resize(kept);
            raw.refused += int(dropped);
            m_reading.data.annotationsRead += qint64(dropped);
            m_reading.data.annotationsRejected += qint64(dropped);
        }
    }

    void countFit(const CocoAnnotation& annotation, QSize size)
    {
        if (annotation.shape != CocoAnnotation::Shape::Box || size.isEmpty())
            return;
        const double right = annotation.x + annotation.width, bottom = annotation.y + annotation.height;
        ++m_fits.boxes;
        m_fits.leaving += right > size.width() + 2 || bottom > size.height() + 2 ? 1 : 0;
        m_fits.corners += annotation.width > annotation.x && annotation.height > annotation.y && annotation.width <= size.width() + 1 && annotation.height <= size.height() + 1 ? 1 : 0;
    }

    void takeAnnotation(const CocoAnnotation& annotation)
    {
        m_withoutId += annotation.imageId < 0 ? 1 : 0;
        if (annotation.imageId < 0)
            return m_reading.reject(QStringLiteral("bad_id"), m_file, annotation.element, QStringLiteral("image_id"));
        const int imageId = meant(annotation.imageId, m_imageIds), categoryId = meant(annotation.categoryId, m_categoryIds);
        if (m_lost.contains(imageId)) { // the row of its picture says it
            ++m_reading.data.annotationsRead;
            ++m_reading.data.annotationsRejected;
            return;
        }
        const auto place = m_places.constFind(imageId);
        m_unplaced += place == m_places.cend() ? 1 : 0;
        if (place == m_places.cend())
            return m_reading.reject(QStringLiteral("unknown_image"), m_file, annotation.element, token(annotation.imageId));
        m_isAnyPlaced = true;
        RawRecord& raw = m_reading.record(*place);
        const QString name = m_names.value(categoryId);
        if (name.isEmpty())
            return m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, annotation.element, token(annotation.categoryId));
        if (annotation.shape == CocoAnnotation::Shape::None)
            return m_reading.reject(raw, QStringLiteral("shape_without_area"), m_file, annotation.element);
        m_hulls += annotation.shape == CocoAnnotation::Shape::Hull ? 1 : 0;
        countFit(annotation, raw.stated);
        RawBox box;
        box.conceptName = name;
        box.x0 = annotation.x;
        box.y0 = annotation.y;
        box.x1 = annotation.x + annotation.width;
        box.y1 = annotation.y + annotation.height;
        box.flags = annotation.crowd ? Crowd : 0;
        box.line = annotation.element;
        if (!(annotation.score < 0))
            box.score = annotation.score;
        raw.boxes.push_back(box);
    }

    Reading& m_reading;
    SourcePaths& m_paths;
    QString m_file;
    const CocoContent& m_content;
    CocoIds& m_ids;
    QHash<QByteArray, int> m_placeOfId;
    QSet<int> m_imageIds, m_categoryIds;
    QHash<int, QString> m_names;  // empty: no name, or two
    QSet<QString> m_namesOfFile;  // that got an id in this file
    QHash<int, QString> m_places;
    QHash<QString, size_t> m_held; // boxes that another file gave the picture before
    QSet<int> m_lost;             // ids of pictures that are not there or not clear
    int m_hulls = 0;
    struct {
        qint64 boxes = 0, leaving = 0, corners = 0;
    } m_fits;                               // of boxes whose picture has a size
    qint64 m_withoutId = 0, m_unplaced = 0; // annotations
    bool m_isAnyPlaced = false;
};

/// Joins predictions with the pictures and classes that other files, the names of the pictures or the project give their ids to.
class CocoResultsReader {
public:
    CocoResultsReader(Reading& reading, CsvNames& pictures, const QString& file, const CocoContent& content, const CocoIds& ids)
        : m_reading(reading), m_pictures(pictures), m_file(file), m_content(content), m_ids(ids) {}

    void read()
    {
        for (size_t i = 0; i < m_content.annotations.size(); ++i) {
            if (i % 1000 == 0 && m_reading.isCanceled())
                return;
            take(m_content.annotations[i]);
        }
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
        if (m_content.guessed)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
    }

private:
    QByteArray token(int id) const { return id < 0 ? QByteArray() : m_content.ids[size_t(id)]; }

    QString pictureOf(int id)
    {
        const auto known = m_places.constFind(id);
        if (known != m_places.cend())
            return *known;
        QString path = m_ids.picture(token(id));
        if (path.isEmpty() && id >= 0) { // programs without a list of pictures give them their names as ids
            QString name = QString::fromUtf8(token(id));
            if (name.startsWith(QLatin1Char('"')))
                name = name.mid(1, name.size() - 2);
            path = m_pictures.paths().find(name).path;
            if (path.isEmpty())
                path = m_pictures.withoutSuffix(name, {}).path;
        }
        return *m_places.insert(id, path);
    }

    void take(const CocoAnnotation& result)
    {
        if (result.imageId < 0)
            return m_reading.reject(QStringLiteral("bad_id"), m_file, result.element, QStringLiteral("image_id"));
        const QString path = pictureOf(result.imageId);
        if (path.isEmpty())
            return m_reading.reject(QStringLiteral("unknown_image"), m_file, result.element, QString::fromUtf8(token(result.imageId)));
        RawRecord& raw = m_reading.record(path);
        raw.draftFile = m_file;
        if (!m_reading.tree().holds(path)) // the project knows it
            raw.record.root = QFileInfo(path).path();
        const QString name = m_ids.name(token(result.categoryId));
        const int wasRefused = raw.refused;
        if (name.isEmpty())
            m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, result.element, QString::fromUtf8(token(result.categoryId)));
        else if (result.shape == CocoAnnotation::Shape::None)
            m_reading.reject(raw, QStringLiteral("shape_without_area"), m_file, result.element);
        raw.refused = wasRefused; // a prediction that is of no use casts no doubt on what was annotated
        if (name.isEmpty() || result.shape == CocoAnnotation::Shape::None)
            return;
        m_hulls += result.shape == CocoAnnotation::Shape::Hull ? 1 : 0;
        RawBox box;
        box.conceptName = m_reading.conceptNamed(name, m_file, result.element);
        box.x0 = result.x;
        box.y0 = result.y;
        box.x1 = result.x + result.width;
        box.y1 = result.y + result.height;
        box.line = result.element;
        box.score = result.score;
        raw.boxes.push_back(box);
    }

    Reading& m_reading;
    CsvNames& m_pictures;
    QString m_file;
    const CocoContent& m_content;
    const CocoIds& m_ids;
    QHash<int, QString> m_places;
    int m_hulls = 0;
};

/// Reads all files of one source: those with boxes first, then those that say less about the same pictures, then predictions.
class CocoSource {
public:
    explicit CocoSource(Reading& reading) : m_reading(reading), m_paths(reading.tree()) {}

    void read()
    {
        for (const QString& file : jsonFiles(m_reading.tree(), JsonKind::Coco))
            if (!m_reading.isCanceled())
                open(file);
        for (const auto& [file, content] : m_later) {
            if (m_wasUsed && speaksOfKnown(content))
                m_reading.issue(Level::Notice, QStringLiteral("not_read"), file, 0, content.kind == CocoKind::Stuff
                    ? SourceText::tr("COCO stuff; another file speaks of the same pictures")
                    : SourceText::tr("COCO keypoints; another file speaks of the same pictures"));
            else
                use(file, content);
        }
        m_reading.dropSureScores();
        readResults();
        if (m_wasUsed || m_reading.tree().isFile)
            m_reading.data.type = ViewType::Detection;
    }

private:
    void readResults()
    {
        const QStringList files = jsonFiles(m_reading.tree(), JsonKind::CocoResults);
        CocoIds ids = m_ids;
        if (!files.isEmpty() && m_reading.tree().knownIds)
            ids.addKnown(m_reading.tree().knownIds());
        CsvNames pictures(m_reading.tree());
        for (const QString& file : files) {
            const std::optional<CocoContent> content = m_reading.isCanceled() ? std::nullopt : parsed(file);
            if (!content || content->kind != CocoKind::Results)
                continue;
            m_reading.took(file);
            m_wasUsed = true;
            CocoResultsReader(m_reading, pictures, file, *content, ids).read();
        }
    }

    void open(const QString& file)
    {
        std::optional<CocoContent> content = parsed(file);
        if (!content || m_reading.isCanceled())
            return;
        if (content->kind == CocoKind::Boxes)
            use(file, *content);
        else if (content->kind == CocoKind::Keypoints || content->kind == CocoKind::Stuff) {
            m_reading.took(file);
            m_later.emplace_back(file, std::move(*content));
        } // of the others nothing can be used: they stay among what nobody took, and are named
    }

    /// Nothing and a row where the file is broken.
    std::optional<CocoContent> parsed(const QString& file)
    {
        try { // one file that is broken must not cost the others
            return parseCoco(m_reading.tree().absolute(file), [this] { return m_reading.isCanceled(); },
                             [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        } catch (const Error& error) {
            if (m_reading.tree().isFile)
                throw Error(SourceText::tr("“%1” cannot be read as COCO: %2. The project was not changed.")
                                .arg(m_reading.tree().absolute(file), error.message()));
            m_reading.took(file);
            m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), file, 0, error.message());
            return std::nullopt;
        }
    }

    void use(const QString& file, const CocoContent& content)
    {
        m_reading.took(file);
        m_wasUsed = true;
        CocoFileReader(m_reading, m_paths, file, content, m_ids).read();
        m_reading.leaveOutside(file, m_paths.takeOutside());
    }

    bool speaksOfKnown(const CocoContent& content) const
    {
        return std::ranges::any_of(content.images, [&](const CocoImage& image) {
            const QString path = m_paths.find(image.fileName).path;
            return !path.isEmpty() && m_reading.holds(path);
        });
    }

    Reading& m_reading;
    SourcePaths m_paths;
    CocoIds m_ids;
    std::vector<std::pair<QString, CocoContent>> m_later;
    bool m_wasUsed = false;
};

} // namespace

Detection detectCoco(const SourceTree& tree)
{
    const QStringList files = jsonFiles(tree, JsonKind::Coco) + jsonFiles(tree, JsonKind::CocoResults);
    if (files.isEmpty())
        return {};
    return {95, SourceText::tr("COCO: %1").arg(files.join(QStringLiteral(", ")))};
}

void readCoco(Reading& reading)
{
    CocoSource(reading).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
    reading.takeSplitsOfFolders();
}

} // namespace core
