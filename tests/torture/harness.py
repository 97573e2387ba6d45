"""What every torture line needs: the program, its verdicts, throw-away folders, a base project with a trained version.

A line is a function that takes a Bench and yields nothing; it calls bench.done(name, problem) once for each trial. A problem is
None when the program held, else one sentence that says what it did.
"""
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# Words of libraries and of the database: a person must never read them.
FOREIGN = re.compile(r"constraint failed|SQL logic|database disk image|libpng|OpenCV|\[ WARN|c10::|terminate called|QSql|QImage|QObject|"
                     r"qt\.|Exiv2|Error: Directory|TIFFRead|TIFFFetch|bad_alloc|Unknown error|Traceback", re.I)
# A sanitizer's report is a failure whatever the exit code says.
SANITIZER = re.compile(r"AddressSanitizer|runtime error:|LeakSanitizer|ThreadSanitizer")

MEMORY_LIMIT = 2 << 30  # bytes resident; a sanitizer needs more, and its reports matter there, not its size


class Ran:
    """One run of the program: exit code (negative: the signal that ended it), texts, seconds, peak resident bytes."""

    def __init__(self, code, out, err, seconds, peak, timed_out):
        self.code, self.out, self.err, self.seconds, self.peak, self.timed_out = code, out, err, seconds, peak, timed_out

    @property
    def last(self):
        for line in reversed(self.out.splitlines()):
            try:
                return json.loads(line)
            except ValueError:
                continue
        return {}

    def problem(self, allowed=(0, 1, 3), memory=MEMORY_LIMIT):
        """None, or what a person would complain about."""
        report = SANITIZER.search(self.err)
        if report:
            return "sanitizer: " + self.err[report.start():report.start() + 300].replace("\n", " ")
        if self.timed_out:
            return f"did not end within {self.seconds:.0f} s"
        if self.code < 0:
            return f"died of {signal.Signals(-self.code).name}: {self.err[-200:].strip()}"
        if self.code not in allowed:
            return f"exit code {self.code}: {self.err[-200:].strip()}"
        if self.code == 1 and not self.err.strip():
            return "failed without a word"
        words = FOREIGN.search(self.err)
        if words:
            return f"a library's words reach the person: {self.err[max(0, words.start() - 60):words.end() + 120].strip()}"
        if self.peak > memory and "asan" not in Bench.program:
            return f"took {self.peak >> 20} MB"
        return None


class Bench:
    program = ""
    edits = ""

    def __init__(self, work, seed, share):
        self.work, self.seed, self.share = Path(work), seed, share
        self.lock = threading.Lock()
        self.name, self.counts, self.problems = "", [0, 0], []

    def random(self, *key):
        return random.Random(f"{self.seed}/{self.name}/{key}")

    def count(self, whole):
        """How many trials of a line that has `whole` of them when all of it runs."""
        return max(1, round(whole * self.share))

    def folder(self, name):
        folder = self.work / self.name / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def done(self, trial, problem, keep=None):
        with self.lock:
            self.counts[1 if problem else 0] += 1
            if problem:
                self.problems.append(f"{trial}: {problem}")
                if keep and len(self.problems) <= 40 and Path(keep).exists():
                    target = self.work / "kept" / f"{self.name}-{len(self.problems)}-{Path(keep).name}"
                    if Path(keep).is_dir():
                        shutil.copytree(keep, target, symlinks=True, ignore_dangling_symlinks=True, dirs_exist_ok=True)
                    else:
                        target.parent.mkdir(parents=True, exist_ok=True)
                        shutil.copyfile(keep, target)

    def each(self, trials, act):
        """Two at a time: as many as the cores this is meant for. What a trial throws is that trial's failure."""
        def guarded(trial):
            try:
                act(trial)
            except Exception as error:  # a mistake of the script must be seen, not swallowed
                self.done(str(trial), f"the script itself failed: {error!r}")
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(guarded, trials))


def start(arguments, program=None, out=subprocess.PIPE, **more):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                   "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen([program or Bench.program, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE,
                            env=environment, **more)


def kill(process):
    """kill -9 without asking first whether it still runs, which would reap it before finish() can."""
    os.kill(process.pid, signal.SIGKILL)


def finish(process, timeout):
    """Reads both pipes to their end and takes the resources of this one child."""
    began = time.monotonic()
    timed_out = threading.Event()

    def late():
        timed_out.set()
        kill(process)

    timer = threading.Timer(timeout, late)
    timer.start()
    texts = {}
    readers = [threading.Thread(target=lambda k=k, p=p: texts.__setitem__(k, p.read())) for k, p in (("out", process.stdout), ("err", process.stderr)) if p]
    for reader in readers:
        reader.start()
    _, status, usage = os.wait4(process.pid, 0)  # not Popen.wait(): it would keep the resources to itself
    timer.cancel()
    for reader in readers:
        reader.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    text = {key: value.decode("utf-8", "replace") for key, value in texts.items()}
    return Ran(process.returncode, text.get("out", ""), text.get("err", ""), time.monotonic() - began, usage.ru_maxrss * 1024, timed_out.is_set())


def oriel(*arguments, timeout=120, **more):
    return finish(start(arguments, **more), timeout)


def train(project, name, epochs=1, **more):
    """The smallest training there is, of the view v."""
    return oriel(*training(project, name, epochs), **more)


def training(project, name, epochs=1):
    return ["train", project, "--view", "v", "--name", name, "--epochs", epochs, "--image-size", "64", "--batch-size", "4", "--weights", "none", "--json"]


def project_of(folder, source):
    """A project in `folder` with the pictures of `source` in its view v."""
    project = folder / "p.oriel"
    oriel("new", project)
    oriel("import", project, source, "--view", "v", "--json")
    return project


def rows(project, sql):
    with sqlite3.connect(f"file:{project}/project.sqlite?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


def is_sound(database):
    """Whether SQLite itself finds nothing wrong with a file; False for what is none."""
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return False


def tree(folder):
    """Every file below with its bytes, to prove that nothing changed."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(folder))] = os.readlink(path)
        elif path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


class SmallDisk:
    """A file system of a few MB, as root; available() says whether this machine lets us."""

    def __init__(self, megabytes):
        self.megabytes = megabytes

    @staticmethod
    def available():
        if os.geteuid() != 0:
            return False
        with tempfile.TemporaryDirectory() as folder:
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
                return False
            subprocess.run(["umount", folder], check=True)
        return True

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="oriel-disk-"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={int(self.megabytes * 1024)}k", "tmpfs", self.folder], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder])
        self.folder.rmdir()

    def fill(self, leave=0):
        """Takes all room but `leave` bytes; remove `ballast` to give it back."""
        self.ballast = self.folder / "ballast"
        free = os.statvfs(self.folder)
        size = max(0, free.f_bavail * free.f_frsize - leave)
        with open(self.ballast, "wb") as file:
            try:
                while size > 0:
                    file.write(b"x" * min(size, 65536))
                    size -= 65536
            except OSError:
                pass
