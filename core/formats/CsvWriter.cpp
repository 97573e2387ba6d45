#include "core/formats/CsvCells.h"
#include "core/formats/CsvColumns.h"
#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <algorithm>

namespace core {

namespace {

QByteArray splitCell(Split split)
{
    return split == Split::Unassigned ? QByteArray() : keyOf(split).toUtf8();
}

/// A name that a reader would take apart, since ; and | part names in a cell, stands as a list of one.
QString nameCell(const QString& name)
{
    const bool isParted = name.contains(QLatin1Char(';')) || name.contains(QLatin1Char('|')) || (name.startsWith(QLatin1Char('[')) && name.endsWith(QLatin1Char(']')));
    if (!isParted)
        return name;
    QString escaped = name;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QStringLiteral("[\"") + escaped + QStringLiteral("\"]");
}

/// Whether a reader takes a column of this name for a concept: "width" and "group" say something else of a picture.
bool isReadAsConcept(const QString& name)
{
    const std::vector<CsvRow> rows{{{QStringLiteral("filename"), QStringLiteral("split"), name, QStringLiteral("any concept")}, 1},
                                   {{QStringLiteral("a.png"), QStringLiteral("train"), QStringLiteral("1"), QStringLiteral("0")}, 2},
                                   {{QStringLiteral("b.png"), QStringLiteral("val"), QStringLiteral("0"), QStringLiteral("1")}, 3},
                                   {{QStringLiteral("c.png"), QStringLiteral("val"), QStringLiteral("1"), QString()}, 4}};
    const CsvPictures pictures{[](const QString& written) { return written.endsWith(QLatin1String(".png")); }, [](const QString&) { return QSize(); }};
    const CsvMeaning meaning = meaningOf(rows, QLatin1Char(','), pictures);
    return meaning.verdict == CsvMeaning::Verdict::Clear && meaning.columns.kind == CsvColumns::Kind::Answers && meaning.columns.answers == std::vector{2, 3};
}

/// One table, annotations.csv (RFC 4180), and the pictures beside it: a row a box, a row a picture with its class, or a row a picture
/// with a column a concept that holds 1, 0 or nothing.
class CsvWriter final : public DataWriter {
public:
    CsvWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view)
    {
        for (const ExportedConcept& exported : view.concepts)
            m_names << (view.type != ViewType::Tagging || isReadAsConcept(exported.name) ? exported.name : QStringLiteral("is_") + exported.name);
    }

    QString place(const ExportedPicture& picture) const override
    {
        const bool isNowhere = picture.isNowhere() && m_view.type != ViewType::Tagging;
        return isNowhere ? QString() : QStringLiteral("images/") + picture.name;
    }

    QString writtenName(size_t label) const override { return m_names[qsizetype(label)]; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags &= Crowd;
        if (!picture.isSeen() && m_view.type != ViewType::Tagging)
            picture.split = Split::Unassigned;
        return picture;
    }

    void begin() override
    {
        m_file = std::make_unique<TargetFile>(m_target, QStringLiteral("annotations.csv"));
        switch (m_view.type) {
        case ViewType::Detection: return m_file->append("filename,width,height,class,xmin,ymin,xmax,ymax,crowd,split\r\n");
        case ViewType::Classification: return m_file->append("filename,label,split\r\n");
        case ViewType::Tagging: break;
        }
        QByteArrayList header{"filename", "split"};
        for (const QString& name : std::as_const(m_names))
            header << csvCell(name);
        m_file->append(header.join(',') + "\r\n");
    }

    void picture(const ExportedPicture& picture) override
    {
        const QByteArray name = csvCell(picture.reference.isEmpty() ? place(picture) : picture.reference);
        switch (m_view.type) {
        case ViewType::Detection: return writeBoxes(picture, name);
        case ViewType::Classification:
            if (picture.isSeen() && !picture.answers.empty())
                m_file->append(name + ',' + csvCell(nameCell(m_view.concepts[picture.answers.front().first].name)) + ',' + splitCell(picture.split) + "\r\n");
            return;
        case ViewType::Tagging: return writeAnswers(picture, name);
        }
    }

    void end() override { m_file->close(); }

private:
    void writeBoxes(const ExportedPicture& picture, const QByteArray& name)
    {
        const QByteArray start = name + ',' + QByteArray::number(picture.size.width()) + ',' + QByteArray::number(picture.size.height()) + ',';
        if (picture.isSeen() && picture.boxes.empty()) // looked at, nothing there
            m_file->append(start + ",,,,,," + splitCell(picture.split) + "\r\n");
        for (const ExportedBox& box : picture.boxes) {
            const QRectF& rect = box.rect;
            QByteArrayList cells{csvCell(m_view.concepts[box.label].name)};
            for (const double corner : {rect.left(), rect.top(), rect.right(), rect.bottom()})
                cells << jsonNumber(corner);
            cells << (box.flags & Crowd ? "1" : "0") << splitCell(picture.split);
            m_file->append(start + cells.join(',') + "\r\n");
        }
    }

    void writeAnswers(const ExportedPicture& picture, const QByteArray& name)
    {
        QByteArrayList cells;
        cells.resize(qsizetype(m_view.concepts.size()));
        for (const auto& [label, yes] : picture.answers)
            cells[qsizetype(label)] = yes ? "1" : "0";
        m_file->append(name + ',' + splitCell(picture.split) + (cells.isEmpty() ? "" : ",") + cells.join(',') + "\r\n");
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    QStringList m_names; // of the columns, by the place of the concept
    std::unique_ptr<TargetFile> m_file;
};

QStringList cannotHold(ViewType type)
{
    QStringList lost{SourceText::tr("the index of concepts")};
    if (type == ViewType::Detection)
        lost << SourceText::tr("that a box is difficult, truncated or occluded") << SourceText::tr("that a picture was looked at for some concepts only");
    if (type != ViewType::Tagging)
        lost << SourceText::tr("pictures that nobody has looked at (copied, but in no row and without split)");
    return lost;
}

} // namespace

const DataOutput csvOutput{
    .title = [] { return SourceText::tr("CSV table"); },
    .holds = [](ViewType) { return true; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<CsvWriter>(target, view); },
};

} // namespace core
