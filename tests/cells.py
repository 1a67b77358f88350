"""Count the cells of a source anew, and find each in what thresh says of it.

The source is split here, by Python's csv module or at its tabs, without any
code of thresh. Of `thresh --explain=json` only the roles of lines and the
places of labels and values are believed; of its summary how many cells were
rejected. Every cell that is not blank must be one of them, and only one.
Standard library only.
"""
import collections
import csv
import json
import re

CODECS = {"windows-1252": "cp1252", "iso-8859-1": "latin-1"}
MARKS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
WHOLE = {"topic": "captions", "table_number": "captions", "title": "captions",
         "header": "labels", "group": "labels", "note": "notes",
         "source": "notes", "legend": "notes", "repeated_header": "furniture",
         "page_furniture": "furniture", "rejected": "rejected",
         "skipped": "rejected", "blank": "blank"}
BLANK = " \t\v\f\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006" \
        "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b"
REJECTED = re.compile(r"(\d+) cells? rejected")
OBSERVATIONS = re.compile(r"(\d+) observations?")


def decode(content, encoding):
    """The text in the encoding that was found, without a byte order mark."""
    codec = CODECS.get(encoding.lower(), encoding)
    if codec == "cp1252":
        text = "".join(bytes([byte]).decode("cp1252", "ignore")
                       or chr(byte) for byte in content)
    else:
        text = content.decode(codec, "replace")
    return text.removeprefix("\ufeff")


def split(text, mark):
    """[(line, cells)] of each record, both from 1."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    reader = csv.reader((line + "\n" for line in lines), delimiter=mark)
    records, start = [], 1
    for cells in reader:
        records.append((start, [cell.strip(BLANK) for cell in cells]))
        start = reader.line_num + 1
    return records


class Found:
    """What the cells of a source became, by two ways of counting."""

    def __init__(self):
        self.counts = collections.Counter()
        self.problems = []

    def add(self, what, cells):
        self.counts[what] += sum(1 for cell in cells if cell)


def places(explained):
    """The cells told to be values and labels, as {(record, field): what}."""
    at, twice = {}, []
    for table in explained["tables"]:
        for entry in table["entries"]:
            place = tuple(entry["at"])
            if place in at:
                twice.append(place)
            at[place] = "observations"
        for label in table["labels"]:
            place = tuple(label["at"])
            if at.get(place) == "observations":
                twice.append(place)
            at.setdefault(place, "labels")
    return at, twice


def mark_of(explained):
    """What stands between cells; None where they are told by their places."""
    told = {one["what"]: one["value"] for one in explained["decisions"]}
    name = told.get("delimiter", "")
    return told.get("encoding", "utf-8"), MARKS.get(name, name if len(
        name) == 1 else None)


def account(content, explained, said):
    """Every cell of the source, by what became of it."""
    found = Found()
    encoding, mark = mark_of(explained)
    text = decode(content, encoding)
    at, twice = places(explained)
    found.problems += [f"{place} is told twice" for place in twice]
    if mark is None:
        records = None
        account_lines(found, text, explained)
    else:
        records = split(text, mark)
        account_records(found, records, explained, at)
    rejected = REJECTED.search(said)
    found.counts["told rejected"] = int(rejected[1]) if rejected else 0
    observations = OBSERVATIONS.search(said)
    told = int(observations[1]) if observations else 0
    entries = sum(1 for what in at.values() if what == "observations")
    if told != entries:
        found.problems.append(f"{told} observations, {entries} entries")
    return found


def account_records(found, records, explained, at):
    roles = {one["line"]: one["role"] for one in explained["lines"]}
    values = {place for place, what in at.items() if what == "observations"}
    for number, (line, cells) in enumerate(records, 1):
        role = roles.get(line, "blank" if not any(cells) else "untold")
        found.counts["cells"] += sum(1 for cell in cells if cell)
        for field, cell in enumerate(cells, 1):
            what = WHOLE.get(role) or at.get((number, field), "left")
            if (number, field) in values:
                values.discard((number, field))
                what = "observations"
                if not cell:
                    found.problems.append(
                        f"{line}: field {field} is blank, and a value")
            if not cell:
                continue
            if role == "untold" or what == "blank":
                found.problems.append(f"{line}: {cell!r} is {role}")
            found.counts[what] += 1
            if what == "left":
                found.problems.append(f"{line}: left {cell!r}")
    for place in sorted(values)[:3]:
        found.problems.append(f"{place} is a value where no cell is")


def account_lines(found, text, explained):
    """Where cells are told by their places, each line must have a role."""
    roles = {one["line"]: one["role"] for one in explained["lines"]}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        role = roles.get(number, "untold")
        if line.strip(BLANK) and role in ("untold", "blank"):
            found.problems.append(f"{number}: {line.strip()!r} is {role}")


def explain(text):
    return json.loads(text)
