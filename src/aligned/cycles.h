/* A line of spanners to the columns that each is over, where the headings
 * below recur for each of them.
 *
 *                Total               Public         3 columns each: 1 to 3,
 *          All   Men  Women     All  Men  Women     and 4 to 6
 *     Esk   12     5      7       8    4      4
 */
#ifndef THR_ALIGNED_CYCLES_H
#define THR_ALIGNED_CYCLES_H

#include "aligned/headed.h"
#include "aligned/page.h"
#include "aligned/uneven.h"

/* Headings that recur, each run of them under one spanner. */
typedef struct thr_cycle {
    size_t runs;                            /* 0 = nothing recurs */
    size_t firsts[THR_UNEVEN_SPANNERS + 1]; /* column in which each run starts,
                                              and the one behind the last */
} thr_cycle;

/* The headings in the nearest line below `line` that has enough of them, or,
 * where the spanners differ, in all lines below, if they recur and there is
 * one spanner over each run. */
thr_cycle thr_cycles_find(const thr_page *page, const thr_headed *headed,
                          size_t line);

/* A number for what a heading says, `before` being that of its lines below. It
 * is never 0. */
uint64_t thr_cycles_say(uint64_t before, thresh_str text);

#endif
