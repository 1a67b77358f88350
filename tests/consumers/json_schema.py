#!/usr/bin/python3
"""Check the JSON against its schema, and that the schema can say no.

    json_schema.py THRESH SAMPLE
"""

import copy
import json
import subprocess
import sys
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


def main():
    thresh, sample = sys.argv[1:]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    checked = tables = 0
    inputs = sorted((TESTS / "cases").glob("*/*/input*"))
    for path in [sample, *inputs]:
        for shape in ("long", "wide"):
            done = convert(thresh, path, "--shape", shape)
            if done.returncode != 0:
                continue
            document = json.loads(done.stdout.decode("utf-8"))
            for error in validator.iter_errors(document):
                sys.exit(f"{path}: {error.json_path}: {error.message}")
            checked += 1
            tables += len(document["tables"])
    document = json.loads(convert(thresh, sample).stdout)
    noticed = 0
    for what, wrong in spoiled(document):
        if validator.is_valid(wrong):
            sys.exit(f"the schema lets this pass: {what}")
        noticed += 1
    print(f"compared {checked} documents with {tables} tables to the "
          f"schema; it noticed {noticed} spoiled ones")
    if tables < checked or checked < 2:
        sys.exit("compared nothing")


if __name__ == "__main__":
    main()
