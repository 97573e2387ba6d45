#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/JsonElements.h"
#include "core/formats/JsonKind.h"
#include "core/formats/JsonValues.h"
#include "core/formats/Reading.h"
#include "core/formats/ShapeHull.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace core {

namespace {

using Json = nlohmann::json;
using Level = ImportIssue::Level;

constexpr qint64 mostPictureBytes = 256 * 1024 * 1024; // of a picture that lies in the file, as text

/// A shape that is left out, to be told once its picture is known.
struct Refusal {
    const char* code;
    int line = 0;
    QString detail;
};

/// How surely a file belongs to a picture; lower is surer.
enum class Bond { OwnStem, Named, NamedElsewhere, OwnStemElsewhere };

/// One file, of labelme or X-AnyLabeling: the description of one picture.
struct LabelmeFile {
    QString file; // relative
    QString imagePath;
    QSize size;
    std::vector<RawBox> boxes;
    std::vector<Refusal> refusals;
    std::vector<std::pair<QString, bool>> flags; // of the whole picture
    bool hasShapes = false;                      // the list is there, maybe empty
    bool hasPicture = false;                     // the picture lies in the file, too
    int hulls = 0;
    QString picture; // absolute
    Bond bond = Bond::OwnStem;
};

bool areEqual(const LabelmeFile& a, const LabelmeFile& b)
{
    return a.flags == b.flags && std::ranges::equal(a.boxes, b.boxes, [](const RawBox& x, const RawBox& y) {
        return x.conceptName == y.conceptName && x.x0 == y.x0 && x.y0 == y.y0 && x.x1 == y.x1 && x.y1 == y.y1 && x.score == y.score;
    });
}

/// Takes one shape. Its corners are written in any order.
class ShapeTaker {
public:
    explicit ShapeTaker(LabelmeFile& file) : m_file(file) {}

    void take(int number, const Json& shape)
    {
        const QString label = textIn(shape, "label");
        if (label == QLatin1String("__ignore__") || label == QLatin1String("_background_"))
            return; // labelme's own words for what is no object
        if (!shape.is_object())
            return refuse("bad_row", number, SourceText::tr("it is no shape"));
        if (cleanName(label).isEmpty())
            return refuse("unknown_class", number, QStringLiteral("“%1”").arg(cleanName(label)));
        ShapeHull hull;
        if (!hasArea(shape, hull))
            return refuse("shape_without_area", number, {});
        if (hull.points() < 2)
            return refuse("bad_row", number, SourceText::tr("the points of the shape"));
        RawBox box;
        box.conceptName = label;
        box.line = number;
        hull.writeTo(box);
        box.flags = saysYes(shape, "difficult") ? Difficult : 0;
        box.score = scoreIn(shape, "score");
        m_file.hulls += isRectangle(shape) ? 0 : 1;
        m_file.boxes.push_back(std::move(box));
    }

private:
    void refuse(const char* code, int number, const QString& detail) { m_file.refusals.push_back({code, number, detail}); }

    static QString typeOf(const Json& shape)
    {
        const QString type = textIn(shape, "shape_type");
        return type.isEmpty() ? QStringLiteral("polygon") : type; // old versions knew nothing else
    }

    static bool isRectangle(const Json& shape) { return typeOf(shape) == QLatin1String("rectangle"); }

    static bool hasArea(const Json& shape, ShapeHull& hull)
    {
        const QString type = typeOf(shape);
        const Json& points = memberOf(shape, "points");
        if (type == QLatin1String("circle") && points.is_array() && points.size() == 2 && points[0].is_array() && points[1].is_array()
            && points[0].size() >= 2 && points[1].size() >= 2) { // the centre and a point of the rim
            const double x = numberIn(points[0][0]), y = numberIn(points[0][1]);
            const double radius = std::hypot(numberIn(points[1][0]) - x, numberIn(points[1][1]) - y);
            hull = hullOfEllipse(x, y, radius, radius, 0);
            return true;
        }
        static const QStringList flat{QStringLiteral("point"), QStringLiteral("points"), QStringLiteral("line"), QStringLiteral("linestrip"), QStringLiteral("cuboid")};
        if (flat.contains(type))
            return false;
        hull.addPoints(points);
        return true;
    }

    LabelmeFile& m_file;
};

/// Reads all files of a source, joins them with their pictures and settles which file speaks for which.
class LabelmeSource {
public:
    explicit LabelmeSource(Reading& reading) : m_reading(reading), m_tree(reading.tree()), m_paths(m_tree) {}

    void read()
    {
        const QStringList files = jsonFiles(m_tree, JsonKind::Labelme);
        for (qsizetype i = 0; i < files.size() && !m_reading.isCanceled(); ++i) {
            readFile(files[i]);
            if (!m_tree.isFile)
                m_reading.progress(i + 1, files.size());
        }
        m_reading.leaveOutside(files.value(0), m_paths.takeOutside());
        settleClaims();
        m_hasFlags = m_hasFlags || std::ranges::any_of(m_files, [](const LabelmeFile& file) { return std::ranges::any_of(file.flags, [](const auto& flag) { return flag.second; }); });
        for (LabelmeFile& file : m_files)
            take(file);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), {}, 0, QString::number(m_hulls));
        if (m_unpackedCount > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("picture_unpacked"), {}, 0, QString::number(m_unpackedCount));
        m_reading.dropSureScores();
        m_reading.settleTasks();
    }

private:
    void readFile(const QString& relative)
    {
        m_reading.took(relative);
        LabelmeFile file;
        file.file = relative;
        ShapeTaker shapes(file);
        const auto take = [&](const std::string& key, int number, Json& element) {
            if (key == "shapes" && number > 0)
                shapes.take(number, element);
            else if (key == "imagePath")
                file.imagePath = textIn(element);
            else if (key == "imageWidth")
                file.size.setWidth(wholeNumberIn(element));
            else if (key == "imageHeight")
                file.size.setHeight(wholeNumberIn(element));
            else if (key == "flags" && element.is_object())
                takeFlagsOf(element, file);
            else if (key == "oriel") // an export: flags that are false everywhere are answers, too
                m_hasFlags = m_hasFlags || saysYes(element, "flags");
            else if (key == "imageData")
                file.hasPicture = element.is_string() && !element.get_ref<const std::string&>().empty();
            file.hasShapes = file.hasShapes || key == "shapes";
        };
        try { // one file that is broken must not cost the others
            const JsonPass pass = eachJsonElement(m_tree.absolute(relative), take, [this] { return m_reading.isCanceled(); }, {}, mostPictureBytes);
            if (pass.canceled)
                return;
            if (pass.guessed)
                m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), relative);
        } catch (const Error& error) {
            return m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), relative, 0, error.message());
        }
        file.size = file.size.isEmpty() ? QSize() : file.size;
        findPicture(file);
        m_files.push_back(std::move(file));
    }

    static void takeFlagsOf(const Json& flags, LabelmeFile& file)
    {
        for (auto flag = flags.begin(); flag != flags.end(); ++flag)
            if (flag->is_boolean())
                file.flags.emplace_back(QString::fromStdString(flag.key()), flag->get<bool>());
    }

    /// X.json is drawn on X.jpg; the name inside is often left over from before the files were renamed.
    void findPicture(LabelmeFile& file)
    {
        const QString path = m_tree.absolute(file.file), folder = QFileInfo(path).path(), stem = QFileInfo(path).completeBaseName();
        const QStringList folders{folder, folder + QStringLiteral("/images"), folder + QStringLiteral("/../images"), folder + QStringLiteral("/..")};
        file.picture = m_paths.withStem(stem, {folder});
        if (!file.picture.isEmpty())
            return;
        SourcePaths::Answer answer;
        if (!file.imagePath.isEmpty()) {
            file.bond = Bond::Named;
            answer = m_paths.find(file.imagePath, folders);
            if (!answer.path.isEmpty() && QFileInfo(answer.path).path() != folder)
                file.bond = Bond::NamedElsewhere;
        }
        if (answer.path.isEmpty()) {
            file.bond = Bond::OwnStemElsewhere;
            const bool wasAmbiguous = answer.ambiguous;
            answer = m_paths.find(file.file.left(file.file.lastIndexOf(QLatin1Char('.'))), folders);
            answer.ambiguous = answer.ambiguous || wasAmbiguous;
        }
        file.picture = answer.path;
        if (answer.path.isEmpty() && !answer.ambiguous && file.hasPicture)
            file.picture = unpackPicture(file);
        if (file.picture.isEmpty())
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), file.file, 0,
                            file.imagePath.isEmpty() ? stem : file.imagePath);
    }

    /// The picture that lies in the file itself, written to where the project keeps it. Empty: there is no such place, or it is no picture.
    QString unpackPicture(const LabelmeFile& file)
    {
        if (m_tree.unpackTo.isEmpty())
            return {};
        QByteArray text;
        const auto take = [&](const std::string& key, int, Json& element) {
            if (key == "imageData" && element.is_string())
                text = QByteArray::fromStdString(element.get<std::string>());
        };
        eachJsonElement(m_tree.absolute(file.file), take, {}, {}, mostPictureBytes);
        const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        const QString written = QString(file.imagePath).replace(QLatin1Char('\\'), QLatin1Char('/')).section(QLatin1Char('/'), -1);
        const QString name = isPictureName(written) && !isLeftover(written) ? written : QFileInfo(file.file).completeBaseName() + QStringLiteral(".png");
        const QString root = m_tree.unpackTo + QStringLiteral("/embedded/") + QFileInfo(m_tree.given).completeBaseName();
        const QString place = root + QLatin1Char('/') + (QFileInfo(file.file).path() == QLatin1String(".") ? QString() : QFileInfo(file.file).path() + QLatin1Char('/')) + name;
        QSaveFile out(place);
        if (bytes.decodingStatus != QByteArray::Base64DecodingStatus::Ok || bytes.decoded.isEmpty() || place.contains(QLatin1String("/../"))
            || QFileInfo::exists(place) || !QDir().mkpath(QFileInfo(place).path()) || !out.open(QIODevice::WriteOnly)
            || out.write(bytes.decoded) != bytes.decoded.size() || !out.commit())
            return {};
        m_unpackedRoots.insert(place, root);
        ++m_unpackedCount;
        return place;
    }

    /// No picture gets the shapes of two files: the surest claim counts, and where none is surer, only what all of them say.
    void settleClaims()
    {
        std::map<QString, std::vector<LabelmeFile*>> claims;
        for (LabelmeFile& file : m_files)
            if (!file.picture.isEmpty())
                claims[file.picture].push_back(&file);
        for (auto& [picture, rivals] : claims) {
            if (rivals.size() < 2)
                continue;
            std::ranges::stable_sort(rivals, {}, &LabelmeFile::bond);
            const bool isSure = rivals[0]->bond < rivals[1]->bond || areEqual(*rivals[0], *rivals[1]);
            for (size_t i = isSure ? 1 : 0; i < rivals.size(); ++i) {
                m_reading.issue(Level::Rejected, QStringLiteral("claimed_twice"), rivals[i]->file, 0, m_tree.relative(picture));
                rivals[i]->picture.clear();
            }
        }
    }

    void take(LabelmeFile& file)
    {
        if (file.picture.isEmpty()) { // its row was written
            const auto count = qint64(file.boxes.size() + file.refusals.size());
            m_reading.data.annotationsRead += count;
            m_reading.data.annotationsRejected += count;
            return;
        }
        if (!file.imagePath.isEmpty() && foldedName(stemOf(file.imagePath)) != foldedName(stemOf(file.picture)))
            m_reading.issue(Level::Notice, QStringLiteral("name_differs"), file.file, 0, file.imagePath.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1));
        takeBoxes(file);
        if (m_hasFlags) // that are false in every file were never used
            takeFlags(file);
    }

    static QString stemOf(const QString& path)
    {
        const QString name = QString(path).replace(QLatin1Char('\\'), QLatin1Char('/')).section(QLatin1Char('/'), -1);
        return isPictureName(name) ? name.left(name.lastIndexOf(QLatin1Char('.'))) : name;
    }

    void takeBoxes(LabelmeFile& file)
    {
        RawRecord& raw = m_reading.record(file.picture);
        raw.record.root = m_unpackedRoots.value(file.picture);
        raw.file = file.file;
        raw.stated = file.size;
        raw.record.hasRecord = file.hasShapes;
        m_hulls += file.hulls;
        for (const Refusal& refusal : file.refusals)
            m_reading.reject(raw, QLatin1String(refusal.code), file.file, refusal.line, refusal.detail);
        for (RawBox& box : file.boxes) {
            box.conceptName = m_reading.conceptNamed(box.conceptName, file.file, box.line);
            raw.boxes.push_back(std::move(box));
        }
    }

    void takeFlags(const LabelmeFile& file)
    {
        Reading& reading = m_reading.labels();
        RawRecord& raw = reading.record(file.picture);
        raw.record.root = m_unpackedRoots.value(file.picture);
        raw.file = file.file;
        for (const auto& [name, yes] : file.flags)
            if (const QString concept_ = reading.conceptNamed(name, file.file); !concept_.isEmpty()) {
                raw.record.hasRecord = true;
                raw.record.answers.emplace_back(concept_, yes);
            }
    }

    Reading& m_reading;
    const SourceTree& m_tree;
    SourcePaths m_paths;
    std::vector<LabelmeFile> m_files;
    QHash<QString, QString> m_unpackedRoots; // of pictures that lay in their files
    bool m_hasFlags = false;
    int m_unpackedCount = 0;
    int m_hulls = 0;
};

} // namespace

Detection detectLabelme(const SourceTree& tree)
{
    const qsizetype count = jsonFiles(tree, JsonKind::Labelme).size();
    if (count == 0)
        return {};
    return {95, SourceText::tr("labelme or X-AnyLabeling: %Ln file(s)", nullptr, int(count))};
}

void readLabelme(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    LabelmeSource(reading).read();
    if (!reading.tree().isFile)
        reading.addOtherPictures();
    reading.takeSplitsOfFolders();
}

} // namespace core
