#pragma once

#include "core/formats/DataWriter.h"
#include "core/formats/ReadSources.h"
#include "core/formats/TargetFolder.h"
#include "tests/support/Pictures.h"

#include <QDir>

#include <cmath>

/// Exports with all oddities that a project may hold, for the tests of the writers.
namespace exports {

inline QString text(const char8_t* letters) { return QString::fromUtf8(reinterpret_cast<const char*>(letters)); }

/// Names with what files part words by, and indices with holes.
inline core::ExportedView view(core::ViewType type)
{
    core::ExportedView view;
    view.project = text(u8"Obst & \"Gemüse\"");
    view.name = text(u8"Früchte: reif?");
    view.type = type;
    view.concepts = {{text(u8"Äpfel"), 0, QStringLiteral("1")},
                     {QStringLiteral("a, b; c"), 2, QStringLiteral("3")},
                     {QStringLiteral("on/off"), 3, QStringLiteral("4")},
                     {QStringLiteral("the \"best\" <one> & 'more'"), 7, QStringLiteral("8")},
                     {text(u8"日本"), 8, QStringLiteral("9")}};
    view.hasSplits = true;
    return view;
}

struct Odd {
    const char8_t* name;
    QSize size;
    core::Split split;
    core::ItemState state;
};

/// Same names in two folders, names that differ by their suffix alone, umlauts, quotes, portrait and square; annotated, partly,
/// without concept, unseen; boxes of one pixel, at the borders, of the whole picture, between pixels, marked; no split.
inline std::vector<core::ExportedPicture> pictures(core::ViewType type, bool isFlat = false)
{
    using enum core::ItemState;
    using core::Split;
    std::vector<Odd> odd{{u8"a/same.png", {64, 48}, Split::Train, Annotated},
                         {u8"b/same.png", {48, 64}, Split::Validation, Annotated},
                         {u8"b/Über uns, \"neu\".png", {50, 50}, Split::Test, Annotated},
                         {u8"plain 1.png", {64, 48}, Split::Unassigned, Annotated},
                         {u8"nothing.png", {64, 48}, Split::Train, WithoutConcept},
                         {u8"empty.png", {64, 48}, Split::Unassigned, WithoutConcept},
                         {u8"partly.png", {64, 48}, Split::Train, Partly},
                         {u8"unseen.png", {64, 48}, Split::Train, Unseen},
                         {u8"c/unseen.png", {64, 48}, Split::Unassigned, Unseen}};
    std::vector<core::ExportedPicture> all;
    for (size_t i = 0; i < odd.size(); ++i) {
        if (type == core::ViewType::Classification && (odd[i].state == WithoutConcept || odd[i].state == Partly))
            continue;
        core::ExportedPicture picture;
        picture.name = text(odd[i].name);
        if (isFlat)
            picture.name.replace(QLatin1Char('/'), QLatin1Char('-'));
        picture.id = QString::number(i + 1);
        picture.size = odd[i].size;
        picture.split = odd[i].split;
        picture.state = odd[i].state;
        const double w = picture.size.width(), h = picture.size.height();
        if (type == core::ViewType::Classification && picture.isSeen()) {
            picture.answers = {{i % 5, true}};
        } else if (type == core::ViewType::Tagging && picture.isSeen()) {
            for (size_t label = 0; label < 5; ++label)
                if (picture.state != Partly || label < 2)
                    picture.answers.emplace_back(label, picture.state == Annotated && (label + i) % 2 == 0);
        } else if (type == core::ViewType::Detection && picture.state == Annotated) {
            picture.boxes = {{0, {0, 0, w, h}, core::Difficult},
                             {1, {w - 1, h - 1, 1, 1}, core::TruncatedBox},
                             {1, {0, 0, 1, 1}, core::Occluded},
                             {i % 5, {3.3333333333333335, 4.1, 11.7, 12.30000000000001}, 0},
                             {4, {10, 20, 21, 11}, core::Crowd}};
        } else if (type == core::ViewType::Detection && picture.state == Partly) {
            picture.boxes = {{2, {5, 6, 7, 8}, 0}};
            picture.gaps = {4};
        }
        all.push_back(picture);
    }
    return all;
}

/// Writes all of it below `folder`, with pictures. Those that the format has no place for are taken out of the list.
inline std::unique_ptr<core::DataWriter> write(const core::DataOutput& output, core::TargetFolder& folder, const core::ExportedView& view,
                                               std::vector<core::ExportedPicture>& pictures)
{
    auto writer = output.make(folder, view);
    std::erase_if(pictures, [&](const core::ExportedPicture& picture) { return writer->place(picture).isEmpty(); });
    int number = 0;
    writer->begin();
    for (const auto& picture : pictures) {
        if (picture.reference.isEmpty())
            pictures::write(folder.placeFor(writer->place(picture)), pictures::numbered(++number, picture.size.width(), picture.size.height()));
        writer->picture(picture);
    }
    writer->end();
    return writer;
}

inline QString word(double value) { return QString::number(std::round(value * 1e4) / 1e4); }

/// One line for each picture and for each thing said of it, sorted.
inline QStringList linesOf(const core::DataWriter& writer, const std::vector<core::ExportedPicture>& pictures)
{
    QStringList lines;
    for (const auto& picture : pictures) {
        const auto held = writer.held(picture);
        const QString place = picture.reference.isEmpty() ? writer.place(picture) : picture.reference;
        lines << QStringLiteral("%1 %2 %3").arg(place, keyOf(held.split), held.isSeen() ? QStringLiteral("seen") : QStringLiteral("unseen"));
        for (const auto& [label, yes] : held.answers)
            lines << QStringLiteral("%1 %2 %3").arg(place, writer.writtenName(label), yes ? QStringLiteral("yes") : QStringLiteral("no"));
        for (const auto& box : held.boxes)
            lines << QStringLiteral("%1 %2 %3 %4 %5 %6 %7").arg(place, writer.writtenName(box.label), word(box.rect.left()), word(box.rect.top()), word(box.rect.right()), word(box.rect.bottom())).arg(box.flags);
    }
    lines.sort();
    return lines;
}

/// The same of what was read. `root`: the folder of the export.
inline QStringList linesOf(const std::vector<core::SourceData>& sources, const QString& root)
{
    QStringList lines;
    for (const auto& source : sources)
        for (const auto& record : source.records) {
            const QString place = record.path.startsWith(root + QLatin1Char('/')) ? record.path.mid(root.size() + 1) : record.path;
            lines << QStringLiteral("%1 %2 %3").arg(place, keyOf(record.split.value_or(core::Split::Unassigned)), record.hasRecord ? QStringLiteral("seen") : QStringLiteral("unseen"));
            for (const QString& label : record.labels)
                lines << QStringLiteral("%1 %2 yes").arg(place, label);
            for (const auto& [name, yes] : record.answers)
                lines << QStringLiteral("%1 %2 %3").arg(place, name, yes ? QStringLiteral("yes") : QStringLiteral("no"));
            for (const auto& box : record.boxes)
                lines << QStringLiteral("%1 %2 %3 %4 %5 %6 %7").arg(place, box.conceptName, word(box.rect.left()), word(box.rect.top()), word(box.rect.right()), word(box.rect.bottom())).arg(box.flags);
        }
    lines.sort();
    return lines;
}

inline QStringList onlyIn(const QStringList& a, const QStringList& b)
{
    QStringList only = a;
    for (const QString& line : b)
        only.removeOne(line);
    return only;
}

} // namespace exports
