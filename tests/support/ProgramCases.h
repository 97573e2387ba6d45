#pragma once

#include "tests/support/SourceCase.h"

/// Sources of programs that keep one format of their own: labelme, CVAT, Datumaro, Create ML, Deepomatic; and predictions of any. Pictures
/// are 64 × 48.
namespace sources {

inline QByteArray labelme(const QByteArray& picture, const QByteArray& shapes, const QByteArray& more = {})
{
    return "{\"version\":\"5.4.1\",\"flags\":{},\"shapes\":[" + shapes + "],\"imagePath\":\"" + picture
        + "\",\"imageData\":null,\"imageHeight\":48,\"imageWidth\":64" + more + "}";
}
inline QByteArray shape(const QByteArray& label, const QByteArray& type, const QByteArray& points, const QByteArray& more = {})
{
    return "{\"label\":\"" + label + "\",\"shape_type\":\"" + type + "\",\"points\":[" + points + "],\"group_id\":null,\"flags\":{}" + more + "}";
}

inline std::vector<Case> labelmeCases()
{
    const QByteArray cat = shape("cat", "rectangle", "[1,2],[10,12]");
    return {
        {"labelme: rectangle, corners reversed", words("a.png b.png"), {{"a.json", labelme("a.png", shape("cat", "rectangle", "[10,12],[1,2]"))}, {"b.json", labelme("b.png", "")}},
         lines("a.png: cat 1,2,10,12\nb.png: nothing")},
        {"labelme: four corners of X-AnyLabeling, polygon, circle, turned box, mask", words("a.png"),
         {{"a.json", labelme("a.png", shape("cat", "rectangle", "[1,2],[10,2],[10,12],[1,12]") + ',' + shape("dog", "polygon", "[20,5],[30,9],[25,15]") + ','
                       + shape("cow", "circle", "[40,20],[43,24]") + ',' + shape("pig", "rotation", "[50,10],[55,15],[50,20],[45,15]", ",\"direction\":0.78") + ','
                       + shape("hen", "mask", "[2,30],[9,40]", ",\"mask\":\"iVBORw0\""))}},
         lines("a.png: cat 1,2,10,12; dog 20,5,30,15; cow 35,15,45,25; pig 45,10,55,20; hen 2,30,9,40")},
        {"labelme: points and lines have no area", words("a.png"),
         {{"a.json", labelme("a.png", cat + ',' + shape("dog", "point", "[5,5]") + ',' + shape("dog", "linestrip", "[5,5],[6,6],[9,9]"))}},
         lines("a.png: cat 1,2,10,12\n! shape_without_area a.json")},
        {"labelme: only points: not the same as nothing there", words("a.png"), {{"a.json", labelme("a.png", shape("dog", "point", "[5,5]"))}},
         lines("a.png: unseen\n! shape_without_area a.json")},
        {"labelme: no type of shape, as old versions write it", words("a.png"), {{"a.json", R"({"shapes":[{"label":"cat","points":[[1,2],[10,5],[4,12]]}],"imagePath":"a.png","imageData":null})"}},
         lines("a.png: cat 1,2,10,12")},
        {"labelme: words of its own for what is no object", words("a.png"), {{"a.json", labelme("a.png", cat + ',' + shape("__ignore__", "rectangle", "[3,3],[9,9]") + ',' + shape("_background_", "rectangle", "[0,0],[9,9]"))}},
         lines("a.png: cat 1,2,10,12")},
        {"labelme: path of another machine", words("images/a.png"), {{"labels/a.json", labelme("C:\\\\Users\\\\me\\\\images\\\\a.png", cat)}}, lines("images/a.png: cat 1,2,10,12")},
        {"labelme: renamed files, the name inside is old", words("a.png b.png"), {{"a.json", labelme("IMG_1.png", cat)}, {"b.json", labelme("a.png", "")}},
         lines("a.png: cat 1,2,10,12\nb.png: nothing")},
        {"labelme: two files that claim one picture and differ", words("a.png"), {{"x/1.json", labelme("a.png", cat)}, {"y/2.json", labelme("a.png", "")}},
         lines("a.png: unseen\n! claimed_twice x/1.json\n! claimed_twice y/2.json")},
        {"labelme: the picture is not there", words("b.png"), {{"a.json", labelme("a.png", cat)}}, lines("b.png: unseen\n! image_missing a.json")},
        {"labelme: labels that are numbers, empty, missing, of another type", words("a.png b.png"),
         {{"a.json", labelme("a.png", R"({"label":7,"shape_type":"rectangle","points":[[1,2],[10,12]]})")},
          {"b.json", labelme("b.png", shape("", "rectangle", "[1,2],[10,12]") + R"(,{"shape_type":"rectangle","points":[[1,2],[10,12]]},{"label":["cat"],"points":[[1,2],[10,12]]},7,null)")}},
         lines("a.png: 7 1,2,10,12\nb.png: unseen\n! bad_row b.json\n! unknown_class b.json")},
        {"labelme: points that are none", words("a.png"),
         {{"a.json", labelme("a.png", shape("cat", "rectangle", "[1,2],[null,12]") + ',' + shape("cat", "polygon", "[\"x\",2],[3,4],[5,6]") + ',' + shape("cat", "rectangle", "[1,NaN],[4,5]") + ','
                       + shape("cat", "rectangle", "[1,2]") + ',' + shape("cat", "rectangle", "") + ',' + shape("cat", "rectangle", "[1e308,1e308],[-1e308,-1e308]") + ','
                       + R"({"label":"cat","shape_type":"rectangle","points":{"x":1}},{"label":"cat","shape_type":"rectangle"})")}},
         lines("a.png: cat 0,0,64,48\n! bad_row a.json\n! box_not_number a.json")},
        {"labelme: sizes that do not fit", words("a.png b.png"),
         {{"a.json", labelme("a.png", cat).replace("\"imageHeight\":48", "\"imageHeight\":99")}, {"b.json", labelme("b.png", shape("cat", "rectangle", "[2,4],[20,24]")).replace("\"imageHeight\":48,\"imageWidth\":64", "\"imageHeight\":96,\"imageWidth\":128")}},
         lines("a.png: unseen\nb.png: cat 1,2,10,12\n! size_mismatch a.json")},
        {"labelme: cut, empty and deep files beside a good one", words("a.png b.png c.png d.png"),
         {{"a.json", labelme("a.png", cat)}, {"b.json", labelme("b.png", cat).chopped(30)}, {"c.json", ""},
          {"d.json", "{\"shapes\":" + QByteArray("[").repeated(100) + QByteArray("]").repeated(100) + ",\"imagePath\":\"d.png\"}"}},
         lines("a.png: cat 1,2,10,12\nb.png: unseen\nc.png: unseen\nd.png: unseen\n! bad_file b.json\n! bad_file d.json\n~ not_read c.json")},
        {"labelme: UTF-16, a mark, Windows-1252", words("a.png b.png c.png"),
         {{"a.json", utf16(labelme("a.png", cat))}, {"b.json", "\xEF\xBB\xBF" + labelme("b.png", cat)}, {"c.json", labelme("c.png", shape("b\xEAte", "rectangle", "[1,2],[10,12]"))}},
         lines("a.png: cat 1,2,10,12\nb.png: cat 1,2,10,12\nc.png: b\u00EAte 1,2,10,12")},
        {"labelme: scores are drafts, difficult is a flag", words("a.png b.png"),
         {{"a.json", labelme("a.png", cat.chopped(1) + ",\"score\":null,\"difficult\":true}," + shape("dog", "rectangle", "[20,5],[30,15]", ",\"score\":0.75"))},
          {"b.json", labelme("b.png", shape("dog", "rectangle", "[20,5],[30,15]", ",\"score\":\"0.5\",\"difficult\":\"false\""))}},
         lines("a.png: cat 1,2,10,12 difficult ?dog 20,5,30,15 0.75\nb.png: unseen ?dog 20,5,30,15 0.5")},
        {"labelme: scores of 1 behind everything say nothing", words("a.png"), {{"a.json", labelme("a.png", shape("dog", "rectangle", "[20,5],[30,15]", ",\"score\":1.0"))}}, lines("a.png: dog 20,5,30,15")},
        {"labelme: scores that are none", words("a.png"),
         {{"a.json", labelme("a.png", shape("dog", "rectangle", "[20,5],[30,15]", ",\"score\":7") + ',' + shape("dog", "rectangle", "[20,5],[30,16]", ",\"score\":\"high\"") + ',' + shape("dog", "rectangle", "[20,5],[30,17]", ",\"score\":-0.5"))}},
         lines("a.png: unseen\n! bad_score a.json")},
        {"labelme: flags of whole pictures beside shapes", words("a.png b.png"),
         {{"a.json", labelme("a.png", cat).replace("\"flags\":{},\"shapes\"", "\"flags\":{\"wet\":true,\"dry\":false},\"shapes\"")}, {"b.json", labelme("b.png", cat)}},
         lines("a.png: cat 1,2,10,12\nb.png: cat 1,2,10,12\n[in (tags) tagging]\na.png: -dry +wet\nb.png: unseen")},
        {"labelme: flags alone", words("a.png b.png"),
         {{"a.json", labelme("a.png", "").replace("\"flags\":{}", "\"flags\":{\"wet\":true,\"dry\":false}")}, {"b.json", labelme("b.png", "").replace("\"flags\":{}", "\"flags\":{\"wet\":false,\"dry\":false,\"odd\":3}")}},
         lines("a.png: -dry +wet\nb.png: -dry -wet")},
        {"labelme: splits by folders", words("train/a.png val/b.png"), {{"train/a.json", labelme("a.png", cat)}, {"val/b.json", labelme("b.png", cat)}},
         lines("train/a.png @train: cat 1,2,10,12\nval/b.png @val: cat 1,2,10,12")},
        {"labelme: beside COCO, the surest counts and the other is named", words("a.png"), {{"x.json", coco(image("1", "a.png"), box("1", "1", "1,1,9,9"))}, {"a.json", labelme("a.png", cat)}},
         lines("a.png: cat 1,1,10,10\n~ not_read a.json")},
        {"labelme: names that differ in case", words("a.png"), {{"a.json", labelme("a.png", cat + ',' + shape("Cat", "rectangle", "[20,20],[30,30]"))}},
         lines("a.png: cat 1,2,10,12; cat 20,20,30,30\n~ names_joined a.json")},
    };
}

inline QByteArray cvat(const QByteArray& images, const QByteArray& labels = "cat,dog")
{
    QByteArray declared;
    for (const QByteArray& label : labels.split(','))
        declared += "<label><name>" + label + "</name><color>#fff</color><type>any</type><attributes></attributes></label>";
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations><version>1.1</version><meta><task><id>1</id><name>t</name><labels>" + declared
        + "</labels></task></meta>" + images + "</annotations>";
}
inline QByteArray cvatImage(const QByteArray& name, const QByteArray& shapes, const QByteArray& more = {})
{
    return "<image id=\"0\" name=\"" + name + "\" width=\"64\" height=\"48\"" + more + ">" + shapes + "</image>";
}
inline const QByteArray cvatBox = R"(<box label="cat" source="manual" occluded="0" xtl="1.00" ytl="2.00" xbr="10.00" ybr="12.00" z_order="0"><attribute name="colour">red</attribute></box>)";

inline std::vector<Case> cvatCases()
{
    return {
        {"CVAT: boxes, empty pictures, a picture that is not listed", words("images/a.png images/b.png images/c.png"),
         {{"annotations.xml", cvat(cvatImage("a.png", cvatBox + R"(<box label="dog" occluded="1" xtl="20" ytl="5" xbr="30" ybr="15"></box>)") + "<image id=\"1\" name=\"b.png\" width=\"64\" height=\"48\"/>")}},
         lines("images/a.png: cat 1,2,10,12; dog 20,5,30,15 occluded\nimages/b.png: nothing\nimages/c.png: unseen")},
        {"CVAT: turned box, polygon, ellipse, mask", words("a.png"),
         {{"annotations.xml", cvat(cvatImage("a.png", R"(<box label="cat" xtl="10" ytl="10" xbr="30" ybr="20" rotation="90"/><polygon label="dog" points="1,2;10,5;4,12"/>)"
               R"(<ellipse label="cat" cx="40" cy="20" rx="10" ry="5"/><mask label="dog" rle="1,2,3" left="2" top="30" width="9" height="10"/>)"))}},
         lines("a.png: cat 15,5,25,25; dog 1,2,10,12; cat 30,15,50,25; dog 2,30,11,40")},
        {"CVAT: shapes without area", words("a.png b.png"),
         {{"annotations.xml", cvat(cvatImage("a.png", cvatBox + R"(<points label="cat" points="1,2;3,4"/><polyline label="cat" points="1,2;3,4"/>)") + cvatImage("b.png", R"(<skeleton label="cat"><points label="1" points="3,4"/></skeleton><cuboid label="cat" xtl1="0"/>)"))}},
         lines("a.png: cat 1,2,10,12\nb.png: unseen\n! shape_without_area annotations.xml")},
        {"CVAT: tags alone are classes", words("a.png b.png c.png"), {{"annotations.xml", cvat(cvatImage("a.png", R"(<tag label="cat" source="manual"></tag>)") + cvatImage("b.png", R"(<tag label="dog"/>)"))}},
         lines("a.png: =cat\nb.png: =dog\nc.png: unseen")},
        {"CVAT: several tags of one picture", words("a.png b.png"), {{"annotations.xml", cvat(cvatImage("a.png", R"(<tag label="cat"/><tag label="dog"/>)") + cvatImage("b.png", ""))}},
         lines("a.png: =cat,dog\nb.png: nothing")},
        {"CVAT: tags beside boxes", words("a.png b.png"), {{"annotations.xml", cvat(cvatImage("a.png", cvatBox + R"(<tag label="wet"/>)") + cvatImage("b.png", R"(<tag label="dry"/>)"), "cat,wet,dry")}},
         lines("a.png: cat 1,2,10,12\nb.png: nothing\n[in (tags) classification]\na.png: =wet\nb.png: =dry")},
        {"CVAT: a video", words("a.png"), {{"annotations.xml", cvat(R"(<track id="0" label="cat"><box frame="0" xtl="1" ytl="2" xbr="3" ybr="4" outside="0"/></track>)")}},
         lines("a.png: unseen\n! bad_file annotations.xml")},
        {"CVAT: subsets and names with folders", words("images/train/a.png images/val/a.png"),
         {{"annotations.xml", cvat(cvatImage("train/a.png", cvatBox, " subset=\"Train\"") + cvatImage("val/a.png", "", " subset=\"Validation\""))}},
         lines("images/train/a.png @train: cat 1,2,10,12\nimages/val/a.png @val: nothing")},
        {"CVAT: subsets of boxes that no folder tells", words("images/a.png images/b.png"),
         {{"annotations.xml", cvat(cvatImage("a.png", cvatBox, " subset=\"Train\"") + cvatImage("b.png", "", " subset=\"Test\""))}},
         lines("images/a.png @train: cat 1,2,10,12\nimages/b.png @test: nothing")},
        {"CVAT: names with backslashes, absolute, of nothing", words("sub/a.png b.png"),
         {{"annotations.xml", cvat(cvatImage("C:\\data\\sub\\a.png", cvatBox) + cvatImage("/srv/cvat/b.png", "") + cvatImage("gone.png", cvatBox) + cvatImage("", cvatBox))}},
         lines("b.png: nothing\nsub/a.png: cat 1,2,10,12\n! image_missing annotations.xml")},
        {"CVAT: numbers that are none, missing, huge", words("a.png"),
         {{"annotations.xml", cvat(cvatImage("a.png", R"(<box label="cat" xtl="x" ytl="2" xbr="10" ybr="12"/><box label="cat" xtl="1" ytl="2" xbr="10"/><box label="cat" xtl="-1e300" ytl="-1e300" xbr="1e300" ybr="1e300"/>)"
               R"(<box label="cat" xtl="5" ytl="5" xbr="5" ybr="9"/><polygon label="cat" points=""/><polygon label="cat" points="1;2;3"/>)"))}},
         lines("a.png: cat 0,0,64,48\n! box_not_number annotations.xml\n! box_zero annotations.xml")},
        {"CVAT: a box without a label", words("a.png"), {{"annotations.xml", cvat(cvatImage("a.png", R"(<box xtl="1" ytl="2" xbr="10" ybr="12"/>)"))}}, lines("a.png: unseen\n! unknown_class annotations.xml")},
        {"CVAT: a picture twice", words("a.png"), {{"annotations.xml", cvat(cvatImage("a.png", cvatBox) + cvatImage("a.png", ""))}}, lines("a.png: cat 1,2,10,12\n! claimed_twice annotations.xml")},
        {"CVAT: cut in the middle, nothing of it is taken", words("a.png b.png"), {{"annotations.xml", cvat(cvatImage("a.png", cvatBox) + cvatImage("b.png", cvatBox)).chopped(60)}},
         lines("a.png: unseen\nb.png: unseen\n! bad_file annotations.xml")},
        {"CVAT: entities are refused", words("a.png"),
         {{"annotations.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><annotations>" + cvatImage("a.png", "&b;") + "</annotations>"}},
         lines("a.png: unseen\n! bad_file annotations.xml")},
        {"CVAT: nested too deeply", words("a.png"), {{"annotations.xml", "<annotations>" + cvatImage("a.png", QByteArray("<x>").repeated(100) + QByteArray("</x>").repeated(100)) + "</annotations>"}},
         lines("a.png: unseen\n! bad_file annotations.xml")},
        {"CVAT: UTF-16", words("a.png"), {{"annotations.xml", utf16(cvat(cvatImage("a.png", cvatBox)).replace("utf-8", "utf-16"))}}, lines("a.png: cat 1,2,10,12")},
        {"CVAT: another size of the picture", words("a.png"), {{"annotations.xml", cvat(cvatImage("a.png", cvatBox).replace("height=\"48\"", "height=\"70\""))}}, lines("a.png: unseen\n! size_mismatch annotations.xml")},
        {"CVAT: element that nobody knows", words("a.png"), {{"annotations.xml", cvat(cvatImage("a.png", cvatBox + R"(<hologram label="cat"/>)"))}}, lines("a.png: cat 1,2,10,12\n! bad_row annotations.xml")},
        {"CVAT: no picture at all", words("a.png"), {{"annotations.xml", cvat("")}}, lines("a.png: unseen")},
    };
}

inline QByteArray datumaro(const QByteArray& items, const QByteArray& labels = R"({"name":"cat","parent":"","attributes":[]},{"name":"dog"})")
{
    return "{\"dm_format_version\":\"1.0\",\"media_type\":2,\"infos\":{},\"categories\":{\"label\":{\"labels\":[" + labels + "],\"attributes\":[]}},\"items\":[" + items + "]}";
}
inline QByteArray datumaroItem(const QByteArray& id, const QByteArray& annotations, const QByteArray& image = {})
{
    return "{\"id\":\"" + id + "\",\"annotations\":[" + annotations + "],\"attr\":{\"frame\":0},\"image\":" + (image.isEmpty() ? "{\"path\":\"" + id + ".png\",\"size\":[48,64]}" : image) + "}";
}

inline std::vector<Case> datumaroCases()
{
    const QByteArray cat = R"({"id":0,"type":"bbox","attributes":{"occluded":true},"group":0,"label_id":0,"z_order":0,"bbox":[1.0,2.0,9.0,10.0]})";
    return {
        {"Datumaro: boxes and empty items", words("images/train/a.png images/train/b.png images/val/c.png"),
         {{"annotations/train.json", datumaro(datumaroItem("a", cat) + ',' + datumaroItem("b", ""))}, {"annotations/val.json", datumaro(datumaroItem("c", cat))}},
         lines("images/train/a.png @train: cat 1,2,10,12 occluded\nimages/train/b.png @train: nothing\nimages/val/c.png @val: cat 1,2,10,12 occluded")},
        {"Datumaro: no path, as it is written without pictures", words("images/default/sub/a.png"), {{"annotations/default.json", datumaro(datumaroItem("sub/a", cat, R"({"path":""})"))}},
         lines("images/default/sub/a.png: cat 1,2,10,12 occluded")},
        {"Datumaro: media instead of image", words("a.png"), {{"annotations/default.json", datumaro(datumaroItem("a", cat)).replace("\"image\":", "\"media\":")}}, lines("a.png: cat 1,2,10,12 occluded")},
        {"Datumaro: height comes first", words("a.png"), {{"annotations/default.json", datumaro(datumaroItem("a", cat, R"({"path":"a.png","size":[64,48]})"))}},
         lines("a.png: unseen\n! size_mismatch annotations/default.json")},
        {"Datumaro: labels are classes", words("a.png b.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", R"({"type":"label","label_id":0})") + ',' + datumaroItem("b", R"({"type":"label","label_id":1})"))}}, lines("a.png: =cat\nb.png: =dog")},
        {"Datumaro: several labels", words("a.png b.png"), {{"annotations/default.json", datumaro(datumaroItem("a", R"({"type":"label","label_id":0},{"type":"label","label_id":1})") + ',' + datumaroItem("b", ""))}},
         lines("a.png: =cat,dog\nb.png: nothing")},
        {"Datumaro: polygon, mask, ellipse, turned box; captions say nothing", words("a.png"),
         {{"annotations/default.json",
           datumaro(datumaroItem("a", R"({"type":"polygon","label_id":1,"points":[1,2,10,5,4,12]},{"type":"mask","label_id":0,"rle":{"counts":[48,2,46,2,2974],"size":[48,64]}},)"
                                      R"({"type":"ellipse","label_id":1,"points":[30,5,40,15]},{"type":"rotated_bbox","label_id":0,"points":[30,30,20,10,90]},{"type":"caption","caption":"a cat"})"))}},
         lines("a.png: dog 1,2,10,12; cat 1,0,3,2; dog 30,5,40,15; cat 25,20,35,40")},
        {"Datumaro: shapes without area", words("a.png"), {{"annotations/default.json", datumaro(datumaroItem("a", R"({"type":"points","label_id":0,"points":[1,2]},{"type":"polyline","label_id":0,"points":[1,2,3,4]},{"type":"cuboid_3d","label_id":0},{"label_id":0})"))}},
         lines("a.png: unseen\n! shape_without_area annotations/default.json")},
        {"Datumaro: labels that are not listed, of wrong types", words("a.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", R"({"type":"bbox","label_id":7,"bbox":[1,2,9,10]},{"type":"bbox","label_id":null,"bbox":[1,2,9,10]},{"type":"bbox","label_id":0.5,"bbox":[1,2,9,10]},{"type":"bbox","label_id":"0","bbox":[1,2,9,10]},{"type":"bbox","bbox":[1,2,9,10]})"))}},
         lines("a.png: unseen\n! unknown_class annotations/default.json")},
        {"Datumaro: boxes that are none", words("a.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", R"({"type":"bbox","label_id":0,"bbox":[1,2,9]},{"type":"bbox","label_id":0},{"type":"bbox","label_id":0,"bbox":[1,2,null,4]},{"type":"bbox","label_id":0,"bbox":[1,2,0,4]},{"type":"bbox","label_id":0,"bbox":"1,2,3,4"})"))}},
         lines("a.png: unseen\n! box_not_number annotations/default.json\n! box_zero annotations/default.json")},
        {"Datumaro: categories at the end", words("a.png"), {{"annotations/default.json", R"({"items":[)" + datumaroItem("a", cat) + R"(],"categories":{"label":{"labels":[{"name":"cow"}]}}})"}},
         lines("a.png: cow 1,2,10,12 occluded")},
        {"Datumaro: no categories", words("a.png"), {{"annotations/default.json", R"({"categories":{},"items":[)" + datumaroItem("a", cat) + "]}"}}, lines("a.png: unseen\n! unknown_class annotations/default.json")},
        {"Datumaro: scores are drafts", words("a.png b.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", cat + R"(,{"type":"bbox","label_id":1,"attributes":{"score":0.5},"bbox":[20,5,10,10]})") + ',' + datumaroItem("b", R"({"type":"label","label_id":1,"attributes":{"score":0.25}})"))}},
         lines("a.png: cat 1,2,10,12 occluded ?dog 20,5,30,15 0.5\nb.png: nothing\n[in (tags) classification]\na.png: nothing\nb.png: unseen ?dog 0.25")},
        {"Datumaro: an item twice, one of no picture, items that are none", words("a.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", cat) + ',' + datumaroItem("a", "") + ',' + datumaroItem("gone", cat) + ",7,null,[]")}},
         lines("a.png: cat 1,2,10,12 occluded\n! claimed_twice annotations/default.json\n! image_missing annotations/default.json")},
        {"Datumaro: cut in the middle, nothing of it is taken", words("a.png b.png"), {{"annotations/default.json", datumaro(datumaroItem("a", cat) + ',' + datumaroItem("b", cat)).chopped(40)}},
         lines("a.png: unseen\nb.png: unseen\n! bad_file annotations/default.json")},
        {"Datumaro: nested too deeply", words("a.png"),
         {{"annotations/default.json", datumaro(datumaroItem("a", "{\"type\":\"bbox\",\"attributes\":" + QByteArray("[").repeated(100) + QByteArray("]").repeated(100) + "}"))}}, lines("a.png: unseen\n! bad_file annotations/default.json")},
    };
}

inline std::vector<Case> createMlCases()
{
    const auto box = [](const QByteArray& label, const QByteArray& x, const QByteArray& y, const QByteArray& w, const QByteArray& h, const QByteArray& more = {}) {
        return "{\"label\":\"" + label + "\",\"coordinates\":{\"x\":" + x + ",\"y\":" + y + ",\"width\":" + w + ",\"height\":" + h + "}" + more + "}";
    };
    const QByteArray cat = box("cat", "20", "12", "10", "8"); // 15,8,25,16
    return {
        {"Create ML: the middle and the size", words("a.png b.png c.png"), {{"annotations.json", R"([{"image":"a.png","annotations":[)" + cat + R"(]},{"image":"b.png","annotations":[]}])"}},
         lines("a.png: cat 15,8,25,16\nb.png: nothing\nc.png: unseen")},
        {"Create ML: older names of the keys", words("a.png"), {{"annotations.json", R"([{"imagefilename":"a.png","annotation":[)" + cat + "]}]"}}, lines("a.png: cat 15,8,25,16")},
        {"Create ML: Roboflow's folders", words("train/a.png valid/b.png"),
         {{"train/_annotations.createml.json", R"([{"image":"a.png","annotations":[)" + cat + "]}]"}, {"valid/_annotations.createml.json", R"([{"image":"b.png","annotations":[)" + cat + "]}]"}},
         lines("train/a.png @train: cat 15,8,25,16\nvalid/b.png @val: cat 15,8,25,16")},
        {"Create ML: shares of the picture", words("a.png"), {{"annotations.json", R"([{"image":"a.png","annotations":[)" + box("cat", "0.5", "0.5", "0.25", "0.25") + "]}]"}}, lines("a.png: cat 24,18,40,30")},
        {"Create ML: corners where the middle belongs", words("a.png b.png"),
         {{"annotations.json", R"([{"image":"a.png","annotations":[)" + box("cat", "1", "2", "30", "20") + ',' + box("cat", "0", "0", "60", "40") + R"(]},{"image":"b.png","annotations":[)" + box("dog", "4", "30", "20", "18") + "]}]"}},
         lines("a.png: unseen\nb.png: unseen\n! middles_unclear annotations.json")},
        {"Create ML: classes of whole pictures", words("a.png b.png c.png"), {{"annotations.json", R"([{"image":"a.png","annotation":"cat"},{"image":"b.png","annotations":["dog"]},{"image":"c.png","annotations":[{"label":"dog"}]}])"}},
         lines("a.png: =cat\nb.png: =dog\nc.png: =dog")},
        {"Create ML: numbers that are none", words("a.png"),
         {{"annotations.json", R"([{"image":"a.png","annotations":[)" + box("cat", "null", "12", "10", "8") + ',' + box("cat", "\"20\"", "12", "10", "8") + ',' + box("cat", "20", "12", "0", "8") + R"(,{"label":"cat","coordinates":{}}]}])"}},
         lines("a.png: unseen\n! box_not_number annotations.json\n! box_zero annotations.json")},
        {"Create ML: no label, no picture, a picture twice, elements that are none", words("a.png b.png"),
         {{"annotations.json", R"([{"image":"a.png","annotations":[)" + cat + R"(]},{"image":"a.png","annotations":[]},{"image":"gone.png","annotations":[)" + cat + R"(]},{"annotations":[)" + cat
               + R"(]},7,null,{"image":"b.png","annotations":[{"coordinates":{"x":20,"y":12,"width":10,"height":8}},7]}])"}},
         lines("a.png: cat 15,8,25,16\nb.png: unseen\n! claimed_twice annotations.json\n! image_missing annotations.json\n! unknown_class annotations.json\n[in (tags) classification]\na.png: nothing\nb.png: =7")},
        {"Create ML: confidences are drafts", words("a.png"), {{"annotations.json", R"([{"image":"a.png","annotations":[)" + box("cat", "20", "12", "10", "8", ",\"confidence\":0.5") + "]}]"}}, lines("a.png: unseen ?cat 15,8,25,16 0.5")},
        {"Create ML: cut in the middle, nothing of it is taken", words("a.png b.png"), {{"annotations.json", R"([{"image":"a.png","annotations":[)" + cat + R"(]},{"image":"b.png","annotations":[)" + cat}},
         lines("a.png: unseen\nb.png: unseen\n! bad_file annotations.json")},
        {"Label Studio is not Create ML", words("a.png"), {{"tasks.json", R"([{"id":1,"data":{"image":"a.png"},"annotations":[{"result":[{"from_name":"l","to_name":"image","type":"rectanglelabels"}]}]}])"}},
         lines("a.png: unseen\n! not_read tasks.json")},
    };
}

inline QByteArray region(const QByteArray& tags, const QByteArray& corners = {}, const QByteArray& more = {}) // corners: xmin,ymin,xmax,ymax
{
    const QList<QByteArray> c = corners.split(',');
    return "{\"tags\":[" + tags + "],\"region_type\":" + (corners.isEmpty() ? "\"Whole\"" : "\"Box\",\"region\":{\"xmin\":" + c[0] + ",\"ymin\":" + c[1] + ",\"xmax\":" + c[2] + ",\"ymax\":" + c[3] + "}") + more + "}";
}
inline QByteArray located(const QByteArray& location, const QByteArray& regions, const QByteArray& stage = {})
{
    return "{\"location\":\"" + location + "\"," + (stage.isEmpty() ? "" : "\"stage\":\"" + stage + "\",") + "\"data\":{},\"annotated_regions\":[" + regions + "]}";
}

inline std::vector<Case> studioCases()
{
    const QByteArray cells = R"({"name":"p","splits":["train","val"],"views":[{"name":"cells","real_name":"Cells","type":"detection","concepts":[{"name":"RBC"},{"name":"WBC"}]}]})";
    const QByteArray two = R"({"name":"p","views":[{"name":"sky","type":"classification","concepts":[{"name":"clear"},{"name":"cloud"}]},{"name":"things","type":"Tagging","concepts":[{"name":"car"},{"name":"tree"}]}]})";
    const QByteArray nested = R"({"views":[{"name":"cells","type":"detection","concepts":[{"name":"RBC"}],"children":[{"name":"ill","type":"classification","conditions":[[{"name":"RBC"}]],"concepts":[{"name":"yes"},{"name":"no"}]}]}]})";
    const QByteArray flat = R"({"views":[{"name":"ill","type":"classification","conditions":[[{"name":"RBC"}]],"concepts":[{"name":"yes"},{"name":"no"}]},{"name":"cells","type":"detection","concepts":[{"name":"RBC"}]}]})";
    const QByteArray below = R"({"views":[{"name":"sky","type":"classification","concepts":[{"name":"clear"}],"children":[{"name":"sun","type":"tagging","conditions":[[{"name":"clear"}]],"concepts":[{"name":"low"}]}]}]})";
    const QByteArray rbc = region("\"RBC\"", "0.25,0.25,0.5,0.5"); // 16,12,32,24
    return {
        {"lines: boxes, empty, without regions, splits", words("a.png b.png c.png d.png"),
         {{"set.txt", cells + '\n' + located("a.png", rbc, "train") + '\n' + located("b.png", "", "val") + "\n{\"location\":\"c.png\",\"stage\":\"test\"}\n"}},
         lines("a.png @train: RBC 16,12,32,24\nb.png @val: nothing\nc.png @test: unseen\nd.png: unseen")},
        {"lines: two views", words("a.png b.png c.png"),
         {{"set.jsonl", two + '\n' + located("a.png", region("\"clear\"") + ',' + region("\"car\",\"tree\"")) + '\n' + located("b.png", region("\"cloud\"")) + '\n' + located("c.png", "") + '\n'}},
         lines("a.png: =clear\nb.png: =cloud\nc.png: nothing\n[things tagging]\na.png: =car,tree\nb.png: unseen\nc.png: nothing")},
        {"lines: a child of boxes, nested", words("a.png"), {{"set.txt", nested + '\n' + located("a.png", region("\"RBC\",\"yes\"", "0.25,0.25,0.5,0.5")) + '\n'}},
         lines("a.png: RBC 16,12,32,24\n! view_not_taken set.txt")},
        {"lines: a child of boxes, in a flat list", words("a.png"), {{"set.txt", flat + '\n' + located("a.png", region("\"RBC\",\"yes\"", "0.25,0.25,0.5,0.5")) + '\n'}},
         lines("a.png: RBC 16,12,32,24\n! view_not_taken set.txt")},
        {"lines: a child of whole pictures", words("a.png b.png"), {{"set.txt", below + '\n' + located("a.png", region("\"clear\",\"low\"")) + '\n' + located("b.png", "") + '\n'}},
         lines("a.png: =clear\nb.png: nothing\n[sun tagging]\na.png: =low\nb.png: unseen")},
        {"lines: broken, cut and foreign lines beside good ones", words("a.png b.png"),
         {{"set.txt", cells + "\n\n" + located("a.png", rbc) + "\r\n{\"location\":\n7\n[]\n{\"annotated_regions\":[]}\n" + located("b.png", rbc) + '\n' + located("b.png", "").chopped(3)}},
         lines("a.png: RBC 16,12,32,24\nb.png: RBC 16,12,32,24\n! bad_row set.txt")},
        {"lines: concepts and views that are not there, a box for a class", words("a.png b.png"),
         {{"set.txt", two + '\n' + located("a.png", region("\"rain\"") + ',' + region("\"clear\"", {}, ",\"view\":\"sea\"") + ',' + region("\"clear\"", "0,0,0.5,0.5") + ',' + region("\"\"") + ',' + region("")) + '\n'
               + located("b.png", R"({"tags":["clear"],"region_type":"Blob"},{"region_type":"Whole"},7)") + '\n'}},
         lines("a.png: unseen\nb.png: unseen\n! bad_row set.txt\n! region_misfit set.txt\n! unknown_class set.txt\n[things tagging]\na.png: unseen\nb.png: unseen")},
        {"lines: a view of a type that nobody knows", words("a.png"),
         {{"set.txt", R"({"views":[{"name":"x","type":"segmentation","concepts":[{"name":"q"}]},{"name":"sky","type":"classification","concepts":[{"name":"clear"}]}]})" "\n" + located("a.png", region("\"clear\"") + ',' + region("\"q\"")) + '\n'}},
         lines("a.png: =clear\n! view_not_taken set.txt\n! view_type_unknown set.txt")},
        {"lines: addresses and paths of another machine", words("x/a.png"),
         {{"set.txt", cells + '\n' + located("C:\\\\data\\\\x\\\\a.png", rbc) + '\n' + located("https://host/b.png", rbc) + '\n' + located("gone.png", rbc) + '\n' + located("x/a.png", "") + '\n'}},
         lines("x/a.png: RBC 16,12,32,24\n! claimed_twice set.txt\n! image_missing set.txt\n! not_local set.txt")},
        {"lines: scores are drafts with their thresholds", words("a.png"), {{"set.txt", cells + '\n' + located("a.png", rbc.chopped(1) + ",\"score\":0.5,\"threshold\":0.25}") + '\n'}}, lines("a.png: unseen ?RBC 16,12,32,24 0.5>0.25")},
        {"lines: UTF-16", words("a.png"), {{"set.txt", utf16(cells + '\n' + located("a.png", rbc) + '\n')}}, lines("a.png: RBC 16,12,32,24")},
        {"lines: corners that are none", words("a.png"), {{"set.txt", cells + '\n' + located("a.png", region("\"RBC\"", "null,0,1,1") + ',' + region("\"RBC\"", "0.5,0.5,0.5,0.75") + R"(,{"tags":["RBC"],"region_type":"Box"})") + '\n'}},
         lines("a.png: unseen\n! box_not_number set.txt\n! box_zero set.txt")},
        {"Studio: boxes and whole pictures", words("a.png b.png"),
         {{"studio.json", R"({"tags":["RBC","wet"],"images":[)" + located("a.png", rbc + ',' + region("\"wet\""), "train") + ',' + located("b.png", "", "val") + "]}"}},
         lines("a.png @train: RBC 16,12,32,24\nb.png @val: nothing\n[in (tags) classification]\na.png @train: =wet\nb.png @val: nothing")},
        {"Studio: one picture alone", words("a.png b.png"), {{"a.json", located("a.png", rbc)}, {"b.json", located("b.png", "")}}, lines("a.png: RBC 16,12,32,24\nb.png: nothing")},
        {"Studio: a tag of two views", words("a.png"),
         {{"studio.json", R"({"tags":["x"],"images":[)" + located("a.png", region("\"x\"", {}, ",\"view\":\"one\"") + ',' + region("\"x\"", {}, ",\"view\":\"two\"") + ',' + region("\"x\"")) + "]}"}},
         lines("a.png: =x\n! ambiguous_concept studio.json\n[two classification]\na.png: =x")},
        {"Studio: videos are named", words("a.png"), {{"studio.json", R"({"tags":["RBC"],"videos":[{"location":"v.mp4"}],"images":[)" + located("a.png", rbc) + "]}"}}, lines("a.png: RBC 16,12,32,24\n! not_read studio.json")},
        {"Studio: cut in the middle, nothing of it is taken", words("a.png b.png"), {{"studio.json", R"({"tags":["RBC"],"images":[)" + located("a.png", rbc) + ',' + located("b.png", rbc).chopped(5)}},
         lines("a.png: unseen\nb.png: unseen\n! bad_file studio.json")},
        {"Studio: regions that are no list", words("a.png"), {{"studio.json", R"({"tags":[],"images":[{"location":"a.png","annotated_regions":{"x":1}},{"location":7},{},null]})"}},
         lines("a.png: unseen\n! bad_row studio.json\n! image_missing studio.json")},
        {"Vulcan: a list, predicted and discarded", words("a.png b.png"),
         {{"out.json", R"([{"location":"a.png","outputs":[{"labels":{"predicted":[{"label_name":"RBC","label_id":0,"score":0.75,"threshold":0.5,"roi":{"region_id":1,"bbox":{"xmin":0.25,"ymin":0.25,"xmax":0.5,"ymax":0.5}}}],)"
               R"("discarded":[{"label_name":"RBC","score":0.1,"roi":{"bbox":{"xmin":0,"ymin":0,"xmax":1,"ymax":1}}}]}}]},{"location":"b.png","outputs":[{"labels":{"predicted":[],"discarded":[]}}]}])"}},
         lines("a.png: unseen ?RBC 16,12,32,24 0.75>0.5\nb.png: unseen")},
        {"Vulcan: a file for each picture", words("a.png"), {{"a.json", R"({"outputs":[{"labels":{"predicted":[{"label_name":"wet","score":0.5,"threshold":0.25}],"discarded":[]}}]})"}}, lines("a.png: unseen ?wet 0.5>0.25")},
        {"Vulcan: lines as Oriel writes them", words("a.png"),
         {{"out.jsonl", R"({"picture":"a.png","data":{"view":"Cells","width":64,"height":48},"outputs":[{"labels":{"predicted":[{"label_name":"RBC","label_id":0,"score":0.75,"threshold":0.5,"roi":{"bbox":{"xmin":0.25,"ymin":0.25,"xmax":0.5,"ymax":0.5}}}],"discarded":[]}}]})" "\n"
                        R"({"picture":"gone.png","outputs":[{"labels":{"predicted":[{"label_name":"RBC","score":0.5}]}}]})" "\nbroken\n"}},
         lines("a.png: unseen ?RBC 16,12,32,24 0.75>0.5\n! bad_row out.jsonl\n! image_missing out.jsonl")},
        {"Vulcan: no score, no name", words("a.png"), {{"out.json", R"([{"location":"a.png","outputs":[{"labels":{"predicted":[{"label_name":"wet"},{"score":0.5},{"label_name":"wet","score":2}],"discarded":[]}}]}])"}},
         lines("a.png: unseen\n! bad_score out.json\n! unknown_class out.json")},
    };
}

inline std::vector<Case> draftCases()
{
    const QByteArray one = image("1", "a.png"), two = one + ',' + image("2", "b.png");
    const auto result = [](const QByteArray& image, const QByteArray& category, const QByteArray& bbox, const QByteArray& score) {
        return "{\"image_id\":" + image + ",\"category_id\":" + category + ",\"bbox\":[" + bbox + "],\"score\":" + score + "}";
    };
    return {
        {"drafts: COCO results beside the file that lists the pictures", words("a.png b.png"),
         {{"instances.json", coco(two, box("1", "1", "1,1,9,9"))}, {"results.json", "[" + result("1", "2", "2,2,9,9", "0.5") + ',' + result("2", "1", "3,3,9,9", "0.25") + "]"}},
         lines("a.png: cat 1,1,10,10 ?dog 2,2,11,11 0.5\nb.png: unseen ?cat 3,3,12,12 0.25")},
        {"drafts: COCO results whose ids are names of pictures", words("000007.png b.png"),
         {{"classes.json", R"({"images":[],"categories":[{"id":1,"name":"cat"}]})"}, {"results.json", "[" + result("7", "1", "2,2,9,9", "0.5") + ',' + result("\"b\"", "1", "3,3,9,9", "0.25") + "]"}},
         lines("000007.png: unseen ?cat 2,2,11,11 0.5\nb.png: unseen ?cat 3,3,12,12 0.25")},
        {"drafts: COCO results of unknown pictures and classes", words("a.png"),
         {{"results.json", "[" + result("\"a\"", "3", "2,2,9,9", "0.5") + ',' + result("9", "3", "2,2,9,9", "0.5") + ',' + result("null", "3", "2,2,9,9", "0.5") + "]"}},
         lines("a.png: unseen\n! bad_id results.json\n! unknown_class results.json\n! unknown_image results.json")},
        {"drafts: COCO results of wrong types", words("a.png"),
         {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))},
          {"results.json", "[" + result("1", "1", "2,2,9,9", "\"x\"") + ',' + result("1", "1", "2,2,9,9", "1.5") + ',' + result("1", "1", "2,2,9,9", "null") + ',' + result("1", "1", "2,2,0,9", "0.5") + ",{\"image_id\":1,\"category_id\":1,\"score\":0.5},7]"}},
         lines("a.png: cat 1,1,10,10\n! bad_score results.json\n! box_zero results.json\n! shape_without_area results.json")},
        {"drafts: COCO results cut in the middle", words("a.png"), {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))}, {"results.json", "[" + result("1", "1", "2,2,9,9", "0.5") + ',' + result("1", "1", "3,2,9,9", "0.5").chopped(9)}},
         lines("a.png: cat 1,1,10,10\n! bad_file results.json")},
        {"drafts: scores among the annotations of COCO", words("a.png"), {{"x.json", coco(one, box("1", "1", "1,1,9,9") + ',' + box("1", "2", "2,2,9,9", ",\"score\":0.5"))}}, lines("a.png: cat 1,1,10,10 ?dog 2,2,11,11 0.5")},
        {"drafts: the same one twice", words("a.png"), {{"instances.json", coco(one, box("1", "1", "1,1,9,9"))}, {"results.json", "[" + result("1", "1", "1,1,9,9", "0.5") + ',' + result("1", "1", "1,1,9,9", "0.5") + "]"}},
         lines("a.png: cat 1,1,10,10 ?cat 1,1,10,10 0.5")},
        {"drafts: YOLO rows with a confidence", words("images/a.png images/b.png"), {{"labels/a.txt", "0 0.5 0.5 0.25 0.25 0.9\n"}, {"labels/b.txt", ""}, {"classes.txt", "cat\n"}},
         lines("images/a.png: unseen ?cat 24,18,40,30 0.9\nimages/b.png: nothing")},
        {"drafts: labels of a table with confidences", words("a.png b.png"), {{"t.csv", "filename,label,confidence\na.png,cat,0.5\nb.png,dog,1\n"}}, lines("a.png: unseen ?cat 0.5\nb.png: =dog")},
    };
}

inline std::vector<Case> programCases()
{
    std::vector<Case> cases;
    for (const auto& some : {labelmeCases(), cvatCases(), datumaroCases(), createMlCases(), studioCases(), draftCases()})
        cases.insert(cases.end(), some.begin(), some.end());
    return cases;
}

} // namespace sources
