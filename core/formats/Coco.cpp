#include "core/dataset/Annotation.h"
#include "core/formats/CocoParser.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;

/// COCO files are one long line, so the kind is told by the keys near the start or the end (categories usually come last).
bool looksLikeCoco(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray sample = file.read(65'536);
    if (file.size() > 65'536) {
        file.seek(std::max<qint64>(65'536, file.size() - 65'536));
        sample += file.readAll();
    }
    const QByteArray start = sample.trimmed();
    const bool isResults = start.startsWith('[') && start.contains("\"image_id\"") && start.contains("\"bbox\"");
    const int keys = int(start.contains("\"images\"")) + int(start.contains("\"annotations\"")) + int(start.contains("\"categories\""));
    return isResults || keys >= 2;
}

QStringList cocoFiles(const SourceTree& tree)
{
    QStringList files = tree.withSuffix({QStringLiteral("json")});
    files.removeIf([&](const QString& file) { return file.count(QLatin1Char('/')) > 2 || !looksLikeCoco(tree.absolute(file)); });
    return files;
}

/// Joins what one file lists with the pictures below the source.
class CocoFileReader {
public:
    CocoFileReader(Reading& reading, SourcePaths& paths, const QString& relative) : m_reading(reading), m_paths(paths), m_file(relative) {}

    void read()
    {
        const QString path = m_reading.tree().absolute(m_file);
        CocoContent content = parseCoco(path, [this] { return m_reading.isCanceled(); },
                                        [this](qint64 done, qint64 total) { m_reading.progress(done, total); });
        if (m_reading.isCanceled())
            return;
        for (const CocoCategory& category : content.categories) {
            if (m_names.contains(category.id))
                m_reading.issue(Level::Notice, QStringLiteral("repeated_id"), m_file, category.element, QString::number(category.id));
            else
                m_names.insert(category.id, m_reading.conceptNamed(category.name));
        }
        const QStringList folders = foldersFor(path);
        const auto split = splitInName(QFileInfo(path).completeBaseName()).has_value() ? splitInName(QFileInfo(path).completeBaseName())
                                                                                       : splitInName(QFileInfo(QFileInfo(path).path()).fileName());
        for (const CocoImage& image : content.images)
            takeImage(image, folders, split);
        for (const CocoAnnotation& annotation : content.annotations)
            takeAnnotation(annotation);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
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

    void takeImage(const CocoImage& image, const QStringList& folders, std::optional<Split> split)
    {
        if (m_places.contains(image.id) || m_missing.contains(image.id)) {
            m_reading.issue(Level::Notice, QStringLiteral("repeated_id"), m_file, image.element, QString::number(image.id));
            return;
        }
        const SourcePaths::Answer answer = m_paths.find(image.fileName, folders);
        if (answer.path.isEmpty()) {
            m_missing.insert(image.id);
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file,
                            image.element, image.fileName);
            return;
        }
        RawRecord& raw = m_reading.record(answer.path);
        raw.record.hasRecord = true;
        raw.record.sourceId = QString::number(image.id);
        raw.record.split = split ? split : raw.record.split;
        raw.stated = image.size;
        raw.file = m_file;
        m_places.insert(image.id, answer.path);
    }

    void takeAnnotation(const CocoAnnotation& annotation)
    {
        const auto place = m_places.constFind(annotation.imageId);
        const auto name = m_names.constFind(annotation.categoryId);
        if (m_missing.contains(annotation.imageId)) { // the row of its picture says it
            ++m_reading.data.annotationsRead;
            ++m_reading.data.annotationsRejected;
            return;
        }
        if (place == m_places.cend())
            return m_reading.reject(QStringLiteral("unknown_image"), m_file, annotation.element, QString::number(annotation.imageId));
        if (name == m_names.cend())
            return m_reading.reject(QStringLiteral("unknown_class"), m_file, annotation.element, QString::number(annotation.categoryId));
        if (annotation.shape == CocoAnnotation::Shape::None)
            return m_reading.reject(QStringLiteral("shape_without_area"), m_file, annotation.element);
        m_hulls += annotation.shape == CocoAnnotation::Shape::Hull ? 1 : 0;
        RawBox box;
        box.conceptName = *name;
        box.x0 = annotation.x;
        box.y0 = annotation.y;
        box.x1 = annotation.x + annotation.width;
        box.y1 = annotation.y + annotation.height;
        box.flags = annotation.crowd ? Crowd : 0;
        box.line = annotation.element;
        m_reading.record(*place).boxes.push_back(box);
    }

    Reading& m_reading;
    SourcePaths& m_paths;
    QString m_file;
    QHash<qint64, QString> m_names;
    QHash<qint64, QString> m_places;
    QSet<qint64> m_missing;
    int m_hulls = 0;
};

} // namespace

Detection detectCoco(const SourceTree& tree)
{
    const QStringList files = cocoFiles(tree);
    if (files.isEmpty())
        return {};
    return {95, QCoreApplication::translate("Source", "COCO: %1").arg(files.join(QStringLiteral(", ")))};
}

void readCoco(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    SourceTree tree = reading.tree();
    // annotations/x.json: the pictures lie below the folder above
    if (tree.isFile && QFileInfo(tree.root).fileName().compare(QLatin1String("annotations"), Qt::CaseInsensitive) == 0)
        tree.root = QFileInfo(tree.root).path();
    SourcePaths paths(tree);
    for (const QString& file : cocoFiles(reading.tree()))
        if (!reading.isCanceled())
            CocoFileReader(reading, paths, file).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
}

} // namespace core
