#!/usr/bin/python3
"""Write every file of a folder in every format, and let others read it.

usage: corpus_formats.py --thresh PATH FOLDER [--only WORD] [--slow SECONDS]

A file converts, or thresh says why not, with a line. No crash, and an end
within ten seconds. CSV has as many fields in each record, JSON and NDJSON are
read by json, Markdown by cmark-gfm, which must see a table, workbooks by
openpyxl. Every cell of the source became one thing (tests/cells.py).
Needs openpyxl and cmark-gfm. Not run by CTest: it needs the files.
"""
import argparse
import collections
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import cells  # noqa: E402

SUFFIXES = {".csv", ".tsv", ".txt"}
FORMATS = ("csv", "json", "ndjson", "md", "xlsx")
WITH_LINE = re.compile(r":\d+(:\d+)?: ")
NO_TABLE = 3


def run(thresh, arguments):
    """The exit status (None: out of time), both outputs, and the seconds."""
    start = time.monotonic()
    try:
        done = subprocess.run([thresh, *arguments], capture_output=True,
                              timeout=10, check=False)
    except subprocess.TimeoutExpired:
        return None, b"", "", 10.0
    return (done.returncode, done.stdout, done.stderr.decode("utf-8"),
            time.monotonic() - start)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        widths = {len(row) for row in csv.reader(file, strict=True)}
    return f"records of {sorted(widths)} fields" if len(widths) != 1 else ""


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return "" if json.load(file)["tables"] else "no tables"


def read_ndjson(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            if not isinstance(json.loads(line), dict):
                return "a line is no object"
    return ""


def read_md(path):
    path.read_bytes().decode("utf-8")
    html = subprocess.run(
        ["cmark-gfm", "-e", "table", "-e", "footnotes", str(path)],
        capture_output=True, check=True).stdout
    return "" if b"<table>" in html else "no table"


def read_xlsx(path):
    openpyxl.load_workbook(path).close()
    return ""


READ = {".csv": read_csv, ".json": read_json, ".ndjson": read_ndjson,
        ".md": read_md, ".xlsx": read_xlsx}


def read_outputs(folder):
    """What is wrong with the files in a folder."""
    problems, seen = [], set()
    for path in sorted(folder.iterdir()):
        seen.add(path.suffix)
        try:
            wrong = READ[path.suffix](path)
        except Exception as error:  # whatever a reader makes of it
            wrong = repr(error)
        if wrong:
            problems.append(f"{path.name}: {wrong}")
    problems += [f"no {suffix}" for suffix in sorted(set(READ) - seen)]
    return problems


def check(thresh, path):
    """(how it ended, what is wrong, the seconds of the slower run)."""
    with tempfile.TemporaryDirectory() as top:
        outputs = [word for form in FORMATS
                   for word in ("-o", f"{top}/out.{form}")]
        status, _, said, seconds = run(thresh, ["-v", str(path), *outputs])
        if status is None:
            return "out of time", ["out of time"], seconds
        if status == NO_TABLE:
            told = WITH_LINE.search(said)
            return "no table", [] if told else [said], seconds
        if status != 0:
            return f"status {status}", [said.strip()], seconds
        problems = read_outputs(Path(top))
    status, out, _, more = run(thresh, ["--explain=json", str(path)])
    if status != 0:
        return "converted", problems + [f"--explain: {status}"], more
    found = cells.account(path.read_bytes(), json.loads(out), said)
    return "converted", problems + found.problems, max(seconds, more)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--slow", type=float, default=1.0)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    if not args.folder.is_dir():
        print(f"{args.folder} is not there; nothing was checked")
        return 0
    ends, wrong = collections.Counter(), 0
    for path in sorted(args.folder.rglob("*")):
        if path.suffix not in SUFFIXES or args.only not in str(path):
            continue
        end, problems, seconds = check(args.thresh, path)
        ends[end] += 1
        wrong += bool(problems)
        name = path.relative_to(args.folder)
        for problem in problems[:4]:
            print(f"{name}: {problem[:300]}")
        if seconds > args.slow:
            print(f"{name}: {seconds:.1f} s")
    print(f"{sum(ends.values())} files: "
          + ", ".join(f"{count} {end}" for end, count in ends.most_common())
          + f"; {wrong} with something wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
