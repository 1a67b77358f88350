#!/usr/bin/python3
"""Every option, format, setting and further column is in --help, in the man
page and in the completions for bash, zsh and fish, and these do load.

    check_docs.py --thresh build/thresh

The lists are those of the source: the option table, writers.def, columns.c,
and of --help, which prints the settings in a loop over the writers.
"""

import re
import subprocess
import unittest

import command
from command import ROOT

CLI = ROOT / "src/cli"
COMPLETIONS = CLI / "completions"
FILES = {
    "bash": COMPLETIONS / "thresh.bash",
    "zsh": COMPLETIONS / "_thresh",
    "fish": COMPLETIONS / "thresh.fish",
}


def options():
    """(name, letter or "") of each line of the option table."""
    text = (CLI / "options.c").read_text()
    table = text[text.index("static const cli_option table[]"):]
    table = table[:table.index("\n};")]
    return [(name, letter or "") for name, letter in
            re.findall(r"\{\"([a-z-]+)\", (?:'(.)'|0),", table)]


def formats():
    return re.findall(r"^THR_WRITER\((\w+),",
                      (ROOT / "src/write/writers.def").read_text(), re.M)


def columns():
    return re.findall(r"\{\"(\w+)\", THR_EXTRA_",
                      (ROOT / "src/write/columns.c").read_text())


def section(text, title):
    """The indented lines after a title of --help."""
    return re.search(rf"^{title}.*\n((?:  .*\n)+)", text, re.M).group(1)


def settings(help_text):
    """(format, key, values) of each setting."""
    return re.findall(r"^  (\w+) +(\w+)=(\S+)",
                      section(help_text, "Settings"), re.M)


def words(text):
    return set(re.findall(r"[\w-]+", text))


# How each text writes an option, so that its name, or its letter, is found.
NAMES = {
    "help": r"^ +(?:-\w, )?--([a-z-]+)",
    "man": r"^\.It Fl (?:\w , )?\\-([a-z-]+)",
    "bash": r"--([a-z-]+)",
    "zsh": r"--([a-z-]+)",
    "fish": r"^complete -c thresh.* -l ([a-z-]+)",
}
LETTERS = {
    "help": r"^ +-(\w), --",
    "man": r"^\.It Fl (\w) ,",
    "bash": r"(?<=\s)-(\w)\b",
    "zsh": r"[{]-([a-zA-Z]),--",
    "fish": r"^complete -c thresh -s (\w) -l",
}


def complete_bash(*line):
    script = (f". '{FILES['bash']}'\n"
              "COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)) COMPREPLY=()\n"
              "_thresh; printf '%s\\n' \"${COMPREPLY[@]}\"")
    done = subprocess.run(["bash", "--norc", "-c", script, "bash", *line],
                          capture_output=True, text=True, timeout=60)
    assert done.stderr == "", done.stderr
    return done.stdout.split()


def complete_fish(line):
    script = f"source '{FILES['fish']}'; complete -C '{line}'"
    done = subprocess.run(["fish", "--no-config", "-c", script],
                          capture_output=True, text=True, timeout=60)
    assert done.stderr == "", done.stderr
    return [found.split("\t")[0] for found in done.stdout.splitlines()]


def complete_zsh(line, wanted):
    """What an interactive zsh shows when Tab is pressed after `line`."""
    setup = (f"fpath=('{COMPLETIONS}' $fpath); autoload -U compinit; "
             "compinit -u -D; unsetopt zle_bracketed_paste; "
             "bindkey '^I' complete-word; zstyle ':completion:*' menu no; "
             "PS1='ready> '; print begin''ning\n")
    typed = setup + line + "\t\t"
    _, seen = command.on_terminal(["zsh", "-f", "-i"], width=200, typed=typed,
                                  wanted=wanted)
    return seen


class Docs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        status, cls.help, errors = command.run("--help")
        assert (status, errors) == (0, ""), errors
        cls.texts = {"help": cls.help, "man": (CLI / "thresh.1").read_text()}
        cls.texts.update((name, path.read_text())
                         for name, path in FILES.items())

    def test_the_lists_are_found(self):
        self.assertGreaterEqual(len(options()), 13)
        self.assertIn(("output", "o"), options())
        self.assertIn("csv", formats())
        self.assertIn("obs_status", columns())
        self.assertIn(("csv", "excel", "0|1"), settings(self.help))

    def test_options_are_everywhere_and_nothing_else(self):
        names = {name for name, _ in options()}
        letters = {letter for _, letter in options() if letter}
        for where, text in self.texts.items():
            if where == "bash":
                text = re.search(r"local options='([^']*)'", text).group(1)
            with self.subTest(where=where):
                self.assertEqual(
                    set(re.findall(NAMES[where], text, re.M)), names)
                self.assertEqual(
                    set(re.findall(LETTERS[where], text, re.M)), letters)

    def test_formats_are_everywhere(self):
        for where, text in self.texts.items():
            for name in formats():
                with self.subTest(where=where, format=name):
                    self.assertIn(name, words(text))

    def test_suffixes_are_in_the_man_page(self):
        found = re.findall(r"^  \w+ +(\.\w+)", section(self.help, "Formats"),
                           re.M)
        self.assertEqual(len(found), len(formats()))
        for suffix in found:
            self.assertIn(f"Pa {suffix}\n", self.texts["man"])

    def test_settings_are_everywhere(self):
        for where, text in self.texts.items():
            for _, key, values in settings(self.help):
                with self.subTest(where=where, key=key):
                    if where in ("help", "man"):
                        self.assertRegex(
                            text, rf"\b{key}(?: Ns )?={re.escape(values)}\s")
                        continue
                    for value in values.split("|"):
                        if value != "...":
                            self.assertIn(f"{key}={value}", text)

    def test_columns_are_everywhere(self):
        for where, text in self.texts.items():
            for name in columns():
                with self.subTest(where=where, column=name):
                    self.assertIn(name, words(text))

    def test_help_fits_a_terminal(self):
        for line in self.help.splitlines():
            self.assertLessEqual(len(line), 79, line)

    def test_man_page_passes_mandoc(self):
        done = subprocess.run(
            ["mandoc", "-T", "lint", "-W", "warning", CLI / "thresh.1"],
            capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_bash_completes(self):
        self.assertEqual(complete_bash("thresh", "-t", ""), formats())
        self.assertEqual(complete_bash("thresh", "--sh"), ["--shape"])
        self.assertEqual(complete_bash("thresh", "--shape", "=", "l"),
                         ["long"])
        self.assertEqual(complete_bash("thresh", "--set", "bom", "=", ""),
                         ["0", "1"])
        self.assertEqual(complete_bash("thresh", "--explain", "="), ["json"])

    def test_fish_completes(self):
        self.assertEqual(sorted(complete_fish("thresh -t ")),
                         sorted(formats()))
        self.assertEqual(complete_fish("thresh --sha"), ["--shape"])
        self.assertEqual(complete_fish("thresh --set bom="),
                         ["bom=0", "bom=1"])

    def test_zsh_completes(self):
        self.assertIn("verbatim", complete_zsh("thresh --names verb",
                                               "verbatim"))
        self.assertIn("ndjson", complete_zsh("thresh -t ", "ndjson"))


if __name__ == "__main__":
    command.main()
