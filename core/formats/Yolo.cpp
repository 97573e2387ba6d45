#include "core/formats/FolderNames.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/YoloLayout.h"
#include "core/formats/YoloRows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;

QString withoutSuffix(const QString& path)
{
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    return dot > path.lastIndexOf(QLatin1Char('/')) ? path.left(dot) : path;
}

/// The same path with its last folder of pictures replaced by each usual name of a folder of labels; nothing when it has none.
QStringList parallelPaths(const QString& stem)
{
    static const QStringList ofPictures = QStringLiteral("images image imgs img jpegimages pictures photos").split(QLatin1Char(' '));
    QStringList parts = stem.split(QLatin1Char('/')), paths;
    for (qsizetype i = parts.size() - 2; i >= 0; --i)
        if (ofPictures.contains(parts[i].toLower())) {
            for (const char* folder : {"labels", "label", "Labels", "annotations", "txt"}) {
                parts[i] = QLatin1String(folder);
                paths << parts.join(QLatin1Char('/'));
            }
            break;
        }
    return paths;
}

/// Finds the label file of a picture: in the parallel folder, beside it, or the only one of its name while no other picture has it.
class LabelFiles {
public:
    explicit LabelFiles(const SourceTree& tree) : m_tree(tree)
    {
        for (const QString& file : tree.files)
            if (tree.isPicture(file))
                ++m_pictures[foldedName(QFileInfo(file).completeBaseName())];
        for (const QString& file : tree.withSuffix({QStringLiteral("txt")})) {
            m_byPlace.insert(foldedName(withoutSuffix(file)), file);
            m_byStem[foldedName(QFileInfo(file).completeBaseName())] << file;
        }
    }

    /// Absolute; empty: none. A folder of that name is given too: reading it then says what is wrong.
    QString of(const QString& picture) const
    {
        const QString stem = withoutSuffix(m_tree.relative(picture));
        QStringList places = parallelPaths(stem);
        places << stem << m_tree.relative(picture); // a.txt, a.jpg.txt
        for (const QString& place : std::as_const(places))
            if (const auto found = m_byPlace.constFind(foldedName(place)); found != m_byPlace.cend())
                return m_tree.absolute(*found);
        for (const QString& place : std::as_const(places))
            if (const QString path = QDir::cleanPath(m_tree.absolute(place)) + QStringLiteral(".txt"); QFileInfo::exists(path))
                return path;
        const QString name = foldedName(QFileInfo(picture).completeBaseName());
        const QStringList named = m_byStem.value(name);
        return named.size() == 1 && m_pictures.value(name) == 1 ? m_tree.absolute(named.front()) : QString();
    }

    bool hasPicture(const QString& labels) const { return m_pictures.contains(foldedName(QFileInfo(labels).completeBaseName())); }

private:
    const SourceTree& m_tree;
    QHash<QString, int> m_pictures;      // by folded name without suffix
    QHash<QString, QString> m_byPlace;   // by folded relative path without suffix
    QHash<QString, QStringList> m_byStem;
};

class YoloSource {
public:
    YoloSource(Reading& reading, YoloLayout layout)
        : m_reading(reading), m_layout(std::move(layout)), m_paths(reading.tree()), m_labelFiles(reading.tree()) {}

    void read()
    {
        listNames();
        for (const YoloPlace& place : m_layout.places)
            readPlace(place);
        const YoloShapes shapes(m_rows, m_layout.keypoints);
        for (const Labelled& labelled : m_labelled)
            takeRows(labelled, shapes);
        findLonelyLabels();
        tellCounts();
    }

private:
    /// A picture and the rows of its label file.
    struct Labelled {
        QString picture, labels;
        size_t first = 0, last = 0; // of m_rows
    };

    void listNames()
    {
        for (YoloNames& names : m_layout.names)
            for (QString& name : names.byIndex)
                if (!cleanName(name).isEmpty())
                    name = m_reading.conceptNamed(name);
        const qsizetype named = m_layout.names.empty() ? 0 : m_layout.names.front().byIndex.size();
        if (m_layout.count >= 0 && named > 0 && m_layout.count != named)
            m_reading.issue(Level::Notice, QStringLiteral("names_differ"), {}, 0, QStringLiteral("nc %1, names %2").arg(m_layout.count).arg(named));
    }

    QString relative(const QString& path) const { return m_reading.tree().relative(path); }

    // Pictures -------------------------------------------------------------------------------------------------------

    void readPlace(const YoloPlace& place)
    {
        const QString path = find(place);
        const QFileInfo info(path);
        if (path.isEmpty())
            return;
        if (info.isDir())
            readFolder(path, place.split);
        else if (isPictureName(path))
            readPicture(path, place.split);
        else
            readList(path, place.split);
    }

    /// The folder, list or picture that is meant, cut from the left until it is there; one inside of the source first.
    QString find(const YoloPlace& place)
    {
        QStringList found;
        if (QFileInfo(place.written).isAbsolute() && QFileInfo::exists(place.written))
            found << QDir::cleanPath(place.written);
        QString below = place.written;
        while (below.startsWith(QLatin1Char('/')))
            below.remove(0, 1); // "/" alone is the disk, not the source
        for (QString rest = below; !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            for (const QString& base : m_layout.bases)
                if (const QString path = QDir::cleanPath(base + QLatin1Char('/') + rest); QFileInfo::exists(path))
                    found << path;
        const SourceTree& tree = m_reading.tree();
        const auto inside = std::ranges::find_if(found, [&](const QString& path) { return tree.followsOutside || tree.holds(path); });
        if (inside != found.end())
            return *inside;
        if (found.isEmpty())
            m_reading.issue(Level::Rejected, QStringLiteral("image_missing"), place.file, 0, place.written);
        else if (QFileInfo(found.front()).isDir())
            m_reading.leaveOutside(place.file, found.front());
        else
            m_reading.leaveOutside(place.file, QStringList{found.front()});
        return {};
    }

    void readFolder(const QString& folder, std::optional<Split> split)
    {
        const SourceTree& tree = m_reading.tree();
        const QString prefix = folder == tree.root ? QString() : relative(folder) + QLatin1Char('/');
        if (!tree.isFile && !prefix.startsWith(QLatin1String("../"))) { // listed already, without masks
            for (const QString& file : tree.files)
                if (file.startsWith(prefix) && tree.isPicture(file))
                    readPicture(tree.absolute(file), split);
            return;
        }
        const FolderListing listing = listFolder(folder, [this] { return m_reading.isCanceled(); });
        for (const QString& file : listing.files)
            if (isPictureName(file) || listing.unnamedPictures.contains(file))
                readPicture(folder + QLatin1Char('/') + file, split);
    }

    void readList(const QString& path, std::optional<Split> split)
    {
        const auto text = m_reading.text(path);
        if (!text)
            return;
        QStringList folders = m_layout.bases;
        folders.prepend(QFileInfo(path).path());
        const QStringList lines = linesOf(text->text);
        for (qsizetype i = 0; i < lines.size() && !m_reading.isCanceled(); ++i) {
            if (lines[i].trimmed().isEmpty())
                continue;
            const SourcePaths::Answer answer = m_paths.find(lines[i], folders);
            if (!answer.path.isEmpty())
                readPicture(answer.path, split);
            else if (!answer.outside)
                m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), relative(path),
                                int(i + 1), lines[i].trimmed());
        }
        m_reading.leaveOutside(relative(path), m_paths.takeOutside());
    }

    void readPicture(const QString& picture, std::optional<Split> split)
    {
        if (m_reading.isCanceled())
            return;
        if (m_reading.holds(picture)) {
            const std::optional<Split> before = m_reading.record(picture).record.split;
            m_inTwoSplits += split && before && *split != *before ? 1 : 0;
            return;
        }
        RawRecord& raw = m_reading.record(picture);
        raw.record.split = split ? split : splitOfFolders(relative(picture));
        raw.relative = true;
        if (m_reading.records.size() % 100 == 0)
            m_reading.progress(qint64(m_reading.records.size()), m_reading.tree().files.size());
        const QString labels = m_labelFiles.of(picture);
        if (labels.isEmpty())
            return; // unseen
        raw.file = relative(labels);
        if (const auto text = m_reading.text(labels))
            readRows(picture, labels, text->text);
    }

    // Rows -----------------------------------------------------------------------------------------------------------

    void readRows(const QString& picture, const QString& labels, const QString& text)
    {
        RawRecord& raw = m_reading.record(picture);
        raw.record.hasRecord = true;
        Labelled labelled{picture, labels, m_rows.size(), 0};
        const QStringList lines = linesOf(text);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString line = lines[i].simplified();
            if (line.isEmpty())
                continue;
            if (const auto row = parseYoloRow(line, int(i + 1)))
                m_rows.push_back(*row);
            else
                m_reading.reject(raw, QStringLiteral("bad_row"), raw.file, int(i + 1), line.left(80));
        }
        labelled.last = m_rows.size();
        m_labelled.push_back(labelled);
    }

    void takeRows(const Labelled& labelled, const YoloShapes& shapes)
    {
        RawRecord& raw = m_reading.record(labelled.picture);
        const QMap<int, QString>* names = m_layout.namesFor(labelled.labels);
        bool isTold = false;
        for (size_t i = labelled.first; i < labelled.last; ++i) {
            const YoloShape shape = shapes.of(m_rows[i]);
            if (shape == YoloShape::Unclear && std::exchange(isTold, true)) { // one row for a file says it
                ++raw.refused;
                ++m_reading.data.annotationsRead;
                ++m_reading.data.annotationsRejected;
            } else {
                takeRow(m_rows[i], shape, names, raw);
            }
        }
        if (raw.refused > 0 && raw.boxes.empty()) // all rows refused: not the same as nothing there
            raw.record.hasRecord = false;
    }

    void takeRow(const YoloRow& row, YoloShape shape, const QMap<int, QString>* names, RawRecord& raw)
    {
        if (shape == YoloShape::Unclear)
            return m_reading.reject(raw, QStringLiteral("rows_unclear"), raw.file, row.line, QString::number(row.count));
        if (shape == YoloShape::Scored)
            return m_reading.reject(raw, QStringLiteral("draft_not_taken"), raw.file, row.line);
        if (!(shape == YoloShape::Outline ? row.areShares : row.isBoxShares))
            return m_reading.reject(raw, QStringLiteral("not_normalised"), raw.file, row.line,
                                    QStringLiteral("%1 %2 %3 %4").arg(row.box[0]).arg(row.box[1]).arg(row.box[2]).arg(row.box[3]));
        RawBox box;
        box.line = row.line;
        box.conceptName = nameOf(row.classIndex, names);
        if (box.conceptName.isEmpty())
            return m_reading.reject(raw, QStringLiteral("unknown_class"), raw.file, row.line, QString::number(row.classIndex));
        if (shape == YoloShape::Outline) {
            box.x0 = row.hull[0];
            box.y0 = row.hull[1];
            box.x1 = row.hull[2];
            box.y1 = row.hull[3];
        } else {
            box.x0 = row.box[0] - row.box[2] / 2;
            box.y0 = row.box[1] - row.box[3] / 2;
            box.x1 = row.box[0] + row.box[2] / 2;
            box.y1 = row.box[1] + row.box[3] / 2;
        }
        m_hulls += shape == YoloShape::Outline ? 1 : 0;
        m_poses += shape == YoloShape::Pose ? 1 : 0;
        raw.boxes.push_back(box);
    }

    QString nameOf(int index, const QMap<int, QString>* names)
    {
        if (names)
            return names->value(index);
        m_namesMissing = true;
        return m_reading.conceptNamed(QStringLiteral("class_%1").arg(index));
    }

    // Report ---------------------------------------------------------------------------------------------------------

    void findLonelyLabels()
    {
        for (const QString& file : m_reading.tree().withSuffix({QStringLiteral("txt")})) {
            const bool isInLabels = file.startsWith(QLatin1String("labels/"), Qt::CaseInsensitive) || file.contains(QLatin1String("/labels/"), Qt::CaseInsensitive);
            if (!isInLabels || m_reading.isTaken(file) || m_labelFiles.hasPicture(file))
                continue;
            m_reading.took(file);
            m_reading.issue(Level::Rejected, QStringLiteral("image_missing"), file, 0, QFileInfo(file).completeBaseName());
        }
    }

    void tellCounts()
    {
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), {}, 0, QString::number(m_hulls));
        if (m_poses > 0)
            m_reading.issue(Level::Notice, QStringLiteral("points_not_read"), {}, 0, QString::number(m_poses));
        if (m_namesMissing)
            m_reading.issue(Level::Notice, QStringLiteral("names_missing"), {});
        if (m_inTwoSplits > 0)
            m_reading.issue(Level::Notice, QStringLiteral("split_twice"), {}, 0, QString::number(m_inTwoSplits));
    }

    Reading& m_reading;
    YoloLayout m_layout;
    SourcePaths m_paths;
    LabelFiles m_labelFiles;
    std::vector<YoloRow> m_rows;
    std::vector<Labelled> m_labelled;
    bool m_namesMissing = false;
    int m_hulls = 0, m_poses = 0, m_inTwoSplits = 0;
};

} // namespace

Detection detectYolo(const SourceTree& tree)
{
    using Evidence = YoloKind::Evidence;
    const YoloKind kind = yoloKindOf(tree);
    switch (kind.evidence) {
    case Evidence::Yaml:
    case Evidence::DataFile: return {95, QCoreApplication::translate("Source", "YOLO: %1").arg(kind.file)};
    case Evidence::Names: return {80, QCoreApplication::translate("Source", "YOLO: label files and the names of their classes")};
    case Evidence::Lists: return {80, QCoreApplication::translate("Source", "YOLO: label files and lists of pictures")};
    case Evidence::Folders: return {75, QCoreApplication::translate("Source", "YOLO: folders “images” and “labels”")};
    case Evidence::Labels: return {75, QCoreApplication::translate("Source", "YOLO: label files beside the pictures")};
    case Evidence::None: break;
    }
    return {};
}

void readYolo(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    const YoloKind kind = yoloKindOf(reading.tree());
    if (!kind.file.isEmpty() && QFileInfo(kind.file).completeBaseName() == QLatin1String("data"))
        reading.data.name = QFileInfo(reading.tree().root).fileName(); // every set's file is called data.yaml
    YoloSource(reading, yoloLayout(reading, kind)).read();
}

} // namespace core
