#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"
#include "core/formats/YoloLabelFiles.h"
#include "core/formats/YoloLayout.h"
#include "core/formats/YoloRows.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

using Level = ImportIssue::Level;

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
        m_reading.takeSplitsOfFolders();
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
        for (YoloNames& names : m_layout.names) {
            QSet<QString> written;
            for (auto named = names.byIndex.begin(); named != names.byIndex.end(); ++named) {
                QString& name = *named;
                if (cleanName(name).isEmpty())
                    continue;
                if (written.contains(cleanName(name)))
                    m_reading.issue(Level::Notice, QStringLiteral("names_repeated"), {}, 0, cleanName(name));
                written.insert(cleanName(name));
                name = m_reading.conceptNamed(name);
                if (!m_reading.data.conceptIds.contains(name))
                    m_reading.data.conceptIds.insert(name, QString::number(named.key()));
            }
        }
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
        raw.record.split = split;
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
        if (shape == YoloShape::Scored)
            box.score = row.score;
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
    YoloLabelFiles m_labelFiles;
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
    case Evidence::DataFile: return {95, SourceText::tr("YOLO: %1").arg(kind.file)};
    case Evidence::Names: return {80, SourceText::tr("YOLO: label files and the names of their classes")};
    case Evidence::Lists: return {80, SourceText::tr("YOLO: label files and lists of pictures")};
    case Evidence::Folders: return {75, SourceText::tr("YOLO: folders “images” and “labels”")};
    case Evidence::Labels: return {75, SourceText::tr("YOLO: label files beside the pictures")};
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
