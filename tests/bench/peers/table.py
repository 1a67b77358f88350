"""The layout of samples/immigration-2007.txt, by hand, and, with "quoted",
the same as CSV with quotes: Python without libraries."""

import csv
import sys

quoted = len(sys.argv) > 1 and sys.argv[1] == "quoted"
source = open(0, encoding="utf-8", newline="")
out = open(1, "w", encoding="utf-8", newline="")
rows = (csv.reader(source) if quoted
        else (line.rstrip("\n").split("\t") for line in source))
group = "," if quoted else " "
names = []
out.write("citizenship,region,year,value,status,notes,is_total\n")
for cells in rows:
    if len(cells) < 2 or cells[0] == "Citizenship":
        continue
    if not cells[0]:
        names = [f",{name},2007," for name in ["Total", *cells[2:]]]
        continue
    label, note = cells[0], ""
    if label.endswith(" ¹"):
        label, note = label[:-2], "1"
    if quoted:
        label = '"' + label.replace('"', '""') + '"'
    out.write("".join(
        f"{label}{name}0,nil,{note},\n" if cell == "-"
        else f"{label}{name}{cell.replace(group, '')},,{note},\n"
        for name, cell in zip(names, cells[1:])))
out.close()
