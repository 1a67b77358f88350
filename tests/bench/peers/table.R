# The layout of samples/immigration-2007.txt with data.table, and, with
# "quoted", the same as CSV with quotes:
#
#     Rscript table.R INPUT OUTPUT [quoted]
suppressPackageStartupMessages(library(data.table))
args <- commandArgs(trailingOnly = TRUE)
quoted <- length(args) > 2
sep <- if (quoted) "," else "\t"
names <- strsplit(readLines(args[1], 6, encoding = "UTF-8")[6], sep)[[1]]
names[1:2] <- c("citizenship", "Total")
wide <- fread(args[1], sep = sep, header = FALSE, skip = 6, fill = TRUE,
              colClasses = "character", encoding = "UTF-8", na.strings = NULL,
              quote = if (quoted) "\"" else "", blank.lines.skip = TRUE,
              strip.white = FALSE, col.names = names)
# fread() takes quotes off cells, but leaves them double inside.
if (quoted) wide[, citizenship := gsub('""', '"', citizenship, fixed = TRUE)]
wide <- wide[!citizenship %chin% c("", "Citizenship") & Total != ""]
wide[, notes := fifelse(endsWith(citizenship, " ¹"), "1", "")]
wide[notes == "1", citizenship := sub(" ¹", "", citizenship, fixed = TRUE)]
long <- melt(wide, c("citizenship", "notes"), variable.name = "region")
long[, status := fifelse(value == "-", "nil", "")]
long[status == "nil", value := "0"]
long[, value := as.integer(gsub(if (quoted) "," else " ", "", value,
                                fixed = TRUE))]
long[, `:=`(year = 2007L, is_total = "")]
setcolorder(long, c("citizenship", "region", "year", "value", "status",
                    "notes", "is_total"))
fwrite(long, args[2])
