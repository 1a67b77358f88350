/* The records that are read but not yet used: how far the layout looks ahead.
 * Records are used in order; their memory is used again. What pages are headed
 * with is blank to all that looks at them.
 *
 *     popped | 0: header | 1: row | 2: row | ... | count - 1 | not read yet
 */
#ifndef THR_SCAN_WINDOW_H
#define THR_SCAN_WINDOW_H

#include "grid/grid.h"
#include "scan/banner.h"
#include "scan/features.h"

/* What a record looks like, once that was asked. */
typedef struct thr_window_looks {
    bool known;
    thr_features features;
} thr_window_looks;

typedef struct thr_window {
    thr_grid *grid;
    thr_record *items;          /* a ring */
    thr_window_looks *features; /* of each of them */
    size_t room;                /* the most that it holds */
    size_t first;
    size_t count;
    size_t held;       /* bytes that the records have taken */
    size_t popped;     /* records before the first */
    bool ended;        /* the grid has no more */
    bool settled;      /* the margin is known */
    size_t margin;     /* columns left empty on the left, and taken off */
    size_t lifted;     /* the field of labels over the columns; or 0 */
    size_t widest;     /* the most cells of a record, before that */
    thr_banner banner; /* what its pages are headed with */
} thr_window;

/* Look at most `size` records ahead. False if memory is exhausted. */
bool thr_window_start(thr_window *window, thr_grid *grid, size_t size);
void thr_window_free(thr_window *window);

/* Make `count` records be there, unless the input ends before, or the window
 * is full. */
thresh_result thr_window_fill(thr_window *window, size_t count,
                              thresh_error *err);

/* Take columns left empty on the left (see margin.h) off the records that are
 * there, and all that follow. */
thresh_result thr_window_settle(thr_window *window, size_t margin,
                                thresh_error *err);

/* Lift labels that stand alone in `field` (see centred.h), in the records that
 * are there, and all that follow; 0 = none. */
void thr_window_lift(thr_window *window, size_t field);

/* Put `count` blank cells before cell `field` of the i-th record, or behind
 * its last. False if memory is exhausted. */
bool thr_window_insert(thr_window *window, size_t i, size_t field,
                       size_t count);

/* The i-th record from the front; `i` must be below `count`. It lives until it
 * is popped. */
const thr_record *thr_window_at(const thr_window *window, size_t i);

/* The first record from the i-th on that is not blank; where there is none,
 * what follows the last. */
size_t thr_window_filled(const thr_window *window, size_t i);

/* What the i-th record looks like: seen once, however often it is asked. */
thr_features thr_window_features(const thr_window *window, size_t i);

/* Whether the i-th record could be a row of a header by itself. */
bool thr_window_is_heading(const thr_window *window, size_t i);

bool thr_window_is_blank_at(const thr_window *window, size_t i);

/* Whether all records that are there are blank. */
bool thr_window_is_blank(const thr_window *window);

/* Let go of the first record. */
void thr_window_pop(thr_window *window);

#endif
