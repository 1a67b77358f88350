#!/usr/bin/python3
"""What must hold for every input of the cases, whatever its expected output.

    invariants.py --thresh build/thresh --work DIR worlds|chunks|sums|...

`worlds` converts each input once as a plain user would, then again in other
worlds (another locale, clock, folder), and compares every byte. The others
compare what the outputs say with each other. A check that compared
nothing fails. Standard library only.
"""

import argparse
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import cells

HERE = Path(__file__).resolve().parent
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
for kept in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
             "LSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX"):
    if kept in os.environ:
        PLAIN[kept] = os.environ[kept]
LOCALES = {"nb_NO.UTF-8": ",", "tr_TR.UTF-8": ","}  # and its decimal point
FORMATS = ("csv", "json", "ndjson", "md", "xlsx")
NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


class Check:
    """Counts what was compared and what was wrong."""

    def __init__(self, thresh, work):
        self.thresh = thresh
        self.work = work
        self.inputs = inputs()
        self.compared = 0
        self.failures = 0

    def same(self, what, wanted, found):
        self.compared += 1
        if wanted != found:
            self.failures += 1
            print(f"FAILED {what}:\n  {shorten(wanted)}\n  {shorten(found)}")


def shorten(value):
    text = repr(value)
    return text if len(text) < 400 else text[:400] + "..."


def difference(wanted, found):
    """Two outcomes {name: bytes} reduced to the parts that differ."""
    names = [name for name in sorted(set(wanted) | set(found))
             if wanted.get(name) != found.get(name)]
    return ({name: around(wanted, found, name) for name in names},
            {name: around(found, wanted, name) for name in names})


def around(one, other, name):
    a, b = one.get(name), other.get(name, b"")
    if not isinstance(a, bytes) or not isinstance(b, bytes):
        return a
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y),
              min(len(a), len(b)))
    return a[max(0, at - 40):at + 80]


def inputs():
    """Every input of a case, each content once."""
    seen = {}
    for path in sorted((HERE / "cases").glob("*/*/input*")):
        if path.is_file():
            seen.setdefault(path.read_bytes(), path)
    return {f"{path.parent.parent.name}/{path.parent.name}/{path.name}":
            content for content, path in seen.items()}


def run(thresh, arguments, folder, env=PLAIN, before=(), **more):
    if "input" not in more:
        more.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run([*before, str(thresh), *arguments], cwd=folder,
                          env=env, check=False, timeout=120,
                          capture_output=True, **more)


def convert(check, content, env=PLAIN, before=(), place="here",
            absolute=False, piped=False, threads=0):
    """All formats of one input, in a fresh folder: {name: bytes}, with what
    was said and the exit status. From a pipe, no workbook."""
    with tempfile.TemporaryDirectory(prefix="thresh-", dir=check.work) as top:
        folder = Path(top) / place
        folder.mkdir(parents=True)
        (folder / "input.txt").write_bytes(content)
        name = str(folder / "input.txt") if absolute else "input.txt"
        cwd = Path(top) if absolute else folder
        outputs = [word for form in FORMATS if form != "xlsx" or not piped
                   for word in ("-o", f"out.{form}")]
        given = {"input": content} if piped else {}
        jobs = ["-j", str(threads)] if threads else []
        done = run(check.thresh,
                   ["-v", "-" if piped else name, *outputs, *jobs],
                   cwd, env, before, **given)
        source = b"<stdin>" if piped else name.encode()
        outcome = {
            "said": done.stderr.replace(source, b"input.txt"),
            "printed": done.stdout, "status": done.returncode}
        for path in sorted(cwd.rglob("*")):
            if path.is_file() and path.name != "input.txt":
                outcome[path.name] = path.read_bytes()
        return outcome


def unnamed(outcome):
    """Of an outcome what is the same if the source has no name, and no
    workbook is made."""
    def clean(text):
        return re.sub(rb'"source": *("input.txt"|null)|'
                      rb"\nRead from input.txt\n|.*\.xlsx.*\n|"
                      rb", \d+ warnings?",
                      b"", text)
    return {name: clean(one) if isinstance(one, bytes) else one
            for name, one in outcome.items() if name != "out.xlsx"}


def make_locales(check):
    """Compile the locales into the work folder, and see that they work."""
    for name, point in LOCALES.items():
        target = check.work / "locales" / name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["localedef", "-i", name.split(".")[0], "-f",
                            "UTF-8", str(target)], check=True)
        env = locale_env(check, name)
        found = subprocess.run(["locale", "decimal_point"], env=env,
                               capture_output=True, text=True, check=True)
        if found.stdout.strip() != point:
            sys.exit(f"the locale {name} is not in force: {found.stdout!r}")


def locale_env(check, name, **more):
    return dict(PLAIN, LC_ALL=name, LANG=name,
                LOCPATH=str(check.work / "locales"), **more)


def make_worlds(check):
    """Other worlds, each in several ways at once."""
    make_locales(check)
    one, other = LOCALES
    later = ("faketime", "-f", "2031-02-03 04:05:06")
    year = run("/usr/bin/date", ["+%Y"], ".", PLAIN, later).stdout
    if year != b"2031\n":
        sys.exit(f"faketime is not in force: {year!r}")
    return {
        f"{one}, Kiritimati, another folder, one thread": {
            "env": locale_env(check, one, TZ="Pacific/Kiritimati"),
            "place": "another folder/bl\u00e5b\u00e6r", "threads": 1},
        f"{other}, the year 2031, an absolute path, two threads": {
            "env": locale_env(check, other), "before": later,
            "place": "deeper/and deeper", "absolute": True, "threads": 2},
    }


def large():
    """A table whose outputs are too large for what threads pass on at once,
    and whose workbook has streamed sheets."""
    rows = "".join(f"Place {i}\t{i % 900 + 1} {i * 7 % 1000:03}\t-\t"
                   f"{i % 100},{i % 10}\n" for i in range(20000))
    return f"Births\n\nPlace\tTotal\tGirls\tShare\n{rows}".encode()


def check_worlds(check):
    """Another locale, time zone, day, folder and number of threads change
    nothing, and a pipe nothing but the name of the source."""
    worlds = make_worlds(check)
    for name, content in [*check.inputs.items(), ("a large one", large())]:
        plain = convert(check, content)
        for world, how in worlds.items():
            check.same(f"{name} in {world}",
                       *difference(plain, convert(check, content, **how)))
        check.same(f"{name} from a pipe",
                   *difference(unnamed(plain),
                               unnamed(convert(check, content, piped=True))))


def check_chunks(check):
    """However the input comes in through a pipe, the output is the same."""
    def compare(name, content):
        whole = feed(check, content, len(content) or 1)
        for size in (1, 2, 3, 7, 64):
            if size == 1 or len(content) < 2000:
                check.same(f"{name} in writes of {size}", whole,
                           feed(check, content, size))
    # Most of this is waiting.
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(compare, *zip(*check.inputs.items())))


def feed(check, content, size):
    """Convert what is written into a pipe, `size` bytes at a time. A short
    rest between the first writes lets the reader see them one by one."""
    process = subprocess.Popen(
        [str(check.thresh), "-t", "csv"], env=PLAIN, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    try:
        for at in range(0, len(content), size):
            process.stdin.write(content[at:at + size])
            if size < len(content) and at // size < 20:
                time.sleep(0.0005)
    except BrokenPipeError:
        pass
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def records(check, content, *options):
    """The CSV of one input as dicts; None where there is none."""
    with tempfile.TemporaryDirectory(dir=check.work) as top:
        (Path(top) / "input.txt").write_bytes(content)
        done = run(check.thresh, ["input.txt", "-v", "-t", "csv", *options],
                   top)
    if done.returncode != 0:
        return None, done
    text = io.StringIO(done.stdout.decode("utf-8"), newline="")
    rows = list(csv.reader(text))
    return rows, done


def total(values):
    """The exact sum of those that are numbers, and how many they are."""
    numbers = [Decimal(value) for value in values if NUMBER.match(value)]
    return len(numbers), sum(numbers, Decimal(0))


def check_sums(check):
    """Long and wide hold the same numbers: column by column."""
    for name, content in check.inputs.items():
        tall, _ = records(check, content, "--columns", "field")
        wide, _ = records(check, content, "--shape", "wide", "--columns",
                          "line")
        if tall is None or wide is None:
            continue
        field, value = tall[0].index("field"), tall[0].index("value")
        by_field = {}
        for row in tall[1:]:
            by_field.setdefault(int(row[field]), []).append(row[value])
        kept = [total(column) for _, column in sorted(by_field.items())]
        columns = [total(column) for column in zip(*wide[1:])]
        values = slice(first_value(tall, wide), wide[0].index("line"))
        kept = [one for one in kept if one[0]]
        columns = [one for one in columns[values] if one[0]]
        if kept != columns and moves_columns(check, content):
            kept, columns = sum_up(kept), sum_up(columns)
        check.same(name, kept, columns)


def moves_columns(check, content):
    """Whether a column is printed in several places, or several in one: where
    tables stand side by side, or columns are continued further down."""
    with tempfile.TemporaryDirectory(dir=check.work) as top:
        (Path(top) / "input.txt").write_bytes(content)
        done = run(check.thresh, ["--explain=json", "input.txt"], top)
    told = {one["what"] for one in json.loads(done.stdout)["decisions"]}
    return bool(told & {"side by side", "columns continued"})


def sum_up(totals):
    """The totals of all columns together."""
    return sum(one[0] for one in totals), sum(one[1] for one in totals)


def first_value(tall, wide):
    """Where the values of a wide table begin: after the keys of its rows,
    which are the names that both tables start with; a column that nothing
    names is "value" in both."""
    for index, (one, other) in enumerate(zip(tall[0], wide[0])):
        if one != other or one == "value":
            return index
    return len(wide[0])


def check_counts(check):
    """As many records as the summary says that there are observations."""
    for name, content in check.inputs.items():
        rows, done = records(check, content)
        if rows is None:
            continue
        said = re.search(rb"(\d+) observations?", done.stderr)
        if said is None:
            check.same(name, "a summary", done.stderr)
            continue
        check.same(name, int(said[1]), len(rows) - 1)
        check.same(name + ": fields", {len(rows[0])},
                   {len(row) for row in rows})


def check_cells(check):
    """Every cell of the source became one thing: counted by cells.py."""
    for name, content in check.inputs.items():
        with tempfile.TemporaryDirectory(dir=check.work) as top:
            (Path(top) / "input.txt").write_bytes(content)
            told = run(check.thresh, ["--explain=json", "input.txt"], top)
            done = run(check.thresh, ["-v", "input.txt", "-t", "json"], top)
        if told.returncode != 0 or done.returncode != 0:
            continue
        found = cells.account(content, json.loads(told.stdout),
                              done.stderr.decode("utf-8", "replace"))
        check.same(name, [], found.problems)


def check_self_test(check):
    """Commands that tell the locale, the zone, the year, their folder, their
    threads or what is left of their input are found out."""
    for tells in ("$LC_ALL", "$TZ", "$(date +%Y)", "$PWD",
                  "$(echo $* | grep -o -e '-j .')", "$(head -c 1 | wc -c)"):
        stand_in = check.work / "stand-in"
        stand_in.write_text(f'#!/bin/sh\necho "{tells}"\n')
        stand_in.chmod(0o755)
        inner = Check(stand_in, check.work)
        inner.inputs = {"a table": b"a\tb\nc\t1\n"}
        with open(os.devnull, "w", encoding="utf-8") as sink:
            sys.stdout, kept = sink, sys.stdout
            try:
                check_worlds(inner)
            finally:
                sys.stdout = kept
        check.same(f"it sees {tells}", True,
                   0 < inner.failures <= inner.compared)


CHECKS = {name[len("check_"):].replace("_", "-"): function
          for name, function in list(globals().items())
          if name.startswith("check_")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("check", choices=sorted(CHECKS))
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=args.check, dir=args.work))
    check = Check(args.thresh.resolve(), work.resolve())
    try:
        CHECKS[args.check](check)
    finally:
        shutil.rmtree(work)
    print(f"{args.check}: compared {check.compared}, "
          f"{check.failures} differ")
    return 1 if check.failures or not check.compared else 0


if __name__ == "__main__":
    sys.exit(main())
