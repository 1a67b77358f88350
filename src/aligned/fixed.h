/* Lines of aligned text to cells. Blocks of rows are found on the lines that
 * are held back, and columns in each block; the lines of text around them are
 * one cell each.
 *
 *     Table 1. Population                 1: "Table 1. Population"
 *                   Total     Men         2: "Total"  3: "Men"
 *     ---------------------------         a rule: no cells
 *     Oslo        548 617 268 942         1: "Oslo" 2: "548 617" 3: "268 942"
 *
 * A block that reaches the last line held back is put off until there are more
 * lines, unless it is all there is: then its columns are frozen, and the lines
 * that follow are read in the same columns.
 */
#ifndef THR_ALIGNED_FIXED_H
#define THR_ALIGNED_FIXED_H

#include "aligned/columns.h"
#include "aligned/pieces.h"

/* One line, cut. */
typedef struct thr_fixed_line {
    size_t first; /* of its pieces */
    size_t count;
    size_t columns; /* of the block that it is in; 0 in none */
    bool rule;
    bool top;     /* of a printed page */
    bool heading; /* over the rows of a block */
    bool misfit;  /* its cells were told by their order, not by their place */
} thr_fixed_line;

typedef struct thr_fixed {
    thr_page page;
    thr_columns columns; /* of the block looked at, or frozen */
    thr_columns stacks;  /* of its heading, where that shifts */
    thr_pieces pieces;
    thr_fixed_line *lines;
    size_t room;
    size_t settled; /* lines from the first on that are cut for good */
    size_t rows;    /* of these, rows of blocks */
    size_t figures; /* in those rows */
    bool frozen;    /* the columns go on below what was settled last */
} thr_fixed;

/* Lines that may be given at once. */
enum { THR_FIXED_LINES = 256 };

/* Cut as many of `count` lines as can be settled: one at least. `ended` says
 * that no more follow. False if memory is exhausted. */
bool thr_fixed_cut(thr_fixed *fixed, const thresh_str *lines, size_t count,
                   bool ended);

void thr_fixed_free(thr_fixed *fixed);

#endif
