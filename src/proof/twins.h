/* Dimensions that name the same rows in other words, and are proved once:
 *
 *     Rank | Code | Goods          three categories a row; the sums are
 *     1    | 87   | Vehicles       found along the goods, and hold for all
 *     2    | 44   | Wood
 */
#ifndef THR_PROOF_TWINS_H
#define THR_PROOF_TWINS_H

#include "model/table.h"

/* The dimension that `dimension` is proved by: itself, or one of its axis that
 * has a category for each row too, and more words in its labels. */
size_t thr_twin_of(const thresh_table *table, size_t dimension);

/* Give the categories of twins the tree that was found for the other. */
void thr_twins_copy(thresh_table *table);

#endif
