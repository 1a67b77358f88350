/* A line of spanners to the headings that each is over, where these recur but
 * not all of them below each spanner.
 *
 *              2016                2017      3 headings, then 2
 *     Total   Men  Women       Men  Women
 */
#ifndef THR_ALIGNED_UNEVEN_H
#define THR_ALIGNED_UNEVEN_H

#include "aligned/columns.h"

enum { THR_UNEVEN_HEADINGS = 64, THR_UNEVEN_SPANNERS = 32 };

/* Headings from left to right: where their columns are, and a number for what
 * each says. */
typedef struct thr_recurring {
    uint64_t said[THR_UNEVEN_HEADINGS];
    thr_column places[THR_UNEVEN_HEADINGS];
    size_t count;
} thr_recurring;

/* Set `firsts` to the first heading below each of `count` spanners, so that
 * each spanner is over the middle of its headings as nearly as can be, and
 * none has one of them twice. False where there is no such way, or where one
 * of the spanners has not all the headings that the others have. */
bool thr_uneven_divide(const thr_recurring *headings,
                       const thr_column *spanners, size_t count,
                       size_t *firsts);

#endif
