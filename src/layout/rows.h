/* Data records to rows: stub cells to categories, value cells to values.
 *
 *     Serbia ¹ | 502 | 169 | -
 *     keys  Serbia, mark 1        cells  502, 169, nil
 */
#ifndef THR_LAYOUT_ROWS_H
#define THR_LAYOUT_ROWS_H

#include "layout/labels.h"
#include "layout/meanings.h"

typedef struct thr_rows {
    const thresh_table *table;
    thr_labels labels;
    thr_number_style style;
    thr_meanings *meanings; /* of the symbols */
    thresh_cell *cells;     /* lent with each row, as is all below */
    thr_buf marks;
    uint64_t count;
    size_t margin;      /* columns taken off on the left */
    bool beside;        /* a line may hold several rows, of any length */
    bool texts;         /* no value is a figure: that is told once */
    bool flags;         /* fields beside the columns hold flags of these */
    uint64_t nshort;    /* rows that end before the last column */
    thresh_place first; /* where the first of them ends */
} thr_rows;

/* Start the rows of `table`, whose columns are known; memory comes from its
 * arena. `meanings` must outlive the rows. */
thresh_result thr_rows_start(thr_rows *rows, thresh_table *table,
                             const thr_stub *stub, thr_number_style style,
                             thr_meanings *meanings, thresh_error *err);

/* Read `record` into `row`, whose texts live as long as the record. `after`
 * is what its label goes on with in the records that follow. Cells that stand
 * in no column are rejected with a warning. */
thresh_result thr_rows_read(thr_rows *rows, const thr_record *record,
                            thresh_str after, thr_report *report,
                            thresh_row *row, thresh_error *err);

/* Read the value in column `column` of a row, printed as `text` at `place`:
 * whether it is an observation. */
bool thr_rows_value(thr_rows *rows, size_t column, thresh_str text,
                    thresh_place place, const thr_report *report);

/* The rows have ended: warn of those that were too short. */
void thr_rows_end(const thr_rows *rows, const thr_report *report);

void thr_rows_free(thr_rows *rows);

#endif
