/* Records of cells to tables of rows: what each line is, and why.
 *
 *     topic, table number, title     the caption        frame/caption.h
 *     header                         headings, columns  frame/header.h
 *     data, group, repeated header   rows               body.h, rows.h
 *     note, source, legend           notes              scan/notes.h
 *
 * One pass, looking ahead no further than the window. What is settled when a
 * table starts (its columns, the style of its numbers) holds to its end.
 */
#ifndef THR_LAYOUT_LAYOUT_H
#define THR_LAYOUT_LAYOUT_H

#include "frame/renames.h"
#include "frame/shape.h"
#include "grid/grid.h"
#include "layout/meanings.h"
#include "model/table.h"

typedef struct thr_layout thr_layout;

typedef struct thr_layout_options {
    size_t window;        /* records to look ahead */
    size_t max_memory;    /* of one table; 0 = no limit */
    char decimal;         /* the user's decimal mark, or 0 */
    thr_given symbols;    /* what the user says of them */
    thr_shape shape;      /* ... of header and stub */
    thr_renames *renames; /* ... of dimensions */
    const thresh_listener *listener;
} thr_layout_options;

/* A layout over `grid`, which must outlive it; NULL if memory is exhausted. */
thr_layout *thr_layout_new(thr_grid *grid, const thr_layout_options *options);
void thr_layout_free(thr_layout *layout);

/* As thresh_reader_table() and thresh_reader_row(). */
thresh_result thr_layout_table(thr_layout *layout, thresh_table **out,
                               thresh_error *err);
thresh_result thr_layout_row(thr_layout *layout, const thresh_row **out,
                             thresh_error *err);

/* Append the rows that come next to the current table, as long as each can be
 * read by itself; they are not lent. Fails as thr_layout_row() does. */
thresh_result thr_layout_load(thr_layout *layout, thresh_error *err);

/* The rows of the current table are loaded: read its symbols anew, now that
 * its notes are known. */
thresh_result thr_layout_settle(thr_layout *layout, thresh_error *err);

/* Hand the current table over to the caller, who then frees it. */
thresh_table *thr_layout_take(thr_layout *layout);

thresh_tally thr_layout_tally(const thr_layout *layout);

#endif
