#!/usr/bin/python3
"""What the proof costs, as tables grow and as they turn nasty.

    proof_cost.py --thresh build/thresh                  all of it
    proof_cost.py --thresh build/thresh --rows 50000 nested zeros
    proof_cost.py --thresh build/thresh --clock --rows 100000

Counts the instructions of the proof alone, with valgrind, so that it depends
neither on the machine nor on what else runs there: 3 x 10^9 of them are about
a second. Prints how much the count grows when the rows double. With --clock,
the processor time of the whole command is measured instead, the least of three
runs. See README.md. Standard library only.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "proof"))
import proved  # noqa: E402


def nested(chance, rows, columns):
    """Ten regions of each, in four levels: totals above their parts."""
    out = []

    def fill(size, depth):
        at = len(out)
        out.append(None)
        if size == 1 or depth == 0:
            out[at] = [chance.randint(0, 999) for _ in range(columns)]
            return out[at]
        left, total = size - 1, [0] * columns
        count = min(left, 10)
        for i in range(count):
            share = left // (count - i)
            left -= share
            part = fill(share, depth if share > 1 else 0)
            total = [a + b for a, b in zip(total, part)]
        out[at] = total
        return total

    fill(rows, 8)
    return out


def every(value):
    return lambda chance, rows, columns: [
        [value(chance, i, k) for k in range(columns)] for i in range(rows)]


def chain(chance, rows, columns):
    """Each row the sum of all before it, as long as numbers can be."""
    out, total = [], [1 + k for k in range(columns)]
    for _ in range(rows):
        out.append(total)
        total = [2 * a if a < 10 ** 17 else 1 for a in total]
    return out


def running(chance, rows, columns):
    """Totals that grow for ever: 1, 2, 3, ... in each column."""
    return [[(i + 1) * (k + 1) for k in range(columns)] for i in range(rows)]


def flat(chance, rows, columns):
    out = [[chance.randint(1, 9999) for _ in range(columns)]
           for _ in range(rows - 1)]
    return [[sum(column) for column in zip(*out)], *out]


def spikes(chance, rows, columns):
    """Zeros, and in turn a number in one column or the other."""
    return [[(1 << (i // 64 % 30)) if i % columns == k and i % 16 == 0 else 0
             for k in range(columns)] for i in range(rows)]


def pairs(chance, rows, columns):
    """Signed: each row agrees with many runs of the rows below it."""
    return [[(1 if i % 2 else -1) * (k + 1) for k in range(columns)]
            for i in range(rows)]


KINDS = {
    "nested": nested,
    "random": every(lambda chance, i, k: chance.randint(0, 9999)),
    "zeros": every(lambda chance, i, k: 0),
    "ones": every(lambda chance, i, k: 1),
    "zero-one": every(lambda chance, i, k: i % 2),
    "one-in-50": every(lambda chance, i, k: int(i % 50 == 0)),
    "one-at-ends": every(lambda chance, i, k: int(i in (0, 9))),
    "doubling": every(lambda chance, i, k: 2 ** (i % 60)),
    "halving": every(lambda chance, i, k: 2 ** (60 - i % 60)),
    "running": running,
    "signed": every(lambda chance, i, k: chance.randint(-9, 9)),
    "plus-minus": pairs,
    "one-negative": every(
        lambda chance, i, k: -1 if i == 7 else (i * 7919) % 9973),
    "flat": flat,
    "chain": chain,
    "equal": every(lambda chance, i, k: 123 + k),
    "spikes": spikes,
    "missing": every(lambda chance, i, k: ".." if i % 3 else i % 100),
}


def write(path, kind, rows, columns):
    chance = proved.seeded("cost", kind, rows, columns)
    numbers = KINDS[kind](chance, rows, columns)
    with open(path, "w", encoding="ascii") as file:
        file.write("Item\t" + "\t".join(
            f"C{proved.name(chance)}" for _ in range(columns)) + "\n")
        for row in numbers:
            file.write("Kavilo\t" + "\t".join(map(str, row)) + "\n")


def instructions(thresh, path):
    """Those of the proof alone, and whether the search was cut short."""
    with tempfile.NamedTemporaryFile() as out:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--toggle-collect=thr_proof_run",
             f"--callgrind-out-file={out.name}", thresh, "--shape", "wide",
             "-t", "json", path],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
        text = Path(out.name).read_text()
    total = re.search(r"^(?:summary|totals): (\d+)", text, re.M)
    return int(total.group(1)), b"cut short" in done.stderr


def milliseconds(thresh, path):
    """Processor time of the whole command, and whether it was cut short."""
    least, cut = None, False
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([thresh, "--shape", "wide", "-t", "csv", path],
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = 1000 * (after.ru_utime + after.ru_stime
                        - before.ru_utime - before.ru_stime)
        least = spent if least is None else min(least, spent)
        cut = b"cut short" in done.stderr
    return least, cut


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--columns", type=int, default=10)
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--clock", action="store_true",
                        help="processor time of the whole command")
    parser.add_argument("kinds", nargs="*")
    args = parser.parse_args()
    measure, unit = ((milliseconds, 1) if args.clock
                     else (instructions, 1e6))
    print(f"{'kind':13}    rows x columns  "
          f"{'milliseconds' if args.clock else '10^6 instructions':>17}"
          "  a cell  growth")
    for kind in args.kinds or KINDS:
        last = None
        for step in range(args.doublings + 1):
            rows = args.rows << step
            handle, path = tempfile.mkstemp(suffix=".tsv")
            os.close(handle)
            try:
                write(path, kind, rows, args.columns)
                count, cut = measure(args.thresh, path)
            finally:
                os.unlink(path)
            print(f"{kind:13} {rows:7} x {args.columns:<7} "
                  f"{count / unit:17.1f} "
                  f"{(1e6 if args.clock else 1) * count / rows / args.columns:7.0f}"
                  + (f"  x {count / last:.2f}" if last else "        ")
                  + ("  cut short" if cut else ""), flush=True)
            last = count


if __name__ == "__main__":
    main()
