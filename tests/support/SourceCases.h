#pragma once

#include "tests/support/ProgramCases.h"

#include <QTest>

/// Small sources as people bring them, after public reports about readers of every format, and what is right of each. All
/// pictures are 64 × 48.
namespace sources {

inline QByteArray voc(const QByteArray& fileName, const QByteArray& name) // 4,4,20,20
{
    return "<annotation><filename>" + fileName + "</filename><size><width>64</width><height>48</height></size><object><name>" + name
        + "</name><bndbox><xmin>5</xmin><ymin>5</ymin><xmax>20</xmax><ymax>20</ymax></bndbox></object></annotation>";
}

inline const QByteArray viaHeader = "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n";
inline QByteArray viaRow(const QByteArray& file, const QByteArray& shape, const QByteArray& attributes)
{
    const auto quoted = [](QByteArray json) { return '"' + json.replace("\"", "\"\"") + '"'; };
    return file + ",1234,\"{}\",1,0," + quoted(shape) + ',' + quoted(attributes) + '\n';
}
inline const QByteArray viaRect = R"({"name":"rect","x":5,"y":6,"width":15,"height":16})";

inline std::vector<Case> cocoCases()
{
    const QByteArray one = image("1", "a.png"), two = one + ',' + image("2", "b.png");
    return {
        {"ids are texts", words("a.png b.png"), {{"x.json", coco(image("\"f_a\"", "a.png") + ',' + image("\"f_b\"", "b.png"), box("\"f_b\"", "1", "1,1,9,9"))}},
         lines("a.png: nothing\nb.png: cat 1,1,10,10")},
        {"ids above what a double holds", words("a.png b.png"),
         {{"x.json", coco(image("9007199254740993", "a.png") + ',' + image("9007199254740992", "b.png"), box("9007199254740992", "1", "1,1,9,9"))}},
         lines("a.png: nothing\nb.png: cat 1,1,10,10")},
        {"a number is not its text", words("a.png b.png"),
         {{"x.json", coco(image("1", "a.png") + ',' + image("\"1\"", "b.png"), box("\"1\"", "1", "1,1,9,9"))}}, lines("a.png: nothing\nb.png: cat 1,1,10,10")},
        {"texts of numbers, as VIA writes them", words("a.png"), {{"x.json", coco(image("0", "a.png"), box("\"0\"", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"7.0 is 7", words("a.png"), {{"x.json", coco(image("7", "a.png"), box("7.0", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"an id is null", words("a.png b.png"), {{"x.json", coco(image("null", "a.png") + ',' + image("2", "b.png"), box("null", "1", "1,1,9,9"))}},
         lines("a.png: unseen\nb.png: nothing\n! bad_id x.json")},
        {"an id is missing", words("a.png"), {{"x.json", coco(one, R"({"category_id":1,"bbox":[1,1,9,9]})")}}, lines("a.png: unseen\n! bad_id x.json")},
        {"ids that fit no picture", words("a.png b.png"), {{"x.json", coco(two, box("\"a\"", "1", "1,1,9,9") + ',' + box("\"b\"", "1", "1,1,9,9"))}},
         lines("a.png: unseen\nb.png: unseen\n! unknown_image x.json")},
        {"an id of a picture that is not listed", words("a.png b.png"), {{"x.json", coco(two, box("1", "1", "1,1,9,9") + ',' + box("99", "1", "1,1,9,9"))}},
         lines("a.png: cat 1,1,10,10\nb.png: nothing\n! unknown_image x.json")},
        {"a picture in two spellings", words("a.png"), {{"x.json", coco(one + ',' + image("1", "./a.png"), box("1", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"files that number the classes differently", words("a.png b.png"),
         {{"train.json", coco(one, box("1", "1", "1,1,9,9"))}, {"val.json", coco(image("2", "b.png"), box("2", "0", "1,1,9,9"), R"({"id":0,"name":"cat"})")}},
         lines("a.png @train: cat 1,1,10,10\nb.png @val: cat 1,1,10,10\n~ ids_differ val.json")},
        {"UTF-16", words("a.png"), {{"x.json", utf16(coco(one, box("1", "1", "1,1,9,9")))}}, lines("a.png: cat 1,1,10,10")},
        {"pictures that were converted", words("a.png b.png"), {{"x.json", coco(image("1", "a.jpg") + ',' + image("2", "b.jpg"), box("1", "1", "1,1,9,9"))}},
         lines("a.png: cat 1,1,10,10\nb.png: nothing")},
        {"a picture that is gone beside one of its name", words("a.png b.jpg"), {{"x.json", coco(image("1", "a.jpg") + ',' + image("2", "b.jpg"), box("1", "1", "1,1,9,9"))}},
         lines("a.png: unseen\nb.jpg: nothing\n! image_missing x.json")},
        {"corners instead of a corner and a size", words("a.png b.png"),
         {{"x.json", coco(two, box("1", "1", "20,10,60,40") + ',' + box("1", "1", "30,20,50,45") + ',' + box("2", "1", "1,2,6,40"))}},
         lines("a.png: unseen\nb.png: unseen\n! boxes_unclear x.json")},
        {"boxes beyond the edge", words("a.png"), {{"x.json", coco(one, box("1", "1", "50,10,20,9") + ',' + box("1", "1", "5,40,9,20") + ',' + box("1", "1", "1,2,6,9"))}},
         lines("a.png: cat 50,10,64,19; cat 5,40,14,48; cat 1,2,7,11")},
        {"an address", words("a.png"), {{"x.json", coco(image("1", "https://host/x/a.png?token=1"), box("1", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"one file for the folders of all splits", words("images/train/a.png images/val/b.png"),
         {{"all.json", coco(image("1", "train/a.png") + ',' + image("2", "val/b.png"), box("1", "1", "1,1,9,9"))}},
         lines("images/train/a.png @train: cat 1,1,10,10\nimages/val/b.png @val: nothing")},
        {"an id of two pictures", words("a.png b.png c.png"),
         {{"x.json", coco(image("1", "a.png") + ',' + image("1", "b.png") + ',' + image("2", "c.png"), box("1", "1", "1,1,9,9") + ',' + box("2", "2", "1,1,9,9"))}},
         lines("a.png: unseen\nb.png: unseen\nc.png: dog 1,1,10,10\n! repeated_id x.json")},
        {"the same picture listed twice", words("a.png"), {{"x.json", coco(one + ',' + one, box("1", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"an id of two classes", words("a.png b.png"),
         {{"x.json", coco(two, box("1", "1", "1,1,9,9") + ',' + box("2", "2", "1,1,9,9"), R"({"id":1,"name":"cat"},{"id":1,"name":"cow"},{"id":2,"name":"dog"})")}},
         lines("a.png: unseen\nb.png: dog 1,1,10,10\n! repeated_id x.json\n! unknown_class x.json")},
        {"two classes of one name", words("a.png"),
         {{"x.json", coco(one, box("1", "1", "1,1,9,9") + ',' + box("1", "2", "20,20,9,9"), R"({"id":1,"name":"cat"},{"id":2,"name":"cat"})")}},
         lines("a.png: cat 1,1,10,10; cat 20,20,29,29\n~ names_repeated x.json")},
        {"two classes that differ in case", words("a.png"),
         {{"x.json", coco(one, box("1", "1", "1,1,9,9") + ',' + box("1", "2", "20,20,9,9"), R"({"id":1,"name":"Cat"},{"id":2,"name":"cat"})")}},
         lines("a.png: Cat 1,1,10,10; Cat 20,20,29,29\n~ names_joined x.json")},
        {"names are numbers", words("a.png"), {{"x.json", coco(one, box("1", "1", "1,1,9,9"), R"({"id":1,"name":0})")}}, lines("a.png: 0 1,1,10,10")},
        {"a class without a name", words("a.png b.png"), {{"x.json", coco(two, box("1", "1", "1,1,9,9"), R"({"id":1,"name":null})")}},
         lines("a.png: unseen\nb.png: nothing\n! unknown_class x.json")},
        {"a name of control characters", words("a.png"), {{"x.json", coco(one, box("1", "1", "1,1,9,9"), R"({"id":1,"name":"\u0001 \u0002"})")}},
         lines("a.png: unseen\n! unknown_class x.json")},
        {"no classes at all", words("a.png b.png"), {{"x.json", "{\"images\":[" + two + "],\"annotations\":[" + box("1", "1", "1,1,9,9") + "]}"}},
         lines("a.png: unseen\nb.png: nothing\n! unknown_class x.json")},
        {"a list of pictures without annotations says nothing", words("a.png"), {{"image_info_test2017.json", "{\"images\":[" + one + "],\"categories\":[{\"id\":1,\"name\":\"cat\"}]}"}},
         lines("a.png @test: unseen")},
        {"crowd is a truth value", words("a.png"), {{"x.json", coco(one, box("1", "1", "1,1,9,9", ",\"iscrowd\":true"))}}, lines("a.png: cat 1,1,10,10 crowd")},
        {"captions beside instances", words("a.png"),
         {{"captions_val2017.json", coco(one, R"({"id":1,"image_id":1,"caption":"a cat"})", {})}, {"instances_val2017.json", coco(one, box("1", "1", "1,1,9,9"))}},
         lines("a.png @val: cat 1,1,10,10\n~ not_read captions_val2017.json")},
        {"captions alone", words("a.png"), {{"captions_val2017.json", coco(one, R"({"id":1,"image_id":1,"caption":"a cat"})", {})}},
         lines("a.png: unseen\n! not_read captions_val2017.json")},
        {"panoptic alone", words("a.png"), {{"panoptic.json", coco(one, R"({"image_id":1,"file_name":"a.png","segments_info":[{"id":1,"category_id":1,"bbox":[1,1,9,9]}]})")}},
         lines("a.png: unseen\n! not_read panoptic.json")},
        {"keypoints beside instances", words("a.png"),
         {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))}, {"person_keypoints.json", coco(one, box("1", "2", "2,2,9,9", ",\"keypoints\":[1,1,2]"))}},
         lines("a.png: cat 1,1,10,10\n~ not_read person_keypoints.json")},
        {"keypoints alone have boxes", words("a.png"), {{"person_keypoints.json", coco(one, box("1", "2", "2,2,9,9", ",\"keypoints\":[1,1,2]"))}},
         lines("a.png: dog 2,2,11,11")},
        {"keypoints of other pictures", words("a.png b.png"),
         {{"instances_val.json", coco(one, box("1", "1", "1,1,9,9"))}, {"keypoints_train.json", coco(image("2", "b.png"), box("2", "2", "2,2,9,9", ",\"keypoints\":[1,1,2]"))}},
         lines("a.png @val: cat 1,1,10,10\nb.png @train: dog 2,2,11,11")},
        {"stuff beside instances", words("a.png"),
         {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))},
          {"stuff.json", coco(one, box("1", "92", "0,0,64,48"), R"({"id":92,"name":"banner","supercategory":"textile-stuff"})")}},
         lines("a.png: cat 1,1,10,10\n~ not_read stuff.json")},
        {"results beside instances", words("a.png"),
         {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))}, {"results.json", "[" + box("1", "2", "2,2,9,9", ",\"score\":0.5") + "]"}},
         lines("a.png: cat 1,1,10,10 ?dog 2,2,11,11 0.5")},
        {"a cut file beside a good one", words("a.png"),
         {{"good.json", coco(one, box("1", "1", "1,1,9,9"))}, {"cut.json", coco(one, box("1", "1", "1,1,9,9")).chopped(30)}},
         lines("a.png: cat 1,1,10,10\n! bad_file cut.json")},
        {"a cut file alone", words("a.png"), {{"cut.json", coco(one, box("1", "1", "1,1,9,9")).chopped(30)}}, lines("a.png: unseen\n! bad_file cut.json")},
        {"a mask that claims more than any picture", words("a.png"),
         {{"x.json", coco(one, R"({"image_id":1,"category_id":1,"segmentation":{"size":[9e18,9e18],"counts":[0,9e18]}})")}}, lines("a.png: unseen\n! shape_without_area x.json")},
        {"a mask's text that overflows", words("a.png"),
         {{"x.json", coco(one, R"({"image_id":1,"category_id":1,"segmentation":{"size":[48,64],"counts":"oooooooooooooooooooooooooooo"}})")}},
         lines("a.png: unseen\n! shape_without_area x.json")},
        {"an outline beside an empty box", words("a.png"),
         {{"x.json", coco(one, R"({"image_id":1,"category_id":1,"bbox":[0,0,0,0],"segmentation":[[2,3,8,3,8,7]]})")}}, lines("a.png: cat 2,3,8,7")},
        {"an outline without the outer list", words("a.png"),
         {{"x.json", coco(one, R"({"image_id":1,"category_id":1,"segmentation":[2,3,8,3,8,7]})")}}, lines("a.png: cat 2,3,8,7")},
        {"all boxes of a picture are refused", words("a.png b.png"), {{"x.json", coco(two, box("1", "1", "70,1,9,9") + ',' + box("1", "1", "5,5,0,0"))}},
         lines("a.png: unseen\nb.png: nothing\n! box_outside x.json\n! box_zero x.json")},
        {"a path instead of a name", words("images/a.png"), {{"x.json", coco(R"({"id":1,"path":"/home/me/images/a.png"})", box("1", "1", "1,1,9,9"))}},
         lines("images/a.png: cat 1,1,10,10")},
        {"NaN of Python", words("a.png b.png"), {{"x.json", coco(two, box("1", "1", "NaN,1,9,-Infinity") + ',' + box("2", "1", "1,1,9,9", ",\"note\":\"NaN \\\" Infinity\""))}},
         lines("a.png: unseen\nb.png: cat 1,1,10,10\n! box_not_number x.json")},
        {"byte order mark", words("a.png"), {{"x.json", "\xEF\xBB\xBF" + coco(one, box("1", "1", "1,1,9,9"))}}, lines("a.png: cat 1,1,10,10")},
        {"roboflow folders", words("train/a.png valid/b.png"),
         {{"train/_annotations.coco.json", coco(one, box("1", "1", "1,1,9,9"))}, {"valid/_annotations.coco.json", coco(image("1", "b.png"), box("1", "2", "1,1,9,9"))}},
         lines("train/a.png @train: cat 1,1,10,10\nvalid/b.png @val: dog 1,1,10,10")},
    };
}

inline QByteArray longTagLists()
{
    QByteArray table = "image,tags\n";
    for (int i = 0; i < 50; ++i)
        table += (i % 2 ? "a.png" : "b.png") + QByteArray(",\"x") + QByteArray(";y").repeated(40) + "\"\n";
    return table;
}

inline std::vector<Case> tableCases()
{
    const QByteArray openImages = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n";
    return {
        {"names without suffix", words("train/000c.png train/0016.png"), {{"train.csv", "filename,label\n000c,healthy\n0016,mild\n"}},
         lines("train/000c.png @train: =healthy\ntrain/0016.png @train: =mild")},
        {"numbers padded with zeros", words("images/000139.png images/000285.png"), {{"t.csv", "image_id,breed\n139,pug\n285,pug\n"}},
         lines("images/000139.png: =pug\nimages/000285.png: =pug")},
        {"image_id with suffix", words("a.png b.png"), {{"t.csv", "image_id,label\na.png,cat\nb.png,dog\n"}}, lines("a.png: =cat\nb.png: =dog")},
        {"class by number beside its name", words("a.png b.png"), {{"t.csv", "image,class,class_name\na.png,0,cat\nb.png,1,dog\n"}}, lines("a.png: =cat\nb.png: =dog")},
        {"index column of pandas", words("a.png b.png c.png"), {{"t.csv", "Unnamed: 0,filename,label\n0,a.png,cat\n1,b.png,dog\n2,c.png,cat\n"}},
         lines("a.png: =cat\nb.png: =dog\nc.png: =cat")},
        {"index beside answers", words("a.png b.png c.png"), {{"t.csv", ",filename,cat,dog\n0,a.png,1,0\n1,b.png,0,1\n2,c.png,0,0\n"}},
         lines("a.png: +cat -dog\nb.png: -cat +dog\nc.png: -cat -dog")},
        {"a counter that happens to be 0 and 1", words("a.png b.png"), {{"t.csv", "id,filename,cat\n0,a.png,1\n1,b.png,0\n"}}, lines("a.png: +cat\nb.png: -cat")},
        {"flags are no answers", words("a.png b.png"), {{"t.csv", "filename,age,verified\na.png,17,1\nb.png,21,0\n"}}, lines("a.png: unseen\nb.png: unseen\n! not_read t.csv")},
        {"one answer among other columns is no table of answers", words("a.png b.png"), {{"t.csv", "filename,age,sex,cat\na.png,17,f,1\nb.png,21,m,0\n"}},
         lines("a.png: unseen\nb.png: unseen\n! not_read t.csv")},
        {"the header says what is an answer", words("a.png b.png"), {{"t.csv", "filename,age,sex,is_cat\na.png,17,f,1\nb.png,21,m,0\n"}},
         lines("a.png: +is_cat\nb.png: -is_cat")},
        {"one picture twice, agreeing", words("a.png b.png"), {{"t.csv", "filename,cat,dog\na.png,1,0\na.png,1,0\nb.png,0,1\n"}}, lines("a.png: +cat -dog\nb.png: -cat +dog")},
        {"one picture twice, differing", words("a.png b.png"), {{"t.csv", "filename,cat,dog\na.png,1,0\na.png,0,0\nb.png,0,1\n"}},
         lines("a.png: -dog\nb.png: -cat +dog\n! answers_differ t.csv")},
        {"columns that differ in case", words("a.png b.png"), {{"t.csv", "filename,cat,Cat\na.png,1,1\nb.png,1,0\n"}},
         lines("a.png: +cat\nb.png: unseen\n! answers_differ t.csv\n~ names_joined t.csv")},
        {"no cell of a row says anything", words("a.png b.png"), {{"t.csv", "filename,cat,dog\na.png,,\nb.png,1,0\n"}}, lines("a.png: unseen\nb.png: +cat -dog")},
        {"a label of control characters", words("a.png b.png"), {{"t.csv", "filename,label\na.png,\x01\x02\nb.png,dog\n"}},
         lines("a.png: unseen\nb.png: =dog\n! unknown_class t.csv")},
        {"a box without a class", words("a.png b.png"), {{"t.csv", "filename,class,xmin,ymin,xmax,ymax\na.png,,1,1,9,9\nb.png,dog,1,1,9,9\n"}},
         lines("a.png: unseen\nb.png: dog 1,1,9,9\n! unknown_class t.csv")},
        {"a class without a box", words("a.png b.png"), {{"t.csv", "filename,class,xmin,ymin,xmax,ymax\na.png,cat,,,,\nb.png,dog,1,1,9,9\n"}},
         lines("a.png: unseen\nb.png: dog 1,1,9,9\n! box_not_number t.csv")},
        {"no finding", words("a.png b.png"), {{"t.csv", "image_id,class_name,class_id,x_min,y_min,x_max,y_max\na,No finding,14,,,,\nb,mass,3,1,1,9,9\n"}},
         lines("a.png: nothing\nb.png: mass 1,1,9,9")},
        {"left, top, width, height", words("a.png"), {{"t.csv", "filename,label,left,top,width,height\na.png,cat,5,6,15,16\n"}}, lines("a.png: cat 5,6,20,22")},
        {"bbox_x … beside width and height of the picture", words("a.png"),
         {{"t.csv", "label_name,bbox_x,bbox_y,bbox_width,bbox_height,image_name,image_width,image_height\ncat,5,6,15,16,a.png,64,48\n"}}, lines("a.png: cat 5,6,20,22")},
        {"make-sense without header", words("a.png"), {{"labels_my-project.csv", "cat,5,6,15,16,a.png,64,48\n"}}, lines("a.png: cat 5,6,20,22")},
        {"centre and size", words("a.png"), {{"t.csv", "image,label,cx,cy,w,h\na.png,cat,20,20,10,8\n"}}, lines("a.png: cat 15,16,25,24")},
        {"centre and size as shares", words("a.png"), {{"t.csv", "image;label;x_center;y_center;width;height\na.png;cat;0,5;0,5;0,25;0,25\n"}}, lines("a.png: cat 24,18,40,30")},
        {"GTSRB", words("00000.png"), {{"GT-00000.csv", "Filename;Width;Height;Roi.X1;Roi.Y1;Roi.X2;Roi.Y2;ClassId\n00000.png;64;48;5;6;20;22;7\n"}}, lines("00000.png: 7 5,6,20,22")},
        {"a list in one cell", words("a.png b.png"), {{"t.csv", "image_id,width,height,label,bbox\na,64,48,wheat,\"[34.0, 22.0, 16.0, 12.0]\"\nb,64,48,wheat,\"[1, 40, 5, 5]\"\n"}},
         lines("a.png: wheat 34,22,50,34\nb.png: wheat 1,40,6,45")},
        {"Open Images", words("0001.png"), {{"train-annotations-bbox.csv", openImages + "0001,xclick,/m/0cmf2,1,0.1,0.5,0.2,0.6,0,0,1,0,0\n"}},
         lines("0001.png @train: /m/0cmf2 6.4,9.6,32,28.8 crowd")},
        {"Open Images, predictions", words("0001.png"), {{"t.csv", openImages + "0001,x,/m/0cmf2,0.7,0.1,0.5,0.2,0.6,0,0,0,0,0\n"}},
         lines("0001.png: unseen ?/m/0cmf2 6.4,9.6,32,28.8 0.7")},
        {"Open Images, labels of whole pictures", words("0001.png 0002.png"), {{"t.csv", "ImageID,Source,LabelName,Confidence\n0001,v,/m/a,1\n0001,v,/m/b,0\n0002,v,/m/b,1\n"}},
         lines("0001.png: +/m/a -/m/b\n0002.png: +/m/b")},
        {"class second without header", words("a.png b.png c.png"), {{"t.csv", "a.png, 1, 35, 21, 44, 30\nb.png, 1, 40, 24, 48, 33\nc.png, 1, 33, 19, 46, 29\n"}},
         lines("a.png: 1 35,21,44,30\nb.png: 1 40,24,48,33\nc.png: 1 33,19,46,29")},
        {"five numbers that may be either", words("a.png"), {{"t.csv", "a.png,1,2,30,40,45\n"}}, lines("a.png: unseen\n! shape_unclear t.csv")},
        {"corner and size without header", words("a.png b.png"), {{"t.csv", "a.png,30,20,15,16,cat\nb.png,5,6,15,16,dog\n"}},
         lines("a.png: cat 30,20,45,36\nb.png: dog 5,6,20,22")},
        {"corners without header", words("a.png b.png"), {{"t.csv", "a.png,30,20,45,36,cat\nb.png,,,,,\n"}}, lines("a.png: cat 30,20,45,36\nb.png: nothing")},
        {"numbers that are no boxes", words("a.png b.png"), {{"t.csv", "a.png,300,20,45,360,cat\nb.png,500,6,15,160,dog\n"}},
         lines("a.png: unseen\nb.png: unseen\n! shape_unclear t.csv")},
        {"boxes without a class", words("a.png"), {{"t.csv", "filename,xmin,ymin,xmax,ymax\na.png,1,1,9,9\n"}}, lines("a.png: unseen\n! shape_unclear t.csv")},
        {"cloud table", words("a.png b.png"), {{"t.csv", "TRAIN,gs://bucket/a.png,cat,0.1,0.25,,,0.5,0.75,,\nVALIDATION,gs://bucket/b.png,dog,0.5,0.5,,,1,1,,\n"}},
         lines("a.png @train: cat 6.4,12,32,36\nb.png @val: dog 32,24,64,48")},
        {"cloud table of labels", words("a.png b.png"), {{"t.csv", "TRAIN,gs://bucket/a.png,cat\nTEST,gs://bucket/b.png,dog\n"}}, lines("a.png @train: =cat\nb.png @test: =dog")},
        {"is_valid", words("a.png b.png"), {{"labels.csv", "name,label,is_valid\na.png,cat,False\nb.png,dog,True\n"}}, lines("a.png @train: =cat\nb.png @val: =dog")},
        {"label first without header", words("a.png b.png"), {{"t.csv", "cat,a.png\ndog,b.png\n"}}, lines("a.png: =cat\nb.png: =dog")},
        {"another name for the class", words("a.png b.png c.png"), {{"t.csv", "image,Id\na.png,w_1\nb.png,w_2\nc.png,w_1\n"}}, lines("a.png: =w_1\nb.png: =w_2\nc.png: =w_1")},
        {"tags of one word each", words("a.png b.png"), {{"t.csv", "image_name,tags\na,haze primary\nb,clear primary\n"}}, lines("a.png: =haze,primary\nb.png: =clear,primary")},
        {"long lists of tags in a cell", words("a.png b.png"), {{"t.csv", longTagLists()}}, lines("a.png: =x,y\nb.png: =x,y")},
        {"names of two words", words("a.png b.png"), {{"t.csv", "image,label\na.png,sea lion\nb.png,cat\n"}}, lines("a.png: =sea lion\nb.png: =cat")},
        {"lists as Python writes them", words("a.png b.png"), {{"t.csv", "image,labels\na.png,\"['cat', 'dog']\"\nb.png,['cat']\n"}}, lines("a.png: =cat,dog\nb.png: =cat")},
        {"descriptions are no names", words("a.png b.png"),
         {{"t.csv", "image,label\na.png,\"[{\"\"x\"\":1,\"\"rectanglelabels\"\":[\"\"cat\"\"]}]\"\nb.png,\"[{\"\"x\"\":2}]\"\n"}}, lines("a.png: unseen\nb.png: unseen\n! shape_unclear t.csv")},
        {"a header alone", words("a.png"), {{"t.csv", "filename,label\n"}}, lines("a.png: unseen\n! not_read t.csv")},
        {"an archive", words("a.png"), {{"labels.zip", "PK"}}, lines("a.png: unseen\n~ not_read labels.zip")},
        {"captions are no classes", words("a.png b.png"), {{"metadata.csv", "file_name,text\na.png,a cat\nb.png,a dog\n"}}, lines("a.png: unseen\nb.png: unseen\n! not_read metadata.csv")},
        {"a submission", words("a.png b.png"), {{"sample_submission.csv", "id,label\na,cat\nb,cat\n"}}, lines("a.png: unseen\nb.png: unseen\n! not_read sample_submission.csv")},
        {"Open Images, names of the classes", words("0001.png"),
         {{"oidv6-class-descriptions.csv", "LabelName,DisplayName\n/m/0cmf2,Fixed-wing aircraft\n/m/0x,Cat\n"},
          {"train-annotations-bbox.csv", openImages + "0001,xclick,/m/0cmf2,1,0.1,0.5,0.2,0.6,0,0,0,0,0\n"}},
         lines("0001.png @train: Fixed-wing aircraft 6.4,9.6,32,28.8")},
        {"Open Images, one class has no name", words("0001.png 0002.png"),
         {{"class-descriptions-boxable.csv", "/m/a,Cat\n"}, {"t.csv", "ImageID,Source,LabelName,Confidence\n0001,v,/m/a,1\n0002,v,/m/b,1\n"}},
         lines("0001.png: =Cat\n0002.png: =/m/b")},
        {"a column for the folder", words("c1/1.png c2/1.png"), {{"t.csv", "folder,filename,label\nc1,1.png,cat\nc2,1.png,dog\n"}}, lines("c1/1.png: =cat\nc2/1.png: =dog")},
        {"names of columns that are not true", words("a.png b.png c.png d.png"),
         {{"labels.csv", "xmin,xmax,ymin,ymax,Frame,Label\n5,6,20,30,a.png,Car\n30,10,60,40,b.png,Car\n2,20,40,44,c.png,Truck\n50,1,60,47,d.png,Car\n"}},
         lines("a.png: unseen\nb.png: unseen\nc.png: unseen\nd.png: unseen\n! shape_unclear labels.csv")},
        {"sizes that are called corners", words("a.png b.png c.png"),
         {{"t.csv", "filename,class,xmin,ymin,xmax,ymax\na.png,cat,40,30,10,8\nb.png,dog,50,20,5,9\nc.png,dog,30,30,9,9\n"}},
         lines("a.png: unseen\nb.png: unseen\nc.png: unseen\n! shape_unclear t.csv")},
        {"one row with swapped corners", words("a.png b.png"), {{"t.csv", "filename,class,xmin,ymin,xmax,ymax\na.png,cat,20,22,5,6\nb.png,dog,1,1,9,9\n"}},
         lines("a.png: cat 5,6,20,22\nb.png: dog 1,1,9,9")},
        {"a turned box", words("a.png b.png"), {{"t.csv", "image,label,x,y,width,height,rotation\na.png,cat,5,6,15,16,0\nb.png,cat,5,6,15,16,30\n"}},
         lines("a.png: cat 5,6,20,22\nb.png: unseen\n! bad_row t.csv")},
        {"Y and N", words("a.png b.png"), {{"t.csv", "image,healthy,rust\na.png,Y,N\nb.png,N,Y\n"}}, lines("a.png: +healthy -rust\nb.png: -healthy +rust")},
        {"counts and numbers beside answers", words("a.png b.png c.png"),
         {{"t.csv", "filename,patient_id,cat,dog,num_objects,object count,fold\na.png,0,1,0,1,1,0\nb.png,1,0,1,1,0,1\nc.png,1,0,1,0,0,1\n"}},
         lines("a.png: +cat -dog\nb.png: -cat +dog\nc.png: -cat +dog")},
        {"a list of classes beside their folders", words("cat/1.png dog/2.png"), {{"class_names.csv", "id,name\n0,cat\n1,dog\n"}},
         lines("cat/1.png: =cat\ndog/2.png: =dog\n~ not_read class_names.csv")},
        {"addresses", words("a.png b.png"), {{"t.csv", "image_url,label\nhttps://host/x/a.png?X=1,cat\n/data/local-files/?d=up/b.png,dog\n"}}, lines("a.png: =cat\nb.png: =dog")},
        {"one table for the folders of all splits", words("images/train/a.png images/val/b.png"), {{"labels.csv", "filename,label\ntrain/a.png,cat\nval/b.png,dog\n"}},
         lines("images/train/a.png @train: =cat\nimages/val/b.png @val: =dog")},
        {"labels beside boxes", words("a.png"), {{"boxes.csv", "filename,class,xmin,ymin,xmax,ymax\na.png,cat,1,1,9,9\n"}, {"labels.csv", "filename,label\na.png,indoor\n"}},
         lines("a.png: cat 1,1,9,9\n! not_read labels.csv")},
        {"roboflow tables", words("train/a.png valid/b.png"),
         {{"train/_annotations.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,64,48,cat,1,1,9,9\n"},
          {"valid/_annotations.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\nb.png,64,48,dog,1,1,9,9\n"}},
         lines("train/a.png @train: cat 1,1,9,9\nvalid/b.png @val: dog 1,1,9,9")},
        {"semicolons, mark, old Mac line ends", words("a.png b.png"), {{"t.csv", "\xEF\xBB\xBF""filename;label\ra.png;cat\rb.png;dog\r"}}, lines("a.png: =cat\nb.png: =dog")},
        {"sep= of spreadsheets", words("a.png b.png"), {{"t.csv", "sep=;\nfilename;label\na.png;cat\nb.png;dog\n"}}, lines("a.png: =cat\nb.png: =dog")},
        {"UTF-16", words("a.png b.png"), {{"t.csv", QByteArray("\xFF\xFE", 2) + QByteArray("f\0i\0l\0e\0,\0l\0a\0b\0e\0l\0\n\0a\0.\0p\0n\0g\0,\0c\0a\0t\0\n\0b\0.\0p\0n\0g\0,\0d\0o\0g\0\n\0", 62)}},
         lines("a.png: =cat\nb.png: =dog")},
        {"VIA", words("a.png b.png"), {{"via_region_data.csv", viaHeader + viaRow("a.png", viaRect, R"({"type":"cat"})") + viaRow("b.png", "{}", "{}")}},
         lines("a.png: cat 5,6,20,22\nb.png: nothing")},
        {"VIA, outlines and points", words("a.png b.png"),
         {{"v.csv", viaHeader + viaRow("a.png", R"({"name":"polygon","all_points_x":[5,20,9],"all_points_y":[6,8,22]})", R"({"type":"cat"})")
               + viaRow("b.png", R"({"name":"point","cx":5,"cy":6})", R"({"type":"cat"})")}},
         lines("a.png: cat 5,6,20,22\nb.png: unseen\n! shape_without_area v.csv")},
        {"VIA, several attributes", words("a.png"), {{"v.csv", viaHeader + viaRow("a.png", viaRect, R"({"colour":"red","Label":"cat"})")}}, lines("a.png: cat 5,6,20,22")},
        {"VIA, two entries of one name", words("a.png b.png"),
         {{"v.csv", viaHeader + viaRow("a.png", viaRect, R"({"type":"cat"})") + viaRow("a.png", viaRect, R"({"type":"dog"})").replace(",1234,", ",99,") + viaRow("b.png", viaRect, R"({"type":"dog"})")}},
         lines("a.png: unseen\nb.png: dog 5,6,20,22\n! claimed_twice v.csv")},
        {"VIA, no class", words("a.png"), {{"v.csv", viaHeader + viaRow("a.png", viaRect, "{}")}}, lines("a.png: unseen\n! unknown_class v.csv")},
        {"VIA, JSON", words("a.png b.png"),
         {{"via.json", R"({"a.png1":{"filename":"a.png","size":1,"file_attributes":{},"regions":[{"shape_attributes":)" + viaRect
               + R"(,"region_attributes":{"name":"cat"}}]},"b.png2":{"filename":"b.png","size":2,"regions":{"0":{"shape_attributes":{"name":"circle","cx":20,"cy":20,"r":5},)"
                 R"("region_attributes":{"name":"dog"}}},"file_attributes":{}}})"}},
         lines("a.png: cat 5,6,20,22\nb.png: dog 15,15,25,25")},
        {"VIA, project", words("a.png"),
         {{"project.json", R"({"_via_settings":{},"_via_img_metadata":{"a.png1":{"filename":"a.png","size":1,"regions":[{"shape_attributes":)" + viaRect
               + R"(,"region_attributes":{"animal":{"cat":true}}}],"file_attributes":{}}},"_via_attributes":{}})"}},
         lines("a.png: cat 5,6,20,22")},
        {"Darwin is called by its name", words("a.png"), {{"a.json", R"({"item":{"name":"a.png"},"annotations":[{"bounding_box":{"x":1,"y":1,"w":5,"h":5},"name":"cat"}]})"}},
         lines("a.png: unseen\n! not_read a.json")},
        {"a name of a column that is one of a picture too", words("a.png"), {{"t.csv", "a,b\n1,2\n"}}, lines("a.png: unseen\n! not_read t.csv")},
        {"a table of something else", words("a.png"), {{"prices.csv", "what,price\nbread,3\nmilk,1\n"}}, lines("a.png: unseen\n! not_read prices.csv")},
        {"papers are no annotations", words("a.png"), {{"README.txt", "hello\n"}, {"LICENSE.txt", "MIT\n"}}, lines("a.png: unseen")},
    };
}

inline std::vector<Case> layoutCases()
{
    const QByteArray row = "0 0.5 0.5 0.25 0.25\n"; // 24,18,40,30
    const QByteArray other = "1 0.5 0.5 0.25 0.25\n";
    return {
        {"yolo: corners instead of centres", words("images/a.png"),
         {{"labels/a.txt", "0 0.1 0.1 0.9 0.9\n0 0.5 0.5 0.9 0.95\n0 0.0 0.0 0.8 0.9\n0 0.7 0.7 0.8 0.8\n"}, {"classes.txt", "cat\n"}},
         lines("images/a.png: unseen\n! rows_unclear labels/a.txt")},
        {"yolo: rows of a tracker", words("images/a.png"), {{"labels/a.txt", "0 0.5 0.5 0.25 0.25 0.97 1\n0 0.4 0.5 0.25 0.25 0.97 2\n"}, {"classes.txt", "cat\n"}},
         lines("images/a.png: unseen\n! rows_unclear labels/a.txt")},
        {"yolo: commas", words("images/a.png"), {{"labels/a.txt", "0,0.5,0.5,0.25,0.25\n"}, {"classes.txt", "cat\n"}}, lines("images/a.png: unseen\n! bad_row labels/a.txt")},
        {"yolo: folders that mirror each other", words("rgb/cam1/1.png rgb/cam2/1.png"),
         {{"labels/cam1/1.txt", row}, {"labels/cam2/1.txt", other}, {"classes.txt", "cat\ndog\n"}}, lines("rgb/cam1/1.png: cat 24,18,40,30\nrgb/cam2/1.png: dog 24,18,40,30")},
        {"yolo: train_images and train_labels", words("train_images/a.png val_images/a.png"),
         {{"train_labels/a.txt", row}, {"val_labels/a.txt", other}, {"classes.txt", "cat\ndog\n"}},
         lines("train_images/a.png @train: cat 24,18,40,30\nval_images/a.png @val: dog 24,18,40,30")},
        {"yolo: splits of the labels alone", words("images/a.png images/b.png"), {{"labels/train/a.txt", row}, {"labels/val/b.txt", row}, {"classes.txt", "cat\n"}},
         lines("images/a.png @train: cat 24,18,40,30\nimages/b.png @val: cat 24,18,40,30")},
        {"yolo: a.png.txt", words("a.png"), {{"a.png.txt", row}, {"classes.txt", "cat\n"}}, lines("a.png: cat 24,18,40,30")},
        {"yolo: composed and decomposed names", lines("images/e\u0301.png"), {{"labels/\u00E9.txt", row}, {"classes.txt", "cat\n"}},
         lines("images/e\u0301.png: cat 24,18,40,30")},
        {"yolo: lists that were split by a program", words("images/a.png images/b.png"),
         {{"labels/a.txt", row}, {"labels/b.txt", row}, {"autosplit_train.txt", "./images/a.png\n"}, {"val2017.txt", "./images/b.png\n"}, {"classes.txt", "cat\n"}},
         lines("images/a.png @train: cat 24,18,40,30\nimages/b.png @val: cat 24,18,40,30")},
        {"yolo: lists of pictures that were converted", words("images/a.png images/b.png"),
         {{"labels/a.txt", row}, {"labels/b.txt", row}, {"train.txt", "images/a.jpg\n"}, {"val.txt", "images/b.jpg\n"}, {"data.yaml", "train: train.txt\nval: val.txt\nnames: [cat]\n"}},
         lines("images/a.png @train: cat 24,18,40,30\nimages/b.png @val: cat 24,18,40,30")},
        {"yolo: a broken YAML before a good one", words("images/a.png"),
         {{"labels/a.txt", row}, {"broken.yaml", "names: [\n\ttrain: x"}, {"data.yaml", "train: images\nnames: [cat]\n"}},
         lines("images/a.png @train: cat 24,18,40,30\n~ not_read broken.yaml")},
        {"yolo: two YAML files", words("images/a.png"), {{"labels/a.txt", row}, {"a.yaml", "train: images\nnames: [dog]\n"}, {"data.yaml", "train: images\nnames: [cat]\n"}},
         lines("images/a.png @train: cat 24,18,40,30\n~ not_read a.yaml")},
        {"yolo: one name twice", words("images/a.png"), {{"labels/a.txt", row}, {"data.yaml", "train: images\nnames: [cat, cat]\n"}},
         lines("images/a.png @train: cat 24,18,40,30\n~ names_repeated ")},
        {"voc: splits of the annotations alone", words("images/a.png images/b.png"), {{"annotations/train/a.xml", voc("a.png", "cat")}, {"annotations/test/b.xml", voc("b.png", "cat")}},
         lines("images/a.png @train: cat 4,4,20,20\nimages/b.png @test: cat 4,4,20,20")},
        {"voc: names that differ in case", words("a.png b.png"), {{"a.xml", voc("a.png", "Cat")}, {"b.xml", voc("b.png", "cat")}},
         lines("a.png: Cat 4,4,20,20\nb.png: Cat 4,4,20,20\n~ names_joined b.xml")},
        {"folders: pictures to be predicted beside splits", words("seg_train/sea/1.png seg_train/ice/2.png seg_test/sea/3.png seg_pred/4.png"), {},
         lines("seg_pred/4.png: unseen\nseg_test/sea/3.png @test: =sea\nseg_train/ice/2.png @train: =ice\nseg_train/sea/1.png @train: =sea")},
        {"folders: images below the splits of each class", words("cat/train/images/1.png dog/train/images/2.png cat/test/images/3.png"), {},
         lines("cat/test/images/3.png @test: =cat\ncat/train/images/1.png @train: =cat\ndog/train/images/2.png @train: =dog")},
        {"a line of boxes for each picture", words("a.png b.png"), {{"train.txt", "a.png 5,6,20,22,0 30,6,40,22,1\nb.png 1,1,9,9,0\n"}},
         lines("a.png: unseen\nb.png: unseen\n! not_read train.txt")},
        {"VIA: two entries of one name", words("a.png"),
         {{"via.json", R"({"a.png1":{"filename":"a.png","size":1,"file_attributes":{},"regions":[{"shape_attributes":)" + viaRect + R"(,"region_attributes":{"type":"cat"}}]},)"
               R"("a.png2":{"filename":"a.png","size":2,"file_attributes":{},"regions":[]}})"}},
         lines("a.png: unseen\n! claimed_twice via.json")},
    };
}

inline std::vector<Case> all()
{
    std::vector<Case> cases;
    for (const auto& some : {cocoCases(), tableCases(), layoutCases(), programCases()})
        cases.insert(cases.end(), some.begin(), some.end());
    return cases;
}

/// A row for each, to be got again by fetched().
inline void addRows()
{
    QTest::addColumn<int>("place");
    const std::vector<Case> cases = all();
    for (size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << int(i);
}

inline Case fetched()
{
    QFETCH(const int, place);
    return all()[size_t(place)];
}

inline void write(const Case& source, const QString& folder)
{
    for (qsizetype i = 0; i < source.pictures.size(); ++i)
        pictures::write(folder + QLatin1Char('/') + source.pictures[i], pictures::numbered(int(i), 64, 48));
    for (const auto& [name, text] : source.files)
        pictures::write(folder + QLatin1Char('/') + QString::fromUtf8(name), text);
}

} // namespace sources
