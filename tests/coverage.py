#!/usr/bin/env python3
"""What the tests have run of src/, as gcov counted it.

    coverage.py BUILD            lines and branches of each folder, and the
                                 files with the most branches never taken
    coverage.py BUILD aligned/row   lines of these files with such branches
    coverage.py BUILD --least 95 fails below 95 % of the branches

BUILD is a build tree of the preset `coverage` whose tests have run.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


class File:
    """Of one source file: how often each line ran, and what its branches did
    in each function that holds the line."""

    def __init__(self):
        self.lines = collections.Counter()
        self.branches = {}

    def add(self, line):
        number = line["line_number"]
        self.lines[number] += line["count"]
        for i, branch in enumerate(line["branches"]):
            # The tests have the command under another name.
            name = line.get("function_name", "").replace("thresh_main", "main")
            key = (number, name, i)
            self.branches[key] = self.branches.get(key, 0) + branch["count"]

    def missed(self):
        """The lines with branches never taken: which, of how many."""
        found = collections.defaultdict(list)
        for (number, _, _), count in sorted(self.branches.items()):
            found[number].append(count)
        return {n: counts for n, counts in found.items() if 0 in counts}


def gcov(notes):
    """What gcov says of one object, whose tests may never have run."""
    done = subprocess.run(
        ["gcov", "--branch-probabilities", "--json-format", "--stdout", notes],
        check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def measure(build):
    """Every file of src/ that is in the build tree, by its path: the command
    is there once more, for tests of what is in it. A build leaves the notes of
    files that are there no longer."""
    build = pathlib.Path(build).resolve()
    notes = sorted([*(build / "src").rglob("*.gcno"),
                    *(build / "tests").rglob("thresh_command.dir/**/*.gcno")])
    if not notes:
        sys.exit(f"{build} holds nothing of gcov: "
                 "cmake --workflow --preset coverage")
    files = collections.defaultdict(File)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for reports in pool.map(gcov, notes):
            for report in reports:
                for file in report["files"]:
                    path = pathlib.Path(report["current_working_directory"],
                                        file["file"]).resolve()
                    if path.is_relative_to(SRC) and path.is_file():
                        for line in file["lines"]:
                            files[str(path.relative_to(SRC))].add(line)
    return files


def count(files):
    """Lines, those that ran, branches, those that were taken."""
    lines = [n for file in files for n in file.lines.values()]
    branches = [n for file in files for n in file.branches.values()]
    return (len(lines), sum(n > 0 for n in lines),
            len(branches), sum(n > 0 for n in branches))


def share(part, whole):
    return 100 * part / whole if whole else 100.0


def row(name, files):
    lines, ran, branches, taken = count(files)
    print(f"{name:24}{ran:8} /{lines:6}{share(ran, lines):7.1f} %"
          f"{taken:8} /{branches:6}{share(taken, branches):7.1f} %")


def summary(files, worst):
    print(f"{'':24}{'lines':>24}{'branches':>25}")
    folders = collections.defaultdict(list)
    for path, file in files.items():
        folders[path.split("/")[0]].append(file)
    for name, held in sorted(folders.items()):
        row(name, held)
    row("all", files.values())
    print("\nMost branches never taken")

    def never(path):
        _, _, branches, taken = count([files[path]])
        return branches - taken
    for path in sorted(files, key=never, reverse=True)[:worst]:
        row(path, [files[path]])


def show(path, file):
    """The lines of a file with branches never taken, how often each was."""
    source = (SRC / path).read_text().splitlines()
    for number, counts in sorted(file.missed().items()):
        print(f"{path}:{number}: [{' '.join(map(str, counts))}] "
              f"{source[number - 1].strip()}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0],
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("file", nargs="*", help="such as aligned/row, or grid/")
    parser.add_argument("--least", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--worst", type=int, default=20, metavar="FILES")
    args = parser.parse_args()
    files = measure(args.build)
    for path in sorted(files):
        if path.startswith(tuple(args.file)):
            show(path, files[path])
    if not args.file:
        summary(files, args.worst)
    _, _, branches, taken = count(files.values())
    if share(taken, branches) < args.least:
        sys.exit(f"less than {args.least:g} % of the branches")


if __name__ == "__main__":
    main()
