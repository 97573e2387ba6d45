#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/Reading.h"
#include "core/formats/ShapeHull.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"

#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>
#include <QScopeGuard>

#include <algorithm>
#include <optional>

namespace core {

namespace {

using Level = ImportIssue::Level;

constexpr int deepest = 32;
constexpr int mostImages = 20'000'000;

bool looksLikeCvat(const QString& path)
{
    QByteArray start = startOfFile(path, 65'536);
    start.removeIf([](char c) { return c == '\0'; }); // UTF-16
    return start.contains("<annotations") && (start.contains("<image") || start.contains("<meta") || start.contains("<track"));
}

QStringList cvatFiles(const SourceTree& tree)
{
    constexpr int looked = 1000, isCvat = 1001; // beside the kinds of JSON
    QStringList files = tree.withSuffix({QStringLiteral("xml")});
    files.removeIf([&](const QString& file) {
        if (tree.isCanceled && tree.isCanceled())
            return true;
        const QString path = tree.absolute(file);
        auto known = tree.kinds->constFind(path);
        if (known == tree.kinds->cend())
            known = tree.kinds->insert(path, looksLikeCvat(path) ? isCvat : looked);
        return *known != isCvat;
    });
    return files;
}

/// Reads one "CVAT for images 1.1" file by pull, in one pass and by pieces, whatever its size. DTDs and entities are refused.
class CvatFileReader {
public:
    CvatFileReader(Reading& reading, SourcePaths& paths, const QString& file)
        : m_reading(reading), m_paths(paths), m_file(file), m_source(reading.tree().absolute(file)) {}

    void read()
    {
        if (!QFileInfo(m_source.fileName()).isFile() || !m_source.open(QIODevice::ReadOnly))
            throw Error(SourceText::tr("it cannot be opened"));
        check();
        const QFileInfo info(m_source.fileName());
        m_folders = {info.path(), info.path() + QStringLiteral("/images")};
        if (info.dir().dirName().compare(QLatin1String("annotations"), Qt::CaseInsensitive) == 0)
            m_folders << QFileInfo(info.path()).path() << QFileInfo(info.path()).path() + QStringLiteral("/images");
        m_split = splitInName(info.completeBaseName());
        if (!next() || m_xml.name() != QLatin1String("annotations"))
            throw Error(m_xml.hasError() ? problem() : SourceText::tr("it holds no annotations of CVAT"));
        while (next())
            readTop();
        if (m_xml.hasError())
            throw Error(problem());
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
    }

private:
    /// Of a broken file nothing is taken, not the half of it.
    void check()
    {
        m_xml.setDevice(&m_source);
        while (next() || m_depth > 0) {
            if (m_depth == 2 && m_xml.isStartElement() && m_xml.name() == QLatin1String("track"))
                throw Error(SourceText::tr("it is of a video; export it from CVAT as “CVAT for images 1.1”"));
            if (m_xml.atEnd() || m_reading.isCanceled())
                break;
        }
        if (m_xml.hasError())
            throw Error(problem());
        m_source.seek(0);
        m_xml.clear();
        m_xml.setDevice(&m_source);
        m_depth = 0;
    }

    QString problem() const { return SourceText::tr("%1 (line %2)").arg(m_xml.errorString()).arg(m_xml.lineNumber()); }

    /// To the next child of the open element; false at its end.
    bool next()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference: throw Error(SourceText::tr("DTDs and entities are not read"));
            case QXmlStreamReader::StartElement:
                if (++m_depth > deepest)
                    throw Error(SourceText::tr("it is nested too deeply"));
                return true;
            case QXmlStreamReader::EndElement: --m_depth; return false;
            default: break;
            }
        }
        return false;
    }

    void skip()
    {
        while (next())
            skip();
    }

    QString text()
    {
        --m_depth;
        return m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }

    void readTop()
    {
        if (m_xml.name() == QLatin1String("meta"))
            readMeta();
        else if (m_xml.name() == QLatin1String("image"))
            readImage();
        else
            skip();
    }

    /// meta/task|project|job/labels/label: the order in which the program lists the concepts.
    void readMeta()
    {
        while (next()) {
            if (m_xml.name() == QLatin1String("label"))
                readLabel();
            else
                readMeta();
        }
    }

    void readLabel()
    {
        QString name, type;
        bool isPart = false; // of a skeleton
        while (next()) {
            if (m_xml.name() == QLatin1String("name"))
                name = text();
            else if (m_xml.name() == QLatin1String("type"))
                type = text();
            else if (m_xml.name() == QLatin1String("parent"))
                isPart = !text().isEmpty();
            else
                skip();
        }
        if (isPart)
            return;
        if (type == QLatin1String("tag"))
            m_reading.labels().conceptNamed(name, m_file);
        else
            m_reading.conceptNamed(name, m_file);
    }

    QString attribute(const char* name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }

    double number(const char* name) const
    {
        bool isNumber = false;
        const double value = attribute(name).trimmed().toDouble(&isNumber);
        return isNumber ? value : qQNaN();
    }

    int line() const { return int(std::min<qint64>(m_xml.lineNumber(), INT_MAX)); }

    void readImage()
    {
        if (++m_images % 256 == 0) {
            if (m_reading.isCanceled())
                throw Error(QString());
            m_reading.progress(m_source.pos(), m_source.size());
        }
        if (m_images > mostImages)
            throw Error(SourceText::tr("more than %1 entries").arg(mostImages));
        const QString name = attribute("name");
        const int at = line();
        const SourcePaths::Answer answer = m_paths.find(name, m_folders);
        if (answer.path.isEmpty()) {
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, at, name);
            return skipAnnotations();
        }
        RawRecord& raw = m_reading.record(answer.path);
        if (m_seen.contains(answer.path)) {
            ++raw.refused;
            m_reading.issue(Level::Rejected, QStringLiteral("claimed_twice"), m_file, at, m_reading.tree().relative(answer.path));
            return skipAnnotations();
        }
        m_seen.insert(answer.path);
        raw.file = m_file;
        raw.record.hasRecord = true;
        const double width = number("width"), height = number("height");
        raw.stated = width >= 1 && height >= 1 && width < 1e9 && height < 1e9 ? QSize(int(width), int(height)) : QSize();
        const auto split = splitInName(attribute("subset"));
        raw.record.split = split ? split : m_split ? m_split : raw.record.split;
        RawRecord& tags = m_reading.labels().record(answer.path);
        tags.file = m_file;
        tags.record.hasRecord = true;
        while (next())
            readShape(m_reading.record(answer.path), tags);
    }

    /// Of a picture that is not taken: counted as read and rejected.
    void skipAnnotations()
    {
        while (next()) {
            ++m_reading.data.annotationsRead;
            ++m_reading.data.annotationsRejected;
            skip();
        }
    }

    void readShape(RawRecord& raw, RawRecord& tags)
    {
        const QString shape = m_xml.name().toString(), label = attribute("label");
        const int at = line();
        RawBox box;
        box.line = at;
        box.flags = attribute("occluded") == QLatin1String("1") ? Occluded : 0;
        if (const QString score = attribute("score"); !score.isEmpty())
            box.score = number("score");
        const std::optional<ShapeHull> hull = hullOf(shape);
        skip();
        const bool isTag = shape == QLatin1String("tag");
        if (!isTag && shape != QLatin1String("box") && !hull) {
            static const QStringList flat{QStringLiteral("polyline"), QStringLiteral("points"), QStringLiteral("cuboid"), QStringLiteral("skeleton")};
            const bool isKnown = flat.contains(shape);
            return m_reading.reject(raw, isKnown ? QStringLiteral("shape_without_area") : QStringLiteral("bad_row"), m_file, at, QStringLiteral("<%1>").arg(shape));
        }
        if (cleanName(label).isEmpty())
            return (isTag ? m_reading.labels() : m_reading).reject(isTag ? tags : raw, QStringLiteral("unknown_class"), m_file, at, QStringLiteral("“”"));
        if (isTag) {
            const QString name = m_reading.labels().conceptNamed(label, m_file, at);
            if (box.score && *box.score != 1)
                tags.record.drafts.push_back({name, std::nullopt, *box.score, std::nullopt, at});
            else
                tags.record.labels << name;
            return;
        }
        hull->writeTo(box);
        m_hulls += m_isTurned || shape != QLatin1String("box") ? 1 : 0;
        box.conceptName = m_reading.conceptNamed(label, m_file, at);
        raw.boxes.push_back(std::move(box));
    }

    /// Nothing: the element is no shape with an area. A shape whose numbers are none gives a broken hull.
    std::optional<ShapeHull> hullOf(const QString& shape)
    {
        ShapeHull hull;
        const double angle = attribute("rotation").isEmpty() ? 0 : number("rotation");
        m_isTurned = angle != 0;
        if (shape == QLatin1String("box")) {
            if (m_isTurned)
                return hullOfTurnedBox(number("xtl"), number("ytl"), number("xbr"), number("ybr"), angle);
            hull.add(number("xtl"), number("ytl"));
            hull.add(number("xbr"), number("ybr"));
        } else if (shape == QLatin1String("polygon")) {
            hull.addPoints(attribute("points"));
        } else if (shape == QLatin1String("ellipse")) {
            return hullOfEllipse(number("cx"), number("cy"), number("rx"), number("ry"), angle);
        } else if (shape == QLatin1String("mask")) { // the runs fill this box, which is as small as can be
            hull.add(number("left"), number("top"));
            hull.add(number("left") + number("width"), number("top") + number("height"));
        } else {
            return std::nullopt;
        }
        return hull;
    }

    Reading& m_reading;
    SourcePaths& m_paths;
    QString m_file;
    QFile m_source;
    QXmlStreamReader m_xml;
    QStringList m_folders;
    std::optional<Split> m_split;
    QSet<QString> m_seen;
    int m_depth = 0, m_images = 0, m_hulls = 0;
    bool m_isTurned = false;
};

} // namespace

Detection detectCvat(const SourceTree& tree)
{
    const QStringList files = cvatFiles(tree);
    if (files.isEmpty())
        return {};
    return {95, SourceText::tr("CVAT: %1").arg(files.mid(0, 5).join(QStringLiteral(", ")))};
}

void readCvat(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    SourcePaths paths(reading.tree());
    reading.readFiles(cvatFiles(reading.tree()), [&](const QString& file) {
        const auto told = qScopeGuard([&] { reading.leaveOutside(file, paths.takeOutside()); }); // what was named before a file broke is told, too
        CvatFileReader(reading, paths, file).read();
    });
}

} // namespace core
