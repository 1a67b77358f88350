#!/usr/bin/python3
"""What thresh costs on input that is made to be slow, as it grows.

    pathological.py --thresh build/thresh                     all of it
    pathological.py --thresh build/thresh --size 100000 notes spanners
    pathological.py --thresh build/thresh --to csv --doublings 2

Each kind is a text of SIZE lines (or cells, or characters), and then of
twice as many. Prints the processor time of the whole command and how it grows
when the size doubles: the least of three runs where one is short. "none" says
that no table was found, "cut" that the search for sums was cut short. See
README.md. Standard library only.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile

TABLE = "Area\t2001\t2002\nHill\t1\t2\nDale\t3\t4\n"
COMMAS = TABLE.replace("\t", ",")
ALIGNED = ("Area              2001    2002\n"
           "Hill                 1       2\n"
           "Dale                 3       4\n"
           "Moor                 5       7\n")


def word(i):
    """A word of small letters for each number, no two the same."""
    out = ""
    while True:
        out += "bdfglmnprst"[i % 11] + "aeiou"[i // 11 % 5]
        i //= 55
        if i == 0:
            return out


def lines(line):
    """A kind of `n` lines below a small table; `line` makes each."""
    return lambda n: TABLE + "\n" + "".join(line(i) + "\n" for i in range(n))


def rows(line, head="Area\t2001\t2002\n"):
    """A kind of `n` lines below a header."""
    return lambda n: head + "".join(line(i) + "\n" for i in range(n))


def wide(n, head=lambda i: str(1000 + i), cell=str, count=3):
    """Few rows of `n` columns."""
    return "Area\t" + "\t".join(map(head, range(n))) + "\n" + "".join(
        word(k) + "\t" + "\t".join(map(cell, range(n))) + "\n"
        for k in range(count))


def two_heads(upper):
    """Two lines of header over `n` columns."""
    return lambda n: ("\t" + "\t".join(map(upper, range(n))) + "\n"
                      + wide(n, head=lambda i: word(i % 2)))


def aligned(line, head=ALIGNED):
    return lambda n: head + "".join(line(i) + "\n" for i in range(n))


def scatter(i):
    """Figures that stand below no others."""
    return (" " * (i * 7919 % 40) + str(i % 10)
            + " " * (2 + i * 104729 % 37) + str(i % 7))


def pages(n):
    page = "Table 1. Rain\n\n" + TABLE + "\f"
    return "".join(page.replace("Hill", word(i)) for i in range(n // 6))


def column_pages(n):
    """Each page tells other columns of the same rows."""
    return "".join(TABLE.replace("2001", str(i)).replace("2002", word(i))
                   + "\n" for i in range(n // 4))


def nested(n):
    """Cut-ins of cut-ins."""
    return "Area\t2001\t2002\n" + "".join(
        f"{word(i)} all\t\t\n{word(i)} part\t\t\n{word(i)}\t1\t2\n"
        for i in range(n // 3))


KINDS = {
    # text
    "notes": lines(lambda i: f"Text that says {word(i)} of it"),
    "marked-notes": lines(lambda i: f"{i % 90 + 1}) says {word(i)} of it"),
    "numbered-notes": lines(lambda i: f"{i + 1}. says {word(i)} of it"),
    "sources": lines(lambda i: f"Source: the {word(i)} office"),
    "legends": lines(lambda i: f".. = {word(i)} not there"),
    "new-legends": lines(lambda i: f"{word(i)} = not {word(i + 1)}"),
    "links": lines(lambda i: f"https://example.org/{word(i)}"),
    "note-columns": lines(lambda i: f"{word(i)}\t{word(i + 1)}\t"),
    "text-columns": lines(lambda i: f"{word(i)}\t{word(i)}\t{word(i)}"),
    "blank": lines(lambda i: ""),
    "blank-notes": lines(lambda i: "" if i % 2 else f"Text {word(i)} x"),
    "blank-cells": lines(lambda i: "\t\t"),
    "form-feeds": lines(lambda i: "\f"),
    "prose-only": lambda n: "".join(f"Text that says {word(i)} of it.\n"
                                    for i in range(n)),
    "prose-first": lambda n: "".join(f"Text that says {word(i)} of it.\n"
                                     for i in range(n)) + "\n" + TABLE,
    "dashes-only": lambda n: "-----  -----\n" * n,
    "page-numbers": lines(lambda i: f"- {i} -"),
    "continued": lines(lambda i: "Table 1. (continued)"),
    # rows
    "rows": rows(lambda i: f"{word(i)}\t{i % 97}\t{i % 89}"),
    "same-labels": rows(lambda i: f"Hill\t{i % 97}\t{i % 89}"),
    "no-labels": rows(lambda i: f"\t{i % 97}\t{i % 89}"),
    "one-cell": rows(lambda i: str(i % 97)),
    "cut-ins": rows(lambda i: f"{word(i)}\t\t" if i % 2 == 0
                    else f"Hill\t{i % 97}\t2"),
    "only-cut-ins": rows(lambda i: f"{word(i)}\t\t"),
    "same-cut-ins": rows(lambda i: "All\t\t" if i % 2 else "Hill\t1\t2"),
    "nested-cut-ins": nested,
    "deep-indents": rows(lambda i: " " * min(i, 500) + f"{word(i)}\t1\t2"),
    "saw-indents": rows(lambda i: " " * (i % 60) + f"{word(i)}\t{i % 7}\t2"),
    "dashes": rows(lambda i: f"{word(i)}\t-\t-"),
    "years": rows(lambda i: f"{1900 + i % 120}\t{i % 97}\t{i % 89}"),
    "year-cut-ins": rows(lambda i: f"{1900 + i % 120}\t\t"),
    "totals": rows(lambda i: f"Total {word(i)}\t{i % 3}\t{i % 5}"),
    "marks": rows(lambda i: f"{word(i)} {i % 90 + 1})\t{i % 97} *\t{i % 8} a"),
    "new-symbols": rows(lambda i: f"{word(i)}\t{word(i)}\t{i % 97}"),
    "ambiguous": rows(lambda i: f"{word(i)}\t1,250\t{i % 90 + 10},125"),
    "ragged": rows(lambda i: f"{word(i)}\t" + "\t".join("1" * (i % 9))),
    "growing": lambda n: "Area\t2001\n" + "".join(
        word(i) + "\t1" * i + "\n" for i in range(int((2 * n) ** 0.5))),
    "keys": rows(lambda i: f"{word(i)}\t{word(i + 1)}\t{word(i + 2)}\t{i % 9}",
                 "Area\tSex\tAge\tValue\n"),
    "tidy": rows(lambda i: f"{word(i % 97)}\t{1900 + i % 89}\t{i}",
                 "Area\tYear\tValue\n"),
    "packed": rows(lambda i: f"{word(i % 97)},{word(i)}\t1\t2",
                   "geo,sex\\time\t2001\t2002\n"),
    # headers and tables
    "header-again": lambda n: TABLE * (n // 3),
    "other-headers": lambda n: "".join(
        TABLE.replace("2001", word(i)) + "\n" for i in range(n // 4)),
    "tables-of-two": column_pages,
    "titled-tables": lambda n: "".join(
        f"Table {i + 1}. Rain in {word(i)}\n\n{TABLE}\n"
        for i in range(n // 6)),
    "pages": pages,
    "header-only": lambda n: "Area\t2001\t2002\n" * n,
    "long-header": lambda n: "".join(
        f"{word(i)}\t{word(i + 1)}\t{word(i + 2)}\n" for i in range(n))
        + "Hill\t1\t2\n",
    "year-headers": lambda n: "\t2001\t2002\n" * n + "Hill\t1\t2\n",
    "texts-then-years": lines(lambda i: "\t2001\t2002" if i % 2
                              else f"{word(i)} of it"),
    # columns
    "columns": wide,
    "same-columns": lambda n: wide(n, head=lambda i: "Sum"),
    "word-columns": lambda n: wide(n, head=word),
    "blank-columns": lambda n: wide(n, cell=lambda i: ""),
    "unnamed-columns": lambda n: wide(n, head=lambda i: ""),
    "dash-columns": lambda n: wide(n, cell=lambda i: "-"),
    "text-cells": lambda n: wide(n, cell=word),
    "spanners": two_heads(word),
    "wide-spanners": two_heads(lambda i: word(i) if i % 2 == 0 else ""),
    "one-spanner": two_heads(lambda i: "" if i else "All"),
    "panels": two_heads(lambda i: "Area" if i % 4 == 0 else "2001"),
    "columns-marks": lambda n: wide(n, head=lambda i: f"{word(i)} {i % 9 + 1})"),
    # characters
    "long-label": lambda n: TABLE + "x" * n + "\t1\t2\n",
    "long-words": lambda n: TABLE + "ab " * (n // 3) + "\t1\t2\n",
    "long-note": lambda n: TABLE + "\n1) " + "ab " * (n // 3) + "\n",
    "long-title": lambda n: "ab " * (n // 3) + "\n\n" + TABLE,
    "long-number": lambda n: TABLE + "Moor\t" + "9" * n + "\t2\n",
    "long-spaces": lambda n: TABLE + "Moor" + " " * n + "\t1\t2\n",
    "long-marks": lambda n: TABLE + "Moor " + "1) " * (n // 3) + "\t1\t2\n",
    "long-dots": lambda n: TABLE + "Moor" + "." * n + "\t1\t2\n",
    "long-symbols": lambda n: TABLE + "Moor\t" + "*" * n + "\t2\n",
    "long-brackets": lambda n: TABLE + "Moor " + "(" * n + "\t1\t2\n",
    "long-unit": lambda n: TABLE.replace("2001", "(" * n + "kg"),
    "giant-line": lambda n: "ab 12  " * (n // 7),
    "giant-figures": lambda n: "12  " * (n // 4) + "\n" + "34  " * (n // 4),
    "giant-aligned": lambda n: ("ab".ljust(9) + "12".rjust(6) * (n // 6)
                                + "\n") * 4,
    "giant-heads": lambda n: (" " * 9 + "ab".rjust(6) * (n // 6) + "\n"
                              + ("ab".ljust(9) + "12".rjust(6) * (n // 6)
                                 + "\n") * 4),
    "giant-rules": lambda n: "-" * n + "\n" + ALIGNED + "-" * n + "\n",
    # quotes
    "unclosed-quotes": lambda n: COMMAS + 'Moor,"1,2\n' * n,
    "odd-quotes": lambda n: COMMAS + '"Moor,1,2\n' * n,
    "quoted-lines": lambda n: COMMAS + '"Moor\nand Fen",1,2\n' * (n // 2),
    "quotes": lambda n: COMMAS + "Moor," + '"' * n + ",2\n",
    "long-quote": lambda n: COMMAS + '"' + "ab\n" * n + '",1,2\n',
    # aligned with blanks
    "aligned": aligned(lambda i: f"{word(i):12} {i % 9999:9} {i % 97:7}"),
    "aligned-notes": aligned(lambda i: f"Text that says {word(i)} of it"),
    "aligned-blank": aligned(lambda i: ""),
    "aligned-scatter": aligned(scatter, head=""),
    "aligned-below": aligned(scatter),
    "aligned-words": aligned(
        lambda i: f"{word(i):14}  {word(i + 1):9}  {word(i + 2)}"),
    "aligned-heads": aligned(lambda i: " " * 18 + "2001    2002"),
    "aligned-rules": aligned(lambda i: "-" * 30),
    "aligned-tables": lambda n: (ALIGNED + "\n") * (n // 5),
    "aligned-pages": lambda n: (ALIGNED + "\f") * (n // 4),
    "aligned-indents": aligned(
        lambda i: " " * (i % 14) + f"{word(i)}  {i % 9:20}  {i % 7:7}"),
    "aligned-other": aligned(
        lambda i: f"{word(i):12}{i % 9:{10 + i % 9}}{i % 7:{9 + i % 5}}"),
    "leaders": aligned(lambda i: f"{word(i):.<18} {i % 99:3} {i % 7:7}"),
    # bytes
    "zero-bytes": lambda n: TABLE + "\0" * n,
    "high-bytes": lambda n: TABLE + "Moor\u00e9" * (n // 5) + "\t1\t2\n",
    "accents": lambda n: TABLE + "a" + "\u0301" * n + "\t1\t2\n",
    "returns": lambda n: TABLE + "\r" * n,
    "separators": lambda n: TABLE + "\t" * n + "\n",
    "pipes": lambda n: TABLE.replace("\t", "|") + "|" * n + "\n",
}


def spent(thresh, to, path):
    """Processor time of the command, and what it has to say."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.NamedTemporaryFile(suffix="." + to) as out:
        done = subprocess.run(
            [thresh, "-t", to, path], stdout=out, stderr=subprocess.PIPE,
            check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = ""
    if done.returncode < 0:
        said = signal.Signals(-done.returncode).name
    elif done.returncode:
        said = "none" if done.returncode == 3 else f"exit {done.returncode}"
    elif b"cut short" in done.stderr:
        said = "cut"
    return (after.ru_utime + after.ru_stime - before.ru_utime
            - before.ru_stime), said


def measure(thresh, to, text):
    handle, path = tempfile.mkstemp(suffix=".txt")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        least, said = spent(thresh, to, path)
        for _ in range(2 if least < 1 else 0):
            least = min(least, spent(thresh, to, path)[0])
    finally:
        os.unlink(path)
    return least, said


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--to", default="json", help="the format written")
    parser.add_argument("--size", type=int, default=50000)
    parser.add_argument("--doublings", type=int, default=1)
    parser.add_argument("kinds", nargs="*")
    args = parser.parse_args()
    print(f"{'kind':17} {'size':>8}  seconds  growth")
    for kind in args.kinds or KINDS:
        last = None
        for step in range(args.doublings + 1):
            size = args.size << step
            count, said = measure(args.thresh, args.to, KINDS[kind](size))
            growth = f"x {count / last:6.2f}" if last else " " * 8
            print(f"{kind:17} {size:8} {count:8.3f} {growth}  {said}".rstrip(),
                  flush=True)
            last = count


if __name__ == "__main__":
    sys.exit(main())
