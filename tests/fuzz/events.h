/* What a reader yields, written down so that two readings can be compared: a
 * line for each table, row, cell, note and failure. */
#ifndef TESTS_FUZZ_EVENTS_H
#define TESTS_FUZZ_EVENTS_H

#include "fuzz.h"

/* What is told while reading. */
typedef struct fuzz_told {
    thr_buf told;    /* warnings and decisions */
    size_t lines;    /* with a role */
    bool rearranged; /* cells were moved: columns joined, panels stacked */
    bool doubted;    /* a separator may be read in two ways */
} fuzz_told;

/* A listener that writes to `told`; it hears of lines only if `lines`. */
thresh_listener fuzz_listener(fuzz_told *told, bool lines);
void fuzz_told_free(fuzz_told *told);

/* Write down a table as far as it is known before its rows. */
void fuzz_put_table(thr_buf *out, const thresh_table *table);

/* A row: its labels and cells as printed, and, if `meaning`, as understood. */
void fuzz_put_row(thr_buf *out, const thresh_table *table,
                  const thresh_row *row, bool meaning);

void fuzz_put_notes(thr_buf *out, const thresh_table *table);
void fuzz_put_place(thr_buf *out, thresh_place place);
void fuzz_put_error(thr_buf *out, const thresh_error *err);
void fuzz_put_number(thr_buf *out, const char *what, uint64_t number);

/* Fail unless each cell became something. */
void fuzz_check_tally(const thresh_tally *tally);

#endif
