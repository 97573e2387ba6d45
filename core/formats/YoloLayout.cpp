#include "core/formats/YoloLayout.h"

#include "core/formats/FolderNames.h"
#include "core/formats/Leftovers.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"
#include "core/formats/SplitLists.h"
#include "core/formats/YoloRows.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace core {

namespace {

QString textOf(const YAML::Node& node)
{
    return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QString pathOf(const YAML::Node& node)
{
    return textOf(node).trimmed().replace(QLatin1Char('\\'), QLatin1Char('/'));
}

/// A file of the set that is not deeper than two folders: what lies deeper describes something else.
bool isNear(const SourceTree& tree, const QString& file)
{
    return tree.isFile || file.count(QLatin1Char('/')) <= 1;
}

bool isYaml(const QString& text)
{
    try { // a file that is broken must not stand before one that is not
        return YAML::Load(text.toStdString()).IsMap();
    } catch (const YAML::Exception&) {
        return false;
    }
}

/// A YAML file with names of classes, and with places of pictures unless `namesOnly`. One that is broken only when there is no other.
QString yamlFile(const SourceTree& tree, bool namesOnly = false)
{
    static const QRegularExpression names(QStringLiteral("^\\s*[\"']?names[\"']?\\s*:"), QRegularExpression::MultilineOption);
    static const QRegularExpression part(QStringLiteral("^\\s*[\"']?(train|val|valid|validation|test)[\"']?\\s*:"), QRegularExpression::MultilineOption);
    QStringList files = tree.withSuffix({QStringLiteral("yaml"), QStringLiteral("yml")});
    const auto order = [](const QString& file) { // the nearest, and of them the one that has the usual name
        return std::pair(file.count(QLatin1Char('/')), QFileInfo(file).completeBaseName().compare(QLatin1String("data"), Qt::CaseInsensitive) != 0);
    };
    std::ranges::stable_sort(files, {}, order);
    QString broken;
    for (const QString& file : std::as_const(files)) {
        const QString text = isNear(tree, file) ? decodeText(startOfFile(tree.absolute(file), 1 << 20)).text : QString();
        if (!text.contains(names) || (!namesOnly && !text.contains(part)))
            continue;
        if (isYaml(text))
            return file;
        broken = broken.isEmpty() ? file : broken;
    }
    return broken;
}

/// Darknet's description: lines "train = …", "valid = …", "names = …".
QMap<QString, QString> dataLines(const QString& text)
{
    QMap<QString, QString> lines;
    for (const QString& line : linesOf(text))
        if (const qsizetype equals = line.indexOf(QLatin1Char('=')); equals > 0 && !line.trimmed().startsWith(QLatin1Char('#')))
            lines.insert(line.left(equals).trimmed().toLower(), line.mid(equals + 1).trimmed().replace(QLatin1Char('\\'), QLatin1Char('/')));
    return lines;
}

QString dataFile(const SourceTree& tree)
{
    for (const QString& file : tree.withSuffix({QStringLiteral("data")})) {
        const auto lines = isNear(tree, file) ? dataLines(decodeText(startOfFile(tree.absolute(file), 65'536)).text) : QMap<QString, QString>();
        if (lines.contains(QStringLiteral("names")) && (lines.contains(QStringLiteral("train")) || lines.contains(QStringLiteral("valid"))))
            return file;
    }
    return {};
}

/// train.txt, valid.txt … whose first line names a picture.
QStringList listFiles(const SourceTree& tree)
{
    QStringList files = tree.withSuffix({QStringLiteral("txt")});
    files.removeIf([&](const QString& file) {
        if (!isNear(tree, file) || !splitOfList(QFileInfo(file).completeBaseName()))
            return true;
        const QStringList lines = linesOf(decodeText(startOfFile(tree.absolute(file), 4096)).text);
        const auto first = std::ranges::find_if(lines, [](const QString& line) { return !line.trimmed().isEmpty(); });
        return first == lines.end() || !isPictureName(first->trimmed());
    });
    return files;
}

/// Of the first hundred label files beside or parallel to a picture: whether there is one at all, and whether one holds rows.
struct Labels {
    bool any = false;
    bool withRows = false;
};

Labels labelsIn(const SourceTree& tree)
{
    QSet<QString> stems; // a.txt and a.jpg.txt
    for (const QString& file : tree.files)
        if (tree.isPicture(file))
            stems << foldedName(QFileInfo(file).completeBaseName()) << foldedName(QFileInfo(file).fileName());
    Labels labels;
    int looked = 0;
    for (const QString& file : tree.withSuffix({QStringLiteral("txt")})) {
        if (!stems.contains(foldedName(QFileInfo(file).completeBaseName())))
            continue;
        if (++looked > 100)
            break;
        const QByteArray start = startOfFile(tree.absolute(file), 16'384);
        const bool isInLabels = foldersOf(file.toLower()).contains(QLatin1String("labels")); // what lies there is meant as rows, unless it is known to be others
        labels.any = labels.any || start.trimmed().isEmpty() || (isInLabels && annotationKind(tree.absolute(file)).isEmpty());
        for (const QString& line : linesOf(decodeText(start).text))
            if (const QString row = line.simplified(); !row.isEmpty()) {
                labels.withRows = labels.withRows || parseYoloRow(row, 1).has_value();
                break;
            }
        if (labels.withRows)
            break;
    }
    labels.any = labels.any || labels.withRows;
    return labels;
}

bool hasLabelFolder(const SourceTree& tree)
{
    const auto in = [&](const char* folder, bool pictures) {
        return std::ranges::any_of(tree.files, [&](const QString& file) {
            return (file.startsWith(QLatin1String(folder)) || file.contains(QLatin1Char('/') + QLatin1String(folder)))
                && (pictures ? tree.isPicture(file) : file.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive));
        });
    };
    return in("labels/", false) && in("images/", true);
}

/// One name a line. An empty line between names is a class without a name: the programs that write labels count it too.
QMap<int, QString> namesInLines(const QString& text)
{
    QMap<int, QString> names;
    const QStringList lines = linesOf(text.trimmed());
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (!lines[i].trimmed().isEmpty())
            names.insert(int(i), lines[i].trimmed());
    return names;
}

/// Reads a description of a set: a YAML file or Darknet's data file.
class Description {
public:
    Description(Reading& reading, QString file) : m_reading(reading), m_tree(reading.tree()), m_file(std::move(file)), m_path(m_tree.absolute(m_file))
    {
        m_reading.took(m_file);
    }

    YoloLayout ofYaml()
    {
        const QString text = wholeText();
        refuseAnchors(text);
        try { // the parser's own exception becomes a sentence
            const YAML::Node root = YAML::Load(text.toStdString());
            takePath(root["path"]);
            m_layout.bases << QFileInfo(m_path).path();
            takeNames(root["names"]);
            if (root["nc"])
                m_layout.count = textOf(root["nc"]).toInt();
            if (const YAML::Node shape = root["kpt_shape"]; shape && shape.IsSequence() && shape.size() == 2)
                m_layout.keypoints = {textOf(shape[0]).toInt(), textOf(shape[1]).toInt()};
            for (const char* key : {"train", "val", "valid", "validation", "test"})
                takePlaces(splitFromKey(QLatin1String(key)), root[key]);
            takePlaces(std::nullopt, root["unassigned"]); // what Oriel writes for pictures without a split
        } catch (const YAML::Exception& error) {
            throw Error(SourceText::tr("“%1” cannot be read at line %2: %3. Nothing was changed.")
                            .arg(m_path).arg(error.mark.line + 1).arg(QString::fromStdString(error.msg)));
        }
        return m_layout;
    }

    YoloLayout ofDataFile()
    {
        m_layout.bases << QFileInfo(m_path).path() << m_tree.root;
        const auto lines = dataLines(wholeText());
        for (const char* key : {"train", "valid", "val", "test"})
            if (const QString place = lines.value(QLatin1String(key)); !place.isEmpty())
                m_layout.places.push_back({splitFromKey(QLatin1String(key)), place, m_file});
        takeNamesFile(lines.value(QStringLiteral("names")));
        if (lines.contains(QStringLiteral("classes")))
            m_layout.count = lines.value(QStringLiteral("classes")).toInt();
        return m_layout;
    }

private:
    QString wholeText() const
    {
        const TextFile file = readText(m_path);
        if (file.guessed)
            m_reading.issue(ImportIssue::Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        return file.text;
    }

    /// They let a file of a few lines grow without end. Comments may hold what looks like them.
    void refuseAnchors(QString text) const
    {
        static const QRegularExpression comment(QStringLiteral("(^|\\s)#.*$"), QRegularExpression::MultilineOption);
        static const QRegularExpression unsafe(QStringLiteral("(:|-)\\s*[&*!][A-Za-z!]"));
        if (text.remove(comment).contains(unsafe))
            throw Error(SourceText::tr("“%1” uses anchors or tags, which are not read. Nothing was changed.").arg(m_path));
    }

    /// The root of the set; often that of another machine, so it is cut from the left until it is there.
    void takePath(const YAML::Node& node)
    {
        const QString beside = QFileInfo(m_path).path();
        for (QString rest = node ? pathOf(node) : QString(); !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            if (const QString folder = QDir::cleanPath(QDir(beside).absoluteFilePath(rest)); QFileInfo(folder).isDir()) {
                m_layout.bases << folder;
                return;
            }
    }

    void takeNames(const YAML::Node& names)
    {
        YoloNames found{m_tree.root, {}};
        if (names && names.IsSequence())
            for (size_t i = 0; i < names.size(); ++i)
                found.byIndex.insert(int(i), textOf(names[i]));
        else if (names && names.IsMap())
            for (const auto& entry : names) {
                bool ok = false;
                const int index = textOf(entry.first).toInt(&ok);
                if (ok && index >= 0)
                    found.byIndex.insert(index, textOf(entry.second));
            }
        else if (names && names.IsScalar() && !textOf(names).isEmpty())
            return takeNamesFile(pathOf(names));
        if (!found.byIndex.isEmpty())
            m_layout.names.push_back(found);
    }

    /// A file with one name a line, which lies in the source; what is no such file is the only name.
    void takeNamesFile(const QString& written)
    {
        for (QString rest = written; !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            for (const QString& base : m_layout.bases)
                if (const QString path = QDir::cleanPath(base + QLatin1Char('/') + rest); QFileInfo(path).isFile() && m_tree.holds(path)) {
                    if (const auto text = m_reading.text(path))
                        m_layout.names.push_back({m_tree.root, namesInLines(text->text)});
                    return;
                }
        if (!written.contains(QLatin1Char('/')) && !written.contains(QLatin1Char('.')) && !written.isEmpty())
            m_layout.names.push_back({m_tree.root, {{0, written}}});
    }

    void takePlaces(std::optional<Split> split, const YAML::Node& node)
    {
        if (node && node.IsSequence())
            for (const auto& part : node)
                m_layout.places.push_back({split, pathOf(part), m_file});
        else if (node && !pathOf(node).isEmpty())
            m_layout.places.push_back({split, pathOf(node), m_file});
    }

    Reading& m_reading;
    const SourceTree& m_tree;
    QString m_file, m_path;
    YoloLayout m_layout;
};

/// images/ + labels/, text files beside the pictures, lists of pictures; names in a file of their own.
YoloLayout layoutOfFolders(Reading& reading)
{
    const SourceTree& tree = reading.tree();
    YoloLayout layout;
    if (const QString yaml = yamlFile(tree, true); !yaml.isEmpty())
        layout = Description(reading, yaml).ofYaml();
    layout.places.clear();
    for (const QString& file : tree.files)
        if (isNamesFile(file))
            if (const auto text = reading.text(tree.absolute(file)))
                layout.names.push_back({QFileInfo(tree.absolute(file)).path(), namesInLines(text->text)});
    layout.bases << tree.root;
    for (const QString& file : listFiles(tree)) // whatever they say of the source, the rest of it belongs to no list
        layout.places.push_back({splitOfList(QFileInfo(file).completeBaseName()), tree.absolute(file), file});
    layout.places.push_back({std::nullopt, tree.root, {}});
    return layout;
}

} // namespace

bool isNamesFile(const QString& relative)
{
    const QString name = QFileInfo(relative).fileName().toLower();
    static const QStringList known = QStringLiteral("classes.txt predefined_classes.txt obj.names class_names.txt classnames.txt _darknet.labels darknet.labels class_list.txt")
                                         .split(QLatin1Char(' '));
    return known.contains(name) || name.endsWith(QLatin1String(".names"));
}

const QMap<int, QString>* YoloLayout::namesFor(const QString& labelFile) const
{
    const YoloNames* nearest = nullptr;
    for (const YoloNames& candidate : names)
        if (labelFile.startsWith(candidate.folder + QLatin1Char('/')) && (!nearest || candidate.folder.size() > nearest->folder.size()))
            nearest = &candidate;
    if (!nearest && !names.empty())
        nearest = &names.front(); // labels/classes.txt beside other folders
    return nearest ? &nearest->byIndex : nullptr;
}

YoloKind yoloKindOf(const SourceTree& tree)
{
    using Evidence = YoloKind::Evidence;
    if (const QString file = yamlFile(tree); !file.isEmpty())
        return {Evidence::Yaml, file};
    if (const QString file = dataFile(tree); !file.isEmpty())
        return {Evidence::DataFile, file};
    if (tree.isFile)
        return {};
    const Labels labels = labelsIn(tree);
    if (labels.any && std::ranges::any_of(tree.files, &isNamesFile))
        return {Evidence::Names, {}};
    if (labels.any && !listFiles(tree).isEmpty())
        return {Evidence::Lists, {}};
    if (labels.any && hasLabelFolder(tree))
        return {Evidence::Folders, {}};
    return {labels.withRows ? Evidence::Labels : Evidence::None, {}};
}

YoloLayout yoloLayout(Reading& reading, const YoloKind& kind)
{
    switch (kind.evidence) {
    case YoloKind::Evidence::Yaml: return Description(reading, kind.file).ofYaml();
    case YoloKind::Evidence::DataFile: return Description(reading, kind.file).ofDataFile();
    default: return layoutOfFolders(reading);
    }
}

} // namespace core
