#!/usr/bin/python3
"""What thresh does on a terminal: previews, colours, and text from elsewhere
that must not reach the terminal as it is.

    check_terminal.py --thresh build/thresh
"""

import json
import os
import re
import tempfile
import unicodedata
import unittest
from pathlib import Path

import command
from command import SAMPLE

SUMMARY = ("1 table, 78 rows x 8 columns = 624 observations, 14 nil; "
           "158 of 158 totals add up\n")
STYLE = re.compile("\033\\[[0-9;]*m")

# A title that clears the screen and sets the window's title, a row label that
# reorders what follows, C1 controls and a bell.
HOSTILE = """Goods\033[2J\033]0;owned\007, by item. 2015

Item\tSold\tBought
left\u202eright\t1\t2
\u009b31mred\t3\t4
"""


def thresh(*args, **options):
    return command.on_terminal([command.THRESH, *args], **options)


def width_of(line):
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in STYLE.sub("", line))


class Terminal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def test_preview(self):
        status, seen = thresh(SAMPLE, env={"NO_COLOR": "1"})
        self.assertEqual(status, 0)
        lines = seen.splitlines()
        self.assertEqual(
            lines[:2],
            ["Table 11: Immigration, by citizenship and region. 2007",
             "citizenship (78), region (8), year = 2007"])
        self.assertRegex(seen, r"\nTotal +61 774 +20 696 +2 776 ")
        # The tree is shown by indentation.
        self.assertRegex(seen, r"\n  Europe total, except Norway +36 512 ")
        self.assertRegex(seen, r"\n      France +640 +280 ")
        self.assertNotIn("Italy", seen)  # the eleventh row
        self.assertRegex(seen, r"\n… 68 more rows, \d more columns\n")
        self.assertIn("1: 1st November 2006 Serbia", seen)
        self.assertTrue(seen.endswith(SUMMARY), seen)

    def test_preview_keeps_to_the_width(self):
        for width in (40, 60, 80, 100, 132, 300):
            status, seen = thresh(SAMPLE, width=width)
            self.assertEqual(status, 0)
            for line in seen.replace(SUMMARY, "").splitlines():
                self.assertLessEqual(width_of(line), width, line)

    def test_preview_shows_all_columns_where_there_is_room(self):
        _, seen = thresh(SAMPLE, width=140, env={"NO_COLOR": "1"})
        self.assertRegex(seen, r"\nTotal( +[0-9]+ ?[0-9]+){8}\n")
        self.assertIn("\n… 68 more rows\n", seen)

    def test_preview_counts_what_is_one_more(self):
        table = ("Table {0}. Sales, by shop. 200{0}\n\n"
                 "Shop\tSold or returned\tGesellschafterversammlungen{0}\n"
                 + "".join(f"{name}\t1\t2\n" for name in "ABCDEFGHIJK")
                 + "\n" + "".join(f"{i}) Note {i}\n" for i in range(1, 7))
                 + "\n")
        path = self.write("many.txt",
                          "".join(table.format(i) for i in range(1, 5)))
        _, seen = thresh(path, width=20, env={"NO_COLOR": "1"})
        self.assertIn("\n… 1 more row, 1 more column\n", seen)
        self.assertIn("\n… 1 more note\n", seen)
        self.assertIn("\n… 1 more table; --table N shows one\n", seen)

    def test_preview_of_few_rows_and_many_columns(self):
        path = self.write("wide.txt", "Shop\t" + "\t".join(
            f"Counted by {i}" for i in "ABCDEFGH") + "\n"
            + "".join(f"{name}" + "\t123456" * 8 + "\n" for name in "NSE"))
        _, seen = thresh(path, width=40, env={"NO_COLOR": "1"})
        self.assertRegex(seen, r"\n… [1-7] more columns?\n")
        self.assertNotIn("more row", seen)

    def test_preview_of_spanners(self):
        text = ("Shop\tStaff\t\tSold here\t\tSold abroad\t\n"
                "\t\t\tCars\tBoats\tCars\tBoats\n"
                + "".join(f"{name}\t{i}\t7\t1{i}\t2{i}\t3{i}\t4{i}\n"
                          for i, name in enumerate("NSEW", 1)))
        path = self.write("spanners.txt", text)
        _, seen = thresh(path, width=100, env={"NO_COLOR": "1"})
        # Each has a line of its own over what it spans, and the column
        # without a heading has nothing.
        self.assertRegex(seen, r"\n +Sold here ─ +Sold abroad\n")
        self.assertRegex(seen, r"\nN +1 +7 +11 +21 +31 +41\n")
        # Where no spanned column is shown, no line is left for them.
        path = self.write("narrow.txt", text.replace("Staff", "Employees" * 3))
        _, seen = thresh(path, width=20, env={"NO_COLOR": "1"})
        self.assertNotIn("Sold", seen)

    def test_quiet_has_no_summary(self):
        status, seen = thresh("-q", SAMPLE)
        self.assertEqual(status, 0)
        self.assertNotIn("observations", seen)

    def test_a_format_that_was_asked_for_is_written(self):
        for args in (["-t", "csv"], ["--shape", "long"], ["-o", "-"]):
            status, seen = thresh(SAMPLE, *args)
            self.assertEqual(status, 0)
            self.assertEqual(len(seen.splitlines()), 626)
            self.assertIn("Total,Oslo and Akershus,2007,20696,", seen)
            self.assertTrue(seen.endswith(SUMMARY))

    def test_workbook_is_not_written_to_a_terminal(self):
        status, seen = thresh(SAMPLE, "-t", "xlsx")
        self.assertEqual(status, 2)
        self.assertIn("xlsx is not text", seen)

    def test_no_input(self):
        status, seen = thresh()
        self.assertEqual((status, seen.splitlines()[0]),
                         (2, "Usage: thresh [OPTIONS] [FILE]"))

    def test_typed_input(self):
        status, seen = thresh("-", typed="Shop\tSales\nNorth\t1\nSouth\t2\n\4")
        self.assertEqual(status, 0, seen)
        self.assertIn("1 table, 2 rows x 1 column = 2 observations", seen)

    def test_hostile_text_is_inert(self):
        path = self.write("hostile.txt", HOSTILE)
        for args in ([], ["--explain"], ["--explain=json"], ["-v"]):
            with self.subTest(args=args):
                status, seen = thresh(path, *args, width=120)
                self.assertEqual(status, 0, seen)
                plain = STYLE.sub("", seen)
                for character in plain:
                    self.assertTrue(
                        character == "\n"
                        or unicodedata.category(character) not in ("Cc", "Cf"),
                        (hex(ord(character)), plain))
                self.assertIn("right", seen)

    def test_hostile_names_are_inert(self):
        name = "a\033[31m\nb\u202e.txt"
        for args in ([name], ["-t", name], ["-o", name], ["--" + name],
                     ["--set", name], ["--shape", name], ["--table", name]):
            with self.subTest(args=args):
                status, seen = thresh(*args)
                self.assertIn(status, (1, 2))
                self.assertNotIn("\033", seen)
                self.assertNotIn("\u202e", seen)
                self.assertNotIn("\nb", seen)

    def test_colour(self):
        for args in ([], ["--explain"]):
            for env, coloured in (({}, True), ({"NO_COLOR": ""}, True),
                                  ({"NO_COLOR": "1"}, False),
                                  ({"TERM": "dumb"}, False),
                                  ({"TERM": ""}, False)):
                with self.subTest(args=args, env=env):
                    _, seen = thresh(SAMPLE, *args, env=env)
                    self.assertEqual("\033[" in seen, coloured)

    def test_explain_on_a_terminal_and_in_a_pipe(self):
        status, seen = thresh("--explain", SAMPLE, width=100)
        self.assertEqual(status, 0)
        for line in seen.splitlines():
            self.assertLessEqual(width_of(line), 100, line)
        self.assertIn("…", seen)
        status, piped, errors = command.run("--explain", SAMPLE)
        self.assertEqual((status, errors), (0, ""))
        self.assertNotIn("\033", piped)
        self.assertNotIn("…", piped)
        roles = dict(re.findall(r"^ *(\d+)  (\w+)", piped, re.M))
        self.assertEqual(
            {roles[line] for line in ("3", "5", "7", "9", "12", "93", "95")},
            {"topic", "table_number", "title", "header", "data", "note",
             "legend"})
        for line in SAMPLE.read_text().splitlines():
            self.assertIn(line.replace("\t", "→"), piped)

    def test_explain_json(self):
        status, out, errors = command.run("--explain=json", SAMPLE)
        self.assertEqual((status, errors), (0, ""))
        told = json.loads(out)
        source = SAMPLE.read_text().splitlines()
        self.assertEqual([line["line"] for line in told["lines"]],
                         list(range(1, len(source) + 1)))
        table, = told["tables"]
        self.assertEqual(len(table["entries"]), 624)
        labels = {tuple(label["at"]): label for label in table["labels"]}
        self.assertEqual(len(labels), len(table["labels"]))
        for record, field in labels:
            self.assertIn(labels[record, field]["text"],
                          source[record - 1].split("\t")[field - 1])
        for entry in table["entries"]:
            record, field = entry["at"]
            printed = source[record - 1].split("\t")[field - 1].strip()
            self.assertEqual(entry["value"],
                             None if printed == "-"
                             else printed.replace(" ", ""))
            row, column = map(tuple, entry["labels"])
            self.assertEqual(row, (labels[row]["at"][0], 1))
            self.assertEqual(labels[row]["axis"], "row")
            self.assertEqual(column[1], field)
            self.assertEqual(labels[column]["axis"], "column")
        self.assertEqual(labels[10, 3]["parent"], [9, 3])

    def test_summary_is_for_terminals(self):
        self.assertEqual(command.run("-t", "csv", SAMPLE)[2], "")
        self.assertEqual(command.run("-v", "-t", "csv", SAMPLE)[2], SUMMARY)

    def test_many_tables(self):
        table = ("Table {0}. Sales, by shop. 200{0}\n\n"
                 "Shop\tA{0}\tB{0}\nN\t1\t2\n\n")
        path = self.write("many.txt",
                          "".join(table.format(i) for i in range(1, 6)))
        status, seen = thresh(path)
        self.assertEqual(status, 0)
        self.assertIn("… 2 more tables; --table N shows one", seen)
        self.assertIn("5 tables, 5 rows, 10 observations", seen)

    def test_environment_is_not_needed(self):
        status, out, errors = command.run(SAMPLE, env={})
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(out, command.run(SAMPLE, env=dict(os.environ))[1])


if __name__ == "__main__":
    command.main()
