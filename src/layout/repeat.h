/* The header of a table, printed again below some of its rows: all of it, with
 * or without blank lines, or lines of it.
 *
 *     Land    | Total | Men | Women     the header
 *     Norway  |     3 |   1 |     2
 *     Land    |       | Men | Women     lines of it: furniture
 *     Sweden  |     5 |   2 |     3
 */
#ifndef THR_LAYOUT_REPEAT_H
#define THR_LAYOUT_REPEAT_H

#include "frame/locate.h"

typedef struct thr_repeat {
    thr_record *header; /* copies of its records that are not blank */
    size_t nheader;
    size_t columns; /* that it heads */
} thr_repeat;

/* Keep copies of the header of a table of so many columns. */
thresh_result thr_repeat_keep(thr_repeat *repeat, const thr_window *window,
                              const thr_location *location, size_t columns,
                              thresh_error *err);

void thr_repeat_free(thr_repeat *repeat);

/* Whether a record may be the first of the header again. */
bool thr_repeat_may_start(const thr_repeat *repeat, const thr_record *record);

/* See that the window holds all that tells whether its first record is: as
 * many lines as the header has, and the one below them. */
thresh_result thr_repeat_fill(const thr_repeat *repeat, thr_window *window,
                              thresh_error *err);

/* How many records at `at` are the header again: all of it, or lines of it,
 * one of which heads the labels and most columns; 0 if they are not. With
 * other headings below them they are lines of another header. `cut` tells
 * that the window ends before that is known. */
size_t thr_repeat_count(const thr_repeat *repeat, const thr_window *window,
                        size_t at, bool *cut);

#endif
