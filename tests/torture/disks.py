"""Full disks: whatever was acknowledged is kept, the sentence names the disk, and with room again the same act succeeds."""
import shutil
import subprocess

import harness
from harness import SmallDisk, oriel, start, finish, is_sound, project_of, rows, train
from inputs import picture, two_classes


def _names_the_disk(ran):
    return "disk" in ran.err.lower() or "space" in ran.err.lower() or "room" in ran.err.lower()


def full_disk_import(bench):
    source = two_classes(bench.folder("source"), 300)

    def trial(number):
        leave = int(bench.random(number).uniform(0, 500_000))
        with SmallDisk(6) as disk:
            project = disk.folder / "p.oriel"
            oriel("new", project)
            disk.fill(leave)
            ran = oriel("import", project, source, "--json")
            problem = ran.problem(allowed=(0, 1, 3))
            if not problem and ran.code == 1 and not _names_the_disk(ran):
                problem = f"the sentence does not name the disk: {ran.err.strip()[:200]}"
            disk.ballast.unlink()  # to look needs room, too: SQLite keeps an index of its log beside the database
            count = rows(project, "SELECT count(*) FROM image")[0][0]
            if not problem and count not in ((0,) if ran.code == 1 else (600,)):
                problem = f"exit {ran.code} and {count} of 600 pictures"
            if not problem and ran.code == 1:
                again = oriel("import", project, source, "--json")
                problem = again.problem(allowed=(0,)) or (None if is_sound(project / "project.sqlite") else "not sound afterwards")
            bench.done(f"import with {leave} bytes left", problem)

    bench.each(range(bench.count(20)), trial)


def full_disk_training(bench):
    source = two_classes(bench.folder("source"), 12)

    def trial(number):
        leave = [0, 4_000, 20_000, 60_000, 150_000, 400_000, 1_000_000, 3_000_000, 8_000_000, 14_000_000, 20_000_000, 30_000_000][number % 12]
        with SmallDisk(48) as disk:
            project = disk.folder / "p.oriel"
            oriel("new", project)
            oriel("import", project, source, "--view", "v", "--json")
            disk.fill(leave)
            ran = train(project, "v1", epochs=3, timeout=180)
            problem = ran.problem(allowed=(0, 1))
            if not problem and ran.code == 1 and not _names_the_disk(ran):
                problem = f"the sentence does not name the disk: {ran.err.strip()[:200]}"
            disk.ballast.unlink()
            if not problem:
                opened = oriel("library", project, "--json")
                problem = opened.problem(allowed=(0,))
            if not problem and ran.code == 1:
                again = train(project, "v2", timeout=180)
                problem = again.problem(allowed=(0,))
                states = rows(project, "SELECT status FROM model_version WHERE name = 'v1'")
                if not problem and states and states[0][0] != 5:
                    problem = f"the version's status is {states[0][0]}, not failed"
            bench.done(f"training with {leave} bytes left", problem)

    bench.each(range(bench.count(12)), trial)


def full_disk_edits(bench):
    source = bench.folder("source")
    for number in range(60):
        picture(source / f"{number}.png", number)

    def trial(number):
        with SmallDisk(3) as disk:
            project = disk.folder / "p.oriel"
            oriel("new", project)
            oriel("import", project, source, "--type", "tagging", "--view", "v", "--json")
            made = subprocess.run([harness.Bench.edits, "prepare", project], capture_output=True, text=True, timeout=60)
            if made.returncode:
                bench.done(f"edits {number}", made.stderr or "the driver failed")
                return
            # The driver fills the disk, does 40 edits, frees it, tries again, and counts what is stored.
            ran = finish(start(["full", project, disk.folder / "ballast"], program=harness.Bench.edits), 120)
            bench.done(f"edits {number}", None if ran.code == 0 else ran.err.strip() or f"exit {ran.code}")

    bench.each(range(bench.count(6)), trial)


def full_disk_answers(bench):
    source = two_classes(bench.folder("source"), 12)
    base = project_of(bench.folder("base"), source)
    train(base, "v1")

    def to_full(number):
        kind = ["oriel", "coco", "csv"][number % 3]
        with open("/dev/full", "wb") as full:
            ran = finish(start(["predict", base, "--version", "v1", source, "--format", kind], out=full), 120)
        problem = ran.problem(allowed=(1,))
        bench.done(f"predict {kind} > /dev/full", problem)
        with SmallDisk(1) as disk:
            disk.fill(0)
            ran = oriel("predict", base, "--version", "v1", source, "--format", kind, "--out", disk.folder / "out")
            problem = ran.problem(allowed=(1,)) or (None if _names_the_disk(ran) or "written" in ran.err or "saved" in ran.err else f"no word of the disk: {ran.err.strip()[:200]}")
            bench.done(f"predict {kind} --out on a full disk", problem)

    for number in range(3):
        to_full(number)
    with SmallDisk(1) as disk:
        for leave in (0, 4096, 50_000, 200_000):
            project = disk.folder / f"p{leave}.oriel"
            disk.fill(leave)
            ran = oriel("new", project)
            problem = ran.problem(allowed=(0, 1))
            if not problem and ran.code == 1 and project.exists():
                problem = "a folder that is no project was left"
            bench.done(f"new with {leave} bytes left", problem)
            disk.ballast.unlink()
            shutil.rmtree(project, ignore_errors=True)


LINES = [("full disk: import", full_disk_import), ("full disk: training", full_disk_training), ("full disk: edits", full_disk_edits), ("full disk: answers and new", full_disk_answers)]
