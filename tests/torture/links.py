"""Links, FIFOs, devices and files that lie about their size: read nothing that is no file, write nothing outside the project."""
import os
import shutil
import socket
import struct

from harness import oriel, project_of, train, tree
import inputs
from inputs import picture


def odd_sources(bench):
    def source(name):
        folder = bench.folder(name)
        picture(folder / "good.png", 1)
        return folder

    def trial(name, folder, allowed=(0, 3), named=(), seconds=20):
        project = bench.folder(name + "-p") / "p.oriel"
        oriel("new", project)
        ran = oriel("import", project, folder, "--json", timeout=seconds)
        problem = ran.problem(allowed=allowed)
        said = ran.out + ran.err
        missing = [word for word in named if word not in said]
        if not problem and missing:
            problem = f"{missing[0]} is not named"
        bench.done(name, problem)

    folder = source("fifo")
    os.mkfifo(folder / "pipe.png")
    os.mkfifo(folder / "labels.csv")
    os.mkfifo(folder / "note.xml")
    trial("fifo", folder)
    folder = source("zero")
    (folder / "zero.png").symlink_to("/dev/zero")
    (folder / "zero.csv").symlink_to("/dev/zero")
    (folder / "zero.json").symlink_to("/dev/zero")
    (folder / "zero.xml").symlink_to("/dev/zero")
    (folder / "zero.txt").symlink_to("/dev/zero")
    trial("devices", folder)
    folder = source("loop")
    (folder / "again").symlink_to(folder)
    (folder / "self.png").symlink_to(folder / "self.png")
    trial("loops", folder)
    folder = source("dangling")
    (folder / "gone.png").symlink_to("/nowhere/gone.png")
    trial("dangling", folder, allowed=(3,), named=("gone.png",))
    folder = source("sparse")
    with open(folder / "sparse.png", "wb") as file:
        file.truncate(60 << 30)
    with open(folder / "sparse.csv", "wb") as file:
        file.truncate(3 << 30)
    with open(folder / "sparse.json", "wb") as file:
        file.write(b'{"images":[')
        file.truncate(3 << 30)
    with open(folder / "sparse.xml", "wb") as file:
        file.write(b"<annotation>")
        file.truncate(3 << 30)
    trial("sparse", folder, named=("sparse.png",), seconds=90)
    folder = source("claims")
    for kind, data in {
        "png": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", 31000, 31000, 8, 6, 0, 0, 0, 0) + b"\0" * 18,
        "bmp": b"BM" + struct.pack("<IHHI", 100, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 31000, 31000, 1, 24, 0, 0, 0, 0, 0, 0) + b"\0" * 46,
        "ppm": b"P6\n31000 31000\n255\n" + b"\0" * 40,
        "gif": b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b"," + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0) + b"\x02\x01\x00\x00;",
        "tif": b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 5) + b"".join(struct.pack("<HHII", *entry) for entry in ((256, 4, 1, 60000), (257, 4, 1, 60000), (258, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 8))) + b"\0" * 8,
    }.items():
        (folder / f"claim.{kind}").write_bytes(data)
    trial("claims", folder, allowed=(3,), named=tuple(f"claim.{kind}" for kind in ("png", "bmp", "ppm", "tif")))
    folder = source("yolo-root")
    (folder / "data.yaml").write_text("train: /\nval: /\nnames: [a]\n")
    trial("yolo of the whole disk", folder, allowed=(0, 1, 3), named=("data.yaml",))
    folder = source("folder-label")
    (folder / "good.txt").mkdir()
    (folder / "classes.txt").write_text("a\n")
    trial("a folder in the place of a label", folder)
    folder = source("names")
    picture(folder / "\x1b[31mred\x1b[0m.png", 2)
    (folder / "\x1b]0;title\x07.csv").write_text("picture,concept\nnone.png,cat\n")
    project = bench.folder("names-p") / "p.oriel"
    oriel("new", project)
    ran = oriel("import", project, folder)
    bench.done("escape codes in names", ran.problem(allowed=(0, 3)) or ("an escape code reaches the terminal" if "\x1b" in ran.out + ran.err else None))


def project_links(bench):
    source = inputs.two_classes(bench.folder("source"))
    base = project_of(bench.folder("base"), source)
    train(base, "v1")

    def outside_stays(name, plant):
        project = bench.folder(name) / "p.oriel"
        shutil.copytree(base, project)
        outside = bench.folder(name + "-outside")
        (outside / "mine.txt").write_text("mine")
        (outside / "import-mine").write_text("mine")
        (outside / "mine.part").write_text("mine")
        plant(project, outside)
        before = tree(outside)
        ran = train(project, "v2")
        problem = ran.problem()
        if not problem and tree(outside) != before:
            changed = set(tree(outside).items()) ^ set(before.items())
            problem = f"written outside the project: {sorted(name for name, _ in changed)[:3]}"
        bench.done(name, problem)

    def replaced(relative, file=True):
        def plant(project, outside):
            target = project / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)
            elif target.exists():
                target.unlink()
            target.symlink_to(outside / "mine.txt" if file else outside)
        return plant

    outside_stays("compute.json is a link", replaced("cache/compute.json"))
    outside_stays("cache is a link", replaced("cache", file=False))
    outside_stays("versions is a link", replaced("versions", file=False))
    outside_stays("backups is a link", replaced("backups", file=False))
    outside_stays("trash is a link", replaced("trash", file=False))
    outside_stays("lock is a link", replaced("lock"))

    def all_cache_files(project, outside):
        for path in list((project / "cache").rglob("*")):
            if path.is_file():
                path.unlink()
                path.symlink_to(outside / "mine.txt")

    outside_stays("every cache file is a link", all_cache_files)

    def dangling_cache_files(project, outside):
        for path in list((project / "cache").rglob("*")):
            if path.is_file():
                path.unlink()
                path.symlink_to(outside / f"new-{path.name}")

    outside_stays("every cache file is a link to nothing", dangling_cache_files)
    project = bench.folder("own-parts") / "p.oriel"
    shutil.copytree(base, project)
    (project / "mine.part").write_text("mine")
    (project / "images").mkdir(exist_ok=True)
    (project / "images" / "film.part").write_text("mine")
    ran = oriel("import", project, source, "--json")
    kept = (project / "mine.part").exists() and (project / "images" / "film.part").exists()
    bench.done("a person's own .part files", ran.problem() or (None if kept else "deleted"))
    for name, content in (("empty", b""), ("broken", b"\xff\xfe\x00broken\n\n"), ("dead", f"999999\noriel\n{socket.gethostname()}\n".encode())):
        project = bench.folder(f"lock-{name}") / "p.oriel"
        shutil.copytree(base, project)
        (project / "lock").write_bytes(content)
        ran = oriel("import", project, source, "--json")
        bench.done(f"a lock that is {name}", ran.problem(allowed=(0, 3)))


LINES = [("links, FIFOs, devices, claims in sources", odd_sources), ("links and locks in projects", project_links)]
