"""Damaged pictures and annotation files: nothing ends the program, nothing is passed over in silence, a dry run says what the import does."""
import json
import shutil

from harness import oriel, project_of, rows, train
import inputs
from inputs import picture


def damaged_pictures(bench):
    bases = inputs.base_pictures()
    model = project_of(bench.folder("model"), inputs.two_classes(bench.folder("model-source")))
    train(model, "v1")
    size = 100

    def trial(batch):
        folder = bench.folder(f"b{batch}")
        data = folder / "in"
        data.mkdir()
        for number in range(size):
            rng = bench.random(batch, number)
            suffix, sound = rng.choice(bases)
            damaged = inputs.damage_bytes(sound, rng)
            if suffix == "png" and rng.random() < 0.5:
                damaged = inputs.repaired_png(damaged)
            (data / f"{number}.{suffix}").write_bytes(damaged)
        project = folder / "p.oriel"
        oriel("new", project)
        ran = oriel("import", project, data, "--json")
        problem = ran.problem(allowed=(0, 1, 3))
        if not problem and ran.code != 1:
            told = {str(issue.get("file")).rsplit("/", 1)[-1] for issue in ran.last.get("issues", [])}
            known = {name.rsplit("/", 1)[-1] for name, in rows(project, "SELECT rel_path FROM image")}
            silent = [path.name for path in data.iterdir() if path.name not in told | known]
            if silent:
                problem = f"{len(silent)} files are neither read nor named, {silent[0]} among them"
        good = [data / name for name, in rows(project, "SELECT rel_path FROM image WHERE health = 0")] if ran.code != 1 else []
        answered = oriel("predict", model, "--version", "v1", data, timeout=180)
        problem = problem or answered.problem(allowed=(0, 1, 3))
        if not problem and good:
            names = {json.loads(line)["picture"].rsplit("/", 1)[-1] for line in answered.out.splitlines() if '"picture"' in line}
            missing = [path.name for path in good if path.name not in names]
            if missing:
                problem = f"{len(missing)} pictures called good cannot be predicted on, {missing[0]} among them"
        for number in range(size):
            bench.done(f"batch {batch}", problem if number == 0 else None, folder if number == 0 else None)
        shutil.rmtree(folder, ignore_errors=True)

    bench.each(range(bench.count(30)), trial)


def damaged_annotations(bench):
    bases = inputs.annotation_bases()

    def trial(number):
        rng = bench.random(number)
        key = rng.choice(sorted(bases))
        name, value, beside = bases[key]
        folder = bench.folder(f"t{number}")
        data = folder / "in"
        data.mkdir()
        for index, letter in enumerate(inputs.NAMES):
            picture(data / f"{letter}.png", index)
        for other, text in beside.items():
            (data / other).write_text(text)
        if isinstance(value, str):
            (data / name).write_bytes(inputs.damage_text(value, rng))
        elif rng.random() < 0.7:
            (data / name).write_bytes(inputs.damage_json(value, rng))
        else:
            (data / name).write_bytes(inputs.damage_text(json.dumps(value), rng))
        project = folder / "p.oriel"
        oriel("new", project)
        dry = oriel("import", project, data, "--dry-run", "--json", timeout=60)
        wet = oriel("import", project, data, "--json", timeout=60)
        problem = dry.problem() or wet.problem()
        if not problem and dry.code != wet.code:
            problem = f"the dry run ends with {dry.code}, the import with {wet.code}: {wet.err.strip()[:200]}"
        def issues(ran):
            return sorted((str(issue.get("code")), str(issue.get("file")), str(issue.get("line"))) for issue in ran.last.get("issues", []))
        if not problem and issues(dry) != issues(wet):
            problem = f"the dry run names other issues than the import: {issues(dry)[:3]} / {issues(wet)[:3]}"
        if not problem and wet.code == 0 and not issues(wet) and rows(project, "SELECT count(*) FROM item WHERE state > 0")[0][0] == 0:
            text = (data / name).read_bytes()
            if text.strip(b"\x00\r\n\t ") and (data / name).exists():
                problem = f"the {key} file gave nothing and nothing is said of it"
        bench.done(f"{key} {number}", problem, folder)
        shutil.rmtree(folder, ignore_errors=True)

    bench.each(range(bench.count(1700)), trial)


LINES = [("damaged pictures", damaged_pictures), ("damaged annotation files", damaged_annotations)]
