#!/usr/bin/python3
"""Measure thresh beside other tools on the same work, and print tables.

    tests/bench/compare.py --thresh THRESH --bin FOLDER [--size MB] [--runs N]

`run.sh` builds and installs what this needs, and calls it. First every tool
does a tenth of the work. That shows whether its output is what the generator
says, and foretells how long the whole will take, and how much memory: a tool
that needs more than there is is left out, one that is slow gets fewer runs.
Then all tools run in turn, once each, as often as there are runs, so that
whatever else the machine does hits all of them.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import jobs

HERE = Path(__file__).resolve().parent
MB = 10 ** 6
TRIAL = 10  # the trial does this part of the work
XLSX_ROWS = 1_000_000  # as many as fit, or 10,000 for each MB
GROWS = 10  # from size / 10 to size to size * 10
OUTPUT_PER_INPUT = 7.5  # bytes of CSV for a byte of pages


class Tool:
    """One job: what it did so far."""

    def __init__(self, name, command, why=""):
        self.name, self.command, self.failure = name, command, why
        self.runs, self.wanted, self.agrees = [], 0, ""

    def median(self, what):
        return statistics.median(run[what] for run in self.runs)


class Bench:
    """Where things are, and how long there is."""

    def __init__(self, options):
        self.options = options
        self.places = {"thresh": Path(options.thresh).resolve(),
                       "bin": Path(options.bin).resolve(),
                       "peers": HERE / "peers"}
        self.start = time.monotonic()
        self.environment = {
            **os.environ, "LC_ALL": "C.UTF-8",
            "NODE_PATH": str(self.places["bin"] / "node_modules")}
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(
            prefix="thresh-bench-", dir=memory if memory.is_dir() else None))

    def late(self):
        minutes = (time.monotonic() - self.start) / 60
        return minutes > self.options.minutes

    def say(self, text):
        minutes, seconds = divmod(int(time.monotonic() - self.start), 60)
        print(f"{minutes:3}:{seconds:02} {text}", file=sys.stderr, flush=True)

    def shell(self, command, **names):
        command = command.format(**self.places, **names)
        return subprocess.run(command, shell=True, env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, text=True)

    def generate(self, kind, amount, suffix):
        """A table, and the hash of what it says."""
        table, truth = self.folder / f"{kind}{suffix}", self.folder / "truth"
        wanted = "{truth}" if kind != "cells" else ""
        self.shell("{bin}/generate " + f"{kind} {amount} {wanted} > {table}",
                   truth=truth)
        if not wanted:
            return table, None
        said = self.digest(truth)
        truth.unlink()
        return table, said

    def digest(self, path):
        kind = "json" if path.suffix == ".ndjson" else ""
        return self.shell("{bin}/same {kind} < {path}", kind=kind,
                          path=path).stdout.strip()

    def measure(self, tool, table, out):
        """Run it once: its costs, or None and a failure of the tool."""
        out.unlink(missing_ok=True)
        command = tool.command.format(**self.places, input=table, out=out)
        peak, errors = self.folder / "peak", self.folder / "errors"
        with open(errors, "w") as stderr:
            before = time.monotonic()
            process = subprocess.Popen(
                ["/usr/bin/time", "-q", "-f", "%M", "-o", peak, "sh", "-c",
                 command], env=self.environment, stdin=subprocess.DEVNULL,
                stdout=stderr, stderr=stderr)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if status != 0:
            said = errors.read_text(errors="replace").strip().splitlines()
            what = next((line for line in said if "rror" in line),
                        said[0] if said else "")
            tool.failure = f"failed: {what.strip()[:60]}"
            return None
        return {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall,
                "memory": int(peak.read_text()) * 1024}


def available():
    text = Path("/proc/meminfo").read_text()
    return int(re.search(r"MemAvailable: +(\d+)", text).group(1)) * 1024


def cells_of(path):
    """How many numbers the first sheet has, and their sum."""
    count, total, tail = 0, 0, b""
    pattern = re.compile(rb'<c r="\w+"(?: s="\d+")?><v>(\d+)</v>')
    with zipfile.ZipFile(path).open("xl/worksheets/sheet1.xml") as sheet:
        while block := sheet.read(1 << 22):
            block = tail + block
            end = block.rfind(b"</c>") + 4
            found = pattern.findall(block, 0, end)
            count += len(found)
            total += sum(map(int, found))
            tail = block[end:]
    return f"{count} numbers, {total}"


def check(bench, tool, out, truth):
    """Whether the output says what the table says."""
    if tool.name.endswith("reads only"):
        tool.agrees = "-"
        return
    said = cells_of(out) if out.suffix == ".xlsx" else bench.digest(out)
    tool.agrees = "yes" if said == truth else "**no**"


def trial(bench, tools, table, truth, out):
    """A tenth of the work: what fails, what would take too much."""
    for tool in tools:
        if tool.failure:
            continue
        cost = bench.measure(tool, table, out)
        if cost is None:
            continue
        check(bench, tool, out, truth)
        memory = cost["memory"] * TRIAL
        if memory > 0.8 * available() and cost["memory"] > 300 * MB:
            tool.failure = f"not run: {memory / 1e9:.0f} GB of memory"
            continue
        fits = bench.options.seconds / (TRIAL * cost["wall"])
        tool.wanted = max(1, min(bench.options.runs, int(fits)))


def rounds(bench, tools, table, truth, out):
    for turn in range(bench.options.runs):
        for tool in tools:
            if turn >= tool.wanted or tool.failure:
                continue
            if turn > 0 and bench.late():
                continue
            cost = bench.measure(tool, table, out)
            if cost is None:
                continue
            tool.runs.append(cost)
            if turn == 0 and tool.agrees == "yes":
                check(bench, tool, out, truth)


def compare(bench, title, what, kind, amount, suffixes, against):
    """One table: all tools on one input."""
    tools = [Tool(*job) for job in what]
    out = bench.folder / f"out{suffixes[1]}"
    bench.say(f"{title}: a tenth")
    table, truth = bench.generate(kind, amount // TRIAL, suffixes[0])
    trial(bench, tools, table, truth, out)
    bench.say(f"{title}: {amount}")
    table, truth = bench.generate(kind, amount, suffixes[0])
    rounds(bench, tools, table, truth, out)
    observations = int(truth.split()[0]) - 1
    size = table.stat().st_size / MB
    head = (f"{title}: {size:.0f} MB, {observations / 1e6:.1f} million "
            f"observations, {out_size(out)}")
    table.unlink()
    out.unlink(missing_ok=True)
    return [f"### {head}", ""] + rows_of(tools, against, observations)


def out_size(out):
    return (f"{out.stat().st_size / MB:.0f} MB written" if out.exists()
            else "nothing written")


def rows_of(tools, against, observations):
    base = next((tool for tool in tools
                 if tool.name == against and tool.runs), None)
    lines = ["| | CPU s | CPU ratio | wall s | wall ratio | peak MB | "
             "ns CPU per observation | runs | agrees |",
             "|---|--:|--:|--:|--:|--:|--:|--:|---|"]
    for tool in tools:
        if not tool.runs:
            lines.append(f"| {tool.name} | | | | | | | 0 | "
                         f"{tool.failure or 'no time'} |")
            continue
        cpu, wall = tool.median("cpu"), tool.median("wall")
        ratio = [f"{mine / base.median(key):.2f}" if base else ""
                 for key, mine in (("cpu", cpu), ("wall", wall))]
        lines.append(
            f"| {tool.name} | {cpu:.2f} | {ratio[0]} | {wall:.2f} | "
            f"{ratio[1]} | {tool.median('memory') / MB:.0f} | "
            f"{cpu / observations * 1e9:.0f} | {len(tool.runs)} | "
            f"{tool.failure or tool.agrees} |")
    return lines


def workbook(bench):
    """Cells have no truth file: the first tool's numbers are the measure."""
    rows = min(XLSX_ROWS, int(bench.options.size * 10_000))
    title = f"A workbook of {rows:,} x 5 cells"
    bench.say(title)
    tools = [Tool(*job) for job in jobs.CELLS]
    out = bench.folder / "out.xlsx"
    table, _ = bench.generate("cells", rows, ".csv")
    truth = None
    for turn in range(min(3, bench.options.runs)):
        for tool in tools:
            if tool.failure or (turn > 0 and bench.late()):
                continue
            cost = bench.measure(tool, table, out)
            if cost is None:
                continue
            tool.runs.append(cost)
            if turn == 0:
                truth = truth or cells_of(out)
                check(bench, tool, out, truth)
    table.unlink()
    out.unlink(missing_ok=True)
    return [f"### {title}", ""] + rows_of(tools, "thresh", rows * 4)


def growth(bench):
    """From a tenth of the size to ten times of it, with one run each."""
    lines = ["### Pages, growing", "",
             "| MB | | CPU s | wall s | peak MB | agrees |",
             "|--:|---|--:|--:|--:|---|"]
    for size in (bench.options.size * GROWS ** power for power in (-1, 0, 1)):
        bytes_in = int(size * MB)
        needs = bytes_in * (1 + OUTPUT_PER_INPUT) * 1.1
        if needs > min(shutil.disk_usage(bench.folder).free,
                       available() - 10 ** 9):
            lines.append(f"| {size:g} | | | | | not run: {needs / 1e9:.0f} GB "
                         "in memory |")
            continue
        bench.say(f"growth: {size:g} MB")
        table = bench.folder / "pages.tsv"
        bench.shell("{bin}/generate pages " + f"{bytes_in} > {table}")
        said = []
        for job in jobs.GROWTH:
            tool, out = Tool(*job), bench.folder / "out.csv"
            cost = bench.measure(tool, table, out)
            if cost is None:
                lines.append(f"| {size:g} | {tool.name} | | | | "
                             f"{tool.failure} |")
                continue
            said.append(bench.digest(out))
            out.unlink()
            agrees = "yes" if said[-1] == said[0] else "**no**"
            lines.append(f"| {size:g} | {tool.name} | {cost['cpu']:.2f} | "
                         f"{cost['wall']:.2f} | {cost['memory'] / MB:.1f} | "
                         f"{agrees} |")
        table.unlink()
    return lines


def machine(bench, load):
    cpu = re.search(r"model name\s*: (.*)",
                    Path("/proc/cpuinfo").read_text()).group(1)
    memory = re.search(r"MemTotal: +(\d+)", Path("/proc/meminfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"',
                       Path("/etc/os-release").read_text()).group(1)
    versions = []
    for name, command in jobs.VERSIONS:
        # The commands hold braces of their own; only {thresh} is meant.
        said = subprocess.run(
            command.replace("{thresh}", str(bench.places["thresh"])),
            shell=True, env=bench.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        number = re.search(r"\d+(\.\d[\w.+~:-]*)+", said)
        versions.append(f"{name} {number.group() if number else 'missing'}")
    return [f"{time.strftime('%Y-%m-%d', time.gmtime())}, {cpu}, "
            f"{os.cpu_count()} processors, "
            f"{int(memory.group(1)) / 2 ** 20:.0f} GiB, {system}, Linux "
            f"{os.uname().release}; load {load[0]:.1f} when it started, "
            f"{os.getloadavg()[0]:.1f} when it ended. "
            + ", ".join(versions) + ".", ""]


def measured(bench):
    """All tables, as lines of Markdown."""
    load = os.getloadavg()
    size = int(bench.options.size * MB)
    lines = []
    for title, what, kind, amount, suffixes, against in (
            ("Pages to CSV", jobs.PAGES, "pages", size, (".tsv", ".csv"),
             jobs.STREAM),
            ("Pages to JSON lines", jobs.LINES, "pages", size,
             (".tsv", ".ndjson"), jobs.STREAM),
            ("1,000 columns to CSV", jobs.PAGES, "wide", size // 10,
             (".tsv", ".csv"), jobs.STREAM),
            ("Quoted CSV to CSV", jobs.QUOTED, "quoted", size // 4,
             (".csv", ".csv"), jobs.STREAM)):
        lines += compare(bench, title, what, kind, amount, suffixes,
                         against) + [""]
    lines += workbook(bench) + [""] + growth(bench) + [""]
    return machine(bench, load) + lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--thresh", required=True)
    parser.add_argument("--bin", required=True, help="where the C programs "
                        "and node_modules are")
    parser.add_argument("--size", type=float, default=100, metavar="MB")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=40,
                        help="for one tool on one input: fewer runs if they "
                        "take longer")
    parser.add_argument("--minutes", type=float, default=14,
                        help="after which only first runs are made")
    bench = Bench(parser.parse_args())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        print("\n".join(measured(bench)).rstrip())
    finally:
        shutil.rmtree(bench.folder)


if __name__ == "__main__":
    main()
