"""Running thresh for the checks of this folder: plainly, in a folder of its
own, and on a terminal.

Standard library only.
"""

import argparse
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/immigration-2007.txt"
LIMIT = 120  # seconds
TWO = """Table 1. Sales, by shop. 2001

Shop\tApples\tPears
North\t1\t2
South\t3\t-

Table 2. Staff, by sex. 2003

Sex\tFull time\tPart time
Men\t10\t2
Women\t4\t..
"""

THRESH = None


class InFolder(unittest.TestCase):
    """Tests in a folder of their own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes)
                         else content.encode())
        return path

    def thresh(self, *args, **options):
        return run(*args, cwd=self.folder, **options)


def run(*args, **options):
    """Run thresh. Returns (status, stdout, stderr)."""
    done = subprocess.run([THRESH, *map(str, args)], capture_output=True,
                          timeout=LIMIT,
                          **{"stdin": subprocess.DEVNULL, **options})
    return (done.returncode, done.stdout.decode(errors="replace"),
            done.stderr.decode(errors="replace"))


def shell(script, cwd):
    """Run a line of shell in which $THRESH is thresh."""
    done = subprocess.run(["sh", "-c", script], capture_output=True,
                          timeout=LIMIT, cwd=cwd, text=True,
                          stdin=subprocess.DEVNULL,
                          env={**os.environ, "THRESH": THRESH,
                               "SAMPLE": str(SAMPLE)})
    return done.returncode, done.stdout, done.stderr


def read_all(terminal, typed, wanted):
    """What comes from a terminal until its end or, if given, until `wanted`
    was seen. `typed` is sent first."""
    if typed:
        os.write(terminal, typed.encode())
    seen, end = b"", time.monotonic() + LIMIT
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # how Linux tells that the other side has closed
            more = b""
        seen += more
        if not more or (wanted and wanted in seen.decode(errors="replace")):
            break
    return seen.decode(errors="replace").replace("\r\n", "\n")


def on_terminal(command, width=80, env=None, typed="", wanted=None):
    """Run a command whose three streams are a terminal. Returns (status, what
    the terminal got); the status is None if it was ended by `wanted`."""
    child, terminal = pty.fork()
    if child == 0:
        try:
            size = struct.pack("HHHH", 24, width, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            keep = {key: value for key, value in os.environ.items()
                    if key not in ("NO_COLOR", "COLUMNS")}
            os.execvpe(command[0], [str(part) for part in command],
                       {**keep, "TERM": "xterm", **(env or {})})
        finally:
            os._exit(127)
    seen = read_all(terminal, typed, wanted)
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return (None if wanted else status), seen


def main():
    global THRESH
    parser = argparse.ArgumentParser()
    parser.add_argument("--thresh", required=True)
    options, rest = parser.parse_known_args()
    THRESH = os.path.abspath(options.thresh)
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])
