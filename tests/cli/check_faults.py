#!/usr/bin/python3
"""Outputs are complete or absent, whatever fails: memory, the system, a limit,
a signal.

    check_faults.py --thresh build/thresh --faults build/libfaults.so
"""

import argparse
import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import command

FORMATS = ("csv", "json", "md", "xlsx")
TABLE = """Table 1. Sales, by shop. 2001

Shop\tApples\tPears 1)\tAll
North\t1\t2\t3
South\t3\t-\t3
All shops\t4\t2\t6

1) Also quinces.
"""
OLD = b"old"
POINTS = 40  # in memory that are tried, for each format

FAULTS = None


def spread(last, count):
    """At most `count` of the numbers 1 to `last`."""
    return sorted({1 + i * last // count for i in range(count)}) if last else []


class Faults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.table = self.folder / "in.txt"
        self.table.write_text(TABLE)
        self.out = self.folder / "out"
        self.out.mkdir()
        self.gold = {}
        for suffix in FORMATS:
            path = self.folder / f"gold.{suffix}"
            status, _, errors = command.run(self.table, "-o", path)
            self.assertEqual((status, errors), (0, ""))
            self.gold[suffix] = path.read_bytes()

    def start(self, suffix, old, preload=True, **faults):
        """Start thresh on an empty folder, or one with an old output."""
        for path in self.out.iterdir():
            path.unlink()
        self.path = self.out / f"out.{suffix}"
        if old:
            self.path.write_bytes(OLD)
        env = {key: value for key, value in os.environ.items()
               if not key.startswith("FAULT_")}
        limits = faults.pop("limits", None)
        env.update((f"FAULT_{key.upper()}", str(value))
                   for key, value in faults.items())
        if preload:
            env["LD_PRELOAD"] = FAULTS
        return subprocess.Popen(
            [command.THRESH, self.table, "-o", self.path], env=env,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, preexec_fn=limits)

    def ends_well(self, suffix, old=False, signals=(), last=False, **faults):
        """Complete with status 0, or else a message and nothing changed; in
        any case not a file more. Returns the status."""
        process = self.start(suffix, old, **faults)
        errors = process.communicate(timeout=command.LIMIT)[1]
        status = process.returncode
        self.is_clean(suffix, old, status, last)
        if status not in signals:
            self.assertIn(status, (0, 1, 3), errors)
            self.assertEqual(errors == b"", status == 0, errors)
        return status

    def is_clean(self, suffix, old, status, last=False):
        """What is in the folder fits the status. With `last`, the output may
        be there all the same: what failed came after it."""
        left = {path.name: path.read_bytes() for path in self.out.iterdir()}
        if old and status == -signal.SIGKILL:
            # A file that takes the place of another has a name of its own
            # for a moment, all of it written.
            left = {name: text for name, text in left.items()
                    if not (name.startswith(f".{self.path.name}.")
                            and text == self.gold[suffix])}
        whole = {self.path.name: self.gold[suffix]}
        before = {self.path.name: OLD} if old else {}
        state = ("whole" if left == whole else "before" if left == before
                 else f"{sorted(left)}, not whole")
        self.assertIn(state, ["whole"] if status == 0 else ["before", "whole"]
                      if status < 0 or last else ["before"])

    def count(self, suffix, call):
        """How many calls there are: the first that no longer fails, found by
        halving."""
        low, high = 1, 1 << 16
        while low < high:
            middle = (low + high) // 2
            process = self.start(suffix, False, call=call, at=middle,
                                 signal=int(signal.SIGKILL), all=1)
            process.communicate(timeout=command.LIMIT)
            # A process of its own may die of it: the whole then fails.
            if process.returncode == 0:
                high = middle
            else:
                low = middle + 1
        return low - 1

    def test_memory(self):
        for suffix in FORMATS:
            last = self.count(suffix, "malloc")
            self.assertGreater(last, 100)
            for i, at in enumerate(spread(last, POINTS)):
                for more in ({}, {"all": 1}):
                    with self.subTest(suffix=suffix, at=at, **more):
                        self.ends_well(suffix, i % 2 == 1, call="malloc",
                                       at=at, **more)

    def test_system(self):
        """The second fsync() is that of the folder."""
        for suffix in FORMATS:
            for call in ("open", "write", "pread", "fsync", "close", "rename",
                         "linkat", "pipe2", "clone"):
                for at in range(1, 9):
                    for old in (False, True):
                        with self.subTest(suffix=suffix, call=call, at=at,
                                          old=old):
                            self.ends_well(suffix, old, call=call, at=at,
                                           last=(call, at) == ("fsync", 2))
            for call in ("read", "fstat", "fchmod", "dup2", "fork", "mmap",
                         "pthread_create"):
                for at in range(1, 4):
                    with self.subTest(suffix=suffix, call=call, at=at):
                        self.ends_well(suffix, at % 2 == 1, call=call, at=at)

    def test_a_call_that_a_signal_interrupts(self):
        """It is made again. No signal has a handler where workbooks are made,
        so that none interrupts there."""
        for suffix in FORMATS:
            for call in ("open", "read", "write", "pread", "close", "waitpid"):
                for at in range(1, 5):
                    if call in ("open", "write") and suffix == "xlsx":
                        continue
                    with self.subTest(suffix=suffix, call=call, at=at):
                        self.assertEqual(
                            self.ends_well(suffix, call=call, at=at,
                                           errno=int(errno.EINTR)), 0)

    def test_a_call_that_must_not_fail(self):
        for call in ("fsync", "write"):
            for suffix in ("csv", "json", "md"):
                self.assertEqual(self.ends_well(suffix, call=call, at=1), 1)
        for call in ("fsync", "pipe2", "clone"):
            self.assertEqual(self.ends_well("xlsx", call=call, at=1), 1)

    def test_other_errors(self):
        """Not every file system can sync a folder, which is no failure; no
        memory for a process, and no child to wait for, may be."""
        for number in (errno.EINVAL, errno.ENOTSUP, errno.EROFS, errno.EBADF):
            self.assertEqual(
                self.ends_well("csv", call="fsync", at=2, errno=int(number)),
                0)
        self.assertEqual(
            self.ends_well("xlsx", call="fork", at=1,
                           errno=int(errno.ENOMEM)), 1)
        for at in range(1, 4):
            self.ends_well("xlsx", call="waitpid", at=at,
                           errno=int(errno.ECHILD))

    def test_through_a_link(self):
        """The file that a link leads to is replaced, and the link stays, or
        nothing is changed: also where the link, or its target, cannot be
        looked at."""
        for call in (None, "readlink", "access"):
            with self.subTest(call=call):
                target = self.folder / "target.csv"
                target.write_bytes(OLD)
                link = self.folder / "link.csv"
                link.unlink(missing_ok=True)
                link.symlink_to("target.csv")
                env = dict(os.environ, LD_PRELOAD=FAULTS)
                if call is not None:
                    env.update(FAULT_CALL=call, FAULT_AT="1")
                done = subprocess.run(
                    [command.THRESH, self.table, "-o", link], env=env,
                    stdin=subprocess.DEVNULL, capture_output=True,
                    timeout=command.LIMIT, check=False)
                self.assertEqual(done.returncode, 0 if call is None else 1)
                self.assertEqual(done.stderr == b"", call is None)
                self.assertTrue(link.is_symlink())
                self.assertEqual(target.read_bytes(), self.gold["csv"]
                                 if call is None else OLD)

    def test_several_outputs_with_names(self):
        """Each has a temporary file of its own, and no name stays behind."""
        paths = [self.out / f"out.{suffix}" for suffix in FORMATS]
        for path in paths:
            path.write_bytes(OLD)
        env = dict(os.environ, LD_PRELOAD=FAULTS, FAULT_ALSO="nameless")
        words = [word for path in paths for word in ("-o", path)]
        done = subprocess.run(
            [command.THRESH, self.table, *words], env=env,
            stdin=subprocess.DEVNULL, capture_output=True,
            timeout=command.LIMIT, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual({path.suffix[1:]: path.read_bytes()
                          for path in self.out.iterdir()}, self.gold)

    def test_no_nameless_files(self):
        """Nor where such a file must not get a name."""
        for suffix in FORMATS:
            for old in (False, True):
                for call in ("nameless", "linkat"):
                    with self.subTest(suffix=suffix, call=call, old=old):
                        self.assertEqual(
                            self.ends_well(suffix, old, call=call, at=1,
                                           all=1), 0)

    def test_what_fails_behind_another_fault(self):
        """Where there are no files without names, or none may get one, what
        takes their place fails as well, or a signal interrupts it."""
        for also in ("nameless", "linkat"):
            for call in ("open", "write", "pread", "fsync", "close", "rename"):
                for at in range(1, 5):
                    for old in (False, True):
                        for more in ({}, {"errno": int(errno.EINTR)}):
                            if call in ("fsync", "rename") and more:
                                continue
                            with self.subTest(also=also, call=call, at=at,
                                              old=old, **more):
                                status = self.ends_well(
                                    "csv", old, call=call, at=at, also=also,
                                    last=call == "fsync", **more)
                                if more:
                                    self.assertEqual(status, 0)

    def test_long_name(self):
        """The name of the temporary file is cut, between characters."""
        for name in ("o" * 251, "o" + "\u00f8" * 125):
            for old in (False, True):
                with self.subTest(name=name, old=old):
                    path = self.out / f"{name}.csv"
                    if old:
                        path.write_bytes(OLD)
                    self.assertEqual(
                        command.run(self.table, "-o", path), (0, "", ""))
                    self.assertEqual(path.read_bytes(), self.gold["csv"])
                    path.unlink()
                    self.assertEqual(list(self.out.iterdir()), [])

    def test_interrupted(self):
        """At the moment when all is written but nothing is in its place."""
        for suffix in FORMATS:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP,
                           signal.SIGKILL):
                with self.subTest(suffix=suffix, number=number):
                    self.assertEqual(
                        self.ends_well(suffix, True, [-number], call="fsync",
                                       at=1, signal=int(number)), -number)

    def test_interrupted_with_a_name(self):
        """Here a file with a name is removed by the handler, the moment it
        has one."""
        for call in ("rename", "linkat"):
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                for late in ({}, {"late": 1}):
                    with self.subTest(call=call, number=number, **late):
                        self.assertEqual(
                            self.ends_well("csv", True, [-number], call=call,
                                           at=1, signal=int(number), **late),
                            -number)

    def test_killed_at_any_time(self):
        for suffix in FORMATS:
            for number in (signal.SIGTERM, signal.SIGKILL):
                for i in range(8):
                    with self.subTest(suffix=suffix, number=number, i=i):
                        process = self.start(suffix, True, preload=False)
                        time.sleep(0.002 * i)
                        process.send_signal(number)
                        process.communicate(timeout=command.LIMIT)
                        self.assertIn(process.returncode, (0, -number))
                        self.is_clean(suffix, True, process.returncode)

    def test_size_limit(self):
        for suffix in FORMATS:
            size = len(self.gold[suffix])
            for limit in spread(size - 1, 8):
                with self.subTest(suffix=suffix, limit=limit):
                    status = self.ends_well(
                        suffix, limit % 2 == 1, preload=False,
                        limits=lambda: resource.setrlimit(
                            resource.RLIMIT_FSIZE, (limit, limit)))
                    self.assertEqual(status, 1)

    def test_few_files(self):
        for suffix in FORMATS:
            for limit in range(5, 14):
                with self.subTest(suffix=suffix, limit=limit):
                    self.ends_well(
                        suffix, preload=False,
                        limits=lambda: resource.setrlimit(
                            resource.RLIMIT_NOFILE, (limit, limit)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--faults", required=True)
    options, sys.argv[1:] = parser.parse_known_args()
    FAULTS = os.path.abspath(options.faults)
    command.main()
