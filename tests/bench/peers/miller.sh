# The layout of samples/immigration-2007.txt with Miller, and, with "quoted",
# the same as CSV with quotes:
#
#     sh miller.sh INPUT [quoted] > OUTPUT
#
# Its first record settles how many fields there are, so the title is left out;
# records with fewer are filled up. -S leaves numbers as they are written.
if [ "${2-}" = quoted ]; then sep=,; group=,; else sep='\t'; group=' '; fi
names=Total,$(sed -n 6p "$1" | tr "$sep" , | cut -d , -f 3-)
tail -n +6 "$1" | mlr -S --icsv --ifs "$sep" --ocsv \
    --implicit-csv-header --allow-ragged-csv-input \
    label "citizenship,$names" \
    then filter '$Total != "" && $citizenship != "" &&
        $citizenship != "Citizenship"' \
    then put '
        $year = 2007;
        $notes = "";
        $is_total = "";
        if ($citizenship =~ " ¹$") {
            $citizenship = sub($citizenship, " ¹$", "");
            $notes = "1";
        }' \
    then reshape -i "$names" -o region,value \
    then put -s group="$group" '
        $status = "";
        if ($value == "-") {
            $value = "0";
            $status = "nil";
        } else {
            $value = ssub($value, @group, "");
        }' \
    then reorder -e -f year,value,status,notes,is_total
