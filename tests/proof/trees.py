#!/usr/bin/python3
"""Random trees of categories, printed as tables: does the tree come back?

    trees.py --thresh build/thresh             the bounds of each kind hold
    trees.py --thresh build/thresh --count 500 --list 3 rounded/first

A tree has one to four levels of totals over 2 to 12 parts each, and 2 to 10
columns. thresh must find the parent of each row, or find none: a wrong parent
is counted on its own. Rows of nothing but zeros and missing values are not
compared, since sums cannot tell where they belong. Standard library only.

    right    each row has the parent that it was made with
    partly   some parents are not found, and none is wrong
    silent   no parent is found
    wrong    some parent is wrong
"""

import argparse
import collections
import sys

import proved

WORDS = ("{} total", "Total {}", "All {}", "{}, total", "{} insgesamt")


class Node:
    """A category: a leaf with a number for each column, or a total."""

    def __init__(self, parts, leaf, below=True):
        self.parts = parts
        self.leaf = leaf  # numbers of a leaf
        self.below = below  # a total's parts stand below it
        self.label = ""

    def values(self):
        if not self.parts:
            return self.leaf
        return [sum(column) for column in
                zip(*(part.values() for part in self.parts))]


def leaf_values(chance, columns, kind):
    """Counts: each leaf has a size of its own, some are nought."""
    if kind.small:
        return [chance.randint(0, 9) for _ in range(columns)]
    size = 10 ** chance.uniform(1, 5)
    return [0 if chance.random() < 0.08
            else int(size * chance.lognormvariate(0, 0.8)) + 1
            for _ in range(columns)]


def grow(chance, depth, columns, kind, below, room):
    """A tree of `depth` levels of totals; `room` is how many rows are left."""
    if depth == 0:
        return Node([], leaf_values(chance, columns, kind))
    count = chance.randint(2, min(12, max(2, room // 3)))
    parts = []
    for i in range(count):
        deeper = chance.random() < 0.6 or i == 0
        left = room // count if deeper else 0
        parts.append(grow(chance, depth - 1 if deeper and left > 2 else 0,
                          columns, kind, below, left))
    where = {"first": True, "last": False}.get(kind.where, below[depth])
    return Node(parts, None, where)


def in_order(root):
    """(node, parent) of each row as printed."""
    out, stack = [], [(root, None, False)]
    while stack:
        node, parent, opened = stack.pop()
        if opened or not node.parts:
            out.append((node, parent))
            continue
        if node.below:
            out.append((node, parent))
        else:
            stack.append((node, parent, True))
        stack += [(part, node, False) for part in reversed(node.parts)]
    return out


class Kind:
    """What a table is like, by words: "rounded/last/words"."""

    def __init__(self, text):
        words = text.split("/")
        self.rounded = "rounded" in words
        self.decimals = "decimals" in words
        self.missing = "missing" in words
        self.percent = "percent" in words
        self.small = "small" in words
        self.single = "single" in words
        self.words = "words" in words
        self.where = next((word for word in words
                           if word in ("first", "last", "mixed")), "mixed")


def render(chance, value, kind):
    if kind.missing and chance.random() < 0.03:
        return ".."
    if kind.decimals:
        tenths = (value + 50) // 100  # thousands with one decimal
        return f"{tenths // 10}.{tenths % 10}"
    if kind.rounded:
        return str((value + 500) // 1000)
    if value == 0 and chance.random() < 0.5:
        return "-"
    return str(value)


def make(chance, kind):
    """(headings, rows, parents): a table and the parent of each row."""
    columns = 1 if kind.single else chance.randint(2, 10)
    depth = chance.randint(1, 4)
    below = [chance.random() < 0.5 for _ in range(depth + 1)]
    root = grow(chance, depth, columns, kind, below, chance.randint(4, 150))
    listed = in_order(root)
    index = {id(node): i for i, (node, _) in enumerate(listed)}
    parents = [None if parent is None else index[id(parent)]
               for _, parent in listed]
    scale = 1000 if kind.rounded or kind.decimals else 1
    whole = root.values()
    rows = []
    for label, (node, _) in zip(proved.names(chance, len(listed)), listed):
        if kind.words and node.parts and chance.random() < 0.8:
            label = chance.choice(WORDS).format(label)
        values = [value * scale + (chance.randint(0, 999) if scale > 1 else 0)
                  for value in node.leaf] if not node.parts else None
        rows.append([label, node, values])
    if scale > 1:  # what is hidden below the last digit belongs to the sums
        for row in rows:
            if row[2] is not None:
                row[1].leaf = row[2]
        whole = root.values()
    printed = []
    for label, node, _ in rows:
        values = node.values()
        cells = [render(chance, value, kind) for value in values]
        if kind.percent:
            cells += [f"{100 * value / total if total else 0:.1f}"
                      for value, total in zip(values, whole)]
        printed.append((label, cells))
    headings = proved.names(chance, len(printed[0][1]))
    return headings, printed, parents


def is_empty(cells):
    return not any(c in "123456789" for cell in cells for c in cell)


def judge(table, rows, parents):
    """How the parents that were found compare, and the rows that are wrong."""
    found = proved.rows_of(table)["categories"]
    right = lost = 0
    wrong = []
    for i, (_, cells) in enumerate(rows):
        claimed = found[i]["parent"]
        if is_empty(cells):
            continue
        if claimed == parents[i]:
            right += claimed is not None
        elif claimed is None:
            lost += 1
        else:
            wrong.append((i, claimed, parents[i]))
    if wrong:
        return "wrong", wrong
    if lost == 0:
        return "right", wrong
    return ("partly" if right else "silent"), wrong


# Of 60 trees of each kind: how many come back whole at least (one less than
# when this was measured, and the trees are the same in each run), how many may
# hold a wrong parent, and how many a sum that is said to fail: none truly does.
OF = 60
BOUNDS = {
    "exact/first/words": (57, 0, 0),
    "exact/first": (53, 0, 0),
    "exact/last/words": (55, 0, 0),
    "exact/last": (53, 0, 0),
    "exact/mixed/words": (56, 1, 0),
    "exact/mixed": (48, 4, 0),
    "missing/first/words": (53, 0, 0),
    "missing/last": (50, 0, 0),
    "missing/mixed": (50, 1, 0),
    "rounded/first/words": (56, 0, 2),
    "rounded/first": (53, 0, 0),
    "rounded/last": (54, 0, 1),
    "decimals/first": (58, 0, 0),
    "decimals/last/words": (59, 0, 0),
    "percent/first/words": (55, 0, 1),
    "percent/last": (52, 0, 1),
    "small/first/words": (29, 1, 1),
    "small/first": (16, 0, 0),
    "small/last": (17, 0, 0),
    "small/mixed": (13, 3, 0),
    "single/first/words": (27, 0, 0),
    "single/first": (13, 0, 0),
    "single/last": (6, 0, 0),
    "single/mixed": (12, 4, 0),
}


def show(kind, seed, table, headings, rows, wrong):
    print(f"--- {kind} tree {seed}: (row, parent found, parent made) {wrong}")
    for i, (label, cells) in enumerate(rows):
        print(f"{i:3} {label:22}" + " ".join(f"{c:>7}" for c in cells))
    for one in table["sums"]:
        print({k: one[k] if k != "failed" else len(one[k])
               for k in ("dimension", "total", "parts", "exact", "rounded",
                         "unknown", "failed")})


def run(thresh, text, count, listed):
    """Counts of outcomes of one kind, and how many rows of columns claimed."""
    kind, tally = Kind(text), collections.Counter()
    worst = []
    made = [make(proved.seeded("trees", text, seed), kind)
            for seed in range(count)]
    tables = proved.read(thresh, [proved.as_text(headings, rows)
                                  for headings, rows, _ in made])
    for seed, (table, (headings, rows, parents)) in enumerate(
            zip(tables, made)):
        outcome, wrong = judge(table, rows, parents)
        tally[outcome] += 1
        along = proved.rows_of(table)["name"]
        tally["across"] += any(one["dimension"] != along
                               for one in table["sums"])
        tally["failed"] += any(one["failed"] for one in table["sums"])
        if outcome == "wrong":
            worst.append((len(rows) * len(headings), seed, table, headings,
                          rows, wrong))
    worst.sort(key=lambda one: one[:2])
    for _, seed, *rest in worst[:listed]:
        show(text, seed, *rest)
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--count", type=int, default=OF)
    parser.add_argument("--list", type=int, default=0,
                        help="show so many of the smallest wrong trees")
    parser.add_argument("kinds", nargs="*")
    args = parser.parse_args()
    bad = False
    print(f"{'kind':22}  right partly silent  wrong | a failed sum, a sum "
          "across")
    for kind in args.kinds or BOUNDS:
        tally = run(args.thresh, kind, args.count, args.list)
        share = {key: tally[key] / args.count for key in
                 ("right", "partly", "silent", "wrong", "failed", "across")}
        least, wrong, failed = BOUNDS.get(kind, (0, OF, OF))
        off = (OF * tally["right"] < least * args.count
               or OF * tally["wrong"] > wrong * args.count
               or OF * tally["failed"] > failed * args.count)
        bad |= off
        print(f"{kind:22} " + " ".join(
            f"{share[key]:6.3f}" for key in
            ("right", "partly", "silent", "wrong")) + " |"
            f" {share['failed']:6.3f} {share['across']:6.3f}"
            + (f"  FAILED: of {OF}, at least {least} right, at most {wrong} "
               f"wrong, at most {failed} with a failed sum" if off else ""))
    return bad


if __name__ == "__main__":
    sys.exit(main())
