#!/usr/bin/python3
"""The rules of the code that neither compiler nor clang-format checks.

    tests/lint/lint.py [ROOT]

Prints `file:line: what is wrong` and exits with 1 if there is any such line.
Standard library only.
"""

import re
import sys
from pathlib import Path

MAX_FUNCTION = 60  # lines, from the return type to the closing brace
MAX_FILE = 400  # lines
MAX_LINE = 79  # columns
MAX_COMPLEXITY = 15  # ways through a function: 1 + its decisions

# Only a program may do these; a library leaves them to it.
FORBIDDEN = re.compile(
    r"\b(setlocale|abort|exit|_Exit|assert|printf|vprintf|puts|putchar|perror)"
    r"\s*\(|\b(stdout|stderr)\b")

# One file asks whether another library has printed something.
LISTENS = Path("src/workbook/workbook_make.c")

# These headers belong to one file each, which keeps their traps to itself.
CONFINED = ("csv.h", "xlsxwriter.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
DECISION = re.compile(r"\b(?:if|for|while|case)\b|&&|\|\||\?")


def blank(match):
    """Spaces in place of a text, so that lines and columns stay."""
    return re.sub(r"[^\n]", " ", match.group())


def strip(text):
    """The code without comments, the insides of literals, and directives."""
    text = re.sub(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|"""
                  r"""'(?:\\.|[^'\\\n])*'""", blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, text, flags=re.M)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def functions(code):
    """(name, first line, last line, body) of each function, given code()."""
    code = re.sub(r"\bextern\s+\{", blank, code)
    depth, start = 0, 0
    for found in re.finditer(r"[;{}]", code):
        if found.group() == "{":
            if depth == 0:
                head, opening = code[start:found.start()], found.start()
            depth += 1
            continue
        if found.group() == "}":
            depth = max(depth - 1, 0)
            named = depth == 0 and re.search(r"(\w+)\s*\(.*\)\s*$", head, re.S)
            if named:
                first = start + len(head) - len(head.lstrip())
                yield (named.group(1), line_of(code, first),
                       line_of(code, found.start()),
                       code[opening:found.start()])
        if depth == 0:
            start, head = found.end(), ""


def check_sizes(path, text):
    lines = text.splitlines()
    if len(lines) > MAX_FILE:
        yield len(lines), f"the file has more than {MAX_FILE} lines"
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield number, f"the line has more than {MAX_LINE} columns"
    for name, first, last, body in functions(strip(text)):
        length = last - first + 1
        if length > MAX_FUNCTION:
            yield first, f"{name}() has {length} lines, not {MAX_FUNCTION}"
        complexity = 1 + len(DECISION.findall(body))
        if complexity > MAX_COMPLEXITY:
            yield first, (f"{name}() has a complexity of {complexity}, "
                          f"not {MAX_COMPLEXITY}")


def includes(text):
    """(line, whether in quotes, header) of each #include."""
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1) == '"', found.group(2)


def check_climbing(path, text):
    for number, _, header in includes(text):
        if ".." in header.split("/"):
            yield number, f"'{header}' climbs out of its folder"


def check_forbidden(path, text):
    if path.parts[0] != "src" or path.parts[1] == "cli":
        return
    for found in FORBIDDEN.finditer(strip(text)):
        if path == LISTENS and found.group(2) == "stderr":
            continue
        yield (line_of(text, found.start()),
               f"a library does not use {found.group(1) or found.group(2)}")


def check_comments(path, text):
    """Every function and type of the public headers has a comment before it;
    those that stand together without a blank line may share one."""
    if path.parts[0] != "include":
        return
    code = strip(text)
    lines = text.splitlines()
    for found in re.finditer(r"^(?:THRESH_API|typedef|enum|struct)\b", code,
                             re.M):
        number = line_of(code, found.start())
        above = number - 2
        while above >= 0 and lines[above].strip():
            if re.match(r"\s*/\*\*|.*\*/$", lines[above]):
                break
            above -= 1
        if above < 0 or not lines[above].strip():
            yield number, f"no comment before '{lines[number - 1].strip()}'"


FILE_CHECKS = (check_sizes, check_climbing, check_forbidden, check_comments)


def arrows(root):
    """{folder: folders that it may include}, as src/CMakeLists.txt says."""
    text = (root / "src/CMakeLists.txt").read_text()
    found = {"cli": {"cli"}}
    for call in re.finditer(r"^thresh_folder\((\w+)([^)]*)\)", text, re.M):
        words = call.group(2).split()
        uses = []
        if "USES" in words:
            for word in words[words.index("USES") + 1:]:
                if word.isupper():
                    break
                uses.append(word)
        found[call.group(1)] = {call.group(1), *uses}
    return found


def check_arrows(root, files):
    """Folders include what they may, and always as "folder/file.h"."""
    allowed = arrows(root)
    for path, text in files.items():
        if path.parts[0] != "src":
            continue
        folder = path.parts[1]
        if folder not in allowed:
            yield path, 1, "src/CMakeLists.txt has no thresh_folder() for it"
            continue
        for number, quoted, header in includes(text):
            first = header.split("/")[0]
            if not quoted or first == "thresh" or first in allowed[folder]:
                continue
            yield path, number, (f"{folder} may not include '{header}', only "
                                 + ", ".join(sorted(allowed[folder])))


def check_confined(root, files):
    for header in CONFINED:
        users = [(path, number) for path, text in files.items()
                 if path.parts[0] == "src"
                 for number, _, name in includes(text) if name == header]
        for path, number in users[1:]:
            yield path, number, (f"'{header}' is for one file only, "
                                 f"{users[0][0]}")


TREE_CHECKS = (check_arrows, check_confined)


def complaints(root):
    """Everything that is wrong below `root`, as "file:line: what"."""
    files = {path.relative_to(root): path.read_text()
             for top in ("include", "src", "samples", "tests")
             for path in sorted((root / top).rglob("*.[ch]"))}
    for path, text in files.items():
        for check in FILE_CHECKS:
            for number, what in check(path, text):
                yield f"{path}:{number}: {what}"
    for check in TREE_CHECKS:
        for path, number, what in check(root, files):
            yield f"{path}:{number}: {what}"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = list(complaints(root))
    print("\n".join(found) or "nothing to complain about")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
