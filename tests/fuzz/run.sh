#!/bin/sh
# Run each fuzz target for a while, two at a time:
#
#     tests/fuzz/run.sh                       a minute, the same way each time
#     tests/fuzz/run.sh SECONDS [TARGET]...   another way each time
#
# They start from the inputs of the cases, and go on with what earlier runs
# found in build/fuzz/corpus. What is found wrong is kept in
# build/fuzz/findings; its path is printed, and the script fails.
set -eu
cd -- "$(dirname -- "$0")/../.."
build=build/fuzz
way=0 # by the time of day
[ $# -gt 0 ] || way=1
seconds=${1-60}
[ $# -eq 0 ] || shift

if [ "${1-}" = --one ]; then # as called below
    target=$2
    way=$3
    mkdir -p "$build/corpus/$target" "$build/findings/$target"
    log=$build/$target.log
    if "$build/bin/${target}_fuzz" -max_total_time="$seconds" -seed="$way" \
        -max_len=4096 -len_control=0 -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 \
        -dict=tests/fuzz/thresh.dict -use_value_profile=0 \
        -artifact_prefix="$build/findings/$target/" \
        "$build/corpus/$target" "$build/seeds" >"$log" 2>&1; then
        sed -n "s/^#\([0-9]*\).*DONE  *\(cov.*\)/$target: \1 runs, \2/p" "$log"
    else
        grep -a -E '^WRONG|ERROR: |SUMMARY|runtime error' "$log" || tail "$log"
        sed -n "s/.*Test unit written to /$target: found /p" "$log"
        exit 1
    fi
    exit
fi

# A seed is four bytes of options and a text: see fuzz.h.
mkdir -p "$build/seeds"
for input in tests/cases/*/*/input*; do
    seed=$build/seeds/$(printf '%s' "${input#tests/cases/}" | tr / -)
    [ "$seed" -nt "$input" ] || { printf '\0\0\0\0' && cat "$input"; } >"$seed"
done

[ $# -gt 0 ] || set -- $(basename -s _fuzz "$build"/bin/*_fuzz)
printf '%s\n' "$@" |
    xargs -P 2 -I '{}' sh tests/fuzz/run.sh "$seconds" --one '{}' "$way"
