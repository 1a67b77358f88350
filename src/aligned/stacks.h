/* The places of headings by themselves, for a heading that does not stand over
 * its columns: it was set in other letters, and shifts from column to column.
 *
 *                Total   One-family     Flats     Other
 *                     Number    Share  Number
 *     2001         5,120        2,040        39.8      2,980      150
 *
 * Words below each other are one heading each, and words over several of them
 * run over these. Where these are as many as the columns, they are theirs in
 * order.
 */
#ifndef THR_ALIGNED_STACKS_H
#define THR_ALIGNED_STACKS_H

#include "aligned/columns.h"

/* Put into `stacks` the first of `columns`, and in the place of the others the
 * headings of `extent`, if there are as many: `*found`. False if memory is
 * exhausted. */
bool thr_stacks_find(thr_columns *stacks, const thr_page *page,
                     const thr_extent *extent, const thr_columns *columns,
                     bool *found);

#endif
