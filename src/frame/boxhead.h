/* Which records above the first row of figures are its boxhead.
 *
 *     Age    | Hispanic male |      |        header, of four records with the
 *            |               |      |        blank between
 *            | 1990          | 1996 |
 *     Total  |               |      |        no: a label of the body
 *     0 to 4 | 51.4          | 70.4 |
 */
#ifndef THR_FRAME_BOXHEAD_H
#define THR_FRAME_BOXHEAD_H

#include "scan/window.h"

/* Could be a row of a header by itself: texts in columns, or years, numbers of
 * columns or units over the figures below. */
bool thr_boxhead_is_row(const thr_window *window, size_t i);

/* The record behind `body`, if that is the name of the labels alone, below
 * "Time | 2020 | 2021", where the first field has the name of the years; else
 * `body`. */
size_t thr_boxhead_skip_name(const thr_window *window, size_t body);

/* Where the body starts that has its first figures at `body`: at the labels
 * that stand alone above these, below a header. */
size_t thr_boxhead_skip_labels(const thr_window *window, size_t body);

/* The records [start, *end) of the header over the body that starts at `body`,
 * both `body` if there is none. */
size_t thr_boxhead_find(const thr_window *window, size_t body, size_t *end);

#endif
