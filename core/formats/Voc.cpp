#include "core/dataset/Annotation.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/TextFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Level = ImportIssue::Level;
constexpr int deepest = 32;

/// One annotation file, as written.
struct VocFile {
    QString fileName, path;
    QSize size;
    std::vector<RawBox> boxes;
    bool hasParts = false, hasHull = false;
    QString failure; // why it cannot be understood
};

/// Reads by pull, in one pass; DTDs and entities are refused.
class VocParser {
public:
    explicit VocParser(const QString& text) : m_xml(text) {}

    VocFile read()
    {
        try { // becomes a row of the report
            if (!next() || m_xml.name() != QLatin1String("annotation"))
                throw Error(QStringLiteral("not an annotation"));
            while (next())
                readTop();
        } catch (const Error& error) {
            m_file.failure = error.message();
        }
        if (m_xml.hasError() && m_file.failure.isEmpty())
            m_file.failure = QStringLiteral("%1 (line %2)").arg(m_xml.errorString()).arg(m_xml.lineNumber());
        return m_file;
    }

private:
    /// To the next child of the open element; false at its end.
    bool next()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference: throw Error(QStringLiteral("DTD and entities are not read"));
            case QXmlStreamReader::StartElement:
                if (++m_depth > deepest)
                    throw Error(QStringLiteral("nested too deeply"));
                return true;
            case QXmlStreamReader::EndElement: --m_depth; return false;
            default: break;
            }
        }
        return false;
    }

    QString text()
    {
        --m_depth;
        return m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }
    void skip()
    {
        while (next())
            skip();
    }
    bool is(const char* name) const { return m_xml.name() == QLatin1String(name); }

    void readTop()
    {
        if (is("filename"))
            m_file.fileName = text();
        else if (is("path"))
            m_file.path = text();
        else if (is("size"))
            readSize();
        else if (is("object"))
            readObject();
        else
            skip();
    }

    void readSize()
    {
        while (next()) {
            if (is("width"))
                m_file.size.setWidth(int(text().toDouble()));
            else if (is("height"))
                m_file.size.setHeight(int(text().toDouble()));
            else
                skip();
        }
    }

    void readObject()
    {
        RawBox box;
        box.line = int(m_xml.lineNumber());
        box.x0 = box.y0 = box.x1 = box.y1 = qQNaN();
        const auto flag = [&](int bit) { if (text() == QLatin1String("1")) box.flags |= bit; };
        while (next()) {
            if (is("name"))
                box.conceptName = text();
            else if (is("difficult"))
                flag(Difficult);
            else if (is("truncated"))
                flag(TruncatedBox);
            else if (is("occluded"))
                flag(Occluded);
            else if (is("bndbox"))
                readCorners(box);
            else if (is("robndbox"))
                readTurnedBox(box);
            else if (is("polygon"))
                readPolygon(box);
            else if (is("part")) {
                m_file.hasParts = true;
                skip();
            } else
                skip();
        }
        m_file.boxes.push_back(box);
    }

    double number()
    {
        bool ok = false;
        const double value = text().toDouble(&ok);
        return ok ? value : qQNaN();
    }

    void readCorners(RawBox& box)
    {
        box.line = int(m_xml.lineNumber());
        while (next()) {
            if (is("xmin"))
                box.x0 = number();
            else if (is("ymin"))
                box.y0 = number();
            else if (is("xmax"))
                box.x1 = number();
            else if (is("ymax"))
                box.y1 = number();
            else
                skip();
        }
    }

    /// roLabelImg: centre, size, angle in radians -> upright hull.
    void readTurnedBox(RawBox& box)
    {
        box.line = int(m_xml.lineNumber());
        double cx = qQNaN(), cy = cx, w = cx, h = cx, angle = 0;
        while (next()) {
            if (is("cx")) cx = number();
            else if (is("cy")) cy = number();
            else if (is("w")) w = number();
            else if (is("h")) h = number();
            else if (is("angle")) angle = number();
            else skip();
        }
        const double dx = (std::abs(w * std::cos(angle)) + std::abs(h * std::sin(angle))) / 2;
        const double dy = (std::abs(w * std::sin(angle)) + std::abs(h * std::cos(angle))) / 2;
        box.x0 = cx - dx;
        box.x1 = cx + dx;
        box.y0 = cy - dy;
        box.y1 = cy + dy;
        m_file.hasHull = true;
    }

    void readPolygon(RawBox& box)
    {
        if (std::isfinite(box.x0)) // the bndbox is the truth
            return skip();
        box.line = int(m_xml.lineNumber());
        const auto grow = [](double& low, double& high, double value) {
            low = std::isfinite(low) ? std::min(low, value) : value;
            high = std::isfinite(high) ? std::max(high, value) : value;
        };
        while (next()) {
            const bool isX = m_xml.name().startsWith(QLatin1Char('x'));
            const double value = number();
            isX ? grow(box.x0, box.x1, value) : grow(box.y0, box.y1, value);
        }
        m_file.hasHull = true;
    }

    QXmlStreamReader m_xml;
    VocFile m_file;
    int m_depth = 0;
};

/// Splits by picture stem, of ImageSets/Main below the folder above Annotations.
QHash<QString, Split> readImageSets(const QString& base)
{
    QHash<QString, Split> splits;
    for (const char* name : {"trainval", "test", "val", "train"}) { // later ones win: trainval only for names in neither
        const QString path = base + QStringLiteral("/ImageSets/Main/") + QLatin1String(name) + QStringLiteral(".txt");
        if (!QFileInfo::exists(path))
            continue;
        const Split split = splitFromKey(QLatin1String(name)).value_or(Split::Train);
        for (const QString& line : linesOf(readText(path).text))
            if (const QString stem = line.simplified().section(QLatin1Char(' '), 0, 0); !stem.isEmpty())
                splits.insert(stem, split);
    }
    return splits;
}

bool looksLikeVoc(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(4096);
    return start.contains("<annotation") || start.contains(QByteArray("<\0a\0n\0n", 8)) || start.contains(QByteArray("\0<\0a\0n\0n", 9));
}

/// Reads all files of a source and joins them with their pictures.
class VocSource {
public:
    explicit VocSource(Reading& reading) : m_reading(reading), m_paths(reading.tree()) {}

    void read()
    {
        const QStringList files = m_reading.tree().withSuffix({QStringLiteral("xml")});
        for (qsizetype i = 0; i < files.size() && !m_reading.isCanceled(); ++i) {
            readFile(files[i]);
            m_reading.progress(i + 1, files.size());
        }
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), {}, 0, QString::number(m_hulls));
        // One 0 among the lower corners: the set counts from 0 (data.md 4.4)
        for (RawRecord& raw : m_reading.records)
            raw.lowOffset = m_hasZero ? 0 : -1;
        m_reading.addOtherPictures([&](const QString& relative) { return isInVoc(relative); });
        applyImageSets();
    }

private:
    static QString baseOf(const QString& xml)
    {
        const QString folder = QFileInfo(xml).path();
        return QFileInfo(folder).fileName().compare(QLatin1String("Annotations"), Qt::CaseInsensitive) == 0 ? QFileInfo(folder).path() : folder;
    }

    void readFile(const QString& relative)
    {
        const QString path = m_reading.tree().absolute(relative);
        const TextFile text = readText(path);
        VocFile file = VocParser(text.text).read();
        if (!file.failure.isEmpty()) {
            m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), relative, 0, file.failure);
            return;
        }
        if (text.guessed)
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), relative);
        const QString picture = pictureOf(path, file, relative);
        if (picture.isEmpty()) {
            m_reading.data.annotationsRead += qint64(file.boxes.size());
            m_reading.data.annotationsRejected += qint64(file.boxes.size());
            return;
        }
        RawRecord& raw = m_reading.record(picture);
        raw.record.hasRecord = true;
        raw.file = relative;
        raw.stated = file.size;
        m_hulls += file.hasHull ? 1 : 0;
        if (file.hasParts)
            m_reading.issue(Level::Notice, QStringLiteral("parts_ignored"), relative);
        for (RawBox& box : file.boxes) {
            m_hasZero = m_hasZero || box.x0 == 0 || box.y0 == 0;
            if (cleanName(box.conceptName).isEmpty()) {
                m_reading.reject(QStringLiteral("unknown_class"), relative, box.line, box.conceptName);
                continue;
            }
            box.conceptName = m_reading.conceptNamed(box.conceptName);
            raw.boxes.push_back(box);
        }
    }

    QString pictureOf(const QString& xml, const VocFile& file, const QString& relative)
    {
        const QString base = baseOf(xml), stem = QFileInfo(xml).completeBaseName();
        const QStringList folders{base + QStringLiteral("/JPEGImages"), base + QStringLiteral("/images"), QFileInfo(xml).path()};
        SourcePaths::Answer answer = m_paths.find(file.fileName, folders);
        if (answer.path.isEmpty()) // some tools leave the extension out
            answer.path = m_paths.withStem(stem, folders);
        if (answer.path.isEmpty())
            answer = m_paths.find(QString(file.path).replace(QLatin1Char('\\'), QLatin1Char('/')).section(QLatin1Char('/'), -1), folders);
        if (answer.path.isEmpty()) {
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), relative, 0,
                            file.fileName.isEmpty() ? stem : file.fileName);
            return {};
        }
        if (QFileInfo(answer.path).completeBaseName() != stem)
            m_reading.issue(Level::Notice, QStringLiteral("name_differs"), relative, 0, QFileInfo(answer.path).fileName());
        m_bases[QFileInfo(answer.path).path()] = base;
        return answer.path;
    }

    /// Segmentation masks of a VOC devkit lie beside and are no pictures of the set.
    static bool isInVoc(const QString& relative)
    {
        return !relative.contains(QLatin1String("SegmentationClass")) && !relative.contains(QLatin1String("SegmentationObject"));
    }

    void applyImageSets()
    {
        QHash<QString, QHash<QString, Split>> sets;
        for (RawRecord& raw : m_reading.records) {
            const QFileInfo picture(raw.record.path);
            const QString base = m_bases.value(picture.path(), QFileInfo(picture.path()).path());
            if (!sets.contains(base))
                sets.insert(base, readImageSets(base));
            const auto found = sets[base].constFind(picture.completeBaseName());
            if (found != sets[base].cend())
                raw.record.split = *found;
        }
    }

    Reading& m_reading;
    SourcePaths m_paths;
    QHash<QString, QString> m_bases; // picture folder -> folder that holds ImageSets
    bool m_hasZero = false;
    int m_hulls = 0;
};

} // namespace

Detection detectVoc(const SourceTree& tree)
{
    const QStringList files = tree.withSuffix({QStringLiteral("xml")});
    if (files.isEmpty())
        return {};
    const bool isLaidOut = std::ranges::any_of(files, [](const QString& file) { return file.contains(QLatin1String("Annotations/")); });
    for (const QString& file : files.mid(0, 20))
        if (looksLikeVoc(tree.absolute(file)))
            return {isLaidOut ? 95 : 90, QCoreApplication::translate("Source", "Pascal VOC: %n annotation file(s) (XML)", nullptr, int(files.size()))};
    return {};
}

void readVoc(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    VocSource(reading).read();
}

} // namespace core
