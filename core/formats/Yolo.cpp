#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/TextFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QSet>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Level = ImportIssue::Level;

/// What says which pictures there are and what the classes are called.
struct YoloLayout {
    QMap<int, QString> names; // by class index; gaps allowed
    bool hasNames = false;
    int count = -1;           // "nc", or -1
    std::vector<std::pair<std::optional<Split>, QString>> places; // folder, list file or picture, as written
    QStringList bases;        // absolute folders that the places start from
};

QString yamlText(const YAML::Node& node)
{
    return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QString yamlFile(const SourceTree& tree)
{
    for (const QString& file : tree.withSuffix({QStringLiteral("yaml"), QStringLiteral("yml")})) {
        if (!tree.isFile && file.count(QLatin1Char('/')) > 1)
            continue;
        const QString text = readText(tree.absolute(file)).text;
        static const QRegularExpression names(QStringLiteral("^\\s*[\"']?names[\"']?\\s*:"), QRegularExpression::MultilineOption);
        static const QRegularExpression part(QStringLiteral("^\\s*[\"']?(train|val|test)[\"']?\\s*:"), QRegularExpression::MultilineOption);
        if (text.contains(names) && text.contains(part))
            return file;
    }
    return {};
}

QString pathInYaml(const YAML::Node& node)
{
    return yamlText(node).replace(QLatin1Char('\\'), QLatin1Char('/'));
}

void readNames(const YAML::Node& names, YoloLayout& layout)
{
    layout.hasNames = names.IsSequence() || names.IsMap();
    if (names.IsSequence())
        for (size_t i = 0; i < names.size(); ++i)
            layout.names.insert(int(i), yamlText(names[i]));
    else if (names.IsMap())
        for (const auto& entry : names) {
            bool ok = false;
            const int index = yamlText(entry.first).toInt(&ok);
            if (ok && index >= 0)
                layout.names.insert(index, yamlText(entry.second));
        }
}

YoloLayout layoutOfYaml(const SourceTree& tree, const QString& relative)
{
    const QString path = tree.absolute(relative);
    const QString text = readText(path).text;
    static const QRegularExpression unsafe(QStringLiteral("(:|-)\\s*[&*!][A-Za-z!]"));
    if (text.contains(unsafe))
        throw Error(QCoreApplication::translate("Source", "“%1” uses anchors or tags, which are not read. Nothing was changed.").arg(path));
    YoloLayout layout;
    const QString beside = QFileInfo(path).path();
    try { // the parser's own exception becomes a sentence
        const YAML::Node root = YAML::Load(text.toStdString());
        readNames(root["names"], layout);
        if (root["nc"])
            layout.count = yamlText(root["nc"]).toInt();
        if (root["path"]) { // may be of another machine
            const QString named = pathInYaml(root["path"]);
            for (QString rest = named; !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
                if (const QString folder = QDir(beside).absoluteFilePath(rest); QFileInfo(folder).isDir()) {
                    layout.bases << QDir::cleanPath(folder);
                    break;
                }
        }
        for (const char* key : {"train", "val", "test"}) {
            const YAML::Node node = root[key];
            const auto split = splitFromKey(QLatin1String(key));
            if (node && node.IsSequence())
                for (const auto& part : node)
                    layout.places.emplace_back(split, pathInYaml(part));
            else if (node && !yamlText(node).isEmpty() && !node.IsNull())
                layout.places.emplace_back(split, pathInYaml(node));
        }
    } catch (const YAML::Exception& error) {
        throw Error(QCoreApplication::translate("Source", "“%1” cannot be read at line %2: %3. Nothing was changed.")
                        .arg(path).arg(error.mark.line + 1).arg(QString::fromStdString(error.msg)));
    }
    layout.bases << beside;
    return layout;
}

/// images/ + labels/, or text files beside the pictures with classes.txt.
YoloLayout layoutOfFolders(const SourceTree& tree)
{
    YoloLayout layout;
    for (const QString& name : {QStringLiteral("classes.txt"), QStringLiteral("obj.names"), QStringLiteral("labels/classes.txt")}) {
        if (!tree.files.contains(name))
            continue;
        layout.hasNames = true;
        for (const QString& line : linesOf(readText(tree.absolute(name)).text))
            if (!line.trimmed().isEmpty())
                layout.names.insert(int(layout.names.size()), line.trimmed());
        break;
    }
    layout.bases << tree.root;
    layout.places.emplace_back(std::nullopt, tree.root);
    return layout;
}

/// The picture's label file: images/ -> labels/, else beside it.
QString labelFileOf(const QString& picture)
{
    QString stem = picture.left(picture.lastIndexOf(QLatin1Char('.')));
    const QString beside = stem + QStringLiteral(".txt");
    const qsizetype at = stem.lastIndexOf(QLatin1String("/images/"));
    if (at < 0)
        return beside;
    const QString parallel = stem.replace(at, 8, QStringLiteral("/labels/")) + QStringLiteral(".txt");
    return QFileInfo::exists(parallel) ? parallel : beside;
}

class YoloSource {
public:
    YoloSource(Reading& reading, YoloLayout layout) : m_reading(reading), m_layout(std::move(layout)), m_paths(reading.tree()) {}

    void read()
    {
        listNames();
        std::vector<std::pair<QString, std::optional<Split>>> pictures;
        for (const auto& [split, place] : m_layout.places)
            for (const QString& picture : picturesAt(place))
                pictures.emplace_back(picture, split);
        for (size_t i = 0; i < pictures.size() && !m_reading.isCanceled(); ++i) {
            readPicture(pictures[i].first, pictures[i].second);
            if (i % 100 == 0)
                m_reading.progress(qint64(i + 1), qint64(pictures.size()));
        }
        findLonelyLabels();
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), {}, 0, QString::number(m_hulls));
        if (m_namesMissing)
            m_reading.issue(Level::Notice, QStringLiteral("names_missing"), {});
    }

private:
    void listNames()
    {
        if (m_layout.count >= 0 && m_layout.hasNames && m_layout.count != m_layout.names.size())
            m_reading.issue(Level::Notice, QStringLiteral("names_differ"), {}, 0,
                            QStringLiteral("nc %1, names %2").arg(m_layout.count).arg(m_layout.names.size()));
        for (QString& name : m_layout.names)
            if (!cleanName(name).isEmpty())
                name = m_reading.conceptNamed(name);
    }

    QString relative(const QString& path) const { return QDir(m_reading.tree().root).relativeFilePath(path); }

    QStringList picturesAt(const QString& written)
    {
        const QString place = placeOf(written);
        const QFileInfo info(place);
        if (place.isEmpty()) {
            m_reading.issue(Level::Rejected, QStringLiteral("image_missing"), {}, 0, written);
            return {};
        }
        QStringList pictures;
        if (info.isDir()) {
            for (const QString& file : filesBelow(place))
                if (isPictureName(file))
                    pictures << place + QLatin1Char('/') + file;
        } else if (info.suffix().toLower() == QLatin1String("txt")) {
            QStringList folders = m_layout.bases;
            folders.prepend(info.path());
            const QStringList lines = linesOf(readText(place).text);
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (lines[i].trimmed().isEmpty())
                    continue;
                const SourcePaths::Answer answer = m_paths.find(lines[i], folders);
                if (answer.path.isEmpty())
                    m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"),
                                    relative(place), int(i + 1), lines[i].trimmed());
                else
                    pictures << answer.path;
            }
        }
        return pictures;
    }

    /// The folder or list that is meant, reduced from the left until it exists.
    QString placeOf(const QString& written) const
    {
        if (QFileInfo(written).isAbsolute() && QFileInfo::exists(written))
            return QDir::cleanPath(written);
        for (QString rest = written; !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            for (const QString& base : m_layout.bases)
                if (const QString place = QDir::cleanPath(base + QLatin1Char('/') + rest); QFileInfo::exists(place))
                    return place;
        return {};
    }

    void readPicture(const QString& picture, std::optional<Split> split)
    {
        if (m_reading.holds(picture))
            return;
        RawRecord& raw = m_reading.record(picture);
        raw.record.split = split;
        raw.relative = true;
        const QString labels = labelFileOf(picture);
        if (!QFileInfo::exists(labels))
            return; // unseen
        m_used.insert(labels);
        raw.file = relative(labels);
        raw.record.hasRecord = true;
        const TextFile text = readText(labels);
        const QStringList lines = linesOf(text.text);
        int rows = 0;
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (const QString line = lines[i].simplified(); !line.isEmpty()) {
                ++rows;
                readRow(line.split(QLatin1Char(' ')), int(i + 1), raw);
            }
        if (rows > 0 && raw.boxes.empty()) // all rows refused: not the same as nothing there
            raw.record.hasRecord = false;
    }

    void readRow(const QStringList& cells, int line, RawRecord& raw)
    {
        std::vector<double> numbers;
        for (const QString& cell : cells) {
            bool ok = false;
            numbers.push_back(cell.toDouble(&ok));
            if (!ok)
                return m_reading.reject(QStringLiteral("bad_row"), raw.file, line, cells.join(QLatin1Char(' ')).left(80));
        }
        const size_t count = numbers.size();
        if (count == 6)
            return m_reading.reject(QStringLiteral("draft_not_taken"), raw.file, line);
        if (count < 5 || count % 2 == 0 || numbers[0] < 0 || numbers[0] != std::floor(numbers[0]))
            return m_reading.reject(QStringLiteral("bad_row"), raw.file, line, cells.join(QLatin1Char(' ')).left(80));
        RawBox box;
        box.line = line;
        box.conceptName = nameOf(int(numbers[0]));
        if (box.conceptName.isEmpty())
            return m_reading.reject(QStringLiteral("unknown_class"), raw.file, line, QString::number(int(numbers[0])));
        if (std::any_of(numbers.begin() + 1, numbers.end(), [](double v) { return v > 1.001 || v < -0.001; }))
            return m_reading.reject(QStringLiteral("not_normalised"), raw.file, line, cells.join(QLatin1Char(' ')).left(80));
        if (count == 5) {
            box.x0 = numbers[1] - numbers[3] / 2;
            box.y0 = numbers[2] - numbers[4] / 2;
            box.x1 = numbers[1] + numbers[3] / 2;
            box.y1 = numbers[2] + numbers[4] / 2;
        } else { // corners or a polygon: the box around it
            ++m_hulls;
            box.x0 = box.x1 = numbers[1];
            box.y0 = box.y1 = numbers[2];
            for (size_t i = 1; i + 1 < count; i += 2) {
                box.x0 = std::min(box.x0, numbers[i]);
                box.x1 = std::max(box.x1, numbers[i]);
                box.y0 = std::min(box.y0, numbers[i + 1]);
                box.y1 = std::max(box.y1, numbers[i + 1]);
            }
        }
        raw.boxes.push_back(box);
    }

    QString nameOf(int index)
    {
        if (m_layout.hasNames)
            return m_layout.names.value(index);
        m_namesMissing = true;
        return m_reading.conceptNamed(QStringLiteral("class_%1").arg(index));
    }

    void findLonelyLabels()
    {
        for (const QString& file : m_reading.tree().files)
            if (file.endsWith(QLatin1String(".txt")) && (file.startsWith(QLatin1String("labels/")) || file.contains(QLatin1String("/labels/")))
                && !file.endsWith(QLatin1String("classes.txt")) && !m_used.contains(m_reading.tree().absolute(file)))
                m_reading.issue(Level::Rejected, QStringLiteral("image_missing"), file, 0, QFileInfo(file).completeBaseName());
    }

    Reading& m_reading;
    YoloLayout m_layout;
    SourcePaths m_paths;
    QSet<QString> m_used;
    bool m_namesMissing = false;
    int m_hulls = 0;
};

bool hasLabelFolder(const SourceTree& tree)
{
    const auto in = [&](const char* folder, bool pictures) {
        return std::ranges::any_of(tree.files, [&](const QString& file) {
            return (file.startsWith(QLatin1String(folder)) || file.contains(QLatin1Char('/') + QLatin1String(folder)))
                && (pictures ? isPictureName(file) : file.endsWith(QLatin1String(".txt")));
        });
    };
    return in("labels/", false) && in("images/", true);
}

} // namespace

Detection detectYolo(const SourceTree& tree)
{
    if (const QString file = yamlFile(tree); !file.isEmpty())
        return {95, QCoreApplication::translate("Source", "YOLO: %1").arg(file)};
    if (tree.files.contains(QLatin1String("classes.txt")) || tree.files.contains(QLatin1String("obj.names")))
        return {80, QCoreApplication::translate("Source", "YOLO: label files and the names of their classes")};
    if (hasLabelFolder(tree))
        return {75, QCoreApplication::translate("Source", "YOLO: folders “images” and “labels”")};
    return {};
}

void readYolo(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    const QString file = yamlFile(reading.tree());
    if (!file.isEmpty() && QFileInfo(file).completeBaseName() == QLatin1String("data"))
        reading.data.name = QFileInfo(reading.tree().root).fileName(); // every set's file is called data.yaml
    YoloSource(reading, file.isEmpty() ? layoutOfFolders(reading.tree()) : layoutOfYaml(reading.tree(), file)).read();
}

} // namespace core
