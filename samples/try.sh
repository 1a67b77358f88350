#!/bin/sh
# Build thresh and convert the sample to every format, into build/try/:
#
#     sh samples/try.sh
set -eu
cd -- "$(dirname -- "$0")/.."

.ci/install build
cmake --workflow --preset release

thresh=build/release/bin/thresh
out=build/try/immigration-2007
mkdir -p build/try
"$thresh" -v samples/immigration-2007.txt \
    -o "$out.csv" -o "$out.xlsx" -o "$out.json" -o "$out.md"

for made in "$out".*; do
    printf '\n%s, %s bytes\n' "$made" "$(wc -c <"$made")"
    case $made in
    *.xlsx) echo '(a workbook: open it in Excel or LibreOffice)' ;;
    *) head -n 6 "$made" | cut -c 1-79 ;;
    esac
done
