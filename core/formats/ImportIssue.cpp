#include "core/formats/ImportIssue.h"

#include <QCoreApplication>
#include <QHash>

namespace core {

namespace {

/// The sentence of each code; %1 is the detail. Codes are stable: reports and scripts know them.
const QHash<QString, const char*>& sentences()
{
    static const QHash<QString, const char*> all{
        {QStringLiteral("undecodable"), QT_TRANSLATE_NOOP("ImportIssue", "The file is not a picture that can be read. It was left out.")},
        {QStringLiteral("unsupported_kind"), QT_TRANSLATE_NOOP("ImportIssue", "Pictures of this kind are not read; convert it to JPEG or PNG. It was left out.")},
        {QStringLiteral("too_large"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is larger than can be worked with. It was left out.")},
        {QStringLiteral("too_small"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is smaller than 8 pixels on a side. It was left out.")},
        {QStringLiteral("unreadable"), QT_TRANSLATE_NOOP("ImportIssue", "The file cannot be opened. It was left out.")},
        {QStringLiteral("nothing_found"), QT_TRANSLATE_NOOP("ImportIssue", "It was left out: %1")},
        {QStringLiteral("name_not_text"), QT_TRANSLATE_NOOP("ImportIssue", "The name of the file is no text (not UTF-8); rename it. It was left out.")},
        {QStringLiteral("folder_unreadable"), QT_TRANSLATE_NOOP("ImportIssue", "The folder cannot be read: %1. What lies in it was left out.")},
        {QStringLiteral("no_ordinary_file"), QT_TRANSLATE_NOOP("ImportIssue", "This is no ordinary file (a pipe, a device). It was left out.")},
        {QStringLiteral("link_broken"), QT_TRANSLATE_NOOP("ImportIssue", "The link leads nowhere. It was left out.")},
        {QStringLiteral("link_loop"), QT_TRANSLATE_NOOP("ImportIssue", "The link leads back to a folder above it. It was not followed.")},
        {QStringLiteral("masks_not_read"), QT_TRANSLATE_NOOP("ImportIssue", "Pictures that only mark the pixels of other pictures were not read (%1).")},
        {QStringLiteral("outside"), QT_TRANSLATE_NOOP("ImportIssue", "The file points to “%1”, outside of the source. What lies there was left out.")},
        {QStringLiteral("claimed_twice"), QT_TRANSLATE_NOOP("ImportIssue", "Two descriptions claim the picture %1. This one was left out.")},
        {QStringLiteral("split_name_missing"), QT_TRANSLATE_NOOP("ImportIssue", "The list of a split names what is not there: %1.")},
        {QStringLiteral("split_list_unused"), QT_TRANSLATE_NOOP("ImportIssue", "The list of a split names nothing that is there (%1 names).")},
        {QStringLiteral("split_twice"), QT_TRANSLATE_NOOP("ImportIssue", "Pictures stand in the lists of two splits; the first counts (%1).")},
        {QStringLiteral("points_not_read"), QT_TRANSLATE_NOOP("ImportIssue", "The points of poses were not read; their boxes were (%1).")},
        {QStringLiteral("rows_unclear"), QT_TRANSLATE_NOOP("ImportIssue", "What the numbers of the rows mean cannot be told for sure (%1 in a row). The rows were left out.")},
        {QStringLiteral("boxes_unclear"), QT_TRANSLATE_NOOP("ImportIssue", "The boxes leave their pictures, and all of them could be two corners instead of a corner and a size (%1). They were left out.")},
        {QStringLiteral("middles_unclear"), QT_TRANSLATE_NOOP("ImportIssue", "The boxes leave their pictures, and all of them could be given by a corner instead of their middle (%1). They were left out.")},
        {QStringLiteral("picture_unpacked"), QT_TRANSLATE_NOOP("ImportIssue", "Pictures that were not there were taken out of their annotation files, into the project (%1).")},
        {QStringLiteral("ambiguous_concept"), QT_TRANSLATE_NOOP("ImportIssue", "Two views have the concept %1, and the region does not say which is meant. It was left out.")},
        {QStringLiteral("region_misfit"), QT_TRANSLATE_NOOP("ImportIssue", "The concept %1 belongs to a view of another kind of region (boxes, or whole pictures). The region was left out.")},
        {QStringLiteral("view_not_taken"), QT_TRANSLATE_NOOP("ImportIssue", "The view %1 looks into the boxes of another view. Such views are not taken; its annotations were left out (how many stands behind it).")},
        {QStringLiteral("view_of_all"), QT_TRANSLATE_NOOP("ImportIssue", "The view %1 looks only at some pictures of the view above it. Here it is a view of all pictures.")},
        {QStringLiteral("view_type_unknown"), QT_TRANSLATE_NOOP("ImportIssue", "The type of the view %1 is not known. It was left out.")},
        {QStringLiteral("not_local"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is an address, and nothing is downloaded: %1. What is said about it was left out.")},
        {QStringLiteral("image_missing"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is not there: %1. What is said about it was left out.")},
        {QStringLiteral("ambiguous_name"), QT_TRANSLATE_NOOP("ImportIssue", "Several pictures have the name %1, and nothing tells which is meant. It was left out.")},
        {QStringLiteral("extension_mismatch"), QT_TRANSLATE_NOOP("ImportIssue", "The file is of another kind than its name says. It was read as what it is.")},
        {QStringLiteral("first_frame_only"), QT_TRANSLATE_NOOP("ImportIssue", "The file holds several frames; the first is used.")},
        {QStringLiteral("truncated"), QT_TRANSLATE_NOOP("ImportIssue", "The file ends early or is damaged; a part of the picture is missing. It is kept out of training until you accept it.")},
        {QStringLiteral("cmyk"), QT_TRANSLATE_NOOP("ImportIssue", "The picture has printing colours (CMYK); they were converted without a profile.")},
        {QStringLiteral("looks_12bit"), QT_TRANSLATE_NOOP("ImportIssue", "The picture uses only the lower 12 of its 16 bits and will look dark.")},
        {QStringLiteral("depth_scaled"), QT_TRANSLATE_NOOP("ImportIssue", "The picture stores 32-bit, signed or fractional numbers; its darkest and brightest values became black and white.")},
        {QStringLiteral("channels_left_out"), QT_TRANSLATE_NOOP("ImportIssue", "The picture has more than four channels; the first three are used.")},
        {QStringLiteral("odd_file"), QT_TRANSLATE_NOOP("ImportIssue", "The only file of its kind here, often a “not found” placeholder. It is kept out of training until you accept it.")},
        {QStringLiteral("box_not_number"), QT_TRANSLATE_NOOP("ImportIssue", "A corner of the box is not a number. The box was left out (%1).")},
        {QStringLiteral("box_swapped"), QT_TRANSLATE_NOOP("ImportIssue", "The corners of the box were swapped; they were put in order (%1).")},
        {QStringLiteral("box_zero"), QT_TRANSLATE_NOOP("ImportIssue", "The box has no size. It was left out (%1).")},
        {QStringLiteral("box_outside"), QT_TRANSLATE_NOOP("ImportIssue", "The box lies outside of the picture. It was left out (%1).")},
        {QStringLiteral("box_clipped"), QT_TRANSLATE_NOOP("ImportIssue", "The box reached beyond the picture and was cut at its edge (%1).")},
        {QStringLiteral("box_tiny"), QT_TRANSLATE_NOOP("ImportIssue", "The box is less than 2 pixels wide or high (%1).")},
        {QStringLiteral("box_repeated"), QT_TRANSLATE_NOOP("ImportIssue", "The same box stands there twice; one was kept (%1).")},
        {QStringLiteral("box_near_repeat"), QT_TRANSLATE_NOOP("ImportIssue", "Two boxes of one concept lie nearly over each other; both were kept (%1).")},
        {QStringLiteral("box_turned"), QT_TRANSLATE_NOOP("ImportIssue", "The boxes speak of the picture before it is turned upright; they were turned with it.")},
        {QStringLiteral("box_scaled"), QT_TRANSLATE_NOOP("ImportIssue", "The boxes speak of another size of the picture; they were scaled.")},
        {QStringLiteral("orientation_ambiguous"), QT_TRANSLATE_NOOP("ImportIssue", "Whether the boxes were drawn on the upright picture cannot be told; that was assumed.")},
        {QStringLiteral("size_mismatch"), QT_TRANSLATE_NOOP("ImportIssue", "The source states another size and shape than the picture has (%1). Its boxes were left out.")},
        {QStringLiteral("box_to_tag"), QT_TRANSLATE_NOOP("ImportIssue", "Boxes became answers: yes for each concept with a box, no for the others (%1 pictures).")},
        {QStringLiteral("shape_to_box"), QT_TRANSLATE_NOOP("ImportIssue", "Shapes that are no upright boxes were replaced by the boxes around them (%1).")},
        {QStringLiteral("shape_without_area"), QT_TRANSLATE_NOOP("ImportIssue", "A point or line has no area. It was left out.")},
        {QStringLiteral("parts_ignored"), QT_TRANSLATE_NOOP("ImportIssue", "Parts inside of objects are not read; the objects are.")},
        {QStringLiteral("name_differs"), QT_TRANSLATE_NOOP("ImportIssue", "The file speaks of a picture of another name: %1.")},
        {QStringLiteral("encoding_guessed"), QT_TRANSLATE_NOOP("ImportIssue", "The text is not UTF-8; it was read as Windows-1252.")},
        {QStringLiteral("bad_file"), QT_TRANSLATE_NOOP("ImportIssue", "The annotation file cannot be understood: %1. It was left out.")},
        {QStringLiteral("bad_row"), QT_TRANSLATE_NOOP("ImportIssue", "The row cannot be understood: %1. It was left out.")},
        {QStringLiteral("unknown_image"), QT_TRANSLATE_NOOP("ImportIssue", "The annotation belongs to an image that is not listed: %1. It was left out.")},
        {QStringLiteral("unknown_class"), QT_TRANSLATE_NOOP("ImportIssue", "The class %1 is not listed. The annotation was left out.")},
        {QStringLiteral("repeated_id"), QT_TRANSLATE_NOOP("ImportIssue", "The id %1 is given twice. Where it is not clear what it means, what carries it was left out.")},
        {QStringLiteral("bad_id"), QT_TRANSLATE_NOOP("ImportIssue", "An id is missing or cannot be compared (%1). What carries it was left out.")},
        {QStringLiteral("names_joined"), QT_TRANSLATE_NOOP("ImportIssue", "Names that differ only in case are one concept: %1.")},
        {QStringLiteral("ids_differ"), QT_TRANSLATE_NOOP("ImportIssue", "Two files give one class different ids (%1). Predictions go out with the first.")},
        {QStringLiteral("names_repeated"), QT_TRANSLATE_NOOP("ImportIssue", "Two classes have the name %1; they are one concept.")},
        {QStringLiteral("answers_differ"), QT_TRANSLATE_NOOP("ImportIssue", "The source says both yes and no to %1. Neither was taken.")},
        {QStringLiteral("not_read"), QT_TRANSLATE_NOOP("ImportIssue", "The file was not read: %1.")},
        {QStringLiteral("shape_unclear"), QT_TRANSLATE_NOOP("ImportIssue", "What the columns mean cannot be told for sure: %1. Name them in a first row. The table was left out.")},
        {QStringLiteral("more_rows"), QT_TRANSLATE_NOOP("ImportIssue", "There are more rows of this kind (%1).")},
        {QStringLiteral("not_normalised"), QT_TRANSLATE_NOOP("ImportIssue", "The numbers are not shares of the picture between 0 and 1. The row was left out (%1).")},
        {QStringLiteral("names_differ"), QT_TRANSLATE_NOOP("ImportIssue", "“nc” and the number of names differ; the names count.")},
        {QStringLiteral("names_missing"), QT_TRANSLATE_NOOP("ImportIssue", "The classes have no names; they are called class_0, class_1 and so on.")},
        {QStringLiteral("bad_score"), QT_TRANSLATE_NOOP("ImportIssue", "The score of the prediction is no number between 0 and 1. It was left out (%1).")},
        {QStringLiteral("answer_conflict"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is given several classes; the first was kept (%1).")},
        {QStringLiteral("split_unknown"), QT_TRANSLATE_NOOP("ImportIssue", "“%1” is no split. The picture has none.")},
        {QStringLiteral("copies_parted"), QT_TRANSLATE_NOOP("ImportIssue", "Pictures of equal bytes lie in different splits. All of them train (%1).")},
        {QStringLiteral("picture_changed"), QT_TRANSLATE_NOOP("ImportIssue", "The file has changed since it came into the project. Its annotation there was kept.")},
        {QStringLiteral("kept_mine"), QT_TRANSLATE_NOOP("ImportIssue", "The picture is annotated in the project already; that annotation was kept.")},
    };
    return all;
}

} // namespace

QString keyOf(ImportIssue::Level level)
{
    switch (level) {
    case ImportIssue::Level::Repaired: return QStringLiteral("repaired");
    case ImportIssue::Level::Rejected: return QStringLiteral("rejected");
    case ImportIssue::Level::Notice: break;
    }
    return QStringLiteral("notice");
}

QString sentenceOf(const ImportIssue& issue)
{
    if (issue.code == QLatin1String("undecodable") && !issue.detail.isEmpty())
        return issue.detail; // empty, cut off and no picture at all are three things to a person
    const char* sentence = sentences().value(issue.code);
    if (!sentence)
        return issue.detail.isEmpty() ? issue.code : issue.detail;
    const QString translated = QCoreApplication::translate("ImportIssue", sentence);
    return translated.contains(QLatin1String("%1")) ? translated.arg(issue.detail) : translated;
}

} // namespace core
