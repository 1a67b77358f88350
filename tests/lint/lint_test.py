#!/usr/bin/python3
"""Each rule of lint.py stays silent on good code and speaks up on bad code."""

import tempfile
import unittest
from pathlib import Path

import lint

GOOD = {
    "src/CMakeLists.txt": ("thresh_folder(base LINKS thresh::csv)\n"
                           "thresh_folder(model USES base)\n"
                           "thresh_folder(write USES model base\n"
                           "    SOURCES ${formats} LINKS xlsx)\n"),
    "include/thresh/core.h": ("/** A result. */\n"
                              "typedef enum r { OK } r;\n\n"
                              "/** Both of these. */\n"
                              "THRESH_API int\nthresh_one(void);\n"
                              "THRESH_API int thresh_two(void);\n"),
    "src/base/csv.c": '#include <csv.h>\n#include "base/csv.h"\n',
    "src/write/x.c": ('#include <xlsxwriter.h>\n#include "model/m.h"\n'
                      '#include "thresh/core.h"\n'
                      '/* exit() and "printf(" in words */\n'
                      'static int\nprint(char *s) {\n'
                      '    return snprintf(s, 9, "exit(%d) {", \'{\');\n}\n'),
    "src/cli/main.c": ('#include "cli/help.h"\n#include "thresh/core.h"\n'
                       'int\nmain(void) {\n    printf("hello");\n}\n'),
}


def function(lines=1, decisions=0):
    """A function of so many lines, from its type to its brace."""
    body = ["    if (a) b();"] * decisions
    body += ["    b();"] * (lines - 3 - decisions)
    return "int\nlong_one(int a) {\n" + "\n".join(body) + "\n}\n"


class LintTest(unittest.TestCase):
    def lint(self, **changed):
        """What lint.py says of the good tree with these files changed."""
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            for path, text in {**GOOD, **changed.get("files", {})}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text)
            return list(lint.complaints(root))

    def assert_says(self, path, text, *expected):
        found = self.lint(files={path: text})
        self.assertEqual(len(found), len(expected), found)
        for line, start in zip(found, expected):
            self.assertTrue(line.startswith(f"{path}:{start}"), line)

    def test_good_code(self):
        self.assertEqual(self.lint(), [])

    def test_long_line(self):
        self.assert_says("src/base/a.c", "/* " + "é" * 76 + "\n*/\n")
        self.assert_says("src/base/a.c", "\n/* " + "x" * 77 + "\n*/\n",
                         "2: the line")

    def test_long_file(self):
        self.assert_says("src/base/a.c", "\n" * 400)
        self.assert_says("tests/unit/a.c", "\n" * 401, "401: the file")

    def test_long_function(self):
        self.assert_says("src/base/a.c", "\n" + function(60) + function(9))
        self.assert_says("src/base/a.c", "int a;\n\n" + function(61),
                         "3: long_one() has 61 lines")

    def test_complex_function(self):
        self.assert_says("src/base/a.c", function(30, 14))
        self.assert_says("src/base/a.c", function(30, 15),
                         "1: long_one() has a complexity of 16")
        self.assert_says("src/base/a.c", "int\nf(int a) {\n    return "
                         + "a\n&& " * 10 + "a\n|| " * 5 + "a ? 1 : 2;\n}\n",
                         "1: f() has a complexity of 17")

    def test_climbing_include(self):
        self.assert_says("tests/unit/a.c", '#include "../b.h"\n',
                         "1: '../b.h' climbs")

    def test_library_that_prints_or_exits(self):
        for call in ("setlocale(0, 0)", "abort()", "exit(1)", "puts(s)",
                     "printf (s)", "fputs(s, stderr)", "assert(s)"):
            self.assert_says("src/base/a.c", f"void\nf(void) {{\n{call};\n}}",
                             "3: a library does not use")

    def test_comment_of_public_declarations(self):
        for declaration in ("THRESH_API int f(void);", "typedef int number;",
                            "THRESH_API\nint f(void);", "enum { ONE };"):
            self.assert_says("include/thresh/a.h",
                             f"/** It. */\nint a;\n\n{declaration}\n",
                             "4: no comment")

    def test_arrows(self):
        self.assert_says("src/model/a.c", '#include "write/records.h"\n',
                         "1: model may not include 'write/records.h'")
        self.assert_says("src/base/a.c", '\n#include "str.h"\n',
                         "2: base may not include 'str.h'")
        self.assert_says("src/cli/a.c", '#include "base/str.h"\n',
                         "1: cli may not include 'base/str.h'")
        self.assert_says("src/other/a.c", "", "1: src/CMakeLists.txt has no")

    def test_confined_headers(self):
        self.assert_says("src/write/y.c", "#include <xlsxwriter.h>\n",
                         "1: 'xlsxwriter.h' is for one file only")
        self.assert_says("src/model/y.c", '\n#include "csv.h"\n',
                         "2: model may not include",
                         "2: 'csv.h' is for one file only")


if __name__ == "__main__":
    unittest.main()
