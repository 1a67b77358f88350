# The same as CSV with quotes: gawk, whose FPAT knows fields in quotes.
BEGIN {
    FPAT = "([^,]*)|(\"([^\"]|\"\")*\")"
    print "citizenship,region,year,value,status,notes,is_total"
}
/^,/ {
    name[2] = ",Total,2007,"
    for (i = 3; i <= NF; i++)
        name[i] = "," $i ",2007,"
    next
}
NF < 3 || $1 == "Citizenship" { next }
{
    label = $1
    note = sub(/ ¹"$/, "\"", label) ? "1" : ""
    for (i = 2; i <= NF; i++) {
        value = $i
        if (value == "-")
            print label name[i] "0,nil," note ","
        else {
            gsub(/[",]/, "", value)
            print label name[i] value ",," note ","
        }
    }
}
