"""Other people's programs read what Oriel writes: run by ./dev peers, in an environment of its own, not part of ./dev test.

A version of each view type is trained on the sample project for a moment, exported in every form, and read by onnx's checker,
onnxruntime, the sample programs beside the file (Python and OpenCV's C++) and Oriel's own comparison with onnxruntime.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

import numpy
import onnx
import onnxruntime

# Between Oriel's picture pipeline and that of the sample programs (other libraries scale the pictures), as share of a score.
SAMPLE_TOLERANCE = 0.03

failures = []


def check(what, ok, detail=""):
    print(("ok    " if ok else "FAIL  ") + what + (f": {detail}" if detail else ""), flush=True)
    if not ok:
        failures.append(what)


class Oriel:
    def __init__(self, program, place):
        self.program, self.project = program, os.path.join(place, "peers.oriel")
        library = glob.glob(os.path.join(os.path.dirname(onnxruntime.__file__), "capi", "libonnxruntime.so*")) + glob.glob(os.path.join(os.path.dirname(onnxruntime.__file__), "capi", "onnxruntime.dll"))
        self.environment = dict(os.environ, XDG_CONFIG_HOME=os.path.join(place, "config"), XDG_DATA_HOME=os.path.join(place, "data"), LC_ALL="C.UTF-8")
        self.with_onnxruntime = dict(self.environment, ORIEL_ONNXRUNTIME=library[0] if library else "")

    def run(self, *words, expect=(0,), onnxruntime=False):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, env=self.with_onnxruntime if onnxruntime else self.environment)
        if done.returncode not in expect:
            sys.exit(f"oriel {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}")
        return done

    def export(self, version, path, *words):
        done = self.run("export-model", self.project, "--version", version, "--format", "onnx", "--out", path, "--json", *words, expect=(0, 3), onnxruntime=True)
        return done.returncode, json.loads(done.stdout.splitlines()[-1])


def images_of(path):
    """What a file's input takes: the sample picture, plainly stretched. Both runs see the same pixels, so how they came about is of no matter."""
    from PIL import Image
    shape = onnxruntime.InferenceSession(path).get_inputs()[0].shape
    picture = Image.open(os.path.join(os.path.dirname(path), "sample.jpg"))
    if not isinstance(shape[3], str):
        picture = picture.resize((shape[3], shape[2]))
    return numpy.asarray(picture, numpy.float32).transpose(2, 0, 1)[None] / 255


def file_is_sound(path, task):
    model = onnx.load(path)
    try:
        onnx.checker.check_model(model, full_check=True)
        check(f"{task}: onnx's checker and shape inference", True)
    except Exception as error:
        check(f"{task}: onnx's checker and shape inference", False, str(error)[:300])
    props = {entry.key: entry.value for entry in model.metadata_props}
    card = json.loads(props["oriel.card"])
    check(f"{task}: names and thresholds", props["oriel.labels"].split("\n") == [one["name"] for one in card["concepts"]]
          and numpy.allclose([float(one) for one in props["oriel.thresholds"].split(",")], [one["threshold"] for one in card["concepts"]]))
    check(f"{task}: opset 17, free batch", model.opset_import[0].version == 17 and model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "N")
    session = onnxruntime.InferenceSession(path)
    one = images_of(path)
    three = session.run(None, {"images": numpy.concatenate([one, one[:, :, ::-1], one])})
    alone = session.run(None, {"images": one})
    worst = max(float(numpy.abs(many[2:] - single).max()) for many, single in zip(three, alone))
    check(f"{task}: three pictures at once answer as one", worst < 1e-4, f"{worst:.1e}")


def answers_of_oriel(oriel, version, pictures):
    lines = oriel.run("predict", oriel.project, *pictures, "--version", version).stdout.splitlines()
    return {answer["picture"]: answer for answer in map(json.loads, lines)}


def compare_sample(task, what, wanted, given):
    """wanted: Oriel's line; given: {label: [scores]} of what the sample program found."""
    labels = wanted["outputs"][0]["labels"]
    predicted = {}
    for one in labels["predicted"]:
        predicted.setdefault(one["label_name"], []).append(one)
    worst, extra = 0.0, 0
    for name in set(predicted) | set(given):
        mine, theirs = sorted((one["score"] for one in predicted.get(name, [])), reverse=True), sorted(given.get(name, []), reverse=True)
        worst = max([worst, *(abs(a - b) for a, b in zip(mine, theirs))])
        threshold = next((one["threshold"] for one in labels["predicted"] + labels["discarded"] if one["label_name"] == name), 0)
        extra += sum(abs(score - threshold) > SAMPLE_TOLERANCE for score in mine[len(theirs):] + theirs[len(mine):])
    return worst, extra


def sample_programs(oriel, task, version, path, pictures):
    folder = os.path.dirname(path)
    wanted = answers_of_oriel(oriel, version, pictures)
    lines = subprocess.run([sys.executable, os.path.join(folder, "predict.py"), path, *pictures], capture_output=True, text=True)
    if lines.returncode:
        return check(f"{task}: predict.py", False, lines.stderr[-500:])
    worst, extra = 0.0, 0
    for line in map(json.loads, lines.stdout.splitlines()):
        given = {}
        for one in line["predicted"]:
            name, score = (one["label"], one["score"]) if isinstance(one, dict) else (one, line["scores"][one])
            given.setdefault(name, []).append(score)
        difference, more = compare_sample(task, "python", wanted[line["picture"]], given)
        worst, extra = max(worst, difference), extra + more
    check(f"{task}: predict.py answers as oriel predict ({len(pictures)} pictures)", worst < SAMPLE_TOLERANCE and extra == 0, f"scores differ by {worst:.4f} at most, {extra} other decisions")
    source = os.path.join(folder, "predict.cpp")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "opencv4"], capture_output=True, text=True)
    compiler = shutil.which("c++")
    if not os.path.exists(source) or flags.returncode or not compiler:
        return
    built = subprocess.run([compiler, "-std=c++17", "-w", source, "-o", os.path.join(folder, "predict"), *flags.stdout.split()], capture_output=True, text=True)
    if built.returncode:
        return check(f"{task}: predict.cpp", False, built.stderr[-500:])
    answered = subprocess.run([os.path.join(folder, "predict"), path, *pictures], capture_output=True, text=True)
    given, here = {}, None
    for line in answered.stdout.splitlines():
        if not line.startswith("  "):
            here = given.setdefault(line, {})
        else:
            words = line.strip().split("  ")[0].rsplit(" ", 1)
            here.setdefault(words[0], []).append(float(words[1]))
    worst, extra = 0.0, 0 if len(given) == len(pictures) else len(pictures)
    for picture, found in given.items():
        difference, more = compare_sample(task, "c++", wanted[picture], found)
        worst, extra = max(worst, difference), extra + more
    check(f"{task}: predict.cpp answers as oriel predict ({len(pictures)} pictures)", worst < SAMPLE_TOLERANCE and extra == 0, f"scores differ by {worst:.4f} at most, {extra} other decisions")


def view_type(oriel, task, version, place, pictures):
    forms = [[], ["--half"], ["--with-resize"]] + ([["--with-selection"], ["--half", "--with-resize", "--with-selection"]] if task == "detection" else [])
    for words in forms:
        folder = os.path.join(place, task + "".join(words))
        os.mkdir(folder)
        code, told = oriel.export(version, os.path.join(folder, "model.onnx"), "--with-samples", *words)
        name = " ".join([task, *words])
        check(f"{name}: proved by {told.get('runtime')}", code == 0, f"score {told.get('score_difference')}, box {told.get('box_shift_px')} px, changed {len(told.get('changed_decisions', []))} of {told.get('pictures')}")
        file_is_sound(told["file"], name)
        if "--half" not in words:
            sample_programs(oriel, name, version, told["file"], pictures)
    for words in forms:
        path = os.path.join(place, task + "".join(words), "model.pt")
        done = oriel.run("export-model", oriel.project, "--version", version, "--format", "torchscript", "--out", path, "--json", *words, expect=(0, 3))
        told = json.loads(done.stdout.splitlines()[-1])
        check(f"{' '.join([task, *words])}: TorchScript proved", done.returncode == 0, f"score {told.get('score_difference')}, changed {len(told.get('changed_decisions', []))} of {told.get('pictures')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the built oriel")
    parser.add_argument("--sample", required=True, help="resources/sample")
    parser.add_argument("--epochs", default="4")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oriel-peers.") as place:
        oriel = Oriel(options.program, place)
        classes = os.path.join(place, "classes")
        pictures = sorted(glob.glob(os.path.join(options.sample, "JPEGImages", "*")))
        for i, picture in enumerate(pictures[:40]):  # any two classes: pictures and the same upside down
            for name, turn in (("up", 0), ("down", 180)):
                target = os.path.join(classes, "val" if i % 4 == 0 else "train", name)
                os.makedirs(target, exist_ok=True)
                from PIL import Image
                Image.open(picture).convert("RGB").rotate(turn).save(os.path.join(target, f"{name}{i}.png"))
        oriel.run("new", oriel.project)
        oriel.run("import", oriel.project, options.sample, "--type", "detection", "--view", "Cells", expect=(0, 3))
        oriel.run("import", oriel.project, os.path.join(options.sample, "tags.csv"), "--type", "tagging", "--view", "Slides", expect=(0, 3))
        oriel.run("import", oriel.project, classes, "--type", "classification", "--view", "Ways", expect=(0, 3))
        for view, task in (("Cells", "detection"), ("Slides", "tagging"), ("Ways", "classification")):
            oriel.run("train", oriel.project, "--view", view, "--name", task, "--epochs", options.epochs, "--seed", "1", "--device", "cpu", expect=(0, 3))
            view_type(oriel, task, task, place, glob.glob(os.path.join(classes, "val", "*", "*"))[:12] if task == "classification" else pictures[:12])
    print(f"{len(failures)} failed" if failures else "all read and equal")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
