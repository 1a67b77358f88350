/* Records of which most of the text is known beforehand: the format writes
 * each piece once, and it is copied from then on.
 *
 *     Denmark,Oslo and Akershus,2007,483,,,FALSE
 *     '-row-''-column---------------'   '-after'
 *
 * The piece of a row is made once a row; the other two once for each column,
 * `after` for each thing that it can say of a plain value. The plain twin is
 * the format's own loop over thr_records_datum(), which makes the pieces, and
 * writes each record that they do not fit: a value with a note mark, a flag, a
 * text.
 */
#ifndef THR_WRITE_STENCIL_H
#define THR_WRITE_STENCIL_H

#include "write/records.h"

/* Append the fields from `from` to before `to` of a record, with all that
 * stands before, between, and (behind the last field) after them. A number
 * stands at the end of its field. */
typedef thresh_result thr_put_fields(void *ctx, const thresh_row *row,
                                     size_t record, size_t from, size_t to,
                                     thresh_error *err);

typedef struct thr_stencil_column thr_stencil_column;

/* The pieces of the columns, for rows whose labels have the same note marks.
 */
typedef struct thr_stencil_set {
    thr_buf marks;
    thr_stencil_column *columns;
    thr_buf text; /* of their pieces */
} thr_stencil_set;

typedef struct thr_stencil {
    thr_records *records;
    thr_put_fields *put;
    void *ctx;
    thr_buf *out; /* where `put` appends to */
    bool fits;    /* the fields stand in the order shown above, and
                     no record is left out */
    size_t key;   /* the first field that the column decides */
    size_t value; /* the field of the value */
    char decimal; /* its decimal sign */
    thr_buf row;  /* the piece of the row */
    bool row_made;
    thr_buf marks; /* of the labels of the row, a line each */
    thresh_truth row_total;
    thr_stencil_set sets[2]; /* for no marks, and for those seen last */
    thr_stencil_set *set;    /* for those of the row */
    size_t longest; /* bytes of a record but for the piece of its row */
} thr_stencil;

/* Start with the records of a table; `put` appends to `out`. Fails with
 * THRESH_E_MEMORY. End it with thr_stencil_free(), also after a failure. */
thresh_result thr_stencil_start(thr_stencil *stencil, thr_records *records,
                                thr_put_fields *put, void *ctx, thr_buf *out,
                                char decimal, thresh_error *err);
void thr_stencil_free(thr_stencil *stencil);

/* Append all records of `row` to `out`. */
thresh_result thr_stencil_row(thr_stencil *stencil, const thresh_row *row,
                              thresh_error *err);

#endif
