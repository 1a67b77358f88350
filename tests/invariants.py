#!/usr/bin/python3
"""What must hold for every input of the cases, whatever its expected output.

    invariants.py --thresh build/thresh --work DIR locale|timezone|clock|...

Most checks convert each input once as a plain user would, then again in some
other world (another locale, clock, folder), and compare every byte. The
others compare what the outputs say with each other. A check that compared
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
    return subprocess.run([*before, str(thresh), *arguments], cwd=folder,
                          env=env, check=False, timeout=120,
                          stdin=more.pop("stdin", subprocess.DEVNULL),
                          capture_output=True, **more)


def convert(check, content, env=PLAIN, before=(), place="here",
            absolute=False):
    """All formats of one input, in a fresh folder: {name: bytes}, with what
    was said and the exit status."""
    with tempfile.TemporaryDirectory(prefix="thresh-", dir=check.work) as top:
        folder = Path(top) / place
        folder.mkdir(parents=True)
        (folder / "input.txt").write_bytes(content)
        name = str(folder / "input.txt") if absolute else "input.txt"
        cwd = Path(top) if absolute else folder
        outputs = [word for form in FORMATS
                   for word in ("-o", f"out.{form}")]
        done = run(check.thresh, ["-v", name, *outputs], cwd, env, before)
        outcome = {
            "said": done.stderr.replace(name.encode(), b"input.txt"),
            "printed": done.stdout, "status": done.returncode}
        for path in sorted(cwd.rglob("*")):
            if path.is_file() and path.name != "input.txt":
                outcome[path.name] = path.read_bytes()
        return outcome


def compare_worlds(check, **world):
    for name, content in check.inputs.items():
        plain, other = difference(convert(check, content),
                                  convert(check, content, **world))
        check.same(name, plain, other)


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


def locale_env(check, name):
    return dict(PLAIN, LC_ALL=name, LANG=name,
                LOCPATH=str(check.work / "locales"))


def check_locale(check):
    make_locales(check)
    for name in LOCALES:
        compare_worlds(check, env=locale_env(check, name))


def check_timezone(check):
    compare_worlds(check, env=dict(PLAIN, TZ="Pacific/Kiritimati"))


def check_clock(check):
    """Another day, and the same day a little later."""
    env = dict(PLAIN)
    if b"__asan_init" in check.thresh.read_bytes():
        env["ASAN_OPTIONS"] = (env.get("ASAN_OPTIONS", "")
                               + ":verify_asan_link_order=0")
    before = ("faketime", "-f", "2031-02-03 04:05:06")
    year = run("/usr/bin/date", ["+%Y"], ".", env, before).stdout
    if year != b"2031\n":
        sys.exit(f"faketime is not in force: {year!r}")
    compare_worlds(check, env=env, before=before)


def check_path(check):
    compare_worlds(check, place="another folder/bl\u00e5b\u00e6r")
    compare_worlds(check, place="deeper/and deeper", absolute=True)


def check_stdin(check):
    """Read from stdin a table is the same but for the name of its source."""
    for name, content in check.inputs.items():
        for form in ("csv", "ndjson", "markdown", "json"):
            with tempfile.TemporaryDirectory(dir=check.work) as top:
                path = Path(top) / "input.txt"
                path.write_bytes(content)
                by_name = run(check.thresh, ["-t", form, "input.txt"], top)
                with open(path, "rb") as file:
                    by_pipe = run(check.thresh, ["-t", form], top,
                                  stdin=file)
            check.same(f"{name} as {form}", unnamed(by_name, b"input.txt"),
                       unnamed(by_pipe, b"<stdin>"))


def unnamed(done, name):
    """Status, output and messages, without the name of the source."""
    out = re.sub(rb'"source": *("input.txt"|null)', b"", done.stdout)
    out = out.replace(b"\nRead from input.txt\n", b"")
    return done.returncode, out, done.stderr.replace(name, b"SOURCE")


def check_chunks(check):
    """However the input comes in through a pipe, the output is the same."""
    for name, content in check.inputs.items():
        whole = feed(check, content, len(content) or 1)
        for size in (1, 2, 3, 7, 64):
            if size == 1 or len(content) < 2000:
                check.same(f"{name} in writes of {size}", whole,
                           feed(check, content, size))


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
    """A command that tells the time, the zone, the locale and its folder is
    found out by each of the checks that compare worlds."""
    stand_in = check.work / "stand-in"
    stand_in.write_text('#!/bin/sh\necho "$LC_ALL $TZ $(date) $PWD '
                        '$(head -c 1 | wc -c)"\n')
    stand_in.chmod(0o755)
    for wrong in (check_locale, check_timezone, check_clock, check_path):
        inner = Check(stand_in, check.work)
        inner.inputs = {"a table": b"a\tb\nc\t1\n"}
        with open(os.devnull, "w", encoding="utf-8") as sink:
            sys.stdout, kept = sink, sys.stdout
            try:
                wrong(inner)
            finally:
                sys.stdout = kept
        check.same(f"{wrong.__name__} sees it", True,
                   inner.failures == inner.compared > 0)


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
