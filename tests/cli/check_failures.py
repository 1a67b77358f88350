#!/usr/bin/python3
"""How thresh ends when something is wrong: its status, its message, and what
it leaves behind.

    check_failures.py --thresh build/thresh
"""

import os
import re
import resource
import shutil
import signal

import command
from command import ROOT, SAMPLE, TWO

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001")


class Failures(command.InFolder):
    def setUp(self):
        super().setUp()
        self.sample = self.folder / "sample.txt"
        shutil.copy(SAMPLE, self.sample)

    def fails(self, status, message, *args, **options):
        """Nothing on stdout, one message, and not a file more than before."""
        before = sorted(os.listdir(self.folder))
        got, out, errors = command.run(*args, cwd=self.folder, **options)
        self.assertEqual((got, out), (status, ""), errors)
        self.assertIn(message, errors)
        self.assertTrue(any(line.startswith("thresh: ")
                            for line in errors.splitlines()), errors)
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_inputs(self):
        self.write("png", PNG)
        self.write("prose", "Dear reader,\n\nnothing was counted.\n")
        self.write("empty", "")
        self.write("locked", "a\tb\n1\t2\n").chmod(0)
        self.fails(3, "thresh: empty: ", "empty")
        self.fails(3, "thresh: prose:1:1: ", "prose")
        self.fails(1, "thresh: png:1:1: ", "png")
        self.fails(1, "folder", ".")
        self.fails(1, "thresh: cannot read nowhere: No such file", "nowhere")
        self.fails(1, "thresh: cannot read : No such file", "")
        if os.geteuid() != 0:
            self.fails(1, "Permission denied", "locked")
        self.fails(3, "thresh: <stdin>: ", "-")
        self.fails(3, "thresh: <stdin>: ")
        self.fails(3, "there is no table 2", "--table", "2", self.sample)

    def test_usage(self):
        usual = ("sample.txt",)
        for args, message in (
                (("-t", "cvs"), "'cvs'; did you mean 'csv'?"),
                (("-t", "docx"), "(formats: csv, json, "),
                (("-o", "x.docx"), "'.docx', the suffix of 'x.docx' "),
                (("-o", "x.xslx"), "did you mean '.xlsx'?"),
                (("-o", "x"), "no suffix"),
                (("-o", ""), "--output needs the name of a file"),
                (("-t", "json", "-o", "x.csv"), "the suffix of 'x.csv'"),
                (("-o", "x.csv", "-o", "x.csv"), "written twice"),
                (("-o", "x.csv", "-o", "./x.csv"), "same file"),
                (("-o", "-", "-o", "-"), "written twice"),
                (("--shape", "lnog"), "did you mean 'long'?"),
                (("--names", "Verbatim"), "did you mean 'verbatim'?"),
                (("--delimiter", "coma"), "did you mean 'comma'?"),
                (("--columns", "lvel"), "did you mean 'level'?"),
                (("--columns", "raw", "--shape", "wide"), "long shape"),
                (("--set", "exel=1"), "did you mean 'excel'?"),
                (("--set", "excel"), "KEY=VALUE"),
                (("--set", "=1"), "KEY=VALUE"),
                (("--set", "excel=2"), "0|1"),
                (("--set", "indent=0"), "a setting of json"),
                (("--table", "0"), "a number from 1"),
                (("--table", "-1"), "a number from 1"),
                (("--table", "99999999999999999999999"), "a number from 1"),
                (("--shap", "lnog"), "--shape takes"),
                (("--explian",), "did you mean '--explain'?"),
                (("--ver",), "could be one of several"),
                (("--explain=jsno",), "did you mean 'json'?"),
                (("--explain", "-t", "csv"), "leave out -o, -t"),
                (("--explain", "--no-totals"), "leave out -o, -t"),
                (("--explain", "--check"), "ask one at a time"),
                (("--check", "--no-totals"), "say with -o or -t"),
                (("--check", "--shape", "wide"), "say with -o or -t"),
                (("--no-totals", "-t", "md"), "add --shape long"),
                (("--no-totals", "--shape", "wide"), "written as published"),
                (("--check=all",), "takes no argument"),
                (("--quiet=1",), "takes no argument"),
                (("--set",), "needs an argument"),
                (("-x",), "no option '-x'"),
                (("other.txt",), "several with --dir DIR"),
                (("--max-memory", "0"), "a size such as 500M or 8G"),
                (("--max-memory", "2MB"), "a size such as 500M or 8G"),
                (("--max-memory", "99999999T"), "a size such as 500M or 8G"),
                (("-j", "0"), "a number from 1 to 256"),
                (("-j", "two"), "a number from 1 to 256"),
                (("--dir", ""), "--dir needs the name of a folder")):
            with self.subTest(args=args):
                self.fails(2, message, *usual, *args)

    def test_usage_is_told_before_the_input_is_read(self):
        self.fails(2, "'excel'", "nowhere", "--set", "exel=1")

    def test_the_input_is_never_the_output(self):
        content = self.sample.read_bytes()
        os.symlink("sample.txt", self.folder / "soft.csv")
        os.link(self.sample, self.folder / "hard.csv")
        message = "is the input"
        for name in ("sample.txt", "./sample.txt", "soft.csv", "hard.csv"):
            with self.subTest(name=name):
                self.fails(2, message, "sample.txt", "-t", "csv", "-o", name,
                           "-o", "other.json")
                with open(self.sample) as opened:
                    self.fails(2, message, "-t", "csv", "-o", name,
                               stdin=opened)
        self.assertEqual(
            command.shell('"$THRESH" sample.txt >> sample.txt', self.folder)[0],
            2)
        self.assertEqual(self.sample.read_bytes(), content)

    def test_split_outputs_are_checked_too(self):
        for name in ("out-2.csv", "o.txt", "x.json"):
            self.write(name, TWO)
        os.symlink("x.json", self.folder / "out-1.csv")
        self.fails(2, "out-2.csv is the input", "out-2.csv", "-o", "out.csv")
        self.fails(2, "two outputs would be out-1.csv", "o.txt", "-o",
                   "out.csv", "-o", "x.json")

    def test_several_tables(self):
        self.write("two.txt", TWO)
        self.fails(1, "--table N", "two.txt", "-t", "csv")
        status, out, errors = command.run("two.txt", "-o", "out.csv", "-o",
                                          "out.json", cwd=self.folder)
        self.assertEqual((status, out), (0, ""))
        self.assertIn("'out.csv' becomes 'out-1.csv' to 'out-2.csv'", errors)
        self.assertFalse((self.folder / "out.csv").exists())
        self.assertIn("South,Pears,2001,0,nil,",
                      (self.folder / "out-1.csv").read_text())
        self.assertIn("Women,Part time,2003,,not_available,",
                      (self.folder / "out-2.csv").read_text())
        self.assertTrue((self.folder / "out.json").exists())
        status, out, errors = command.run("two.txt", "--table", "2",
                                          cwd=self.folder)
        self.assertEqual((status, errors, len(out.splitlines())), (0, "", 5))

    def test_an_unwritable_output_is_known_before_any_is_written(self):
        self.write("old.csv", "old")
        for path in ("nowhere/x.csv", "/proc/x.csv"):
            self.fails(1, f"thresh: {path}: cannot write: No such file",
                       self.sample, "-o", "old.csv", "-o", path)
        (self.folder / "folder.csv").mkdir()
        self.fails(1, "folder.csv: cannot write", self.sample, "-o",
                   "folder.csv")
        self.assertEqual((self.folder / "old.csv").read_text(), "old")

    def test_complete_outputs_stay(self):
        status, _, errors = command.run(
            self.sample, "-t", "csv", "-o", "/dev/full", "-o", "good.csv",
            cwd=self.folder)
        self.assertEqual(status, 1)
        self.assertIn("No space left on device", errors)
        self.assertEqual(
            len((self.folder / "good.csv").read_text().splitlines()), 625)

    def test_a_file_too_large_leaves_the_old_one(self):
        self.write("old.csv", "old")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
            # SIGXFSZ would end it; ignored, write() fails instead.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        self.fails(1, "File too large", self.sample, "-o", "old.csv",
                   preexec_fn=limit)
        self.assertEqual((self.folder / "old.csv").read_text(), "old")

    def wrong(self):
        """The sample with one digit changed, so that two totals are wrong."""
        text = SAMPLE.read_text()
        changed = text.replace("\t2 509\t", "\t2 508\t")
        self.assertNotEqual(text, changed)
        return self.write("wrong.txt", changed)

    def test_check(self):
        status, out, errors = command.run("--check", "sample.txt",
                                          cwd=self.folder)
        self.assertEqual((status, out), (0, ""))
        self.assertEqual(errors, "1 table, 78 rows x 8 columns = 624 "
                         "observations, 14 nil; 158 of 158 totals add up\n")
        self.wrong()
        found = (
            'wrong.txt:14:44: {}"Western Europe total, except Norway" is 5 386'
            ', its parts add up to 5 385 (column "Oslo and Akershus"): '
            'difference 1\n'
            'wrong.txt:16:8: {}"Total" is 4 432, its parts add up to 4 431 '
            '(row "Sweden"): difference 1\n')
        summary = ("1 table, 78 rows x 8 columns = 624 observations, 14 nil"
                   "{}; 156 of 158 totals add up\n")
        plain, warned = found.format("", ""), \
            found.format("warning: ", "warning: ")
        for args, expected in (
                (("--check",), (4, plain, summary.format(""))),
                (("--check", "-q"), (4, plain, "")),
                (("--check", "-q", "--strict"), (4, plain, "")),
                (("--check", "-o", "x.csv"), (4, plain, summary.format(""))),
                (("-o", "y.csv"), (0, "", warned)),
                (("-o", "y.csv", "-q"), (0, "", "")),
                (("-o", "y.csv", "-v"),
                 (0, "", warned + "thresh: wrote y.csv (csv)\n"
                  + summary.format(", 2 warnings")))):
            with self.subTest(args=args):
                self.assertEqual(command.run("wrong.txt", *args,
                                             cwd=self.folder), expected)
        self.assertEqual((self.folder / "x.csv").read_text(),
                         (self.folder / "y.csv").read_text())

    def test_check_leaves_standard_output_to_an_output(self):
        path = self.wrong()
        status, out, errors = command.run(path, "--check", "-t", "csv")
        self.assertEqual((status, len(out.splitlines())), (4, 625))
        self.assertEqual(len(errors.splitlines()), 3)
        self.assertIn("difference 1\n", errors)
        self.assertNotIn("warning", errors)

    def test_strict(self):
        path = self.wrong()
        self.write("old.csv", "old")
        for args in ((), ("-o", "old.csv"), ("-o", "new.json"),
                     ("-t", "csv"), ("-q", "-o", "old.csv")):
            with self.subTest(args=args):
                self.fails(4, "nothing is written, since --strict",
                           "--strict", path, *args)
        self.assertEqual((self.folder / "old.csv").read_text(), "old")
        status, out, errors = command.run("--strict", self.sample, "-o",
                                          "old.csv", cwd=self.folder)
        self.assertEqual((status, out, errors), (0, "", ""))
        self.assertEqual(
            len((self.folder / "old.csv").read_text().splitlines()), 625)

    def test_strict_about_warnings(self):
        self.write("doubt.txt",
                   "Shop\tA\tB\nNorth\t1,250\t2,500\nSouth\t3,125\t4,100\n")
        status, _, errors = command.run("doubt.txt", cwd=self.folder)
        self.assertEqual(status, 0)
        self.assertIn("doubt.txt:2:7: warning: ", errors)
        self.fails(4, "nothing is written, since --strict", "--strict",
                   "doubt.txt", "-o", "x.csv")
        status, out, errors = command.run("--strict", "--explain",
                                          "doubt.txt", cwd=self.folder)
        self.assertEqual(status, 4)
        self.assertIn("South", out)
        status, out, _ = command.run("--strict", "--check", "doubt.txt",
                                     cwd=self.folder)
        self.assertEqual((status, out), (4, ""))

    def test_strict_about_a_format(self):
        """A workbook rounds beyond 15 digits, which is only known when it is
        written."""
        self.write("long.txt", "Shop\tA\tB\nN\t1234567890123456\t2\n"
                               "S\t7\t4\n")
        status, _, errors = command.run("long.txt", "--strict", "-o",
                                        "x.xlsx", "-o", "x.csv",
                                        cwd=self.folder)
        self.assertEqual(status, 4)
        self.assertIn("warning: x.xlsx: ", errors)
        self.assertIn("thresh: x.xlsx: not written, since --strict", errors)
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["long.txt", "sample.txt", "x.csv"])

    def test_no_more_than_five_failures_are_told(self):
        lines = SAMPLE.read_text().splitlines(keepends=True)
        for i in range(14, 19):  # Denmark to Belgium
            cells = lines[i].split("\t")
            cells[1] = "9" + cells[1]
            lines[i] = "\t".join(cells)
        self.write("many.txt", "".join(lines))
        status, out, errors = command.run("many.txt", "-o", "x.csv",
                                          cwd=self.folder)
        self.assertEqual((status, out), (0, ""))
        self.assertEqual(errors.count("warning: "), 5, errors)
        self.assertIn("thresh: and 1 more; --check tells all\n", errors)
        _, out, _ = command.run("many.txt", "--check", cwd=self.folder)
        self.assertEqual(len(out.splitlines()), 6)
        _, _, errors = command.run("many.txt", "-v", "-o", "x.csv",
                                   cwd=self.folder)
        self.assertEqual(errors.count("warning: "), 6)

    def test_standard_output(self):
        for args in ("", "-t xlsx", "--explain", "--explain=json", "--help",
                     "--version"):
            for into, reason in ((">/dev/full", "standard output: cannot"),
                                 (">&-", "standard output: cannot")):
                with self.subTest(args=args, into=into):
                    status, _, errors = command.shell(
                        f'"$THRESH" {args} "$SAMPLE" {into}', self.folder)
                    self.assertEqual(status, 1)
                    self.assertIn(reason, errors)
                    self.assertEqual(len(errors.splitlines()), 1, errors)

    def test_a_closed_pipe_is_quiet(self):
        for args in ("-t csv", "-t json", "--explain=json", "--help"):
            with self.subTest(args=args):
                status, out, errors = command.shell(
                    f'{{ sleep 0.3; "$THRESH" {args} "$SAMPLE"; '
                    'echo $? >status; } | true', self.folder)
                self.assertEqual((status, out, errors), (0, "", ""))
                self.assertEqual((self.folder / "status").read_text(),
                                 f"{128 + signal.SIGPIPE}\n")

    def test_other_streams_may_be_closed(self):
        status, _, errors = command.shell(
            '"$THRESH" "$SAMPLE" -o x.csv <&- >&- 2>&-', self.folder)
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(
            len((self.folder / "x.csv").read_text().splitlines()), 625)

    def test_help_and_version(self):
        for args in (["--help"], ["-h"], ["-h", "-x"]):
            status, out, errors = command.run(*args)
            self.assertEqual((status, errors), (0, ""))
            self.assertIn("\nExamples:\n", out)
        status, out, errors = command.run("-V")
        self.assertEqual((status, errors), (0, ""))
        version = re.search(r"project\(thresh\s+VERSION (\S+)",
                            (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(out.splitlines()[0], f"thresh {version}")
        self.assertEqual(len(out.splitlines()), 2)

    def test_settings_and_shapes_go_where_they_belong(self):
        status, _, errors = command.run(
            self.sample, "-o", "x.csv", "-o", "x.md", "-o", "x.json",
            "--set", "indent=0", "--set", "heading=2", "--columns", "raw",
            cwd=self.folder)
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(
            len((self.folder / "x.json").read_text().splitlines()), 1)
        self.assertRegex((self.folder / "x.md").read_text(),
                         "(?m)^## .*Immigration, by")
        self.assertIn(",raw\n", (self.folder / "x.csv").read_text())


if __name__ == "__main__":
    command.main()
