"""What a graphics card computes, on a machine that has one: python tests/gpu/gpu_check.py --program build/dev/bin/oriel [--device cuda]

Trains on the card twice (equal seeds must give equal weights), answers pictures on the card and on the processor (equal within 1 %),
and prints the times beside the same network in Python on the same card. Exit: 0 all held, 1 something did not, 77 there is no such
device here. The program is built against a libtorch with CUDA; the driver is enough, no CUDA toolkit is needed:

    ORIEL_TORCH=$(python -c 'import importlib.util as u; print(u.find_spec("torch").submodule_search_locations[0])') ./dev build oriel

Python needs torch itself (the same card) for the comparison; without it that row is left out.
"""
import argparse
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

problems = []


def check(holds, sentence):
    print(("ok      " if holds else "FAILED  ") + sentence, flush=True)
    if not holds:
        problems.append(sentence)


def run(program, *words):
    begin = time.perf_counter()
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(map(str, words[:3]))} …: {done.stderr.strip()}")
    return done.stdout, seconds


def weights_of(project):
    """SHA-256 of the weights of the project's one version."""
    file, = (project / "versions").glob("*/weights.safetensors")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def train(program, folder, device, name, epochs):
    """A fresh project of the sample, so that a version is the only one in it; returns it, its weights' hash and the seconds."""
    project = folder / f"{name}.oriel"
    run(program, "new", project)
    run(program, "import", project, pathlib.Path(__file__).parents[2] / "resources/sample", "--type", "detection", "--view", "Cells")
    _, seconds = run(program, "train", project, "--view", "Cells", "--name", name, "--epochs", epochs, "--seed", 7, "--device", device)
    return project, weights_of(project), seconds


def answers(program, project, name, device, folder, copies):
    """Scores and boxes of each picture, best first, and seconds."""
    out = folder / f"{device}.jsonl"
    _, seconds = run(program, "predict", project, "--version", name, *copies, "--device", device, "--out", out, "--min-score", 0.05)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()], seconds


def numbers_in(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return
    if isinstance(value, (int, float)):
        yield float(value)
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from numbers_in(value[key])
    else:
        for part in value:
            yield from numbers_in(part)


def python_forward(file, size, device, batch=32, rounds=20):
    """Pictures a second of the exported network alone in Python, or None without torch or card."""
    try:
        import torch
    except ImportError:
        return None
    if device == "cuda" and not torch.cuda.is_available():
        return None
    module = torch.jit.load(file, map_location=device).eval()
    pixels = torch.rand(batch, 3, size[1], size[0], device=device)
    wait = torch.cuda.synchronize if device == "cuda" else (lambda: None)
    with torch.inference_mode():
        for _ in range(3):
            module(pixels)
        wait()
        begin = time.perf_counter()
        for _ in range(rounds):
            module(pixels)
        wait()
    return batch * rounds / (time.perf_counter() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    program, device = options.program, options.device
    entries = json.loads(run(program, "devices", "--json")[0])["devices"]
    print("devices:", json.dumps(entries))
    if not any(str(entry.get("id", "")).startswith(device) and entry.get("usable") for entry in entries):
        print(f"There is no usable {device} device here, so nothing was checked.")
        return 77
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        project, first, warm = train(program, folder, device, "one", options.epochs)
        _, second, seconds = train(program, folder, device, "two", options.epochs)
        check(first and first == second, f"two trainings with one seed give equal weights on {device}")
        _, _, slow = train(program, folder, "cpu", "three", options.epochs)
        print(f"        training, {options.epochs} epochs of 44 pictures: {device} {seconds:.1f} s (first time {warm:.1f} s), cpu {slow:.1f} s")

        pictures = sorted((pathlib.Path(__file__).parents[2] / "resources/sample/JPEGImages").glob("*.jpg"))
        copies = []
        for i in range(10):
            for picture in pictures:
                copies.append(folder / f"{i}-{picture.name}")
                shutil.copyfile(picture, copies[-1])
        on_card, fast = answers(program, project, "one", device, folder, copies)
        on_cpu, slow = answers(program, project, "one", "cpu", folder, copies)
        check(len(on_card) == len(on_cpu) == len(copies), f"{len(copies)} pictures are answered on both")
        same = largest = 0
        for a, b in zip(on_card, on_cpu):
            left, right = list(numbers_in(a)), list(numbers_in(b))
            if len(left) == len(right):
                same += 1
                largest = max([largest] + [abs(x - y) / max(1, abs(y)) for x, y in zip(left, right)])
        check(same >= 0.99 * len(copies), f"{same} of {len(copies)} pictures have the same boxes on both")
        check(largest <= 1e-2, f"scores and corners differ by at most {largest:.2g} of their value")
        print(f"        answering {len(copies)} pictures, whole program: {device} {fast:.1f} s, cpu {slow:.1f} s")

        file = folder / "model.pt"
        run(program, "export-model", project, "--version", "one", "--format", "torchscript", "--out", file)
        card = json.loads(next(iter(sorted((project / "versions").glob("*/card.json")))).read_text(encoding="utf-8"))
        size = (card["input"]["width"], card["input"]["height"])
        for where in (device, "cpu"):
            speed = python_forward(str(file), size, where)
            print(f"        the network alone in Python on {where}: " + (f"{speed:.0f} pictures/s" if speed else "not measured, no torch here"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
