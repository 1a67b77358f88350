"""What is measured: the commands that do the same work, thresh among them.

A job is (name, command). In a command stand {input}, {out}, {thresh}, {bin}
(the C programs of this folder) and {peers}. `None` instead of a command: it
cannot do this work, for the reason that follows.
"""

STREAM = "thresh --stream"

# Both layouts with tabs, whatever the number of columns.
PAGES = [
    ("floor.c", "{bin}/floor < {input} > {out}"),
    (STREAM, "{thresh} --stream -t csv < {input} > {out}"),
    (STREAM + " -j 1", "{thresh} --stream -j 1 -t csv < {input} > {out}"),
    ("thresh, sums proved", "{thresh} -t csv < {input} > {out}"),
    ("mawk", "mawk -f {peers}/pages.awk < {input} > {out}"),
    ("gawk", "LC_ALL=C gawk -f {peers}/pages.awk < {input} > {out}"),
    ("Perl", "perl {peers}/pages.pl < {input} > {out}"),
    ("Node.js", "node {peers}/table.js < {input} > {out}"),
    ("Python", "/usr/bin/python3 {peers}/table.py < {input} > {out}"),
    ("pandas", "/usr/bin/python3 {peers}/pandas_table.py {input} {out}"),
    ("data.table (R)", "Rscript {peers}/table.R {input} {out}"),
    ("Polars", "node {peers}/polars.js {input} {out}"),
    ("DuckDB", "node {peers}/duckdb.js {input} {out}"),
    ("Miller", "sh {peers}/miller.sh {input} > {out}"),
]

LINES = [
    (STREAM, "{thresh} --stream -t ndjson < {input} > {out}"),
    ("thresh, sums proved", "{thresh} -t ndjson < {input} > {out}"),
    ("DuckDB", "node {peers}/duckdb.js {input} {out}"),
]

QUOTED = [
    ("libcsv alone, reads only", "{bin}/bare_libcsv < {input} > {out}"),
    (STREAM, "{thresh} --stream -t csv < {input} > {out}"),
    (STREAM + " -j 1", "{thresh} --stream -j 1 -t csv < {input} > {out}"),
    ("thresh, sums proved", "{thresh} -t csv < {input} > {out}"),
    ("mawk", None, "has no way to read quotes"),
    ("gawk", "LC_ALL=C gawk -f {peers}/quoted.awk < {input} > {out}"),
    ("Perl, Text::CSV_XS", "perl {peers}/quoted.pl < {input} > {out}"),
    ("Node.js", "node {peers}/table.js quoted < {input} > {out}"),
    ("Python", "/usr/bin/python3 {peers}/table.py quoted < {input} > {out}"),
    ("pandas",
     "/usr/bin/python3 {peers}/pandas_table.py {input} {out} quoted"),
    ("data.table (R)", "Rscript {peers}/table.R {input} {out} quoted"),
    ("Polars", "node {peers}/polars.js {input} {out} quoted"),
    ("DuckDB", "node {peers}/duckdb.js {input} {out} quoted"),
    ("Miller", "sh {peers}/miller.sh {input} quoted > {out}"),
]

CELLS = [
    ("libxlsxwriter alone", "{bin}/bare_xlsx {out} < {input}"),
    ("libxlsxwriter alone, constant memory",
     "{bin}/bare_xlsx {out} constant_memory < {input}"),
    ("thresh", "{thresh} --shape wide -o {out} {input}"),
]

GROWTH = [
    ("floor.c", "{bin}/floor < {input} > {out}"),
    (STREAM, "{thresh} --stream -t csv < {input} > {out}"),
]

# What the results are made with: what to call it, a command that tells.
VERSIONS = [
    ("thresh", "{thresh} --version"),
    ("mawk", "mawk -W version 2>&1"),
    ("gawk", "gawk --version"),
    ("Perl", "perl -e 'print substr($^V, 1)'"),
    ("Text::CSV_XS", "perl -MText::CSV_XS -e 'print Text::CSV_XS->VERSION'"),
    ("Node.js", "node -p process.version"),
    ("Python", "/usr/bin/python3 -V"),
    ("pandas", "/usr/bin/python3 -c 'import pandas as p;print(p.__version__)'"),
    ("R", "Rscript -e 'cat(as.character(getRversion()))'"),
    ("data.table",
     "Rscript -e 'cat(as.character(packageVersion(\"data.table\")))'"),
    ("Polars", "node -p 'require(\"nodejs-polars/package.json\").version'"),
    ("DuckDB", "node -p 'require(\"@duckdb/node-api\").version()'"),
    ("Miller", "mlr --version"),
    ("libcsv", "dpkg-query -W -f '${Version}' libcsv-dev"),
    ("libxlsxwriter", "dpkg-query -W -f '${Version}' libxlsxwriter-dev"),
    ("gcc", "gcc -dumpfullversion"),
]
