"""Tables as text through thresh, and what it says of their sums."""

import json
import random
import subprocess
import tempfile
from pathlib import Path

CONSONANTS, VOWELS = "bdfghklmnprstv", "aeiou"


def name(chance):
    """A made-up name that means nothing in any language: "Kavilo"."""
    # No vowel before the last consonant makes "all", "sum" or "net".
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS)
                   for _ in range(chance.randint(3, 4))).capitalize()


def names(chance, count):
    """So many different names."""
    found = {}
    while len(found) < count:
        found[name(chance)] = None
    return list(found)


def as_text(headings, rows):
    """Tab text of a table, its rows as (label, cells)."""
    lines = ["\t".join(["Item", *headings])]
    lines += ["\t".join([label, *cells]) for label, cells in rows]
    return "\n".join(lines) + "\n"


def read(thresh, texts):
    """The first table of each text as thresh -t json gives it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{i}.txt" for i in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text)
        subprocess.run(
            [thresh, "-q", "-t", "json", "--set", "indent=0", "--delimiter",
             "tab", "-d", folder / "out", *paths], timeout=120, check=True)
        return [json.loads((folder / f"out/{path.stem}.json").read_text())
                ["tables"][0] for path in paths]


def rows_of(table):
    """The dimension of the rows."""
    return next(one for one in table["dimensions"] if one["axis"] == "rows")


def seeded(*parts):
    """Random numbers that are the same in every run, by what they are for."""
    return random.Random("/".join(map(str, parts)))
