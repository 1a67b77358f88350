#!/usr/bin/python3
"""--dir: several files in one call, each a success or a failure of its own.

    check_many.py --thresh build/thresh
"""

import os
import shutil

import command
from command import SAMPLE, TWO

# Workbooks are made by processes of their own, which other threads disturb
# where an allocator does not provide for them: see cli.cmake.
NO_FORKS = "THRESH_NO_FORKS" in os.environ


class Many(command.InFolder):
    def setUp(self):
        super().setUp()
        for name in "abc":
            shutil.copy(SAMPLE, self.folder / f"{name}.txt")

    def listing(self, name="out"):
        return sorted(os.listdir(self.folder / name))

    def test_each_is_what_it_would_be_alone(self):
        for to, suffix in (("csv", "csv"), ("ndjson", "ndjson"),
                           ("json", "json"), ("md", "md"), ("xlsx", "xlsx")):
            for jobs in ("-j1", "-j2", "-j9"):
                if to == "xlsx" and jobs != "-j1" and NO_FORKS:
                    continue
                with self.subTest(to=to, jobs=jobs):
                    got = self.thresh("-d", "out", "-t", to, jobs, "a.txt",
                                      "b.txt", "c.txt")
                    self.assertEqual(got, (0, "", ""))
                    self.assertEqual(self.listing(),
                                     [f"{n}.{suffix}" for n in "abc"])
                    if to != "xlsx":
                        alone = self.thresh("b.txt", "-t", to)[1]
                        made = self.folder / f"out/b.{suffix}"
                        self.assertEqual(made.read_text(), alone)
                    shutil.rmtree(self.folder / "out")

    def test_stream(self):
        self.assertEqual(self.thresh("-d", "out", "--stream", "a.txt",
                                     "b.txt")[0], 0)
        self.assertEqual((self.folder / "out/a.csv").read_text(),
                         self.thresh("--stream", "a.txt")[1])
        status, _, errors = self.thresh("-d", "new", "--stream", "-t", "xlsx",
                                        "a.txt", "b.txt")
        self.assertEqual(status, 2)
        self.assertIn("choose one of csv, ndjson", errors)
        self.assertFalse((self.folder / "new").exists())

    def test_failures_are_those_of_each_file(self):
        self.write("prose.txt", "Dear reader,\n\nnothing was counted.\n")
        self.write("two.txt", TWO)
        self.write("odd.txt", "Shop\tApples\nNorth\t1\nSouth\t2\t3\n")
        files = ("a.txt", "prose.txt", "two.txt", "odd.txt", "b.txt")
        said = set()
        for jobs in ("1", "2", "5"):
            status, out, errors = self.thresh("-d", "out", "-j", jobs, *files)
            self.assertEqual((status, out), (3, ""))
            self.assertEqual(self.listing(), ["a.csv", "b.csv", "odd.csv",
                                              "two-1.csv", "two-2.csv"])
            self.assertTrue(errors.endswith("thresh: 4 of 5 files "
                                            "converted\n"), errors)
            said.add(errors)
        self.assertEqual(len(said), 1)  # whatever was done at once
        status, _, errors = self.thresh("-d", "out", *files, "nowhere")
        self.assertEqual(status, 1)
        self.assertIn("cannot read nowhere: No such file", errors)
        status, _, errors = self.thresh("-d", "out", "--strict", "a.txt",
                                        "odd.txt")
        self.assertEqual(status, 4)
        self.assertIn("odd.txt: nothing is written, since", errors)

    def test_summaries_name_the_file(self):
        status, _, errors = self.thresh("-v", "-d", "out/", "a.txt", "b.txt")
        lines = errors.splitlines()
        self.assertEqual(status, 0)
        self.assertEqual(lines[0], "thresh: wrote out/a.csv (csv)")
        self.assertIn("a.txt: 1 table, 78 rows x 8 columns = ", lines[1])
        self.assertEqual(lines[-1], "thresh: 2 of 2 files converted")

    def test_what_is_refused_before_anything_is_written(self):
        self.write("sub/a.txt", "x")
        for args, status, message in (
                (("a.txt", "sub/a.txt"), 2,
                 "'a.txt' and 'sub/a.txt' would both become out/a.csv"),
                (("a.txt", "./a.txt"), 2, "would both become out/a.csv"),
                (("a.txt", "-"), 2, "'-' is none"),
                (("a.txt", "sub/"), 2, "'sub/' is none"),
                ((), 2, "name at least one"),
                (("a.txt", "-o", "x.csv"), 2, "leave out -o"),
                (("a.txt", "--check"), 2, "leave out --dir"),
                (("a.txt", "--explain"), 2, "leave out --dir"),
                (("a.txt", "--encoding", "klingon"), 2, "klingon"),
                (("a.txt", "--set", "exel=1"), 2, "'excel'")):
            with self.subTest(args=args):
                got, out, errors = self.thresh("-d", "out", *args)
                self.assertEqual((got, out), (status, ""))
                self.assertIn(message, errors)
                self.assertFalse((self.folder / "out").exists())
        got, _, errors = self.thresh("-d", "a.txt", "b.txt")
        self.assertEqual(got, 1)
        self.assertIn("a.txt: is no folder", errors)
        got, _, errors = self.thresh("-d", "no/where", "b.txt")
        self.assertEqual(got, 1)
        self.assertIn("no/where: cannot be made", errors)

    def test_inputs_are_never_overwritten(self):
        for name in ("x.csv", "y.txt"):
            shutil.copy(SAMPLE, self.folder / name)
        status, _, errors = self.thresh("-d", ".", "a.txt", "x.csv")
        self.assertEqual(status, 2)
        self.assertIn("./x.csv is an input", errors)
        self.assertFalse((self.folder / "a.csv").exists())

    def test_a_split_output_is_not_that_of_another_file(self):
        self.write("two.txt", TWO)
        shutil.copy(SAMPLE, self.folder / "two-2.txt")
        status, _, errors = self.thresh("-d", "out", "two.txt", "two-2.txt")
        self.assertEqual(status, 1)
        self.assertIn("out/two-2.csv: not written: that is the output of "
                      "another file", errors)
        self.assertEqual(self.listing(), ["two-2.csv"])
        self.assertIn("1 of 2 files", errors)

    def test_a_link_keeps_leading_where_it_led(self):
        (self.folder / "out").mkdir()
        self.write("real.csv", "old")
        os.symlink("../real.csv", self.folder / "out/a.csv")
        self.assertEqual(self.thresh("-d", "out", "a.txt")[0], 0)
        self.assertTrue((self.folder / "out/a.csv").is_symlink())
        self.assertIn("Norway", (self.folder / "real.csv").read_text())


if __name__ == "__main__":
    command.main()
