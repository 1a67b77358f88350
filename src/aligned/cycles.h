/* Headings that recur, each run of them below a spanner of its own.
 *
 *             Total               Public        over columns 1 to 3, and 4 to
 * 6 All  Men  Women     All  Men  Women
 */
#ifndef THR_ALIGNED_CYCLES_H
#define THR_ALIGNED_CYCLES_H

#include "aligned/columns.h"

/* How many columns each chunk of words of `line` stands over, if there is one
 * for each run of headings that recur in a line below, all of them over
 * columns right of the labels; else 0. `*first` is the first of these columns.
 */
size_t thr_cycles_find(const thr_page *page, const thr_columns *columns,
                       size_t line, size_t *first);

#endif
