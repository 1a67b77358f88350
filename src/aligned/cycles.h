/* A line of spanners to the number of columns that each is over, where the
 * headings below recur once for each of them.
 *
 *                Total               Public         3 columns each: 1 to 3,
 *          All   Men  Women     All  Men  Women     and 4 to 6
 *     Esk   12     5      7       8    4      4
 */
#ifndef THR_ALIGNED_CYCLES_H
#define THR_ALIGNED_CYCLES_H

#include "aligned/columns.h"

/* Over how many columns each spanner of `line` stands: as many as there are
 * headings, in the nearest line below that has enough of them, before they
 * recur. 0 if these do not recur, or there is not one spanner over each run.
 * `*first` is the first of the columns, right of the labels. */
size_t thr_cycles_find(const thr_page *page, const thr_columns *columns,
                       size_t line, size_t *first);

#endif
