#!/usr/bin/python3
"""Check the JSON against its schema, and that the schema can say no; and the
sums that it tells, by adding them up again.

    json_schema.py THRESH SAMPLE
"""

import copy
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema

TESTS = Path(__file__).resolve().parent.parent
SCHEMA = TESTS / "schema" / "thresh.schema.json"


def convert(thresh, path, *options):
    return subprocess.run([thresh, path, "-t", "json", *options],
                          capture_output=True, check=False)


def spoiled(document):
    """The document with one thing wrong, in several ways."""
    for key in ("title", "dimensions", "data", "schema"):
        wrong = copy.deepcopy(document)
        del wrong["tables"][0][key]
        yield f"without {key}", wrong
    wrong = copy.deepcopy(document)
    wrong["tables"] = {}
    yield "tables that are no list", wrong
    wrong = copy.deepcopy(document)
    wrong["tables"][0]["data"][0]["value"] = "61 774"
    yield "a value that is a text", wrong
    for key, value in (("kind", "average"), ("total", -1), ("parts", [1]),
                       ("parts", [1, 1]), ("exact", None), ("failed", 0),
                       ("failed", [{"line": 1}]), ("more", 1)):
        wrong = copy.deepcopy(document)
        wrong["tables"][0]["sums"][0][key] = value
        yield f"a sum whose {key} is {value}", wrong
    wrong = copy.deepcopy(document)
    wrong["tables"][0]["sums"] = None
    yield "sums that are no list", wrong


def without_codes(table, names):
    """The dimensions, less those that name the same rows in other words, as a
    code beside each name: sums are told along one of them."""
    summed = {item["dimension"] for item in table["sums"]}
    alone = [dimension["name"] for dimension in table["dimensions"]
             if dimension["axis"] == "rows"
             and len(dimension["categories"]) == table["counts"]["rows"]]
    return [name for name in names if name not in alone or name in summed
            or len(alone) < 2]


def check_sums(table, path):
    """Re-add every sum from the records. Returns the number of lines."""
    names = [dimension["name"] for dimension in table["dimensions"]]
    lists = {dimension["name"]: [category["label"] for category
                                 in dimension["categories"]]
             for dimension in table["dimensions"]}
    fields = [field["name"] for field in table["schema"]["fields"]]
    unique = all(len(set(labels)) == len(labels) for labels in lists.values())
    if not unique or fields[:len(names)] != names:
        return 0  # labels that repeat do not tell which record is meant
    names = without_codes(table, names)
    values = {tuple(record[name] for name in names): record
              for record in table["data"]}
    lines = 0
    for item in table["sums"]:
        counted = re_add(item, names, lists[item["dimension"]], values)
        told = {"exact": item["exact"], "failed": len(item["failed"])}
        for key in told:
            if told[key] > counted[key]:
                sys.exit(f"{path}: re-adding gives {counted} for {item}")
        for failure in item["failed"]:
            off = Decimal(failure["total"]) - Decimal(failure["parts"])
            if off != Decimal(failure["difference"]) or off == 0:
                sys.exit(f"{path}: {failure} does not differ by that")
        lines += sum(told.values())
    return lines


def re_add(item, names, labels, values):
    """In how many lines a sum holds, and in how many it does not."""
    at = names.index(item["dimension"])
    counted = {"exact": 0, "failed": 0}
    for keys, record in values.items():
        if keys[at] != labels[item["total"]] or record["value"] is None:
            continue
        parts = [values.get((*keys[:at], labels[part], *keys[at + 1:]))
                 for part in item["parts"]]
        parts = [part["value"] for part in parts if part is not None]
        known = [Decimal(part) for part in parts if part is not None]
        if len(known) < len(parts):
            # What is hidden is not negative, so that this can fail.
            counted["failed"] += sum(known) > Decimal(record["value"])
            continue
        if not known:
            continue
        sign = -1 if item["kind"] == "difference" else 1
        found = known[0] + sign * sum(known[1:])
        whole = Decimal(record["value"])
        counted["exact" if found == whole else "failed"] += 1
    return counted


def check_sample(document, lines):
    """The sums of the sample: ten of citizenships, one of regions."""
    sums = document["tables"][0]["sums"]
    along = [item["dimension"] for item in sums]
    if sorted(along) != ["citizenship"] * 10 + ["region"]:
        sys.exit(f"the sample has sums along {along}")
    for item in sums:
        wanted = 8 if item["dimension"] == "citizenship" else 78
        found = [item[key] for key in ("exact", "rounded", "unknown")]
        if found + item["failed"] != [wanted, 0, 0]:
            sys.exit(f"not exact in {wanted} lines: {item}")
    if lines != 10 * 8 + 78:
        sys.exit(f"re-added {lines} lines of the sample")


def main():
    thresh, sample = sys.argv[1:]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    checked = tables = lines = 0
    inputs = sorted((TESTS / "cases").glob("*/*/input*"))
    for path in [sample, *inputs]:
        for shape in ("long", "wide"):
            done = convert(thresh, path, "--shape", shape)
            if done.returncode != 0:
                continue
            document = json.loads(done.stdout.decode("utf-8"),
                                  parse_float=Decimal)
            for error in validator.iter_errors(document):
                sys.exit(f"{path}: {error.json_path}: {error.message}")
            checked += 1
            tables += len(document["tables"])
            if shape == "wide":
                continue
            found = sum(check_sums(table, path)
                        for table in document["tables"])
            lines += found
            if path == sample:
                check_sample(document, found)
    document = json.loads(convert(thresh, sample).stdout)
    noticed = 0
    for what, wrong in spoiled(document):
        if validator.is_valid(wrong):
            sys.exit(f"the schema lets this pass: {what}")
        noticed += 1
    print(f"compared {checked} documents with {tables} tables to the "
          f"schema; it noticed {noticed} spoiled ones; re-added {lines} "
          f"lines of sums")
    if tables < checked or checked < 2:
        sys.exit("compared nothing")


if __name__ == "__main__":
    main()
