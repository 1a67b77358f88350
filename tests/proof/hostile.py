#!/usr/bin/python3
"""Tables made to cost much, or to mislead: is all that is claimed true?

    hostile.py --thresh build/thresh
    hostile.py --thresh build/thresh --rows 2000 doubling

The tables are those that bench/proof_cost.py measures, but small. Every sum
that thresh claims is added up again here, line by line. Standard library
only.
"""

import argparse
import sys
from pathlib import Path

import proved

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
import proof_cost  # noqa: E402

# How many rows of each kind are totals, where that is known: all of `nested`
# and `flat`, none where nothing adds up.
TOTALS = {"flat": 1, "random": 0, "zeros": 0, "ones": 0, "equal": 0,
          "missing": 0, "one-negative": 0}


def holds(one, numbers, along_rows):
    """In how many lines the parts come to the total, exactly or nearly."""
    lines = zip(*numbers) if along_rows else numbers
    good = 0
    for line in lines:
        values = [line[i] for i in [one["total"], *one["parts"]]]
        if ".." in values:
            continue
        less = -1 if one["kind"] == "difference" else 1
        first, *others = values[1:]
        off = values[0] - first - less * sum(others)
        good += abs(off) <= (len(values) + 1) // 2
    return good


def complaints(thresh, kind, rows, columns):
    chance = proved.seeded("hostile", kind, rows)
    numbers = proof_cost.KINDS[kind](chance, rows, columns)
    labels = proved.names(chance, rows)
    text = proved.as_text(proved.names(chance, columns),
                          [(label, list(map(str, row)))
                           for label, row in zip(labels, numbers)])
    table, = proved.read(thresh, [text])
    along = proved.rows_of(table)["name"]
    for one in table["sums"]:
        wanted = one["exact"] + one["rounded"]
        found = holds(one, numbers, one["dimension"] == along)
        if found < wanted:
            yield f"{one} holds in {found} lines, not {wanted}"
    totals = {one["total"] for one in table["sums"]
              if one["dimension"] == along}
    if kind in TOTALS and len(totals) != TOTALS[kind]:
        yield f"{len(totals)} totals of rows, not {TOTALS[kind]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("kinds", nargs="*")
    args = parser.parse_args()
    bad = 0
    for kind in args.kinds or proof_cost.KINDS:
        found = list(complaints(args.thresh, kind, args.rows, args.columns))
        bad += len(found)
        print(f"{kind:13}", found[0] if found else "true")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
