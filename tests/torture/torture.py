#!/usr/bin/env python3
"""./dev torture: what Oriel must survive, a line for each: kills, full disks, damaged files, links. Prints done / passed / failed.

Not part of ./dev test: it takes some 20 minutes on two cores. `--only WORD` runs the lines whose name holds the word, `--share 0.1`
a tenth of the trials, `--seed N` other damage. What failed is kept in the folder that is named at the end.
"""
import argparse
import sys
import tempfile
import time
from pathlib import Path

import harness
import disks
import files
import kills
import links
import projects

LINES = links.LINES + kills.LINES + disks.LINES + files.LINES + projects.LINES


def run(bench, name, line):
    bench.name, bench.counts, bench.problems = name.replace(" ", "-").replace(":", "").replace(",", ""), [0, 0], []
    if name.startswith("full disk") and not harness.SmallDisk.available():
        print(f"{name}: not run, a small disk can be mounted only as root", flush=True)
        return 0
    began = time.monotonic()
    try:
        line(bench)
    except Exception as error:  # what a line throws outside its trials is a failure of that line
        bench.done("the whole line", f"{error!r}")
    passed, failed = bench.counts
    print(f"{name}: {passed + failed} done, {passed} passed, {failed} failed, {time.monotonic() - began:.0f} s", flush=True)
    for problem in bench.problems[:8]:
        print(f"    {problem}", flush=True)
    if len(bench.problems) > 8:
        print(f"    … and {len(bench.problems) - 8} more", flush=True)
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the oriel program")
    parser.add_argument("--edits", required=True, help="the program oriel-torture-edits")
    parser.add_argument("--only", default="", help="lines whose name holds this")
    parser.add_argument("--share", type=float, default=1.0, help="share of the trials, 0..1")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    harness.Bench.program, harness.Bench.edits = options.program, options.edits
    work = Path(tempfile.mkdtemp(prefix="oriel-torture-"))
    bench = harness.Bench(work, options.seed, options.share)
    failed = sum(run(bench, name, line) for name, line in LINES if options.only in name)
    print(f"{'all held' if not failed else f'{failed} failed; what we kept of them is in {work}/kept'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
