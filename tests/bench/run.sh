#!/bin/sh
# Measure thresh beside other tools, and print tables:
#
#     sh tests/bench/run.sh [--record] [--size MB] [--runs N]
#
# Installs what is missing (Debian's packages, npm), builds, generates the
# inputs, and measures; 20 minutes at most if nothing else runs. --record puts
# the tables into tests/bench/README.md. For the other options see compare.py.
set -eu
cd -- "$(dirname -- "$0")/../.."

record=
if [ "${1-}" = --record ]; then
    record=yes
    shift
fi

{
    .ci/install bench
    command -v npm >/dev/null || .ci/install node
    cmake --workflow --preset release
} >&2

thresh=build/release/bin/thresh
bin=build/bench
mkdir -p "$bin"

build() {
    name=$1
    shift
    cc -O2 -std=c17 -D_GNU_SOURCE -o "$bin/$name" "tests/bench/$name.c" "$@"
}
build generate
build floor
build same
build bare_libcsv -lcsv
build bare_xlsx -lxlsxwriter

# Those that cannot be had are told in the tables. Polars' own package names
# the binary as optional, and npm leaves that out where Node.js is older than
# it asks for.
platform=$(node -p 'process.platform + "-" + process.arch')
npm install --silent --prefix "$bin" --no-save \
    nodejs-polars@0.26.1 "nodejs-polars-$platform-gnu@0.26.1" \
    @duckdb/node-api@1.5.6-r.1 >&2 || echo 'npm failed' >&2

made=$bin/results.md
/usr/bin/python3 tests/bench/compare.py --thresh "$thresh" --bin "$bin" "$@" \
    >"$made"
echo >>"$made"
/usr/bin/python3 tests/bench/instructions.py --thresh "$thresh" --bin "$bin" \
    >>"$made"
cat "$made"

if [ -n "$record" ]; then
    readme=tests/bench/README.md
    sed -e '/^<!-- results -->$/r '"$made" \
        -e '/^<!-- results -->$/,/^<!-- end -->$/{/^<!--/!d}' \
        "$readme" >"$bin/README.md"
    cp "$bin/README.md" "$readme"
fi
