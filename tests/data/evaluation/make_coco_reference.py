"""Makes bccd_val.json and tagging_ap.json: predictions and the answers that pycocotools and scikit-learn give for them.

usage: make_coco_reference.py BCCD_FOLDER OUTPUT_FOLDER     (needs numpy, pycocotools, scikit-learn)

The predictions are the true boxes of the validation part, shaken with a fixed seed: misses, duplicates, wrong concepts,
strays, equal scores, one picture with more than 100 boxes of one concept. A few true boxes are marked as crowd;
"plain" is the answer with these as ordinary boxes, "crowd" with them as ignore regions.
"""
import contextlib
import io
import json
import random
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from sklearn.metrics import average_precision_score

CONCEPTS = ["RBC", "WBC", "Platelets"]


def truth_of(annotation):
    boxes = []
    for thing in ElementTree.parse(annotation).getroot().iter("object"):
        x0, y0, x1, y1 = (float(thing.find("bndbox").find(key).text) for key in ("xmin", "ymin", "xmax", "ymax"))
        if x1 > x0 and y1 > y0:
            boxes.append([CONCEPTS.index(thing.find("name").text), x0 - 1, y0 - 1, x1 - x0 + 1, y1 - y0 + 1])
    return boxes


def shaken(box, strength, dice):
    label, x, y, width, height = box
    x += dice.gauss(0, strength) * width
    y += dice.gauss(0, strength) * height
    width *= max(0.2, 1 + dice.gauss(0, strength))
    height *= max(0.2, 1 + dice.gauss(0, strength))
    return [round(value, 2) for value in (x, y, width, height)]


def predictions_of(truth, size, dice, strays):
    predictions = []
    for box in truth:
        if dice.random() < 0.1:
            continue  # a miss
        for _ in range(1 if dice.random() < 0.8 else 2):
            label = box[0] if dice.random() < 0.93 else dice.randrange(len(CONCEPTS))
            predictions.append([label, round(min(1, max(0.01, dice.gauss(0.7, 0.2))), 2), *shaken(box, dice.choice((0.02, 0.08, 0.2)), dice)])
    for _ in range(strays):
        box = [0, dice.uniform(0, size[0] - 60), dice.uniform(0, size[1] - 60), dice.uniform(8, 60), dice.uniform(8, 60)]
        predictions.append([dice.randrange(len(CONCEPTS)), round(dice.uniform(0.01, 0.6), 2), *shaken(box, 0.0, dice)])
    predictions.sort(key=lambda prediction: -prediction[1])
    return predictions


def answer(images, with_crowd):
    """AP for each concept over IoU .50:.95 and at .50, and their means, by pycocotools."""
    annotations, results = [], []
    for number, image in enumerate(images, 1):
        for label, x, y, width, height, crowd in image["truth"]:
            annotations.append({"id": len(annotations) + 1, "image_id": number, "category_id": label + 1, "bbox": [x, y, width, height],
                                "area": width * height, "iscrowd": int(crowd and with_crowd)})
        for label, score, x, y, width, height in image["predictions"]:
            results.append({"image_id": number, "category_id": label + 1, "bbox": [x, y, width, height], "score": score})
    truth = COCO()
    truth.dataset = {"images": [{"id": number} for number in range(1, len(images) + 1)], "annotations": annotations,
                     "categories": [{"id": label + 1, "name": name} for label, name in enumerate(CONCEPTS)]}
    truth.createIndex()
    evaluation = COCOeval(truth, truth.loadRes(results), "bbox")
    evaluation.evaluate()
    evaluation.accumulate()
    evaluation.summarize()
    precision = evaluation.eval["precision"][:, :, :, 0, 2]  # [IoU, recall, concept]
    return {"map": evaluation.stats[0], "map50": evaluation.stats[1],
            "ap": [float(np.mean(precision[:, :, label])) for label in range(len(CONCEPTS))],
            "ap50": [float(np.mean(precision[0, :, label])) for label in range(len(CONCEPTS))]}


def detection(bccd):
    dice = random.Random(7)
    images = []
    for number, name in enumerate((bccd / "ImageSets/Main/val.txt").read_text().split()):
        truth = truth_of(bccd / "Annotations" / f"{name}.xml")
        predictions = predictions_of(truth, (640, 480), dice, 400 if number == 5 else dice.randrange(12))
        images.append({"name": name, "truth": [[*box, int(dice.random() < 0.05)] for box in truth], "predictions": predictions})
    return {"concepts": CONCEPTS, "images": images, "plain": answer(images, False), "crowd": answer(images, True)}


def tagging():
    dice = np.random.default_rng(7)
    cases = []
    for name, count, share, digits in (("one positive", 12, 0.0, 6), ("equal scores", 60, 0.4, 1), ("all equal", 20, 0.5, 0),
                                       ("rare", 300, 0.05, 3), ("usual", 200, 0.5, 6), ("all positive", 15, 1.0, 2)):
        truth = (dice.random(count) < share).astype(int)
        truth[count // 2] = 1
        scores = np.round(np.clip(0.35 * truth + dice.random(count) * 0.65, 0, 1), digits)
        cases.append({"name": name, "truth": truth.tolist(), "scores": scores.tolist(),
                      "ap": float(average_precision_score(truth, scores))})
    return cases


def main():
    bccd, output = Path(sys.argv[1]), Path(sys.argv[2])
    with contextlib.redirect_stdout(io.StringIO()):
        boxes = detection(bccd)
    (output / "bccd_val.json").write_text(json.dumps(boxes, separators=(",", ":")) + "\n")
    (output / "tagging_ap.json").write_text(json.dumps(tagging(), separators=(",", ":")) + "\n")
    print(boxes["plain"], boxes["crowd"])


if __name__ == "__main__":
    main()
