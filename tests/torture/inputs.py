"""Small pictures and annotation files in every kind the program reads, and the ways in which we damage them."""
import io
import json
import struct
import zlib
from pathlib import Path

import numpy
from PIL import Image


def pixels(seed, size=(64, 48)):
    small = numpy.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=numpy.uint8)
    return Image.fromarray(small).resize(size, Image.NEAREST)


def picture(path, seed, size=(64, 48), **save):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels(seed, size).save(path, **save)
    return path


def two_classes(source, each=8):
    """`each` pictures of cats and dogs in folders for training and validation."""
    for split in ("train", "val"):
        for number in range(each):
            picture(source / split / ("cat" if number % 2 else "dog") / f"{split}{number}.png", number + (1000 if split == "val" else 0))
    return source


def encoded(kind, seed=1, size=(64, 48), mode="RGB", **save):
    buffer = io.BytesIO()
    image = pixels(seed, size)
    if mode == "I;16":
        image = Image.fromarray((numpy.asarray(image.convert("L")).astype(numpy.uint16) * 257))
    elif mode == "F":
        image = Image.fromarray(numpy.asarray(image.convert("L")).astype(numpy.float32) / 255)
    else:
        image = image.convert(mode)
    image.save(buffer, kind, **save)
    return buffer.getvalue()


def base_pictures():
    """(suffix, bytes) of sound pictures of all kinds and inner shapes."""
    exif = Image.Exif()
    exif[0x0112] = 6
    animated = io.BytesIO()
    pixels(3).save(animated, "GIF", save_all=True, append_images=[pixels(4), pixels(5)])
    return [
        ("jpg", encoded("JPEG")), ("jpg", encoded("JPEG", progressive=True)), ("jpg", encoded("JPEG", mode="L")), ("jpg", encoded("JPEG", mode="CMYK")),
        ("jpg", encoded("JPEG", exif=exif.tobytes())), ("jpg", encoded("JPEG", size=(640, 480))),
        ("png", encoded("PNG")), ("png", encoded("PNG", mode="RGBA")), ("png", encoded("PNG", mode="P")), ("png", encoded("PNG", mode="L")),
        ("png", encoded("PNG", mode="I;16")), ("png", encoded("PNG", size=(300, 200))),
        ("bmp", encoded("BMP")), ("bmp", encoded("BMP", mode="P")),
        ("tif", encoded("TIFF")), ("tif", encoded("TIFF", compression="tiff_lzw")), ("tif", encoded("TIFF", compression="tiff_deflate")),
        ("tif", encoded("TIFF", mode="I;16")), ("tif", encoded("TIFF", mode="F")), ("tif", encoded("TIFF", mode="RGBA")), ("tif", encoded("TIFF", mode="CMYK")),
        ("webp", encoded("WEBP")), ("webp", encoded("WEBP", lossless=True)), ("ppm", encoded("PPM")), ("pgm", encoded("PPM", mode="L")),
        ("gif", encoded("GIF", mode="P")), ("gif", animated.getvalue()),
    ]


# Numbers that readers trip over: signs, limits of 8, 16 and 32 bits.
NUMBERS = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]


def damage_bytes(data, rng):
    """One to four acts of damage to a file of bytes."""
    data = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        if not data:
            return b""
        at = rng.randrange(len(data)) if rng.random() < 0.5 else min(len(data) - 1, int(rng.expovariate(1 / 40)))
        act = rng.randrange(8)
        if act == 0:
            data[at] ^= 1 << rng.randrange(8)
        elif act == 1:
            data[at] = rng.randrange(256)
        elif act == 2:
            del data[at:]
        elif act == 3:
            del data[at:at + rng.randint(1, 64)]
        elif act == 4:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 64)))
        elif act == 5:
            width = rng.choice([2, 4])
            data[at:at + width] = struct.pack(rng.choice("<>") + {2: "H", 4: "I"}[width], rng.choice(NUMBERS) & (0xFFFF if width == 2 else 0xFFFFFFFF))
        elif act == 6:
            end = min(len(data), at + rng.randint(1, 512))
            data[at:end] = bytes(end - at)
        else:
            other = rng.randrange(len(data))
            data[at:at + 32] = data[other:other + 32]
    return bytes(data)


def repaired_png(data):
    """The checksums made right again, so that the damage is met by the decoder and not by the check."""
    out, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at:at + 4])[0]
        body = data[at + 4:at + 8 + length]
        if at + 12 + length > len(data):
            break
        out += data[at:at + 4] + body + struct.pack(">I", zlib.crc32(body))
        at += 12 + length
    return bytes(out) + data[at:]


# Values in the place of others, for files of text.
WORDS = ["", " ", "-1", "0", "1e400", "nan", "99999999999999999999", "null", "true", "\x00", "\x1b[31m", "é", "名前", "../../x", "/", "'", '"', "a" * 5000, "{}", "[]",
         "9007199254740993", "\u202e", "cat", "0.5", "-0.0", "1,2", "\t", "&lt;", "<x>", "%n%s"]


def damage_text(text, rng):
    """Damage that keeps the shape of the text more often than bytes would: a word, a line, a mark changed, repeated or gone."""
    if rng.random() < 0.25:
        return damage_bytes(text.encode("utf-8"), rng)
    for _ in range(rng.randint(1, 3)):
        lines = text.split("\n")
        act = rng.randrange(6)
        if act == 0 and len(text) > 1:  # one token becomes another word
            import re
            tokens = list(re.finditer(r"[\w.\-]+", text))
            if tokens:
                token = rng.choice(tokens)
                text = text[:token.start()] + rng.choice(WORDS) + text[token.end():]
        elif act == 1:
            lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))
            text = "\n".join(lines)
        elif act == 2 and len(lines) > 1:
            del lines[rng.randrange(len(lines))]
            text = "\n".join(lines)
        elif act == 3:
            text = text[:rng.randrange(len(text) + 1)]
        elif act == 4 and text:
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(list("<>{}[],;:\"'\\/&=\t\r\n \x00")) + text[at + 1:]
        elif text:
            at, end = sorted((rng.randrange(len(text)), rng.randrange(len(text))))
            text = text[:at] + text[end:] if end - at < 200 else text[:end] + text[at:at + 200] + text[end:]
    return text.encode("utf-8", "surrogatepass")


def damage_json(value, rng):
    """One value of a JSON tree becomes something else, or goes, or comes twice."""
    holders = []

    def walk(node):
        if isinstance(node, dict):
            holders.extend((node, key) for key in node)
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            holders.extend((node, index) for index in range(len(node)))
            for child in node:
                walk(child)

    value = json.loads(json.dumps(value))
    for _ in range(rng.randint(1, 3)):
        holders.clear()
        walk(value)
        if not holders:
            break
        holder, key = rng.choice(holders)
        act = rng.randrange(4)
        if act == 0:
            del holder[key]
        elif act == 1 and isinstance(holder, list):
            holder.append(holder[key])
        else:
            holder[key] = rng.choice([None, True, -1, 0, 2 ** 53 + 1, -2 ** 63, 1e308, "", "x", "\x00\x1b[2J", [], {}, [[]], [1] * 9, {"a": {}}, "9" * 400])
    return json.dumps(value, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


NAMES = ["a", "b", "c"]


def annotation_bases():
    """name -> (file name, text or JSON value, files beside it) for pictures a.png, b.png, c.png of 64 x 48."""
    coco = {"images": [{"id": n + 1, "file_name": f"{name}.png", "width": 64, "height": 48} for n, name in enumerate(NAMES)],
            "annotations": [{"id": n + 1, "image_id": n % 3 + 1, "category_id": n % 2 + 1, "bbox": [4 + n, 5, 20, 12], "area": 240, "iscrowd": 0} for n in range(6)]
            + [{"id": 9, "image_id": 1, "category_id": 1, "segmentation": {"counts": [10, 20, 30, 3012], "size": [48, 64]}, "area": 20, "iscrowd": 1},
               {"id": 10, "image_id": 2, "category_id": 2, "segmentation": [[1, 1, 20, 1, 20, 20]], "iscrowd": 0}],
            "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}]}
    voc = ("<?xml version='1.0' encoding='utf-8'?>\n<annotation>\n<folder>x</folder>\n<filename>a.png</filename>\n<size><width>64</width><height>48</height><depth>3</depth></size>\n"
           + "".join(f"<object><name>{name}</name><truncated>0</truncated><difficult>0</difficult>\n<bndbox><xmin>{x}</xmin><ymin>6</ymin><xmax>{x + 20}</xmax><ymax>30</ymax></bndbox></object>\n"
                     for name, x in (("cat", 3), ("dog", 9), ("cat", 30))) + "</annotation>\n")
    via = {f"{name}.png123": {"filename": f"{name}.png", "size": 123, "file_attributes": {},
                              "regions": [{"shape_attributes": {"name": "rect", "x": 3, "y": 4, "width": 20, "height": 10}, "region_attributes": {"class": "cat"}}]} for name in NAMES}
    return {
        "coco": ("instances.json", coco, {}),
        "voc": ("a.xml", voc, {}),
        "yolo": ("a.txt", "0 0.5 0.5 0.25 0.25\n1 0.3 0.3 0.2 0.2\n0 0.7 0.6 0.1 0.3\n", {"classes.txt": "cat\ndog\n", "b.txt": "1 0.5 0.5 0.3 0.3\n"}),
        "yolo-yaml": ("data.yaml", "# a set\npath: .\ntrain: .\nval: .\nnames:\n  0: cat\n  1: dog\n", {"a.txt": "0 0.5 0.5 0.25 0.25\n"}),
        "csv-labels": ("labels.csv", "picture,concept\na.png,cat\nb.png,dog\nc.png,cat;dog\n", {}),
        "csv-boxes": ("boxes.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,64,48,cat,3,4,30,40\nb.png,64,48,dog,1,1,20,20\na.png,64,48,dog,5,5,60,40\n", {}),
        "csv-onehot": ("table.csv", "file,cat,dog\na.png,1,0\nb.png,0,1\nc.png,1,1\n", {}),
        "via": ("via_export.json", via, {}),
    }
