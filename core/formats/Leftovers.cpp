#include "core/formats/Leftovers.h"

#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

constexpr int mostNamed = 20; // of one kind, each by its name; the others are counted

/// The words that stand in the first bytes of a kind of file, and its name. The first row whose words are all there wins.
struct Mark {
    std::vector<const char*> words;
    const char* name;
};

const std::vector<Mark>& jsonMarks()
{
    static const std::vector<Mark> marks{
        {{"\"segments_info\""}, QT_TRANSLATE_NOOP("Source", "COCO panoptic segments, which hold no boxes")},
        {{"\"caption\"", "\"image_id\""}, QT_TRANSLATE_NOOP("Source", "COCO captions, which name no concepts")},
        {{"\"keypoints\"", "\"image_id\""}, QT_TRANSLATE_NOOP("Source", "COCO keypoints")},
        {{"\"score\"", "\"image_id\""}, QT_TRANSLATE_NOOP("Source", "COCO results without boxes")},
        {{"\"shapes\"", "\"imagePath\""}, QT_TRANSLATE_NOOP("Source", "labelme annotations")},
        {{"\"region_attributes\""}, QT_TRANSLATE_NOOP("Source", "VGG Image Annotator annotations")},
        {{"\"vid\"", "\"av\""}, QT_TRANSLATE_NOOP("Source", "annotations of VGG Image Annotator 3")},
        {{"\"categories\"", "\"items\""}, QT_TRANSLATE_NOOP("Source", "Datumaro annotations")},
        {{"\"asset\"", "\"regions\""}, QT_TRANSLATE_NOOP("Source", "VoTT annotations")},
        {{"\"assets\"", "\"tags\""}, QT_TRANSLATE_NOOP("Source", "VoTT annotations")},
        {{"\"rectanglelabels\""}, QT_TRANSLATE_NOOP("Source", "Label Studio annotations")},
        {{"\"from_name\"", "\"to_name\""}, QT_TRANSLATE_NOOP("Source", "Label Studio annotations")},
        {{"\"classTitle\""}, QT_TRANSLATE_NOOP("Source", "Supervisely annotations")},
        {{"\"imgWidth\"", "\"objects\""}, QT_TRANSLATE_NOOP("Source", "Cityscapes annotations")},
        {{"\"box2d\""}, QT_TRANSLATE_NOOP("Source", "BDD100K annotations")},
        {{"\"coordinates\"", "\"image\""}, QT_TRANSLATE_NOOP("Source", "Create ML annotations")},
        {{"\"className\"", "\"instances\""}, QT_TRANSLATE_NOOP("Source", "SuperAnnotate annotations")},
        {{"\"External ID\""}, QT_TRANSLATE_NOOP("Source", "Labelbox annotations")},
        {{"\"data_row\""}, QT_TRANSLATE_NOOP("Source", "Labelbox annotations")},
        {{"\"bounding_box\"", "\"item\""}, QT_TRANSLATE_NOOP("Source", "V7 Darwin annotations")},
        {{"\"x_y_w_h\""}, QT_TRANSLATE_NOOP("Source", "RectLabel annotations")},
        {{"\"source-ref\""}, QT_TRANSLATE_NOOP("Source", "SageMaker annotations")},
        {{"\"file_name\"", "\"objects\""}, QT_TRANSLATE_NOOP("Source", "Hugging Face metadata")},
        {{"\"FeatureCollection\""}, QT_TRANSLATE_NOOP("Source", "GeoJSON places")},
        {{"\"gtboxes\""}, QT_TRANSLATE_NOOP("Source", "CrowdHuman annotations")},
        {{"\"annotated_regions\""}, QT_TRANSLATE_NOOP("Source", "project lines or Studio JSON")},
        {{"\"outputs\"", "\"predicted\""}, QT_TRANSLATE_NOOP("Source", "predictions (Vulcan JSON)")},
        {{"\"images\"", "\"annotations\""}, QT_TRANSLATE_NOOP("Source", "COCO annotations")},
    };
    return marks;
}

const std::vector<Mark>& xmlMarks()
{
    static const std::vector<Mark> marks{
        {{"<annotations", "<track"}, QT_TRANSLATE_NOOP("Source", "CVAT annotations of a video")},
        {{"<annotations", "<image"}, QT_TRANSLATE_NOOP("Source", "CVAT annotations")},
        {{"<dataset", "<images"}, QT_TRANSLATE_NOOP("Source", "dlib annotations")},
        {{"<annotation"}, QT_TRANSLATE_NOOP("Source", "Pascal VOC annotations")},
    };
    return marks;
}

QString markIn(const QByteArray& start, const std::vector<Mark>& marks)
{
    for (const Mark& mark : marks)
        if (std::ranges::all_of(mark.words, [&](const char* word) { return start.contains(word); }))
            return SourceText::tr(mark.name);
    return {};
}

/// By the rows of a text file: what they hold is told by how many words and numbers stand in each.
QString kindOfRows(const QByteArray& start)
{
    if (start.startsWith("imagesource:") || start.startsWith("gsd:"))
        return SourceText::tr("DOTA annotations");
    static const QRegularExpression yolo(QStringLiteral("\\A(\\d+( -?\\d*\\.?\\d+(e-?\\d+)?){4,}\\s*\\n?)+\\z"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression visDrone(QStringLiteral("\\A(-?\\d+(,-?\\d+){7},?\\s*\\n?)+\\z"));
    static const QRegularExpression kitti(QStringLiteral("\\A([A-Za-z_]+( -?\\d+\\.?\\d*){14,15}\\s*\\n?)+\\z"));
    static const QRegularExpression corners(QStringLiteral("\\A((-?\\d+\\.?\\d*[ ,]){8}\\S+( \\d)?\\s*\\n?)+\\z"));
    static const QRegularExpression onePicture(QStringLiteral("\\A([^\\n]*\\.\\w{3,4}([ \\t]+-?\\d+\\.?\\d*(,-?\\d+\\.?\\d*){3,})*\\s*\\n?)+\\z"));
    const QString rows = QString::fromLatin1(start.left(std::max<qsizetype>(start.left(4096).lastIndexOf('\n'), start.size() <= 4096 ? start.size() : 0)));
    if (rows.contains(yolo))
        return SourceText::tr("YOLO labels");
    if (rows.contains(onePicture) && rows.contains(QLatin1Char(',')))
        return SourceText::tr("a line of boxes for each picture (keras-yolo3)");
    if (rows.contains(visDrone))
        return SourceText::tr("VisDrone annotations");
    if (rows.contains(kitti))
        return SourceText::tr("KITTI annotations");
    return rows.contains(corners) ? SourceText::tr("boxes by four corners (DOTA, ICDAR)") : QString();
}

bool isText(const QString& suffix)
{
    static const QStringList known{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("json"), QStringLiteral("jsonl"), QStringLiteral("ndjson"),
        QStringLiteral("geojson"), QStringLiteral("xml"), QStringLiteral("txt"), QStringLiteral("yaml"), QStringLiteral("yml"), QStringLiteral("labels"),
        QStringLiteral("names"), QStringLiteral("data"), QStringLiteral("lst"), QStringLiteral("idl"), QStringLiteral("odgt"), QStringLiteral("manifest"),
        QStringLiteral("pbtxt"), QStringLiteral("arff"), QStringLiteral("toml"), QStringLiteral("ann"), QStringLiteral("anno"), QStringLiteral("annot")};
    return known.contains(suffix);
}

/// Files that hold annotations in a form that is not text.
bool isStore(const QString& suffix)
{
    static const QStringList known{QStringLiteral("mat"), QStringLiteral("tfrecord"), QStringLiteral("tfrecords"), QStringLiteral("record"),
        QStringLiteral("parquet"), QStringLiteral("arrow"), QStringLiteral("feather"), QStringLiteral("pkl"), QStringLiteral("pickle"), QStringLiteral("npy"),
        QStringLiteral("npz"), QStringLiteral("h5"), QStringLiteral("hdf5"), QStringLiteral("lmdb"), QStringLiteral("mdb"), QStringLiteral("rec"),
        QStringLiteral("sqlite"), QStringLiteral("db"), QStringLiteral("xlsx"), QStringLiteral("xls"), QStringLiteral("ods")};
    return known.contains(suffix);
}

bool isVideo(const QString& suffix)
{
    static const QStringList known{QStringLiteral("mp4"), QStringLiteral("m4v"), QStringLiteral("avi"), QStringLiteral("mov"), QStringLiteral("mkv"), QStringLiteral("webm"),
        QStringLiteral("mpg"), QStringLiteral("mpeg"), QStringLiteral("wmv")};
    return known.contains(suffix);
}

bool isArchive(const QString& suffix)
{
    static const QStringList known{QStringLiteral("zip"), QStringLiteral("gz"), QStringLiteral("tgz"), QStringLiteral("tar"), QStringLiteral("bz2"), QStringLiteral("xz"),
        QStringLiteral("7z"), QStringLiteral("rar")};
    return known.contains(suffix);
}

/// What people lay beside every set, and what says nothing about its pictures.
bool isPaper(const QString& name)
{
    static const QRegularExpression papers(QStringLiteral("^(readme|licen[cs]e|copying|changelog|citation|notice|requirements|authors|contributing|dockerfile|makefile)\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    return name.contains(papers);
}

} // namespace

QString annotationKind(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (isArchive(suffix))
        return SourceText::tr("an archive; unpack it to read what is in it");
    if (isVideo(suffix))
        return SourceText::tr("a video; take its frames out as pictures");
    if (isStore(suffix))
        return SourceText::tr("a store of another program") + QStringLiteral(" (.%1)").arg(suffix);
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray start = file.read(65'536).trimmed();
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv"))
        return SourceText::tr("a table in which no pictures and their concepts were found");
    if (start.startsWith('{') || start.startsWith('['))
        return markIn(start, jsonMarks());
    if (start.startsWith('<') || suffix == QLatin1String("xml"))
        return markIn(start, xmlMarks());
    if (suffix == QLatin1String("labels") || suffix == QLatin1String("names"))
        return SourceText::tr("a list of names of classes");
    return kindOfRows(start);
}

void nameLeftovers(Reading& reading, const SourceTree& given)
{
    if (given.isFile)
        return;
    const QString prefix = reading.tree().root.mid(given.root.size() + 1); // of the folder that was read
    const QString above = prefix.isEmpty() ? QString() : QStringLiteral("../").repeated(prefix.count(QLatin1Char('/')) + 1);
    const bool isAllLost = !reading.data.type.has_value(); // plain pictures: nothing else speaks about them
    struct Group {
        int count = 0;
        QString last;
    };
    QMap<QString, Group> groups;
    for (const QString& below : given.files) {
        const bool isInside = !prefix.isEmpty() && below.startsWith(prefix + QLatin1Char('/'));
        const QString file = isInside ? below.mid(prefix.size() + 1) : above + below;
        const QFileInfo info(below);
        const QString suffix = info.suffix().toLower();
        if (reading.isTaken(file) || isPaper(info.fileName()) || !(isText(suffix) || isStore(suffix) || isArchive(suffix) || isVideo(suffix)))
            continue;
        if (reading.isCanceled())
            return;
        if (QFile probe(reading.tree().absolute(file)); !probe.open(QIODevice::ReadOnly)) {
            reading.issue(ImportIssue::Level::Rejected, QStringLiteral("bad_file"), file, 0, probe.errorString());
            continue;
        }
        Group& group = groups[info.path() + QLatin1Char('|') + suffix];
        if (++group.count > mostNamed) {
            group.last = file;
            continue;
        }
        const QString kind = annotationKind(given.absolute(below));
        const auto level = isAllLost && !kind.isEmpty() && !isArchive(suffix) && !isVideo(suffix) ? ImportIssue::Level::Rejected : ImportIssue::Level::Notice;
        reading.issue(level, QStringLiteral("not_read"), file, 0,
                      kind.isEmpty() ? SourceText::tr("no kind of annotation that is known") : kind);
    }
    for (const Group& group : std::as_const(groups))
        if (group.count > mostNamed)
            reading.issue(isAllLost ? ImportIssue::Level::Rejected : ImportIssue::Level::Notice, QStringLiteral("not_read"), group.last, 0,
                          SourceText::tr("nor were %Ln more like it", nullptr, group.count - mostNamed));
}

} // namespace core
