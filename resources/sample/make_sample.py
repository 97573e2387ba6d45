#!/usr/bin/env python3
"""Makes the sample project's sources from the BCCD data set (https://github.com/Shenggan/BCCD_Dataset, MIT licence).

Usage: make_sample.py BCCD     (a folder with Annotations, ImageSets, JPEGImages, LICENSE)

Takes about 60 pictures from the set's own train and val lists, evenly over each list sorted by name, and so that every
concept has several pictures in both. Pictures and annotation files are copied byte for byte. Writes beside itself:
JPEGImages, Annotations, ImageSets/Main/{train,val}.txt, LICENSE, and tags.csv: "Platelets" where there is at least one,
"Crowded" where there are 15 red cells or more, empty where neither is.
"""
import pathlib
import shutil
import sys
import xml.etree.ElementTree as ET

WANTED = {"train": 44, "val": 16}
CROWDED = 15


def counts(xml):
    """Boxes by concept; None when one of them has no size, for the sample is to be imported without complaints."""
    found = {"RBC": 0, "WBC": 0, "Platelets": 0}
    for thing in ET.parse(xml).iter("object"):
        box = [float(thing.find("bndbox").findtext(side)) for side in ("xmin", "ymin", "xmax", "ymax")]
        if box[2] <= box[0] or box[3] <= box[1]:
            return None
        found[thing.findtext("name")] += 1
    return found


def tags(found):
    return ["Platelets"] * (found["Platelets"] >= 1) + ["Crowded"] * (found["RBC"] >= CROWDED)


def choose(names, wanted, annotations):
    """`wanted` names: evenly over each of the four combinations of tags, as often as they occur."""
    groups = {}
    for name in sorted(names):
        if counts(annotations / f"{name}.xml") is None:
            continue
        groups.setdefault(tuple(tags(counts(annotations / f"{name}.xml"))), []).append(name)
    chosen = []
    for group in groups.values():
        share = max(1, round(wanted * len(group) / sum(map(len, groups.values()))))
        chosen += [group[i * len(group) // share] for i in range(min(share, len(group)))]
    return sorted(chosen)[:wanted] if len(chosen) > wanted else sorted(chosen)


def main():
    source = pathlib.Path(sys.argv[1])
    target = pathlib.Path(__file__).resolve().parent
    for folder in ("JPEGImages", "Annotations", "ImageSets"):
        shutil.rmtree(target / folder, ignore_errors=True)
    for folder in ("JPEGImages", "Annotations", "ImageSets/Main"):
        (target / folder).mkdir(parents=True)
    shutil.copyfile(source / "LICENSE", target / "LICENSE")
    rows = ["filename,concepts"]
    for part, wanted in WANTED.items():
        listed = (source / "ImageSets" / "Main" / f"{part}.txt").read_text().split()
        names = choose(listed, wanted, source / "Annotations")
        (target / "ImageSets" / "Main" / f"{part}.txt").write_text("".join(f"{name}\n" for name in names))
        for name in names:
            shutil.copyfile(source / "JPEGImages" / f"{name}.jpg", target / "JPEGImages" / f"{name}.jpg")
            shutil.copyfile(source / "Annotations" / f"{name}.xml", target / "Annotations" / f"{name}.xml")
            found = counts(source / "Annotations" / f"{name}.xml")
            rows.append(f"JPEGImages/{name}.jpg,{';'.join(tags(found))}")
        print(part, len(names))
    (target / "tags.csv").write_text("\n".join([rows[0]] + sorted(rows[1:])) + "\n")


if __name__ == "__main__":
    main()
