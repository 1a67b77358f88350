"""The layout of samples/immigration-2007.txt with pandas, and, with "quoted",
the same as CSV with quotes:

    pandas_table.py INPUT OUTPUT [quoted]
"""

import csv
import sys

import pandas as pd

source, target, *quoted = sys.argv[1:]
how = dict(sep="," if quoted else "\t",
           quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
with open(source, encoding="utf-8") as file:
    names = [next(file) for _ in range(6)][5].rstrip("\n").split(how["sep"])
names[:2] = ["citizenship", "Total"]
wide = pd.read_csv(source, header=None, names=names, skiprows=6, dtype=str,
                   keep_default_na=False, na_filter=False, **how)
wide = wide[~wide["citizenship"].isin(["", "Citizenship"])
            & (wide["Total"] != "")]
marked = wide["citizenship"].str.endswith(" ¹")
wide["citizenship"] = wide["citizenship"].str.removesuffix(" ¹")
wide["notes"] = marked.map({True: "1", False: ""})
long = wide.melt(["citizenship", "notes"], var_name="region")
nil = long["value"] == "-"
long["status"] = nil.map({True: "nil", False: ""})
long["value"] = (long["value"].mask(nil, "0")
                 .str.replace("," if quoted else " ", "", regex=False)
                 .astype("int64"))
long["year"] = 2007
long["is_total"] = ""
long[["citizenship", "region", "year", "value", "status", "notes",
      "is_total"]].to_csv(target, index=False)
