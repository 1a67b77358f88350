#!/usr/bin/python3
"""An .xlsx as text, for comparing: its members by name, the XML of each split
before its tags. Says nothing of how the zip archive is made.

    unzip_xlsx.py out.xlsx

    == xl/workbook.xml
    <workbook xmlns="...">
    <sheets>
    <sheet name="Table" sheetId="1" r:id="rId1"/>
    </sheets>
    ...
"""

import re
import sys
import zipfile

TAG = re.compile(r"<[^>]+>")
# These stay on one line with all that is in them: a cell, a shared string.
WHOLE = re.compile(r"<(c|si)(?: [^>]*[^/>])?>.*?</\1>")


def pieces(text):
    """The tags and texts of some XML, in order."""
    last = 0
    for match in TAG.finditer(text):
        if match.start() > last:
            yield text[last:match.start()]
        yield match.group()
        last = match.end()
    if last < len(text):
        yield text[last:]


def split_tags(text):
    """A line for each tag; an element that holds only text is one line."""
    lines, open_text = [], False
    for piece in pieces(text):
        is_tag = piece.startswith("<")
        if lines and (not is_tag or (open_text and piece.startswith("</"))):
            lines[-1] += piece
        else:
            lines.append(piece)
        open_text = not is_tag
    return lines


def lines_of(text):
    """The lines of one member. Line ends in its texts are made visible."""
    text = text.replace("\r", "&#13;").replace("\n", "&#10;")
    lines, last = [], 0
    for match in WHOLE.finditer(text):
        lines += split_tags(text[last:match.start()])
        lines.append(match.group())
        last = match.end()
    return lines + split_tags(text[last:])


def is_text(name):
    """The theme is the same in every workbook, and long."""
    return name.endswith((".xml", ".rels", ".vml")) and "/theme/" not in name


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    out = []
    with zipfile.ZipFile(sys.argv[1]) as archive:
        broken = archive.testzip()
        if broken is not None:
            sys.exit(f"unzip_xlsx.py: {broken} is damaged")
        names = archive.namelist()
        for name in sorted(names):
            out.append(f"== {name}")
            content = archive.read(name)
            if is_text(name):
                # The declaration ends with a line end of its own.
                text = content.decode("utf-8").replace("?>\n", "?>", 1)
                out += lines_of(text)
            else:
                out.append(f"{len(content)} bytes")
        if len(set(names)) != len(names):
            sys.exit("unzip_xlsx.py: a name stands twice in the archive")
    sys.stdout.buffer.write(("\n".join(out) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
