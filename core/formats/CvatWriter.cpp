#include "core/formats/DataWriter.h"
#include "core/formats/JsonText.h"
#include "core/formats/SourceText.h"
#include "core/formats/TargetFolder.h"

#include <QXmlStreamWriter>

namespace core {

namespace {

/// One annotations.xml, "CVAT for images 1.1", with the pictures below images/.
class CvatWriter final : public DataWriter {
public:
    CvatWriter(TargetFolder& target, const ExportedView& view) : m_target(target), m_view(view) {}

    QString place(const ExportedPicture& picture) const override
    {
        return picture.isNowhere() ? QString() : QStringLiteral("images/") + picture.name;
    }

    QString writtenName(size_t label) const override { return m_view.concepts[label].name; }

    ExportedPicture held(ExportedPicture picture) const override
    {
        picture.gaps.clear();
        for (ExportedBox& box : picture.boxes)
            box.flags &= Occluded;
        if (!picture.isSeen())
            picture.split = Split::Unassigned;
        return withoutNo(std::move(picture));
    }

    void begin() override
    {
        m_file = std::make_unique<TargetFile>(m_target, QStringLiteral("annotations.xml"));
        QByteArray labels;
        for (const ExportedConcept& exported : m_view.concepts)
            labels += element([&](QXmlStreamWriter& xml) {
                xml.writeStartElement(QStringLiteral("label"));
                xml.writeTextElement(QStringLiteral("name"), exported.name);
                xml.writeTextElement(QStringLiteral("type"), m_view.type == ViewType::Detection ? QStringLiteral("rectangle") : QStringLiteral("tag"));
                xml.writeEmptyElement(QStringLiteral("attributes"));
                xml.writeEndElement();
            });
        const QByteArray name = element([&](QXmlStreamWriter& xml) { xml.writeTextElement(QStringLiteral("name"), m_view.name); });
        m_file->append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n<version>1.1</version>\n<meta>\n"
                       + (m_view.hasSplits ? project(name, labels) : "<task>\n" + name + "<mode>annotation</mode>\n<labels>\n" + labels + "</labels>\n</task>\n") + "</meta>\n");
    }

    void picture(const ExportedPicture& picture) override
    {
        if (!picture.isSeen()) // a picture of the list without a shape would mean that nothing is there
            return;
        m_file->append(element([&](QXmlStreamWriter& xml) { writeImage(xml, picture); }));
    }

    void end() override
    {
        m_file->append("</annotations>\n");
        m_file->close();
    }

private:
    /// Subsets belong to projects of CVAT, with a task for each; other readers take them from nowhere else.
    static QByteArray project(const QByteArray& name, const QByteArray& labels)
    {
        QByteArray tasks;
        for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::Unassigned}) {
            const QByteArray subset = subsetOf(split).toUtf8();
            tasks += "<task>\n<name>" + subset + "</name>\n<mode>annotation</mode>\n<subset>" + subset + "</subset>\n</task>\n";
        }
        return "<project>\n" + name + "<labels>\n" + labels + "</labels>\n<tasks>\n" + tasks + "</tasks>\n</project>\n";
    }

    template <class Write>
    static QByteArray element(Write write)
    {
        QByteArray bytes;
        QXmlStreamWriter xml(&bytes);
        write(xml);
        return bytes + '\n';
    }

    void writeImage(QXmlStreamWriter& xml, const ExportedPicture& picture)
    {
        xml.writeStartElement(QStringLiteral("image"));
        xml.writeAttribute(QStringLiteral("id"), QString::number(m_images++));
        xml.writeAttribute(QStringLiteral("name"), picture.path());
        if (m_view.hasSplits)
            xml.writeAttribute(QStringLiteral("subset"), subsetOf(picture.split));
        xml.writeAttribute(QStringLiteral("width"), QString::number(picture.size.width()));
        xml.writeAttribute(QStringLiteral("height"), QString::number(picture.size.height()));
        for (const auto& [label, yes] : picture.answers)
            if (yes) {
                xml.writeEmptyElement(QStringLiteral("tag"));
                xml.writeAttribute(QStringLiteral("label"), writtenName(label));
                xml.writeAttribute(QStringLiteral("source"), QStringLiteral("manual"));
            }
        for (const ExportedBox& box : picture.boxes) {
            xml.writeEmptyElement(QStringLiteral("box"));
            xml.writeAttribute(QStringLiteral("label"), writtenName(box.label));
            xml.writeAttribute(QStringLiteral("source"), QStringLiteral("manual"));
            xml.writeAttribute(QStringLiteral("occluded"), box.flags & Occluded ? QStringLiteral("1") : QStringLiteral("0"));
            const std::pair<const char*, double> corners[] = {{"xtl", box.rect.left()}, {"ytl", box.rect.top()}, {"xbr", box.rect.right()}, {"ybr", box.rect.bottom()}};
            for (const auto& [name, value] : corners)
                xml.writeAttribute(QLatin1String(name), QString::fromLatin1(jsonNumber(value)));
            xml.writeAttribute(QStringLiteral("z_order"), QStringLiteral("0"));
        }
        xml.writeEndElement();
    }

    /// The words that CVAT's own sets use.
    static QString subsetOf(Split split)
    {
        switch (split) {
        case Split::Train: return QStringLiteral("Train");
        case Split::Validation: return QStringLiteral("Validation");
        case Split::Test: return QStringLiteral("Test");
        case Split::Unassigned: break;
        }
        return QStringLiteral("default");
    }

    TargetFolder& m_target;
    const ExportedView& m_view;
    std::unique_ptr<TargetFile> m_file;
    int m_images = 0;
};

QStringList cannotHold(ViewType type)
{
    QStringList lost{SourceText::tr("pictures that nobody has looked at: where they are copied, they stand in no list and have no split")};
    if (type == ViewType::Detection)
        lost << SourceText::tr("that a box is difficult, truncated or a crowd") << SourceText::tr("that a picture was looked at for some concepts only");
    if (type == ViewType::Tagging)
        lost << SourceText::tr("the difference between “no” and “not looked at” of a concept");
    return lost;
}

} // namespace

const DataOutput cvatOutput{
    .title = [] { return SourceText::tr("CVAT for images 1.1"); },
    .holds = [](ViewType) { return true; },
    .cannotHold = &cannotHold,
    .make = [](TargetFolder& target, const ExportedView& view) -> std::unique_ptr<DataWriter> { return std::make_unique<CvatWriter>(target, view); },
    .tellsUnseen = false,
};

} // namespace core
