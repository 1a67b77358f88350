/* Sums whose parts do not stand together, or not beside their total.
 *
 *     Public pupils    22   = Primary public + Secondary public
 *     Private pupils    8
 *     Primary          17
 *       public         12
 *       private         5
 *     Secondary        13 ...
 *
 * Looked for among few items (THR_SET_ROOM), where they add up exactly in
 * all lines, in half of them, or in a few, and fail in none of the others;
 * three parts or more that stand together may in one of sixteen. What follows
 * from other sums is not told. Subtotals that are too small to be believed on
 * their own are found on the way.
 */
#ifndef THR_PROOF_PICKED_H
#define THR_PROOF_PICKED_H

#include "proof/tree.h"

/* Add such sums to `tree`. Where they are branches of it, or their total
 * calls itself one, their parts get a parent. */
thresh_result thr_picked_find(thr_tree *tree, const thr_search *search,
                              thresh_error *err);

#endif
