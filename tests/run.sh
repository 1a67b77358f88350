#!/bin/sh
# Every test there is:
#
#     sh tests/run.sh
#
# gcc, then clang with the sanitizers, then valgrind, then each fuzz target for
# a minute; the first failure ends it. One of them alone:
# cmake --workflow --preset dev
set -eu
cd -- "$(dirname -- "$0")/.."

.ci/install test
for preset in dev sanitize valgrind fuzz; do
    printf '\n== %s ==\n' "$preset"
    cmake --workflow --preset "$preset"
done
sh tests/fuzz/run.sh
