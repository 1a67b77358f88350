/* Rows that can be read by themselves: one label, then a figure in each column
 * and nothing more. What they are does not depend on any other line, so they
 * are read as they stand in the source, without a record.
 *
 *     Denmark→1 504→483→78→-→129       label, numbers, a symbol
 *     "Denmark",1504,"483"             the same in quotes
 *     "The ""North""",1504,"483"       and with quotes in its label
 *     Denmark, of→1 504→483→78→-→129   not plain: the label may go on below
 *     →Total→To region→→→              not plain: no numbers
 *
 * The plain twin is thr_body_judge() and thr_rows_read(), which read every
 * other line, and would read these to the same rows.
 */
#ifndef THR_LAYOUT_PLAIN_H
#define THR_LAYOUT_PLAIN_H

#include "layout/body.h"
#include "layout/report.h"
#include "layout/rows.h"

typedef struct thr_plain {
    thr_grid *grid;
    thr_rows *rows;
    thr_report *report;
    bool possible; /* in this table */
    char delimiter;
    bool quoted;     /* cells may be in double quotes */
    char group[2];   /* what groups digits: outside of quotes, and in them */
    char decimal[2]; /* what marks decimals, likewise */
    bool *tells;    /* for each column: a line with a number there is no header
                       again, as that has a word or nothing there */
    size_t *others; /* the columns of the last row without a plain number */
    size_t nothers;
    thr_buf label; /* whose quotes were printed twice */
    char symbol;   /* the last that stood for a value, if of one byte */
    thresh_cell of_symbol;
} thr_plain;

/* Start with `table`, whose rows begin, from zeroed or used memory; more comes
 * from its arena. All pointers must outlive it. End it with thr_plain_free().
 * Fails with THRESH_E_MEMORY or _LIMIT. */
thresh_result thr_plain_start(thr_plain *plain, thr_grid *grid, thr_rows *rows,
                              const thr_body *body, thresh_table *table,
                              thr_report *report, thresh_error *err);

/* Read the next line of the source, if it is such a row; `row` lives until the
 * next call. Fails as the grid does. */
thresh_result thr_plain_next(thr_plain *plain, thresh_row *row, bool *found,
                             thresh_error *err);

void thr_plain_free(thr_plain *plain);

#endif
