"""kill -9 at random moments: an import is all or nothing, a training keeps its best epoch, no acknowledged edit is lost, `new` makes all or none."""
import shutil
import subprocess
import time

import harness
from harness import oriel, rows, start, finish, kill, is_sound, project_of, training
from inputs import picture, two_classes


def _sound_after(project):
    """A project that was killed opens for writing and is whole."""
    ran = oriel("info", project, "--json")
    return ran.problem(allowed=(0,)) or (None if is_sound(project / "project.sqlite") else "the database is not sound")


def kill_imports(bench):
    source = bench.folder("source")
    for number in range(400):
        picture(source / ("cat" if number % 2 else "dog") / f"{number}.png", number)
    whole = bench.folder("whole") / "p.oriel"
    oriel("new", whole)
    began = time.monotonic()
    oriel("import", whole, source, "--json")
    seconds = time.monotonic() - began

    def trial(number):
        project = bench.folder(f"t{number}") / "p.oriel"
        oriel("new", project)
        process = start(["import", project, source, "--json"])
        time.sleep(bench.random(number).uniform(0, 1.3 * seconds))
        kill(process)
        finish(process, 60)
        problem = _sound_after(project)
        if not problem:
            pictures = rows(project, "SELECT count(*) FROM image")[0][0]
            labels = rows(project, "SELECT count(*) FROM label")[0][0]
            left = list((project / "cache").glob("import-*")) if (project / "cache").exists() else []
            if (pictures, labels) not in ((0, 0), (400, 400)):
                problem = f"{pictures} pictures and {labels} labels of 400 are there"
            elif left:
                problem = f"{left[0].name} was left behind"
        bench.done(f"import {number}", problem, project)
        shutil.rmtree(project.parent, ignore_errors=True)

    bench.each(range(bench.count(60)), trial)


def kill_trainings(bench):
    source = two_classes(bench.folder("source"), 12)
    base = project_of(bench.folder("base"), source)

    def trial(number):
        project = bench.folder(f"t{number}") / "p.oriel"
        shutil.copytree(base, project)
        process = start(training(project, "v1", epochs=6))
        time.sleep(bench.random(number).uniform(0.05, 6))
        kill(process)
        finish(process, 60)
        problem = _sound_after(project)
        if not problem:
            versions = rows(project, "SELECT hex(uuid), status FROM model_version")
            folders = {folder.name.replace("-", "").upper() for folder in (project / "versions").iterdir()} if (project / "versions").exists() else set()
            opened = oriel("import", project, source, "--json")  # opens for writing: tells what was interrupted, sweeps
            after = rows(project, "SELECT hex(uuid), status FROM model_version")
            folders = {folder.name.replace("-", "").upper() for folder in (project / "versions").iterdir()} if (project / "versions").exists() else set()
            orphans = folders - {uuid for uuid, _ in after}
            if opened.problem():
                problem = opened.problem()
            elif any(status == 1 for _, status in after):
                problem = "a version is still called running"
            elif orphans:
                problem = f"a version folder without a version stays: {sorted(orphans)[0]}"
            elif len(versions) != len(after):
                problem = "a version vanished"
            else:
                judged = oriel("evaluate", project, "--version", "v1", "--json") if after else None
                if judged:
                    problem = judged.problem(allowed=(0, 1, 3))
        bench.done(f"training {number}", problem, project)
        shutil.rmtree(project.parent, ignore_errors=True)

    bench.each(range(bench.count(24)), trial)


def kill_edits(bench):
    """The driver prints the number of each edit after it was told that it is saved; what it printed must be there after the kill."""
    source = bench.folder("source")
    for number in range(60):
        picture(source / f"{number}.png", number)
    base = bench.folder("base") / "p.oriel"
    oriel("new", base)
    oriel("import", base, source, "--type", "tagging", "--view", "v", "--json")
    made = subprocess.run([harness.Bench.edits, "prepare", base], capture_output=True, text=True, timeout=60)
    if made.returncode:
        bench.done("prepare", made.stderr or "the driver failed")
        return

    def trial(number):
        project = bench.folder(f"t{number}") / "p.oriel"
        shutil.copytree(base, project)
        process = start(["edit", project, str(bench.random(number).randrange(1 << 30))], program=harness.Bench.edits)
        time.sleep(bench.random(number).uniform(0.1, 2.5))
        kill(process)
        ran = finish(process, 60)
        acknowledged = [line.split() for line in ran.out.splitlines() if line.startswith("saved ") and line.endswith(".")]
        project_problem = _sound_after(project)
        problem = project_problem
        if not problem and acknowledged:
            checked = finish(start(["check", project, acknowledged[-1][1], str(bench.random(number).randrange(1 << 30))], program=harness.Bench.edits), 60)
            problem = None if checked.code == 0 else f"after {acknowledged[-1][1]} acknowledged edits: {checked.err.strip() or checked.out.strip()}"
        bench.done(f"edits {number} ({acknowledged[-1][1] if acknowledged else 0} acknowledged)", problem, project)
        shutil.rmtree(project.parent, ignore_errors=True)

    bench.each(range(bench.count(60)), trial)


def kill_new(bench):
    folder = bench.folder("all")
    whole = folder / "whole.oriel"
    began = time.monotonic()
    oriel("new", whole)
    seconds = time.monotonic() - began

    def trial(number):
        project = folder / f"t{number}.oriel"
        process = start(["new", project])
        time.sleep(bench.random(number).uniform(0, 1.2 * seconds))
        kill(process)
        finish(process, 60)
        if project.exists():
            problem = _sound_after(project)
            if problem:
                problem = f"a folder that is no project was left: {problem}"
        else:
            again = oriel("new", project)
            problem = again.problem(allowed=(0,))
        bench.done(f"new {number}", problem, project)

    bench.each(range(bench.count(60)), trial)


LINES = [("kills in import", kill_imports), ("kills in training", kill_trainings), ("kills in edits", kill_edits), ("kills in new", kill_new)]
