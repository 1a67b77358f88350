#!/usr/bin/python3
"""What pandas makes of the CSV, JSON and JSON lines of the sample, with no
argument beyond the file's name. Told apart from the source by re-reading it
here in the plainest way: split at tabs, blanks out of the numbers.

    pandas_csv.py THRESH SAMPLE
"""

import io
import json
import subprocess
import sys

import pandas

REGIONS = 7


def convert(thresh, sample, *options):
    done = subprocess.run([thresh, sample, *options], capture_output=True,
                          check=True)
    return done.stdout.decode("utf-8")


def expected(sample):
    """{(citizenship, region): value as printed} by hand."""
    cells, regions = {}, None
    with open(sample, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 9:
                continue
            if fields[0] == "Citizenship":
                first = fields[1]
            elif fields[0] == "":
                regions = [first] + fields[2:]
            else:
                label = fields[0].rstrip("\u00b9 ")
                for region, text in zip(regions, fields[1:]):
                    cells[label, region] = text
    return cells


def same(what, wanted, found):
    if wanted != found:
        sys.exit(f"{what}: expected {wanted!r}, found {found!r}")


def check_frame(name, frame, cells):
    """All values of a frame, whose columns are those of the tidy form."""
    same(f"{name}: shape", len(cells), len(frame))
    same(f"{name}: columns", ["citizenship", "region", "year", "value",
                              "status", "notes", "is_total"],
         list(frame.columns))
    same(f"{name}: type of value", "int64", str(frame["value"].dtype))
    same(f"{name}: type of year", "int64", str(frame["year"].dtype))
    same(f"{name}: years", [2007], list(frame["year"].unique()))
    compared = nil = 0
    for row in frame.itertuples():
        text = cells[row.citizenship, row.region]
        number = 0 if text == "-" else int(text.replace(" ", ""))
        same(f"{name}: {row.citizenship}, {row.region}", number, row.value)
        is_nil = row.status == "nil"
        same(f"{name}: {row.citizenship}, {row.region} is nil", text == "-",
             is_nil)
        compared += 1
        nil += is_nil
    same(f"{name}: keys", len(cells),
         len(frame[["citizenship", "region"]].drop_duplicates()))
    parts = frame[frame["region"] != "Total"].groupby("citizenship")["value"]
    whole = frame[frame["region"] == "Total"].set_index("citizenship")
    same(f"{name}: regions", {REGIONS}, set(parts.count()))
    same(f"{name}: the regions add up", [],
         [label for label, value in parts.sum().items()
          if value != whole.loc[label, "value"]])
    print(f"{name}: compared {compared} values, {nil} of them nil, and "
          f"{len(whole)} sums")


def check_wide(thresh, sample, cells):
    """One row a citizenship, the columns in the order of the source."""
    frame = pandas.read_csv(io.StringIO(convert(
        thresh, sample, "-t", "csv", "--shape", "wide")))
    labels = list(dict.fromkeys(label for label, _ in cells))
    same("wide: labels", labels, list(frame["citizenship"]))
    at = list(frame.columns).index("citizenship") + 1
    numbers = frame.iloc[:, at:at + REGIONS + 1]
    same("wide: types", {"int64"}, {str(kind) for kind in numbers.dtypes})
    found = numbers.to_numpy().flatten().tolist()
    same("wide: values", [0 if text == "-" else int(text.replace(" ", ""))
                          for text in cells.values()], found)
    print(f"wide csv: compared {len(found)} values")


def main():
    thresh, sample = sys.argv[1:]
    cells = expected(sample)
    same("the sample as read here", 624, len(cells))
    check_frame("csv", pandas.read_csv(io.StringIO(
        convert(thresh, sample, "-t", "csv"))), cells)
    check_frame("ndjson", pandas.read_json(io.StringIO(
        convert(thresh, sample, "-t", "ndjson")), lines=True), cells)
    document = json.loads(convert(thresh, sample, "-t", "json"))
    same("json: tables", 1, len(document["tables"]))
    check_frame("json", pandas.DataFrame(document["tables"][0]["data"]),
                cells)
    check_wide(thresh, sample, cells)


if __name__ == "__main__":
    main()
