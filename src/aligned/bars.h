/* Column rules around the words of a line.
 *
 *     |  Region  |        2018         |        2019         |
 *                 ^ lo       a word in its cell         hi ^
 */
#ifndef THR_ALIGNED_BARS_H
#define THR_ALIGNED_BARS_H

#include <stdbool.h>
#include <stdint.h>

#include "thresh/core.h"

/* Bytes of the column rule at the start of `text`; 0 if none. */
size_t thr_bar_length(thresh_str text);

/* Whether the bytes of `line` from `from` to before `to` have a column rule on
 * either side and no other text before it; `*lo` to before `*hi` is then what
 * lies between the two. Tabs have no width that is known. */
bool thr_bars_around(thresh_str line, size_t from, size_t to, uint32_t *lo,
                     uint32_t *hi);

/* Whether bars rule columns: each has a blank on one side or both, they stand
 * at the same places in lines that follow each other, and some do follow. */
bool thr_bars_line_up(const thresh_str *lines, size_t count);

/* Whether a line is nothing but strokes with bars or crosses among them, as
 * those of tables drawn with characters. */
bool thr_bars_is_rule(thresh_str line);

#endif
