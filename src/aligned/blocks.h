/* Which lines of a page are the rows of one table, and which stand over them
 * as its heading: rows whose figures stand below each other, with no more than
 * labels, rules and blanks between.
 *
 *     Table 3. Population             text
 *                  Total     Men      heading, from here ..
 *     --------------------------
 *     Oslo         1 204     602      body, from here ..
 *
 *     Bergen         420     208      .. to here
 *     Source: our own count           text
 */
#ifndef THR_ALIGNED_BLOCKS_H
#define THR_ALIGNED_BLOCKS_H

#include "aligned/columns.h"

typedef struct thr_block {
    thr_extent extent; /* `top` = `body` where there is no heading */
    size_t rows;       /* lines with data */
    bool open;         /* it may go on below the last line of the page */
} thr_block;

/* Find the next block that starts at or after line `from`. False if there is
 * none. Its heading is found once its columns are known. */
bool thr_block_next(const thr_page *page, size_t from, thr_block *block);

/* Move `extent->top` up to where the heading over these columns starts, but
 * not above line `least`, and `extent->body` to a cut-in right below it. */
void thr_block_heading(const thr_page *page, const thr_columns *columns,
                       size_t least, thr_extent *extent);

#endif
