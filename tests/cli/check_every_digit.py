#!/usr/bin/python3
"""Each digit of each number of the sample, changed, is found by --check.

    check_every_digit.py --thresh build/thresh

Every number of the sample is a part of a total, or a total: of its row, of its
column, or of both. So whichever digit changes, at least one sum fails, by as
much as the number changed, and another one says in which row that is.
"""

import re
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import command
from command import SAMPLE

LINE = re.compile(r'(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): '
                  r'"(?P<total>.+)" is (?P<printed>[\d -]+), '
                  r'its parts add up to (?P<parts>[\d ]+) '
                  r'\((?P<axis>row|column) "(?P<other>.+)"\): '
                  r'difference (?P<difference>-?[\d ]+)')


def number(text):
    return int(text.replace(" ", ""))


def is_figures(cells):
    return len(cells) == 9 and all(
        re.fullmatch(r"[\d ]+|-", cell.strip()) for cell in cells[1:])


def changes(source):
    """(line from 0, field from 0, offset in the cell, the line as changed) for
    each digit: one higher, or 8 for 9."""
    for index, line in enumerate(source):
        cells = line.split("\t")
        if not is_figures(cells):
            continue
        for field in range(1, len(cells)):
            for at, digit in enumerate(cells[field]):
                if not digit.isdigit():
                    continue
                other = "8" if digit == "9" else str(int(digit) + 1)
                cell = cells[field][:at] + other + cells[field][at + 1:]
                yield (index, field, at,
                       "\t".join(cells[:field] + [cell] + cells[field + 1:]))


def problem(source, regions, change, folder):
    """What --check does not say of one change; "" if it says all."""
    index, field, at, changed = change
    before = source[index].split("\t")
    after = changed.split("\t")
    off = abs(number(after[field]) - number(before[field]))
    path = folder / f"{index}-{field}-{at}.txt"
    path.write_text("\n".join(source[:index] + [changed]
                              + source[index + 1:]) + "\n")
    status, out, errors = command.run("--check", path)
    path.unlink()
    found = [LINE.fullmatch(line) for line in out.splitlines()]
    told = (f"line {index + 1}, {before[0]}: {before[field]} -> "
            f"{after[field]}\n{out}{errors}")
    if status != 4 or None in found or not found:
        return f"status {status}: {told}"
    if any(abs(number(one["difference"])) != off
           or number(one["printed"]) - number(one["parts"])
           != number(one["difference"]) for one in found):
        return f"not off by {off}: {told}"
    # The row's own total is about that row, and is printed in its line.
    label = re.sub(r"\s+¹$", "", before[0].strip())
    if not any(one["axis"] == "row" and one["other"] == label
               and int(one["line"]) == index + 1 for one in found):
        return f"the row is not named: {told}"
    columns = {one["other"] for one in found if one["axis"] == "column"}
    if not columns <= {regions[field]}:
        return f"another column is named: {told}"
    if not columns:
        return f"the column is not named: {told}"
    return ""


class EveryDigit(unittest.TestCase):
    def test_every_digit(self):
        source = SAMPLE.read_text().splitlines()
        header = next(i for i, line in enumerate(source)
                      if line.startswith("Citizenship"))
        regions = source[header + 1].split("\t")
        regions[1] = "Total"
        every = list(changes(source))
        self.assertEqual(len(every), 1450)
        with tempfile.TemporaryDirectory() as name, \
                ThreadPoolExecutor(2) as pool:
            found = pool.map(lambda change: problem(source, regions, change,
                                                    Path(name)), every)
            wrong = [one for one in found if one]
        self.assertEqual(wrong, [], f"{len(wrong)} of {len(every)} changes:\n"
                         + "\n".join(wrong[:10]))


if __name__ == "__main__":
    command.main()
