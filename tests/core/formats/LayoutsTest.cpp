#include "core/formats/ReadSources.h"

#include "tests/support/Pictures.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;

namespace {

/// The files of a source; a picture (PNG, 64 × 48) where there is no text.
using Files = std::vector<std::pair<const char*, QByteArray>>;

/// What must come of it, each list sorted: "picture concept left top right bottom", "picture concept", "picture split", issue codes
/// (of which more may be there).
struct Expected {
    const char* format;
    QStringList boxes;
    QStringList labels;
    QStringList splits;
    QStringList codes;
    std::optional<ViewType> target;
};

const QByteArray row = "0 0.5 0.5 0.25 0.25\n"; // 24 18 40 30 of 64 × 48

QByteArray voc(const QByteArray& fileName, const QByteArray& concept_, const QByteArray& more = {}, const QByteArray& head = {})
{
    return head + "<annotation>" + more + (fileName.isEmpty() ? QByteArray() : "<filename>" + fileName + "</filename>")
        + "<size><width>64</width><height>48</height></size><object><name>" + concept_
        + "</name><bndbox><xmin>5</xmin><ymin>5</ymin><xmax>20</xmax><ymax>20</ymax></bndbox></object></annotation>";
}

QString box(const char* picture, const char* name) // that of voc()
{
    return QStringLiteral("%1 %2 4 4 20 20").arg(QLatin1String(picture), QString::fromUtf8(name));
}

QString center(const char* picture, const char* name) // that of `row`
{
    return QStringLiteral("%1 %2 24 18 40 30").arg(QLatin1String(picture), QString::fromUtf8(name));
}

QStringList list(std::initializer_list<const char*> words)
{
    QStringList all;
    for (const char* word : words)
        all << QString::fromUtf8(word);
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Files)
Q_DECLARE_METATYPE(Expected)

/// The layouts in which people's programs write their sets, one row each.
class LayoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layout_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<Expected>("expected");
        addVoc();
        addYolo();
        addRows();
        addFolders();
    }

    void layout()
    {
        QFETCH(Files, files);
        QFETCH(Expected, expected);
        QTemporaryDir folder;
        int number = 0;
        for (const auto& [name, text] : files) {
            const QString path = folder.path() + QStringLiteral("/in/") + QString::fromUtf8(name);
            const bool isPicture = text.isEmpty() && path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
            QVERIFY(!pictures::write(path, isPicture ? pictures::numbered(++number, 64, 48) : text).isEmpty());
        }
        SourceOptions options;
        options.target = expected.target;
        const std::vector<SourceData> sources = readSources({folder.path() + QStringLiteral("/in")}, options, {});
        const SourceData& data = sources.front();
        QStringList boxes, labels, splits, codes;
        for (const SourceRecord& record : data.records) {
            for (const SourceBox& found : record.boxes)
                boxes << QStringLiteral("%1 %2 %3 %4 %5 %6").arg(record.relativePath, found.conceptName).arg(std::round(found.rect.left()))
                             .arg(std::round(found.rect.top())).arg(std::round(found.rect.right())).arg(std::round(found.rect.bottom()));
            for (const QString& label : record.labels)
                labels << record.relativePath + QLatin1Char(' ') + label;
            if (record.split)
                splits << record.relativePath + QLatin1Char(' ') + keyOf(*record.split);
        }
        for (const ImportIssue& issue : data.issues)
            codes << issue.code;
        for (QStringList* found : {&boxes, &labels, &splits, &expected.boxes, &expected.labels, &expected.splits})
            found->sort();
        QCOMPARE(data.format, QLatin1String(expected.format));
        QCOMPARE(boxes, expected.boxes);
        QCOMPARE(labels, expected.labels);
        QCOMPARE(splits, expected.splits);
        for (const QString& code : std::as_const(expected.codes))
            QVERIFY2(codes.contains(code), qPrintable(code + QStringLiteral(" is not among ") + codes.join(QLatin1Char(' '))));
    }

private:
    static void add(const char* name, const Files& files, const Expected& expected) { QTest::newRow(name) << files << expected; }

    static void addVoc()
    {
        const QByteArray helmet = QByteArray::fromHex("b0b2c8abc3b1"); // 安全帽 in GB2312
        add("voc: declared GB2312", {{"a.png", {}}, {"a.xml", voc("a.png", helmet, {}, "<?xml version=\"1.0\" encoding=\"gb2312\" ?>")}},
            {"voc", {box("a.png", "安全帽")}, {}, {}, {}, {}});
        add("voc: declared Shift_JIS", {{"a.png", {}}, {"a.xml", voc("a.png", QByteArray::fromHex("944c"), {}, "<?xml version='1.0' encoding='Shift_JIS'?>")}},
            {"voc", {box("a.png", "猫")}, {}, {}, {}, {}});
        add("voc: an encoding nobody knows", {{"a.png", {}}, {"a.xml", voc("a.png", "cat", {}, "<?xml version=\"1.0\" encoding=\"x-none\"?>")}},
            {"voc", {}, {}, {}, list({"bad_file"}), {}});
        add("voc: declared UTF-8, letters of another", {{"a.png", {}}, {"a.xml", voc("a.png", helmet, {}, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")}},
            {"voc", {}, {}, {}, list({"bad_file"}), {}});
        add("voc: declared UTF-16, saved as UTF-8", {{"a.png", {}}, {"a.xml", voc("a.png", "安全帽", {}, "<?xml version=\"1.0\" encoding=\"utf-16\"?>")}},
            {"voc", {box("a.png", "安全帽")}, {}, {}, {}, {}});
        add("voc: renumbered pictures", {{"2.png", {}}, {"3.png", {}}, {"4.png", {}}, {"2.xml", voc("1.png", "b")}, {"3.xml", voc("2.png", "c")}, {"4.xml", voc("3.png", "d")}},
            {"voc", {box("2.png", "b"), box("3.png", "c"), box("4.png", "d")}, {}, {}, list({"name_differs"}), {}});
        add("voc: two files name one picture", {{"a.png", {}}, {"1.xml", voc("a.png", "cat")}, {"2.xml", voc("a.png", "dog")}},
            {"voc", {}, {}, {}, list({"claimed_twice"}), {}});
        add("voc: the own file wins over one that names the picture", {{"a.png", {}}, {"a.xml", voc("a.png", "cat")}, {"b.xml", voc("a.png", "dog")}},
            {"voc", {box("a.png", "cat")}, {}, {}, list({"claimed_twice"}), {}});
        add("voc: mirrored folders", {{"images/cam1/1.png", {}}, {"images/cam2/1.png", {}}, {"annotations/cam1/1.xml", voc("1.png", "x")}, {"annotations/cam2/1.xml", voc("1.png", "y")}},
            {"voc", {box("images/cam1/1.png", "x"), box("images/cam2/1.png", "y")}, {}, {}, {}, {}});
        add("voc: <folder> tells", {{"JPEGImages/cam1/1.png", {}}, {"JPEGImages/cam2/1.png", {}}, {"xml/p.xml", voc("1.png", "x", "<folder>cam1</folder>")}, {"xml/q.xml", voc("1.png", "y", "<folder>cam2</folder>")}},
            {"voc", {box("JPEGImages/cam1/1.png", "x"), box("JPEGImages/cam2/1.png", "y")}, {}, {}, {}, {}});
        add("voc: <path> of another machine tells", {{"s/cam1/1.png", {}}, {"s/cam2/1.png", {}}, {"a.xml", voc("1.png", "x", "<path>D:\\data\\s\\cam2\\1.png</path>")}},
            {"voc", {box("s/cam2/1.png", "x")}, {}, {}, {}, {}});
        add("voc: two letters or one", {{"caf\u00e9.png", {}}, {"cafe\u0301.xml", voc("", "cup")}},
            {"voc", {QString::fromUtf8("caf\u00e9.png cup 4 4 20 20")}, {}, {}, {}, {}});
        add("voc: tags in another case", {{"a.png", {}}, {"a.XML", "<Annotation><FileName>a.png</FileName><Object><Name>cat</Name><BndBox><XMin>5</XMin><YMin>5</YMin><XMax>20</XMax><YMax>20</YMax></BndBox></Object></Annotation>"}},
            {"voc", {box("a.png", "cat")}, {}, {}, {}, {}});
        add("voc: names with spaces in ImageSets", {{"JPEGImages/my cat 1.png", {}}, {"JPEGImages/my cat 2.png", {}}, {"Annotations/my cat 1.xml", voc("my cat 1.png", "cat")}, {"Annotations/my cat 2.xml", voc("my cat 2.png", "cat")},
                 {"ImageSets/Main/train.txt", "my cat 1\n"}, {"ImageSets/Main/val.txt", "\"my cat 2\"\n"}},
            {"voc", {box("JPEGImages/my cat 1.png", "cat"), box("JPEGImages/my cat 2.png", "cat")}, {}, list({"JPEGImages/my cat 1.png train", "JPEGImages/my cat 2.png val"}), {}, {}});
        add("voc: names with suffix and folder, one missing", {{"JPEGImages/a.png", {}}, {"JPEGImages/b.png", {}}, {"Annotations/a.xml", voc("a.png", "cat")},
                 {"ImageSets/Main/train.txt", "a.png\nJPEGImages/b.png\ngone\n"}},
            {"voc", {box("JPEGImages/a.png", "cat")}, {}, list({"JPEGImages/a.png train", "JPEGImages/b.png train"}), list({"split_name_missing"}), {}});
        add("voc: lists of picture and annotation", {{"JPEGImages/a.png", {}}, {"Annotations/a.xml", voc("a.png", "cat")}, {"val_list.txt", "JPEGImages/a.png Annotations/a.xml\n"}},
            {"voc", {box("JPEGImages/a.png", "cat")}, {}, list({"JPEGImages/a.png val"}), {}, {}});
        add("voc: Roboflow's folders", {{"train/a.png", {}}, {"train/a.xml", voc("a.png", "cat")}, {"valid/b.png", {}}, {"valid/b.xml", voc("b.png", "cat")}},
            {"voc", {box("train/a.png", "cat"), box("valid/b.png", "cat")}, {}, list({"train/a.png train", "valid/b.png val"}), {}, {}});
        add("voc: a name of control characters", {{"a.png", {}}, {"a.xml", voc("a.png", "&#9;")}}, {"voc", {}, {}, {}, list({"unknown_class"}), {}});
        add("voc: one folder more around", {{"VOCdevkit/VOC2007/JPEGImages/a.png", {}}, {"VOCdevkit/VOC2007/Annotations/a.xml", voc("a.png", "cat")}},
            {"voc", {box("VOCdevkit/VOC2007/JPEGImages/a.png", "cat")}, {}, {}, {}, {}});
        add("voc: masks beside", {{"JPEGImages/a.png", {}}, {"SegmentationClass/a.png", {}}, {"Annotations/a.xml", voc("a.png", "cat")}},
            {"voc", {box("JPEGImages/a.png", "cat")}, {}, {}, list({"masks_not_read"}), {}});
    }

    static void addYolo()
    {
        const QStringList bothSplits = list({"images/train/a.png train", "images/val/b.png val"});
        const QStringList bothBoxes{center("images/train/a.png", "cat"), center("images/val/b.png", "cat")};
        const Files split{{"images/train/a.png", {}}, {"images/val/b.png", {}}, {"labels/train/a.txt", row}, {"labels/val/b.txt", row}};
        const auto with = [](Files files, const Files& more) {
            files.insert(files.end(), more.begin(), more.end());
            return files;
        };
        add("yolo: split folders without YAML", with(split, {{"classes.txt", "cat\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: names as a map, comments", with(split, {{"data.yaml", "# train: &x where\npath: . # root\ntrain: images/train\nval: images/val\nnames:\n  0: cat # the first\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: names on one line, quoted", with(split, {{"data.yaml", "train: images/train\nval: images/val\nnames: ['cat', \"dog\"]\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: names in a file", with(split, {{"data.yaml", "train: images/train\nval: images/val\nnames: coco.names\n"}, {"coco.names", "cat\ndog\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: lists of folders", with(split, {{"data.yaml", "train: [images/train]\nval:\n  - images/val\nnames: [cat]\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: lists of pictures", with(split, {{"data.yaml", "train: train.txt\nvalid: val.txt\nnames: [cat]\n"}, {"train.txt", "./images/train/a.png\nimages/train/gone.png\n"}, {"val.txt", "/home/other/images/val/b.png\n"}}),
            {"yolo", bothBoxes, {}, bothSplits, list({"image_missing"}), {}});
        add("yolo: a YAML of names alone", with(split, {{"meta.yaml", "names: [cat]\nnc: 1\n"}}), {"yolo", bothBoxes, {}, bothSplits, {}, {}});
        add("yolo: Darknet's data file", {{"data/obj/a.png", {}}, {"data/obj/a.txt", row}, {"data/obj/b.png", {}}, {"data/obj/b.txt", row}, {"data/obj.names", "cat\n"}, {"data/train.txt", "data/obj/a.png\n"}, {"data/valid.txt", "data/obj/b.png\n"},
                 {"data/obj.data", "classes = 1\ntrain = data/train.txt\nvalid = data/valid.txt\nnames = data/obj.names\nbackup = backup/\n"}},
            {"yolo", {center("data/obj/a.png", "cat"), center("data/obj/b.png", "cat")}, {}, list({"data/obj/a.png train", "data/obj/b.png val"}), {}, {}});
        add("yolo: CVAT's export", {{"obj_train_data/a.png", {}}, {"obj_train_data/a.txt", row}, {"obj.names", "cat\n"}, {"obj.data", "classes = 1\ntrain = data/train.txt\nnames = data/obj.names\nbackup = backup/\n"}, {"train.txt", "data/obj_train_data/a.png\n"}},
            {"yolo", {center("obj_train_data/a.png", "cat")}, {}, list({"obj_train_data/a.png train"}), {}, {}});
        add("yolo: Darknet's lists alone", {{"a.png", {}}, {"a.txt", row}, {"b.png", {}}, {"b.txt", row}, {"train.txt", "a.png\n"}, {"valid.txt", "b.png\nc.png\n"}, {"obj.names", "cat\n"}},
            {"yolo", {center("a.png", "cat"), center("b.png", "cat")}, {}, list({"a.png train", "b.png val"}), list({"image_missing"}), {}});
        add("yolo: Roboflow's Darknet", {{"train/a.png", {}}, {"train/a.txt", row}, {"train/_darknet.labels", "cat"}, {"valid/b.png", {}}, {"valid/b.txt", row}, {"valid/_darknet.labels", "cat"}},
            {"yolo", {center("train/a.png", "cat"), center("valid/b.png", "cat")}, {}, list({"train/a.png train", "valid/b.png val"}), {}, {}});
        add("yolo: Roboflow's YAML, ../ paths", {{"train/images/a.png", {}}, {"train/labels/a.txt", row}, {"valid/images/b.png", {}}, {"valid/labels/b.txt", row}, {"data.yaml", "train: ../train/images\nval: ../valid/images\nnc: 1\nnames: ['cat']\n"}},
            {"yolo", {center("train/images/a.png", "cat"), center("valid/images/b.png", "cat")}, {}, list({"train/images/a.png train", "valid/images/b.png val"}), {}, {}});
        add("yolo: labels beside, no names", {{"1.png", {}}, {"1.txt", row}, {"2.png", {}}, {"2.txt", ""}}, {"yolo", {center("1.png", "class_0")}, {}, {}, list({"names_missing"}), {}});
        add("yolo: an empty line between names", with(split, {{"classes.txt", "\ncat\n\ndog\n"}, {"images/val/c.png", {}}, {"labels/val/c.txt", "2 0.5 0.5 0.25 0.25\n"}}),
            {"yolo", QStringList{bothBoxes} << center("images/val/c.png", "dog"), {}, list({"images/train/a.png train", "images/val/b.png val", "images/val/c.png val"}), {}, {}});
        add("yolo: suffixes in capitals", {{"images/a.PNG", {}}, {"labels/A.TXT", row}, {"classes.txt", "cat\n"}}, {"yolo", {center("images/a.PNG", "cat")}, {}, {}, {}, {}});
        add("yolo: labels in one folder for all splits", {{"images/train/a.png", {}}, {"images/test/b.png", {}}, {"labels/a.txt", row}, {"labels/b.txt", row}, {"classes.txt", "cat\n"}},
            {"yolo", {center("images/train/a.png", "cat"), center("images/test/b.png", "cat")}, {}, list({"images/train/a.png train", "images/test/b.png test"}), {}, {}});
        add("yolo: a folder where a label should be", with(split, {{"images/train/c.png", {}}, {"labels/train/c.txt/x.log", "x"}, {"classes.txt", "cat\n"}}),
            {"yolo", bothBoxes, {}, list({"images/train/a.png train", "images/train/c.png train", "images/val/b.png val"}), list({"bad_file"}), {}});
        add("yolo: one folder more around", {{"coco8/images/train/a.png", {}}, {"coco8/labels/train/a.txt", row}, {"coco8/data.yaml", "path: coco8\ntrain: images/train\nval: images/train\nnames: {0: cat}\n"}},
            {"yolo", {center("coco8/images/train/a.png", "cat")}, {}, list({"coco8/images/train/a.png train"}), {}, {}});
        add("yolo: a list of classes beside folders of classes", {{"cat/a.png", {}}, {"dog/b.png", {}}, {"classes.txt", "cat\ndog\n"}}, {"folders", {}, list({"cat/a.png cat", "dog/b.png dog"}), {}, {}, {}});
    }

    static void addRows()
    {
        const auto files = [](const QByteArray& rows, const QByteArray& yaml = {}) {
            return Files{{"images/a.png", {}}, {"labels/a.txt", rows}, {"data.yaml", "train: images\nnames: [cat]\n" + yaml}};
        };
        const QStringList train = list({"images/a.png train"}), one{center("images/a.png", "cat")};
        add("rows: pose by kpt_shape", files("0 0.5 0.5 0.25 0.25 0.45 0.45 0.55 0.45 0.5 0.5 0.45 0.55 0.55 0.55\n", "kpt_shape: [5, 2]\n"), {"yolo", one, {}, train, list({"points_not_read"}), {}});
        add("rows: pose with visibility, by consistency", files("0 0.5 0.5 0.25 0.25 0.45 0.45 2 0.55 0.45 1 0 0 0\n"), {"yolo", one, {}, train, {}, {}});
        add("rows: pose or outline, a doubt", files("0 0.5 0.5 0.25 0.25 0.45 0.45 0.55 0.45 0.5 0.5\n"), {"yolo", {}, {}, train, list({"rows_unclear"}), {}});
        add("rows: another length than kpt_shape", files("0 0.5 0.5 0.25 0.25 0.45 0.45 0.55 0.45\n" + row, "kpt_shape: [5, 2]\n"), {"yolo", one, {}, train, list({"rows_unclear"}), {}});
        add("rows: a turned box", files("0 0.375 0.375 0.625 0.375 0.625 0.625 0.375 0.625\n"), {"yolo", one, {}, train, list({"shape_to_box"}), {}});
        add("rows: outlines", files("0 0.375 0.375 0.625 0.5 0.5 0.625\n0 0.375 0.375 0.625 0.375 0.625 0.625 0.5 0.5 0.375 0.625\n"), {"yolo", one, {}, train, list({"shape_to_box", "box_repeated"}), {}});
        add("rows: box and score", files("0 0.5 0.5 0.25 0.25 0.9\n"), {"yolo", {}, {}, train, {}, {}});
        add("rows: pixels", files("0 32 24 16 12\n"), {"yolo", {}, {}, train, list({"not_normalised"}), {}});
        add("rows: names for numbers", files("cat 0.5 0.5 0.25 0.25\n" + row), {"yolo", one, {}, train, list({"bad_row"}), {}});
    }

    static void addFolders()
    {
        const auto both = [](const char* train, const char* val) {
            return QStringList{QLatin1String(train), QLatin1String(val)};
        };
        add("folders: Training and Testing", {{"Training/cat/a.png", {}}, {"Training/dog/b.png", {}}, {"Testing/cat/c.png", {}}},
            {"folders", {}, list({"Training/cat/a.png cat", "Training/dog/b.png dog", "Testing/cat/c.png cat"}), list({"Training/cat/a.png train", "Training/dog/b.png train", "Testing/cat/c.png test"}), {}, {}});
        add("folders: training_set, dev", {{"training_set/cat/a.png", {}}, {"dev/dog/b.png", {}}}, {"folders", {}, both("training_set/cat/a.png cat", "dev/dog/b.png dog"), both("training_set/cat/a.png train", "dev/dog/b.png val"), {}, {}});
        add("folders: splits without classes", {{"train/a.png", {}}, {"valid/b.png", {}}, {"eval2017/c.png", {}}}, {"pictures", {}, {}, list({"train/a.png train", "valid/b.png val", "eval2017/c.png val"}), {}, {}});
        add("folders: a test folder without classes", {{"train/cat/a.png", {}}, {"train/dog/b.png", {}}, {"test/c.png", {}}},
            {"folders", {}, both("train/cat/a.png cat", "train/dog/b.png dog"), list({"train/cat/a.png train", "train/dog/b.png train", "test/c.png test"}), {}, {}});
        add("folders: classes above splits", {{"cat/train/a.png", {}}, {"cat/test/b.png", {}}, {"dog/train/c.png", {}}},
            {"folders", {}, list({"cat/train/a.png cat", "cat/test/b.png cat", "dog/train/c.png dog"}), list({"cat/train/a.png train", "cat/test/b.png test", "dog/train/c.png train"}), {}, {}});
        add("folders: lists of splits beside classes", {{"images/cat/a.png", {}}, {"images/dog/b.png", {}}, {"meta/train.txt", "cat/a\n"}, {"meta/test.txt", "dog/b\ndog/gone\n"}},
            {"folders", {}, both("images/cat/a.png cat", "images/dog/b.png dog"), both("images/cat/a.png train", "images/dog/b.png test"), list({"split_name_missing"}), {}});
        add("folders: unpacked into folders of their own name", {{"seg_train/seg_train/sea/a.png", {}}, {"seg_test/seg_test/ice/b.png", {}}},
            {"folders", {}, both("seg_train/seg_train/sea/a.png sea", "seg_test/seg_test/ice/b.png ice"), both("seg_train/seg_train/sea/a.png train", "seg_test/seg_test/ice/b.png test"), {}, {}});
        add("folders: a train is a vehicle too", {{"car/a.png", {}}, {"train/b.png", {}}}, {"folders", {}, both("car/a.png car", "train/b.png train"), {}, {}, {}});
        add("folders: one more around", {{"ds/train/cat/a.png", {}}, {"ds/val/dog/b.png", {}}, {"__MACOSX/ds/._a.png", "x"}, {"README.md", "x"}},
            {"folders", {}, both("ds/train/cat/a.png cat", "ds/val/dog/b.png dog"), both("ds/train/cat/a.png train", "ds/val/dog/b.png val"), {}, {}});
        add("folders: images around the splits", {{"x/images/train/cat/a.png", {}}, {"x/images/val/dog/b.png", {}}},
            {"folders", {}, both("x/images/train/cat/a.png cat", "x/images/val/dog/b.png dog"), both("x/images/train/cat/a.png train", "x/images/val/dog/b.png val"), {}, {}});
        add("folders: images below the splits", {{"train/images/a.png", {}}, {"val/images/b.png", {}}}, {"pictures", {}, {}, both("train/images/a.png train", "val/images/b.png val"), {}, {}});
        add("folders: one class", {{"pants/a.png", {}}, {"pants/b.png", {}}}, {"folders", {}, both("pants/a.png pants", "pants/b.png pants"), {}, {}, ViewType::Classification});
        add("folders: one class, no view yet", {{"pants/a.png", {}}, {"pants/b.png", {}}}, {"folders", {}, both("pants/a.png pants", "pants/b.png pants"), {}, {}, {}});
        add("folders: one folder for a view of boxes", {{"pants/a.png", {}}}, {"pictures", {}, {}, {}, {}, ViewType::Detection});
        add("folders: images is no class", {{"images/a.png", {}}, {"images/b.png", {}}}, {"pictures", {}, {}, {}, {}, ViewType::Classification});
        add("folders: the class is the folder's own name", {{"a.png", {}}, {"b.png", {}}}, {"folders", {}, both("a.png in", "b.png in"), {}, {}, ViewType::Classification});
        add("folders: a stray JSON", {{"cat/a.png", {}}, {"dog/b.png", {}}, {"meta.json", "{\"a\": 1}"}}, {"folders", {}, both("cat/a.png cat", "dog/b.png dog"), {}, {}, {}});
        add("folders: images and masks", {{"images/a.png", {}}, {"masks/a.png", {}}}, {"pictures", {}, {}, {}, list({"masks_not_read"}), {}});
        add("folders: masks beside their pictures", {{"a.png", {}}, {"a_mask.png", {}}}, {"pictures", {}, {}, {}, list({"masks_not_read"}), {}});
        add("folders: mask is a class", {{"mask/1.png", {}}, {"no_mask/1.png", {}}}, {"folders", {}, both("mask/1.png mask", "no_mask/1.png no_mask"), {}, {}, {}});
        add("folders: unlabelled beside", {{"cat/a.png", {}}, {"dog/b.png", {}}, {"Unsorted/c.png", {}}, {"Testing/d.png", {}}},
            {"folders", {}, both("cat/a.png cat", "dog/b.png dog"), list({"Testing/d.png test"}), {}, {}});
        add("folders: pictures without suffix", {{"cat/a", pictures::numbered(50, 64, 48)}, {"dog/b.dat", pictures::numbered(51, 64, 48)}}, {"folders", {}, both("cat/a cat", "dog/b.dat dog"), {}, {}, {}});
    }
};

QTEST_GUILESS_MAIN(LayoutsTest)
#include "LayoutsTest.moc"
