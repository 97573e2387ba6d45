#!/usr/bin/env python3
"""Trains one version of each view of the sample with the program itself and keeps it in versions/: weights in 16 bits, card, curves and answers.

    make_sample_versions.py ORIEL        (the program "oriel"; needs numpy, and the weights trained on ImageNet that ./dev fetches)

On one machine the same program makes the same files. About ten minutes on two cores.
"""
import hashlib, json, pathlib, shutil, sqlite3, struct, subprocess, sys, tempfile

import numpy

HERE = pathlib.Path(__file__).resolve().parent
TRAININGS = {  # view type: view, options
    "detection": ("Cells", ["--image-size", "416", "--epochs", "40", "--batch-size", "4"]),
    "tagging": ("Slides", ["--image-size", "320", "--epochs", "24", "--batch-size", "8"]),
}
NUMPY_OF = {"F32": numpy.float32, "F64": numpy.float64, "I64": numpy.int64}


def in_16_bits(source, target):
    """Matrices and kernels in half the bytes; vectors (biases, running statistics) stay as they are: they are few, and need their range."""
    data = source.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    made, parts, at = {"__metadata__": metadata}, [], 0
    for name in sorted(header):
        entry = header[name]
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        content, dtype = data[begin:end], entry["dtype"]
        if dtype == "F32" and len(entry["shape"]) > 1:
            content, dtype = numpy.frombuffer(content, NUMPY_OF[dtype]).astype(numpy.float16).tobytes(), "F16"
        made[name] = {"dtype": dtype, "shape": entry["shape"], "data_offsets": [at, at + len(content)]}
        parts.append(content)
        at += len(content)
    text = json.dumps(made).encode()
    text += b" " * (-len(text) % 8)
    target.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def keep(project, name, target):
    database = sqlite3.connect(project / "project.sqlite")
    database.row_factory = sqlite3.Row
    version = database.execute("SELECT * FROM model_version WHERE name = ?", (name,)).fetchone()
    keys = {"train.loss": "trainLoss", "val.loss": "valLoss", "val.accuracy": "accuracy", "val.map": "map", "val.map50": "map50", "lr": "learningRate",
            "seconds": "seconds", "images_per_second": "imagesPerSecond"}
    epochs = {}
    for row in database.execute("SELECT epoch, key, value FROM epoch_metric WHERE version_id = ? ORDER BY epoch", (version["id"],)):
        epochs.setdefault(row["epoch"], {"epoch": row["epoch"]})[keys[row["key"]]] = row["value"]
    details = {"headline": version["headline"], "headlineKey": version["headline_key"], "metrics": json.loads(version["metrics"]), "epochs": list(epochs.values())}

    uuid = version["uuid"].hex()
    folder = project / "versions" / "-".join((uuid[:8], uuid[8:12], uuid[12:16], uuid[16:20], uuid[20:]))
    target.mkdir(parents=True)
    in_16_bits(folder / "weights.safetensors", target / "weights.safetensors")
    card = json.loads((folder / "card.json").read_text())
    card["weights"]["sha256"] = hashlib.sha256((target / "weights.safetensors").read_bytes()).hexdigest()
    (target / "card.json").write_text(json.dumps(card, indent=1) + "\n")
    (target / "version.json").write_text(json.dumps(details, indent=1) + "\n")
    run = sqlite3.connect(folder / "run.sqlite")
    run.execute("UPDATE item SET path = ''")  # of a folder that will be gone
    run.commit()
    run.execute("VACUUM INTO ?", (str(target / "run.sqlite"),))


def main(oriel):
    versions = HERE / "versions"
    shutil.rmtree(versions, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        project = pathlib.Path(place) / "sample"
        subprocess.run([oriel, "sample", project], check=True)
        for view_type, (view, options) in TRAININGS.items():
            subprocess.run([oriel, "train", project, "--view", view, "--name", view_type, "--seed", "1", "--device", "cpu", *options], check=True)
        for view_type in TRAININGS:
            keep(project, view_type, versions / view_type)
    for file in sorted(versions.rglob("*")):
        if file.is_file():
            print(f"{file.stat().st_size:>10} {file.relative_to(HERE)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
