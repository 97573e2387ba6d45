#include "core/formats/VocParser.h"

#include "core/dataset/Annotation.h"
#include "core/formats/SourceText.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int deepest = 32;

/// Reads by pull, in one pass; DTDs and entities are refused.
class VocParser {
public:
    explicit VocParser(const QString& text) : m_xml(text) {}

    VocFile read()
    {
        try { // becomes a row of the report
            if (!next() || !is("annotation"))
                throw Error(SourceText::tr("it is no VOC annotation"));
            while (next())
                readTop();
        } catch (const Error& error) {
            m_file.failure = error.message();
        }
        if (m_xml.hasError() && m_file.failure.isEmpty())
            m_file.failure = SourceText::tr("%1 (line %2)").arg(m_xml.errorString()).arg(m_xml.lineNumber());
        return m_file;
    }

private:
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
    bool is(const char* name) const { return m_xml.name().compare(QLatin1String(name), Qt::CaseInsensitive) == 0; }

    void readTop()
    {
        if (is("filename"))
            m_file.fileName = text();
        else if (is("path"))
            m_file.path = text();
        else if (is("folder"))
            m_file.folder = text();
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
        const auto flag = [&](int bit) {
            const QString word = text().toLower();
            if (word == QLatin1String("1") || word == QLatin1String("true") || word == QLatin1String("yes"))
                box.flags |= bit;
        };
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
            const bool isX = m_xml.name().startsWith(QLatin1Char('x'), Qt::CaseInsensitive);
            const double value = number();
            isX ? grow(box.x0, box.x1, value) : grow(box.y0, box.y1, value);
        }
        m_file.hasHull = true;
    }

    QXmlStreamReader m_xml;
    VocFile m_file;
    int m_depth = 0;
};

} // namespace

VocFile parseVoc(const QString& text)
{
    return VocParser(text).read();
}

} // namespace core
