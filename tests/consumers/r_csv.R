# What R makes of the CSV and JSON lines of the sample: types and all values.
#
#     Rscript r_csv.R THRESH SAMPLE

arguments <- commandArgs(trailingOnly = TRUE)
thresh <- arguments[1]
sample <- arguments[2]

convert <- function(form) {
  path <- tempfile(fileext = paste0(".", form))
  status <- system2(thresh, shQuote(c(sample, "-t", form)), stdout = path)
  stopifnot(status == 0)
  path
}

# The values in the order of the source, read in the plainest way.
lines <- strsplit(readLines(sample, warn = FALSE, encoding = "UTF-8"), "\t", fixed = TRUE)
rows <- Filter(function(fields) {
  length(fields) == 9 && nzchar(fields[1]) && fields[1] != "Citizenship"
}, lines)
printed <- unlist(lapply(rows, function(fields) fields[-1]))
labels <- vapply(rows, function(fields) sub(" *\u00b9$", "", fields[1]), "")
expected <- as.numeric(ifelse(printed == "-", "0", gsub(" ", "", printed)))
stopifnot(length(expected) == 624, sum(printed == "-") == 14)

is_logical_or_missing <- function(column) {
  is.logical(column) || all(is.na(column))
}

check <- function(name, frame) {
  stopifnot(
    identical(names(frame), c("citizenship", "region", "year", "value",
                              "status", "notes", "is_total")),
    nrow(frame) == 624,
    is.numeric(frame$value), !anyNA(frame$value),
    is.numeric(frame$year), all(frame$year == 2007),
    is_logical_or_missing(frame$is_total),
    is.character(frame$citizenship), is.character(frame$region),
    identical(as.character(frame$citizenship), rep(labels, each = 8)),
    all(frame$value == expected),
    sum(frame$status == "nil", na.rm = TRUE) == 14
  )
  parts <- frame[frame$region != "Total", ]
  sums <- tapply(parts$value, parts$citizenship, sum)
  whole <- frame[frame$region == "Total", ]
  stopifnot(nrow(whole) == 78, all(sums[whole$citizenship] == whole$value))
  cat(sprintf("%s: compared %d values and %d sums; value is %s\n", name,
              nrow(frame), nrow(whole), class(frame$value)[1]))
}

csv <- convert("csv")
check("read.csv", utils::read.csv(csv, encoding = "UTF-8"))
check("readr", as.data.frame(readr::read_csv(csv, show_col_types = FALSE,
                                             progress = FALSE)))
check("data.table", as.data.frame(data.table::fread(csv,
                                                    encoding = "UTF-8")))
problems <- readr::problems(readr::read_csv(csv, show_col_types = FALSE))
stopifnot(nrow(problems) == 0)
ndjson <- jsonlite::stream_in(file(convert("ndjson"), encoding = "UTF-8"),
                              verbose = FALSE)
check("jsonlite", ndjson)
document <- jsonlite::fromJSON(convert("json"))
check("jsonlite, document", document$tables$data[[1]])
