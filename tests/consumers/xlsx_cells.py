#!/usr/bin/python3
"""What openpyxl and LibreOffice make of the workbook of the sample: every
cell of the source must be there, with its type and its look.

    xlsx_cells.py THRESH SAMPLE
"""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

HEADER_ROWS = (4, 5)
FIRST_ROW = 6
FIELDS = ["citizenship", "region", "year", "value", "status", "notes",
          "is_total"]
TOTALS = ["Total", "Europe total, except Norway",
          "Western Europe total, except Norway", "Eastern Europe total",
          "Africa total", "Asia, Turkey included", "America, total",
          "North-America total", "South and Central-America total",
          "Oceania total"]
LEVELS = {"Total": 0, "Norway": 1, "Europe total, except Norway": 1,
          "Western Europe total, except Norway": 2, "Denmark": 3,
          "The rest of Western Europe": 3, "Eastern Europe total": 2,
          "Poland": 3, "Africa total": 1, "Somalia": 2,
          "Asia, Turkey included": 1, "Turkey": 2, "America, total": 1,
          "North-America total": 2, "United States": 3, "Brazil": 3,
          "South and Central-America total": 2, "Oceania total": 1,
          "Australia": 2, "Stateless": 1, "Unknown": 1}
# Separator, quote, UTF-8, ..., as shown, ..., every sheet.
CSV_FILTER = ("csv:Text - txt - csv (StarCalc):"
              "44,34,76,1,,0,false,true,true,false,false,-1")


def same(what, wanted, found):
    if wanted != found:
        sys.exit(f"{what}: expected {wanted!r}, found {found!r}")


def expected(sample):
    """The header's regions and the rows, by hand: [(label, mark, texts)]."""
    rows, regions, total = [], None, None
    with open(sample, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 9:
                continue
            if fields[0] == "Citizenship":
                total = fields[1]
            elif fields[0] == "":
                regions = [total] + fields[2:]
            else:
                label = fields[0].rstrip("\u00b9 ")
                mark = "\u00b9" if "\u00b9" in fields[0] else ""
                rows.append((label, mark, fields[1:]))
    same("the sample as read here", (78, 8), (len(rows), len(regions)))
    return regions, rows


def number_of(text):
    return 0 if text == "-" else int(text.replace(" ", ""))


def check_table(sheet, regions, rows):
    same("title", "Immigration, by citizenship and region. 2007",
         sheet["A1"].value)
    same("subtitle", "Table 11. Immigration and emigration",
         sheet["A2"].value)
    same("merged", {"A1:G1", "A4:A5", "B4:B5", "C4:I4", "A85:G85", "A86:G86"},
         {str(merged) for merged in sheet.merged_cells.ranges})
    same("panes", "B6", sheet.freeze_panes)
    same("rows on each page", "$4:$5", sheet.print_title_rows)
    same("paper", ("landscape", "9", True, None, 0),
         (sheet.page_setup.orientation, str(sheet.page_setup.paperSize),
          sheet.sheet_properties.pageSetUpPr.fitToPage,
          sheet.page_setup.fitToWidth,  # None stands for 1
          sheet.page_setup.fitToHeight))
    same("stubhead", "Citizenship", sheet["A4"].value)
    same("spanner", "To region", sheet["C4"].value)
    found = [sheet["B4"].value] + [sheet.cell(5, column).value
                                   for column in range(3, 10)]
    same("headings", regions, found)
    for cell in (sheet["A4"], sheet["C4"], sheet["I5"]):
        same(f"wrap of {cell.coordinate}", True, cell.alignment.wrap_text)
    same("rule below the header", "thin", sheet["C5"].border.bottom.style)
    return check_values(sheet, rows)


def check_tree(sheet, rows):
    """Totals are bold, parts indented and grouped below them."""
    same("where totals stand", False,
         sheet.sheet_properties.outlinePr.summaryBelow)
    totals = [label for row, (label, _, _) in enumerate(rows, FIRST_ROW)
              if sheet.cell(row, 1).font.bold]
    same("totals", TOTALS, totals)
    same("labels that are looked for", set(),
         set(LEVELS) - {label for label, _, _ in rows})
    for row, (label, _, texts) in enumerate(rows, FIRST_ROW):
        level = LEVELS.get(label)
        indent = int(sheet.cell(row, 1).alignment.indent)
        same(f"group of {label}", indent,
             sheet.row_dimensions[row].outlineLevel)
        if level is not None:
            same(f"level of {label}", level, indent)
        for column in range(2, len(texts) + 2):
            same(f"bold in row {row}, column {column}",
                 label in TOTALS or column == 2,
                 bool(sheet.cell(row, column).font.bold))
    levels = [int(sheet.cell(row, 1).alignment.indent)
              for row in range(FIRST_ROW, FIRST_ROW + len(rows))]
    same("how many stand on each level", [1, 8, 35, 34],
         [levels.count(level) for level in range(max(levels) + 1)])


def check_values(sheet, rows):
    check_tree(sheet, rows)
    compared = nil = 0
    for row, (label, mark, texts) in enumerate(rows, FIRST_ROW):
        same(f"label of row {row}", label + mark, sheet.cell(row, 1).value)
        for column, text in enumerate(texts, 2):
            cell = sheet.cell(row, column)
            where = cell.coordinate
            same(f"type of {where}", ("n", int),
                 (cell.data_type, type(cell.value)))
            same(f"value of {where}", number_of(text), cell.value)
            shown = '#,##0;-#,##0;"-"' if text == "-" else "#,##0"
            same(f"format of {where}", shown, cell.number_format)
            compared += 1
            nil += text == "-"
    last = FIRST_ROW + len(rows)
    same("the row after the values", None, sheet.cell(last, 1).value)
    same("the note", "\u00b9 1st November 2006 Serbia and Montenegro "
         "separated in two parts, in Serbia and in Montenegro.",
         sheet.cell(last + 1, 1).value)
    same("the legend", "Explanation of symbols", sheet.cell(last + 2, 1).value)
    same("the last row", last + 2, sheet.max_row)
    for column, least in (("A", 34), ("B", 9), ("I", 9)):
        if sheet.column_dimensions[column].width < least:
            sys.exit(f"column {column} is too narrow for its content")
    return compared, nil


def check_data(sheet, regions, rows):
    same("table objects", ["thresh_data"], list(sheet.tables))
    table = sheet.tables["thresh_data"]
    same("its range", f"A1:G{len(rows) * len(regions) + 1}", table.ref)
    same("its filter", table.ref, table.autoFilter.ref)
    same("its fields", FIELDS, [field.name for field in table.tableColumns])
    same("its bands", True, table.tableStyleInfo.showRowStripes)
    same("panes of the data", "A2", sheet.freeze_panes)
    records = sheet.iter_rows(values_only=True)
    same("the header", FIELDS, list(next(records)))
    compared = 0
    for label, mark, texts in rows:
        for region, text in zip(regions, texts):
            found = next(records)
            status = "nil" if text == "-" else None
            is_total = label in TOTALS or region == "Total"
            same(f"{label}, {region}",
                 (label, region, 2007, number_of(text), status,
                  "1" if mark or region.endswith("\u00b9") else None,
                  is_total), found)
            same(f"type of {label}, {region}", (int, int),
                 (type(found[2]), type(found[3])))
            compared += 1
    same("records after the last", [], list(records))
    same("format of a year", "0", sheet["C2"].number_format)
    same("format of a value", "#,##0", sheet["D2"].number_format)
    return compared


def check_notes(sheet, sample, nil):
    facts = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)
             if row[0] is not None}
    for name, value in (("Title", "Immigration, by citizenship and region. "
                         "2007"), ("Table number", "11"), ("Period", "2007"),
                        ("Source file", Path(sample).name), ("Rows", 78),
                        ("Observations", 624), ("of these nil", nil),
                        ("of these missing", 0)):
        same(f"notes: {name}", value, facts.get(name))
    for name in ("citizenship", "region", "year", "-"):
        if name not in facts:
            sys.exit(f"notes: nothing is said of {name!r}")
    sums = [row for row in sheet.iter_rows(values_only=True)
            if row[4] is not None and row[4].endswith(" exact")]
    same("notes: sums", sorted([("citizenship", total, 8, "8 exact")
                                for total in TOTALS]
                               + [("region", "Total", 78, "78 exact")]),
         sorted((row[0], row[1], row[3], row[4]) for row in sums))


def check_shapes(thresh, sample, folder):
    """A shape that was asked for leaves the other view out."""
    for shape, sheets in (("long", ["Data", "Notes"]),
                          ("wide", ["Table", "Notes"])):
        path = folder / f"{shape}.xlsx"
        subprocess.run([thresh, sample, "-q", "--shape", shape, "-o", path],
                       check=True)
        same(f"sheets of the {shape} shape", sheets,
             openpyxl.load_workbook(path).sheetnames)


def to_csv(path, folder):
    """Each sheet as LibreOffice shows it: {name: rows}."""
    profile = (folder / "profile").as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}",
                    "--headless", "--convert-to", CSV_FILTER, "--outdir",
                    folder, path], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=240)
    sheets = {}
    for file in folder.glob(f"{path.stem}-*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            name = file.stem[len(path.stem) + 1:]
            sheets[name] = list(csv.reader(stream))
    return sheets


def check_shown(sheets, rows):
    """The same values as LibreOffice shows them."""
    same("LibreOffice: sheets", {"Table", "Data", "Notes"}, set(sheets))
    compared = 0
    for (label, mark, texts), found in zip(rows,
                                           sheets["Table"][FIRST_ROW - 1:]):
        same(f"LibreOffice: {label}",
             [label + mark] + [text.replace(" ", ",") for text in texts],
             found[:9])
        compared += len(texts)
    values = [number_of(text) for _, _, texts in rows for text in texts]
    same("LibreOffice: values of the data", values,
         [int(row[3].replace(",", "")) for row in sheets["Data"][1:]])
    same("LibreOffice: years", {"2007"},
         {row[2] for row in sheets["Data"][1:]})
    return compared


def main():
    thresh, sample = sys.argv[1:]
    regions, rows = expected(sample)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "book.xlsx"
        subprocess.run([thresh, sample, "-q", "-o", path], check=True)
        book = openpyxl.load_workbook(path)
        same("sheets", ["Table", "Data", "Notes"], book.sheetnames)
        same("title of the document", "Immigration, by citizenship and "
             "region. 2007", book.properties.title)
        same("subject of the document", "Immigration and emigration",
             book.properties.subject)
        same("its date", "2000-01-01T00:00:00",
             book.properties.created.isoformat())
        cells, nil = check_table(book["Table"], regions, rows)
        records = check_data(book["Data"], regions, rows)
        check_notes(book["Notes"], sample, nil)
        check_shapes(thresh, sample, folder)
        shown = check_shown(to_csv(path, folder), rows)
    same("cells", (624, 14, 624, 624), (cells, nil, records, shown))
    print(f"xlsx: compared {cells} cells, {nil} of them nil, {records} "
          f"records, and {shown} cells as LibreOffice shows them")


if __name__ == "__main__":
    main()
