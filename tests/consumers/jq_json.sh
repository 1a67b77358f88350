#!/bin/sh
# What jq makes of the JSON and the JSON lines of the sample: they hold the
# same observations, and these add up.
#
#     jq_json.sh THRESH SAMPLE
set -eu
thresh=$1
sample=$2

fail() {
    echo "$*" >&2
    exit 1
}

same() { # what, wanted, found
    [ "$2" = "$3" ] || fail "$1: expected $2, found $3"
}

json=$("$thresh" "$sample" -t json)
lines=$("$thresh" "$sample" -t ndjson)

same "tables" 1 "$(printf '%s' "$json" | jq '.tables | length')"
same "observations" 624 \
    "$(printf '%s' "$json" | jq '.tables[0].data | length')"
same "observations, one a line" 624 "$(printf '%s\n' "$lines" | wc -l)"
same "lines and document" \
    "$(printf '%s' "$json" | jq -cS '.tables[0].data[]')" \
    "$(printf '%s\n' "$lines" | jq -cS .)"
same "nil" 14 "$(printf '%s\n' "$lines" | jq -c \
    'select(.status == "nil" and .value == 0)' | wc -l)"
same "kinds of value" '"number"' "$(printf '%s\n' "$lines" |
    jq -c '.value | type' | sort -u)"
same "rows that do not add up" 0 "$(printf '%s\n' "$lines" | jq -s '
    group_by(.citizenship) | map(
        (map(select(.region == "Total").value) | add) as $whole
        | (map(select(.region != "Total").value) | add) as $parts
        | select($whole != $parts)) | length')"
same "rows" 78 "$(printf '%s\n' "$lines" | jq -s \
    'group_by(.citizenship) | length')"
same "sums" '[["citizenship",10,80],["region",1,78]]' \
    "$(printf '%s' "$json" | jq -c '.tables[0].sums | group_by(.dimension)
        | map([.[0].dimension, length, (map(.exact) | add)])')"
same "sums that are not exact" 0 "$(printf '%s' "$json" | jq '
    [.tables[0].sums[] | .rounded + .unknown + (.failed | length)] | add')"
# Each sum again, from the records alone.
same "lines of sums that hold" 158 "$(printf '%s' "$json" | jq '
    .tables[0] as $table
    | ($table.data | map({"\(.citizenship)|\(.region)": .value}) | add)
        as $value
    | ($table.dimensions | map({(.name): [.categories[].label]}) | add)
        as $labels
    | [$table.sums[] as $sum
        | (if $sum.dimension == "region" then "citizenship" else "region" end)
            as $other
        | $labels[$other][] as $line
        | [$sum.total, $sum.parts[]] | map($labels[$sum.dimension][.])
        | map(if $other == "region" then "\(.)|\($line)"
            else "\($line)|\(.)" end) | map($value[.])
        | select(.[0] == (.[1:] | add))] | length')"
echo "compared 624 observations in both forms, 78 sums"
