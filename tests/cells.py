"""Count the cells of a source anew, and find each in what thresh says of it.

The source is split here, by Python's csv module or at its tabs, without any
code of thresh. Of `thresh --explain=json` only the roles of lines and the
places of labels and values are believed; of its summary how many cells were
rejected. Every cell that is not blank must be one of them, and only one.
Standard library only.
"""
import collections
import csv
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


def lines_of(text):
    """Its lines: CR CR LF is one end, as are CR LF, LF and CR."""
    return re.split(r"\r\r\n|\r\n|\r|\n", text)


def split(text, mark):
    """[(line, cells)] of each record, lines from 1. A quote that does not
    close within 64 lines is a quote, and its line a record."""
    lines = lines_of(text.replace("\0", "").rstrip("\x1a"))
    if lines and lines[-1] == "":
        lines.pop()
    records, at = [], 0
    while at < len(lines):
        cells, used = [], 1
        if '"' in lines[at]:
            cells, used = quoted(lines[at:at + 64], mark)
        cells = cells or lines[at].split(mark)
        records.append((at + 1, [cell.strip(BLANK) for cell in cells]))
        at += used
    return records


def quoted(lines, mark):
    """The cells of the first record, and its lines; none if a quote in it
    does not close."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=mark,
                        strict=True)
    try:
        return next(reader), reader.line_num
    except (csv.Error, StopIteration):
        return [], 1


class Found:
    """What the cells of a source became, by two ways of counting."""

    def __init__(self):
        self.counts = collections.Counter()
        self.problems = []
        self.left = []
        self.again = 0  # labels that are not told of their own cell

    def close(self, rejected):
        """What is left must be what was said to be rejected, which may say
        what a label beside it says."""
        self.counts["told rejected"] = rejected
        lost = self.counts["left"] + self.counts["rejected"] - rejected
        if self.counts["cells"] and not -self.again <= lost <= 0:
            self.problems.append(f"{lost} cells are lost: {self.left[:3]}")


def same(text):
    return " ".join(text.split())


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
        account_lines(found, text, explained)
    else:
        account_records(found, split(text, mark), explained, at)
    rejected = REJECTED.search(said)
    found.close(int(rejected[1]) if rejected else 0)
    observations = OBSERVATIONS.search(said)
    told = int(observations[1]) if observations else 0
    entries = sum(1 for what in at.values() if what == "observations")
    if told != entries:
        found.problems.append(f"{told} observations, {entries} entries")
    return found


def account_records(found, records, explained, at):
    roles = {one["line"]: one["role"] for one in explained["lines"]}
    labels = {tuple(label["at"]): same(label["text"])
              for table in explained["tables"] for label in table["labels"]}
    values = {place for place, what in at.items() if what == "observations"}
    flagged = values.copy() if any(one["what"] == "flags"
                                   for one in explained["decisions"]) else ()
    for number, (line, cells) in enumerate(records, 1):
        role = roles.get(line, "blank" if not any(cells) else "untold")
        found.counts["cells"] += sum(1 for cell in cells if cell)
        for field, cell in enumerate(cells, 1):
            what = WHOLE.get(role) or at.get((number, field), "left")
            if (number, field) in values:
                values.discard((number, field))
                what = "observations"
                # A flag beside it is all that is said of the value.
                flag = (cells + [""])[field] if flagged else ""
                if not cell and not flag:
                    found.problems.append(
                        f"{line}: field {field} is blank, and a value")
            if not cell:
                continue
            if role == "untold" or what == "blank":
                found.problems.append(f"{line}: {cell!r} is {role}")
            if what == "left" and (number, field - 1) in flagged:
                what = "observations"
            if what == "left" and goes_on(labels, records, (number, field)):
                what = "labels"
                found.again += 1
            found.again += role == "group" and (number, field) not in at
            found.counts[what] += 1
            if what == "left":
                found.left.append(f"{line}: left {cell!r}")
    for place in sorted(values)[:3]:
        found.problems.append(f"{place} is a value where no cell is")


def goes_on(labels, records, place):
    """Whether a cell is a part of the label told of a record beside it, which
    is more than is printed there, or says again what another label of its
    record says."""
    number, field = place
    cell = same(records[number - 1][1][field - 1])
    if any(at[0] == number and text == cell for at, text in labels.items()):
        return True
    for beside in (number - 1, number + 1):
        label = labels.get((beside, field), "")
        if cell in label and same(records[beside - 1][1][field - 1]) != label:
            return True
    return False


def account_lines(found, text, explained):
    """Where cells are told by their places, each line must have a role."""
    roles = {one["line"]: one["role"] for one in explained["lines"]}
    for number, line in enumerate(lines_of(text), 1):
        role = roles.get(number, "untold")
        says = any(sign.isalnum() for sign in line)  # more than a rule
        if says and role in ("untold", "blank"):
            found.problems.append(f"{number}: {line.strip()!r} is {role}")
