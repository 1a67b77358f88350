#!/usr/bin/python3
"""Render the Markdown with cmark-gfm and find the source's cells in it again.

    markdown_cells.py THRESH SAMPLE

Then the same for labels that look like markup: none of it may become any.
"""

import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Labels that GFM would make something of.
NASTY = [
    "*a*", "**b**", "_x_", "__y__", "a|b", "<b>", "<!-- c -->", "[x](y)",
    "![x](y)", "[^1]", "&amp;", "&#38;", "R&D", "\\", "\\|", "a\\*b", "`c`",
    "~~x~~", "http://a.b", "https://a.b/c?d=e&f", "www.a.b", "me@a.b",
    "mailto:me@a.b", "1. x", "2) x", "-x", "+ x", "# x", "> x", "x #",
    "--- y", "===", "~~~", "$x$ and $y$", "wow!", "a_b_c", "x  y", "a\u202eb\u202c",
]

# What a table of ours may consist of, and what may be around it.
TAGS = {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "sup",
        "a", "section", "ol", "ul", "li", "h2"}


class Page(HTMLParser):
    """The rows of the tables, without and with their footnotes."""

    def __init__(self, html):
        super().__init__()
        self.rows = []      # of texts
        self.marks = []     # of the footnotes that they refer to
        self.bold = []      # of whether they are bold
        self.notes = {}     # number of a footnote: text
        self.links = []
        self.tags = set()
        self.around = []    # text outside of tables and footnotes
        self.inside = []    # open tags
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        attributes = dict(attributes)
        if tag == "tr":
            self.rows.append([])
            self.marks.append([])
            self.bold.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.marks[-1].append([])
            self.bold[-1].append(False)
        elif tag == "strong" and self.is_in("td"):
            self.bold[-1][-1] = True
        elif tag == "a" and "data-footnote-ref" not in attributes \
                and "data-footnote-backref" not in attributes:
            self.links.append(attributes.get("href"))
        elif tag == "li" and self.is_in("section"):
            self.notes[str(len(self.notes) + 1)] = ""
        self.inside.append(tag)

    def handle_endtag(self, tag):
        while self.inside.pop() != tag:
            pass

    def is_in(self, *tags):
        return any(tag in self.inside for tag in tags)

    def handle_data(self, data):
        if self.is_in("section"):
            if self.notes and not self.is_in("a"):
                self.notes[str(len(self.notes))] += data
        elif self.is_in("sup"):
            self.marks[-1][-1].append(data)
        elif self.is_in("td", "th"):
            self.rows[-1][-1] += data
        elif self.is_in("p", "li", "h2"):
            self.around.append(data)


def expect(what, wanted, found):
    if wanted != found:
        sys.exit(f"{what}: expected {wanted!r}, found {found!r}")


def render(thresh, path, *options):
    markdown = subprocess.run([thresh, path, "-t", "markdown", *options],
                              check=True, capture_output=True).stdout
    html = subprocess.run(
        ["cmark-gfm", "-e", "table", "-e", "footnotes", "-e", "autolink",
         "-e", "strikethrough", "--to", "html"], input=markdown, check=True,
        capture_output=True).stdout
    page = Page(html.decode("utf-8"))
    unknown = page.tags - TAGS
    if unknown or page.links:
        sys.exit(f"{path}: text became markup: {unknown} {page.links}")
    return page


def plain(text):
    """Text as a browser shows it: blanks run together, no indentation."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" \u2003")


def read_source(path):
    """The header in one row, the rows, and the marks of their labels."""
    with open(path, encoding="utf-8") as source:
        table = [line.rstrip("\n").split("\t") for line in source
                 if "\t" in line]
    spanners, leaves = table[:2]
    rows = [row for row in table if row not in (spanners, leaves)]
    header = [spanners[0]]
    spanner = ""
    for above, below in zip(spanners[1:], leaves[1:]):
        spanner = above or spanner
        header.append(f"{spanner}: {below}" if below else spanner)
    labels = [re.fullmatch(r"(.*?) ?([⁰¹²³⁴-⁹]*)", row[0]) for row in rows]
    marks = [list(label[2].translate(RAISED)) for label in labels]
    return header, [[label[1], *row[1:]] for label, row
                    in zip(labels, rows)], marks


# Rows that are totals, and how far some rows are indented.
TOTALS = ["Total", "Europe total, except Norway",
          "Western Europe total, except Norway", "Eastern Europe total",
          "Africa total", "Asia, Turkey included", "America, total",
          "North-America total", "South and Central-America total",
          "Oceania total"]
LEVELS = {"Total": 0, "Norway": 1, "Europe total, except Norway": 1,
          "Western Europe total, except Norway": 2, "Denmark": 3,
          "Eastern Europe total": 2, "Poland": 3, "Somalia": 2,
          "North-America total": 2, "United States": 3, "Australia": 2, "Unknown": 1}


def check_tree(page):
    """Rows of totals are bold, and parts indented by em spaces."""
    bold = [plain(row[0]) for row, bold in zip(page.rows, page.bold)
            if all(bold)]
    expect("bold rows", TOTALS, bold)
    expect("cells that are bold by themselves", [],
           [row for row, bold in zip(page.rows, page.bold)
            if any(bold) and not all(bold)])
    found = {plain(row[0]): len(row[0]) - len(row[0].lstrip("\u2003"))
             for row in page.rows[1:]}
    expect("levels", LEVELS, {label: found[label] for label in LEVELS})
    expect("rows on each level", [1, 8, 35, 34],
           [list(found.values()).count(level) for level in range(4)])


def check_failure(thresh, folder, sample):
    """A total that does not add up is told below the table."""
    with open(sample, encoding="utf-8") as source:
        text = source.read()
    path = os.path.join(folder, "wrong.txt")
    wrong = text.replace("\nAfrica total\t4 348\t", "\nAfrica total\t4 349\t")
    expect("the line to spoil", True, wrong != text)
    with open(path, "w", encoding="utf-8") as source:
        source.write(wrong)
    around = "".join(render(thresh, path).around)
    for part in ('"Africa total" is 4 349, its parts add up to 4 348 '
                 '(column "Total"): difference 1',
                 '"Total" is 4 349, its parts add up to 4 348 '
                 '(row "Africa total"): difference 1',
                 '"Total" is 61 774, its parts add up to 61 775 '
                 '(column "Total"): difference -1'):
        if part not in around:
            sys.exit(f"not told: {part!r}")


def check_sample(thresh, path):
    header, rows, marks = read_source(path)
    page = render(thresh, path)
    check_tree(page)
    expect("header", header, [plain(cell) for cell in page.rows[0]])
    expect("rows", len(rows), len(page.rows) - 1)
    compared = 0
    for row, mark, found, refers in zip(rows, marks, page.rows[1:],
                                        page.marks[1:]):
        expect(f"row {row[0]}", row, [plain(cell) for cell in found])
        expect(f"marks of {row[0]}", [mark] + [[]] * (len(row) - 1), refers)
        compared += len(row)
    used = {mark for each in marks for mark in each}
    expect("footnotes", used, set(page.notes))
    with open(path, encoding="utf-8") as source:
        text = source.read()
    for number, note in page.notes.items():
        if plain(note) not in text:
            sys.exit(f"footnote {number} is not in the source: {note!r}")
    return compared


def check_long(thresh, path):
    """As records, the same values in the same order."""
    _, rows, _ = read_source(path)
    wanted = ["0" if cell == "-" else re.sub(r"\s", "", cell)
              for row in rows for cell in row[1:]]
    page = render(thresh, path, "--shape", "long")
    column = page.rows[0].index("value")
    expect("values", wanted, [row[column] for row in page.rows[1:]])
    return len(wanted)


def joined(cell):
    """A label with the mark that the reader saw in it: "*a (*)" was "*a*"."""
    return re.sub(r" \(([^()]+)\)$", r"\1", plain(cell))


def check_nasty(thresh, folder, *options):
    path = os.path.join(folder, "na_sty_*.txt")
    title = "Things *so* <b>, by [label](x) and a_place_. 2007"
    rows = [[label, str(10 + i), str(20 + i), "-"]
            for i, label in enumerate(NASTY)]
    header = ["_Label_", "a|b", "<i>", "&lt;"]
    with open(path, "w", encoding="utf-8") as source:
        source.write(f"1\n\n{title}\n\n")
        for row in [header, *rows]:
            source.write("\t".join(row) + "\n")
    page = render(thresh, path, *options)
    for row, found in zip([header, *rows], page.rows):
        expect(f"row {row[0]}", [plain(cell) for cell in row],
               [joined(cell) for cell in found])
    expect("rows", len(rows) + 1, len(page.rows))
    if title not in "".join(page.around):
        sys.exit(f"the title is not in {page.around}")
    return len(rows) * 4


def main():
    thresh, sample = sys.argv[1:]
    cells = check_sample(thresh, sample)
    values = check_long(thresh, sample)
    with tempfile.TemporaryDirectory() as folder:
        check_failure(thresh, folder, sample)
        nasty = check_nasty(thresh, folder)
        nasty += check_nasty(thresh, folder, "--set", "heading=2",
                             "--set", "footnotes=plain")
    print(f"compared {cells} cells, {values} records' values and {nasty} "
          f"cells with text that looks like markup")
    if min(cells, values, nasty) == 0:
        sys.exit("compared nothing")


if __name__ == "__main__":
    main()
