#!/usr/bin/python3
"""What LibreOffice makes of totals that are formulas: with every result that
the workbook holds spoiled, recalculating gives the published values again.

    xlsx_formulas.py THRESH SAMPLE
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

sys.dont_write_bytecode = True
from xlsx_cells import FIRST_ROW, TOTALS, expected, same, to_csv

SHEET = "xl/worksheets/sheet1.xml"
# LibreOffice recalculates what it opens.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def write(thresh, source, path):
    subprocess.run([thresh, source, "-q", "--set", "formulas=1", "-o", path],
                   check=True)


def spoil(path, spoiled):
    """Copy a workbook with 1 for the result of each formula. Returns how many
    there are, and the sum of their right results."""
    results = []

    def replace(match):
        results.append(int(match[2]))
        return f"{match[1]}1</v>"

    with zipfile.ZipFile(path) as old, \
            zipfile.ZipFile(spoiled, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == SHEET:
                text = content.decode("utf-8")
                text = re.sub(r"(<f>[^<]*</f><v>)([^<]*)</v>", replace, text)
                content = text.encode("utf-8")
            new.writestr(name, content)
    return len(results), sum(results)


def check_formulas(path, rows):
    """Rows that are totals are sums of rows, other totals of columns."""
    sheet = openpyxl.load_workbook(path)["Table"]
    ending = FIRST_ROW + len(rows)
    found = {cell.coordinate: cell.value
             for line in sheet.iter_rows(min_row=FIRST_ROW, max_row=ending)
             for cell in line if cell.data_type == "f"}
    wanted = set()
    for row, (label, _, texts) in enumerate(rows, FIRST_ROW):
        columns = "BCDEFGHI" if label in TOTALS else "B"
        wanted |= {f"{column}{row}" for column in columns[:len(texts)]}
        if label not in TOTALS:
            same(f"sum of {label}", f"=SUM(C{row}:I{row})", found[f"B{row}"])
    same("cells that are formulas", wanted, set(found))
    same("a total of rows and columns", "=SUM(B7:B8,B39,B52,B70,B79,B82:B83)",
         found["B6"])
    same("parts side by side", "=SUM(I10:I22)", found["I9"])
    return len(found)


def check_recalculated(path, folder, rows):
    """Every value of the table, after recalculating from wrong results."""
    spoiled = folder / f"spoiled-{path.name}"
    count, right = spoil(path, spoiled)
    same("LibreOffice: the spoiled sum is another", False, count == right)
    shown = to_csv(spoiled, folder)["Table"]
    compared = 0
    for (label, _, texts), found in zip(rows, shown[FIRST_ROW - 1:]):
        numbers = [text.replace(",", "") for text in found[1:9]]
        same(f"LibreOffice: {label}",
             [text.replace(" ", "") for text in texts], numbers)
        compared += len(texts)
    return count, compared


def check_wrong(thresh, sample, folder):
    """A total that does not add up stays a value, and is told of."""
    lines = Path(sample).read_text(encoding="utf-8")
    wrong = lines.replace("\nAfrica total\t4 348\t", "\nAfrica total\t4 349\t")
    if wrong == lines:
        sys.exit("the sample has no such line")
    source = folder / "wrong.txt"
    source.write_text(wrong, encoding="utf-8")
    path = folder / "wrong.xlsx"
    write(thresh, source, path)
    book = openpyxl.load_workbook(path)
    same("the total that is wrong", 4349, book["Table"]["B39"].value)
    same("its neighbour", "=SUM(C40:C51)", book["Table"]["C39"].value)
    told = [row for row in book["Notes"].iter_rows(values_only=True)
            if row[0] == "B39"]
    same("what is told of it", ["Africa total", "Total"],
         sorted(row[1] for row in told))
    return len(told)


def main():
    thresh, sample = sys.argv[1:]
    _, rows = expected(sample)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(SETTINGS)
        path = folder / "live.xlsx"
        write(thresh, sample, path)
        formulas = check_formulas(path, rows)
        spoiled, cells = check_recalculated(path, folder, rows)
        told = check_wrong(thresh, sample, folder)
    same("formulas, and those recalculated", (148, 148, 624),
         (formulas, spoiled, cells))
    print(f"xlsx: LibreOffice recalculated {formulas} formulas, compared "
          f"{cells} cells; {told} failures told")


if __name__ == "__main__":
    main()
