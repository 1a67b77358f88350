#!/usr/bin/python3
"""Run the cases: folders with a command, its inputs, and what must come out.

    run_cases.py --thresh build/thresh                    every case
    run_cases.py --thresh build/thresh layout sample/csv  an area, a case
    run_cases.py --thresh build/thresh --record sample/csv
    run_cases.py --thresh build/thresh --under 'valgrind -q' \
        --again build/run_again                           ... under valgrind

tests/README.md tells what a case is. Standard library only.
"""

import argparse
import difflib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
UNZIP = HERE / "unzip_xlsx.py"

# What a case may inherit: nothing that could change an output, but what the
# sanitizers and the coverage of a build need.
INHERITED = ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
             "LSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX",
             "GCOV_PREFIX_STRIP")


class Result:
    """What one run of a case left behind, as {name of expectation: bytes}."""

    def __init__(self):
        self.files = {}
        self.problems = []


def find_cases(wanted):
    """The case folders that the arguments name: all of them for none."""
    everything = sorted(path.parent for path in CASES.glob("*/*/cmd"))
    if not wanted:
        return everything
    found = []
    for name in wanted:
        name = name.strip("/")
        hits = [case for case in everything
                if name in (case_name(case), case.parent.name)]
        if not hits:
            sys.exit(f"run_cases.py: there is no case or area {name!r} "
                     f"in {CASES}")
        found += [case for case in hits if case not in found]
    return found


def case_name(case):
    return f"{case.parent.name}/{case.name}"


def is_expectation(path):
    return path.name.startswith("expect.")


def expectation_name(path):
    """The name of the file that holds what output file `path` must be."""
    text = path.as_posix().replace("/", "--")
    if text.startswith("out."):
        text = text[len("out."):]
    return f"expect.{text}.txt" if path.suffix == ".xlsx" \
        else f"expect.{text}"


def make_command(folder, thresh, under):
    """Put a `thresh` into `folder` that runs the built one."""
    folder.mkdir()
    script = folder / "thresh"
    words = " ".join([shlex.quote(word) for word in shlex.split(under)]
                     + [shlex.quote(str(thresh))])
    script.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    script.chmod(0o755)


def environment(top):
    env = {name: os.environ[name] for name in INHERITED
           if name in os.environ}
    tmp = top / "tmp"
    tmp.mkdir()
    env.update(PATH=f"{top / 'bin'}:/usr/bin:/bin", LC_ALL="C", TZ="UTC",
               HOME=str(top), TMPDIR=str(tmp))
    return env


def snapshot(folder):
    """Everything below `folder`: {relative path: bytes, None for a folder}."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        found[name] = None if path.is_dir() and not path.is_symlink() \
            else path.read_bytes()
    return found


def unzipped(path):
    """A workbook as text, so that a difference can be read; None if it is
    none."""
    done = subprocess.run([sys.executable, str(UNZIP), str(path)],
                          capture_output=True, check=False)
    if done.returncode != 0:
        return None
    return done.stdout


def run_shell(line, work, env, timeout):
    """The command in its folder: status, stdout, stderr. A command that hangs
    is ended with all that it started."""
    with subprocess.Popen(["sh", "-c", line], cwd=work, env=env,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE,
                          start_new_session=True) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, b"", b""
    return process.returncode, out, err


class Again:
    """One process that runs thresh again and again: see run_again.c."""

    STRANGE = 99  # how valgrind ends what it found wrong

    def __init__(self, program, under):
        self.process = subprocess.Popen(
            [*shlex.split(under), str(program)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)

    @staticmethod
    def words(line):
        """The words of a command that needs no shell, else None."""
        lines = [one for one in line.splitlines()
                 if one and not one.startswith("#")]
        if len(lines) != 1 or re.search(r"[|<>;&$`*?~(\\]", lines[0]):
            return None
        words = shlex.split(lines[0])
        return words if words[0] == "thresh" else None

    def run(self, words, work, env, top):
        """Like run_shell(). None where it has to be run by itself, to see
        what valgrind says."""
        out, err = top / "out", top / "err"
        request = [str(work), str(out), str(err),
                   *(f"{name}={value}" for name, value in env.items()), "",
                   *words, ""]
        self.process.stdin.write("\0".join([*request, ""]).encode())
        self.process.stdin.flush()
        status = int(self.process.stdout.readline())
        if status == self.STRANGE:
            return None
        return status, out.read_bytes(), err.read_bytes()

    def close(self):
        """Whether it came to a good end."""
        self.process.stdin.close()
        return self.process.wait() == 0


def run_line(line, work, env, top, again, timeout):
    words = again and Again.words(line)
    done = words and again.run(words, work, env, top)
    return done or run_shell(line, work, env, timeout)


def run_case(case, thresh, under, timeout, again=None):
    """Run one case in a fresh copy of its folder."""
    result = Result()
    with tempfile.TemporaryDirectory(prefix="thresh-case-") as name:
        top = Path(name)
        work = top / "work"
        shutil.copytree(case, work)
        for path in list(work.iterdir()):
            if is_expectation(path) or path.name == "cmd":
                path.unlink()
        make_command(top / "bin", thresh, under)
        before = snapshot(work)
        status, out, err = run_line((case / "cmd").read_text(), work,
                                    environment(top), top, again, timeout)
        if status is None:
            result.problems.append(f"still running after {timeout} seconds")
            return result
        if out:
            result.files["expect.out"] = out
        if err:
            result.files["expect.err"] = err
        if status != 0:
            result.files["expect.status"] = b"%d\n" % status
        compare_folders(before, snapshot(work), work, result)
        litter = sorted(path.name for path in (top / "tmp").iterdir())
        if litter:
            result.problems.append(f"left in TMPDIR: {', '.join(litter)}")
    return result


def compare_folders(before, after, work, result):
    """Sort out what the command made, and what it must not have touched."""
    for path, content in before.items():
        if path not in after:
            result.problems.append(f"{path} is gone")
        elif after[path] != content:
            result.problems.append(f"{path} was changed")
    for path, content in after.items():
        if path in before or content is None:
            continue
        if path.suffix == ".xlsx":
            content = unzipped(work / path)
            if content is None:
                result.problems.append(f"{path} is not a workbook")
                continue
        result.files[expectation_name(path)] = content


def text_of(content):
    return content.decode("utf-8", "backslashreplace").splitlines(True)


def difference(name, expected, actual):
    """A unified diff as text, whatever the bytes are."""
    lines = difflib.unified_diff(text_of(expected), text_of(actual),
                                 f"{name} (expected)", f"{name} (actual)")
    text = "".join(line if line.endswith("\n")
                   else line + "\n\\ no line end\n" for line in lines)
    return text or f"{name}: the bytes differ, the text does not\n"


def expectations(case):
    return {path.name: path.read_bytes() for path in case.iterdir()
            if is_expectation(path)}


def judge(case, result):
    """What is wrong with the result, as texts; none if all is right."""
    complaints = [f"{problem}\n" for problem in result.problems]
    expected = expectations(case)
    for name in sorted(set(expected) | set(result.files)):
        if name not in expected and name in ("expect.out", "expect.err",
                                             "expect.status"):
            expected[name] = b"0\n" if name == "expect.status" else b""
        if name not in expected:
            complaints.append(f"{name}: this was made, and nothing says "
                              "what it must be\n")
        elif name not in result.files:
            complaints.append(f"{name}: expected, but it was not made\n")
        elif expected[name] != result.files[name]:
            complaints.append(difference(name, expected[name],
                                         result.files[name]))
    return complaints


def record(case, result):
    """Keep what came out as what is expected. Returns what cannot be."""
    if result.problems:
        return [f"{problem}\n" for problem in result.problems]
    for name in expectations(case):
        if name not in result.files:
            (case / name).unlink()
    for name, content in result.files.items():
        (case / name).write_bytes(content)
    return []


def self_test():
    """Check that this runner can fail: a stand-in command, and cases that
    are right and wrong in every way."""
    global CASES
    writes = "printf 'a\\n1\\n' >out.csv"
    wrong_ways = {
        "right": (writes, {"csv": b"a\n1\n"}, 0),
        "wrong-content": (writes, {"csv": b"a\n2\n"}, 1),
        "leftover-file": (writes + "; echo >more.txt", {"csv": b"a\n1\n"}, 1),
        "leftover-in-a-folder": ("mkdir d; echo >d/e", {}, 1),
        "never-made": (":", {"csv": b"a\n1\n"}, 1),
        "out-not-expected": ("echo hello", {}, 1),
        "out-expected": ("echo hello", {"out": b"hello\n"}, 0),
        "out-not-printed": (":", {"out": b"hello\n"}, 1),
        "err-not-expected": ("echo hello >&2", {}, 1),
        "wrong-status": ("exit 3", {}, 1),
        "status-not-reached": (":", {"status": b"3\n"}, 1),
        "right-status": ("exit 3", {"status": b"3\n"}, 0),
        "input-changed": ("echo more >>input.txt", {}, 1),
        "input-removed": ("rm input.txt", {}, 1),
        "line-end-differs": ("printf hello", {"out": b"hello\n"}, 1),
        "locale-set": ('echo "$LC_ALL $TZ"', {"out": b"C UTC\n"}, 0),
        "too-slow": ("sleep 60", {}, 1),
        "litter": ('echo >"$TMPDIR/x"', {}, 1),
        "not-a-workbook": ("echo >out.xlsx", {}, 1),
    }
    failures = 0
    with tempfile.TemporaryDirectory(prefix="thresh-case-") as name:
        CASES = Path(name) / "cases"
        thresh = Path(name) / "stand-in"
        thresh.write_text('#!/bin/sh\neval "$1"\n')
        thresh.chmod(0o755)
        for way, (script, expected, status) in wrong_ways.items():
            case = CASES / "self" / way
            case.mkdir(parents=True)
            (case / "input.txt").write_text("input\n")
            (case / "cmd").write_text(f"thresh {shlex.quote(script)}\n")
            for suffix, content in expected.items():
                (case / f"expect.{suffix}").write_bytes(content)
            result = run_case(case, thresh, "", 1)
            complaints = judge(case, result)
            if bool(complaints) != bool(status):
                failures += 1
                print(f"self-test {way}: {complaints or 'not noticed'}")
            if way == "wrong-content":
                record(case, result)
                if judge(case, run_case(case, thresh, "", 1)):
                    failures += 1
                    print("self-test: what was recorded is not right")
    print(f"self-test: {len(wrong_ways)} ways, {failures} went wrong")
    return 1 if failures else 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", nargs="*", metavar="AREA[/NAME]")
    parser.add_argument("--thresh", type=Path, help="the built command")
    parser.add_argument("--record", action="store_true",
                        help="keep what comes out; then read git diff")
    parser.add_argument("--under", default="", metavar="COMMAND",
                        help="run thresh under this, such as "
                        "'valgrind -q --error-exitcode=99'")
    parser.add_argument("--again", type=Path, metavar="PROGRAM",
                        help="run most of them in one process: run_again.c")
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    if not args.self_test:
        if args.thresh is None:
            parser.error("--thresh is needed")
        args.thresh = args.thresh.resolve()
        if not os.access(args.thresh, os.X_OK):
            parser.error(f"{args.thresh} is not a program")
    return args


def main():
    args = parse()
    if args.self_test:
        return self_test()
    failed = 0
    cases = find_cases(args.cases)
    again = args.again and Again(args.again.resolve(), args.under)
    for case in cases:
        result = run_case(case, args.thresh, args.under, args.timeout, again)
        complaints = record(case, result) if args.record \
            else judge(case, result)
        if complaints:
            failed += 1
            print(f"FAILED {case_name(case)}: "
                  f"{(case / 'cmd').read_text().strip()}")
            print("".join(complaints))
    if again and not again.close():
        failed += 1
        print("FAILED: what ran the cases came to no good end")
    print(f"{len(cases)} cases {'recorded' if args.record else 'run'}, "
          f"{failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
