/* What lines look like when cut at one delimiter, and how much that is worth.
 *
 *     Citizenship;Total;Oslo     3 lines of 3 cells at ";", all of them alike,
 *     Norway;8 276;3 159         with 4 figures beside the first and 2 texts
 *     Sweden;4 432;2 509
 */
#ifndef THR_GRID_BID_H
#define THR_GRID_BID_H

#include "thresh/core.h"

enum { THR_BID_CELLS = 64 }; /* more in a line are not told apart */

typedef struct thr_bid {
    size_t lines;   /* that the delimiter cuts */
    size_t regular; /* of these, with the commonest number of cells */
    size_t cells;   /* that commonest number; of two, the larger: a list of
                       what the table is about stands above many a table */
    size_t alike;   /* with as many cells as the lines around them; no less
                       than `regular` */
    size_t cuts;    /* how often a line is cut, over all lines ... */
    size_t even;    /* ... and over those that are alike */
    size_t figures; /* cells beside the first that are numbers or symbols */
    size_t texts;   /* ... that are anything else but blank */
} thr_bid;

thr_bid thr_bid_of(const thresh_str *lines, size_t count, char delimiter);

/* How much each of the lines that are alike is worth, 0 to 200: lines of one
 * length, full of figures. A table needs at least two such lines, and figures
 * at all; lines of any length will do for a tab, which does nothing else in a
 * text. */
size_t thr_bid_worth(const thr_bid *bid, char delimiter);

#endif
