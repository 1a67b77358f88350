#!/usr/bin/python3
"""--stream and --jobs: rows come out while they are read, what comes out is
what a loaded table gives, and what cannot be known on the way is refused or
told.

    check_stream.py --thresh build/thresh
"""

import os
import resource
import select
import subprocess
import threading

import command
from command import SAMPLE, TWO

ROWS = "".join(f"S{i}\t{i % 90}\t{i % 7}\n" for i in range(20000))
TABLE = "Shop\tApples\tPears\n" + ROWS
ALIKE = """Shop\tApples\tPears
North\t1\t2
South\t3\t5

Table 2. Later

Shop\tApples\tPears
North\t10\t2
South\t4\t9
"""


class Stream(command.InFolder):
    def test_the_rows_are_those_of_the_loaded_table(self):
        self.write("long.txt", TABLE)
        for name in (SAMPLE, "long.txt"):
            for shape in ("long", "wide"):
                args = (name, "-t", "csv", "--shape", shape)
                status, loaded, _ = self.thresh(*args)
                self.assertEqual(status, 0)
                status, streamed, errors = self.thresh(*args, "--stream")
                self.assertEqual((status, errors), (0, ""))
                if shape == "long":
                    loaded = loaded.replace(",TRUE\n", ",\n").replace(
                        ",FALSE\n", ",\n")
                self.assertEqual(streamed, loaded)

    def wait_for(self, child, wanted, seen=b""):
        """What comes from a child until `wanted` does, which is while its
        input is still open."""
        while wanted not in seen:
            self.assertTrue(select.select([child.stdout], [], [], 30)[0])
            more = os.read(child.stdout.fileno(), 65536)
            self.assertNotEqual(more, b"")
            seen += more
        return seen

    def test_a_row_comes_out_before_the_input_ends(self):
        # What separates cells, and the encoding, are settled by 256 lines;
        # one letter that may be chance, as here in the last case, by 64 KiB.
        few = "".join(TABLE.splitlines(True)[:400])
        row = b"S398,Pears,"
        for start, row, args in (
                (few, row, ("--encoding", "UTF-8", "-j1")),
                (few, row, ("--encoding", "Windows-1252", "-j2")),
                (few, row, ("-j1",)), (few, row, ("-j2",)),
                (few.replace("Apples", "\xd8l og \xf8l"), row, ("-j1",)),
                (few.replace("S120", "\xe6"), row, ("-j2",)),
                (TABLE.replace("Apples", "L\xe0"), b"S19999,Pears,", ())):
            child = subprocess.Popen(
                [command.THRESH, "--stream", "-t", "csv", *args],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
            feeder = threading.Thread(
                target=lambda c=child, s=start: c.stdin.write(s.encode()))
            feeder.start()
            self.wait_for(child, row)
            feeder.join()
            child.stdin.write(b"last\t5\t6\n")
            seen = self.wait_for(child, b"last,Pears,6")
            child.stdin.close()
            self.assertTrue((seen + child.stdout.read()).endswith(
                b"last,Pears,6,,,\n"))
            child.stdout.close()
            self.assertEqual(child.wait(), 0)

    def test_fifos(self):
        os.mkfifo(self.folder / "in")
        os.mkfifo(self.folder / "out")
        self.write("long.txt", TABLE)
        status, out, errors = command.shell(
            'cat long.txt > in & "$THRESH" --stream in -t csv -o out & '
            'cat out; wait', self.folder)
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(out, self.thresh("--stream", "long.txt")[1])

    def test_the_bytes_do_not_depend_on_jobs(self):
        self.write("long.txt", TABLE)
        for to in ("csv", "ndjson", "json", "markdown"):
            for stream in (("--stream",), ()):
                if stream and to in ("json", "markdown"):
                    continue
                first, second = (
                    self.thresh("long.txt", "-t", to, jobs, *stream)
                    for jobs in ("-j1", "-j2"))
                self.assertEqual(first[0], 0, first[2])
                self.assertEqual(first, second)

    def test_memory_does_not_grow(self):
        # Of the largest child so far; what is written here is not held, since
        # a child starts as large as its parent.
        used = []
        for times in (1, 40):
            with open(self.folder / "long.txt", "w") as out:
                out.write("Shop\tApples\tPears\n")
                for _ in range(times):
                    out.write(ROWS)
            status, _, _ = self.thresh("--stream", "long.txt", "-o", "x.csv")
            self.assertEqual(status, 0)
            used.append(
                resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        self.assertLess(used[1] - used[0], 2048)  # KiB

    def test_a_bound_on_memory(self):
        self.write("long.txt", TABLE)
        self.write("wide.txt", "Shop\tApples\n" + ("x" * 5000 + "\t1\n") * 300)
        for size in ("1000000", "900K", "1M"):
            status, out, errors = self.thresh("--max-memory", size, "-t",
                                              "csv", "long.txt")
            self.assertEqual((status, out), (1, ""))
            self.assertRegex(errors, r"^thresh: long\.txt:\d{3,}:1: .*"
                             r"raise max_memory \(--max-memory\), or .*"
                             r"\(--stream\)\n$")
        enough = self.thresh("--max-memory", "20M", "-t", "csv", "long.txt")
        self.assertEqual(enough, self.thresh("-t", "csv", "long.txt"))
        self.assertEqual(enough[0], 0, enough[2])
        streamed = self.thresh("--max-memory", "1M", "--stream", "long.txt")
        self.assertEqual(streamed, self.thresh("--stream", "long.txt"))
        self.assertEqual(streamed[0], 0, streamed[2])
        status, out, errors = self.thresh("--max-memory", "100K", "wide.txt",
                                          "--stream")
        self.assertEqual((status, out), (1, ""))
        self.assertRegex(errors, r"^thresh: wide\.txt:\d+:1: .*the lines .*"
                         r"--max-memory")

    def test_what_needs_all_rows_is_refused(self):
        for args, message in (
                (("-t", "xlsx"), "choose one of csv, ndjson"),
                (("-t", "markdown"), "choose one of csv, ndjson"),
                (("-o", "x.json"), "choose one of csv, ndjson"),
                (("-o", "x.csv", "-o", "y.csv"), "one output"),
                (("--check",), "--check needs all rows"),
                (("--explain",), "--explain needs all rows"),
                (("--no-totals",), "leave --stream out"),
                (("--columns", "raw,parent"), "'parent' needs the sums"),
                (("--columns", "level"), "'level' needs the sums"),
                (("--columns", "implied,raw"), "'implied' needs the sums")):
            with self.subTest(args=args):
                status, out, errors = self.thresh("--stream", SAMPLE, *args)
                self.assertEqual((status, out), (2, ""))
                self.assertIn(message, errors)
        self.assertEqual(os.listdir(self.folder), [])

    def test_several_tables(self):
        self.write("other.txt", TWO)
        self.write("alike.txt", ALIKE)
        self.write("x.csv", "old")
        status, out, errors = self.thresh("--stream", "other.txt", "-o",
                                          "x.csv")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("table 2 has other dimensions", errors)
        self.assertIn("leave --stream out", errors)
        self.assertEqual((self.folder / "x.csv").read_text(), "old")
        status, out, errors = self.thresh("--stream", "-v", "--table", "2",
                                          "other.txt")
        self.assertEqual((status, len(out.splitlines())), (0, 5))
        self.assertIn("1 table, 2 rows, 4 observations", errors)
        self.assertIn("is_total is empty", errors)
        status, _, errors = self.thresh("--stream", "--table", "3",
                                        "other.txt")
        self.assertEqual(status, 3)
        self.assertIn("there is no table 3", errors)
        status, out, errors = self.thresh("--stream", "alike.txt")
        self.assertEqual((status, len(out.splitlines())), (0, 9))
        self.assertIn("add --columns table", errors)
        status, out, errors = self.thresh("--stream", "--columns", "table",
                                          "alike.txt")
        self.assertEqual((status, errors), (0, ""))
        self.assertTrue(out.endswith("2,South,Pears,9,,,\n"))

    def test_what_comes_too_late_is_a_warning_with_its_line(self):
        rows = ROWS[:6000]
        last = 2 + rows.count("\n")
        for line, message in (
                ("odd\t1\thello\n", f"late.txt:{last}:7: "),
                ("odd\t1.234,5\t2\n", f"late.txt:{last}:5: "),
                ("odd\t1\t2\t3\n", f"late.txt:{last}:9: "),
                ("odd\t:\t2\n\n: not applicable\n", f"late.txt:{last + 2}:1")):
            with self.subTest(line=line):
                self.write("late.txt", "Shop\tApples\tPears\n" + rows + line)
                status, out, errors = self.thresh("--stream", "late.txt")
                self.assertEqual(status, 0)
                self.assertIn(message, errors)
                self.write("x.csv", "old")
                status, _, errors = self.thresh("--stream", "--strict",
                                                "late.txt", "-o", "x.csv")
                self.assertEqual(status, 4)
                self.assertIn("x.csv: not written", errors)
                self.assertEqual((self.folder / "x.csv").read_text(), "old")
                status, _, errors = self.thresh("--stream", "--strict",
                                                "late.txt")
                self.assertEqual(status, 4)
                self.assertIn("is not to be used", errors)


if __name__ == "__main__":
    command.main()
