#!/usr/bin/python3
"""Random tables without sums: at most one in a hundred may be given any.

    chance.py --thresh build/thresh
    chance.py --thresh build/thresh --count 10000 --list 3 tens

Each table has 2 to 40 rows and 1 to 12 columns of numbers that have nothing
to do with each other. Standard library only.
"""

import argparse
import sys

import proved


def zipf(chance):
    return int(chance.paretovariate(0.7))


KINDS = {
    "ones": lambda chance: chance.randint(0, 9),
    "tens": lambda chance: chance.randint(0, 99),
    "thousands": lambda chance: chance.randint(0, 9999),
    "skewed": zipf,
    "zeros": lambda chance: chance.choice((0, 0, 0, chance.randint(1, 30))),
    "tenths": lambda chance: chance.randint(0, 999) / 10,
    "years": lambda chance: chance.randint(0, 99),
    "copies": lambda chance: chance.randint(0, 999),
    "signed": lambda chance: chance.randint(-99, 99),
    "words": lambda chance: chance.randint(0, 99),
}


def make(chance, kind):
    """(headings, rows) of one table."""
    nrows, ncolumns = chance.randint(2, 40), chance.randint(1, 12)
    if chance.random() < 0.3:
        nrows = chance.randint(2, 6)
    draw = KINDS[kind]
    headings = proved.names(chance, ncolumns)
    labels = proved.names(chance, nrows)
    numbers = [[draw(chance) for _ in headings] for _ in labels]
    if kind == "years":
        first = chance.randint(1950, 1990)
        labels = [str(first + i) for i in range(nrows)]
    if kind == "words":
        labels = [label if chance.random() < 0.7
                  else chance.choice(("Total {}", "{} total",
                                      "Net {}")).format(label)
                  for label in labels]
    if kind == "copies":
        for i in range(1, nrows):
            if chance.random() < 0.4:
                numbers[i] = list(numbers[chance.randrange(i)])
    return headings, [(label, [str(number) for number in row])
                      for label, row in zip(labels, numbers)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--count", type=int, default=100,
                        help="tables of each kind")
    parser.add_argument("--list", type=int, default=0,
                        help="show so many of the smallest tables with sums")
    parser.add_argument("kinds", nargs="*")
    args = parser.parse_args()
    claimed = made = 0
    for kind in args.kinds or KINDS:
        texts = [proved.as_text(*make(proved.seeded("chance", kind, seed),
                                      kind)) for seed in range(args.count)]
        hits = [(len(text), text, table["sums"]) for text, table
                in zip(texts, proved.read(args.thresh, texts))
                if table["sums"]]
        print(f"{kind:10} {len(hits):4} of {args.count} tables are given sums")
        for _, text, sums in sorted(hits, key=lambda hit: hit[0])[:args.list]:
            print(text, *sums, sep="\n")
        claimed += len(hits)
        made += args.count
    print(f"{claimed} of {made}: {claimed / made:.4f}")
    if 100 * claimed > made:
        print("FAILED: more than one in a hundred")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
