"""Answers pictures with a model that Oriel exported: python predict.py MODEL.onnx PICTURE…   (pip install onnxruntime pillow numpy)"""
import json
import sys

import numpy
import onnxruntime
from PIL import Image, ImageOps

session = onnxruntime.InferenceSession(sys.argv[1])
card = json.loads(session.get_modelmeta().custom_metadata_map["oriel.card"])
names = [concept["name"] for concept in card["concepts"]]
thresholds = [concept["threshold"] for concept in card["concepts"]]
resizes = isinstance(session.get_inputs()[0].shape[2], str)  # then the file takes whole pictures
how, width, height = card["input"], card["input"]["width"], card["input"]["height"]


def prepare(path):
    """The pixels [1,3,H,W] 0..1 that the network sees, and the part of the picture (x0 y0 x1 y1, px) that they show."""
    picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    w, h = picture.size
    if resizes:
        return numpy.asarray(picture, numpy.float32).transpose(2, 0, 1)[None] / 255, (0, 0, w, h)
    if how["resize"] == "fit_pad":  # the whole picture, with even bars
        scale, factor = min(width / w, height / h), min(1, int(1.3 * max(width, height)) / max(w, h))
        x, y = (width / scale - w) / 2, (height / scale - h) / 2
        part = (-x, -y, w + x, h + y)
    else:
        share = how["crop_share"] if how["resize"] == "centre_crop" else 0.875
        factor, side = int(min(width, height) / share) / min(w, h), min(w, h) * share
        part = (0, 0, w, h) if how["resize"] == "squash" else ((w - side) / 2, (h - side) / 2, (w + side) / 2, (h + side) / 2)
    small = picture.resize((max(1, round(w * factor)), max(1, round(h * factor))), Image.BOX if factor < 1 else Image.BILINEAR)
    view = small.transform((width, height), Image.EXTENT, [side * factor for side in part], Image.BILINEAR, fillcolor=(how["pad_value"],) * 3)
    return numpy.asarray(view, numpy.float32).transpose(2, 0, 1)[None] / 255, part


def select(boxes, scores):
    """Of boxes [A,4] and scores [A,C] the best, without those that lie on a better one of their concept."""
    kept = []
    for place in numpy.argsort(-scores, axis=None, kind="stable")[:400]:
        cell, label = divmod(int(place), scores.shape[1])
        box, score = boxes[cell], float(scores[cell, label])
        sides = [numpy.clip(numpy.minimum(box[2:], other[2:]) - numpy.maximum(box[:2], other[:2]), 0, None) for other, _, one in kept if one == label]
        areas = [numpy.prod(other[2:] - other[:2]) for other, _, one in kept if one == label]
        shared = [numpy.prod(side) for side in sides]
        if all(both <= card["detection"]["nms_iou"] * (area + numpy.prod(box[2:] - box[:2]) - both) for both, area in zip(shared, areas)):
            kept.append((box, score, label))
    return kept[:card["detection"]["max_boxes"]]


for path in sys.argv[2:]:
    images, part = prepare(path)
    answer = dict(zip([output.name for output in session.get_outputs()], session.run(None, {"images": images})))
    if card["task"] != "detection":
        scores = answer["scores"][0].tolist()
        found = [i for i, score in enumerate(scores) if score >= thresholds[i] and (card["task"] == "tagging" or score == max(scores))]
        print(json.dumps({"picture": path, "scores": dict(zip(names, scores)), "predicted": [names[i] for i in found]}))
        continue
    found = zip(answer["boxes"][0], answer["scores"][0].tolist(), answer["labels"][0].tolist()) if "labels" in answer else select(answer["boxes"][0], answer["scores"][0])
    origin, size = numpy.tile(part[:2], 2), numpy.tile([part[2] - part[0], part[3] - part[1]], 2)
    print(json.dumps({"picture": path, "predicted": [{"label": names[label], "score": score, "box": (origin + box * size).tolist()}
                                                     for box, score, label in found if label >= 0 and score >= thresholds[label]]}))
