/* Rows that can be read by themselves: one label, then a figure in each column
 * and nothing more. What they are does not depend on any other line, so they
 * are read as they stand in the source, without a record.
 *
 *     Denmark→1 504→483→78→-→129       label, numbers, a symbol
 *     "Denmark",1504,"483"             the same in quotes
 *     "The ""North""",1504,"483"       and with quotes in its label
 *     Denmark, of→1 504→483→78→-→129   not plain: the label may go on below
 *     →Total→To region→→→              not plain: no numbers
 *     Land→2005→2006→2007              not plain below a header of these years
 *
 * They are cut here; what they say is read by plain_row.h, to be lent, or by
 * plain_load.h, straight into a table. The plain twin of both is
 * thr_body_judge() and thr_rows_read(), which read every other line, and would
 * read these to the same rows.
 */
#ifndef THR_LAYOUT_PLAIN_H
#define THR_LAYOUT_PLAIN_H

#include "layout/body.h"
#include "layout/rows.h"
#include "scan/report.h"
#include "value/plain_number.h"

/* One cell that was cut. */
typedef struct thr_plain_cell {
    thresh_str text; /* without quotes, as it stands in the line */
    thr_plain_value number;
    uint32_t column; /* where it stands, quotes and all */
    bool is_number;
} thr_plain_cell;

/* What the header has over a column: a line with a number there is no line of
 * the header again, as that has words there, nothing, or another number. */
typedef struct thr_plain_head {
    int64_t coef; /* that number, without its decimals; or THR_PLAIN_NONE */
    bool tells;
} thr_plain_head;

/* What no plain number is: they are not below zero. */
enum { THR_PLAIN_NONE = -1 };

/* A line that was cut; the cells of its columns are those of the thr_plain. */
typedef struct thr_plain_row {
    thr_line line;
    uint64_t record;
    thresh_str label;
    bool bare; /* nothing is to be taken off the label */
} thr_plain_row;

typedef struct thr_plain {
    thr_window *window;
    thr_rows *rows;
    thr_report *report;
    bool possible; /* in this table */
    char delimiter;
    bool quoted;     /* cells may be in double quotes */
    char group[2];   /* what groups digits: outside of quotes, and in them */
    char decimal[2]; /* what marks decimals, likewise */
    int64_t told; /* 0 where a zero may be no number but a symbol; or NONE */
    thr_plain_head *heads; /* of each column */
    thr_plain_cell *cells; /* of the last row */
    size_t *others;        /* its columns without a plain number */
    size_t nothers;
    thr_buf label; /* whose quotes were printed twice */
    char symbol;   /* the last that stood for a value, if of one byte */
    thresh_cell of_symbol;
} thr_plain;

/* Start with `table`, whose rows begin, from zeroed or used memory; more comes
 * from its arena. All pointers must outlive it. End it with thr_plain_free().
 * Fails with THRESH_E_MEMORY or _LIMIT. */
thresh_result thr_plain_start(thr_plain *plain, thr_window *window,
                              thr_rows *rows, const thr_body *body,
                              thresh_table *table, thr_report *report,
                              thresh_error *err);

/* Cut the next line, of the window or behind it, if it is such a row, and read
 * its numbers; it lives until the next call. It is not passed over. Fails as
 * the grid does. */
thresh_result thr_plain_cut(thr_plain *plain, thr_plain_row *row, bool *found,
                            thresh_error *err);

/* Pass over the line that was cut. */
void thr_plain_pass(thr_plain *plain);

void thr_plain_free(thr_plain *plain);

#endif
