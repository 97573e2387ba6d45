"""Other people's programs read the data that Oriel writes: run by ./dev peers, in an environment of its own, not part of ./dev test.

A Pascal VOC set is imported and exported in each format. pycocotools, labelme, datumaro and ultralytics, where they are installed, read
what was written, and each box is compared with the VOC file that it came from.
"""
import argparse
import collections
import glob
import importlib.util
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

failures = []


def check(what, ok, detail=""):
    print(("ok    " if ok else "FAIL  ") + what + (f": {detail}" if detail else ""), flush=True)
    if not ok:
        failures.append(what)


def has(module):
    found = importlib.util.find_spec(module) is not None
    if not found:
        print(f"      {module} is not installed; what it would read is not checked", flush=True)
    return found


def truth_of(folder):
    """{stem: [(label, x0, y0, x1, y1)]} by the rules of VOC: pixels count from 1, the upper ones are inside. Stray clicks have no size."""
    boxes = {}
    for path in glob.glob(os.path.join(folder, "**", "*.xml"), recursive=True):
        root = xml.parse(path).getroot()
        found = boxes.setdefault(os.path.splitext(os.path.basename(path))[0], [])
        for one in root.iter("object"):
            x0, y0, x1, y1 = (float(one.find("bndbox").find(key).text) for key in ("xmin", "ymin", "xmax", "ymax"))
            if x0 != x1 and y0 != y1:
                found.append((one.find("name").text, x0 - 1, y0 - 1, x1, y1))
    return boxes


def compare(what, truth, found, tolerance):
    """Each box of the truth has its own partner of the same label, and nothing is left over."""
    worst, lost, extra = 0.0, 0, 0
    for stem in set(truth) | set(found):
        rest = list(found.get(stem, []))
        for label, *corners in truth.get(stem, []):
            near = [(max(abs(a - b) for a, b in zip(corners, other[1:])), i) for i, other in enumerate(rest) if other[0] == label]
            if not near or min(near)[0] > tolerance:
                lost += 1
                continue
            worst = max(worst, min(near)[0])
            rest.pop(min(near)[1])
        extra += len(rest)
    count = sum(map(len, found.values()))
    check(what, lost == 0 and extra == 0 and set(truth) == set(found), f"{len(found)} pictures, {count} boxes, largest difference {worst:.4f} px, {lost} lost, {extra} too many")


def stem_of(name):
    return os.path.splitext(os.path.basename(name))[0]


def by_pycocotools(folder):
    import contextlib
    import io
    from pycocotools.coco import COCO
    boxes = collections.defaultdict(list)
    for path in glob.glob(os.path.join(folder, "annotations", "*.json")):
        with contextlib.redirect_stdout(io.StringIO()):
            coco = COCO(path)
        names = {one["id"]: one["name"] for one in coco.loadCats(coco.getCatIds())}
        for image in coco.loadImgs(coco.getImgIds()):
            found = boxes[stem_of(image["file_name"])]
            for one in coco.loadAnns(coco.getAnnIds(imgIds=[image["id"]])):
                x, y, w, h = one["bbox"]
                found.append((names[one["category_id"]], x, y, x + w, y + h))
    return boxes


def by_labelme(folder):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from labelme._label_file import LabelFile
    except ImportError:
        from labelme.label_file import LabelFile
    boxes = {}
    for path in glob.glob(os.path.join(folder, "**", "*.json"), recursive=True):
        file = LabelFile(path)
        found = boxes.setdefault(stem_of(file.imagePath), [])
        for shape in file.shapes:
            xs, ys = [point[0] for point in shape["points"]], [point[1] for point in shape["points"]]
            found.append((shape["label"], min(xs), min(ys), max(xs), max(ys)))
    return boxes


def by_datumaro(folder, kind):
    import logging
    logging.disable(logging.WARNING)
    import datumaro
    data = datumaro.Dataset.import_from(folder, kind)
    names = data.categories()[datumaro.AnnotationType.label]
    boxes = collections.defaultdict(list)
    for item in data:
        found = boxes[stem_of(item.id + ".x")]
        for one in item.annotations:
            if one.type == datumaro.AnnotationType.bbox:
                found.append((names[one.label].name, one.x, one.y, one.x + one.w, one.y + one.h))
    return boxes


def by_ultralytics(folder):
    """Its own check of a set, then its own reading of every label file."""
    from ultralytics.data.utils import check_det_dataset, img2label_paths, verify_image_label
    data = check_det_dataset(os.path.join(folder, "data.yaml"), autodownload=False)
    boxes = {}
    for split in ("train", "val", "test"):
        if not data.get(split):
            continue
        pictures = sorted(glob.glob(os.path.join(data[split], "**", "*.*"), recursive=True))
        for picture, labels in zip(pictures, img2label_paths(pictures)):
            _, rows, (height, width), _, _, _, found, _, broken, message = verify_image_label((picture, labels, "", False, len(data["names"]), 0, 0, False))
            if broken:
                check(f"yolo: {picture}", False, message)
            boxes[stem_of(picture)] = [(data["names"][int(row[0])], (row[1] - row[3] / 2) * width, (row[2] - row[4] / 2) * height, (row[1] + row[3] / 2) * width, (row[2] + row[4] / 2) * height)
                                       for row in rows]
    return boxes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the built oriel")
    parser.add_argument("--source", required=True, help="a Pascal VOC set")
    options = parser.parse_args()
    truth = truth_of(options.source)
    readers = [("coco", "pycocotools", by_pycocotools, 1e-6), ("labelme", "labelme", by_labelme, 1e-6),
               ("cvat", "datumaro", lambda folder: by_datumaro(folder, "cvat"), 0.02),  # datumaro keeps two decimals
               ("datumaro", "datumaro", lambda folder: by_datumaro(folder, "datumaro"), 0.02),
               ("voc", "xml", truth_of, 0.51),
               ("yolo", "ultralytics", by_ultralytics, 0.02)]
    with tempfile.TemporaryDirectory(prefix="oriel-peers.") as place:
        environment = dict(os.environ, XDG_CONFIG_HOME=os.path.join(place, "config"), XDG_DATA_HOME=os.path.join(place, "data"), LC_ALL="C.UTF-8")

        def oriel(*words, expect=(0,)):
            done = subprocess.run([options.program, *words], capture_output=True, text=True, env=environment)
            if done.returncode not in expect:
                sys.exit(f"oriel {' '.join(words)} ended with {done.returncode}: {done.stderr}")
            return done

        project = os.path.join(place, "data.oriel")
        oriel("new", project)
        oriel("import", project, options.source, "--view", "Cells", "--format", "voc", expect=(0, 3))
        for form in ["coco", "voc", "yolo", "labelme", "cvat", "datumaro", "createml", "lines", "csv"]:
            target = os.path.join(place, form)
            done = oriel("export", project, "--view", "Cells", "--format", form, "--out", target, "--json", expect=(0, 3))
            check(f"{form}: proved by Oriel itself", done.returncode == 0, done.stderr.strip()[-300:])
            for name, module, read, tolerance in readers:
                if name == form and has(module):
                    try:
                        compare(f"{form}: read by {module}", truth, read(target), tolerance)
                    except Exception as error:  # a reader that refuses the file is what is looked for
                        check(f"{form}: read by {module}", False, f"{type(error).__name__}: {error}"[:500])
    print(f"{len(failures)} failed" if failures else "all read and equal")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
