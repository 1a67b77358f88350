#!/usr/bin/python3
"""How many instructions thresh needs for one observation, as a table.

    tests/bench/instructions.py --thresh THRESH --bin FOLDER [--bytes N]

FOLDER holds `generate` and `floor`, as run.sh builds them. Valgrind counts,
so that a busy machine gives the same figures, and a change of one in a
hundred shows. Each is the difference between a table and one of twice the
size, without what starting costs. --jobs 1, since one thread can be counted
for sure.
"""

import argparse
import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STREAMED = ("csv", "ndjson")
LOADED = ("csv", "ndjson", "json", "md", "xlsx")


# The heap that valgrind gives a process may be too small to grow while a
# second thread runs: let it be taken at once.
ENVIRONMENT = {**os.environ, "MALLOC_TOP_PAD_": str(16 << 20)}


def count(command, table):
    """The instructions of a command that reads the table."""
    with open(table, "rb") as source:
        run = subprocess.run(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no",
             "--cachegrind-out-file=/dev/null", *map(str, command)],
            stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, env=ENVIRONMENT)
    found = re.search(r"I +refs: +([\d,]+)", run.stderr)
    if run.returncode != 0 or not found:
        return None
    return int(found.group(1).replace(",", ""))


def tables(tools, kind, size, folder):
    """A table, one of twice the size, and how many observations it has more.
    """
    made = []
    for factor in (1, 2):
        table = folder / f"{kind}-{factor}"
        truth = folder / "truth"
        with open(table, "wb") as out:
            subprocess.run([tools / "generate", kind, str(factor * size),
                            truth], stdout=out, check=True)
        with open(truth, "rb") as rows:
            made.append((table, sum(1 for _ in rows)))
    (small, fewer), (large, more) = made
    return small, large, more - fewer


def one(command, made):
    if command is None:
        return "-"
    small, large, observations = made
    counts = [count(command, table) for table in (small, large)]
    if None in counts:
        return "failed"
    return f"{(counts[1] - counts[0]) / observations:.0f}"


def columns(thresh, tools, kind):
    """(heading, command) of each column; floor.c knows tabs alone."""
    yield "floor.c", [tools / "floor"] if kind != "quoted" else None
    for name in STREAMED:
        yield f"{name}, streamed", [thresh, "--stream", "-j", "1", "-t", name]
    for name in LOADED:
        yield f"{name}, loaded", [thresh, "-j", "1", "-t", name]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--thresh", required=True, type=Path)
    parser.add_argument("--bin", required=True, type=Path)
    parser.add_argument("--bytes", type=int, default=100_000)
    options = parser.parse_args()
    thresh, tools = options.thresh.resolve(), options.bin.resolve()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("pages", "wide", "quoted"):
            made = tables(tools, kind, options.bytes, Path(folder))
            found = list(columns(thresh, tools, kind))
            if not lines:
                lines = ["| | " + " | ".join(name for name, _ in found) + " |",
                         "|---" + "|--:" * len(found) + "|"]
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                cells = pool.map(lambda job: one(job[1], made), found)
            lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    print("### Instructions for one observation", "", *lines, sep="\n")


if __name__ == "__main__":
    main()
