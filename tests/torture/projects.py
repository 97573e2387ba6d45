"""Damaged version folders and databases: each a sentence; a refused database is not written to, and is refused again."""
import json
import shutil

from harness import oriel, is_sound, project_of, train
import inputs


def _trained(bench):
    source = inputs.two_classes(bench.folder("source"))
    project = project_of(bench.folder("base"), source)
    train(project, "v1")
    return project, source


def damaged_versions(bench):
    base, source = _trained(bench)
    files = [path.relative_to(base) for path in sorted((base / "versions").rglob("*")) if path.is_file()]

    def trial(number):
        rng = bench.random(number)
        project = bench.folder(f"t{number}") / "p.oriel"
        shutil.copytree(base, project)
        target = project / rng.choice(files)
        sound = target.read_bytes()
        act = rng.randrange(10)
        if act == 0:
            target.unlink()
        elif act == 1:
            target.write_bytes(b"")
        elif act == 2:
            target.write_bytes(sound[:rng.randrange(len(sound))])
        elif target.suffix == ".json" and act < 7:
            target.write_bytes(inputs.damage_json(json.loads(sound), rng))
        elif act == 7:
            target.unlink()
            target.mkdir()
        else:
            target.write_bytes(inputs.damage_bytes(sound, rng))
        problem = None
        for arguments in (["library", project, "--json"], ["evaluate", project, "--version", "v1", "--json"],
                          ["predict", project, "--version", "v1", source / "val"]):
            ran = oriel(*arguments)
            problem = problem or ran.problem()
            if ran.problem():
                problem = f"{arguments[0]}: {problem}"
                break
        bench.done(f"{target.name} {number}", problem, project)
        shutil.rmtree(project.parent, ignore_errors=True)

    bench.each(range(bench.count(700)), trial)


def changed_databases(bench):
    base, source = _trained(bench)

    def trial(number):
        rng = bench.random(number)
        project = bench.folder(f"t{number}") / "p.oriel"
        shutil.copytree(base, project)
        database = project / "project.sqlite"
        data = bytearray(database.read_bytes())
        for _ in range(rng.randint(1, 6)):
            act = rng.randrange(5)
            at = rng.randrange(len(data))
            page = at - at % 8192
            if act == 0:
                data[at] ^= 1 << rng.randrange(8)
            elif act == 1:
                data[page:page + 8192] = bytes(8192)
            elif act == 2:
                data[page:page + 100] = bytes(rng.randrange(256) for _ in range(100))
            elif act == 3:
                other = rng.randrange(len(data) // 8192) * 8192
                data[page:page + 8192] = data[other:other + 8192]
            else:
                del data[max(8192, page):]
        database.write_bytes(data)
        sound = is_sound(database)
        before = database.read_bytes()
        first = oriel("import", project, source, "--json")  # the first act that wants to write
        problem = first.problem()
        if not problem and first.code == 1 and database.read_bytes() != before:
            problem = "a refused database was written to"
        if not problem and first.code == 1:
            second = oriel("import", project, source, "--json")
            if second.code != 1:
                problem = "refused once, then accepted"
        if not problem:
            read = oriel("info", project, "--json")
            problem = read.problem()
        checked = oriel("check", project, "--json")
        problem = problem or checked.problem()
        if not problem and not sound and first.code == 1 and checked.code == 0:
            problem = "oriel check finds nothing in a file that SQLite calls damaged"
        if not problem and checked.code != 0:
            repaired = oriel("check", project, "--repair", "--json")
            problem = repaired.problem()
            if not problem and repaired.code != 1 and not is_sound(database):
                problem = "repaired, and SQLite still finds damage"
        bench.done(f"database {number}", problem, project)
        shutil.rmtree(project.parent, ignore_errors=True)

    bench.each(range(bench.count(500)), trial)


LINES = [("damaged version files", damaged_versions), ("changed databases", changed_databases)]
