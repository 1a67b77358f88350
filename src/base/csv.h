/* The one door to libcsv: reading a record of quoted cells, and quoting a cell
 * that needs it.
 *
 *     "Bosnia, Herzegovina";"1,5"    ->   Bosnia, Herzegovina | 1,5
 *
 * libcsv by itself drops blank lines and leading blanks, and lets one stray
 * quote swallow the rest of a file. Behind this door it sees one line at a
 * time, strips nothing, and the caller learns after each line whether a quote
 * is still open.
 */
#ifndef THR_BASE_CSV_H
#define THR_BASE_CSV_H

#include "thresh/core.h"

#include "base/buf.h"

typedef struct thr_csv thr_csv;

/* A reader of records; NULL if memory is exhausted. */
thr_csv *thr_csv_new(char delimiter);
void thr_csv_free(thr_csv *csv);

/* Take the next line of a record, without its line end. `*complete` tells
 * whether the record ends with it; if not, a quote is open and the line end
 * belongs to a cell. Fails with THRESH_E_MEMORY. */
thresh_result thr_csv_line(thr_csv *csv, thresh_str line, bool *complete,
                           thresh_error *err);

/* The cells of a complete record, in an array lent until the next line. */
size_t thr_csv_cells(thr_csv *csv, const thresh_str **cells);

/* Forget an incomplete record. */
void thr_csv_reset(thr_csv *csv);

/* Append `text` as one cell, in quotes where it holds the delimiter, a quote,
 * a line end, or blanks at either end. */
void thr_csv_quote(thr_buf *out, thresh_str text, char delimiter);

#endif
