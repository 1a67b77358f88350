/* Data records to rows: stub cells to categories, value cells to values.
 *
 *     Serbia ¹ | 502 | 169 | -
 *     keys  Serbia, mark 1        cells  502, 169, nil
 */
#ifndef THR_LAYOUT_ROWS_H
#define THR_LAYOUT_ROWS_H

#include "layout/meanings.h"

typedef struct thr_rows {
    const thresh_table *table;
    size_t nstub;
    thr_number_style style;
    thr_meanings *meanings; /* of the symbols */
    thresh_category *keys;  /* lent with each row, as is all below */
    thresh_cell *cells;
    thr_buf marks;
    uint64_t count;
} thr_rows;

/* Start the rows of `table`, whose columns are known; memory comes from its
 * arena. `meanings` must outlive the rows. */
thresh_result thr_rows_start(thr_rows *rows, thresh_table *table, size_t nstub,
                             thr_number_style style, thr_meanings *meanings,
                             thresh_error *err);

/* Read `record` into `row`, whose texts live as long as the record. Cells that
 * stand in no column are rejected with a warning. */
thresh_result thr_rows_read(thr_rows *rows, const thr_record *record,
                            thr_report *report, thresh_row *row,
                            thresh_error *err);

void thr_rows_free(thr_rows *rows);

#endif
