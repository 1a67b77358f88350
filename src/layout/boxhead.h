/* Which records above the first row of figures are its boxhead.
 *
 *     Age    | Hispanic male |      |        header, of four records with the
 *            |               |      |        blank between
 *            | 1990          | 1996 |
 *     Total  |               |      |        no: a label of the body
 *     0 to 4 | 51.4          | 70.4 |
 */
#ifndef THR_LAYOUT_BOXHEAD_H
#define THR_LAYOUT_BOXHEAD_H

#include "layout/window.h"

/* Could be a row of a header by itself: texts in columns, or years, numbers of
 * columns or units over the figures below. */
bool thr_boxhead_is_row(const thr_window *window, size_t i);

/* Whether the figures of record `i` are no values but head those below it;
 * `*reason` says why. */
bool thr_boxhead_has_numbers(const thr_window *window, size_t i,
                             const char **reason);

/* Units in parentheses over all columns, beside a label or none. */
bool thr_boxhead_tells_units(const thr_record *record);

/* "(1)", "(2)", ... or "1", "2", ...: the columns by number. */
bool thr_boxhead_counts_columns(const thr_record *record);

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
